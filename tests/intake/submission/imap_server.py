"""A mailbox on this machine, spoken to in IMAP over TLS as far as our program speaks it.

It keeps what it was asked for, so that a test sees that nothing was changed.
"""

import re
import socketserver
import ssl
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BufferedRWPair
from pathlib import Path


class Server(socketserver.ThreadingTCPServer):
    """Has these mails; lets only »büro« in, whose password has a blank and a quotation mark."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(
        self, context: ssl.SSLContext, mails: Sequence[bytes], validity: int | None
    ) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.context, self.mails, self.validity = context, mails, validity
        self.refused: frozenset[str] = frozenset()
        self.asked: list[str] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


PASSWORD = 'geh"eim 1'
LOGIN = 'LOGIN buero "geh\\"eim 1"'


class Handler(socketserver.BaseRequestHandler):
    """One connection."""

    server: Server

    def handle(self) -> None:
        try:
            with self.server.context.wrap_socket(self.request, server_side=True) as connection:
                self._talk(connection.makefile("rwb"))
        except (ssl.SSLError, OSError):
            return

    def _talk(self, stream: BufferedRWPair) -> None:
        self._say(stream, b"* OK ready")
        for line in iter(stream.readline, b""):
            tag, _, command = line.decode("utf-8").strip().partition(" ")
            self.server.asked.append(command)
            self._answer(stream, command)
            is_stranger = command.startswith("LOGIN") and command != LOGIN
            refused = is_stranger or command.startswith(tuple(self.server.refused))
            self._say(stream, f"{tag} {'NO' if refused else 'OK'} done".encode())
            if command == "LOGOUT":
                return

    def _answer(self, stream: BufferedRWPair, command: str) -> None:
        if command == "CAPABILITY":
            self._say(stream, b"* CAPABILITY IMAP4rev1")
        elif command.startswith(("SELECT", "EXAMINE")):
            self._say(stream, b"* %d EXISTS" % len(self.server.mails))
            if self.server.validity is not None:
                self._say(stream, b"* OK [UIDVALIDITY %d] ok" % self.server.validity)
        elif command.startswith("UID SEARCH"):
            last = len(self.server.mails)
            match = re.fullmatch(r"UID SEARCH UID (\d+):\*", command)
            # `n:*` means both ways round: with nothing after n it names the last mail.
            first = min(int(match[1]), last) if match else 1
            numbers = " ".join(str(n) for n in range(last, first - 1, -1))
            self._say(stream, f"* SEARCH {numbers}".encode())
        elif match := re.match(r"UID FETCH (\d+) \(BODY.PEEK\[\]<0\.(\d+)>\)", command):
            data = self.server.mails[int(match[1]) - 1][: int(match[2])]
            head = f"* {match[1]} FETCH (UID {match[1]} BODY[]<0> {{{len(data)}}}"
            self._say(stream, head.encode() + b"\r\n" + data + b")")

    def _say(self, stream: BufferedRWPair, line: bytes) -> None:
        stream.write(line + b"\r\n")
        stream.flush()


def certificate(folder: Path) -> Path:
    """A certificate for this machine that signs itself, with its key, in one file."""
    path = folder / "server.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
        "-addext subjectAltName=DNS:localhost"
    ).split()
    subprocess.run([*command, "-keyout", path, "-out", path], check=True, capture_output=True)
    return path


@contextmanager
def serving(pem: Path, mails: Sequence[bytes], validity: int | None = None) -> Iterator[Server]:
    """A server that runs as long as the block."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with Server(context, mails, validity) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
