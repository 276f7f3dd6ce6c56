"""What a field is told when it reads, and what it gives where it cannot."""

# A field gives a value of any type; what overrides a method of `Field` is explained there.

import dataclasses
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from typing import Any, Final

from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.frozen import Frozen, record


class Invalid:
    """The value of a field that could not be read; the reason has been recorded."""


INVALID: Final = Invalid()


class NotRead(Exception):
    """Somebody used what could not be read."""


class _Unread:
    """Stands in a draft for a field that could not be read: whoever uses it learns that at once."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name in ("__module__", "__reduce_ex__", "__reduce__"):
            return object.__getattribute__(self, name)
        raise NotRead(name)

    def __reduce__(self) -> str:
        return "UNREAD"

    def _use(self, *_: object) -> Any:
        raise NotRead

    __bool__ = __iter__ = __len__ = __contains__ = __getitem__ = __hash__ = __str__ = _use
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __add__ = __sub__ = __format__ = _use
    __radd__ = __rsub__ = _use


UNREAD: Final[Any] = _Unread()


def untitled(record: type[Any], word: str) -> str:
    """No field is called so."""
    return ""


@record(frozen=True)
class Context(Frozen):
    """What a field may need to know besides the node: the closed lists and where to complain.

    `titled` gives the field of a record that people call by a word; empty where there is none.
    """

    problems: Problems
    vocabularies: MappingOf[str, MappingOf[str, Any]]
    region: str = "DE"
    titled: Callable[[type[Any], str], str] = untitled
    references: list[tuple[str, Place, Any]] = dataclasses.field(default_factory=list)
    """What was read as a reference, where it stands, and its field; also in what is refused."""
