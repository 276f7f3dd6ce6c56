"""Their words for what a list of ours knows, or for nothing: what a proposal makes of them.

Nothing is made up: what is not certain has no word of ours, so that a person fills it in.
"""

from collections.abc import Iterable, Iterator

from plugins.catalogue.fields.base import Text
from plugins.catalogue.names import bare
from plugins.catalogue.text import fold
from plugins.intake.content import ContentFolder
from plugins.intake.sheet import values
from plugins.intake.sheet.columns import column_at
from plugins.intake.sheet.mapping import ALIASES, NO_WORD
from plugins.intake.sheet.rows import Table

ForeignWords = dict[str, dict[str, str]]
"""Their words and ours, by the keys of fields; an empty word is to be filled in by a person."""

_BLANK = frozenset(
    {"-", "--", "---", "–", "—", "k. a.", "k.a.", "k. a", "k.a", "ka", "keine angabe", "n. a.",
     "n.a.", "keine angaben", "entfällt", "nicht bekannt"}
)  # fmt: skip
"""What people write into a cell that is to be empty, folded."""

_NONE = frozenset({"keine", "keiner", "keines", "keins", "kein", "none", "nicht vorhanden"})
"""These too, but »Eintritt: keiner« says something."""


def is_of(key: str, above: str) -> bool:
    """Whether a key is another, or one inside of it."""
    return key == above or key.startswith(f"{above}.")


def proposed_words(table: Table, keys: Iterable[str], content: ContentFolder) -> ForeignWords:
    """What is to be said of the words under these fields, as far as any is."""
    found = {ALIASES.get(key, key): _words(table, key, content) for key in keys}
    return {key: words for key, words in found.items() if words}


def _words(table: Table, key: str, content: ContentFolder) -> dict[str, str]:
    texts = list(dict.fromkeys(_texts(table, key)))
    blank = _BLANK if key in ("price", "text") else _BLANK | _NONE
    given = {text: NO_WORD for text in texts if fold(text) in blank}
    column = column_at(table.kind, ALIASES.get(key, key))
    if column and column.field.closed:
        split = column.shape == "many"
        items = (i for text in texts for i in (values.split(text) if split else (text,)) if i)
        for item in items:
            if not _is_known(item, column.field, content):
                given.setdefault(item, _ours(item, column.field, content))
    return given


def _texts(table: Table, key: str) -> Iterator[str]:
    """What stands under a field; what is no point on the map has not become a cell."""
    for row in table.rows:
        yield from (text for name, text in row.cells.items() if text and is_of(name, key))
    for found in table.findings:
        if found.code == "SHEET-POINT" and is_of(table.keys.get(found.place.column, ""), key):
            yield dict(found.details)["value"]


def _is_known(item: str, field: Text, content: ContentFolder) -> bool:
    ids = (content.existing.ids[folder] for folder in field.kinds)
    known = (field.options(content.lists), *ids)
    return field.place or any(item in among for among in known)


def _ours(item: str, field: Text, content: ContentFolder) -> str:
    """The only term that has their word among its own, the only entry whose name begins so."""
    terms = content.lists.vocabularies.get(field.vocabulary, {})
    written, called = fold(item), bare(item)
    fits = [key for key, term in terms.items() if written in map(fold, term.words)]
    if " " in called:  # one word, such as »Verein«, says too little
        names = (pair for folder in field.kinds for pair in content.lists.names[folder].items())
        fits += [key for key, name in names if bare(name).startswith(f"{called} ")]
    return fits[0] if len(fits) == 1 else ""
