"""What of a person is public: decided by the model, from the consent."""

from collections.abc import Callable
from datetime import date

import pytest

from plugins.catalogue.consent import ALL, EMAIL, NAME, PHONE, covered
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import Loaded
from plugins.catalogue.model import Association

CONTACT = "{name: Ana Mar, role: Vorsitz, email: ana@chor.example, phone: 030 23125111}"
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ([], ALL),
        (["Name"], {NAME}),
        (["Name und Aufgabe", "E-Mail-Adresse"], {NAME, EMAIL}),
        (["Name und Aufgabe", "dienstliche Telefonnummer"], {NAME, PHONE}),
        (["Namen, E-Mail und Handy"], ALL),
        (["mail", "phone", "NAME"], ALL),
        (["Vorname"], {NAME}),
        (["alle Angaben"], ALL),
        (["Kontaktdaten"], ALL),
        (["Name", "keine Telefonnummer"], {NAME}),
        (["alles außer Telefon", "Name"], {NAME}),
        (["Name", "Bilder ohne erkennbare Personen"], {NAME}),
        (["Name (ohne Telefon)"], set()),
        (["Fotos"], set()),
        (["Teilnahme", "Unternehmen"], set()),
        (["fragt Erika"], set()),
    ],
)
def test_what_a_scope_covers(scope: list[str], expected: set[str]) -> None:
    assert covered(scope) == expected


def association(read: Callable[..., Loaded], **fields: str) -> Association:
    lines = {
        "name": "Chor",
        "topics": "[musik]",
        "listed": "2024-01-10",
        "contacts": f"[{CONTACT}]",
        "consent": "{on: 2026-01-01, by: Ana Mar}",
        "checked": "{on: 2026-02-01, by: Ana Mar}",
    } | fields
    text = "".join(f"{key}: {value}\n" for key, value in lines.items() if value)
    found: Catalogue = read({"associations/chor.yaml": text}).readable
    (one,) = found.associations
    return one


@pytest.mark.parametrize(
    ("fields", "name", "email", "phone"),
    [
        ({}, "Ana Mar", "ana@chor.example", True),
        ({"consent": ""}, None, None, None),
        ({"consent": "2026-11-22"}, "Ana Mar", "ana@chor.example", True),
        ({"consent": "2026-11-23"}, None, None, None),
        ({"consent": "{on: 2026-01-01, scope: [Name]}"}, "Ana Mar", "", False),
        ({"consent": "{on: 2026-01-01, scope: [E-Mail]}"}, "", "ana@chor.example", False),
        ({"consent": "{on: 2026-01-01, scope: [Fotos]}"}, None, None, None),
        ({"ended": "2026-11-22"}, None, None, None),
        ({"ended": "2026-11-23"}, "Ana Mar", "ana@chor.example", True),
        ({"listed": "2026-11-23"}, None, None, None),
    ],
)
def test_public_contacts(
    read: Callable[..., Loaded],
    fields: dict[str, str],
    name: str | None,
    email: str | None,
    phone: bool | None,
) -> None:
    one = association(read, **fields)
    shown = [(c.name, c.role, c.email, c.phone is not None) for c in one.public_contacts(TODAY)]
    assert shown == ([] if name is None else [(name, "Vorsitz", email, phone)])
    agreed, checked = one.public_consent(TODAY), one.public_checked(TODAY)
    assert agreed is None or agreed.by == ""
    assert checked is not None and checked.by == ("Ana Mar" if name else "")


def test_by_whom_it_was_confirmed_is_said_of_everybody_else(read: Callable[..., Loaded]) -> None:
    one = association(read, consent="", checked="{on: 2026-02-01, by: Verein}")
    checked = one.public_checked(TODAY)
    assert checked is not None and checked.by == "Verein"
    assert association(read, checked="").public_checked(TODAY) is None
