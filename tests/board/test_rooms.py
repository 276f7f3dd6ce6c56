"""The page of rooms: which are shown, and by which choices they are found."""

from collections.abc import Callable
from datetime import date

from plugins.board import pages
from plugins.board.rooms import RoomsView
from plugins.catalogue.link import Catalogue
from plugins.rendering.page import outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)
VEREIN = {"associations/a.yaml": "name: A\ntopics: [musik]\nlisted: 2020-01-01\n"}
POSTING = (
    "title: {0}\nassociation: a\nkind: {1}\ncategory: {2}\nposted: 2026-11-0{3}\nexpires: {4}\n"
)


def rooms(catalogue: Callable[..., Catalogue], *postings: tuple[str, ...]) -> RoomsView:
    files = {
        f"board/p{number}.yaml": POSTING.format(f"P{number}", *given[:2], number, *given[2:3])
        + "".join(f"{line}\n" for line in given[3:])
        for number, given in enumerate(postings, 1)
    }
    found = {page.address: page.view for page in outputs(pages(catalogue(VEREIN | files), TODAY))}
    view = found[Address("rooms")]
    assert isinstance(view, RoomsView)
    return view


LATER, BEFORE = "2027-01-31", "2026-11-20"
HALL = "room: {seats: 60, step_free: yes, kitchen: no, stage: yes}"


def test_rooms_that_are_open_newest_first_and_by_what_they_have(
    catalogue: Callable[..., Catalogue],
) -> None:
    view = rooms(
        catalogue,
        ("offer", "room", LATER, HALL, "available: {weekdays: [saturday]}"),
        ("offer", "room", LATER),
        ("seek", "room", LATER),
        ("offer", "room", BEFORE, HALL),
        ("offer", "equipment", LATER),
    )
    assert [room.card.title for room in view.offers] == ["P2", "P1"]
    assert [card.title for card in view.seeks] == ["P3"]
    unknown, hall = view.offers
    assert (hall.seats, hall.features) == (("20", "50"), ("step_free", "stage"))
    assert hall.weekdays == ("saturday",)
    assert (unknown.seats, unknown.features, len(unknown.weekdays)) == ((), (), 7)
    assert [(one.value, one.count) for one in view.seats] == [("20", 1), ("50", 1)]
    assert [(one.value, one.count) for one in view.features] == [("step_free", 1), ("stage", 1)]
    assert {one.value: one.count for one in view.weekdays}["saturday"] == 2
    assert not view.are_more


def test_without_a_room_there_is_a_page_that_says_so(catalogue: Callable[..., Catalogue]) -> None:
    assert rooms(catalogue) == RoomsView((), (), (), (), (), are_more=False)
