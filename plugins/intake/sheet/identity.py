"""Which entry each row is about: the one that it names, one that is there already, or a new one."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.find import DEVICES
from plugins.catalogue.model import Event, Posting
from plugins.catalogue.names import ID as ID_FORM
from plugins.catalogue.names import MAX_ID, slug, without_form
from plugins.intake.content import ContentFolder
from plugins.intake.naming import proposal
from plugins.intake.sheet.columns import ID
from plugins.intake.sheet.problems import finding
from plugins.intake.sheet.rows import SheetRow, Table

_MANY = (Event, Posting)
"""Of these several may have the same title."""


def identified(table: Table, content: ContentFolder) -> Table:
    """The table with an id for every row; empty where only a person can think of one."""
    return replace(table, rows=tuple(_identified(table, content)))


def _identified(table: Table, content: ContentFolder) -> Iterator[SheetRow]:
    """The entry of that name; else the one whose id is made of it; else a new id.

    That the name is the same is enough to add to an entry; that the id is, is not. Events and
    postings of one title are told apart by their days.
    """
    kind, used = table.kind, {row.id for row in table.rows if row.id}
    starts = {e.id: e.start.isoformat()[:10] for e in content.entries(Event) if type(e) is Event}
    for row in table.rows:
        if row.id or not row.name:
            yield row
            continue
        taken, apart = (used, _day(row)) if kind in _MANY else (set(), "")
        named = content.lists.named(kind.folder, row.name) - taken
        if kind is Event:
            named = {one for one in named if starts.get(one) == _day(row)}
        made = slug(without_form(row.name))
        if len(named) == 1:
            found = replace(row, id=named.pop(), made=False)
        elif made in content.existing.ids[kind.folder] and kind not in _MANY:
            found = replace(row, id=made)
        else:
            found = replace(row, id=proposal(row.name, kind, content.existing, taken, apart=apart))
        used.add(found.id)
        yield found


def _day(row: SheetRow) -> str:
    return row.cells.get("start", "")[:10]


def problems_of_ids(table: Table, broken: Collection[str]) -> Iterator[Diagnostic]:
    """Every row has an id of its own, in the form of an id, of an entry that can be read."""
    column = next((column for column, key in table.keys.items() if key == ID), 0)
    first: dict[str, int] = {}
    for row in table.rows:
        place = row.number, 0 if row.made else column
        other = first.setdefault(row.id, row.number)
        if not row.id:
            yield finding(row.number, 0, "SHEET-NO-ID")
        elif not ID_FORM.fullmatch(row.id) or len(row.id) > MAX_ID:
            yield finding(*place, "ID-FORM", value=row.id, suggestion=slug(row.id))
        elif other != row.number:
            yield finding(*place, "SHEET-ID-TWICE", value=row.id, other=other)
        elif row.id in DEVICES:
            yield finding(*place, "FILE-RESERVED", name=row.id)
        elif row.id in broken:
            yield finding(row.number, 0, "SHEET-BROKEN")
