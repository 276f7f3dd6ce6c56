"""An entry as data: what its file says publicly, in JSON. A form is filled in with it."""

import json
from collections.abc import Iterator
from datetime import date

from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Contact, Entry
from plugins.catalogue.public import contacts_of, names_in, public_fields
from plugins.catalogue.settings import Site
from plugins.rendering.page import File
from plugins.rendering.urls import Address


@record(frozen=True)
class EntryView(Frozen):
    """An entry, whom it names publicly, and what the associations are called that it names."""

    entry: Entry
    contacts: tuple[Contact, ...]
    names: tuple[tuple[str, str], ...]


KINDS = frozenset(form.kind for form in FORMS.values())
"""The kinds of entries that a form can change."""


def files(catalogue: Catalogue, entry: Entry, today: date) -> Iterator[File]:
    """The entry as data."""
    inputs = (entry, tuple(names_in(entry, catalogue).items()), today)
    yield File(Address("entry_data", f"{entry.folder}/{entry.id}"), write, _view, inputs)


def _view(entry: Entry, names: tuple[tuple[str, str], ...], today: date) -> EntryView:
    return EntryView(entry, contacts_of(entry, today), names)


def write(view: EntryView, site: Site) -> bytes:
    """The entry's fields beside its kind, its id and the names of associations by their ids."""
    entry = view.entry
    about = {"folder": entry.folder, "id": entry.id, "names": dict(view.names)}
    fields = public_fields(entry, view.contacts)
    return json.dumps({**about, **fields}, ensure_ascii=False, separators=(",", ":")).encode()
