"""`make inbox-web`: the inbox in a browser, until Ctrl-C.

PORT chooses a port, without it a free one is taken. CONTENT, TODAY and LANGUAGE are read by the
settings file. Ends with 0 when somebody stopped it, 1 when there is no content, 2 when the tool
itself failed.
"""

import os
import sys
import webbrowser
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Thread
from zoneinfo import ZoneInfo

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import Settings, from_file
from plugins.findings import command
from plugins.findings.safe import failed, say, speak_utf8
from plugins.intake.submission.store import StoreError
from plugins.web.inbox import texts
from plugins.web.inbox.access import Access
from plugins.web.inbox.app import TOKEN, App
from plugins.web.inbox.draft_pages import ROOT
from plugins.web.inbox.server import HOST, InboxServer, bound, serve
from plugins.web.inbox.workspace import Workspace

SETTINGS = Path(__file__).resolve().parents[3] / "pelican.conf.py"
COMMAND = "make inbox-web"


def main(path: Path = SETTINGS, environment: Mapping[str, str] = os.environ) -> int:
    """Serve the inbox of the site with these settings; the exit code."""
    return command.run(
        COMMAND, partial(_serve, path=path, environment=environment), path, StoreError
    )


def _serve(settings: Settings, path: Path, environment: Mapping[str, str]) -> int:
    """Until Ctrl-C; `path` is read again with each request."""
    server = _bound(environment.get("PORT", ""), settings.language)
    if server is None:
        return 2
    now = partial(datetime.now, ZoneInfo(settings.site.time_zone))
    try:
        workspace = Workspace(partial(from_file, path), now, environment)
        workspace.inbox.store.remove_old(now(), settings.site.inbox_days)
        access = Access(f"eingang-{server.server_port}")
        app = App(workspace, access, server.server_port, partial(say, sys.stderr))
        address = f"http://{HOST}:{server.server_port}{ROOT}?{TOKEN}={access.token}"
        say(sys.stdout, *texts.OPEN.to(settings.language).format(address=address).split("\n"))
        _open(address, environment)
        serve(server, app.answer)
    except KeyboardInterrupt:
        pass
    return 0


def _bound(port: str, language: MessageLanguage) -> InboxServer | None:
    """The server at this port, or at a free one; `None` when that cannot be had: it was said."""
    try:
        return bound(int(port or "0"))
    except (ValueError, OverflowError):
        failed(COMMAND, texts.NO_PORT.to(language).format(port=port))
    except OSError:
        failed(COMMAND, texts.TAKEN.to(language).format(port=port))
    return None


def _open(address: str, environment: Mapping[str, str]) -> None:
    """Open it in the browser of a desktop; on a machine without one nothing is started."""
    has_screen = sys.platform == "darwin" or any(
        environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if has_screen:
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main())
