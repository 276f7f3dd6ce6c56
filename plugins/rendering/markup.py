"""Markdown to HTML that is safe to publish: converted, then reduced to a closed list of elements.

Python-Markdown does not sanitise: `javascript:` links and event handlers pass through it. What
comes out here has been through nh3, which keeps only what is named below.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from plugins.catalogue.figures import FIGURE_NAME

_ELEMENTS = set(
    "a abbr blockquote br code dd dl dt em h2 h3 h4 h5 h6 hr li ol p pre strong".split()
)
_ELEMENTS |= set("table tbody td th thead tr ul".split())
_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href"},
    "ol": {"start"},
    **{name: {"dir"} for name in ("p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote")},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_ABSOLUTE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def html(
    text: str,
    base: str = "",
    figures: Mapping[str, str] | None = None,
    is_there: Callable[[str], object] = bool,
) -> str:
    """The HTML of a text: headings from h2 on and without gaps, links of the site under `base`.

    `figures` are put in place of their names in double square brackets. `is_there` says
    of a path whether the site has it; a link to any other is left out, so that no mistake in a
    text can keep the whole site from being published.
    """
    if figures is not None:
        text = FIGURE_NAME.sub(lambda match: figures.get(match[1], match[1]), text)
    converted = _converter().reset().convert(text)

    def keep(element: str, attribute: str, value: str) -> str | None:
        if attribute == "href" and value.startswith("/"):
            if value.startswith(("//", "/\\")) or not is_there(unquote(value.partition("?")[0])):
                return None
            return base + value
        if attribute == "href" and not _ABSOLUTE.match(value):
            return None
        return value

    return nh3.clean(
        converted,
        tags=_ELEMENTS,
        attributes=_ATTRIBUTES,
        attribute_filter=keep,
        url_schemes=_SCHEMES,
        link_rel="noopener",
    )


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    """One for all texts: making it takes longer than converting."""
    return Markdown(extensions=["tables", "sane_lists", _Structure()], output_format="html")


class _Structure(Extension):
    """Puts headings in order and marks what is written from right to left."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        md.treeprocessors.register(_Headings(md), "headings", 5)
        md.treeprocessors.register(_Directions(md), "directions", 4)


class _Headings(Treeprocessor):
    """The page has its h1 already; below it no level is left out (WCAG 2.2, 1.3.1)."""

    def run(self, root: Element) -> None:
        below = 1
        for element in root.iter():
            if element.tag in _HEADINGS:
                wanted = max(2, _HEADINGS.index(element.tag) + 1)
                below = min(wanted, below + 1)
                element.tag = f"h{below}"


class _Directions(Treeprocessor):
    """Arabic, Farsi and Hebrew paragraphs run from right to left on a German page too."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("p", "li", "blockquote", *_HEADINGS) and is_rtl(_words(element)):
                element.set("dir", "rtl")


def _words(element: Element) -> str:
    return re.sub(r"[\u0002\u0003]|wzxhzdk:\d+|klzzwxh:\d+", "", "".join(element.itertext()))


def is_rtl(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (UAX 9, rule P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
