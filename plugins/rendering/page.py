"""A page is planned before it is made: where it is, which template shows it, who makes its view.

Whoever plans says what goes into the view: the inputs. `make` gets these and nothing else, so the
same inputs give the same view, and what is built of them need not be made again to know that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar, NoReturn, Protocol, TypeVar

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.settings import Site
from plugins.rendering.urls import Address


class View(Protocol):
    """What a template may show: a frozen dataclass, its fields the template's variables."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


V = TypeVar("V", bound=View)


class AddressClash(Exception):
    """Two pages were planned for one address: a fault of the program, not of an entry."""


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
        return self.make(*resolved(self.inputs))


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
        return self.make(*resolved(self.inputs))


class Derived:
    """What a function makes of its inputs, made where somebody needs it.

    As an input of a page it stands for its value: `make` gets that. Whether the value is the same
    as at an earlier build is known without making it, as long as its own inputs are the same.
    """

    __slots__ = ("_value", "inputs", "make")

    def __init__(self, make: Callable[..., object], *inputs: object) -> None:
        self.make, self.inputs = make, inputs

    def __reduce__(self) -> NoReturn:
        raise TypeError("an input, or in a tuple of inputs: nowhere else would it get its value")

    @property
    def value(self) -> object:
        """What the function gives."""
        if not hasattr(self, "_value"):
            self._value = self.make(*self.inputs)
        return self._value


def resolved(inputs: tuple[object, ...]) -> tuple[object, ...]:
    """The inputs with the values of what is derived, also in tuples."""
    return tuple(
        one.value if type(one) is Derived else resolved(one) if type(one) is tuple else one
        for one in inputs
    )


@dataclass(frozen=True)
class Group:
    """Pages that only show lists: planned when what they are planned from is not the same.

    `plan` is a pure function of a module; it gets its inputs as that of a page does.
    """

    plan: Callable[..., Iterable[Page]]
    inputs: tuple[object, ...]
    language: str = SITE_LANGUAGE

    @cached_property
    def pages(self) -> Mapping[Address, Page]:
        """The pages by their addresses. Raises `AddressClash`."""
        planned: dict[Address, Page] = {}
        for page in self.plan(*resolved(self.inputs)):
            if page.address in planned:
                raise AddressClash(page.address)
            planned[page.address] = replace(page, language=self.language)
        return planned


Output = Page | File
Part = Output | Group
"""What page packages plan."""


def outputs(parts: Iterable[Part]) -> Iterator[Output]:
    """The pages and files of a plan, those of groups too."""
    for part in parts:
        if isinstance(part, Group):
            yield from part.pages.values()
        else:
            yield part


def ready(view: V) -> V:
    """The view itself, as the only input: where finding the inputs is all that there is to do."""
    return view
