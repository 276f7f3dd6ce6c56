"""What a price says, as people write it."""

import pytest

from plugins.catalogue.prices import is_free

FREE = (
    "frei",
    "Frei",
    "kostenlos",
    "Kostenlos.",
    "Eintritt frei",
    "Der Eintritt ist frei",
    "freier Eintritt",
    "Teilnahme kostenlos",
    "kostenlos für alle",
    "kostenfrei",
    "gratis",
    "umsonst",
    "0 Euro",
    "0 €",
    "0,00 €",
    "0€",
    "frei, um Spenden wird gebeten",
    "Eintritt frei, Essen nach Karte",
    "kostenlos, Mittagessen inbegriffen",
    "kostenlos, jede bringt etwas mit",
    "kostenlos (bitte anmelden)",
    "frei – Spende erwünscht",
)

NOT_FREE = (
    "",
    "auf Anfrage",
    "Spende",
    "10 Euro",
    "10 €",
    "0,50 Euro",
    "5 Euro, Studierende frei",
    "6 Euro, Kinder frei",
    "Kinder frei",
    "frei für Mitglieder",
    "frei, für Mitglieder",
    "kostenlos für Kinder",
    "kostenlos, Erwachsene 5 Euro",
    "kostenlos, Material 3 Euro",
    "frei bis 12 Jahre",
    "Eintritt frei bis 18 Uhr, danach 5 Euro",
    "drei Proben frei, danach 5 Euro im Monat",
    "nicht kostenlos",
    "barrierefrei",
)


@pytest.mark.parametrize("price", FREE)
def test_free(price: str) -> None:
    assert is_free(price)


@pytest.mark.parametrize("price", NOT_FREE)
def test_not_free(price: str) -> None:
    assert not is_free(price)
