"""Which entries a site shows: a file of every site, by which two of them can be compared."""

import json
from typing import Any

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue
from plugins.catalogue.settings import Site
from plugins.rendering.page import File
from plugins.rendering.urls import Address


@record(frozen=True)
class Inventory(Frozen):
    """The ids of the entries, by kind, and how many files with errors were left out."""

    entries: tuple[tuple[str, tuple[str, ...]], ...]
    left_out: int


def inventory(catalogue: Catalogue, left_out: int) -> File:
    """What the site shows of the catalogue."""
    entries = tuple(
        (kind, tuple(sorted(entry.id for entry in getattr(catalogue, kind))))
        for kind in KIND_ATTRIBUTES
    )
    return File(Address("inventory"), _write, Inventory, (entries, left_out))


def _write(view: Inventory, _: Site) -> bytes:
    written: dict[str, Any] = {"entries": dict(view.entries), "left_out": view.left_out}
    return json.dumps(written, indent=1).encode() + b"\n"
