"""A mapping proposed for a list with other column names: a guess that somebody reads and corrects.

What a column is called decides, what stands in it may overrule: a field whose values would be
refused is proposed as a comment, with the reason.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

import yaml

from plugins.catalogue.descriptions import label
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import Entry
from plugins.catalogue.text import MAX_WORD, fold
from plugins.findings.safe import escape
from plugins.intake.content import ContentFolder
from plugins.intake.sheet import survey_exports
from plugins.intake.sheet.columns import BASE, ID
from plugins.intake.sheet.foreign_names import NAMES, PERSONS
from plugins.intake.sheet.foreign_words import Words, is_of, proposed_words
from plugins.intake.sheet.headers import HeaderRows, header_rows, headers_in
from plugins.intake.sheet.mapping import ColumnMapping, Names
from plugins.intake.sheet.problems import letters, where
from plugins.intake.sheet.rows import Table, table_of
from plugins.intake.sheet.sheet_diff import sheet_diff
from plugins.intake.sheet.workbook import Worksheet

ALIKE = 0.75
"""How much of a header and of a question must be the same, from 0 to 1."""

_SEPARATORS = ",/"
_SKIPPED = ("Summe", "Gesamt", "Stand")

_HEAD = (
    "# Vorschlag: unser Feld, dahinter die Spalte der Liste. Bitte prüfen (docs/tabellen.md).",
    "# A proposal: our field, then the column of the list. Please check it.",
)


@dataclass(frozen=True)
class MappingProposal:
    """The text of a mapping file, and the names of columns that it has no place for."""

    text: str
    unplaced: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    """The names of columns most of whose cells do not fit; they are proposed as comments."""
    open: tuple[str, ...] = ()
    """What a person has to fill in: fields without a column, words that are not known."""


def is_foreign(sheets: tuple[Worksheet, ...], kind: type[Entry]) -> bool:
    """Whether a sheet has columns of its own where something that an entry must have is missing."""
    found = next(filter(None, (headers_in(sheet, kind) for sheet in sheets)), None)
    if found is None:
        return True
    ours = {key.partition(".")[0] for key in found.places}
    return bool(found.findings) and not ours & {ID, BASE} and not {*_required(kind)} <= ours


def _required(kind: type[Entry]) -> list[str]:
    return [key for key, known in fields_of(kind).items() if known.required]


def proposed(
    sheets: tuple[Worksheet, ...], kind: type[Entry], content: ContentFolder
) -> MappingProposal | None:
    """A mapping for the first sheet whose columns can be guessed; `None` when none can."""
    needed = "title" if "title" in fields_of(kind) else "name"
    best = [
        max((_guess(rows, sheet, kind) for rows in header_rows(sheet)), key=_worth)
        for sheet in sheets
    ]
    found = next((guess for guess in best if needed in guess.columns), None)
    found = found or next((guess for guess in best if guess.columns), None)
    return _proposal(found, kind, content) if found else None


# --- what the columns mean, by their names ---


@dataclass(frozen=True)
class _Guess:
    """What the columns mean if the headers stand in these rows."""

    sheet: Worksheet
    rows: int
    columns: Mapping[str, str]
    """How their columns are named in a mapping, by our fields."""
    left: tuple[str, ...]


def _worth(guess: _Guess) -> tuple[int, int]:
    """How many columns have found a place; of the same number one row of headers is better."""
    return len(guess.columns), -guess.rows


def _guess(rows: HeaderRows, sheet: Worksheet, kind: type[Entry]) -> _Guess:
    names = {n: _shown(names) for n, names in enumerate(rows.names, start=1) if names}
    folded = Counter(map(fold, names.values()))
    placed = _known(rows.names, [*names], kind)
    left = {n: name for n, name in names.items() if n not in placed.values()}
    placed |= _asked(left, placed, kind)
    called = {
        key: f"Spalte {letters(n)}" if folded[fold(names[n])] > 1 or " + " in names[n] else names[n]
        for key, n in placed.items()
    }
    unplaced = tuple(name for n, name in names.items() if n not in placed.values())
    return _Guess(sheet, rows.rows, _joined_up(called), unplaced)


def _known(columns: tuple[Names, ...], numbers: list[int], kind: type[Entry]) -> dict[str, int]:
    """The columns that are called as lists from elsewhere call them, the better names first."""
    placed: dict[str, int] = {}
    plain = {n: {*map(_plain, columns[n - 1])} for n in numbers}
    for key, names in NAMES.get(kind.folder, {}).items():
        free = [n for n in numbers if n not in placed.values()]
        found = next((n for name in names for n in free if fold(name) in plain[n]), 0)
        if found:
            placed[key] = found
    return placed


def _asked(left: Mapping[int, str], placed: Iterable[str], kind: type[Entry]) -> dict[str, int]:
    """The columns whose headers are the questions of our forms, or much like them."""
    found: dict[str, int] = {}
    headers = {n: survey_exports.plain(name) for n, name in left.items()}
    for key in survey_exports.asked(kind):
        names = [survey_exports.plain(name) for name in survey_exports.names_of(kind, key)]
        worth = {
            n: max(_alike(header, name) for name in names)
            for n, header in headers.items()
            if n not in found.values() and not any(word in header for word in PERSONS)
        }
        best = max(worth, key=lambda n: (worth[n], -n), default=0)
        if best and worth[best] >= ALIKE and not any(is_of(k, key) for k in placed):
            found[key] = best
    return found


def _alike(header: str, question: str) -> float:
    return SequenceMatcher(None, header[:MAX_WORD], question[:MAX_WORD], autojunk=False).ratio()


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


# --- the file, after a trial of what stands in the columns ---


def _proposal(guess: _Guess, kind: type[Entry], content: ContentFolder) -> MappingProposal:
    required, today = _required(kind), content.world.today.isoformat()
    days: list[str] = [
        key for key in ("listed", "posted") if key in required and key not in guess.columns
    ]
    constants: dict[str, str] = dict.fromkeys(
        days, today
    )  # true of every row: that it is taken up today
    given = (*guess.columns, *constants)
    missing = [key for key in required if not any(is_of(one, key) for one in given)]
    words = proposed_words(_table(guess, constants, {}, kind, content), guess.columns, content)
    table = _table(guess, constants, words, kind, content)
    wrong = _refused(table, [key for key in guess.columns if key not in required], content)
    words = {key: pairs for key, pairs in words.items() if not any(is_of(key, k) for k in wrong)}
    lines = (
        *_HEAD,
        *_column_lines(guess, wrong, kind),
        *_constant_lines(constants, missing, kind),
        *_word_lines(words),
        f"separators: {_yaml(_SEPARATORS)}",
        f"skip: [{', '.join(_SKIPPED)}]",
    )
    unknown = (f"{label(kind, key)} »{one}«" for key, w in words.items() for one in _open(w))
    return MappingProposal(
        "".join(f"{line}\n" for line in lines),
        guess.left,
        tuple(guess.columns[key] for key in wrong),
        (*(label(kind, key) for key in missing), *unknown),
    )


def _table(
    guess: _Guess,
    constants: Mapping[str, str],
    words: Words,
    kind: type[Entry],
    content: ContentFolder,
) -> Table:
    """The list as it would be read."""
    sure = {key: {t: o for t, o in pairs.items() if o} for key, pairs in words.items()}
    mapping = ColumnMapping(
        columns=FrozenMap((key, (name,)) for key, name in guess.columns.items()),
        constants=FrozenMap(constants.items()),
        values=FrozenMap((key, FrozenMap(pairs.items())) for key, pairs in sure.items()),
        separators=_SEPARATORS,
        skip=_SKIPPED,
    )
    return table_of((guess.sheet,), kind, content.lists, content.world.site.region, mapping)


def _refused(table: Table, optional: Iterable[str], content: ContentFolder) -> dict[str, str]:
    """Why a field that an entry can do without fits half of its cells at most, by its key."""
    diff = sheet_diff(table, content)
    found = [one for one in diff.found if one.is_error and not one.path and one.place.column]
    wrong: dict[str, str] = {}
    for key in optional:
        bad = [one for one in found if is_of(table.keys.get(one.place.column, ""), key)]
        filled = [
            row.number
            for row in table.rows
            if any(text and is_of(name, key) for name, text in row.cells.items())
        ]
        if bad and 2 * len({one.place.line for one in bad}) >= len(filled):
            place = where(bad[0].place, table.label(bad[0]), "de")
            wrong[key] = escape(f"{place}: {bad[0].message('de')}")
    return wrong


def _column_lines(guess: _Guess, wrong: Mapping[str, str], kind: type[Entry]) -> Iterator[str]:
    yield "columns:"
    for key, name in guess.columns.items():
        why = f"   # {wrong[key]}" if key in wrong else ""
        yield f"  {'# ' if why else ''}{key}: {_yaml(name)}{why}"
    if guess.left:
        yield "  # Ohne Platz / without a place:"
        yield from (f"  # {_why(name, kind)}{escape(_yaml(name))}" for name in guess.left)


def _why(name: str, kind: type[Entry]) -> str:
    """What is to be known before a column that holds people gets a place."""
    where = " (contacts.1.name, consent)" if "contacts" in fields_of(kind) else ""
    person = any(word in fold(name) for word in PERSONS)
    return f"Personen nur mit Einwilligung{where}: " if person else ""


def _constant_lines(
    constants: Mapping[str, str], missing: list[str], kind: type[Entry]
) -> Iterator[str]:
    if constants:
        yield "# Bitte prüfen: gilt, wo die Liste nichts sagt."
        yield "constants:"
        yield from (f"  {key}: {_yaml(value)}" for key, value in constants.items())
    if missing:
        yield "# Bitte ausfüllen: dafür gibt es keine Spalte. Unter columns eine nennen oder"
        yield "# hier den Wert, der für alle gilt; dann das # davor wegnehmen."
        yield from () if constants else ("# constants:",)
        yield from (f"  # {key}:   # Bitte ausfüllen ({label(kind, key)})" for key in missing)


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


def _plain(name: str) -> str:
    """A folded name without what people put around it: »Telefon:«, »*E-Mail«."""
    return name.strip(" :*.()\N{BYTE ORDER MARK}")


def _yaml(text: str) -> str:
    """One value as it stands in a YAML file."""
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).split("\n")[0].strip()
