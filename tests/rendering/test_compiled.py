"""Compiled templates come with the environment, and what templates use from what they say."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

from plugins.building.renderers import cache_of_theme
from plugins.building.set_up import compile_all, read_all
from plugins.catalogue import vocabularies
from plugins.catalogue.load import closed_lists
from plugins.catalogue.settings import Settings
from plugins.rendering import assets, jinja
from plugins.rendering.jinja import Compiled, TemplateEnvironment
from plugins.rendering.sources import Templates
from plugins.wording import language_names, messages
from plugins.wording.messages import GERMAN


@pytest.fixture
def city(settings: Settings, tmp_path: Path) -> Settings:
    templates = tmp_path / "theme" / "templates"
    templates.mkdir(parents=True)
    (templates / "base.html").write_text("<p>{% block main %}{% endblock %}</p>")
    (templates / "page.html").write_text('{% extends "base.html" %}{% block main %}1{% endblock %}')
    (templates / "spoilt.html").write_text("{% if %}")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "here").symlink_to(tmp_path)
    state = tmp_path / "state"
    return replace(settings, theme=tmp_path / "theme", cache=tmp_path / ".cache", state=state)


def environment_of(city: Settings) -> TemplateEnvironment:
    store = jinja.compiled_cache(city)
    return TemplateEnvironment(
        Templates(city.theme / "templates", cache=store), dict, GERMAN, Compiled(store)
    )


def compiled_for(city: Settings, name: str, monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The templates that are compiled to render one."""
    compiled = []

    def compile_(self: Environment, source: str, name: str | None, *rest: object) -> object:
        compiled.append(name)
        return Environment.compile(self, source, name, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(TemplateEnvironment, "compile", compile_, raising=False)
    assert environment_of(city).get_template(name).render() == "<p>1</p>"
    return compiled


def test_the_first_build_compiles_nothing(city: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_all(city)
    shutil.rmtree(city.cache, ignore_errors=True)
    assert compiled_for(city, "page.html", monkeypatch) == []


def test_the_first_build_reads_nothing_that_comes_with_the_checkout(
    city: Settings, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = replace(settings.site, languages=("de", "tr"))
    city = replace(city, theme=settings.theme, site=site)
    read_all(city)
    shutil.rmtree(city.cache, ignore_errors=True)
    reading = (vocabularies, "_terms"), (messages, "parse"), (assets, "_made")
    for module, name in (*reading, (language_names, "_looked_up")):
        monkeypatch.setattr(module, name, None)
    monkeypatch.setattr(language_names, "_KNOWN", {})
    caches, theme = city.caches(), cache_of_theme(city)
    lists = closed_lists(city.content, city.vocabulary, "", [], city.site.region, caches)
    assert lists["topics"]
    assert messages.read(city.theme, "tr", theme).texts
    assert assets.collect(city.theme / "static", cache=theme).files
    with language_names.names_cached(theme):
        assert language_names.own_name("tr") == "Türkçe"


def test_what_was_changed_is_compiled(city: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_all(city)
    base = city.theme / "templates" / "base.html"
    base.write_text(base.read_text() + "{# 2 #}")
    assert compiled_for(city, "page.html", monkeypatch) == ["base.html"]
    assert compiled_for(city, "page.html", monkeypatch) == []


def test_what_another_wrote_is_not_run(city: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_all(replace(city, state=city.cache / "another"))
    assert compiled_for(city, "page.html", monkeypatch) == ["page.html", "base.html"]


def test_another_compiler_begins_anew(city: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_all(city)
    monkeypatch.setattr(jinja, "_compiler", lambda: b"another")
    assert compiled_for(city, "page.html", monkeypatch) == ["page.html", "base.html"]


@pytest.mark.parametrize("is_own", [True, False])
def test_the_environment_of_another_checkout_is_left_alone(city: Settings, is_own: bool) -> None:
    root = city.cache.parent
    if not is_own:
        (root / ".venv" / "here").unlink()
        (root / ".venv" / "here").symlink_to(root / "theme")
    compile_all(city)
    there = root / ".venv" / "templates", city.cache / "kept" / "templates"
    assert [folder.is_dir() for folder in there] == [is_own, not is_own]


def test_without_a_key_nothing_is_kept(city: Settings) -> None:
    compile_all(replace(city, state=None))
    assert not (city.cache.parent / ".venv" / "templates").exists()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ('{% include "b.html" %}', ["b.html"]),
        ("{%- extends 'b.html' -%}", ["b.html"]),
        ('{% from "b.html" import x with context %}', ["b.html"]),
        ('{% import "b.html" as b %}{% include "c.html" ignore missing %}', ["b.html", "c.html"]),
        ('{% include ["b.html", "c.html"] %}', ["b.html", "c.html"]),
        ('{# {% include "b.html" %} #}{% raw %}{% include "b.html" %}{% endraw %}', []),
        ("{% include one ~ '.html' %}", ["b.html", "c.html"]),
        ("{% if %}", ["b.html", "c.html"]),
    ],
)
def test_what_a_template_uses(text: str, expected: list[str], tmp_path: Path) -> None:
    for name, source in {"a.html": text, "b.html": "", "c.html": ""}.items():
        (tmp_path / name).write_text(source)
    templates = Templates(tmp_path)
    environment = TemplateEnvironment(templates, dict, GERMAN, Compiled())
    assert templates.used("a.html", environment.parse) == ["a.html", *expected]


def test_what_is_used_through_another(tmp_path: Path) -> None:
    for name, used in {"a": "b", "b": "c", "c": "a"}.items():
        (tmp_path / f"{name}.html").write_text(f'{{% include "{used}.html" %}}')
    environment = TemplateEnvironment(Templates(tmp_path), dict, GERMAN, Compiled())
    for first in ("a.html", "b.html"):
        found = Templates(tmp_path).used(first, environment.parse)
        assert found == ["a.html", "b.html", "c.html"]


def test_what_was_used_is_parsed_once(city: Settings) -> None:
    compile_all(city)
    store = jinja.compiled_cache(city)
    parsed = []

    def parse(source: str, name: str) -> object:
        parsed.append(name)
        return environment_of(city).parse(source, name)

    page = city.theme / "templates" / "page.html"
    page.write_text(page.read_text() + "{# 2 #}")
    for _ in range(2):
        templates = Templates(city.theme / "templates", cache=store)
        used = templates.used("page.html", parse)  # type: ignore[arg-type]
        assert used == ["base.html", "page.html"]
        templates.save()
    assert parsed == ["page.html"]


def made(tmp_path: Path, **sources: str) -> TemplateEnvironment:
    for name, source in sources.items():
        (tmp_path / f"{name}.html").write_text(source)
    return TemplateEnvironment(Templates(tmp_path), lambda: {}, GERMAN, Compiled())


def test_a_function_gets_its_arguments_and_nothing_else(tmp_path: Path) -> None:
    calls = "{% for n in [1, 2] %}{{ told(n, x=n) }}{{ told() }}{% endfor %}"
    environment = made(tmp_path, a=f"{{% block b %}}{calls}{{% endblock %}}")
    environment.globals["told"] = lambda *given, **named: f"{given}{named};".replace("'", "")
    assert environment.get_template("a.html").render() == "(1,){x: 1};(){};(2,){x: 2};(){};"


def test_what_was_not_given_is_not_copied_for_a_page(tmp_path: Path) -> None:
    """`make_globals` is Jinja's own name; without it every page would copy all functions."""
    environment = made(tmp_path, a="1")
    assert environment.get_template("a.html").globals is environment.globals


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ x.real }}{{ x.real.real }}", "11"),
        ("{{ x.y is defined }}{{ x.real is defined }}", "FalseTrue"),
        ("{% block b %}{{ x }}{% endblock %}{{ self.b() }}", "11"),
        ('{% from "part.html" import part as p %}{% call p("<") %}{{ x }}{% endcall %}', "&lt;1"),
        ('{% if x %}{% from "part.html" import named %}{{ named(b=2, a=x) }}{% endif %}', "12"),
        ('{% import "part.html" as all %}{{ all.named(1, 2) }}', "12"),
        ("{{ {'a': x}['a'] }}{{ {'a': x}.items()|list }}", "1[(&#39;a&#39;, 1)]"),
    ],
)
def test_templates_mean_what_they_say(source: str, expected: str, tmp_path: Path) -> None:
    part = "{% macro part(a) %}{{ a }}{{ caller() }}{% endmacro %}"
    part += "{% macro named(a, b) %}{{ a }}{{ b }}{% endmacro %}"
    environment = made(tmp_path, a=source, part=part)
    assert environment.get_template("a.html").render(x=1) == expected


@pytest.mark.parametrize("source", ["{{ y }}", "{{ x.y }}", "{{ x.y.z }}", "{{ self.c() }}"])
def test_what_is_not_there_is_an_error(source: str, tmp_path: Path) -> None:
    with pytest.raises((UndefinedError, AttributeError)):
        made(tmp_path, a=source).get_template("a.html").render(x=1)


@pytest.mark.parametrize(("mark", "expected"), [("", 4), ("{% set recurs = true %}", 2)])
def test_a_component_that_recurs_is_made_once(mark: str, expected: int, tmp_path: Path) -> None:
    environment = made(
        tmp_path,
        a='{% from "c.html" import c %}{{ c(1) }}{{ c(true) }}{{ c(1) }}{{ c(true) }}',
        c=mark + "{% macro c(n) %}{{ count(n) }}{% endmacro %}",
    )
    counted: list[object] = []

    def count(n: object) -> object:
        counted.append(n)
        return n

    environment.globals["count"] = count
    assert environment.get_template("a.html").render() == "1True1True"
    assert len(counted) == expected
