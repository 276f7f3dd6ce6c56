"""What an event costs, as far as its price says it in so many words."""

import pytest

from plugins.catalogue.prices import is_free
from plugins.rendering.event_offer import amount


@pytest.mark.parametrize(
    ("price", "free", "euros"),
    [
        ("kostenlos", True, ""),
        ("Eintritt frei", True, ""),
        ("Eintritt frei, Essen nach Karte", True, ""),
        ("frei, um Spenden wird gebeten", True, ""),
        ("", False, ""),
        ("freiwillige Spende", False, ""),
        ("kostenlos, danach 5 Euro", False, ""),
        ("frei für Mitglieder", False, ""),
        ("drei Proben frei, danach 5 Euro im Monat", False, ""),
        ("7 Euro", False, "7.00"),
        ("7,50 €", False, "7.50"),
        ("8 Euro, ermäßigt 4 Euro", False, "8.00"),
        ("5 Euro für Papier und Farbe", False, "5.00"),
        ("20 Euro je Mannschaft", False, ""),
        ("ab 5 Euro", False, ""),
        ("5 bis 10 Euro", False, ""),
    ],
)
def test_price(price: str, free: bool, euros: str) -> None:
    assert (is_free(price), amount(price)) == (free, euros)
