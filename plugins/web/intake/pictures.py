"""Pictures that come with a form: made ours at once, kept for a day until they are handed in."""

import hashlib
import os
import re
import secrets
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from plugins.catalogue.pictures import head
from plugins.intake.submission.photos import Along, Photo
from plugins.intake.submission.store import StoreError, picture_ending
from plugins.intake.submission.submission import Attachment

ROOT = Path(__file__).resolve().parents[3]
FOLDER = "wartend"
NAME = re.compile(r"[0-9a-f]{64}\.(?:jpg|png)")
KEPT = 24 * 3600
"""Seconds that a picture waits."""
MOST = 200 * 1024 * 1024
"""Bytes of all that wait; the oldest go first."""
SECONDS = 20.0
AT_ONCE = 2
"""So many are decoded at a time by each process: each takes up to a gigabyte."""

ENDINGS = (".jpg", ".png")
"""Of what is made of a picture."""


class WaitingPictures:
    """The pictures that wait in the folder of drafts."""

    def __init__(self, inbox: Path) -> None:
        self._inbox, self.folder = inbox, inbox / FOLDER
        self._room = threading.BoundedSemaphore(AT_ONCE)

    def take(self, called: str, data: bytes, now: float) -> Attachment | None:
        """Make a picture ours and keep it; `None` where that cannot be. Raises `StoreError`."""
        if not picture_ending(data) or not head(BytesIO(data)).is_bearable:
            return None
        with self._room:
            made = _made(data)
        ending = picture_ending(made)
        if ending not in ENDINGS:
            return None
        name = f"{hashlib.sha256(made).hexdigest()}{ending}"
        try:
            self._inbox.mkdir(mode=0o700, exist_ok=True)
            self.folder.mkdir(mode=0o700, exist_ok=True)
            self._write(name, made)
            self.forget(now)
        except OSError as error:
            raise StoreError(self.folder, error.strerror or str(error)) from error
        return Attachment(called, name)

    def along(self, attachments: Iterable[Attachment]) -> Along:
        """The pictures that wait under these names; those that have gone are left out."""
        return Along(tuple(self._photos(attachments)))

    def _photos(self, attachments: Iterable[Attachment]) -> Iterator[Photo]:
        for number, one in enumerate(attachments, start=1):
            if data := self.data(one.file):
                ending, found = picture_ending(data), head(BytesIO(data))
                size = found.width, found.height
                yield Photo(number, one.name, ending, *size, ending == ".jpg", data)

    def data(self, name: str) -> bytes:
        """What is in it; empty when there is none of that name (any more)."""
        if not NAME.fullmatch(name):
            return b""
        try:
            number = os.open(self.folder / name, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError:
            return b""
        with os.fdopen(number, "rb") as stream:
            return stream.read()

    def forget(self, now: float) -> None:
        """Remove those that nobody has handed in for a day, and the oldest of too many."""
        room = MOST
        for about, path in sorted(self._waiting(), key=lambda one: -one[0].st_mtime):
            room -= about.st_size
            if room < 0 or now - about.st_mtime > KEPT:
                path.unlink(missing_ok=True)

    def _waiting(self) -> Iterator[tuple[os.stat_result, Path]]:
        """All files, but for those that others remove or rename just now."""
        with suppress(FileNotFoundError), os.scandir(self.folder) as found:
            for one in found:
                with suppress(FileNotFoundError):
                    yield one.stat(follow_symlinks=False), Path(one.path)

    def _write(self, name: str, data: bytes) -> None:
        beside = self.folder / f".{secrets.token_hex(8)}"
        try:
            number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "wb") as stream:
                stream.write(data)
            beside.rename(self.folder / name)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise


def _made(data: bytes) -> bytes:
    """What the worker makes of it; empty where it gave up, or was stopped."""
    command = [sys.executable, "-m", "plugins.web.intake.picture_worker"]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, cwd=ROOT, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
