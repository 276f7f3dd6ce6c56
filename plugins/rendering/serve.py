"""`make serve`: the site on this machine, built anew whenever a file changes.

Each build is a process of its own, so that changed code and templates count as well. While it
fails, the last good site stays.
"""

import os
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import DefaultFilter, watch

from plugins.catalogue.settings import SettingsError, from_file

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"


class Handler(SimpleHTTPRequestHandler):
    """Serves the output folder as a web server would, with the site's own page for 404."""

    extensions_map = {  # noqa: RUF012 (the base class declares it so)
        **SimpleHTTPRequestHandler.extensions_map,
        ".ics": "text/calendar; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".js": "text/javascript",
        ".webp": "image/webp",
    }

    base = ""

    def translate_path(self, path: str) -> str:
        """The file behind a path of the site; none for what is not below `base`."""
        if not path.startswith(f"{self.base}/"):
            return str(Path(self.directory) / "404")
        return super().translate_path(path.removeprefix(self.base))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The page 404.html where there is one."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for what was found wrong in the entries."""


def server(folder: Path, port: int, base: str = "") -> ThreadingHTTPServer:
    """A server for `folder` under the path `base`, on this machine only; port 0 takes a free one.

    Raises `OSError` when the port is taken, `OverflowError` when there is no such port.
    """
    handler = type("Handler", (Handler,), {"base": base})
    return ThreadingHTTPServer((HOST, port), partial(handler, directory=str(folder)))


def build() -> int:
    """One build; Pelican's exit code."""
    command = [sys.executable, "-m", "pelican", "--fatal", "errors"]
    return subprocess.run([*command, "-s", "pelican.conf.py"], cwd=ROOT, check=False).returncode


def main() -> int:
    """Build, serve, watch; until interrupted."""
    port = os.environ.get("PORT") or "8000"
    try:
        settings = from_file(ROOT / "pelican.conf.py")
        build()
        web = server(settings.output, int(port), settings.site.base)
    except SettingsError as error:
        print(f"pelican.conf.py: {error}", file=sys.stderr)
        return 2
    except (OSError, OverflowError, ValueError) as error:
        print(f"PORT={port}: {error}", file=sys.stderr)
        return 2
    threading.Thread(target=web.serve_forever, daemon=True).start()
    print(f"http://{HOST}:{web.server_port}{settings.site.base}/", file=sys.stderr)
    watched = (settings.content, ROOT / "theme", ROOT / "plugins", ROOT / "pelican.conf.py")
    try:
        for _ in watch(*watched, watch_filter=DefaultFilter(), raise_interrupt=True):
            build()
    finally:
        web.shutdown()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(0)
