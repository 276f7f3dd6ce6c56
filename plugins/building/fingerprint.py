"""Digests of what pages are made of and of what they show: the same digest, the same bytes.

The digest is taken of all inputs, or of the whole view, so nothing that a function or a template
can reach is left out. In the place of an entry stands the digest of its file and of its
translations', in the place of a card or another recurring part its own, computed once.
"""

import hashlib
import io
import pickle
import zlib
from collections.abc import Callable
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from plugins.building.memo import Memo, MemoEntries, QueryResults
from plugins.catalogue.chunks import Chunk
from plugins.catalogue.functions import function_name
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import KINDS, ORIGINAL, ClosedList, Entry
from plugins.catalogue.occurrences import Occurrence
from plugins.catalogue.traced import Query
from plugins.rendering.page import Derived, Recurring

T = TypeVar("T")
_USUAL = (False, "scheduled", "", None, ORIGINAL, None)
_Reduced = tuple[Callable[..., object], tuple[object, ...]]


class DerivedValue(NamedTuple):
    """What was derived: the digest of the value, and the value, pickled and packed."""

    digest: bytes
    packed: bytes


NOTHING_DERIVED: MemoEntries[DerivedValue] = MappingProxyType({})


class Fingerprints:
    """Digests of values, for one build. `derived` is what is known of derived values.

    `earlier` is that of an earlier build by the same code.
    """

    def __init__(self, earlier: MemoEntries[DerivedValue] = NOTHING_DERIVED) -> None:
        self.derived = Memo(earlier)
        self.queries: dict[Query, None] = {}
        """The queries of derived values: they are those of whoever plans with them, too."""
        self._once: dict[int, tuple[object, bytes]] = {}
        self._query_results: dict[int, QueryResults] = {}
        entries: dict[type, Callable[[Any], Any]] = {**dict.fromkeys(KINDS, self._reduced)}
        self._of_parts = _Pickler(entries)
        self._of_values = _Pickler({})
        recurring = Recurring.__subclasses__()
        self._of_views = _Pickler(
            {
                **entries,
                **dict.fromkeys(recurring, self._part),
                ClosedList: _of_list,
                Occurrence: self._reduced_occurrence,
            }
        )
        self._tokens: dict[type, Callable[[Any], bytes]] = {
            tuple: self._of_tuple,
            str: _of_word,
            int: _of_number,
            date: _of_day,
            Chunk: self._of_chunk,
            Occurrence: self._of_occurrence,
            Derived: self._of_derived,
            **dict.fromkeys(KINDS, self._of_entry),
            **dict.fromkeys(recurring, self._of_recurring),
        }

    def of(self, value: object) -> bytes:
        """The digest of a view, or of any other value made of frozen records."""
        return self._of_views.digest(value)

    def of_call(self, function: Callable[..., object], inputs: tuple[object, ...]) -> bytes:
        """The same of a function and of what it gets, but for a catalogue that it asks."""
        return _hash("\0".join(function_name(function)).encode() + self._of_tuple(inputs))

    def value(self, one: Derived) -> Any:  # noqa: ANN401 (whatever its function gives)
        """A derived value; not made anew where it is known."""
        self._of_derived(one)
        return one.value

    def query_results(self, catalogue: Catalogue | None) -> QueryResults | None:
        """Digests of what the catalogue gives for queries."""
        if catalogue is None:
            return None
        known = self._query_results.get(id(catalogue))
        if known is None:
            known = self._query_results[id(catalogue)] = QueryResults(catalogue, self._of_result)
        return known

    def _of_result(self, result: object) -> bytes:
        return self._token(tuple(sorted(result)) if isinstance(result, frozenset) else result)

    def _token(self, value: object) -> bytes:
        """What an input is in the digest of all. No token is the beginning of another one.

        Most inputs are entries, words and tuples of them, a hundred thousand of them in a country's
        directory: of these no pickle is made.
        """
        token = self._tokens.get(type(value))
        if token:
            return token(value)
        if isinstance(value, tuple):
            return self._known(value, self._of_named)
        return b"v" + self._of_views.digest(value)

    def _of_tuple(self, values: tuple[object, ...]) -> bytes:
        return b"t%d:" % len(values) + b"".join([self._token(one) for one in values])

    def _of_named(self, values: tuple[object, ...]) -> bytes:
        """A named tuple, such as a card of which the lists of a year hold thousands."""
        return b"n%b:%b" % (_name_of_kind(type(values)), self._of_tuple(values))

    def _of_occurrence(self, one: Occurrence) -> bytes:
        """Most take place as usual."""
        more = (one.all_day, one.status, one.reason, one.moved_from, one.localised, one.there)
        times = f"{one.start.isoformat()}/{one.end.isoformat()}".encode()
        return b"o%b%b" % (times, b"." if more == _USUAL else self._of_views.digest(more))

    def _reduced_occurrence(self, one: Occurrence) -> _Reduced:
        """The same in a view, of which those of calendars hold many."""
        return bytes, (self._of_occurrence(one),)

    def _of_chunk(self, entries: Chunk[Any]) -> bytes:
        return b"m" + self._known(entries, self._chunk)

    def _chunk(self, entries: Chunk[Any]) -> bytes:
        return _hash(self._of_tuple(entries))

    def _of_entry(self, entry: Entry) -> bytes:
        return self._known(entry, self._entry)

    def _entry(self, entry: Entry) -> bytes:
        """It stands for its files, if it was read from any, and for the language that it speaks.

        In few bytes and without a hash, as there are many entries in a country.
        """
        if not entry.origin.digest:
            return b"v" + self._of_parts.digest(entry)
        files = entry.origin.digest + b"".join([one.origin.digest for one in entry.translations])
        tags = " ".join([entry.localised.language, *(one.language for one in entry.translations)])
        name = f"{entry.folder}/{entry.id} {tags}".encode()
        return b"e%d,%d:%b%b" % (len(name), len(files), name, files)

    def _reduced(self, entry: Entry) -> _Reduced | str | tuple[Any, ...]:
        """The same in a view."""
        if not entry.origin.digest:
            return entry.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
        return bytes, (self._of_entry(entry),)

    def _of_recurring(self, part: Recurring) -> bytes:
        return b"r" + self._known(part, self._recurring)

    def _recurring(self, part: Recurring) -> bytes:
        return self._of_views.digest((type(part), part.__dict__))

    def _part(self, part: Recurring) -> _Reduced:
        return bytes, (self._known(part, self._recurring),)

    def _known(self, thing: T, digest: Callable[[T], bytes]) -> bytes:
        known = self._once.get(id(thing))
        if known is None:
            # With the thing itself, so that no other object gets its number.
            known = self._once[id(thing)] = (thing, digest(thing))
        return known[1]

    def _of_derived(self, one: Derived) -> bytes:
        return b"d" + self._known(one, self._value)

    def _value(self, one: Derived) -> bytes:
        """What is derived stands for its value, which need not be made if it is known."""
        key = self.of_call(one.make, one.inputs).hex()
        results = self.query_results(one.catalogue)
        known = self.derived.find(key, results)
        if known is not None:
            one.earlier = known.result.packed
        else:
            pickled = self._of_values.pickled(one.value)
            value = DerivedValue(_hash(pickled), zlib.compress(pickled, 1))
            known = self.derived.add(key, one.queries, results, value)
        self.queries.update(dict.fromkeys(known.queries))
        return known.result.digest


@cache
def _name_of_kind(kind: type) -> bytes:
    return f"{kind.__module__}.{kind.__qualname__}".encode()


def _of_list(terms: ClosedList) -> _Reduced:
    """A list stands for its file."""
    return bytes, (terms.digest,)


def _of_word(word: str) -> bytes:
    data = word.encode(errors="surrogatepass")
    return b"s%d:%b" % (len(data), data)


def _of_number(number: int) -> bytes:
    return b"i%d:" % number


def _of_day(day: date) -> bytes:
    return b"D%d:" % day.toordinal()


class _Pickler:
    """Pickles without remembering what it has seen, so that equal values give equal bytes.

    Of what it meets on its way it may be asked for the digest: that takes another one.
    """

    def __init__(self, instead: dict[type, Callable[[Any], Any]]) -> None:
        self._instead, self._spare = instead, list[tuple[io.BytesIO, pickle.Pickler]]()

    def pickled(self, value: object) -> bytes:
        """The value, in bytes."""
        stream, pickler = self._spare.pop() if self._spare else self._another()
        stream.seek(0)
        stream.truncate()
        pickler.dump(value)
        self._spare.append((stream, pickler))
        return stream.getvalue()

    def digest(self, value: object) -> bytes:
        """16 bytes."""
        return _hash(self.pickled(value))

    def _another(self) -> tuple[io.BytesIO, pickle.Pickler]:
        stream = io.BytesIO()
        pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
        pickler.fast = True
        pickler.dispatch_table = self._instead
        return stream, pickler


def _hash(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
