"""The icons of the theme: drawings beside each other become one strip."""

import re
from pathlib import Path

import pytest
import yaml

from plugins.rendering import icons
from plugins.rendering.assets import collect, without_blanks

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "theme" / "static"
DRAWINGS = icons.drawings((STATIC / icons.FILE).read_text(encoding="utf-8"))
TEMPLATES = (*ROOT.glob("theme/templates/**/*.html"), *ROOT.glob("plugins/web/**/*.html"))

ROWS = """<svg>
<path id="tag" d="M0 0h1"/>
<path id="no-such" d="M1 1z"/>
<path id="arrow" d="M2 2z"/>
</svg>
"""
SHAPES = {"tag": "M0 0h1", "no-such": "M1 1z", "arrow": "M2 2z"}


def test_drawings() -> None:
    assert icons.drawings(ROWS) == SHAPES


def test_strip() -> None:
    assert re.sub('^<svg [^>]*height="72"[^>]*>', "<svg>", icons.strip(SHAPES)) == (
        '<svg><path transform="translate(0 0)" d="M0 0h1"/>'
        '<path transform="translate(0 24)" d="M1 1z"/>'
        '<path transform="translate(0 48)" d="M2 2z"/></svg>'
    )


@pytest.mark.parametrize(
    ("names", "places"),
    [
        (("tag",), ("0%",)),
        (("tag", "no-such", "arrow"), ("0%", "50%", "100%")),
        (tuple("abcdefgh"), tuple(f"{at}%" for at in (
            0, 14.286, 28.571, 42.857, 57.143, 71.429, 85.714, 100))),
    ],
)  # fmt: skip
def test_rules(names: tuple[str, ...], places: tuple[str, ...]) -> None:
    pairs = zip(names, places, strict=True)
    lines = "".join(f'[data-icon="{name}"] {{ --at: {place}; }}\n' for name, place in pairs)
    assert icons.rules(dict.fromkeys(names, "M0 0")) == f"@layer blocks {{\n{lines}}}\n"


def test_the_theme_publishes_the_strip_and_the_places() -> None:
    files = collect(STATIC).files
    assert files[icons.FILE].decode() == icons.strip(DRAWINGS)
    assert files["css/site.css"].decode().endswith(without_blanks(icons.rules(DRAWINGS)))


def test_an_unknown_name_gives_the_tag() -> None:
    """It has no rule, so it has the place of `.icon`: the first."""
    assert next(iter(DRAWINGS)) == "tag"
    assert "--at: 0%;" in (STATIC / "css" / "blocks" / "icon.css").read_text(encoding="utf-8")


def test_every_drawing_is_read() -> None:
    text = (STATIC / icons.FILE).read_text(encoding="utf-8")
    assert len(DRAWINGS) == text.count("<path")


def test_every_icon_that_a_template_names_is_drawn() -> None:
    named = {
        name
        for template in TEMPLATES
        for name in re.findall(r'\bicon\("([\w-]+)"\)', template.read_text(encoding="utf-8"))
    }
    assert "check" in named
    assert sorted(named - DRAWINGS.keys()) == []


def test_every_icon_of_a_closed_list_is_drawn() -> None:
    lists = [
        yaml.safe_load(file.read_text()) for file in ROOT.glob("tests/sites/vocabulary/*.yaml")
    ]
    named = {term["icon"] for terms in lists for term in terms.values() if "icon" in term}
    assert "place" in named
    assert sorted(named - DRAWINGS.keys()) == []
