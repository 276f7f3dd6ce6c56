"""What the coordinator is told: what has changed since last week, and what is due."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from plugins.catalogue.descriptions.kinds import KINDS
from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry
from plugins.digest import texts
from plugins.digest.week import Week
from plugins.findings.show import day_shown
from plugins.intake.new.texts import Bilingual
from plugins.intake.upkeep.due import due
from plugins.rendering import urls
from plugins.rendering.urls import Address

SOON = timedelta(days=14)
"""What expires within so many days is soon over."""

STALE_DAYS = 365

_BECAME = {"A": "new", "M": "changed", "D": "gone"}


class OfficeRow(NamedTuple):
    """A line about an entry: what it is called, what is said of it, its page if it has one."""

    name: str
    note: str
    address: Address | None = None


class OfficeSection(NamedTuple):
    """A heading with its lines; `otherwise` stands where there are none, `help` below them."""

    heading: str
    rows: tuple[OfficeRow, ...]
    otherwise: str = ""
    help: str = ""


@dataclass(frozen=True)
class OfficeState:
    """What is known besides the catalogue: the drafts that wait, what became of which file.

    `files` is `None` where nobody knows that.
    """

    drafts: int
    files: Mapping[str, str] | None
    since: date


class EntryChange(NamedTuple):
    """An entry by its folder and id, and what became of it, a key of `texts.BECAME`."""

    folder: str
    id: str
    became: str


def entry_changes(files: Mapping[str, str]) -> tuple[EntryChange, ...]:
    """What became of the entries of these files; kind by kind."""
    found: dict[tuple[str, str], set[str]] = {}
    for name, letter in files.items():
        folder, _, file = name.partition("/")
        key, *middle = file.split(".")
        if "/" not in file and middle[-1:] in (["md"], ["yaml"]):
            became = "translated" if len(middle) > 1 else _BECAME.get(letter, "changed")
            found.setdefault((folder, key), set()).add(became)
    order = [kind.folder for kind in KINDS]
    known = sorted(found, key=lambda one: (order.index(one[0]), one[1]))
    return tuple(EntryChange(*key, _in_all(found[key])) for key in known)


def _in_all(became: set[str]) -> str:
    """What became of an entry with several files: from .md to .yaml it was changed."""
    own = became - {"translated"}
    if not own:
        return "translated"
    return own.pop() if len(own) == 1 else "changed"


def sections(
    catalogue: Catalogue,
    state: OfficeState,
    week: Week,
    dates: int,
    today: date,
    language: MessageLanguage,
) -> tuple[OfficeSection, ...]:
    """All that is told; `dates` is how many there are in the week."""

    def to(text: Bilingual, **values: object) -> str:
        return text.to(language).format(**values)

    counted = (
        OfficeRow(to(texts.DATES, count=dates), "", week.page(today, begins_something=dates > 0)),
        OfficeRow(to(texts.DRAFTS, count=state.drafts), "make inbox" if state.drafts else ""),
        OfficeRow(
            to(texts.ERRORS, count=len(catalogue.withheld)),
            "make check" if catalogue.withheld else "",
        ),
    )
    nothing = to(texts.NOTHING)
    stale, over = (
        tuple(_stale(catalogue, today, language)),
        tuple(_over(catalogue, today, language)),
    )
    changed = tuple(_changed(catalogue, state, language))
    unchanged = texts.UNCHANGED if state.files is not None else texts.UNKNOWN
    since = to(texts.CHANGED, day=day_shown(state.since, language))
    return (
        OfficeSection(to(texts.WEEK), counted),
        OfficeSection(since, changed, to(unchanged)),
        OfficeSection(to(texts.STALE), stale, nothing, to(texts.HELP_STALE) if stale else ""),
        OfficeSection(to(texts.EXPIRING), over, nothing, to(texts.HELP_EXPIRING) if over else ""),
    )


def _changed(
    catalogue: Catalogue, state: OfficeState, language: MessageLanguage
) -> Iterator[OfficeRow]:
    entries = {(entry.folder, entry.id): entry for entry in catalogue.entries}
    kinds = {kind.folder: called for kind, called in KINDS.items()}
    for change in entry_changes(state.files or {}):
        kind, became = kinds[change.folder], texts.BECAME[change.became].to(language)
        entry = entries.get((change.folder, change.id))
        note = f"{kind.one if language == 'de' else kind.english}, {became}"
        yield OfficeRow(entry.called, note, urls.of(entry)) if entry else OfficeRow(change.id, note)


def _stale(catalogue: Catalogue, today: date, language: MessageLanguage) -> Iterator[OfficeRow]:
    for one in due(catalogue, today, STALE_DAYS):
        day = day_shown(one.last, language) if one.last else ""
        said = texts.CONFIRMED.to(language) if one.confirmed else texts.NEVER.to(language)
        yield _row(one.entry, said.format(day=day))


def _over(catalogue: Catalogue, today: date, language: MessageLanguage) -> Iterator[OfficeRow]:
    for posting in sorted(catalogue.board, key=lambda one: (one.expires, one.id)):
        if posting.state(today) == "open" and posting.expires <= today + SOON:
            day = day_shown(posting.expires, language)
            yield _row(posting, texts.UNTIL.to(language).format(day=day))


def _row(entry: Entry, note: str) -> OfficeRow:
    return OfficeRow(entry.called, note, urls.of(entry))
