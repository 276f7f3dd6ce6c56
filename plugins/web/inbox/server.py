"""The server of `make inbox-web`: for this machine only.

Each connection has a thread, because browsers open some in advance and send nothing; what is asked
is answered one after the other (app.py).
"""

from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from plugins.web.http import Handle, application
from plugins.web.inbox.posted_form import MOST

HOST = "127.0.0.1"
SECONDS = 20.0
"""In which the next bytes must have come."""


class _InboxRequestHandler(WSGIRequestHandler):
    timeout = SECONDS

    def address_string(self) -> str:
        """Who asks: this machine."""
        return HOST

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the address with the token would stand in it."""


class InboxServer(ThreadingMixIn, WSGIServer):
    """Ends at once: it waits for no browser."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a browser that left before it was answered is no fault."""


def bound(port: int) -> InboxServer:
    """A server at a port of this machine; 0 takes a free one.

    Raises `OSError` when it is taken, `OverflowError` when there is no such port.
    """
    return InboxServer((HOST, port), _InboxRequestHandler)


def serve(server: InboxServer, handle: Handle) -> None:
    """Answer until somebody stops the program. Which Python we run is nobody's business."""
    name = {"Server": "Anlaufstelle"}
    server.set_app(application(lambda request: handle(request).with_headers(name), MOST))
    server.serve_forever()
