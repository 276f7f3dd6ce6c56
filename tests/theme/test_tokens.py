"""What another city changes stands in one file."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "theme" / "static" / "css"
SCHEMES = sorted((Path(__file__).parent / "schemes").glob("*.css"))

DECLARED = re.compile(r"(?<![\w-])(--[a-z0-9-]+)\s*:")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:light-dark|rgb|rgba|hsl|hwb|lab|lch|oklab|oklch)\(")


def css(path: Path) -> str:
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def test_colours_stand_in_the_tokens_only() -> None:
    """On paper there are no colours of a city: print.css sets the tokens to black on white."""
    others = set(CSS.rglob("*.css")) - {CSS / "tokens.css", CSS / "print.css"}
    found = {path.name: COLOUR.findall(css(path)) for path in sorted(others)}
    assert {name: colours for name, colours in found.items() if colours} == {}


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda path: path.stem)
def test_a_scheme_is_nothing_but_tokens(scheme: Path) -> None:
    selector, _, declarations = css(scheme).strip().partition("{")
    assert selector.strip() == ":root"
    lines = [line.strip() for line in declarations.removesuffix("}").split(";") if line.strip()]
    names = [line.partition(":")[0] for line in lines]
    assert set(names) <= set(DECLARED.findall(css(CSS / "tokens.css")))
    assert len(names) == len(set(names)) == len(lines)


def test_there_is_a_scheme() -> None:
    assert [scheme.stem for scheme in SCHEMES] == ["hafen"]
