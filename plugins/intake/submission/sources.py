"""Where mails lie: one file, a folder of them, a Maildir."""

import os
from collections.abc import Iterator
from pathlib import Path

from plugins.intake.submission.mail import MOST_BYTES

_MAILDIR = ("new", "cur")


def mails_in(place: Path) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each mail, the oldest name first; never a link, never changed.

    Of a mail that is too large a little more than is looked at is read. Raises `OSError`, for a
    mail that cannot be read after all others.
    """
    if not place.is_dir():
        yield place.name, _read(place)
        return
    refused: list[OSError] = []
    folders = [place / name for name in _MAILDIR if (place / name).is_dir()]
    for folder in folders or [place]:
        with os.scandir(folder) as found:
            names = sorted(one.name for one in found if one.is_file(follow_symlinks=False))
        for name in names:
            if not folders and not name.lower().endswith(".eml"):
                continue
            try:
                data = _read(folder / name)
            except FileNotFoundError:  # a mail program has just put it elsewhere
                continue
            except OSError as error:
                refused.append(error)
                continue
            yield name, data
    if refused:
        raise refused[0]


def _read(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)
