"""Runs the command in the process of the test, with what make would hand to it."""

from collections.abc import Callable, Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.digest.__main__ import main
from tests.conftest import Write


class Ran(NamedTuple):
    """The exit code, what is printed, what is complained about, and the files by their names."""

    code: int
    said: str
    complained: str
    files: Mapping[str, bytes]

    def mail(self, name: str) -> EmailMessage:
        """A mail as programs read it."""
        message = message_from_bytes(self.files[name], policy=policy.default)
        assert isinstance(message, EmailMessage)
        return message

    def body(self, name: str, kind: str = "plain") -> str:
        """One of the two parts of a mail."""
        part = self.mail(name).get_body((kind,))
        assert part is not None
        return str(part.get_content()).replace("\r\n", "\n")


Run = Callable[..., Ran]


@pytest.fixture
def run(
    project: Path,
    tmp_path: Path,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Runs it for these entries: in German and Turkish, on 1 December 2026, for its week."""

    def run_command(files: Mapping[str, str], **given: str) -> Ran:
        write(files)
        for name in ("LANGUAGE", "FORMAT"):
            monkeypatch.delenv(name, raising=False)
        defaults = {"CONTENT": str(tmp_path / "content"), "TODAY": "2026-12-01"}
        own = {"WEEK": "2026-W49", "OUT": str(tmp_path / "out"), **given}
        for name, value in {**defaults, "LANGUAGES": "de,tr", **given}.items():
            monkeypatch.setenv(name, value)
        code = main(own, project / "pelican.conf.py")
        folder = Path(own["OUT"])
        found = {
            path.relative_to(folder / own["WEEK"]).as_posix(): path.read_bytes()
            for path in sorted((folder / own["WEEK"]).rglob("*"))
            if path.is_file()
        }
        return Ran(code, *capsys.readouterr(), found)

    return run_command
