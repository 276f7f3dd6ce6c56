"""A page is planned before it is made: where it is, which template shows it, who makes its view.

Whoever plans says what goes into the view: the inputs. `make` gets these and nothing else, so the
same inputs give the same view, and what is built of them need not be made again to know that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, TypeVar

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.settings import Site
from plugins.rendering.urls import Address


class View(Protocol):
    """What a template may show: a frozen dataclass, its fields the template's variables."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


V = TypeVar("V", bound=View)


class Recurring:
    """The base of those records in inputs that stand on many pages: their digest is taken once."""


@dataclass(frozen=True)
class Page:
    """One HTML page. Page packages need not name its language: `plans.plans` does.

    `make` is a pure function of a module, or the class of the view. Among its `inputs` are entries,
    records, and plain values; no sets, whose order is another in each run, and no catalogue.
    """

    address: Address
    template: str
    make: Callable[..., View]
    inputs: tuple[object, ...] = ()
    language: str = SITE_LANGUAGE

    @property
    def view(self) -> View:
        """What the template shows, made anew each time."""
        return self.make(*self.inputs)


@dataclass(frozen=True)
class File:
    """A file that is no page: a calendar, a table. `write` turns its view into bytes."""

    address: Address
    write: Callable[[Any, Site], bytes]
    make: Callable[..., View]
    inputs: tuple[object, ...] = ()

    @property
    def view(self) -> View:
        """What `write` writes, made anew each time."""
        return self.make(*self.inputs)


Output = Page | File


def ready(view: V) -> V:
    """The view itself, as the only input: where finding the inputs is all that there is to do."""
    return view
