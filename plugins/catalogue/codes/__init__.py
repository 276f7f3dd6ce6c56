"""The register of all codes. One module a family; texts for volunteers, German first."""

from collections.abc import Mapping

from plugins.catalogue.codes import (
    built,
    contact,
    dates,
    duplicates,
    easy,
    encoding,
    fields,
    files,
    images,
    markdown,
    people,
    places,
    references,
    refused,
    released,
    repeats,
    reports,
    system,
    tables,
    translations,
    unreadable,
    values,
    yaml,
)
from plugins.catalogue.codes._code import Code
from plugins.catalogue.codes.families import FAMILIES, Family

CODES: Mapping[str, Code] = {
    **encoding.CODES,
    **files.CODES,
    **yaml.CODES,
    **refused.CODES,
    **fields.CODES,
    **values.CODES,
    **references.CODES,
    **contact.CODES,
    **places.CODES,
    **dates.CODES,
    **repeats.CODES,
    **markdown.CODES,
    **images.CODES,
    **people.CODES,
    **duplicates.CODES,
    **translations.CODES,
    **easy.CODES,
    **reports.CODES,
    **system.CODES,
    **built.CODES,
    **released.CODES,
    **tables.CODES,
    **unreadable.CODES,
}


def found_by(command: str) -> tuple[str, ...]:
    """The codes that a command of make finds."""
    own = [family for family in FAMILIES if family.command == command]
    return tuple(code for code in CODES if any(family.has(code) for family in own))


__all__ = ["CODES", "FAMILIES", "Code", "Family", "found_by"]
