"""A catalogue that notes its queries: with the same results, the same comes out.

What is computed from a catalogue depends on its queries alone, and on their results. Later queries
follow from earlier results, so with equal results all is equal.
"""

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue
from plugins.catalogue.model import Entry

Query = str
"""An attribute of the catalogue; or a method and, after a blank, what it was given."""


def result(catalogue: Catalogue, query: Query) -> object:
    """What the catalogue says to a query."""
    name, _, key = query.partition(" ")
    found = getattr(catalogue, name)
    return found(key) if callable(found) else found


class Traced:
    """Answers as the catalogue does; `queries` are in the order in which they came."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.queries: dict[Query, None] = {}

    def __reduce__(self) -> NoReturn:
        raise TypeError("who notes queries cannot be asked later: no input of a page")

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, kind by kind."""
        for kind in KIND_ATTRIBUTES:
            yield from getattr(self, kind)

    def without(self, paths: object) -> NoReturn:
        """Another catalogue, which would note nothing. Raises `TypeError`."""
        raise TypeError("a plan asks the catalogue that it is given")

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever the catalogue has)
        found = getattr(self.catalogue, name)
        if callable(found):
            method = self.__dict__[name] = self._method(name, found)
            return method
        self.queries[name] = None
        return found

    def _method(self, name: str, method: Callable[[str], object]) -> Callable[[str], object]:
        def ask(key: str) -> object:
            self.queries[f"{name} {key}"] = None
            return method(key)

        return ask


def untraced(catalogue: Catalogue) -> Catalogue:
    """The catalogue itself, whose queries nobody notes."""
    given: object = catalogue
    return given.catalogue if isinstance(given, Traced) else catalogue
