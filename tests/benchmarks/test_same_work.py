"""Hugo with our pages writes the same files as we do, and they say the same."""

from dataclasses import dataclass

import pytest

from benchmarks import same_work
from benchmarks.division import BOUNDS
from benchmarks.same_work import (
    KINDS,
    LOW,
    OF_DIVIDED,
    SMALL,
    Compared,
    compared,
    kind,
    page_says,
    said,
)

PAGE = (
    '<h1>Chor</h1><p>Am <a href="/a/"><bdi>1. Mai</bdi></a>,'
    ' <time datetime="10:00">10 Uhr</time></p>'
    '<p data-true-until="2026-12-01">3 Proben</p><p data-until="2026-12-31">Kommt!</p>'
    '<script type="application/ld+json">{"@type":"Event","url":"https://a.example"}</script>'
)


@dataclass(frozen=True)
class Sites:
    """Both sites with these bounds, compared, and the kinds of files they should have."""

    found: Compared
    kinds: frozenset[str]


@pytest.fixture(scope="module", params=[BOUNDS, LOW], ids=["whole", "divided"])
def sites(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Sites:
    work = tmp_path_factory.mktemp("sites") / "work"
    work.mkdir()
    kinds = frozenset(KINDS.values())
    return Sites(
        compared(SMALL, work, request.param),
        kinds if request.param == LOW else kinds - OF_DIVIDED,
    )


@pytest.mark.hugo
@pytest.mark.slow
def test_the_same_files(sites: Sites) -> None:
    assert (sites.found.only_ours, sites.found.only_peer) == ((), ())
    assert set(sites.found.kinds) == sites.kinds


@pytest.mark.hugo
@pytest.mark.slow
def test_they_say_the_same(sites: Sites) -> None:
    first = {kind(path): path for path in reversed(sites.found.differing)}
    assert ["\n".join(sites.found.difference(path)) for path in first.values()] == []


@pytest.mark.hugo
@pytest.mark.slow
def test_as_much_is_written(sites: Sites) -> None:
    """The files are equal in number (above); of what is in them, spaces between tags differ."""
    assert sites.found.peer.size == pytest.approx(sites.found.ours.size, rel=0.1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<h1>", "<h1 class='big'>"),
        ("<p>Am ", "<p>\n  Am "),
        ("<bdi>1. Mai</bdi>", "1. Mai"),
        ("<p>Am", "<i class='icon'></i><p>Am"),
        (
            '"@type":"Event","url":"https://a.example"',
            '"url": "https://a.example", "@type": "Event"',
        ),
    ],
)
def test_the_markup_of_a_page_does_not_count(one: str, other: str) -> None:
    assert one in PAGE
    assert page_says(PAGE.replace(one, other)) == page_says(PAGE)


@pytest.mark.parametrize(
    "part",
    ["Chor", "Am", "/a/", "1. Mai", "10:00", "10 Uhr", "Event", "2026-12-01", "2026-12-31"],
)
def test_what_a_page_says_counts(part: str) -> None:
    assert part in PAGE
    assert page_says(PAGE.replace(part, "anders")) != page_says(PAGE)


def test_of_similar_associations_the_number_counts() -> None:
    section = '<section class="section" aria-labelledby="nah">{}</section>'
    card = "<h3><a href='/{0}/'>{0}</a></h3>"

    def says(names: str) -> list[str]:
        return page_says(PAGE + section.format("".join(map(card.format, names))))

    assert says("ab") == says("cd")
    assert says("ab") != says("abc")


def test_how_a_calendar_is_folded_does_not_count() -> None:
    one = said("termine/a.ics", b"SUMMARY:Ein Fest\r\n im Hof\r\nEND:VEVENT\r\n")
    assert one == said("termine/a.ics", b"SUMMARY:Ein Festim Hof\r\nEND:VEVENT\r\n")
    assert one != said("termine/a.ics", b"SUMMARY:Ein Fest\r\nim Hof\r\nEND:VEVENT\r\n")


@pytest.mark.parametrize(
    ("peers", "ours"),
    [
        ("daten/v1/biete-suche/saal.json", "daten/v1/board/saal.json"),
        ("biete-suche/saal/index.html", "biete-suche/saal/index.html"),
        ("vereine/a-z/s/page/2/index.html", "vereine/a-z/s-2/index.html"),
        ("vereine/a-z/sprache/ar/s/page/12/index.html", "vereine/a-z/sprache/ar/s-12/index.html"),
        ("termine/archiv/2025-03/page/2/index.html", "termine/archiv/2025-03-2/index.html"),
        ("biete-suche/archiv/2025/page/2/index.html", "biete-suche/archiv/2025-2/index.html"),
        ("termine/2026-11/22/page/2/index.html", "termine/2026-11/22/2/index.html"),
        ("termine/2026-W48/page/3/index.html", "termine/2026-W48/3/index.html"),
        ("termine/wochenende/page/2/index.html", "termine/wochenende/2/index.html"),
        ("termine/kostenlos/page/2/index.html", "termine/kostenlos/2/index.html"),
        ("termine/thema/musik/page/2/index.html", "termine/thema/musik/2/index.html"),
        ("biete-suche/kategorie/room/page/2/index.html", "biete-suche/kategorie/room/2/index.html"),
    ],
)
def test_the_peers_files_have_our_names(peers: str, ours: str) -> None:
    assert same_work.our_path(peers) == ours


def test_the_peers_links_lead_to_our_numbers() -> None:
    link = '<a href="https://a.example/vereine/a-z/s{}">weiter</a>'.format
    theirs = same_work.peer_said("vereine/index.html", link("/page/2/").encode())
    assert theirs == said("vereine/index.html", link("-2/").encode())


def test_what_is_left_out_is_nobodys_entry() -> None:
    left = ["404.html", "mitmachen/termin/index.html", "netzwerke/index.html", "suche/1/i/a.txt"]
    kept = ["vereine/daten/index.html", "termine/404.html", "netzwerke/saal/index.html"]
    kept += ["suche/index.html", "vereine/sw.js"]
    assert [path for path in left + kept if same_work.LEFT_OUT.match(path)] == left


def test_in_however_many_sitemaps_an_address_stands_does_not_count() -> None:
    def sitemaps(*parts: str) -> same_work.Site:
        text = "<loc>https://a.example/{}</loc>".format
        return same_work.Site(
            {f"sitemap{n}.xml": text(one).encode() for n, one in enumerate(parts)}
        )

    one = same_work.comparable(sitemaps("vereine/", "termine/", "bericht/"))
    assert one == same_work.comparable(sitemaps("termine/", "vereine/", "sitemap-termine.xml"))
    assert one != same_work.comparable(sitemaps("termine/", "vereine/", "biete-suche/"))


def test_of_the_code_on_a_sheet_only_its_name_counts() -> None:
    code = '<svg role="img" aria-label="QR-Code dieser Seite">{}</svg>'.format
    files = {"a": code('\n<path d="M0 0h7"/>').encode(), "b": b'<svg><path d="M0 0h7"/></svg>'}
    kept = same_work.comparable(same_work.Site(files)).files
    assert (kept["a"], kept["b"]) == (code("").encode(), files["b"])


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("termine/archiv/2025/index.html", "archive"),
        ("termine/archiv/2025-03-2/index.html", "month of the archive"),
        ("termine/2027-10/index.html", "month"),
        ("termine/2027-10/31/2/index.html", "day"),
        ("termine/2027-W10/2/index.html", "week"),
        ("termine/wochenende/index.html", "week"),
        ("termine/sprache/ar/2/index.html", "choice of the calendar"),
        ("termine/kostenlos/index.html", "choice of the calendar"),
        ("termine/sprache/index.html", "event"),
        ("biete-suche/raeume/index.html", "rooms"),
        ("fremd.html", "fremd.html"),
    ],
)
def test_kinds(path: str, name: str) -> None:
    assert kind(path) == name
