"""What can be chosen, and which of it somebody means."""

from pathlib import Path

import pytest

from plugins.catalogue.fields.references import Reference
from plugins.catalogue.settings import Settings
from plugins.intake.new.options import SHOWN, Option, find, options_for, similar
from plugins.intake.new.session import by_asking
from tests.intake.new.scripted import Script, existing_in

OPTIONS = (
    Option("chor-am-fluss", "Chor am Fluss", ("Flusschor",)),
    Option("chor-der-nationen", "Chor der Nationen"),
    Option("boxclub", "Boxclub Hafen", ("BCH",)),
    Option("tuerkce", "Türkçe Okulu"),
)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("boxclub", [3]),
        ("Boxclub Hafen", [3]),
        ("bch", [3]),
        ("box", [3]),
        ("hafen", [3]),
        ("lub", [3]),
        ("ub", []),
        ("CHOR", [1, 2]),
        ("chor am", [1]),
        ("Flusschor", [1]),
        ("turkce okulu", [4]),
        ("2", []),
        ("x", []),
        ("", []),
    ],
)
def test_find(typed: str, numbers: list[int]) -> None:
    found = find(typed, OPTIONS) if typed else ()
    assert found == tuple(OPTIONS[number - 1] for number in numbers)


@pytest.mark.parametrize(
    ("typed", "numbers"), [("1", [1]), ("4", [4]), ("0", []), ("5", []), ("-1", []), ("²", [])]
)
def test_by_number(typed: str, numbers: list[int]) -> None:
    assert find(typed, OPTIONS, numbered=True) == tuple(OPTIONS[n - 1] for n in numbers)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("boxklub", [3]), ("Chor der Nation", [2]), ("Flussschor", [1]), ("Ruderclub", []), ("", [])],
)
def test_similar(typed: str, numbers: list[int]) -> None:
    assert similar(typed, OPTIONS) == tuple(OPTIONS[number - 1] for number in numbers)


def test_an_entry_that_cannot_be_read_can_still_be_named(content: Path, settings: Settings) -> None:
    found = options_for(Reference("associations", also=("office",)), existing_in(content, settings))
    assert [option.id for option in found] == [
        "office",
        "boxclub",
        "chor-am-fluss",
        "chor-der-nationen",
        "kaputt",
    ]


def test_a_long_list_is_searched_and_never_printed(content: Path, settings: Settings) -> None:
    text = (content / "associations" / "boxclub.md").read_text(encoding="utf-8")
    for number in range(300):
        named = text.replace("Boxclub Hafen", f"Sportverein {number:03}")
        (content / "associations" / f"sv-{number:03}.md").write_text(named, encoding="utf-8")
    script = Script(["A", "1.1.", "sportverein", "", "sv-299"])
    with pytest.raises(EOFError):
        by_asking({"KIND": "event"}, existing_in(content, settings), script)
    seen = "".join(script.seen)
    assert "(305 sind bekannt: einen Teil des Namens eintippen; mehrere mit Komma trennen)" in seen
    assert seen.count("Sportverein ") == SHOWN + 1 and "und 280 weitere" in seen
    assert "Verstanden: Sportverein 299" in seen
