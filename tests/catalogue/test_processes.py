"""Work shared out over processes: in order, watched, and no death goes unnoticed."""

import os
from collections.abc import Iterable

import pytest

from plugins.catalogue.processes import WORTH_IT, WorkerDied, share_out


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("number", [0, 1, WORTH_IT - 1, WORTH_IT, WORTH_IT + 1])
def test_every_item_is_in_one_share_and_at_its_place(number: int, processes: int) -> None:
    shares = share_out(range(number), list, processes)
    expected = processes if number >= WORTH_IT else 1
    assert shares == [list(range(number))[share::expected] for share in range(expected)]


def test_a_worker_that_dies_is_noticed() -> None:
    parent = os.getpid()

    def dies(items: Iterable[int]) -> int:
        if os.getpid() != parent:
            os._exit(1)
        return sum(1 for _ in items)

    with pytest.raises(WorkerDied):
        share_out(range(WORTH_IT), dies, processes=2)


def test_a_worker_that_fails_is_noticed(capfd: pytest.CaptureFixture[str]) -> None:
    parent = os.getpid()

    def fails(items: Iterable[int]) -> int:
        if os.getpid() != parent:
            raise ValueError
        return sum(1 for _ in items)

    with pytest.raises(WorkerDied):
        share_out(range(WORTH_IT), fails, processes=2)
    assert "ValueError" in capfd.readouterr().err


def test_a_worker_that_is_interrupted_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C reaches all processes of a terminal; what is said of it the first one says."""
    parent = os.getpid()

    def interrupted(items: Iterable[int]) -> int:
        if os.getpid() != parent:
            raise KeyboardInterrupt
        return sum(1 for _ in items)

    with pytest.raises(WorkerDied):
        share_out(range(WORTH_IT), interrupted, processes=2)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("processes", [1, 2])
def test_one_is_told_how_far_it_is(processes: int) -> None:
    said: list[float] = []
    share_out(range(400), list, processes, said.append)
    every = 400 // processes
    assert said == [number / every for number in range(0, every, 50)]
