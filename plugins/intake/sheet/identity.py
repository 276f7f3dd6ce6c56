"""Which entry a row is about that gives no id: one that is there already, or a new one."""

from collections.abc import Iterator
from dataclasses import replace

from plugins.catalogue.model import Entry, Event, Posting
from plugins.catalogue.names import slug, without_form
from plugins.intake.naming import proposal
from plugins.intake.sheet.content import Content
from plugins.intake.sheet.table import Line, Table

_MANY = (Event, Posting)
"""Of these several may have the same title."""


def identified(table: Table, content: Content) -> Table:
    """The table with an id for every row; empty where only a person can think of one."""
    return replace(table, lines=tuple(_Ids(table, content).lines()))


class _Ids:
    def __init__(self, table: Table, content: Content) -> None:
        self._table, self._content = table, content
        self._starts = {
            entry.id: entry.start.isoformat()[:10]
            for entry in content.entries(Event)
            if isinstance(entry, Event)
        }
        self._used = {line.id for line in table.lines if line.id}

    def lines(self) -> Iterator[Line]:
        for line in self._table.lines:
            yield line if line.id or not line.name else self._with_id(line)

    def _with_id(self, line: Line) -> Line:
        """The entry of that name; else the one whose id is made of it; else a new id.

        That the name is the same is enough to add to an entry; that the id is, is not.
        """
        kind = self._table.kind
        named = sorted(self._named(line))
        if len(named) == 1:
            self._used.add(named[0])
            return replace(line, id=named[0], made=False)
        made = slug(without_form(line.name))
        if made in self._content.world.ids[kind.folder] and kind not in _MANY:
            return replace(line, id=made)
        found = self._new(line, kind)
        self._used.add(found)
        return replace(line, id=found)

    def _named(self, line: Line) -> set[str]:
        """The entries that the name of the row means; of events those on its day."""
        found = self._content.lists.named(self._table.kind.folder, line.name)
        if self._table.kind is Event:
            return {n for n in found - self._used if self._starts.get(n) == _day(line)}
        return found - self._used if self._table.kind in _MANY else found

    def _new(self, line: Line, kind: type[Entry]) -> str:
        """A free id; where several entries may have the same title, its day tells them apart."""
        world = self._content.world
        if kind in _MANY:
            return proposal(line.name, kind, world, self._used, apart=_day(line))
        return proposal(line.name, kind, world)


def _day(line: Line) -> str:
    return line.cells.get("start", "")[:10]
