"""Shares work out over processes. Each makes and writes its part; only counts come back.

Processes are forked, so that they have the plan without its being sent to them. Which of them
makes a file does not change the file.
"""

import gc
import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import NamedTuple, TypeVar

T = TypeVar("T")

WORTH_IT = 400
"""Below so many pieces of work, starting a process takes longer than it saves."""


class Done(NamedTuple):
    """How many pieces were done, and which failed."""

    number: int
    failed: tuple[str, ...] = ()


class WorkerDied(Exception):
    """A process ended without a word: killed, or out of memory."""


def share_out(items: Sequence[T], work: Callable[[Sequence[T]], Done], processes: int) -> Done:
    """Do `work` on all items, in as many processes as there are to use. Raises `WorkerDied`."""
    if processes < 2 or len(items) < WORTH_IT:
        return work(items)
    gc.freeze()  # otherwise the first collection in each process copies all that it shares
    try:
        shares = [items[number::processes] for number in range(processes)]
        done = _in_processes(shares, work)
    finally:
        gc.unfreeze()
    return Done(sum(part.number for part in done), tuple(f for part in done for f in part.failed))


def _in_processes(shares: Sequence[Sequence[T]], work: Callable[[Sequence[T]], Done]) -> list[Done]:
    context = multiprocessing.get_context("fork")
    workers = []
    for share in shares:
        receiver, sender = context.Pipe(duplex=False)
        worker = context.Process(target=_report, args=(share, work, sender))
        worker.start()
        sender.close()  # now only the worker holds it, so its end is noticed
        workers.append((worker, receiver))
    try:
        return [_received(receiver) for _, receiver in workers]
    finally:
        for worker, _ in workers:
            worker.join()


def _report(share: Sequence[T], work: Callable[[Sequence[T]], Done], sender: Connection) -> None:
    gc.disable()  # a worker lives for seconds, and what it makes holds no cycles worth finding
    sender.send(work(share))


def _received(receiver: Connection) -> Done:
    try:
        done: Done = receiver.recv()
    except EOFError:
        raise WorkerDied from None
    return done
