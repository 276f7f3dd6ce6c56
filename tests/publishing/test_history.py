"""Which releases there are, and in which order: not by their names, not by a clock."""

from collections.abc import Collection
from datetime import UTC, datetime

import pytest

from plugins.publishing.history import Release, ReleaseHistory, marked

NOW = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
A = Release(1, "20261122T160000Z")
B = Release(2, "20261123T160000Z")
C = Release(3, "20261121T160000Z")  # the clock had been set back


def history(
    *releases: Release, live: str, last: str = "", names: Collection[str] = ()
) -> ReleaseHistory:
    return ReleaseHistory(frozenset({*names, *(r.name for r in releases)}), releases, live, last)


WAYS_BACK = {
    "nothing": (history(live=""), None),
    "one": (history(A, live=A.name, last=A.name), None),
    "two": (history(A, B, live=B.name, last=B.name), A),
    "the clock set back": (history(A, B, C, live=C.name, last=C.name), B),
    "at maintenance": (history(A, B, live="0-wartung", last=B.name), B),
    "at maintenance, after a way back": (history(A, B, live="wartung", last=A.name), A),
    "live leads nowhere": (history(A, B, live="", last=B.name), B),
    "of a fresh folder nothing was shown": (history(live="index", names=["index"]), None),
}


@pytest.mark.parametrize(("given", "expected"), WAYS_BACK.values(), ids=WAYS_BACK)
def test_the_way_back(given: ReleaseHistory, expected: Release | None) -> None:
    assert given.earlier == expected


TAKEN_BACK = {
    "nothing": (history(live=""), ()),
    "the newest is seen": (history(A, B, C, live=C.name, last=C.name), ()),
    "taken back": (history(A, B, C, live=A.name, last=A.name), (B.name, C.name)),
    "never seen": (history(A, B, live=A.name, last=B.name), (B.name,)),
    "at maintenance": (history(A, B, C, live="0-wartung", last=C.name), ()),
    "never seen, at maintenance": (history(A, B, live="0-wartung", last=A.name), (B.name,)),
    "it is not known what was seen": (history(A, B, live="0-wartung"), ()),
}


@pytest.mark.parametrize(("given", "expected"), TAKEN_BACK.values(), ids=TAKEN_BACK)
def test_what_goes_before_the_next(given: ReleaseHistory, expected: tuple[str, ...]) -> None:
    assert given.never_seen_or_taken_back() == expected


def test_old_ones_go_by_their_order() -> None:
    given = history(A, B, C, live=C.name, last=C.name)
    assert given.superfluous(2) == (A.name,)
    assert given.superfluous(1) == (A.name, B.name)
    assert history(A, B, C, live=A.name, last=A.name).superfluous(1) == (B.name,)


NEXT = {
    "the first": (history(live=""), Release(1, "20261122T160000Z")),
    "after others": (history(A, B, live=B.name), Release(3, "20261122T160000Z-2")),
    "a name that is somebody's": (
        history(live="", names=["20261122T160000Z", "20261122T160000Z-2"]),
        Release(1, "20261122T160000Z-3"),
    ),
}


@pytest.mark.parametrize(("given", "expected"), NEXT.values(), ids=NEXT)
def test_next(given: ReleaseHistory, expected: Release) -> None:
    assert given.next(NOW) == expected


MARKS = {
    A.mark: A,
    "": None,
    "x": None,
    "1 20261122T160000Z-2\n": None,  # a copy of a release is no release
    "-1 20261122T160000Z\n": None,
    "1 20261122T160000Z\n2": None,
}


@pytest.mark.parametrize(("mark", "expected"), MARKS.items(), ids=map(repr, MARKS))
def test_marks(mark: str, expected: Release | None) -> None:
    assert marked(A.name, mark) == expected


@pytest.mark.parametrize("name", ["live", "wartung", "../x", "20261122T160000Z.alt", ""])
def test_foreign_names(name: str) -> None:
    assert marked(name, f"1 {name}\n") is None
