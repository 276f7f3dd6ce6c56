"""The page of an entry that is in no file yet, or of one as it would become."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from plugins.building.planning import Planner
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.fields.references import Reference
from plugins.catalogue.link import Catalogue, resolve
from plugins.catalogue.model import Association, Entry, Network
from plugins.rendering.page import Page, outputs
from plugins.rendering.urls import of


def preview(
    entry: Entry, catalogue: Catalogue, planners: Iterable[Planner], today: date
) -> Page | None:
    """The page that a build would plan for the entry, if the entry were there.

    It is planned among those entries alone that it names, that name it, or that these name, so
    that it takes as long in a country as in a town; what a page says of all others (such as
    similar associations) is missing. `None` where an entry of this kind has no page of its own.
    """
    among = resolve(
        {_key(e): e for e in (*_around(entry, catalogue), entry)}.values(),
        catalogue.vocabularies,
        catalogue.pictures,
        catalogue.known,
    )
    address = of(entry)
    for planner in planners:
        for output in outputs(planner(among, today)):
            if isinstance(output, Page) and output.address == address:
                return output
    return None


def _key(entry: Entry) -> tuple[str, str]:
    return entry.folder, entry.id


def _around(entry: Entry, catalogue: Catalogue) -> Iterator[Entry]:
    """The entries that it names, those that name it, and whom these name."""
    yield from _named_by(entry, catalogue)
    for other in _naming(entry, catalogue):
        yield other
        yield from _named_by(other, catalogue)


def _named_by(entry: Entry, catalogue: Catalogue) -> Iterator[Entry]:
    found: Mapping[str, Callable[[str], Entry | None]] = {
        "associations": catalogue.association,
        "networks": catalogue.network,
        "board": catalogue.posting,
        "funding": catalogue.programme,
    }
    for _, target, reader in RecordField(type(entry)).targets(entry, ""):
        for kind in reader.kinds if isinstance(reader, Reference) else ():
            other = found[kind](target) if kind in found else None
            if other is not None:
                yield other


def _naming(entry: Entry, catalogue: Catalogue) -> Iterator[Entry]:
    if isinstance(entry, Association):
        yield from catalogue.events_of(entry.id)
        yield from catalogue.postings_of(entry.id)
        yield from catalogue.networks_of(entry.id)
    elif isinstance(entry, Network):
        yield from catalogue.meetings_of(entry.id)
