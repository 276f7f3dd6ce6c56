"""The drawn pictures of links: each icon that may stand for something has one."""

from pathlib import Path

import pytest
import yaml
from PIL import Image

from plugins.rendering.previews import DRAWN
from tools import preview_pictures

ROOT = Path(__file__).resolve().parents[2]
PICTURES = sorted((ROOT / "theme" / "static" / "previews").iterdir())
SHOWN = ("topics", "formats", "categories", "audiences", "districts")


def icons(vocabulary: str) -> set[str]:
    """Those of a closed list."""
    text = (ROOT / "content" / "vocabulary" / f"{vocabulary}.yaml").read_text(encoding="utf-8")
    return {term["icon"] for term in yaml.safe_load(text).values()}


def test_there_are_those_that_are_drawn() -> None:
    assert {path.stem for path in PICTURES} == {name for name, _ in preview_pictures.pages()}


@pytest.mark.sample
@pytest.mark.parametrize("vocabulary", SHOWN)
def test_each_term_has_one(vocabulary: str) -> None:
    assert icons(vocabulary) - {path.stem for path in PICTURES} == set()


@pytest.mark.parametrize("file", PICTURES, ids=lambda path: path.stem)
def test_size(file: Path) -> None:
    assert file.stat().st_size < 25_000
    with Image.open(file) as picture:
        assert (picture.format, picture.size) == ("PNG", DRAWN)


def test_they_have_the_colours_of_the_theme() -> None:
    """After a change to the colours they are to be drawn anew."""
    for name, html in preview_pictures.pages():
        ground = html.partition("background: ")[2][:7]
        with Image.open(ROOT / "theme" / "static" / "previews" / f"{name}.png") as picture:
            seen = "#{:02x}{:02x}{:02x}".format(*picture.convert("RGB").getpixel((600, 111)))  # type: ignore[misc]
        assert seen == ground, name
