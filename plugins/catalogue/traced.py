"""A catalogue that notes what it is asked: with the same answers, the same comes out.

What is computed from a catalogue depends on those questions alone that it put to it, and on their
answers. Later questions follow from earlier answers, so with equal answers all is equal.
"""

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue
from plugins.catalogue.model import Entry

Question = str
"""An attribute of the catalogue; or a method and, after a blank, what it was given."""


def answer(catalogue: Catalogue, question: Question) -> object:
    """What the catalogue says."""
    name, _, key = question.partition(" ")
    found = getattr(catalogue, name)
    return found(key) if callable(found) else found


class Traced:
    """Answers as the catalogue does; `asked` are the questions, in the order in which they came."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.asked: dict[Question, None] = {}

    def __reduce__(self) -> NoReturn:
        raise TypeError("who notes questions cannot be asked later: no input of a page")

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
            asked = self.__dict__[name] = self._method(name, found)
            return asked
        self.asked[name] = None
        return found

    def _method(self, name: str, method: Callable[[str], object]) -> Callable[[str], object]:
        def ask(key: str) -> object:
            self.asked[f"{name} {key}"] = None
            return method(key)

        return ask


def untraced(catalogue: Catalogue) -> Catalogue:
    """The catalogue itself, whose questions nobody notes."""
    given: object = catalogue
    return given.catalogue if isinstance(given, Traced) else catalogue
