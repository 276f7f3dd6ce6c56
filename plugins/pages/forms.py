"""The forms by which people hand in an entry, a change, a word: what each one asks, step by step.

What is asked stands in the tables of fields (catalogue/descriptions); which control fits says the
field itself. What is handed in is German, whatever language the page has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from itertools import groupby
from typing import Literal, NamedTuple, cast

from plugins.catalogue.descriptions import TABLES, label
from plugins.catalogue.descriptions.forms import (
    CHANGE,
    CONSENT,
    EMAIL,
    ENTRY,
    FORMS,
    MESSAGE,
    OWN,
    PICTURE,
    PICTURE_SHOWS,
    SENDER,
)
from plugins.catalogue.descriptions.row import Row, Step
from plugins.catalogue.descriptions.words import WORDS
from plugins.catalogue.fields.base import Field, Text
from plugins.catalogue.fields.containers import MapOf
from plugins.catalogue.fields.days import WEEKDAYS
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.language_words import NAMES, OFFERED
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry
from plugins.catalogue.text import fold
from plugins.pages.names import are_in_file, on_page
from plugins.pages.recipe import recipe
from plugins.rendering.page import Page, ready
from plugins.rendering.urls import Address

OptionSource = Literal[
    "",
    "words",
    "weekdays",
    "languages",
    "names",
    "topics",
    "audiences",
    "districts",
    "legal_forms",
    "formats",
    "categories",
]
"""Where the names of choices come from: a vocabulary, or what the software knows."""

FEW = 4
"""So many choices are shown beside each other; of more one list opens."""

_LISTS = frozenset({"contacts", "images"})
"""Lists of which a form asks for one; more can be told in words."""

_PICTURES = frozenset({"images", "image"})
"""What is said of a picture; only a form that a server takes can hand one over."""


@record(frozen=True)
class FormOption(Frozen):
    """A value that can be chosen, and what the office reads of it."""

    value: str
    german: str


@record(frozen=True)
class EntryOption(Frozen):
    """An entry to choose: the office finds it by `value`; on this page it is `called` so."""

    value: str
    called: str


@record(frozen=True)
class FormControl(Frozen):
    """What is asked for one field. `label` is German, for the office; `most` counts characters.

    `values` are what it is filled in with: what is chosen, one text, or the two halves of a moment;
    `error` says what is wrong with it.
    """

    name: str
    row: Row
    label: str
    type: str
    source: OptionSource = ""
    choices: tuple[FormOption, ...] = ()
    required: bool = False
    many: bool = False
    most: int = 0
    values: tuple[str, ...] = ()
    error: str = ""

    @property
    def id(self) -> str:
        """By which the parts of the control know each other."""
        return f"feld-{self.name.replace('.', '-')}"

    @property
    def first(self) -> str | None:
        """What it is filled in with where it takes one text; of one with two halves the first."""
        return next(iter(self.values), None)

    @property
    def second(self) -> str | None:
        """The second half."""
        return next(iter(self.values[1:]), None)

    @property
    def others(self) -> str:
        """Those of its values that are none of its choices, as they are typed."""
        known = {choice.value for choice in self.choices}
        return ", ".join(value for value in self.values if value not in known)


@record(frozen=True)
class FieldSet(Frozen):
    """Controls that belong together, such as those of a person: `row` is that of the whole.

    Without one they are just asked one after the other.
    """

    name: str
    row: Row | None
    controls: tuple[FormControl, ...]


@record(frozen=True)
class FormSection(Frozen):
    """The controls of one step, in the order in which they are asked; open if one has something."""

    step: Step
    groups: tuple[FieldSet, ...]
    is_open: bool = False

    @property
    def controls(self) -> tuple[FormControl, ...]:
        """Those of all groups."""
        return tuple(control for group in self.groups for control in group.controls)


@record(frozen=True)
class FormSubject(Frozen):
    """The entry that a form is about: `associations/chor`, what it is called, its pictures."""

    entry: str
    name: str
    pictures: int = 0


class KeptPicture(NamedTuple):
    """A picture that came before and waits: what it is called, and by what it is known again."""

    name: str
    value: str


@record(frozen=True)
class FormData(Frozen):
    """What a form is filled in with, by the names of its controls.

    `errors` are shown beside them, `general` is what is wrong with none of them.
    """

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    general: tuple[str, ...] = ()
    about: FormSubject | None = None
    kept: KeptPicture | None = None

    @property
    def is_wrong(self) -> bool:
        """Whether anything is wrong with it."""
        return bool(self.errors or self.general)

    def text(self, name: str) -> str:
        """What stands in a control that is no field of an entry."""
        return next(iter(self.values.get(name, ())), "")

    def error(self, name: str) -> str:
        """What is wrong with a control; empty when nothing is."""
        return self.errors.get(name, "")


NOTHING_GIVEN = FormData()


@record(frozen=True)
class FormView(Frozen):
    """A form. `kind` is empty where none of an entry's fields are asked for.

    `blank` are the questions as they stand in a mail without answers; `picture` what is asked
    about a picture, where one can be handed over.
    """

    form: str
    title: str
    kind: str
    parts: tuple[FormSection, ...]
    blank: str
    recipe: str = ""
    """How a page writes the file of a new entry (recipe.py)."""
    picture: tuple[FormControl, ...] = ()
    folder: str = ""
    """That of the kind, if there is one."""
    changing: str = ""
    """On the page that asks what to change: the kinds that another page asks field by field."""
    known: tuple[EntryOption, ...] = ()
    """The associations that it can be about, where it asks that."""
    message_needed: bool = False
    """Whether it asks for words, without which nobody would know what is meant."""
    has_names_apart: bool = False
    """Whether it asks for associations whose names are in a file (names.py)."""
    given: FormData = NOTHING_GIVEN
    is_change: bool = False
    """Whether it asks for all of an entry that is there."""


def _blank(parts: tuple[FormSection, ...], about: FormSubject | None, *, has_picture: bool) -> str:
    """The questions to be answered in a mail: what they are called, and nothing behind it.

    Of an entry that is there already they are which one, and what about it.
    """
    entry = "" if parts else f"{OWN[ENTRY]}: {about.entry if about else ''}\n"
    controls = (c for part in parts for c in part.controls if part.step != "more")
    asked = (control.label for control in controls if not control.row.needs)
    picture = (PICTURE_SHOWS,) if parts and has_picture else ()
    labels = (*asked, *picture, OWN[SENDER], OWN[EMAIL], OWN[MESSAGE])
    return entry + "\n".join(f"{name}: " for name in labels)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each form."""
    for name in FORMS:
        yield page(name, catalogue)


def page(name: str, catalogue: Catalogue, given: FormData = NOTHING_GIVEN) -> Page:
    """The page of a form, filled in with what is given.

    A change of an entry whose kind has a form asks for all of its fields; that of another for
    words. Raises `KeyError` where there is no such form.
    """
    form = FORMS[name]
    kind = form.kind or (_kind_of(given.about) if name == CHANGE and given.about else None)
    fill = _FormFilling(given)
    asked = list(_controls(kind, catalogue)) if kind else []
    parts = tuple(fill.parts(kind, asked)) if kind else ()
    about = [fill.control(c) for _, c in asked if _is_picture(c)]
    names = {control.name for part in parts for control in part.controls}
    asks_which = not kind and not given.about
    asks_names = asks_which or any(control.type == "names" for _, control in asked)
    view = FormView(
        form=name,
        title=form.title,
        kind=kind.__name__.lower() if kind else "",
        parts=parts,
        blank=_blank(parts if form.kind else (), given.about, has_picture=bool(about)),
        recipe=recipe(form.kind, names, catalogue) if form.kind else "",
        picture=tuple(about),
        folder=kind.folder if kind else "",
        changing=_CHANGING if name == CHANGE and not kind else "",
        known=known_associations(catalogue) if asks_which else (),
        message_needed=form.needs_words and not kind,
        has_names_apart=asks_names and are_in_file(catalogue),
        given=fill.rest({c.name for _, c in asked}),
        is_change=kind is not None and name == CHANGE,
    )
    return Page(Address("form", name), "form.html", ready, (view,))


def known_associations(catalogue: Catalogue) -> tuple[EntryOption, ...]:
    """The associations by their German names; one that shares its name by where it stands."""
    found = (
        EntryOption(f"associations/{one.id}" if one.is_shared else one.name, one.called)
        for one in on_page(catalogue)
    )
    return tuple(sorted(found, key=lambda known: (fold(known.called), known.value)))


_CHANGING = " ".join(f"{form.kind.folder}:{name}" for name, form in FORMS.items() if form.kind)


def _kind_of(about: FormSubject) -> type[Entry] | None:
    folder = about.entry.partition("/")[0]
    kinds = (form.kind for form in FORMS.values() if form.kind)
    return next((kind for kind in kinds if kind.folder == folder), None)


def _is_picture(control: FormControl) -> bool:
    return control.name.partition(".")[0] in _PICTURES


def _groups(kind: type[Entry], step: Step, controls: Iterable[FormControl]) -> Iterator[FieldSet]:
    """What belongs together in the last step; the others are short, and are about one thing."""

    def whole(control: FormControl) -> str:
        top, _, below = control.name.partition(".")
        return top if below and step == "more" else ""

    for name, found in groupby(controls, key=whole):
        yield FieldSet(name, TABLES[kind][name] if name else None, tuple(found))


_OWN_CONTROLS = frozenset({ENTRY, SENDER, EMAIL, MESSAGE, CONSENT, PICTURE})


class _FormFilling:
    """Fills in controls with what is given."""

    def __init__(self, given: FormData) -> None:
        self._given = given

    def parts(
        self, kind: type[Entry], asked: Iterable[tuple[Step, FormControl]]
    ) -> Iterator[FormSection]:
        """The steps in the order in which they first occur in the table; pictures aside."""
        steps = ("main", "when", "where", "contact", "more")
        plain = (pair for pair in asked if not _is_picture(pair[1]))
        ordered = sorted(plain, key=lambda found: steps.index(found[0]))
        for step, found in groupby(ordered, key=lambda pair: pair[0]):
            controls = tuple(self.control(control) for _, control in found)
            is_open = any(c.error or any(c.values) for c in controls)
            is_open = is_open or (step == "more" and self._is_folded_up())
            yield FormSection(step, tuple(_groups(kind, step, controls)), is_open)

    def _is_folded_up(self) -> bool:
        """Whether there is something in what the last step asks besides its fields."""
        given = self._given
        in_it = {CONSENT, PICTURE} & set(given.errors)
        return bool(in_it or given.kept) or any(n.startswith("images.") for n in given.errors)

    def control(self, control: FormControl) -> FormControl:
        """The control with its values and what is wrong with it."""
        about = self._given.about
        if about and about.pictures and control.name.startswith("images."):
            field_of_picture = control.name.rpartition(".")[2]
            control = replace(control, name=f"images.{about.pictures + 1}.{field_of_picture}")
        values = self._given.values.get(control.name, ())
        error = self._given.error(control.name)
        return replace(control, values=_filled(control, values), error=error)

    def rest(self, names: set[str]) -> FormData:
        """What is given besides; an error of what is not asked belongs to no control."""
        known = names | _OWN_CONTROLS
        errors = self._given.errors.items()
        stray = tuple(said for name, said in errors if name not in known)
        return replace(self._given, general=(*self._given.general, *stray))


_ISO = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T")


def _filled(control: FormControl, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values as the control shows them."""
    if not any(values):
        return ()
    if control.type in ("moment", "nth"):
        halves = values if len(values) == 2 else _ISO.sub(r"\1 ", " ".join(values)).split(None, 1)
        return (*halves, "")[:2]
    if control.type in ("checkboxes", "radios", "select"):
        return tuple(filter(None, values))
    return (("\n" if control.type == "long" else ", ").join(filter(None, values)),)


def _controls(kind: type[Entry], catalogue: Catalogue) -> Iterator[tuple[Step, FormControl]]:
    whole = RecordField(kind)
    for path, row in TABLES[kind].items():
        top, _, below = path.partition(".")
        field = _field(whole, path)
        reader = field.settled()
        is_file = isinstance(reader, Text) and "images" in reader.kinds
        if row.step and not is_file and isinstance(reader, Text | MapOf):
            name = f"{top}.1.{below}" if top in _LISTS else path
            yield row.step, _control(kind, name, row, field, catalogue)


def _field(field: Field, path: str) -> Field:
    """The field at a path; on the way a list stands for its items, a choice for its record."""
    for step in path.split("."):
        field = field.settled(is_scalar=False).below(step)
    return field


def _control(
    kind: type[Entry], name: str, row: Row, field: Field, catalogue: Catalogue
) -> FormControl:
    reader = field.settled()
    source, choices = _choices(reader, catalogue) if isinstance(reader, Text) else ("", ())
    many = field.shape == "many"
    return FormControl(
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


def _type(reader: Field, source: OptionSource, *, many: bool, choices: int) -> str:
    """Which control fits: what somebody picks among few, picks among many, types."""
    if source == "names":
        return "names"
    if source:
        return "checkboxes" if many else "radios" if choices <= FEW else "select"
    return reader.control if isinstance(reader, Text) else "long"


def _choices(reader: Text, catalogue: Catalogue) -> tuple[OptionSource, tuple[FormOption, ...]]:
    """Where a field's choices come from, and what the office reads of each."""
    if "languages" in reader.kinds:
        return "languages", tuple(FormOption(tag, NAMES[tag][0]) for tag in OFFERED)
    if "associations" in reader.kinds:
        named = sorted(on_page(catalogue), key=lambda one: (one.called, one.id))
        return "names", tuple(FormOption(n.id if n.is_shared else n.name, n.called) for n in named)
    if reader.vocabulary:
        terms = catalogue.vocabularies.get(reader.vocabulary, {})
        found = tuple(FormOption(key, term.label_in("de")) for key, term in terms.items())
        return cast(OptionSource, reader.vocabulary), found
    words = tuple(FormOption(word, WORDS.get(word, word)) for word in reader.words)
    return ("weekdays" if reader.words == WEEKDAYS else "words") if words else "", words
