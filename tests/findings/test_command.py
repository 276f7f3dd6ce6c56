"""How a command ends, whatever its work comes to."""

from pathlib import Path

import pytest

from plugins.catalogue.diagnostics import Place, diagnostic
from plugins.catalogue.settings import Settings, SettingsError
from plugins.findings import command

LOST = diagnostic("content", Place(1, 1), "FILE-NO-CONTENT", {"path": "content"})
HELP = LOST.message(), LOST.remedy()
ENDS: list[tuple[BaseException, int, str, str]] = [
    (SettingsError("TODAY?"), 2, "", "make it: pelican.conf.py: TODAY?\n"),
    (LookupError("no such thing"), 2, "", "make it: no such thing\n"),
    (KeyError("a"), 2, "", "make it: 'a'\n"),
    (ValueError("broken"), 2, "", "make it: ValueError: broken\n"),
    (command.CannotProceed(LOST), 1, f"{HELP[0]} Hilfe: {HELP[1]}\n", ""),
    (KeyboardInterrupt(), 130, "", "\n"),
    (EOFError(), 130, "", "\n"),
]


@pytest.mark.parametrize("error, code, out, err", ENDS)
def test_what_is_said_of_what_went_wrong(
    project: Path,
    error: BaseException,
    code: int,
    out: str,
    err: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def work(settings: Settings) -> int:
        raise error

    assert command.run("make it", work, project / "pelican.conf.py", LookupError) == code
    assert tuple(capsys.readouterr()) == (out, err)


def test_the_exit_code_is_that_of_the_work(project: Path) -> None:
    assert command.run("make it", lambda settings: 1, project / "pelican.conf.py") == 1


def test_settings_that_are_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "city.conf.py"
    assert command.run("make it", lambda settings: 0, missing) == 2
    assert capsys.readouterr().err.startswith("make it: city.conf.py: ")
