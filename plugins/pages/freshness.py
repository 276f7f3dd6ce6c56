"""When the site was built: a page for people, and the same in 40 bytes for `expire.js`.

Every visit asks for the file. The page, which has the notice in its language, is asked for only
when that is due.
"""

import json
from collections.abc import Iterator
from datetime import date

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.settings import Site
from plugins.rendering.page import File, Page
from plugins.rendering.urls import Address


@record(frozen=True)
class FreshnessView(Frozen):
    """The day that the site was built for."""

    built: date


def pages(today: date) -> Iterator[Page | File]:
    """The page and the file."""
    yield Page(Address("freshness"), "freshness.html", FreshnessView, (today,))
    yield File(Address("freshness_data"), write, FreshnessView, (today,))


def write(view: FreshnessView, site: Site) -> bytes:
    """The day, and how many days the site may go without being built."""
    found = {"built": view.built.isoformat(), "days": site.stale_after}
    return json.dumps(found, separators=(",", ":")).encode()
