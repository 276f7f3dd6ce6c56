"""A link to a page of this site leads to a page that there is.

Looks at sections and entries; whatever else is dead loses its link when it is rendered.
"""

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry, Event
from plugins.validation.context import RuleContext
from plugins.validation.markdown import Passage, Substring, links, owners

_FOLDERS = ("associations", "events", "board", "networks", "reports")


def check(catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
    addresses = context.site.addresses
    if not addresses:
        return
    known: dict[str, set[str]] = defaultdict(set)
    for folder, key in catalogue.known:
        known[folder].add(key)
    sections = {addresses[name] for name in (*_FOLDERS, "funding", "participate", "data")}
    sections |= known["pages"]
    ids = {addresses[folder]: known[folder] for folder in _FOLDERS}
    ids[addresses["events"]] |= {addresses["archive"], *_months(catalogue, context)}
    ids[addresses["board"]] |= {addresses["archive"], addresses["rooms"]}
    for entry in catalogue.entries:
        for number, link in context.memo(_own_links, entry):
            steps = [unquote(step) for step in urlsplit(link.text).path.split("/")[1:-1]]
            there = sections if len(steps) == 1 else ids.get(steps[0] if steps else "", steps)
            if steps and steps[-1] not in there and len(steps) < 3:
                passage = Passage(entry, owners(entry)[number])
                yield passage.problem(link.offset, "MD-DEAD", value=link.text)


def _own_links(entry: Entry) -> tuple[tuple[int, Substring], ...]:
    """The links to pages of the site: in the entry's own text (0), or in which translation."""
    return tuple(
        (number, link)
        for number, owner in enumerate(owners(entry))
        if "](/" in owner.text
        for link in links(owner.text)
        if link.text.startswith("/") and not link.text.startswith("//")
    )


def _months(catalogue: Catalogue, context: RuleContext) -> set[str]:
    """Months have pages; one that nothing begins in is not worth a warning."""
    years = {context.memo(_year, event) for event in catalogue.events}
    span = range(min(years, default=0), max(years, default=0) + 3)
    return {f"{year}-{month:02}" for year in span for month in range(1, 13)}


def _year(event: Event) -> int:
    return event.start.year
