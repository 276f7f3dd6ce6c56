"""Lists, and mappings whose keys are the editor's own."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from typing import Any, Final

from plugins.catalogue.fields.base import Column, Field, Text, shown
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.nodes import Mapping, Node, Scalar, Sequence

# What people write between the values of a list.
_MARK = "[,;،؛\n]"
_SIGN = "[/|·•&+]"
_AND = "und|and|ve|et|e|y|i|si|și|и|й|та|і|και|و"
BETWEEN = (
    rf"\s*{_MARK}\s*",
    rf"\s*{_MARK}\s*|\s*{_SIGN}\s*|\s+(?:{_AND})\s+",
    rf"(?:\s|{_MARK}|{_SIGN})+",
)
"""From what always parts values to what may as well stand in one of them."""
_GAP = BETWEEN[1] + r"|\s"
_WRAPPED = r"(?s)\((.+)\)|\[(.*)\]|\{(.*)\}|[-–•*] +(.+)"
_DASHES = r"\s+[-–•*]\s+"


NUMBERED_TERMS = 3
"""A list of so few terms gets a column for each, so that every cell has a list to pick from."""


class ListOf(Field):
    """A list of values of one kind, without repetitions; one alone needs no brackets."""

    name = ("Liste", "list")
    shape = "many"

    def __init__(self, item: Field, *, least: int = 0, most: int = 200) -> None:
        self.item, self.least, self.most = item, least, most
        self.fits = all(field.fits for field in item.keys().values())

    def read(self, node: Node, context: Context) -> Any:
        if isinstance(node, Scalar):
            parts = self.parts(node.text, context)
            if parts:
                return self._not_in_brackets(node, parts, context)
        node = self.full(node)
        if not isinstance(node, Sequence):
            context.problems.add("FLD-NOT-LIST", node.place, value=shown(node))
            return INVALID
        if apart := self._apart(node, context):
            return self._not_in_brackets(node, apart, context)
        if not self.least <= len(node.items) <= self.most:
            code = "FLD-FEW" if len(node.items) < self.least else "FLD-MANY"
            place = node.items[self.most].place if code == "FLD-MANY" else node.place
            context.problems.add(code, place, least=self.least, most=self.most)
            return INVALID
        values = [self.item.read(item, context) for item in node.items]
        valid = self._unique(node, values, context)
        return tuple(values) if valid else INVALID

    def written(self, value: Any) -> Any:
        return [self.item.written(item) for item in value]

    def parts(self, text: str, context: Context) -> tuple[str, ...]:
        """The values that stand in one text without the brackets of a list; none in a single value.

        »musik, sport«, »musik und sport«, »musik sport«: only where each is a value of this kind,
        or, with commas, and where all values are known with »und«, where the whole is none.
        """
        item = self.item
        if not isinstance(item, Text) or self._takes(text, context):
            return ()
        bare = _unwrapped(text) if self._knows_words else text
        if not re.search(_GAP, bare) or self._takes(bare, context):
            return (bare,) if bare != text and self._takes(bare, context) else ()
        # Only linking knows whether »Tanz und Musik« are two entries, or one of this name.
        for between in BETWEEN[:1] if item.links else BETWEEN:
            parts = tuple(part for part in re.split(between, bare) if part)
            if len(parts) > 1 and all(self._takes(part, context) for part in parts):
                return parts
        between = BETWEEN[self._knows_words and not item.links]
        parts = tuple(part for part in re.split(between, bare) if part)
        return parts if len(parts) > 1 and any(self._takes(p, context) for p in parts) else ()

    def _takes(self, text: str, context: Context) -> bool:
        """Whether the text, or what would be proposed for it, is a value."""
        item = self.item
        return isinstance(item, Text) and item.takes(item.proposed(text), context)

    @property
    def _knows_words(self) -> bool:
        """Whether the values are words that the software knows, so that no other can be one."""
        return isinstance(self.item, Text) and (self.item.closed or "languages" in self.item.kinds)

    def _apart(self, node: Sequence, context: Context) -> tuple[str, ...]:
        """The values of a list in which one holds several: [musik sport]; none where none does."""
        if not self._knows_words:
            return ()
        apart: list[str] = []
        for item in node.items:
            if not isinstance(item, Scalar):
                return ()
            apart += self.parts(item.text, context) or (item.text,)
        return tuple(dict.fromkeys(apart)) if len(apart) > len(node.items) else ()

    def _not_in_brackets(
        self, node: Scalar | Sequence, parts: tuple[str, ...], context: Context
    ) -> Any:
        """Say how it is written, and what else is wrong with the parts."""
        if isinstance(self.item, Text):
            parts = tuple(dict.fromkeys(map(self.item.proposed, parts)))
        context.problems.add("FLD-LIST", node.place, value=f"[{', '.join(parts)}]")
        for part in parts:
            self.item.read(Scalar(part, node.place), context)
        return INVALID

    def _unique(self, node: Sequence, values: list[Any], context: Context) -> bool:
        valid = True
        for position, value in enumerate(values):
            if value is INVALID:
                valid = False
            elif value in values[:position]:
                item = node.items[position]
                context.problems.add("FLD-REPEATED", item.place, value=shown(item))
                valid = False
        return valid

    def describe(self) -> str:
        is_told = self.most < 200 and not any(self.records())
        bounds = f"{self.least}-{self.most} " if is_told else ""
        return f"list of {bounds}{self.item.describe()}"

    def inside(self) -> Iterable[Field]:
        return (self.item,)

    def below(self, key: str = "") -> Field:
        return self.item

    def settled(self, *, is_scalar: bool = True, is_list: bool = False) -> Field:
        return self if is_list else self.item.settled(is_scalar=is_scalar)

    def full(self, node: Node) -> Node:
        return Sequence((node,), node.place) if isinstance(node, Scalar) else node

    def targets(self, value: Any, path: str) -> Iterator[tuple[str, str, Any]]:
        for position, item in enumerate(value or ()):
            yield from self.item.targets(item, f"{path}.{position}")

    @property
    def is_numbered(self) -> bool:
        """Whether each item has columns of its own: records, and a few terms to pick from."""
        few = self.most <= NUMBERED_TERMS and any(text.vocabulary for text in self.texts())
        return few or bool(self.item.keys())

    def columns(self, key: str, counts: MappingOf[str, int], unit: str = "") -> Iterator[Column]:
        if not self.is_numbered:
            yield from (Column(key, unit or key, text, "many") for text in self.texts())
            return
        for number in range(1, counts.get(key, 0 if self.item.keys() else self.most) + 1):
            yield from self.item.columns(f"{key}.{number}", counts, key)


def _unwrapped(text: str) -> str:
    """The text without brackets or dashes that stand for those of a list."""
    found = re.fullmatch(_WRAPPED, text.strip())
    if not found:
        return text
    inner = next(part for part in found.groups() if part is not None)
    return re.sub(_DASHES, ", ", inner) if found[4] else inner.strip()


class MapOf(Field):
    """A mapping whose keys are the editor's own: dates to times, labels to counts."""

    name = ("Zuordnung", "mapping")
    shape = "pairs"

    def __init__(
        self,
        key: Text,
        value: Field,
        *,
        most: int = 400,
        fits: bool = False,
        like: tuple[str, str] = ("…", "…"),
    ) -> None:
        """`fits`: one cell of a table can hold it; `like`: a pair that shows how one is written."""
        self.key, self.value, self.most, self.fits, self.like = key, value, most, fits, like

    def read(self, node: Node, context: Context) -> Any:
        if not isinstance(node, Mapping):
            context.problems.add("FLD-NOT-MAP", node.place, pair=self._pair(node, context))
            return INVALID
        if len(node.pairs) > self.most:
            context.problems.add(
                "FLD-MANY", node.pairs[self.most][0].place, least=0, most=self.most
            )
            return INVALID
        pairs = [
            (self.key.parse(key, context), self.value.read(value, context))
            for key, value in node.pairs
        ]
        return INVALID if any(INVALID in pair for pair in pairs) else FrozenMap(pairs)

    def written(self, value: Any) -> Any:
        return {self.key.written(key): self.value.written(item) for key, item in value}

    def _pair(self, node: Node, context: Context) -> str:
        """A pair as it is written, with what was given in the place where it fits."""
        given = node.items[0] if isinstance(node, Sequence) and node.items else node
        text = given.text if isinstance(given, Scalar) else ""
        key, value = self.like
        if text and self.key.takes(text, context) and not self.key.is_free(text):
            key = text
        elif text and isinstance(self.value, Text) and self.value.takes(text, context):
            value = f'"{text}"' if re.fullmatch(r"[^\n\"\\]+", text) else value
        return f"{key}: {value}"

    def describe(self) -> str:
        return f"mapping from {self.key.describe()} to {self.value.describe()}"

    def inside(self) -> Iterable[Field]:
        return (self.key, self.value)

    def below(self, key: str = "") -> Field:
        return self.value

    def columns(self, key: str, counts: MappingOf[str, int], unit: str = "") -> Iterator[Column]:
        for text in self.value.texts() if self.fits else ():
            yield Column(key, unit or key, text, "pairs")


class FrozenMap(tuple[tuple[Any, Any], ...]):
    """An immutable mapping that can be hashed, compared and pickled: a tuple of pairs."""

    __slots__ = ()

    def get(self, key: Any, default: Any = None) -> Any:
        """The value under `key`."""
        return next((value for known, value in self if known == key), default)


NOTHING: Final = FrozenMap()
"""The empty mapping, for defaults."""
