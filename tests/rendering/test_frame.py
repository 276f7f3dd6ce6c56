"""The menus: what they lead to, and which of their pages is the one that is shown."""

import pytest

from plugins.catalogue.load import load
from plugins.catalogue.settings import Settings
from plugins.rendering.cards import Link
from plugins.rendering.frame import Frame, MenuEntry, frame, menu
from plugins.rendering.site_context import Version, alternates
from plugins.rendering.urls import Address


@pytest.fixture(scope="module")
def menus(settings: Settings) -> Frame:
    return frame(load(settings.content, shown="content").catalogue)


def test_the_menu_names_the_sections_and_the_first_page_of_advice(menus: Frame) -> None:
    sections = "directory calendar board networks funding".split()
    places = [*map(Address, sections)]
    advice = Link("Geld", Address("page", "geld")), Link("Räume", Address("page", "raeume"))
    assert [*menu(advice)] == [
        *map(MenuEntry, sections, places),
        MenuEntry("advice", Address("page", "geld")),
        MenuEntry("participate", Address("participate")),
    ]
    assert [entry.section for entry in menu(())] == [*sections, "participate"]
    assert menus.find == tuple(map(MenuEntry, sections[:4], places[:4]))


@pytest.mark.parametrize(
    ("section", "address", "expected"),
    [
        ("calendar", Address("calendar"), True),
        ("calendar", Address("month", "2026-12"), False),
        ("board", Address("calendar"), False),
        ("", Address("home"), False),
    ],
)
def test_the_menu_leads_to_the_first_page_of_a_section(
    menus: Frame, section: str, address: Address, expected: bool
) -> None:
    assert menus.leads_to(section, address) == expected


def test_for_all_other_languages_there_is_the_first() -> None:
    versions = Version("de", "/termine/"), Version("ar", "/ar/termine/")
    assert alternates(versions) == (*versions, Version("x-default", "/termine/"))
    assert alternates(versions[:1]) == ()
