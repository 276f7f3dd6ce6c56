"""The closed lists of a content folder: topics, districts and the like."""

import pickle
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.catalogue import boundaries, feast_source, source
from plugins.catalogue.cache import Cache, fingerprint
from plugins.catalogue.characters import MAX_LIST_BYTES
from plugins.catalogue.diagnostics import Diagnostic, Problems
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.context import Context
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.find import at_file, read_bytes, true_files
from plugins.catalogue.model import (
    FEASTS,
    SEARCH_WORDS,
    VOCABULARIES,
    ClosedList,
    Vocabularies,
    VocabularyTerm,
)
from plugins.catalogue.names import MAX_ID, slug
from plugins.catalogue.text import nearest, sort_key
from plugins.catalogue.titles import titled

_Terms = dict[str, VocabularyTerm]

_TERM_ID = rf"(?=.{{1,{MAX_ID}}}\Z)[a-z0-9]+(?:[-_][a-z0-9]+)*"


def read_all(
    folder: Path,
    fallback: Path | None,
    shown: str,
    found: list[Diagnostic],
    region: str,
    cache: Cache | None = None,
) -> Vocabularies:
    """All closed lists, each in its order; terms with errors are reported and left out.

    What `cache` holds of a list in which nothing was wrong is not read again.
    """
    shown = f"{shown}/vocabulary"
    own = _own_lists(folder, shown, found)
    list_cache = _ListCache(cache)
    lists = {}
    for name in VOCABULARIES:
        usual = fallback / f"{name}.yaml" if fallback and name != FEASTS else folder
        called = f"{shown}/{name}.yaml"
        lists[name] = _vocabulary(own.get(name) or usual, called, found, region, list_cache)
        if name in own and not lists[name]:
            lists[name] = _vocabulary(usual, called, found, region, list_cache)
    list_cache.save()
    return lists


def without_search_words(lists: Vocabularies) -> Vocabularies:
    """The lists that entries refer to and pages show."""
    return {name: terms for name, terms in lists.items() if name != SEARCH_WORDS}


def digest(lists: Vocabularies) -> bytes:
    """Another one when anything in the lists may be; of those that were read it is known."""
    return fingerprint(
        part
        for name, terms in lists.items()
        for part in (
            name.encode(),
            terms.digest if isinstance(terms, ClosedList) else pickle.dumps(terms),
        )
    )


class _ListCache:
    """The lists in which nothing was wrong, by digests of their files."""

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        self._before: Mapping[bytes, _Terms] = (cache.get("lists") if cache else None) or {}
        self._now: dict[bytes, _Terms] = {}

    def get(self, digest: bytes) -> _Terms | None:
        terms = self._before.get(digest)
        if terms is not None:
            self.put(digest, terms)
        return terms

    def put(self, digest: bytes, terms: _Terms) -> None:
        self._now[digest] = terms

    def save(self) -> None:
        if self._cache and self._now.keys() != self._before.keys():
            self._cache.put("lists", self._now)


def _own_lists(folder: Path, shown: str, found: list[Diagnostic]) -> dict[str, Path]:
    """The lists that the content brings itself; files that are none, nor the map, are reported."""
    if not folder.is_dir() or folder.is_symlink():
        return {}
    own = {}
    for path, called in true_files(folder, shown, found):
        if path.name == boundaries.FILE:
            continue
        if path.stem in VOCABULARIES and path.suffix == ".yaml":
            own[path.stem] = path
            continue
        suggestion = nearest(path.stem, VOCABULARIES)
        suggestion = f"{suggestion}.yaml" if suggestion else ""
        found += at_file(called, "FILE-VOCABULARY", name=path.name, suggestion=suggestion)
    return own


def _vocabulary(
    path: Path, shown: str, found: list[Diagnostic], region: str, list_cache: _ListCache
) -> Mapping[str, VocabularyTerm]:
    """One closed list; empty when there is no such file.

    Terms that cannot be read keep their id as their label: a mistake in a list must not spread to
    all the entries that use it.
    """
    if not path.is_file():
        return {}
    problems = Problems(shown)
    data = read_bytes(path, problems)
    version = fingerprint([path.stem.encode(), region.encode(), data])
    known = list_cache.get(version) if not problems else None
    if known is not None:
        return ClosedList(known, version)
    terms = dict(_terms(data, Context(problems, {}, region, titled), path.stem))
    if problems:
        terms = {key: _bare_term(key) for key in _ids_in(data)} | terms
    found += problems
    ordered = sorted(terms.items(), key=lambda t: (t[1].order, sort_key(t[1].label_in("de"))))
    if not problems:
        list_cache.put(version, dict(ordered))
    return ClosedList(dict(ordered), version)


def _terms(data: bytes, context: Context, name: str) -> Iterator[tuple[str, VocabularyTerm]]:
    document = source.read(data, context.problems, markdown=False, most=MAX_LIST_BYTES)
    for key, node in document.fields.pairs if document else ():
        if not re.fullmatch(_TERM_ID, key.text):
            context.problems.add("ID-FORM", key.place, value=key.text, suggestion=slug(key.text))
            continue
        term = RecordField(VocabularyTerm).read(node, context)
        if not isinstance(term, VocabularyTerm):
            continue
        if name == FEASTS and not term.dates and key.text not in feast_source.KNOWN:
            suggestion = nearest(key.text, feast_source.KNOWN)
            context.problems.add("REF-FEAST", key.place, value=key.text, suggestion=suggestion)
        yield key.text, term


def _ids_in(data: bytes) -> Iterator[str]:
    """What looks like the id of a term in a list that cannot be read."""
    lines = data.decode("utf-8", errors="replace").splitlines()
    for word, colon, _ in (line.partition(":") for line in lines):
        if colon and re.fullmatch(_TERM_ID, word):
            yield word


def _bare_term(key: str) -> VocabularyTerm:
    return VocabularyTerm(label=FrozenMap((("de", key),)))
