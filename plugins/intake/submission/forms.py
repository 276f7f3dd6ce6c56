"""Which form somebody names, which entry, and whose fields a submission can have."""

import re
from collections.abc import Mapping
from itertools import pairwise

from plugins.catalogue.descriptions.forms import FORMS, Form
from plugins.catalogue.find import FOLDERS
from plugins.catalogue.model import Entry
from plugins.catalogue.names import ID, MAX_ID
from plugins.catalogue.text import fold


def form_called(word: str) -> Form | None:
    """The form with this title or slug, if any."""
    called = fold(" ".join(word.split()))
    return next((f for f in FORMS.values() if called in (fold(f.title), f.slug)), None)


def entry_of(text: str) -> str:
    """The entry that a text names, `associations/chor-am-fluss`; empty when it names none."""
    folder, _, name = text.strip().partition("/")
    fits = folder in FOLDERS and ID.fullmatch(name) and len(name) <= MAX_ID
    return f"{folder}/{name}" if fits else ""


def entry_at(text: str, addresses: Mapping[str, str]) -> str:
    """The entry that a text names, also by the address of its page; empty when it names none.

    `addresses` are the words of the site's addresses: {"associations": "vereine"}.
    """
    parts = re.split(r"[/?#\s]+", text)
    folders = {word: folder for folder, word in addresses.items() if folder in FOLDERS}
    pairs = (f"{folders[one]}/{two}" for one, two in pairwise(parts) if one in folders)
    return entry_of(text) or next(filter(None, map(entry_of, pairs)), "")


def kind_for(form: str, entry: str) -> type[Entry] | None:
    """The kind of entry whose fields a submission can have."""
    known = FORMS.get(form)
    if known is not None and known.kind is not None:
        return known.kind
    return FOLDERS.get(entry.partition("/")[0])
