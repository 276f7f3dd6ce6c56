"""A link to a page of this site leads to a page that there is.

Looks at sections and entries; whatever else is dead loses its link when it is rendered.
"""

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.validation.given import Given
from plugins.validation.markdown import links, passages

_FOLDERS = ("associations", "events", "board", "networks", "reports")


def check(catalogue: Catalogue, given: Given) -> Iterator[Diagnostic]:
    """A link to a page of this site leads to a page that there is."""
    addresses = given.site.addresses
    if not addresses:
        return
    known: dict[str, set[str]] = defaultdict(set)
    for folder, key in catalogue.known:
        known[folder].add(key)
    sections = {addresses[name] for name in (*_FOLDERS, "funding", "participate", "data")}
    sections |= known["pages"]
    ids = {addresses[folder]: known[folder] for folder in _FOLDERS}
    ids[addresses["events"]] |= {addresses["archive"], *_months(catalogue)}
    ids[addresses["board"]] |= {addresses["archive"]}
    for passage in passages(catalogue.entries, "](/"):
        for link in links(passage.text):
            if not link.text.startswith("/") or link.text.startswith("//"):
                continue
            steps = [unquote(step) for step in urlsplit(link.text).path.split("/")[1:-1]]
            there = sections if len(steps) == 1 else ids.get(steps[0] if steps else "", steps)
            if steps and steps[-1] not in there and len(steps) < 3:
                yield passage.problem(link.offset, "MD-DEAD", value=link.text)


def _months(catalogue: Catalogue) -> set[str]:
    """Months have pages; one that nothing begins in is not worth a warning."""
    years = {event.start.year for event in catalogue.events}
    span = range(min(years, default=0), max(years, default=0) + 3)
    return {f"{year}-{month:02}" for year in span for month in range(1, 13)}
