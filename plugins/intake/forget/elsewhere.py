"""What there is outside of the content: the inbox, what is kept between runs, releases, sheets."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from plugins.catalogue.likeness import spellings
from plugins.catalogue.notes import note_files, read_notes, write_notes
from plugins.catalogue.settings import Settings
from plugins.intake.calendars import health
from plugins.intake.calendars.show import PAGE
from plugins.intake.content import ContentFolder
from plugins.intake.forget.hits import says
from plugins.intake.forget.plan import ErasurePlan
from plugins.intake.submission.store import DraftStore

REMINDERS = "erinnerungen"
KEEP = ("tools", "revisions", REMINDERS)
"""What in the cache is no copy of entries: programs, notes, letters."""
SHEETS = "tabellen"
DIGESTS = "digest"
LIVE = "live"


class MatchingDraft(NamedTuple):
    """Something that was handed in and is about it; `is_open`: nobody has decided it yet."""

    id: str
    is_open: bool


def drafts(
    plan: ErasurePlan, content: ContentFolder, store: DraftStore
) -> tuple[MatchingDraft, ...]:
    """What was handed in by or about the one who is to be forgotten."""
    known = set(store.ids())
    is_about = _about(plan, content)
    found = (one for one, data in store.everything() if is_about(data.decode("utf-8", "replace")))
    return tuple(MatchingDraft(one, one in known) for one in sorted(set(found)))


def _about(plan: ErasurePlan, content: ContentFolder) -> "_Matcher":
    known = content.existing.catalogue.associations
    entries = [e for e in known if (e.folder, e.id) in plan.gone]
    emails = {e.email for e in entries} | {c.email for e in entries for c in e.private_contacts}
    names = {way for e in entries for way in spellings(e.name)}
    return _Matcher(plan, frozenset(filter(None, emails)), frozenset(names))


class _Matcher:
    """Whether a draft is about what is to be forgotten.

    Of an entry a word in the text is not enough: many a message says »Chor«.
    """

    def __init__(self, plan: ErasurePlan, emails: frozenset[str], names: frozenset[str]) -> None:
        self._person = plan.wanted if plan.wanted.is_person else None
        self._entries = {f"{folder}/{key}" for folder, key in (*plan.gone, *plan.former)}
        self._says_mail = says(plan.wanted, emails) if emails else None
        self._names = names

    def __call__(self, text: str) -> bool:
        data = _read(text)
        values = tuple(_values(data)) if data else (text,)
        if self._person:
            return any(map(says(self._person), values))
        fields = data.get("fields", {})
        called = [name for key in ("name", "title") for name in _texts(fields.get(key))]
        return (
            data.get("entry") in self._entries
            or any(self._names & spellings(name) for name in called)
            or bool(self._says_mail and any(map(self._says_mail, values)))
        )


def _read(text: str) -> Mapping[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    fields = data.get("fields") if isinstance(data, dict) else None
    return data if isinstance(fields, dict) else {}


def _texts(value: object) -> Iterator[str]:
    yield from (item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _values(value: object) -> Iterator[str]:
    """All texts in it, line by line."""
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _values(one)
    elif isinstance(value, list):
        for one in value:
            yield from _values(one)


def clear_caches(settings: Settings, plan: ErasurePlan) -> None:
    """Remove what runs have kept of entries; the next build makes it anew.

    Of letters that wait to be sent those to what is gone; what was noted of its changes, too.
    """
    keys = {f"{folder}/{key}" for folder, key in (*plan.gone, *plan.former)}
    health.forget(settings.inbox, {key for folder, key in plan.gone if folder == "associations"})
    files = note_files(settings)
    notes = read_notes(*files)
    kept = {key: note for key, note in notes.items() if key not in keys}
    if kept != notes:
        write_notes(kept, *files)
    for path in settings.cache.glob("*"):
        if path.name not in KEEP:
            with suppress(OSError):
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    for _, key in plan.gone:
        for letters in (settings.cache / REMINDERS, settings.file.parent / DIGESTS):
            for letter in letters.rglob(f"{key}.eml"):
                letter.unlink(missing_ok=True)


def copies(settings: Settings) -> Iterator[tuple[str, Path]]:
    """Where copies of entries may be that nobody removes by themselves: what it is, and where."""
    root = settings.file.parent
    for what, path in (
        ("output", settings.output),
        ("sheets", root / SHEETS),
        ("reminders", settings.cache / REMINDERS),
        ("digests", root / DIGESTS),
        ("report", root / "bericht.html"),
        ("calendars", root / PAGE),
    ):
        if path.exists():
            yield what, path
    yield from (("release", path) for path in _releases(settings, root))


def _releases(settings: Settings, root: Path) -> Iterable[Path]:
    """Releases in a local folder; on a server the address alone is known."""
    if ":" in settings.publish_to:
        return ()
    folder = root / settings.publish_to
    return sorted(p for p in folder.glob("*") if p.is_dir() and not p.is_symlink())
