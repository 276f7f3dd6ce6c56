"""The forms: the tables of fields say what they ask, the model in which control."""

from collections.abc import Callable

import pytest

from plugins.catalogue.descriptions import TABLES
from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.catalogue.translation import in_language
from plugins.pages.forms import (
    EntryOption,
    FormControl,
    FormData,
    FormOption,
    FormSubject,
    FormView,
    page,
    pages,
)
from plugins.rendering.urls import Address

FILES = {
    "associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n",
    "associations/boxen.yaml": "name: Boxclub\ntopics: [sport]\nlisted: 2020-01-01\n",
}


@pytest.fixture
def views(catalogue: Callable[..., Catalogue]) -> dict[str, FormView]:
    """The forms by their names."""
    found = {}
    for one in pages(catalogue(FILES)):
        assert isinstance(one.view, FormView) and one.address == Address("form", one.view.form)
        found[one.view.form] = one.view
    return found


def controls(view: FormView) -> dict[str, FormControl]:
    return {control.name: control for part in view.parts for control in part.controls}


def test_there_is_a_page_for_each_form(views: dict[str, FormView]) -> None:
    assert list(views) == list(FORMS)
    assert {name for name, view in views.items() if view.kind} == {
        "verein",
        "termin",
        "biete-suche",
    }
    asked = {name: {g.name for p in view.parts for g in p.groups} for name, view in views.items()}
    assert [name for name, groups in asked.items() if "contacts" in groups] == ["verein"]


def test_the_steps(views: dict[str, FormView]) -> None:
    steps = {name: [part.step for part in view.parts] for name, view in views.items() if view.kind}
    assert steps == {
        "verein": ["main", "contact", "more"],
        "termin": ["main", "when", "where", "more"],
        "biete-suche": ["main", "more"],
    }


def test_who_is_asked_about_an_entry_is_offered_the_associations(
    catalogue: Callable[..., Catalogue],
) -> None:
    others = {
        "networks/chor.yaml": "title: Chor\n",
        "associations/boxen.ar.yaml": "name: نادي\n",
    }
    some = catalogue(FILES | others)
    about = {one.view.form: one.view.known for one in pages(in_language(some, "ar"))}  # type: ignore[attr-defined]
    known = (EntryOption("associations/chor", "Chor"), EntryOption("Boxclub", "نادي"))
    assert about == {form.slug: () if form.kind else known for form in FORMS.values()}
    given = FormData(about=FormSubject("pages/ueber-uns", "Über uns"))
    assert page("hinweis", some, given).view.known == ()  # type: ignore[attr-defined]


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
    assert needed["termin"] == ["title", "organisers", "start"]
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
    assert FormOption("ar", "Arabisch") in found["languages"].choices
    assert FormOption("limited", "teilweise") in found["accessibility.wheelchair"].choices
    assert [c.german for c in controls(views["termin"])["organisers"].choices] == [
        "Boxclub",
        "Chor",
    ]


def test_who_shares_a_name_is_chosen_by_its_id(catalogue: Callable[..., Catalogue]) -> None:
    """The name alone would lead to neither of them."""
    others = {
        "associations/fluss.md": "---\nname: CHOR\ntopics: [musik]\nlisted: 2020-01-01\n---\n"
    }
    shared = catalogue(FILES | others)
    (view,) = (one.view for one in pages(shared) if one.address.id == "termin")
    assert isinstance(view, FormView)
    found = [(c.value, c.german) for c in controls(view)["organisers"].choices]
    assert found == [("Boxclub", "Boxclub"), ("fluss", "CHOR"), ("chor", "Chor")]


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
        "Bild (bitte anhängen) zeigt: ",
        "Wer schickt das: ",
        "Antwort an: ",
        "Nachricht: ",
    ]
    assert views["termin"].blank.startswith("Titel: \nVeranstalter: \nBeginn: \nEnde: \nText: ")
    asked = {name for name, view in views.items() if "Bild (bitte" in view.blank}
    assert asked == {"verein", "termin"}
    assert views["stimmt"].blank.startswith("Eintrag: \nWer schickt das: ")


@pytest.mark.parametrize(
    ("form", "name", "given", "shown"),
    [
        ("verein", "name", ("Chor",), ("Chor",)),
        ("verein", "name", ("",), ()),
        ("verein", "topics", ("musik", "", "sport"), ("musik", "sport")),
        ("verein", "languages", ("tr", "Friesisch, Platt"), ("tr", "Friesisch, Platt")),
        ("verein", "text", ("a\nb",), ("a\nb",)),
        ("termin", "organisers", ("Chor", "Boxclub"), ("Chor, Boxclub",)),
        ("termin", "start", ("2026-12-01T19:30",), ("2026-12-01", "19:30")),
        ("termin", "start", ("2026-12-01",), ("2026-12-01", "")),
        ("termin", "start", ("", "19:30"), ("", "19:30")),
        ("termin", "repeat.day", ("last friday",), ("last", "friday")),
        ("termin", "repeat.day", ("15",), ("15", "")),
    ],
)
def test_what_is_given_stands_in_its_control(
    catalogue: Callable[..., Catalogue],
    form: str,
    name: str,
    given: tuple[str, ...],
    shown: tuple[str, ...],
) -> None:
    view = page(form, catalogue(FILES), FormData({name: given})).view
    assert isinstance(view, FormView)
    assert controls(view)[name].values == shown


def test_what_is_none_of_the_choices_is_typed() -> None:
    choices = (FormOption("ar", "Arabisch"), FormOption("tr", "Türkisch"))
    row = TABLES[Association]["languages"]
    values = ("tr", "Friesisch", "Platt")
    control = FormControl(
        "languages", row, "Sprachen", "checkboxes", choices=choices, values=values
    )
    assert control.others == "Friesisch, Platt"


def test_what_is_filled_in_is_not_folded_away(catalogue: Callable[..., Catalogue]) -> None:
    def folded(given: FormData) -> list[str]:
        view = page("verein", catalogue(FILES), given).view
        assert isinstance(view, FormView)
        return [part.step for part in view.parts if not part.is_open]

    assert folded(FormData()) == ["main", "contact", "more"]
    assert folded(FormData(values={"name": ("x",), "members": ("",)})) == ["contact", "more"]
    assert folded(FormData(values={"members": ("12",)})) == ["main", "contact"]
    assert folded(FormData(errors={"_consent": "x"})) == ["main", "contact"]


def test_an_error_of_what_is_not_asked_belongs_to_no_control(
    catalogue: Callable[..., Catalogue],
) -> None:
    errors = {"name": "fehlt", "_email": "fehlt", "listed": "zu früh", "images.1.alt": "lang"}
    view = page("verein", catalogue(FILES), FormData(errors=errors, general=("Zu oft.",))).view
    assert isinstance(view, FormView)
    assert view.given.general == ("Zu oft.", "zu früh")
    assert controls(view)["name"].error == "fehlt"
    assert [c.error for c in view.picture] == ["lang", ""]


def test_a_change_asks_for_the_fields_of_its_kind(catalogue: Callable[..., Catalogue]) -> None:
    about = FormSubject("associations/chor", "Chor", pictures=2)
    found = page("aenderung", catalogue(FILES), FormData({"name": ("Chor",)}, about=about))
    view = found.view
    assert isinstance(view, FormView) and found.address == Address("form", "aenderung")
    assert (view.form, view.title, view.kind) == ("aenderung", "Änderung", "association")
    assert controls(view)["name"].values == ("Chor",)
    assert [c.name for c in view.picture] == ["images.3.alt", "images.3.credit"]
    assert view.blank == (
        "Eintrag: associations/chor\nWer schickt das: \nAntwort an: \nNachricht: "
    )


@pytest.mark.parametrize(
    ("form", "entry"), [("aenderung", "networks/x"), ("stimmt", "associations/chor")]
)
def test_of_others_no_fields_are_asked(
    catalogue: Callable[..., Catalogue], form: str, entry: str
) -> None:
    view = page(form, catalogue(FILES), FormData(about=FormSubject(entry, "X"))).view
    assert isinstance(view, FormView)
    assert (view.kind, view.parts, view.picture) == ("", (), ())
