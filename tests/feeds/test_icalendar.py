"""Calendars read back by independent readers: the same texts, the same times, only its own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import dateutil.rrule
import icalendar
import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.forgotten import Forgotten, Notice
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import Loaded, load
from plugins.catalogue.model import NOWHERE, OFFICE, Event
from plugins.catalogue.occurrences import occurrences
from plugins.catalogue.settings import Settings
from plugins.feeds import icalendar as ours
from plugins.feeds import pages
from plugins.feeds.view import CalendarEvent, CalendarView, Organiser
from plugins.feeds.zones import time_zone
from plugins.rendering.page import File, outputs
from plugins.rendering.urls import Address
from tests.feeds.written import bytes_of, find

ALL, PAGE = Address("events_calendar"), Address("calendar")
TODAY = date(2026, 11, 22)
BERLIN = ZoneInfo("Europe/Berlin")
FILES = {
    "associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n",
    "associations/still.yaml": "name: Still\ntopics: [musik]\nlisted: 2020-01-01\n",
    "events/probe.md": (
        "---\ntitle: 'Probe; mit Komma, Strich \\ und „Ende“'\nstart: 2026-10-20T19:30\n"
        "end: 2026-10-20T21:00\norganisers: [chor]\nvenue: {name: Saal, city: Musterstadt}\n"
        "repeat: {every: week, until: 2026-11-24, cancelled: {2026-11-10: Heizung}, "
        "moved: {2026-11-17: 2026-11-18T20:00}, except: [2026-10-27], also: [2026-11-28T10:00]}\n"
        "---\nZeile eins\n\nBEGIN:VEVENT\nمرحبا\n"
    ),
    "events/fest.yaml": (
        "title: Fest\nstart: 2026-12-24\nend: 2026-12-26\norganisers: office\nstatus: cancelled\n"
        "reason: Sturm\n"
    ),
    "events/alt.yaml": "title: Alt\nstart: 2020-05-01T10:00\norganisers: [chor]\n",
}


def calendars(catalogue: Catalogue, settings: Settings) -> dict[Address, bytes]:
    found = [
        page
        for page in outputs(pages(catalogue, TODAY))
        if isinstance(page, File) and page.write is ours.write
    ]
    return {page.address: bytes_of(page, settings.site) for page in found}


def of_entries(found: dict[Address, bytes]) -> dict[Address, bytes]:
    """The calendar of all, and those of associations and events."""
    kinds = ("events_calendar", "association_calendar", "event_calendar")
    return {address: data for address, data in found.items() if address.name in kinds}


def there(settings: Settings, **changed: Any) -> Settings:  # noqa: ANN401
    """The settings of a site that is called otherwise or stands elsewhere."""
    return replace(settings, site=replace(settings.site, **changed))


@pytest.fixture
def sample(catalogue: Callable[..., Catalogue], settings: Settings) -> dict[Address, bytes]:
    return calendars(catalogue(FILES), settings)


def components(data: bytes, name: str = "VEVENT") -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk(name))


def uids(data: bytes) -> list[str]:
    return sorted({str(e["UID"]) for e in components(data)})


def test_each_calendar_holds_its_own_only(sample: dict[Address, bytes]) -> None:
    assert {address: uids(data) for address, data in of_entries(sample).items()} == {
        Address("events_calendar"): ["fest@anlaufstelle.example", "probe@anlaufstelle.example"],
        Address("association_calendar", "chor"): ["probe@anlaufstelle.example"],
        Address("event_calendar", "probe"): ["probe@anlaufstelle.example"],
        Address("event_calendar", "fest"): ["fest@anlaufstelle.example"],
        Address("event_calendar", "alt"): ["alt@anlaufstelle.example"],
    }


def test_who_subscribed_before_a_renaming_reads_on(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    renamed = {
        "associations/sang.yaml": FILES["associations/chor.yaml"] + "formerly: [alt, chor]\n",
        "events/neu.md": FILES["events/probe.md"]
        .replace("[chor]", "[sang]")
        .replace("repeat:", "formerly: [probe, ton]\nrepeat:"),
    }
    after = calendars(catalogue(renamed), settings)
    for kind, now, *former in (
        ("event_calendar", "neu", "probe", "ton"),
        ("association_calendar", "sang", "alt", "chor"),
    ):
        assert [after[Address(kind, key)] for key in former] == [after[Address(kind, now)]] * 2
        assert uids(after[Address(kind, now)]) == ["probe@anlaufstelle.example"]


@pytest.mark.parametrize(("at", "said"), [(1_700_000_000, 1_700_000_000), (0, 1_262_304_000)])
def test_an_event_says_when_it_was_changed(
    catalogue: Callable[..., Catalogue], settings: Settings, at: int, said: int
) -> None:
    """Three times the same; and never before 2010, from when on SEQUENCE counts."""
    given = catalogue({name: FILES[name] for name in ("associations/chor.yaml", "events/alt.yaml")})
    entries = replace(given, revisions={"events/alt": at, "associations/chor": at + 60})
    (event,) = components(calendars(entries, settings)[Address("event_calendar", "alt")])
    last = datetime.fromtimestamp(said, UTC)
    assert [event[name].dt for name in ("LAST-MODIFIED", "DTSTAMP")] == [last, last]
    assert int(event["SEQUENCE"]) == (last - datetime(2010, 1, 1, tzinfo=UTC)).total_seconds()


def test_texts_come_back(sample: dict[Address, bytes]) -> None:
    master = components(sample[Address("event_calendar", "probe")])[0]
    assert str(master["SUMMARY"]) == "Probe; mit Komma, Strich \\ und „Ende“"
    assert str(master["DESCRIPTION"]) == "Zeile eins\n\nBEGIN:VEVENT\nمرحبا\n\nChor"
    assert str(master["LOCATION"]) == "Saal, Musterstadt"
    assert str(master["URL"]) == "https://anlaufstelle.example/termine/probe/"


def test_a_cancelled_event_says_so(sample: dict[Address, bytes]) -> None:
    (event,) = components(sample[Address("event_calendar", "fest")])
    assert (str(event["STATUS"]), str(event["SUMMARY"])) == ("CANCELLED", "Abgesagt: Fest")
    assert (event.start, event.end) == (date(2026, 12, 24), date(2026, 12, 27))
    assert str(event["DESCRIPTION"]) == "Sturm"


def test_a_cancelled_date_reaches_subscribers(sample: dict[Address, bytes]) -> None:
    special = {
        e["RECURRENCE-ID"].dt: (str(e["STATUS"]), e.start)
        for e in components(sample[Address("events_calendar")])
        if "RECURRENCE-ID" in e
    }
    assert special == {
        datetime(2026, 11, 10, 19, 30, tzinfo=BERLIN): (
            "CANCELLED",
            datetime(2026, 11, 10, 19, 30, tzinfo=BERLIN),
        ),
        datetime(2026, 11, 17, 19, 30, tzinfo=BERLIN): (
            "CONFIRMED",
            datetime(2026, 11, 18, 20, 0, tzinfo=BERLIN),
        ),
    }


@pytest.mark.slow
def test_times_are_those_of_the_pages(sample_settings: Settings) -> None:
    """Every event of the sample content, its dates counted by an independent reader."""
    catalogue = load(sample_settings.content).catalogue
    files = calendars(catalogue, sample_settings)
    first, last = date(2018, 1, 1), date(2027, 12, 31)
    for event in catalogue.events:
        data = files[Address("event_calendar", event.id)]
        found = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(
            first, last + timedelta(days=1)
        )
        read = sorted((local(c.start), str(c["STATUS"]) == "CANCELLED") for c in found)
        ours = sorted((o.start, o.status == "cancelled") for o in occurrences(event, first, last))
        assert (event.id, read) == (event.id, ours)


def local(moment: date, zone: str = "Europe/Berlin") -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return datetime(moment.year, moment.month, moment.day)


SERIES = "title: Reihe\nstart: 2026-12-01T10:00\norganisers: office\n"


@pytest.mark.parametrize(
    "moved",
    [
        "{2026-12-15: 2026-12-22T10:00}",  # onto the next date: one is left of the two
        "{2026-12-15: 2028-12-22T10:00}",
        "{2026-12-15: 2020-12-22T10:00}",
        "{2026-12-15: 2026-12-22T10:00, 2026-12-22: 2026-12-22T20:00}",
    ],
)
def test_no_moved_date_stays_at_its_old_time(
    moved: str, catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    text = f"{SERIES}repeat: {{every: week, count: 5, moved: {moved}}}\n"
    entries = catalogue({"events/reihe.yaml": text})
    data = calendars(entries, settings)[Address("event_calendar", "reihe")]
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(
        date(2020, 1, 1), date(2029, 1, 1)
    )
    ours = occurrences(entries.events[0], date(2020, 1, 1), date(2029, 1, 1))
    assert sorted(local(c.start) for c in found) == [o.start for o in ours]


def test_an_end_comes_after_the_start_or_not_at_all(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    entries = catalogue({"events/reihe.yaml": f"{SERIES}end: 2026-12-01T10:00\n"})
    (event,) = components(calendars(entries, settings)[Address("event_calendar", "reihe")])
    assert "DTEND" not in event and "DESCRIPTION" not in event


def test_summer_time(sample: dict[Address, bytes]) -> None:
    (zone,) = components(sample[Address("events_calendar")], "VTIMEZONE")
    tz = zone.to_tz(lookup_tzid=False)
    assert [
        (datetime(2026, 10, 25, 0, 30, tzinfo=tz) + timedelta(hours=hours)).utcoffset()
        for hours in (0, 24)
    ] == [timedelta(hours=2), timedelta(hours=1)]
    assert datetime(2027, 7, 1, tzinfo=tz).utcoffset() == timedelta(hours=2)


def test_lines_are_folded(sample: dict[Address, bytes]) -> None:
    for data in sample.values():
        assert max(len(line) for line in data.split(b"\r\n")) <= 75


@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [
        ("Europe/Berlin", 1, 2),
        ("Europe/London", 0, 1),
        ("Europe/Athens", 2, 3),
        ("Asia/Tokyo", 9, 9),
        ("America/New_York", -5, -4),
    ],
)
def test_time_zones(
    catalogue: Callable[..., Catalogue], settings: Settings, zone: str, winter: int, summer: int
) -> None:
    elsewhere = there(settings, time_zone=zone)
    data = calendars(catalogue(FILES), elsewhere)[Address("event_calendar", "alt")]
    (component,) = components(data, "VTIMEZONE")
    tz = component.to_tz(lookup_tzid=False)
    offsets = [datetime(2027, m, 1, 12, tzinfo=tz).utcoffset() for m in (1, 7)]
    assert offsets == [timedelta(hours=winter), timedelta(hours=summer)]


def test_texts_are_plain_words(catalogue: Callable[..., Catalogue], settings: Settings) -> None:
    text = "## Titel\n\n**fett** und [Termine](/termine/), 3 &lt; 4 &amp; mehr"
    event = f"---\ntitle: T\nstart: 2026-12-01\norganisers: office\n---\n{text}\n"
    data = calendars(catalogue({"events/x.md": event}), settings)[Address("event_calendar", "x")]
    (component,) = components(data)
    assert (
        str(component["DESCRIPTION"])
        == "Titel\n\nfett und Termine (https://anlaufstelle.example/termine/), 3 < 4 & mehr"
    )


HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            ["\r", "\n", "\r\n", ";", ",", "\\", '"', "\\n", "\\N", ":", "^n", " ", "\t"]
        ),
        st.sampled_from(["😀", "ü" * 150, "x" * 300, "مرحبا بكم", "END:VEVENT", "%2C", "\u2028"]),
        st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=40),
    ),
    max_size=12,
).map("".join)


def unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(title=HOSTILE, reason=HOSTILE, location=HOSTILE, organiser=HOSTILE, price=HOSTILE)
def test_every_text_comes_back(
    settings: Settings, title: str, reason: str, location: str, organiser: str, price: str
) -> None:
    event = Event(
        id="probe",
        origin=NOWHERE,
        title=title,
        start=datetime(2026, 10, 20, 19, 30),
        organisers=(OFFICE,),
        reason=reason,
        price=price,
    )
    who = Organiser(organiser, Address("association", "chor"))
    item = CalendarEvent(event, location, organisers=(who,))
    data = ours.write(CalendarView(title, ALL, PAGE, (item, item)), settings.site, find)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    first, second = components(data)
    assert first == second
    about = "\n\n".join(part for part in (reason, organiser, price) if part)
    read = [str(first.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "LOCATION")]
    assert read == [unix(title), unix(about), unix(location)]
    assert [str(first[name]) for name in ("UID", "URL", "STATUS")] == [
        "probe@anlaufstelle.example",
        "https://anlaufstelle.example/termine/probe/",
        "CONFIRMED",
    ]


def test_names_of_calendars_are_shown_as_they_stand(settings: Settings) -> None:
    """X-WR-CALNAME is not of the RFC: programs do not take back what TEXT would escape."""
    view = CalendarView("Tanz, Tee; \\N\r\nX:1", ALL, PAGE)
    data = ours.write(view, settings.site, find)
    assert data.decode().split("\r\n")[4:6] == [
        "NAME:Tanz\\, Tee\\; \\\\N\\nX:1 · Anlaufstelle Musterstadt",
        "X-WR-CALNAME:Tanz, Tee; \\N X:1 · Anlaufstelle Musterstadt",
    ]


def test_a_calendar_without_events_is_a_calendar(settings: Settings) -> None:
    data = ours.write(CalendarView("", ALL, PAGE), settings.site, find)
    zone = time_zone("Europe/Berlin").decode().split("\r\n")
    assert data.decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Anlaufstelle Musterstadt//Anlaufstelle//DE",
        "METHOD:PUBLISH",
        "NAME:Anlaufstelle Musterstadt",
        "X-WR-CALNAME:Anlaufstelle Musterstadt",
        "SOURCE;VALUE=URI:https://anlaufstelle.example/termine.ics",
        "URL:https://anlaufstelle.example/termine/",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "X-WR-TIMEZONE:Europe/Berlin",
        *zone[:-1],
        "END:VCALENDAR",
        "",
    ]


WALK = (
    "---\ntitle: Wanderung\nstart: 2026-12-05\nend: 2026-12-06\norganisers: office\n"
    "status: postponed\nreason: Glatteis\ntopics: [musik, sprache]\nprice: 5 Euro, ermäßigt 3\n"
    "repeat: {every: week, count: 4, cancelled: {2026-12-12: Sturm}, "
    "moved: {2026-12-19: 2026-12-20}}\n---\nFeste Schuhe.\n"
)
WALK_WRITTEN = """\
BEGIN:VEVENT
SUMMARY;LANGUAGE=de:Verschoben: Wanderung
DTSTART;VALUE=DATE:20261205
DTEND;VALUE=DATE:20261207
DTSTAMP:20261101T120000Z
UID:wanderung@anlaufstelle.example
LAST-MODIFIED:20261101T120000Z
SEQUENCE:531230400
RRULE:FREQ=WEEKLY;COUNT=4;INTERVAL=1
DESCRIPTION;LANGUAGE=de:Glatteis\\n\\nFeste Schuhe.\\n\\n5 Euro\\, ermäßigt 3
STATUS:TENTATIVE
CATEGORIES;LANGUAGE=de:Musik,Sprache
ORGANIZER;CN="Büro für Integration":mailto:anlaufstelle@musterstadt.example
CONTACT;ALTREP="https://anlaufstelle.example/":Büro für Integration\\, \
anlaufstelle@musterstadt.example\\, 030 23125 100
COLOR:mediumpurple
URL:https://anlaufstelle.example/termine/wanderung/
END:VEVENT
BEGIN:VEVENT
SUMMARY;LANGUAGE=de:Abgesagt: Wanderung
DTSTART;VALUE=DATE:20261212
DTEND;VALUE=DATE:20261214
DTSTAMP:20261101T120000Z
UID:wanderung@anlaufstelle.example
RECURRENCE-ID;VALUE=DATE:20261212
LAST-MODIFIED:20261101T120000Z
SEQUENCE:531230400
DESCRIPTION;LANGUAGE=de:Sturm\\n\\nFeste Schuhe.\\n\\n5 Euro\\, ermäßigt 3
STATUS:CANCELLED
CATEGORIES;LANGUAGE=de:Musik,Sprache
ORGANIZER;CN="Büro für Integration":mailto:anlaufstelle@musterstadt.example
CONTACT;ALTREP="https://anlaufstelle.example/":Büro für Integration\\, \
anlaufstelle@musterstadt.example\\, 030 23125 100
COLOR:mediumpurple
URL:https://anlaufstelle.example/termine/wanderung/
END:VEVENT
BEGIN:VEVENT
SUMMARY;LANGUAGE=de:Verschoben: Wanderung
DTSTART;VALUE=DATE:20261220
DTEND;VALUE=DATE:20261222
DTSTAMP:20261101T120000Z
UID:wanderung@anlaufstelle.example
RECURRENCE-ID;VALUE=DATE:20261219
LAST-MODIFIED:20261101T120000Z
SEQUENCE:531230400
DESCRIPTION;LANGUAGE=de:Glatteis\\n\\nFeste Schuhe.\\n\\n5 Euro\\, ermäßigt 3
STATUS:TENTATIVE
CATEGORIES;LANGUAGE=de:Musik,Sprache
ORGANIZER;CN="Büro für Integration":mailto:anlaufstelle@musterstadt.example
CONTACT;ALTREP="https://anlaufstelle.example/":Büro für Integration\\, \
anlaufstelle@musterstadt.example\\, 030 23125 100
COLOR:mediumpurple
URL:https://anlaufstelle.example/termine/wanderung/
END:VEVENT
"""


def test_a_series_and_its_special_dates_line_for_line(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    changed = int(datetime(2026, 11, 1, 12, tzinfo=UTC).timestamp())
    entries = catalogue({"events/wanderung.md": WALK})
    entries = replace(entries, revisions={"events/wanderung": changed})
    data = calendars(entries, settings)[Address("event_calendar", "wanderung")]
    lines = data.decode().replace("\r\n ", "")
    before, begin, rest = lines.partition("BEGIN:VEVENT\r\n")
    assert before.endswith("X-WR-TIMEZONE:Europe/Berlin\r\n")
    assert begin + rest == WALK_WRITTEN.replace("\n", "\r\n") + "END:VCALENDAR\r\n"


def test_a_time_zone_only_where_there_is_a_time(sample: dict[Address, bytes]) -> None:
    found = of_entries(sample)
    zones = {address.id: len(components(data, "VTIMEZONE")) for address, data in found.items()}
    assert zones == {"": 1, "chor": 1, "probe": 1, "fest": 0, "alt": 1}


def test_an_event_is_made_once_for_all_files(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    ours._components.cache_clear()
    calendars(catalogue(FILES), settings)
    found = ours._components.cache_info()
    assert (found.misses, found.hits) == (3, 3)


def test_files_do_not_depend_on_what_was_written_before(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    entries, elsewhere = catalogue(FILES), there(settings, url="https://x.example/y", name="Y")
    ours._components.cache_clear()
    first = calendars(entries, settings)
    other = calendars(entries, elsewhere)
    files = [
        page
        for page in outputs(pages(entries, TODAY))
        if isinstance(page, File) and page.write is ours.write
    ]
    ours._components.cache_clear()
    assert {f.address: bytes_of(f, elsewhere.site) for f in reversed(files)} == other
    assert {f.address: bytes_of(f, settings.site) for f in reversed(files)} == first
    alt = other[Address("event_calendar", "alt")].decode()
    assert "UID:alt@x.example\r\n" in alt and "URL:https://x.example/y/termine/alt/\r\n" in alt


def test_times_in_utc_name_no_zone(catalogue: Callable[..., Catalogue], settings: Settings) -> None:
    data = calendars(catalogue(FILES), there(settings, time_zone="UTC"))
    (event,) = components(data[Address("event_calendar", "alt")])
    assert event["DTSTART"].to_ical() == b"20200501T100000Z"
    assert dict(event["DTSTART"].params) == {}


AGREED = {
    # what happened at the same time, or where programs differ; each with its dates as they are held
    "start-and-count": (
        "start: 2027-05-12T03:30\nrepeat: {every: year, interval: 3, day: 29, count: 1}\n",
        ["2027-05-12T03:30+0:00"],
    ),
    "start-and-weekday": (
        "start: 2026-11-06\nrepeat: {every: month, interval: 2, day: last sunday, count: 3}\n",
        ["2026-11-06T00:00+24:00", "2026-11-29T00:00+24:00", "2027-01-31T00:00+24:00"],
    ),
    "start-moved": (
        "start: 2026-11-06\nrepeat: {every: week, weekdays: [monday], count: 2,"
        " moved: {2026-11-06: 2026-11-07}, cancelled: {2026-11-09: Sturm}}\n",
        ["2026-11-07T00:00+24:00", "2026-11-09T00:00+24:00 cancelled"],
    ),
    "clocks": (
        "start: 2026-10-24T01:59\nend: 2026-10-25T11:19\n"
        "repeat: {every: month, interval: 3, day: fourth saturday, count: 3}\n",
        ["2026-10-24T01:59+33:20", "2027-01-23T01:59+33:20", "2027-04-24T01:59+33:20"],
    ),
    "night": (
        "start: 2026-03-27T22:00\nend: 2026-03-28T06:00\nrepeat: {every: day, count: 3}\n",
        ["2026-03-27T22:00+8:00", "2026-03-28T22:00+8:00", "2026-03-29T22:00+8:00"],
    ),
    "night-elsewhere": (  # both changes of New York, and of Sydney
        "start: 2026-03-06T22:00\nend: 2026-03-07T06:00\nrepeat: {every: week, count: 50,"
        " until: 2026-04-05, weekdays: [friday, saturday]}\n",
        [f"2026-03-{d:02}T22:00+8:00" for d in (6, 7, 13, 14, 20, 21, 27, 28)]
        + [f"2026-04-{d:02}T22:00+8:00" for d in (3, 4)],
    ),
    "fast": (  # the clocks of Casablanca
        "start: 2026-02-14T20:00\nend: 2026-02-15T12:00\nrepeat: {every: day, interval: 6,"
        " until: 2026-03-22, also: [2026-02-15T01:00], cancelled: {2026-03-22: Regen}}\n",
        [
            "2026-02-14T20:00+16:00",
            "2026-02-15T01:00+16:00",
            "2026-02-20T20:00+16:00",
            "2026-02-26T20:00+16:00",
            *(f"2026-03-{d:02}T20:00+16:00" for d in (4, 10, 16)),
            "2026-03-22T20:00+16:00 cancelled",
        ],
    ),
    "also-twice": (
        "start: 2026-11-03T19:30\nrepeat: {every: week, count: 2,"
        " also: [2026-11-10T19:30, 2026-11-10T09:00], moved: {2026-11-03: 2026-11-10T09:00}}\n",
        ["2026-11-10T09:00+0:00", "2026-11-10T19:30+0:00"],
    ),
    "leap-day": (
        "start: 2024-02-29\nrepeat: {every: year, until: 2032-12-31}\n",
        [f"{year}-02-29T00:00+24:00" for year in (2024, 2028, 2032)],
    ),
    "month-end": (
        "start: 2026-08-31\nrepeat: {every: month, count: 3}\n",
        [f"2026-{month}-31T00:00+24:00" for month in ("08", "10", "12")],
    ),
}


def written(start: datetime, end: datetime, cancelled: bool) -> str:
    hours, minutes = divmod((end - start) // timedelta(minutes=1), 60)
    return f"{start:%Y-%m-%dT%H:%M}+{hours}:{minutes:02}" + " cancelled" * cancelled


@pytest.mark.slow
@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Berlin",
        "Africa/Casablanca",
        "America/New_York",
        "Asia/Kolkata",
        "Asia/Tehran",
        "Australia/Sydney",
        "UTC",
    ],
)
@pytest.mark.parametrize("name", AGREED)
def test_pages_and_calendars_agree(
    read: Callable[..., Loaded], settings: Settings, name: str, zone: str
) -> None:
    text, expected = AGREED[name]
    entries = read({f"events/{name}.yaml": f"title: T\norganisers: office\n{text}"}).catalogue
    elsewhere = there(settings, time_zone=zone)
    data = calendars(entries, elsewhere)[Address("event_calendar", name)]
    calendar = icalendar.Calendar.from_ical(data)
    window = date(2020, 1, 1), date(2040, 1, 1)
    found = {
        written(local(c.start, zone), local(c.end, zone), str(c["STATUS"]) == "CANCELLED")
        for c in recurring_ical_events.of(calendar).between(*window)
    }
    shown = occurrences(entries.events[0], *window)
    assert [written(o.start, o.end, o.status == "cancelled") for o in shown] == expected
    assert sorted(found) == expected
    assert all(starts_with_its_rule(event, zone) for event in calendar.walk("VEVENT"))


def starts_with_its_rule(event: Any, zone: str) -> bool:  # noqa: ANN401
    """Whether DTSTART is the first date of the RRULE: where it is none, programs differ."""
    if "RRULE" not in event:
        return True
    start = local(event.start, zone)
    rule = dateutil.rrule.rrulestr(event["RRULE"].to_ical().decode(), dtstart=start, ignoretz=True)
    return bool(rule[0] == start)


def test_a_series_says_how_long_its_dates_take(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    """By its DTEND programs would take the exact length of the first date, an hour off."""
    text = "title: T\norganisers: office\n" + AGREED["night"][0]
    data = calendars(catalogue({"events/night.yaml": text}), settings)
    events = data[Address("event_calendar", "night")].decode().partition("BEGIN:VEVENT")[2]
    lines = events.split("\r\n")
    times = ("DTSTART;", "DTEND;", "DURATION:", "RRULE:", "RECURRENCE-ID;")
    assert [line for line in lines if line.startswith(times)] == [
        "DTSTART;TZID=Europe/Berlin:20260327T220000",
        "DURATION:PT8H",
        "RRULE:FREQ=DAILY;COUNT=3;INTERVAL=1",
        "DTSTART;TZID=Europe/Berlin:20260328T220000",
        "DTEND;TZID=Europe/Berlin:20260329T060000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20260328T220000",
    ]


NOTICES = (
    Notice(datetime(2027, 6, 12, 15), date(2027, 6, 30), 1795300000, ("gone", "old"), ("chor",)),
    Notice(date(2027, 1, 5), date(2027, 1, 5), 1795300000, ("party",), ("nobody",)),
    Notice(date(2026, 1, 5), date(2026, 1, 5), 1795300000, ("long-ago",), ("chor",)),
)


def test_who_subscribed_to_what_was_forgotten_reads_that_it_is_cancelled(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    known = replace(catalogue(FILES), forgotten=Forgotten(notices=NOTICES))
    before, found = calendars(catalogue(FILES), settings), calendars(known, settings)
    gone = {address: data for address, data in found.items() if address not in before}
    assert {address: uids(data) for address, data in gone.items()} == {
        Address("event_calendar", "gone"): ["gone@anlaufstelle.example"],
        Address("event_calendar", "old"): ["gone@anlaufstelle.example"],
        Address("event_calendar", "party"): ["party@anlaufstelle.example"],
        Address("association_calendar", "nobody"): ["party@anlaufstelle.example"],
    }
    more = {
        address: sorted({*uids(found[address])} - {*uids(data)}) for address, data in before.items()
    }
    assert {address: ids for address, ids in more.items() if ids} == {
        Address("events_calendar"): ["gone@anlaufstelle.example", "party@anlaufstelle.example"],
        Address("association_calendar", "chor"): ["gone@anlaufstelle.example"],
    }
    event = components(gone[Address("event_calendar", "old")])[0]
    assert event["DTSTART"].dt == datetime(2027, 6, 12, 15, tzinfo=BERLIN)
    assert {key: str(value) for key, value in event.items() if key != "DTSTART"} == {
        "SUMMARY": "Abgesagt",
        "UID": "gone@anlaufstelle.example",
        "STATUS": "CANCELLED",
        "ORGANIZER": "mailto:anlaufstelle@musterstadt.example",
        "SEQUENCE": str(1795300000 - 1262304000),
        **{key: str(event[key]) for key in ("DTSTAMP", "LAST-MODIFIED")},
    }


def test_an_address_that_an_entry_has_again_is_the_entrys(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    notices = (Notice(date(2027, 1, 5), date(2027, 1, 5), 1795300000, ("fest",), ("still",)),)
    known = replace(catalogue(FILES), forgotten=Forgotten(notices=notices))
    event = components(calendars(known, settings)[Address("event_calendar", "fest")])[0]
    assert str(event["SUMMARY"]) == "Abgesagt: Fest"
