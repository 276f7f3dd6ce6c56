"""Ids to entries, both ways."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from plugins.catalogue import source
from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.fields.containers import NOTHING
from plugins.catalogue.forgotten import Forgotten
from plugins.catalogue.link import (
    Catalogue,
    ReferenceTargets,
    broken_references,
    pictures_of,
    place_named,
    resolve,
)
from plugins.catalogue.model import (
    NOWHERE,
    Article,
    Association,
    Attendance,
    Entry,
    Event,
    Funding,
    Image,
    Network,
    Origin,
    Placed,
    Posting,
    Report,
    Translation,
    Venue,
)
from plugins.catalogue.nodes import Mapping, Scalar

DAY = date(2026, 1, 1)


def origin(path: str) -> Origin:
    return Origin(path, NOWHERE.fields)


CHOIR = Association(id="chor", origin=origin("a"), name="Chor", topics=("musik",), listed=DAY)
CLUB = Association(id="klub", origin=origin("b"), name="äklub", topics=("sport",), listed=DAY)
NETWORK = Network(id="netz", origin=origin("c"), title="Netz", members=("klub", "chor"))
FUND = Funding(id="fonds", origin=origin("d"), title="Fonds", funder="Stadt")
EVENT = Event(
    id="probe",
    origin=origin("e"),
    title="Probe",
    start=datetime(2026, 1, 1, 19, 0),
    organisers=("chor", "office"),
    networks=("netz",),
    funding=("fonds",),
)
POSTING = Posting(
    id="saal",
    origin=origin("f"),
    kind="offer",
    title="Saal",
    association="chor",
    category="raum",
    posted=DAY,
    expires=DAY,
)
ENTRIES: tuple[Entry, ...] = (CHOIR, CLUB, NETWORK, FUND, EVENT, POSTING)
CATALOGUE = resolve(ENTRIES, {})
KNOWN = {
    "associations": {"chor", "klub"},
    "networks": {"netz"},
    "funding": {"fonds"},
    "board": {"saal"},
    "events": {"probe"},
}


def test_there_and_back() -> None:
    assert (
        CATALOGUE.association("chor"),
        CATALOGUE.event("probe"),
        CATALOGUE.network("netz"),
        CATALOGUE.posting("saal"),
        CATALOGUE.programme("fonds"),
        CATALOGUE.events_of("chor"),
        CATALOGUE.postings_of("chor"),
        CATALOGUE.networks_of("chor"),
        CATALOGUE.meetings_of("netz"),
        CATALOGUE.events_funded_by("fonds"),
    ) == (
        CHOIR, EVENT, NETWORK, POSTING, FUND, (EVENT,), (POSTING,), (NETWORK,), (EVENT,), (EVENT,)
    )  # fmt: skip


def test_what_is_not_there_is_none_or_empty() -> None:
    empty = Catalogue()
    assert (empty.association("x"), empty.event("x"), empty.network("x")) == (None, None, None)
    assert (empty.posting("x"), empty.programme("x"), empty.revision_of("x")) == (None, None, 0)
    assert (empty.events_of("chor"), list(empty.entries)) == ((), [])
    assert (empty.is_known("events/x"), empty.is_taken("events/x")) == (False, False)
    assert CATALOGUE.events_of("klub") == ()


def test_what_refers_to_an_entry_that_is_not_readable_is_found() -> None:
    rest = CATALOGUE.without({"a"})
    assert (rest.association("chor"), rest.events_of("chor")) == (None, (EVENT,))


@pytest.mark.parametrize(
    ("place", "known", "taken"),
    [
        ("events/probe", True, True),  # readable
        ("events/kaputt", True, True),  # a file with errors
        ("events/neu", False, True),  # readable, and not among what was given as known
        ("events/frueher", False, True),  # an id that it once had
        ("events/saal", False, False),
        ("board/probe", False, False),
        ("events", False, False),
    ],
)
def test_who_has_an_address(place: str, *, known: bool, taken: bool) -> None:
    new = changed(EVENT, id="neu", formerly=("frueher",))
    there = resolve((EVENT, new), {}, known=frozenset({("events", "probe"), ("events", "kaputt")}))
    assert (there.is_known(place), there.is_taken(place)) == (known, taken)


def test_when_an_event_was_last_changed() -> None:
    dated = replace(CATALOGUE, revisions={"events/probe": 7, "board/fest": 8})
    assert [dated.revision_of(key) for key in ("probe", "fest", "nie")] == [7, 0, 0]


def test_order_is_that_of_names_whatever_the_input() -> None:
    assert CATALOGUE.associations == (CLUB, CHOIR)
    assert resolve(reversed(ENTRIES), {}) == CATALOGUE


def test_without_files() -> None:
    known = replace(CATALOGUE, revisions={"events/probe": 7}, forgotten=Forgotten(salt=b"s"))
    rest = known.without({"a"})
    assert (rest.association("chor"), rest.networks_of("klub")) == (None, (NETWORK,))
    assert (rest.revisions, rest.forgotten) == (known.revisions, known.forgotten)
    assert [entry.id for entry in rest.entries] == ["klub", "probe", "saal", "netz", "fonds"]


def test_without_a_translation_the_entry_stays() -> None:
    translations = tuple(
        Translation(language=language, source="", fields=NOTHING, text="", path=f"a.{language}")
        for language in ("en", "tr")
    )
    choir = Association(**{**vars(CHOIR), "translations": translations})
    [kept] = resolve((choir,), {}).without({"a.en"}).associations
    assert kept.translations == translations[1:]


def missing(entry: Entry) -> list[tuple[str, str]]:
    found = broken_references((entry,), ReferenceTargets(KNOWN, {"da.png"}))
    return [(d.code, dict(d.details)["value"]) for d in found]


def changed(entry: Entry, **fields: object) -> Entry:
    return type(entry)(**{**vars(entry), **fields})


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (EVENT, []),
        (changed(EVENT, organisers=("office",)), []),
        (
            changed(EVENT, organisers=("x", "chor", "y")),
            [("REF-MISSING", "x"), ("REF-MISSING", "y")],
        ),
        (changed(EVENT, networks=("chor",)), [("REF-MISSING", "chor")]),
        (changed(EVENT, networks=("office",)), [("REF-MISSING", "office")]),
        (changed(EVENT, funding=("x",)), [("REF-MISSING", "x")]),
        (changed(EVENT, venue="klub"), []),
        (changed(EVENT, venue="x"), [("REF-PLACE", "x")]),
        (changed(EVENT, venue="Bürgerhaus"), [("REF-PLACE", "Bürgerhaus")]),
        (changed(EVENT, venue="Online-Café"), [("REF-PLACE", "Online-Café")]),
        (changed(EVENT, venue="online"), [("REF-ONLINE", "online")]),
        (changed(EVENT, venue="Online (per Zoom)"), [("REF-ONLINE", "Online (per Zoom)")]),
        (
            changed(EVENT, venue="https://treffen.example"),
            [("REF-ONLINE", "https://treffen.example")],
        ),
        (changed(EVENT, organisers=("Ein Chor",)), [("REF-NAME", "Ein Chor")]),
        (changed(EVENT, organisers=("chor; klub",)), [("FLD-LIST", "[chor, klub]")]),
        (changed(EVENT, venue=Venue(name="x")), []),
        (changed(EVENT, image="da.png"), []),
        (changed(EVENT, image="x.png"), [("IMG-MISSING", "x.png")]),
        (changed(EVENT, image=Image(file="x.png")), [("IMG-MISSING", "x.png")]),
        (
            changed(EVENT, attendance=Attendance(associations=("x",))),
            [("REF-MISSING", "x")],
        ),
        (changed(CHOIR, logo="x.png"), [("IMG-MISSING", "x.png")]),
        (
            changed(CHOIR, images=(Image(file="da.png"), Image(file="x.png"))),
            [("IMG-MISSING", "x.png")],
        ),
        (changed(POSTING, placed=Placed(on=DAY, with_="klub")), []),
        (changed(POSTING, placed=Placed(on=DAY, with_="saal")), []),
        (changed(POSTING, placed=Placed(on=DAY, with_="x")), [("REF-MISSING", "x")]),
        (changed(NETWORK, members=("netz",)), [("REF-MISSING", "netz")]),
    ],
)
def test_broken_references(entry: Entry, expected: list[tuple[str, str]]) -> None:
    assert missing(entry) == expected


def test_a_missing_id_comes_with_the_nearest_known_one() -> None:
    [found] = broken_references((changed(POSTING, association="chro"),), ReferenceTargets(KNOWN))
    assert found.remedy("de") == "Meinten Sie »chor«?"
    assert found.message("en") == 'There is no such entry: an association "chro".'


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Gemischter Chor e. V.", "chor"),
        ("gemischter chor e. v.", "chor"),
        ("GemCh", "chor"),
        ("Gemischte Chor e. V.", "chor"),
        ("Zwilling", ""),
        ("Klub", "klub"),
        ("Ganz etwas anderes", ""),
    ],
)
def test_only_what_exists_is_proposed(text: str, meant: str) -> None:
    choir = changed(CHOIR, name="Gemischter Chor e. V.", short_name="GemCh")
    twins = [changed(CHOIR, id=f"z{n}", name="Zwilling") for n in (1, 2)]
    known = ReferenceTargets(KNOWN, entries=(choir, *twins))
    [found] = broken_references((changed(POSTING, association=text),), known)
    assert (found.code, dict(found.details)["suggestion"]) == ("REF-NAME", meant)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Bürgerhaus", "{name: Bürgerhaus}"),
        ("Haus am See", "{name: Haus am See}"),
        ("Rathaus, Markt 1", '{name: "Rathaus, Markt 1"}'),
        ('Saal "Nord"', '{name: "Saal \\"Nord\\""}'),
        ("[neu]", '{name: "[neu]"}'),
        ("01067", '{name: "01067"}'),
        ("- hier", '{name: "- hier"}'),
    ],
)
def test_a_place_is_written_so_that_it_is_read_again(name: str, written: str) -> None:
    assert place_named(name) == written
    document = source.read(f"venue: {written}\n".encode(), Problems(""), markdown=False)
    assert document is not None
    venue = document.fields.get("venue")
    assert isinstance(venue, Mapping) and venue.get("name") == Scalar(name, Place(1, 15))


def test_the_name_of_a_field_is_no_part_of_a_place() -> None:
    assert [place_named(text) for text in ("name: Saal", "name:Saal", "name: a, b", "name:")] == [
        "{name: Saal}",
        "{name: Saal}",
        '{name: "a, b"}',
        '{name: "name:"}',
    ]


def test_pictures_of() -> None:
    entry = changed(CHOIR, logo="a.png", images=(Image(file="b.png"),))
    assert sorted(pictures_of(entry)) == [("images.0.file", "b.png"), ("logo", "a.png")]


def test_every_kind_has_its_place() -> None:
    report = Report(id="r", origin=NOWHERE, title="R", period=None)  # type: ignore[arg-type]
    page = Article(id="p", origin=NOWHERE, title="P")
    assert list(resolve((page, report), {}).entries) == [report, page]
