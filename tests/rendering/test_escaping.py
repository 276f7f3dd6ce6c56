"""What a template writes is escaped once, whatever it is made of."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError, select_autoescape
from markupsafe import Markup, escape

from plugins.rendering.escaping import escaped
from plugins.rendering.jinja import Compiled, TemplateEnvironment
from plugins.rendering.sources import Templates
from plugins.wording.messages import GERMAN


class Safe(str):
    """Text that says of itself that it is markup."""

    def __html__(self) -> str:
        return f"<i>{self}</i>"


VALUES = (
    st.text()
    | st.text("&<>\"'a;")
    | st.integers()
    | st.none()
    | st.floats()
    | st.text().map(Markup)
    | st.text("<&").map(Safe)
    | st.lists(st.text("<'"))
)


@given(VALUES)
def test_a_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert escaped(value) == str(escape(value))


PARTS = """{% macro own(x) %}<b>{{ x }}</b>{% endmacro %}
{% macro around() %}<i>{{ caller() }}</i>{% endmacro %}
{% macro both(x) %}{{ own(x) }}{% call around() %}{{ x }}{% endcall %}{% endmacro %}"""
IMPORT = '{% from "parts.html" import own, around, both %}'
EVIL = "<a&'\">"
SAFE = "&lt;a&amp;&#39;&#34;&gt;"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ x }}", SAFE),
        ("{{ x }}{{ markup }}{{ x }}", f"{SAFE}<u>{SAFE}"),
        ("{{ x if x else 'no' }}{{ x|upper }}", SAFE + SAFE.replace("a&", "A&")),
        ("{{ (markup ~ x) if false else x }}", SAFE),
        ("{% set y %}<p>{{ x }}</p>{% endset %}{{ y }}{{ y|striptags }}", f"<p>{SAFE}</p>{SAFE}"),
        ("{% set y | trim %} {{ x }} {% endset %}{{ y }}", SAFE),
        ("{% for y in [x, markup] %}{{ y }}{% endfor %}", f"{SAFE}<u>"),
        ("{% macro m(y) %}<p>{{ y }}</p>{% endmacro %}{{ m(x) }}", f"<p>{SAFE}</p>"),
        ("{% macro m(y) %}{{ caller(y) }}{% endmacro %}"
         "{% call(z) m(x) %}<p>{{ z }}</p>{% endcall %}", f"<p>{SAFE}</p>"),
        (IMPORT + "{{ own(x) }}{{ own(own(x)) }}",
         f"<b>{SAFE}</b><b><b>{SAFE}</b></b>"),
        (IMPORT + "{{ both(x) }}", f"<b>{SAFE}</b><i>{SAFE}</i>"),
        (IMPORT + "{% call around() %}<p>{{ x }}{% endcall %}", f"<i><p>{SAFE}</i>"),
        ("{{ _('<p>%(y)s', y=x) }}", f"<p>{SAFE}"),
        ("{% trans y=x %}<p>{{ y }} 5 %{% endtrans %}", f"<p>{SAFE} 5 %"),
        ("{% block b %}<p>{{ x }}</p>{% endblock %}{{ self.b() }}", f"<p>{SAFE}</p>" * 2),
        ('{% extends "base.html" %}{% block b %}{{ super() }}{{ x }}{% endblock %}',
         f"<p>{SAFE}</p>{SAFE}"),
        ("{% include 'shown.html' %}", f"<p>{SAFE}</p>"),
        ("{{ 1 }}{{ '<' }}{{ none }}{{ '<'|safe }}", "1&lt;None<"),
    ],
)  # fmt: skip
def test_everything_is_escaped_once(text: str, expected: str, tmp_path: Path) -> None:
    """As Jinja itself would, which is asked too."""
    pages = {
        "page.html": text,
        "parts.html": PARTS,
        "base.html": "{% block b %}<p>{{ x }}</p>{% endblock %}",
        "shown.html": "<p>{{ x }}</p>",
    }
    for name, source in pages.items():
        (tmp_path / name).write_text(source)
    ours = TemplateEnvironment(Templates(tmp_path), dict, GERMAN, Compiled())
    jinja = Environment(
        loader=Templates(tmp_path), autoescape=select_autoescape(), extensions=["jinja2.ext.i18n"]
    )
    jinja.newstyle_gettext = True  # type: ignore[attr-defined]
    jinja.globals |= GERMAN.functions()
    said = [
        environment.get_template("page.html").render(x=EVIL, markup=Markup("<u>")).strip()
        for environment in (ours, jinja)
    ]
    assert said == [expected, expected]


def test_undefined_names_are_not_written(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ x }}")
    ours = TemplateEnvironment(Templates(tmp_path), dict, GERMAN, Compiled())
    with pytest.raises(UndefinedError):
        ours.get_template("page.html").render()
