"""What functions made of their inputs in an earlier build, and what they asked for it."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from plugins.catalogue.link import Catalogue
from plugins.catalogue.traced import Question, answer

T = TypeVar("T")


class Answers(dict[Question, bytes]):
    """What a catalogue answers, in bytes that tell answers apart, each when somebody looks."""

    def __init__(self, catalogue: Catalogue, told: Callable[[object], bytes]) -> None:
        super().__init__()
        self._catalogue, self._told = catalogue, told

    def __missing__(self, question: Question) -> bytes:
        self[question] = told = self._told(answer(self._catalogue, question))
        return told

    def to(self, questions: Iterable[Question]) -> bytes:
        """One digest of all these answers."""
        answers = b"".join(map(self.__getitem__, questions))
        return hashlib.blake2b(answers, digest_size=16).digest()


class Made(NamedTuple, Generic[T]):
    """What came of the same inputs once: the questions, the answers, the result."""

    asked: tuple[Question, ...]
    answers: bytes
    result: T


Known = Mapping[str, tuple[Made[T], ...]]
"""By a digest of function and inputs; several where in other languages other answers were given."""


class Memo(Generic[T]):
    """Results that need not be made again: those of an earlier build, and of this one in `now`."""

    def __init__(self, before: Known[T]) -> None:
        self._before = before
        self.now: dict[str, tuple[Made[T], ...]] = {}

    def find(self, key: str, answers: Answers | None) -> Made[T] | None:
        """What was made of the same; `answers` are those of the catalogue that would be asked."""
        for made in self.now.get(key, ()):
            if _is_answered(made, answers):
                return made
        for made in self._before.get(key, ()):
            if _is_answered(made, answers):
                return self._add(key, made)
        return None

    def add(
        self, key: str, asked: tuple[Question, ...], answers: Answers | None, result: T
    ) -> Made[T]:
        """Remember what was made."""
        given = answers.to(asked) if answers is not None else b""
        return self._add(key, Made(asked, given, result))

    def _add(self, key: str, made: Made[T]) -> Made[T]:
        self.now[key] = (*self.now.get(key, ()), made)
        return made

    def retain(self, key: str) -> None:
        """Remember what an earlier build made, although nobody asked."""
        if key not in self.now and key in self._before:
            self.now[key] = self._before[key]


def _is_answered(made: Made[T], answers: Answers | None) -> bool:
    """Whether the catalogue says the same again."""
    return not made.asked or (answers is not None and answers.to(made.asked) == made.answers)
