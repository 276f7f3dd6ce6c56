"""Mails in a mailbox on a server (IMAP, RFC 9051), over TLS, read without being marked as read."""

import imaplib
import re
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.intake.submission.mail import MOST_BYTES
from plugins.intake.submission.store import DraftStore

PORT = 993
TIMEOUT = 60
"""Seconds after which a silent server is given up."""
_NUMBER = re.compile(r"[0-9]{1,10}")


@dataclass(frozen=True)
class Mailbox:
    """Which mailbox, and how to get in. It stands in no file."""

    host: str
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    port: int = PORT


def mailbox_in(environment: Mapping[str, str]) -> Mailbox | None:
    """The mailbox that the environment names, if any. Raises `ValueError` for half of one."""
    host = environment.get("IMAP_HOST", "")
    if not host:
        return None
    user, password = environment.get("IMAP_USER", ""), environment.get("IMAP_PASSWORD", "")
    if not user or not password:
        raise ValueError("IMAP_USER, IMAP_PASSWORD?")
    folder = environment.get("IMAP_FOLDER") or "INBOX"
    return Mailbox(host, user, password, folder, int(environment.get("IMAP_PORT") or PORT))


def mails_at(
    box: Mailbox, context: ssl.SSLContext, store: DraftStore, *, again: bool = False
) -> Iterator[tuple[str, bytes]]:
    """The number and the bytes of each mail that is not in the store yet, or of all of them.

    How far the mailbox was read is noted in the store, for each mail when the next one is asked
    for: it has been kept then. Raises `OSError`, `imaplib.IMAP4.error`, `StoreError`.
    """
    with imaplib.IMAP4_SSL(box.host, box.port, ssl_context=context, timeout=TIMEOUT) as server:
        server.login(box.user, box.password)
        quoted = box.folder.replace("\\", "\\\\").replace('"', '\\"')
        _expected(*server.select(f'"{quoted}"', readonly=True))
        source = f"{box.user}@{box.host}:{box.port}/{box.folder}"
        validity = _validity(server)
        last = 0 if again else _last(store.mark(source), validity)
        for uid in _newer(server, last):
            what = f"(BODY.PEEK[]<0.{MOST_BYTES + 1}>)"
            for part in _expected(*server.uid("FETCH", str(uid), what)):
                if isinstance(part, tuple):
                    yield str(uid), part[1]
            if validity:
                store.set_mark(source, f"{validity} {uid}")


def _validity(server: imaplib.IMAP4) -> str:
    """While this is the same, a number means the same mail; empty where the server has none."""
    value = (server.response("UIDVALIDITY")[1] or [None])[0]
    return value.decode("ascii", "replace") if isinstance(value, bytes) else ""


def _last(mark: str, validity: str) -> int:
    """The number of the mail that was kept last; 0 where nobody can say."""
    known, _, uid = mark.partition(" ")
    return int(uid) if validity and known == validity and _NUMBER.fullmatch(uid) else 0


def _newer(server: imaplib.IMAP4, last: int) -> list[int]:
    """The numbers after this one. A server has the last mail always be part of `n:*`."""
    wanted = ("UID", f"{last + 1}:*") if last else ("ALL",)
    found = _expected(*server.uid("SEARCH", *wanted))
    return sorted(uid for uid in map(int, (found[0] or b"").split()) if uid > last)


def _expected(status: str, said: list[Any]) -> list[Any]:
    """What the server said. Raises `imaplib.IMAP4.error` when it refused."""
    if status != "OK":
        raise imaplib.IMAP4.error(str(said[0]))
    return said
