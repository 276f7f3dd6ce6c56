"""A mapping proposed for a list with other column names: a guess that somebody reads and corrects.

What a column is called decides, what stands in it may overrule: a field whose values would be
refused is proposed as a comment, with the reason.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

import yaml

from plugins.catalogue.descriptions import label
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import Entry
from plugins.catalogue.text import MAX_WORD, fold
from plugins.findings.safe import escape
from plugins.intake.sheet import survey
from plugins.intake.sheet.columns import BASE, ID
from plugins.intake.sheet.content import Content
from plugins.intake.sheet.foreign import NAMES, PERSONS
from plugins.intake.sheet.grid import Grid
from plugins.intake.sheet.heads import HeadRows, head_rows, heads_in
from plugins.intake.sheet.letters import letters
from plugins.intake.sheet.mapping import ColumnMapping
from plugins.intake.sheet.plans import outcome
from plugins.intake.sheet.table import Line, Table, table_of
from plugins.intake.sheet.words import Words, is_of, proposed_words


@dataclass(frozen=True)
class Proposal:
    """The text of a mapping file, and the names of columns that it has no place for."""

    text: str
    unplaced: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    """The names of columns most of whose cells do not fit; they are proposed as comments."""
    open: tuple[str, ...] = ()
    """What a person has to fill in: fields without a column, words that are not known."""


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
    best = [
        max((_Guess(h, grid, kind, content) for h in head_rows(grid)), key=_Guess.worth)
        for grid in grids
    ]
    found = next((guess for guess in best if needed in guess.columns), None)
    found = found or next((guess for guess in best if guess.columns), None)
    return found.proposal() if found else None


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
        return _joined_up(found | self._asked(found))

    def _asked(self, found: Mapping[str, str]) -> dict[str, str]:
        """The columns whose heads are the questions of our forms, or much like them."""
        placed: dict[str, str] = {}
        for key in survey.asked(self._kind):
            names = [survey.plain(name) for name in survey.names_of(self._kind, key)]
            worth = {n: max(_alike(head, one) for one in names) for n, head in self._heads_left()}
            number = max(worth, key=lambda n: (worth[n], -n), default=0)
            if number and worth[number] >= ALIKE and not any(is_of(k, key) for k in found):
                placed[key] = self._name(number)
                del self._left[number]
        return placed

    def _heads_left(self) -> Iterator[tuple[int, str]]:
        heads = ((number, survey.plain(name)) for number, name in self._left.items())
        return (head for head in heads if not any(word in head[1] for word in PERSONS))

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
    def _required(self) -> tuple[str, ...]:
        return tuple(key for key, known in fields_of(self._kind).items() if known.required)

    @cached_property
    def _constants(self) -> dict[str, str]:
        """What is true of every row: that it is taken up today."""
        today = self._content.world.today.isoformat()
        days = (key for key in ("listed", "posted") if key in self._required)
        return {key: today for key in days if key not in self.columns}

    @cached_property
    def _missing(self) -> tuple[str, ...]:
        """What every entry must say, and the list has no column for."""
        given = (*self.columns, *self._constants)
        return tuple(key for key in self._required if not any(is_of(other, key) for other in given))

    def proposal(self) -> Proposal:
        """The file, after a trial of what stands in the columns."""
        words = proposed_words(self._table({}), self.columns, self._content)
        wrong = self._refused(words)
        words = {key: w for key, w in words.items() if not any(is_of(key, k) for k in wrong)}
        lines = [*_HEAD, *self._column_lines(wrong), *self._constant_lines(), *_word_lines(words)]
        lines += [f"separators: {_yaml(_SEPARATORS)}", f"skip: [{', '.join(_SKIPPED)}]"]
        unknown = (
            f"{self._label(key)} »{theirs}«" for key, w in words.items() for theirs in _open(w)
        )
        return Proposal(
            "\n".join(lines) + "\n",
            tuple(self._left.values()),
            tuple(self.columns[key] for key in wrong),
            (*map(self._label, self._missing), *unknown),
        )

    def _column_lines(self, wrong: Mapping[str, str]) -> Iterator[str]:
        yield "columns:"
        for key, name in self.columns.items():
            why = f"   # {wrong[key]}" if key in wrong else ""
            yield f"  {'# ' if why else ''}{key}: {_yaml(name)}{why}"
        if self._left:
            yield "  # Ohne Platz / without a place:"
            yield from (
                f"  # {self._why(name)}{escape(_yaml(name))}" for name in self._left.values()
            )

    def _constant_lines(self) -> Iterator[str]:
        if self._constants:
            yield "# Bitte prüfen: gilt, wo die Liste nichts sagt."
            yield "constants:"
            yield from (f"  {key}: {_yaml(value)}" for key, value in self._constants.items())
        if self._missing:
            yield "# Bitte ausfüllen: dafür gibt es keine Spalte. Unter columns eine nennen oder"
            yield "# hier den Wert, der für alle gilt; dann das # davor wegnehmen."
            yield from () if self._constants else ("# constants:",)
            yield from (
                f"  # {key}:   # Bitte ausfüllen ({self._label(key)})" for key in self._missing
            )

    def _label(self, key: str) -> str:
        return label(self._kind, key)

    def _why(self, name: str) -> str:
        """What is to be known before a column that holds people gets a place."""
        where = " (contacts.1.name, consent)" if "contacts" in fields_of(self._kind) else ""
        person = any(word in fold(name) for word in PERSONS)
        return f"Personen nur mit Einwilligung{where}: " if person else ""

    def _mapping(self, words: Words) -> ColumnMapping:
        sure = {key: {t: o for t, o in pairs.items() if o} for key, pairs in words.items()}
        return ColumnMapping(
            columns=FrozenMap((key, (name,)) for key, name in self.columns.items()),
            constants=FrozenMap(self._constants.items()),
            values=FrozenMap((key, FrozenMap(pairs.items())) for key, pairs in sure.items()),
            separators=_SEPARATORS,
            skip=_SKIPPED,
        )

    def _table(self, words: Words) -> Table:
        content = self._content
        region = content.world.site.region
        return table_of((self._grid,), self._kind, content.lists, region, self._mapping(words))

    def _refused(self, words: Words) -> dict[str, str]:
        """Why a field that an entry can do without fits half of its cells at most, by its key."""
        table = self._table(words)
        found = [f for f in outcome(table, self._content).verdict.findings if f.is_error]
        optional = (key for key in self.columns if key not in self._required)
        wrong: dict[str, str] = {}
        for key in optional:
            bad = [f for f in found if f.column and is_of(table.keys.get(f.column, ""), key)]
            filled = {line.number for line in table.lines if _says(line, key)}
            if bad and 2 * len({f.row for f in bad}) >= len(filled):
                wrong[key] = escape(f"{bad[0].where('de')}: {bad[0].said('de')[0]}")
        return wrong


ALIKE = 0.75
"""How much of a head and of a question must be the same, from 0 to 1."""


def _alike(head: str, question: str) -> float:
    return SequenceMatcher(None, head[:MAX_WORD], question[:MAX_WORD], autojunk=False).ratio()


_SEPARATORS = ",/"
_SKIPPED = ("Summe", "Gesamt", "Stand")

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


def _says(line: Line, key: str) -> bool:
    return any(text and is_of(name, key) for name, text in line.cells.items())


def _open(words: Mapping[str, str]) -> list[str]:
    """Their words that have none of ours yet."""
    return [theirs for theirs, ours in words.items() if not ours]


def _word_lines(words: Words) -> Iterator[str]:
    """The words that are known, and as comments those that a person has to fill in."""
    if not words:
        return
    yield "# Bitte prüfen: ihre Wörter, dahinter unsere; '-' lässt weg."
    if any(map(_open, words.values())):
        yield "# Bitte ausfüllen, was ein # davor hat, und das # wegnehmen; so lange wird nichts"
        yield "# eingelesen. Gibt es den Eintrag noch nicht, ihn erst anlegen."
    sure = {key: len(pairs) > len(_open(pairs)) for key, pairs in words.items()}
    yield "values:" if any(sure.values()) else "# values:"
    for key, pairs in words.items():
        yield f"  {key}:" if sure[key] else f"  # {key}:"
        for theirs, ours in pairs.items():
            known = f"    {_yaml(theirs)}: {_yaml(ours)}"
            yield known if ours else f"    # {escape(_yaml(theirs))}:   # Bitte ausfüllen"


def _shown(names: Mapping[str, str]) -> str:
    """The longest name is the one that no other column has: with the head above it."""
    return next(iter(names.values()))


def _repeated(names: Iterable[str]) -> set[str]:
    folded = Counter(map(fold, names := tuple(names)))
    return {name for name in names if folded[fold(name)] > 1}


def _plain(name: str) -> str:
    """A folded name without what people put around it: »Telefon:«, »*E-Mail«."""
    return name.strip(" :*.()\N{BYTE ORDER MARK}")


def _yaml(text: str) -> str:
    """One value as it stands in a YAML file."""
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).split("\n")[0].strip()
