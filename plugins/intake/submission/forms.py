"""Which form somebody names, which entry, and whose fields a submission can have."""

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


def kind_for(form: str, entry: str) -> type[Entry] | None:
    """The kind of entry whose fields a submission can have."""
    known = FORMS.get(form)
    if known is not None and known.kind is not None:
        return known.kind
    return FOLDERS.get(entry.partition("/")[0])
