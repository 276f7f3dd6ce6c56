"""A dotted path of an entry: the day there, and how an editor writes it."""

from datetime import date, datetime

from plugins.catalogue.fields.base import Record
from plugins.catalogue.fields.context import UNREAD
from plugins.catalogue.fields.days import PartialDate
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import Entry


def day_at(entry: Entry, path: str) -> date | None:
    """The day that the field means, at the earliest; `None` when there is none."""
    value: object = entry
    for key in path.split("."):
        if value is UNREAD:
            return None
        known = fields_of(type(value)).get(key) if isinstance(value, Record) else None
        value = getattr(value, known.attribute) if known else None
    if value is UNREAD:
        return None
    if isinstance(value, PartialDate):
        return value.earliest
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def as_written(path: str) -> str:
    """The path as an editor sees it in the file: `ended: on`."""
    return path.replace(".", ": ")
