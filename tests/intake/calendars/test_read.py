"""What the world writes, and what an entry says of it."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from plugins.intake.calendars.fetch import NotFetched
from plugins.intake.calendars.gather import read_apart
from plugins.intake.calendars.read import Horizon, read
from plugins.intake.calendars.source_event import SourceCalendar, as_json, from_json
from plugins.intake.tree import Branch
from tests.intake.calendars.conftest import calendar

HORIZON = Horizon(ZoneInfo("Europe/Berlin"), date(2026, 12, 1))
EVENT = "UID:1\nSUMMARY:Probe\nDTSTART;TZID=Europe/Berlin:20261203T193000\n"
END = "DTEND;TZID=Europe/Berlin:20261203T213000\n"
PROBE: Branch = {"title": "Probe", "start": "2026-12-03T19:30", "end": "2026-12-03T21:30"}
WEEKLY: Branch = {**PROBE, "repeat": {"every": "week"}}


def of(text: str | bytes, charset: str = "") -> SourceCalendar:
    data = text.encode() if isinstance(text, str) else text
    return read(data, charset, HORIZON)


def fields(*events: str, head: str = "") -> list[Branch]:
    return [one.fields for one in of(calendar(*events, head=head)).events]


ONE: dict[str, tuple[str, Branch]] = {
    "a time zone": (EVENT + END, PROBE),
    "UTC": (
        "SUMMARY:Probe\nDTSTART:20261203T183000Z\nDTEND:20261203T203000Z",
        PROBE,
    ),
    "no zone is local": ("SUMMARY:Probe\nDTSTART:20261203T193000\nDURATION:PT2H", PROBE),
    "another zone": (
        "SUMMARY:Probe\nDTSTART;TZID=America/New_York:20261203T133000\nDURATION:PT2H",
        PROBE,
    ),
    "a zone as Windows calls it": (
        "SUMMARY:Probe\nDTSTART;TZID=W. Europe Standard Time:20261203T193000\nDURATION:PT2H",
        PROBE,
    ),
    "no end": (EVENT, {key: PROBE[key] for key in ("title", "start")}),
    "it ends when it begins": (
        EVENT + "DURATION:PT0S",
        {key: PROBE[key] for key in ("title", "start")},
    ),
    "seconds": (
        "SUMMARY:Probe\nDTSTART:20261203T193059\nDTEND:20261203T213059",
        PROBE,
    ),
    "all day": (
        "SUMMARY:Fest\nDTSTART;VALUE=DATE:20261205",
        {"title": "Fest", "start": "2026-12-05"},
    ),
    "all day, with its end": (
        "SUMMARY:Fest\nDTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261206",
        {"title": "Fest", "start": "2026-12-05"},
    ),
    "several days": (
        "SUMMARY:Fest\nDTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261208",
        {"title": "Fest", "start": "2026-12-05", "end": "2026-12-07"},
    ),
    "it ends on the day before": (
        "SUMMARY:Fest\nDTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261205",
        {"title": "Fest", "start": "2026-12-05"},
    ),
    "what says nothing": (EVENT + END + "EXDATE:\nRDATE:\nSEQUENCE:neu", PROBE),
    "called off": (
        EVENT + END + "STATUS:CANCELLED",
        {**PROBE, "status": "cancelled", "reason": "Im Kalender des Vereins abgesagt."},
    ),
    "of its dates the only one ahead is called off": (
        "UID:1\nSUMMARY:Fest\nDTSTART;VALUE=DATE:20261022\n"
        "RRULE:FREQ=DAILY;BYMONTHDAY=1;UNTIL=20260201"
        "\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nSUMMARY:Fest\nRECURRENCE-ID;VALUE=DATE:20261201\n"
        "DTSTART;VALUE=DATE:20261201\nSTATUS:CANCELLED",
        {
            "title": "Fest",
            "start": "2026-12-01",
            "status": "cancelled",
            "reason": "Im Kalender des Vereins abgesagt.",
        },
    ),
    "escapes and folding": (
        EVENT + END + "DESCRIPTION:Wir\\nproben\\, laut\\; je\n  den Tag",
        {**PROBE, "text": "Wir\nproben, laut; je den Tag"},
    ),
    "a line that nobody folded": (
        EVENT + END + "DESCRIPTION:Wir proben\nund singen, in der Halle",
        {**PROBE, "text": "Wir proben\nund singen, in der Halle"},
    ),
    "HTML in the text": (
        EVENT + END + "DESCRIPTION:<p>Wir <b>proben</b><br>laut</p><script>alert(1)</script>",
        {**PROBE, "text": "Wir proben\nlaut"},
    ),
    "HTML alone": (
        EVENT + END + "X-ALT-DESC;FMTTYPE=text/html:<html><body>Wir proben</body></html>",
        {**PROBE, "text": "Wir proben"},
    ),
    "a link": (
        EVENT + END + "DESCRIPTION:Laut\nURL:https://chor.example/probe",
        {**PROBE, "text": "Laut\n\nMehr: https://chor.example/probe"},
    ),
    "no link": (EVENT + END + "URL:javascript:alert(1)", PROBE),
    "a link with a password": (EVENT + END + "URL:https://a:b@chor.example/", PROBE),
    "a place": (
        EVENT + END + "LOCATION:Halle\\, Saal 2",
        {**PROBE, "venue": {"name": "Halle, Saal 2"}},
    ),
    "an address": (
        EVENT + END + "LOCATION:Haus\\, Am Ring 2a\\, 01067 Musterstadt\\, Deutschland",
        {
            **PROBE,
            "venue": {
                "name": "Haus",
                "street": "Am Ring 2a",
                "postal_code": "01067",
                "city": "Musterstadt",
            },
        },
    ),
    "a meeting in the web": (
        EVENT + END + "LOCATION:https://video.example/raum",
        {**PROBE, "online": "https://video.example/raum"},
    ),
    "who comes is nobody's business": (
        EVENT
        + END
        + "ORGANIZER;CN=Geheim:mailto:geheim@chor.example\nATTENDEE:mailto:geheim@b.example\n"
        "COMMENT:geheim\nCONTACT:geheim\nATTACH:https://geheim.example/\nX-GEHEIM:geheim",
        PROBE,
    ),
    "signs that hide": (
        EVENT.replace("Probe", "Pro\u202ebe\u200b\tlaut") + END,
        {**PROBE, "title": "Probe laut"},
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_one_date(name: str) -> None:
    event, expected = ONE[name]
    assert fields(event) == [expected]


SERIES: dict[str, tuple[str, Branch]] = {
    "weekly": ("RRULE:FREQ=WEEKLY", {"every": "week"}),
    "weekly, by its day": ("RRULE:FREQ=WEEKLY;BYDAY=TH;WKST=SU", {"every": "week"}),
    "two days": (
        "RRULE:FREQ=WEEKLY;BYDAY=TH,TU;INTERVAL=2",
        {"every": "week", "interval": "2", "weekdays": ["tuesday", "thursday"]},
    ),
    "each working day": (
        "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=3",
        {
            "every": "week",
            "weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday"],
            "count": "3",
        },
    ),
    "first Thursday": ("RRULE:FREQ=MONTHLY;BYDAY=1TH", {"every": "month", "day": "first thursday"}),
    "first Thursday otherwise": (
        "RRULE:FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1",
        {"every": "month", "day": "first thursday"},
    ),
    "on the third": ("RRULE:FREQ=MONTHLY;BYMONTHDAY=3", {"every": "month", "day": "3"}),
    "yearly": ("RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3", {"every": "year", "day": "3"}),
    "an end": (
        "RRULE:FREQ=WEEKLY;UNTIL=20261220T000000Z",
        {"every": "week", "until": "2026-12-17"},
    ),
    "both ends": (
        "RRULE:FREQ=WEEKLY;COUNT=9;UNTIL=20261220T000000Z",
        {"every": "week", "until": "2026-12-17"},
    ),
    "left out by the day": (
        "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;VALUE=DATE:20261210",
        {"every": "week", "count": "4", "except": ["2026-12-10"]},
    ),
    "left out by the time": (
        "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20261210T183000Z,20261217T183000Z",
        {"every": "week", "count": "4", "except": ["2026-12-10", "2026-12-17"]},
    ),
    "one more": (
        "RRULE:FREQ=WEEKLY;COUNT=2\nRDATE;TZID=Europe/Berlin:20261214T180000",
        {"every": "week", "count": "2", "also": ["2026-12-14T18:00"]},
    ),
    "no rule": (
        "RDATE;TZID=Europe/Berlin:20261214T180000,20261220T100000",
        {"every": "week", "count": "1", "also": ["2026-12-14T18:00", "2026-12-20T10:00"]},
    ),
    "the last working day": (
        "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
        {"every": "week", "count": "1", "also": ["2026-12-31T19:30", "2027-01-29T19:30"]},
    ),
}


@pytest.mark.filterwarnings("ignore:Using both")
@pytest.mark.parametrize("name", SERIES)
def test_series(name: str) -> None:
    rule, expected = SERIES[name]
    if name == "the last working day":  # the first date is none of the rule's, and counts
        expected = {**expected, "also": [*expected["also"], "2027-02-26T19:30"]}
    assert [one["repeat"] for one in fields(EVENT + END + rule)] == [expected]


CHANGED = "UID:1\nRECURRENCE-ID;TZID=Europe/Berlin:20261210T193000\nSUMMARY:Probe\n"


def moved(start: str, more: str = "") -> str:
    return f"{CHANGED}DTSTART;TZID=Europe/Berlin:{start}\nDURATION:PT2H\n{more}"


def test_a_date_that_was_moved() -> None:
    series = EVENT + END + "RRULE:FREQ=WEEKLY;COUNT=3"
    repeat = {"every": "week", "count": "3", "moved": {"2026-12-10": "2026-12-11T20:00"}}
    assert fields(series, moved("20261211T200000")) == [{**PROBE, "repeat": repeat}]
    assert fields(moved("20261211T200000"), series) == [{**PROBE, "repeat": repeat}]


def test_a_date_that_was_called_off() -> None:
    series = EVENT + END + "RRULE:FREQ=WEEKLY;COUNT=3"
    off = {"2026-12-10": "Im Kalender des Vereins abgesagt."}
    repeat = {"every": "week", "count": "3", "cancelled": off}
    assert fields(series, moved("20261210T193000", "STATUS:CANCELLED")) == [
        {**PROBE, "repeat": repeat}
    ]


def test_a_date_that_is_described_otherwise_is_an_entry_of_its_own() -> None:
    series = EVENT + END + "RRULE:FREQ=WEEKLY;COUNT=3"
    found = of(calendar(series, moved("20261210T193000", "LOCATION:Halle")))
    own, other = found.events
    assert own.fields["repeat"] == {"every": "week", "count": "3", "except": ["2026-12-10"]}
    assert other.fields == {
        **{"title": "Probe", "start": "2026-12-10T19:30", "end": "2026-12-10T21:30"},
        "venue": {"name": "Halle"},
    }
    assert other.key == f"{own.key}-20261210T1930"


def test_a_changed_date_without_its_series() -> None:
    assert fields(moved("20261211T200000")) == [
        {"title": "Probe", "start": "2026-12-11T20:00", "end": "2026-12-11T22:00"}
    ]


IN_UTC = "UID:1\nSUMMARY:Probe\nDTSTART:20261203T183000Z\nDURATION:PT2H\nRRULE:FREQ=WEEKLY"


@pytest.mark.parametrize("zone", ["Europe/Berlin", "W. Europe Standard Time"])
def test_a_series_in_utc_goes_by_the_zone_of_its_calendar(zone: str) -> None:
    assert fields(IN_UTC, head=f"X-WR-TIMEZONE:{zone}\n") == [WEEKLY]


@pytest.mark.parametrize("head", ["", "X-WR-TIMEZONE:../x\n", "X-WR-TIMEZONE:Mond/Nord\n"])
def test_a_series_in_utc_without_one_shifts_with_the_clocks_and_so_has_single_dates(
    head: str,
) -> None:
    (found,) = of(calendar(IN_UTC, head=head)).events
    assert found.remark == "near" and len(found.dates.times) == 53
    assert {start.hour for start, _, _ in found.dates.times} == {19, 20}


TEAMS = """\
Wir proben.
________________________________________________________________________________
Microsoft Teams-Besprechung
Jetzt teilnehmen: https://teams.example/l/meetup
Besprechungs-ID: 321 654
Passcode: geheim1
________________________________________________________________________________
Kommt alle!"""
TEXTS = {
    TEAMS: "Wir proben.\n\nKommt alle!",
    "Kommt!\nZoom: https://zoom.example/1\nKenncode: 123": "Kommt!\nZoom: https://zoom.example/1",
    'Zur <a href="https://chor.example/a?b=1&amp;c">Anmeldung</a> bitte': (
        "Zur Anmeldung (https://chor.example/a?b=1&c) bitte"
    ),
    '<a href="https://chor.example">https://chor.example</a>': "https://chor.example",
    "<ul><li>Noten<li>Stift</ul>": "- Noten\n- Stift",
    "Eine PIN-Nadel: 3 cm": "Eine PIN-Nadel: 3 cm",
}


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_said_of_it(text: str) -> None:
    written = text.replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
    (found,) = of(calendar(EVENT + END + f"DESCRIPTION:{written}")).events
    assert found.fields["text"] == TEXTS[text]


LEFT_OUT = {
    "private": EVENT + "CLASS:PRIVATE",
    "often": EVENT + "RRULE:FREQ=SECONDLY",
    "start": "SUMMARY:Probe",
    "far": "SUMMARY:Probe\nDTSTART:99990101T000000Z",
    "dates": EVENT + "RRULE:FREQ=WEEKLY;COUNT=1\nEXDATE;TZID=Europe/Berlin:20261203T193000",
    "unreadable": EVENT + "RRULE:FREQ=WEEKLY\nEXDATE:morgen",
}


@pytest.mark.parametrize("reason", LEFT_OUT)
def test_what_is_left_out(reason: str) -> None:
    """And nothing else is."""
    found = of(calendar(LEFT_OUT[reason], (EVENT + END).replace("UID:1", "UID:2")))
    assert [one.fields for one in found.events] == [PROBE]
    assert [one.reason for one in found.skipped] == [reason]
    assert len(found.present) == 2 and not found.is_empty


def test_of_two_with_one_identity_it_is_told() -> None:
    other = EVENT.replace("Probe", "Konzert").replace("20261203", "20261204")
    found = of(calendar(EVENT + END, other))
    assert len(found.events) == 1
    assert [(one.title, one.reason) for one in found.skipped] == [("Konzert", "twice")]


def test_what_is_over_is_there_and_no_more() -> None:
    found = of(calendar("UID:1\nSUMMARY:Probe\nDTSTART:20261130T193000"))
    assert (found.events, found.skipped, len(found.present)) == ((), (), 1)
    assert of(calendar()).is_empty


def test_one_that_cannot_be_parsed_keeps_no_other_back() -> None:
    broken = calendar('UID:2\nSUMMARY;X="\x01:Probe\nDTSTART:x', EVENT + END)
    assert [one.fields for one in of(broken).events] == [PROBE]


OTHERS = {
    "page": "<!DOCTYPE html><html><body>Bitte anmelden</body></html>",
    "other": "Guten Tag",
    "many": "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * 20_001,
}


@pytest.mark.parametrize("code", OTHERS)
def test_no_calendar(code: str) -> None:
    with pytest.raises(NotFetched, match=code):
        of(OTHERS[code])


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("utf-8", ""), ("utf-8-sig", "utf-8"), ("latin-1", ""), ("cp1252", "utf-8"), ("utf-16", "")],
)
def test_letters(encoding: str, charset: str) -> None:
    data = calendar(EVENT.replace("Probe", "Größe")).replace("\n", "\r\n").encode(encoding)
    assert [one.called for one in of(data, charset).events] == ["Größe"]


def test_it_is_read_by_a_process_of_its_own() -> None:
    data = calendar(EVENT + END + "RRULE:FREQ=WEEKLY", "SUMMARY:x").encode()
    assert read_apart(data, "", HORIZON) == of(data) == from_json(as_json(of(data)).encode())
    with pytest.raises(NotFetched, match="page"):
        read_apart(b"<html>", "", HORIZON)


def test_a_rule_that_never_ends_to_be_computed() -> None:
    """30 February, in every year there will be: the process gives that event up, and no other."""
    never = EVENT.replace("UID:1", "UID:2") + "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    found = read_apart(calendar(never, EVENT + END).encode(), "", HORIZON)
    assert [one.fields for one in found.events] == [PROBE]
    assert {one.reason for one in found.skipped} <= {"effort", "unreadable"}
