"""What a digest tells everybody: what is on, what is new, until when one can apply for money."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from plugins.calendar.observances import Observance, between
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import FieldLanguages
from plugins.catalogue.occurrences import occurrences
from plugins.digest.week import LENGTH, Week
from plugins.rendering import urls
from plugins.rendering.cards import (
    AssociationCard,
    EventCard,
    PostingCard,
    association_card,
    by_date,
    event_cards,
    posting_card,
)
from plugins.rendering.urls import Address

AHEAD = timedelta(weeks=4)
"""So long before its end a deadline is told of: an application takes its time."""


@record(frozen=True)
class ProgrammeCard(Frozen):
    """A funding programme in a list."""

    address: Address
    title: str
    funder: str
    localised: FieldLanguages


@record(frozen=True)
class WeekNews(Frozen):
    """All of it. `dates` are in the order in which they begin, those that go on from before first.

    New is what came in the week up to `today`, the same day of last week included: sent on the same
    day each week, a digest leaves nothing out.
    """

    dates: tuple[EventCard, ...]
    postings: tuple[PostingCard, ...]
    associations: tuple[AssociationCard, ...]
    deadlines: tuple[tuple[date, ProgrammeCard], ...]
    observances: tuple[Observance, ...]
    """What its days are besides: holidays."""


def news(catalogue: Catalogue, week: Week, today: date) -> WeekNews:
    """What there is to tell of a week, on the day `today`."""
    return WeekNews(
        dates=tuple(sorted(_dates(catalogue, week), key=by_date)),
        postings=tuple(
            posting_card(catalogue, posting, today)
            for posting in sorted(catalogue.board, key=lambda one: (one.posted, one.id))
            if is_new(posting.posted, today) and posting.state(today) == "open"
        ),
        associations=tuple(
            association_card(one)
            for one in catalogue.associations
            if is_new(one.listed, today) and one.is_active(today)
        ),
        deadlines=tuple(
            sorted(_deadlines(catalogue, week), key=lambda one: (one[0], one[1].address))
        ),
        observances=between(catalogue.holidays, *week),
    )


def is_new(day: date, today: date) -> bool:
    """Whether that was in the week up to today."""
    return today - LENGTH <= day <= today


def _dates(catalogue: Catalogue, week: Week) -> Iterator[EventCard]:
    for event in catalogue.events:
        yield from event_cards(catalogue, event, occurrences(event, week.first, week.last))


def _deadlines(catalogue: Catalogue, week: Week) -> Iterator[tuple[date, ProgrammeCard]]:
    for one in catalogue.funding:
        card = ProgrammeCard(urls.of(one), one.title, one.funder, one.localised)
        for day in one.deadlines:
            if week.first <= day < week.first + AHEAD:
                yield day, card


def by_day(dates: Iterable[EventCard], first: date) -> Iterator[tuple[date, tuple[EventCard, ...]]]:
    """The dates that begin on each day from the first one on."""
    coming = (card for card in dates if card.date.day >= first)
    for day, cards in groupby(coming, lambda card: card.date.day):
        yield day, tuple(cards)
