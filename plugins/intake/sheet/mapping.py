"""The mapping file: how a list with other column names becomes entries of ours.

    columns:                     # our field: the name of their column, or several, best first
      name: Vereinsname
      address.street: [Straße, Anschrift]
      topics: Sparte
    constants:                   # where their list says nothing
      listed: 2026-11-22
    values:                      # their words: ours
      topics: {Gesang: musik, Fußball: sport}
    separators: ",/"             # what else parts several values in a cell
    id: name                     # the field from which ids are made

It is read as strictly as an entry is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from plugins.catalogue import source
from plugins.catalogue.diagnostics import Diagnostic, Problems
from plugins.catalogue.find import read_bytes
from plugins.catalogue.model import Entry
from plugins.catalogue.schema import (
    NOTHING,
    Context,
    FrozenMap,
    ListOf,
    MapOf,
    Record,
    read_record,
)
from plugins.catalogue.text import fold, nearest
from plugins.catalogue.values import Line
from plugins.intake.sheet import joined
from plugins.intake.sheet.columns import ID, column_at, columns_of, lists_of_records
from plugins.intake.sheet.messages import Unreadable


@dataclass(frozen=True, kw_only=True)
class ColumnMapping(Record):
    """What a mapping file says."""

    columns: Annotated[FrozenMap, MapOf(Line(80), ListOf(Line(200), least=1))] = NOTHING
    constants: Annotated[FrozenMap, MapOf(Line(80), Line(400))] = NOTHING
    values: Annotated[FrozenMap, MapOf(Line(80), MapOf(Line(200), Line(200)))] = NOTHING
    separators: Annotated[str, Line(10)] = ""
    id: Annotated[str, Line(80)] = ""

    def names(self) -> Mapping[str, str]:
        """Their names, folded, each for itself."""
        return {fold(name): fold(name) for _, names in self.columns for name in names}

    def arranged(
        self, places: Mapping[str, tuple[int, ...]], heads: Iterable[str]
    ) -> Mapping[str, tuple[int, ...]]:
        """The columns by our keys instead of by their names. Raises `Unreadable` for a missing one.

        `heads` are all names in the sheet. Without a mapping, the keys are ours already.
        """
        if not self.columns:
            return places
        arranged = {}
        for key, names in self.columns:
            found = [places[fold(name)][0] for name in names if fold(name) in places]
            if not found:
                near = nearest(names[0], heads)
                hint = f" (»{near}«?)" if near else ""
                raise Unreadable("MAPPING-COLUMN", key=names[0], hint=hint)
            arranged[key] = tuple(found)
        return arranged

    def translated(self, key: str, text: str) -> str:
        """Their word for a value of `key` in ours; several values one by one."""
        words = dict(self.values.get(key, NOTHING))
        folded = {fold(theirs): ours for theirs, ours in words.items()}
        if fold(text.strip()) in folded:
            return str(folded[fold(text.strip())])
        if not folded:
            return text
        items = joined.split(text, joined.SEPARATORS + self.separators)
        return joined.join(str(folded.get(fold(item), item)) for item in items)


NO_MAPPING = ColumnMapping()


class Refused(Unreadable):
    """The mapping file has errors of its own."""

    def __init__(self, path: str, diagnostics: Iterable[Diagnostic]) -> None:
        super().__init__("MAPPING", path=path)
        self.diagnostics = tuple(sorted(diagnostics))


def read(path: Path, kind: type[Entry]) -> ColumnMapping:
    """Read a mapping file for lists of this kind. Raises `Refused` and `Unreadable`."""
    problems = Problems(path.name)
    document = source.read(read_bytes(path, problems), problems, markdown=False)
    read = document and read_record(ColumnMapping, document.fields, Context(problems, {}))
    if not isinstance(read, ColumnMapping):
        raise Refused(path.name, problems)
    for key in (*_keys(read), *([read.id] if read.id else [])):
        _check_key(key, kind)
    return read


def _keys(mapping: ColumnMapping) -> tuple[str, ...]:
    maps = (mapping.columns, mapping.constants, mapping.values)
    return tuple(str(key) for pairs in maps for key, _ in pairs)


def _check_key(key: str, kind: type[Entry]) -> None:
    if key == ID or column_at(kind, key):
        return
    known = [c.key for c in columns_of(kind, dict.fromkeys(lists_of_records(kind), 1))]
    near = nearest(key, known)
    raise Unreadable("MAPPING-KEY", key=key, hint=f" (»{near}«?)" if near else "")
