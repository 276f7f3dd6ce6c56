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


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server for `folder` on this machine only; port 0 takes a free one."""
    return ThreadingHTTPServer((HOST, port), partial(Handler, directory=str(folder)))


def build() -> int:
    """One build; Pelican's exit code."""
    command = [sys.executable, "-m", "pelican", "--fatal", "errors"]
    return subprocess.run([*command, "-s", "pelican.conf.py"], cwd=ROOT, check=False).returncode


def main() -> int:
    """Build, serve, watch; until interrupted."""
    try:
        settings = from_file(ROOT / "pelican.conf.py")
    except SettingsError as error:
        print(f"pelican.conf.py: {error}", file=sys.stderr)
        return 2
    build()
    try:
        web = server(settings.output, int(os.environ.get("PORT") or 8000))
    except OSError as error:
        print(f"{HOST}:{os.environ.get('PORT') or 8000}: {error.strerror}", file=sys.stderr)
        return 2
    threading.Thread(target=web.serve_forever, daemon=True).start()
    print(f"http://{HOST}:{web.server_port}/", file=sys.stderr)
    watched = (settings.content, ROOT / "theme", ROOT / "plugins", ROOT / "pelican.conf.py")
    try:
        for _ in watch(*watched, watch_filter=DefaultFilter(), raise_interrupt=True):
            build()
    except KeyboardInterrupt:
        return 0
    finally:
        web.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
