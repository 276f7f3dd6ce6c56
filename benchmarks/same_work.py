"""Whether Hugo with our pages does the same work: both sites' files, and what they say.

    python -m benchmarks.same_work [ASSOCIATIONS EVENTS POSTINGS [WHOLE PAGE GRID]]

Builds both, prints for each kind of file how many there are and how many say the same, and the
first that does not. Of a page the words count, where its links lead and what it says for machines;
not the markup. What is left out of both sides, `LEFT_OUT`, `CODE` and `SIMILAR` say.
"""

import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from benchmarks.division import BOUNDS, Bounds
from benchmarks.measure import fast_folder
from benchmarks.tools import Size, equal_hugo, ours

SMALL: Size = (45, 100, 50)

LEFT_OUT = re.compile(
    r"(404\.html|(abonnieren|bericht|daten|foerderung|netzwerke|stand)/index\.html|mitmachen/.*"
    r"|(vereine|biete-suche|netzwerke|termine)(/.+)?\.(atom|json)|.+/kalender\.html"
    r"|(termine|netzwerke)/[^/]+(/[^/]+)?/termine\.ics"
    r"|daten/v1/names\.json|\.entries\.json|\.manifest"
    r"|suche/1/.*|sw\.js|apple-touch-icon\.png)$"
)
"""What the peer has not: 18 pages that are alike at every size, the names that a form on one
of them fetches, the records of our build; news, what others embed, and the calendars of choices:
they come of what git says, and of terms that no event has; and what Hugo's templates cannot make:
the index of the search (folded words, parts of compounds), sw.js (it names files by what is in
them), a drawing."""

NOT_FOUND = re.compile(
    r"\.xml$|example/(abonnieren|bericht|daten|foerderung|netzwerke|stand)/$|example/mitmachen/"
)
"""What of sitemaps is not compared: their parts, and those 18 pages."""

CODE = re.compile(rb'(?<=aria-label="QR-Code dieser Seite">)\s*<path d="[^"]*"/>')
"""The drawn code on a sheet to print: no template of Hugo's can work it out."""

CHOICE = r"(kostenlos|stufenlos|online|mit-kindern|(thema|sprache|stadtteil|format)/[^/]+)"
"""The choices of the calendar that have pages, in addresses."""

KINDS: Mapping[str, str] = {
    r"index\.html": "home",
    r"vereine/index\.html": "directory",
    r"vereine/(thema|sprache|stadtteil|zielgruppe)/[^/]+/index\.html": "facet",
    r"vereine/a-z/.+/index\.html": "letter",
    r"vereine/[^/]+/index\.html": "association",
    r"vereine/[^/]+/termine\.ics": "association's calendar",
    r"termine/index\.html": "calendar",
    r"vereine/[^/]+/kontakt\.vcf": "association's card",
    r"termine/\d{4}-\d\d/index\.html": "month",
    r"termine/(\d{4}-W\d\d|wochenende)/(\d+/)?index\.html": "week",
    rf"termine/{CHOICE}/(\d+/)?index\.html": "choice of the calendar",
    r"termine/aushang/index\.html": "notice sheet",
    r"termine/\d{4}-\d\d/\d\d/(\d+/)?index\.html": "day",
    r"termine/archiv/\d{4}-\d\d(-\d+)?/index\.html": "month of the archive",
    r"termine/archiv/\d{4}\.ics": "calendar of a year",
    r"termine/archiv/(\d{4}/)?index\.html": "archive",
    r"termine/[^/]+/index\.html": "event",
    r"termine/[^/]+\.ics": "event's calendar",
    r"termine\.ics": "whole calendar",
    r"biete-suche/(archiv/)?index\.html": "board",
    r"biete-suche/raeume/index\.html": "rooms",
    r"biete-suche/kategorie/.+/index\.html": "category of the board",
    r"biete-suche/archiv/.+/index\.html": "year of the board",
    r"biete-suche/[^/]+/index\.html": "posting",
    r"daten/v1/.*\.json": "data",
    r"static/.*": "static",
    r"suche/index\.html": "search",
    r"offline/index\.html": "offline",
    r"app/.*|stand\.json|robots\.txt|sitemap\.xml": "for machines",
}
"""What the paths of both sites stand for; the first that fits counts, others are strangers."""

OF_DIVIDED = frozenset(
    (
        "letter",
        "day",
        "month of the archive",
        "calendar of a year",
        "category of the board",
        "year of the board",
    )
)
"""The kinds of which there are none where no list is too long."""

LOW = Bounds(whole=20, page=2, grid=4)
"""Bounds beyond which each list of the smallest site is divided."""

FOLDERS = {"vereine": "associations", "termine": "events", "biete-suche": "board"}

SIMILAR = re.compile(r'<section [^>]*aria-labelledby="nah">.*?</section>', re.S)
"""Which associations are similar Hugo finds with an index of its own: of them the number counts."""

LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
"""What a page says for machines."""


@dataclass(frozen=True)
class Site:
    """A site by the paths of its files."""

    files: Mapping[str, bytes]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(map(len, self.files.values()))


@dataclass(frozen=True)
class Compared:
    """What is compared of two sites: the files of each kind, and which do not say the same."""

    ours: Site
    peer: Site
    kinds: Mapping[str, int]
    only_ours: tuple[str, ...]
    only_peer: tuple[str, ...]
    differing: tuple[str, ...]

    def difference(self, path: str) -> Iterator[str]:
        """What each of the two says where they differ."""
        one, other = said(path, self.ours.files[path]), peer_said(path, self.peer.files[path])
        yield from unified_diff(one, other, f"ours/{path}", f"peer/{path}", lineterm="", n=2)


def compared(size: Size, work: Path, bounds: Bounds = BOUNDS) -> Compared:
    """Build both sites in `work`, which must be their first, and read them."""
    ours_built, peer_built = ours(work, size, bounds=bounds), equal_hugo(work, size, bounds)
    for tool in (ours_built, peer_built):
        tool.cold(0)
    return compare(read(ours_built.output), read(peer_built.output))


def compare(whole: Site, peer: Site) -> Compared:
    """What our files and the peer's say."""
    renamed = Site({our_path(path): data for path, data in peer.files.items()})
    mine, theirs = comparable(whole), comparable(renamed)
    both = sorted(mine.files.keys() & theirs.files.keys())
    return Compared(
        ours=mine,
        peer=theirs,
        kinds=Counter(map(kind, both)),
        only_ours=tuple(sorted(mine.files.keys() - theirs.files.keys())),
        only_peer=tuple(sorted(theirs.files.keys() - mine.files.keys())),
        differing=tuple(p for p in both if said(p, mine.files[p]) != peer_said(p, theirs.files[p])),
    )


def comparable(site: Site) -> Site:
    """What is compared of a site; the addresses of all sitemaps are one file."""
    files, addresses = {}, set()
    for path, data in site.files.items():
        if re.fullmatch(r"sitemap[^/]*\.xml", path):
            addresses |= set(map(our_number, re.findall(r"<loc>(.*?)</loc>", data.decode())))
        elif not LEFT_OUT.match(path):
            files[path] = CODE.sub(b"", data)
    pages = (address for address in addresses if not NOT_FOUND.search(address))
    return Site({**files, "sitemap.xml": "\n".join(sorted(pages)).encode()})


def read(folder: Path) -> Site:
    """All files below a folder."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return Site({path.relative_to(folder).as_posix(): path.read_bytes() for path in paths})


def our_path(path: str) -> str:
    """What we call a file of the peer's: an entry's data names our folder, not Hugo's page."""
    path = re.sub(r"(?<=^daten/v1/)[a-z-]+(?=/)", lambda found: FOLDERS[found[0]], path)
    return our_number(path)


def our_number(address: str) -> str:
    """Where the same page of a divided list is with us; Hugo has it below `page/2/`."""
    address = re.sub(r"(?<=/)page/(?=\d+/)", "page-", address)
    day = rf"termine/(\d{{4}}-\d\d/\d\d|\d{{4}}-W\d\d|wochenende|{CHOICE})"
    nested = rf"({day}|biete-suche/kategorie/[^/]+)/page-"
    return re.sub(r"/page-(?=\d+/)", "-", re.sub(nested, r"\1/", address))


def kind(path: str) -> str:
    """What stands at a path."""
    return next((name for form, name in KINDS.items() if re.fullmatch(form, path)), path)


# --- What a file says -----------------------------------------------------------------------------


def said(path: str, data: bytes) -> list[str]:
    """What a file says, line by line, without how it is written."""
    if path.startswith("static/"):
        return [data.hex()]
    text = data.decode()
    if path.endswith((".json", ".webmanifest")):
        return json_says(json.loads(text))
    if path.endswith((".ics", ".vcf")):
        return text.replace("\r\n ", "").split("\r\n")
    return page_says(text) if path.endswith(".html") else text.split("\n")


def peer_said(path: str, data: bytes) -> list[str]:
    """What a file of the peer's says, its links to numbered pages as ours."""
    if path.startswith("static/"):
        return said(path, data)
    return list(map(our_number, said(path, data)))


def json_says(known: object) -> list[str]:
    """What is known, a field a line, whatever their order."""
    return json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True).split("\n")


def page_says(text: str) -> list[str]:
    """The words of a page, its links and times, also until when they hold, block by block."""
    reader = _Reader()
    text = LINKED.sub(lambda found: _linked(json.loads(found[1])), text)
    reader.feed(SIMILAR.sub(lambda found: f"<p>{found[0].count('<h3')} similar</p>", text))
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return [line for line in lines if line]


def _linked(node: object) -> str:
    """What linked data say, whatever the order: each field a block."""
    return "".join(f"<p>{escape(line)}</p>" for line in json_says(node))


class _Reader(HTMLParser):
    """Collects what a page says."""

    INLINE = frozenset("a b bdi code del em i span strong svg path rect g time".split())

    SAYING = ("href", "datetime", "content", "aria-label", "data-until", "data-true-until")
    """The attributes that say something; those besides are markup."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag not in self.INLINE:
            self.parts.append("\n")
        for name in self.SAYING:
            if known.get(name):
                self.parts.append(f"\n<{name} {unquote(str(known[name]))}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data.replace("\n", " "))


def main(arguments: Sequence[str]) -> int:
    """Build, compare, print; 1 when anything differs."""
    associations, events, postings, *bounds = map(int, arguments or map(str, SMALL))
    with tempfile.TemporaryDirectory(prefix="bench-", dir=fast_folder()) as folder:
        work = Path(folder) / "sites"
        work.mkdir()
        found = compared((associations, events, postings), work, Bounds(*bounds))
        shutil.rmtree(work)
    differing = Counter(map(kind, found.differing))
    for name, count in sorted(found.kinds.items()):
        print(f"{name}: {count:,}, differing {differing[name]:,}")
    for name in differing:
        path = next(path for path in found.differing if kind(path) == name)
        print("\n".join(found.difference(path)))
    print("only ours:", *found.only_ours)
    print("only the peer's:", *found.only_peer)
    for name, site in (("ours", found.ours), ("peer", found.peer)):
        print(f"{name}: {len(site.files):,} files, {site.size:,} bytes")
    return int(bool(found.differing or found.only_ours or found.only_peer))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
