"""A form that a server takes: what is given stands in it, and what is wrong beside and above."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.building.planning import planners_of
from plugins.catalogue.load import load
from plugins.catalogue.settings import Settings
from plugins.pages.forms import FormData, FormSubject, page
from plugins.web.preview import preview
from plugins.web.site import Pages

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small" / "content"
CATALOGUE = load(SMALL).catalogue


def shown(settings: Settings, form: str, given: FormData, intake: str = "einreichen") -> str:
    site = replace(settings.site, languages=("de", "ar"), intake=intake)
    pages = Pages(replace(settings, site=site, content=SMALL), CATALOGUE)
    return pages.html(page(form, CATALOGUE, given)).decode()


@pytest.fixture(scope="module")
def wrong(settings: Settings) -> str:
    """The form of an association, handed in with mistakes."""
    values = {
        "name": ('Chor "am" <Fluss>',),
        "topics": ("musik",),
        "languages": ("tr", "Friesisch"),
        "text": ("Wir singen.\n\nAuch im Sommer.",),
        "accessibility.wheelchair": ("limited",),
        "images.1.alt": ("Ein Chor",),
        "_email": ("mona",),
        "_sender": ("Mona",),
        "_message": ("Bitte bald.",),
        "_consent": ("yes",),
    }
    errors = {"_email": "Das ist keine E-Mail-Adresse.", "website": "Eine Webadresse?", "id": "Id?"}
    return shown(settings, "verein", FormData(values, errors, ("Zu oft.",)))


def control(html: str, name: str) -> str:
    return str(re.findall(rf'<(?:input|textarea)[^>]* name="{re.escape(name)}"[^>]*>', html)[0])


def test_what_was_typed_is_there(wrong: str) -> None:
    assert 'value="Chor &#34;am&#34; &lt;Fluss&gt;"' in control(wrong, "name")
    assert ">Wir singen.\n\nAuch im Sommer.</textarea>" in wrong
    checked = re.findall(r'name="([\w.]+)" value="([\w]*)"[^>]* checked>', wrong)
    assert [pair for pair in checked if pair[1]] == [
        ("topics", "musik"),
        ("languages", "tr"),
        ("accessibility.wheelchair", "limited"),
        ("_consent", "yes"),
    ]
    assert re.search(r'id="feld-languages-andere"[^>]* value="Friesisch"', wrong)
    assert 'value="mona"' in control(wrong, "_email")
    assert 'value="Mona"' in control(wrong, "_sender")
    assert 'value="Ein Chor"' in control(wrong, "images.1.alt")
    assert ">Bitte bald.</textarea>" in wrong
    assert re.search(r'<details class="form__more" open>', wrong)


def test_what_is_wrong_stands_above_with_links_and_beside(wrong: str) -> None:
    summary = re.search(r"<div[^>]* data-errors.*?</div>", wrong, re.DOTALL)
    assert summary and "hidden" not in summary[0]
    assert re.findall(r"<li>(.*?)</li>", summary[0]) == [
        "Zu oft.",
        "Id?",
        '<a href="#feld-website">Welche Webseite hat er? – Eine Webadresse?</a>',
        '<a href="#feld-antwort">Ihre E-Mail-Adresse – Das ist keine E-Mail-Adresse.</a>',
    ]
    assert wrong.count('aria-invalid="true"') == 2
    assert '<p class="field__error" id="fehler-feld-website">Eine Webadresse?</p>' in wrong
    assert "Trotzdem abschicken" in wrong


def test_each_link_above_leads_to_a_control(settings: Settings) -> None:
    every = ["title", "start", "venue.street", "image.alt", "repeat.day"]
    own = ["_sender", "_email", "_message", "_picture"]
    html = shown(settings, "termin", FormData(errors=dict.fromkeys([*every, *own], "x")))
    linked = re.findall(r'<li><a href="#(feld-[\w-]+)"', html)
    assert len(linked) == len({*linked}) == 9
    ids = re.findall(r' id="([^"]+)"', html)
    assert {*linked} <= {*ids} and len(ids) == len({*ids})


def test_the_form_is_handed_in_to_the_service(settings: Settings) -> None:
    html = shown(settings, "verein", FormData())
    assert re.search(r'<form[^>]* method="post" action="/einreichen/" enctype="multipart', html)
    assert control(html, "_form") == '<input type="hidden" name="_form" value="verein">'
    assert control(html, "_language") == '<input type="hidden" name="_language" value="de">'
    assert 'tabindex="-1" autocomplete="off"' in control(html, "_website")
    assert 'accept="image/jpeg,image/png,image/webp"' in control(html, "_picture")
    assert not re.search(r"data-needs[^>]* hidden", html) and "needs-script" not in control(
        html, "name"
    )
    assert "Trotzdem abschicken" not in html and "aria-invalid" not in html


def test_without_a_service_nothing_can_be_handed_in(settings: Settings) -> None:
    html = shown(settings, "verein", FormData(), intake="")
    for sign in ('method="post"', "_website", "_picture", "images.1.alt", 'name="_form"'):
        assert sign not in html
    assert 'class="form stack needs-script"' in html


def test_of_an_entry_that_is_there_its_name_is_shown(settings: Settings) -> None:
    about = FormSubject("associations/chor", "Chor <am> Fluss")
    html = shown(settings, "stimmt", FormData(about=about))
    assert ">Chor &lt;am&gt; Fluss</bdi>" in html
    assert control(html, "_entry") == (
        '<input type="hidden" name="_entry" value="associations/chor">'
    )


def test_a_change_tells_also_of_lists_that_were_emptied(settings: Settings) -> None:
    about = FormSubject("associations/chor", "Chor")
    html = shown(settings, "aenderung", FormData({"topics": ("musik",)}, about=about))
    assert control(html, "topics") == '<input type="hidden" name="topics" value="">'
    assert control(html, "_form") == '<input type="hidden" name="_form" value="aenderung">'
    assert 'data-form="aenderung"' in html and 'data-entry="associations/chor"' in html


@pytest.mark.parametrize(
    ("intake", "language", "change", "error"),
    [
        ("", "de", "/mitmachen/aenderung/?eintrag={}", "/mitmachen/hinweis/?eintrag={}"),
        ("", "ar", "/ar/mitmachen/aenderung/?eintrag={}", "/ar/mitmachen/hinweis/?eintrag={}"),
        (
            "einreichen",
            "ar",
            "/einreichen/aenderung/?eintrag={}&amp;sprache=ar",
            "/einreichen/hinweis/?eintrag={}&amp;sprache=ar",
        ),
    ],
)
def test_the_page_of_an_entry_leads_to_its_forms(
    settings: Settings, intake: str, language: str, change: str, error: str
) -> None:
    site = replace(settings.site, languages=("de", "ar"), intake=intake)
    pages = Pages(replace(settings, site=site, content=SMALL), CATALOGUE)
    entry = CATALOGUE.associations[0]
    shown = preview(entry, CATALOGUE, planners_of(settings.plugins), date(2026, 11, 22))
    assert shown is not None
    html = pages.html(shown, language).decode()
    linked = re.findall(r'<a data-screen href="([^"]+)"', html)
    about = f"associations/{entry.id}"
    assert {*linked} == {change.format(about), error.format(about)}
