"""A crash in one line."""

from pathlib import Path

import pytest

from plugins.building import failure
from plugins.catalogue.settings import SettingsError
from plugins.wording.language import Language

ROOT = Path(__file__).resolve().parents[2]


def caught(call: object) -> Exception:
    with pytest.raises(Exception) as raised:
        call()  # type: ignore[operator]
    assert isinstance(raised.value, Exception)
    return raised.value


def test_of_ours_the_last_line_is_named() -> None:
    error = caught(lambda: Language("de").weekday_name("mittwochs"))
    text, _, place = failure.described(error).partition(" (")
    assert text == "ValueError: tuple.index(x): x not in tuple"
    assert place.startswith("plugins/wording/language.py:")


def test_without_a_line_of_ours_none_is_named() -> None:
    assert failure.described(ValueError("one\ntwo")) == "ValueError: one"
    assert failure.described(ValueError()) == "ValueError: "


def test_code_that_cannot_be_read_names_its_own_line() -> None:
    error = caught(lambda: compile("\n\nx = = 1", str(ROOT / "plugins" / "x.py"), "exec"))
    assert failure.described(error) == "SyntaxError: invalid syntax (plugins/x.py:3)"


def test_of_settings() -> None:
    assert failure.of_settings(SettingsError("CITY?")) == "pelican.conf.py: CITY?"
    assert failure.of_settings(NameError("x")) == "pelican.conf.py: NameError: x"
