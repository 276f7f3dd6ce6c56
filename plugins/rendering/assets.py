"""The theme's static files: the layers of CSS joined into one file, everything under a digest.

Browsers get style sheets and scripts without comments, and style sheets without the blanks that
only we read: a tenth of what a first visit loads of them. What is on few pages has a style sheet of
its own, in css/pages/. The icons become one strip (`icons.py`). The digest of all static files
stands in their address, so browsers may keep them for ever.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from plugins.catalogue.cache import Cache, fingerprint
from plugins.catalogue.frozen import Frozen, record
from plugins.rendering import icons, portable
from plugins.rendering.colour_schemes import without_light_dark

_IMPORT = r'@import "(?P<file>[^"]+)" layer\((?P<layer>[\w.-]+)\);\n?'
_OF_PAGES = re.compile(r"css/pages/[^/]+\.css")
_COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)
_JS_COMMENT = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)\n+", re.DOTALL | re.MULTILINE)
"""One that has its lines for itself; what follows code stays."""
_BLANKS = re.compile(r"""(?P<text>"[^"]*"|'[^']*')|\s*(?P<mark>[{};,])\s*|(?<=[\w-]):\s+|\s+""")


@record(frozen=True)
class Assets(Frozen):
    """Static files by their name in the theme (`css/site.css`), and the folder they go to."""

    folder: str
    files: Mapping[str, bytes]

    def path(self, name: str) -> str:
        """Where a file is on the site. Raises `KeyError` when the theme does not have it."""
        if name not in self.files:
            raise KeyError(f"theme/static/{name}")
        return f"{self.folder}{name}"


def collect(static: Path, is_portable: bool = False, cache: Cache | None = None) -> Assets:
    """All static files of the theme; of a site that is read from a disk as they work there.

    What `cache` holds, made of the same, is not made again.
    """
    name, sources = f"static{'-portable' * is_portable}", sources_in(static)
    made_of = fingerprint(part for one, data in sources.items() for part in (one.encode(), data))
    known: tuple[bytes, Assets] | None = cache.get(name) if cache else None
    if known is not None and known[0] == made_of:
        return known[1]
    made = _made(sources, is_portable)
    if cache:
        cache.put(name, (made_of, made))
    return made


def sources_in(static: Path) -> Mapping[str, bytes]:
    """The theme's static files as they are, by name."""
    found = (path for path in sorted(static.rglob("*")) if path.is_file())
    return {path.relative_to(static).as_posix(): path.read_bytes() for path in found}


def _made(sources: Mapping[str, bytes], is_portable: bool) -> Assets:
    files = {}
    for name, data in sources.items():
        if not name.endswith(".css") or name == "css/site.css":
            files[name] = script(data.decode()).encode() if name.endswith(".js") else data
    css = bundle(sources)
    if icons.FILE in files:
        drawings = icons.drawings(files[icons.FILE].decode())
        files[icons.FILE] = icons.strip(drawings).encode()
        css += icons.rules(drawings)
    files["css/site.css"] = without_blanks(css).encode()
    for name in filter(_OF_PAGES.fullmatch, sources):
        text = f"@layer blocks {{\n{_without_comments(sources[name])}}}\n"
        files[name] = without_blanks(text).encode()
    if is_portable:
        files = portable.files(files)
    digest = hashlib.sha256()
    for name, data in files.items():
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return Assets(f"/static/{digest.hexdigest()[:12]}/", files)


def bundle(sources: Mapping[str, bytes]) -> str:
    """The style sheet with its imports in place, each in its layer, without comments."""

    def put(match: re.Match[str]) -> str:
        text = _without_comments(sources[f"css/{match['file']}"])
        return f"@layer {match['layer']} {{\n{text}{without_light_dark(text)}}}\n"

    return re.sub(_IMPORT, put, _without_comments(sources["css/site.css"]))


def script(text: str) -> str:
    """A script without the comments that stand on lines of their own."""
    return _JS_COMMENT.sub("", text)


def without_blanks(css: str) -> str:
    """A style sheet without blanks that say nothing; what stands in quotes stays as it is."""

    def put(match: re.Match[str]) -> str:
        if match["text"]:
            return match["text"]
        return match["mark"] or (":" if match[0][0] == ":" else " ")

    return _BLANKS.sub(put, css).replace(";}", "}").strip()


def _without_comments(css: bytes) -> str:
    return _COMMENT.sub("", css.decode())
