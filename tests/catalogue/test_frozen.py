"""A record behaves as a frozen dataclass does."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import pytest

from plugins.catalogue.frozen import Frozen, record


@record(frozen=True)
class Ours(Frozen):
    """Ours."""

    name: str
    note: str = field(default="", compare=False, repr=False)
    items: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Theirs:
    """The library's."""

    name: str
    note: str = field(default="", compare=False, repr=False)
    items: list[int] = field(default_factory=list)


BOTH = pytest.mark.parametrize("kind", [Ours, Theirs])


@BOTH
def test_made_by_place_and_by_name(kind: type[Ours]) -> None:
    assert vars(kind("a")) == {"name": "a", "note": "", "items": []}
    assert vars(kind("a", "b", items=[1])) == {"name": "a", "note": "b", "items": [1]}
    assert kind("a").items is not kind("a").items


@BOTH
@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a",), {"name": "b"}), (("a",), {"other": 1}), (("a", "b", [], 4), {})],
)
def test_what_does_not_fit(
    kind: type[Ours], values: tuple[str, ...], named: dict[str, object]
) -> None:
    with pytest.raises(TypeError):
        kind(*values, **named)  # type: ignore[arg-type]


@BOTH
def test_never_changed(kind: type[Ours]) -> None:
    one = kind("a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del one.name
    assert replace(one, name="b") == kind("b")


@BOTH
def test_compared_by_its_fields(kind: type[Ours]) -> None:
    assert kind("a", "b") == kind("a", "c") != kind("b", "b")
    assert kind("a") != ("a", [])
    with pytest.raises(TypeError):
        hash(kind("a"))  # a list in it
    assert hash(kind("a", items=())) == hash(kind("a", "c", items=()))  # type: ignore[arg-type]


@BOTH
def test_shown_and_copied(kind: type[Ours]) -> None:
    assert repr(kind("a", "b")) == f"{kind.__name__}(name='a', items=[])"
    one = kind("a", items=[1])
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one
    assert is_dataclass(kind)
    assert [known.name for known in fields(one)] == ["name", "note", "items"]


def test_no_other_kind_is_equal() -> None:
    assert Ours("a") != Theirs("a")
