"""The theme's static files: the layers of CSS joined into one file, everything under a digest.

The icons become one strip (`icons.py`). The digest of all static files stands in their address, so
browsers may keep them for ever.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from plugins.catalogue.frozen import Frozen, record
from plugins.rendering import icons
from plugins.rendering.colour_schemes import without_light_dark

_IMPORT = r'@import "(?P<file>[^"]+)" layer\((?P<layer>[\w.-]+)\);\n?'
_COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)


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


def collect(static: Path) -> Assets:
    """All static files of the theme."""
    files = {}
    for path in sorted(static.rglob("*")):
        name = path.relative_to(static).as_posix()
        if path.is_file() and (path.suffix != ".css" or name == "css/site.css"):
            files[name] = path.read_bytes()
    css = bundle(static / "css" / "site.css")
    if icons.FILE in files:
        drawings = icons.drawings(files[icons.FILE].decode())
        files[icons.FILE] = icons.strip(drawings).encode()
        css += icons.rules(drawings)
    files["css/site.css"] = css.encode()
    digest = hashlib.sha256()
    for name, data in files.items():
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return Assets(f"/static/{digest.hexdigest()[:12]}/", files)


def bundle(stylesheet: Path) -> str:
    """The style sheet with its imports in place, each in its layer, without comments."""

    def put(match: re.Match[str]) -> str:
        text = _without_comments(stylesheet.parent / match["file"])
        return f"@layer {match['layer']} {{\n{text}{without_light_dark(text)}}}\n"

    return re.sub(_IMPORT, put, _without_comments(stylesheet))


def _without_comments(stylesheet: Path) -> str:
    return _COMMENT.sub("", stylesheet.read_text(encoding="utf-8"))
