"""The board by category and side; the archive by year; every posting on exactly one of them."""

from collections.abc import Callable
from datetime import date

import pytest

from plugins.board import pages
from plugins.board.long import BoardYearView, CategoryView, LongArchiveView, LongBoardView
from plugins.board.overview import BoardArchiveView, BoardView
from plugins.catalogue.link import Catalogue
from plugins.rendering.divided import PAGE, WHOLE
from plugins.rendering.page import View, outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)


def posting(kind: str, category: str, posted: str, expires: str, more: str = "") -> str:
    head = f"kind: {kind}\ntitle: T\nassociation: chor\ncategory: {category}\n"
    return f"{head}posted: {posted}\nexpires: {expires}\n{more}"


FILES = {
    "associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n",
    "board/a.yaml": posting("offer", "room", "2026-01-01", "2026-12-31"),
    "board/b.yaml": posting("offer", "room", "2026-03-01", "2026-12-31"),
    "board/c.yaml": posting("seek", "room", "2026-02-01", "2026-11-22"),
    "board/d.yaml": posting("seek", "money", "2026-02-01", "2026-11-21"),
    "board/e.yaml": posting("offer", "money", "2025-02-01", "2026-01-01", "status: withdrawn\n"),
    "board/f.yaml": posting(
        "offer", "money", "2026-02-01", "2026-12-31", "status: placed\nplaced: {on: 2026-03-01}\n"
    ),
}


def test_board_and_archive(catalogue: Callable[..., Catalogue]) -> None:
    views = {page.address: page.view for page in outputs(pages(catalogue(FILES), TODAY))}
    board, archive = views[Address("board")], views[Address("board_archive")]
    assert isinstance(board, BoardView) and isinstance(archive, BoardArchiveView)
    shelves = [
        (s.category, [c.address.id for c in s.offers], [c.address.id for c in s.seeks])
        for s in board.shelves
    ]
    assert shelves == [("room", ["b", "a"], ["c"])]
    assert (board.offers, board.seeks, board.archived) == (2, 1, 3)
    years = [(year, [(c.address.id, c.state) for c in cards]) for year, cards in archive.years]
    assert years == [(2026, [("d", "expired"), ("f", "placed")]), (2025, [("e", "withdrawn")])]
    assert archive.placed == 1


def test_empty(catalogue: Callable[..., Catalogue]) -> None:
    views = {page.address: page.view for page in outputs(pages(catalogue({}), TODAY))}
    assert views[Address("board")] == BoardView((), 0, 0, 0, 0)
    assert views[Address("board_archive")] == BoardArchiveView((), 0)


def many(opened: int, closed: int) -> dict[str, str]:
    """So many postings; all but one of each are of one category, and of one year."""
    found = {"associations/chor.yaml": FILES["associations/chor.yaml"]}
    for number in range(opened):
        kind = "offer" if number % 3 else "seek"
        category = "money" if number else "room"
        found[f"board/o{number:03}.yaml"] = posting(kind, category, "2026-03-01", "2026-12-31")
    for number in range(closed):
        year = 2025 if number else 2024
        found[f"board/z{number:03}.yaml"] = posting(
            "seek", "money", f"{year}-03-01", f"{year}-12-31"
        )
    return found


@pytest.mark.parametrize(
    ("opened", "closed", "long_board", "long_archive"),
    [
        (WHOLE - 1, 0, False, False),
        (PAGE + 1, WHOLE - PAGE - 1, False, False),
        (PAGE, WHOLE - PAGE + 1, False, True),
        (WHOLE - PAGE + 1, PAGE, True, False),
        (WHOLE // 2, WHOLE // 2 + 1, True, True),
    ],
)
def test_a_long_board_is_divided_and_each_posting_is_on_one_page(
    catalogue: Callable[..., Catalogue],
    opened: int,
    closed: int,
    *,
    long_board: bool,
    long_archive: bool,
) -> None:
    planned = [(p.address, p.view) for p in outputs(pages(catalogue(many(opened, closed)), TODAY))]
    found = dict(planned)
    assert len(found) == len(planned)
    board, archive = found[Address("board")], found[Address("board_archive")]
    assert (isinstance(board, LongBoardView), isinstance(archive, LongArchiveView)) == (
        long_board,
        long_archive,
    )
    if isinstance(board, LongBoardView):
        counts = [(one.key, one.count) for one in board.categories]
        assert sorted(counts) == [("money", opened - 1), ("room", 1)]
        ids = [i for one in board.categories for i in shown(found, one.address)]
        assert sorted(ids) == [f"o{number:03}" for number in range(opened)]
    if isinstance(archive, LongArchiveView):
        assert [(one.year, one.count) for one in archive.years] == [(2025, closed - 1), (2024, 1)]
        ids = [i for year in archive.years for i in shown(found, year.address)]
        assert sorted(ids) == [f"z{number:03}" for number in range(closed)]


def shown(found: dict[Address, View], first: Address) -> list[str]:
    """The ids on a page and on those that its numbers lead to."""
    start, ids = found[first], []
    assert isinstance(start, CategoryView | BoardYearView)
    for page in start.numbering.pages:
        view = found[page.address]
        if isinstance(view, CategoryView):
            cards = (*view.offers, *view.seeks)
        else:
            assert isinstance(view, BoardYearView)
            cards = view.cards
        assert 0 < len(cards) <= PAGE
        ids += [card.address.id for card in cards]
    return ids
