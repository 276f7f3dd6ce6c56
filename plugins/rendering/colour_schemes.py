"""Colours for browsers that do not know `light-dark()` (CSS Color 5): phones older than 2024.

Without them such a browser drops every colour of the site. The theme says each colour once; what
these browsers need is taken from that.
"""

import re
from collections.abc import Iterator

_FUNCTION = "light-dark("
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_BRACKETS = re.compile(r"[(),]")


def without_light_dark(css: str) -> str:
    """What `css` says with `light-dark()`, said again by media query; empty if it never does.

    For rules that stand in no other. It comes after them in their layer.
    """
    if _FUNCTION not in css:
        return ""
    light, dark = _rules(css, 0), _rules(css, 1)
    return (
        "@supports not (color: light-dark(red, red)) {\n"
        f"{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n}}\n"
    )


def _rules(css: str, which: int) -> str:
    return "".join(
        f"{selector.strip()} {{ {' '.join(found)} }}\n"
        for selector, declarations in _RULE.findall(css)
        if (found := list(_declarations(declarations, which)))
    )


def _declarations(text: str, which: int) -> Iterator[str]:
    for declaration in text.split(";"):
        if _FUNCTION in declaration:
            yield f"{_chosen(declaration.strip(), which)};"


def _chosen(value: str, which: int) -> str:
    """A value with one of the two colours in place of each `light-dark()`."""
    before, function, rest = value.partition(_FUNCTION)
    if not function:
        return value
    cuts = [-1]
    depth = 1
    for found in _BRACKETS.finditer(rest):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0 or (depth == 1 and found[0] == ","):
            cuts.append(found.start())
        if depth == 0:
            break
    colour = rest[cuts[which] + 1 : cuts[which + 1]].strip()
    return before + _chosen(colour, which) + _chosen(rest[cuts[-1] + 1 :], which)
