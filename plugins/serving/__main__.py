"""`make serve`: bind, serve, build, watch; until interrupted."""

import gc
import multiprocessing
import os
import re
import secrets
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import FrameType

from plugins.building import failure
from plugins.building.planning import planners_of
from plugins.catalogue.cache import PLUGINS, running
from plugins.catalogue.settings import Settings, from_file
from plugins.findings.safe import say
from plugins.serving.news import Bulletin
from plugins.serving.resident import Resident
from plugins.serving.server import HOST, Server, server
from plugins.serving.watch import Changes, changes

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "pelican.conf.py"
GOOD = "--good"
"""Given to the process that takes the place of another: the output is a site without errors."""

TRIAL = "from plugins.serving.__main__ import trial; trial()"
"""What a new process does first, to see whether it would get as far."""

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "taken": (
            "Die Adresse {host}:{port} ist vergeben, vielleicht läuft »make serve« schon in einem"
            " anderen Fenster. Eine andere nehmen: make serve PORT={other}"
        ),
        "no port": "PORT={given}: Das ist keine Zahl von 1 bis 65535. Üblich ist 8000.",
        "forbidden": "PORT={port}: Das erlaubt dieser Rechner nicht. Üblich ist 8000.",
        "serving": "http://{host}:{port}{base}/   (beenden: Strg+C)",
    },
    "en": {
        "taken": (
            "The address {host}:{port} is taken, perhaps »make serve« runs in another window"
            " already. Take another: make serve PORT={other}"
        ),
        "no port": "PORT={given}: This is no number from 1 to 65535. Usual is 8000.",
        "forbidden": "PORT={port}: This computer does not allow it. Usual is 8000.",
        "serving": "http://{host}:{port}{base}/   (end: Ctrl+C)",
    },
}


def main(arguments: Sequence[str]) -> int:
    """Serve until interrupted; the exit code. 2: it did not even begin."""
    running(PLUGINS)  # now, before the code can change below us
    _end_when_interrupted()
    gc.disable()  # it would halt all threads; done below, when the browsers are told
    try:
        settings = from_file(SETTINGS)
    except Exception as error:
        say(sys.stderr, failure.of_settings(error))
        return 2
    bulletin = Bulletin(secrets.token_hex(4))
    web = _bound(settings, os.environ.get("PORT") or "8000", bulletin)
    if web is None:
        return 2
    threading.Thread(target=web.serve_forever, daemon=True).start()
    _say("serving", settings, host=HOST, port=web.server_port, base=settings.site.base)
    resident = Resident(
        lambda: from_file(SETTINGS),
        bulletin,
        lambda is_good: _restart(web.server_port, is_good),
        sys.stderr,
        has_good=GOOD in arguments,
    )
    follow(resident, changes(_watched(settings)))
    return 0


def follow(resident: Resident, changed: Iterable[Changes]) -> None:
    """Build after each change, and once the browsers know, tidy memory: in a sixth of the time."""
    for batch in changed:
        resident.react(batch)
        gc.collect()


def _watched(settings: Settings) -> tuple[Path, ...]:
    return settings.content, settings.vocabulary, settings.theme, PLUGINS, SETTINGS


def _bound(settings: Settings, given: str, bulletin: Bulletin) -> Server | None:
    """The server at its port; `None` when that cannot be had, which has been said."""
    try:
        port = int(given)
        return server(settings.output, port, settings.site.base, bulletin)
    except (ValueError, OverflowError):
        _say("no port", settings, given=given)
    except PermissionError:
        _say("forbidden", settings, port=port)
    except OSError:
        _say("taken", settings, host=HOST, port=port, other=port + 1 if port < 65535 else 8001)
    return None


def _say(name: str, settings: Settings, **details: object) -> None:
    say(sys.stderr, _TEXTS[settings.language][name].format(**details))


def _restart(port: int, is_good: bool) -> str:
    """Replace this process by one with the code as it is now; why not, if that code cannot run."""
    tried = subprocess.run(
        [sys.executable, "-c", TRIAL], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if tried.returncode:
        return last_words(tried.stderr)
    command = [sys.executable, "-m", "plugins.serving", *([GOOD] if is_good else [])]
    os.chdir(ROOT)
    os.execve(sys.executable, command, {**os.environ, "PORT": str(port)})


def trial() -> None:
    """Import all that a build needs. Raises whatever is wrong with it."""
    planners_of(from_file(SETTINGS).plugins)


_FRAME = re.compile(r'^\s*File "(.+?)", line (\d+)', re.MULTILINE)


def last_words(traceback: str) -> str:
    """The last line of a traceback, and the last place of ours in it."""
    last = ([line for line in traceback.splitlines() if line.strip()] or ["?"])[-1]
    places = [(Path(file), line) for file, line in _FRAME.findall(traceback)]
    ours = [(f, line) for f, line in places if f.is_relative_to(PLUGINS) or f == SETTINGS]
    return f"{last} ({ours[-1][0].relative_to(ROOT)}:{ours[-1][1]})" if ours else last


def _end_when_interrupted() -> None:
    """End within a moment, also in the midst of a build, and take the workers along."""
    own = os.getpid()

    def end(number: int, frame: FrameType | None) -> None:
        if os.getpid() != own:
            os._exit(1)  # a worker; whoever started it is ending too
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        for worker in multiprocessing.active_children():
            worker.terminate()
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        code = 0
    sys.stderr.flush()
    os._exit(code)  # at once: neither browsers that wait nor what is in memory hold us up
