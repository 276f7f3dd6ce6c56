"""Entries that stand in no file yet, held against everything that is there.

The one place for all ways in: questions, tables, forms. The rules are those of `make check`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from plugins.catalogue import link
from plugins.catalogue.diagnostics import Diagnostic, Problems
from plugins.catalogue.fields.context import Context
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import Entry
from plugins.catalogue.titles import titled
from plugins.intake.existing import ExistingContent
from plugins.validation.apply import in_catalogue, in_draft, in_entry, rule_context
from plugins.validation.context import RuleContext


def context_for(path: str, existing: ExistingContent) -> Context:
    """What fields need to know, with an empty list of problems for the file at `path`."""
    return Context(Problems(path), existing.catalogue.vocabularies, existing.site.region, titled)


def broken_references(entries: Iterable[Entry], existing: ExistingContent) -> list[Diagnostic]:
    """Every reference to what does not exist; the entries may name themselves and each other."""
    entries = tuple(entries)
    return list(link.broken_references(entries, _known(entries, existing)))


def found_in_draft(
    entry: Entry, context: Context, existing: ExistingContent
) -> Iterator[Diagnostic]:
    """What there is to say besides the errors of its fields, as far as they could be read."""
    known = _known((entry,), existing)
    yield from link.broken_in_draft(context.problems.path, context.references, known)
    yield from in_draft(entry, existing.catalogue, _rule_context(existing))


def _known(entries: Iterable[Entry], existing: ExistingContent) -> link.ReferenceTargets:
    """What may be referred to, these entries included."""
    ids = {folder: set(ids) for folder, ids in existing.ids.items()}
    for entry in entries:
        ids[entry.folder].add(entry.id)
    return link.ReferenceTargets(
        ids, existing.catalogue.pictures, (*existing.catalogue.entries, *entries)
    )


def news(made: Mapping[str, Entry], existing: ExistingContent) -> list[Diagnostic]:
    """What is found with these entries, by their files, that is not found without them.

    An entry that lacks something required stands back for its old version: what it lacks has been
    said, and what refers to it is not to blame.
    """
    if not made:
        return []
    old = {entry.origin.path: entry for entry in existing.catalogue.entries}
    entries = old | {
        path: replace(entry, translations=old[path].translations) if path in old else entry
        for path, entry in made.items()
    }
    whole = {path: e if _is_whole(e) else old.get(path) for path, e in entries.items()}
    before = {*_found_already(_Same(existing)), *_found_in(map(old.get, made), existing)}
    known = {_essence(found, made) for found in before}
    after = _found_among(entries.values(), filter(None, whole.values()), existing)
    after |= _found_in(map(whole.get, made), existing)
    return sorted(found for found in after if _essence(found, made) not in known)


class _Same:
    """What is there, known by being that very one: it does not change."""

    def __init__(self, existing: ExistingContent) -> None:
        self.existing = existing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.existing is other.existing

    def __hash__(self) -> int:
        return id(self.existing)


@lru_cache(maxsize=2)
def _found_already(same: _Same) -> frozenset[Diagnostic]:
    """What is found in the entries that are there; once, however many drafts are looked over."""
    entries = tuple(same.existing.catalogue.entries)
    return frozenset(_found_among(entries, entries, same.existing))


def _found_among(
    entries: Iterable[Entry], whole: Iterable[Entry], existing: ExistingContent
) -> set[Diagnostic]:
    """Broken references in `entries`, and what the rules find with the `whole` ones together."""
    there, whole = existing.catalogue, tuple(whole)
    known = there.known.union(*map(link.ids_of, whole))
    catalogue = link.resolve(whole, there.vocabularies, there.pictures, known)
    return {
        *broken_references(entries, existing),
        *in_catalogue(catalogue, _rule_context(existing)),
    }


def _found_in(entries: Iterable[Entry | None], existing: ExistingContent) -> set[Diagnostic]:
    """What the rules find in each of the entries; of all others they say what they said before."""
    context = _rule_context(existing)
    return {found for entry in entries if entry is not None for found in in_entry(entry, context)}


def _rule_context(existing: ExistingContent) -> RuleContext:
    return rule_context(existing.catalogue, existing.today, existing.site)


def _essence(found: Diagnostic, made: Mapping[str, Entry]) -> tuple[object, ...]:
    """A diagnostic without its place where that is one before and another after."""
    place = None if found.path in made else found.place
    return found.path, place, found.code, found.details


def _is_whole(entry: Entry) -> bool:
    """Whether nothing required is missing; rules may rely on that."""
    fields = fields_of(type(entry)).values()
    return all(getattr(entry, f.attribute) is not None for f in fields if f.required)
