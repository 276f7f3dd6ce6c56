"""The names that forms offer: on the page, of very many in a file, of too many not at all."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.catalogue.settings import Settings
from plugins.catalogue.translation import in_language
from plugins.pages import names, pages
from plugins.pages.forms import FormView
from plugins.rendering.divided import WHOLE
from plugins.rendering.page import File, outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)


def associations(count: int) -> dict[str, str]:
    """So many of different names."""
    text = "name: Verein {0}\ntopics: [musik]\nlisted: 2020-01-01\n"
    return {f"associations/v{n}.yaml": text.format(n) for n in range(count)}


@pytest.mark.parametrize(
    ("count", "on_page", "in_file"),
    [(2, 2, False), (WHOLE, WHOLE, False), (WHOLE + 1, 0, True), (WHOLE + 2, 0, False)],
)
def test_where_names_are(
    catalogue: Callable[..., Catalogue],
    monkeypatch: pytest.MonkeyPatch,
    count: int,
    on_page: int,
    in_file: bool,
) -> None:
    monkeypatch.setattr(names, "MOST_NAMES", WHOLE + 1)
    found = {one.address: one for one in outputs(pages(catalogue(associations(count)), TODAY))}
    assert (Address("names_data") in found) == in_file
    views = [one.view for one in found.values() if isinstance(one.view, FormView)]
    for view in views:
        of_controls = [len(c.choices) for p in view.parts for c in p.controls if c.type == "names"]
        asked = of_controls if view.kind else [len(view.known)]
        assert (view.has_names_apart, asked) == (in_file and bool(asked), [on_page] * len(asked))
    assert sorted(view.form for view in views if view.has_names_apart) == (
        sorted(f.slug for f in FORMS.values() if f.kind is not Association) if in_file else []
    )


def test_the_file(
    catalogue: Callable[..., Catalogue], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that several bear has its id beside it; what it is called elsewhere stands there."""
    monkeypatch.setattr(names, "is_divided", bool)
    files = {
        "associations/b.yaml": 'name: "Öl & <Farbe>"\ntopics: [musik]\nlisted: 2020-01-01\n',
        "associations/b.ar.yaml": "name: زيت\n",
        "associations/b.tr.yaml": "text: Biz\n",
        "associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n",
        "associations/choere.yaml": "name: CHOR\ntopics: [musik]\nlisted: 2020-01-01\n",
    }
    (file,) = names.files(catalogue(files))
    assert isinstance(file, File)
    written = file.write(file.view, settings.site)
    assert json.loads(written) == [
        {"name": "CHOR", "id": "choere"},
        {"name": "Chor", "id": "chor"},
        {"name": "Öl & <Farbe>", "called": {"ar": "زيت"}},
    ]


def test_a_choice_is_sent_in_german(catalogue: Callable[..., Catalogue]) -> None:
    """Whatever it is called on the page: the office knows it by that name."""
    files = {**associations(1), "associations/v0.ar.yaml": "name: نادي\n"}
    in_arabic = in_language(catalogue(files), "ar")
    found = {one.address: one for one in outputs(pages(in_arabic, TODAY))}
    view = found[Address("form", "termin")].view
    assert isinstance(view, FormView)
    asked = {c.name: c.choices for p in view.parts for c in p.controls if c.type == "names"}
    assert [(c.value, c.german) for c in asked["organisers"]] == [("Verein 0", "نادي")]
