"""The reports of the sample content, recounted from the files by other means.

The counting here shares no code with the catalogue: YAML's own loader, plain dictionaries, loops.
The facts are those of the council paper that the project grew from.
"""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import yaml

from plugins.catalogue import figures
from plugins.catalogue.load import load
from tests.sample import CONTENT

pytestmark = pytest.mark.sample

TODAY = date(2026, 11, 22)
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
PERIODS = {
    "koordinierungsstelle-2018-2021": (date(2018, 12, 1), date(2021, 11, 30)),
    "jahresbericht-2025": (date(2025, 1, 1), date(2025, 12, 31)),
}
Entries = dict[str, dict[str, Any]]
Counted = tuple[str, figures.Figures, Mapping[str, figures.Figure]]


def entries(folder: str) -> Entries:
    found = {}
    for path in sorted((CONTENT / folder).glob("*.md")):
        if path.stem.count(".") == 0:
            head = path.read_text(encoding="utf-8").split("---\n")[1]
            found[path.stem] = yaml.load(head, Loader=yaml.BaseLoader)
    return found


def day(text: str) -> date:
    return datetime.fromisoformat(text).date()


def dates(event: dict[str, Any], until: date) -> list[date]:
    """Day after day from the first on: slow, and plainly right for the rules of the sample."""
    first, repeat = day(event["start"]), event.get("repeat")
    if not repeat:
        return [first]
    last = min(until, day(repeat["until"])) if "until" in repeat else until
    found, current = [first], first
    while current < last and len(found) < int(repeat.get("count", 9999)):
        current += timedelta(days=1)
        if falls_on(current, first, repeat):
            found.append(current)
    found += [day(moment) for moment in repeat.get("also", [])]
    found = [d for d in found if d.isoformat() not in repeat.get("except", [])]
    moved = repeat.get("moved", {})
    return sorted(day(moved[d.isoformat()]) if d.isoformat() in moved else d for d in found)


def falls_on(current: date, first: date, repeat: dict[str, Any]) -> bool:
    interval = int(repeat.get("interval", 1))
    if repeat["every"] == "day":
        return (current - first).days % interval == 0
    if repeat["every"] == "week":
        weeks = (
            current - timedelta(current.weekday()) - first + timedelta(first.weekday())
        ).days // 7
        wanted = repeat.get("weekdays", [WEEKDAYS[first.weekday()]])
        return weeks % interval == 0 and WEEKDAYS[current.weekday()] in wanted
    if repeat["every"] == "year":
        assert "day" not in repeat and "weekdays" not in repeat
        return (current.month, current.day) == (first.month, first.day)
    months = (current.year - first.year) * 12 + current.month - first.month
    return months % interval == 0 and is_day_of_month(current, repeat.get("day", str(first.day)))


def is_day_of_month(current: date, wanted: str) -> bool:
    if wanted.isdigit():
        return current.day == int(wanted)
    ordinal, weekday = wanted.split()
    if WEEKDAYS[current.weekday()] != weekday:
        return False
    if ordinal == "last":
        return (current + timedelta(days=7)).month != current.month
    return (current.day - 1) // 7 == "first second third fourth".split().index(ordinal)


def held(event: dict[str, Any], since: date, until: date) -> list[date]:
    if event.get("status") in ("cancelled", "postponed"):
        return []
    cancelled = event.get("repeat", {}).get("cancelled", {}) if event.get("repeat") else {}
    inside = [d for d in dates(event, until) if since <= d <= until]
    return [d for d in inside if d.isoformat() not in cancelled]


def told(event: dict[str, Any], days: list[date]) -> list[str]:
    """How many came, as the file says it, on those of these days of which it does."""
    attendance = event.get("attendance", {})
    if "repeat" in event:
        known = attendance.get("dates", {})
        return [known[d.isoformat()] for d in days if d.isoformat() in known]
    return [attendance["people"]] * len(days) if "people" in attendance else []


@pytest.fixture(scope="module", params=PERIODS)
def counted(request: pytest.FixtureRequest) -> Counted:
    catalogue = load(CONTENT).catalogue
    (report,) = (r for r in catalogue.reports if r.id == request.param)
    found = figures.figures(catalogue, report, TODAY)
    return request.param, found, figures.named(found, report, catalogue)


def test_associations(counted: Counted) -> None:
    key, found, _ = counted
    since, until = PERIODS[key]
    associations = entries("associations")
    active = {
        name
        for name, a in associations.items()
        if day(a["listed"]) <= until and not (a.get("ended") and day(a["ended"]["on"]) <= until)
    }
    assert {a.id for a in found.active} == active and len(active) == 45
    topics = Counter(t for name in active for t in associations[name]["topics"])
    assert dict(found.by_topic) == topics
    languages = Counter(t for name in active for t in associations[name].get("languages", []))
    assert dict(found.by_language) == languages
    ended = {
        n
        for n, a in associations.items()
        if a.get("ended") and since <= day(a["ended"]["on"]) <= until
    }
    assert {a.id for a in found.ended} == ended


def test_events(counted: Counted) -> None:
    key, found, named = counted
    since, until = PERIODS[key]
    events = entries("events")
    taken_place = {name: held(event, since, until) for name, event in events.items()}
    took_place = [name for name, days in taken_place.items() if days]
    assert named["events.held"] == len(took_place)
    assert named["events.dates"] == sum(len(days) for days in taken_place.values())
    came = [
        int(people) for name, days in taken_place.items() for people in told(events[name], days)
    ]
    assert (named["events.people"], named["events.reported"]) == (sum(came), len(came))
    guests = {
        g for name in took_place for g in events[name].get("attendance", {}).get("associations", ())
    }
    assert named["events.guests"] == len(guests)
    formats = Counter(events[name].get("format", "") for name in took_place)
    assert {t.key: t.held for t in found.by_format if t.held} == formats
    for tally in found.by_year:
        in_year = [
            n for n, days in taken_place.items() if any(str(d.year) == tally.key for d in days)
        ]
        assert tally.held == len(in_year)
    cancelled = {
        name
        for name, event in events.items()
        if event.get("status") == "cancelled" and since <= day(event["start"]) <= until
    }
    assert {event.id for event in found.cancelled} == cancelled
    online = sum("online" in events[name] for name in took_place)
    assert named["events.online"] == online


def test_networks(counted: Counted) -> None:
    key, found, _ = counted
    since, until = PERIODS[key]
    events = entries("events")
    for tally in found.networks:
        meetings = [
            d
            for event in events.values()
            if tally.network.id in event.get("networks", [])
            for d in held(event, since, until)
        ]
        assert (tally.network.id, tally.meetings) == (tally.network.id, len(meetings))
        assert dict(tally.by_year) == Counter(d.year for d in meetings)


def test_board(counted: Counted) -> None:
    key, found, _ = counted
    since, until = PERIODS[key]
    board = entries("board").values()
    assert found.board.posted == sum(since <= day(p["posted"]) <= until for p in board)
    placed = sum("placed" in p and since <= day(p["placed"]["on"]) <= until for p in board)
    assert found.board.placed == placed
    expired = sum(
        p.get("status", "open") == "open" and since <= day(p["expires"]) <= min(until, TODAY)
        for p in board
    )
    assert found.board.expired == expired


def test_the_facts_of_the_council_paper() -> None:
    catalogue = load(CONTENT).catalogue
    (report,) = (r for r in catalogue.reports if r.id == "koordinierungsstelle-2018-2021")
    found = figures.figures(catalogue, report, TODAY)
    named = figures.named(found, report, catalogue)
    facts = {
        "associations.active": 45,
        "survey.asked": 45,
        "survey.answered": 22,
        "events.fireside_talk": 3,
        "events.online_talk": 2,
        "networks.herkunftssprachen": 6,
    }
    assert {name: named[name] for name in facts} == facts
    talks = [e for e in catalogue.events if e.format == "fireside_talk" and e.start.year == 2021]
    assert len(talks) == 3 and len({talk.venue for talk in talks}) == 3
    (teaching,) = (n for n in found.networks if n.network.id == "herkunftssprachen")
    assert teaching.by_year == ((2019, 2), (2020, 2), (2021, 2))
    assert "Schulamt" in " ".join(p.name for p in teaching.network.partners)
    assert sum("schlossfuehrung" in event.id for event in found.cancelled) == 2


def test_names_are_those_that_are_counted(counted: Counted) -> None:
    _, _, named = counted
    catalogue = load(CONTENT).catalogue
    assert sorted(named) == sorted(figures.names(catalogue))


def test_no_figure_in_the_texts_is_typed() -> None:
    """Figures stand in double brackets; years and the numbers of papers may be typed."""
    for path in (CONTENT / "reports").glob("*.md"):
        text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        typed = re.findall(r"(?<![\d.])\d+(?![\d.]*\d)", re.sub(r"\[\[.*?\]\]|\d+/\d+", "", text))
        assert [n for n in typed if not 2000 <= int(n) <= 2100] == []
