"""The steps for git: true paths, and texts that are found however they were written."""

import os
import re

import pytest

from plugins.catalogue.settings import Settings
from plugins.intake.forget.history import address_of, forge_of, replacements, steps
from plugins.intake.forget.wanted import Wanted
from plugins.intake.git import WorkTree
from tests.intake.forget.conftest import forget, git

PERSON = Wanted(
    names=("Mona B. Beispiel",), emails=("mona@chor.example",), phones=("tel:+49-30-23125171",)
)


@pytest.mark.parametrize(
    "text",
    [
        "Mona B. Beispiel",
        "MONA  B.\nBeispiel",
        "Mona@Chor.Example",
        "030 23125171",
        "(030) 23125-171",
        "030/23125 171",
        "+49 30 23125171",
        "0049 (0) 30 / 231 25 171",
        "+49-30-23125171",
    ],
)
def test_each_way_to_write_it_is_replaced(text: str) -> None:
    done = text
    for line in replacements(PERSON):
        expression, _, instead = line.removeprefix("regex:").partition("==>")
        done = re.sub(expression, instead, done)
    assert done in ("entfernt", "entfernt@entfernt.invalid")


@pytest.mark.parametrize("text", ["Mona BX Beispiel", "mona@chorxexample", "030 23125 172"])
def test_nothing_else_is(text: str) -> None:
    for line in replacements(PERSON):
        assert not re.search(line.removeprefix("regex:").partition("==>")[0], text)


@pytest.mark.parametrize(
    ("address", "forge"),
    [
        ("https://github.com/stadt/verzeichnis", "github"),
        ("git@github.com:stadt/verzeichnis.git", "github"),
        ("https://gitlab.stadt.example/x/y", "gitlab"),
        ("https://codeberg.org/x/y", "forgejo"),
        ("https://forgejo.stadt.example/x/gitlab", "forgejo"),
        ("https://git.example/x/github", "any"),
        ("", "any"),
    ],
)
def test_which_forge_it_is(address: str, forge: str) -> None:
    assert forge_of(address) == forge


def test_the_steps_of_a_person() -> None:
    shown = list(steps(PERSON, (), "https://github.com/stadt/verzeichnis", "de"))
    commands = [line.strip() for line in shown if line.strip().startswith(("git ", "cd "))]
    assert commands == [
        "git push",
        "git clone --no-local --mirror https://github.com/stadt/verzeichnis bereinigt.git",
        "cd bereinigt.git",
        "git filter-repo --replace-text ../ersetzen.txt --replace-message ../ersetzen.txt",
        "git push --force --mirror https://github.com/stadt/verzeichnis",
    ]
    numbers = [line.partition(".")[0] for line in shown if line[:1].isdigit()]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7"]
    assert [line for line in shown if "GitHub behält" in line] != []


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("", "https://set.example"),
        ("https://me:secret@git.example/a/b", "https://git.example/a/b"),
        ("git@git.example:a/b.git", "git@git.example:a/b.git"),
    ],
)
def test_where_it_is_said_without_a_password(
    remote: str, expected: str, repository: Settings
) -> None:
    if remote:
        git(repository, "remote", "add", "origin", remote)
    found = address_of(
        "https://set.example", WorkTree(repository.content, {"PATH": os.environ["PATH"]})
    )
    assert found == expected


def test_the_paths_are_those_of_the_history(
    repository: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also those under which it was before, and of pictures that were deleted long ago."""
    git(repository, "mv", "board/klavier.md", "board/fluegel.md")
    git(repository, "commit", "--quiet", "--message=anders")
    (repository.content / "associations" / "flusschor.md").write_text("x")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=alt")
    git(repository, "rm", "--quiet", "associations/flusschor.md")
    git(repository, "commit", "--quiet", "--message=weg")
    assert forget(repository, "associations/chor-am-fluss", YES="1") == 0
    lines = capsys.readouterr().out.splitlines()
    named = [line.split()[1] for line in lines if line.strip().startswith("--path ")]
    assert named == [
        "associations/chor-am-fluss.en.md",
        "associations/chor-am-fluss.md",
        "associations/flusschor.md",
        "board/fluegel.md",
        "events/gestern.md",
        "events/konzert.md",
        "images/chor.png",
        "images/probe.png",
    ]
