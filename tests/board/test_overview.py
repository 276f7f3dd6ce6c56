"""The board by category and side; the archive by year; every posting on exactly one of them."""

from collections.abc import Callable
from datetime import date

from plugins.board import pages
from plugins.board.overview import ArchiveView, BoardView
from plugins.catalogue.link import Catalogue
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
    views = {page.address: page.view for page in pages(catalogue(FILES), TODAY)}
    board, archive = views[Address("board")], views[Address("board_archive")]
    assert isinstance(board, BoardView) and isinstance(archive, ArchiveView)
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
    views = {page.address: page.view for page in pages(catalogue({}), TODAY)}
    assert views[Address("board")] == BoardView((), 0, 0, 0, 0)
    assert views[Address("board_archive")] == ArchiveView((), 0)
