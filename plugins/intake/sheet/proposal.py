"""A mapping proposed for a list with other column names: a guess that somebody reads and corrects.

What a column is called decides, what stands in it may overrule: a field whose values would be
refused is proposed as a comment, with the reason.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from plugins.catalogue.descriptions import label
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import Entry
from plugins.catalogue.text import fold
from plugins.findings.safe import escape
from plugins.intake.content import ContentFolder
from plugins.intake.sheet.column_guess import Guess, best_guess
from plugins.intake.sheet.columns import BASE, ID
from plugins.intake.sheet.foreign_names import PERSONS
from plugins.intake.sheet.foreign_words import ForeignWords, is_of, proposed_words
from plugins.intake.sheet.headers import headers_in
from plugins.intake.sheet.mapping import ColumnMapping
from plugins.intake.sheet.problems import where
from plugins.intake.sheet.rows import Table, table_of
from plugins.intake.sheet.sheet_diff import sheet_diff
from plugins.intake.sheet.workbook import Worksheet

_SEPARATORS = ",/"
_SKIPPED = ("Summe", "Gesamt", "Stand")

_TAKEN_UP = ("listed", "posted")
"""The days on which an entry is taken up: today, for all rows."""

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
    best = [best_guess(sheet, kind) for sheet in sheets]
    found = next((guess for guess in best if needed in guess.columns), None)
    found = found or next((guess for guess in best if guess.columns), None)
    return _proposal(found, kind, content) if found else None


# --- the file, after a trial of what stands in the columns ---


def _proposal(guess: Guess, kind: type[Entry], content: ContentFolder) -> MappingProposal:
    required, today = _required(kind), content.existing.today.isoformat()
    days = [key for key in required if key in _TAKEN_UP and key not in guess.columns]
    constants = dict.fromkeys(days, today)
    given = (*guess.columns, *constants)
    missing = [key for key in required if not any(is_of(one, key) for one in given)]
    words, wrong = _tried(guess, constants, kind, content)
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


def _tried(
    guess: Guess, constants: Mapping[str, str], kind: type[Entry], content: ContentFolder
) -> tuple[ForeignWords, dict[str, str]]:
    """Our words for theirs, and the fields that are refused with the reason."""
    words = proposed_words(_table(guess, constants, {}, kind, content), guess.columns, content)
    optional = [key for key in guess.columns if key not in _required(kind)]
    wrong = _refused(_table(guess, constants, words, kind, content), optional, content)
    kept = {key: pairs for key, pairs in words.items() if not any(is_of(key, k) for k in wrong)}
    return kept, wrong


def _table(
    guess: Guess,
    constants: Mapping[str, str],
    words: ForeignWords,
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
    return table_of((guess.sheet,), kind, content.lists, content.existing.site.region, mapping)


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


def _column_lines(guess: Guess, wrong: Mapping[str, str], kind: type[Entry]) -> Iterator[str]:
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


def _word_lines(words: ForeignWords) -> Iterator[str]:
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


def _yaml(text: str) -> str:
    """One value as it stands in a YAML file."""
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).split("\n")[0].strip()
