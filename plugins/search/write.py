"""The bytes of the index: lines of text, fields with tabs between them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.settings import Site
from plugins.rendering import urls
from plugins.rendering.urls import Address
from plugins.search import shards
from plugins.search.document import SearchRow
from plugins.search.meanings import key_of, keys_of_names
from plugins.search.unimportant import unimportant
from plugins.wording.locales import primary

REFERENCE = 6
WEAK, MOST_WEAK = "3", 500
"""Up to this strength, in its text, a term names no more entries than that."""


@record(frozen=True)
class IndexLines(Frozen):
    """What the chunks of entries have for one file."""

    parts: tuple[str, ...]


@record(frozen=True)
class KeyLines(Frozen):
    """The words of closed lists for one file: language, words as written, meaning, degree."""

    file: str
    lines: str


@record(frozen=True)
class IndexManifest(Frozen):
    """What is known of the whole index."""

    format: str
    entries: int
    depth: int
    files: tuple[str, ...]


def postings(view: IndexLines, _: Site) -> bytes:
    """The term; then for each strength, 9 first, that and the entries, six letters each."""
    by_term: dict[str, dict[str, str]] = defaultdict(dict)
    for line in _lines(view):
        term, *groups = line.split("\t")
        known = by_term[term]
        for group in groups:
            known[group[0]] = known.get(group[0], "") + group[1:]
    return _text(
        "\t".join((term, *_strongest_first(known))) for term, known in sorted(by_term.items())
    )


def _strongest_first(known: Mapping[str, str]) -> Iterator[str]:
    """A group for each strength. An entry has but its strongest, whoever speaks for it besides."""
    seen: set[str] = set()
    for strength in sorted(known, reverse=True):
        found = [one for one in dict.fromkeys(_references(known[strength])) if one not in seen]
        seen.update(found)
        if found:
            yield strength + _most(strength, found)


def _references(group: str) -> Iterator[str]:
    return (group[at : at + REFERENCE] for at in range(0, len(group), REFERENCE))


def _most(strength: str, references: list[str]) -> str:
    """Of thousands that have a word in their text the first: those that are not over."""
    if strength > WEAK or len(references) <= MOST_WEAK:
        return "".join(references)
    return "".join(sorted(references, reverse=True)[:MOST_WEAK])


def words(view: IndexLines, _: Site) -> bytes:
    """A word a line."""
    return _text(sorted(set(_lines(view))))


def documents(view: IndexLines, site: Site) -> bytes:
    """The entry, its path, when it is, title, note; then for each language that, title, note."""
    return _text(sorted(_located(line, site.addresses) for line in _lines(view)))


def row(one: SearchRow) -> str:
    """The line of an entry, its address not yet made a path."""
    said = (field for translation in one.said for field in translation)
    return "\t".join((one.reference, *one.address, one.when, *list(said)[1:]))


def _located(line: str, words: Mapping[str, str]) -> str:
    reference, name, key, *rest = line.split("\t")
    return "\t".join((reference, urls.path(Address(name, key), words), *rest))


def keys(view: KeyLines, site: Site) -> bytes:
    """Words folded; how they are written, if that is something else; meanings, after degrees."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    written: dict[str, str] = {}
    spoken = set(map(primary, site.languages))
    for line in filter(None, view.lines.split("\n")):
        tag, words, name, said = line.split("\t")
        if tag in spoken:
            key = key_of(words)
            _mean(found, key, name, int(said))
            written.setdefault(key, "" if words.lower() == key else words)
    for key, name, degree in _names(site.languages).get(view.file, ()):
        _mean(found, key, name, degree)
    return _text(
        "\t".join((key, written.get(key, ""), *_degrees(names)))
        for key, names in sorted(found.items())
    )


def _degrees(names: Mapping[str, int]) -> Iterator[str]:
    return (f"{degree}{name}" for name, degree in sorted(names.items()))


def _mean(found: dict[str, dict[str, int]], key: str, name: str, degree: int) -> None:
    found[key][name] = max(degree, found[key].get(name, 0))


@lru_cache(maxsize=2)
def _names(languages: tuple[str, ...]) -> Mapping[str, list[tuple[str, str, int]]]:
    by_file: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for _, key, name, degree in keys_of_names(languages):
        if len(key) > 1:
            by_file[shards.beginning(key, 1)].append((key, name, degree))
    return by_file


def manifest(view: IndexManifest, site: Site) -> bytes:
    """What is known of the whole, and the words that a question can do without."""
    told = {
        "format": view.format,
        "entries": view.entries,
        "depth": view.depth,
        "files": view.files,
        "unimportant": " ".join(sorted(unimportant())),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _lines(view: IndexLines) -> Iterator[str]:
    for part in view.parts:
        yield from part.split("\n")


def _text(lines: Iterable[str]) -> bytes:
    """No file is empty: a release takes that for a fault."""
    return "".join(f"{line}\n" for line in lines).encode() or b"\n"
