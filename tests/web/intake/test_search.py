"""The search on the server: what browsers find, from files that the index names, nothing else."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest

from plugins.catalogue.settings import Settings
from plugins.search import shards
from plugins.search.query import SearchIndex, answer
from plugins.web.http import SAFE, Response
from plugins.web.intake.loaded_site import LoadedSite
from plugins.web.intake.search import BuiltIndex
from tests.each import each
from tests.search.built import written
from tests.web.intake.conftest import NOW, TODAY, Desk, html

ODD = ("../../etc", "/etc/passwd", "..%2f..", "\x00\x01", "x" * 5000, "<script>", "🎉", "தமிழ்")


@pytest.fixture(scope="module")
def texts(known: LoadedSite) -> dict[str, str]:
    return written(known.catalogue, TODAY, known.settings.site)


@pytest.fixture
def built(desk: Desk, texts: dict[str, str], tmp_path: Path) -> Iterator[Path]:
    """The folder of the index, beside a service that reads it."""
    folder = tmp_path / "output" / "suche" / "1"
    for name, text in texts.items():
        file = folder / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    known = desk.service.known
    settings: Settings = replace(known.settings, output=tmp_path / "output")
    desk.service = replace(desk.service, known=replace(known, settings=settings))
    yield folder


def ask(desk: Desk, question: str, language: str = "de") -> Response:
    return desk.get(f"/einreichen/suche/?{urlencode({'q': question, 'sprache': language})}")


def hits(response: Response) -> list[str]:
    found = re.findall(r'<li class="hit"><a href="([^"]+)"', html(response))
    return [unescape(path) for path in found]


def text_of(response: Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html(response))).split())


@each("language", ["de", "en", "ar"])
@each("question", ["Chor", "Tanz", "Musik", "Beratung", "türkisch", "موسيقى", "music"])
def test_hits_are_those_of_the_query(
    desk: Desk, built: Path, texts: dict[str, str], question: str, language: str
) -> None:
    expected = answer(SearchIndex(lambda name: texts.get(name, "")), question, language).hits
    shown = ask(desk, question, language)
    folder = "" if language == "de" else f"/{language}"
    assert sorted(hits(shown)) == sorted(folder + hit.path for hit in expected)
    assert hits(shown)[:3] == [folder + hit.path for hit in expected[:3]] or len(expected) <= 3
    assert f'<html lang="{language}"' in html(shown)
    assert '<meta name="robots" content="noindex">' in html(shown)
    assert {name: shown.headers[name] for name in SAFE} == dict(SAFE)


def test_the_small_site_has_hits(desk: Desk, built: Path) -> None:
    assert hits(ask(desk, "Chor")) or hits(ask(desk, "Musik"))


@each("question", ODD)
def test_no_question_reads_another_file(
    built: Path, question: str, texts: dict[str, str], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (built / "index.txt").touch()
    read: list[Path] = []
    original = Path.read_text

    def noted(self: Path, *given: str) -> str:
        if self.suffix == ".txt":
            read.append(self)
        return original(self, *given)

    monkeypatch.setattr(Path, "read_text", noted)
    shown = ask(desk, question)
    assert shown.status == 200
    allowed = {"index", *(f"k/{name}" for name in shards.KEY_FILES), *texts}
    assert read[0] == built / "index.txt"
    assert {p.relative_to(built).with_suffix("").as_posix() for p in read} <= allowed
    assert desk.notes == []


def test_a_name_that_the_index_has_not_is_not_read(built: Path) -> None:
    (built.parent / "secret.txt").write_text("secret\t9aAAAAA\n")
    index = BuiltIndex(built.parents[1], {"search": "suche"}).now()
    assert index is not None
    assert index.lines("../secret") == [] and index.lines("i/../../secret") == []


def test_markup_does_not_get_through(desk: Desk, built: Path) -> None:
    shown = html(ask(desk, '"><b id=x>Chor</b>'))
    assert "<b id=x>" not in shown
    for file in built.glob("d/*.txt"):
        text = file.read_text("utf-8")
        first = text.split("\t")[3]
        file.write_text(text.replace(first, f"<b id=x>{first}"), "utf-8")
        shown = html(ask(desk, first))
        assert "&lt;b id=x&gt;" in shown and "<b id=x>" not in shown


def test_nothing_found_leads_on(desk: Desk, built: Path) -> None:
    shown = ask(desk, "qqqqqqqqqq")
    assert "Kein Treffer" in text_of(shown) and "mailto:" in html(shown)
    assert "Themen und Wörter" in text_of(shown)


def test_without_an_index_the_page_says_so(desk: Desk, built: Path) -> None:
    index = built / "index.txt"
    text = index.read_text("utf-8")
    index.unlink()
    assert "Die Suche ist gerade nicht da" in text_of(ask(desk, "Chor"))
    index.write_text(text[:40], "utf-8")
    assert "Die Suche ist gerade nicht da" in text_of(ask(desk, "Chor"))
    index.write_text(text, "utf-8")
    assert "Die Suche ist gerade nicht da" not in text_of(ask(desk, "Chor"))


def test_what_is_built_anew_is_found_at_once(desk: Desk, built: Path) -> None:
    [path, *_] = hits(ask(desk, "Musik"))
    for file in built.glob("d/*.txt"):
        text = file.read_text("utf-8")
        file.write_text(text.replace(f"\t{path}\t", f"\t{path}neu/\t"), "utf-8")
    assert hits(ask(desk, "Musik"))[0] == f"{path}neu/"


def test_two_at_once_get_their_own(desk: Desk, built: Path) -> None:
    asked = ["Musik", "Tanz", "Beratung", "qqqqqqqqqq"] * 3
    expected = [hits(ask(desk, one)) for one in asked]
    (built / "index.txt").touch()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda one: hits(ask(desk, one)), asked)) == expected


def test_what_is_over_says_so_when_it_is_asked(desk: Desk, built: Path) -> None:
    file = built / "d" / "all.txt"
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    event = next(fields for fields in lines if fields[0][0] == "e")
    event[2] = "2026-11-22T19:00"
    file.write_text("".join("\t".join(fields) + "\n" for fields in lines), "utf-8")

    def facts() -> str:
        found = re.search(
            rf'href="{event[1]}"[^>]*>[^<]*</a>\s*<span class="hit__facts">([^<]*)',
            html(ask(desk, event[3])),
        )
        assert found is not None
        return found[1].strip()

    assert facts() == "22.\N{NO-BREAK SPACE}November 2026, 19:00"
    desk.now = NOW + timedelta(hours=1)
    assert facts() == "vorbei · 22.\N{NO-BREAK SPACE}November 2026, 19:00"


def test_questions_are_no_submissions(desk: Desk, built: Path) -> None:
    for _ in range(100):
        assert ask(desk, "Musik").status == 200
    assert desk.notes == []
