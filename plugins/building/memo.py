"""What functions made of their inputs in an earlier build, and the queries that it took."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from plugins.catalogue.link import Catalogue
from plugins.catalogue.traced import Query, result

T = TypeVar("T")


class QueryResults(dict[Query, bytes]):
    """What a catalogue answers, in bytes that tell answers apart, each when somebody looks."""

    def __init__(self, catalogue: Catalogue, told: Callable[[object], bytes]) -> None:
        super().__init__()
        self._catalogue, self._told = catalogue, told

    def __missing__(self, query: Query) -> bytes:
        self[query] = told = self._told(result(self._catalogue, query))
        return told

    def to(self, queries: Iterable[Query]) -> bytes:
        """One digest of all these answers."""
        answers = b"".join(map(self.__getitem__, queries))
        return hashlib.blake2b(answers, digest_size=16).digest()


class MemoEntry(NamedTuple, Generic[T]):
    """What came of the same inputs once: the queries, a digest of their results, and it."""

    queries: tuple[Query, ...]
    answers: bytes
    result: T


MemoEntries = Mapping[str, tuple[MemoEntry[T], ...]]
"""By a digest of function and inputs; several where in other languages results were others."""


class Memo(Generic[T]):
    """Results that need not be made again: those of an earlier build, and of this one in `now`."""

    def __init__(self, before: MemoEntries[T]) -> None:
        self._before = before
        self.now: dict[str, tuple[MemoEntry[T], ...]] = {}

    def find(self, key: str, answers: QueryResults | None) -> MemoEntry[T] | None:
        """What was made of the same; `answers` are those of the catalogue that would be asked."""
        for made in self.now.get(key, ()):
            if _is_answered(made, answers):
                return made
        for made in self._before.get(key, ()):
            if _is_answered(made, answers):
                return self._add(key, made)
        return None

    def add(
        self, key: str, queries: tuple[Query, ...], answers: QueryResults | None, result: T
    ) -> MemoEntry[T]:
        """Remember what was made."""
        given = answers.to(queries) if answers is not None else b""
        return self._add(key, MemoEntry(queries, given, result))

    def _add(self, key: str, made: MemoEntry[T]) -> MemoEntry[T]:
        self.now[key] = (*self.now.get(key, ()), made)
        return made

    def retain(self, key: str) -> None:
        """Remember what an earlier build made, although nobody asked."""
        if key not in self.now and key in self._before:
            self.now[key] = self._before[key]


def _is_answered(made: MemoEntry[T], answers: QueryResults | None) -> bool:
    """Whether the catalogue says the same again."""
    return not made.queries or (answers is not None and answers.to(made.queries) == made.answers)
