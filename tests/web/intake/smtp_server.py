"""A small SMTP server for tests (RFC 5321, RFC 3207): takes mails of one who logs in over TLS."""

import base64
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.waiting import MOST

USER, PASSWORD = "anlaufstelle", "geheim"


class Server(socketserver.ThreadingTCPServer):
    """Keeps what it was sent, and what was said in the clear."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, context: ssl.SSLContext | None, *, at_once: bool) -> None:
        self.context, self.at_once = context, at_once
        self.mails: list[tuple[str, list[str], bytes]] = []
        self.clear: list[str] = []
        super().__init__(("127.0.0.1", 0), Line)


class Line(socketserver.BaseRequestHandler):
    """One connection."""

    server: Server

    def handle(self) -> None:
        """Answer until the other side leaves."""
        with suppress(OSError, ssl.SSLError):
            if self.server.at_once:
                self._encrypt()
            self._files()
            self._say("220 localhost")
            self._talk()

    def _files(self) -> None:
        self._reader = self.request.makefile("rb")

    def _encrypt(self) -> None:
        assert self.server.context is not None
        self.request = self.server.context.wrap_socket(self.request, server_side=True)

    def _say(self, text: str) -> None:
        self.request.sendall(f"{text}\r\n".encode())

    def _talk(self) -> None:
        sender, is_known = "", False
        to: list[str] = []
        is_safe = self.server.at_once
        while line := self._reader.readline():
            said = line.decode().rstrip("\r\n")
            word = said.split(" ")[0].upper()
            if not is_safe:
                self.server.clear.append(said)
            if word == "EHLO":
                offered = "250-STARTTLS\r\n" if self.server.context and not is_safe else ""
                self._say(f"250-localhost\r\n{offered}250 AUTH PLAIN")
            elif word == "STARTTLS":
                self._say("220 go")
                self._encrypt()
                self._files()
                is_safe = True
            elif word == "AUTH":
                wanted = base64.b64encode(f"\0{USER}\0{PASSWORD}".encode()).decode()
                is_known = said == f"AUTH PLAIN {wanted}"
                self._say("235 yes" if is_known else "535 no")
            elif word == "MAIL":
                sender, to = said, []
                self._say("250 yes")
            elif word == "RCPT":
                to.append(said)
                self._say("250 yes")
            elif word == "DATA":
                self._say("354 go")
                self.server.mails.append((sender, to, self._data()))
                self._say("250 yes")
            else:
                self._say("221 bye" if word == "QUIT" else "250 yes")
                if word == "QUIT":
                    return

    def _data(self) -> bytes:
        lines = []
        while (line := self._reader.readline()) not in (b".\r\n", b""):
            lines.append(line)
        return b"".join(lines)


@contextmanager
def serving(certificate: Path | None, *, at_once: bool = False) -> Iterator[Server]:
    """A server at a free port; `at_once` speaks TLS from the first byte on."""
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    with Server(context, at_once=at_once) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join(MOST)
