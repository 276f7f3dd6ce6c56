"""A mapping proposed for a list with other column names: a guess that somebody reads and corrects.

What a column is called decides, what stands in it may overrule: a field whose values would be
refused is proposed as a comment, with the reason.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import yaml

from plugins.catalogue.model import Association, Entry, Event
from plugins.catalogue.schema import FrozenMap, fields_of
from plugins.catalogue.text import fold
from plugins.intake.sheet import joined
from plugins.intake.sheet.columns import BASE, ID
from plugins.intake.sheet.content import Content
from plugins.intake.sheet.foreign import NAMES, PERSONS
from plugins.intake.sheet.grid import Grid
from plugins.intake.sheet.heads import HeadRows, head_rows, heads_in
from plugins.intake.sheet.letters import letters
from plugins.intake.sheet.mapping import ColumnMapping
from plugins.intake.sheet.plans import outcome
from plugins.intake.sheet.table import Table, table_of


@dataclass(frozen=True)
class Proposal:
    """The text of a mapping file, and the names of columns that it has no place for."""

    text: str
    unplaced: tuple[str, ...]


def is_foreign(grids: tuple[Grid, ...], kind: type[Entry]) -> bool:
    """Whether a sheet has columns of its own where something that an entry must have is missing."""
    found = next(filter(None, (heads_in(grid, kind) for grid in grids)), None)
    if found is None:
        return True
    ours = {key.partition(".")[0] for key in found.places}
    required = {key for key, known in fields_of(kind).items() if known.required}
    return bool(found.findings) and not ours & {ID, BASE} and not required <= ours


def proposed(grids: tuple[Grid, ...], kind: type[Entry], content: Content) -> Proposal | None:
    """A mapping for the first sheet whose columns can be guessed; `None` when none can."""
    needed = "title" if "title" in fields_of(kind) else "name"
    for grid in grids:
        guess = max((_Guess(h, grid, kind, content) for h in head_rows(grid)), key=_Guess.worth)
        if needed in guess.columns:
            return guess.proposal()
    return None


class _Guess:
    """What the columns mean if the heads stand in these rows."""

    def __init__(self, heads: HeadRows, grid: Grid, kind: type[Entry], content: Content) -> None:
        self._heads, self._grid, self._kind, self._content = heads, grid, kind, content
        self._left = {
            number: _shown(names) for number, names in enumerate(heads.columns, start=1) if names
        }
        self._twice = _repeated(self._left.values())
        self.columns = self._placed()

    def worth(self) -> tuple[int, int]:
        """How many columns have found a place; of the same number one row of heads is better."""
        return len(self.columns), -self._heads.rows

    def _placed(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for key, names in NAMES.get(self._kind.folder, {}).items():
            number = self._number(names)
            if number and key not in found:
                found[key] = self._name(number)
                del self._left[number]
        return _joined_up(found)

    def _number(self, names: Iterable[str]) -> int:
        """The first column that is called by one of these names, the better ones first."""
        for name in names:
            for number in self._left:
                if fold(name) in map(_plain, self._heads.columns[number - 1]):
                    return number
        return 0

    def _name(self, number: int) -> str:
        name = self._left[number]
        return f"Spalte {letters(number)}" if name in self._twice or " + " in name else name

    @cached_property
    def _constants(self) -> dict[str, str]:
        world = self._content.world
        given: dict[str, str] = {}
        if self._kind is Association:
            topics = list(world.catalogue.vocabularies.get("topics", {}))
            given = {"listed": world.today.isoformat()} | ({"topics": topics[0]} if topics else {})
        elif self._kind is Event:
            given = {"organisers": "office"}
        return given

    def proposal(self) -> Proposal:
        """The file, after a trial of what stands in the columns."""
        values = self._values()
        wrong = self._refused(values)
        lines = [*_HEAD, "columns:"]
        lines += (
            f"  {key}: {_yaml(name)}" if key not in wrong else f"  # {key}: {_yaml(name)}   # {why}"
            for key, name in self.columns.items()
            for why in [wrong.get(key, "")]
        )
        if self._left:
            lines.append("  # Ohne Platz / without a place:")
            lines += (f"  # {_why(name)}{_yaml(name)}" for name in self._left.values())
        if self._constants:
            lines += ["# Bitte prüfen: gilt, wo die Liste nichts sagt.", "constants:"]
            lines += (f"  {key}: {_yaml(value)}" for key, value in self._constants.items())
        if values:
            lines += ["# Bitte prüfen: ihre Wörter, dahinter unsere; - lässt weg.", "values:"]
            for key, words in values.items():
                lines.append(f"  {key}:")
                lines += (f"    {_yaml(theirs)}: {_yaml(ours)}" for theirs, ours in words.items())
        lines += ['separators: ",/"', "skip: [Summe, Gesamt, Stand]"]
        return Proposal("\n".join(lines) + "\n", tuple(self._left.values()))

    def _mapping(self, values: Mapping[str, Mapping[str, str]]) -> ColumnMapping:
        return ColumnMapping(
            columns=FrozenMap((key, (name,)) for key, name in self.columns.items()),
            constants=FrozenMap(self._constants.items()),
            values=FrozenMap((key, FrozenMap(words.items())) for key, words in values.items()),
            separators=",/",
            skip=("Summe", "Gesamt", "Stand"),
        )

    def _values(self) -> dict[str, dict[str, str]]:
        """What stands for their topics and organisers that the site does not know."""
        key = {"associations": "topics", "events": "organisers"}.get(self._kind.folder, "")
        if key not in self.columns:
            return {}
        table = self._table({})
        said = (
            text for line in table.lines for name, text in line.cells.items() if _is_of(name, key)
        )
        items = dict.fromkeys(item for text in said for item in joined.split(text))
        known = {*self._content.world.catalogue.vocabularies.get("topics", {})}
        if key == "organisers":
            known = {"office", *self._content.world.ids["associations"]}
        unknown = {item: self._ours(item, key) for item in items if item not in known}
        return {key: unknown} if unknown else {}

    def _ours(self, item: str, key: str) -> str:
        """The topic that has their word among its own; nothing, so that the constant holds."""
        terms = self._content.world.catalogue.vocabularies.get("topics", {})
        called = fold(item)
        fits = (term for term in terms if called in map(fold, terms[term].words))
        return next(fits, "-") if key == "topics" else "-"

    def _table(self, values: Mapping[str, Mapping[str, str]]) -> Table:
        content = self._content
        region = content.world.site.region
        return table_of((self._grid,), self._kind, content.lists, region, self._mapping(values))

    def _refused(self, values: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        """Why a field that an entry can do without does not fit its column, by its key."""
        table = self._table(values)
        found = outcome(table, self._content).verdict.findings
        required = {key for key, known in fields_of(self._kind).items() if known.required}
        keys = {f: table.keys.get(f.column, "") for f in found if f.is_error and f.column}
        wrong: dict[str, str] = {}
        for finding, key in keys.items():
            named = next((k for k in self.columns if _is_of(key, k)), "")
            if named and named not in required:
                wrong.setdefault(named, f"{finding.where('de')}: {finding.said('de')[0]}")
        return wrong


_HEAD = (
    "# Vorschlag: unser Feld, dahinter die Spalte der Liste. Bitte prüfen (docs/tabellen.md).",
    "# A proposal: our field, then the column of the list. Please check it.",
)


def _joined_up(found: dict[str, str]) -> dict[str, str]:
    """Columns that only together are a value: date and time, street and number, street and town."""
    found = dict(found)
    for key, part in (("start", "start.time"), ("end", "end.time")):
        if part in found:
            time = found.pop(part)
            found[key] = f"{found[key]} + {time}" if key in found else time
    if "address.number" in found:
        number = found.pop("address.number")
        if "address.street" in found:
            found["address.street"] = f"{found['address.street']} + {number}"
    if "address.place" in found:
        place = found.pop("address.place")
        street = found.pop("address.street", "")
        found["address"] = f"{street} + {place}" if street else place
    if "address" in found and "address.street" in found:
        del found["address"]
    return found


def _is_of(key: str, above: str) -> bool:
    """Whether a key is another, or one inside of it."""
    whole = {"address": "address.", "location": "location."}.get(above, f"{above}.")
    return key == above or key.startswith(whole)


def _shown(names: Mapping[str, str]) -> str:
    """The longest name is the one that no other column has: with the head above it."""
    return next(iter(names.values()))


def _repeated(names: Iterable[str]) -> set[str]:
    folded = Counter(map(fold, names := tuple(names)))
    return {name for name in names if folded[fold(name)] > 1}


def _plain(name: str) -> str:
    """A folded name without what people put around it: »Telefon:«, »*E-Mail«."""
    return name.strip(" :*.()\N{BYTE ORDER MARK}")


def _why(name: str) -> str:
    person = any(word in fold(name) for word in PERSONS)
    return "Personen nur mit Einwilligung (contacts.1.name, consent): " if person else ""


def _yaml(text: str) -> str:
    """One value as it stands in a YAML file."""
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).split("\n")[0].strip()
