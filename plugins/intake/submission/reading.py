"""Mails into the folder of drafts: each once, and none is dropped."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from plugins.intake.submission.mail import submission_of
from plugins.intake.submission.record import content_of
from plugins.intake.submission.store import DraftStore


@dataclass(frozen=True)
class Read:
    """How many mails there were, and of how many a draft was made; the others were known."""

    mails: int
    new: int


def take_in(
    mails: Iterable[tuple[str, bytes]], store: DraftStore, now: Callable[[], datetime]
) -> Read:
    """Keep what is in the mails. Raises `StoreError`: those before it are kept.

    A mail is known by its Message-ID and what it says. Its author chose the id, so alone it could
    keep another mail out.
    """
    count = new = 0
    for _, data in mails:
        mail = submission_of(data)
        key = f"{mail.id} {content_of(mail.submission)}" if mail.id else _digest(data)
        _, is_new = store.put(mail.submission, now(), key)
        count += 1
        new += is_new
    return Read(count, new)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
