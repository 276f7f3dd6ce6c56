"""What was forgotten on somebody's wish does not come back.

People may: a consent of a later day is theirs.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from plugins.catalogue import marks
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.forgotten import Mark
from plugins.catalogue.link import Catalogue, pictures_of
from plugins.catalogue.model import Entry


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """What was forgotten on somebody's wish does not come back."""
    known = catalogue.forgotten
    if not known.tombstones:
        return
    pictures = {
        name: since
        for name, picture in catalogue.pictures.items()
        for mark in marks.of_picture(picture)
        if (since := known.since(mark))
    }
    for entry in catalogue.entries:
        yield from _people_and_entry(entry, catalogue)
        for where, name in pictures_of(entry):
            if name in pictures:
                yield entry.problem(where, "PRIV-FORGOTTEN", value=name, day=pictures[name])


def _people_and_entry(entry: Entry, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Each field once."""
    consent = marks.consent_of(entry)
    said: set[str] = set()
    for path, mark, text in chain(marks.of_entry(entry), marks.of_people(entry)):
        since = catalogue.forgotten.since(mark) if path not in said else None
        if since is None or (consent and consent.on > since and _is_of_people(path, mark)):
            continue
        said.add(path)
        yield entry.problem(path, "PRIV-FORGOTTEN", value=text, day=since)


def _is_of_people(path: str, mark: Mark) -> bool:
    return path.startswith("contacts.") or mark.kind == marks.PERSON
