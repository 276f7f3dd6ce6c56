"""What a drawing may consist of: elements, attributes, and the form that the value of each has.

What is not here is not published. No value of these forms can name anything outside of its file.
"""

import re
from collections.abc import Mapping

SHAPES = frozenset("path rect circle ellipse line polyline polygon text use".split())
"""What is seen of a drawing."""

GRADIENTS = frozenset({"linearGradient", "radialGradient"})
ELEMENTS = SHAPES | GRADIENTS | frozenset("svg g defs symbol clipPath stop tspan".split())

UNWRAPPED = frozenset({"a", "switch"})
"""What goes, while that which is in it stays, as a group."""

MISSED = frozenset(
    "svg image foreignObject script mask filter pattern marker textPath animate animateMotion"
    " animateTransform set video audio iframe".split()
)
"""What goes, and is told: without it a drawing may look other than it was meant to."""

HREF = frozenset({"use"}) | GRADIENTS
"""What may refer to another element of the drawing by `href`."""

_REFERENCE = r"url\(\s*[\"']?#(?P<id>[A-Za-z_][\w.-]*)[\"']?\s*\)"
_NUMBERS = r"(?:[-+0-9.eE%,\s]|px|pt|pc|mm|cm|in|em|ex)+"
_WORD = r"[a-zA-Z-]+"
_COLOUR = r"#[0-9a-fA-F]{3,8}|[a-zA-Z]+|(?:rgb|hsl)a?\([0-9.,%\s/]+\)"

_FORMS: Mapping[str, str] = {
    _NUMBERS: "x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height offset points viewBox",
    rf"{_NUMBERS}|{_WORD}": "opacity fill-opacity stroke-opacity stop-opacity stroke-width"
    " stroke-miterlimit stroke-dasharray stroke-dashoffset font-size font-weight letter-spacing",
    rf"{_COLOUR}|{_REFERENCE}(?:\s+{_WORD})?": "fill stroke",
    _COLOUR: "color stop-color",
    rf"{_REFERENCE}|none": "clip-path",
    r"[MmZzLlHhVvCcSsQqTtAa0-9eE.,+\-\s]+": "d",
    r"(?:[a-zA-Z]+\s*\([0-9eE.,+\-\s]*\)[\s,]*)+": "transform gradientTransform",
    r"[\w\s,'\"-]+": "font-family",
    r"[a-zA-Z -]+": "preserveAspectRatio",
    _WORD: "fill-rule clip-rule stroke-linecap stroke-linejoin font-style text-anchor display"
    " visibility vector-effect gradientUnits clipPathUnits spreadMethod",
}
_ATTRIBUTES = {name: re.compile(form) for form, names in _FORMS.items() for name in names.split()}
_STYLES = frozenset(
    "fill stroke color clip-path display visibility vector-effect opacity fill-opacity fill-rule"
    " clip-rule stroke-opacity stroke-width stroke-linecap stroke-linejoin stroke-miterlimit"
    " stroke-dasharray stroke-dashoffset stop-color stop-opacity font-size font-weight font-style"
    " font-family letter-spacing text-anchor".split()
)
"""What may also be said in a style: each is an attribute, too (SVG 2, section 6.6)."""

_ID = re.compile(r"[A-Za-z_][\w.-]{0,99}", re.ASCII)
_SELECTOR = re.compile(r"[.#]?[A-Za-z_][\w-]*", re.ASCII)

Rules = Mapping[str, Mapping[str, str]]
"""By a selector (`.cls-1`, `#name`, `path`) what it says."""


def allowed(name: str, value: str) -> str:
    """The value of an attribute as it is published; empty when it is not."""
    form, text = _ATTRIBUTES.get(name), value.strip()
    match = form.fullmatch(text) if form else None
    if match is None:
        return ""
    target = match.groupdict().get("id")
    return f"url(#{target})" if target else text


def identifier(text: str) -> str:
    """The id of an element, if it is a plain one."""
    return text if _ID.fullmatch(text) else ""


def referred(value: str) -> str:
    """The id in an attribute's value as it is published, `url(#a)`; empty where there is none."""
    return value[5:-1] if value.startswith("url(#") else ""


def declarations(style: str) -> Mapping[str, str]:
    """What a style says in the words of attributes, as far as it may."""
    pairs = (line.partition(":") for line in _without_comments(style).split(";"))
    named = ((name.strip(), value.replace("!important", "")) for name, _, value in pairs)
    known = ((name, allowed(name, value)) for name, value in named if name in _STYLES)
    return {name: value for name, value in known if value}


def rules(sheet: str) -> Rules:
    """The rules of a style sheet whose selectors are a class, an id or an element alone."""
    found: dict[str, dict[str, str]] = {}
    *blocks, _ = _without_comments(sheet).split("}")
    for block in blocks:
        before, brace, body = block.rpartition("{")
        said = declarations(body) if brace else {}
        for selector in map(str.strip, before.rpartition("{")[2].split(",") if said else ()):
            if _SELECTOR.fullmatch(selector):
                found.setdefault(selector, {}).update(said)
    return found


def _without_comments(style: str) -> str:
    """The style without comments; one that does not end goes on to its end."""
    first, *parts = style.split("/*")
    return first + "".join(part.partition("*/")[2] for part in parts)


def styled(name: str, attributes: Mapping[str, str], known: Rules) -> Mapping[str, str]:
    """What an element's attributes, the style sheet and its own style say, the last being right."""
    classes = attributes.get("class", "").split()
    selectors = (name, *(f".{one}" for one in classes), f"#{attributes.get('id', '')}")
    said = {key: allowed(key, value) for key, value in attributes.items()}
    for selector in selectors:
        said.update(known.get(selector, {}))
    said.update(declarations(attributes.get("style", "")))
    return {key: value for key, value in said.items() if value}
