"""What an entry says publicly, in the words of its file: for forms that are filled in, for others.

Consent decides about people; nothing of consents, and of nobody who confirmed something.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from plugins.catalogue.fields.records import RecordField, fields_of, written
from plugins.catalogue.fields.references import Reference
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Contact, Entry

Fields = Mapping[str, Any]
"""Fields by their keys, as a file has them: texts, numbers, lists and mappings."""


def contacts_of(entry: Entry, today: date) -> tuple[Contact, ...]:
    """Whom the entry names publicly."""
    return entry.public_contacts(today) if isinstance(entry, Association) else ()


def public_fields(entry: Entry, contacts: tuple[Contact, ...]) -> Fields:
    """What the entry's file says as far as it is public; these contacts and no others."""
    found = written(entry)
    if contacts:
        found["contacts"] = [written(contact) for contact in contacts]
    keys = sorted(fields_of(type(entry)), key=lambda key: key == "text")  # as in a file: below
    return {key: found[key] for key in keys if key in found}


def names_in(entry: Entry, catalogue: Catalogue) -> Mapping[str, str]:
    """The names of the associations that the entry names by their ids."""
    targets = RecordField(type(entry)).targets(entry, "")
    ids = [key for _, key, reader in targets if isinstance(reader, Reference)]
    found = {key: catalogue.association(key) for key in ids}
    return {key: one.name for key, one in found.items() if one}
