"""What another city still has of the sample."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.validation.check import check_folder, site_rules

Write = Callable[[Mapping[str, str]], Path]
TODAY = date(2026, 12, 1)
CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2024-01-10\n"
OWN = {"url": "https://vereine.neustadt.de", "name": "Vereine", "repository": ""}


def found(write: Write, settings: Settings, city: str, entry: str, **own: str) -> list[str]:
    content = write({"associations/chor.yaml": entry, "associations/chor.en.yaml": "name: Choir\n"})
    office = replace(settings.site.office, email="a@neustadt.de")
    statement = replace(settings.site.statement, email="", website="")
    there = {**OWN, "office": office, "statement": statement, "city": city, **own}
    rules = site_rules(replace(settings, site=replace(settings.site, **there)))  # type: ignore[arg-type]
    said = check_folder(content, TODAY, rules).diagnostics
    return [
        f"{d.path}:{d.place.line} {dict(d.details)['value']}"
        for d in said
        if d.code == "FLD-SAMPLE"
    ]


CASES = {
    "email: a@chor.example\n": ["content/associations/chor.yaml:4 a@chor.example"],
    "text: In Musterstadt.\n": ["content/associations/chor.yaml:4 Musterstadt"],
    "website: https://chor.example.org/x\n": ["content/associations/chor.yaml:4 chor.example.org"],
    "social: {mastodon: '@a@musterstadt.example'}\n": [
        "content/associations/chor.yaml:4 a@musterstadt.example"
    ],
    "summary: Ein Musterstädter Beispiel, for example.\n": [],
    "website: https://examples.org/example/\n": [],
}


@pytest.mark.parametrize(("line", "expected"), CASES.items())
def test_another_city(write: Write, settings: Settings, line: str, expected: list[str]) -> None:
    assert found(write, settings, "Neustadt", CHOIR + line) == expected


@pytest.mark.parametrize("line", CASES)
def test_the_sample_city_is_no_leftover(write: Write, settings: Settings, line: str) -> None:
    assert found(write, settings, "Musterstadt", CHOIR + line) == []


def test_settings(write: Write, settings: Settings) -> None:
    url = "https://anlaufstelle.example/x"
    assert found(write, settings, "Neustadt", CHOIR, url=url, name="Für Musterstadt") == [
        "pelican.conf.py:1 SITENAME: Musterstadt",
        "pelican.conf.py:1 SITEURL: anlaufstelle.example",
    ]
