"""The edges of the rules: what is just right, and what is just wrong."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.validation.check import check, check_folder
from plugins.validation.context import SiteRules

TODAY = date(2026, 12, 1)
SITE = SiteRules(
    vocabulary=Path(__file__).parents[1] / "cases" / "vocabulary",
    reserved={"associations": frozenset({"thema"}), "pages": frozenset({"termine"})},
)
HEADS = {
    "associations": "name: Verein\ntopics: [musik]\nlisted: 2024-01-10\n",
    "events": "title: Probe\norganisers: [office]\n",
    "board": "kind: offer\ntitle: Saal\nassociation: chor\ncategory: raum\n",
    "networks": "title: Netz\n",
    "funding": "title: Fonds\nfunder: Stadt\n",
    "reports": "title: Bericht\nperiod: {from: 2025-01-01, until: 2025-12-31}\n",
    "pages": "title: Seite\n",
}
CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2024-01-10\n"


def codes(folder: Path, files: Mapping[str, str]) -> list[str]:
    """The codes that a folder of entries yields; each file holds what its kind's head lacks."""
    for name, text in {"associations/chor": CHOIR, **files}.items():
        file = folder / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        head = "" if text.startswith("name: ") else HEADS[file.parent.name]
        file.write_text(head + text, encoding="utf-8")
    return [finding.code for finding in check_folder(folder, TODAY, SITE).diagnostics]


S = "start: 2026-11-03T19:00\n"
D = "start: 2026-11-03\n"
P = "posted: 2026-01-15\n"
OPEN = "posted: 2026-11-01\nexpires: 2027-02-01\n"


@pytest.mark.parametrize(
    ("folder", "text", "expected"),
    [
        ("events", S + "end: 2026-11-03T19:00\n", []),
        ("events", S + "end: 2026-11-03T18:59\n", ["DATE-ORDER"]),
        ("events", D + "end: 2026-11-03\n", []),
        ("events", D + "end: 2026-11-02\n", ["DATE-ORDER"]),
        ("events", D + "end: 2026-11-04T01:00\n", ["DATE-KIND"]),
        ("events", S + "repeat: {every: week, until: 2026-11-03}\n", []),
        ("events", S + "repeat: {every: week, until: 2026-11-02}\n", ["DATE-ORDER"]),
        ("events", S + "repeat: {every: week, until: 2026-11-10, count: 2}\n", ["RRULE-END"]),
        ("events", S + "repeat: {every: week, day: 3}\n", ["RRULE-FIELDS"]),
        ("events", S + "repeat: {every: day, weekdays: [tuesday]}\n", ["RRULE-FIELDS"]),
        ("events", S + "repeat: {every: year, day: first tuesday}\n", []),
        ("events", S + "repeat: {every: year, day: last tuesday}\n", ["RRULE-START"]),
        ("events", S + "repeat: {every: week, weekdays: [friday]}\n", ["RRULE-START"]),
        ("events", S + "repeat: {every: week, cancelled: {2026-11-10: x}}\n", []),
        ("events", S + "repeat: {every: week, cancelled: {2026-11-10: }}\n", ["FLD-REASON"]),
        (
            "events",
            S + "repeat: {every: week, moved: {2026-11-11: 2026-11-12}}\n",
            ["RRULE-NO-DATE"],
        ),
        (
            "events",
            S + "repeat: {every: week, count: 2, except: [2026-11-17]}\n",
            ["RRULE-NO-DATE"],
        ),
        (
            "events",
            S + "repeat: {every: week, also: [2026-11-12], cancelled: {2026-11-12: x}}\n",
            [],
        ),
        ("events", S + "repeat: {every: week, also: [2026-11-12T20:00]}\n", []),
        ("events", D + "repeat: {every: week, also: [2026-11-12]}\n", []),
        ("events", D + "repeat: {every: week, also: [2026-11-12T20:00]}\n", ["RRULE-KIND"]),
        (
            "events",
            D + "repeat: {every: week, moved: {2026-11-10: 2026-11-12T20:00}}\n",
            ["RRULE-KIND"],
        ),
        ("events", D + "repeat: {every: day, until: 2099-11-06}\n", []),
        (
            "events",
            D + "repeat: {every: month, interval: 12, day: 31, except: [2026-11-03]}\n",
            ["RRULE-NEVER"],
        ),
        ("events", D + "repeat: {every: year, day: 31, count: 3}\n", ["RRULE-NEVER"]),
        ("events", D + "repeat: {every: year, day: 30}\n", ["RRULE-START"]),
        ("events", D + "repeat: {every: month, interval: 6, day: 31}\n", ["RRULE-START"]),
        ("events", D + "repeat: {every: week, day: 31}\n", ["RRULE-FIELDS"]),
        ("events", S + "registration: {until: 2026-11-03}\n", []),
        ("events", S + "registration: {until: 2026-11-03T19:00}\n", []),
        ("events", S + "registration: {until: 2026-11-03T19:01}\n", ["DATE-REGISTRATION"]),
        ("events", D + "registration: {until: 2026-11-04}\n", ["DATE-REGISTRATION"]),
        ("events", S + "registration: {until: 2027-11-04}\nrepeat: {every: week}\n", []),
        ("events", "start: 2026-12-01T23:00\nattendance: {people: 3}\n", []),
        ("events", "start: 2026-12-02\nattendance: {people: 3}\n", ["DATE-NOT-OVER"]),
        ("events", D + "end: 2026-12-02\nattendance: {people: 3}\n", ["DATE-NOT-OVER"]),
        ("events", D + "repeat: {every: week}\nattendance: {people: 3}\n", ["REP-ATTENDANCE"]),
        ("events", D + "repeat: {every: week}\nattendance: {dates: {2026-11-10: 3}}\n", []),
        (
            "events",
            D + "repeat: {every: week}\nattendance: {dates: {2026-11-11: 3}}\n",
            ["RRULE-NO-DATE"],
        ),
        (
            "events",
            D + "repeat: {every: week}\nattendance: {dates: {2026-12-08: 3}}\n",
            ["DATE-NOT-OVER"],
        ),
        ("events", D + "status: cancelled\nreason: krank\n", []),
        ("events", D + "status: postponed\n", ["FLD-REASON"]),
        ("events", D + "status: full\n", []),
        ("board", P + "expires: 2027-01-15\n", []),
        ("board", P + "expires: 2027-01-16\n", ["DATE-EXPIRY"]),
        ("board", "posted: 2024-02-29\nexpires: 2025-02-28\n", []),
        ("board", "posted: 2024-02-29\nexpires: 2025-03-01\n", ["DATE-EXPIRY"]),
        ("board", P + "expires: 2026-01-15\n", []),
        ("board", P + "expires: 2026-01-14\n", ["DATE-ORDER"]),
        ("board", "posted: 2026-12-01\nexpires: 2027-01-01\n", []),
        ("board", "posted: 2026-12-02\nexpires: 2027-01-01\n", ["DATE-FUTURE"]),
        (
            "board",
            P + "expires: 2026-03-01\navailable: {from: 2026-02-02, until: 2026-02-01}\n",
            ["DATE-ORDER"],
        ),
        ("board", P + "expires: 2026-03-01\nstatus: placed\n", ["FLD-PLACED"]),
        ("board", P + "expires: 2026-03-01\nplaced: {on: 2026-02-01}\n", ["FLD-PLACED"]),
        ("board", P + "expires: 2026-03-01\nstatus: placed\nplaced: {on: 2026-02-01}\n", []),
        (
            "board",
            P + "expires: 2026-03-01\nstatus: placed\nplaced: {on: 2026-01-14}\n",
            ["DATE-ORDER"],
        ),
        ("associations", "ended: {on: 2024-01-10}\n", []),
        ("associations", "ended: {on: 2024-01-09}\n", ["DATE-ORDER"]),
        ("associations", "ended: {on: 2030-01-01}\n", []),
        ("associations", "founded: 2025\n", []),
        ("associations", "founded: 2026-12\n", []),
        ("associations", "founded: 2027\n", ["DATE-FUTURE"]),
        ("associations", "founded: 2025\nended: {on: 2024-06-01}\n", ["DATE-ORDER"]),
        ("associations", "checked: {on: 2026-12-02}\n", ["DATE-FUTURE"]),
        (
            "associations",
            "contacts: [{name: A}]\nconsent: {on: 2026-12-02}\n",
            ["PRIV-CONSENT", "DATE-FUTURE"],
        ),
        ("associations", "contacts: []\n", []),
        ("associations", "formerly: [alt]\n", []),
        ("associations", "formerly: [thema]\n", ["ID-FORMERLY"]),
        ("events", D + "formerly: [alt, c]\n", []),
        ("events", D + "formerly: [x]\n", ["ID-FORMERLY"]),
        ("events", D + "formerly: [2026-11]\n", ["ID-FORMERLY"]),
        ("associations", "formerly: [chor]\n", ["ID-FORMERLY"]),
        ("associations", "formerly: [x]\n", ["ID-FORMERLY"]),
        ("networks", "started: 2026\nended: 2026-01-01\n", []),
        ("networks", "started: 2026-02\nended: 2026-01-31\n", ["DATE-ORDER"]),
        ("funding", "rolling: no\ndeadlines: [2027-01-01]\n", []),
        ("funding", "rolling: yes\n", []),
        ("funding", "amount: {from: 500, to: 500.00}\n", []),
        ("funding", "amount: {from: 500.01, to: 500}\n", ["FLD-AMOUNT"]),
        ("funding", "amount: {to: 500}\n", []),
        ("reports", "survey: {asked: 2, answered: 2, from: 2025-01-02, until: 2025-01-02}\n", []),
        ("reports", "survey: {asked: 2, answered: 3}\n", ["REP-SURVEY"]),
        (
            "reports",
            "survey: {asked: 2, answered: 2, from: 2025-01-02, until: 2025-01-01}\n",
            ["DATE-ORDER"],
        ),
        (
            "reports",
            "survey: {asked: 2, answered: 2, questions: [{question: A, answers: {x: 1, y: 2}}]}\n",
            ["REP-ANSWERS"],
        ),
        (
            "reports",
            "survey: {asked: 2, answered: 2, "
            "questions: [{question: A, kind: multiple, answers: {x: 1, y: 2}}]}\n",
            [],
        ),
        ("reports", "text: '[[ board.open ]] [[events.kurs]] [[consultations.gruendung]]'\n", []),
        ("reports", "text: '[[events.tanz]]'\n", ["REP-FIGURE"]),
        ("pages", "text: '[[ office.email ]] [[site.name ]]'\n", []),
        ("pages", "text: '[[ office.mail ]] [[office email]]'\n", ["MD-SETTING", "MD-SETTING"]),
        ("events", "start: 2027-03-28T01:59\n", []),
        ("events", "start: 2027-03-28T02:00\n", ["DATE-CLOCK"]),
        ("events", "start: 2027-03-28T02:59\n", ["DATE-CLOCK"]),
        ("events", "start: 2027-03-28T03:00\n", []),
        ("events", "start: 2027-10-31T01:59\n", []),
        ("events", "start: 2027-10-31T02:00\n", ["DATE-CLOCK"]),
        ("events", "start: 2027-10-31T03:00\n", []),
        ("events", "start: 2027-03-28\n", []),
        ("events", "start: 2027-03-27T22:00\nend: 2027-03-28T02:30\n", ["DATE-CLOCK"]),
        ("events", S + "repeat: {every: week, also: [2027-03-28T02:30]}\n", ["DATE-CLOCK"]),
        (
            "events",
            S + "repeat: {every: week, moved: {2026-11-10: 2027-03-28T02:30}}\n",
            ["DATE-CLOCK"],
        ),
        ("events", S + "venue: {street: 'Markt 1, 01067 Musterstadt'}\n", ["ADR-MIXED"]),
        ("associations", "address: {street: Markt 1}\n", []),
        ("associations", "address: {street: 'Straße 12345'}\n", []),
        ("associations", "address: {street: 'Markt 1 D-01067 Ort'}\n", ["ADR-MIXED"]),
        ("associations", "location: {latitude: 50.123, longitude: 10}\n", []),
        ("associations", "location: {latitude: 50.12, longitude: 10.12}\n", ["GEO-COARSE"]),
        ("associations", "location: {latitude: 45.8, longitude: 5.8001}\n", []),
        ("associations", "location: {latitude: 17.2, longitude: 55.1001}\n", []),
        ("associations", "location: {latitude: 17.2000, longitude: 55.1}\n", ["GEO-SWAPPED"]),
        ("associations", "phone: 030 23125 014\n", []),
        ("associations", "phone: +49 176 040690 12\n", ["PRIV-MOBILE"]),
        ("associations", "phone: 0176 040690 12\nconsent: {on: 2026-01-01}\n", []),
        ("associations", "text: Ruf 0176/04069012 an\n", ["PRIV-MOBILE"]),
        ("associations", "text: Ruf 0176 040690 12 an\nconsent: {on: 2026-01-01}\n", []),
        ("associations", "text: '2016 1760 4069 0120 Lieder, Nr. 10176040690'\n", []),
        ("events", S + "registration: {phone: 0176 040690 12}\n", []),
        ("board", P + "expires: 2026-12-02\ntext: Ruf 0176 040690 12 an\n", ["PRIV-MOBILE"]),
        ("pages", "text: Ruf 0176 040690 12 an\n", []),
        ("pages", "text: DE02120300000000202051\n", ["PRIV-IBAN"]),
        ("pages", "text: de02 1203 0000 0000 2020 51 ist es\n", ["PRIV-IBAN"]),
        ("pages", "text: DE02-1203-0000-0000-2020-51\n", ["PRIV-IBAN"]),
        ("pages", "text: DE02 1203 0000 0000 2020 52\n", []),
        ("pages", "text: DE02 1203 0000 0000 2020\n", []),
        ("pages", "text: XDE02 1203 0000 0000 2020 51\n", []),
        ("pages", "text: CH93 0076 2011 6238 5295 7\n", ["PRIV-IBAN"]),
        ("pages", "text: geboren am 12.3.1980\n", ["PRIV-BIRTH"]),
        ("pages", "text: 'Geburtsdatum: 12. März 1980'\n", ["PRIV-BIRTH"]),
        ("pages", "text: geb. 1980-03-12\n", ["PRIV-BIRTH"]),
        ("pages", "text: born on 12 March 1980\n", ["PRIV-BIRTH"]),
        ("pages", "text: geboren 1980 in Kyjiw\n", []),
        ("pages", "text: Geburtstag am letzten Freitag, dem 12.3.2027\n", []),
        ("pages", "text: Angeboten am 12.3.2027\n", []),
        ("pages", "text: '[[board.offen]]'\n", ["MD-SETTING"]),
    ],
)
def test_edges(tmp_path: Path, folder: str, text: str, expected: list[str]) -> None:
    assert codes(tmp_path, {f"{folder}/x": text}) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"pages/termine": ""}, ["FILE-RESERVED"]),
        ({"pages/thema": ""}, []),
        ({"pages/tr": ""}, ["FILE-RESERVED"]),
        ({"pages/satzung": ""}, []),
        ({"associations/thema": ""}, ["FILE-RESERVED"]),
        ({"associations/tr": ""}, []),
        ({"events/2026-11": S}, ["FILE-RESERVED"]),
        ({"events/probe-2026-11": S}, []),
        (
            {
                "associations/a": "formerly: [z]\n",
                "associations/b": "name: B\ntopics: [musik]\nlisted: 2024-01-10\nformerly: [z]\n",
            },
            ["ID-FORMERLY"],
        ),
        ({"associations/a": "", "associations/b": ""}, ["DUP-NAME"]),
        ({"events/a": S, "events/b": S}, ["DUP-EVENT"]),
        ({"events/a": S, "events/b": S.replace("19", "20")}, []),
        ({"events/a": S, "events/b": S + "status: cancelled\nreason: x\n"}, []),
        ({"board/a": OPEN, "board/b": OPEN}, ["DUP-POSTING"]),
        ({"board/a": OPEN, "board/b": OPEN.replace("2027-02-01", "2026-11-30")}, []),
        ({"board/a": OPEN, "board/b": OPEN + "status: withdrawn\n"}, []),
        ({"associations/a": "ended: {on: 2025-01-01}\n", "associations/b": ""}, []),
    ],
)
def test_ids_and_names(tmp_path: Path, files: Mapping[str, str], expected: list[str]) -> None:
    assert codes(tmp_path, files) == expected


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("x.md", "---\n" + HEADS["pages"] + "---\n\n\nab [c](d)\n", (6, 8)),
        ("x.md", "---\n" + HEADS["pages"] + "---\nab\n\n  [c](d)\n", (6, 7)),
        ("x.yaml", HEADS["pages"] + "text: ab [c](d)\n", (2, 14)),
        ("x.yaml", HEADS["pages"] + "text: |\n  ab\n\n  [c](d)\n", (5, 7)),
        ("x.yaml", HEADS["pages"] + "text: |\n\n    [c](d)\n", (4, 9)),
    ],
)
def test_a_fault_in_a_text_is_shown_at_its_place(
    tmp_path: Path, name: str, data: str, place: tuple[int, int]
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / name).write_text(data, encoding="utf-8")
    [finding] = check_folder(tmp_path, TODAY, SITE).diagnostics
    assert (finding.code, finding.place) == ("MD-LINK", place)


def event(*, start: str = "2027-06-12T15:00", **fields: str) -> str:
    given = {"title": "Sommerfest", "start": start, **fields}
    return "".join(f"{key}: {value}\n" for key, value in given.items())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (event(organisers="[chor]"), event(organisers="[chor, x]"), ["DUP-EVENT"]),
        (event(organisers="[chor]"), event(organisers="[x]"), []),
        (event(organisers="[chor]", venue="x"), event(organisers="[x]", venue="x"), ["DUP-EVENT"]),
        (event(organisers="[chor]", venue="x"), event(organisers="[x]", venue="chor"), []),
        (
            event(organisers="[chor]"),
            event(organisers="[chor]", title="»SOMMERFEST«"),
            ["DUP-EVENT"],
        ),
        (event(organisers="[chor]"), event(organisers="[chor]", start="2027-06-12"), []),
    ],
)
def test_an_event_that_is_there_twice(
    tmp_path: Path, one: str, other: str, expected: list[str]
) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "a.yaml").write_text(one, encoding="utf-8")
    (tmp_path / "events" / "b.yaml").write_text(other, encoding="utf-8")
    assert codes(tmp_path, {"associations/x": ""}) == expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(52.5138, 13.4871)] * 3 + [(53.4120, 13.4871)], []),
        ([(52.5138, 13.4871)] * 3 + [(53.4140, 13.4871)], ["GEO-FAR"]),
        ([(52.5138, 13.4871)] * 2 + [(48.5138, 13.4871)], []),
        ([(52.5138, 13.4871)] * 3 + [(-33.8688, 151.2093)], ["GEO-FAR"]),
        ([(52.5138, 13.4871)] * 3 + [(13.4871, 52.5138)], ["GEO-SWAPPED"]),
        ([(52.5138, 13.4871), (48.5138, 13.4871)] * 2, ["GEO-FAR"] * 2),
        ([(90.0000, 0.0001), (-90.0000, 180.0001)], ["FLD-RANGE"]),
    ],
)
def test_points_that_lie_apart(
    tmp_path: Path, points: list[tuple[float, float]], expected: list[str]
) -> None:
    files = {
        f"associations/v{number}": f"name: V{number}\ntopics: [musik]\nlisted: 2024-01-10\n"
        f"location: {{latitude: {north:.4f}, longitude: {east:.4f}}}\n"
        for number, (north, east) in enumerate(points)
    }
    assert codes(tmp_path, files) == expected


def test_a_clock_changes_where_the_site_is(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    file = tmp_path / "events" / "a.yaml"
    file.write_text(HEADS["events"] + "start: 2027-03-28T02:30\n", encoding="utf-8")
    sites = [replace(SITE, time_zone=zone) for zone in ("Europe/Berlin", "UTC", "Europe/London")]
    found = [check_folder(tmp_path, TODAY, site).diagnostics for site in sites]
    assert [[finding.code for finding in one] for one in found] == [["DATE-CLOCK"], [], []]


@pytest.mark.slow
def test_the_sample_content_gives_no_alarm(sample_settings: Settings) -> None:
    own = replace(sample_settings, today=TODAY)
    assert [(d.path, d.place, d.code) for d in check(own).diagnostics] == []
