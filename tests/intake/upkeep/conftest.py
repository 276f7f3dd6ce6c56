"""Runs the commands in the process of the test, with what make would hand to them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.intake.upkeep.__main__ import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """The exit code, what is printed and what is complained about; content is in tmp_path."""

    def run_command(command: str, **given: str) -> tuple[int, str, str]:
        monkeypatch.delenv("LANGUAGE", raising=False)
        monkeypatch.delenv("FORMAT", raising=False)
        defaults = {"CONTENT": str(tmp_path / "content"), "TODAY": "2026-12-01"}
        for name, value in {**defaults, "LANGUAGES": "de,tr", **given}.items():
            monkeypatch.setenv(name, value)
        code = main(command, given, project / "pelican.conf.py")
        return code, *capsys.readouterr()

    return run_command
