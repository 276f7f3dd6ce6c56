"""The icons: drawings that the theme keeps beside each other, published as one strip.

A page names an icon and draws nothing: the style sheet shows the part of the strip with that name.
"""

import re
from collections.abc import Mapping

FILE = "icons.svg"
"""Where the theme has the drawings, and the site the strip."""

_SIDE = 24
_DRAWING = re.compile(r'<path id="([\w-]+)" d="([^"]+)"/>')
_STRIP = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{height}" fill="none" '
    'stroke="#000" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">{paths}</svg>'
)


def drawings(svg: str) -> Mapping[str, str]:
    """The paths of the icons by their names."""
    return dict(_DRAWING.findall(svg))


def strip(found: Mapping[str, str]) -> str:
    """The drawings below each other."""
    paths = (
        f'<path transform="translate(0 {_SIDE * number})" d="{path}"/>'
        for number, path in enumerate(found.values())
    )
    return _STRIP.format(side=_SIDE, height=_SIDE * len(found), paths="".join(paths))


def rules(found: Mapping[str, str]) -> str:
    """For each icon where it is in the strip, in the manner of `background-position`."""
    last = len(found) - 1 or 1
    places = (
        f'[data-icon="{name}"] {{ --at: {round(100 * number / last, 3):g}%; }}\n'
        for number, name in enumerate(found)
    )
    return f"@layer blocks {{\n{''.join(places)}}}\n"
