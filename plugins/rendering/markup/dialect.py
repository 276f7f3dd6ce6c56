"""Markdown as people write it who never learned it: an extension of Python-Markdown.

What is emphasis, an address, a list is decided in `inline.py` and `lines.py`. Left out are code by
indentation, headings underlined by `===` or `---`, and links by reference: each of them takes signs
away that somebody meant. docs/vereine.md says it to those who write.
"""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    HashHeaderProcessor,
    ParagraphProcessor,
)
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString, code_escape

from plugins.catalogue.fields.prose import MAX_NESTING
from plugins.rendering.markup import inline, lines

_IN_ITEM = "item of a list"
_BLOCKS = "code indent setextheader reference olist ulist".split()
_INLINE = "reference short_reference image_reference short_image_ref em_strong".split()

# Between ticks that do not stand inside of a word, as in »Oma`s« and »gibt`s«.
_CODE = r"(?<![\w`\\])(`+)(?!`)(.+?)(?<!`)\1(?![\w`])"

InlineMatch = tuple[Element | None, int | None, int | None]


class Dialect(Extension):
    """The differences from Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Put the differences in place."""
        blocks, patterns = md.parser.blockprocessors, md.inlinePatterns
        for name in _BLOCKS:
            blocks.deregister(name)
        for name in _INLINE:
            patterns.deregister(name)
        blocks.register(_HeadingProcessor(md.parser), "hashheader", 70)
        blocks.register(_QuoteProcessor(md.parser), "quote", 45)
        blocks.register(_ListProcessor(md.parser), "list", 40)
        blocks.register(_ParagraphProcessor(md.parser), "paragraph", 10)
        md.treeprocessors.register(_Once(md), "inline", 20)
        patterns.register(_CodeProcessor(_CODE, md), "backtick", 190)
        patterns.register(SubstituteTagInlineProcessor(r"(?<!\\)\\\n", "br"), "backslash", 185)
        patterns.register(_AddressProcessor(inline.BARE.pattern, md), "address", 85)
        for depth in range(inline.MAX_DEPTH):
            patterns.register(_EmphasisProcessor(depth, md), f"emphasis {depth}", 60 - depth)


class _Once(InlineTreeprocessor):
    """Looks at each text once.

    Python-Markdown looks at what follows an element, or stands in one inside of another, a second
    time, as if it stood alone: there a sign in the middle of a word is at the beginning of a text.
    """

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        handle = super()._InlineProcessor__handleInline  # type: ignore[misc]
        return AtomicString(handle(data, patternIndex))

    def _InlineProcessor__processPlaceholders(  # noqa: N802
        self,
        data: str | None,
        parent: Element,
        isText: bool = True,  # noqa: N803
    ) -> list[tuple[Element, list[str]]]:
        process = super()._InlineProcessor__processPlaceholders  # type: ignore[misc]
        found: list[tuple[Element, list[str]]] = process(data, parent, isText)
        for element, _ in found:
            for inner in element.iter():
                inner.text, inner.tail = map(_seen, (inner.text, inner.tail))
        return found


def _seen(text: str | None) -> str | None:
    return AtomicString(text) if text else text


class _HeadingProcessor(HashHeaderProcessor):
    """`## Title`: with a blank, so that `#together` is none; `C#` keeps its sign."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6}) +(?P<header>[^\s][^\n]*?)(?: +#+)? *(?:\n|$)")


class _QuoteProcessor(BlockQuoteProcessor):
    """`> so`: with a blank, so that `>50 people` is none."""

    RE = re.compile(r"(^|\n)[ ]{0,3}>(?=[ >\n]|$)[ ]?(.*)")


class _ParagraphProcessor(ParagraphProcessor):
    """Lines that begin like points of a list that is none stay lines."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        written = blocks[0].split("\n")
        ends = [*map(_end, written, lines.breaks(written)), ""]
        blocks[0] = "".join(map("".join, zip(written, ends, strict=True)))
        super().run(parent, blocks)


def _end(line: str, breaks: bool) -> str:
    """What a line ends with, if it does not yet."""
    return "  \n" if breaks and not line.endswith(("\\", "  ")) else "\n"


class _SourceText:
    """The lines of blocks, of which no more are taken than somebody asks for."""

    def __init__(self, blocks: list[str]) -> None:
        self.blocks, self.taken, self.lines = blocks, 1, blocks[0].split("\n")

    def line(self, number: int) -> str | None:
        while number >= len(self.lines) and self.taken < len(self.blocks):
            self.lines += ["", *self.blocks[self.taken].split("\n")]
            self.taken += 1
        return self.lines[number] if number < len(self.lines) else None

    def give_back(self, end: int) -> None:
        """Leave what comes after the list to others."""
        rest = "\n".join(self.lines[end:])
        self.blocks[: self.taken] = rest.split("\n\n") if rest.strip() else []


class _ListProcessor(BlockProcessor):
    """A list, also right below a line of text; what is indented by two belongs to an item."""

    def test(self, parent: Element, block: str) -> bool:
        return self.parser.state.count(_IN_ITEM) < MAX_NESTING

    def run(self, parent: Element, blocks: list[str]) -> bool:
        inside = self.parser.state.isstate(_IN_ITEM)
        source = _SourceText(blocks)
        for start in range(len(source.lines)):
            listed = lines.list_at(start, source.line, inside)
            if listed is not None:
                break
        else:
            return False
        source.give_back(listed.end)
        if start:
            self.parser.parseBlocks(parent, ["\n".join(source.lines[:start])])
        element = SubElement(parent, listed.kind)
        if listed.kind == "ol" and listed.number != 1:
            element.set("start", str(listed.number))
        for begin, end in pairwise((*listed.items, listed.end)):
            self._item(element, source.lines[begin:end])
        return True

    def _item(self, parent: Element, written: list[str]) -> None:
        item = SubElement(parent, "li")
        self.parser.state.set(_IN_ITEM)
        self.parser.parseChunk(item, "\n".join(_without_mark(written)).rstrip("\n"))
        self.parser.state.reset()
        if len(item) and item[0].tag == "p" and not any(child.tag == "p" for child in item[1:]):
            item.text = item[0].text
            item.remove(item[0])


def _without_mark(written: list[str]) -> list[str]:
    """The lines of an item, as if they stood alone."""
    mark = lines.mark(written[0])
    inner = [line for line in written[1:] if line.startswith(" " * lines.DEEPER)]
    most = len(inner[0]) - len(inner[0].lstrip(" ")) if inner else 0
    begin = re.compile(f" {{0,{most}}}")
    return [written[0][mark.words if mark else 0 :], *(begin.sub("", w, 1) for w in written[1:])]


class _CodeProcessor(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> InlineMatch:  # type: ignore[override]  # noqa: N802
        element = Element("code")
        element.text = AtomicString(code_escape(m[2].strip()))
        return element, m.start(), m.end()


class _AddressProcessor(InlineProcessor):
    """Addresses become links; not in a link, and not where an escaped sign is a part of them."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> InlineMatch:  # type: ignore[override]  # noqa: N802
        found = inline.bare_address(m)
        if self._is_escaped(data, found.start, found.end):
            return None, m.start(), m.end()
        element = Element("a", href=found.target)
        element.text = AtomicString(data[found.start : found.end])
        return element, found.start, found.end

    def _is_escaped(self, data: str, start: int, end: int) -> bool:
        """Whether a character that had a backslash stands right before the address or after it."""
        nodes = self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]
        places = [
            m for m in INLINE_PLACEHOLDER_RE.finditer(data) if start == m.end() or end == m.start()
        ]
        return any(isinstance(nodes.get(place[1]), str) for place in places)


class _EmphasisProcessor(InlineProcessor):
    """Emphasis that stands in as much other emphasis as `depth` says."""

    def __init__(self, depth: int, md: Markdown) -> None:
        super().__init__("[*_]", md)
        self.depth = depth

    def handleMatch(self, m: re.Match[str], data: str) -> InlineMatch:  # type: ignore[override]  # noqa: N802
        around: list[str] = self.md.treeprocessors["inline"].ancestors  # type: ignore[attr-defined]
        is_here = around.count("em") + around.count("strong") == self.depth
        spans = inline.emphasis(data, m.start()) if is_here else []
        if not spans:
            return None, m.start(), len(data)
        element = Element(spans[0].tag)
        element.text = spans[0].inner(data)
        return element, spans[0].start, spans[0].end
