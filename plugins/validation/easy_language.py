"""Takes a text in easy German apart: paragraphs, sentences, words, each at its place.

Nothing here judges. What the rules of Leichte Sprache ask for is held by `rules/easy_*.py`; here
is only what they need to count. Sources: BITV 2.0, Anlage 2, Teil 2 (the German ordinance on
accessible information technology); the rules of Netzwerk Leichte Sprache; DIN SPEC 33429:2025-03,
»Empfehlungen für Deutsche Leichte Sprache«.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plugins.validation.markdown import Substring

_SMALL = {
    **{"z.B.": "zum Beispiel", "d.h.": "das heißt", "u.a.": "und andere", "usw.": "und so weiter"},
    **{"etc.": "und so weiter", "bzw.": "oder", "ca.": "ungefähr", "evtl.": "vielleicht"},
    **{"ggf.": "vielleicht", "inkl.": "mit", "i.d.R.": "meistens", "vgl.": "siehe"},
    **{"mind.": "mindestens", "tägl.": "jeden Tag"},
}
ABBREVIATIONS = {
    **_SMALL,
    **{short[0].upper() + short[1:]: long[0].upper() + long[1:] for short, long in _SMALL.items()},
    **{"max.": "höchstens", "geb.": "geboren"},
    **{"Nr.": "Nummer", "Tel.": "Telefon", "Str.": "Straße", "Abs.": "Absatz"},
    **{"Std.": "Stunden", "Mio.": "Millionen", "Mrd.": "Milliarden", "Jh.": "Jahrhundert"},
    **{"Mo.": "Montag", "Di.": "Dienstag", "Mi.": "Mittwoch", "Do.": "Donnerstag"},
    **{"Fr.": "Freitag", "Sa.": "Samstag"},
}
"""What is written short, without blanks in it, and what it stands for."""

_ADDRESS = (
    r"(?<![\w.-])(?:[\w.+-]{1,64}@[\w.-]{1,190}\w|(?:https?://|www\.)[^\s<>]{1,400}[\w/]"
    r"|(?:[a-z0-9-]{2,63}\.){1,6}[a-z]{2,24}\b(?!\.\w))"
)
_MARKUP = r"\]\([^)\n]{0,400}\)|</?[^<>\n]{1,400}>|&(?!amp;)#?\w{1,30};|[][*_`|\\]"
_MARKER = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|>[ \t]*|[-+*][ \t]+|[0-9]{1,9}[.)][ \t]+|\|)")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")

# A mark that may end a sentence; the run of marks is looked at once, however long it is.
_END = re.compile(r"(?<![.!?:…])[.!?:…]++[\"'“”„»«)]*+(?=\s|$)")
_BEFORE = re.compile(r"[\w.]{1,40}$")
_ORDINAL = re.compile(r"(?:[0-9]{1,2}\.)?[0-9]{1,2}")
_AFTER = re.compile(r"\s*([^\W\d_]*)")
_TITLES = frozenset({"Dr.", "Prof.", "St."})
_STARTERS = frozenset(
    """
    Aber Alle Am An Auch Auf Aus Bei Bitte Da Dann Das Denn Der Deshalb Dort Du Ein Eine Er Es Für
    Hier Ich Ihr Ihre Im In Ist Jede Jeder Kommen Man Manche Mit Nach Oder Ohne Rufen Schreiben Sie
    Sind So Um Und Unser Unsere Viele Vom Von Vor Wann Warum Was Wenn Wer Wie Wir Wo Zu Zum Zur
    """.split()
)

_WORD = re.compile(r"[^\W_]+(?:[-·‧’'.,:/][^\W_]+)*")


@dataclass(frozen=True)
class SegmentedText:
    """A text that has been taken apart.

    `words` is the text without Markdown, as long as before, addresses of the web and of mail
    turned into zeros. Each paragraph, heading or item of a list has its sentences.
    """

    words: str
    paragraphs: tuple[tuple[Substring, ...], ...]

    @property
    def sentences(self) -> Iterator[Substring]:
        """All sentences, in the order of the text."""
        return (sentence for paragraph in self.paragraphs for sentence in paragraph)


@lru_cache(maxsize=1024)  # each rule goes through all texts, so all must be kept at once
def read(text: str) -> SegmentedText:
    """Take a Markdown text apart, in time that grows with its length only."""
    words = _without_markup(text)
    blocks = _blocks(text)
    return SegmentedText(words, tuple(tuple(_sentences(words, *block)) for block in blocks))


def words_of(sentence: Substring) -> Iterator[Substring]:
    """The words and numbers of a sentence; what hyphens or points join is one."""
    for match in _WORD.finditer(sentence.text):
        yield Substring(match[0], sentence.offset + match.start())


def length(sentence: Substring) -> int:
    """How many words a sentence has; a number in groups, such as that of a phone, is one."""
    digits = [word.text.isdigit() for word in words_of(sentence)]
    return sum(not (now and before) for before, now in zip([False, *digits], digits, strict=False))


def commas(sentence: Substring) -> int:
    """How many commas a sentence has, apart from those in numbers."""
    return len(re.findall(r",(?![0-9])", sentence.text))


def _without_markup(text: str) -> str:
    text = text.replace("&amp;", "&    ")
    text = re.sub(_MARKUP, lambda match: " " * len(match[0]), text)
    return re.sub(_ADDRESS, lambda match: "0" * len(match[0]), text)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """From where to where every paragraph, heading and item of a list goes, without its marker."""
    start, end, offset = 0, 0, 0
    for line in text.split("\n"):
        marker = _MARKER.match(line)
        if marker or not line.strip():
            yield from [(start, end)] if end > start else []
            start = end = offset + (marker.end() if marker else 0)
        elif end <= start:
            start = offset
        if line.strip():
            end = offset + len(line)
        if _HEADING.match(line):
            yield (start, end)
            start = end
        offset += len(line) + 1
    if end > start:
        yield (start, end)


def _sentences(words: str, start: int, end: int) -> Iterator[Substring]:
    """The sentences of a block. Behind its last mark each line stands alone, as in an address."""
    for match in _END.finditer(words, start, end):
        if _is_end(words, match, end):
            yield from _found(words, start, match.end())
            start = match.end()
    for line in re.finditer(r"[^\n]+", words[start:end]):
        yield from _found(words, start + line.start(), start + line.end())


def _found(words: str, start: int, end: int) -> Iterator[Substring]:
    piece = words[start:end]
    if piece.strip():
        yield Substring(piece.strip(), start + len(piece) - len(piece.lstrip()))


def _is_end(words: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark ends a sentence; the point of »3. Mai«, »z. B.« or »Nr. 5« does not."""
    after = _AFTER.match(words, mark.end(), end)
    follows = after[1] if after else ""
    if mark[0] != ".":
        return mark[0][0] in "!?:" or not follows[:1].islower()
    is_last_of_line = words[mark.end() : mark.end() + 1] in ("\n", "")
    before = _BEFORE.search(words[max(0, mark.start() - 40) : mark.start()])
    if before and _has_point(before[0]) and not (is_last_of_line and not follows[:1].islower()):
        return follows in _STARTERS
    return True


def _has_point(word: str) -> bool:
    """Whether a point belongs to the word itself: an ordinal, a date, something written short."""
    is_short = f"{word}." in ABBREVIATIONS or f"{word}." in _TITLES or word.endswith("str")
    return is_short or (len(word) == 1 and word.isalpha()) or bool(_ORDINAL.fullmatch(word))
