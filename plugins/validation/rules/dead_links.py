"""A link to a page of this site leads to a page that there is."""

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import unquote, urlsplit

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue, ids_of
from plugins.validation.markdown import links, passages

_FOLDERS = ("associations", "events", "board", "networks", "reports")


def check(catalogue: Catalogue, today: date, addresses: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A link to a page of this site leads to a page that there is.

    Looks at sections and entries; whatever else is dead loses its link when it is rendered.
    """
    sections = {addresses[name] for name in (*_FOLDERS, "funding", "participate", "data")}
    sections |= _ids(catalogue, "pages")
    ids = {addresses[folder]: _ids(catalogue, folder) for folder in _FOLDERS}
    ids[addresses["events"]] |= {addresses["archive"], *_months(catalogue)}
    ids[addresses["board"]] |= {addresses["archive"]}
    for passage in passages(catalogue, "](/"):
        for link in links(passage.text):
            if not link.text.startswith("/") or link.text.startswith("//"):
                continue
            steps = [unquote(step) for step in urlsplit(link.text).path.split("/")[1:-1]]
            known = sections if len(steps) == 1 else ids.get(steps[0] if steps else "", steps)
            if steps and steps[-1] not in known and len(steps) < 3:
                yield passage.problem(link.offset, "MD-DEAD", value=link.text)


def _ids(catalogue: Catalogue, folder: str) -> set[str]:
    """The ids that entries of a folder have, or had; also of those that have errors."""
    present = {pair for entry in getattr(catalogue, folder) for pair in ids_of(entry)}
    return {key for kind, key in present | catalogue.known if kind == folder}


def _months(catalogue: Catalogue) -> set[str]:
    """Months have pages; one that nothing begins in is not worth a warning."""
    years = {event.start.year for event in catalogue.events}
    span = range(min(years, default=0), max(years, default=0) + 3)
    return {f"{year}-{month:02}" for year in span for month in range(1, 13)}
