"""Which entry an event of a calendar is: the one it became before, one that says the same, or new.

Associations that celebrate together each write it into their calendars; so does one that has
handed it in by the form. The same title, the same beginning, and the same organiser or place are
one event.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plugins.catalogue.likeness import exact
from plugins.catalogue.model import Association, Event
from plugins.intake.calendars.records import Records
from plugins.intake.calendars.source_event import SourceEvent, whole_key
from plugins.intake.content import ContentFolder
from plugins.intake.naming import proposal
from plugins.intake.tree import Branch, Tree, tree_of


@dataclass
class KnownEvent:
    """An entry that is there or will be, with what it is compared by. It learns who names it."""

    id: str
    organisers: set[str]
    places: frozenset[str]
    repeats: bool
    named_by: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)


class Twins:
    """All entries for events, and those to come."""

    def __init__(self, content: ContentFolder, records: Mapping[str, Records]) -> None:
        self._content, self._used = content, set[str]()
        self._associations = {one.id: one for one in content.existing.catalogue.associations}
        self._alike: dict[tuple[str, str], list[KnownEvent]] = defaultdict(list)
        self._former: dict[str, str] = {}
        by_id: dict[str, KnownEvent] = {}
        for event in content.existing.catalogue.events:
            tree = tree_of(event, content.lists)
            by_id[event.id] = self._add(event.id, tree, set(event.organisers))
            self._former |= dict.fromkeys(event.formerly, event.id)
        for association, own in records.items():
            for key, one in own.items():
                if candidate := by_id.get(self.now(one.entry)):
                    candidate.named_by.add(association)
                    candidate.keys.add(whole_key(key))

    def now(self, entry_id: str) -> str:
        """The id of an entry that may have been renamed since."""
        if ("events", entry_id) in self._content.files:
            return entry_id
        return self._former.get(entry_id, entry_id)

    def entry_for(
        self, association: str, event: SourceEvent, tree: Branch
    ) -> tuple[str, KnownEvent | None]:
        """The id of the entry of an event that was never taken over, and its twin if it has one.

        The id is empty when the title gives none. `tree` is what the entry says of it.
        """
        places = self._places(tree.get("venue", ""))
        for one in self._alike[_mark(tree)]:
            if _is_same(one, association, event, places, repeats="repeat" in tree):
                one.named_by.add(association)
                one.keys.add(whole_key(event.key))
                return one.id, one
        day = str(tree["start"])[:10]
        new = proposal(event.called, Event, self._content.existing, self._used, day)
        if not new:
            existing = self._content.existing
            new = proposal(f"{association} {day}", Event, existing, self._used)
        if new:
            self._used.add(new)
            made = self._add(new, tree, {association})
            made.named_by.add(association)
            made.keys.add(whole_key(event.key))
        return new, None

    def _add(self, entry_id: str, tree: Branch, organisers: set[str]) -> KnownEvent:
        places = self._places(tree.get("venue", ""))
        made = KnownEvent(entry_id, organisers, places, "repeat" in tree)
        self._alike[_mark(tree)].append(made)
        return made

    def _places(self, venue: Tree) -> frozenset[str]:
        """All that a place is called."""
        return frozenset(filter(None, map(exact, self._place_names(venue))))

    def _place_names(self, venue: Tree) -> Iterator[str]:
        if isinstance(venue, dict):
            yield from (str(venue.get(key, "")) for key in ("name", "street"))
        elif isinstance(venue, str):
            host = self._associations.get(venue)
            if isinstance(host, Association):
                yield from (host.name, host.short_name)
                yield host.address.street if host.address else ""


def _mark(tree: Branch) -> tuple[str, str]:
    return exact(str(tree.get("title", ""))), str(tree.get("start", ""))


def _is_same(
    one: KnownEvent, association: str, event: SourceEvent, places: frozenset[str], *, repeats: bool
) -> bool:
    """Two events of one calendar are the same only at the same place: a club has two halls."""
    if one.repeats != repeats:
        return False
    if one.places & places:
        return True
    if association in one.named_by:
        return False
    return association in one.organisers or whole_key(event.key) in one.keys
