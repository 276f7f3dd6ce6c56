"""Exports of survey programs: LimeSurvey, Nextcloud Forms, LibreOffice Base.

`tidied` takes out what the program itself noted (numbers, times, who was signed in) and puts the
columns of one question together. Where the questions are those of our own forms, `mapping_in` says
which column is which field, so that nobody has to write a mapping.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from plugins.catalogue.descriptions import IDENTIFIER, TABLES, label
from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.model import Entry
from plugins.catalogue.text import fold
from plugins.intake.sheet.columns import BASE, ID, column_at
from plugins.intake.sheet.foreign_names import NOTED
from plugins.intake.sheet.mapping import ColumnMapping
from plugins.intake.sheet.values import quoted
from plugins.intake.sheet.workbook import EMPTY, CellRow, CellValue, Worksheet

ID_TITLE = IDENTIFIER.title
SURE = 2
"""So many of their columns tell that a table is one of theirs."""

_OPTION = re.compile(r"(.*\S)\s*\[([^\[\]]+)\]")
_CHOSEN = frozenset({"y", "yes", "ja", "j", "1", "x"})
_NOTHING = frozenset({"", "n/a", "n", "no", "nein", "0"})
_OTHER = frozenset({"other", "sonstiges", "-oth-", "andere", "anderes"})


def tidied(sheets: tuple[Worksheet, ...]) -> tuple[Worksheet, ...]:
    """The sheets without what a survey program noted. What is none of theirs stays as it is."""
    return tuple(_tidied(sheet) if _is_survey(sheet) else sheet for sheet in sheets)


def _is_survey(sheet: Worksheet) -> bool:
    headers = {fold(cell.text.strip()) for row in sheet.rows[:1] for cell in row}
    return any(len(headers & known) >= SURE for known in NOTED)


def _tidied(sheet: Worksheet) -> Worksheet:
    """Columns keep their places, so that findings name those of the file."""
    headers, *rows = sheet.rows
    names = [" ".join(cell.text.split()) for cell in headers]
    own = {n for n, name in enumerate(names) if any(fold(name) in known for known in NOTED)}
    groups = _groups(names)
    emptied = own | {n for group in groups.values() for n in group[1:]}
    firsts = {group[0]: name for name, group in groups.items()}
    header = tuple(
        EMPTY if n in emptied else CellValue("s", firsts.get(n, name))
        for n, name in enumerate(names)
    )
    return sheet._replace(rows=(header, *(_answers(row, names, groups, emptied) for row in rows)))


def _groups(names: list[str]) -> Mapping[str, list[int]]:
    """The columns of each question that has several; the question's own column is among them."""
    found: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        option = _OPTION.fullmatch(name)
        if option:
            found.setdefault(option[1], []).append(number)
    plain = {name: number for number, name in enumerate(names) if name in found}
    return {name: sorted({*group, plain.get(name, group[0])}) for name, group in found.items()}


def _answers(
    row: CellRow, names: list[str], groups: Mapping[str, list[int]], emptied: set[int]
) -> CellRow:
    """One line of answers."""
    cells = [*row, *(EMPTY for _ in range(len(names) - len(row)))]
    made = {
        group[0]: _joined([(names[n], cells[n].text) for n in group]) for group in groups.values()
    }
    return tuple(
        CellValue("s", made[n])
        if n in made
        else EMPTY
        if n in emptied or _is_nothing(cell)
        else cell
        for n, cell in enumerate(cells)
    )


def _is_nothing(cell: CellValue) -> bool:
    return fold(cell.text.strip()) == "n/a"


def _joined(answers: list[tuple[str, str]]) -> str:
    """What was chosen: the names of options, and what somebody wrote beside them."""
    chosen = dict.fromkeys(item for name, text in answers for item in _chosen(name, text.strip()))
    own = [item for item in chosen if fold(item) not in _OTHER]
    if len(own) < 2:
        return "".join(own)
    return "; ".join(quoted(item) if re.search('[,;"]', item) else item for item in own)


def _chosen(name: str, text: str) -> Iterator[str]:
    option = _OPTION.fullmatch(name)
    if fold(text) in _NOTHING:
        return
    yield option[2] if option and fold(text) in _CHOSEN else text


# --- the questions of our own forms --------------------------------------------------------------


def kind_of(sheets: tuple[Worksheet, ...]) -> type[Entry] | None:
    """The kind of entry whose form asks the questions of a sheet; `None` where that is none."""
    kinds = (form.kind for form in FORMS.values() if form.kind)
    return next((kind for kind in kinds if _places(sheets, kind)), None)


def mapping_in(
    sheets: tuple[Worksheet, ...], kind: type[Entry], today: date
) -> ColumnMapping | None:
    """Which column is which field, where all that an entry needs is asked as our forms ask it.

    An entry gets today as the day that the office would write. `None` for a sheet that has ids,
    such as ours. People are not taken over: a table does not say that they have agreed.
    """
    places = _places(sheets, kind)
    if not places:
        return None
    days = (key for key in todays(kind) if key not in places)
    return ColumnMapping(
        columns=FrozenMap((key, (name,)) for key, name in places.items()),
        constants=FrozenMap((key, today.isoformat()) for key in days),
        separators=",",
    )


def names_of(kind: type[Entry], key: str) -> tuple[str, ...]:
    """What our forms and tables call a field: its question, its title."""
    return tuple(filter(None, (TABLES[kind][key].question, label(kind, key))))


def asked_fields(kind: type[Entry]) -> Iterator[str]:
    """The fields that a column of a survey may hold, in the order of the table."""
    for key, row in TABLES[kind].items():
        if row.step and not key.startswith(_PEOPLE) and column_at(kind, key):
            yield key


_PEOPLE = ("contacts", "consent")


def plain(name: str) -> str:
    """A header without what programs and people put around it."""
    return fold(" ".join(name.split())).strip(" :*.?()\N{BYTE ORDER MARK}")


def _places(sheets: tuple[Worksheet, ...], kind: type[Entry]) -> dict[str, str]:
    """The names of columns by their fields; nothing where something is missing, or ids are there.

    The headers stand in the first row.
    """
    headers = [cell.text.strip() for cell in sheets[0].rows[0]] if sheets[0].rows else []
    columns = {plain(name): name for name in reversed(headers) if name}
    if {ID, BASE} & {name.partition(".")[0] for name in headers} or plain(ID_TITLE) in columns:
        return {}
    found: dict[str, str] = {}
    for key in (*asked_fields(kind), *todays(kind)):
        name = next((n for n in map(plain, names_of(kind, key)) if n in columns), "")
        if name:
            found[key] = columns.pop(name)
    days = todays(kind)
    needed = [key for key in TABLES[kind] if RecordField(kind).needs(key) and key not in days]
    return found if all(key in found for key in needed) else {}


def todays(kind: type[Entry]) -> list[str]:
    """The fields that are the day on which an entry is taken in."""
    rows = TABLES[kind].items()
    return [path for path, row in rows if row.proposed == "today" and RecordField(kind).needs(path)]
