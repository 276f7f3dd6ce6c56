"""Finds a pattern in everything that somebody has written into an entry or its translation."""

import re
from collections.abc import Callable, Iterator

from plugins.catalogue.diagnostics import Diagnostic, diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Origin
from plugins.catalogue.source import Node, Scalar, Sequence
from plugins.validation.markdown import passages


def findings(
    catalogue: Catalogue,
    code: str,
    pattern: re.Pattern[str],
    is_meant: Callable[[str], bool] = bool,
) -> Iterator[Diagnostic]:
    """A finding wherever `pattern` matches and `is_meant` agrees about what it matched.

    In the text of an entry it stands at the match, in a field at the beginning of the value.
    """
    for passage in passages(catalogue, ""):
        for match in pattern.finditer(passage.text):
            if is_meant(match[0]):
                yield passage.problem(match.start(), code)
    for entry in catalogue.entries:
        for origin in (entry.origin, *(translation.origin for translation in entry.translations)):
            values = _values(origin)
            if pattern.search("\n".join(value.text for value in values)):  # hardly ever
                for value in values:
                    if any(is_meant(match[0]) for match in pattern.finditer(value.text)):
                        yield diagnostic(origin.path, value.place, code, {})


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
