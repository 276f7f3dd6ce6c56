"""Which pages search engines find."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from plugins.building import sitemap
from plugins.building.planning import Outline
from plugins.building.sitemap import Sitemap, divided, files, write
from plugins.catalogue.settings import Settings, Site
from plugins.rendering import urls
from plugins.rendering.urls import Address

NAMES = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
ROOT = Path(__file__).resolve().parents[2]


def site(settings: Settings, *languages: str, url: str = "https://stadt.example") -> Site:
    return replace(settings.site, url=url, languages=("de", *languages))


def written(outlines: Iterable[Outline], of: Site) -> dict[str, str]:
    """The text of each file by its path."""
    return {
        urls.path(file.address, of.addresses): file.write(file.view, of).decode()
        for file in files(outlines, of)
    }


def outline(name: str, key: str, file: str, template: str = "x.html") -> Outline:
    return Outline(Address(name, key), file, template, b"")


PAGES = (
    outline("association", "chor", "vereine/chor/index.html"),
    outline("home", "", "index.html"),
    outline("not_found", "", "404.html"),
    outline("freshness", "", "stand/index.html", "freshness.html"),
    outline("association", "alt", "vereine/alt/index.html", "moved.html"),
    outline("events_calendar", "", "termine.ics"),
)


def test_pages_in_each_language_and_nothing_else(settings: Settings) -> None:
    found = written(PAGES, site(settings, "tr"))
    assert sorted(found) == ["/robots.txt", "/sitemap.xml"]
    assert found["/sitemap.xml"] == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        "<url><loc>https://stadt.example/</loc>"
        '<xhtml:link rel="alternate" hreflang="de" href="https://stadt.example/"/>'
        '<xhtml:link rel="alternate" hreflang="tr" href="https://stadt.example/tr/"/>'
        '<xhtml:link rel="alternate" hreflang="x-default" href="https://stadt.example/"/></url>\n'
        "<url><loc>https://stadt.example/tr/</loc></url>\n"
        "<url><loc>https://stadt.example/vereine/chor/</loc>"
        '<xhtml:link rel="alternate" hreflang="de" href="https://stadt.example/vereine/chor/"/>'
        '<xhtml:link rel="alternate" hreflang="tr" href="https://stadt.example/tr/vereine/chor/"/>'
        '<xhtml:link rel="alternate" hreflang="x-default" '
        'href="https://stadt.example/vereine/chor/"/></url>\n'
        "<url><loc>https://stadt.example/tr/vereine/chor/</loc></url>\n"
        "</urlset>\n"
    )


def test_one_language_has_no_others(settings: Settings) -> None:
    text = written(PAGES, site(settings))["/sitemap.xml"]
    assert re.findall("<loc>(.*?)</loc>", text) == [
        "https://stadt.example/",
        "https://stadt.example/vereine/chor/",
    ]
    assert "xhtml" not in text


def test_robots(settings: Settings) -> None:
    assert written(PAGES, site(settings))["/robots.txt"] == (
        "User-agent: *\nDisallow:\n\nSitemap: https://stadt.example/sitemap.xml\n"
    )
    with_service = replace(site(settings), intake="einreichen")
    assert "Disallow: /einreichen/\n" in written(PAGES, with_service)["/robots.txt"]


def test_in_a_folder_of_a_host_it_can_tell_robots_nothing(settings: Settings) -> None:
    found = written(PAGES, site(settings, url="https://stadt.example/vereine-hier"))
    assert sorted(found) == ["/sitemap.xml"]
    assert "<loc>https://stadt.example/vereine-hier/vereine/chor/</loc>" in found["/sitemap.xml"]


MANY = (
    "/",
    "/impressum/",
    *(f"/termine/2026-{month:02}/" for month in range(1, 13)),
    "/vereine/",
    "/vereine/a/",
    "/vereine/ab/",
    "/vereine/a-z/b/",
    "/vereine/b/",
)


def test_many_are_divided_where_they_differ(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST_PAGES", 3)
    parts = divided(MANY, site(settings))
    assert {name: len(paths) for name, paths in parts.items()} == {
        "pages": 2,
        "vereine": 1,
        "vereine_a": 3,
        "vereine_b": 1,
        "termine_2026-1": 3,
        **{f"termine_2026-0{month}": 1 for month in range(1, 10)},
    }
    assert all(len(paths) <= 3 for paths in parts.values())
    assert parts["vereine_a"] == ("/vereine/a/", "/vereine/ab/", "/vereine/a-z/b/")
    assert parts["pages"] == ("/", "/impressum/")


def test_the_index_names_each_part(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_PAGES", 3)
    outlines = [outline("page", path, f"{path[1:]}index.html") for path in MANY]
    found = written(outlines, site(settings))
    index = ET.fromstring(found.pop("/sitemap.xml"))
    del found["/robots.txt"]
    named = [loc.text or "" for loc in index.findall("sitemap/loc", NAMES)]
    assert [one.removeprefix("https://stadt.example") for one in named] == list(found)
    listed = [
        str(loc.text)
        for text in found.values()
        for loc in ET.fromstring(text).findall("url/loc", NAMES)
    ]
    assert sorted(listed) == sorted(f"https://stadt.example{path}" for path in MANY)


def test_what_is_special_in_xml_is_escaped(settings: Settings) -> None:
    text = write(Sitemap(("/a&b/",)), site(settings)).decode()
    (loc,) = ET.fromstring(text).findall("url/loc", NAMES)
    assert loc.text == "https://stadt.example/a&b/"
