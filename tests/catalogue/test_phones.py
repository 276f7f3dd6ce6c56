"""What is one phone number, and what is not. No two numbers become one."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue import phones
from plugins.catalogue.cache import Cache
from plugins.catalogue.phones import (
    PhoneNumber,
    first_number,
    numbers_cached,
    phone_number,
    with_area_code,
)
from plugins.intake.fix.phone_form import international

ONE = {
    "tel:+49-30-23125017": """
        030 23125 017 | 030 23125017 | 03023125017 | 030/23125017 | 030/23125-017
        030 / 23125 - 017 | (030) 23125 017 | (030)23125017 | 030-23125017 | 030-23125-017
        030 - 23125017 | 030.23125.017 | 030 23125–017 | 030 23125‑017 | 030\u00a023125\u202f017
        +49 30 23125 017 | +49 (0)30 23125 017 | +49 (30) 23125 017 | +49(0)30/23125-017
        +49 30/23125017 | +4930/23125017 | 0049 30 23125017 | 0049 (0) 30 23125017
        +49-(0)30-23125-017 | +49-30-23125-017 | 0049-(0)30 23125017 | +49-(30)-23125017
        +49 0 30 23125017 | 030 23 12 50 17 | 030 23-12-50-17 | 030-23-12-50-17
    """,
    "tel:+49-30-2312517": "0 30/2 31 25-17 | (0 30) 23125-17 | 030 231 25-17",
    "tel:+49-176-04069012": """
        0176 04069012 | 0176 040690 12 | 0176/04069012 | 0176-0406-90-12 | 0176/040 690 12
        +49 176 04069012 | 0176 0406 90 12 | +49 (0)176/04069012
    """,
    "tel:+49-89-55512": "+49-(0)89-555-12 | +49 89 55512",
    "tel:+49-7141-1234": "07141 1234 | 07141/1234",
    "tel:+49-7141-12345": "0 71 41/1 23 45",
    "tel:+49-711-12345678": "0711 1234 5678",
    "tel:+49-6221-54191234": "06221 54-191234",
    "tel:+49-221-88880": "0221 8888-0",
    "tel:+49-33931-123": "033931 123",
    "tel:+33-1-99-00-12-34": "+33 1 99 00 12 34",
    "tel:+1-202-555-0123": "+1 (202) 555-0123 | +1-202-555-0123",
    "tel:+43-1-588580": "+43 1 58858 0 | 0043 1/58858-0",
    "tel:+48-22-123-45-67": "+48 22 123 45 67",
    # Where numbers have one length only, hyphens may part pairs.
    "tel:+7-495-123-45-67": "+7 (495) 123-45-67 | +7-495-123-45-67",
    "tel:+7-495-123-45-46": "+7 (495) 123-45-46",
    "tel:+380-44-123-4567": "+380 (44) 123-45-67 | +380 44 123-45-67",
    "tel:+90-532-123-45-67": "+90 (532) 123-45-67",
    # Dialled as they are.
    "tel:110": "110",
    "tel:112": "112",
    "tel:115": "115",
    "tel:116016": "116016 | 116 016 | 116-016",
    "tel:116117": "116117",
    "tel:19222": "19222",
    "tel:08001110111": "0800 1110111 | 0800/1110111 | 0800 111 0 111",
    "tel:01805123456": "0180 5 123456 | 01805/123456",
    "tel:0137123456": "0137 123456",
    "tel:09001123456": "0900 1 123456",
}

# And the one that is proposed instead.
NOT_ONE = {
    "07141 1234 / 5678": "07141 1234",
    "030 1111 / 030 2222": "030 1111",
    "0301111/0302222": "0301111",
    "030 1111 030 2222": "030 1111",
    "030 1111 040 2222": "030 1111",
    "030 23125 017 0176 04069012": "030 23125 017",
    "030 23125 017 0711 1234": "030 23125 017",
    "0711 216-0 115": "0711 216-0",
    "030 23125-0/-17": "030 23125-0",
    "030 23125-0 -17": "030 23125-0",
    "0112": "112",
    "0110": "110",
    "+43 1 588-17-18": "",
    "+7 (495) 123-45-67, 123-45-68": "+7 (495) 123-45-67",
    "+7 (495) 123-45-67/68": "+7 (495) 123-45-67",
    "030 1111 0176 2222": "030 1111",
    "030 23125 017/018": "030 23125 017",
    "030 23125 017/18": "030 23125 017",
    "030 23125-017 / -018": "030 23125-017",
    "030 23125 017 018": "030 23125 017",
    "030 23125 017-019": "030 23125 017",
    "030 23125 17-19": "",
    "030 23125 17 - 19": "",
    "030 23125 17 18": "",
    "030 23125-17-19": "",
    "030 23125017-18": "030 23125017",
    "030 23125 017-19": "030 23125 017",
    "030-23125-17-19": "",
    "030 23125-17 -30": "030 23125-17",
    "030/23125-17/18": "030/23125-17",
    "030/23125/017": "",
    "030 23125 -17 bis -19": "",
    "030 23125017 030 23125018": "030 23125017",
    "030 23125017\n030 23125018": "030 23125017",
    "030 23125 017 oder 018": "030 23125 017",
    "030 23125 017 u. 018": "030 23125 017",
    "030 23125 017, 018": "030 23125 017",
    "030 23125 017; 018": "030 23125 017",
    "030 23125 017 (018)": "",
    "030 23125 (017)": "",
    "030 (23125) 017": "",
    "030 23125 017 App. 12": "030 23125 017",
    "030 23125 DW 12": "030 23125-12",
    "030 23125017 Fax 030 23125018": "030 23125017",
    "Tel.: 030 23125017 (Mo-Fr)": "030 23125017",
    "0176 04069012/13": "0176 04069012",
    "0176 04069012-13": "0176 04069012",
    "0176 04069012 0176 04069013": "0176 04069012",
    "+49 30 23125017 / 18": "+49 30 23125017",
    "+49 30 23125017-18-19": "+49 30 23125017",
    "+49 30 23125017 +49 30 23125018": "+49 30 23125017",
    "+49 112": "112",
    "+49 116 016": "116 016",
    "07141 1234 5678": "07141 1234",
    "030 2312 2313": "030 2312",
    "0800 1110111 / 0800 1110222": "0800 1110111",
    "0800 ANRUFEN": "0800 2678336",
    "０３０ ２３１２５０１７": "030 23125017",
    "٠٣٠ ٢٣١٢٥٠١٧": "030 23125017",
    "030 23125017 /": "030 23125017",
    "030//23125017": "",
    # What looks like a number may be a part of it, or the opening hour.
    "030 23125O14": "",
    "030 23125 O14": "",
    "030 23125 O 14": "",
    "030 23125 0l4": "",
    "030 23125014a": "",
    "030 23125xxx": "",
    "030 23125 xxx": "",
    "030 23125...": "",
    "030 23125 …": "",
    "0800 111 VEREIN": "",
    "0700 VEREIN": "",
    "030 231250 14–20 Uhr": "",
    "030 231250 14-20": "",
    "030 231250 14—20": "",
    "030 231250 9-17": "",
    "030 231250 0900-1200": "030 231250",
    "030 2312501 4 bis 18 Uhr": "",
    "030 231250 14 und 18 Uhr": "",
    "030 231250 14h": "",
    "030 231250 2 pm": "",
    "030 231250 14:00": "",
    "030 23125 18.00-20.00": "",
    "030 23125017 14-20 Uhr": "",
    "030 23125017, 14-20 Uhr": "030 23125017",
    "030 23125017 ab 18 Uhr": "030 23125017",
    "14-20 Uhr: 030 23125017": "030 23125017",
    "030 23125 014030": "",
    "030 23125 0140 30": "",
    "03023125014030": "",
    "030-2312501403": "",
    "030/2312501403": "",
    "+493023125014030": "",
    "0302312501-4030": "",
    "110/112": "",
    "110 112": "",
    "11+0": "",
    "1+1+2": "",
    "4711/4712": "",
    "4711 4712": "",
    "++49 30 23125017": "+49 30 23125017",
    "12": "",
    "ruf an": "",
    "": "",
}


@pytest.mark.parametrize(
    ("text", "uri"),
    [(text.strip(), uri) for uri, texts in ONE.items() for text in re.split(r"[|\n]", texts)],
)
def test_one_number(text: str, uri: str) -> None:
    number = phone_number(text, "DE") if text else None
    assert (number.uri if number else "") == (uri if text else "")


@pytest.mark.parametrize(("text", "first"), NOT_ONE.items())
def test_what_is_not_one_number_is_none(text: str, first: str) -> None:
    assert (phone_number(text, "DE"), first_number(text, "DE")) == (None, first)


@pytest.mark.parametrize("first", sorted({*NOT_ONE.values()} - {""}))
def test_what_is_proposed_can_be_dialled(first: str) -> None:
    number = phone_number(first, "DE")
    assert number is not None and number.uri


@given(
    st.text("0123456789 ()/.-+–", max_size=24) | st.from_regex(r"0[0-9 /-]{5,20}", fullmatch=True)
)
def test_a_repair_leaves_the_number_what_it_is(text: str) -> None:
    before, after = phone_number(text, "DE"), phone_number(international(text, "DE"), "DE")
    assert (before.uri if before else text) == (after.uri if after else international(text, "DE"))
    first = first_number(text, "DE")
    assert first == "" or phone_number(first, "DE")


@given(digits=st.from_regex(r"0[0-9]{5,11}", fullmatch=True), at=st.integers(1, 5))
def test_what_is_shown_has_the_digits_that_were_written(digits: str, at: int) -> None:
    number = phone_number(f"{digits[:at]} {digits[at:]}", "DE")
    if number and not digits.startswith(("00", "049")):
        assert re.sub("[^0-9]", "", number.shown) == digits


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("4711", ""),
        ("98765-12", ""),
        ("12345 67", ""),
        ("3023125701", ""),
        ("49 30 23125017", "+49 30 23125017"),
        ("176 04069012", "0176 04069012"),
        ("1764 12", ""),
    ],
)
def test_without_an_area_code_it_is_shown_and_not_dialled(text: str, suggestion: str) -> None:
    assert phone_number(text, "DE") == PhoneNumber("", text)
    assert with_area_code(text, "DE") == suggestion


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("01 58858 0", "AT", PhoneNumber("tel:+43-1-588580", "01 588580")),
        ("133", "AT", PhoneNumber("tel:133", "133")),
        ("117", "CH", PhoneNumber("tel:117", "117")),
        ("58858 0", "AT", PhoneNumber("", "58858 0")),
        ("26 12 34 56", "LU", PhoneNumber("tel:+352-26-12-34-56", "26 12 34 56")),
    ],
)
def test_other_countries(text: str, region: str, number: PhoneNumber) -> None:
    assert phone_number(text, region) == number


def test_in_a_text_as_long_as_a_file_no_number_is_looked_for() -> None:
    assert first_number("1." * 30_000, "DE") == ""
    assert first_number("030 23125 170 " * 4_000, "DE") == ""


def test_what_was_read_once_needs_no_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path, b"key", b"1")
    phone_number.cache_clear()
    with numbers_cached(cache):
        read = [phone_number(text, "DE") for text in ("030 23125017", "keine")]
    phone_number.cache_clear()
    monkeypatch.setattr(phones, "_read", None)
    with numbers_cached(cache):
        assert [phone_number(text, "DE") for text in ("030 23125017", "keine")] == read
    assert read == [PhoneNumber("tel:+49-30-23125017", "030 23125017"), None]


def test_what_is_read_besides_is_not_kept(tmp_path: Path) -> None:
    """Of visitors, thousands of whom may type one."""
    with numbers_cached(Cache(tmp_path, b"key", b"1")):
        pass
    phone_number.cache_clear()
    phone_number("030 23125017", "DE")
    assert list(tmp_path.iterdir()) == []
