"""A folder of files to a catalogue: find, read, type, link - and say what was found wrong."""

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.catalogue import link, source
from plugins.catalogue.diagnostics import Diagnostic, Place, Problems
from plugins.catalogue.languages import is_language
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import (
    KINDS,
    VOCABULARIES,
    Entry,
    Origin,
    Translation,
    TranslationHead,
    Vocabularies,
    VocabularyTerm,
)
from plugins.catalogue.schema import (
    INVALID,
    Context,
    FrozenMap,
    fields_of,
    is_empty,
    read_fields,
    read_record,
)
from plugins.catalogue.source import Document, Scalar
from plugins.catalogue.source import Mapping as MappingNode
from plugins.catalogue.text import nearest, sort_key
from plugins.catalogue.values import ID, MAX_ID, slug

FOLDERS: dict[str, type[Entry]] = {kind.folder: kind for kind in KINDS}
OTHER_FOLDERS = ("images", "vocabulary")
IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")

# Names that Windows reserves: such a file could not be checked out there.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
)
_TERM_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


@dataclass(frozen=True)
class Loaded:
    """What a content folder gave: the entries without errors so far, and all findings."""

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class SourceFile:
    """A file that holds an entry or a translation of one."""

    path: Path
    shown: str
    kind: type[Entry]
    id: str
    language: str

    @property
    def is_markdown(self) -> bool:
        """Whether it is front matter and text, rather than YAML throughout."""
        return self.path.suffix == ".md"


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
    files = list(_find(content, shown, found))
    vocabularies = _vocabularies(content / "vocabulary", vocabulary, shown, found, region)
    known: dict[str, set[str]] = defaultdict(set)
    entries: list[Entry] = []
    translations: list[tuple[SourceFile, Translation]] = []
    for file in files:
        if not file.language:
            known[file.kind.folder].add(file.id)
        problems = Problems(file.shown)
        context = Context(problems, vocabularies, region)
        document = _document(file, problems)
        if document is not None and file.language:
            translation = _translation(file, document, context)
            translations += [(file, translation)] if translation else []
        elif document is not None:
            entry = _entry(file, document, context)
            entries += [entry] if entry else []
        found += problems
    entries = list(_translated(entries, translations, known, found))
    found += link.broken_references(entries, known, _images(content))
    broken = {d.path for d in found if d.is_error}
    kept = [entry for entry in entries if entry.origin.path not in broken]
    return Loaded(link.resolve(kept, vocabularies), tuple(sorted(set(found))))


def _find(content: Path, shown: str, found: list[Diagnostic]) -> Iterator[SourceFile]:
    """The files that are entries; everything else in the folder is reported, not passed over."""
    if not content.is_dir():
        found += _problem(shown, "FILE-NO-CONTENT", path=shown)
        return
    for item in _listed(content):
        path = f"{shown}/{item.name}"
        if item.is_symlink():
            found += _problem(path, "FILE-LINK")
        elif item.name in FOLDERS and item.is_dir():
            yield from _find_entries(Path(item.path), path, FOLDERS[item.name], found)
        elif item.name in OTHER_FOLDERS and item.is_dir():
            continue
        else:
            suggestion = nearest(item.name, (*FOLDERS, *OTHER_FOLDERS)) if item.is_dir() else ""
            code = "FILE-FOLDER" if item.is_dir() else "FILE-PLACE"
            found += _problem(path, code, name=item.name, suggestion=suggestion)


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    """What a folder holds, without the hidden files that systems leave behind."""
    with os.scandir(folder) as items:
        entries = [
            i for i in items if not i.name.startswith(".") or i.name.endswith((".md", ".yaml"))
        ]
    return sorted(entries, key=lambda item: item.name)


def _find_entries(
    folder: Path, shown: str, kind: type[Entry], found: list[Diagnostic]
) -> Iterator[SourceFile]:
    seen: dict[str, str] = {}
    for item in _listed(folder):
        path = f"{shown}/{item.name}"
        if item.is_symlink():
            found += _problem(path, "FILE-LINK")
            continue
        if item.is_dir():
            found += _problem(path, "FILE-SUBFOLDER", name=item.name)
            continue
        file = _source_file(Path(item.path), path, kind, found)
        if file is None:
            continue
        stem = f"{file.id}.{file.language}"
        if stem in seen:
            found += _problem(path, "FILE-TWICE", other=seen[stem])
            continue
        seen[stem] = item.name
        yield file


def _source_file(
    path: Path, shown: str, kind: type[Entry], found: list[Diagnostic]
) -> SourceFile | None:
    stem, suffix = os.path.splitext(path.name)
    if suffix not in (".md", ".yaml"):
        suggestion = f"{stem}.yaml" if suffix.lower() in (".yml", ".yaml") else f"{stem}.md"
        found += _problem(shown, "FILE-ENDING", name=path.name, suggestion=suggestion)
        return None
    entry_id, _, language = stem.partition(".")
    if not ID.fullmatch(entry_id) or len(entry_id) > MAX_ID:
        suggestion = slug(entry_id) + suffix if slug(entry_id) else ""
        found += _problem(shown, "FILE-NAME", name=path.name, suggestion=suggestion)
        return None
    if entry_id in _DEVICES:
        found += _problem(shown, "FILE-RESERVED", name=entry_id)
        return None
    if language and not is_language(language):
        found += _problem(shown, "TR-LANGUAGE", value=language)
        return None
    return SourceFile(path, shown, kind, entry_id, language)


def _problem(path: str, code: str, **details: object) -> Problems:
    problems = Problems(path)
    problems.add(code, Place(1, 1), **details)
    return problems


def _document(file: SourceFile, problems: Problems) -> Document | None:
    data = _bytes(file.path, problems)
    return None if data is None else source.read(data, problems, markdown=file.is_markdown)


def _bytes(path: Path, problems: Problems) -> bytes | None:
    """The file's content, no more of it than may be read; `None` when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(source.MAX_BYTES + 1)
    except OSError:
        problems.add("FILE-UNREADABLE", Place(1, 1))
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
    node = _with_text(document, context.problems)
    values = read_fields(file.kind, node, context) if node else None
    if values is None or node is None:
        return None
    return file.kind(id=file.id, origin=Origin(file.shown, node), **values)


def _translation(file: SourceFile, document: Document, context: Context) -> Translation | None:
    """A translation: of the fields that can be translated, none is required."""
    problems = context.problems
    node = _with_text(document, problems)
    if node is None:
        return None
    head = fields_of(TranslationHead)
    known = {k: f for k, f in fields_of(file.kind).items() if f.field.translatable}
    values: dict[str, Any] = {}
    before = len(problems)
    for key, value in node.pairs:
        field_of = head.get(key.text) or known.get(key.text)
        if field_of is None:
            untranslatable = key.text in fields_of(file.kind)
            code = "TR-FIELD" if untranslatable else "FLD-UNKNOWN"
            suggestion = "" if untranslatable else nearest(key.text, (*head, *known))
            problems.add(code, key.place, key=key.text, suggestion=suggestion)
        elif not is_empty(value):
            values[key.text] = field_of.field.read(value, context)
    if len(problems) > before:
        return None
    text, digest = values.pop("text", ""), values.pop("source", "")
    fields = FrozenMap(sorted(values.items()))
    return Translation(
        language=file.language, source=digest, fields=fields, text=text, path=file.shown
    )


def _translated(
    entries: Iterable[Entry],
    translations: Iterable[tuple[SourceFile, Translation]],
    known: Mapping[str, Collection[str]],
    found: list[Diagnostic],
) -> Iterator[Entry]:
    """The entries, each with its translations; one without an original is reported."""
    by_entry: dict[tuple[str, str], list[Translation]] = defaultdict(list)
    for file, translation in translations:
        folder = file.kind.folder
        if file.id not in known[folder]:
            suggestion = nearest(file.id, known[folder])
            found += _problem(file.shown, "TR-ORPHAN", value=file.id, suggestion=suggestion)
        by_entry[folder, file.id].append(translation)
    for entry in entries:
        own = tuple(sorted(by_entry.get((entry.folder, entry.id), ()), key=lambda t: t.language))
        yield replace(entry, translations=own) if own else entry


def _images(content: Path) -> frozenset[str]:
    """The pictures that entries may name; links out of the folder are none."""
    folder = content / "images"
    if not folder.is_dir() or folder.is_symlink():
        return frozenset()
    return frozenset(item.name for item in _listed(folder) if item.is_file(follow_symlinks=False))


def _vocabularies(
    folder: Path, fallback: Path | None, shown: str, found: list[Diagnostic], region: str
) -> Vocabularies:
    """All closed lists, each in its order; terms with errors are reported and left out."""
    lists = {}
    for name in VOCABULARIES:
        path = folder / f"{name}.yaml"
        called = f"{shown}/vocabulary/{name}.yaml"
        if not path.exists() and fallback is not None:
            path = fallback / f"{name}.yaml"
        lists[name] = _vocabulary(path, called, found, region) if path.exists() else {}
    if folder.is_dir():
        for item in _listed(folder):
            stem, suffix = os.path.splitext(item.name)
            if stem not in VOCABULARIES or suffix != ".yaml":
                suggestion = nearest(stem, VOCABULARIES)
                suggestion = f"{suggestion}.yaml" if suggestion else ""
                path_shown = f"{shown}/vocabulary/{item.name}"
                found += _problem(
                    path_shown, "FILE-VOCABULARY", name=item.name, suggestion=suggestion
                )
    return lists


def _vocabulary(
    path: Path, shown: str, found: list[Diagnostic], region: str
) -> dict[str, VocabularyTerm]:
    problems = Problems(shown)
    data = _bytes(path, problems)
    document = source.read(data, problems, markdown=False) if data is not None else None
    terms: dict[str, VocabularyTerm] = {}
    context = Context(problems, {}, region)
    for key, node in document.fields.pairs if document else ():
        if not _TERM_ID.fullmatch(key.text):
            problems.add("ID-FORM", key.place, value=key.text, suggestion=slug(key.text))
        elif not isinstance(node, MappingNode):
            problems.add(
                "FLD-NOT-RECORD", node.place, value="", keys="label, synonyms, icon, order"
            )
        else:
            term = read_record(VocabularyTerm, node, context)
            if term is not INVALID and isinstance(term, VocabularyTerm):
                terms[key.text] = term
    found += problems
    ordered = sorted(terms.items(), key=lambda t: (t[1].order, sort_key(t[1].label_in("de"))))
    return dict(ordered)
