"""How the calendars of associations are, in the coordinator's browser."""

from collections.abc import Callable
from datetime import date

from plugins.catalogue.settings import Settings
from plugins.intake.calendars.fetch import NotFetched
from plugins.intake.calendars.health import CalendarHealth, write
from tests.web.inbox.conftest import Desk
from tests.web.inbox.test_desk import words_of

ADDRESS = "https://chor.example/c.ics"
LINK = '<a class="more" href="/eingang/kalender/">'


def test_nobody_has_one(desk: Desk) -> None:
    assert LINK not in desk.client.get("").body.decode()
    assert desk.client.get("kalender/").status == 200
    assert "Kein Verein hat einen Kalender" in words_of(desk.client.text)


def test_how_they_are(place: Settings, open_desk: Callable[[Settings], Desk]) -> None:
    """The inbox leads there, whether anything waits or not."""
    path = place.content / "associations" / "chor-am-fluss.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("listed:", f"calendar: {ADDRESS}\nlisted:"), encoding="utf-8")
    health = CalendarHealth(ADDRESS, succeeded="2026-11-01", changed="2026-10-01", events=3)
    for _ in range(3):
        health = health.failed(NotFetched("page"), date(2026, 12, 1))
    write(place.inbox, {"chor-am-fluss": health})
    desk = open_desk(place)
    assert LINK in desk.client.get("").body.decode()
    page = desk.client.get("kalender/").body.decode()
    assert words_of(page).startswith(
        'id="inhalt" tabindex="-1"> Kalender der Vereine Kalender: 1, davon nicht in Ordnung: 1. '
        "Chor am Fluss 3 Mal nacheinander fehlgeschlagen: Die Adresse liefert eine Webseite, oft "
        f"eine Anmeldeseite, statt eines Kalenders. {ADDRESS} zuletzt geholt: 2026-11-01 "
        "zuletzt geändert: 2026-10-01 Termine: 3, ausgelassen: 0"
    )
    assert 'href="/eingang/seite/associations/chor-am-fluss/"' in page
    assert '<span class="state" data-kind="cancelled">' in page


def test_only_for_who_is_let_in(desk: Desk) -> None:
    del desk.client.headers["cookie"]
    assert desk.client.get("kalender/").status == 403
