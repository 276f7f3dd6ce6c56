"""The forms by which people hand in an entry, a change, a word: what each one asks, step by step.

What is asked stands in the tables of fields (catalogue/descriptions); which control fits says the
field itself. What is handed in is German, whatever language the page has.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, cast

from plugins.catalogue.descriptions import TABLES, label
from plugins.catalogue.descriptions.forms import EMAIL, ENTRY, FORMS, MESSAGE, OWN, SENDER
from plugins.catalogue.descriptions.row import Row, Step
from plugins.catalogue.descriptions.words import WORDS
from plugins.catalogue.fields.base import Field, Text
from plugins.catalogue.fields.containers import MapOf
from plugins.catalogue.fields.days import WEEKDAYS
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.language_words import NAMES, OFFERED
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry
from plugins.pages.recipe import recipe
from plugins.rendering.page import Page
from plugins.rendering.urls import Address

Source = Literal["", "words", "weekdays", "languages", "names", "topics", "audiences", "districts",
                 "legal_forms", "formats", "categories"]  # fmt: skip
"""Where the names of choices come from: a vocabulary, or what the software knows."""

FEW = 4
"""So many choices are shown beside each other; of more one list opens."""

MOST_NAMES = 400
"""So many associations are offered by name; of more a page would get heavy."""

_LISTS = frozenset({"contacts", "images"})
"""Lists of which a form asks for one; more can be told in words."""

_NOT_HERE = frozenset({"images", "image"})
"""Pictures go with the mail: a page cannot hand them over."""


@dataclass(frozen=True)
class Choice:
    """A value that can be chosen, and what the office reads of it."""

    value: str
    german: str


@dataclass(frozen=True)
class Control:
    """What is asked for one field. `label` is German, for the office; `most` counts characters."""

    name: str
    row: Row
    label: str
    type: str
    source: Source = ""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    many: bool = False
    most: int = 0


@dataclass(frozen=True)
class Part:
    """The controls of one step, in the order in which they are asked."""

    step: Step
    controls: tuple[Control, ...]


@dataclass(frozen=True)
class FormView:
    """A form. `kind` is empty where it is about an entry that is there already.

    `blank` are the questions as they stand in a mail without answers.
    """

    form: str
    title: str
    kind: str
    parts: tuple[Part, ...]
    blank: str
    recipe: str = ""
    """How a page writes the file of a new entry (recipe.py)."""
    has_people: bool = False


def _blank(kind: str, parts: tuple[Part, ...]) -> str:
    """The questions to be answered in a mail: what they are called, and nothing behind it."""
    about = () if kind else (OWN[ENTRY],)
    controls = (c for part in parts for c in part.controls if part.step != "more")
    asked = (control.label for control in controls if not control.row.needs)
    labels = (*about, *asked, OWN[SENDER], OWN[EMAIL], OWN[MESSAGE])
    return "\n".join(f"{name}: " for name in labels)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each form."""
    for name, form in FORMS.items():
        parts = tuple(_parts(form.kind, catalogue)) if form.kind else ()
        people = any(c.name.startswith("contacts.") for part in parts for c in part.controls)
        kind = form.kind.__name__.lower() if form.kind else ""
        asked = {control.name for part in parts for control in part.controls}
        made = recipe(form.kind, asked, catalogue) if form.kind else ""
        view = FormView(name, form.title, kind, parts, _blank(kind, parts), made, people)
        yield Page(Address("form", name), "form.html", view)


def _parts(kind: type[Entry], catalogue: Catalogue) -> Iterator[Part]:
    """The steps in the order in which they first occur in the table."""
    steps = ("main", "when", "where", "contact", "more")
    asked = sorted(_controls(kind, catalogue), key=lambda found: steps.index(found[0]))
    for step, found in groupby(asked, key=lambda pair: pair[0]):
        yield Part(step, tuple(control for _, control in found))


def _controls(kind: type[Entry], catalogue: Catalogue) -> Iterator[tuple[Step, Control]]:
    whole = RecordField(kind)
    for path, row in TABLES[kind].items():
        top, _, below = path.partition(".")
        field = _field(whole, path)
        reader = field.settled()
        if row.step and top not in _NOT_HERE and isinstance(reader, Text | MapOf):
            name = f"{top}.1.{below}" if top in _LISTS else path
            yield row.step, _control(kind, name, row, field, catalogue)


def _field(field: Field, path: str) -> Field:
    """The field at a path; on the way a list stands for its items, a choice for its record."""
    for step in path.split("."):
        field = field.settled(is_scalar=False).below(step)
    return field


def _control(kind: type[Entry], name: str, row: Row, field: Field, catalogue: Catalogue) -> Control:
    reader = field.settled()
    source, choices = _choices(reader, catalogue) if isinstance(reader, Text) else ("", ())
    many = field.shape == "many"
    return Control(
        name=name,
        row=row,
        label=label(kind, name),
        type=_type(reader, source, many=many, choices=len(choices)),
        source=source,
        choices=choices,
        required=RecordField(kind).needs(name),
        many=many,
        most=field.most if source else reader.most,
    )


def _type(reader: Field, source: Source, *, many: bool, choices: int) -> str:
    """Which control fits: what somebody picks among few, picks among many, types."""
    if source == "names":
        return "names"
    if source:
        return "checkboxes" if many else "radios" if choices <= FEW else "select"
    return reader.control if isinstance(reader, Text) else "long"


def _choices(reader: Text, catalogue: Catalogue) -> tuple[Source, tuple[Choice, ...]]:
    """Where a field's choices come from, and what the office reads of each."""
    if "languages" in reader.kinds:
        return "languages", tuple(Choice(tag, NAMES[tag][0]) for tag in OFFERED)
    if "associations" in reader.kinds:
        named = sorted(association.name for association in catalogue.associations)
        few = named if len(named) <= MOST_NAMES else ()
        return "names", tuple(Choice(name, name) for name in few)
    if reader.vocabulary:
        terms = catalogue.vocabularies.get(reader.vocabulary, {})
        found = tuple(Choice(key, term.label_in("de")) for key, term in terms.items())
        return cast(Source, reader.vocabulary), found
    words = tuple(Choice(word, WORDS.get(word, word)) for word in reader.words)
    return ("weekdays" if reader.words == WEEKDAYS else "words") if words else "", words
