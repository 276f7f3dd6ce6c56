"""What has errors keeps its address: a page there says that it is being corrected, and whom to ask.

Nothing of the entry is shown but its id, which the address has already: what is wrong in it may be
that it says too much.
"""

from collections.abc import Iterator, Mapping

from plugins.building.planning import Planned, Planning
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.rendering import urls
from plugins.rendering.page import Page
from plugins.rendering.urls import Address


@record(frozen=True)
class WithheldView(Frozen):
    """Nothing but what every page shows."""


def with_withheld(
    planned: Mapping[str, tuple[Planned, ...]], catalogue: Catalogue, planning: Planning
) -> Mapping[str, tuple[Planned, ...]]:
    """The plan of every language, and in each a page for what may not be published.

    An address that is somebody else's stays theirs: it may be the very thing that is wrong.
    """
    pages = [Page(address, "withheld.html", WithheldView) for address in _addresses(catalogue)]
    if not pages:
        return planned
    taken = {
        f"{urls.folder_of(tag)}/{one.outline.file}"
        for tag, outputs in planned.items()
        for one in outputs
    }
    free = [one for one in planning.planned(pages) if f"/{one.outline.file}" not in taken]
    return {tag: (*outputs, *free) for tag, outputs in planned.items()}


def _addresses(catalogue: Catalogue) -> Iterator[Address]:
    """Those that are pages of their own; a programme is a place on the page of all."""
    for folder, key in catalogue.withheld:
        if folder != "funding":
            yield urls.of_id(folder, key)
