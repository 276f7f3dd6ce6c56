"""Mails in a mailbox on a server (IMAP, RFC 9051), over TLS, read without being marked as read."""

import imaplib
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plugins.intake.submission.mail import MOST_BYTES

PORT = 993
TIMEOUT = 60
"""Seconds after which a silent server is given up."""


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


def mails_at(box: Mailbox, context: ssl.SSLContext) -> Iterator[tuple[str, bytes]]:
    """The number and the bytes of each mail. Raises `OSError`, `imaplib.IMAP4.error`."""
    with imaplib.IMAP4_SSL(box.host, box.port, ssl_context=context, timeout=TIMEOUT) as server:
        server.login(box.user, box.password)
        quoted = box.folder.replace("\\", "\\\\").replace('"', '\\"')
        status, said = server.select(f'"{quoted}"', readonly=True)
        if status != "OK":
            raise imaplib.IMAP4.error(str(said[0]))
        _, found = server.uid("SEARCH", "ALL")
        for number in (found[0] or b"").split():
            what = f"(BODY.PEEK[]<0.{MOST_BYTES + 1}>)"
            _, parts = server.uid("FETCH", number.decode("ascii"), what)
            for part in parts:
                if isinstance(part, tuple):
                    yield number.decode("ascii"), part[1]
