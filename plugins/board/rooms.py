"""The page of rooms: what associations offer, by what it has; beside it what they seek."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from plugins.board.long import Cards
from plugins.catalogue.fields.days import WEEKDAYS
from plugins.catalogue.frozen import Frozen, record
from plugins.rendering.cards import PostingCard
from plugins.rendering.divided import PAGE
from plugins.rendering.page import Page
from plugins.rendering.urls import Address

CATEGORY = "room"
SEATS = (20, 50, 100)
"""So many seats at least one may ask for."""

FEATURES = ("step_free", "kitchen", "stage")

Values = tuple[str, ...]


@record(frozen=True)
class RoomOffer(Frozen):
    """A room that is offered, and by which choices it is found; of many values one is enough."""

    card: PostingCard
    seats: Values
    features: Values
    weekdays: Values


@record(frozen=True)
class RoomChoice(Frozen):
    """One choice, and how many rooms it finds."""

    value: str
    count: int


@record(frozen=True)
class RoomsView(Frozen):
    """The rooms, and the choices that find some."""

    offers: tuple[RoomOffer, ...]
    seeks: Cards
    seats: tuple[RoomChoice, ...]
    features: tuple[RoomChoice, ...]
    weekdays: tuple[RoomChoice, ...]
    are_more: bool


def pages(current: Cards) -> Iterator[Page]:
    """One page, also where there is no room: it says what to do."""
    rooms = tuple(card for card in current if card.category == CATEGORY)
    yield Page(Address("rooms"), "rooms.html", _view, (rooms,))


def _view(rooms: Cards) -> RoomsView:
    offers = tuple(map(_offer, (card for card in rooms if card.kind == "offer")))
    shown = offers[: PAGE // 2]
    seeks = tuple(card for card in rooms if card.kind == "seek")
    return RoomsView(
        offers=shown,
        seeks=seeks[: PAGE // 2],
        seats=_choices(map(str, SEATS), shown, lambda room: room.seats),
        features=_choices(FEATURES, shown, lambda room: room.features),
        weekdays=_choices(WEEKDAYS, shown, lambda room: room.weekdays),
        are_more=len(offers) > len(shown) or len(seeks) > PAGE // 2,
    )


def _offer(card: PostingCard) -> RoomOffer:
    """One without weekdays may be had on any; what is not said of a room it does not have."""
    seats = (card.room.seats if card.room else None) or 0
    return RoomOffer(
        card=card,
        seats=tuple(str(least) for least in SEATS if seats >= least),
        features=tuple(name for name in FEATURES if card.room and getattr(card.room, name)),
        weekdays=card.weekdays or tuple(WEEKDAYS),
    )


def _choices(
    values: Iterable[str], rooms: tuple[RoomOffer, ...], of: Callable[[RoomOffer], Values]
) -> tuple[RoomChoice, ...]:
    counts: Mapping[str, int] = {
        value: sum(value in of(room) for room in rooms) for value in values
    }
    return tuple(RoomChoice(value, count) for value, count in counts.items() if count)
