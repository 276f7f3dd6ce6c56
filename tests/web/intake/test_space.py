"""How much may wait: what is full says so to who hands in and to who decides, and loses nothing."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalogue.settings import IntakeRules
from plugins.intake.submission.store import DraftStore, StoreError
from plugins.web.intake.limits import Counters
from plugins.web.intake.space import SECONDS, Space, size_of
from tests.intake.submission.test_store import NOW as THEN
from tests.intake.submission.test_store import PNG, WITH_FILES
from tests.web.intake.conftest import CHOIR, Desk, html, second_step
from tests.web.intake.test_app import kept
from tests.web.intake.test_pictures import picture

FULL = "Der Eingang ist voll (1 MB), deshalb hat make intake etwas nicht angenommen."


def fill(inbox: Path, size: int) -> Path:
    """Something that waits, and takes so many bytes."""
    inbox.mkdir(exist_ok=True)
    path = inbox / "20261101-120000-00000000-1.png"
    with path.open("wb") as stream:
        stream.truncate(size)
    return path


def limited(desk: Desk, inbox: Path) -> None:
    desk.service = replace(desk.service, space=Space(DraftStore(inbox), 1, "de"))


def test_what_waits_is_counted_and_nothing_else(inbox: Path) -> None:
    store = DraftStore(inbox)
    assert store.size() == 0
    draft_id, _ = store.put(WITH_FILES, THEN)
    (inbox / "notizen.txt").write_text("x" * 999)
    waiting = [inbox / f"{draft_id}.json", inbox / f"{draft_id}-1.png"]
    assert store.size() == sum(path.stat().st_size for path in waiting)
    store.done(draft_id)
    assert store.size() == 0


def test_the_size_of_a_submission_is_about_that_of_its_draft(inbox: Path) -> None:
    store = DraftStore(inbox)
    store.put(WITH_FILES, THEN)
    assert len(PNG) < size_of(WITH_FILES) < 2 * store.size()


def test_a_full_inbox_takes_no_more_and_nothing_is_lost(desk: Desk, inbox: Path) -> None:
    limited(desk, inbox)
    desk.hand_in(CHOIR)
    there = fill(inbox, 1_000_000)
    desk.later(SECONDS)
    answer = desk.hand_in(CHOIR)
    assert answer.status == 503 and len(kept(desk)) == 1
    page = html(answer)
    assert "mailto:anlaufstelle@musterstadt.example?subject=Neuer%20Verein&amp;body=" in page
    assert page.partition("<footer")[0].count('href="tel:') == 1
    assert "hängen Sie bitte an die E-Mail" not in page
    assert [FULL in note for note in desk.notes] == [True]
    there.unlink()  # somebody has decided
    desk.later(SECONDS)
    assert desk.post(second_step(answer)).status == 303
    assert len(kept(desk)) == 2


def test_who_has_a_picture_is_told_to_send_it_along(desk: Desk, inbox: Path) -> None:
    limited(desk, inbox)
    fill(inbox, 1_000_000)
    pairs = (*CHOIR, ("images.1.alt", "Wir"))
    shown = desk.post_with(pairs, _picture=("a.png", picture("PNG")))
    desk.later(5)
    answer = desk.post(second_step(shown))
    assert answer.status == 503 and "Bilder hängen Sie bitte an die E-Mail an" in html(answer)


def test_what_was_kept_since_it_looked_counts(inbox: Path) -> None:
    space = Space(DraftStore(inbox), 1, "de")
    for now in (0, 1):
        space.check(500_000, now)
        space.take(500_000)
    with pytest.raises(StoreError, match=re.escape(FULL)) as error:
        space.check(1, SECONDS - 1)
    assert error.value.is_full
    space.check(1, SECONDS)  # it looks again, and all has been decided


def test_who_was_turned_away_has_not_handed_in(desk: Desk, inbox: Path) -> None:
    limited(desk, inbox)
    desk.service = replace(desk.service, counters=Counters(IntakeRules(hour=1, day=1)))
    there = fill(inbox, 1_000_000)
    answers = [desk.hand_in(CHOIR) for _ in range(3)]
    there.unlink()
    desk.later(SECONDS)
    assert [answer.status for answer in answers] == [503, 503, 503]
    assert desk.post(second_step(answers[0])).status == 303


def test_without_a_limit_all_is_taken(desk: Desk, inbox: Path) -> None:
    desk.service = replace(desk.service, space=Space(DraftStore(inbox), 0, "de"))
    fill(inbox, 2_000_000)
    assert desk.hand_in(CHOIR).status == 303
