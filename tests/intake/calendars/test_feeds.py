"""`make feeds`: how the calendars are; and who is asked about one that does not arrive."""

import json
from datetime import date
from pathlib import Path

from plugins.intake.calendars.fetch import NO_VALIDATORS, NotFetched, Validators
from plugins.intake.calendars.health import FILE, CalendarHealth, read, write
from plugins.intake.calendars.show import problem
from plugins.intake.calendars.texts import PROBLEMS
from tests.conftest import Write
from tests.intake.calendars.conftest import CHOIR, CLUB, CalendarServer, Run, calendar, sends

FEST = "UID:fest\nSUMMARY:Fest\nDTSTART;VALUE=DATE:20261219"
DAY = date(2026, 12, 1)


def test_how_they_are(server: CalendarServer, write: Write, run: Run) -> None:
    port = server.address.rpartition(":")[2]
    server.answers["/login"] = sends(b"<!doctype html><title>Anmelden</title>")
    write(
        {
            "associations/chor.yaml": f"{CHOIR}calendar: http://127.0.0.1:{port}/login\n",
            "associations/tanz.yaml": CLUB,
            "calendars/tanz.ics": calendar(FEST, f"{FEST}\nCLASS:PRIVATE".replace("UID:", "UID:2")),
            "associations/ohne.yaml": CLUB.replace("Tanzgruppe", "Ohne Kalender"),
        }
    )
    assert run("feeds") == (
        0,
        "Verein         Zuletzt geholt  Zuletzt geändert  Termine  Ausgelassen  Zustand\n"
        "Chor am Fluss  noch nie        noch nie          0        0            noch nicht geholt\n"
        "Tanzgruppe     noch nie        noch nie          0        0            noch nicht geholt\n"
        "Alle Kalender kommen an: 2.\n",
    )
    run()
    run(TODAY="2026-12-02")
    why = "Die Adresse liefert eine Webseite, oft eine Anmeldeseite, statt eines Kalenders."
    assert run("feeds") == (
        1,
        "Verein         Zuletzt geholt  Zuletzt geändert  Termine  Ausgelassen  Zustand\n"
        "Chor am Fluss  noch nie        noch nie          0        0            "
        f"2 Mal nacheinander fehlgeschlagen: {why}\n"
        "Tanzgruppe     2026-12-02      2026-12-01        1        1            gut\n"
        "Kalender: 2, davon nicht in Ordnung: 1.\n",
    )


def test_as_a_page(write: Write, run: Run, tmp_path: Path) -> None:
    """Names are names there, whatever is in them."""
    name = CHOIR.replace("Chor am Fluss", "'<b>Chor</b> & Co'")
    write({"associations/chor.yaml": name, "calendars/chor.ics": calendar(FEST)})
    assert run("feeds", FORMAT="html") == (0, "kalender.html\n")
    page = (tmp_path / "kalender.html").read_text(encoding="utf-8")
    assert "<td>&lt;b&gt;Chor&lt;/b&gt; &amp; Co</td>" in page and "<script" not in page


def test_nobody_has_one(write: Write, run: Run) -> None:
    write({"associations/chor.yaml": CHOIR})
    code, said = run("feeds")
    assert code == 0 and said.startswith("Kein Verein hat einen Kalender")


def test_three_failures_in_a_row_make_a_reminder(
    server: CalendarServer, write: Write, run: Run, tmp_path: Path
) -> None:
    """Also of an association that has just confirmed its entry."""
    port = server.address.rpartition(":")[2]
    address = f"http://127.0.0.1:{port}/weg"
    server.answers["/weg"] = sends(b"", 404)
    club = f"{CLUB}email: post@tanz.example\ncalendar: {address}\n"
    write({"associations/tanz.yaml": club, "associations/chor.yaml": CHOIR})
    for day in (1, 2):
        assert run(TODAY=f"2026-12-0{day}")[0] == 1
    assert letters(run, tmp_path, "zwei") == {}
    run(TODAY="2026-12-03")
    asked = letters(run, tmp_path, "drei")
    assert {*asked} == {"tanz.eml"} and address in asked["tanz.eml"]
    server.answers["/weg"] = sends(calendar(FEST).encode())
    run(TODAY="2026-12-04")
    assert letters(run, tmp_path, "gut") == {}


def letters(run: Run, tmp_path: Path, name: str) -> dict[str, str]:
    """What `make reminders` would send."""
    folder = tmp_path / name
    run("reminders", OUT=str(folder))
    found = folder.glob("*.eml") if folder.is_dir() else ()
    return {path.name: path.read_text(encoding="utf-8") for path in found}


def test_what_is_noted_is_read_again_and_nothing_else_is(tmp_path: Path) -> None:
    health = CalendarHealth("https://chor.example/c.ics").failed(
        NotFetched("large", megabytes=5), DAY
    )
    write(tmp_path / "eingang", {"chor": health})
    assert read(tmp_path / "eingang") == {"chor": health}
    assert (tmp_path / "eingang").stat().st_mode & 0o777 == 0o700
    for text in ("", "[]", '{"chor": 1}', '{"chor": {"address": "", "tried": "gestern"}}'):
        (tmp_path / "eingang" / FILE).write_text(text, encoding="utf-8")
        assert read(tmp_path / "eingang") == {}


def test_what_a_server_is_asked_with() -> None:
    held = CalendarHealth("", read="2026-11-20", etag='"1"')
    assert held.validators(DAY) == Validators('"1"')
    assert held.validators(date(2026, 12, 18)) == NO_VALIDATORS
    assert CalendarHealth("", etag='"1"').validators(DAY) == NO_VALIDATORS


def test_every_problem_can_be_said() -> None:
    filled = {
        **{"host": "h", "seconds": 1, "megabytes": 5, "most": 5, "coding": "br", "status": 404},
        **{"count": 3, "association": "chor", "shown": "content/calendars/chor.json"},
    }
    for language in ("de", "en"):
        for code in PROBLEMS:
            said = problem(code, json.loads(json.dumps(filled)), language)
            assert "{" not in said and said.count(".") >= 1
