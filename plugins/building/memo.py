"""What functions made of their inputs in an earlier build, and the queries that it took."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from plugins.catalogue.link import Catalogue
from plugins.catalogue.traced import Query, result

T = TypeVar("T")


class QueryResults(dict[Query, bytes]):
    """The digest of what a catalogue gives for a query, taken when somebody looks."""

    def __init__(self, catalogue: Catalogue, digest: Callable[[object], bytes]) -> None:
        super().__init__()
        self._catalogue, self._digest = catalogue, digest

    def __missing__(self, query: Query) -> bytes:
        self[query] = digest = self._digest(result(self._catalogue, query))
        return digest

    def of(self, queries: Iterable[Query]) -> bytes:
        """One digest of the results of all these queries."""
        digests = b"".join(map(self.__getitem__, queries))
        return hashlib.blake2b(digests, digest_size=16).digest()


class MemoEntry(NamedTuple, Generic[T]):
    """What a function made of some inputs: its queries, a digest of their results, its result."""

    queries: tuple[Query, ...]
    query_results: bytes
    result: T


MemoEntries = Mapping[str, tuple[MemoEntry[T], ...]]
"""By a digest of function and inputs; several where in other languages results were others."""


class Memo(Generic[T]):
    """Results that need not be made again: those of an earlier build, and of this one in `now`."""

    def __init__(self, before: MemoEntries[T]) -> None:
        self._before = before
        self.now: dict[str, tuple[MemoEntry[T], ...]] = {}

    def find(self, key: str, results: QueryResults | None) -> MemoEntry[T] | None:
        """What was made of the same; `results` are those of the catalogue that would be asked."""
        for made in self.now.get(key, ()):
            if _still_holds(made, results):
                return made
        for made in self._before.get(key, ()):
            if _still_holds(made, results):
                return self._add(key, made)
        return None

    def add(
        self, key: str, queries: tuple[Query, ...], results: QueryResults | None, result: T
    ) -> MemoEntry[T]:
        """Remember what was made."""
        query_results = results.of(queries) if results is not None else b""
        return self._add(key, MemoEntry(queries, query_results, result))

    def _add(self, key: str, made: MemoEntry[T]) -> MemoEntry[T]:
        self.now[key] = (*self.now.get(key, ()), made)
        return made

    def retain(self, key: str) -> None:
        """Remember what an earlier build made, although nobody asked."""
        if key not in self.now and key in self._before:
            self.now[key] = self._before[key]


def _still_holds(made: MemoEntry[T], results: QueryResults | None) -> bool:
    """Whether its queries would have the same results again."""
    if not made.queries:
        return True
    return results is not None and results.of(made.queries) == made.query_results
