"""What the process that stays does after each change; the clock and the changes are made up."""

import gc
import io
import weakref
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.catalogue.cache import PLUGINS
from plugins.catalogue.settings import Settings, SettingsError
from plugins.serving.__main__ import follow
from plugins.serving.news import Bulletin
from plugins.serving.panel import Panel
from plugins.serving.resident import Resident, is_code

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "sites" / "small" / "content"
CHOIR = "associations/chor.md"
NO_CHANGE: frozenset[Path] = frozenset()
CONTENT = frozenset({Path("content/associations/chor.md")})
CODE = frozenset({Path("plugins/board/__init__.py"), Path("content/associations/chor.md")})


class Bench(NamedTuple):
    """A resident at work: its folders, what it says, and the settings it finds the next time."""

    resident: Resident
    bulletin: Bulletin
    settings: list[Settings | Exception]
    stream: io.StringIO
    restarts: list[bool]

    @property
    def at(self) -> Settings:
        found = self.settings[0]
        assert isinstance(found, Settings)
        return found

    def panel(self) -> Panel | None:
        return self.bulletin.after("").panel

    def version(self) -> str:
        return self.bulletin.after("").version

    def said(self) -> list[str]:
        """What stands in the panel, and forget what was on the terminal."""
        self.stream.seek(0)
        self.stream.truncate()
        shown = self.panel()
        return [item.message for s in shown.sections for item in s.items] if shown else []

    def edit(self, old: str, new: str) -> None:
        file = self.at.content / CHOIR
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def heading(self) -> str:
        html = (self.at.output / "vereine/chor/index.html").read_text(encoding="utf-8")
        return html.partition("<h1")[2].partition(">")[2].partition("</h1>")[0].strip()

    def output(self) -> Mapping[str, bytes]:
        files = sorted(path for path in self.at.output.rglob("*") if path.is_file())
        return {str(file): file.read_bytes() for file in files}


Make = Callable[..., Bench]


@pytest.fixture
def make(tmp_path: Path, settings: Settings) -> Make:
    def bench(*, has_good: bool = False, **different: object) -> Bench:
        content = tmp_path / "content"
        for file in (path for path in SMALL.rglob("*") if path.is_file()):
            (content / file.relative_to(SMALL)).parent.mkdir(parents=True, exist_ok=True)
            (content / file.relative_to(SMALL)).write_bytes(file.read_bytes())
        own = replace(
            settings,
            content=content,
            shown="content",
            output=tmp_path / "output",
            cache=tmp_path / "cache",
            state=tmp_path / "state",
            today=date(2026, 11, 22),
            **different,  # type: ignore[arg-type]
        )
        found: list[Settings | Exception] = [own]

        def read() -> Settings:
            if isinstance(found[0], Exception):
                raise found[0]
            return found[0]

        restarts: list[bool] = []

        def restart(is_good: bool) -> str:
            restarts.append(is_good)
            return "SyntaxError: invalid syntax (plugins/board/__init__.py:7)"

        bulletin, stream = Bulletin("t"), io.StringIO()
        resident = Resident(read, bulletin, restart, stream, has_good=has_good)
        return Bench(resident, bulletin, found, stream, restarts)

    return bench


def test_it_builds_first_then_only_when_something_changed(make: Make) -> None:
    bench = make()
    assert bench.resident.react(NO_CHANGE)
    assert (bench.version(), bench.panel()) == ("t-1", None)
    assert not bench.resident.react(NO_CHANGE)
    assert bench.version() == "t-1"
    bench.edit("name: Chor <am>", "name: Chor im")
    assert bench.resident.react(CONTENT)
    assert (bench.version(), bench.panel()) == ("t-2", None)
    assert bench.heading() == "<bdi>Chor im &amp; Fluss</bdi>"


def test_a_new_day_is_a_change(make: Make) -> None:
    bench = make()
    bench.resident.react(NO_CHANGE)
    bench.settings[0] = replace(bench.at, today=date(2026, 11, 23))
    assert bench.resident.react(NO_CHANGE)
    assert not bench.resident.react(NO_CHANGE)


def test_with_errors_the_last_good_site_stays_to_the_byte(make: Make) -> None:
    bench = make()
    bench.resident.react(NO_CHANGE)
    before = bench.output()
    bench.edit("name: Chor <am>", "naem: Chor im")
    bench.edit("founded: 1998-05", "founded: gestern")
    bench.resident.react(CONTENT)
    assert bench.output() == before
    panel = bench.panel()
    assert panel is not None and panel.title == "2 Fehler"
    places = [item.place.split(":")[:2] for section in panel.sections for item in section.items]
    assert places == [[f"content/{CHOIR}", line] for line in ("2", "10")]
    assert "Die Site bleibt, wie sie ist" in bench.stream.getvalue()
    bench.edit("naem: Chor im", "name: Chor <am>")
    bench.edit("founded: gestern", "founded: 1998-05")
    bench.resident.react(CONTENT)
    assert (bench.output(), bench.panel()) == (before, None)


def test_errors_at_the_first_start_leave_out_what_is_broken(make: Make) -> None:
    bench = make()
    bench.edit("name: Chor <am>", "naem: Chor im")
    bench.resident.react(NO_CHANGE)
    panel = bench.panel()
    assert panel is not None
    assert panel.sections[0].note.startswith("Was hier genannt ist, zeigt die Site nicht,")
    assert (bench.at.output / "index.html").is_file()
    assert bench.heading() == "Dieser Eintrag wird gerade berichtigt"
    bench.edit("naem: Chor im", "name: Chor im")
    bench.resident.react(CONTENT)
    assert (bench.heading(), bench.panel()) == ("<bdi>Chor im &amp; Fluss</bdi>", None)


def test_warnings_block_nothing(make: Make) -> None:
    bench = make()
    bench.resident.react(NO_CHANGE)
    bench.edit("name: Chor <am>", "name: Chor im")
    bench.edit("founded: 1998-05", "founded: 2030-05")
    bench.resident.react(CONTENT)
    assert "Warnung" in bench.stream.getvalue()
    assert (bench.heading(), bench.panel()) == ("<bdi>Chor im &amp; Fluss</bdi>", None)


def test_a_content_folder_that_is_gone_spoils_nothing(make: Make) -> None:
    bench = make()
    bench.resident.react(NO_CHANGE)
    before = bench.output()
    away = bench.at.content.rename(bench.at.content.with_name("away"))
    bench.resident.react(CONTENT)
    assert bench.output() == before
    assert len(bench.said()) == 1
    away.rename(bench.at.content)
    bench.resident.react(CONTENT)
    assert (bench.output(), bench.panel()) == (before, None)


def test_code_that_cannot_run_is_said_and_the_old_goes_on(make: Make) -> None:
    bench = make()
    bench.resident.react(NO_CHANGE)
    bench.edit("name: Chor <am>", "name: Chor im")
    bench.resident.react(CODE)
    assert bench.restarts == [True]
    assert bench.heading() == "<bdi>Chor im &amp; Fluss</bdi>"
    assert bench.said() == ["SyntaxError: invalid syntax (plugins/board/__init__.py:7)"]
    bench.resident.react(CONTENT)
    assert bench.said() == ["SyntaxError: invalid syntax (plugins/board/__init__.py:7)"]


def test_whoever_comes_after_is_told_that_there_is_no_good_site_yet(make: Make) -> None:
    bench = make()
    bench.edit("name: Chor <am>", "naem: Chor im")
    bench.resident.react(NO_CHANGE)
    bench.resident.react(CODE)
    assert bench.restarts == [False]


def test_whoever_comes_after_a_good_site_keeps_it(make: Make) -> None:
    make().resident.react(NO_CHANGE)
    bench = make(has_good=True)
    before = bench.output()
    bench.edit("name: Chor <am>", "naem: Chor im")
    bench.resident.react(NO_CHANGE)
    assert bench.output() == before
    assert bench.panel() is not None


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (SettingsError("TIMEZONE: x?"), "pelican.conf.py: TIMEZONE: x?"),
        (NameError("name 'x'"), "pelican.conf.py: NameError: name 'x'"),
    ],
)
def test_settings_that_are_wrong_meanwhile(make: Make, problem: Exception, said: str) -> None:
    bench = make()
    bench.resident.react(NO_CHANGE)
    before, right = bench.output(), bench.at
    bench.settings[0] = problem
    bench.resident.react(CONTENT)
    assert [text.partition(" (plugins/")[0] for text in bench.said()] == [said]
    assert not bench.resident.react(NO_CHANGE)
    bench.settings[0] = right
    bench.resident.react(CONTENT)
    assert (bench.output(), bench.panel()) == (before, None)


def test_a_fault_in_a_template_is_said_with_its_place(make: Make, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    for file in (path for path in (ROOT / "theme").rglob("*") if path.is_file()):
        (theme / file.relative_to(ROOT / "theme")).parent.mkdir(parents=True, exist_ok=True)
        (theme / file.relative_to(ROOT / "theme")).write_bytes(file.read_bytes())
    bench = make(theme=theme)
    bench.resident.react(NO_CHANGE)
    before = bench.output()
    template = theme / "templates" / "association.html"
    right = template.read_text(encoding="utf-8")
    template.write_text(right.replace("{% block main %}", "{% block main %}{{ nichts }}"))
    line = right[: right.index("{% block main %}")].count("\n") + 1
    bench.resident.react(frozenset({template}))
    assert bench.output() == before
    assert bench.said() == [
        f"UndefinedError: 'nichts' is undefined (templates/association.html:{line})"
    ]
    template.write_text(right.replace("{% block main %}", "{% blok main %}"))
    bench.resident.react(frozenset({template}))
    assert len(bench.said()) == 1 and bench.output() == before
    template.write_text(right)
    bench.resident.react(frozenset({template}))
    assert (bench.output(), bench.panel()) == (before, None)


def test_a_folder_with_files_of_others_is_left_alone(make: Make) -> None:
    bench = make()
    bench.at.output.mkdir()
    (bench.at.output / "brief.txt").write_text("privat")
    bench.resident.react(NO_CHANGE)
    assert [path.name for path in bench.at.output.iterdir()] == ["brief.txt"]
    (said,) = bench.said()
    assert said.startswith("In ") and said.endswith("Einen leeren Ordner nennen.")


def test_in_english(make: Make) -> None:
    bench = make(language="en", has_good=True)
    bench.edit("name: Chor <am>", "naem: Chor im")
    bench.resident.react(NO_CHANGE)
    panel = bench.panel()
    assert panel is not None
    assert (panel.language, panel.title, panel.close) == ("en", "1 error", "Close")
    assert "Errors in the entries: the site stays as it is" in bench.stream.getvalue()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("plugins/board/__init__.py", True),
        ("pelican.conf.py", True),
        ("content/board/saal.yaml", False),
        ("theme/templates/base.html", False),
        ("plugins/serving/static/panel.css", False),
        ("plugins", False),
        (f"{PLUGINS}/catalogue/codes/FLD.toml", True),
        (f"{PLUGINS}/serving/static/panel.css", False),
    ],
)
def test_what_is_code(path: str, expected: bool) -> None:
    assert is_code(Path(path)) == expected


class Leaving:
    """In place of a resident: each build leaves something that only the collector finds."""

    def __init__(self) -> None:
        self.most, self._left = 0, weakref.WeakSet["Leaving"]()

    def react(self, changed: frozenset[Path]) -> bool:
        if changed:
            left = Leaving()
            left.itself = left  # type: ignore[attr-defined]
            self._left.add(left)
        self.most = max(self.most, len(self._left))
        return bool(changed)

    def left(self) -> int:
        return len(self._left)


def test_memory_is_bounded_however_quickly_somebody_edits() -> None:
    leaving = Leaving()
    gc.disable()
    try:
        follow(leaving, [CONTENT] * 5)  # type: ignore[arg-type]
        assert (leaving.most, leaving.left()) == (1, 0)
    finally:
        gc.enable()
