"""A long directory, divided: an overview by letter and a page for each; the same for a facet."""

from collections.abc import Iterable, Iterator, Sequence

from plugins.catalogue.frozen import Frozen, record
from plugins.directory.facets import Facet
from plugins.directory.headings import DirectoryEntry, LetterSection, headings
from plugins.rendering.cards import AssociationCard, Link
from plugins.rendering.divided import Numbering, numbered, paged
from plugins.rendering.page import Page, Recurring, ready
from plugins.rendering.urls import Address

FORMER = "ehemalige"
"""The key of those that are no longer or not yet listed."""


@record(frozen=True)
class LetterLink(Frozen, Recurring):
    """A letter of the directory, how many stand under it, and the first of its pages.

    `key` is the id of its page: the letter itself, or what else names stand under (`Heading.key`).
    """

    key: str
    count: int
    address: Address


@record(frozen=True)
class LettersView(Frozen):
    """The overview, of the whole directory or of one facet (`facet` and `value`, else empty)."""

    letters: tuple[LetterLink, ...]
    count: int
    facets: tuple[Facet, ...]
    facet: str
    value: str


@record(frozen=True)
class LetterView(Frozen):
    """What stands under one letter, or a part of it: cards, or links to those of former times."""

    letter: LetterLink
    cards: tuple[AssociationCard, ...]
    former: tuple[Link, ...]
    numbering: Numbering
    letters: tuple[LetterLink, ...]
    facet: str
    value: str


def pages(
    listed: Iterable[DirectoryEntry],
    facets: tuple[Facet, ...],
    facet: str,
    value: str,
    former: tuple[Link, ...],
) -> Iterator[Page]:
    """The overview, and the pages under each letter; every association is on one of them."""
    found = headings(listed)
    letters = tuple(_letter(heading.key, heading.cards, facet, value) for heading in found)
    count = sum(letter.count for letter in letters)
    if former:
        letters += (_letter(FORMER, former, facet, value),)
    address = Address(facet, value) if facet else Address("directory")
    overview = LettersView(letters, count, facets, facet, value)
    yield Page(address, "letters.html", ready, (overview,))
    for letter, heading in zip(letters, found, strict=False):
        yield from _pages_of(letter, heading, letters, facet, value)
    if former:
        yield from _former(letters, former)


def _letter(key: str, listed: Sequence[object], facet: str, value: str) -> LetterLink:
    return LetterLink(key, len(listed), _address(facet, value, key))


def _address(facet: str, value: str, key: str, number: int = 1) -> Address:
    page = numbered(key, number)
    return Address(f"{facet}_letter", f"{value}/{page}") if facet else Address("letter", page)


def _pages_of(
    letter: LetterLink,
    heading: LetterSection,
    letters: tuple[LetterLink, ...],
    facet: str,
    value: str,
) -> Iterator[Page]:
    def address(number: int) -> Address:
        return _address(facet, value, letter.key, number)

    for numbering, where, cards in paged(heading.cards, address):
        inputs = (letter, cards, (), numbering, letters, facet, value)
        yield Page(where, "letter.html", LetterView, inputs)


def _former(letters: tuple[LetterLink, ...], former: tuple[Link, ...]) -> Iterator[Page]:
    def address(number: int) -> Address:
        return _address("", "", FORMER, number)

    for numbering, where, links in paged(former, address):
        inputs = (letters[-1], (), links, numbering, letters, "", "")
        yield Page(where, "letter.html", LetterView, inputs)
