"""A long directory is divided: each association stands on one page, and links lead there."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import pytest

from plugins.catalogue.link import Catalogue
from plugins.directory import pages
from plugins.directory.letters import LettersView, LetterView
from plugins.directory.overview import DirectoryView
from plugins.rendering.divided import PAGE, WHOLE
from plugins.rendering.page import View, outputs
from plugins.rendering.urls import Address
from tests.directory.test_directory import TODAY, association

Read = Callable[..., Catalogue]


def files(names: Mapping[str, int], more: str = "") -> dict[str, str]:
    """So many associations whose names begin so."""
    return {
        f"associations/{number:04}-{index}.yaml": association(
            f"{start} {number:04}", "kultur", more
        )
        for index, (start, count) in enumerate(names.items())
        for number in range(count)
    }


def views(catalogue: Catalogue) -> dict[Address, View]:
    planned = [(page.address, page.view) for page in outputs(pages(catalogue, TODAY))]
    found = dict(planned)
    assert len(found) == len(planned)
    return found


def lead_to(found: Mapping[Address, View], start: Address) -> dict[Address, LetterView]:
    """The pages that the links of an overview lead to, and those of these again."""
    overview = found[start]
    assert isinstance(overview, LettersView)
    waiting = [letter.address for letter in overview.letters]
    reached: dict[Address, LetterView] = {}
    while waiting:
        address = waiting.pop()
        if address not in reached:
            view = found[address]
            assert isinstance(view, LetterView)
            reached[address] = view
            waiting += [page.address for page in view.numbering.pages]
    return reached


def shown(found: Mapping[Address, View], start: Address) -> Iterator[Address]:
    for view in lead_to(found, start).values():
        assert 0 < len(view.cards) + len(view.former) <= PAGE
        yield from (card.address for card in view.cards)
        yield from (link.address for link in view.former if link.address)


@pytest.mark.parametrize("count", [WHOLE - 1, WHOLE, WHOLE + 1])
def test_beyond_the_bound(catalogue: Read, count: int) -> None:
    found = views(catalogue(files({"Chor": count - 1, "Ahorn": 1})))
    starts = Address("directory"), Address("topic", "kultur")
    for start in starts:
        assert isinstance(found[start], DirectoryView) == (count <= WHOLE)
        if count > WHOLE:
            everyone = {a for a in found if a.name == "association"}
            assert Counter(shown(found, start)) == Counter(everyone)


def test_one_letter_with_everything(catalogue: Read) -> None:
    found = views(catalogue(files({"Chor": WHOLE + 1})))
    numbers = [Address("letter", "c"), *(Address("letter", f"c-{n}") for n in range(2, 9))]
    assert sorted(a for a in found if a.name == "letter") == numbers
    second = found[numbers[1]]
    assert isinstance(second, LetterView)
    assert second.numbering.next == numbers[2]
    assert [page.address for page in second.numbering.pages] == numbers
    last = found[numbers[-1]]
    assert isinstance(last, LetterView)
    assert last.numbering.next is None


def test_from_one_of_very_many_pages_all_others_can_be_reached(catalogue: Read) -> None:
    found = views(catalogue(files({"Chor": 40 * PAGE})))
    middle = found[Address("letter", "c-25")]
    assert isinstance(middle, LetterView)
    numbers = [page.number for page in middle.numbering.pages]
    assert numbers == [1, 10, *range(17, 34), 40]
    assert len(list(shown(found, Address("directory")))) == 40 * PAGE


def test_other_scripts_the_archived_and_the_former(catalogue: Read) -> None:
    many = {
        **files({"Ärzte": 1, "( Anker": 1, "Каштан": WHOLE - 1}),
        "associations/old.yaml": association("Alt", "kultur", "checked: 2024-01-01\n"),
        "associations/gone.yaml": association("Ende", "kultur", "ended: {on: 2026-11-22}\n"),
    }
    found = views(catalogue(many))
    overview = found[Address("directory")]
    assert isinstance(overview, LettersView)
    assert overview.count == WHOLE + 2
    assert [(letter.key, letter.count, letter.address.id) for letter in overview.letters] == [
        ("a", 2, "a"),
        ("andere", WHOLE - 1, "andere"),
        ("archiviert", 1, "archiviert"),
        ("ehemalige", 1, "ehemalige"),
    ]
    everyone = {a for a in found if a.name == "association"}
    assert Counter(shown(found, Address("directory"))) == Counter(everyone)
    topic = found[Address("topic", "kultur")]
    assert isinstance(topic, LettersView)
    assert [letter.key for letter in topic.letters] == ["a", "andere", "archiviert"]


def test_a_short_facet_of_a_long_directory_stays_whole(catalogue: Read) -> None:
    many = {**files({"Chor": WHOLE}), "associations/one.yaml": association("Eins", "musik")}
    found = views(catalogue(many))
    assert isinstance(found[Address("topic", "musik")], DirectoryView)
    assert isinstance(found[Address("topic", "kultur")], LettersView)
