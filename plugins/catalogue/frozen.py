"""Frozen records whose methods are written once, and of which a part can stay packed.

For each of its classes `dataclasses` writes and compiles six methods. For some fifty kinds of
record that takes a third of the time in which a whole city's entries are read again, at every
start. In all else (types, fields, `replace`) a `record` is a frozen dataclass like any other.
"""

import pickle
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

__all__ = ["Frozen", "has_field", "packed", "record", "unpacked"]

T = TypeVar("T", bound="Frozen")
_PACKED = " "
"""Under this name, which no field can have, lies what is packed."""


class Frozen:
    """Base of the classes that `record` makes: compared by their fields, never changed."""

    _blank: ClassVar[dict[str, Any]] = {}
    _factories: ClassVar[dict[str, Callable[[], Any]]] = {}
    _required: ClassVar[frozenset[str]] = frozenset()
    _compared: ClassVar[Any] = type

    def __init__(self, *values: Any, **named: Any) -> None:  # noqa: ANN401 (those of the fields)
        """All fields without a default have to be given. Raises `TypeError`."""
        given = {**dict(zip(self._blank, values, strict=False)), **named} if values else named
        filled = {**self._blank, **given}
        is_known = len(filled) == len(self._blank) and len(given) == len(values) + len(named)
        if not (is_known and self._required <= given.keys()):
            raise TypeError(f"{type(self).__name__}({', '.join(self._blank)}), not {[*given]}")
        for name, make in self._factories.items():
            if name not in given:
                filled[name] = make()
        vars(self).update(filled)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (those of the fields)
        """A field that is still packed: all of them are taken out."""
        own = vars(self)
        packed = own.get(_PACKED) if name in self._blank else None
        if packed is not None:
            own.update(pickle.loads(packed))
            own.pop(_PACKED, None)  # only now: another thread may ask meanwhile
        if name not in own:
            raise AttributeError(name, name=name, obj=self)
        return own[name]

    def __getstate__(self) -> dict[str, Any]:
        """A copy: another thread may unpack the fields while they are pickled."""
        return dict(vars(self))

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        known = fields(self)  # type: ignore[arg-type]
        shown = (f"{one.name}={getattr(self, one.name)!r}" for one in known if one.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def _values(self) -> tuple[Any, ...]:
        """What is compared; of one field its value alone."""
        values: tuple[Any, ...] = self._compared(self)
        return values


def has_field(kind: type, name: str) -> bool:
    """Whether records of this kind have this field; quicker than to ask one of thousands."""
    return issubclass(kind, Frozen) and name in kind._blank


def packed(thing: Frozen, besides: frozenset[str]) -> tuple[dict[str, Any], bytes]:
    """The fields of a record that are needed always, by their names, and the others, packed."""
    at_hand = {name: value for name, value in vars(thing).items() if name in besides}
    rest = {name: value for name, value in vars(thing).items() if name not in besides}
    return at_hand, pickle.dumps(rest, pickle.HIGHEST_PROTOCOL)


def unpacked(kind: type[T], at_hand: dict[str, Any], packed: bytes) -> T:
    """A record of this kind. What is packed is taken out when somebody asks for it."""
    thing = object.__new__(kind)
    vars(thing).update(at_hand)
    vars(thing)[_PACKED] = packed
    return thing


if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
        """Makes the fields of a class known; its methods are those of `Frozen`."""
        assert frozen

        def made(kind: type[T]) -> type[T]:
            dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(kind)
            kind._blank = {one.name: one.default for one in fields(kind)}
            made_anew = [one for one in fields(kind) if one.default_factory is not MISSING]
            kind._factories = {one.name: one.default_factory for one in made_anew}
            kind._required = frozenset(
                one.name
                for one in fields(kind)
                if one.default is MISSING and one.default_factory is MISSING
            )
            compared = [one.name for one in fields(kind) if one.compare]
            kind._compared = attrgetter(*compared) if compared else type
            for name in kind._blank.keys() & vars(kind).keys():
                delattr(kind, name)  # a default would stand in the place of what is packed
            return kind

        return made
