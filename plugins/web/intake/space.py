"""How much may wait in the inbox: a limit in bytes, so that nobody can fill the disk."""

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.intake.inbox import texts
from plugins.intake.inbox.show import MEGABYTE
from plugins.intake.submission.record import data_of
from plugins.intake.submission.store import DraftStore, StoreError
from plugins.intake.submission.submission import Submission

SECONDS = 5
"""For so long what others have kept or decided meanwhile need not be known."""


class Space:
    """The room that is left in an inbox; `megabytes` may wait, 0: as many as the disk holds."""

    def __init__(self, store: DraftStore, megabytes: int, language: MessageLanguage) -> None:
        self._store, self._megabytes, self._language = store, megabytes, language
        self._used, self._seen = 0, float("-inf")

    def check(self, size: int, now: float) -> None:
        """Raises `StoreError` where there is no room for so many bytes."""
        if not self._megabytes:
            return
        if not 0 <= now - self._seen < SECONDS:
            self._used, self._seen = self._store.size(), now
        if self._used + size > self._megabytes * MEGABYTE:
            message = texts.FULL.to(self._language).format(megabytes=self._megabytes)
            raise StoreError(self._store.folder, message, is_full=True)

    def take(self, size: int) -> None:
        """Note that so many bytes have been kept."""
        self._used += size


def size_of(submission: Submission) -> int:
    """About as many bytes as a draft of it takes."""
    files = sum(len(one.data) for one in submission.attachments)
    return files + len(str(data_of(submission)).encode("utf-8", "replace"))
