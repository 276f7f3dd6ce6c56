"""Shares work out over processes. Each does its part; only what it found out comes back.

Processes are forked, so that they have all that is known without its being sent to them. Which of
them does a piece of work makes no difference to what comes of it.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

Deal = Callable[[Sequence[T], int], Sequence[Sequence[T]]]
"""Divides work into so many shares."""

OnProgress = Callable[[float], None]
"""Is told again and again how much of a step is done, from 0 to 1."""


def in_turn(items: Sequence[T], processes: int) -> Sequence[Sequence[T]]:
    """With n processes the first gets the items 0, n, 2n ..., the second 1, n + 1 ..."""
    return [items[number::processes] for number in range(processes)]


WORTH_IT = 400
"""Below so many pieces of work, starting a process takes longer than it saves."""


class WorkerDied(Exception):
    """A process ended without a word: killed, or out of memory."""


def available() -> int:
    """How many may run at once. Only Linux can safely fork a program that has threads."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def is_divided(items: Sequence[object], processes: int) -> bool:
    """Whether `share_out` would have more than this process do it."""
    return processes > 1 and len(items) >= WORTH_IT


def share_out(
    items: Sequence[T],
    work: Callable[[Iterable[T]], R],
    processes: int,
    step: OnProgress | None = None,
    deal: Deal[T] = in_turn,
) -> list[R]:
    """Do `work` on all items, in as many processes as there are to use. Raises `WorkerDied`.

    The answers stand in the order of the shares that `deal` gives.
    """
    if not is_divided(items, processes):
        return [work(_watched(items, step))]
    gc.freeze()  # otherwise the first collection in each process copies all that it shares
    try:
        return _in_processes(deal(items, processes), work, step)
    finally:
        gc.unfreeze()


def _watched(items: Sequence[T], step: OnProgress | None) -> Iterator[T]:
    """The items one by one. The shares are alike, so one of them tells for all."""
    for number, item in enumerate(items):
        if step and number % 50 == 0:
            step(number / len(items))
        yield item


def _in_processes(
    shares: Sequence[Sequence[T]], work: Callable[[Iterable[T]], R], step: OnProgress | None
) -> list[R]:
    """The last share is done here, the others meanwhile in processes of their own."""
    import multiprocessing  # takes longer to import than most runs have to share out

    context = multiprocessing.get_context("fork")
    workers = []
    for share in shares[:-1]:
        receiver, sender = context.Pipe(duplex=False)
        worker = context.Process(target=_report, args=(share, work, sender))
        worker.start()
        sender.close()  # now only the worker holds it, so its end is noticed
        workers.append((worker, receiver))
    try:
        own = work(_watched(shares[-1], step))
        return [*(_received(receiver) for _, receiver in workers), own]
    finally:
        for worker, receiver in workers:
            receiver.close()  # who still wants to report finds nobody listening, and ends
            worker.join()


def _report(share: Iterable[T], work: Callable[[Iterable[T]], R], sender: "Connection") -> None:
    gc.disable()  # a worker lives for seconds, and what it makes holds no cycles worth finding
    with suppress(KeyboardInterrupt):  # who shares out is interrupted, too, and says so
        sender.send(work(share))


def _received(receiver: "Connection") -> Any:  # noqa: ANN401 (whatever `work` gives)
    try:
        return receiver.recv()
    except EOFError:
        raise WorkerDied from None
