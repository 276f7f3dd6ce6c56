"""A folder of files to a catalogue: find, read, type, link - and say what was found wrong."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.catalogue import link, pictures, source, vocabularies
from plugins.catalogue.diagnostics import Diagnostic, Place, Problems, paths_with_errors
from plugins.catalogue.find import SourceFile, at_file, entry_files, read_bytes, true_files
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import (
    Entry,
    Origin,
    Translation,
    TranslationHead,
    Vocabularies,
)
from plugins.catalogue.pictures import Picture
from plugins.catalogue.schema import (
    Context,
    FrozenMap,
    fields_of,
    is_empty,
    read_fields,
)
from plugins.catalogue.source import Document, Scalar
from plugins.catalogue.source import Mapping as MappingNode
from plugins.catalogue.text import nearest
from plugins.catalogue.values import ImageFile

_PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".heic", ".tif", ".tiff")


@dataclass(frozen=True)
class Loaded:
    """What a content folder gave.

    `readable` holds every entry that could be read, `catalogue` those of them that refer only to
    what exists. Rules are held against the first, so that all that is wrong is said at once.
    """

    readable: Catalogue
    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...] = ()
    """Every file that is an entry, readable or not, as it is called in diagnostics."""


def load(
    content: Path, *, shown: str = "", vocabulary: Path | None = None, region: str = "DE"
) -> Loaded:
    """Read all of `content`.

    `shown` is how the folder is called in diagnostics. Closed lists that `content/vocabulary`
    lacks are taken from the folder `vocabulary`. `region` says how phone numbers without a
    country code and postcodes are read (ISO 3166).
    """
    shown = shown or content.name
    found: list[Diagnostic] = []
    files = tuple(entry_files(content, shown, found))
    lists = vocabularies.read_all(content / "vocabulary", vocabulary, shown, found, region)
    known = _ids(files)
    entries, translations, named = _read_all(files, lists, region, found)
    found += _orphans(files, known)
    entries = list(_translated(entries, translations))
    named |= link.named_pictures(entries)
    images = _pictures(content / "images", f"{shown}/images", named, found)
    broken = paths_with_errors(found)
    readable = link.resolve((e for e in entries if e.origin.path not in broken), lists, images)
    found += link.broken_references(entries, known, images)
    catalogue = readable.without(paths_with_errors(found))
    originals = tuple(file.shown for file in files if not file.language)
    return Loaded(readable, catalogue, tuple(sorted(set(found))), originals)


_Translations = list[tuple[SourceFile, Translation]]


def _read_all(
    files: Iterable[SourceFile], lists: Vocabularies, region: str, found: list[Diagnostic]
) -> tuple[list[Entry], _Translations, set[str]]:
    """Entries, translations, and the pictures that seem to be named in files with errors."""
    entries: list[Entry] = []
    translations: _Translations = []
    named: set[str] = set()
    for file in files:
        problems = Problems(file.shown)
        data = read_bytes(file.path, problems)
        thing = _read(file, data, Context(problems, lists, region))
        if isinstance(thing, Entry):
            entries.append(thing)
        elif isinstance(thing, Translation):
            translations.append((file, thing))
        if problems:
            named |= pictures.names_in(data)
        found += problems
    return entries, translations, named


def _ids(files: Iterable[SourceFile]) -> Mapping[str, set[str]]:
    """The ids of all files by folder, whether or not they can be read."""
    known: dict[str, set[str]] = defaultdict(set)
    for file in files:
        if not file.language:
            known[file.kind.folder].add(file.id)
    return known


def _read(file: SourceFile, data: bytes, context: Context) -> Entry | Translation | None:
    """What the file holds; `None` when something is wrong, which has been recorded."""
    if context.problems:
        return None
    try:
        document = source.read(data, context.problems, markdown=file.is_markdown)
        if document is None:
            return None
        return (_translation if file.language else _entry)(file, document, context)
    except Exception as error:  # a fault of ours must not keep the other files from being read
        reason = f"{type(error).__name__}: {error}"
        context.problems.add("SYS-RULE", Place(1, 1), rule="read", reason=reason)
        return None


def _with_text(document: Document, problems: Problems) -> MappingNode | None:
    """The fields with the text below them as one more; `None` when there are two texts."""
    if document.text is None or is_empty(document.text):
        return document.fields
    own = document.fields.key("text")
    if own is not None:
        problems.add("FLD-TEXT-TWICE", own.place)
        return None
    pair = (Scalar("text", document.text.place), document.text)
    return MappingNode((*document.fields.pairs, pair), document.fields.place)


def _entry(file: SourceFile, document: Document, context: Context) -> Entry | None:
    """The entry, as far as it can be read.

    With errors it is a draft, of which even required fields may be missing: good for checking
    what it refers to, and for nothing else.
    """
    node = _with_text(document, context.problems)
    if node is None:
        return None
    values, _ = read_fields(file.kind, node, context)
    missing = {f.attribute: None for f in fields_of(file.kind).values() if f.required}
    return file.kind(id=file.id, origin=Origin(file.shown, node), **(missing | values))


def _translation(file: SourceFile, document: Document, context: Context) -> Translation | None:
    """A translation: of the fields that can be translated, none is required."""
    problems = context.problems
    node = _with_text(document, problems)
    if node is None:
        return None
    head = fields_of(TranslationHead)
    known = {k: f for k, f in fields_of(file.kind).items() if f.field.translatable}
    values: dict[str, Any] = {}
    for key, value in node.pairs:
        field_of = head.get(key.text) or known.get(key.text)
        if field_of is None:
            untranslatable = key.text in fields_of(file.kind)
            code = "TR-FIELD" if untranslatable else "FLD-UNKNOWN"
            suggestion = "" if untranslatable else nearest(key.text, (*head, *known))
            problems.add(code, key.place, key=key.text, suggestion=suggestion)
        elif not is_empty(value):
            values[key.text] = field_of.field.read(value, context)
    if problems:
        return None
    text, digest = values.pop("text", ""), values.pop("source", "")
    fields = FrozenMap(sorted(values.items()))
    return Translation(
        language=file.language,
        source=digest,
        fields=fields,
        text=text,
        path=file.shown,
        origin=Origin(file.shown, node),
    )


def _orphans(
    files: Iterable[SourceFile], known: Mapping[str, Collection[str]]
) -> Iterator[Diagnostic]:
    """Every translation without an original."""
    for file in files:
        ids = known[file.kind.folder]
        if file.language and file.id not in ids:
            suggestion = nearest(file.id, ids)
            yield from at_file(file.shown, "TR-ORPHAN", value=file.id, suggestion=suggestion)


def _translated(
    entries: Iterable[Entry], translations: Iterable[tuple[SourceFile, Translation]]
) -> Iterator[Entry]:
    """The entries, each with its translations."""
    by_entry: dict[tuple[str, str], list[Translation]] = defaultdict(list)
    for file, translation in translations:
        by_entry[file.kind.folder, file.id].append(translation)
    for entry in entries:
        own = tuple(sorted(by_entry.get((entry.folder, entry.id), ()), key=lambda t: t.language))
        yield replace(entry, translations=own) if own else entry


def _pictures(
    folder: Path, shown: str, named: Collection[str], found: list[Diagnostic]
) -> dict[str, Picture]:
    """The pictures that entries may name; anything else in their folder is reported."""
    if not folder.is_dir() or folder.is_symlink():
        return {}
    known = {}
    for path, called in true_files(folder, shown, found):
        if ImageFile.form.fullmatch(path.name):
            known[path.name] = pictures.read(path, called, named=path.name in named)
        else:
            code = "IMG-NAME" if path.suffix.lower() in _PICTURE_ENDINGS else "FILE-PLACE"
            found += at_file(called, code, name=path.name, value=path.name)
    return known
