"""What a page says to those who hear it: Chromium's accessibility tree as text.

One line a node: role, name, what is said besides (level, state, language), and where a link leads.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import Page

SHOWN = 3
"""So many of a row of things of one shape are shown; a line after them counts the others."""

LINES = 9
"""So many are shown of those that are but a line each, such as the items of a menu."""

STATES = ("level", "expanded", "pressed", "checked", "disabled", "required", "live")
ALWAYS = ("expanded", "pressed")
QUIET = {"none", "generic", "InlineTextBox", "LineBreak", "ListMarker", "LabelText"}
# What Chromium calls by names of its own.
ROLES = {
    "DescriptionList": "facts",
    "DisclosureTriangle": "disclosure",
    "StaticText": "text",
}
# They are named by what they hold, so that need not be said twice.
NAMED_BY_CONTENT = {
    "link",
    "button",
    "heading",
    "disclosure",
    "columnheader",
    "rowheader",
    "cell",
    "term",
}


@dataclass(frozen=True)
class Node:
    """What of a node is heard, and what is below it."""

    role: str
    name: str
    details: tuple[str, ...]
    children: tuple["Node", ...]

    @property
    def line(self) -> str:
        """The node without what is below it."""
        name = f'"{self.name}"' if self.name else ""
        return " ".join(part for part in (self.role, name, *self.details) if part)


def heard(page: Page) -> tuple[Node, ...]:
    """The tree of a page, from below the document on."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    said = session.send("Accessibility.getFullAXTree")["nodes"]
    written = session.send("DOM.getFlattenedDocument", {"depth": -1, "pierce": True})["nodes"]
    session.detach()
    attributes = {node["backendNodeId"]: _pairs(node.get("attributes", ())) for node in written}
    nodes = {node["nodeId"]: node for node in said}
    return tuple(_below(said[0], nodes, attributes))


def text(nodes: Sequence[Node], depth: int = 0) -> Iterator[str]:
    """The lines of a tree. Long rows are cut, with a line that says how many follow."""
    for _, row in groupby(nodes, key=_shape):
        alike = tuple(row)
        most = SHOWN if _is_long(alike[0]) else LINES
        for node in alike[: most if len(alike) > most else None]:
            yield "  " * depth + node.line
            yield from text(node.children, depth + 1)
        if len(alike) > most:
            yield "  " * depth + f"... {len(alike) - most} more of this kind"


def _shape(node: Node) -> tuple[str, ...]:
    """What is alike enough to be cut: items of a list, and parts made of the same parts."""
    if node.role in ("listitem", "row", "article"):
        return (node.role,)
    return node.role, *(child.role for child in node.children)


def _is_long(node: Node) -> bool:
    return len(tuple(walk(node.children))) > 1


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """All nodes, in the order in which they are heard."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def _pairs(flat: Sequence[str]) -> Mapping[str, str]:
    return dict(zip(flat[::2], flat[1::2], strict=True))


def _below(
    raw: Mapping[str, Any],
    nodes: Mapping[str, Mapping[str, Any]],
    attributes: Mapping[int, Mapping[str, str]],
) -> Iterator[Node]:
    """The nodes below one, those that say nothing replaced by what is below them."""
    for key in raw.get("childIds", ()):
        child = nodes[key]
        role = child.get("role", {}).get("value", "none")
        children = tuple(_below(child, nodes, attributes))
        if child["ignored"] or role in QUIET:
            yield from children if role != "InlineTextBox" else ()
        else:
            yield _node(child, role, attributes.get(child.get("backendDOMNodeId", 0), {}), children)


def _node(
    raw: Mapping[str, Any], role: str, written: Mapping[str, str], children: tuple[Node, ...]
) -> Node:
    name = " ".join(raw.get("name", {}).get("value", "").split())
    role = ROLES.get(role, role)
    words = all(child.role == "text" and not child.children for child in children)
    if words and role in NAMED_BY_CONTENT:
        children = ()
    elif words and not name:
        name, children = " ".join(child.name for child in children), ()
    return Node(role, name, tuple(_details(raw, role, written)), children)


def _details(raw: Mapping[str, Any], role: str, written: Mapping[str, str]) -> Iterator[str]:
    found = {item["name"]: item["value"].get("value") for item in raw.get("properties", ())}
    if role != "heading":
        found.pop("level", None)  # how deep a list is, the indent says
    for name in STATES:
        if name in found and (found[name] or name in ALWAYS):
            yield f"[{name} {str(found[name]).lower()}]"
    for name in ("aria-current", "lang"):
        if name in written and role != "text":
            yield f"[{name.removeprefix('aria-')} {written[name]}]"
    if description := raw.get("description", {}).get("value"):
        yield f"({description})"
    if role == "link":
        yield f"-> {unquote(written.get('href', ''))}"
