"""Which postings match, and what is said for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from plugins.board import pages
from plugins.board.matching import matches, of, side
from plugins.board.posting import PostingView
from plugins.catalogue.link import Catalogue
from plugins.rendering.page import outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)
SEEK = "kind: seek\ntitle: Gesucht\nassociation: chor\ncategory: room"
OFFER = "kind: offer\ntitle: Geboten\nassociation: verein\ncategory: room"
DATES = "posted: 2026-06-01\nexpires: 2027-05-01"
ASSOCIATIONS = {
    f"associations/{key}.yaml": f"name: {key}\ntopics: [musik]\nlisted: 2020-01-01\n"
    for key in ("chor", "verein")
}

# What is added to the seek, what to the offer, and the reasons of the match (None: no match).
CASES: dict[str, tuple[str, str, tuple[str, ...] | None]] = {
    "category alone": ("", "", ("category",)),
    "same district": ("district: mitte", "district: mitte", ("category", "district")),
    "other district": ("district: mitte", "district: hafen", ("category",)),
    "language": ("languages: [uk, de]", "languages: [uk]", ("category", "language")),
    "weekdays": (
        "available: {weekdays: [monday, friday]}",
        "available: {weekdays: [friday]}",
        ("category", "weekdays"),
    ),
    "other weekdays": ("available: {weekdays: [monday]}", "available: {weekdays: [friday]}", None),
    "times meet": (
        "available: {from: 2027-01-01, until: 2027-02-01}",
        "available: {from: 2027-02-01}",
        ("category",),
    ),
    "times apart": ("available: {until: 2027-01-31}", "available: {from: 2027-02-01}", None),
    "room large enough": ("room: {seats: 20}", "room: {seats: 20}", ("category", "seats")),
    "room too small": ("room: {seats: 20}", "room: {seats: 19}", None),
    "room of unknown size": ("room: {seats: 20}", "room: {kitchen: yes}", ("category",)),
    "offer expired": ("", "expires: 2026-11-21", None),
    "offer expires today": ("", "expires: 2026-11-22", ("category",)),
    "offer withdrawn": ("", "status: withdrawn", None),
    "offer placed": ("", "status: placed\nplaced: {on: 2026-07-01}", None),
    "seek placed": ("status: placed\nplaced: {on: 2026-07-01}", "", None),
    "other category": ("", "category: money", None),
    "own offer": ("", "association: chor", None),
    "two seeks": ("", "kind: seek", None),
}


def merged(*parts: str) -> str:
    """Later lines replace earlier ones with the same key."""
    lines = [line for part in parts for line in part.split("\n") if line]
    return "\n".join({line.split(":")[0]: line for line in lines}.values()) + "\n"


def view(catalogue: Catalogue, key: str) -> PostingView:
    address, planned = Address("posting", key), outputs(pages(catalogue, TODAY))
    (found,) = (page.view for page in planned if page.address == address)
    assert isinstance(found, PostingView)
    return found


@pytest.mark.parametrize(("seek", "offer", "reasons"), CASES.values(), ids=CASES)
def test_match(
    catalogue: Callable[..., Catalogue],
    seek: str,
    offer: str,
    reasons: tuple[str, ...] | None,
) -> None:
    known = catalogue(
        {
            **ASSOCIATIONS,
            "board/gesucht.yaml": merged(SEEK, DATES, seek),
            "board/geboten.yaml": merged(OFFER, DATES, offer),
        }
    )
    expected = [] if reasons is None else [(Address("posting", "geboten"), reasons)]
    found = [(m.card.address, m.reasons) for m in view(known, "gesucht").matches]
    assert found == expected


def test_a_match_is_seen_from_both_sides(catalogue: Callable[..., Catalogue]) -> None:
    known = catalogue(
        {
            **ASSOCIATIONS,
            "board/gesucht.yaml": merged(SEEK, DATES, "district: mitte"),
            "board/geboten.yaml": merged(OFFER, DATES, "district: mitte"),
        }
    )
    (seen,), (mirrored,) = view(known, "gesucht").matches, view(known, "geboten").matches
    assert (seen.reasons, seen.card.kind) == (mirrored.reasons, "offer")
    assert mirrored.card.kind == "seek"


def test_best_first(catalogue: Callable[..., Catalogue]) -> None:
    offers = {
        f"board/o{i}.yaml": merged(OFFER, f"posted: 2026-0{i}-01\nexpires: 2027-01-01", extra)
        for i, extra in enumerate(("", "district: mitte", "", "", "", "", ""), start=1)
    }
    known = catalogue(
        {**ASSOCIATIONS, **offers, "board/gesucht.yaml": merged(SEEK, DATES, "district: mitte")}
    )
    found = [m.card.address.id for m in view(known, "gesucht").matches]
    assert found == ["o2", "o7", "o6", "o5", "o4"]


def test_what_is_compared_are_no_words(catalogue: Callable[..., Catalogue]) -> None:
    """So an edited text changes nobody's matches."""
    known = catalogue(
        {**ASSOCIATIONS, "board/gesucht.yaml": merged(SEEK, DATES, "district: mitte\ntext: Alt")}
    )
    (one,) = known.board
    other = replace(one, title="Neu", text="Neu", association="verein")
    assert side(known, one, TODAY)._replace(association="verein") == side(known, other, TODAY)
    assert side(known, one, TODAY) != side(known, replace(one, district="hafen"), TODAY)
    assert [side(known, one, day).is_open for day in (TODAY, date(2027, 5, 2))] == [True, False]


def test_some_of_the_matches(catalogue: Callable[..., Catalogue]) -> None:
    """Of a posting that is closed there are none."""
    closed = merged(SEEK, DATES, "status: placed\nplaced: {on: 2026-07-01}")
    files = {"gesucht": merged(SEEK, DATES), "geboten": merged(OFFER, DATES), "vorbei": closed}
    known = catalogue({**ASSOCIATIONS, **{f"board/{k}.yaml": text for k, text in files.items()}})
    sides = tuple(side(known, one, TODAY) for one in known.board)
    found = matches((sides[:1], sides[1:]))
    assert found == matches((sides,))
    assert [[one.id for one in own] for own in of(found, (*files,))] == [
        ["geboten"],
        ["gesucht"],
        [],
    ]
