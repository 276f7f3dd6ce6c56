"""`make new` as a program: at a real terminal, behind a real make, stopped by a real signal."""

import os
import pty
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from tests.intake.new.scripted import files
from tests.waiting import MOST, until

pytestmark = pytest.mark.slow

AGAIN = 5
"""Seconds after which it is told once more to stop."""

# The part of the Makefile that `make new` needs; MAIN stands for the Python of .venv.
MAKEFILE = """
MAKEFLAGS += --no-builtin-rules --no-print-directory
ifneq ($(filter new,$(MAKECMDGOALS)),)
override NEW_GIVEN := $(foreach v,$(.VARIABLES),$(if $(filter command,$(origin $(v))),$(v)))
override NEW_GIVEN := $(sort $(filter-out NEW_% CONTENT TODAY LANGUAGE PYTHON,$(NEW_GIVEN)))
export NEW_GIVEN
$(foreach v,$(NEW_GIVEN),$(eval unexport $(v))$(eval export NEW_$(v) = $$(value $(v))))
endif
new:
	@cd ROOT && MAIN -m plugins.intake.new
"""


def environment(content: Path, **given: str) -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    return {**kept, "TODAY": "2026-11-22", "CONTENT": str(content), "TERM": "dumb", **given}


@pytest.fixture(autouse=True)
def _in_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)


@pytest.fixture
def makefile(project: Path, tmp_path: Path) -> Path:
    text = MAKEFILE.replace("ROOT", f"'{project}'").replace("MAIN", f"'{sys.executable}'")
    (tmp_path / "Makefile").write_text(text, encoding="utf-8")
    return tmp_path / "Makefile"


def make(
    makefile: Path, content: Path, *given: str, **shell: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "-f", str(makefile), "new", *given],
        env=environment(content, **shell),
        cwd=makefile.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=MOST,
    )


VALUES = (
    "Grüße aus Łódź",
    "5 $ Eintritt, $5, $(HOME), ${HOME}, $$, $",
    "halb offen $( und ${",
    "$(shell touch pwned) `touch pwned` $(touch pwned); touch pwned & touch pwned | cat",
    """'einfach' "doppelt" \\ Strich \\n % # @ - + : = !""",
    "--option -x",
    "yes",
    "{a: [b, *c, &d, !e]}",
)


@pytest.mark.parametrize("value", VALUES)
def test_a_value_arrives_word_for_word(value: str, makefile: Path, content: Path) -> None:
    done = make(
        makefile, content, "KIND=page", f"TITLE={value}", "ID=a", f"TEXT={value}\n\n{value}"
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        f"Geschrieben: {content}/pages/a.md\n",
        "",
    )
    text = (content / "pages" / "a.md").read_text(encoding="utf-8")
    assert text.partition("\n---\n")[2] == f"\n{value}\n\n{value}\n"
    assert not list(makefile.parent.rglob("pwned")) and not Path("pwned").exists()


def test_what_is_set_in_the_shell_is_no_answer(makefile: Path, content: Path) -> None:
    before = files(content)
    shell = {"TITLE": "aus der Shell", "NAME": "x", "NEW_TITLE": "y", "NEW_GIVEN": "TITLE"}
    done = make(makefile, content, "KIND=page", "LANGUAGE=en", **shell)
    assert (done.returncode, done.stdout.split("\n")[0]) == (2, "TITLE: TITLE is missing.")
    assert files(content) == before


def test_the_format_of_an_event_is_not_the_format_of_messages(
    makefile: Path, content: Path
) -> None:
    given = ["KIND=event", "TITLE=A", "START=1.1.", "ORGANISER=office", "FORMAT=kurs", "ID=a"]
    done = make(makefile, content, *given)
    assert (done.returncode, done.stderr) == (0, "")
    text = (content / "events" / "a.md").read_text(encoding="utf-8")
    assert "\nformat: kurs\n" in text


def test_a_folder_that_is_not_there(makefile: Path, tmp_path: Path) -> None:
    done = make(makefile, tmp_path / "x", "KIND=page", "TITLE=A")
    assert done.returncode == 2 and "FILE-NO-CONTENT" in done.stdout
    assert not (tmp_path / "x").exists()


class Window:
    """The program at a terminal of its own."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.seen = ""
        inside, self.outside = pty.openpty()[::-1]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "plugins.intake.new"],
            env=dict(given),
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
        )
        os.close(inside)

    def until_asked(self) -> None:
        """Read until the next question is there."""
        deadline, before = time.monotonic() + MOST, len(self.seen)
        while not ("\n" in self.seen[before:] and self.seen.endswith("> ")):
            assert time.monotonic() < deadline, self.seen
            if select.select([self.outside], [], [], 0.1)[0]:
                self.seen += self._read()

    def type(self, text: bytes) -> None:
        os.write(self.outside, text)

    def stop(self, number: signal.Signals) -> None:
        """Send a signal, once it waits for a key: sent just before, the wait would not notice.

        Where that cannot be seen, it is sent again after a while.
        """
        until(self._waits)
        for _ in range(MOST // AGAIN):
            self.process.send_signal(number)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(AGAIN)
                return
        self.process.kill()

    def _waits(self) -> bool:
        """Whether it sleeps, as far as the system tells (Linux: proc_pid_stat(5), field 3)."""
        status = Path(f"/proc/{self.process.pid}/stat")
        return not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "S"

    def ended(self) -> int:
        """Read all the rest, and the exit code."""
        last_resort = threading.Timer(MOST, self.process.kill)
        last_resort.start()
        while piece := self._read():
            self.seen += piece
        last_resort.cancel()
        os.close(self.outside)
        return self.process.wait()

    def _read(self) -> str:
        try:
            return os.read(self.outside, 65536).decode(errors="replace")
        except OSError:  # Linux says so when nobody writes any more
            return ""


@pytest.mark.terminal
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, "Strg-D"])
def test_whoever_stops_at_a_question_leaves_nothing_behind(
    stop: signal.Signals | str, content: Path
) -> None:
    before = files(content)
    window = Window(environment(content))
    for answer in ("Seite", "Über uns", ""):
        window.until_asked()
        window.type(f"{answer}\n".encode())
    window.until_asked()
    if isinstance(stop, signal.Signals):
        window.stop(stop)
    else:
        window.type(b"\x04")
    assert window.ended() == 130
    assert window.seen.rstrip().endswith("Abgebrochen. Es wurde nichts gespeichert.")
    assert "Traceback" not in window.seen
    assert files(content) == before


@pytest.mark.terminal
def test_from_the_first_question_to_the_file(content: Path) -> None:
    window = Window(environment(content, LANGUAGE="en"))
    for answer in ("page", "Über uns", "main", "", "about", ""):
        window.until_asked()
        window.type(f"{answer}\n".encode())
    assert window.ended() == 0
    text = (content / "pages" / "about.md").read_text(encoding="utf-8")
    assert text == "---\ntitle: Über uns\nmenu: main\n---\n"


@pytest.mark.parametrize(("name", "value"), [("TODAY", "31.12.2026"), ("FORMAT", "\x1b[31m")])
def test_a_wrong_wish_is_answered_in_one_line(name: str, value: str, content: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plugins.intake.new"],
        env=environment(content) | {name: value},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=MOST,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert name in done.stderr and "\x1b" not in done.stderr


def test_little_is_loaded_before_the_first_question() -> None:
    code = "import sys, plugins.intake.new.__main__; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"pelican", "jinja2", "babel", "markdown", "phonenumbers", "anyascii", "rich"}
    assert heavy & {name.partition(".")[0] for name in loaded} == set()
