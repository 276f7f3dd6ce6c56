"""The recipes of docs/changing.md, read and followed: what the document shows is what is done.

A step is a line that ends in a colon and names a file, and the block below it:

    `file`, new:                     the block is the file
    `file`, at the end:              ... is put there
    `file`, before `some text`:      ... is put above the line in which this stands, and only once
    `file`, after `some text`:       ... is put below that line
    `file`, instead of `some text`:  ... takes the place of the text itself

A block of `sh` has commands. Between them a translator would do their work: here each new message
is said in other languages as in German.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from plugins.wording.messages import forms_of
from tests.checkout import ROOT, TODAY, VOCABULARY, settings_text
from tests.waiting import MOST

DOCUMENT = ROOT / "docs" / "changing.md"

_STEP = re.compile(
    r"^`(?P<file>[^`\n]+)`, (?P<how>new|at the end|before|after|instead of)"
    r"(?: `(?P<at>[^`\n]+)`)?:\n\n```\w+\n(?P<text>.*?)^```$|^```sh\n(?P<commands>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
NOT_COPIED = frozenset(
    ".git .venv .cache __pycache__ .hypothesis content output releases eingang trees"
    " pelican.conf.py".split()
)
"""What no checkout brings along, what is a city's own, and goldens that no recipe touches."""


@dataclass(frozen=True)
class Edit:
    """A change of one file; `at` is where in it."""

    file: str
    how: str
    at: str
    text: str

    def wrong(self, before: str | None) -> str:
        """What is wrong with the place, in what is in the file; empty if nothing is."""
        count = (before or "").count(self.at)
        if (before is None) != (self.how == "new") or (self.at and count != 1):
            return f"{self.file}: {self.how} {self.at!r}: {count} times"
        return ""

    def make(self, city: Path) -> None:
        """Change the file. Raises `ValueError` where the place is not to be found, or not once."""
        path = city / self.file
        before = path.read_text(encoding="utf-8") if path.exists() else None
        if wrong := self.wrong(before):
            raise ValueError(wrong)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self._in(before or ""), encoding="utf-8")

    def _in(self, before: str) -> str:
        if self.how == "instead of":
            return before.replace(self.at, self.text.rstrip("\n"))
        place = before.index(self.at) if self.at else len(before)
        if self.how == "before":
            place = before.rfind("\n", 0, place) + 1
        elif self.how == "after":
            place = before.index("\n", place) + 1
        return before[:place] + self.text + before[place:]


@dataclass(frozen=True)
class Command:
    """A line for the shell."""

    line: str

    def make(self, city: Path) -> None:
        """Run it where all that make would set up is there. Raises `ValueError` where it fails."""
        environment = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
        done = subprocess.run(
            ["sh", "-ec", f"{_MAKE}\n{self.line}"],
            cwd=city,
            env={**environment, "TODAY": TODAY, "LANGUAGES": "de"},
            capture_output=True,
            text=True,
            check=False,
            timeout=MOST * 5,  # whole sets of tests, on a busy machine
        )
        if self.line == "make translations" and "] Error 1\n" in done.stderr:
            translate(city / "theme" / "translations")
        elif done.returncode:
            raise ValueError(f"{self.line}:\n{done.stdout}{done.stderr}")


BIN = Path(sys.executable).parent
_MAKE = (
    "make() { command make -o .venv/ready -o .venv/ready-test -o tools WORKERS=0 "
    f'BIN="{BIN}" "$@"; }}'
)
Step = Edit | Command


def recipes() -> dict[str, tuple[Step, ...]]:
    """The steps of each recipe, by the heading above them."""
    parts = re.split(r"^## (.+)\n", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    read = {name: tuple(_steps(text)) for name, text in zip(parts[1::2], parts[2::2], strict=True)}
    return {name: steps for name, steps in read.items() if steps}


def _steps(text: str) -> Iterator[Step]:
    for found in _STEP.finditer(text):
        if found["commands"]:
            yield from map(Command, found["commands"].splitlines())
        else:
            yield Edit(found["file"], found["how"], found["at"] or "", found["text"])


def city_of(folder: Path) -> None:
    """A checkout in which recipes can be followed: that of the tests' city, with all its tests."""
    own = {str(ROOT), str(ROOT / "tests" / "browser")}

    def ignore(above: str, names: list[str]) -> set[str]:
        left_out = NOT_COPIED if above in own else {"__pycache__"}
        return {name for name in names if name in left_out}

    shutil.copytree(ROOT, folder, ignore=ignore, dirs_exist_ok=True, symlinks=True)
    shutil.copytree(VOCABULARY, folder / "content" / "vocabulary")
    (folder / "pelican.conf.py").write_text(settings_text(), encoding="utf-8")


def follow(steps: Sequence[Step], city: Path) -> None:
    """Make these steps, in their order. The code is to be written as all code is."""
    for step in steps:
        step.make(city)
    files = {step.file for step in steps if isinstance(step, Edit) and step.file.endswith(".py")}
    for check in ("check", "format --check"):
        Command(f"'{BIN}/ruff' {check} --quiet --force-exclude {' '.join(sorted(files))}").make(
            city
        )


def translate(folder: Path) -> None:
    """Say every message that a language does not say yet: as German does."""
    for file in folder.glob("*/LC_MESSAGES/messages.po"):
        with file.open("rb") as stream:
            book = read_po(stream, locale=file.parts[-3].partition("-")[0])
        for message in book:
            if message.id and not any(forms_of(message)):
                several = isinstance(message.id, tuple)
                message.string = (message.id[-1],) * book.num_plurals if several else message.id
        with file.open("wb") as stream:
            write_po(stream, book, width=0)
