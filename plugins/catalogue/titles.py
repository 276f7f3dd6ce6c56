"""Which field people mean by its title: the link from what is read to the table of fields."""

from typing import Any


def titled(record: type[Any], word: str) -> str:
    """The field of a record that is called so: `phone` for »Telefon«; empty without any."""
    from plugins.catalogue.descriptions import rows_of  # all tables: only for an unknown field

    for key, row in rows_of(record).items():
        if word.casefold() in (row.title.casefold(), row.one.casefold()):
            return key
    return ""
