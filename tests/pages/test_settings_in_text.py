"""A page of text calls settings by name, and what it shows are the settings."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue.figures import SETTING_NAMES
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Office, Settings, Statement
from plugins.pages import pages
from plugins.rendering.assets import collect
from plugins.rendering.frame import frame
from plugins.rendering.page import Page, outputs
from plugins.rendering.pictures import Pictures
from plugins.rendering.site_context import SiteContext
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer

ROOT = Path(__file__).resolve().parents[2]
CALLS = "\n\n".join(f"{name}: [[{name}]] ." for name in sorted(SETTING_NAMES))
MAIL = "mailto:post@stadt.example"
WANTED = {
    "inbox.days": "45",
    "site.name": "Rat &amp; Tat Neustadt",
    "site.city": "Neustadt",
    "site.address": '<a href="https://rat.example/tat">rat.example/tat</a>',
    "office.name": "Amt für alle",
    "office.email": f'<a href="{MAIL}">post@stadt.example</a>',
    "office.phone": '<a href="tel:+49-30-23125200">030 23125200</a>',
    "office.barrier": f'<a href="{MAIL}?subject=Barriere%20gemeldet%3A%20'
    'https%3A//rat.example/tat/probe/">Barriere melden</a>',
    "statement.assessed": "19. Oktober 2026",
    "statement.body": "Land &amp; Leute",
    "statement.email": '<a href="mailto:stelle@land.example">stelle@land.example</a>',
    "statement.phone": '<a href="tel:+49-30-23125700">030 23125700</a>',
    "statement.website": '<a href="https://stelle.example/">stelle.example</a>',
}
STATEMENT = Statement(
    date(2026, 10, 19),
    "Land & Leute",
    "stelle@land.example",
    "030 23125 700",
    "https://stelle.example/",
)
NOTHING_SET = {
    **dict.fromkeys(("statement.assessed", "statement.email"), "keine Angabe"),
    **dict.fromkeys(("statement.phone", "statement.website"), "keine Angabe"),
    "statement.body": "Die Stadt hat noch keine Stelle genannt.",
}


def shown(
    settings: Settings, catalogue: Catalogue, office: Office, statement: Statement = STATEMENT
) -> dict[str, str]:
    """What the page says for each name."""
    site = replace(
        settings.site,
        name="Rat & Tat Neustadt",
        city="Neustadt",
        url="https://rat.example/tat",
        office=office,
        statement=statement,
        inbox_days=45,
    )
    context = SiteContext(
        site, {}, frame(catalogue), collect(ROOT / "theme" / "static"), Pictures({}, {}, ())
    )
    renderer = Renderer(Templates(ROOT / "theme" / "templates"), context)
    plan = outputs(pages(catalogue, settings.today))
    page = next(p for p in plan if isinstance(p, Page) and p.address.id == "probe")
    html = renderer.render(page)[0].decode().replace(' rel="noopener"', "")
    html = html.replace('<span class="may-end"></span>', "").replace("\u00a0", " ")
    return dict(re.findall(r"<p>([a-z.]+): (.*) \.</p>", html))


@pytest.fixture
def probe(catalogue: Callable[..., Catalogue]) -> Catalogue:
    return catalogue({"pages/probe.md": f"---\ntitle: Probe\nmenu: footer\n---\n{CALLS}\n"})


def test_each_name_becomes_its_setting(settings: Settings, probe: Catalogue) -> None:
    office = Office("Amt für alle", "post@stadt.example", "030 23125 200")
    assert shown(settings, probe, office) == WANTED


def test_an_office_without_phone_says_so(settings: Settings, probe: Catalogue) -> None:
    office = Office("Amt für alle", "post@stadt.example")
    assert shown(settings, probe, office) == {**WANTED, "office.phone": "keine Angabe"}


def test_a_city_that_named_no_body_says_so(settings: Settings, probe: Catalogue) -> None:
    office = Office("Amt für alle", "post@stadt.example", "030 23125 200")
    assert shown(settings, probe, office, Statement()) == {**WANTED, **NOTHING_SET}
