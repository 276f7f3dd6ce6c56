"""What must be true of a built site: links lead somewhere, nothing is foreign, the policy holds.

Reads the finished files only, and knows nothing of how they were made.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

MANIFEST = ".manifest"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""The Content-Security-Policy that every page carries. A page cannot loosen it for itself."""

SUFFIXES = frozenset(".html .css .js .svg .webp .jpg .png .ics .csv .txt .json .xml".split())
OTHER_SUFFIXES = SUFFIXES | frozenset(
    ".atom .br .gif .gz .ico .pdf .rss .webmanifest .woff2".split()
)
"""What plugins of others may add: nothing that a server would run."""

_LOADING = {"script": "src", "img": "src", "source": "srcset", "iframe": "src", "embed": "src"}
_LOADING |= {"object": "data", "video": "src", "audio": "src", "track": "src", "input": "src"}
_LOADING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass(frozen=True, order=True)
class Finding:
    """Something that keeps a site from being published."""

    path: str
    code: str
    detail: str

    def __str__(self) -> str:
        """One line; what an address could steer a terminal with is spelled out."""
        text = f"{self.path}: {self.code} {self.detail}"
        return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


@dataclass
class _Document:
    """What the audit needs to know of one page."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    policy: str = ""
    inline: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects ids, links, what is loaded, and what the policy forbids."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = _Document()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        document = self.document
        if attributes.get("id"):
            known = attributes["id"] in document.ids
            (document.repeated.append if known else document.ids.add)(attributes["id"])
        if tag in ("a", "area") and "href" in attributes:
            document.links.append(attributes["href"])
        if tag == "form":
            document.links.append(attributes.get("action", ""))
        self._loads(tag, attributes)
        self._inline(tag, attributes)
        if attributes.get("http-equiv", "").lower() == "content-security-policy":
            document.policy = attributes.get("content", "")

    def _loads(self, tag: str, attributes: Mapping[str, str]) -> None:
        loads = self.document.loads
        if tag == "link" and _LOADING_RELATIONS & set(attributes.get("rel", "").split()):
            loads.append(attributes.get("href", ""))
        if tag in _LOADING and _LOADING[tag] in attributes:
            loads.append(attributes[_LOADING[tag]].split()[0] if attributes[_LOADING[tag]] else "")
        for entry in attributes.get("srcset", "").split(","):
            loads += entry.split()[:1]
        if tag == "use":
            loads.append(attributes.get("href", ""))

    def _inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        inline = [name for name in attributes if name == "style" or name.startswith("on")]
        is_data = attributes.get("type") in ("application/ld+json", "application/json")
        if tag == "style" or (tag == "script" and "src" not in attributes and not is_data):
            inline.append(tag)
        self.document.inline += inline


def audit(site: Path, base: str = "", *, may_have_more: bool = False) -> tuple[Finding, ...]:
    """Everything wrong with the site in the folder `site`, whose root is served under `base`.

    If it `may_have_more`, files that are not in the manifest are right, if they are as all must be.
    """
    files = _all(site)
    documents = {
        name: _read(path)
        for name, path in files.items()
        if name.endswith(".html") and not path.is_symlink()
    }
    more = files.keys() - _listed(site) if may_have_more else set[str]()
    found: list[Finding] = [*_files(files, site, more)]
    for name, document in documents.items():
        found += _page(name, document)
        found += _links(name, document, files.keys(), documents, base)
    for name, path in files.items():
        if name.endswith(".css"):
            found += _stylesheet(name, path.read_text(encoding="utf-8"))
    return tuple(sorted(set(found)))


def more(site: Path) -> tuple[str, ...]:
    """The files that are not in the manifest."""
    return tuple(sorted(_all(site).keys() - _listed(site)))


def _all(site: Path) -> Mapping[str, Path]:
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*")}
    return {name: path for name, path in found.items() if not path.is_dir() or path.is_symlink()}


def _listed(site: Path) -> frozenset[str]:
    """What the site itself says that it has, and the manifest that says it."""
    manifest = site / MANIFEST
    lines = manifest.read_text(encoding="utf-8").splitlines() if manifest.exists() else ()
    return frozenset((MANIFEST, *lines))


def _read(path: Path) -> _Document:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.document


def _files(files: Mapping[str, Path], site: Path, allowed: Collection[str]) -> Iterator[Finding]:
    """No links out of the folder, no kinds of file that a site has no use for, nothing missing."""
    for name, path in files.items():
        if path.is_symlink():
            yield Finding(name, "OUT-LINK-FILE", "symbolic link")
        elif name != MANIFEST and path.suffix not in (
            OTHER_SUFFIXES if name in allowed else SUFFIXES
        ):
            yield Finding(name, "OUT-UNEXPECTED", path.suffix or name)
        elif path.stat().st_size == 0:
            yield Finding(name, "OUT-EMPTY", "0 bytes")
    listed = _listed(site)
    for name in sorted(listed - files.keys() - {MANIFEST}):
        yield Finding(name, "OUT-MISSING", "")
    for name in sorted(files.keys() - listed - set(allowed)):
        yield Finding(name, "OUT-UNEXPECTED", "not in the manifest")
    if "index.html" not in files:
        yield Finding("index.html", "OUT-MISSING", "")


def _page(name: str, document: _Document) -> Iterator[Finding]:
    if document.policy != POLICY:
        yield Finding(name, "OUT-POLICY", document.policy or "no Content-Security-Policy")
    for what in document.inline:
        yield Finding(name, "OUT-INLINE", what)
    for key in document.repeated:
        yield Finding(name, "OUT-ID-TWICE", key)
    for target in document.loads:
        if _is_foreign(target):
            yield Finding(name, "OUT-FOREIGN", target)


def _is_foreign(target: str) -> bool:
    """Whether it is on another host, or no address at all."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def _stylesheet(name: str, text: str) -> Iterator[Finding]:
    for match in _CSS_URL.finditer(text):
        target = match[1] or match[2]
        if _is_foreign(target):
            yield Finding(name, "OUT-FOREIGN", target)


def _links(
    name: str,
    document: _Document,
    files: Collection[str],
    documents: Mapping[str, _Document],
    base: str,
) -> Iterator[Finding]:
    """Every link and every loaded file inside the site is there, with its fragment."""
    for target in {*document.links, *document.loads}:
        try:
            path, fragment = _aim(name, target, base)
        except ValueError:  # no address at all
            yield Finding(name, "OUT-LINK", target)
            continue
        if path is None:
            continue
        if path not in files:
            yield Finding(name, "OUT-LINK", target)
        elif fragment and path in documents and fragment not in documents[path].ids:
            yield Finding(name, "OUT-FRAGMENT", target)


def _aim(page: str, target: str, base: str) -> tuple[str | None, str]:
    """The file and the fragment that a link means; no file on another host. Raises `ValueError`."""
    address, fragment = urldefrag(target)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None, ""
    return _file(page, unquote(parts.path), base), unquote(fragment)


def _file(page: str, path: str, base: str) -> str:
    """The file that a server delivers for a link on `page`."""
    absolute = urljoin(f"{base}/{page}", path)
    if not absolute.startswith(f"{base}/"):
        return "outside"
    relative = absolute.removeprefix(f"{base}/")
    return f"{relative}index.html" if not relative or relative.endswith("/") else relative
