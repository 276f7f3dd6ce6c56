"""`make forget` as a program: how it ends, and that it says the same in both languages."""

import io
import string
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings, from_file
from plugins.intake.forget import texts as messages
from plugins.intake.forget.__main__ import main
from plugins.intake.new.texts import Bilingual
from tests.checkout import settings_text
from tests.intake.forget.conftest import forget, lay_out, texts

CHOIR = "associations/chor-am-fluss"


@pytest.fixture
def conf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "pelican.conf.py"
    path.write_text(settings_text(), encoding="utf-8")
    for name in ("CONTENT", "ID", "YES", "DRY", "UNDO", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    lay_out(from_file(path), tmp_path)
    return path


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ({}, 1, "Was soll vergessen werden? ID="),
        ({"LANGUAGE": "en"}, 1, "What is to be forgotten? ID="),
        ({"ID": "funding/x"}, 1, "»funding/x« verstehe ich nicht."),
        ({"ID": CHOIR}, 0, "Gesucht wird: associations/chor-am-fluss\n"),
        ({"ID": CHOIR, "YES": "1"}, 0, "Gesucht wird: associations/chor-am-fluss\n"),
        ({"ID": CHOIR, "UNDO": "1"}, 1, f"{CHOIR} steht nicht in content/forgotten.yaml."),
        ({"ID": CHOIR, "CONTENT": "nirgends"}, 1, "nirgends"),
    ],
)
def test_how_it_ends(
    given: Mapping[str, str],
    code: int,
    said: str,
    conf: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert main(conf) == code
    assert said in capsys.readouterr().out
    assert (conf.parent / "content" / f"{CHOIR}.md").exists() == ("YES" not in given)


def test_a_full_disk_changes_nothing(
    conf: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    city = replace(from_file(conf), content=conf.parent / "content")
    before = texts(city)

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setenv("ID", CHOIR)
    monkeypatch.setenv("YES", "1")
    monkeypatch.setattr("os.fsync", full)
    assert main(conf) == 2
    assert texts(city) == before
    assert "No space left on device" in capsys.readouterr().err


def said() -> Iterator[Bilingual]:
    for value in vars(messages).values():
        for one in value.values() if isinstance(value, dict) else (value,):
            if isinstance(one, Bilingual):
                yield one


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    assert [one for one in said() if places(one.de) != places(one.en)] == []


def test_an_address_beside_the_name_leads_further(city: Settings) -> None:
    """Whoever is Mona here and M. Beispiel there is one person by her address."""
    path = city.content / "associations" / "band.md"
    path.write_text(path.read_text().replace("{name: Mona Beispiel,", "{email: mona@chor.example,"))
    assert forget(city, "030 23125-171", YES="1") == 0
    found = texts(city)
    assert "mona@chor.example" not in "".join(found.values())
    assert "Gitarre" not in found["associations/band.md"]
