"""What make adds to what the programs say: nothing, when they found errors in the content."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The Makefile, with a Python that says with what it was called, and ends with STATUS."""
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    (tmp_path / "requirements.txt").touch()
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    (tmp_path / ".venv" / "here").symlink_to(tmp_path)
    (tmp_path / ".venv" / "ready").touch()
    (programs / "python").write_text('#!/bin/sh\necho "$@"\nexit ${STATUS:-0}\n')
    (programs / "python").chmod(0o755)
    return tmp_path


def make(folder: Path, *given: str) -> tuple[int, str, str]:
    command = ["make", "-f", "Makefile", *given]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", ["site", "check", "publish", "fix", "rollback"])
def test_errors_in_the_content_are_said_once(folder: Path, command: str) -> None:
    status, printed, noise = make(folder, command, "STATUS=1")
    assert (status, noise, printed.count("\n")) == (1, "", 1)


def test_that_the_tool_failed_is_said(folder: Path) -> None:
    status, _, noise = make(folder, "check", "STATUS=2")
    assert (status, noise.count("\n")) == (2, 1)


def test_one_after_the_other_until_one_fails(folder: Path) -> None:
    assert make(folder, "check", "site") == (0, "-m plugins.validation\n-m plugins.building\n", "")
    assert make(folder, "check", "site", "STATUS=1") == (1, "-m plugins.validation\n", "")


@pytest.mark.parametrize("option", ["-n", "-q", "-t", "--dry-run", "--just-print", "-sn"])
def test_nothing_runs_that_is_not_asked_for(folder: Path, option: str) -> None:
    _, printed, _ = make(folder, option, "publish")
    assert [line for line in printed.splitlines() if not line.startswith(": ")] == []


def test_the_environment_is_set_up_anew_when_asked_for(folder: Path) -> None:
    (folder / "tools").mkdir()
    (folder / "tools" / "venv.sh").write_text("echo set up; touch .venv/ready\n")
    (folder / ".venv" / "here").unlink()
    assert make(folder, "check") == (0, "set up\n-m plugins.validation\n", "")


GIVEN = sorted(
    set(re.findall(r"\b([A-Z]{2,})=", (ROOT / "Makefile").read_text().partition("##@")[2]))
)


@pytest.mark.parametrize("name", GIVEN)
def test_what_the_help_names_reaches_the_program_and_nothing_else(folder: Path, name: str) -> None:
    (folder / ".venv" / "bin" / "python").write_text(f'#!/bin/sh\necho "$@ ${name}"\n')
    assert make(folder, "fix", f"{name}=1") == (0, "-m plugins.intake.fix 1\n", "")


def test_the_help_names_what_is_given() -> None:
    assert {"CONTENT", "DRY", "FORMAT", "STRICT", "TODAY"} <= set(GIVEN)


RUFF = [sys.executable, "-m", "ruff"]
AS_A_CITY_WRITES = """\
import os
TITLE = 'Verein'
SITEURL = 'https://beispielburg.example/alle'  # so steht es auf allen Plakaten der Stadt
PLUGINS=["plugins.building"]
"""


@pytest.mark.parametrize(
    ("settings", "status"), [(AS_A_CITY_WRITES + "os\n", 0), (AS_A_CITY_WRITES + "OUT = x\n", 1)]
)
def test_how_a_city_writes_its_settings_is_its_own_business(
    tmp_path: Path, settings: str, status: int
) -> None:
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (tmp_path / "pelican.conf.py").write_text(settings, encoding="utf-8")
    for command, ends in (("format --check", 0), ("check", status)):
        done = subprocess.run(
            [*RUFF, *command.split(), "."], cwd=tmp_path, capture_output=True, check=False
        )
        assert done.returncode == ends, done.stdout.decode()
