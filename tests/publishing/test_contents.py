"""How much of a site may go with one release."""

import pytest

from plugins.publishing.contents import Loss, PublishedInventory, inventory, losses


def ids(prefix: str, count: int, start: int = 0) -> frozenset[str]:
    return frozenset(f"{prefix}{number}" for number in range(start, start + count))


LIVE = PublishedInventory(
    {"associations": ids("a", 50), "events": ids("e", 45), "board": ids("b", 5)}
)

LOSSES = {
    "the same": (LIVE, ()),
    "nothing": (
        PublishedInventory(),
        (Loss("associations", 50, 50), Loss("board", 5, 5), Loss("events", 45, 45)),
    ),
    "a fifth": (PublishedInventory({**LIVE.entries, "events": ids("e", 25)}), ()),
    "more than a fifth": (
        PublishedInventory({**LIVE.entries, "events": ids("e", 24)}),
        (Loss("events", 21, 45),),
    ),
    "all of a kind": (
        PublishedInventory({**LIVE.entries, "board": ids("", 0)}),
        (Loss("board", 5, 5),),
    ),
    "all but one of a kind": (PublishedInventory({**LIVE.entries, "board": ids("b", 1)}), ()),
    "as many others": (
        PublishedInventory({**LIVE.entries, "associations": ids("a", 50, start=50)}),
        (Loss("associations", 50, 50),),
    ),
    "more": (PublishedInventory({**LIVE.entries, "events": ids("e", 99)}), ()),
}


@pytest.mark.parametrize(("after", "expected"), LOSSES.values(), ids=LOSSES)
def test_losses(after: PublishedInventory, expected: tuple[Loss, ...]) -> None:
    assert losses(LIVE, after) == expected


def test_the_only_one_of_a_kind_may_go() -> None:
    few = PublishedInventory({"associations": ids("a", 5), "reports": ids("r", 1)})
    assert losses(few, PublishedInventory({"associations": ids("a", 5)})) == ()


def test_the_first_release_is_compared_with_nothing() -> None:
    assert (
        losses(PublishedInventory(), LIVE)
        == losses(PublishedInventory(), PublishedInventory())
        == ()
    )


WRITTEN = {
    b'{"entries": {"board": ["a", "b"]}, "left_out": 2}': PublishedInventory(
        {"board": frozenset({"a", "b"})}, 2
    ),
    b"": PublishedInventory(),
    b"[]": PublishedInventory(),
    b"{": PublishedInventory(),
    b'{"entries": [], "left_out": 0}': PublishedInventory(),
    b'{"entries": {"board": 1}, "left_out": 0}': PublishedInventory(),
}


@pytest.mark.parametrize(("written", "expected"), WRITTEN.items())
def test_inventory(written: bytes, expected: PublishedInventory) -> None:
    assert inventory(written) == expected
