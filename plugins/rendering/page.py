"""A page is planned before it is made: where it is, which template shows it, who makes its view.

Whoever plans says what goes into the view: the inputs. `make` gets these and nothing else, so the
same inputs give the same view, and what is built of them need not be made again to know that.
"""

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar, NoReturn, Protocol, TypeVar, cast

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.traced import Query, Traced, untraced
from plugins.rendering.urls import Address


class View(Protocol):
    """What a template may show: a frozen dataclass, its fields the template's variables."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


V = TypeVar("V", bound=View)


class AddressClash(Exception):
    """Two pages were planned for one address: a fault of the program, not of an entry."""


class Recurring:
    """The base of those records in inputs that stand on many pages: their digest is taken once."""


@record(frozen=True)
class Page(Frozen):
    """One HTML page. All but 404.html exist in every language.

    `make` is a pure function of a module, or the class of the view. Among its `inputs` are entries,
    records, and plain values; no sets, whose order is another in each run, and no catalogue.
    """

    address: Address
    template: str
    make: Callable[..., View]
    inputs: tuple[object, ...] = ()

    @property
    def view(self) -> View:
        """What the template shows, made anew each time."""
        return self.make(*resolved(self.inputs))


@record(frozen=True)
class File(Frozen):
    """A file that is no page: a calendar, a table.

    `write` turns its view into bytes; it gets what the site says of itself, too. Of one that
    `looks_up` it gets a function for that as well: where a picture is, what languages say.
    """

    address: Address
    write: Callable[..., bytes]
    make: Callable[..., View]
    inputs: tuple[object, ...] = ()
    looks_up: bool = False

    @property
    def view(self) -> View:
        """What `write` writes, made anew each time."""
        return self.make(*resolved(self.inputs))


class Computed:
    """What a function of a module makes of its inputs, and of its queries to a catalogue.

    The function is pure: it gets the catalogue first if there is one, then the inputs, and nothing
    else. So what it made is the same as long as they are, and its queries have the same results.
    """

    __slots__ = ("_made", "catalogue", "inputs", "make", "queries")

    def __init__(
        self,
        make: Callable[..., object],
        *inputs: object,
        catalogue: Catalogue | None = None,
    ) -> None:
        self.make, self.inputs = make, inputs
        self.catalogue = untraced(catalogue) if catalogue is not None else None
        self.queries: tuple[Query, ...] = ()
        """Those of the function; known once it has run."""

    def __reduce__(self) -> NoReturn:
        raise TypeError("an input, or in a tuple of inputs: nowhere else would it get its value")

    def _compute(self) -> Any:  # noqa: ANN401 (whatever the function gives)
        inputs = resolved(self.inputs)
        if self.catalogue is None:
            return _whole(self.make(*inputs))
        traced = Traced(self.catalogue)
        made = _whole(self.make(cast(Catalogue, traced), *inputs))
        self.queries = tuple(traced.queries)
        return made


def _whole(made: object) -> object:
    return tuple(made) if isinstance(made, Iterator) else made


class Derived(Computed):
    """A value of which pages are made; it is made itself when somebody needs it.

    As an input it stands for its value: `make` gets that. Whether the value is the same as at an
    earlier build is known without making it.
    """

    __slots__ = ("earlier",)

    earlier: bytes
    """The value, pickled and packed, as an earlier build made it; set where that is known."""

    @property
    def value(self) -> object:
        """What the function gives."""
        if not hasattr(self, "_made"):
            known = hasattr(self, "earlier")
            self._made = pickle.loads(zlib.decompress(self.earlier)) if known else self._compute()
        return self._made


class Group(Computed):
    """Pages and files that are planned together, if what they are planned from is not the same.

    What it makes are parts of the plan, other groups among them.
    """

    __slots__ = ("_outputs",)

    @property
    def parts(self) -> "tuple[Part, ...]":
        """What is planned, made once."""
        if not hasattr(self, "_made"):
            self._made = self._compute()
        return cast(tuple[Part, ...], self._made)

    @property
    def outputs(self) -> "Mapping[Address, Output]":
        """The pages and files by their addresses, those of groups too. Raises `AddressClash`."""
        if not hasattr(self, "_outputs"):
            self._outputs: dict[Address, Output] = {}
            for output in outputs(self.parts):
                if output.address in self._outputs:
                    raise AddressClash(output.address)
                self._outputs[output.address] = output
        return self._outputs


Output = Page | File
Part = Output | Group
"""What page packages plan."""


def resolved(inputs: tuple[object, ...]) -> tuple[object, ...]:
    """The inputs with the values of what is derived, also in tuples."""
    return tuple(
        one.value if type(one) is Derived else resolved(one) if type(one) is tuple else one
        for one in inputs
    )


def outputs(parts: Iterable[Part]) -> Iterator[Output]:
    """The pages and files of a plan, those of groups too."""
    for part in parts:
        if isinstance(part, Group):
            yield from part.outputs.values()
        else:
            yield part


def ready(view: V) -> V:
    """The view itself, as the only input: where finding the inputs is all that there is to do."""
    return view
