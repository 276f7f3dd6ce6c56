"""What is shown of an entry that was found, and by which words it is found through others."""

from collections.abc import Callable
from datetime import date

import pytest

from plugins.catalogue.link import Catalogue
from plugins.search.document import hit, own_terms, terms_around
from plugins.search.meanings import meanings_of, table

TODAY = date(2026, 11, 22)
LISTS = {"vocabulary/topics.yaml": "musik: {label: {de: Musik}}\n"}
CHOR = "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n"
EVENT = "title: Fest\nstart: 2026-12-01T18:00\norganisers: [chor]\ntopics: [musik]\n"
OWN = "venue: {name: Altes Rathaus, street: Markt 1}\n"


@pytest.fixture
def event(catalogue: Callable[..., Catalogue]) -> Callable[[str], Catalogue]:
    def with_event(more: str) -> Catalogue:
        return catalogue(
            {**LISTS, "associations/chor.yaml": CHOR, "events/fest.yaml": EVENT + more}
        )

    return with_event


@pytest.mark.parametrize(
    ("more", "note"),
    [(OWN, "Altes Rathaus Markt 1"), ("venue: chor\n", "Chor"), ("", "Chor")],
)
def test_an_event_says_where_it_is_or_who_does_it(
    event: Callable[[str], Catalogue], more: str, note: str
) -> None:
    found = event(more)
    assert hit(found, found.events[0], TODAY).said == (("", "Fest", note),)


def test_who_does_it_is_not_of_its_own_terms(event: Callable[[str], Catalogue]) -> None:
    """So a new name of an association is looked for without its events being read."""
    found = event(OWN)
    meanings = meanings_of(table(found.vocabularies))
    own = own_terms(meanings, found.events[0], TODAY)
    around = terms_around(found, meanings, found.events[0], own.reference)
    assert {"fest", "rathaus"} <= own.words.keys()
    assert "chor" not in own.words
    assert around.words == {"chor": 4}


@pytest.mark.parametrize(
    ("more", "kind", "when"),
    [
        ("", "e", "2026-12-01T18:00/2026-12-01T18:00"),
        ("end: 2026-12-03T20:00\n", "e", "2026-12-01T18:00/2026-12-03T20:00"),
        ("end: 2026-12-01T20:00\nstatus: cancelled\n", "E", "2026-12-01T18:00/2026-12-01T20:00x"),
        ("end: 2026-12-01T20:00\nstatus: postponed\n", "E", "2026-12-01T18:00/2026-12-01T20:00>"),
        ("repeat: {every: week}\n", "e", "2026-12-01T18:00+"),
        (
            "repeat: {every: week, cancelled: {2026-12-01: Krank}}\n",
            "e",
            "2026-12-08T18:00+",
        ),
        ("repeat: {every: year, cancelled: {2026-12-01: Krank}}\n", "e", "2027-12-01T18:00+"),
        (
            "repeat: {every: week, count: 1, cancelled: {2026-12-01: Krank}}\n",
            "e",
            "2026-12-01T18:00+",
        ),
    ],
)
def test_an_event_says_when_it_is_and_whether(
    event: Callable[[str], Catalogue], more: str, kind: str, when: str
) -> None:
    found = event(more)
    shown = hit(found, found.events[0], TODAY)
    assert (shown.reference[0], shown.when) == (kind, when)


def test_a_room_is_found_by_its_seats_and_its_days(catalogue: Callable[..., Catalogue]) -> None:
    found = catalogue(
        {
            **LISTS,
            "vocabulary/categories.yaml": "raum: {label: {de: Raum}}\n",
            "associations/chor.yaml": CHOR,
            "board/saal.yaml": (
                "title: Unser Haus\nkind: offer\nassociation: chor\ncategory: raum\n"
                "posted: 2026-11-01\nexpires: 2027-03-01\nroom: {seats: 60, kitchen: yes}\n"
                "available: {weekdays: [saturday, sunday]}\n"
            ),
        }
    )
    own = own_terms(meanings_of(table(found.vocabularies)), found.board[0], TODAY)
    assert {"60", "kuche", "samstag", "sonntag"} <= own.words.keys()


def test_a_name_of_one_letter_is_a_word(catalogue: Callable[..., Catalogue]) -> None:
    found = catalogue({**LISTS, "associations/q.yaml": CHOR.replace("Chor", "Q")})
    own = own_terms(meanings_of(table(found.vocabularies)), found.associations[0], TODAY)
    assert own.words["q"] == 9
