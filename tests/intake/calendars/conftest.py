"""Runs the commands in the process of the test; calendars are files, or come from 127.0.0.1."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from plugins.intake.calendars.__main__ import main
from plugins.intake.calendars.addresses import IPAddress, Reach, is_public
from plugins.intake.calendars.fetch import Bounds
from plugins.intake.upkeep.__main__ import main as upkeep
from tests.conftest import Write

Answer = Callable[[BaseHTTPRequestHandler], None]
Run = Callable[..., tuple[int, str]]

CHOIR = """\
name: Chor am Fluss
topics: [musik]
listed: 2020-01-01
checked: 2026-11-01
address: {street: Uferweg 1}
"""
CLUB = CHOIR.replace("Chor am Fluss", "Tanzgruppe").replace("Uferweg 1", "Ring 2")


def calendar(*events: str, head: str = "") -> str:
    """A calendar with these events."""
    inner = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{head}{inner}END:VCALENDAR\n"


@dataclass
class CalendarServer:
    """A server on this machine, and what was asked of it."""

    address: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Mapping[str, str]] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[CalendarServer]:
    """It answers each path as the test says."""
    known = CalendarServer("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.append({"path": self.path, **self.headers})
            known.answers[self.path](self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    httpd = Server(("127.0.0.1", 0), Handler)
    Thread(target=httpd.serve_forever, daemon=True).start()
    known.address = f"http://127.0.0.1:{httpd.server_port}"
    yield known
    httpd.shutdown()
    httpd.server_close()


def sends(data: bytes, status: int = 200, **headers: str) -> Answer:
    """An answer with this body; `_` in the names of headers is `-`."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        request.wfile.write(data)

    return answer


def is_here(address: IPAddress) -> bool:
    """What may be asked in tests besides: the server above."""
    return is_public(address) or str(address) == "127.0.0.1"


HERE = Reach(allows=is_here)


@pytest.fixture
def run(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Run]:
    """The exit code, and what is said; content and inbox are in tmp_path."""
    own = project / f"calendars-{tmp_path.name}.conf.py"
    usual = (project / "pelican.conf.py").read_text(encoding="utf-8")
    own.write_text(f"{usual}\nINBOX = {str(tmp_path / 'eingang')!r}\n", encoding="utf-8")

    def run_command(command: str = "fetch-calendars", **given: str) -> tuple[int, str]:
        monkeypatch.delenv("LANGUAGE", raising=False)
        monkeypatch.delenv("FORMAT", raising=False)
        monkeypatch.chdir(tmp_path)
        defaults = {"CONTENT": str(tmp_path / "content"), "TODAY": "2026-12-01"}
        for name, value in {**defaults, **given}.items():
            monkeypatch.setenv(name, value)
        if command == "reminders":
            code = upkeep(command, given, own)
        else:
            code = main(command, given, own, HERE, Bounds(seconds=5))
        said = capsys.readouterr()
        return code, (said.out + said.err).replace(f"{tmp_path}/", "")

    yield run_command
    own.unlink()


Imported = Callable[..., Mapping[str, str]]


@pytest.fixture
def imported(write: Write, run: Run) -> Imported:
    """What stands in `events/` after calendars of the choir, and of the club, came in as files."""

    def import_files(choir: str, club: str = "", **given: str) -> Mapping[str, str]:
        files = {"associations/chor.yaml": CHOIR, "associations/tanz.yaml": CLUB}
        files["calendars/chor.ics"] = choir
        if club:
            files["calendars/tanz.ics"] = club
        content = write(files)
        run(**given)
        return events_in(content)

    return import_files


def events_in(content: Path) -> Mapping[str, str]:
    """The files of all events."""
    found = sorted((content / "events").glob("*")) if (content / "events").is_dir() else []
    return {path.stem: path.read_text(encoding="utf-8") for path in found}
