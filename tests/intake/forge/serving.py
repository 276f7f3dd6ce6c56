"""A forge on this machine: it answers as GitHub, Forgejo and GitLab do, and notes what it hears."""

import base64
import json
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.waiting import MOST

TOKEN = "geheimer-schluessel"
BASIC = base64.b64encode(f"x-access-token:{TOKEN}".encode()).decode()
NAMED = {"pulls": ("head", "html_url"), "merge_requests": ("source_branch", "web_url")}
THERE: dict[str, tuple[int, Any]] = {
    "github": (
        422,
        {
            "message": "Validation Failed",
            "errors": [{"message": "A pull request already exists for stadt:eingang/x."}],
        },
    ),
    "forgejo": (409, {"message": "pull request already exists for these targets [id: 1]"}),
    "gitlab": (
        409,
        {"message": ["Another open merge request already exists for this source branch: !1"]},
    ),
}
"""What each says where there is such a request."""


@dataclass
class Forge:
    """What was asked of it and written to it; `answers` come instead of its own, by last word."""

    kind: str = "forgejo"
    address: str = ""
    heard: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    open: list[dict[str, Any]] = field(default_factory=list)
    folder: Path | None = None
    """A repository that git may fetch from here and push to, with the token."""

    def answer(self, path: str, data: dict[str, Any] | None, token: str) -> tuple[int, str]:
        """What comes of a request of HTTP."""
        what = path.partition("?")[0].rpartition("/")[2]
        if what in self.answers:
            return self.answers[what]
        if token != f"Bearer {TOKEN}":
            return 401, json.dumps({"message": f"invalid token {token.removeprefix('Bearer ')}"})
        if what not in NAMED:
            return 201, "{}"
        return self._request(what, data)

    def _request(self, what: str, data: dict[str, Any] | None) -> tuple[int, str]:
        head, address = NAMED[what]
        if data is None:
            return 200, json.dumps([{**one, "head": {"ref": one.get("head")}} for one in self.open])
        if any(one[head] == data[head] for one in self.open):
            code, said = THERE[self.kind]
            return code, json.dumps(said)
        made = {**data, address: f"{self.address}/stadt/anlaufstelle/{len(self.open) + 1}"}
        self.open.append(made)
        return 201, json.dumps(made)


@contextmanager
def serving(known: Forge) -> Iterator[Forge]:
    """The forge runs as long as the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            if self._is_git():
                return
            data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            known.heard.append((self.path, data))
            self._answer(data)

        def do_GET(self) -> None:
            if self._is_git():
                return
            known.asked.append(self.path)
            self._answer(None)

        def _is_git(self) -> bool:
            """Whether git asked, for the repository that lies in this folder; then it answered."""
            path, _, query = self.path.partition("?")
            if known.folder is None or not path.startswith(f"/{known.folder.name}/"):
                return False
            length = int(self.headers["Content-Length"] or 0)
            is_let_in = self.headers["Authorization"] == f"Basic {BASIC}"
            given = {
                "PATH": os.environ["PATH"],
                "GIT_PROJECT_ROOT": str(known.folder.parent),
                "GIT_HTTP_EXPORT_ALL": "1",
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "REQUEST_METHOD": self.command,
                "CONTENT_TYPE": self.headers["Content-Type"] or "",
                "CONTENT_LENGTH": str(length),
                "HTTP_CONTENT_ENCODING": self.headers["Content-Encoding"] or "",
                "GIT_PROTOCOL": self.headers["Git-Protocol"] or "",
                "REMOTE_USER": "office",
            }
            command, sent = ["git", "http-backend"], self.rfile.read(length)
            done = subprocess.run(command, input=sent, env=given, capture_output=True, check=True)
            heads, _, body = done.stdout.partition(b"\r\n\r\n")
            self.send_response(200 if is_let_in else 401)
            for head in heads.decode().split("\r\n") if is_let_in else ():
                self.send_header(*head.split(": ", 1))
            self.end_headers()
            self.wfile.write(body if is_let_in else b"")
            return True

        def _answer(self, data: dict[str, Any] | None) -> None:
            token = self.headers["Authorization"] or ""
            known.tokens.add(token)
            code, text = known.answer(self.path, data, token)
            self.send_response(code)
            if code == 302:
                self.send_header("Location", text)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield known
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=MOST)
