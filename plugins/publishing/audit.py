"""What must be true of a built site: links lead somewhere, nothing is foreign, the policy holds.

Reads the finished files only, and knows nothing of how they were made.
"""

import hashlib
import re
from collections.abc import Container, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from plugins.catalogue.cache import Cache, ShardedCache
from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic

MANIFEST = ".manifest"
START = Place(1, 1)
"""Where a finding is that is about a file as a whole."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""The Content-Security-Policy that every page carries. A page cannot loosen it for itself."""

EDITOR = "admin/"
_EDITOR_POLICY = re.compile(
    r"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    r"img-src 'self' blob: data:(?P<hosts>(?: https://[\w.-]+(?::[0-9]+)?){0,2}); "
    r"font-src 'self'; connect-src 'self' blob: data:(?P=hosts); "
    r"form-action 'self'; base-uri 'none'"
)
"""That of the editor's page, where there is one: it shows pictures and speaks with the forge."""

SUFFIXES = frozenset(
    ".html .css .js .svg .webp .jpg .png .ics .vcf .atom .csv .txt .json .xml .webmanifest".split()
)
OTHER_SUFFIXES = SUFFIXES | frozenset(".br .gif .gz .ico .pdf .rss .woff2".split())
"""What plugins of others may add: nothing that a server would run."""

_LOADING = {"script": "src", "img": "src", "source": "srcset", "iframe": "src", "embed": "src"}
_LOADING |= {"object": "data", "video": "src", "audio": "src", "track": "src", "input": "src"}
_LOADING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass
class _AuditedPage:
    """What the audit needs to know of one page: each thing with the place where it is first."""

    ids: set[str] = field(default_factory=set)
    links: dict[str, Place] = field(default_factory=dict)
    loads: dict[str, Place] = field(default_factory=dict)
    policy: str = ""
    inline: dict[str, Place] = field(default_factory=dict)
    repeated: dict[str, Place] = field(default_factory=dict)


class _PageParser(HTMLParser):
    """Collects ids, links, what is loaded, and what the policy forbids."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = _AuditedPage()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        document, key = self.document, attributes.get("id")
        if key and key in document.ids:
            self._note(document.repeated, key)
        elif key:
            document.ids.add(key)
        if tag in ("a", "area") and "href" in attributes:
            self._note(document.links, attributes["href"])
        if tag == "form":
            self._note(document.links, attributes.get("action", ""))
        self._note(document.loads, *_loaded(tag, attributes))
        self._note(document.inline, *_inline(tag, attributes))
        if attributes.get("http-equiv", "").lower() == "content-security-policy":
            document.policy = attributes.get("content", "")

    def _note(self, found: dict[str, Place], *names: str) -> None:
        """At the place of the tag that is being read, unless it was met before."""
        for name in names:
            line, offset = self.getpos()
            found.setdefault(name, Place(line, offset + 1))


def _loaded(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """The addresses that a browser loads by itself."""
    if tag == "link" and _LOADING_RELATIONS & set(attributes.get("rel", "").split()):
        yield attributes.get("href", "")
    if tag in _LOADING and _LOADING[tag] in attributes:
        yield next(iter(attributes[_LOADING[tag]].split()), "")
    for entry in attributes.get("srcset", "").split(","):
        yield from entry.split()[:1]
    if tag == "use":
        yield attributes.get("href", "")


def _inline(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """What the policy forbids."""
    yield from (name for name in attributes if name == "style" or name.startswith("on"))
    is_data = attributes.get("type") in ("application/ld+json", "application/json")
    if tag == "style" or (tag == "script" and "src" not in attributes and not is_data):
        yield tag


def audit(
    site: Path, base: str = "", *, may_have_more: bool = False, cache: Cache | None = None
) -> tuple[Diagnostic, ...]:
    """Everything wrong with the site in the folder `site`, whose root is served under `base`.

    Files are called by their paths in it. If it `may_have_more`, files that are not in the manifest
    are right, if they are as all must be. What was read of a page is kept in `cache` by the digest
    of all its bytes; what follows from it is looked at each time.
    """
    files = _all(site)
    pages = [n for n, path in files.items() if n.endswith(".html") and not path.is_symlink()]
    documents = _documents({name: files[name] for name in pages}, ShardedCache(cache))
    more = files.keys() - _listed(site) if may_have_more else set[str]()
    found: list[Diagnostic] = [*_files(files, site, more)]
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


def _documents(
    pages: Mapping[str, Path], shards: ShardedCache[_AuditedPage]
) -> Mapping[str, _AuditedPage]:
    """What is in each page; read is what is not known by its bytes."""
    before, now = shards.load(), dict[str, _AuditedPage]()
    found: dict[str, _AuditedPage] = {}
    for name, path in pages.items():
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        known = now.get(digest) or before.get(digest) or _read(data)
        found[name] = now[digest] = known
    shards.save(before, now)
    return found


def _read(data: bytes) -> _AuditedPage:
    reader = _PageParser()
    reader.feed(data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"))
    reader.close()
    return reader.document


def _files(files: Mapping[str, Path], site: Path, allowed: Set[str]) -> Iterator[Diagnostic]:
    """No links out of the folder, no kinds of file that a site has no use for, nothing missing."""
    for name, path in files.items():
        more = name in allowed or name.startswith(EDITOR)
        suffixes = OTHER_SUFFIXES if more else SUFFIXES
        if path.is_symlink():
            yield _finding(name, "OUT-LINK-FILE")
        elif name != MANIFEST and path.suffix not in suffixes:
            yield _finding(name, "OUT-KIND", path.suffix or path.name)
        elif path.stat().st_size == 0:
            yield _finding(name, "OUT-EMPTY")
    listed = _listed(site)
    for name in sorted(listed - files.keys() - {MANIFEST}):
        yield _finding(name, "OUT-MISSING")
    for name in sorted(files.keys() - listed - allowed):
        yield _finding(name, "OUT-UNEXPECTED")
    if "index.html" not in files:
        yield _finding("index.html", "OUT-MISSING")


def _page(name: str, document: _AuditedPage) -> Iterator[Diagnostic]:
    is_editor = name == f"{EDITOR}index.html" and _EDITOR_POLICY.fullmatch(document.policy)
    if document.policy != POLICY and not is_editor:
        yield _finding(name, "OUT-POLICY", document.policy or "–")
    for what, place in document.inline.items():
        yield _finding(name, "OUT-INLINE", what, place)
    for key, place in document.repeated.items():
        yield _finding(name, "OUT-ID-TWICE", key, place)
    for target, place in document.loads.items():
        if _is_foreign(target):
            yield _finding(name, "OUT-FOREIGN", target, place)


def _finding(name: str, code: str, value: str = "", place: Place = START) -> Diagnostic:
    return diagnostic(name, place, code, {"value": value})


def _is_foreign(target: str) -> bool:
    """Whether it is on another host, or no address at all."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def _stylesheet(name: str, text: str) -> Iterator[Diagnostic]:
    for match in _CSS_URL.finditer(text):
        target = match[1] or match[2]
        if _is_foreign(target):
            above = text[: match.start()]
            place = Place(above.count("\n") + 1, match.start() - above.rfind("\n"))
            yield _finding(name, "OUT-FOREIGN", target, place)


def _links(
    name: str,
    document: _AuditedPage,
    files: Container[str],
    documents: Mapping[str, _AuditedPage],
    base: str,
) -> Iterator[Diagnostic]:
    """Every link and every loaded file inside the site is there, with its fragment."""
    for target, place in (document.links | document.loads).items():
        try:
            # From the root it is the same for every page, and nearly all are.
            path, fragment = _aim("" if target.startswith("/") else name, target, base)
        except ValueError:  # no address at all
            yield _finding(name, "OUT-LINK", target, place)
            continue
        if path is None:
            continue
        if path not in files:
            yield _finding(name, "OUT-LINK", target, place)
        elif fragment and path in documents and fragment not in documents[path].ids:
            yield _finding(name, "OUT-FRAGMENT", target, place)


@lru_cache(maxsize=100_000)
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
