"""The schema: how a node becomes a typed, frozen value, and what is said when it cannot.

A record is a frozen dataclass. Each of its attributes is annotated with its Python type and a
`Field` that reads it; an attribute without a default is required. A trailing underscore keeps a
key that is a Python word (`from_` reads `from`).

    @dataclass(frozen=True, kw_only=True)
    class Amount(Record):
        from_: Annotated[Decimal | None, Number()] = None
        currency: Annotated[str, Choice("EUR", "CHF")] = "EUR"
"""

# A field gives a value of any type; `read`, `parse`, `describe` are explained once, in `Field`.
# ruff: noqa: ANN401, D102

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Literal, NamedTuple, TypeVar, get_type_hints

from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.field_words import said_for
from plugins.catalogue.lists import NO_LISTS, Lists
from plugins.catalogue.source import Mapping, Node, Scalar, Sequence
from plugins.catalogue.text import nearest


class _Invalid:
    """The value of a field that could not be read; the reason has been recorded."""


INVALID: Final = _Invalid()


class NotRead(Exception):
    """Somebody used what could not be read."""


class _Unread:
    """Stands in a draft for a field that could not be read: whoever uses it learns that at once."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name in ("__class__", "__module__", "__reduce_ex__", "__reduce__"):
            return object.__getattribute__(self, name)
        raise NotRead(name)

    def __reduce__(self) -> str:
        return "UNREAD"

    def _use(self, *_: object) -> Any:
        raise NotRead

    __bool__ = __iter__ = __len__ = __contains__ = __getitem__ = __hash__ = __str__ = _use
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __add__ = __sub__ = __format__ = _use
    __radd__ = __rsub__ = _use


UNREAD: Final[Any] = _Unread()


@dataclass(frozen=True)
class Context:
    """What a field may need to know besides the node: the closed lists and where to complain."""

    problems: Problems
    vocabularies: MappingOf[str, MappingOf[str, Any]]
    region: str = "DE"
    references: list[tuple[str, Place, Any]] = dataclasses.field(default_factory=list)
    """What was read as a reference, where it stands, and its field; also in what is refused."""


Shape = Literal["", "one", "many", "pairs"]
Control = Literal["text", "long", "number", "date"]


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

    def read(self, node: Node, context: Context) -> Any:
        """The typed value, or `INVALID` after recording why not."""
        raise NotImplementedError

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

    def records(self) -> "Iterator[type[Record]]":
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

    def takes(self, text: str, context: Context) -> bool:
        """Whether the text is a value of this kind, and nothing is to be said against it."""
        alone = dataclasses.replace(context, problems=Problems(""), references=[])
        return self.parse(Scalar(text, Place(1, 1)), alone) is not INVALID and not alone.problems


# What people write between the values of a list.
_BETWEEN = (r"\s*[,;\n]\s*", r"\s*[,;\n]\s*|\s+(?:und|and|&|/|\+)\s+", r"[\s,;]+")


NUMBERED_TERMS = 3
"""A list of so few terms gets a column for each, so that every cell has a list to pick from."""


class ListOf(Field):
    """A list of values of one kind, without repetitions; one alone needs no brackets."""

    name = ("Liste", "list")
    shape = "many"

    def __init__(self, item: Field, *, least: int = 0, most: int = 200) -> None:
        self.item, self.least, self.most = item, least, most
        self.fits = all(field.fits for field in item.keys().values())

    def read(self, node: Node, context: Context) -> Any:
        if isinstance(node, Scalar):
            parts = self.parts(node.text, context)
            if parts:
                return self._not_in_brackets(node, parts, context)
        node = self.full(node)
        if not isinstance(node, Sequence):
            context.problems.add("FLD-NOT-LIST", node.place, value=_shown(node))
            return INVALID
        if apart := self._apart(node, context):
            return self._not_in_brackets(node, apart, context)
        if not self.least <= len(node.items) <= self.most:
            code = "FLD-FEW" if len(node.items) < self.least else "FLD-MANY"
            place = node.items[self.most].place if code == "FLD-MANY" else node.place
            context.problems.add(code, place, least=self.least, most=self.most)
            return INVALID
        values = [self.item.read(item, context) for item in node.items]
        valid = self._unique(node, values, context)
        return tuple(values) if valid else INVALID

    def parts(self, text: str, context: Context) -> tuple[str, ...]:
        """The values that stand in one text without the brackets of a list; none in a single value.

        »musik, sport«, »musik und sport«, »musik sport«: only where each is a value of this kind,
        or, with commas, and where all values are known with »und«, where the whole is none.
        """
        item = self.item
        if not isinstance(item, Text) or item.takes(text, context):
            return ()
        for between in _BETWEEN:
            parts = tuple(part for part in re.split(between, text) if part)
            if len(parts) > 1 and all(item.takes(part, context) for part in parts):
                return parts
        parts = tuple(part for part in re.split(_BETWEEN[item.closed], text) if part)
        return parts if len(parts) > 1 and any(item.takes(p, context) for p in parts) else ()

    def _apart(self, node: Sequence, context: Context) -> tuple[str, ...]:
        """The values of a list in which one holds several: [musik sport]; none where none does."""
        if not isinstance(self.item, Text) or not (
            self.item.closed or "languages" in self.item.kinds
        ):
            return ()
        apart: list[str] = []
        for item in node.items:
            if not isinstance(item, Scalar):
                return ()
            apart += self.parts(item.text, context) or (item.text,)
        return tuple(dict.fromkeys(apart)) if len(apart) > len(node.items) else ()

    def _not_in_brackets(
        self, node: Scalar | Sequence, parts: tuple[str, ...], context: Context
    ) -> Any:
        """Say how it is written, and what else is wrong with the parts."""
        context.problems.add("FLD-LIST", node.place, value=f"[{', '.join(parts)}]")
        for part in parts:
            self.item.read(Scalar(part, node.place), context)
        return INVALID

    def _unique(self, node: Sequence, values: list[Any], context: Context) -> bool:
        valid = True
        for position, value in enumerate(values):
            if value is INVALID:
                valid = False
            elif value in values[:position]:
                item = node.items[position]
                context.problems.add("FLD-REPEATED", item.place, value=_shown(item))
                valid = False
        return valid

    def describe(self) -> str:
        is_told = self.most < 200 and not any(self.records())
        bounds = f"{self.least}-{self.most} " if is_told else ""
        return f"list of {bounds}{self.item.describe()}"

    def inside(self) -> Iterable[Field]:
        return (self.item,)

    def below(self, key: str = "") -> Field:
        return self.item

    def settled(self, *, is_scalar: bool = True, is_list: bool = False) -> Field:
        return self if is_list else self.item.settled(is_scalar=is_scalar)

    def full(self, node: Node) -> Node:
        return Sequence((node,), node.place) if isinstance(node, Scalar) else node

    def targets(self, value: Any, path: str) -> Iterator[tuple[str, str, Any]]:
        for position, item in enumerate(value or ()):
            yield from self.item.targets(item, f"{path}.{position}")

    @property
    def is_numbered(self) -> bool:
        """Whether each item has columns of its own: records, and a few terms to pick from."""
        few = self.most <= NUMBERED_TERMS and any(text.vocabulary for text in self.texts())
        return few or bool(self.item.keys())

    def columns(self, key: str, counts: MappingOf[str, int], unit: str = "") -> Iterator[Column]:
        if not self.is_numbered:
            yield from (Column(key, unit or key, text, "many") for text in self.texts())
            return
        for number in range(1, counts.get(key, 0 if self.item.keys() else self.most) + 1):
            yield from self.item.columns(f"{key}.{number}", counts, key)


class MapOf(Field):
    """A mapping whose keys are the editor's own: dates to times, labels to counts."""

    name = ("Zuordnung", "mapping")
    shape = "pairs"

    def __init__(
        self,
        key: Text,
        value: Field,
        *,
        most: int = 400,
        fits: bool = False,
        like: tuple[str, str] = ("…", "…"),
    ) -> None:
        """`fits`: one cell of a table can hold it; `like`: a pair that shows how one is written."""
        self.key, self.value, self.most, self.fits, self.like = key, value, most, fits, like

    def read(self, node: Node, context: Context) -> Any:
        if not isinstance(node, Mapping):
            context.problems.add("FLD-NOT-MAP", node.place, pair=self._pair(node, context))
            return INVALID
        if len(node.pairs) > self.most:
            context.problems.add(
                "FLD-MANY", node.pairs[self.most][0].place, least=0, most=self.most
            )
            return INVALID
        pairs = [
            (self.key.parse(key, context), self.value.read(value, context))
            for key, value in node.pairs
        ]
        return INVALID if any(INVALID in pair for pair in pairs) else FrozenMap(pairs)

    def _pair(self, node: Node, context: Context) -> str:
        """A pair as it is written, with what was given in the place where it fits."""
        given = node.items[0] if isinstance(node, Sequence) and node.items else node
        text = given.text if isinstance(given, Scalar) else ""
        key, value = self.like
        if text and self.key.takes(text, context) and not self.key.is_free(text):
            key = text
        elif text and isinstance(self.value, Text) and self.value.takes(text, context):
            value = f'"{text}"' if re.fullmatch(r"[^\n\"\\]+", text) else value
        return f"{key}: {value}"

    def describe(self) -> str:
        return f"mapping from {self.key.describe()} to {self.value.describe()}"

    def inside(self) -> Iterable[Field]:
        return (self.key, self.value)

    def below(self, key: str = "") -> Field:
        return self.value

    def columns(self, key: str, counts: MappingOf[str, int], unit: str = "") -> Iterator[Column]:
        for text in self.value.texts() if self.fits else ():
            yield Column(key, unit or key, text, "pairs")


class FrozenMap(tuple[tuple[Any, Any], ...]):
    """An immutable mapping that can be hashed, compared and pickled: a tuple of pairs."""

    __slots__ = ()

    def get(self, key: Any, default: Any = None) -> Any:
        """The value under `key`."""
        return next((value for known, value in self if known == key), default)


NOTHING: Final = FrozenMap()
"""The empty mapping, for defaults."""


class RecordField(Field):
    """A nested record. `alone` is the key that a single value stands for: `checked: 2026-11-22`."""

    name = ("Angaben", "record")

    def __init__(self, record: type["Record"], *, alone: str = "") -> None:
        self.record, self.alone = record, alone

    def read(self, node: Node, context: Context) -> Any:
        node = self.full(node)
        if not isinstance(node, Mapping):
            self._complain(node, context)
            return INVALID
        return read_record(self.record, node, context)

    def _complain(self, node: Scalar | Sequence, context: Context) -> None:
        """Say that fields belong here, and how what stands here is written in them."""
        from plugins.catalogue.in_fields import in_fields  # knows the words of some fields

        keys = fields_of(self.record)
        parts = in_fields(node.text, keys) if isinstance(node, Scalar) else {}
        written = ", ".join(f"{key}: {value}" for key, value in parts.items())
        context.problems.add(
            "FLD-NOT-RECORD",
            node.place,
            value=_shown(node),
            keys=", ".join(keys),
            suggestion=f"{{{written}}}" if parts and len(written) < 78 else "",
        )

    def describe(self) -> str:
        return f"[{self.record.__name__}](#{self.record.__name__.lower()})"

    def inside(self) -> Iterable[Field]:
        return self.keys().values()

    def records(self) -> "Iterator[type[Record]]":
        yield self.record

    def keys(self) -> MappingOf[str, Field]:
        return {key: known.field for key, known in fields_of(self.record).items()}

    def below(self, key: str = "") -> Field:
        known = fields_of(self.record).get(key)
        return known.field if known else UNKNOWN

    def settled(self, *, is_scalar: bool = True, is_list: bool = False) -> Field:
        return self.below(self.alone) if self.alone and is_scalar else self

    def full(self, node: Node) -> Node:
        if not self.alone or not isinstance(node, Scalar):
            return node
        return Mapping(((Scalar(self.alone, node.place), node),), node.place)

    def needs(self, path: str) -> bool:
        key, _, rest = path.partition(".")
        known = fields_of(self.record)[key]
        return known.required and (not rest or known.field.needs(rest))

    def targets(self, value: Any, path: str) -> Iterator[tuple[str, str, Any]]:
        if value:
            above = f"{path}." if path else ""
            for key, attribute, field in holding(self.record, "links"):
                yield from field.targets(getattr(value, attribute), f"{above}{key}")

    def columns(self, key: str, counts: MappingOf[str, int], unit: str = "") -> Iterator[Column]:
        above = f"{key}." if key else ""
        for name, field in self.keys().items():
            if field.fits:
                yield from field.columns(f"{above}{name}", counts, unit)


class Either(Field):
    """A record, or one piece of text in its place: a venue or the id of an association."""

    def __init__(self, text: Text, record: RecordField | MapOf) -> None:
        self.text, self.record = text, record
        self.fits = record.fits

    def read(self, node: Node, context: Context) -> Any:
        chosen = self.text if isinstance(node, Scalar) else self.record
        return chosen.read(node, context)

    def describe(self) -> str:
        return f"{self.text.describe()} or {self.record.describe()}"

    def inside(self) -> Iterable[Field]:
        return (self.text, self.record)

    def keys(self) -> MappingOf[str, Field]:
        return self.record.keys()

    def below(self, key: str = "") -> Field:
        return self.record.below(key)

    def settled(self, *, is_scalar: bool = True, is_list: bool = False) -> Field:
        return self.text if is_scalar else self.record

    def targets(self, value: Any, path: str) -> Iterator[tuple[str, str, Any]]:
        chosen = self.text if isinstance(value, str) else self.record
        yield from chosen.targets(value, path)

    def columns(self, key: str, counts: MappingOf[str, int], unit: str = "") -> Iterator[Column]:
        yield from self.text.columns(key, counts, unit)
        yield from self.record.columns(key, counts, unit)


@dataclass(frozen=True, kw_only=True)
class Record:
    """Base of everything that is read from a mapping."""


R = TypeVar("R", bound=Record)


PRIVATE = "private_"
"""So begins the attribute of a field whose model decides what of it is public."""


@dataclass(frozen=True)
class FieldOf:
    """One attribute of a record: its key in the file and how it is read."""

    attribute: str
    field: Field
    required: bool


def fields_of(record: type[Record]) -> dict[str, FieldOf]:
    """The fields of a record by their key, in the order of the class."""
    if record not in _FIELDS:
        _FIELDS[record] = _annotated_fields(record)
    return _FIELDS[record]


_FIELDS: dict[type[Record], dict[str, FieldOf]] = {}
Trait = Literal["links", "free"]
_Holding = tuple[tuple[str, str, Field], ...]
_HOLDING: dict[tuple[type[Record], Trait], _Holding] = {}


def holding(record: type[Record], trait: Trait) -> _Holding:
    """Key, attribute and field of all that is, or has somewhere inside, a text with that trait."""
    if (record, trait) not in _HOLDING:
        _HOLDING[record, trait] = tuple(
            (key, known.attribute, known.field)
            for key, known in fields_of(record).items()
            if any(getattr(text, trait) for text in known.field.texts())
        )
    return _HOLDING[record, trait]


def _annotated_fields(record: type[Record]) -> dict[str, FieldOf]:
    hints = get_type_hints(record, include_extras=True)
    found = {}
    for attribute in dataclasses.fields(record):
        metadata = getattr(hints[attribute.name], "__metadata__", ())
        reader = next((item for item in metadata if isinstance(item, Field)), None)
        if reader is not None:
            required = attribute.default is dataclasses.MISSING
            key = attribute.name.removeprefix(PRIVATE).rstrip("_")
            found[key] = FieldOf(attribute.name, reader, required)
    return found


def read_record(record: type[R], node: Mapping, context: Context) -> R | _Invalid:
    """The record that `node` describes. All that is wrong is recorded, not just the first."""
    values, complete = read_fields(record, node, context)
    return record(**values) if complete else INVALID


def read_fields(
    record: type[Record], node: Mapping, context: Context
) -> tuple[dict[str, Any], bool]:
    """The attributes of `record` that `node` gives rightly, and whether nothing was wrong."""
    known = fields_of(record)
    values: dict[str, Any] = {}
    complete = True
    misspelt: set[str] = set()
    lacking = known.keys() - {key.text for key, _ in node.pairs}
    unknown = 0
    for key, value in node.pairs:
        name = key.text
        if name not in known:
            unknown += 1
            name = _meant(record, name, lacking) if unknown <= MOST_MEANT else ""
            context.problems.add("FLD-UNKNOWN", key.place, key=key.text, suggestion=name)
            complete = False
            misspelt.add(name)
            lacking.discard(name)
        if name in known and is_empty(value):
            look_for_lost(known[name].field, value, context)
        elif name in known:
            read = known[name].field.read(value, context)
            if read is INVALID:
                complete = False
            else:
                values[known[name].attribute] = read
    return values, _all_there(known, node, context, misspelt) and complete


MOST_MEANT = 100
"""Of so many unknown fields it is asked what was meant; files of strangers may have thousands."""


def _meant(record: type[Record], word: str, lacking: Collection[str]) -> str:
    """The field among those that lack that somebody probably meant; empty without any."""
    called = _called(record, word)
    if called in lacking:
        return called
    return nearest(word, lacking) or next((key for key in said_for(word) if key in lacking), "")


def _called(record: type[Record], word: str) -> str:
    """The field of that German or English name: `phone` for »Telefon«."""
    from plugins.catalogue.descriptions import rows_of  # knows the model

    for key, row in rows_of(record).items():
        if word.casefold() in (row.title.casefold(), row.one.casefold()):
            return key
    return ""


def _all_there(
    known: MappingOf[str, FieldOf], node: Mapping, context: Context, misspelt: Collection[str]
) -> bool:
    """Whether every required field has a value of some kind, or is there under a wrong name."""
    found = True
    for key, field_of in known.items():
        if key in misspelt:
            continue
        name = node.key(key) if field_of.required else None
        value = node.get(key) if field_of.required else None
        if field_of.required and (name is None or value is None):
            context.problems.add("FLD-MISSING", node.place, key=key)
            found = False
        elif name is not None and value is not None and is_empty(value):
            context.problems.add("FLD-EMPTY", name.place, key=key)
            found = False
    return found


def is_empty(node: Node) -> bool:
    """A key with nothing after it: the same as no key."""
    return isinstance(node, Scalar) and not node.text


def look_for_lost(field: Field, node: Node, context: Context) -> None:
    """Say that a # took away the whole value of a field: `price: # 5 Euro`."""
    if isinstance(field, Text) and isinstance(node, Scalar):
        field.look_for_comment(node, context)


def place_in(node: Node, path: str) -> Place:
    """Where the value at a dotted path stands, or the nearest thing that exists above it.

    A colon at its end asks for the key instead of its value.

    >>> place_in(node, "repeat.until"); place_in(node, "members.2"); place_in(node, "moved.2027:")
    """
    for step in path.split("."):
        if isinstance(node, Mapping) and step.endswith(":") and (key := node.key(step[:-1])):
            return key.place
        if isinstance(node, Sequence) and step.isdigit() and int(step) < len(node.items):
            node = node.items[int(step)]
        elif isinstance(node, Mapping) and (below := node.get(step)) is not None:
            node = below
        else:
            break
    return node.place


def _shown(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else "…"
