"""`make watch`: a check, and another after every change."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.validation.watch import follow, main

CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2024-01-10\n"
TOPICS = "musik: {label: {de: Musik}}\n"


@pytest.fixture(autouse=True)
def _in_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for folder, name, text in (("associations", "chor", CHOIR), ("vocabulary", "topics", TOPICS)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_each_change_is_checked(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTENT", str(content))
    monkeypatch.setenv("TODAY", "2026-12-01")
    file = content / "associations" / "chor.yaml"

    def changes() -> Iterator[set[str]]:
        yield set()
        yield set()
        file.write_text(CHOIR + "sumary: x\n")
        yield {"chor.yaml"}
        yield set()
        file.write_text(CHOIR)
        monkeypatch.setenv("LANGUAGE", "en")
        yield {"chor.yaml"}

    said = io.StringIO()
    follow(Path("pelican.conf.py").resolve(), changes(), said)
    assert said.getvalue() == (
        "Prüfe ...\n"
        "1 Eintrag geprüft: 0 Fehler, 0 Warnungen, 0 Hinweise.\n"
        "Bereit.\n"
        "Prüfe ...\n"
        f"{file}:4:1: FLD-UNKNOWN Ein Feld »sumary« gibt es hier nicht.\n"
        "    Hilfe: Meinten Sie »summary«?\n"
        "1 Eintrag geprüft: 1 Fehler, 0 Warnungen, 0 Hinweise.\n"
        "Bereit.\n"
        "Checking ...\n"
        "1 entry checked: 0 errors, 0 warnings, 0 notices.\n"
        "Ready.\n"
    )


@pytest.mark.slow
def test_as_a_program(content: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "CONTENT": str(content), "TODAY": "2026-12-01"}
    command = [sys.executable, "-m", "plugins.validation.watch"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout
        try:
            first = [next(process.stdout) for _ in range(3)]
            (content / "associations" / "neu.yaml").write_text("x")
            second = [next(process.stdout) for _ in range(2)]
        finally:
            process.terminate()
    assert (first[2], second[0]) == ("Bereit.\n", "Prüfe ...\n")
    assert " YML-ROOT " in second[1]


@pytest.mark.parametrize(("name", "value"), [("TODAY", "morgen"), ("CONTENT", "gibt-es-nicht")])
def test_a_wrong_wish(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert main(Path("pelican.conf.py").resolve()) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n"), said.err[:11]) == ("", 1, "make watch:")
