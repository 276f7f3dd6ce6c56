"""The register of codes: its files are as a translator leaves them, and nothing in them is idle."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue import codes
from plugins.catalogue.cache import program
from plugins.catalogue.codes import Code, Family, family_in, found_by, registered
from plugins.validation.check import check_folder
from plugins.validation.context import SiteRules
from tests.casebook import CASES, CODES, FAMILIES
from tests.each import each

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "plugins" / "catalogue" / "codes"
FILES = sorted(FOLDER.glob("*.toml"))
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "plugins").rglob("*.py"))
)
BOTH = ["de", "en"]
GERMAN_JARGON = r"YAML|Mapping|Skalar|Sequenz|Zeichenfolge|Parser|Syntax|String|Byte|Token|Key\b"


def test_every_file_is_a_family() -> None:
    assert {file.stem.replace("-", "/") for file in FILES} == {one.name for one in FAMILIES}
    for family in FAMILIES:
        prefixes = {code.partition("-")[0] for code in family.codes}
        assert prefixes == {*family.name.split("/")}
        assert family.command in ("check", "publish", "sheet-in")
        assert list(family.title) == BOTH
        assert all(text.endswith(".") for text in family.title.values())


WRITTEN = """\
[family]
command = "check"
title.de = '''Dinge.'''
title.en = '''Things.'''
[NEW-ONE]
severity = "error"
since = "0.1.0"
message.de = '''Das ist
falsch.'''
message.en = '''
  That
  is wrong.
'''
cause.as = "NEW-TWO"
remedy.as = "NEW-TWO"
[NEW-TWO]
severity = "notice"
since = "0.2.0"
message.as = "NEW-ONE"
cause = {de = "Weil.", en = "Because."}
remedy = {de = '''So.''', en = '''This '  way'.'''}
"""
FIELDS = "severity, since, message, cause, remedy?"


def test_what_stands_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "NEW-OTHER.toml"
    file.write_text(WRITTEN, encoding="utf-8")
    wrong = {"de": "Das ist falsch.", "en": "That is wrong."}
    why, so = {"de": "Weil.", "en": "Because."}, {"de": "So.", "en": "This '  way'."}
    assert family_in(file) == Family(
        "NEW/OTHER",
        {"de": "Dinge.", "en": "Things."},
        "check",
        {
            "NEW-ONE": Code("error", "0.1.0", wrong, why, so),
            "NEW-TWO": Code("notice", "0.2.0", wrong, why, so),
        },
    )


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ('remedy.as = "NEW-TWO"', "", f"NEW-ONE: {FIELDS}"),
        ("remedy.as", "remdey.as", f"NEW-ONE: {FIELDS}"),
        ("cause =", "x = 1\ncause =", f"NEW-TWO: {FIELDS}"),
        ('cause.as = "NEW-TWO"', "cause = 'Ohne Sprache.'", "NEW-ONE: de, en?"),
        ("message.en", "message.nl", "NEW-ONE: de, en?"),
        ('cause.as = "NEW-TWO"', 'cause.as = "NEW-OLD"', "NEW-ONE: de, en?"),
        (', en = "Because."', "", "NEW-ONE: de, en?"),
        ("title.en", "titel.en", "family: de, en?"),
        ("message.en", "message.de", "(at line 13"),
        ("[NEW-TWO]", "[NEW-ONE]", "(at line 16"),
        ("message.en =", "message.en", "(at line 10"),
    ],
)
def test_what_is_written_wrong_is_named(
    right: str, wrong: str, expected: str, tmp_path: Path
) -> None:
    file = tmp_path / "NEW.toml"
    file.write_text(WRITTEN.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ValueError) as error:
        family_in(file)
    assert str(error.value).startswith("NEW.toml: ")
    assert expected in str(error.value)


@each("code", CODES)
def test_a_code_has_its_texts_in_both_languages(code: str) -> None:
    known = registered(code)
    assert re.fullmatch(r"[A-Z]+(-[A-Z0-9]+)+", code)
    assert known.severity in ("error", "warning", "notice")
    for texts in known[2:]:
        for text in texts.values():
            assert text.strip() == text and len(text) > 10 and "\n" not in text
            assert text.endswith((".", "…", "{value}", "{hint}"))
    assert "{" not in known.cause["de"] + known.cause["en"]
    for language in ("de", "en"):
        assert len({t[language] for t in (known.message, known.cause, known.remedy)}) == 3


@each("code", CODES)
def test_both_languages_have_the_same_places(code: str) -> None:
    """All of them are words that a finding can fill, as {value}; {kind_de} is {kind_en} there."""
    for texts in (registered(code).message, registered(code).remedy):
        german, english = (_places(texts[tongue], tongue) for tongue in ("de", "en"))
        assert german == english


def _places(text: str, language: str) -> set[str]:
    assert re.findall(r"[{}]", re.sub(r"{[a-z_]+}", "", text)) == []
    return {name.removesuffix(f"_{language}") for name in re.findall(r"{(\w+)}", text)}


@each("code", CODES)
def test_german_texts_are_in_plain_german(code: str) -> None:
    for texts in (registered(code).message, registered(code).cause, registered(code).remedy):
        assert re.findall(GERMAN_JARGON, texts["de"]) == []
        assert re.findall(r"\w!", texts["de"]) == []


def test_the_program_finds_every_code_and_no_other() -> None:
    said = set(re.findall(r'"([A-Z]+(?:-[A-Z0-9]+)+)"', SOURCES))
    prefixes = {prefix for family in FAMILIES for prefix in family.name.split("/")}
    assert {code for code in said if code.partition("-")[0] in prefixes} == set(CODES)


def test_a_code_is_found_by_one_command() -> None:
    found = [code for command in ("check", "publish", "sheet-in") for code in found_by(command)]
    assert found == list(CODES)


@pytest.mark.parametrize("code", ["FLD-ERFUNDEN", "ERFUNDEN-FLD", "FLD", ""])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(KeyError):
        registered(code)


@pytest.fixture
def unread() -> Iterator[None]:
    """As when a program begins."""
    codes._read.cache_clear()
    yield
    codes._read.cache_clear()


@pytest.mark.parametrize(
    ("folder", "number"), [("good", 0), ("content", 1)], ids=["without findings", "with one"]
)
@pytest.mark.usefixtures("unread")
def test_a_family_is_read_when_it_is_asked_for(folder: str, number: int, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CASES / "FLD-YES-NO" / "content", content)
    shutil.copytree(CASES / "FLD-YES-NO" / folder, content, dirs_exist_ok=True)
    site = SiteRules(vocabulary=CASES / "vocabulary")
    checked = check_folder(content, date(2026, 12, 1), site)
    assert [one.code for one in checked.diagnostics if one.is_error] == ["FLD-YES-NO"] * number
    assert codes._read.cache_info().currsize == number


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_with_another_text_it_is_another_program(file: Path, tmp_path: Path) -> None:
    """So nothing is taken from a store that was found, or built, with the text of before."""
    folder = Path(shutil.copytree(FOLDER, tmp_path / "codes"))
    before = program(folder)
    text = (folder / file.name).read_text(encoding="utf-8")
    (folder / file.name).write_text(text.replace("severity = ", "severity =  "), encoding="utf-8")
    assert program(folder) != before
