"""The figures of a report: counted from the entries, so that anybody can count them again.

What is counted is defined here, in one place, in the words of the functions below; the report
page prints the same definitions under its tables.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from plugins.catalogue.attendance import people_on
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Event, Network, Report, Survey
from plugins.catalogue.occurrences import Occurrence, occurrences

FIGURE_NAME = re.compile(r"\[\[\s*([^\]\n]*?)\s*\]\]")
"""A live figure in the text of a report: `[[associations.active]]`."""

SETTING_NAMES = frozenset(
    """
    site.name site.city site.address office.name office.email office.phone office.barrier inbox.days
    statement.assessed statement.body statement.email statement.phone statement.website
    """.split()
)
"""What of the settings a page of text may call: `[[office.email]]`. rendering/setting_texts.py
says what each becomes."""

Figure = int | date | float

_FIXED = tuple(
    """
    associations.active associations.founded associations.ended associations.topics
    associations.languages events.held events.dates events.cancelled events.online
    events.people events.reported events.guests
    networks.active networks.meetings board.posted board.placed board.expired board.withdrawn
    board.open survey.asked survey.answered survey.rate consultations.total
    funding.programmes period.from period.until
    """.split()
)


@record(frozen=True)
class Tally(Frozen):
    """How many events of one group took place, on how many dates, and how many did not.

    `people` came in all, to those of the dates of which it is told (`reported`).
    """

    key: str
    held: int
    dates: int
    cancelled: int
    people: int = 0
    reported: int = 0


@record(frozen=True)
class NetworkTally(Frozen):
    """How often a network met within the period."""

    network: Network
    meetings: int
    by_year: tuple[tuple[int, int], ...]


@record(frozen=True)
class BoardTally(Frozen):
    """What happened on the board within the period."""

    posted: int
    placed: int
    expired: int
    withdrawn: int
    open: int
    by_category: tuple[tuple[str, int], ...]


@record(frozen=True)
class Figures(Frozen):
    """Everything that a report page shows in numbers."""

    active: tuple[Association, ...]
    founded: tuple[Association, ...]
    ended: tuple[Association, ...]
    by_topic: tuple[tuple[str, int], ...]
    by_language: tuple[tuple[str, int], ...]
    by_format: tuple[Tally, ...]
    by_year: tuple[Tally, ...]
    events: Tally
    guests: tuple[str, ...]
    told_guests: int
    online: int
    cancelled: tuple[Event, ...]
    networks: tuple[NetworkTally, ...]
    meetings: int
    board: BoardTally
    consultations: tuple[tuple[str, int], ...]


@record(frozen=True)
class _CountedEvent(Frozen):
    """An event with its dates inside the period."""

    event: Event
    dates: tuple[Occurrence, ...]

    @property
    def held(self) -> tuple[Occurrence, ...]:
        return tuple(d for d in self.dates if d.is_held)

    @property
    def is_held(self) -> bool:
        """At least one of its dates took place."""
        return bool(self.held)

    @property
    def people(self) -> tuple[int, ...]:
        """How many came, to each of the dates of which it is told."""
        told = (people_on(self.event, one.day) for one in self.held)
        return tuple(people for people in told if people is not None)

    @property
    def guests(self) -> tuple[str, ...]:
        """The associations that came, if it took place."""
        told = self.event.attendance if self.held else None
        return told.associations if told else ()

    def in_year(self, year: int) -> "_CountedEvent":
        return _CountedEvent(self.event, tuple(d for d in self.dates if d.day.year == year))


def figures(catalogue: Catalogue, report: Report, today: date) -> Figures:
    """Count. What lies after `today` has not happened yet and is not counted."""
    since, until = report.period.from_, min(report.period.until, today)
    active = tuple(a for a in catalogue.associations if a.is_active(until))
    dated = _dated(catalogue.events, since, until)
    networks = tuple(
        _network_tally(network, dated)
        for network in catalogue.networks
        if _existed(network, since, until)
    )
    return Figures(
        active=active,
        founded=tuple(a for a in catalogue.associations if _founded(a, since, until)),
        ended=tuple(a for a in catalogue.associations if a.ended and since <= a.ended.on <= until),
        by_topic=_counts((topic for a in active for topic in a.topics), catalogue, "topics"),
        by_language=_counts(language for a in active for language in a.languages),
        by_format=_by_format(catalogue, dated),
        by_year=tuple(
            _tally(str(year), [d.in_year(year) for d in dated])
            for year in range(since.year, until.year + 1)
        ),
        events=_tally("", dated),
        guests=tuple(sorted({key for d in dated for key in d.guests})),
        told_guests=sum(bool(d.guests) for d in dated),
        online=sum(bool(d.event.online) for d in dated if d.is_held),
        cancelled=tuple(d.event for d in dated if _is_cancelled(d)),
        networks=networks,
        meetings=sum(len(d.held) for d in dated if d.event.networks),
        board=_board_tally(catalogue, since, until, today),
        consultations=tuple((c.topic, c.count) for c in report.consultations),
    )


def _founded(association: Association, since: date, until: date) -> bool:
    """Founded within the period, with certainty: a bare year must lie wholly inside."""
    founded = association.founded
    return founded is not None and since <= founded.earliest and founded.latest <= until


def _existed(network: Network, since: date, until: date) -> bool:
    """Was there on at least one day of the period."""
    started = network.started is None or network.started.earliest <= until
    return started and (network.ended is None or network.ended > since)


def _dated(events: Iterable[Event], since: date, until: date) -> tuple[_CountedEvent, ...]:
    """Every event with its dates that begin within the period; without the others."""
    found = []
    for event in events:
        dates = tuple(o for o in occurrences(event, since, until) if since <= o.day <= until)
        if dates:
            found.append(_CountedEvent(event, dates))
    return tuple(found)


def _is_cancelled(dated: _CountedEvent) -> bool:
    """None of its dates took place, and it was not merely postponed."""
    return bool(dated.dates) and not dated.is_held and dated.event.status != "postponed"


def _tally(key: str, dated: Iterable[_CountedEvent]) -> Tally:
    group = [d for d in dated if d.dates]
    return Tally(
        key=key,
        held=sum(d.is_held for d in group),
        dates=sum(len(d.held) for d in group),
        cancelled=sum(_is_cancelled(d) for d in group),
        people=sum(people for d in group for people in d.people),
        reported=sum(len(d.people) for d in group),
    )


def _by_format(catalogue: Catalogue, dated: Iterable[_CountedEvent]) -> tuple[Tally, ...]:
    groups: dict[str, list[_CountedEvent]] = {}
    for item in dated:
        groups.setdefault(item.event.format, []).append(item)
    order = [*catalogue.vocabularies.get("formats", {}), ""]
    return tuple(_tally(key, groups[key]) for key in order if key in groups)


def _network_tally(network: Network, dated: Iterable[_CountedEvent]) -> NetworkTally:
    """A network meets at an event that names it and takes place; each date is one meeting."""
    days = [d.day for item in dated if network.id in item.event.networks for d in item.held]
    return NetworkTally(network, len(days), tuple(sorted(Counter(d.year for d in days).items())))


def _board_tally(catalogue: Catalogue, since: date, until: date, today: date) -> BoardTally:
    posted = [p for p in catalogue.board if since <= p.posted <= until]
    return BoardTally(
        posted=len(posted),
        placed=sum(bool(p.placed and since <= p.placed.on <= until) for p in catalogue.board),
        expired=sum(
            p.status == "open" and since <= p.expires <= until and p.expires < today
            for p in catalogue.board
        ),
        withdrawn=sum(p.status == "withdrawn" for p in posted),
        open=sum(
            p.posted <= until <= p.expires
            and (p.status == "open" or (p.placed is not None and p.placed.on > until))
            for p in catalogue.board
        ),
        by_category=_counts((p.category for p in posted), catalogue, "categories"),
    )


def _counts(
    keys: Iterable[str], catalogue: Catalogue | None = None, vocabulary: str = ""
) -> tuple[tuple[str, int], ...]:
    """How often each key occurs, most often first; equal ones in the order of their list."""
    order = list(catalogue.vocabularies.get(vocabulary, {})) if catalogue else []

    def place(item: tuple[str, int]) -> tuple[int, int, str]:
        key, count = item
        return -count, order.index(key) if key in order else len(order), key

    return tuple(sorted(Counter(keys).items(), key=place))


def named(counted: Figures, report: Report, catalogue: Catalogue) -> Mapping[str, Figure]:
    """The figures by the names under which a report's text calls them."""
    survey = report.survey
    formats = dict.fromkeys(catalogue.vocabularies.get("formats", {}), 0)
    formats |= {tally.key: tally.held for tally in counted.by_format if tally.key}
    networks = {network.id: 0 for network in catalogue.networks}
    networks |= {tally.network.id: tally.meetings for tally in counted.networks}
    topics = dict.fromkeys(catalogue.vocabularies.get("consultations", {}), 0)
    topics |= dict(counted.consultations)
    return {
        **{f"events.{key}": count for key, count in formats.items()},
        **{f"networks.{key}": count for key, count in networks.items()},
        **{f"consultations.{key}": count for key, count in topics.items()},
        # After those of the lists, so that a network called `active` takes nobody's name.
        "associations.active": len(counted.active),
        "associations.founded": len(counted.founded),
        "associations.ended": len(counted.ended),
        "associations.topics": len(counted.by_topic),
        "associations.languages": len(counted.by_language),
        "events.held": counted.events.held,
        "events.dates": counted.events.dates,
        "events.cancelled": counted.events.cancelled,
        "events.online": counted.online,
        "events.people": counted.events.people,
        "events.reported": counted.events.reported,
        "events.guests": len(counted.guests),
        "networks.active": len(counted.networks),
        "networks.meetings": counted.meetings,
        "board.posted": counted.board.posted,
        "board.placed": counted.board.placed,
        "board.expired": counted.board.expired,
        "board.withdrawn": counted.board.withdrawn,
        "board.open": counted.board.open,
        "survey.asked": survey.asked if survey else 0,
        "survey.answered": survey.answered if survey else 0,
        "survey.rate": answer_rate(survey) if survey else 0.0,
        "consultations.total": sum(count for _, count in counted.consultations),
        "funding.programmes": len(catalogue.funding),
        "period.from": report.period.from_,
        "period.until": report.period.until,
    }


def answer_rate(survey: Survey) -> float:
    """The share of those who were asked that answered, from 0 to 1."""
    return survey.answered / survey.asked if survey.asked else 0.0


def names(catalogue: Catalogue) -> frozenset[str]:
    """All names that a text may call."""
    lists = catalogue.vocabularies
    return frozenset(
        (
            *_FIXED,
            *(f"events.{key}" for key in lists.get("formats", {})),
            *(f"networks.{network.id}" for network in catalogue.networks),
            *(f"consultations.{key}" for key in lists.get("consultations", {})),
        )
    )
