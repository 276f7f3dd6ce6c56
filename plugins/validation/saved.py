"""Which files were saved, as long as somebody asks.

The library ends with an error of its own when the system names a file whose name is no UTF-8, and
of a folder with such a name the system speaks again and again. Here such a name is a change of all
folders that are watched: whoever looks finds it, and says what is to be said of it. From then on
the folders are looked through again and again instead, which is slower, and which such a name
disturbs only when it changes.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from watchfiles import Change, watch
from watchfiles._rust_notify import WatchfilesRustInternalError  # it is exported nowhere else
from watchfiles.main import FileChange

EVERY = 300
"""Milliseconds between two looks, where the system cannot be asked."""


def batches(*there: Path, **options: Any) -> Iterator[set[FileChange]]:  # noqa: ANN401
    """What `watchfiles.watch` says of these files and folders, with its options.

    Among them has to be `yield_on_timeout`.
    """
    watching, odd = watch(*there, **options), set[FileChange]()
    while True:
        try:
            batch = next(watching)
        except StopIteration:
            return
        except WatchfilesRustInternalError:  # said only when all are watched again
            watching = watch(*there, force_polling=True, poll_delay_ms=EVERY, **options)
            odd = {(Change.modified, str(path)) for path in there if path.is_dir()}
        else:
            yield batch | odd
            odd = set()
