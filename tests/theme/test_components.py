"""The components of the theme: their examples are their tests.

Each `components/<name>.yaml` documents the parameters of the macros in `<name>.html` and gives
examples. What an example renders to is stored in `golden/<name>.html`, without the digest in
addresses of static files; `make bless` renews it.
Hidden examples carry markup in every text and prove that none of it gets through.
"""

import re
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from jinja2 import Environment

from plugins.catalogue.load import load
from plugins.catalogue.model import ORIGINAL
from plugins.catalogue.settings import Settings
from plugins.pages.forms import FormData, FormSubject
from plugins.rendering.assets import collect
from plugins.rendering.frame import frame
from plugins.rendering.pictures import Picture, Pictures, Variant
from plugins.rendering.site_context import SiteContext
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer
from plugins.rendering.urls import Address

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "theme" / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
GOLDEN = Path(__file__).parent / "golden"
MACRO = re.compile(r"{%-? macro (\w+)\((.*?)\) -?%}")


class Loader(yaml.SafeLoader):
    """Dates stay text, to be read in one way below."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:timestamp"]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def given(data: dict[str, Any]) -> FormData:
    """What a form is filled in with."""
    about = FormSubject(**data["about"]) if "about" in data else None
    values = {name: tuple(texts) for name, texts in data.get("values", {}).items()}
    return FormData(values, data.get("errors", {}), tuple(data.get("general", ())), about)


def value(data: Any, key: str = "") -> Any:  # noqa: ANN401
    """Mappings as objects, lists as tuples; dates, `address` and `given` as what they are."""
    if (
        isinstance(data, dict)
        and key in ("address", "calendar", "following", "next")
        and "name" in data
    ):
        return Address(data["name"], data.get("id", ""))
    if isinstance(data, dict) and key == "given":
        return given(data)
    if isinstance(data, dict):
        named = {name: value(item, name) for name, item in data.items()}
        return SimpleNamespace(**{"localised": ORIGINAL, **named})
    if isinstance(data, list):
        return tuple(value(item, key) for item in data)
    if isinstance(data, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", data):
        return date.fromisoformat(data)
    if isinstance(data, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", data):
        return datetime.fromisoformat(data)
    return data


class AnyPicture(dict[str, Picture]):
    """Whatever picture an example names is there, except one that is called broken."""

    def get(self, name: str, default: Picture | None = None) -> Picture | None:  # type: ignore[override]
        if "broken" in name:
            return default
        path = f"/static/images/{name}"
        small = Variant(f"{path}-480.webp", 480, 270)
        large = Variant(f"{path}-960.webp", 960, 540)
        return Picture(960, 540, (small, large), (Variant(f"{path}-480.jpg", 480, 270),))


@pytest.fixture(scope="module")
def environment(settings: Settings) -> Environment:
    catalogue = load(settings.content, shown="content").catalogue
    pictures = Pictures(AnyPicture(), {}, ())
    assets = collect(ROOT / "theme" / "static")
    context = SiteContext(settings.site, catalogue.vocabularies, frame(catalogue), assets, pictures)
    return Renderer(Templates(TEMPLATES), context).environment


def described(component: Path) -> dict[str, Any]:
    text = component.with_suffix(".yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=Loader)
    return found


def rendered(environment: Environment, component: Path, example: dict[str, Any]) -> str:
    macros = ", ".join(name for name, _ in MACRO.findall(component.read_text(encoding="utf-8")))
    source = (
        f'{{% from "components/{component.name}" import {macros} %}}{{{{ {example["call"]} }}}}'
    )
    data = {name: value(item, name) for name, item in (example.get("data") or {}).items()}
    html = environment.from_string(source).render(**data)
    html = re.sub(r"/static/[0-9a-f]{12}/", "/static/DIGEST/", html)
    return re.sub(r"\n\s*\n+", "\n", html).strip()


@pytest.mark.golden
@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.stem)
def test_examples(environment: Environment, component: Path, bless: bool) -> None:
    examples = described(component)["examples"]
    assert examples
    parts = [f"<!-- {e['name']} -->\n{rendered(environment, component, e)}\n" for e in examples]
    golden = GOLDEN / f"{component.stem}.html"
    if bless:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text("\n".join(parts), encoding="utf-8")
    assert "\n".join(parts) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.stem)
def test_markup_in_texts_does_not_get_through(environment: Environment, component: Path) -> None:
    for example in described(component)["examples"]:
        if example.get("hidden"):
            html = rendered(environment, component, example)
            html = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", html)
            assert "<script" not in html and "<b>" not in html and "<i>" not in html


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.stem)
def test_parameters_are_described(component: Path) -> None:
    macros = dict(MACRO.findall(component.read_text(encoding="utf-8")))
    description = described(component)
    called = re.match(r"\w+", description["examples"][0]["call"])
    assert called is not None
    taken = set(re.findall(r"(?:^|, )(\w+)(?==|,|$)", macros[called[0]]))
    assert set(description.get("parameters") or {}) == taken


def test_no_golden_file_is_left_over() -> None:
    assert {p.stem for p in GOLDEN.glob("*.html")} == {p.stem for p in COMPONENTS}
