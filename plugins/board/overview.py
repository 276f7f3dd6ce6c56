"""The board: open offers and seeks side by side, by category; and what became of the others."""

from collections.abc import Iterable, Iterator

from plugins.board import long, rooms
from plugins.board.long import Cards
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.rendering.cards import PostingCard
from plugins.rendering.chunked import flat
from plugins.rendering.divided import is_divided, is_over_a_page
from plugins.rendering.page import Group, Page, Part
from plugins.rendering.urls import Address


@record(frozen=True)
class Shelf(Frozen):
    """One category: offers on one side, seeks on the other, newest first."""

    category: str
    offers: Cards
    seeks: Cards

    @property
    def count(self) -> int:
        """How many there are on both sides."""
        return len(self.offers) + len(self.seeks)


@record(frozen=True)
class BoardView(Frozen):
    """What is open today."""

    shelves: tuple[Shelf, ...]
    count: int
    offers: int
    seeks: int
    archived: int


@record(frozen=True)
class BoardArchiveView(Frozen):
    """What was placed, withdrawn, or expired, by year of posting, newest first."""

    years: tuple[tuple[int, Cards], ...]
    placed: int


def pages(catalogue: Catalogue, postings: tuple[Cards, ...]) -> Iterator[Part]:
    """The board, its rooms, and its archive; divided where there are very many postings."""
    cards = sorted(flat(postings), key=lambda card: (-card.posted.toordinal(), card.address))
    current = tuple(card for card in cards if card.state == "open")
    closed = tuple(card for card in cards if card.state != "open")
    categories = tuple(catalogue.vocabularies.get("categories", {}))
    yield from rooms.pages(current)
    too_many, inputs = is_divided(len(cards)), (categories, current, len(closed))
    if too_many and is_over_a_page(len(current)):
        yield Group(long.board, *inputs)
    else:
        yield Page(Address("board"), "board.html", _board, inputs)
    if too_many and is_over_a_page(len(closed)):
        yield Group(long.archive, closed)
    else:
        yield Page(Address("board_archive"), "board_archive.html", _archive, (closed,))


def _board(categories: tuple[str, ...], current: Cards, archived: int) -> BoardView:
    shelves = tuple(_shelf(key, current) for key in categories)
    return BoardView(
        shelves=tuple(shelf for shelf in shelves if shelf.offers or shelf.seeks),
        count=len(current),
        offers=sum(card.kind == "offer" for card in current),
        seeks=sum(card.kind == "seek" for card in current),
        archived=archived,
    )


def _shelf(category: str, cards: Iterable[PostingCard]) -> Shelf:
    mine = [card for card in cards if card.category == category]
    return Shelf(
        category,
        offers=tuple(card for card in mine if card.kind == "offer"),
        seeks=tuple(card for card in mine if card.kind == "seek"),
    )


def _archive(closed: Cards) -> BoardArchiveView:
    return BoardArchiveView(tuple(long.by_year(closed).items()), long.placed(closed))
