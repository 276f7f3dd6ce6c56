"""`make intake`: take what people hand in, until interrupted.

Ends with 0 when it was told to end, 2 when it could not begin.
"""

import ipaddress
import os
import socket
import ssl
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.safe import failed, say, speak_utf8
from plugins.intake.content import CannotRead
from plugins.intake.new.texts import Bilingual
from plugins.web.intake.limits import LOOPBACK, Counters, IPNetwork
from plugins.web.intake.server import FAILED, Supervisor

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

ROOT = Path(__file__).resolve().parents[3]
COMMAND = "make intake"
PORT = "8010"
MOST_WORKERS = 4

NO_FOLDER = Bilingual(
    "INTAKE in pelican.conf.py ist leer. Nennen Sie dort den Ordner der Adressen, unter denen "
    'Formulare ankommen, zum Beispiel INTAKE = "einreichen", und bauen Sie die Site neu '
    "(docs/annahme.md).",
    "INTAKE in pelican.conf.py is empty. Name the folder of addresses at which forms arrive, "
    'such as INTAKE = "einreichen", and build the site again (docs/annahme.md).',
)
NO_PORT = Bilingual(
    "PORT={given}: Das ist keine Zahl von 1 bis 65535. Üblich ist 8010.",
    "PORT={given}: This is no number from 1 to 65535. Usual is 8010.",
)
TAKEN = Bilingual(
    "Die Adresse {host}:{port} lässt sich nicht belegen: {reason}. Eine andere: PORT=8011",
    "The address {host}:{port} cannot be had: {reason}. Take another: PORT=8011",
)
NO_MAIL = Bilingual(
    "INTAKE_CONFIRM braucht einen Mailserver: SMTP_HOST in der Umgebung setzen (docs/annahme.md).",
    "INTAKE_CONFIRM needs a mail server: set SMTP_HOST in the environment (docs/annahme.md).",
)
SERVING = Bilingual(
    "http://{host}:{port}{path}   (beenden: Strg+C). Was ankommt, zeigt make inbox.",
    "http://{host}:{port}{path}   (end: Ctrl+C). What arrives, make inbox shows.",
)


def main(path: Path = ROOT / "pelican.conf.py") -> int:
    """Serve until told to end; the exit code."""
    language: MessageLanguage = "de"
    try:
        settings = from_file(path)
        language = settings.language
        if not settings.site.intake:
            return failed(COMMAND, NO_FOLDER.to(language))
        if settings.intake.confirm and not os.environ.get("SMTP_HOST"):
            return failed(COMMAND, NO_MAIL.to(language))
        listening = _bound(settings)
        return FAILED if listening is None else _serve(settings, listening, path)
    except (SettingsError, ValueError) as error:
        return failed(COMMAND, f"{path.name}: {error}")


def _bound(settings: Settings) -> socket.socket | None:
    """The socket; `None` when it cannot be had, which has been said."""
    host, given = _host(), os.environ.get("PORT") or PORT
    if not given.isdecimal() or not 0 < int(given) < 65536:
        failed(COMMAND, NO_PORT.to(settings.language).format(given=given))
        return None
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, int(given)), family=family, backlog=1024)
    except OSError as error:
        details = {"host": host, "port": given, "reason": error.strerror}
        failed(COMMAND, TAKEN.to(settings.language).format(**details))
        return None


def _host() -> str:
    """This machine alone, unless a container needs all of its own addresses."""
    return os.environ.get("HOST") or "127.0.0.1"


def _serve(settings: Settings, listening: socket.socket, path: Path) -> int:
    from plugins.intake.submission.store import DraftStore, StoreError
    from plugins.web.intake.app import LIMITS
    from plugins.web.intake.pictures import WaitingPictures

    counters = Counters(settings.intake)
    clock = partial(datetime.now, ZoneInfo(settings.site.time_zone))
    make = partial(application, path, counters)
    pictures, store = WaitingPictures(settings.inbox), DraftStore(settings.inbox)

    def tidy() -> None:
        with suppress(OSError, StoreError):
            pictures.forget(clock().timestamp())
            store.remove_old(clock(), settings.site.inbox_days)

    supervisor = Supervisor(make, listening, _workers(), clock, 2 * LIMITS.body, _note_error, tidy)
    host, port = listening.getsockname()[:2]
    where = f"{settings.site.base}/{settings.site.addresses['participate']}/"
    text = SERVING.to(settings.language).format(host=host, port=port, path=where)
    return supervisor.run(partial(_log, text))


def _log(text: str) -> None:
    """Say it, unless there is no room for logs: what is handed in is worth more."""
    with suppress(OSError):
        say(sys.stderr, text)


def _note_error(error: Exception) -> None:
    """Say why it cannot begin: what is wrong with the content, in the words of its checks."""
    found = error.found if isinstance(error, CannotRead) else ()
    reasons = "; ".join(one.message("de") for one in found)
    _log(f"{COMMAND}: {reasons or f'{type(error).__name__}: {error}'}")


def _workers() -> int:
    given = os.environ.get("WORKERS", "")
    usual = min(MOST_WORKERS, max(2, os.cpu_count() or 1))
    return int(given) if given.isdecimal() and 0 < int(given) < 65 else usual


def application(path: Path, counters: Counters) -> "WSGIApplication":
    """What a worker answers with: all read anew, as it is now."""
    from plugins.web.http import application as wsgi
    from plugins.web.intake.app import LIMITS, Service

    service = service_of(from_file(path), counters, os.environ)
    assert isinstance(service, Service)
    return wsgi(service.answer, LIMITS.body)


def service_of(settings: Settings, counters: Counters, environment: Mapping[str, str]) -> object:
    """The service of a site, with what the environment says of the machine."""
    from plugins.intake.submission.store import DraftStore
    from plugins.web.intake.app import Service, host_of
    from plugins.web.intake.loaded_site import known_of
    from plugins.web.intake.mail import asking, mail_server_in
    from plugins.web.intake.pictures import WaitingPictures
    from plugins.web.intake.secret import secret_in
    from plugins.web.intake.space import Space

    def note(text: str) -> None:
        _log(f"{COMMAND}: {text}")

    known = known_of(settings)
    server = mail_server_in(environment) if settings.intake.confirm else None
    context = ssl.create_default_context()
    site, store = settings.site, DraftStore(settings.inbox)
    named = {host_of(site.url.partition("://")[2].partition("/")[0]), _host()}
    return Service(
        known=known,
        store=store,
        pictures=WaitingPictures(settings.inbox),
        secret=secret_in(settings.inbox),
        counters=counters,
        space=Space(store, settings.intake.megabytes, settings.language),
        clock=partial(datetime.now, ZoneInfo(site.time_zone)),
        note=note,
        site=settings.output if settings.output.is_dir() else None,
        mail=asking(site, known.messages, server, context, note) if server else None,
        asks_proof=settings.intake.altcha,
        hosts=frozenset({*named, "localhost", "127.0.0.1", "::1"}),
        trusted=(*LOOPBACK, *_trusted(environment)),
    )


def _trusted(environment: Mapping[str, str]) -> tuple[IPNetwork, ...]:
    """The web servers before us, `TRUSTED="172.17.0.1 10.0.0.0/8"`. Raises `ValueError`."""
    return tuple(map(ipaddress.ip_network, environment.get("TRUSTED", "").split()))


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main())
