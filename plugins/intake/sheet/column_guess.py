"""What the columns of a list from elsewhere mean, by their names."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from plugins.catalogue.model import Entry
from plugins.catalogue.text import MAX_WORD, fold
from plugins.intake.sheet import survey_exports
from plugins.intake.sheet.foreign_names import NAMES, PERSONS
from plugins.intake.sheet.foreign_words import is_of
from plugins.intake.sheet.headers import HeaderRows, header_rows
from plugins.intake.sheet.mapping import Names
from plugins.intake.sheet.problems import letters
from plugins.intake.sheet.workbook import Worksheet

ALIKE = 0.75
"""How much of a header and of a question must be the same, from 0 to 1."""


@dataclass(frozen=True)
class Guess:
    """What the columns mean if the headers stand in these rows."""

    sheet: Worksheet
    rows: int
    columns: Mapping[str, str]
    """How their columns are named in a mapping, by our fields."""
    left: tuple[str, ...]
    """What those are called that have no place."""

    def worth(self) -> tuple[int, int]:
        """How many columns have found a place; of the same number one row is better than two."""
        return len(self.columns), -self.rows


def best_guess(sheet: Worksheet, kind: type[Entry]) -> Guess:
    """The guess that finds most columns a place, wherever the headers stand."""
    return max((_guess(rows, sheet, kind) for rows in header_rows(sheet)), key=Guess.worth)


def _guess(rows: HeaderRows, sheet: Worksheet, kind: type[Entry]) -> Guess:
    """Each column by its longest name, which no other has: with the header above it."""
    names = {n: next(iter(names.values())) for n, names in enumerate(rows.names, start=1) if names}
    folded = Counter(map(fold, names.values()))
    placed = _known(rows.names, [*names], kind)
    left = {n: name for n, name in names.items() if n not in placed.values()}
    placed |= _asked(left, placed, kind)
    called = {
        key: f"Spalte {letters(n)}" if folded[fold(names[n])] > 1 or " + " in names[n] else names[n]
        for key, n in placed.items()
    }
    unplaced = tuple(name for n, name in names.items() if n not in placed.values())
    return Guess(sheet, rows.rows, _joined_up(called), unplaced)


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
    for key in survey_exports.asked_fields(kind):
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


def _plain(name: str) -> str:
    """A folded name without what people put around it: »Telefon:«, »*E-Mail«."""
    return name.strip(" :*.()\N{BYTE ORDER MARK}")
