"""The index of a catalogue, as the files of a site would be, without building one."""

from collections.abc import Iterable, Iterator
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Site
from plugins.rendering.page import File, Group, Part
from plugins.search import index


def files(parts: Iterable[Part]) -> Iterator[File]:
    """The files among parts of a plan."""
    for part in parts:
        if isinstance(part, Group):
            yield from files(part.parts)
        elif isinstance(part, File):
            yield part


def written(catalogue: Catalogue, today: date, site: Site) -> dict[str, str]:
    """The text of each file of the index, by its name."""
    return {
        file.address.id.removeprefix(f"{index.FORMAT}/"): file.write(file.view, site).decode()
        for file in files(index.parts(catalogue, today))
    }
