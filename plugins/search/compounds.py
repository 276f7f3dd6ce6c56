"""German words are joined: »Kurs« means »Sprachkurs«, too, but »Rente« not »Herrenteams«.

A word is found by its beginning anyway. Of what stands inside only those parts count that are words
of the list `compounds.txt`: cutting words by what else occurs would find »Tee« in »Komitee«.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_ENDINGS = ("", "e", "en", "n", "s", "es", "er", "ern", "nen", "innen", "chen")
_LINKS = ("s", "es", "n", "en", "er", "e")
LEAST = 3
"""So many letters at least stand before a part, and a part has."""


@lru_cache(maxsize=1)
def parts_by_form() -> dict[str, str]:
    """The parts by each of their forms: `kursen` is `kurs`."""
    words = (Path(__file__).parent / "compounds.txt").read_text(encoding="utf-8").split()
    forms = {word + ending: word for word in words for ending in _ENDINGS}
    return forms | {word: word for word in words}


@lru_cache(maxsize=100_000)
def parts(term: str) -> tuple[str, ...]:
    """The words inside a folded word, but for its beginning: `kurs` for `sprachkurs`."""
    return tuple(dict.fromkeys(_parts(term))) if len(term) > 2 * LEAST else ()


def _parts(term: str) -> Iterator[str]:
    forms = parts_by_form()
    for start in range(LEAST, len(term) - LEAST + 1):
        part = forms.get(term[start:])
        if part:
            yield part
            yield from _of_beginning(term[:start])
            return


@lru_cache(maxsize=100_000)
def heads(term: str) -> tuple[str, ...]:
    """What stands before the last word inside, as it is and without what joins: `lern`, `chor`."""
    forms = parts_by_form()
    starts = range(LEAST, len(term) - LEAST + 1)
    head = next((term[:start] for start in starts if term[start:] in forms), "")
    return tuple(one for one in dict.fromkeys((head, _bare(head))) if len(one) >= LEAST)


def _bare(head: str) -> str:
    return next((head[: -len(link)] for link in _LINKS if head.endswith(link)), head)


def _of_beginning(head: str) -> Iterator[str]:
    """What stands inside of a beginning: `land` of `auslanderbehorde`."""
    for form in dict.fromkeys((head, _bare(head))):
        yield from parts(form)
