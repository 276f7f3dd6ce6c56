"""No page is forgotten by the tests in a browser: what a package plans once is looked at."""

from datetime import date

from plugins.building.planning import planners_of
from plugins.catalogue.load import load
from plugins.catalogue.settings import Settings
from plugins.rendering import urls
from plugins.rendering.page import Page, outputs
from tests.browser.pages import SMALL, SMALL_SITE
from tests.checkout import TODAY, VOCABULARY

UNSEEN = {"/404.html", "/offline/", "/stand/"}
"""Without a language or an address that anybody calls."""


def test_each_page_that_a_package_has_once_is_looked_at(settings: Settings) -> None:
    catalogue = load(SMALL, vocabulary=VOCABULARY).catalogue
    today = date.fromisoformat(TODAY)
    planned = outputs(
        part for plan in planners_of(settings.plugins) for part in plan(catalogue, today)
    )
    once = {
        urls.path(one.address, settings.site.addresses)
        for one in planned
        if isinstance(one, Page) and not one.address.id
    }
    assert once - UNSEEN - set(SMALL_SITE) == set()
