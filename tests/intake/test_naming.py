"""The id of a new entry: made from its name, and free."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.catalogue.find import FOLDERS
from plugins.catalogue.names import ID
from plugins.intake.existing import ExistingContent
from plugins.intake.naming import USUAL, proposal, taken

ASSOCIATION, EVENT, PAGE = (FOLDERS[folder] for folder in ("associations", "events", "pages"))


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Größe & Übung: Ä-Ö", "groesse-uebung-ae-oe"),
        ("GRÖSSE", "groesse"),
        ("Gro\u0308ße", "groesse"),
        ("Türkçe Okulu", "tuerkce-okulu"),
        ("Neuer Chor e. V.", "neuer-chor"),
        ("Ελληνική Κοινότητα", "elliniki-koinotita"),
        ("Українська школа", "ukrainska-shkola"),
        ("ქართული", "kartuli"),
        ("نادي Musik", "musik"),
        ("نادي", ""),
        ("שלום", ""),
        ("!?", ""),
        ("", ""),
        ("Chor am Fluss", "chor-am-fluss-2"),
        ("Flusschor", "flusschor-2"),
        ("Kaputt", "kaputt-2"),
        ("Con", "con-2"),
        ("Thema", "thema-2"),
        ("Verein " * 20, "verein-verein-verein-verein-verein-verein-verein"),
        ("x" * 120, "x" * USUAL),
    ],
)
def test_proposals(name: str, proposed: str, existing: ExistingContent) -> None:
    assert proposal(name, ASSOCIATION, existing) == proposed


def test_a_name_is_free_in_one_folder_and_taken_in_another(existing: ExistingContent) -> None:
    assert [proposal("Konzert", kind, existing) for kind in (EVENT, PAGE)] == [
        "konzert-2",
        "konzert",
    ]
    assert [proposal("Termine", kind, existing) for kind in (EVENT, PAGE)] == [
        "termine",
        "termine-2",
    ]
    assert proposal("2026-12", EVENT, existing) == "2026-12-2"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=100))
def test_a_proposal_is_always_an_id_that_is_free(name: str, existing: ExistingContent) -> None:
    proposed = proposal(name, ASSOCIATION, existing)
    assert not proposed or (ID.fullmatch(proposed) and not taken(proposed, ASSOCIATION, existing))
