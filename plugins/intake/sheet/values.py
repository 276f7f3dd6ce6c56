"""Several values in one cell: lists, »Deutsch; Türkisch«, and pairs, »web=https://…«."""

import re
from collections.abc import Iterable, Sequence
from functools import partial

from plugins.catalogue.fields.base import Column
from plugins.catalogue.fields.containers import BETWEEN
from plugins.catalogue.languages import is_language
from plugins.catalogue.lists import Lists
from plugins.catalogue.names import ID as ID_FORM
from plugins.intake.tree import meant

SEPARATORS = ";\n"

_QUOTED = re.compile(r'[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*')


def join(items: Iterable[str]) -> str:
    """The items in one cell; `split` gives them back."""
    return "; ".join(quoted(item) if _needs_quotes(item) else item for item in items)


def split(text: str, separators: str = SEPARATORS) -> tuple[str, ...]:
    """The items of a cell. Empty ones do not count; what stands in "…" is one item."""
    items: list[str] = []
    position = 0
    while position < len(text):
        end = _end_of_quoted(text, position, separators)
        if end:
            items.append(text[position:end].strip()[1:-1].replace('""', '"'))
        else:
            end = min((i for s in separators if (i := text.find(s, position)) >= 0), default=-1)
            end = len(text) if end < 0 else end
            items.append(text[position:end].strip())
        position = end + 1
    return tuple(item for item in items if item)


def _end_of_quoted(text: str, position: int, separators: str) -> int:
    """Where the quoted item at `position` ends; 0 when there is none."""
    match = _QUOTED.match(text, position)
    if match and (match.end() == len(text) or text[match.end()] in separators):
        return match.end()
    return 0


def _needs_quotes(item: str) -> bool:
    return item.startswith('"') or any(separator in item for separator in SEPARATORS)


def quoted(item: str) -> str:
    """The item in quotation marks, those inside doubled."""
    doubled = item.replace('"', '""')
    return f'"{doubled}"'


def pair(name: str, value: str) -> str:
    """A pair as one item."""
    return f"{name}={value}" if value else name


def parted(item: str) -> tuple[str, str]:
    """The two sides of a pair; an item without »=« has an empty value."""
    name, _, value = item.partition("=")
    return name.strip(), value.strip()


# --- in the words of entry files ---


def canonical(text: str, column: Column, lists: Lists, separators: str = SEPARATORS) -> str:
    """What a cell says in the words of entry files."""
    mean = partial(meant, reader=column.field, lists=lists)
    if column.shape == "many":
        return join(filter(None, map(mean, items_of(text, column, lists, separators))))
    if column.shape == "pairs":
        pairs = map(parted, split(text))
        return join(pair(name, mean(value)) for name, value in pairs)
    return mean(text)


def items_of(text: str, column: Column, lists: Lists, separators: str) -> tuple[str, ...]:
    """The items of a cell; the name of one entry is one, whatever commas it has."""
    parted = _parted(text, column, lists, separators)
    return tuple(part for item in parted for part in _apart(item, column, lists))


def _parted(text: str, column: Column, lists: Lists, separators: str) -> tuple[str, ...]:
    if not column.field.links or '"' in text:
        return split(text, separators)
    items: list[str] = []
    for item in split(text):
        is_name = ID_FORM.fullmatch(meant(item, column.field, lists))
        items += (item,) if is_name else split(item, separators)
    return tuple(items)


def _apart(item: str, column: Column, lists: Lists) -> Sequence[str]:
    """The items of »Deutsch und Türkisch«: where the whole is not known and each part is."""
    known = partial(_is_known, column=column, lists=lists)
    parts = [] if known(item) else re.split(BETWEEN[1], item)
    return parts if len(parts) > 1 and all(map(known, parts)) else [item]


def _is_known(text: str, column: Column, lists: Lists) -> bool:
    field = column.field
    found = meant(text, field, lists)
    if "languages" in field.kinds:
        return is_language(found)
    among = [lists.vocabularies.get(field.vocabulary, {}), *map(lists.names.get, field.kinds)]
    return any(found in (some or {}) for some in among)
