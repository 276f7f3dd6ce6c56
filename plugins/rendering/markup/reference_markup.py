"""The long way from Markdown to safe HTML: converted, then reduced to a closed list of elements.

Python-Markdown does not sanitise: `javascript:` links and event handlers pass through it. What
comes out here has been through nh3, which keeps only what is named below.
"""

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from plugins.catalogue.characters import without_forbidden
from plugins.rendering.markup.dialect import Dialect
from plugins.rendering.markup.plain_markup import Resolve, is_rtl

_ELEMENTS = set(
    "a abbr blockquote br code dd dl dt em h2 h3 h4 h5 h6 hr li ol p pre strong".split()
)
_ELEMENTS |= set("table tbody td th thead tr ul".split())
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),  # nh3 would let `title` and `lang` through everywhere
    "a": {"href"},
    "ol": {"start"},
    **{name: {"dir"} for name in ("p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote")},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_PLACEHOLDER = re.compile("\u0002(?:wzxhzdk|klzzwxh):[0-9]+\u0003|[\u0002\u0003]")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def html(text: str, address: Resolve) -> str:
    """The HTML of any text. `address` is asked for the target of every link."""

    def keep(element: str, attribute: str, value: str) -> str | None:
        return address(value) if attribute == "href" else value

    cleaned = nh3.clean(
        _converter().reset().convert(text),
        tags=_ELEMENTS,
        attributes=_ATTRIBUTES,
        attribute_filter=keep,
        url_schemes=_SCHEMES,
        link_rel="noopener",
    )
    return without_forbidden(cleaned)  # a backslash may have hidden the name of a character


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    """One for all texts: making it takes longer than converting."""
    return Markdown(extensions=["tables", Dialect(), _Structure()], output_format="html")


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
    """The words of an element, without what Python-Markdown marks places in it with."""
    return _PLACEHOLDER.sub("", "".join(element.itertext()))
