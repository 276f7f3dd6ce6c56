"""What a file holds, before the schema: pieces of text, lists and pairs, each at its place."""

from typing import NamedTuple

from plugins.catalogue.diagnostics import Place
from plugins.catalogue.frozen import Frozen, record


class Scalar(NamedTuple):
    """A piece of text at its place. `comment` is what a # took away that may have been meant."""

    text: str
    place: Place
    comment: "Scalar | None" = None


class Sequence(NamedTuple):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    place: Place


class Mapping(NamedTuple):
    """Pairs in the order of the file; keys are unique."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    place: Place

    def get(self, key: str) -> "Node | None":
        """The node under `key`, or `None`."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def key(self, key: str) -> "Scalar | None":
        """The key itself, for pointing at it."""
        return next((name for name, _ in self.pairs if name.text == key), None)


Node = Scalar | Sequence | Mapping


@record(frozen=True)
class Document(Frozen):
    """One file: its fields and, from a Markdown file, the text under them (`None` in YAML).

    Of one that `is_refused` something is not what the file says; read it for other faults only,
    and not in the lines that are `unread`.
    """

    fields: Mapping
    text: Scalar | None
    is_refused: bool = False
    unread: frozenset[int] = frozenset()

    def with_text(self) -> Mapping:
        """The fields, and the text below them as one more."""
        if self.text is None or not self.text.text:
            return self.fields
        pair = (Scalar("text", self.text.place), self.text)
        return Mapping((*self.fields.pairs, pair), self.fields.place)


class ReadingStopped(Exception):
    """The file cannot be read any further; why has been recorded."""
