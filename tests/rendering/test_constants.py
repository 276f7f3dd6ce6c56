"""What is the same on every page of a language is worked out once."""

from functools import partial
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from plugins.rendering.constants import ASKING
from plugins.rendering.jinja import Compiled, TemplateEnvironment
from plugins.rendering.sources import Templates
from plugins.wording.messages import GERMAN

PARTS = """{% macro sign(name, size=1) %}<b title="{{ name }}">{{ size }}</b>{% endmacro %}
{% macro around() %}({{ caller() }}){% endmacro %}"""


class Calls(list[tuple[object, ...]]):
    """A function that notes its calls, and gives what would have to be escaped."""

    def __call__(self, *given: object) -> str:
        self.append(given)
        return "<" + ",".join(map(str, given)) + ">"


def environment(folder: Path, text: str, **functions: object) -> TemplateEnvironment:
    (folder / "page.html").write_text(text)
    (folder / "parts.html").write_text(PARTS)
    asked: dict[tuple[str, str], object] = {}
    made = TemplateEnvironment(Templates(folder), lambda: asked, GERMAN, Compiled())

    def picture(name: str) -> str:
        asked["picture", name] = ""
        return name

    made.give({"told": Calls(), "wide": True, "picture": picture, **functions})
    return made


IMPORT = '{% from "parts.html" import sign, around %}'


@pytest.mark.parametrize(
    ("text", "expected", "calls"),
    [
        ("{{ told('a') }}", "&lt;a&gt;", [("a",)]),
        ("<p>{{ told('a') }}</p>{{ wide }}", "<p>&lt;a&gt;</p>True", [("a",)]),
        ("{{ told(told(1), wide) }}", "&lt;&lt;1&gt;,True&gt;", [(1,), ("<1>", True)]),
        ("{% if told() %}{{ shown }}{% endif %}", "+", [()]),
        ("{% block b %}{{ told(1) }}{{ shown }}{{ told(1) }}{% endblock %}",
         "&lt;1&gt;+&lt;1&gt;", [(1,)]),
        ("{{ told(1) }}{{ told(true) }}{{ told(1.0) }}",
         "&lt;1&gt;&lt;True&gt;&lt;1.0&gt;", [(1,), (True,), (1.0,)]),
        ("{{ told(shown) }}", "&lt;+&gt;", [("+",), ("+",)]),
        ("{% set wide = shown %}{{ told(wide) }}", "&lt;+&gt;", [("+",), ("+",)]),
        ("{% for wide in [1, 2] %}{{ told(wide) }}{% endfor %}",
         "&lt;1&gt;&lt;2&gt;", [(1,), (2,), (1,), (2,)]),
        ("{% macro m(wide) %}{{ told(wide) }}{% endmacro %}{{ m(3) }}", "&lt;3&gt;", [(3,), (3,)]),
        (IMPORT + "{{ sign(told(1)) }}", '<b title="&lt;1&gt;">1</b>', [(1,)]),
        (IMPORT + "{{ sign('x', size=told(1)) }}", '<b title="x">&lt;1&gt;</b>', [(1,)]),
        (IMPORT + "{% call around() %}{{ told(1) }}{{ shown }}{% endcall %}",
         "(&lt;1&gt;+)", [(1,)]),
        (IMPORT + "{{ _('%(x)s.', x=told(1)) }}", "&lt;1&gt;.", [(1,)]),
    ],
)  # fmt: skip
def test_constants(
    text: str, expected: str, calls: list[tuple[object, ...]], tmp_path: Path
) -> None:
    """`calls` are those of two pages."""
    told = Calls()
    made = environment(tmp_path, text, told=told)
    for _ in range(2):
        assert made.get_template("page.html").render(shown="+") == expected
    assert told == calls


def test_each_language_works_out_its_own(tmp_path: Path) -> None:
    compiled, texts = Compiled(), ("Ort", "Yer")
    (tmp_path / "page.html").write_text("<p>{{ said() }}</p>")
    for text in texts:
        made = TemplateEnvironment(Templates(tmp_path), dict, GERMAN, compiled)
        made.give({"said": partial(str, text)})
        assert made.get_template("page.html").render() == f"<p>{text}</p>"


def test_what_asks_is_asked_by_each_page(tmp_path: Path) -> None:
    assert "picture" in ASKING
    made = environment(tmp_path, "{{ picture('a.jpg') }}")
    for _ in range(2):
        asked = made.constants.current()
        asked.clear()
        assert made.get_template("page.html").render() == "a.jpg"
        assert list(asked) == [("picture", "a.jpg")]


def test_a_constant_that_asks_is_an_error(tmp_path: Path) -> None:
    text = "{% macro photo(name) %}{{ picture(name) }}{% endmacro %}"
    made = environment(tmp_path, '{% from "photo.html" import photo %}{{ photo("a.jpg") }}')
    (tmp_path / "photo.html").write_text(text)
    with pytest.raises(TypeError, match="no constant, for it asks"):
        made.get_template("page.html").render()


def test_unknown_names_are_errors(tmp_path: Path) -> None:
    made = environment(tmp_path, "{% block b %}{{ no_such('a') }}{% endblock %}")
    with pytest.raises(UndefinedError, match="'no_such' is undefined"):
        made.get_template("page.html").render()


def test_an_imported_name_counts_in_its_own_template_only(tmp_path: Path) -> None:
    """A page that shows what only its frame imports would break when the frame no longer does."""
    made = environment(tmp_path, IMPORT + "{% block b %}{% endblock %}")
    (tmp_path / "other.html").write_text(
        '{% extends "page.html" %}{% block b %}{{ sign("a") }}{% endblock %}'
    )
    with pytest.raises(UndefinedError, match="'sign' is undefined"):
        made.get_template("other.html").render()
