"""What the site says in a language: gettext with its plural forms, from .po files."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from plugins.catalogue.cache import CacheFolder
from plugins.wording import messages
from plugins.wording.messages import GERMAN, Messages, Unreadable, messages_file

ROOT = Path(__file__).parents[2]
HEADER = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def of(text: str) -> Messages:
    return messages.parse((HEADER + text).encode())


def test_a_message_and_what_it_falls_back_to() -> None:
    found = of('msgid "Ja"\nmsgstr "Evet"\n\nmsgid "Nein"\nmsgstr ""\n')
    assert [found.text("", word) for word in ("Ja", "Nein", "Vielleicht")] == [
        "Evet",
        "Nein",
        "Vielleicht",
    ]


def test_one_word_in_two_contexts() -> None:
    found = of('msgctxt "Ort"\nmsgid "Bank"\nmsgstr "bench"\n\nmsgid "Bank"\nmsgstr "bank"\n')
    assert (found.text("Ort", "Bank"), found.text("", "Bank")) == ("bench", "bank")
    assert found.text("Geld", "Bank") == "Bank"


def test_what_is_doubtful_or_half_said_is_not_said() -> None:
    found = of(
        '#, fuzzy\nmsgid "Ja"\nmsgstr "Evet"\n\n'
        'msgid "ein Tag"\nmsgid_plural "%(num)s Tage"\nmsgstr[0] "a day"\nmsgstr[1] ""\n'
    )
    assert found.text("", "Ja") == "Ja"
    assert [found.form("ein Tag", "%(num)s Tage", n) for n in (1, 2)] == [
        "ein Tag",
        "%(num)s Tage",
    ]


def test_what_is_put_into_a_message_is_escaped() -> None:
    functions = of('msgid "<b>%(name)s</b>"\nmsgstr "<b>%(name)s!</b> 100 %%"\n').functions()
    assert functions["gettext"]("<b>%(name)s</b>", name="<i>") == "<b>&lt;i&gt;!</b> 100 %"


@pytest.mark.parametrize(
    "message",
    [
        "",
        "100 %% von %(a)s",
        "%(a)s%(b)s, %(a)s",
        "%(a)s%%",
        "%%%(a)s",
        "%%(a)s und %%",
        "%(b)d Tage, %(a)s",
        "%(b)05.1f <b>%(a)r</b>",
    ],
)
@pytest.mark.parametrize("a", ["<&'\">", Markup("<i>"), 1, None, "%(b)s"])
def test_variables_are_put_in_as_python_does(message: str, a: object) -> None:
    variables = {"a": a, "b": 7, "more": "x"}
    said = GERMAN.functions()["gettext"](message, **variables)
    assert said == Markup(message) % variables
    assert type(said) is Markup


@pytest.mark.parametrize("message", ["%(gone)s", "%(gone)d"])
def test_a_variable_that_is_not_given(message: str) -> None:
    with pytest.raises(KeyError, match="gone"):
        GERMAN.functions()["gettext"](message, a=1)


ARABIC = {0: "لا أماكن", 1: "مكان واحد", 2: "مكانان", 3: "3 أماكن", 11: "11 مكانًا", 100: "100 مكان"}


@pytest.mark.parametrize(("number", "expected"), ARABIC.items())
def test_the_six_forms_of_arabic(number: int, expected: str) -> None:
    said = messages.read(ROOT / "theme", "ar").functions()["ngettext"]
    assert said("%(count)s Platz", "%(count)s Plätze", number, count=number) == expected


def test_german_needs_no_file(tmp_path: Path) -> None:
    assert messages.read(tmp_path, "de") is GERMAN
    assert [GERMAN.form("ein", "viele", number) for number in (0, 1, 2)] == [
        "viele",
        "ein",
        "viele",
    ]


def test_what_was_read_is_kept_until_the_file_changes(tmp_path: Path) -> None:
    store = CacheFolder(tmp_path / "kept", b"k" * 32).cache("messages")
    file = messages_file(tmp_path, "tr")
    file.parent.mkdir(parents=True)
    found = []
    for word in ("Evet", "Evet", "Tabii"):
        file.write_text(f'{HEADER}msgid "Ja"\nmsgstr "{word}"\n', encoding="utf-8")
        found.append(messages.read(tmp_path, "tr", store))
    assert [one.text("", "Ja") for one in found] == ["Evet", "Evet", "Tabii"]
    assert found[0] == found[1] and found[1].digest != found[2].digest


BAD = {
    "bytes": b"\xff",
    "text": b'msgid "a"\nmsgstr \nx "b\n',
    "rule": b'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__;\\n"\n',
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_a_file_that_is_no_catalogue(tmp_path: Path, data: bytes) -> None:
    file = messages_file(tmp_path, "tr")
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    with pytest.raises(Unreadable, match=re.escape(str(file))):
        messages.read(tmp_path, "tr")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"messages\.po"):
        messages.read(tmp_path, "tr")
