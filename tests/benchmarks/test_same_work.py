"""Hugo with our pages writes the same files as we do, and they say the same."""

from pathlib import Path

import pytest

from benchmarks import same_work
from benchmarks.same_work import KINDS, SMALL, Compared, compared, kind, page_says, said

PAGE = (
    '<h1>Chor</h1><p>Am <a href="/a/"><bdi>1. Mai</bdi></a>,'
    ' <time datetime="10:00">10 Uhr</time></p>'
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    work = tmp_path_factory.mktemp("sites") / "work"
    work.mkdir()
    return compared(SMALL, work)


@pytest.mark.hugo
@pytest.mark.slow
def test_the_same_files(found: Compared) -> None:
    assert (found.only_ours, found.only_peer) == ((), ())
    assert set(found.kinds) == set(KINDS.values())


@pytest.mark.hugo
@pytest.mark.slow
def test_they_say_the_same(found: Compared) -> None:
    first = {kind(path): path for path in reversed(found.differing)}
    assert ["\n".join(found.difference(path)) for path in first.values()] == []


@pytest.mark.hugo
@pytest.mark.slow
def test_as_much_is_written(found: Compared) -> None:
    assert len(found.peer.files) == pytest.approx(len(found.ours.files), rel=0.1)
    assert found.peer.size == pytest.approx(found.ours.size, rel=0.1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<h1>", "<h1 class='big'>"),
        ("<p>Am ", "<p>\n  Am "),
        ("<bdi>1. Mai</bdi>", "1. Mai"),
        ("<p>Am", "<svg><path d='M1'/></svg><p>Am"),
    ],
)
def test_the_markup_of_a_page_does_not_count(one: str, other: str) -> None:
    assert one in PAGE
    assert page_says(PAGE.replace(one, other)) == page_says(PAGE)


@pytest.mark.parametrize("part", ["Chor", "Am", "/a/", "1. Mai", "10:00", "10 Uhr"])
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


def test_data_at_the_peers_address_is_ours() -> None:
    assert same_work.data_path("daten/v1/biete-suche/saal.json") == "daten/v1/board/saal.json"
    assert same_work.data_path("biete-suche/saal/index.html") == "biete-suche/saal/index.html"


def test_what_is_left_out_is_nobodys_entry() -> None:
    left = ["404.html", "mitmachen/termin/index.html", "netzwerke/index.html"]
    kept = ["vereine/daten/index.html", "termine/404.html", "netzwerke/saal/index.html"]
    assert [path for path in left + kept if same_work.LEFT_OUT.match(path)] == left


def test_kinds(tmp_path: Path) -> None:
    assert kind("termine/archiv/2025/index.html") == "archive"
    assert kind("termine/2027-10/index.html") == "month"
    assert kind("fremd.html") == "fremd.html"
