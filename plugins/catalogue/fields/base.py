"""What every field can do. A sort of value says in its class only what is not as here."""

import dataclasses
import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from typing import Any, ClassVar, Final, Literal, NamedTuple

from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.lists import NO_LISTS, Lists
from plugins.catalogue.nodes import Node, Scalar, Sequence


def shown(node: Node) -> str:
    """What a message shows of a node."""
    return node.text if isinstance(node, Scalar) else "…"


Shape = Literal["", "one", "many", "pairs"]
Control = Literal["text", "long", "number", "date", "moment", "nth", "email", "tel", "url"]


@record(frozen=True, kw_only=True)
class Record(Frozen):
    """Base of everything that is read from a mapping."""


class Column(NamedTuple):
    """A column of a table: `field` reads its cell, or each of `many` values, or the right of pairs.

    Its key is dotted: `address.street`, `contacts.1.name`. Columns that can only change together
    (all of `contacts`, because the second contact may have become the first) form a unit.
    """

    key: str
    unit: str
    field: "Text"
    shape: Shape = "one"


class Field:
    """A kind of value: how it is read, and what is inside of it.

    Subclasses say in `read` how, and of what is inside only what is not as here: nothing.
    """

    # What the documentation calls this kind of value, in German and English.
    name: ClassVar[tuple[str, str]] = ("Wert", "value")
    translatable: bool = False

    answers: ClassVar[bool] = False
    """Whether `yes`, `no`, `true`, `false` are words of its own."""

    numeric: ClassVar[bool | None] = None
    """Whether digits are a number in it, or never one; `None`: where nothing is lost by it."""

    shape: ClassVar[Shape] = ""
    """Whether it is one text, a list or a mapping with keys of the editor's own; else empty."""

    fits: bool = True
    """Whether the cells of a table can hold all of it."""

    most: int = 0
    """How many characters, items or pairs it may have; 0: as many as its form has."""

    def read(self, node: Node, context: Context) -> Any:
        """The typed value, or `INVALID` after recording why not."""
        raise NotImplementedError

    def written(self, value: Any) -> Any:
        """The value as a file would have it, of what JSON has: texts, numbers, lists, mappings."""
        return value

    def describe(self) -> str:
        """One English phrase for `docs/fields.md`."""
        return self.name[1]

    def inside(self) -> "Iterable[Field]":
        """The fields that read the parts of its values."""
        return ()

    def texts(self) -> "Iterator[Text]":
        """The fields of all pieces of text in it, however deep."""
        for field in self.inside():
            yield from field.texts()

    def records(self) -> Iterator[type[Record]]:
        """The records in it, without those inside them."""
        for field in self.inside():
            yield from field.records()

    def keys(self) -> "MappingOf[str, Field]":
        """The fields of a record by their keys, in canonical order; of what is no record none."""
        return {}

    def below(self, key: str = "") -> "Field":
        """The field that reads what stands under a key of a mapping, or as an item of a list."""
        return UNKNOWN

    def settled(self, *, is_scalar: bool = True, is_list: bool = False) -> "Field":
        """The field that reads such a node, where there is more than one way to write the value.

        One value stands for a list of one, a date for a record, an id for a place
        (docs/decisions/0009).
        """
        return self

    @property
    def leaf(self) -> "Text | None":
        """The field of the one text that may stand for all of the value, where that is possible."""
        settled = self.settled()
        return settled if isinstance(settled, Text) else None

    def full(self, node: Node) -> Node:
        """The node as it is when it is written in full: one value as a list of one."""
        return node

    def needs(self, path: str) -> bool:
        """Whether no value of it is without a field at this dotted path."""
        return False

    def targets(self, value: Any, path: str) -> Iterator[tuple[str, str, Any]]:
        """(path, id, field) of every reference in a value that stands at `path`."""
        return iter(())

    def columns(self, key: str, counts: MappingOf[str, int], unit: str = "") -> Iterator[Column]:
        """Its columns in a table. `unit` is that of the list around it.

        `counts` says how many items each list has whose items have columns of their own.
        """
        return iter(())


UNKNOWN: Final = Field()
"""The field of what the model does not know."""


# What other programs take unquoted text for (YAML 1.2, section 10.3.2): 2016, 01067, 49.5, true.
WORD = frozenset({"string"})
WHOLE = frozenset({"string", "integer"})
NUMBER = frozenset({"string", "integer", "number"})
ANSWER = frozenset({"string", "boolean"})
TEXT = NUMBER | ANSWER


class Text(Field):
    """Base of all fields that read a scalar."""

    types: ClassVar[frozenset[str]] = WORD
    """What other programs may take it for without quotation marks, in the words of JSON Schema."""

    bounds: tuple[int, int] | None = None
    """The least and the most where it is a number."""

    closed: ClassVar[bool] = False
    """Whether only what is on its list is right."""

    words: tuple[str, ...] = ()
    """The words that it has to be one of, or may be."""

    vocabulary: str = ""
    """The closed list of the content whose terms it takes."""

    kinds: tuple[str, ...] = ()
    """Of what it names one: entries by their folder, `images`, `languages`."""

    also: tuple[str, ...] = ()
    """What stands beside the ids of `kinds`."""

    place: bool = False
    """Whether a place may be described instead."""

    shape = "one"

    control: ClassVar[Control] = "text"
    """What it is entered in: a line, several of them, or something made for numbers or days."""

    links: ClassVar[bool] = False
    """Whether its values are the ids of entries, or files, that have to exist."""

    free: ClassVar[bool] = False
    """Whether every text of it is in words of the author's own."""

    def texts(self) -> "Iterator[Text]":
        yield self

    def columns(self, key: str, counts: MappingOf[str, int], unit: str = "") -> Iterator[Column]:
        yield Column(key, unit or key, self)

    def targets(self, value: Any, path: str) -> Iterator[tuple[str, str, Any]]:
        if self.links and value:
            yield path, value, self

    def read(self, node: Node, context: Context) -> Any:
        if isinstance(node, Scalar):
            self.look_for_comment(node, context)
            return self.parse(node, context)
        code = "FLD-NOT-TEXT-LIST" if isinstance(node, Sequence) else "FLD-NOT-TEXT-MAP"
        context.problems.add(code, node.place)
        return INVALID

    def parse(self, scalar: Scalar, context: Context) -> Any:
        """The typed value of a scalar."""
        raise NotImplementedError

    def pattern(self, region: str) -> str:
        """What its values look like in a site's region (`patterns`); empty where a list says it."""
        raise NotImplementedError(type(self).__name__)

    def tidy(self, text: str) -> str:
        """The text of a cell: without blanks that do not count, with what all leave out there."""
        return re.sub(r"[^\S\n]+", " ", text).strip()

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        """What people write, in the form of this field; as it is where that is not understood.

        What already has that form stays as it is.
        """
        return text

    def called(self, text: str, lists: Lists) -> str:
        """A value in the words of people."""
        return text

    def shown(self, text: str, lists: Lists) -> str:
        """A value in the words of people, if they mean just this value."""
        called = self.called(text, lists)
        return called if self.meant(self.tidy(called), lists) == text else text

    def options(self, lists: Lists) -> tuple[str, ...]:
        """All values that it can have, where there is a list: words, terms, ids of entries."""
        ids = {key for folder in self.kinds for key in lists.names.get(folder, ())}
        terms = lists.vocabularies.get(self.vocabulary, ())
        return (*self.words, *terms, *self.also, *sorted(ids))

    def of_number(self, digits: str, region: str) -> str:
        """What it was before a program took it for a number: 1067 was 01067 as a postcode."""
        return digits

    def is_free(self, text: str) -> bool:
        """Whether `text` is in words of the author's own: nothing shows that some are missing."""
        return self.free

    def look_for_comment(self, scalar: Scalar, context: Context) -> None:
        """Say that a # took away what follows it, where that may have been meant as text."""
        if scalar.comment and self.is_free(scalar.text):
            lost = scalar.comment
            context.problems.add("YML-CUT", lost.place, lost=lost.text)

    def proposed(self, text: str) -> str:
        """The text as a message proposes to write it."""
        return text

    def takes(self, text: str, context: Context) -> bool:
        """Whether the text is a value of this kind, and nothing is to be said against it."""
        alone = dataclasses.replace(context, problems=Problems(""), references=[])
        return self.parse(Scalar(text, Place(1, 1)), alone) is not INVALID and not alone.problems
