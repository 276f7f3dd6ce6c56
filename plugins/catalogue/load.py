"""A folder of files to a catalogue: find, read, type, link - and say what was found wrong."""

import pickle
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from plugins.catalogue import (
    boundaries,
    feast_source,
    forgotten,
    holiday_source,
    link,
    pictures,
    vocabularies,
)
from plugins.catalogue.boundaries import CityMap
from plugins.catalogue.cache import Cache, CacheFolder, running
from plugins.catalogue.diagnostics import Diagnostic, Place, Problems, paths_with_errors
from plugins.catalogue.fields.references import LogoFile
from plugins.catalogue.file_cache import parse_all
from plugins.catalogue.find import (
    SourceFile,
    at_file,
    entry_files,
    folder_problems,
    true_files,
)
from plugins.catalogue.forgotten import Forgotten
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.holidays import Holidays, Local
from plugins.catalogue.link import Catalogue, ReferenceTargets
from plugins.catalogue.model import (
    FEASTS,
    Entry,
    Event,
    Translation,
    Vocabularies,
    VocabularyTerm,
)
from plugins.catalogue.parse import Parsed
from plugins.catalogue.pictures import PictureFile
from plugins.catalogue.processes import OnProgress
from plugins.catalogue.text import nearest

LONG_AGO = date(1990, 1, 1)
"""A day for those who do not ask for holidays."""

_PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".heic", ".tif", ".tiff")


@record(frozen=True)
class Loaded(Frozen):
    """What a content folder gave.

    `readable` holds every entry that could be read, `catalogue` those of them that refer only to
    what exists. Rules are held against the first, so that all that is wrong is said at once.
    """

    readable: Catalogue
    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...] = ()
    """Every file that is an entry, readable or not, as it is called in diagnostics."""
    drafts: tuple[Entry, ...] = ()
    """Entries with errors, as far as they could be read; the rest of each is `UNREAD`."""


def load(
    content: Path,
    *,
    shown: str = "",
    vocabulary: Path | None = None,
    region: str = "DE",
    state: str = "",
    time_zone: str = "Europe/Berlin",
    today: date = LONG_AGO,
    caches: CacheFolder | None = None,
    processes: int = 1,
    step: OnProgress | None = None,
) -> Loaded:
    """Read all of `content`.

    `shown` is how the folder is called in diagnostics. Closed lists that `content/vocabulary` lacks
    are taken from the folder `vocabulary`. `region` says how phone numbers without a country code
    and postcodes are read (ISO 3166), `state` whose holidays there are, as far as they can be known
    on the day `today`, and `time_zone` by which clocks the site tells times. What `caches` holds of
    unchanged files is not read again; the others are read by so many processes; `step` is told how
    far that is.
    """
    shown = shown or content.name
    if problems := folder_problems(content, shown):
        return Loaded(Catalogue(), Catalogue(), problems)
    found: list[Diagnostic] = []
    files = tuple(entry_files(content, shown, found))
    lists = closed_lists(content, vocabulary, shown, found, region, caches)
    known = _ids(files)
    named_lists = vocabularies.without_search_words(lists)
    cache = _entry_cache(caches, content, shown, named_lists, region) if caches else None
    parsed = tuple(parse_all(files, named_lists, region, cache, processes, step))
    holidays = _holidays(state, lists[FEASTS], today, caches)
    entries, translations, named = _sorted_out(files, parsed, Local(holidays, time_zone), found)
    found += _orphans(files, known)
    entries = list(_translated(entries, translations))
    broken = paths_with_errors(found)
    whole = [entry for entry in entries if entry.origin.path not in broken]
    images = _pictures(content / "images", f"{shown}/images", named, found)
    addresses = frozenset(_addresses(files, parsed))
    gone = _forgotten(content, shown, found)
    city_map = _city_map(content, shown, lists, found, caches)
    linked = link.resolve(whole, lists, images, addresses)
    readable = replace(linked, forgotten=gone, city_map=city_map, holidays=holidays)
    found += _broken_references(
        files, parsed, whole, ReferenceTargets(known, images, tuple(entries))
    )
    catalogue = readable.without(paths_with_errors(found))
    originals = tuple(file.shown for file in files if not file.language)
    drafts = tuple(entry for entry in entries if entry.origin.path in broken)
    return Loaded(readable, catalogue, tuple(sorted(set(found))), originals, drafts)


def closed_lists(
    content: Path,
    usual: Path | None,
    shown: str,
    found: list[Diagnostic],
    region: str,
    caches: CacheFolder | None,
) -> Vocabularies:
    """The closed lists, as `load` reads them; those that did not change are not read again."""
    code = running(Path(__file__).parent)
    cache = caches.lasting("vocabularies", code, region.encode()) if caches else None
    return vocabularies.read_all(content / "vocabulary", usual, shown, found, region, cache)


def _city_map(
    content: Path,
    shown: str,
    lists: Vocabularies,
    found: list[Diagnostic],
    caches: CacheFolder | None,
) -> CityMap | None:
    """Where the districts are, if the content tells it."""
    cache = caches.cache("boundaries", running(Path(__file__).parent)) if caches else None
    return boundaries.read(content / "vocabulary", shown, lists["districts"], found, cache)


def _holidays(
    state: str,
    feasts: Mapping[str, VocabularyTerm],
    today: date,
    caches: CacheFolder | None,
) -> Holidays:
    """The holidays that the site knows, and the feasts."""
    cache = caches.cache("holidays", running(Path(__file__).parent)) if caches else None
    known = holiday_source.read(state, today, cache)
    return replace(known, feasts=feast_source.read(feasts, today, cache))


def _broken_references(
    files: Iterable[SourceFile],
    parsed: Iterable[Parsed],
    whole: Iterable[Entry],
    known: ReferenceTargets,
) -> Iterator[Diagnostic]:
    """Every reference to what does not exist, also in files with errors."""
    doubtful: set[str] = set()
    for file, one in zip(files, parsed, strict=True):
        yield from link.broken_in_draft(file.shown, one.references, known)
        for target, reader in one.targets:
            if known.lacks(target, reader):
                doubtful.add(file.shown)
    yield from link.broken_references((e for e in whole if e.origin.path in doubtful), known)


def _forgotten(content: Path, shown: str, found: list[Diagnostic]) -> Forgotten:
    """What must not come back; lines of that file that say nothing are reported."""
    known = forgotten.read(content)
    problems = Problems(f"{shown}/{forgotten.FILE}")
    for line in known.damaged:
        problems.add("FILE-FORGOTTEN", Place(line, 1))
    found += problems
    return known


def _entry_cache(
    caches: CacheFolder, content: Path, shown: str, lists: Vocabularies, region: str
) -> Cache:
    """What was parsed of this folder, by the same code with the same closed lists."""
    made_from = pickle.dumps((shown, vocabularies.digest(lists), region), protocol=5)
    return caches.cache_of("entries", content, running(Path(__file__).parent), made_from)


_Translations = list[tuple[SourceFile, Translation]]


def _sorted_out(
    files: Iterable[SourceFile],
    parsed: Iterable[Parsed],
    local: Local,
    found: list[Diagnostic],
) -> tuple[list[Entry], _Translations, set[str]]:
    """Entries, translations, and the pictures that are named, or seem to be."""
    entries: list[Entry] = []
    translations: _Translations = []
    named: set[str] = set()
    for file, one in zip(files, parsed, strict=True):
        if isinstance(one.thing, Event) and one.is_local:
            entries.append(local.known_to(one.thing))
        elif isinstance(one.thing, Entry):
            entries.append(one.thing)
        elif isinstance(one.thing, Translation):
            translations.append((file, one.thing))
        named |= one.named
        found += one.problems
    return entries, translations, named


def _ids(files: Iterable[SourceFile]) -> Mapping[str, set[str]]:
    """The ids of all files by folder, whether or not they can be read."""
    known: dict[str, set[str]] = defaultdict(set)
    for file in files:
        if not file.language:
            known[file.kind.folder].add(file.id)
    return known


def _addresses(files: Iterable[SourceFile], parsed: Iterable[Parsed]) -> Iterator[tuple[str, str]]:
    """Kind and id of each file, and of what its entry was called before, as far as is known."""
    for file, one in zip(files, parsed, strict=True):
        if not file.language:
            yield from ((file.kind.folder, key) for key in (file.id, *one.former_ids))


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
) -> dict[str, PictureFile]:
    """The pictures that entries may name; anything else in their folder is reported."""
    if not folder.is_dir() or folder.is_symlink():
        return {}
    known = {}
    for path, called in true_files(folder, shown, found):
        if LogoFile.form.fullmatch(path.name):
            known[path.name] = pictures.read(path, called, named=path.name in named)
        else:
            code = "IMG-NAME" if path.suffix.lower() in _PICTURE_ENDINGS else "FILE-PLACE"
            found += at_file(called, code, name=path.name, value=path.name)
    return known
