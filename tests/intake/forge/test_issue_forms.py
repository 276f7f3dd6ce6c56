"""The forms that forges show: such as they take, and readable for the office when filled in."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.settings import Settings, from_file
from plugins.intake.existing import ExistingContent, read_existing
from plugins.intake.forge import forms
from plugins.intake.forge.issue_forms import files
from plugins.intake.submission.issue import read
from tests import sample
from tests.checkout import settings_text

SORTS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
FOLDER = sample.ROOT / ".github" / "ISSUE_TEMPLATE"


@pytest.fixture
def written(existing: ExistingContent, settings: Settings) -> dict[str, dict[str, Any]]:
    return {name: yaml.safe_load(text) for name, text in files(existing, settings.site)}


@pytest.fixture
def by_form(written: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The forms by their slug."""
    return {name[2:-4]: form for name, form in written.items() if name != "config.yml"}


def test_there_is_one_for_each_form_of_the_site(by_form: Mapping[str, Any]) -> None:
    assert {slug: form["name"] for slug, form in by_form.items()} == {
        slug: form.title for slug, form in FORMS.items()
    }


def test_the_forges_take_them(by_form: Mapping[str, Any]) -> None:
    """What the documentation of GitHub demands, and the source of Forgejo."""
    for form in by_form.values():
        assert form.keys() == {"name", "description", "title", "body"}
        elements = [one for one in form["body"] if one["type"] != "markdown"]
        labels = [one["attributes"]["label"] for one in elements]
        ids = [one["id"] for one in elements]
        assert {one["type"] for one in form["body"]} <= SORTS
        assert len(set(labels)) == len(labels) and len(set(ids)) == len(ids)
        assert all(re.fullmatch("[A-Za-z0-9_-]+", one) for one in ids)
        for one in elements:
            texts = {k: v for k, v in one["attributes"].items() if k != "options"}
            assert all(isinstance(text, str) and text.strip() for text in texts.values())
            options = one["attributes"].get("options", ())
            shown = [o["label"] if isinstance(o, dict) else o for o in options]
            assert len(set(shown)) == len(shown) and "None" not in shown
            assert bool(options) == (one["type"] in ("dropdown", "checkboxes"))


def test_nobody_is_asked_about_people(by_form: Mapping[str, Any]) -> None:
    ids = [one.get("id", "") for form in by_form.values() for one in form["body"]]
    assert [one for one in ids if re.match("contacts|consent|sender|images?-", one)] == []


def issue(form: Mapping[str, Any], answer: Callable[[Mapping[str, Any]], str]) -> str:
    """The body of the issue that a forge makes of a form."""
    elements = (one for one in form["body"] if one["type"] != "markdown")
    return "\n\n".join(f"### {one['attributes']['label']}\n\n{answer(one)}" for one in elements)


def full(element: Mapping[str, Any]) -> str:
    about = element["attributes"]
    if element["type"] == "checkboxes":
        return "\n".join(f"- [X] {option['label']}" for option in about["options"])
    if element["type"] == "dropdown":
        return str(about["options"][-1])
    return str(about.get("value") or about.get("placeholder") or "etwas")


def empty(element: Mapping[str, Any]) -> str:
    about = element["attributes"]
    if element["type"] == "checkboxes":
        return "\n".join(f"- [ ] {option['label']}" for option in about["options"])
    return str(about.get("value") or "_No response_")


def test_what_is_filled_in_is_read(by_form: Mapping[str, Any], settings: Settings) -> None:
    for slug, form in by_form.items():
        found = read(issue(form, full), settings.site.addresses)
        asked = {one["id"] for one in form["body"] if "id" in one} - {"form", "entry", "message"}
        assert found is not None
        assert (found.form, found.message.split("\n")[-1]) == (slug, "etwas")
        assert {path.replace(".", "-") for path in found.fields} == asked


def test_what_is_left_empty_says_nothing(by_form: Mapping[str, Any], settings: Settings) -> None:
    for form in by_form.values():
        found = read(issue(form, empty), settings.site.addresses)
        assert found is not None
        assert found.fields == {}


def test_where_nobody_looks_for_them_there_are_none(tmp_path: Path) -> None:
    settings = tmp_path / "pelican.conf.py"
    settings.write_text(settings_text(), encoding="utf-8")
    (tmp_path / "content").mkdir()
    folder = tmp_path / ".github" / "ISSUE_TEMPLATE"
    assert (forms.main(settings, folder), folder.parent.exists()) == (0, False)
    folder.parent.mkdir()
    assert (forms.main(settings, folder), len([*folder.iterdir()])) == (0, len(FORMS) + 1)


@pytest.mark.golden
@pytest.mark.sample
def test_those_that_are_there_are_current(bless: bool) -> None:
    settings = from_file(sample.ROOT / "pelican.conf.py")
    expected = dict(files(read_existing(settings), settings.site))
    if bless:
        assert forms.main() == 0
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert found == expected, "make schema"
