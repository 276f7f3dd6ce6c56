"""No association is entered twice under another name.

Said once a pair, of the one that was listed later, and not of each pair of many: of each of them
with the first. What an umbrella association shares with its groups is said when one of them names
the other.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.likeness import OWN, Trait, exact, traits
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.catalogue.names import without_form
from plugins.validation.context import EntryMemo, RuleContext

Pair = tuple[Association, Association]
NameWords = tuple[str, ...]


def check(catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
    for (association, known), fields in _alike(catalogue.associations, context.memo):
        yield association.problem(
            fields[0],
            "DUP-LIKELY",
            name=known.name,
            other=f"{known.folder}/{known.id}",
            value=", ".join(fields),
        )


class _Profile(NamedTuple):
    """By what an association is recognised, and since when it is listed; no more once it ended."""

    listed: date
    traits: tuple[Trait, ...]


def _profile(association: Association) -> _Profile:
    """A long text stands for itself by its digest: it is compared, and never shown."""
    found = () if association.ended else tuple(map(_brief, traits(association)))
    return _Profile(association.listed, found)


def _brief(trait: Trait) -> Trait:
    if trait.field != "text":
        return trait
    return trait._replace(value=blake2b(trait.value.encode(errors="surrogatepass")).hexdigest())


def _alike(
    associations: Iterable[Association], memo: EntryMemo
) -> Iterable[tuple[Pair, list[str]]]:
    """Two that are alike, the later of them first, and in which fields."""
    profiles = [(memo(_profile, association), association) for association in associations]
    by_trait: dict[Trait, list[Association]] = defaultdict(list)
    for known, association in sorted(profiles, key=lambda one: (one[0].listed, one[1].id)):
        for trait in known.traits:
            by_trait[trait].append(association)
    found: dict[tuple[str, str], tuple[Pair, list[str]]] = {}
    for trait, all_of_them in by_trait.items():
        for pair in _pairs(all_of_them, trait.field):
            fields = found.setdefault((pair[0].id, pair[1].id), (pair, []))[1]
            if trait.field not in fields:
                fields.append(trait.field)
    return found.values()


def _pairs(alike: list[Association], field: str) -> Iterator[Pair]:
    """Each with the first; of those that belong together by their own words only the others."""
    if len(alike) < 2:
        return
    first, second = alike[:2]
    related = () if field in OWN else _belonging(alike)
    for association in alike:
        if association.id not in related:
            later, known = (second, first) if association is first else (association, first)
            if exact(later.name) != exact(known.name):  # DUP-NAME says so already
                yield later, known


def _belonging(alike: Iterable[Association]) -> Collection[str]:
    """The ids of those that name another of them, or are named."""
    by_name: dict[NameWords, set[str]] = defaultdict(set)
    for association in alike:
        for name in (association.name, without_form(association.name)):
            by_name[_words(name)].add(association.id)
    lengths = sorted({len(name) for name in by_name} - {0}, reverse=True)
    found: set[str] = set()
    for association in alike:
        named = set(_named(_words(f"{association.summary} {association.text}"), by_name, lengths))
        if named - {association.id}:
            found |= named | {association.id}
    return found


def _named(
    words: NameWords, by_name: Mapping[NameWords, Collection[str]], lengths: Sequence[int]
) -> Iterator[str]:
    """The ids of whom a text names; of two names at one place the longer is meant."""
    place = 0
    while place < len(words):
        tries = (length for length in lengths if words[place : place + length] in by_name)
        length = next(tries, 0)
        yield from by_name[words[place : place + length]] if length else ()
        place += length or 1


def _words(text: str) -> NameWords:
    return tuple(re.findall(r"\w+", text.casefold()))
