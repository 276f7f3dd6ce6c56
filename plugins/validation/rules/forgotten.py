"""What was forgotten on somebody's wish does not come back.

People may: a consent of a later day is theirs.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from plugins.catalogue import marks
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.forgotten import Forgotten, Mark
from plugins.catalogue.link import pictures_of
from plugins.catalogue.model import Entry
from plugins.catalogue.pictures import PictureFile
from plugins.validation.context import RuleContext


def check(entry: Entry, context: RuleContext) -> Iterator[Diagnostic]:
    if not context.forgotten.tombstones:
        return
    yield from _people_and_entry(entry, context.forgotten)
    for where, name in pictures_of(entry):
        if since := context.forgotten_pictures.get(name):
            yield entry.problem(where, "PRIV-FORGOTTEN", value=name, day=since)


def forgotten_pictures(pictures: Mapping[str, PictureFile], known: Forgotten) -> dict[str, date]:
    """The pictures that were forgotten, by their files, and since when."""
    return {
        name: since
        for name, picture in pictures.items()
        for mark in marks.of_picture(picture)
        if (since := known.since(mark))
    }


def _people_and_entry(entry: Entry, forgotten: Forgotten) -> Iterator[Diagnostic]:
    """Each field once."""
    consent = marks.consent_of(entry)
    reported: set[str] = set()
    for path, mark, text in chain(marks.of_entry(entry), marks.of_people(entry)):
        since = forgotten.since(mark) if path not in reported else None
        if since is None or (consent and consent.on > since and _is_of_people(path, mark)):
            continue
        reported.add(path)
        yield entry.problem(path, "PRIV-FORGOTTEN", value=text, day=since)


def _is_of_people(path: str, mark: Mark) -> bool:
    return path.startswith("contacts.") or mark.kind == marks.PERSON
