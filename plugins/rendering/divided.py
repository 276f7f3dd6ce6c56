"""Long lists are divided, so that no page is too heavy for a weak phone and a slow line.

Up to WHOLE entries a list is one page. Beyond that it is an overview, which leads to pages at
natural places (a letter, a month, a category); where one of these has too many, to numbered ones.
"""

from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import NamedTuple, TypeVar

from plugins.catalogue.frozen import Frozen, record
from plugins.rendering.page import Recurring
from plugins.rendering.urls import Address

WHOLE = 300
"""So many entries are shown on one page, where all can be searched and filtered at once."""

PAGE = 40
"""So many cards one page of a divided list shows: of events, with the frame, 1,300 elements."""

GRID = 150
"""So many dates the grid of a month shows as lines, beyond that their number on each day."""

NEAR = 8
"""To so many pages before and after a numbered page leads, beyond them to every tenth."""

T = TypeVar("T")


class Numbered(NamedTuple):
    """The number of a page, and where it is."""

    number: int
    address: Address


@record(frozen=True)
class Numbering(Frozen, Recurring):
    """Which of how many pages this is, and the way to the others."""

    number: int
    of: int
    pages: tuple[Numbered, ...]

    @property
    def next(self) -> Address | None:
        """The page after this one."""
        following = (page.address for page in self.pages if page.number == self.number + 1)
        return next(following, None)


def is_divided(count: int) -> bool:
    """Whether a list of so many entries is divided."""
    return count > WHOLE


def is_over_a_page(count: int) -> bool:
    """Whether a list is too long for one page, where the whole is divided."""
    return count > PAGE


def is_over_a_grid(count: int) -> bool:
    """Whether a month has too many dates to show them in its grid."""
    return count > GRID


def paged(
    items: Sequence[T], address: Callable[[int], Address]
) -> Iterator[tuple[Numbering, Address, tuple[T, ...]]]:
    """The items in order, on pages of about equal length; `address` is that of a number."""
    of = ceil(len(items) / PAGE)
    for number in range(1, of + 1):
        first, last = (len(items) * n // of for n in (number - 1, number))
        yield numbering(number, of, address), address(number), tuple(items[first:last])


def numbering(number: int, of: int, address: Callable[[int], Address]) -> Numbering:
    """The way from a page to the others of its list."""
    shown = (n for n in range(1, of + 1) if n in (1, of) or n % 10 == 0 or abs(n - number) <= NEAR)
    return Numbering(number, of, tuple(Numbered(n, address(n)) for n in shown))


def numbered(key: str, number: int) -> str:
    """The id of a page: the first is called like the list, the others have their number."""
    return key if number == 1 else f"{key}-{number}"
