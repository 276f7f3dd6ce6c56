"""A web server for as long as tests look at a site."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.serving import server
from tests.waiting import MOST


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a built site on this machine; the address of its root."""
    web = server(folder, 0)
    thread = threading.Thread(target=web.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{web.server_port}"
    finally:
        web.shutdown()
        web.server_close()
        thread.join(timeout=MOST)
