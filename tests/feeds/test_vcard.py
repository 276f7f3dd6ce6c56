"""Cards for address books, read back by a reader written from RFC 6350: the same texts, no more."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, cast

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.feeds import pages, vcard
from plugins.rendering.page import File, outputs

TODAY = date(2026, 11, 22)
HOSTILE = 'A;B, "C" \\n \\\\ END:VCARD – مرحبا' + "ä" * 60
FULL = """
name: Chor
short_name: CdN
summary: 'Singen, lachen; mehr.'
topics: [musik, kultur]
languages: [de, ar]
email: chor@example.org
phone: 030 23125170
website: https://chor.example.org/?a=1,2;b
address: {street: 'Markt 1, Hof', postal_code: '01067', city: Musterstadt, note: 'Tor; links'}
location: {latitude: 52.1, longitude: 13.25}
listed: 2020-01-01
formerly: [saenger]
contacts:
  - {name: Mona Muster, role: Leitung, email: mona@example.org, phone: 030 23125171}
  - {name: Geheim, phone: 030 23125172}
consent: {on: 2021-01-01, by: Mona Muster, scope: [Name, E-Mail-Adresse, Telefonnummer]}
"""


class Property(NamedTuple):
    group: str
    parameters: str
    value: str


_LINE = re.compile(
    r"(?:(?P<group>[A-Za-z0-9-]+)\.)?(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Z-]+=[^;:\"]+)*)"
    r":(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)"
)


def read(data: bytes) -> dict[str, list[Property]]:
    """The properties of a card by their names (section 3.3); nothing else may be in the file."""
    assert data.endswith(b"\r\n") and b"\r" not in data.replace(b"\r\n", b"")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() for line in lines)
    unfolded = data.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode().split("\r\n")
    assert unfolded[:2] == ["BEGIN:VCARD", "VERSION:4.0"] and unfolded[-1] == "END:VCARD"
    found: dict[str, list[Property]] = {}
    for line in unfolded[1:-1]:
        match = _LINE.fullmatch(line)
        assert match, line
        one = Property(match["group"] or "", match["parameters"], match["value"])
        found.setdefault(match["name"], []).append(one)
    return found


def parts(value: str, separator: str) -> list[str]:
    """The texts between separators that are not escaped (section 3.4), as they were written."""
    found = [""]
    signs = iter(value)
    for sign in signs:
        if sign == "\\":
            sign = next(signs)
            found[-1] += "\n" if sign in "nN" else sign
        elif sign == separator:
            found.append("")
        else:
            found[-1] += sign
    return found


def only(found: dict[str, list[Property]], name: str) -> str:
    """The one value of a property, as a text."""
    (one,) = found[name]
    (value,) = parts(one.value, "\0")
    return value


Cards = Callable[[str], dict[str, bytes]]


@pytest.fixture
def cards(catalogue: Callable[..., Catalogue], settings: Settings) -> Cards:
    def written(association: str) -> dict[str, bytes]:
        entries = catalogue({"associations/chor.yaml": association})
        return {
            one.address.id: vcard.write(cast(vcard.CardView, one.view), settings.site)
            for one in outputs(pages(entries, TODAY))
            if isinstance(one, File) and one.write is vcard.write
        }

    return written


def test_everything(cards: Cards) -> None:
    found = read(cards(FULL)["chor"])
    assert only(found, "KIND") == "org"
    assert only(found, "FN") == only(found, "ORG") == "Chor"
    assert only(found, "NICKNAME") == "CdN"
    assert only(found, "NOTE") == "Singen, lachen; mehr."
    assert parts(found["CATEGORIES"][0].value, ",") == ["Musik", "Kultur"]
    assert [one.value for one in found["LANG"]] == ["de", "ar"]
    assert found["EMAIL"][0] == Property("", "", "chor@example.org")
    assert found["TEL"][0] == Property("", ";VALUE=uri", "tel:+49-30-23125170")
    assert [one.value for one in found["URL"]] == ["https://chor.example.org/?a=1,2;b"]
    assert parts(found["ADR"][0].value, ";") == [
        *("", "Tor; links", "Markt 1, Hof", "Musterstadt", "", "01067", "")
    ]
    assert [one.value for one in found["GEO"]] == ["geo:52.1,13.25"]
    assert [one.value for one in found["REV"]] == ["20200101T000000Z"]
    assert only(found, "SOURCE").endswith("/vereine/chor/kontakt.vcf")


def test_people_as_far_as_they_agreed(cards: Cards) -> None:
    """Each way is in a group of its own, whose label says whose it is."""
    data = cards(FULL)["chor"]
    found = read(data)
    labels = {one.group: parts(one.value, "\0") for one in found["X-ABLabel"]}
    ways = [*found["EMAIL"][1:], *found["TEL"][1:]]
    assert [(labels[one.group], one.value) for one in ways] == [
        (["Mona Muster, Leitung"], "mona@example.org"),
        (["Mona Muster, Leitung"], "tel:+49-30-23125171"),
        (["Geheim"], "tel:+49-30-23125172"),
    ]
    alone = FULL.replace("scope: [Name, E-Mail-Adresse, Telefonnummer]", "scope: [Name]")
    assert b"mona@" not in cards(alone)["chor"]
    without = FULL[: FULL.index("consent:")]
    assert b"Mona" not in cards(without)["chor"] and b"Geheim" not in cards(without)["chor"]


def test_it_keeps_its_identity_when_it_is_renamed(cards: Cards) -> None:
    found = cards(FULL)
    assert set(found) == {"chor", "saenger"} and found["chor"] == found["saenger"]
    before = FULL.replace("formerly: [saenger]\n", "")
    assert only(read(found["chor"]), "UID") != only(read(cards(before)["chor"]), "UID")
    assert cards(FULL) == found


def test_what_is_written_is_read(cards: Cards) -> None:
    quoted = HOSTILE.replace("'", "''")
    hostile = FULL.replace("name: Chor\n", f"name: '{quoted}'\n", 1)
    found = read(cards(hostile)["chor"])
    assert only(found, "FN") == only(found, "ORG") == HOSTILE
    assert len(found["FN"]) == 1


def test_the_least(cards: Cards) -> None:
    found = read(cards("name: Still\ntopics: [musik]\nlisted: 2020-01-01\n")["chor"])
    assert set(found) == set("VERSION UID KIND FN ORG CATEGORIES REV SOURCE".split())
