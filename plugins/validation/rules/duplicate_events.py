"""No event is entered twice; said of the one whose id comes later."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.days import Moment
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event
from plugins.catalogue.text import sort_key
from plugins.validation.context import RuleContext


def check(catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
    by_start: dict[Moment, list[Event]] = defaultdict(list)
    for event in catalogue.events:
        start = context.memo(_start, event)
        if start is not None:
            by_start[start].append(event)
    for together in by_start.values():
        if len(together) > 1:
            yield from _twice(together)


def _start(event: Event) -> Moment | None:
    """When it begins; nothing is twice there if it does not take place."""
    return event.start if event.status != "cancelled" else None


def _twice(together: Iterable[Event]) -> Iterator[Diagnostic]:
    """Those of the events, which begin together, that are called the same and are the same."""
    known: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(together, key=lambda e: e.id):
        alike = known[sort_key(event.title)[0]]
        twin = next((other for other in alike if _is_same(event, other)), None)
        alike.append(event)
        if twin is not None:
            yield event.problem("title", "DUP-EVENT", other=f"{twin.folder}/{twin.id}")


def _is_same(one: Event, other: Event) -> bool:
    """Two choirs may rehearse on the same evening: the place or an organiser must be the same."""
    if set(one.organisers) & set(other.organisers):
        return True
    return one.venue is not None and one.venue == other.venue
