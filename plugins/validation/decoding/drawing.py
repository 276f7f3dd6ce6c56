"""A drawing (SVG), written anew from what is allowed in it: nothing of the file is copied.

The check and the build do this in the same way. It is read by expat, of the standard library, which
loads nothing; what declares a document type, and with it entities, is refused, as is what is large,
deep, or drawn many times over by referring to itself.
"""

import hashlib
import math
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple
from xml.parsers import expat

from plugins.catalogue.pictures import Pixels
from plugins.validation.decoding import drawing_values as values

MAX_BYTES = 256 * 1024
MAX_ELEMENTS = 3000
MAX_DEPTH = 40
MAX_DRAWN = 20_000
"""So many elements there may be where each counts as often as it is referred to."""
MAX_CHAIN = 200
"""So deep may one be in another, counting what is referred to as inside."""
MAX_SIDE = 1_000_000
SIDE = 224
"""How large the drawing says that it is, in pixels; pages show it in any size."""

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"


class Drawing(NamedTuple):
    """What is published of a drawing; `left_out` are the elements that are missed in it."""

    svg: bytes
    width: int
    height: int
    left_out: tuple[str, ...]


class _SvgElement(NamedTuple):
    """An element of the file; `name` is empty where it is none of SVG."""

    name: str
    attributes: Mapping[str, str]
    content: list["_SvgElement | str"]

    def children(self) -> Iterator["_SvgElement"]:
        return (one for one in self.content if isinstance(one, _SvgElement))

    def all(self) -> Iterator["_SvgElement"]:
        yield self
        for child in self.children():
            yield from child.all()

    def text(self) -> str:
        return "".join(one for one in self.content if isinstance(one, str))


class _Refused(Exception):
    """The file is no drawing that can be published."""


def pixels(data: bytes) -> Pixels | None:
    """What the check and the build know of it; `None` when it cannot be published."""
    made = drawing(data)
    return pixels_of(made, data) if made else None


def pixels_of(made: Drawing, data: bytes) -> Pixels:
    """What is kept of a drawing and the content that it was made from."""
    digest = hashlib.sha256(data).digest()
    return Pixels(made.width, made.height, False, digest, made.left_out)


def drawing(data: bytes) -> Drawing | None:
    """The drawing as it is published; `None` when it cannot be. Never raises."""
    try:
        root = _read(data)
        box = _view_box(root.attributes)
        known = values.rules("\n".join(e.text() for e in root.all() if e.name == "style"))
        clean = _clean(root, known)
        if not any(one.name in values.SHAPES for one in clean.all()):
            return None
        return _drawing(clean, box, _left_out(root))
    except (_Refused, expat.ExpatError, UnicodeDecodeError, ValueError):
        return None


def _drawing(root: _SvgElement, box: tuple[float, ...], left_out: tuple[str, ...]) -> Drawing:
    scale = SIDE / max(box[2:])
    width, height = (max(1, round(side * scale)) for side in box[2:])
    frame = {
        "xmlns": SVG,
        "viewBox": " ".join(f"{number:g}" for number in box),
        "width": str(width),
        "height": str(height),
    }
    kept = {k: v for k, v in root.attributes.items() if k not in (*frame, "id", "x", "y")}
    root = _SvgElement("svg", {**frame, **kept}, root.content)
    return Drawing(_joined(_written(root)), width, height, left_out)


def _joined(parts: Iterator[str]) -> bytes:
    """The file that is published. Raises when it became many times as long as the original."""
    written = bytearray()
    for part in parts:
        written += part.encode()
        if len(written) > 2 * MAX_BYTES:
            raise _Refused
    return bytes(written)


def _read(data: bytes) -> _SvgElement:
    """The tree of the file. Raises for all that is refused of it as it stands."""
    text = data.decode("utf-8-sig")  # whatever the file says of itself
    if len(data) > MAX_BYTES or "\0" in text:
        raise _Refused
    top = _SvgElement("", {}, [])
    open_ones, count = [top], 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MAX_ELEMENTS or len(open_ones) > MAX_DEPTH:
            raise _Refused
        element = _SvgElement(_name(name), _attributes(attributes), [])
        open_ones[-1].content.append(element)
        open_ones.append(element)

    def refuse(*_: object) -> None:
        raise _Refused

    parser = expat.ParserCreate("utf-8", " ")
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_ones.pop()
    parser.CharacterDataHandler = lambda text: open_ones[-1].content.append(text)
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.Parse(text.encode(), True)
    (root,) = top.children()
    if root.name != "svg":
        raise _Refused
    return root


def _name(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return local if namespace == SVG else ""


def _attributes(given: Mapping[str, str]) -> Mapping[str, str]:
    """Those of no namespace, and `href` of either."""
    found = {name: value for name, value in given.items() if " " not in name}
    if f"{XLINK} href" in given:
        found.setdefault("href", given[f"{XLINK} href"])
    return found


def _view_box(attributes: Mapping[str, str]) -> tuple[float, ...]:
    """Left, top, width and height of what is seen. Raises when the file does not say it."""
    given = attributes.get("viewBox")
    numbers = re.split(r"[\s,]+", given.strip()) if given else ["0", "0", *_sides(attributes)]
    box = tuple(map(float, numbers))
    if len(box) != 4 or not all(math.isfinite(n) and abs(n) <= MAX_SIDE for n in box):
        raise _Refused
    if min(box[2:]) <= 0 or max(box[2:]) > 50 * min(box[2:]):
        raise _Refused
    return box


def _sides(attributes: Mapping[str, str]) -> Iterator[str]:
    return (attributes.get(side, "").strip().removesuffix("px") for side in ("width", "height"))


def _clean(root: _SvgElement, known: values.Rules) -> _SvgElement:
    """The tree of what is allowed. Raises when it would be drawn without end."""
    ids: set[str] = set()
    kept = _kept(root, known, ids)
    by_id = {e.attributes["id"]: e for e in kept.all() if "id" in e.attributes}
    if _drawn(kept, by_id, ()) > MAX_DRAWN:
        raise _Refused
    return kept


def _kept(element: _SvgElement, known: values.Rules, ids: set[str]) -> _SvgElement:
    """The element with the attributes and children that are allowed; no id stands twice."""
    name = "g" if element.name in values.UNWRAPPED else element.name
    attributes = dict(values.styled(name, element.attributes, known))
    key = values.identifier(element.attributes.get("id", ""))
    if key and key not in ids:
        ids.add(key)
        attributes["id"] = key
    href = element.attributes.get("href", "").strip()
    if name in values.HREF and href[:1] == "#" and values.identifier(href[1:]):
        attributes["href"] = href
    content: list[_SvgElement | str] = []
    for one in element.content:
        if isinstance(one, str):
            content += [one] if name in ("text", "tspan") else []
        elif one.name in values.ELEMENTS - {"svg"} or one.name in values.UNWRAPPED:
            content.append(_kept(one, known, ids))
    return _SvgElement(name, attributes, content)


def _drawn(element: _SvgElement, by_id: Mapping[str, _SvgElement], above: tuple[str, ...]) -> int:
    """How many elements are drawn for one, with those that it refers to."""
    if len(above) > MAX_CHAIN:
        raise _Refused
    count = 1
    for key, one in _inside(element, by_id):
        if key and key in above:
            raise _Refused
        count += _drawn(one, by_id, (*above, key))
        if count > MAX_DRAWN:
            raise _Refused
    return count


def _inside(
    element: _SvgElement, by_id: Mapping[str, _SvgElement]
) -> Iterator[tuple[str, _SvgElement]]:
    """What is drawn with an element: what it refers to, with its id, and its children."""
    yield from ((key, by_id[key]) for key in _targets(element) if key in by_id)
    yield from (("", child) for child in element.children())


def _targets(element: _SvgElement) -> Iterator[str]:
    """The ids of what an element refers to."""
    for name, value in element.attributes.items():
        if target := value[1:] if name == "href" else values.referred(value):
            yield target


def _left_out(root: _SvgElement) -> tuple[str, ...]:
    """The elements that are missed, of which nobody else would tell."""
    names = {one.name for child in root.children() for one in child.all()}
    return tuple(sorted(names & values.MISSED))


def _written(element: _SvgElement) -> Iterator[str]:
    attributes = "".join(f' {k}="{escape(v)}"' for k, v in sorted(element.attributes.items()))
    if not element.content:
        yield f"<{element.name}{attributes}/>"
        return
    yield f"<{element.name}{attributes}>"
    for one in element.content:
        yield from (escape(one, quote=False),) if isinstance(one, str) else _written(one)
    yield f"</{element.name}>"
