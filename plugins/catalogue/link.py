"""Ids to entries, both ways: the catalogue, and the check that every reference leads somewhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field, fields, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from plugins.catalogue.boundaries import CityMap
from plugins.catalogue.chunks import Chunk, chunks
from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.catalogue.fields.containers import BETWEEN
from plugins.catalogue.fields.context import UNREAD
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.fields.references import ImageFile, Reference
from plugins.catalogue.forgotten import NOTHING_FORGOTTEN, Forgotten
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.holidays import NO_HOLIDAYS, Holidays
from plugins.catalogue.model import (
    Article,
    Association,
    Entry,
    Event,
    Funding,
    Network,
    Posting,
    Report,
    Vocabularies,
)
from plugins.catalogue.names import ID, slug, without_form
from plugins.catalogue.pictures import PictureFile
from plugins.catalogue.text import fold, nearest, sort_key

E = TypeVar("E", bound=Entry)
RawReference = tuple[str, Place, Reference | ImageFile]
"""What stands in a file as a reference, and where; the field that read it."""
ReferenceValue = tuple[str, Reference | ImageFile]
"""The entry or picture that is referred to, and the field that does."""
ByKey = Mapping[str, tuple[E, ...]]
_NO_PICTURES: Mapping[str, PictureFile] = MappingProxyType({})


@record(frozen=True)
class Catalogue(Frozen):
    """Everything that may be published, linked. Frozen: pages are computed from it, not in it.

    `known` has the kind and id of every file that is an entry, and the ids that entries once had,
    readable or not: an address belongs to each.
    """

    associations: tuple[Association, ...] = ()
    events: tuple[Event, ...] = ()
    board: tuple[Posting, ...] = ()
    networks: tuple[Network, ...] = ()
    funding: tuple[Funding, ...] = ()
    reports: tuple[Report, ...] = ()
    pages: tuple[Article, ...] = ()
    vocabularies: Vocabularies = field(default_factory=dict)
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    known: frozenset[tuple[str, str]] = field(default=frozenset(), compare=False)
    revisions: Mapping[str, int] = field(default_factory=dict)
    """When what calendars say of events was last changed, by folder and id (`revisions`)."""
    added: Mapping[str, int] = field(default_factory=dict)
    """When entries came, as far as git knows, in the same way."""
    forgotten: Forgotten = NOTHING_FORGOTTEN
    """What must not come back, and which events are gone (`forgotten`)."""
    city_map: CityMap | None = None
    """Where the districts are; nothing where that is not told."""
    holidays: Holidays = NO_HOLIDAYS
    """When the site's state rests."""
    links: "Indexes" = field(default_factory=lambda: Indexes(), repr=False, compare=False)

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, kind by kind."""
        for kind in KIND_ATTRIBUTES:
            yield from getattr(self, kind)

    @cached_property
    def chunks(self) -> Mapping[str, tuple[Chunk[Any], ...]]:
        """The entries of each kind in their order, in chunks."""
        return {kind: tuple(chunks(getattr(self, kind))) for kind in KIND_ATTRIBUTES}

    @cached_property
    def shared_names(self) -> frozenset[str]:
        """The German names, folded, that more than one entry bears."""
        counts = Counter(fold((entry.original or entry).called) for entry in self.entries)
        return frozenset(name for name, count in counts.items() if count > 1)

    @property
    def withheld(self) -> tuple[tuple[str, str], ...]:
        """Kind and id of what is known but may not be published: it has errors."""
        return tuple(sorted(self.known - {pair for e in self.entries for pair in ids_of(e)}))

    def association(self, key: str) -> Association | None:
        """The association with this id; `None` when it is known but may not be published."""
        return self.links.associations.get(key)

    def event(self, key: str) -> Event | None:
        """The event with this id."""
        return self.links.events.get(key)

    def network(self, key: str) -> Network | None:
        """The network with this id."""
        return self.links.networks.get(key)

    def posting(self, key: str) -> Posting | None:
        """The posting with this id."""
        return self.links.postings.get(key)

    def programme(self, key: str) -> Funding | None:
        """The funding programme with this id."""
        return self.links.programmes.get(key)

    def events_of(self, association: str) -> tuple[Event, ...]:
        """The events that the association with this id organises, itself readable or not."""
        return self.links.events_by_organiser.get(association, ())

    def postings_of(self, association: str) -> tuple[Posting, ...]:
        """The offers and seeks of an association."""
        return self.links.postings_by_association.get(association, ())

    def networks_of(self, association: str) -> tuple[Network, ...]:
        """The networks that an association belongs to."""
        return self.links.networks_by_member.get(association, ())

    def meetings_of(self, network: str) -> tuple[Event, ...]:
        """The events that name a network."""
        return self.links.events_by_network.get(network, ())

    def events_funded_by(self, programme: str) -> tuple[Event, ...]:
        """The events that a programme paid for."""
        return self.links.events_by_programme.get(programme, ())

    def revision_of(self, event: str) -> int:
        """When what calendars say of an event was last changed; 0 when that is not known."""
        return self.changed_at(f"{Event.folder}/{event}")

    def changed_at(self, place: str) -> int:
        """When the entry at a place such as `events/fest` was last changed, as far as is known."""
        return self.revisions.get(place, 0)

    def added_at(self, place: str) -> int:
        """When the entry at a place such as `events/fest` came; 0 when that is not known."""
        return self.added.get(place, 0)

    def is_known(self, place: str) -> bool:
        """Whether an entry is or was at a place such as `events/fest`: an address belongs to it."""
        folder, _, key = place.partition("/")
        return (folder, key) in self.known

    def is_taken(self, place: str) -> bool:
        """Whether an address belongs to an entry, or to a file that has errors."""
        return self.is_known(place) or place in self._taken

    @cached_property
    def _taken(self) -> frozenset[str]:
        return frozenset("/".join(pair) for entry in self.entries for pair in ids_of(entry))

    def without(self, paths: Collection[str]) -> "Catalogue":
        """The same catalogue without the entries and translations of these files."""
        if not paths:
            return self
        kept = [
            _without_translations(entry, paths)
            for entry in self.entries
            if entry.origin.path not in paths
        ]
        found = resolve(kept, self.vocabularies, self.pictures, self.known)
        return replace(
            found,
            revisions=self.revisions,
            added=self.added,
            forgotten=self.forgotten,
            city_map=self.city_map,
            holidays=self.holidays,
        )


def ids_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """The kind with the id of an entry, and with those it once had, as far as they were read."""
    formerly = getattr(entry, "formerly", ())
    for key in (entry.id, *(formerly if isinstance(formerly, tuple) else ())):
        yield entry.folder, key


def _without_translations(entry: E, paths: Collection[str]) -> E:
    if not any(translation.path in paths for translation in entry.translations):
        return entry
    return replace(entry, translations=tuple(t for t in entry.translations if t.path not in paths))


@record(frozen=True)
class Indexes(Frozen):
    """The indexes behind the catalogue's methods."""

    associations: Mapping[str, Association] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    networks: Mapping[str, Network] = field(default_factory=dict)
    postings: Mapping[str, Posting] = field(default_factory=dict)
    programmes: Mapping[str, Funding] = field(default_factory=dict)
    events_by_organiser: ByKey[Event] = field(default_factory=dict)
    events_by_network: ByKey[Event] = field(default_factory=dict)
    events_by_programme: ByKey[Event] = field(default_factory=dict)
    postings_by_association: ByKey[Posting] = field(default_factory=dict)
    networks_by_member: ByKey[Network] = field(default_factory=dict)


_NO_KINDS = (
    *("vocabularies", "pictures", "known", "revisions", "added"),
    *("forgotten", "city_map", "holidays", "links"),
)
KIND_ATTRIBUTES = tuple(f.name for f in fields(Catalogue) if f.name not in _NO_KINDS)
"""The kinds of entries, by the attributes of the catalogue that hold them."""


def resolve(
    entries: Iterable[Entry],
    vocabularies: Vocabularies,
    pictures: Mapping[str, PictureFile] = _NO_PICTURES,
    known: frozenset[tuple[str, str]] = frozenset(),
) -> Catalogue:
    """Link `entries` into a catalogue. Order of the input does not matter."""
    by_folder: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=_order):
        by_folder[entry.folder].append(entry)
    kinds: dict[str, Any] = {kind: tuple(by_folder[kind]) for kind in KIND_ATTRIBUTES}
    links = Indexes(
        associations={entry.id: entry for entry in kinds["associations"]},
        events={entry.id: entry for entry in kinds["events"]},
        networks={entry.id: entry for entry in kinds["networks"]},
        postings={entry.id: entry for entry in kinds["board"]},
        programmes={entry.id: entry for entry in kinds["funding"]},
        events_by_organiser=_group(kinds["events"], lambda event: event.organisers),
        events_by_network=_group(kinds["events"], lambda event: event.networks),
        events_by_programme=_group(kinds["events"], lambda event: event.funding),
        postings_by_association=_group(kinds["board"], lambda posting: (posting.association,)),
        networks_by_member=_group(kinds["networks"], lambda network: network.members),
    )
    return Catalogue(
        **kinds, vocabularies=vocabularies, pictures=pictures, known=known, links=links
    )


def _order(entry: Entry) -> tuple[tuple[str, str], str]:
    return sort_key(entry.called), entry.id


def _group(entries: Iterable[E], keys: Callable[[E], Iterable[str]]) -> ByKey[E]:
    groups: dict[str, list[E]] = defaultdict(list)
    for entry in entries:
        for key in keys(entry):
            groups[key].append(entry)
    return {key: tuple(group) for key, group in groups.items()}


_KIND_WORDS = {
    "associations": ("Einen Verein", "an association"),
    "events": ("Eine Veranstaltung", "an event"),
    "board": ("Einen Aushang", "a posting"),
    "networks": ("Ein Netzwerk", "a network"),
    "funding": ("Ein Förderprogramm", "a funding programme"),
}


@record(frozen=True)
class ReferenceTargets(Frozen):
    """What a reference may lead to.

    `ids` are those of all files of a folder, also of those with errors: a mistake in one entry must
    not spread to the entries that name it. `entries` are those that may be meant by their names.
    """

    ids: Mapping[str, Collection[str]]
    images: Collection[str] = ()
    entries: tuple[Entry, ...] = ()

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """By folder, the id to each name that only one bears, as `text.fold` folds it.

        Gathered only when a reference leads nowhere: there are many names.
        """
        return names_of(self.entries)

    def among(self, reader: Reference) -> set[str]:
        """All ids that the field may hold."""
        return {*reader.also, *(i for kind in reader.kinds for i in self.ids.get(kind, ()))}

    def has(self, reader: Reference, target: str) -> bool:
        """Whether the field may hold an id; asked of every reference, so no set is made for it."""
        for kind in reader.kinds:
            if target in self.ids.get(kind, ()):
                return True
        return target in reader.also

    def lacks(self, target: str, reader: Reference | ImageFile) -> bool:
        """Whether a reference leads to no entry or picture."""
        if isinstance(reader, ImageFile):
            return target not in self.images
        return not self.has(reader, target)

    def called(self, reader: Reference, text: str) -> str:
        """The id that exactly this names: by the entry's name, or as an id is made from it."""
        for name in dict.fromkeys((text, without_form(text))):
            named = {self.names.get(kind, {}).get(fold(name), "") for kind in reader.kinds} - {""}
            made = slug(name)
            if len(named) == 1 or self.has(reader, made):
                return named.pop() if len(named) == 1 else made
        return ""

    def nearest(self, reader: Reference, text: str) -> str:
        """The id that was probably meant; empty without any."""
        names = {n: i for kind in reader.kinds for n, i in self.names.get(kind, {}).items()}
        return (
            self.called(reader, text)
            or nearest(slug(text) or text, self.among(reader))
            or names.get(nearest(text, names), "")
        )


def names_of(entries: Iterable[Entry]) -> Mapping[str, Mapping[str, str]]:
    """The id of each entry by its folder and its names, without those that more than one bears."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entry in entries:
        for attribute in ("name", "short_name", "title"):
            name = getattr(entry, attribute, "")
            if name is not UNREAD and isinstance(name, str) and name:
                found[entry.folder][fold(name)].add(entry.id)
    return {
        folder: {name: next(iter(ids)) for name, ids in names.items() if len(ids) == 1}
        for folder, names in found.items()
    }


def broken_references(entries: Iterable[Entry], known: ReferenceTargets) -> Iterator[Diagnostic]:
    """Every reference to an entry or picture that does not exist."""
    for entry in entries:
        for path, target, reader in RecordField(type(entry)).targets(entry, ""):
            if known.lacks(target, reader):
                code, details = _nowhere(target, reader, known)
                yield entry.problem(path, code, **details)


def broken_in_draft(
    path: str, read: Iterable[RawReference], known: ReferenceTargets
) -> Iterator[Diagnostic]:
    """The same in a file with errors, as far as it could be read."""
    for target, place, reader in read:
        if known.lacks(target, reader):
            yield diagnostic(path, place, *_nowhere(target, reader, known))


def _nowhere(
    target: str, reader: Reference | ImageFile, known: ReferenceTargets
) -> tuple[str, Mapping[str, object]]:
    """Code and details of a reference that leads to no entry or picture."""
    if isinstance(reader, ImageFile):
        return "IMG-MISSING", {"value": target, "suggestion": nearest(target, known.images)}
    german, english = _KIND_WORDS[reader.kinds[-1]]
    details: dict[str, object] = {"kind_de": german, "kind_en": english, "value": target}
    exact, is_id = known.called(reader, target), ID.fullmatch(target) is not None
    several = () if exact else _several(target, reader, known)
    if several:
        return "FLD-LIST", {"value": f"[{', '.join(several)}]"}
    if reader.place and not exact and _is_online(target):
        return "REF-ONLINE", {"value": target}
    near = exact or (known.nearest(reader, target) if is_id or not reader.place else "")
    if reader.place and not near:
        return "REF-PLACE", {**details, "place": place_named(target)}
    return "REF-MISSING" if is_id else "REF-NAME", {**details, "suggestion": near}


def _several(text: str, reader: Reference, known: ReferenceTargets) -> tuple[str, ...]:
    """The ids of several entries that stand in one text by their names; none where one is not."""
    for between in BETWEEN:
        ids = [known.called(reader, part) or part for part in re.split(between, text) if part]
        if len(ids) > 1 and not {*ids} - known.among(reader):
            return tuple(dict.fromkeys(ids))
    return ()


_ONLINE_ADDRESS = r"(?:https?://|www\.)\S+"
_ONLINE_WORDS = frozenset(
    "online virtuell digital internet videokonferenz zoom jitsi webex bigbluebutton".split()
)
_AROUND_ONLINE = frozenset("im ins per via uber nur auf mit meeting".split())


def _is_online(venue: str) -> bool:
    """Whether a venue says that something takes place online: »online«, »per Zoom«."""
    words = {*re.findall(r"\w+", fold(venue))}
    is_said = bool(words & _ONLINE_WORDS) and words <= _ONLINE_WORDS | _AROUND_ONLINE
    return is_said or re.fullmatch(_ONLINE_ADDRESS, venue) is not None


def place_named(name: str) -> str:
    """How a place is described that is called so: `{name: Bürgerhaus}`."""
    name = re.sub(r"\A(?:name|venue): *(?=\S)", "", name)
    plain = re.fullmatch(r"[^\W_][^,:#\[\]{}\"'\\]*", name) and not name[0].isdigit()
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f"{{name: {name}}}" if plain else f'{{name: "{quoted}"}}'


def pictures_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """(path, file) of every picture that an entry names."""
    for path, target, reader in RecordField(type(entry)).targets(entry, ""):
        if isinstance(reader, ImageFile):
            yield path, target


def named_pictures(entries: Iterable[Entry]) -> frozenset[str]:
    """The files of all pictures that entries name."""
    return frozenset(file for entry in entries for _, file in pictures_of(entry))
