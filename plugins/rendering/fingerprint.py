"""Digests of what pages are made of and of what they show: the same digest, the same bytes.

The digest is taken of all inputs, or of the whole view, so nothing that a function or a template
can reach is left out. In the place of an entry stands the digest of its file and of its
translations', in the place of a card or another recurring part its own, computed once.
"""

import hashlib
import io
import pickle
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from plugins.catalogue.model import KINDS, Entry
from plugins.rendering.page import Derived, Recurring

NOTHING_DERIVED: Mapping[bytes, bytes] = MappingProxyType({})
T = TypeVar("T")
_Reduced = tuple[Callable[..., object], tuple[object, ...]]


class Fingerprints:
    """Digests of values, for one build.

    `derived` has the digest of the value of each `Derived`, by that of its inputs: those of an
    earlier build by the same code. Of this build they are in `met`.
    """

    def __init__(self, derived: Mapping[bytes, bytes] = NOTHING_DERIVED) -> None:
        self._derived, self.met = derived, dict[bytes, bytes]()
        self._once: dict[int, tuple[object, bytes]] = {}
        entries: dict[type, Callable[[Any], Any]] = {**dict.fromkeys(KINDS, _entry)}
        self._of_parts = _Pickler(entries)
        parts = dict.fromkeys(Recurring.__subclasses__(), self._part)
        self._of_views = _Pickler({**entries, **parts})

    def of(self, value: object) -> bytes:
        """The digest of a view, or of any other value made of frozen records."""
        return self._of_views.digest(value)

    def of_inputs(self, inputs: tuple[object, ...]) -> bytes:
        """The same of inputs, which languages without translations share: computed once."""
        return self._known(inputs, lambda _: _hash(self._token(inputs)))

    def _known(self, thing: T, digest: Callable[[T], bytes]) -> bytes:
        known = self._once.get(id(thing))
        if known is None:
            # With the thing itself, so that no other object gets its number.
            known = self._once[id(thing)] = (thing, digest(thing))
        return known[1]

    def _token(self, value: object) -> bytes:
        """What an input is in the digest of all. No token is the beginning of another one.

        Most inputs are entries, words and tuples of them, a hundred thousand of them in a country's
        directory: of these no pickle is made.
        """
        if type(value) is tuple:
            return b"t%d:" % len(value) + b"".join([self._token(one) for one in value])
        if type(value) is str:
            word = value.encode(errors="surrogatepass")
            return b"s%d:%b" % (len(word), word)
        if isinstance(value, Entry):
            return b"e" + self._known(value, self._of_entry)
        if isinstance(value, Derived):
            return b"d" + self._known(value, self._of_value)
        if isinstance(value, Recurring):
            return b"r" + self._known(value, self._of_part)
        return b"v" + self._of_views.digest(value)

    def _of_entry(self, entry: Entry) -> bytes:
        return self._of_parts.digest(entry)

    def _of_part(self, part: Recurring) -> bytes:
        return self._of_parts.digest(part.__dict__)

    def _part(self, part: Recurring) -> _Reduced:
        return bytes, (self._known(part, self._of_part),)

    def _of_value(self, derived: Derived) -> bytes:
        """What is derived stands for its value, which need not be made if it is known."""
        made_of = _hash(self._token((*name_of(derived.make), derived.inputs)))
        shows = self.met.get(made_of) or self._derived.get(made_of)
        if shows is None:
            shows = self._of_parts.digest(derived.value)
        self.met[made_of] = shows
        return shows


def name_of(function: Callable[..., object]) -> tuple[str, str]:
    """What a function of a module is called: its code is among what everything is made by."""
    return function.__module__, function.__qualname__


def _entry(entry: Entry) -> _Reduced | str | tuple[Any, ...]:
    """An entry stands for its files, if it was read from any, and the language that it speaks."""
    if not entry.origin.digest:
        return entry.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
    translations = tuple(t.origin.digest for t in entry.translations)
    files = (entry.origin.digest, translations)
    return tuple, ((entry.folder, entry.id, files, entry.said.language),)


class _Pickler:
    """Pickles without remembering what it has seen, so that equal values give equal bytes."""

    def __init__(self, instead: dict[type, Callable[[Any], Any]]) -> None:
        self._stream = io.BytesIO()
        self._pickler = pickle.Pickler(self._stream, pickle.HIGHEST_PROTOCOL)
        self._pickler.fast = True
        self._pickler.dispatch_table = instead

    def digest(self, value: object) -> bytes:
        """16 bytes."""
        self._stream.seek(0)
        self._stream.truncate()
        self._pickler.dump(value)
        return _hash(self._stream.getbuffer())


def _hash(data: bytes | memoryview) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
