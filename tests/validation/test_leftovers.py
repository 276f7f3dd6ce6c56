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


def found(write: Write, settings: Settings, city: str, entry: str, **own: object) -> list[str]:
    content = write({"associations/chor.yaml": entry, "associations/chor.en.yaml": "name: Choir\n"})
    office = replace(settings.site.office, email="a@neustadt.de", phone="")
    statement = replace(settings.site.statement, email="", website="", phone="")
    there = {**OWN, "office": office, "statement": statement, "city": city, **own}
    site = replace(settings.site, **there)  # type: ignore[arg-type]
    rules = site_rules(replace(settings, site=site, file=content / "pelican.conf.py"))
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
    "text: Miriam Brandt, Musterstadt. In Musterstadt!\n": [
        "content/associations/chor.yaml:4 Miriam Brandt, Musterstadt"
    ],
    "summary: In Musterstadt\ntext: Von Miriam Brandt\n": [
        "content/associations/chor.yaml:4 Musterstadt, Miriam Brandt"
    ],
    "phone: 030 23125 014\n": ["content/associations/chor.yaml:4 030 23125 014"],
    "phone: 030 2312 514\n": [],
    "summary: Ein Musterstädter Beispiel, for example.\n": [],
    "website: https://examples.org/example/\n": [],
}


@pytest.mark.parametrize(("line", "expected"), CASES.items())
def test_another_city(write: Write, settings: Settings, line: str, expected: list[str]) -> None:
    assert found(write, settings, "Neustadt", CHOIR + line) == expected


@pytest.mark.parametrize("line", CASES)
def test_the_sample_city_is_no_leftover(write: Write, settings: Settings, line: str) -> None:
    assert found(write, settings, "Musterstadt", CHOIR + line) == []


CONF = """# SITENAME = "Musterstadt"
SITENAME = os.environ.get("NAME", "Für Musterstadt")
CLAIM = {
    "de": "Vereine",
    "en": "of Musterstadt",
}
SITEURL = "https://anlaufstelle" + ".example/x"
OFFICE = {"phone": "030 23125 100"}
"""


def test_settings(write: Write, settings: Settings) -> None:
    own = {"url": "https://anlaufstelle.example/x", "name": "Für Musterstadt"}
    office = replace(settings.site.office, email="", phone="030 23125 100")
    claims = {"de": "Vereine", "en": "of Musterstadt"}
    write({"pelican.conf.py": CONF})
    there = {**own, "office": office, "claims": claims}
    assert found(write, settings, "Neustadt", CHOIR, **there) == [
        "pelican.conf.py:2 SITENAME: Musterstadt",
        "pelican.conf.py:5 CLAIM: Musterstadt",
        "pelican.conf.py:7 SITEURL: anlaufstelle.example",
        "pelican.conf.py:8 OFFICE: 030 23125 100",
    ]
