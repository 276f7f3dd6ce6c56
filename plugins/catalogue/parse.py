"""One file to an entry or a translation, and what was found wrong in it."""

import re
from dataclasses import replace
from typing import Any, NamedTuple

from plugins.catalogue import characters, diagnostics, pictures, source
from plugins.catalogue.cache import fingerprint
from plugins.catalogue.diagnostics import Diagnostic, Place, Problems
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.context import UNREAD, Context
from plugins.catalogue.fields.records import fields_of, is_empty, look_for_lost, read_fields
from plugins.catalogue.fields.references import ImageFile
from plugins.catalogue.find import SourceFile
from plugins.catalogue.holidays import depends_on_site
from plugins.catalogue.link import RawReference, ReferenceValue
from plugins.catalogue.model import Association, Entry, Event, Origin, Translation, TranslationHead
from plugins.catalogue.names import ID, MAX_ID
from plugins.catalogue.nodes import Document
from plugins.catalogue.nodes import Mapping as MappingNode
from plugins.catalogue.text import nearest


class Parsed(NamedTuple):
    """What a file holds: `None` when it cannot be read at all.

    With errors an entry is a draft, in which what could not be read is `UNREAD`. `named` are the
    pictures that are named, or seem to be in a file with errors, `references` what that refers to;
    `targets` are what a file without errors refers to.
    """

    thing: Entry | Translation | None
    problems: tuple[Diagnostic, ...] = ()
    named: frozenset[str] = frozenset()
    references: tuple[RawReference, ...] = ()
    targets: tuple[ReferenceValue, ...] = ()
    formerly: frozenset[str] = frozenset()
    """The former ids that seem to stand in a file with errors: their addresses stay, too."""
    is_local: bool = False
    """Whether its dates depend on the site: on holidays, or on its time zone."""

    @property
    def former_ids(self) -> frozenset[str]:
        """What the entry was called before, as far as that can be told."""
        thing = self.thing
        read = thing.formerly if isinstance(thing, Association | Event) else ()
        return self.formerly.union(() if read is UNREAD else read)


def parse(file: SourceFile, data: bytes, context: Context) -> Parsed:
    """What the bytes of a file hold; problems with reading them stand in the context already."""
    thing = None if context.problems else _thing(file, data, context)
    if thing is not None and not context.problems:
        thing.origin.forget()  # hardly any will be asked for a place again
    if not context.problems.has_errors:
        targets = tuple((target, reader) for target, _, reader in context.references)
        named = frozenset(one for one, reader in targets if isinstance(reader, ImageFile))
        is_local = isinstance(thing, Event) and depends_on_site(thing)
        return Parsed(thing, tuple(context.problems), named, targets=targets, is_local=is_local)
    data = characters.in_utf8(data)
    named, references = pictures.names_in(data), tuple(context.references)
    formerly = _formerly_in(data) if _has_formerly(file) else frozenset()
    return Parsed(thing, tuple(context.problems), named, references, formerly=formerly)


_FORMERLY = rb"(?m)^formerly[ \t]*:(.*(?:\r?\n(?:[ \t]+|-[ \t]).*)*)"
_BETWEEN = rb"#.*|[\s\[\]{},\"']+"


def _has_formerly(file: SourceFile) -> bool:
    return not file.language and "formerly" in fields_of(file.kind)


def _formerly_in(data: bytes) -> frozenset[str]:
    """Everything in that field that looks like an id, whatever is wrong with the file."""
    words = (word for found in re.findall(_FORMERLY, data) for word in re.split(_BETWEEN, found))
    ids = (word.decode("ascii", "replace") for word in words)
    return frozenset(one for one in ids if ID.fullmatch(one) and len(one) <= MAX_ID)


def _thing(file: SourceFile, data: bytes, context: Context) -> Entry | Translation | None:
    """What the file holds; `None` when something is wrong, which has been recorded."""
    try:
        document = source.read_refused(data, context.problems, markdown=file.is_markdown)
        node = _node(document, context.problems) if document else None
        if document is None or node is None:
            return None
        origin = Origin(file.shown, node, file=file.place, digest=fingerprint([data]))
        if document.is_refused:
            _say_what_else(file, origin, context, document.unread)
            return None
        return _typed(file, origin, context)
    except Exception as error:  # a fault of ours must not keep the other files from being read
        reason = f"{type(error).__name__}: {error}"
        context.problems.add("SYS-RULE", Place(1, 1), rule="read", reason=reason)
        return None


def _typed(file: SourceFile, origin: Origin, context: Context) -> Entry | Translation | None:
    if file.language:
        return _translation(file, origin, context)
    return draft_of(file.kind, file.id, origin, context)


def _say_what_else(
    file: SourceFile, origin: Origin, context: Context, unread: frozenset[int]
) -> None:
    """Record what is wrong in a refused file besides; not in the lines that were not understood."""
    aside = replace(context, problems=Problems(file.shown), references=[])
    _typed(file, origin, aside)
    refused = unread | diagnostics.lines_of(context.problems)
    for code, place, details in ((p.code, p.place, dict(p.details)) for p in aside.problems):
        is_lacking = code == "FLD-MISSING" and place == origin.fields.place
        if is_lacking or place.line not in refused:
            context.problems.add(code, place, **details)
    context.references.extend(one for one in aside.references if one[1].line not in refused)


def _node(document: Document, problems: Problems) -> MappingNode | None:
    """The fields with the text below them as one more; `None` when there are two texts."""
    own = document.fields.key("text")
    if own is not None and document.text is not None and not is_empty(document.text):
        problems.add("FLD-TEXT-TWICE", own.place)
        return None
    return document.with_text()


def entry_of(kind: type[Entry], entry_id: str, origin: Origin, context: Context) -> Entry:
    """The entry, as far as its fields can be read; what is required may be missing."""
    values, _ = read_fields(kind, origin.fields, context)
    missing = {f.attribute: None for f in fields_of(kind).values() if f.required}
    return kind(id=entry_id, origin=origin, **(missing | values))


def draft_of(kind: type[Entry], entry_id: str, origin: Origin, context: Context) -> Entry:
    """The same, with `UNREAD` for what is missing or could not be read."""
    values, _ = read_fields(kind, origin.fields, context)
    given = {key.text for key, value in origin.fields.pairs if not is_empty(value)}
    unread = {
        known.attribute: UNREAD
        for key, known in fields_of(kind).items()
        if known.required or key in given
    }
    return kind(id=entry_id, origin=origin, **(unread | values))


def _translation(file: SourceFile, origin: Origin, context: Context) -> Translation | None:
    """A translation: of the fields that can be translated, none is required."""
    problems = context.problems
    head = fields_of(TranslationHead)
    known = {k: f for k, f in fields_of(file.kind).items() if f.field.translatable}
    values: dict[str, Any] = {}
    for key, value in origin.fields.pairs:
        field_of = head.get(key.text) or known.get(key.text)
        if field_of is None:
            untranslatable = key.text in fields_of(file.kind)
            code = "TR-FIELD" if untranslatable else "FLD-UNKNOWN"
            suggestion = "" if untranslatable else nearest(key.text, (*head, *known))
            problems.add(code, key.place, key=key.text, suggestion=suggestion)
        elif is_empty(value):
            look_for_lost(field_of.field, value, context)
        else:
            values[key.text] = field_of.field.read(value, context)
    if problems.has_errors:
        return None
    text, digest = values.pop("text", ""), values.pop("source", "")
    return Translation(
        language=file.language,
        source=digest,
        fields=FrozenMap(sorted(values.items())),
        text=text,
        path=file.shown,
        origin=origin,
    )
