"""The settings: typed, and clear about what is wrong with them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.catalogue.phones import PhoneNumber
from plugins.catalogue.settings import (
    ADDRESS_KEYS,
    IntakeRules,
    SettingsError,
    Site,
    Statement,
    from_file,
    from_mapping,
)

ROOT = Path(__file__).parents[2]
VALUES: Mapping[str, Any] = {
    "SITENAME": "Site",
    "CITY": "Stadt",
    "CLAIM": "",
    "SITEURL": "https://a.example/b/",
    "TIMEZONE": "Europe/Berlin",
    "REGION": "DE",
    "OFFICE": {"name": "Büro", "email": "a@b.example"},
    "ADDRESSES": {key: key.replace("_", "-") for key in ADDRESS_KEYS},
    "PATH": "content",
    "OUTPUT_PATH": "output",
    "VOCABULARY_PATH": "/v",
    "TODAY": "2026-12-01",
    "STRICT": False,
    "LANGUAGE": "de",
    "FORMAT": "concise",
    "PUBLISH_TO": "releases",
    "PUBLISH_KEEP": 5,
    "PLUGINS": ["plugins.building", "plugins.pages"],
    "THEME": "theme",
}


def test_settings() -> None:
    settings = from_mapping(VALUES, Path("/r"))
    assert (settings.site.url, settings.site.base, settings.today) == (
        "https://a.example/b",
        "/b",
        date(2026, 12, 1),
    )
    assert (settings.content, settings.shown, settings.output) == (
        Path("/r/content"),
        "content",
        Path("/r/output"),
    )


def test_a_folder_elsewhere_is_called_by_its_whole_name() -> None:
    assert from_mapping({**VALUES, "PATH": "/x/y"}, Path("/r")).shown == "/x/y"


@pytest.mark.parametrize("name", sorted(VALUES))
def test_what_is_missing_is_named(name: str) -> None:
    values = {key: value for key, value in VALUES.items() if key != name}
    with pytest.raises(SettingsError, match=name):
        from_mapping(values, Path("/r"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TODAY", "2026-13-01"),
        ("TODAY", "20261201"),
        ("TODAY", "heute"),
        ("TODAY", "0001-01-01"),
        ("TIMEZONE", "Europe/Musterstadt"),
        ("TIMEZONE", "../../etc/passwd"),
        ("FORMAT", "xml"),
        ("ADDRESSES", {}),
        ("ADDRESSES", {**VALUES["ADDRESSES"], "events": "../termine"}),
        ("ADDRESSES", {**VALUES["ADDRESSES"], "events": "Meine Termine"}),
        ("ADDRESSES", {**VALUES["ADDRESSES"], "events": "board"}),
        ("ADDRESSES", {**VALUES["ADDRESSES"], "topic": "language"}),
        ("ADDRESSES", {**VALUES["ADDRESSES"], "events": "de"}),
        ("ADDRESSES", {**VALUES["ADDRESSES"], "of_a_plugin": "events"}),
        ("ADDRESSES", {**VALUES["ADDRESSES"], "of_a_plugin": "Feste"}),
        ("LANGUAGES", ()),
        ("LANGUAGES", "de"),
        ("LANGUAGES", ("tr", "de")),
        ("LANGUAGES", ("de", "de")),
        ("LANGUAGES", ("de", "../etc")),
        ("LANGUAGES", ("de", "DE")),
        ("LANGUAGES", ("de", 7)),
        ("CLAIM", {"en": "A city's associations"}),
        ("CLAIM", 7),
        ("PLUGINS", ["plugins.pages"]),
        ("SITEURL", ""),
        ("SITEURL", "anlaufstelle.example"),
        ("SITEURL", "ftp://anlaufstelle.example"),
        ("SITEURL", "https://anlaufstelle.example/?a"),
        ("SITEURL", "https://[anlaufstelle"),
        ("PUBLISH_KEEP", "viele"),
        ("PUBLISH_KEEP", 0),
        ("OFFICE", {"name": "Büro"}),
        ("OFFICE", {**VALUES["OFFICE"], "phone": 3023125100}),
        ("STATEMENT", {"assessed": "19.10.2026"}),
        ("STATEMENT", {"assessed": 2026}),
        ("STATEMENT", {"stelle": "Land"}),
    ],
)
def test_what_is_wrong_is_named(name: str, value: object) -> None:
    with pytest.raises(SettingsError, match=re.escape(name)):
        from_mapping({**VALUES, name: value}, Path("/r"))


def test_languages() -> None:
    values = {**VALUES, "LANGUAGES": ["de", "tr", "de-simple"], "CLAIM": {"de": "Ja", "tr": "Evet"}}
    settings = from_mapping(values, Path("/r"))
    assert settings.languages == ("de", "tr", "de-simple")
    claims = [settings.site.in_language(tag).claim for tag in settings.languages]
    assert claims == ["Ja", "Evet", "Ja"]
    assert settings.reserved()["pages"] >= {"tr", "de-simple", "data"}
    assert settings.reserved()["associations"] >= {"topic", "letters"}
    assert settings.reserved()["board"] == {"archive", "category", "rooms"}
    assert from_mapping(VALUES, Path("/r")).languages == ("de",)


@pytest.mark.parametrize(
    ("written", "region", "expected"),
    [
        ("", "DE", None),
        ("030 23125 100", "DE", PhoneNumber("tel:+49-30-23125100", "030 23125100")),
        ("+49 30 23125 100", "DE", PhoneNumber("tel:+49-30-23125100", "030 23125100")),
        ("115", "DE", PhoneNumber("tel:115", "115")),
        ("01 58858 0", "AT", PhoneNumber("tel:+43-1-588580", "01 588580")),
    ],
)
def test_the_phone_of_the_office(written: str, region: str, expected: PhoneNumber | None) -> None:
    assert site_of(written, region).phones() == (expected, None)


@pytest.mark.parametrize("written", ["12", "4711", "ruf an", "030 1 oder 2", "030 23125 17/18"])
def test_a_number_that_is_none_is_named(written: str) -> None:
    with pytest.raises(SettingsError, match=f"^OFFICE: phone: '{written}'\\?"):
        site_of(written).phones()


def test_the_phone_of_those_who_enforce_is_read_in_the_same_way() -> None:
    site = site_of("")
    right, wrong = Statement(phone="030 23125 700"), Statement(phone="12")
    number = PhoneNumber("tel:+49-30-23125700", "030 23125700")
    assert replace(site, statement=right).phones() == (None, number)
    with pytest.raises(SettingsError, match=r"^STATEMENT: phone: '12'"):
        replace(site, statement=wrong).phones()


def site_of(phone: str, region: str = "DE") -> Site:
    office = {**VALUES["OFFICE"], "phone": phone}
    return from_mapping({**VALUES, "OFFICE": office, "REGION": region}, Path("/r")).site


@pytest.mark.sample
def test_the_settings_of_this_repository() -> None:
    settings = from_file(ROOT / "pelican.conf.py")
    assert settings.content == ROOT / "content"
    assert all(re.fullmatch(r"[a-z0-9-]+", word) for word in settings.site.addresses.values())


def test_a_settings_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=re.escape("pelican.conf.py")):
        from_file(tmp_path / "pelican.conf.py")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"XDG_STATE_HOME": "/s"}, Path("/s/anlaufstelle")),
        ({"XDG_STATE_HOME": "", "HOME": "/h"}, Path("/h/.local/state/anlaufstelle")),
        ({"XDG_STATE_HOME": "nicht/absolut", "HOME": "/h"}, None),
    ],
)
def test_where_the_key_is(
    monkeypatch: pytest.MonkeyPatch, given: Mapping[str, str], expected: Path | None
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = from_mapping(VALUES, Path("/r"))
    assert settings.state == expected
    assert settings.caches() is None if expected is None else expected.is_absolute()


def test_what_the_service_allows() -> None:
    assert from_mapping(VALUES, Path("/r")).intake == IntakeRules(
        30, 2000, confirm=False, altcha=False
    )
    given = {"INTAKE_LIMITS": {"day": 0}, "INTAKE_CONFIRM": True}
    assert from_mapping({**VALUES, **given}, Path("/r")).intake == IntakeRules(30, 0, confirm=True)
    given = {"INTAKE_LIMITS": {"megabytes": 50}}
    rules = from_mapping({**VALUES, **given}, Path("/r")).intake
    assert rules == IntakeRules(30, 2000, 50)
    given = {"INTAKE_ALTCHA": True}
    assert from_mapping({**VALUES, **given}, Path("/r")).intake == IntakeRules(altcha=True)


@pytest.mark.parametrize(
    ("repository", "is_enough"),
    [
        ("https://git.example/stadt/anlaufstelle", True),
        ("http://127.0.0.1:3000/stadt/anlaufstelle", True),
        ("http://git.example/stadt/anlaufstelle", False),
        ("https://git.example/anlaufstelle", False),
        ("git@git.example:stadt/anlaufstelle", False),
    ],
)
def test_what_a_request_needs(repository: str, is_enough: bool) -> None:
    """A token is said to the forge: nobody may listen."""
    assert from_mapping(VALUES, Path("/r")).accept == "commit"
    given = {**VALUES, "ACCEPT": "request", "REPOSITORY": repository, "FORGE": "forgejo"}
    if is_enough:
        assert from_mapping(given, Path("/r")).accept == "request"
    else:
        with pytest.raises(SettingsError, match=r"^ACCEPT: "):
            from_mapping(given, Path("/r"))


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("INTAKE_LIMITS", {"minute": 1}),
        ("INTAKE_LIMITS", {"hour": -1}),
        ("INTAKE_LIMITS", {"hour": "3"}),
        ("INTAKE_LIMITS", {"hour": True}),
        ("INTAKE_LIMITS", {"megabytes": 0.5}),
        ("INTAKE_LIMITS", 30),
        ("INTAKE_CONFIRM", "ja"),
        ("PREVIEW_PICTURES", "ja"),
        ("INTAKE_ALTCHA", 1),
        ("ACCEPT", "vorschlag"),
        ("ACCEPT", "request"),
    ],
)
def test_what_it_cannot_be_told(setting: str, value: object) -> None:
    with pytest.raises(SettingsError, match=f"^{setting}: "):
        from_mapping({**VALUES, setting: value}, Path("/r"))


KARTE = {
    "name": "Karte",
    "address": "https://karte.example/{latitude}/{longitude}",
    "privacy": "https://karte.example/privacy",
}


def test_no_other_map_unless_a_city_names_one() -> None:
    assert from_mapping(VALUES, Path("/r")).site.map_service is None
    assert from_mapping({**VALUES, "MAP": {}}, Path("/r")).site.map_service is None
    service = from_mapping({**VALUES, "MAP": KARTE}, Path("/r")).site.map_service
    assert service is not None
    assert service.at("52.5", "13.4") == "https://karte.example/52.5/13.4"


@pytest.mark.parametrize(
    "given",
    [
        "OpenStreetMap",
        {"name": "Karte"},
        {**KARTE, "name": ""},
        {**KARTE, "address": "http://karte.example/"},
        {**KARTE, "address": "https://karte.example/{x}"},
        {**KARTE, "privacy": "javascript:alert(1)"},
        {**KARTE, "more": "x"},
    ],
)
def test_another_map_is_named_whole_and_safe(given: object) -> None:
    with pytest.raises(SettingsError, match=r"^MAP: "):
        from_mapping({**VALUES, "MAP": given}, Path("/r"))
