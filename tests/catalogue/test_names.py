"""Names with and without the legal form behind them, and ids that are made of names."""

import pytest

from plugins.catalogue.names import bare, slug, without_form


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Chor am Fluss e. V.", "Chor am Fluss"),
        ("Chor am Fluss e.V", "Chor am Fluss"),
        ("Chor am Fluss, eingetragener Verein", "Chor am Fluss"),
        ("Chor (e. V. i. G.)", "Chor"),
        ("Tanz gGmbH", "Tanz"),
        ("Haus UG (haftungsbeschränkt)", "Haus"),
        ("Zora e.V. Lindenhafen", "Zora Lindenhafen"),
        ("Saal eG", "Saal"),
        ("e. V.", "e. V."),
        ("Eva", "Eva"),
        ("Stiftung Brücke", "Stiftung Brücke"),
    ],
)
def test_without_form(name: str, short: str) -> None:
    assert without_form(name) == short
    assert bare(name) == bare(short)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Männerchor Übung", "maennerchor-uebung"),
        ("Türkçe Şarkı", "tuerkce-sarki"),
        ("  --A--  ", "a"),
        ("Ελλάδα", ""),
        ("x" * 79 + " y", "x" * 79),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected
