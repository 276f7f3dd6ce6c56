"""A site that is read from a disk: every address is relative and names a file.

Opened by `file://` a browser knows no root of a site and no folder's index, and Chromium loads
neither modules nor masks from there. So links are written anew, the style sheet brings the icons
itself, and those scripts that need nothing but their page become classic ones. The others are left
out: a page is whole without scripts.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from plugins.catalogue.settings import Site
from plugins.rendering import icons

CLASSIC = ("calendar.js", "expire.js", "filter.js", "rows.js")
"""The scripts that ask for no other file."""

_TAG = re.compile(r"<[a-z][^<>]*>")
_ADDRESS = re.compile(r'(\s(?:href|src|action|srcset|data-filter-words))="(/[^"]*)"')
_MODULE = re.compile(
    r'[ \t]*<script type="module"(?P<source> src="[^"]*/js/(?P<name>\w+\.js)")[^>]*></script>\n?'
)
_IMPORT = re.compile(r'^import \{(?P<names>[^}]*)\} from "\./(?P<file>\w+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?P<what>(?:async )?(?:function|const|class) (?P<name>\w+))", re.M)


def page(html: bytes, file: str, site: Site) -> bytes:
    """The page that lies in `file`, with addresses that lead from there to files."""
    up = "../" * file.count("/")

    def attribute(match: re.Match[str]) -> str:
        if "data-" in match[1]:  # to be fetched
            return ""
        written = match[2].split(", ") if "srcset" in match[1] else [match[2]]
        return f'{match[1]}="{", ".join(relative(one, up, site) for one in written)}"'

    text = _MODULE.sub(_script, html.decode())
    return _TAG.sub(lambda tag: _ADDRESS.sub(attribute, tag[0]), text).encode()


def relative(address: str, up: str, site: Site) -> str:
    """An address of the site, seen from a file that lies so many folders down.

    What a server would have to answer is asked of the site on the web.
    """
    path, rest = re.fullmatch(r"([^?#]*)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    path = path.removeprefix(site.base)
    if site.intake and path.startswith(f"/{site.intake}/"):
        return f"{site.url}{path}{rest}"
    index = "index.html" if path.endswith("/") else ""
    return f"{up}{path.lstrip('/')}{index}{rest}"


def _script(match: re.Match[str]) -> str:
    return f"<script defer{match['source']}></script>\n" if match["name"] in CLASSIC else ""


def files(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """The static files by their names: the style sheet with the icons in it, classic scripts."""
    scripts = {name: found[f"js/{name}"].decode() for name in CLASSIC if f"js/{name}" in found}
    classic = {f"js/{name}": classic_script(name, found).encode() for name in scripts}
    strip = found.get(icons.FILE, b"").decode()
    css = (
        found["css/site.css"].decode().replace("../icons.svg", f"data:image/svg+xml,{quote(strip)}")
    )
    return {**found, **classic, "css/site.css": css.encode()}


def classic_script(name: str, found: Mapping[str, bytes]) -> str:
    """A module as a classic script, what it imports before it; each runs once on a page."""
    return "self.modules ??= {};\n" + "".join(_bodies(name, found))


def _bodies(name: str, found: Mapping[str, bytes]) -> Iterator[str]:
    text = found[f"js/{name}"].decode()
    for used in _IMPORT.finditer(text):
        yield from _bodies(used["file"], found)
    gives = ", ".join(match["name"] for match in _EXPORT.finditer(text))
    body = _IMPORT.sub(r'const {\g<names>} = self.modules["\g<file>"];\n', text)
    body = _EXPORT.sub(r"\g<what>", body).replace("import.meta.url", "document.baseURI")
    yield f'self.modules["{name}"] ??= (() => {{\n{body}\nreturn {{ {gives} }};\n}})();\n'
