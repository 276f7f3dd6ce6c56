"""How long `make serve` takes from a saved file to the new bytes, as a browser would get them."""

import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from socket import create_server

from benchmarks.measure import Failed

HOST = "127.0.0.1"
PATIENCE = 600.0
"""Seconds after which a page that still does not say it never will."""

BETWEEN = 0.005
_DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))

CALM = 1.0
"""Seconds in which the server may put away what it has done before the next file is saved."""


@contextmanager
def served(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """Serve for as long as the block lasts; the address of the root."""
    with create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**environment, "PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{HOST}:{port}"
    finally:
        process.terminate()
        process.wait(timeout=60)


def save_to_bytes(address: str, save: Callable[[str], None], said: str) -> float:
    """Seconds from when `save` has written the words until the page at `address` has them.

    Before, other words are saved and waited for: then the first build is over. Raises `Failed`.
    """
    for words in (f"{said} zuvor", f"{said} danach"):
        time.sleep(CALM)
        save(words)
        began = time.perf_counter()
        while words.encode() not in fetched(address):
            if time.perf_counter() - began > PATIENCE:
                raise Failed(f"{address}: {words}")
            time.sleep(BETWEEN)
        took = time.perf_counter() - began
    return took


def fetched(address: str) -> bytes:
    """The page, or nothing while there is none."""
    try:
        with _DIRECTLY.open(address, timeout=60) as answer:
            found: bytes = answer.read()
            return found
    except (urllib.error.URLError, ConnectionError):
        return b""
