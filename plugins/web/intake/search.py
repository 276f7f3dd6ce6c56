"""The search of the site, answered here for who has no JavaScript: from the files of its index.

Nothing of a question is kept, and none says which file is read: only those are that the index
itself names, and the fixed ones of the closed lists.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.catalogue import characters
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.rendering import urls
from plugins.rendering.page import Page
from plugins.rendering.urls import Address
from plugins.search import shards
from plugins.search.document import OFF
from plugins.search.index import FORMAT
from plugins.search.page import SearchView
from plugins.search.query import SearchHit, SearchIndex, answer, corrected, nearest

LONGEST = 200
"""So many signs of a question are read, as many as its field takes."""
BEST, MOST = 3, 20
"""So many hits stand before the groups, and in each of these: as in browsers."""
MOST_FILES = 1000
"""So many files are kept in memory."""

_GROUPS = ("aA", "ceE", "pP", "gf", "nNor")
"""The letters of references in the groups of components/search_hits.html."""
_KEYS = frozenset(f"k/{name}" for name in shards.KEY_FILES)

TextState = tuple[int, int, int]

_CALLED_OFF = {mark: status for status, mark in OFF.items()}
_MARKS = "+" + "".join(_CALLED_OFF)


@dataclass(frozen=True)
class FoundEntry:
    """A hit as the page shows it.

    `over` is how it is over or called off; `lang` where it is not translated.
    """

    path: str
    title: str
    note: str
    lang: str
    over: str
    when: datetime | None
    has_time: bool


@dataclass(frozen=True)
class FoundGroup:
    """Hits of one kind; `place` is that of its name."""

    place: int
    hits: tuple[FoundEntry, ...]


@dataclass(frozen=True)
class FoundEntries:
    """What answers a question; not `is_there` where there is no index just now."""

    question: str
    is_there: bool
    count: int
    best: tuple[FoundEntry, ...]
    groups: tuple[FoundGroup, ...]
    meant: str
    near: tuple[str, ...]
    help: SearchView


@dataclass(frozen=True)
class FoundView:
    """The page of what was found."""

    found: FoundEntries


class BuiltIndex:
    """The index in the folder of the built site, as it is there now; kept until a file changes."""

    def __init__(self, output: Path, addresses: Mapping[str, str]) -> None:
        first = urls.path(Address("search_index", f"{FORMAT}/index"), addresses)
        self._folder = output / Path(first.lstrip("/")).parent
        self._kept: _ReadIndex | None = None

    def now(self) -> SearchIndex | None:
        """The index; `None` where it is not there or cannot be read."""
        kept = self._kept
        if kept is None or not kept.is_fresh():
            kept = _read(self._folder)
            self._kept = kept
        return kept.index if kept else None


class _ReadIndex:
    """An index with the state in which its files were when they were read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = frozenset({"index"})
        self._states: dict[str, TextState | None] = {}
        self.index = SearchIndex(self._text)

    def allow(self) -> None:
        """Read also what the index names."""
        self._names |= _KEYS | frozenset(self.index.files)

    def is_fresh(self) -> bool:
        """Whether all is as it was, and not too much of it kept."""
        states = list(self._states.items())
        return len(states) <= MOST_FILES and all(
            state == _state(self._folder / f"{name}.txt") for name, state in states
        )

    def _text(self, name: str) -> str:
        if name not in self._names:
            return ""
        file = self._folder / f"{name}.txt"
        self._states[name] = _state(file)  # before it is read: what changes meanwhile is seen
        with suppress(OSError, UnicodeDecodeError):
            return file.read_text("utf-8")
        return ""


def _read(folder: Path) -> _ReadIndex | None:
    try:
        read = _ReadIndex(folder)
    except (ValueError, AttributeError):  # half an index is none
        return None
    read.allow()
    return read if read.index.files else None


def _state(file: Path) -> TextState | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def page(
    index: SearchIndex | None,
    question: str,
    language: str,
    home: str,
    now: datetime,
    more: SearchView,
) -> Page:
    """The page that answers a question at a time; `home` is where that of the language is."""
    question = " ".join(characters.without_forbidden(question[:LONGEST]).split())
    found = answer(index, question, language) if index else None
    hits = tuple(
        hit._replace(path=home.rstrip("/") + hit.path) for hit in (found.hits if found else ())
    )
    best = hits[:BEST] if len(hits) > BEST else ()
    near = nearest(index, question) if index and question and not hits else ()
    view = FoundEntries(
        question,
        index is not None,
        len(hits),
        tuple(_entry(hit, language, now) for hit in best),
        tuple(_groups(hits[len(best) :], language, now)),
        corrected(question, found.mended) if found else "",
        near,
        more,
    )
    return Page(Address("search"), "found.html", FoundView, (view,))


def _groups(hits: Iterable[SearchHit], language: str, now: datetime) -> Iterator[FoundGroup]:
    hits = tuple(hits)
    for place, letters in enumerate(_GROUPS):
        own = [hit for hit in hits if hit.reference[0] in letters][:MOST]
        if own:
            yield FoundGroup(place, tuple(_entry(hit, language, now) for hit in own))


def _entry(hit: SearchHit, language: str, now: datetime) -> FoundEntry:
    title, note = hit.called(language)
    when = _moment(hit)
    is_foreign = language not in hit.said and language != SITE_LANGUAGE
    return FoundEntry(
        hit.path,
        title,
        note or hit.called("")[1],
        SITE_LANGUAGE if is_foreign else "",
        _over(hit, now),
        when,
        when is not None and "T" in hit.when,
    )


def _moment(hit: SearchHit) -> datetime | None:
    with suppress(ValueError):
        if hit.reference[0] in "eE" and hit.when:
            return datetime.fromisoformat(hit.when.rstrip(_MARKS).partition("/")[0])
    return None


def _over(hit: SearchHit, now: datetime) -> str:
    """What was over when the site was built, an end that has passed since, what is called off."""
    kind, mark = hit.reference[0], hit.when[-1:]
    if kind in "AN":
        return "gone"
    if kind == "P" or (kind == "E" and mark not in _CALLED_OFF):
        return "over"
    if not hit.when or mark == "+":
        return ""
    end = hit.when.rstrip(_MARKS).rpartition("/")[2]
    if end < f"{now:%Y-%m-%dT%H:%M}"[: len(end)]:
        return "over"
    return _CALLED_OFF.get(mark, "")
