"""The calendar's own pages are found where there are any, and by a question for nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from plugins import calendar
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.settings import Settings
from plugins.rendering import urls
from plugins.rendering.divided import PAGE
from plugins.rendering.page import outputs
from plugins.rendering.urls import Address
from plugins.search.calendar_pages import BY_DAY, WORDS
from plugins.search.meanings import SEARCH_WORDS, key_of
from plugins.search.query import SearchIndex, answer
from tests import sample
from tests.search.built import written
from tests.sites.city import LANGUAGES

TODAY = date(2026, 11, 22)
LISTS = {
    "vocabulary/topics.yaml": "musik: {label: {de: Musik}}\n",
    "vocabulary/search_words.yaml": "".join(
        f"{key}: {{label: {{de: {german}, fr: {french}}}}}\n"
        for key, german, french in (
            ("event", "Termine", "événements"),
            ("today", "heute", "aujourd’hui"),
            ("next_week", "nächste Woche", "la semaine prochaine"),
            ("weekend", "Wochenende", "week-end"),
            ("free_of_charge", "kostenlos", "gratuit"),
            ("online", "online", "en ligne"),
        )
    ),
}
CHOR = {"associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n"}
EVENT = "title: Fest\nstart: 2026-12-01T18:00\norganisers: [chor]\ntopics: [musik]\n"
Answers = Callable[[dict[str, str], str], list[tuple[str, str]]]


@pytest.fixture
def answers(catalogue: Callable[..., Catalogue], settings: Settings) -> Answers:
    """The paths and French titles of what answers a question, of a city with these events."""
    site = replace(settings.site, languages=("de", "fr"))

    def asked(events: dict[str, str], question: str) -> list[tuple[str, str]]:
        texts = written(catalogue({**LISTS, **CHOR, **events}), TODAY, site)
        found = answer(SearchIndex(lambda name: texts.get(name, "")), question, "fr")
        return [(hit.path, hit.called("fr")[0]) for hit in found.hits]

    return asked


ONLINE = {"events/fern.yaml": f"{EVENT}online: https://example.org/\n"}
FREE = {"events/frei.yaml": f"{EVENT}price: kostenlos\n"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("kostenlos", [("/termine/kostenlos/", "Événements\u202f: gratuit")]),
        ("heute", [("/termine/?wann=heute", "Événements\u202f: aujourd’hui")]),
        ("aujourd'hui", [("/termine/?wann=heute", "Événements\u202f: aujourd’hui")]),
        (
            "nächste Woche",
            [("/termine/?wann=naechste-woche", "Événements\u202f: la semaine prochaine")],
        ),
        ("week-end", [("/termine/wochenende/", "Événements\u202f: week-end")]),
        ("online", []),
        ("Chor heute", [("/vereine/chor/", "Chor"), ("/termine/frei/", "Fest")]),
    ],
)
def test_pages_of_a_calendar(
    answers: Answers, question: str, expected: list[tuple[str, str]]
) -> None:
    assert answers(FREE, question) == expected


def test_where_nothing_is_free_no_page_says_so(answers: Answers) -> None:
    assert answers({"events/fest.yaml": EVENT}, "kostenlos") == []


def test_a_divided_calendar_is_not_filtered_by_days(answers: Answers) -> None:
    assert [path for path, _ in answers(ONLINE, "online")][:1] == ["/termine/?online=1"]
    many = {f"events/fest-{number}.yaml": EVENT for number in range(PAGE + 1)}
    assert answers(many, "heute") == []
    found = answers({**many, **ONLINE}, "online")
    assert [path for path, _ in found][:1] == ["/termine/online/"]
    assert [path for path, _ in answers(many, "Wochenende")] == ["/termine/wochenende/"]


def test_all_that_takes_place_comes_first_in_the_calendar(answers: Answers) -> None:
    assert [path for path, _ in answers(FREE, "Termine")][:1] == ["/termine/"]


@pytest.mark.sample
def test_every_page_is_there_and_called_in_every_language(settings: Settings) -> None:
    catalogue = load(sample.CONTENT).catalogue
    texts = written(catalogue, TODAY, replace(settings.site, languages=LANGUAGES))
    shown = {line.split("\t")[1] for line in texts["d/all"].split("\n") if line.startswith("c")}
    filtered = {*BY_DAY, "any_online", "any_children"}
    pages = {"calendar", "weekend", "free", "step_free"}
    words = settings.site.addresses
    assert shown == {urls.path(Address(name), words) for name in pages | filtered}
    planned = {page.address.name for page in outputs(calendar.pages(catalogue, TODAY))}
    assert planned & WORDS.keys() == pages
    terms = catalogue.vocabularies[SEARCH_WORDS]
    wanted = set(LANGUAGES) - {"de-simple"}
    lacking = {key: wanted - {tag for tag, _ in terms[key].label} for key in WORDS.values()}
    assert {key: tags for key, tags in lacking.items() if tags} == {}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("step-free", "step free"),
        ("Hip-Hop", "hip hop"),
        ("E-Mail-Hilfe", "emailhilfe"),
        ("Freund*innen", "freund"),
        ("aujourd’hui", "aujourd hui"),
        ("nächste Woche", "nachste woche"),
    ],
)
def test_words_of_a_list_are_those_of_a_question(words: str, key: str) -> None:
    assert key_of(words) == key
