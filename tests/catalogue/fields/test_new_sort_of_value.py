"""Whoever adds a sort of value writes its class: editors, tables, files, make new ask the class."""

import re
from typing import Annotated, Any

from jsonschema import Draft202012Validator

from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.fields.base import Column, Record, Text
from plugins.catalogue.fields.containers import ListOf
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.records import RecordField, read_record
from plugins.catalogue.frozen import record
from plugins.catalogue.lists import NO_LISTS, Lists
from plugins.catalogue.nodes import Mapping, Scalar
from plugins.intake.scalars import needs_quotes
from plugins.intake.tree import meant
from plugins.validation.json_schema.definitions import Definitions, closed
from plugins.validation.json_schema.known_values import KnownValues
from plugins.validation.json_schema.nested import field_schema


class Colour(Text):
    """A colour by its six digits: ff0000. Digits alone are no number."""

    name = ("Farbe", "colour")
    numeric = False

    def parse(self, scalar: Scalar, context: Context) -> Any:  # noqa: ANN401
        return scalar.text if re.fullmatch("[0-9a-f]{6}", scalar.text) else INVALID

    def pattern(self, region: str) -> str:
        return "[0-9a-f]{6}"

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        return "ff0000" if text == "rot" else text

    def called(self, text: str, lists: Lists) -> str:
        return "rot" if text == "ff0000" else text


@record(frozen=True, kw_only=True)
class Flag(Record):
    """A flag and its colours."""

    colours: Annotated[tuple[str, ...], ListOf(Colour(), most=3)]


FIELD = RecordField(Flag)


def test_a_file_is_read() -> None:
    node = Mapping(((Scalar("colours", Place(1, 1)), Scalar("ff0000", Place(1, 1))),), Place(1, 1))
    assert read_record(Flag, node, Context(Problems(""), {})) == Flag(colours=("ff0000",))


def test_a_file_is_written() -> None:
    assert [needs_quotes(text, Colour()) for text in ("ff0000", "100000")] == [False, True]
    assert [needs_quotes(text) for text in ("ff0000", "100000")] == [False, False]


def test_it_is_written_as_data() -> None:
    assert FIELD.written(Flag(colours=("ff0000", "100000"))) == {"colours": ["ff0000", "100000"]}


def test_an_editor_knows_it() -> None:
    definitions = Definitions(KnownValues())
    schema = {
        **closed(field_schema(FIELD.below("colours"), definitions), definitions, nothing=False)
    }
    validator = Draft202012Validator({**schema, "$defs": definitions.parts})
    right, wrong = ["ff0000", ["ff0000", "00ff00"]], ["rot", ["rot"], ["ff0000"] * 2, {}, 7]
    assert [validator.is_valid(value) for value in (*right, *wrong)] == [True] * 2 + [False] * 5
    assert "Farbe / colour" in schema["patternErrorMessage"]


def test_a_table_has_a_column_for_it() -> None:
    colour = next(FIELD.texts())
    assert [*FIELD.columns("", {})] == [Column("colours", "colours", colour, "many")]


def test_people_say_it_in_their_words() -> None:
    assert [meant(text, Colour(), NO_LISTS) for text in (" rot ", "00ff00")] == ["ff0000", "00ff00"]
    assert [Colour().shown(text, NO_LISTS) for text in ("ff0000", "00ff00")] == ["rot", "00ff00"]


def test_the_documentation_names_it() -> None:
    assert FIELD.below("colours").describe() == "list of 0-3 colour"
