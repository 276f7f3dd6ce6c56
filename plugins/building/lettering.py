"""Writes on pictures: Latin, Cyrillic, Greek, Arabic, shaped and turned as each is read.

The fonts are brought by tools/preview_fonts.sh; nothing here takes one that a machine happens to
have, so every machine writes alike.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.rendering.markup.plain_markup import is_rtl
from plugins.wording.locales import direction, primary

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

FONTS = (
    "fontpkg_noto_sans/files/NotoSans[wdth,wght].ttf",
    "fontpkg_noto_sans_arabic/files/NotoSansArabic[wdth,wght].ttf",
)
"""A line is written in the first that has all its signs."""

_NO_SIGN = "\uffff"
_WIDE = 100
_CUT = "\xa0…"
"""On the line of the last word that fits."""


def can_write(folder: Path) -> bool:
    """Whether the fonts are there, and the library that joins letters."""
    from PIL import features  # hardly any run draws

    return features.check("raqm") is True and all((folder / name).is_file() for name in FONTS)


class Hand(NamedTuple):
    """How something is written: fonts from a folder, in a language, so large, so heavy."""

    folder: Path
    language: str
    size: int
    weight: int = 400

    def knows(self, text: str) -> bool:
        """Whether one font has every sign of the text; otherwise there would be squares."""
        return self._file(text) is not None

    def width(self, text: str) -> float:
        """How many pixels wide it becomes."""
        return self._font(text).getlength(text, "", self._direction(text), None, self._spoken)

    def lines(self, text: str, most: int, width: int) -> list[str] | None:
        """The text in no more than so many lines of that width; `None` where it does not fit."""
        found = [""]
        for word in text.split(" "):
            longer = f"{found[-1]} {word}".strip()
            if self.width(longer) <= width:
                found[-1] = longer
            elif self.width(word) > width:
                return None
            else:
                found.append(word)
        return found if len(found) <= most else None

    def cut(self, text: str, most: int, width: int) -> list[str]:
        """The same; what does not fit is left out, and three dots say so.

        A word that is wider than a line goes on in the next.
        """
        words = [part for word in text.split(" ") for part in self._parts(word, width)]
        whole = self.lines(" ".join(words), most, width)
        while whole is None and len(words) > 1:
            words.pop()
            whole = self.lines(" ".join(words) + _CUT, most, width)
        return [line.replace(_CUT, " …") for line in whole or []]

    def _parts(self, word: str, width: int) -> Iterator[str]:
        """A word in pieces, none wider than a line."""
        while self.width(word) > width and len(word) > 1:
            fitting = (n for n in range(len(word) - 1, 1, -1) if self._fits(word[:n], width))
            length = next(fitting, 1)
            yield f"{word[:length]}-"
            word = word[length:]
        yield word

    def _fits(self, beginning: str, width: int) -> bool:
        return self.width(f"{beginning}-{_CUT}") <= width

    def write(self, pen: "ImageDraw", at: tuple[int, int], text: str, colour: str) -> None:
        """Write a line from its beginning in the language of the page: at the left or the right."""
        anchor = "rs" if is_rtl_language(self.language) else "ls"
        pen.text(
            at,
            text,
            colour,
            self._font(text),
            anchor,
            direction=self._direction(text),
            language=self._spoken,
        )

    @property
    def _spoken(self) -> str:
        return primary(self.language)

    @staticmethod
    def _direction(text: str) -> str:
        return "rtl" if is_rtl(text) else "ltr"

    def _file(self, text: str) -> str | None:
        signs = frozenset(text) - {" ", "\xa0"}
        return next((name for name in FONTS if _has(self.folder / name, signs)), None)

    def _font(self, text: str) -> "FreeTypeFont":
        return _font(self.folder / (self._file(text) or FONTS[0]), self.size, self.weight)


def is_rtl_language(tag: str) -> bool:
    """Whether its pages begin at the right."""
    return direction(tag) == "rtl"


@lru_cache(maxsize=64)
def _font(file: Path, size: int, weight: int) -> "FreeTypeFont":
    from PIL import ImageFont

    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.RAQM)
    font.set_variation_by_axes([weight, _WIDE])
    return font


@lru_cache(maxsize=4096)
def _has(file: Path, signs: frozenset[str]) -> bool:
    """Whether the font draws all of them: what it has not it draws like what nobody has."""
    return all(_has_sign(file, sign) for sign in signs)


@lru_cache(maxsize=4096)
def _has_sign(file: Path, sign: str) -> bool:
    font = _font(file, 24, 400)
    return bytes(font.getmask(sign)) != bytes(font.getmask(_NO_SIGN))
