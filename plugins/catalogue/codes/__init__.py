"""The register of all codes. One module a family; texts for volunteers, German first."""

from collections.abc import Mapping

from plugins.catalogue.codes import (
    contact,
    dates,
    encoding,
    fields,
    files,
    images,
    markdown,
    people,
    references,
    reports,
    system,
    translations,
    yaml,
)
from plugins.catalogue.codes._code import Code

CODES: Mapping[str, Code] = {
    **encoding.CODES,
    **files.CODES,
    **yaml.CODES,
    **fields.CODES,
    **references.CODES,
    **contact.CODES,
    **dates.CODES,
    **markdown.CODES,
    **images.CODES,
    **people.CODES,
    **translations.CODES,
    **reports.CODES,
    **system.CODES,
}

__all__ = ["CODES", "Code"]
