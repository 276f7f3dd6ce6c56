"""What is said of a value in the wrong form shows this value in the right one."""

from collections.abc import Callable, Mapping

import pytest

from plugins.catalogue.load import Loaded

Read = Callable[[Mapping[str, str]], Loaded]
CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2024-01-10\n"
EVENT = "title: Probe\norganisers: [chor]\n"
FILES = {"associations/chor.yaml": CHOIR}


def said(read: Read, files: Mapping[str, str]) -> list[str]:
    return [f"{d.code} {d.remedy()}" for d in read({**FILES, **files}).diagnostics]


DATES = {
    "2027-06-12T19": "DATE-TIME-FORMAT Meinten Sie »2027-06-12T19:00«?",
    "2027-06-12t9": "DATE-TIME-FORMAT Meinten Sie »2027-06-12T09:00«?",
    "2027-06-12T19:00Z": "DATE-ZONE 2027-06-12T19:00",
    "2027-06-12T19:00:00+01:00": "DATE-ZONE 2027-06-12T19:00",
    "2027-06-12 19:00 +0100": "DATE-ZONE 2027-06-12T19:00",
    "5.12. 19 Uhr": "DATE-YEAR JJJJ-12-05T19:00",
    "5. Dezember": "DATE-YEAR JJJJ-12-05",
    "Samstag, 5.12., 19:30 Uhr": "DATE-YEAR JJJJ-12-05T19:30",
    "29.2.": "DATE-YEAR JJJJ-02-29",
    "morgen": "DATE-TIME-FORMAT 2026-12-01.",
    "morgen 19 Uhr": "DATE-TIME-FORMAT 2026-12-01.",
    "bald": "DATE-TIME-FORMAT 2026-12-01.",
}


@pytest.mark.parametrize(("written", "expected"), DATES.items())
def test_days_and_times(read: Read, written: str, expected: str) -> None:
    [found] = said(read, {"events/probe.yaml": f"{EVENT}start: {written}\n"})
    code, remedy = expected.split(" ", 1)
    assert found.startswith(f"{code} ") and remedy in found


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("5.12.", "DATE-YEAR JJJJ-12-05"),
        ("2024-01-10T19:00Z", "DATE-ZONE 2024-01-10"),
    ],
)
def test_days_alone(read: Read, written: str, expected: str) -> None:
    text = CHOIR.replace("2024-01-10", written)
    [found] = said(read, {"associations/chor.yaml": text})
    code, remedy = expected.split(" ", 1)
    assert found.startswith(f"{code} ") and f" {remedy} " in found


REPEATS = {
    "Dienstags": "{every: week, weekdays: [tuesday]}",
    "jeden Dienstag": "{every: week, weekdays: [tuesday]}",
    "dienstags und Donnerstag": "{every: week, weekdays: [tuesday, thursday]}",
    "wöchentlich": "{every: week}",
    "jede Woche": "{every: week}",
    "manchmal": "",
    "jeden zweiten Dienstag": "",
}
ADDRESSES = {
    "Musterstraße 1, 12345 Musterstadt": (
        "{street: Musterstraße 1, postal_code: 12345, city: Musterstadt}"
    ),
    "12345 Musterstadt": "{postal_code: 12345, city: Musterstadt}",
    "Musterstraße 1": "{street: Musterstraße 1}",
    "am Markt": "",
}


@pytest.mark.parametrize(("written", "expected"), REPEATS.items())
def test_what_repeats(read: Read, written: str, expected: str) -> None:
    event = f"{EVENT}start: 2026-12-01T19:00\nrepeat: "
    [found] = read(FILES | {"events/probe.yaml": event + written + "\n"}).diagnostics
    assert (found.code, dict(found.details)["suggestion"]) == ("FLD-NOT-RECORD", expected)
    good = {"events/probe.yaml": event + expected + "\n"}
    assert not expected or said(read, good) == []


@pytest.mark.parametrize(("written", "expected"), ADDRESSES.items())
def test_addresses(read: Read, written: str, expected: str) -> None:
    text = f"{CHOIR}address: {written}\n"
    [found] = read({"associations/chor.yaml": text}).diagnostics
    assert (found.code, dict(found.details)["suggestion"]) == ("FLD-NOT-RECORD", expected)
    assert (
        not expected
        or said(read, {"associations/chor.yaml": f"{CHOIR}address: {expected}\n"}) == []
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("registration: fest@chor.example", "{email: fest@chor.example}"),
        ("registration: https://chor.example/fest", "{url: https://chor.example/fest}"),
        ("registration: 030 23125 014 / 015", ""),
        ("attendance: 40", "{people: 40}"),
        ("repeat: alle zwei Wochen", "{every: week, interval: 2}"),
    ],
)
def test_one_value_in_place_of_fields(read: Read, line: str, expected: str) -> None:
    event = f"{EVENT}start: 2020-12-01T19:00\n"
    [found] = read(FILES | {"events/probe.yaml": f"{event}{line}\n"}).diagnostics
    assert (found.code, dict(found.details)["suggestion"]) == ("FLD-NOT-RECORD", expected)
    good = {"events/probe.yaml": f"{event}{line.partition(':')[0]}: {expected}\n"}
    assert not expected or said(read, good) == []


DAYS = {
    "24.12.2026, 31.12.2026": ["FLD-LIST So schreiben: [2026-12-24, 2026-12-31]"],
    "2026-12-24 und 31.12.2026": ["FLD-LIST So schreiben: [2026-12-24, 2026-12-31]"],
    "24.12., 31.12.2026": ["DATE-YEAR", "FLD-LIST So schreiben: [24.12., 2026-12-31]"],
    "Sa, 26.12.2026": ["DATE-FORMAT Meinten Sie »2026-12-26«?"],
}


@pytest.mark.parametrize(("written", "expected"), DAYS.items())
def test_lists_of_days(read: Read, written: str, expected: list[str]) -> None:
    repeat = f"repeat:\n  every: day\n  except: {written}\n"
    found = said(read, {"events/probe.yaml": f"{EVENT}start: 2026-12-01\n{repeat}"})
    assert [one if one[0] != "D" or "Mein" in one else one.split()[0] for one in found] == expected


PAIRS = {
    "repeat: {every: week, cancelled: 2026-12-08}": "2026-12-08: Heiligabend",
    "repeat: {every: week, cancelled: [2026-12-08]}": "2026-12-08: Heiligabend",
    "repeat: {every: week, moved: 2026-12-08}": "2026-12-08: 2026-12-23T19:00",
    "repeat: {every: week, cancelled: alle}": '2026-12-24: "alle"',
}


@pytest.mark.parametrize(("line", "expected"), PAIRS.items())
def test_pairs(read: Read, line: str, expected: str) -> None:
    event = f"{EVENT}start: 2026-12-01T19:00\n{line}\n"
    [found] = read(FILES | {"events/probe.yaml": event}).diagnostics
    assert (found.code, dict(found.details)["pair"]) == ("FLD-NOT-MAP", expected)


LISTS = {
    "[musik sport]": ["FLD-LIST So schreiben: [musik, sport]"],
    "[musik und sport, kultur]": ["FLD-LIST So schreiben: [musik, sport, kultur]"],
    "[musik, sport]": [],
    "Musik und Sport": ["FLD-LIST So schreiben: [Musik, Sport]"],
    "Musik und Tanzen": ["FLD-LIST So schreiben: [Musik, Tanzen]", "REF-TERM"],
    "[Musik und Tanzen]": ["FLD-LIST So schreiben: [Musik, Tanzen]", "REF-TERM"],
    "Singen und Tanzen": ["REF-TERM"],
    "(musik, sport)": ["FLD-LIST So schreiben: [musik, sport]"],
    '"[musik, sport]"': ["FLD-LIST So schreiben: [musik, sport]"],
    '"- musik - sport"': ["FLD-LIST So schreiben: [musik, sport]"],
    "musik/sport": ["FLD-LIST So schreiben: [musik, sport]"],
    "musik | sport · kultur": ["FLD-LIST So schreiben: [musik, sport, kultur]"],
    "(musik)": ["FLD-LIST So schreiben: [musik]"],
}
LANGUAGES = {
    "de/tr": ["FLD-LIST So schreiben: [de, tr]"],
    "Deutsch, Türkisch": ["FLD-LIST So schreiben: [de, tr]"],
    "Arabisch/Kurdisch": ["FLD-LIST So schreiben: [ar, ku]"],
    "Deutsch und Persisch (Farsi)": ["FLD-LIST So schreiben: [de, fa]"],
    "[Deutsch und Türkisch]": ["FLD-LIST So schreiben: [de, tr]"],
    "Deutsche Gebärdensprache, DE": ["FLD-LIST So schreiben: [gsg, de]"],
    "Deutsche Gebärdensprache": ["FLD-LANGUAGE Meinten Sie »gsg«?"],
    "Türkçe ve Kurdî": ["FLD-LIST So schreiben: [tr, ku]"],
    "العربية، فارسی": ["FLD-LIST So schreiben: [ar, fa]"],
    "[Deutsch, Türkisch]": [
        "FLD-LANGUAGE Meinten Sie »de«?",
        "FLD-LANGUAGE Meinten Sie »tr«?",
    ],
}


@pytest.mark.parametrize(("written", "expected"), LISTS.items())
def test_lists(read: Read, written: str, expected: list[str]) -> None:
    found = said(read, {"associations/chor.yaml": CHOIR.replace("[musik]", written)})
    assert [one if one.startswith("FLD-") else one.split()[0] for one in found] == expected


@pytest.mark.parametrize(("written", "expected"), LANGUAGES.items())
def test_lists_of_languages(read: Read, written: str, expected: list[str]) -> None:
    text = f"{CHOIR}languages: {written}\n"
    assert said(read, {"associations/chor.yaml": text}) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Saz-Evi e. V. und Chor", "So schreiben: [saz-evi, chor]"),
        ("Saz-Evi & Chor", "So schreiben: [saz-evi, chor]"),
        ("Saz-Evi/Chor", "So schreiben: [saz-evi, chor]"),
        ("Rock und Pop", "Meinten Sie »rock-und-pop«?"),
        ("rock und pop", "Meinten Sie »rock-und-pop«?"),
        ("saz-evi chor", "So schreiben: [saz-evi, chor]"),
        ("Rock und Pop, Chor", "So schreiben: [rock-und-pop, chor]"),
    ],
)
def test_several_names(read: Read, written: str, expected: str) -> None:
    files = {
        f"associations/{slug}.yaml": CHOIR.replace("Chor", name)
        for slug, name in {"saz-evi": "Saz-Evi", "rock-und-pop": "Rock und Pop"}.items()
    }
    event = f"title: Fest\nstart: 2026-12-05\norganisers: {written}\n"
    [found] = said(read, files | {"events/fest.yaml": event})
    assert found.partition(" ")[2] == expected


NAMES = {
    "Thema": "topics",
    "telefon": "phone",
    "Ort": "address",
    "webseite": "website",
    "Straße": "",
}
NAMES_OF_EVENTS = {
    "uhrzeit": "start",
    "datum": "start",
    "beginn": "start",
    "ende": "end",
    "veranstalter": "organisers",
    "ort": "venue",
    "date": "start",
    "location": "venue",
    "url": "online",
    "description": "text",
}


@pytest.mark.parametrize(("word", "expected"), NAMES.items())
def test_german_names_of_fields(read: Read, word: str, expected: str) -> None:
    text = CHOIR.replace("topics: [musik]\n", "") if expected == "topics" else CHOIR
    found = read({"associations/chor.yaml": f"{text}{word}: x\n"}).diagnostics
    named = [d for d in found if d.code == "FLD-UNKNOWN"]
    assert [dict(d.details)["suggestion"] for d in named] == [expected]


@pytest.mark.parametrize(("word", "expected"), NAMES_OF_EVENTS.items())
def test_german_names_of_fields_of_events(read: Read, word: str, expected: str) -> None:
    found = read(FILES | {"events/probe.yaml": f"title: Probe\n{word}: x\n"}).diagnostics
    named = [d for d in found if d.code == "FLD-UNKNOWN"]
    assert [dict(d.details)["suggestion"] for d in named] == [expected]


PHONES = {
    "٠٣٠ ٢٣١٢٥ ٠١٤": ": 030 23125 014",
    "0800 CHORMUS": ": 0800 2467687",
    "0800-CHOR-123": ": 0800-2467-123",
    "030 23125 FAX": "",
    "030 CHOR": "",
}


@pytest.mark.parametrize(("written", "expected"), PHONES.items())
def test_phones(read: Read, written: str, expected: str) -> None:
    [found] = read({"associations/chor.yaml": f"{CHOIR}phone: {written}\n"}).diagnostics
    assert (found.code, dict(found.details)["like"]) == ("TEL-FORM", expected)
