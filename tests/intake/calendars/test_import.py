"""`make fetch-calendars`: what is written, what stays, what goes, and what is said."""

import json
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue import forgotten
from plugins.catalogue.forgotten import FILE, Forgotten, Mark, Tombstone, digest
from plugins.intake.calendars import __main__ as front
from plugins.intake.calendars import records
from plugins.intake.writes import ChangedMeanwhile
from tests.conftest import Write
from tests.intake.calendars.conftest import (
    CHOIR,
    CLUB,
    CalendarServer,
    Imported,
    Run,
    calendar,
    events_in,
    sends,
)
from tests.intake.calendars.test_fetch import drips

PROBE = """\
UID:probe
SUMMARY:Probe
DTSTART;TZID=Europe/Berlin:20261203T193000
DTEND;TZID=Europe/Berlin:20261203T213000
RRULE:FREQ=WEEKLY
LOCATION:Halle
"""
FEST = "UID:fest\nSUMMARY:Fest\nDTSTART;VALUE=DATE:20261219\nLOCATION:Haus\nDESCRIPTION:Alle."
PROBE_FILE = """\
---
title: Probe
start: 2026-12-03T19:30
end: 2026-12-03T21:30
repeat:
  every: week
organisers: [chor]
venue:
  name: Halle
---
"""
FEST_FILE = """\
---
title: Fest
start: 2026-12-19
organisers: [chor]
venue:
  name: Haus
---

Alle.
"""
BOTH = {"probe": PROBE_FILE, "fest": FEST_FILE}


def test_what_comes_in_and_comes_again(imported: Imported, run: Run, tmp_path: Path) -> None:
    assert imported(calendar(PROBE, FEST)) == BOTH
    before = (tmp_path / "content" / "calendars" / "chor.json").read_bytes()
    assert b"probe" in before and b"UID" not in before
    code, said = run()
    assert (code, said) == (0, "Es gibt nichts zu schreiben.\n")
    assert events_in(tmp_path / "content") == BOTH
    assert (tmp_path / "content" / "calendars" / "chor.json").read_bytes() == before


def test_it_says_what_it_does_and_writes_nothing_when_it_is_only_to_show(
    write: Write, run: Run, tmp_path: Path
) -> None:
    private = "UID:x\nSUMMARY:Geheim\nDTSTART:20261205T190000\nCLASS:PRIVATE"
    content = write(
        {
            "associations/chor.yaml": CHOIR,
            "calendars/chor.ics": calendar(FEST, private),
            "calendars/niemand.ics": "",
        }
    )
    code, said = run(DRY="1")
    assert (code, said) == (
        0,
        "content/calendars/niemand.ics: Einen Verein, der so heißt, gibt es nicht.\n"
        "Chor am Fluss (chor)\n"
        "  neu: content/events/fest.md (Fest)\n"
        "  »Geheim« fehlt: ist als privat gekennzeichnet\n"
        "Nur gezeigt. Geschrieben würden 2 Dateien.\n",
    )
    assert events_in(content) == {} and not (tmp_path / "eingang").exists()


def test_a_change_in_the_calendar_comes_in_and_one_in_the_file_stays(imported: Imported) -> None:
    later = FEST.replace("20261219", "20261220").replace("Alle.", "Kommt!")
    imported(calendar(FEST))
    assert imported(calendar(later)) == {
        "fest": FEST_FILE.replace("12-19", "12-20").replace("Alle.", "Kommt!")
    }


def test_what_changed_is_said(imported: Imported, run: Run, tmp_path: Path) -> None:
    imported(calendar(FEST))
    later = calendar(FEST.replace("20261219", "20261220").replace("Alle.", "Kommt!"))
    (tmp_path / "content" / "calendars" / "chor.ics").write_text(later, encoding="utf-8")
    assert run() == (
        0,
        "Chor am Fluss (chor)\n  geändert: content/events/fest.md (start, text)\n"
        "Dateien geschrieben: 2. "
        "Bitte ansehen (git status, git diff), festhalten, veröffentlichen.\n",
    )


def edit(content: Path, name: str, old: str, new: str) -> str:
    path = content / "events" / f"{name}.md"
    text = path.read_text(encoding="utf-8").replace(old, new)
    path.write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Fest", "title: Unser Fest # so heißt es"),
        ("start: 2026-12-19", "start: 2026-12-19T15:00"),
        ("  name: Haus\n", "  name: Haus, Saal 2\n"),
        ("venue:\n  name: Haus\n", ""),
        ("\nAlle.\n", ""),
        ("---\n\nAlle", "price: kostenlos\n---\n\nAlle"),
        ("---\n\nAlle", "status: full\n---\n\nAlle"),
    ],
)
def test_what_a_person_changed_stays(
    imported: Imported, tmp_path: Path, old: str, new: str
) -> None:
    """All else follows the calendar, now and later."""
    imported(calendar(FEST))
    mine = edit(tmp_path / "content", "fest", old, new)
    assert imported(calendar(FEST)) == {"fest": mine}
    for name, there, then in (("SUMMARY:Fest", "title: Fest\n", "title: Feier\n"),):
        later = calendar(FEST.replace(name, "SUMMARY:Feier"))
        assert imported(later) == {"fest": mine.replace(there, then)}


def test_times_stay_together(imported: Imported, run: Run, tmp_path: Path) -> None:
    """Who moved the start does not get an end from elsewhere."""
    imported(calendar(PROBE))
    mine = edit(tmp_path / "content", "probe", "start: 2026-12-03T19:30", "start: 2026-12-03T19:00")
    assert imported(calendar(PROBE.replace("T213000", "T183000"))) == {"probe": mine}
    assert run()[1] == "Es gibt nichts zu schreiben.\n"


def test_what_was_deleted_does_not_come_back(imported: Imported, run: Run, tmp_path: Path) -> None:
    imported(calendar(PROBE, FEST))
    (tmp_path / "content" / "events" / "fest.md").unlink()
    assert imported(calendar(PROBE, FEST)) == {"probe": PROBE_FILE}
    assert "»Fest« wurde hier gelöscht und kommt nicht wieder." in run()[1]


def test_what_was_renamed_is_known_by_its_former_id(imported: Imported, tmp_path: Path) -> None:
    imported(calendar(FEST))
    folder = tmp_path / "content" / "events"
    text = FEST_FILE.replace("---\n\n", "formerly: [fest]\n---\n\n")
    (folder / "fest.md").unlink()
    (folder / "winterfest.md").write_text(text, encoding="utf-8")
    assert imported(calendar(FEST.replace("Alle", "Kommt"))) == {
        "winterfest": text.replace("Alle", "Kommt")
    }


# --- gone ---


def test_what_is_gone_is_called_off(imported: Imported, run: Run) -> None:
    imported(calendar(PROBE, FEST))
    off = FEST_FILE.replace(
        "---\n\n",
        "status: cancelled\nreason: Steht nicht mehr im Kalender des Vereins.\n---\n\n",
    )
    assert imported(calendar(PROBE)) == {"probe": PROBE_FILE, "fest": off}
    assert run()[1] == "Es gibt nichts zu schreiben.\n"
    assert imported(calendar(PROBE, FEST)) == BOTH


def test_a_series_that_is_gone_ends_and_what_was_stays(imported: Imported) -> None:
    imported(calendar(PROBE, FEST))
    off = PROBE_FILE.replace(
        "  every: week\n",
        "  every: week\n  until: 2027-02-04\n  cancelled:\n"
        + "".join(
            f"    {day}: Steht nicht mehr im Kalender des Vereins.\n"
            for day in (
                *("2026-12-17", "2026-12-24", "2026-12-31", "2027-01-07", "2027-01-14"),
                *("2027-01-21", "2027-01-28", "2027-02-04"),
            )
        ),
    )
    assert imported(calendar(FEST), TODAY="2026-12-11") == {"probe": off, "fest": FEST_FILE}
    assert imported(calendar(FEST), TODAY="2026-12-12") == {"probe": off, "fest": FEST_FILE}
    assert imported(calendar(PROBE, FEST), TODAY="2026-12-12") == BOTH


def test_what_is_over_and_gone_stays_as_it_is(imported: Imported) -> None:
    imported(calendar(PROBE, FEST))
    assert imported(calendar(PROBE), TODAY="2026-12-20") == BOTH


def test_what_a_person_changed_is_not_called_off_by_itself(
    imported: Imported, run: Run, tmp_path: Path
) -> None:
    imported(calendar(PROBE, FEST))
    mine = edit(tmp_path / "content", "fest", "---\n\nAlle", "status: full\n---\n\nAlle")
    assert imported(calendar(PROBE)) == {"probe": PROBE_FILE, "fest": mine}
    assert "fest.md: steht nicht mehr im Kalender, wurde hier aber von Hand" in run()[1]


def several(number: int) -> list[str]:
    return [
        FEST.replace("UID:fest", f"UID:{n}").replace("SUMMARY:Fest", f"SUMMARY:Fest {n}")
        for n in range(number)
    ]


@pytest.mark.parametrize(("before", "after"), [(1, 0), (2, 0), (9, 0), (9, 4)])
def test_a_calendar_that_is_suddenly_empty_calls_nothing_off(
    imported: Imported, run: Run, before: int, after: int
) -> None:
    """Until somebody says that it is right."""
    known = imported(calendar(*several(before)))
    assert imported(calendar(*several(after))) == known
    code, said = run()
    number = before - after
    assert code == 1 and f"fehlen plötzlich {number} kommende Termine" in said
    assert "make fetch-calendars ACCEPT=chor" in said
    now = imported(calendar(*several(after)), ACCEPT="chor")
    assert sum("status: cancelled" in text for text in now.values()) == number


@pytest.mark.parametrize(("before", "after"), [(2, 1), (9, 5)])
def test_a_few_that_are_gone_are_called_off(imported: Imported, before: int, after: int) -> None:
    imported(calendar(*several(before)))
    now = imported(calendar(*several(after)))
    assert sum("status: cancelled" in text for text in now.values()) == before - after


def test_what_is_there_but_is_left_out_is_not_gone(imported: Imported) -> None:
    imported(calendar(PROBE, FEST))
    assert imported(calendar(PROBE, f"{FEST}\nCLASS:PRIVATE")) == BOTH
    assert imported(calendar(PROBE, f"{FEST}\nRRULE:FREQ=HOURLY")) == BOTH


def test_a_calendar_that_fails_calls_nothing_off(
    imported: Imported, run: Run, tmp_path: Path
) -> None:
    imported(calendar(PROBE, FEST))
    (tmp_path / "content" / "calendars" / "chor.ics").write_text("<html>", encoding="utf-8")
    code, said = run()
    assert (code, events_in(tmp_path / "content")) == (1, BOTH)
    assert said == (
        "Chor am Fluss (chor)\n"
        "  Die Adresse liefert eine Webseite, oft eine Anmeldeseite, statt eines Kalenders.\n"
        "Es gibt nichts zu schreiben.\n"
    )


# --- together ---


JOINT = FEST_FILE.replace("[chor]", "[chor, tanz]")
TANGO = "UID:tango\nSUMMARY:Tango\nDTSTART;VALUE=DATE:20261222"
OTHER = FEST.replace("UID:fest", "UID:anderes").replace("Alle.", "Kommt!")


@pytest.mark.parametrize(
    ("club", "expected"),
    [
        (OTHER, {"fest": JOINT}),
        (OTHER.replace("SUMMARY:Fest", "SUMMARY:FEST!"), {"fest": JOINT}),
        (FEST.replace("LOCATION:Haus\n", ""), {"fest": JOINT}),
        (
            OTHER.replace("Haus", "Halle"),
            {
                "fest": FEST_FILE,
                "fest-2026-12-19": FEST_FILE.replace("[chor]", "[tanz]")
                .replace("Haus", "Halle")
                .replace("Alle.", "Kommt!"),
            },
        ),
    ],
)
def test_joint_events(imported: Imported, club: str, expected: dict[str, str]) -> None:
    """The same title, start and place, or the same UID, are one event; another place is another."""
    assert imported(calendar(FEST), calendar(club)) == expected
    assert imported(calendar(FEST), calendar(club)) == expected


def test_a_joint_event_takes_place_as_long_as_one_calendar_has_it(imported: Imported) -> None:
    imported(calendar(FEST, PROBE), calendar(OTHER))
    assert imported(calendar(PROBE), calendar(OTHER)) == {"fest": JOINT, "probe": PROBE_FILE}


def test_what_was_entered_by_hand_is_not_entered_again(
    write: Write, imported: Imported, run: Run
) -> None:
    mine = "title: Fest\nstart: 2026-12-19\norganisers: chor # wir\nprice: kostenlos\n"
    write({"events/weihnachten.yaml": mine})
    assert imported(calendar(FEST)) == {"weihnachten": mine}
    assert imported(calendar(FEST, PROBE)) == {"weihnachten": mine, "probe": PROBE_FILE}


def test_the_second_organiser_joins_what_was_entered_by_hand(
    write: Write, imported: Imported
) -> None:
    mine = "title: Fest\nstart: 2026-12-19\norganisers: [chor]\nvenue: {name: Haus}\n"
    write({"events/weihnachten.yaml": mine})
    now = imported(calendar(PROBE), calendar(OTHER))
    assert now == {"weihnachten": mine.replace("[chor]", "[chor, tanz]"), "probe": PROBE_FILE}


def test_what_was_entered_by_hand_stays_what_it_is(
    write: Write, imported: Imported, run: Run
) -> None:
    """A calendar that names it too neither moves nor cancels it, and goes without a trace."""
    mine = "title: Fest\nstart: 2026-12-19\norganisers: [chor]\nvenue: {name: Haus}\n"
    write({"events/weihnachten.yaml": mine})
    both = mine.replace("[chor]", "[chor, tanz]")
    assert imported(calendar(PROBE), calendar(OTHER, TANGO))["weihnachten"] == both
    later = OTHER.replace("20261219", "20261220")
    assert imported(calendar(PROBE), calendar(later, TANGO))["weihnachten"] == both
    assert "Das bleibt" in run()[1]
    assert imported(calendar(PROBE), calendar(TANGO))["weihnachten"] == mine
    assert imported(calendar(PROBE), calendar(TANGO))["weihnachten"] == mine


def test_two_in_one_calendar_at_two_places_are_two(imported: Imported) -> None:
    twice = FEST.replace("UID:fest", "UID:2").replace("Haus", "Halle")
    assert {*imported(calendar(FEST, twice))} == {"fest", "fest-2026-12-19"}


# --- what may not be ---


def test_what_would_be_an_error_is_not_written_but_told(imported: Imported, run: Run) -> None:
    long = FEST.replace("SUMMARY:Fest", f"SUMMARY:{'x' * 161}").replace("UID:fest", "UID:2")
    nameless = FEST.replace("SUMMARY:Fest\n", "").replace("UID:fest", "UID:3")
    assert imported(calendar(FEST, long, nameless)) == {"fest": FEST_FILE}
    said = run()[1]
    assert f"»{'x' * 161}« wird nicht übernommen: " in said
    assert "»« wird nicht übernommen: " in said
    assert said.endswith("Es gibt nichts zu schreiben.\n")


def test_what_was_forgotten_stays_forgotten(write: Write, imported: Imported) -> None:
    salt = bytes(16)
    stone = Tombstone(date(2026, 11, 1), (digest(Mark("events", "fest 2026-12-19"), salt),))
    write({FILE: forgotten.write(Forgotten(salt, (stone,)))})
    assert imported(calendar(FEST, PROBE)) == {"probe": PROBE_FILE}


def test_damaged_records_stop_that_calendar_alone(
    imported: Imported, run: Run, tmp_path: Path
) -> None:
    imported(calendar(FEST), calendar(PROBE.replace("probe", "p2")))
    path = tmp_path / "content" / "calendars" / "chor.json"
    path.write_text("{", encoding="utf-8")
    (tmp_path / "content" / "events" / "fest.md").unlink()
    code, said = run()
    assert code == 1 and "content/calendars/chor.json ist beschädigt." in said
    assert {*events_in(tmp_path / "content")} == {"probe"}


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        '{"events": []}',
        '{"events": {"x": {}}}',
        '{"events": {"0123456789abcdef0123": {"entry": "../x", "since": "2026-12-01", '
        '"fields": {}}}}',
    ],
)
def test_records_say_nothing_else(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        records.parse(text.encode())


def test_files_come_all_or_none(
    imported: Imported, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(calendar(PROBE))

    def refuse(writes: object) -> None:
        raise ChangedMeanwhile(tmp_path / "content" / "events" / "fest.md")

    monkeypatch.setattr(front, "write_all", refuse)
    assert imported(calendar(PROBE, FEST)) == {"probe": PROBE_FILE}
    monkeypatch.undo()
    assert imported(calendar(PROBE, FEST)) == BOTH


# --- over the network ---


def test_only_what_changed_is_fetched_again(
    server: CalendarServer, write: Write, run: Run, tmp_path: Path
) -> None:
    server.answers["/c.ics"] = sends(calendar(FEST).encode(), ETag='"1"')
    port = server.address.rpartition(":")[2]
    content = write({"associations/chor.yaml": f"{CHOIR}calendar: http://127.0.0.1:{port}/c.ics\n"})
    assert run()[0] == 0 and events_in(content) == {"fest": FEST_FILE}
    server.answers["/c.ics"] = sends(b"", 304)
    assert run(TODAY="2026-12-02") == (0, "Es gibt nichts zu schreiben.\n")
    server.answers["/c.ics"] = sends(calendar(FEST).encode(), ETag='"1"')
    assert run(TODAY="2027-01-02")[0] == 0
    assert [asked.get("If-None-Match") for asked in server.asked] == [None, '"1"', None]
    noted = json.loads((tmp_path / "eingang" / ".kalender.json").read_bytes())
    assert (noted["chor"]["succeeded"], noted["chor"]["changed"]) == ("2027-01-02", "2026-12-01")


def test_a_slow_one_holds_up_no_other(server: CalendarServer, write: Write, run: Run) -> None:
    port = server.address.rpartition(":")[2]
    server.answers["/slow"] = drips
    server.answers["/c.ics"] = sends(calendar(FEST).encode())
    content = write(
        {
            "associations/chor.yaml": f"{CHOIR}calendar: http://127.0.0.1:{port}/c.ics\n",
            "associations/tanz.yaml": f"{CLUB}calendar: http://127.0.0.1:{port}/slow\n",
        }
    )
    code, said = run()
    assert code == 1 and "Der Server ist nach 5 Sekunden nicht fertig." in said
    assert events_in(content) == {"fest": FEST_FILE}


def test_one_alone(imported: Imported, run: Run, tmp_path: Path) -> None:
    imported(calendar(FEST), calendar(PROBE), ID="chor")
    assert events_in(tmp_path / "content") == {"fest": FEST_FILE}
    code, said = run(ID="niemand")
    assert (code, said) == (
        2,
        "make fetch-calendars: niemand: Einen Kalender dieses Vereins gibt es nicht.\n",
    )


def test_nobody_has_a_calendar(write: Write, run: Run) -> None:
    write({"associations/chor.yaml": CHOIR})
    code, said = run()
    assert code == 0 and said.startswith("Kein Verein hat einen Kalender")
