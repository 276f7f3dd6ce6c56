"""Draws theme/static/previews/: what a link to a page shows that has no photograph of its own.

One picture for each icon that may stand for a topic, a format, a kind of entry or a section, and
`sign.png` for the site itself: 1200 by 630, as readers of links want them, which know no SVG. They
are committed, so a build draws nothing. After a change to the icons or colours:

    .venv/bin/python tools/preview_pictures.py

Chromium draws (tools/testtools.sh finds it), so it needs what the tests need.
"""

import io
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "theme" / "static"
PICTURES = STATIC / "previews"
SIZE = (1200, 630)
COLOURS = 16
"""So many a picture has: with more it is larger and looks the same."""

HUES = ("mask", "note", "ball", "book", "speech", "candle", "cup", "hands")
"""The icons of the topics, in the order of their colours."""

OTHERS = (
    "tag door box bulb knot van coin euro calendar place globe info people person network "
    "document edit"
).split()
"""In the colour of the site, like its sign."""

SIGN = "sign"

_PAGE = """<!doctype html><style>
body {{ margin: 0; background: {ground}; }} svg {{ display: block; }}
</style><svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
<defs><pattern id="weave" width="232" height="232" patternUnits="userSpaceOnUse"
  patternTransform="translate(600 315) rotate(45) translate(-48 -48)"><g fill="{across}">
<rect width="232" height="96"/><rect y="116" width="232" height="96"/></g><g fill="{ground}">
<rect x="-10" width="116" height="96"/><rect x="222" width="10" height="96"/>
<rect x="106" y="116" width="116" height="96"/></g><g fill="{along}">
<rect width="96" height="106"/><rect y="222" width="96" height="10"/>
<rect x="116" y="106" width="96" height="116"/></g></pattern></defs>
<rect width="1200" height="630" fill="url(#weave)"/>
<circle cx="600" cy="315" r="212" fill="{ground}"/>
<circle cx="600" cy="315" r="196" fill="#fffefb"/>
<g transform="translate(600 315) {move}" {style}><path {turn} d="{path}"/></g></svg>"""

_LINES = (
    'fill="none" stroke="{}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'
)


def pages() -> Iterator[tuple[str, str]]:
    """The name of each picture, and the page that shows it."""
    colours = tokens((STATIC / "css" / "tokens.css").read_text(encoding="utf-8"))
    paths = dict(
        re.findall(r'<path id="([\w-]+)" d="([^"]+)"/>', (STATIC / "icons.svg").read_text())
    )
    for name in (*HUES, *OTHERS):
        colour = colours[f"hue-{HUES.index(name) + 1}" if name in HUES else "brand"]
        style = _LINES.format(colour)
        yield name, _page(colour, paths[name], "scale(10) translate(-12 -12)", style)
    sign = (STATIC / "favicon.svg").read_text(encoding="utf-8")
    (path,), brand = re.findall(r' d="([^"]+)"', sign), colours["brand"]
    turn = 'transform="rotate(45 32 32)"'
    yield SIGN, _page(brand, path, "scale(5) translate(-32 -32)", f'fill="{brand}"', turn)


def tokens(css: str) -> Mapping[str, str]:
    """The colours for light by their names."""
    return dict(re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}),", css))


def _page(colour: str, path: str, move: str, style: str, turn: str = "") -> str:
    return _PAGE.format(
        ground=colour,
        across=_lighter(colour, 10),
        along=_lighter(colour, 18),
        path=path,
        move=move,
        style=style,
        turn=turn,
    )


def _lighter(colour: str, percent: int) -> str:
    """The colour with so much white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * percent / 100):02x}" for part in parts)


def drawn(page: Page, html: str) -> bytes:
    """The page as a PNG of few colours."""
    page.set_content(html)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    stream = io.BytesIO()
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def main() -> int:
    """Draw all of them anew."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ROOT / ".cache" / "tools" / "chromium")
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        for name, html in pages():
            (PICTURES / f"{name}.png").write_bytes(drawn(page, html))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
