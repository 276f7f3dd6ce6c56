"""Finds a pattern in everything that somebody has written into an entry or its translation."""

import re
from collections.abc import Callable, Iterator

from plugins.catalogue.diagnostics import Diagnostic, diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry, Origin, Translation
from plugins.catalogue.schema import Record
from plugins.catalogue.source import Node, Scalar, Sequence
from plugins.validation.markdown import passages


def findings(
    catalogue: Catalogue,
    code: str,
    pattern: re.Pattern[str],
    is_meant: Callable[[str], bool] = bool,
    hints: tuple[str, ...] = ("",),
) -> Iterator[Diagnostic]:
    """A finding wherever `pattern` matches and `is_meant` agrees about what it matched.

    In the text of an entry it stands at the match, in a field at the beginning of the value.
    `hints`: one of them stands in whatever matches; looking for it is much quicker.
    """
    for passage in passages(catalogue, *hints):
        for match in pattern.finditer(passage.text):
            if is_meant(match[0]):
                yield passage.problem(match.start(), code)
    for entry in catalogue.entries:
        owners: tuple[Entry | Translation, ...] = (entry, *entry.translations)
        for said in owners:
            if not pattern.search("\n".join(_texts(said))):  # hardly ever
                continue
            for value in _values(said.origin):
                if any(is_meant(match[0]) for match in pattern.finditer(value.text)):
                    yield diagnostic(said.origin.path, value.place, code, {})


def _texts(value: object) -> Iterator[str]:
    """Every text in a record, but the one below its fields: quicker had than the file's nodes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Record | Translation):
        for name, item in vars(value).items():
            if item and name not in ("text", "translations"):
                yield from _texts(item)


def _values(origin: Origin) -> list[Scalar]:
    """Every value in a file but the text, in the order of the file."""
    found: list[Scalar] = []
    waiting: list[Node] = [value for key, value in origin.fields.pairs if key.text != "text"]
    waiting.reverse()
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            found.append(node)
        elif isinstance(node, Sequence):
            waiting += reversed(node.items)
        else:
            waiting += [value for _, value in reversed(node.pairs)]
    return found
