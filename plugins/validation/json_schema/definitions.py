"""The schema of a value, and the definitions that the schema of a file is put together from.

A schema says which kinds of value an editor may see, and what holds for each of them. Keywords of
JSON Schema look at their own kind only (`pattern` at text, `items` at lists, `minimum` at numbers),
so »a list of topics, or one topic« is simply the keywords of both beside each other.

`errorMessage`, `patternErrorMessage`, `enumDescriptions` and `defaultSnippets` are no part of JSON
Schema: the language servers of VS Code know them, all others pass over them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.catalogue.fields.base import ANSWER, NUMBER, TEXT, WHOLE, WORD
from plugins.validation.json_schema.known_values import KnownValues

Keywords = Mapping[str, Any]

LIST, FIELDS = frozenset({"array"}), frozenset({"object"})
"""The kinds of value beside those that text may be taken for (`plugins.catalogue.fields.base`)."""


@dataclass(frozen=True)
class FieldSchema:
    """What a field accepts.

    `core` is the pattern of text, and `expected` says it to people. `options` are words to choose
    from, with what they mean. `shared` names definitions. `blank`: nothing at all is a value
    too, as in the list `[, a]`.
    """

    kinds: frozenset[str]
    core: str = ""
    expected: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    shared: tuple[str, ...] = ()
    keywords: Keywords = field(default_factory=dict)
    blank: bool = False


class Definitions:
    """The parts of one schema that several places share, each written once."""

    def __init__(self, known: KnownValues) -> None:
        """Start without parts, for a city's own words."""
        self.known = known
        self.parts: dict[str, Keywords] = {}

    def add(self, name: str, make: Callable[[], Keywords]) -> str:
        """The part's name, after making it if it is new."""
        if name not in self.parts:
            self.parts[name] = {}
            self.parts[name] = make()
        return name


def beside(one: FieldSchema, other: FieldSchema) -> FieldSchema:
    """Either of two schemas. Raises `ValueError` when both speak about the same kind of value."""
    if one.kinds & other.kinds:
        raise ValueError(f"both are for {', '.join(sorted(one.kinds & other.kinds))}")
    return FieldSchema(
        kinds=one.kinds | other.kinds,
        core=one.core or other.core,
        expected=one.expected or other.expected,
        options={**one.options, **other.options},
        shared=one.shared + other.shared,
        keywords={**one.keywords, **other.keywords},
        blank=one.blank or other.blank,
    )


def closed(schema: FieldSchema, definitions: Definitions, *, nothing: bool) -> Keywords:
    """The keywords of a schema; `nothing` is whether an empty value may stand in its place."""
    keywords: dict[str, Any] = dict(_ref(_kinds(schema, definitions, nothing=nothing)))
    if schema.shared:
        keywords["allOf"] = [_ref(name) for name in schema.shared]
    if schema.core or (nothing and "string" not in schema.kinds):
        form = {
            "pattern": whole(schema.core, nothing=nothing),
            "patternErrorMessage": f"Hier passt: {schema.expected or _called(schema)}",
        }
        keywords |= choice(schema.options, form) if schema.options else form
    return {**keywords, **schema.keywords}


def choice(options: Mapping[str, str], form: Keywords) -> Keywords:
    """Words to choose from, and other ways of writing the same, which are not offered."""
    if not options:  # a closed list that nobody filled: `enum` must not be empty
        return form
    described = {"enum": [*options], "enumDescriptions": [*options.values()]}
    return {"anyOf": [described, form]}


def whole(core: str, *, nothing: bool) -> str:
    """The pattern of a whole value; `nothing` when it may be left empty. No core: it must be.

    An editor sees the blanks around a value in quotes or in a block, which our reader takes off.
    """
    if not core:
        return r"^\s*$"
    return rf"^(?:\s*(?:{core}))?\s*$" if nothing else rf"^\s*(?:{core})\s*$"


def _ref(name: str) -> Keywords:
    return {"$ref": f"#/$defs/{name}"}


_KINDS = ("string", "integer", "number", "boolean", "array", "object", "null")
_NAMES: Mapping[frozenset[str], str] = {
    WORD: "word",
    WHOLE: "whole-number",
    NUMBER: "number",
    ANSWER: "answer",
    TEXT: "text",
}
_NOTHING = frozenset({"string", "null"})
_CALLED = {
    "array": ("eine Liste", "a list"),
    "object": ("weitere Felder", "further fields"),
    "string": ("ein einfacher Text", "plain text"),
}


def _called(schema: FieldSchema) -> str:
    """The kinds of value that fit, for people."""
    called = [_CALLED[kind] for kind in _CALLED if kind in schema.kinds]
    german, english = zip(*called, strict=True)
    return f"{' oder '.join(german)} / {' or '.join(english)}"


def _kinds(schema: FieldSchema, definitions: Definitions, *, nothing: bool) -> str:
    """The part that refuses all other kinds. Nothing can be written as `~` and as `""`.

    Not simply `type`, because editors would offer `true`, `false` and `null` as values of every
    text that may be empty or look like a word of YAML.
    """
    allowed = schema.kinds | (_NOTHING if nothing else frozenset())
    refusal = {
        "type": next(kind for kind in _CALLED if kind in allowed),
        "errorMessage": f"Hier passt: {_called(schema)}",
    }
    part = {
        "if": {"not": {"type": [kind for kind in _KINDS if kind in allowed]}},
        "then": refusal,
    }
    return definitions.add(_name(schema.kinds, nothing=nothing), lambda: part)


def _name(kinds: frozenset[str], *, nothing: bool) -> str:
    """What the part is called: editors show it where they have nothing better."""
    scalars = kinds & TEXT
    names = [_NAMES[scalars]] if scalars else []
    names += [name for kind, name in (("array", "list"), ("object", "fields")) if kind in kinds]
    return "-or-".join([*names, "nothing"] if nothing else names)
