"""A board with very many postings, divided: the open ones by category, the others by year."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import groupby

from plugins.catalogue.frozen import Frozen, record
from plugins.rendering.cards import PostingCard
from plugins.rendering.divided import Numbering, numbered, paged
from plugins.rendering.page import Page, Recurring
from plugins.rendering.urls import Address

Cards = tuple[PostingCard, ...]


@record(frozen=True)
class Category(Frozen, Recurring):
    """A category, how many open postings it has until a day, and the first of its pages."""

    key: str
    count: int
    until: date
    address: Address


@record(frozen=True)
class LongBoardView(Frozen):
    """The overview of what is open: so much until a day."""

    categories: tuple[Category, ...]
    count: int
    until: date
    archived: int


@record(frozen=True)
class CategoryView(Frozen):
    """The open postings of a category, or a part of them: offers and seeks, newest first."""

    category: Category
    offers: Cards
    seeks: Cards
    numbering: Numbering
    categories: tuple[Category, ...]


@record(frozen=True)
class YearOfPosting(Frozen, Recurring):
    """A year, how many of its postings are closed, and the first of its pages."""

    year: int
    count: int
    address: Address


@record(frozen=True)
class LongArchiveView(Frozen):
    """The overview of what is closed, latest year first."""

    years: tuple[YearOfPosting, ...]
    placed: int


@record(frozen=True)
class BoardYearView(Frozen):
    """What was posted in a year and is closed, or a part of it, newest first."""

    year: YearOfPosting
    cards: Cards
    numbering: Numbering
    years: tuple[YearOfPosting, ...]


def board(keys: tuple[str, ...], current: Cards, archived: int) -> Iterator[Page]:
    """The overview of what is open, and the pages of each category in their order."""
    found = {key: tuple(card for card in current if card.category == key) for key in keys}
    found = {key: cards for key, cards in found.items() if cards}
    categories = tuple(
        Category(key, len(cards), _until(cards), _category(key, 1)) for key, cards in found.items()
    )
    overview = (categories, len(current), _until(current), archived)
    yield Page(Address("board"), "long_board.html", LongBoardView, overview)
    for category in categories:
        for numbering, address, cards in paged(
            found[category.key], partial(_category, category.key)
        ):
            inputs = (category, cards, numbering, categories)
            yield Page(address, "board_category.html", _of_category, inputs)


def _until(cards: Cards) -> date:
    """The last day on which all of them are open."""
    return min(card.expires for card in cards)


def _category(key: str, number: int) -> Address:
    """The number stands in a folder of its own: a category may be called `raum-2`."""
    return Address("category", key if number == 1 else f"{key}/{number}")


def _of_category(
    category: Category, cards: Cards, numbering: Numbering, categories: tuple[Category, ...]
) -> CategoryView:
    offers, seeks = (tuple(c for c in cards if c.kind == kind) for kind in ("offer", "seek"))
    return CategoryView(category, offers, seeks, numbering, categories)


def archive(closed: Cards) -> Iterator[Page]:
    """The overview of what is closed, and the pages of each year; `closed` is newest first."""
    found = by_year(closed)
    years = tuple(YearOfPosting(y, len(cards), _year(y, 1)) for y, cards in found.items())
    overview = (years, placed(closed))
    yield Page(Address("board_archive"), "long_board_archive.html", LongArchiveView, overview)
    for year in years:
        for numbering, address, cards in paged(found[year.year], partial(_year, year.year)):
            yield Page(address, "board_year.html", BoardYearView, (year, cards, numbering, years))


def _year(year: int, number: int) -> Address:
    return Address("board_year", numbered(str(year), number))


def by_year(closed: Cards) -> dict[int, Cards]:
    """What was posted in each year, in the same order."""
    return {year: tuple(cards) for year, cards in groupby(closed, lambda c: c.posted.year)}


def placed(closed: Cards) -> int:
    """How many found somebody."""
    return sum(card.state == "placed" for card in closed)
