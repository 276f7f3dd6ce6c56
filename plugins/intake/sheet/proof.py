"""The rules across entries, held against the entries that a sheet would make."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from plugins.catalogue import link
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry
from plugins.catalogue.schema import fields_of
from plugins.validation.rules import RULES, Rule, dead_links, reserved_id


@dataclass(frozen=True)
class Site:
    """What is there already: the readable entries, and all ids by folder."""

    catalogue: Catalogue
    known: Mapping[str, frozenset[str]]
    today: date
    region: str
    reserved: Mapping[str, frozenset[str]]
    addresses: Mapping[str, str]


def news(made: Mapping[str, Entry], site: Site) -> list[Diagnostic]:
    """What the rules find with these entries, by file, that they did not find before.

    An entry that lacks something required stands back for its old version: what it lacks has been
    said, and what refers to it is not to blame.
    """
    if not made:
        return []
    pictures = site.catalogue.pictures
    known_before = link.broken_references(site.catalogue.entries, site.known, pictures)
    found_before = (*known_before, *_held(site.catalogue.entries, site))
    before = {_essence(found, made) for found in found_before}
    old = {entry.origin.path: entry for entry in site.catalogue.entries}
    entries = old | {
        path: replace(entry, translations=old[path].translations) if path in old else entry
        for path, entry in made.items()
    }
    known = {folder: frozenset(ids) for folder, ids in site.known.items()}
    for entry in made.values():
        known[entry.folder] |= {entry.id}
    references = link.broken_references(entries.values(), known, pictures)
    whole = (e if _is_whole(e) else old.get(path) for path, e in entries.items())
    after = {*references, *_held((e for e in whole if e is not None), site)}
    return sorted(found for found in after if _essence(found, made) not in before)


def _essence(found: Diagnostic, made: Mapping[str, Entry]) -> tuple[object, ...]:
    """A diagnostic without its place where that is a line before and a cell after."""
    place = None if found.path in made else found.place
    return found.path, place, found.code, found.details


def _held(entries: Iterable[Entry], site: Site) -> Iterator[Diagnostic]:
    """What the rules find with these entries together."""
    catalogue = link.resolve(entries, site.catalogue.vocabularies, site.catalogue.pictures)
    rules: tuple[Rule, ...] = (*RULES, partial(reserved_id.check, reserved=site.reserved))
    if site.addresses:
        rules += (partial(dead_links.check, addresses=site.addresses),)
    for rule in rules:
        yield from rule(catalogue, site.today)


def _is_whole(entry: Entry) -> bool:
    """Whether nothing required is missing; rules may rely on that."""
    fields = fields_of(type(entry)).values()
    return all(getattr(entry, f.attribute) is not None for f in fields if f.required)
