"""What an entry is found by: its terms and meanings, and how strongly each speaks for it."""

import re
from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b
from typing import NamedTuple

from plugins.catalogue.fields.days import WEEKDAYS
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import (
    OFFICE,
    Article,
    Association,
    Entry,
    Event,
    Funding,
    Network,
    Posting,
    Report,
    Translation,
    Venue,
)
from plugins.catalogue.occurrences import Occurrence, coming
from plugins.rendering import urls
from plugins.rendering.cards import excerpt
from plugins.rendering.urls import Address
from plugins.search.folding import indexed_terms, tokens
from plugins.search.meanings import Meanings
from plugins.wording.locales import locale_of

_LOOKED_AT = timedelta(days=366), timedelta(days=366 * 150)
"""So far ahead a date is looked for on which a series takes place: it may have no end."""
_TARGETS = re.compile(r"\]\([^)]*\)|<[^>]*>|https?://\S+")
OFF = {"cancelled": "x", "postponed": ">"}
"""How the moment of an event ends that does not take place then."""
OTHER = "o"
"""The letter of a kind of entry that has none of its own."""
NOTE = 90
"""So many letters at most a hit says besides its title."""


class Strength(NamedTuple):
    """How strongly a field speaks for its entry: as a word, inside of one, by what it means."""

    word: int
    inside: int
    meaning: int


NAME = Strength(9, 7, 8)
OTHER_NAME = Strength(8, 6, 7)
SUMMARY = Strength(6, 4, 5)
AROUND = Strength(4, 3, 3)
OFTEN = Strength(4, 3, 3)
TEXT = Strength(3, 2, 2)
"""»Around« is what belongs to it: its place, who does it."""

TOPIC, FIRST_TOPIC, LANGUAGE, KIND = 4, 5, 5, 6
"""How strongly a field speaks that names a meaning."""


class SearchTerms(NamedTuple):
    """By what an entry is found. `words` and `meanings` have the strength of each."""

    reference: str
    words: dict[str, int]
    meanings: dict[str, int]
    written: dict[str, str]
    """How the words are written, but for those inside of others."""


class SearchRow(NamedTuple):
    """What is shown of an entry that was found."""

    reference: str
    address: Address
    when: str
    said: tuple[tuple[str, str, str], ...]
    """Title and note in each language; first in German."""


def reference(letter: str, entry: Entry) -> str:
    """The entry in six letters, the first of which is its kind and state: nothing shifts it."""
    digest = blake2b(f"{entry.folder}/{entry.id}".encode(), digest_size=4).digest()
    return letter + urlsafe_b64encode(digest)[:5].decode()


def own_terms(meanings: Meanings, entry: Entry, today: date) -> SearchTerms:
    """By what the entry itself says."""
    letter, _ = _state(entry, today)
    found = _Gathered(meanings, is_short=letter in "AEP")
    for text, strength in _fields(entry):
        found.add(text, strength)
    for translation in entry.translations:
        for text, strength in _translated(translation):
            found.add(text, strength, german=False)
    for name, degree in _meanings(entry):
        found.mean(name, degree)
    return found.terms(reference(letter, entry))


def terms_around(
    catalogue: Catalogue, meanings: Meanings, entry: Entry, reference: str
) -> SearchTerms:
    """By what others are called, which it names: those who do it, and where it is."""
    found = _Gathered(meanings)
    for text in _around(catalogue, entry):
        found.add(text, AROUND)
    return found.terms(reference)


def hit(catalogue: Catalogue, entry: Entry, today: date) -> SearchRow:
    """What is shown of the entry."""
    letter, when = _state(entry, today)
    said = (_said(catalogue, entry), *_said_translated(catalogue, entry))
    return SearchRow(reference(letter, entry), urls.of(entry), when, said)


class _Gathered:
    def __init__(self, meanings: Meanings, *, is_short: bool = False) -> None:
        self._meanings, self._is_short = meanings, is_short
        self.words: dict[str, int] = {}
        self.meanings: dict[str, int] = {}
        self.written: dict[str, str] = {}

    def add(self, text: str, strength: Strength, *, german: bool = True) -> None:
        """What the text says. Of what is over only what it is called and its place count."""
        if not text or (self._is_short and strength is TEXT):
            return
        if strength is TEXT and ("](" in text or "<" in text or "http" in text):
            text = _TARGETS.sub("] ", text)
        written = tokens(text)
        for token, times in Counter(written).items():
            if strength is TEXT and times > 1:
                self._say(token, OFTEN, german=german)
            else:
                self._say(token, strength, german=german)
        if german and strength is not TEXT:
            for name in self._meanings.of_phrases([indexed_terms(token)[0] for token in written]):
                self.mean(name, strength.meaning)

    def _say(self, token: str, strength: Strength, *, german: bool) -> None:
        if not german:
            self._raise(indexed_terms(token), strength.word, token)
            return
        known = self._meanings.of_token(token)
        if strength.word > TEXT.word or not self._meanings.unimportant.issuperset(known.terms):
            self._raise(known.terms, strength.word, token)
        self._raise(known.inside, strength.inside)
        for name in known.meanings:
            self.mean(name, strength.meaning)
        for name in known.inside_meanings:
            self.mean(name, strength.inside)

    def _raise(self, found: tuple[str, ...], degree: int, token: str = "") -> None:
        words = self.words
        for term in found:
            is_word = len(term) > 1 or term > "z" or degree == NAME.word
            if is_word and words.get(term, 0) < degree:
                words[term] = degree
                if token:
                    self.written[term] = token

    def mean(self, name: str, degree: int) -> None:
        if self.meanings.get(name, 0) < degree:
            self.meanings[name] = degree

    def terms(self, reference: str) -> SearchTerms:
        return SearchTerms(reference, self.words, self.meanings, self.written)


def _state(entry: Entry, today: date) -> tuple[str, str]:
    """The letter of its kind, large where it is over; and when it takes place."""
    if isinstance(entry, Association):
        return "a" if entry.is_active(today) else "A", ""
    if isinstance(entry, Event):
        return _event_state(entry, today)
    if isinstance(entry, Posting):
        return "p" if entry.state(today) == "open" else "P", entry.expires.isoformat()
    if isinstance(entry, Network):
        return "n" if entry.is_active(today) else "N", ""
    kinds: dict[type[Entry], str] = {Funding: "f", Report: "r", Article: "g"}
    return kinds.get(type(entry), OTHER), ""


def _event_state(event: Event, today: date) -> tuple[str, str]:
    """A series says `+`, others say their end; what is called off `x` or `>` besides."""
    next_one = _next(event, today)
    if next_one is None:
        return "E", event.start.isoformat()[:16]
    start, end = _span(next_one)
    if event.status in OFF:
        return "E", f"{start}/{end}{OFF[event.status]}"
    return "e", f"{start}+" if event.repeat else f"{start}/{end}"


def _next(event: Event, today: date) -> Occurrence | None:
    """The next time that it takes place; if it never does any more, the next time it would have."""
    following: tuple[Occurrence, ...] = ()
    for far in _LOOKED_AT if event.repeat else _LOOKED_AT[:1]:
        following = coming(event, today, today + far)
        for one in following:
            if one.is_held:
                return one
    return following[0] if following else None


def _span(one: Occurrence) -> tuple[str, str]:
    if one.all_day:
        return one.day.isoformat(), one.last_day.isoformat()
    return one.start.isoformat()[:16], one.end.isoformat()[:16]


_KIND_WORDS: dict[type[Entry], str] = {
    Funding: "Förderung Fördermittel Zuschuss Geld",
    Network: "Netzwerk",
    Report: "Bericht",
}
"""By what a kind is asked for, whose entries need not say it."""


def _fields(entry: Entry) -> Iterator[tuple[str, Strength]]:
    yield entry.called, NAME
    yield _KIND_WORDS.get(type(entry), ""), AROUND
    if isinstance(entry, Association):
        yield entry.short_name, OTHER_NAME
        yield initials(entry.name), SUMMARY
        yield " ".join(key.replace("-", " ") for key in entry.formerly), OTHER_NAME
        yield entry.summary, SUMMARY
        if entry.address:
            yield f"{entry.address.street} {entry.address.city}", AROUND
    elif isinstance(entry, Event):
        yield _own_place(entry), AROUND
    elif isinstance(entry, Posting):
        yield _room(entry), SUMMARY
    elif isinstance(entry, Network):
        yield entry.meets, TEXT
    elif isinstance(entry, Funding):
        yield entry.funder, SUMMARY
        yield f"{entry.what} {entry.who}", SUMMARY
    elif isinstance(entry, Report) and entry.paper:
        yield f"{entry.paper.number} {entry.paper.subject}", SUMMARY
    if not isinstance(entry, Report):
        yield entry.text, TEXT


def initials(name: str) -> str:
    """»DGG« for »Deutsch-Griechische Gesellschaft e. V.«; nothing where that is no word."""
    words = re.findall(r"[^\W\d_]{4,}", name)
    found = "".join(word[0] for word in words if word[0].isupper())
    return found if len(found) > 2 else ""


def _own_place(event: Event) -> str:
    """Where it is, if that is not an association's room."""
    venue = event.venue
    return f"{venue.name} {venue.street}" if isinstance(venue, Venue) else ""


def _around(catalogue: Catalogue, entry: Entry) -> Iterator[str]:
    if isinstance(entry, Posting):
        yield _name_of(catalogue, entry.association)
    elif isinstance(entry, Event):
        if isinstance(entry.venue, str):
            yield _name_of(catalogue, entry.venue)
        yield from (_name_of(catalogue, key) for key in entry.organisers if key != OFFICE)


def _name_of(catalogue: Catalogue, key: str) -> str:
    found = catalogue.association(key)
    return found.name if found else ""


def _room(posting: Posting) -> str:
    """»60 Plätze« is looked for by its number."""
    room = posting.room
    if room is None:
        return ""
    has = {"stufenlos": room.step_free, "Küche": room.kitchen, "Bühne": room.stage}
    seats = f"{room.seats} Plätze" if room.seats else ""
    days = posting.available.weekdays if posting.available else ()
    return " ".join((seats, *(word for word, there in has.items() if there), *map(_weekday, days)))


def _weekday(name: str) -> str:
    """»Samstag« for `saturday`."""
    return str(locale_of(SITE_LANGUAGE).days["format"]["wide"][WEEKDAYS.index(name)])


_STRENGTHS = {
    **{"name": NAME, "title": NAME, "short_name": OTHER_NAME},
    **{"summary": SUMMARY, "what": SUMMARY, "who": SUMMARY},
}


def _translated(translation: Translation) -> Iterator[tuple[str, Strength]]:
    for key, value in translation.fields:
        if isinstance(value, str):
            yield value, _STRENGTHS.get(key, TEXT)
    yield translation.text, TEXT


def _meanings(entry: Entry) -> Iterator[tuple[str, int]]:
    one = {"district": "districts", "legal_form": "legal_forms", "format": "formats"}
    yield from ((f"topics:{key}", FIRST_TOPIC) for key in getattr(entry, "topics", ())[:1])
    for field, degree in (("topics", TOPIC), ("audiences", TOPIC), ("languages", LANGUAGE)):
        yield from ((f"{field}:{key}", degree) for key in getattr(entry, field, ()))
    for field, vocabulary in one.items():
        if getattr(entry, field, ""):
            yield f"{vocabulary}:{getattr(entry, field)}", KIND
    if isinstance(entry, Posting):
        yield f"categories:{entry.category}", KIND
    if isinstance(entry, Event) and isinstance(entry.venue, Venue) and entry.venue.district:
        yield f"districts:{entry.venue.district}", KIND


def _said(catalogue: Catalogue, entry: Entry) -> tuple[str, str, str]:
    return "", _line(entry.called), _short(_note(catalogue, entry))


def _note(catalogue: Catalogue, entry: Entry) -> str:
    if isinstance(entry, Association):
        return entry.summary or excerpt(entry.text)
    if isinstance(entry, Posting):
        return _name_of(catalogue, entry.association)
    if isinstance(entry, Event):
        return _own_place(entry) or next(_around(catalogue, entry), "")
    if isinstance(entry, Funding):
        return entry.funder
    return excerpt(entry.text) if isinstance(entry, Network | Article) else ""


def _said_translated(catalogue: Catalogue, entry: Entry) -> Iterator[tuple[str, str, str]]:
    for translation in entry.translations:
        values = dict(translation.fields)
        title = values.get("name") or values.get("title") or entry.called
        note = values.get("summary") or "" if isinstance(entry, Association) else ""
        yield translation.language, _line(str(title)), _short(str(note))


def _short(text: str) -> str:
    text = _line(text)
    return text if len(text) <= NOTE else text[:NOTE].rpartition(" ")[0].rstrip(",.;:–-") + " …"


def _line(text: str) -> str:
    return " ".join(text.split())
