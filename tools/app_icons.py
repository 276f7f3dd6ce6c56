"""Draws theme/static/app/: the site's sign as pictures for those who install the site.

They are committed, so a build draws nothing. After a change to theme/static/favicon.svg:

    .venv/bin/python tools/app_icons.py
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "theme" / "static"
SIZES = {"192": (192, 1.0), "512": (512, 1.0), "maskable": (512, 0.8), "touch": (180, 0.9)}
"""Pixels, and how much of them the sign takes: the rest is its ground, which systems cut."""

_PAGE = """<!doctype html><style>body {{ margin: 0; background: {ground}; display: grid;
  place-items: center; block-size: 100vh; }} svg {{ inline-size: {share}%; }}</style>{sign}"""


def main() -> int:
    """Draw all of them anew."""
    sign = (STATIC / "favicon.svg").read_text(encoding="utf-8")
    (STATIC / "app").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ROOT / ".cache" / "tools" / "chromium")
        for name, (side, share) in SIZES.items():
            page = browser.new_page(viewport={"width": side, "height": side})
            ground = "transparent" if share == 1 else "#0a524d"
            page.set_content(_PAGE.format(ground=ground, share=100 * share, sign=sign))
            picture = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
            few = picture.quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
            few.save(STATIC / "app" / f"{name}.png", "PNG", optimize=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
