"""The answer to a question, from the files of the index (in browsers: js/search/answer.js).

How much an entry is meant is worked out for each word of the question: by terms that are this word,
its inflection, that begin like it; by what the word means in any language. Where that gives little,
the word is taken as two that are joined, then as mistyped. Then words are added up, rare ones count
more.
"""

import json
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from plugins.search import shards
from plugins.search.folding import asked, terms, tokens

VALUES = (0, 6, 12, 20, 30, 40, 50, 70, 85, 100)
"""What a strength from 1 to 9 is worth."""

KINDS = {
    **{"a": 1.0, "g": 0.95, "n": 0.95, "f": 0.8, "e": 0.9, "p": 0.9, "o": 0.8, "r": 0.6},
    **{"A": 0.55, "N": 0.55, "E": 0.35, "P": 0.4, "c": 1.5},
}
"""What a kind is worth, by the first letter of the reference; capitals are over."""
WHOLE = "c"
"""A page of the calendar, which answers all words of a question, or it does not."""

MOST_WORDS = 6
LONGEST = 40
"""A word with more letters is none that two are joined to."""
REFERENCE = 6
MEANT, SAME = 0.9, 9
"""What a meaning is worth beside the word itself."""
ALSO = 0.1
"""So much of the weaker counts besides where an entry says a word and means it."""
ONE_WRONG, TWO_WRONG = 5, 9
"""From so many letters on one typing error is forgiven, and two."""
MENDED = (1.0, 0.7, 0.5)
LONG_ENOUGH, ENDING = 8, 2
"""So many letters has a word that may be mistyped though its beginning finds something; its end."""
INFLECTED = ("", "e", "n", "s")
"""What may follow that end in a word that was meant."""
LEAST_BEGINNING = 2
SECOND = 4
"""So many letters at least has a word that others are joined to."""
KNOWN, STEM, LONG = 0.85, 0.6, 6
"""From which quality on a term is the word, or akin to it, where it has so many letters."""
LEAST_KEY = 3
"""So many letters at least has the beginning of words that mean something."""
SHORT, SHORT_INFLECTED = 5, 0.7
"""Up to so many letters have short words that differ in their last; »мова«, »мови«; their worth."""
TYPING = 0.4
"""What others count beside the words that a question begins, and has not ended: »Sprachku«."""
BEGUN = 0.15
"""What a term is worth with which a longer word begins, and that it is not: less than any other."""
LEAST_STEM, OTHERS = 5, 0.5
"""So many letters has a word without its last one that longer words begin with; their worth."""
RARE = 20
"""A word that fewer than one entry in so many has counts as one that so many have: of what is said
in translations alone »people« is as rare as a name."""
WEAK = 16
"""Where no entry is meant more than that, the word may be mistyped."""
ALIKE = 0.4
"""So much of two words has to be the same that one is offered for the other."""
CLOSE = (40, 12)
"""So many of the best are ordered by their titles; fewer where each is in another file."""

LoadLines = Callable[[str], str]
Worth = dict[str, float]
Candidate = tuple[int, str, str]
"""How many letters of a word are wrong, the term, and how it is written."""


class SearchHit(NamedTuple):
    """An entry that answers: its reference, path, when it is, and what it is called."""

    reference: str
    path: str
    when: str
    said: Mapping[str, tuple[str, str]]
    score: float

    def called(self, language: str) -> tuple[str, str]:
        """Its title and note, in this language if it is said there."""
        return self.said.get(language) or self.said[""]


class SearchAnswer(NamedTuple):
    """What answers a question, best first; and the words that were taken for those typed."""

    hits: tuple[SearchHit, ...]
    mended: Mapping[str, str]


class SearchIndex:
    """The files of an index, each read once; `load` gives what is in one, else nothing."""

    def __init__(self, load: LoadLines) -> None:
        self._load = lru_cache(maxsize=None)(load)
        told = json.loads(load("index") or "{}")
        self.files: tuple[str, ...] = tuple(told.get("files", ()))
        self.entries, self.depth = told.get("entries", 0), told.get("depth", 1)
        self._unimportant = frozenset(told.get("unimportant", "").split())
        self._lines: dict[str, list[list[str]]] = {}
        self._pairs: dict[str, dict[str, list[int]]] = {}

    def lines(self, name: str) -> list[list[str]]:
        """The lines of a file, each in its fields."""
        if name not in self._lines:
            self._lines[name] = [line.split("\t") for line in self._load(name).split("\n") if line]
        return self._lines[name]

    def begun(self, name: str, beginning: str) -> Iterator[list[str]]:
        """Those of the lines, which are sorted, that begin so."""
        lines = self.lines(name)
        for place in range(bisect_left(lines, [beginning]), len(lines)):
            if not lines[place][0].startswith(beginning):
                return
            yield lines[place]

    def sharing(self, name: str, word: str, least: int) -> Iterator[tuple[list[str], int]]:
        """Lines of a file of words with how many pairs of letters they share with a word.

        It may leave out those that share fewer than `least`.
        """
        lines = self.lines(name)
        if least < 1:
            yield from ((line, len(pairs(word) & pairs(line[0]))) for line in lines)
            return
        if name not in self._pairs:
            self._pairs[name] = _by_pair(lines)
        known = self._pairs[name]
        shared = Counter(place for pair in pairs(word) for place in known.get(pair, ()))
        yield from ((lines[at], count) for at, count in shared.items() if count >= least)

    def important(self, words: list[str]) -> list[str]:
        """The words that a question cannot do without; all where there are no others."""
        return [word for word in words if word not in self._unimportant] or words


def pairs(word: str) -> set[str]:
    """Its letters with the one before each, also at its beginning and end."""
    padded = f" {word} "
    return {padded[place : place + 2] for place in range(len(padded) - 1)}


def _by_pair(lines: list[list[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        for pair in pairs(line[0]):
            found[pair].append(place)
    return found


def answer(index: SearchIndex, question: str, language: str = "") -> SearchAnswer:
    """The entries that answer the question, best first."""
    words = list(dict.fromkeys(asked(question)))[:MOST_WORDS]
    wanted = index.important(words)
    found = {word: _matches(index, word) for word in wanted}
    for covered, values in _phrases(index, words):
        for word in covered:
            if word in found:
                _raise(found[word], values)
    mended: dict[str, str] = {}
    for word, values in found.items():
        if not _is_said(index, word):
            both, second = _joined(index, word)
            _raise(values, both)
            if max(values.values(), default=0.0) < WEAK:
                guessed, mended[word] = _guessed(index, word, second)
                _raise(values, guessed)
            elif len(word) >= LONG_ENOUGH:
                guessed, mended[word] = _mistyped_inside(index, word)
                _raise(values, guessed)
    scores = _scores(index, found)
    hits = _in_order(index, scores, question, language)
    return SearchAnswer(hits, {word: meant for word, meant in mended.items() if meant})


def corrected(question: str, mended: Mapping[str, str]) -> str:
    """The question with the words that were taken for those typed; nothing where it had none."""
    words = tokens(question) if mended else []
    return " ".join(mended.get(terms(word)[0], word) for word in words)


def quality(word: str, term: str) -> float:
    """How much a term is the word that is asked: 1 the same, 0 another."""
    if term == word:
        return 1.0
    length, rest = len(word), len(term) - len(word)
    if term.startswith(word):
        if rest <= 2 and length > 2:
            return 0.95 if length > 3 else 0.87
        return 0.8 * (0.75 + 0.25 * length / len(term)) if length >= LEAST_BEGINNING else 0.0
    common = _common(word, term)
    over, rest = length - common, len(term) - common
    if common >= 4 and common >= 0.65 * length and over <= 3 and rest <= 3:
        return 0.9 - 0.06 * over - 0.03 * rest
    if over == 1 and common >= LEAST_STEM and rest > 3:
        return OTHERS
    if common == 3 and max(length, len(term)) <= SHORT and "\u0370" <= word[0] < "\u0530":
        return SHORT_INFLECTED
    return BEGUN if not rest and common > 4 else 0.0


def _common(one: str, other: str) -> int:
    most = min(len(one), len(other))
    return next((place for place in range(most) if one[place] != other[place]), most)


def _matches(index: SearchIndex, word: str, least: float = 0.0) -> Worth:
    """The entries that one word speaks for, and how much."""
    found: Worth = {}
    worth = partial(_degree, word, others=TYPING if _is_begun(index, word) else 1.0)
    for term, *groups in _akin(index, word):
        degree = worth(term)
        if degree > least:
            _add(found, groups, degree)
    meant: Worth = {}
    for name, degree in _meant(index, word, least, worth):
        _raise(meant, _having(index, name, degree))
    _add_up(found, meant)
    if word.endswith("innen") and len(word) > 8:
        _raise(found, _matches(index, word.removesuffix("innen"), least))
    return found


def _is_begun(index: SearchIndex, word: str) -> bool:
    """Whether nobody says the word, but one that begins so."""
    known = [term for term, *_ in _akin(index, word)]
    known += [key for key, *_ in _akin_keys(index, word) if " " not in key and key[-1] != "*"]
    return word not in known and any(one.startswith(word) for one in known)


def _degree(word: str, term: str, others: float) -> float:
    """How much a term is the word; `others` is what one counts that does not begin with it."""
    return quality(word, term) * (1.0 if term.startswith(word) else others)


def _akin(index: SearchIndex, word: str) -> Iterator[list[str]]:
    """The lines of terms that the word may be: these have four letters in common, or all."""
    least = LEAST_KEY if len(word) <= SHORT else 4
    return index.begun(f"i/{shards.beginning(word, index.depth)}", word[:least])


def _akin_keys(index: SearchIndex, word: str) -> Iterator[list[str]]:
    return index.begun(f"k/{shards.beginning(word, 1)}", word[:LEAST_KEY])


def _meant(
    index: SearchIndex, word: str, least: float, worth: Callable[[str], float]
) -> Iterator[tuple[str, float]]:
    """Meanings with their degree in front, and how much the word is one that has them.

    Of beginnings of words the longest counts.
    """
    akin = _akin_keys(index, word)
    lines = [(_key_quality(word, key, worth), key, names) for key, _, *names in akin]
    begun = max((len(key) for degree, key, _ in lines if degree and key[-1] == "*"), default=0)
    for degree, key, names in lines:
        if degree > least and not (key[-1] == "*" and len(key) < begun):
            yield from ((name, degree) for name in names)


def _keys(index: SearchIndex, word: str) -> list[list[str]]:
    return index.lines(f"k/{shards.beginning(word, 1)}")


def _key_quality(word: str, key: str, worth: Callable[[str], float]) -> float:
    if key.endswith("*"):
        begun = word.startswith(key[:-1]) and len(word) <= len(key) + 6
        return 1.0 if begun else 0.0
    return 0.0 if " " in key else worth(key)


def _having(index: SearchIndex, name: str, degree: float) -> Worth:
    """What has a meaning, given with its degree in front."""
    found: Worth = {}
    meaning = name[1:]
    degree *= MEANT * int(name[0]) / SAME
    for known, *groups in index.lines(f"m/{shards.of_meaning(meaning, index.depth)}"):
        if known == meaning:
            _add(found, groups, degree)
    return found


def _phrases(index: SearchIndex, words: list[str]) -> Iterator[tuple[list[str], Worth]]:
    """Words that stand beside each other and have a meaning together."""
    for place, word in enumerate(words):
        for key, _, *names in _keys(index, word):
            parts = key.split(" ")
            here = words[place : place + len(parts)]
            if len(parts) == 1 or len(here) < len(parts):
                continue
            degree = min(map(quality, here, parts))
            if degree > 0.8:
                yield from ((here, _having(index, name, degree)) for name in names)


def _add(found: Worth, groups: Iterable[str], degree: float) -> None:
    for group in groups:
        value = VALUES[int(group[0])] * degree
        for start in range(1, len(group), REFERENCE):
            reference = group[start : start + REFERENCE]
            if found.get(reference, 0.0) < value:
                found[reference] = value


def _raise(found: Worth, other: Worth) -> None:
    for reference, value in other.items():
        if found.get(reference, 0.0) < value:
            found[reference] = value


def _add_up(said: Worth, meant: Worth) -> None:
    for reference, value in meant.items():
        other = said.get(reference, 0.0)
        said[reference] = max(other, value) + ALSO * min(other, value)


def _is_said(index: SearchIndex, word: str, least: float = KNOWN) -> bool:
    """Whether an entry has this very word, or its inflection."""
    return any(quality(word, term) > least for term, *_ in _akin(index, word))


def _joined(index: SearchIndex, word: str) -> tuple[Worth, Worth]:
    """The word as two: »Nähkurs«; and what the second stands for by itself, if it is long."""
    second_alone: Worth = {}
    if len(word) > LONGEST:
        return {}, {}
    for cut in range(len(word) - SECOND, 2, -1):
        least = KNOWN if len(word) - cut < LONG else STEM
        is_said = _is_said(index, word[cut:], least)
        second = _matches(index, word[cut:], least) if is_said else {}
        first = _first_part(index, word[:cut]) if second else {}
        if first:
            return {r: _both(v, second.get(r)) for r, v in first.items()}, {}
        if second and len(word) - cut >= LONG - 1:
            second_alone = {r: value * 0.4 for r, value in second.items()}
    return {}, second_alone


def _both(first: float, second: float | None) -> float:
    return 0.3 * first if second is None else 0.8 * max(first, second)


def _first_part(index: SearchIndex, part: str) -> Worth:
    """What the first of two words means, also with a letter that joins: »Vereins-gründung«."""
    found = _matches(index, part, KNOWN)
    if not found and part.endswith("s"):
        return _matches(index, part[:-1], KNOWN)
    return found


def _guessed(index: SearchIndex, word: str, second: Worth) -> tuple[Worth, str]:
    """What a word speaks for that is typed almost like this, and how that is written.

    Two letters are only taken for wrong where the word does not end in one that is known. A word
    that means something is typed rightly, though no entry says it.
    """
    candidates = sorted(_candidates(index, word))
    least = candidates[0][0] if candidates else len(MENDED)
    if not candidates or (second and least > 1):
        return second, ""
    found: Worth = {}
    for wrong, term, _ in candidates[:8]:
        if wrong == least:
            for reference, value in _matches(index, term, STEM).items():
                _raise(found, {reference: value * MENDED[wrong]})
    return found, candidates[0][2] if least else ""


def _mistyped_inside(index: SearchIndex, word: str) -> tuple[Worth, str]:
    """The same of a word whose beginning finds something: »Flüchtlng«.

    One that differs at its end alone is inflected, and not mistyped.
    """
    for wrong, term, written in sorted(_candidates(index, word)):
        ends = (word[-ENDING:] + more for more in INFLECTED if len(more) == wrong - 1)
        if term.endswith(tuple(ends)):
            values = _matches(index, term, STEM)
            return {reference: value * MENDED[1] for reference, value in values.items()}, written
    return {}, ""


def _candidates(index: SearchIndex, word: str) -> list[Candidate]:
    """What may be meant by a word; what is in texts alone only where there is nothing else."""
    most = 0 if len(word) < ONE_WRONG else 1 if len(word) < TWO_WRONG else 2
    if not most:
        return []
    least = len(pairs(word)) - 3 * most  # so many pairs does an error touch
    found = list(_like(word, _well_known(index, word, most, least), most))
    if found:
        return found
    texts = index.sharing(f"i/{shards.beginning(word, index.depth)}", word, least)
    return list(_like(word, ([line[0], line[0]] for line, _ in texts), most))


def _well_known(index: SearchIndex, word: str, most: int, least: int) -> Iterator[list[str]]:
    """Words of titles and the like, and of closed lists, with how they are written."""
    files = {shards.of_word(word + "x" * more, index.depth) for more in range(most + 1)}
    files |= {shards.of_word(word[: len(word) - less], index.depth) for less in range(most + 1)}
    for name in files:
        yield from (line for line, _ in index.sharing(f"w/{name}", word, least))
    yield from ([key, written or key] for key, written, *_ in _keys(index, word))


def _like(word: str, known: Iterable[list[str]], most: int) -> Iterator[Candidate]:
    """Those with at most so many errors in them, or in what they are without an ending."""
    for term, *written in known:
        if -most <= len(term) - len(word) <= most + 1 and " " not in term and "*" not in term:
            wrong = distance(word, term, most)
            if wrong > most and term[-1] in INFLECTED:
                wrong = distance(word, term[:-1], most)
            if wrong <= most:
                yield wrong, term, written[0] if written else term


def distance(one: str, other: str, most: int) -> int:
    """How many letters are wrong, left out, too many, or in the wrong order; up to `most` + 1."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        last, before, row = before, row, [place]
        for at, known in enumerate(other, 1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != known))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == known:
                cost = min(cost, last[at - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _scores(index: SearchIndex, found: Mapping[str, Worth]) -> Worth:
    """How much each entry answers all words together."""
    some = max(index.entries / RARE, 1)
    rare = {w: math.log(1 + max(index.entries, 1) / max(len(v), some)) for w, v in found.items()}
    all_of_it = sum(rare.values()) or 1.0
    sums: dict[str, tuple[float, float]] = {}
    for word, values in found.items():
        weight = rare[word]
        for reference, value in values.items():
            worth, covered = sums.get(reference, (0.0, 0.0))
            sums[reference] = (worth + weight * value, covered + weight)
    return {
        reference: round((worth / all_of_it) * (covered / all_of_it) * KINDS[reference[0]], 6)
        for reference, (worth, covered) in sums.items()
        if reference[0] != WHOLE or all(reference in values for values in found.values())
    }


def _in_order(
    index: SearchIndex, scores: Worth, question: str, language: str
) -> tuple[SearchHit, ...]:
    best = sorted(scores, key=lambda reference: (-scores[reference], reference))
    words = [terms(token)[0] for token in tokens(question)]
    hits = [
        hit._replace(score=round(hit.score * _closeness(hit, words, language), 6))
        for hit in _hits(index, scores, best[: CLOSE[index.depth > 1]])
    ]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.reference)))


def _hits(index: SearchIndex, scores: Worth, references: list[str]) -> Iterator[SearchHit]:
    for reference in references:
        for one, path, when, *said in index.lines(
            f"d/{shards.of_reference(reference, index.depth)}"
        ):
            if one == reference:
                fields = ["", *said]
                names = {
                    fields[at]: (fields[at + 1], fields[at + 2]) for at in range(0, len(fields), 3)
                }
                yield SearchHit(one, path, when, names, scores[one])


def _closeness(hit: SearchHit, words: list[str], language: str) -> float:
    """More for what is called just so, or begins so."""
    best = 1.0
    for tag in dict.fromkeys(("", language)):
        if tag in hit.said:
            title = [terms(token)[0] for token in tokens(hit.said[tag][0])]
            same = sum(any(quality(word, one) > 0.85 for one in title) for word in words)
            begins = title[: len(words)] == words
            share = 0.3 * same / max(len(title), 1)
            best = max(best, 1 + share + 0.2 * begins + 0.3 * (title == words))
    return best


def nearest(index: SearchIndex, question: str, most: int = 3) -> tuple[str, ...]:
    """The words of the index that a question is most like that finds nothing, as written."""
    found: list[tuple[float, str]] = []
    for word in dict.fromkeys(asked(question)[:MOST_WORDS]):
        own = len(pairs(word))
        lengths = (-1, 0, 1) if index.depth > 1 else (0,)
        script = shards.script(word)
        sizes = [str(min(len(word) + more, 16)) if index.depth > 1 else "" for more in lengths]
        for name in dict.fromkeys(f"w/{script}{size}" for size in sizes):
            for (term, *written), shared in index.sharing(name, word, 1):
                degree = 2 * shared / (own + len(pairs(term)))
                if degree >= ALIKE:
                    found.append((-degree, written[0] if written else term))
    return tuple(dict.fromkeys(word for _, word in sorted(found)))[:most]
