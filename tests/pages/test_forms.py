"""The forms: the tables of fields say what they ask, the model in which control."""

from collections.abc import Callable

import pytest

from plugins.catalogue.descriptions import TABLES
from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.link import Catalogue
from plugins.pages import forms
from plugins.pages.forms import Choice, Control, FormView, pages
from plugins.rendering.urls import Address

FILES = {
    "associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n",
    "associations/boxen.yaml": "name: Boxclub\ntopics: [sport]\nlisted: 2020-01-01\n",
}


@pytest.fixture
def views(catalogue: Callable[..., Catalogue]) -> dict[str, FormView]:
    """The forms by their names."""
    found = {}
    for page in pages(catalogue(FILES)):
        assert isinstance(page.view, FormView) and page.address == Address("form", page.view.form)
        found[page.view.form] = page.view
    return found


def controls(view: FormView) -> dict[str, Control]:
    return {control.name: control for part in view.parts for control in part.controls}


def test_there_is_a_page_for_each_form(views: dict[str, FormView]) -> None:
    assert list(views) == list(FORMS)
    assert {name for name, view in views.items() if view.kind} == {
        "verein",
        "termin",
        "biete-suche",
    }
    assert [name for name, view in views.items() if view.has_people] == ["verein"]


def test_the_steps(views: dict[str, FormView]) -> None:
    steps = {name: [part.step for part in view.parts] for name, view in views.items() if view.kind}
    assert steps == {
        "verein": ["main", "contact", "more"],
        "termin": ["main", "when", "where", "more"],
        "biete-suche": ["main", "more"],
    }


@pytest.mark.parametrize("name", [name for name, form in FORMS.items() if form.kind])
def test_everything_for_everybody_is_asked(views: dict[str, FormView], name: str) -> None:
    """But for what a heading says and pictures, which go with the mail."""
    kind = FORMS[name].kind
    assert kind
    asked = {path.replace(".1.", ".") for path in controls(views[name])}
    wanted = {path for path, row in TABLES[kind].items() if row.step}
    assert wanted - asked <= {"contacts", "images", "image", "venue.accessibility"} | {
        path for path in wanted if path.startswith(("images.", "image."))
    }
    assert asked <= wanted


def test_what_must_be_there(views: dict[str, FormView]) -> None:
    """What the model asks for and everybody can say: the day of entry is the office's."""
    needed = {n: [c.name for c in controls(v).values() if c.required] for n, v in views.items()}
    assert needed["verein"] == ["name", "topics"]
    assert needed["termin"] == ["title", "start", "organisers"]
    assert needed["biete-suche"] == ["kind", "title", "association", "category", "expires"]


@pytest.mark.parametrize(
    ("form", "name", "type_", "source"),
    [
        ("verein", "name", "text", ""),
        ("verein", "topics", "checkboxes", "topics"),
        ("verein", "text", "long", ""),
        ("verein", "social", "long", ""),
        ("verein", "email", "email", ""),
        ("verein", "phone", "tel", ""),
        ("verein", "website", "url", ""),
        ("verein", "members", "number", ""),
        ("verein", "languages", "checkboxes", "languages"),
        ("verein", "accessibility.wheelchair", "radios", "words"),
        ("verein", "contacts.1.email", "email", ""),
        ("termin", "start", "moment", ""),
        ("termin", "organisers", "names", "names"),
        ("termin", "venue", "names", "names"),
        ("termin", "repeat.every", "radios", "words"),
        ("termin", "repeat.weekdays", "checkboxes", "weekdays"),
        ("termin", "repeat.day", "nth", ""),
        ("termin", "repeat.until", "date", ""),
        ("biete-suche", "kind", "radios", "words"),
        ("biete-suche", "room.kitchen", "radios", "words"),
    ],
)
def test_the_control(
    views: dict[str, FormView], form: str, name: str, type_: str, source: str
) -> None:
    control = controls(views[form])[name]
    assert (control.type, control.source) == (type_, source)


def test_the_office_reads_german(views: dict[str, FormView]) -> None:
    found = controls(views["verein"])
    assert found["contacts.1.phone"].label == "Ansprechperson 1: Telefon"
    assert Choice("ar", "Arabisch") in found["languages"].choices
    assert Choice("limited", "teilweise") in found["accessibility.wheelchair"].choices
    assert [c.german for c in controls(views["termin"])["organisers"].choices] == [
        "Boxclub",
        "Chor",
    ]


def test_names_are_not_listed_where_there_are_too_many(
    catalogue: Callable[..., Catalogue], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "MOST_NAMES", 1)
    (view,) = (page.view for page in pages(catalogue(FILES)) if page.address.id == "termin")
    assert isinstance(view, FormView)
    control = controls(view)["organisers"]
    assert (control.type, control.choices) == ("names", ())


def test_the_questions_of_a_mail(views: dict[str, FormView]) -> None:
    assert views["verein"].blank.split("\n") == [
        "Name: ",
        "Themen: ",
        "Kurzbeschreibung: ",
        "Text: ",
        "E-Mail: ",
        "Telefon: ",
        "Website: ",
        "Anschrift: Straße und Hausnummer: ",
        "Anschrift: Hinweis: ",
        "Wer schickt das: ",
        "Antwort an: ",
        "Nachricht: ",
    ]
    assert views["stimmt"].blank.startswith("Eintrag: \nWer schickt das: ")
