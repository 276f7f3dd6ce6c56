"""The texts of the tables of fields, as messages to translate."""

import re
from collections.abc import Iterator

from plugins.catalogue.descriptions import IDENTIFIER, TABLES
from plugins.catalogue.descriptions.row import Row, Rows
from plugins.catalogue.descriptions.words import MENU, WORDS
from plugins.catalogue.fields.days import WEEKDAYS

_WORDS = re.compile(r"\A[^\W\d_]{3,}|\s[^\W\d_]{3,}")
_ADDRESS = re.compile(r"@|://|\A[a-z0-9-]+\Z")

_IN_CLDR = frozenset((*WEEKDAYS, "EUR", "CHF"))
"""What the site itself has words for, in every language."""


def field_messages(*, for_editors: bool) -> Iterator[tuple[str, str | None, str]]:
    """(where it stands, its context, the message) of all texts that are translated.

    What forms ask everybody for; `for_editors` also what only somebody reads who writes files.
    """
    for kind, rows in TABLES.items():
        shown = {path for path in rows if for_editors or is_public(path, rows)}
        for path in rows:
            if path in shown:
                yield from _texts(f"fields/{kind.__name__.lower()}", rows[path], for_editors)
    if for_editors:
        yield from _texts("fields", IDENTIFIER, True)
        yield from (("fields/words", None, word) for word in MENU.values())
    own = {word for key, word in WORDS.items() if for_editors or key not in _IN_CLDR}
    yield from (("fields/words", None, word) for word in sorted(own))


def is_public(path: str, rows: Rows) -> bool:
    """Whether a form asks everybody for a field, or for one inside it."""
    return any(
        row.step and (key == path or key.startswith(f"{path}.")) for key, row in rows.items()
    )


def _texts(where: str, row: Row, for_editors: bool) -> Iterator[tuple[str, str | None, str]]:
    yield where, row.context or None, row.title
    texts = [row.help, row.question, row.one]
    if for_editors:
        texts.append(row.file)
        if _WORDS.search(row.example) and not _ADDRESS.search(row.example):
            texts.append(row.example)
    yield from ((where, None, text) for text in texts if text)
