"""A record behaves as a frozen dataclass does."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from threading import Thread

import pytest

from plugins.catalogue.frozen import Frozen, packed, record, unpacked
from tests.waiting import MOST


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


WHOLE = Ours("a", "b", [1, 2])
ASKED: dict[str, Callable[[Ours], object]] = {
    "what is at hand": lambda one: one.name,
    "what is packed": lambda one: (one.items, one.note),
    "a comparison": lambda one: one == WHOLE,
    "a comparison from the other side": WHOLE.__eq__,
    "its text": repr,
    "another": lambda one: replace(one, name="c"),
    "a copy": copy.copy,
    "a deep copy": copy.deepcopy,
    "sent to another process": lambda one: pickle.loads(pickle.dumps(one)),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize("besides", [("name",), ("name", "items"), ()], ids=len)
def test_what_is_packed_is_there_when_somebody_asks(
    ask: Callable[[Ours], object], besides: tuple[str, ...]
) -> None:
    for _ in range(2):
        one = unpacked(Ours, *packed(WHOLE, frozenset(besides)))
        assert [ask(one), ask(one)] == [ask(WHOLE), ask(WHOLE)]
        assert (one.name, one.note, one.items) == ("a", "b", [1, 2])


def test_of_what_is_packed_there_is_nothing_else() -> None:
    one = unpacked(Ours, *packed(WHOLE, frozenset({"name"})))
    for _ in range(2):
        with pytest.raises(AttributeError, match="unknown"):
            _ = one.unknown
    assert vars(one).keys() != vars(WHOLE).keys()  # it is still packed
    assert one.items == [1, 2] and vars(one) == vars(WHOLE)


class Meanwhile:
    """While it is taken out, another thread asks for a field of the same record."""

    record: Ours
    answers: list[str]

    def __reduce__(self) -> tuple[Callable[[], list[int]], tuple[()]]:
        return _asked_meanwhile, ()


def _asked_meanwhile() -> list[int]:
    if not Meanwhile.answers:
        Meanwhile.answers.append("")
        other = Thread(target=lambda: Meanwhile.answers.append(Meanwhile.record.note))
        other.start()
        other.join(MOST)
    return [1, 2]


def test_two_threads_ask_at_once() -> None:
    """The inbox and the forms answer several people out of one catalogue."""
    slow = Ours("a", "b", Meanwhile())  # type: ignore[arg-type]
    Meanwhile.record, Meanwhile.answers = unpacked(Ours, *packed(slow, frozenset({"name"}))), []
    assert Meanwhile.record == WHOLE
    assert Meanwhile.answers == ["", "b"]


def test_what_is_pickled_stays_as_it_is_while_somebody_unpacks_it() -> None:
    """Several threads answer from one catalogue."""
    one = unpacked(Ours, *packed(WHOLE, frozenset({"name"})))
    state = one.__getstate__()
    before = dict(state)
    assert one.items == WHOLE.items
    assert state == before
    assert vars(one) == vars(WHOLE)
