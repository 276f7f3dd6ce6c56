"""The associations that a form offers by name: on its page, or, of very many, from a file.

Whichever way a name is chosen or typed, it is sent as it stands there; intake finds who is meant.
"""

import json
from collections.abc import Iterator

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Site
from plugins.catalogue.text import fold
from plugins.rendering.divided import is_divided
from plugins.rendering.page import File
from plugins.rendering.urls import Address

MOST_NAMES = 5000
"""So many associations are offered, 5 to 16 bytes each when packed: the file has 80 kB at most."""


@record(frozen=True)
class AssociationName(Frozen):
    """An association: its German name, and what it is called on this page."""

    id: str
    name: str
    called: str
    is_shared: bool
    """Whether the name alone finds several entries."""


def on_page(catalogue: Catalogue) -> tuple[AssociationName, ...]:
    """Those that stand on the page of a form; none where they are too many."""
    return () if is_divided(len(catalogue.associations)) else tuple(_named(catalogue))


def are_in_file(catalogue: Catalogue) -> bool:
    """Whether there is a file of the names: too many for a page, and not for a file."""
    count = len(catalogue.associations)
    return is_divided(count) and count <= MOST_NAMES


def _named(catalogue: Catalogue) -> Iterator[AssociationName]:
    shared = catalogue.shared_names
    for one in catalogue.associations:
        name = (one.original or one).called
        yield AssociationName(one.id, name, one.called, fold(name) in shared)


@record(frozen=True)
class NamesView(Frozen):
    """The names in their order: one, the id where it is shared, and what it is in languages."""

    names: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


def files(catalogue: Catalogue) -> Iterator[File]:
    """The file that forms fetch when somebody goes to a field for names, if there is one."""
    if are_in_file(catalogue):
        translated = {a.id: a.translations for a in catalogue.associations if a.translations}
        rows = []
        for one in sorted(_named(catalogue), key=lambda named: (fold(named.name), named.id)):
            said = ((t.language, dict(t.fields).get("name")) for t in translated.get(one.id, ()))
            called = tuple((tag, name) for tag, name in said if name)
            rows.append((one.name, one.id if one.is_shared else "", called))
        yield File(Address("names_data"), write, NamesView, (tuple(rows),))


def write(view: NamesView, site: Site) -> bytes:
    """A list in JSON; what there is nothing to say of is left out."""
    found: list[dict[str, object]] = []
    for name, key, called in view.names:
        more = {"id": key, "called": dict(called)}
        found.append({"name": name, **{what: value for what, value in more.items() if value}})
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
