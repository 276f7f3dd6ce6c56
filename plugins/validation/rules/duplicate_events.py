"""No event is entered twice."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event
from plugins.catalogue.text import sort_key
from plugins.validation.given import Given


def check(catalogue: Catalogue, given: Given) -> Iterator[Diagnostic]:
    """No event is entered twice; said of the one whose id comes later."""
    known: dict[tuple[str, str], list[Event]] = {}
    for event in sorted(catalogue.events, key=lambda e: e.id):
        if event.status == "cancelled":
            continue
        alike = known.setdefault((sort_key(event.title)[0], event.start.isoformat()), [])
        twin = next((other for other in alike if _is_same(event, other)), None)
        alike.append(event)
        if twin is not None:
            yield event.problem("title", "DUP-EVENT", other=f"{twin.folder}/{twin.id}")


def _is_same(one: Event, other: Event) -> bool:
    """Two choirs may rehearse on the same evening: the place or an organiser must be the same."""
    if set(one.organisers) & set(other.organisers):
        return True
    return one.venue is not None and one.venue == other.venue
