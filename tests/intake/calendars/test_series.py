"""The dates of an entry are those that recurring-ical-events gives for its event, whatever it is.

And if our model cannot say them, single dates are, as far as they go.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.fields.context import Context
from plugins.catalogue.model import Event, Origin
from plugins.catalogue.occurrences import occurrences
from plugins.catalogue.parse import entry_of
from plugins.catalogue.source import read as read_nodes
from plugins.catalogue.titles import titled
from plugins.intake.calendars.read import Horizon, read
from plugins.intake.calendars.series import AHEAD, FEW, SEEN
from plugins.intake.calendars.source_event import SourceEvent
from plugins.intake.entry_file import text_of
from tests.intake.calendars.conftest import calendar

TODAY = date(2026, 12, 1)
BERLIN = ZoneInfo("Europe/Berlin")
FAR = TODAY + SEEN - timedelta(days=400)
"""Up to this day all dates are compared; a start lies up to 300 days ahead."""

Times = set[tuple[datetime, datetime]]

DAYS = st.sampled_from("MO TU WE TH FR SA SU".split())
ZONES = st.sampled_from(
    (
        ";TZID=Europe/Berlin:{}",
        ";TZID=Europe/Istanbul:{}",
        ";TZID=W. Europe Standard Time:{}",
        ";TZID=America/New_York:{}",
        ":{}Z",
        ":{}",
    )
)
STARTS = st.datetimes(datetime(2026, 2, 1), datetime(2027, 9, 1)).map(
    lambda one: one.replace(minute=one.minute // 15 * 15, second=0, microsecond=0)
)
STAMP = "%Y%m%dT%H%M%S"


@st.composite
def rules(draw: st.DrawFn) -> str:
    """A rule of any kind that programs write, and of some that none should."""
    frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={frequency}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 4))}")
    if draw(st.booleans()):
        days = draw(st.lists(DAYS, min_size=1, max_size=3, unique=True))
        nth = draw(st.sampled_from(("", "1", "2", "-1", "5"))) if frequency == "MONTHLY" else ""
        parts.append("BYDAY=" + ",".join(f"{nth}{day}" for day in days))
        if not nth and draw(st.integers(0, 3)) == 0:
            parts.append(f"BYSETPOS={draw(st.sampled_from((1, 2, -1)))}")
    elif draw(st.integers(0, 2)) == 0 and frequency != "WEEKLY":
        parts.append(f"BYMONTHDAY={draw(st.sampled_from(('1', '15', '31', '-1', '3,17')))}")
    if draw(st.integers(0, 5)) == 0:
        parts.append(f"BYMONTH={draw(st.integers(1, 12))}")
    if draw(st.integers(0, 5)) == 0:
        parts.append("WKST=SU")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 30))}")
    if draw(st.integers(0, 2)) == 0:
        parts.append(f"UNTIL={draw(STARTS):{STAMP}}Z")
    return ";".join(parts)


@st.composite
def events(draw: st.DrawFn) -> list[str]:
    """An event, what is left out and added, and some of its dates moved or called off."""
    start, zone, is_day = draw(STARTS), draw(ZONES), draw(st.integers(0, 4)) == 0
    length = draw(st.sampled_from((0, 45, 90, 600, 1440, 3000)))

    def stamp(moment: datetime) -> str:
        return f";VALUE=DATE:{moment:%Y%m%d}" if is_day else zone.format(f"{moment:{STAMP}}")

    end = "" if is_day else f"DURATION:PT{length}M\n"
    own = f"UID:1\nSUMMARY:Probe\nDTSTART{stamp(start)}\n{end}RRULE:{draw(rules())}\n"
    days = st.integers(0, 60).map(lambda number: start + timedelta(days=number))
    for moment in draw(st.lists(days, max_size=2)):
        kind = draw(st.integers(0, 1))
        own += f"EXDATE;VALUE=DATE:{moment:%Y%m%d}\n" if kind else f"EXDATE{stamp(moment)}\n"
    for moment in draw(st.lists(days, max_size=2)):
        own += f"RDATE{stamp(moment)}\n"
    found = [own]
    for moment in draw(st.lists(days, max_size=2, unique=True)):
        to = moment + timedelta(hours=draw(st.integers(-30, 30)))
        status = draw(st.sampled_from(("", "STATUS:CANCELLED\n", "LOCATION:Halle\n")))
        found.append(
            f"UID:1\nSUMMARY:Probe\nRECURRENCE-ID{stamp(moment)}\nDTSTART{stamp(to)}\n{end}{status}"
        )
    return found


def oracle(text: str) -> tuple[Times, Times]:
    """All dates up to a day far ahead, in local time; those that entries may leave out.

    An entry calls off days: a date that is off on a day that has another cannot be said.
    """
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(text))
    found = query.between(date(2025, 1, 1), FAR + timedelta(days=2))
    times = {
        (local(one["DTSTART"].dt), local(one["DTEND"].dt)): "STATUS" not in one for one in found
    }
    held = {start.date() for (start, _), is_held in times.items() if is_held}
    far = {time: is_held for time, is_held in times.items() if time[0].date() <= FAR}
    return {*far}, {one for one, is_held in far.items() if not is_held and one[0].date() in held}


def local(moment: date) -> datetime:
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day)
    here = moment.astimezone(BERLIN) if moment.tzinfo else moment
    return here.replace(tzinfo=None, fold=0)


def entry(event: SourceEvent) -> Event:
    """The entry as the site reads it from its file, which nothing may be said against."""
    problems = Problems("x.md")
    data = text_of(Event, {**event.fields, "organisers": ["office"]}).encode()
    document = read_nodes(data, problems, markdown=True)
    assert document is not None
    made = entry_of(
        Event, "x", Origin("x.md", document.with_text()), Context(problems, {}, "DE", titled)
    )
    assert list(problems) == [] and isinstance(made, Event)
    return made


def times(event: SourceEvent) -> Times:
    found = occurrences(entry(event), date(2025, 1, 1), min(FAR, event.dates.until))
    return {(one.start, one.end) for one in found if one.start.date() <= FAR}


TWO_ON_A_DAY = [
    "UID:1\nSUMMARY:Probe\nDTSTART:20270707T000000Z\nRRULE:FREQ=DAILY;BYDAY=MO,TU;UNTIL=20270810T000000Z\n",
    "UID:1\nSUMMARY:Probe\nRECURRENCE-ID:20270713T000000Z\nDTSTART:20270712T140000Z\nLOCATION:Halle\n",
    "UID:1\nSUMMARY:Probe\nRECURRENCE-ID:20270803T000000Z\nDTSTART:20270801T230000Z\nSTATUS:CANCELLED\n",
]
"""One is moved to a day that has another, and called off."""


@settings(max_examples=150)
@example(events=TWO_ON_A_DAY)
@given(events=events())
@pytest.mark.filterwarnings("ignore:Using both")
def test_any_event(events: list[str]) -> None:
    text = calendar(*events)
    found = read(text.encode(), "", Horizon(BERLIN, TODAY))
    assert [one for one in found.skipped if one.reason != "dates"] == []
    expected, beside = oracle(text)
    for one in found.events:
        assert times(one) <= expected
    if found.events and not any(one.remark for one in found.events):
        # What is over makes no entry of its own; what goes on has all that was, too.
        mine: Times = set().union(*map(times, found.events))
        assert {t for t in expected - mine - beside if ends(t) >= TODAY} == set()
    if len(found.events) == 1 and found.events[0].remark:
        mine = {t for t in times(found.events[0]) if ends(t) >= TODAY}
        assert near(expected - beside) == sorted(mine - beside)


def ends(time: tuple[datetime, datetime]) -> date:
    return max(time[0], time[1] - timedelta(minutes=1)).date()


def near(expected: Times) -> list[tuple[datetime, datetime]]:
    """Those of the dates that single ones have to be."""
    ahead = sorted(time for time in expected if ends(time) >= TODAY)
    return [time for time in ahead if time[0].date() <= TODAY + AHEAD][:FEW] or ahead[:1]


RULES = {
    "FREQ=WEEKLY;BYDAY=TU": "20261201",
    "FREQ=MONTHLY;BYMONTHDAY=31": "20270131",
    "FREQ=YEARLY": "20261201",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29": "20280229",
    "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20290101T000000Z": "20270129",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;WKST=MO": "20261201",
    "FREQ=DAILY;COUNT=400": "20261201",
}


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_is_said(rule: str) -> None:
    """And not each of its dates."""
    text = calendar(f"UID:1\nSUMMARY:Probe\nDTSTART:{RULES[rule]}T190000\nRRULE:{rule}")
    (found,) = read(text.encode(), "", Horizon(BERLIN, TODAY)).events
    assert found.remark == "" and times(found) == oracle(text)[0]
    assert entry(found).repeat is not None
    assert len(str(found.fields["repeat"])) < 120
