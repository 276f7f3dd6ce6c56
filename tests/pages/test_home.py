"""The home page: languages to start from, and figures of the last report."""

from collections.abc import Callable
from datetime import date

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.translation import in_language
from plugins.pages.home import HomeView, group
from plugins.rendering.page import outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)


def association(name: str, languages: str) -> str:
    return f"name: {name}\ntopics: [musik]\nlisted: 2020-01-01\nlanguages: [{languages}]\n"


FILES = {
    "associations/a.yaml": association("A", "de, tr, uk"),
    "associations/b.yaml": association("B", "de, en, uk"),
    "reports/alt.yaml": "title: Alt\nperiod: {from: 2019-01-01, until: 2019-12-31}\n",
    "reports/neu.yaml": "title: Neu\nperiod: {from: 2025-01-01, until: 2025-12-31}\n",
}


def view_of(catalogue: Catalogue) -> HomeView:
    (page,) = outputs([group(catalogue, TODAY)])
    assert isinstance(page.view, HomeView)
    return page.view


def test_home(catalogue: Callable[..., Catalogue]) -> None:
    view = view_of(catalogue(FILES))
    assert (view.associations, view.languages) == (2, 4)
    assert [one.language for one in view.spoken] == ["uk", "tr"]
    assert [one.address for one in view.spoken][:1] == [Address("language", "uk")]
    assert view.report is not None and view.report.name == "Neu"
    assert view.figures == (("associations.active", 2),)


CANNOT_GO = {
    "events/voll.yaml": "title: V\nstart: 2026-11-23\norganisers: office\nstatus: full\n",
    "events/abgesagt.yaml": (
        "title: A\nstart: 2026-11-24\norganisers: office\nstatus: cancelled\nreason: Sturm\n"
    ),
    "events/probe.yaml": (
        "title: P\nstart: 2026-11-24T19:00\norganisers: office\n"
        "repeat: {every: week, count: 3, cancelled: {2026-11-24: Heizung}}\n"
    ),
    "events/fest.yaml": "title: F\nstart: 2026-11-30\norganisers: office\n",
}


def test_what_one_cannot_go_to_is_not_on_the_home_page(
    catalogue: Callable[..., Catalogue],
) -> None:
    view = view_of(catalogue(CANNOT_GO))
    shown = [(row.card.address.id, row.moments) for row in view.events]
    assert shown == [("fest", "2026-11-30"), ("probe", "2026-12-01 2026-12-08")]


EASY = {
    "pages/satzung.md": "---\ntitle: Satzung\n---\nDie Satzung regelt alles.\n",
    "pages/satzung.de-simple.md": "---\ntitle: Regeln\n---\nDas sind Regeln.\n",
    "pages/impressum.md": "---\ntitle: Impressum\n---\nStadt\n",
    "pages/impressum.tr.md": "---\ntitle: Künye\n---\nBelediye\n",
}


@pytest.mark.parametrize(
    ("language", "titles"), [("de", []), ("tr", []), ("de-simple", ["Regeln"])]
)
def test_easy_pages_stand_on_the_easy_home_page(
    catalogue: Callable[..., Catalogue], language: str, titles: list[str]
) -> None:
    said = in_language(catalogue(EASY), language)
    assert [link.name for link in view_of(said).easy] == titles


def test_empty(catalogue: Callable[..., Catalogue]) -> None:
    view = view_of(catalogue({}))
    assert (view.spoken, view.topics, view.events, view.report, view.figures, view.easy) == (
        (), (), (), None, (), (),
    )  # fmt: skip
