"""`make forget`: what goes, what stays, what is only named; and that it can be repeated."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from plugins.catalogue import forgotten
from plugins.catalogue.forgotten import Notice
from plugins.catalogue.settings import Settings
from plugins.intake.content import read
from plugins.intake.edit import CannotEdit
from plugins.intake.forget.elsewhere import drafts
from plugins.intake.forget.plan import plan
from plugins.intake.forget.wanted import NotUnderstood, Wanted, wanted
from plugins.intake.submission.filled import filled
from plugins.intake.submission.store import DraftStore
from plugins.intake.submission.submission import Attachment, Sender, Submission
from plugins.intake.unsaved import news
from plugins.validation.check import check
from tests.intake.forget.conftest import FILES, NOW, forget, git, lay_out, pictures, png, texts
from tests.intake.submission.test_store import PNG, ended_at

CHOIR = "associations/chor-am-fluss"
MONA = "Mona Beispiel"
WAITING = datetime(2026, 11, 20, 12, tzinfo=UTC)


def changed(city: Settings, before: dict[str, str]) -> dict[str, str]:
    """The files that say something else, but for the list itself; gone ones are empty."""
    after = texts(city)
    names = {*before, *after} - {forgotten.FILE}
    return {n: after.get(n, "") for n in sorted(names) if before.get(n) != after.get(n)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("associations/chor", Wanted("associations", "chor")),
        (" content/events/fest.md ", Wanted("events", "fest")),
        ("images/foto.jpg", Wanted(picture="foto.jpg")),
        ("content/images/foto.jpg", Wanted(picture="foto.jpg")),
        (MONA, Wanted(names=(MONA,))),
        ("mona@chor.example", Wanted(emails=("mona@chor.example",))),
        (
            f"{MONA}, mona@chor.example; 030 23125-171",
            Wanted(names=(MONA,), emails=("mona@chor.example",), phones=("tel:+49-30-23125171",)),
        ),
        ("منى مثال", Wanted(names=("منى مثال",))),
    ],
)
def test_what_can_be_asked_for(text: str, expected: Wanted) -> None:
    assert wanted(text, "DE") == expected


@pytest.mark.parametrize(
    "text", ["", "pages/impressum", "images/../x", "chor-am-fluss", "12", "a/b"]
)
def test_what_is_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstood):
        wanted(text, "DE")


def test_an_association_goes_with_all_that_cannot_be_without_it(
    repository: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(repository)
    assert forget(repository, CHOIR, YES="1") == 0
    gone = (CHOIR + ".md", CHOIR + ".en.md", "board/klavier.md")
    assert changed(repository, before) == {
        **dict.fromkeys((*gone, "events/gestern.md", "events/konzert.md"), ""),
        "events/fest.md": (
            "---\ntitle: Fest\nstart: 2026-12-27T19:00\norganisers: [band]\n"
            "registration: {email: mona@chor.example, until: 2026-12-20}\n---\n"
        ),
        "networks/raum.md": FILES["networks/raum.md"].replace("  - chor-am-fluss\n", ""),
    }
    assert pictures(repository) == ["saal.png"]
    said = capsys.readouterr().out
    assert "events/gestern, events/konzert, board/klavier" in said or "board/klavier" in said
    assert "content/associations/band.md:11: Wir spielen mit dem [Chor am Fluss]" in said
    assert (
        "Wer den Kalender abonniert hat, erfährt, dass diese Termine abgesagt sind: events/konzert"
        in said
    )
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "log", "-1", "--format=%s%n%b").strip() == "Auf Wunsch entfernt"


def test_what_calendars_are_told(city: Settings) -> None:
    assert forget(city, CHOIR, YES="1") == 0
    assert forgotten.read(city.content).notices == (
        Notice(
            datetime(2026, 12, 24, 19),
            date(2026, 12, 24),
            NOW,
            ("adventskonzert", "konzert"),
            ("chor-am-fluss",),
        ),
    )
    text = (city.content / forgotten.FILE).read_text()
    assert [word for word in ("Mona", "Chor am", "post@", "23125", "Klavier") if word in text] == []


def test_what_came_later_than_now_is_told_later_still(city: Settings) -> None:
    """A clock that was wrong must not keep the cancellation from those who subscribed."""
    (city.content / ".revisions").write_text(f"events/konzert {NOW + 99} {'0' * 32}\n")
    assert forget(city, "events/konzert", YES="1") == 0
    assert forgotten.read(city.content).notices[0].at == NOW + 101
    assert "konzert" not in (city.content / ".revisions").read_text()


def test_a_person_goes_from_all_fields_with_what_stands_beside_the_name(
    city: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(city)
    assert forget(city, "MONA beispiel", YES="1") == 0
    choir = FILES[CHOIR + ".md"]
    start, end = choir.index("  - name: Mona"), choir.index("  - name: Kim")
    choir = choir[:start] + choir[end:]
    choir = choir.replace("checked: {on: 2026-02-01, by: Mona Beispiel}", "checked: 2026-02-01")
    for old, new in ((", by: Mona Beispiel}", "}"), (", by: Mona Beispiel,", ",")):
        choir = choir.replace(old, new)
    after = changed(city, before)
    assert sorted(after) == [
        "associations/band.md",
        "associations/chor-am-fluss.md",
        "events/fest.md",
    ]
    assert "Mona Beispiel" not in after["associations/chor-am-fluss.md"].partition("images:")[0]
    assert "name: Kim Muster\n    phone: 030 23125 170" in after["associations/chor-am-fluss.md"]
    assert "# Seit 1998" in after["associations/chor-am-fluss.md"]
    band = FILES["associations/band.md"].splitlines(keepends=True)
    assert after["associations/band.md"] == "".join(band[:3] + band[6:])
    assert "registration: {until: 2026-12-20}" in after["events/fest.md"]
    lines = capsys.readouterr().out.splitlines()
    found = [line.strip().rsplit(": ", 1)[0] for line in lines if line.startswith("  content/")]
    shown = [f"{name.split(':')[0]}" for name in found]
    assert shown == [
        "content/associations/chor-am-fluss.md",
        "content/associations/chor-am-fluss.md",
        "content/associations/chor-am-fluss.md",
        "content/networks/raum.md",
    ]
    assert [d.code for d in check(city).diagnostics if d.is_error] == []


def test_of_people_at_the_same_telephone_only_the_number_goes(city: Settings) -> None:
    assert forget(city, "Mona Beispiel, 030 23125 170", YES="1") == 0
    text = texts(city)[CHOIR + ".md"]
    assert "name: Kim Muster" in text and "23125 170" not in text.partition("images")[0]


def test_a_picture_goes_from_all_that_show_it(city: Settings) -> None:
    before = texts(city)
    assert forget(city, "images/saal.png", YES="1") == 0
    assert changed(city, before) == {
        "associations/band.md": before["associations/band.md"].replace(
            "images: [{file: saal.png, alt: Saal}]\n", ""
        ),
        "associations/chor-am-fluss.md": before[CHOIR + ".md"].replace(
            "  - {file: saal.png, alt: Ein Saal}\n", ""
        ),
    }
    assert pictures(city) == ["chor.png", "probe.png"]
    (city.content / "images" / "wieder.png").write_bytes(png(1))
    text = texts(city)["associations/band.md"].replace("listed:", "logo: wieder.png\nlisted:")
    (city.content / "associations" / "band.md").write_text(text)
    assert [d.code for d in check(city).diagnostics if d.is_error] == ["PRIV-FORGOTTEN"]


# By which ways somebody tries to bring back what was forgotten.
def by_file(city: Settings) -> list[str]:
    (city.content / f"{CHOIR}.md").write_text(FILES[CHOIR + ".md"].replace("logo: chor.png\n", ""))
    return [d.code for d in check(city).diagnostics if d.is_error]


def by_draft(city: Settings) -> list[str]:
    fields = {"name": ("Chor am Fluß e.V.",), "topics": ("Musik",)}
    made = filled(Submission(form="verein", fields=fields), read(city))
    return [found.code for found in made.errors]


def by_address(city: Settings) -> list[str]:
    fields = {"name": ("Neu",), "topics": ("Musik",), "email": ("POST@chor.example",)}
    made = filled(Submission(form="verein", fields=fields), read(city))
    return [found.code for found in made.errors]


@pytest.mark.parametrize("way", [by_file, by_draft, by_address])
def test_it_does_not_come_back(way: Callable[[Settings], list[str]], city: Settings) -> None:
    assert forget(city, CHOIR, YES="1") == 0
    assert "PRIV-FORGOTTEN" in way(city)
    assert forget(city, CHOIR, UNDO="1") == 0
    assert "PRIV-FORGOTTEN" not in way(city)


def test_sheets_are_held_against_it(city: Settings) -> None:
    """`make sheet-in` and `make new` ask `news`."""
    choir = next(e for e in read(city).existing.catalogue.associations if e.id == "chor-am-fluss")
    assert forget(city, CHOIR, YES="1") == 0
    found = news({choir.origin.path: choir}, read(city).existing)
    assert "PRIV-FORGOTTEN" in {one.code for one in found}


def test_what_others_share_is_not_forgotten(city: Settings) -> None:
    """An umbrella association keeps its telephone when one of its groups goes."""
    path = city.content / "associations" / "band.md"
    path.write_text(path.read_text().replace("topics:", "phone: 030 23125 170\ntopics:"))
    assert forget(city, CHOIR, YES="1") == 0
    assert [d for d in check(city).diagnostics if d.code == "PRIV-FORGOTTEN"] == []


def put(city: Settings, **given: object) -> str:
    submission = replace(Submission(), **given)  # type: ignore[arg-type]
    return DraftStore(city.inbox).put(submission, WAITING)[0]


@pytest.mark.parametrize(
    ("asked", "gone"),
    [
        (MONA, ["sender", "text", "value"]),
        (CHOIR, ["entry", "name", "sender", "value"]),
        ("events/konzert", []),
    ],
)
def test_what_was_handed_in_goes(asked: str, gone: list[str], city: Settings) -> None:
    mona = Sender("Mona  Beispiel", "")
    picture = (Attachment("foto.png", data=PNG),)
    ids = {
        "sender": put(city, sender=Sender("", "mona@chor.example"), attachments=picture),
        "text": put(city, message=f"Bitte an\n{MONA} weitergeben."),
        "entry": put(city, form="hinweis", entry=CHOIR),
        "name": put(city, form="verein", fields={"name": ("CHOR AM FLUSS",)}),
        "value": put(city, form="verein", fields={"email": ("mona@chor.example",)}),
        "other": put(city, sender=replace(mona, name="Monika Beispielhaft"), message="Chor"),
    }
    store = DraftStore(city.inbox)
    store.keep_answer(ids["sender"], b"To: mona@chor.example")
    store.done(ids["sender"])
    made = plan(wanted(asked, "DE"), read(city), city, NOW)
    found = {one.id: one.is_open for one in drafts(made, read(city), store)}
    assert sorted(name for name, key in ids.items() if key in found) == gone
    assert forget(city, asked, YES="1") == 0
    left = {name for name, key in ids.items() if list(city.inbox.rglob(f"{key}*"))}
    assert left == {*ids} - {*gone}
    keys = list((city.inbox / "schluessel").iterdir())
    assert len(keys) == len(left)


def test_only_shown(city: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(city)
    for given in ({"DRY": "1"}, {"DRY": "1", "YES": "1"}, {}):
        assert forget(city, CHOIR, **given) == 0
    assert forget(city, CHOIR, "nein") == 0
    assert texts(city) == before
    assert "dasselbe mit YES=1" in capsys.readouterr().out


def test_asked_on_a_terminal(city: Settings) -> None:
    assert forget(city, CHOIR, "ja") == 0
    assert f"{CHOIR}.md" not in texts(city)


def test_again_nothing_changes(repository: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    for asked in (CHOIR, MONA):
        assert forget(repository, asked, YES="1") == 0
        first = texts(repository)
        capsys.readouterr()
        assert forget(repository, asked, YES="1") == 0
        assert texts(repository) == first
        assert "wurde schon einmal vergessen" in capsys.readouterr().out


def test_a_name_that_was_never_there_is_a_mistake(
    repository: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    for asked in ("associations/chor-am-flus", "images/chorr.png"):
        assert forget(repository, asked, YES="1") == 1
    assert "Ähnlich: chor-am-fluss" in capsys.readouterr().out
    assert forgotten.FILE not in texts(repository)


def test_what_was_deleted_by_hand_can_still_be_forgotten(
    repository: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "rm", "--quiet", "board/klavier.md")
    git(repository, "commit", "--quiet", "--message=weg")
    assert forget(repository, "board/klavier", YES="1") == 0
    assert "--path board/klavier.md" in capsys.readouterr().out
    assert len(forgotten.read(repository.content).tombstones) == 1


def test_what_cannot_be_changed_safely_changes_nothing(
    city: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object) -> bytes:
        raise CannotEdit

    monkeypatch.setattr("plugins.intake.forget.plan.edited", refuse)
    before = texts(city)
    assert forget(city, CHOIR, YES="1") == 1
    assert texts(city) == before
    assert "content/events/fest.md, content/networks/raum.md" in capsys.readouterr().out


def test_what_runs_kept_is_gone_and_copies_are_named(
    city: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    root = city.file.parent
    day = timedelta(days=3)
    kept = ("kept/entries-1/03", "release/index.html", "pictures/a.webp", "tools/node/x")
    letters = ("erinnerungen/2026-11-01/chor-am-fluss.eml", "erinnerungen/2026-11-01/band.eml")
    weekly = [
        f"digest/2026-W45/{n}.eml" for n in ("buero", "vereine/band", "vereine/chor-am-fluss")
    ]
    cached = (f".cache/{name}" for name in (*kept, *letters))
    for name in (*cached, *weekly, "tabellen/vereine.xlsx"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(str(day))
    for name in ("releases/20261101-1", "releases/20261102-1", "output"):
        (root / name).mkdir(parents=True)
    (root / "releases" / "live").symlink_to("20261102-1")
    assert forget(city, CHOIR, YES="1") == 0
    left = sorted(
        p.relative_to(city.cache).as_posix() for p in city.cache.rglob("*") if p.is_file()
    )
    assert left == ["erinnerungen/2026-11-01/band.eml", "tools/node/x"]
    assert [name for name in weekly if (root / name).exists()] == weekly[:2]
    lines = capsys.readouterr().out.splitlines()
    named = [line.partition(":")[0].strip() for line in lines if line.startswith("  ")]
    assert named[-7:] == [
        "output",
        "tabellen",
        ".cache/erinnerungen",
        "digest",
        "releases/20261101-1",
        "releases/20261102-1",
        "das Postfach und Sicherungen",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("asked", [CHOIR, MONA, "images/saal.png"])
def test_ended_anywhere_the_same_command_goes_on(
    asked: str, settings: Settings, tmp_path: Path
) -> None:
    """As by kill -9: what is there then can be read, and the next run comes to the same end."""
    wished = lay_out(settings, tmp_path / "wished")
    put(wished, sender=Sender(MONA, "mona@chor.example"))
    assert forget(wished, asked, YES="1") == 0
    step, is_over = 0, False
    while not is_over:
        city = lay_out(settings, tmp_path / str(step))
        put(city, sender=Sender(MONA, "mona@chor.example"))
        is_over = ended_at(step, lambda c=city: forget(c, asked, YES="1"))  # type: ignore[misc]
        errors = {d.code for d in check(replace(city, state=None)).diagnostics if d.is_error}
        assert errors <= {"PRIV-FORGOTTEN", "IMG-MISSING"}
        assert forget(city, asked, YES="1") == 0
        found, expected = texts(city), texts(wished)
        for each in (found, expected):
            each.pop(forgotten.FILE)
        assert found == expected and pictures(city) == pictures(wished)
        assert DraftStore(city.inbox).ids() == DraftStore(wished.inbox).ids()
        assert len(forgotten.read(city.content).tombstones) == 1
        step += 1
    assert step > 5


def test_no_half_written_file_says_the_name(city: Settings) -> None:
    assert forget(city, MONA, YES="1") == 0
    assert [p.name for p in city.content.rglob(".*")] == []
    assert os.listdir(city.content).count(forgotten.FILE) == 1  # noqa: PTH208
