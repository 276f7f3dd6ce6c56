"""Values that a form asks for in two halves: a day and an hour, which one and a weekday."""

from collections.abc import Iterable, Iterator

from plugins.catalogue.model import Entry
from plugins.intake.new.fields import field_at
from plugins.intake.submission.form_fields import is_form_field

_HALVES = frozenset({"moment", "nth"})
"""Controls that ask for one value in two halves."""


def joined(pairs: Iterable[tuple[str, str]], kind: type[Entry] | None) -> Iterator[tuple[str, str]]:
    """The names and values that a form sends, the halves of one value as one."""
    halves: dict[str, str] = {}
    for name, value in pairs:
        if kind is not None and name[:1] != "_" and _is_halved(kind, name):
            halves[name] = f"{halves.get(name, '')} {value}".strip()
        else:
            yield name, value
    yield from halves.items()


def _is_halved(kind: type[Entry], path: str) -> bool:
    if not is_form_field(kind, path):
        return False
    leaf = field_at(kind, path).settled()
    return getattr(leaf, "control", "") in _HALVES
