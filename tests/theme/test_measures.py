"""Templates say, Python decides: none is long, and none calculates, sorts, cuts or glues together.

A line that has to go on ends with `{# -#}`: so the next one may be indented, and nothing of that is
in the page. What a template shows stands in its view as it is to be shown; where it seems to need
one of the things below, the view lacks a field.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.theme.test_components import TEMPLATES

LINES, COLUMNS = 80, 120

CALCULATIONS = (
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.FloorDiv,
    nodes.Mod,
    nodes.Pow,
    nodes.Concat,  # `~`: a piece of an address, or of a text that is to be translated
    nodes.Slice,
)

FILTERS = frozenset(
    """
    abs batch dictsort first float groupby int items last list map max min random reject rejectattr
    replace reverse round select selectattr slice sort split sum unique
    """.split()
)

ALL = sorted(path for path in TEMPLATES.rglob("*") if path.suffix in (".html", ".txt"))


def environment() -> Environment:
    made = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    made.newstyle_gettext = True  # type: ignore[attr-defined] # else `{% trans %}` is a `%`
    return made


def decisions(source: str) -> Iterator[str]:
    """What a template decides that is Python's to decide, and where."""
    tree = environment().parse(source)
    for node in tree.find_all(CALCULATIONS):
        yield f"{node.lineno}: {type(node).__name__}"
    for item in tree.find_all(nodes.Getitem):
        if isinstance(item.arg, nodes.Const) and isinstance(item.arg.value, int):
            yield f"{item.lineno}: [{item.arg.value}]"
    for one in tree.find_all(nodes.Filter):
        if one.name in FILTERS:
            yield f"{one.lineno}: |{one.name}"


def named(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


@pytest.mark.parametrize("template", ALL, ids=named)
def test_a_template_fits_on_a_screen(template: Path) -> None:
    lines = template.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LINES, "a part of it can be a component"
    long = [number for number, line in enumerate(lines, 1) if len(line) > COLUMNS]
    assert long == [], f"lines of more than {COLUMNS} characters"


@pytest.mark.parametrize("template", ALL, ids=named)
def test_a_template_says_and_decides_nothing(template: Path) -> None:
    assert [*decisions(template.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ a }}\n{{ b - 1 }}", ["2: Sub"]),
        ("{{ 'feld-' ~ name }}", ["1: Concat"]),
        ("{% for a in b[:3] %}{% endfor %}", ["1: Slice"]),
        ("{{ pair[0] }}", ["1: [0]"]),
        ("{{ pairs|sort|first }}{{ text|trim }}", ["1: |first", "1: |sort"]),
        ("{{ names['a'] }}{{ names[key] }}{{ -1 }}", []),
        ("{% trans count=n %}einer{% pluralize %}{{ count }}{% endtrans %}", []),
    ],
)
def test_what_is_decided_is_found(source: str, found: list[str]) -> None:
    assert sorted(decisions(source)) == found
