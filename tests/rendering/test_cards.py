"""What cards say."""

import pytest

from plugins.rendering.cards import address_line


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("Marktplatz 1", "01067", "Musterstadt"), "Marktplatz 1, 01067 Musterstadt"),
        (("Marktplatz 1", "01067", ""), "Marktplatz 1, 01067"),
        (("Marktplatz 1", "", "Musterstadt"), "Marktplatz 1, Musterstadt"),
        (("", "01067", "Musterstadt"), "01067 Musterstadt"),
        (("", "", "Musterstadt"), "Musterstadt"),
        (("Marktplatz 1", "", ""), "Marktplatz 1"),
        (("", "", ""), ""),
    ],
)
def test_an_address_in_one_line(parts: tuple[str, str, str], expected: str) -> None:
    assert address_line(*parts) == expected
