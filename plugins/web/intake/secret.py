"""The secret with which tokens are signed: made once, and for its owner only."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from plugins.intake.submission.store import StoreError

NAME = ".geheimnis"
BYTES = 32


def secret_in(folder: Path) -> bytes:
    """The secret of this folder. Of several processes that make one at a time all get the same.

    Raises `StoreError`. Removing the file makes all tokens invalid that were handed out.
    """
    path = folder / NAME
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        with suppress(FileNotFoundError):
            return _read(path)
        beside = folder / f"{NAME}.{secrets.token_hex(4)}.new"
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as stream:
            stream.write(secrets.token_bytes(BYTES))
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileExistsError):
            os.link(beside, path)
        beside.unlink()
        return _read(path)
    except OSError as error:
        raise StoreError(folder, error.strerror or str(error)) from error


def _read(path: Path) -> bytes:
    number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(number, "rb") as stream:
        secret = stream.read(BYTES + 1)
    if len(secret) != BYTES:
        raise StoreError(path, "?")
    return secret
