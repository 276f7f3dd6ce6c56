"""What a page needs to know to write the file of a new entry (theme/static/js/entry_file.js).

The fields in the order of the file, each with what its value is; for names of associations their
ids. All else stands in the controls of the form.
"""

import json
from collections.abc import Collection, Iterator

from plugins.catalogue.descriptions import TABLES
from plugins.catalogue.descriptions.kinds import KINDS
from plugins.catalogue.fields.base import Field, Text
from plugins.catalogue.fields.days import Dated
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry

CONSENT = "consent"


def recipe(kind: type[Entry], asked: Collection[str], catalogue: Catalogue) -> str:
    """The recipe of a kind in JSON. `asked` are the names of the controls of its form.

    A field is `[path, sorts]`. The sorts: `list`, `pairs`, `prose`, `number`, `digits` (never a
    number), `answer` (yes and no are its words), `day` (typed, in whatever form), `moment`,
    `language`, `association` (its name is given), `today` (the field gets this day).
    """
    fields = [
        (path, sorts)
        for path, field in _paths(RecordField(kind), "")
        if (sorts := _sorts(kind, path, field, asked)) is not None
    ]
    names = any("association" in sorts for _, sorts in fields)
    known = {one.name: one.id for one in catalogue.associations} if names else {}
    made = {"folder": kind.folder, "file": KINDS[kind].file, "fields": fields, "names": known}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _paths(field: Field, above: str) -> Iterator[tuple[str, Field]]:
    """Every field with its path as a control has it: of a list of records the first one."""
    for key, inner in field.settled(is_scalar=False).keys().items():
        path = f"{above}{key}"
        yield path, inner
        if inner.shape == "many":
            yield from _paths(inner.below(), f"{path}.1.")
        else:
            yield from _paths(inner, f"{path}.")


def _sorts(kind: type[Entry], path: str, field: Field, asked: Collection[str]) -> list[str] | None:
    """What the value of a field is; `None` where the file of a form does not have it."""
    row = TABLES[kind].get(path)
    if path == CONSENT or (row and row.proposed == "today" and RecordField(kind).needs(path)):
        return ["today"]
    if path not in asked:
        return None
    return [name for name, is_so in _said(path, field) if is_so]


def _said(path: str, field: Field) -> Iterator[tuple[str, bool]]:
    yield "list", field.shape == "many"
    yield "pairs", field.shape == "pairs"
    reader = field.settled()
    if isinstance(reader, Text):
        yield "prose", path == "text"
        yield "number", bool(reader.numeric)
        yield "digits", reader.numeric is False
        yield "answer", reader.answers
        yield "day", isinstance(reader, Dated) and reader.control == "text"
        yield "moment", reader.control == "moment"
        yield "language", "languages" in reader.kinds
        yield "association", "associations" in reader.kinds
