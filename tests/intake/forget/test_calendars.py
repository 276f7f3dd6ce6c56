"""What is known of a foreign calendar goes with what it is about."""

import json
from datetime import date

import pytest

from plugins.catalogue.settings import Settings
from plugins.intake.calendars import health, records
from plugins.intake.calendars.health import CalendarHealth
from plugins.intake.calendars.records import ImportedEvent
from tests.intake.forget.conftest import forget

CHOIR = "associations/chor-am-fluss"
SINCE = date(2026, 11, 1)
ONE, TWO = "0" * 20, "1" * 20


@pytest.fixture
def imported(repository: Settings) -> Settings:
    """The choir's calendar was imported, and so was the band's; both know the fair."""
    folder = repository.content / records.FOLDER
    folder.mkdir()
    for name in ("chor-am-fluss", "band"):
        known = {ONE: ImportedEvent("fest", SINCE, {}), TWO: ImportedEvent("anderes", SINCE, {})}
        (folder / f"{name}.json").write_bytes(records.written(known))
    (folder / "chor-am-fluss.ics").write_text("SUMMARY:Fest mit Mona Beispiel\n", "utf-8")
    health.write(
        repository.inbox,
        {name: CalendarHealth(f"https://{name}.example/") for name in ("band", "chor-am-fluss")},
    )
    return repository


def known(imported: Settings) -> dict[str, set[str]]:
    folder = imported.content / records.FOLDER
    return {
        path.name: {one["entry"] for one in json.loads(path.read_bytes())["events"].values()}
        if path.suffix == ".json"
        else set()
        for path in sorted(folder.iterdir())
    }


def test_an_event_that_goes_is_named_no_more(imported: Settings) -> None:
    """All else stays, also what is known of the calendars."""
    assert forget(imported, "events/fest", YES="1") == 0
    assert known(imported) == {
        "band.json": {"anderes"},
        "chor-am-fluss.ics": set(),
        "chor-am-fluss.json": {"anderes"},
    }
    assert {*health.read(imported.inbox)} == {"band", "chor-am-fluss"}


def test_an_association_goes_with_its_calendar(imported: Settings) -> None:
    assert forget(imported, CHOIR, YES="1") == 0
    assert known(imported) == {"band.json": {"fest", "anderes"}}
    assert {*health.read(imported.inbox)} == {"band"}


def test_where_a_person_is_named_in_a_calendar(
    imported: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert forget(imported, "Mona Beispiel", DRY="1") == 0
    assert "content/calendars/chor-am-fluss.ics:1: SUMMARY:Fest mit Mona" in capsys.readouterr().out


def test_damaged_records_are_mended_first(
    imported: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    (imported.content / records.FOLDER / "band.json").write_text("{", "utf-8")
    assert forget(imported, "events/fest", YES="1") == 1
    assert "content/calendars/band.json" in capsys.readouterr().out
    assert (imported.content / "events" / "fest.md").exists()
