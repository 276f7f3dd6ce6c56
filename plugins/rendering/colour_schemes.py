"""Colours for browsers that do not know `light-dark()` (CSS Color 5): phones older than 2024.

Without them such a browser drops every colour of the site. The theme says each colour once; what
these browsers need is taken from that.
"""

import re
from collections.abc import Iterator

_FUNCTION = "light-dark("
_RULE = r"([^{}]+)\{([^{}]*)\}"
_MARKS = re.compile(r"[(),]")


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
        for selector, declarations in re.findall(_RULE, css)
        if (found := list(_declarations(declarations, which)))
    )


def _declarations(text: str, which: int) -> Iterator[str]:
    for declaration in text.split(";"):
        if _FUNCTION in declaration:
            yield f"{_chosen(declaration.strip(), which)};"


def _chosen(value: str, which: int) -> str:
    """A value with one of the two colours in place of each `light-dark()` that has two."""
    before, _, rest = value.partition(_FUNCTION)
    colours, after = _arguments(rest)
    if len(colours) != 2:
        return value
    return before + _chosen(colours[which].strip(), which) + _chosen(after, which)


def _arguments(text: str) -> tuple[list[str], str]:
    """What stands between commas up to the bracket that closes, and what follows that."""
    found: list[str] = []
    start = depth = 0
    for mark in _MARKS.finditer(text):
        if mark[0] == "(":
            depth += 1
        elif mark[0] == ")" and depth:
            depth -= 1
        elif not depth:
            found.append(text[start : mark.start()])
            start = mark.end()
            if mark[0] == ")":
                return found, text[start:]
    return [], text
