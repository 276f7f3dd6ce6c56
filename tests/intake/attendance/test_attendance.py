"""`make attendance` writes who came into the event's file, and nothing else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.intake.attendance.__main__ import main

PARTY = """---
# Kommt jedes Jahr wieder
title: Sommerfest   # im Hof
start: 2026-11-21T14:00
end: '2026-11-21T18:00'
organisers: [chor]

topics: [musik]
---
Mit Kuchen.
"""
SERIES = """---
title: Probe
start: 2026-11-10T19:00
repeat: {every: week, cancelled: {2026-11-24: krank}}
organisers: [chor]
attendance: {dates: {2026-11-10: 20}} # gezählt von Mia
---
Wir singen.
"""
CHOIR = "---\nname: {name}\ntopics: [musik]\nlisted: 2020-01-01\n---\n"
FILES = {
    "associations/chor.md": CHOIR.format(name="Chor der Nationen e. V."),
    "associations/tanz.md": CHOIR.format(name="Tanz und Trommel"),
    "events/fest.md": PARTY,
    "events/probe.md": SERIES,
    "events/bald.md": PARTY.replace("2026-11-21", "2026-12-21"),
}


class Answers:
    """A terminal at which the answers are known."""

    def __init__(self, *answers: str) -> None:
        self._answers: Iterator[str] = iter(answers)
        self.shown: list[str] = []

    def say(self, text: str = "") -> None:
        self.shown += text.split("\n")

    def ask(self, prompt: str) -> str:
        try:
            return next(self._answers)
        except StopIteration:
            raise EOFError from None


Run = Callable[..., int]


@pytest.fixture
def content(write: Callable[[dict[str, str]], Path]) -> Path:
    return write(FILES)


@pytest.fixture
def run(content: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    def run_command(terminal: Answers | None = None, **given: str) -> int:
        monkeypatch.setenv("CONTENT", str(content))
        monkeypatch.setenv("TODAY", "2026-12-01")
        return main(given, project / "pelican.conf.py", terminal)

    return run_command


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ("chor tanz", "attendance:\n  people: 60\n  associations: [chor, tanz]\n"),
        (
            "Tanz und Trommel, Chor der Nationen e. V.",
            "attendance:\n  people: 60\n  associations: [tanz, chor]\n",
        ),
        ("", "attendance:\n  people: 60\n"),
    ],
)
def test_nothing_else_differs(run: Run, content: Path, names: str, written: str) -> None:
    assert run(EVENT="fest", PEOPLE="60", ASSOCIATIONS=names) == 0
    expected = PARTY.replace("topics: [musik]\n", f"topics: [musik]\n{written}")
    assert (content / "events/fest.md").read_text(encoding="utf-8") == expected
    assert (content / "events/probe.md").read_text(encoding="utf-8") == SERIES


def test_a_date_of_a_series(run: Run, content: Path) -> None:
    assert run(EVENT="probe", DATE="2026-11-17", PEOPLE="24") == 0
    expected = SERIES.replace("{2026-11-10: 20}", "{2026-11-10: 20, 2026-11-17: 24}")
    assert (content / "events/probe.md").read_text(encoding="utf-8") == expected


def test_a_number_is_corrected(run: Run, content: Path) -> None:
    assert [run(EVENT="fest", PEOPLE=people) for people in ("60", "65")] == [0, 0]
    expected = PARTY.replace("[musik]\n", "[musik]\nattendance:\n  people: 65\n")
    assert (content / "events/fest.md").read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"EVENT": "fets", "PEOPLE": "6"}, "EVENT: Eine Veranstaltung »fets« gibt es nicht."),
        ({"EVENT": "fest"}, "PEOPLE: »« ist keine Zahl von Menschen, wie 60."),
        ({"EVENT": "fest", "PEOPLE": "-3"}, "PEOPLE: »-3« ist keine Zahl von Menschen, wie 60."),
        (
            {"EVENT": "fest", "PEOPLE": "6", "ASSOCIATIONS": "chor kor"},
            "ASSOCIATIONS: Einen Verein »kor« gibt es nicht.",
        ),
        *(
            (
                {"EVENT": "fest", "PEOPLE": "6", "ASSOCIATIONS": names},
                "ASSOCIATIONS: Einen Verein »Haus der Begegnung« gibt es nicht.",
            )
            for names in (
                "Haus der Begegnung",
                "chor, Haus der Begegnung",
                "Haus der Begegnung; chor",
            )
        ),
        (
            {"EVENT": "probe", "PEOPLE": "6"},
            "DATE: »probe« ist eine Reihe. Welcher Termin? DATE=2026-11-24",
        ),
        (
            {"EVENT": "probe", "PEOPLE": "6", "DATE": "24.11."},
            "DATE: »24.11.« ist kein Tag, wie 2026-11-24.",
        ),
        *(
            (
                {"EVENT": event, "PEOPLE": "6", "DATE": day},
                f"DATE: »{event} {day}«: Da fand nichts statt, oder es ist noch nicht vorbei.",
            )
            for event, day in (
                ("probe", "2026-11-24"),
                ("probe", "2026-11-18"),
                ("probe", "2026-12-01"),
                ("bald", "2026-12-21"),
            )
        ),
    ],
)
def test_what_cannot_be(
    run: Run,
    content: Path,
    capsys: pytest.CaptureFixture[str],
    given: dict[str, str],
    said: str,
) -> None:
    assert run(**given) == 1
    assert capsys.readouterr().err == f"{said}\n"
    now = {name: (content / name).read_text(encoding="utf-8") for name in FILES}
    assert now == FILES


def test_what_is_missing_is_listed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    first, *found, _ = capsys.readouterr().out.splitlines()
    assert first == "Vorbei und noch ohne Besuchszahl:"
    assert found == ["2026-11-21  fest  Sommerfest", "2026-11-17  probe  Probe"]


def test_asked_for_step_by_step(run: Run, content: Path) -> None:
    terminal = Answers("3", "2", "viele", "24", "", "1", "60", "kor", "chor")
    assert run(terminal) == 0
    assert [line for line in terminal.shown if line.startswith("  ")] == [
        *("  1  2026-11-21  fest  Sommerfest", "  2  2026-11-17  probe  Probe") * 2,
        "  1  2026-11-21  fest  Sommerfest",
    ]
    assert "2026-11-17: 24" in (content / "events/probe.md").read_text(encoding="utf-8")
    assert "  people: 60\n" in (content / "events/fest.md").read_text(encoding="utf-8")


def test_what_was_told_stays_when_somebody_stops(run: Run, content: Path) -> None:
    assert run(Answers("2", "24", "")) == 130
    assert "2026-11-17: 24" in (content / "events/probe.md").read_text(encoding="utf-8")
