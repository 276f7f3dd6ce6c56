"""The id of a new entry: proposed from its name, and free."""

from collections.abc import Collection

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.catalogue.find import DEVICES
from plugins.catalogue.model import Entry, Origin
from plugins.catalogue.names import MAX_ID, is_without_vowels, latin, slug, without_form
from plugins.catalogue.nodes import Mapping
from plugins.catalogue.parse import entry_of
from plugins.intake.existing import ExistingContent
from plugins.intake.unsaved import context_for
from plugins.validation.context import RuleContext
from plugins.validation.rules import reserved_id

USUAL = 50
"""How long a proposed id is at most; it becomes part of an address that people read out."""


def proposal(
    name: str,
    kind: type[Entry],
    existing: ExistingContent,
    used: Collection[str] = (),
    apart: str = "",
) -> str:
    """A free id made from the name of an entry; empty when somebody has to think of one.

    The legal form behind a name is left out. None of those in `used` is proposed; where the first
    choice is not free, `apart` is tried behind it before numbers are.
    German umlauts become ae, oe, ue. Other scripts are transliterated, except those that are
    written without vowels: of these only a person can say how they read.
    """
    wish = _shortened(slug(_latin(without_form(name))))
    if not wish:
        return ""
    first = (f"{wish}-{slug(apart)}",) if slug(apart) else ()
    others = (f"{wish[: MAX_ID - 5]}-{number}" for number in range(2, 10_000))
    wishes = (wish, *first, *others)
    free = (one for one in wishes if one not in used and not taken(one, kind, existing))
    return next(free, "")


def taken(entry_id: str, kind: type[Entry], existing: ExistingContent) -> tuple[Diagnostic, ...]:
    """Why no new entry of this kind can have the id: nothing when it can."""
    path = existing.shown(kind.folder, entry_id)
    if entry_id in existing.names.get(kind.folder, ()):
        return (diagnostic(path, Place(1, 1), "FILE-TWICE", {"other": f"{entry_id}.md"}),)
    for entry in getattr(existing.loaded.readable, kind.folder):
        if entry_id in getattr(entry, "formerly", ()):
            details = {"value": entry_id, "other": entry.origin.path}
            return (diagnostic(path, Place(1, 1), "ID-FORMERLY", details),)
    if entry_id in DEVICES:
        return (diagnostic(path, Place(1, 1), "FILE-RESERVED", {"name": entry_id}),)
    return _reserved(entry_id, kind, path, existing)


def _reserved(
    entry_id: str, kind: type[Entry], path: str, existing: ExistingContent
) -> tuple[Diagnostic, ...]:
    """Whether an address of the site is called so."""
    nothing = Origin(path, Mapping((), Place(1, 1)))
    entry = entry_of(kind, entry_id, nothing, context_for(path, existing))
    return tuple(reserved_id.check(entry, RuleContext(existing.today, existing.site)))


def _latin(name: str) -> str:
    words = (word for word in name.split() if not is_without_vowels(word))
    return latin(" ".join(words)).replace("'", "").replace("`", "")


def _shortened(words: str) -> str:
    """The first words, as many as fit."""
    if len(words) <= USUAL:
        return words
    return words[: USUAL + 1].rpartition("-")[0] or words[:USUAL]
