"""Bytes to text, where there is no doubt, and nothing where there is."""

import unicodedata

import pytest

from plugins.intake.fix.encoding import decoded

GERMAN = "name: Größe »Chöre« – für Müller’s Straße\n"


@pytest.mark.parametrize(
    ("data", "repairs"),
    [
        (GERMAN.encode(), ()),
        (GERMAN.encode("utf-8-sig"), ("mark",)),
        (GERMAN.encode("utf-16"), ("encoding",)),
        (b"\xfe\xff" + GERMAN.encode("utf-16-be"), ("encoding",)),
        (GERMAN.encode("cp1252"), ("encoding",)),
        (GERMAN.replace("\n", "\r\n").encode(), ("line-ends",)),
        (GERMAN.replace("\n", "\r").encode(), ("line-ends",)),
        (GERMAN.rstrip("\n").encode(), ("line-ends",)),
        ((GERMAN + "\n\r\n").encode(), ("line-ends",)),
        (unicodedata.normalize("NFD", GERMAN).encode(), ("unicode",)),
        (
            unicodedata.normalize("NFD", GERMAN).replace("\n", "\r\n").encode("utf-8-sig"),
            ("mark", "line-ends", "unicode"),
        ),
    ],
)
def test_what_is_beyond_doubt(data: bytes, repairs: tuple[str, ...]) -> None:
    assert decoded(data) == (GERMAN, repairs)


@pytest.mark.parametrize(
    "data",
    [
        "Müller".encode("mac_roman"),
        "Grüße".encode("cp850"),
        "Österreich: §".encode("mac_roman"),
        "für die Straße".encode("mac_roman"),
        "Größe ä".encode("cp850"),
        "Łódź und Köln".encode("cp1250"),
        "Dvořák aus Köln".encode("cp1250"),
        "Şükran aus Köln".encode("cp1254"),
        "Привет".encode("cp1251"),
        "Καλημέρα".encode("cp1253"),
        "Größe ".encode() + "Straße".encode("cp1252"),
        b"caf\xe9",
        b"K\xf6ln\x81",
        b"\xff\xfea",
        b"\xff\xfe\x00\xd8",
        b"\xef\xbb\xbf\xff",
    ],
)
def test_what_may_be_something_else_is_left_alone(data: bytes) -> None:
    assert decoded(data) is None


def test_all_letters_are_the_same_in_the_latin_encodings_of_windows() -> None:
    agreed = {
        byte
        for byte in range(0x80, 0x100)
        if len({bytes([byte]).decode(e, "replace") for e in ("cp1250", "cp1252", "cp1254")}) == 1
    }
    accepted = {byte for byte in range(0x80, 0x100) if decoded(b"\xe4 " + bytes([byte]))}
    assert accepted - agreed == set()
    assert len(accepted) > 20
