"""`make inbox`: what is shown, what comes of a decision, and that it can be repeated."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from email import policy
from email.parser import BytesParser

import pytest

from plugins.catalogue.settings import IntakeRules, Settings
from plugins.intake import git as committing
from plugins.intake.content import read
from plugins.intake.inbox import decision
from plugins.intake.inbox import inbox as its_inbox
from plugins.intake.inbox.__main__ import in_editor, inbox
from plugins.intake.inbox.desk import Desk, EditorNotStarted, Tools
from plugins.intake.inbox.reply import TEXTS, ReplyKind, body, mail
from plugins.intake.submission import questionnaire
from plugins.intake.submission.filled import filled
from plugins.intake.submission.store import DONE, DraftStore
from plugins.intake.submission.submission import Attachment, Sender, Submission
from tests.intake.new.scripted import Script
from tests.intake.submission.conftest import CHOIR
from tests.intake.submission.test_filled import WITH_CONSENT, change
from tests.intake.submission.test_store import NOW, PNG

CHOIR_FILE = "associations/chor-am-fluss.md"
NEW_FILE = "associations/trommeln-neustadt.md"
ABOUT_CHOIR = Submission(entry="associations/chor-am-fluss", sender=Sender("Mona", "m@x.example"))


def same(text: str, name: str) -> str:
    return text


def decide(
    place: Settings,
    *typed: str,
    edit: Callable[[str, str], str] = same,
    environment: Mapping[str, str] = os.environ,
) -> str:
    """What is seen when these lines are typed."""
    store = DraftStore(place.inbox)
    script = Script(list(typed))
    drafts = [found for one in store.ids() if (found := store.get(one))]
    Desk(place, Tools(script, edit, NOW, environment)).go_through(drafts)
    return "".join(script.seen)


@pytest.fixture
def repository(place: Settings) -> Settings:
    """The content in a repository, all of it committed."""
    git(place, "init", "--quiet", "--initial-branch=main")
    git(place, "config", "user.name", "Büro")
    git(place, "config", "user.email", "buero@example.org")
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "--message=start")
    return place


def git(place: Settings, *arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=place.content, capture_output=True, text=True, check=True)
    return done.stdout


def text_of(place: Settings, name: str) -> str:
    return (place.content / name).read_text("utf-8")


def test_a_new_entry_is_accepted_and_committed(repository: Settings) -> None:
    DraftStore(repository.inbox).put(WITH_CONSENT, NOW)
    seen = decide(repository, "annehmen")
    expected = filled(WITH_CONSENT, read(repository), "trommeln-neustadt").text
    assert text_of(repository, NEW_FILE) == expected
    assert "== Neuer Verein · »Trommeln Neustadt e. V.« · Mona Beispiel · heute" in seen
    assert "Von: Mona Beispiel <mona@chor.example>" in seen
    assert "  Ansprechperson 1: Name: Alex Beispiel" in seen
    assert "Festgehalten: Neuer Verein: associations/trommeln-neustadt" in seen
    logged = git(repository, "log", "-1", "--format=%B", "--name-status")
    assert logged.split() == [
        "Neuer", "Verein:", "associations/trommeln-neustadt", "A", NEW_FILE
    ]  # fmt: skip
    assert git(repository, "status", "--porcelain") == ""
    assert DraftStore(repository.inbox).ids() == ()


def test_a_change_shows_both_and_commits_nothing_else(repository: Settings) -> None:
    other = repository.content / "associations" / "boxclub.md"
    other.write_text(other.read_text("utf-8") + "\nNeu.\n", "utf-8")
    git(repository, "add", "--all")
    DraftStore(repository.inbox).put(change(phone=("030 23125 200",), topics=("Kultur",)), NOW)
    seen = decide(repository, "1")
    assert "  Telefon:\n    - 030 23125 170\n    + 030 23125 200\n" in seen
    assert git(repository, "log", "-1", "--format=%s", "--name-only").split("\n") == [
        "Änderung: associations/chor-am-fluss (Themen, Telefon)",
        "",
        CHOIR_FILE,
        "",
    ]
    assert git(repository, "status", "--porcelain") == "M  associations/boxclub.md\n"


def test_without_a_repository_the_file_is_written(place: Settings) -> None:
    DraftStore(place.inbox).put(change(phone=("030 23125 200",)), NOW)
    seen = decide(place, "an")
    assert "Geschrieben: content/associations/chor-am-fluss.md" in seen
    assert "git" not in seen
    assert text_of(place, CHOIR_FILE) == CHOIR.replace('"030 23125 170"', "030 23125 200")


def test_what_git_refuses_is_said(repository: Settings) -> None:
    hook = repository.content / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho Nein. >&2\nexit 1\n")
    hook.chmod(0o755)
    store = DraftStore(repository.inbox)
    draft_id, _ = store.put(change(phone=("030 23125 200",)), NOW)
    assert "aber git hat sie nicht angenommen: Nein. Die Einsendung" in decide(repository, "an")
    assert store.ids() == (draft_id,) and not list((repository.inbox / "antworten").glob("*"))
    hook.unlink()
    assert "Festgehalten: Änderung: associations/chor-am-fluss" in decide(repository, "an")
    assert store.ids() == () and git(repository, "status", "--porcelain") == ""


LEFT_BEHIND = [
    (WITH_CONSENT, ("an",), ("an",), NEW_FILE),
    (change(phone=("030 23125 200",)), ("an",), ("an",), CHOIR_FILE),
    (replace(ABOUT_CHOIR, form="stimmt"), ("stimmt",), ("stimmt",), CHOIR_FILE),
    (replace(ABOUT_CHOIR, form="abmelden"), ("been",), ("been",), CHOIR_FILE),
    (
        replace(ABOUT_CHOIR, form="abmelden", entry="associations/chor-der-nationen"),
        ("entf", "ja"),
        ("erl",),
        "associations/chor-der-nationen.md",
    ),
]


@pytest.mark.parametrize(
    ("submission", "first", "second", "file"), LEFT_BEHIND, ids=["n", "c", "right", "end", "remove"]
)
def test_a_lock_that_git_has_left_is_named_and_the_second_try_works(
    submission: Submission,
    first: tuple[str, ...],
    second: tuple[str, ...],
    file: str,
    repository: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(committing, "PAUSE", 0.0)
    lock = repository.content / ".git" / "index.lock"
    lock.touch()
    store = DraftStore(repository.inbox)
    draft_id, _ = store.put(submission, NOW)
    seen = decide(repository, *first)
    assert f"denn git ist gesperrt: {lock}. Arbeitet gerade ein anderes Programm" in seen
    assert "Festgehalten" not in seen and store.ids() == (draft_id,)
    assert list((repository.inbox / "antworten").glob("*")) == []
    lock.unlink()
    assert "Festgehalten: " in decide(repository, *second)
    assert store.ids() == () and git(repository, "status", "--porcelain") == ""
    assert git(repository, "rev-list", "--count", "HEAD") == "2\n"
    assert git(repository, "log", "-1", "--format=", "--name-only").split() == [file]


@pytest.mark.parametrize(
    ("submission", "old", "new", "file"),
    [
        (
            replace(WITH_CONSENT, language="de"),
            "Trommeln Neustadt",
            "Trommeln Altstadt",
            "associations/{}.md",
        ),
        (change(phone=("030 23125 200",)), "23125 200", "23125 300", CHOIR_FILE),
    ],
    ids=["new", "change"],
)
def test_what_was_edited_before_git_refused_it_is_what_is_committed(
    submission: Submission,
    old: str,
    new: str,
    file: str,
    repository: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(committing, "PAUSE", 0.0)
    lock = repository.content / ".git" / "index.lock"
    lock.touch()
    store = DraftStore(repository.inbox)
    store.put(submission, NOW)
    decide(repository, "be", "an", edit=lambda text, _: text.replace(old, new))
    lock.unlink()
    seen = decide(repository, "an")
    name = file.format("trommeln-neustadt")
    assert f"content/{name} ist schon geschrieben, aber noch nicht festgehalten." in seen
    assert "Festgehalten: " in seen
    assert store.ids() == () and git(repository, "status", "--porcelain") == ""
    shown = git(repository, "show", "--format=")
    assert new in shown and old not in shown
    assert git(repository, "log", "-1", "--format=", "--name-only").split() == [name]


def test_what_was_taken_back_by_hand_is_accepted_anew(
    repository: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is said to be accepted of which nothing is left."""
    monkeypatch.setattr(committing, "PAUSE", 0.0)
    lock = repository.content / ".git" / "index.lock"
    lock.touch()
    DraftStore(repository.inbox).put(change(phone=("030 23125 200",)), NOW)
    decide(repository, "an")
    lock.unlink()
    git(repository, "checkout", "--", ".")
    assert f"Geschrieben: content/{CHOIR_FILE}" in decide(repository, "an")
    assert "030 23125 200" in git(repository, "show", "--format=")


def test_another_git_is_waited_for(repository: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = repository.content / ".git" / "index.lock"
    lock.touch()

    def end(seconds: float) -> None:
        lock.unlink(missing_ok=True)

    monkeypatch.setattr(time, "sleep", end)
    DraftStore(repository.inbox).put(WITH_CONSENT, NOW)
    assert "Festgehalten: Neuer Verein" in decide(repository, "an")


@pytest.mark.parametrize("typed", ["", "später", "spä", "6"])
def test_later_changes_nothing(typed: str, place: Settings) -> None:
    store = DraftStore(place.inbox)
    draft_id, _ = store.put(WITH_CONSENT, NOW)
    seen = decide(place, "was?", typed)
    assert "Das war keine Auswahl." in seen and "Noch im Eingang: 1" in seen
    assert store.ids() == (draft_id,)
    assert not (place.content / NEW_FILE).exists()


def test_what_its_sender_has_not_confirmed_says_so(place: Settings) -> None:
    store = DraftStore(place.inbox)
    draft_id, _ = store.put_once(WITH_CONSENT, NOW, NOW, "a", unconfirmed=True)
    assert "\nunbestätigt\n" in decide(place, "später")
    store.note_asked(draft_id)
    assert "\nunbestätigt, wird nach dem 22.12.2026 gelöscht\n" in decide(place, "später")
    store.confirm(draft_id)
    assert "unbestätigt" not in decide(place, "später")


def test_quitting_leaves_the_rest(place: Settings) -> None:
    store = DraftStore(place.inbox)
    for number in range(3):
        store.put(replace(WITH_CONSENT, message=str(number)), NOW)
    seen = decide(place, "Schluss")
    assert seen.count("==") == 1 and "Noch im Eingang: 3" in seen


def test_errors_have_to_be_mended_first(place: Settings) -> None:
    DraftStore(place.inbox).put(Submission(form="verein", fields={"name": ("X\u202eY",)}), NOW)

    def edit(text: str, name: str) -> str:
        assert (name, "name: XY\n" in text) == ("xy.md", True)
        return text.replace("listed", "topics: [musik]\nlisted")

    seen = decide(place, "an", "bearbeiten", "an", edit=edit)
    assert "(ENC-BIDI)" in seen and "(FLD-MISSING)" in seen
    assert "So lässt es sich noch nicht annehmen." in seen
    assert text_of(place, "associations/xy.md").split("\n")[1:3] == ["name: XY", "topics: [musik]"]


@pytest.mark.parametrize(("typed", "consent"), [("ja", True), ("", False)])
def test_consent_that_the_office_has(typed: str, consent: bool, place: Settings) -> None:
    DraftStore(place.inbox).put(replace(WITH_CONSENT, consent=False), NOW)
    expected = filled(replace(WITH_CONSENT, consent=consent), read(place)).text
    seen = decide(place, "Einwilligung", typed, "annehmen")
    assert "Ansprechperson 1: Name; Ansprechperson 1: Telefon? Dann" in seen
    assert text_of(place, NEW_FILE) == expected


def test_an_id_of_ones_own(place: Settings) -> None:
    DraftStore(place.inbox).put(WITH_CONSENT, NOW)
    typed = ("Kennung", "../x", "Kennung", "chor-am-fluss", "Kennung", "trommler", "an")
    seen = decide(place, *typed)
    assert "(ID-FORM)" in seen and "(FILE-TWICE)" in seen
    assert (place.content / "associations" / "trommler.md").is_file()


def test_who_may_be_there_already_is_named_with_the_reason(place: Settings) -> None:
    fields = {"name": ("Fluss-Chor",), "topics": ("Musik",), "phone": ("+49 30 23125170",)}
    DraftStore(place.inbox).put(Submission(form="verein", fields=fields), NOW)
    seen = decide(place, "")
    assert "Vielleicht schon da:" in seen
    assert "»Chor am Fluss« (associations/chor-am-fluss)" in seen


def test_still_right(repository: Settings) -> None:
    DraftStore(repository.inbox).put(replace(ABOUT_CHOIR, form="stimmt"), NOW)
    decide(repository, "stimmt")
    today = repository.today.isoformat()
    assert text_of(repository, CHOIR_FILE) == CHOIR.replace(
        "formerly:", f"checked:\n  on: {today}\nformerly:"
    )
    assert git(repository, "log", "-1", "--format=%s") == (
        "Stimmt noch: associations/chor-am-fluss\n"
    )


def test_ended(place: Settings) -> None:
    DraftStore(place.inbox).put(replace(ABOUT_CHOIR, form="abmelden"), NOW)
    decide(place, "beenden")
    assert f"ended:\n  on: {place.today.isoformat()}\n" in text_of(place, CHOIR_FILE)


@pytest.mark.parametrize(("typed", "is_there"), [("ja", False), ("nein", True), ("", True)])
def test_removed_after_asking(typed: str, is_there: bool, repository: Settings) -> None:
    path = repository.content / "associations" / "chor-der-nationen.md"
    leave = replace(ABOUT_CHOIR, form="abmelden", entry="associations/chor-der-nationen")
    DraftStore(repository.inbox).put(leave, NOW)
    decide(repository, "entfernen", typed, *([""] if is_there else []))
    assert path.exists() == is_there
    assert git(repository, "status", "--porcelain") == ""
    assert (DraftStore(repository.inbox).ids() == ()) != is_there


def test_what_others_name_is_not_removed(place: Settings) -> None:
    event = place.content / "events" / "konzert.md"
    event.write_text(event.read_text("utf-8").replace("boxclub", "chor-am-fluss"), "utf-8")
    text = "---\ntitle: X\nstart: 2026-12-01\norganisers: [chor-am-fluss]\n---\n"
    (place.content / "events" / "x.md").write_text(text, "utf-8")
    DraftStore(place.inbox).put(replace(ABOUT_CHOIR, form="abmelden"), NOW)
    seen = decide(place, "entfernen", "")
    assert "Nicht gelöscht" in seen and "content/events/x.md" in seen
    assert (place.content / CHOIR_FILE).is_file()


def test_a_mail_in_free_words_becomes_a_form(place: Settings) -> None:
    store = DraftStore(place.inbox)
    store.put(Submission(message="Wir haben ein neues Telefon: 030 23125 200"), NOW)

    def edit(text: str, name: str) -> str:
        entry = "Formular: Änderung\nEintrag: associations/chor-am-fluss\nTelefon: 030 23125 200\n"
        return text.replace("Formular: Hinweis\n", entry)

    seen = decide(place, "bearbeiten", "annehmen", edit=edit)
    assert "Das ist eine Nachricht, kein ausgefülltes Formular." in seen
    assert "030 23125 200" in text_of(place, CHOIR_FILE)
    assert store.ids() == ()


def test_a_form_that_is_none_any_more_stays(place: Settings) -> None:
    store = DraftStore(place.inbox)
    draft_id, _ = store.put(Submission(message="Hallo"), NOW)
    before = store.get(draft_id)
    assert "Das ist kein Formular mehr" in decide(place, "be", "", edit=lambda text, name: "x")
    assert store.get(draft_id) == before


def test_no_editor(place: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def edit(text: str, name: str) -> str:
        raise EditorNotStarted("gibts-nicht")

    DraftStore(place.inbox).put(WITH_CONSENT, NOW)
    assert "Der Editor gibts-nicht ließ sich nicht starten." in decide(place, "be", "", edit=edit)
    monkeypatch.setenv("VISUAL", "sed -i s/a/b/")
    assert in_editor("aus", "x.md") == "bus"
    for command in ("gibts-nicht", "false", '"'):
        monkeypatch.setenv("VISUAL", command)
        with pytest.raises(EditorNotStarted):
            in_editor("a", "x.md")


@pytest.mark.parametrize("choice", ["nachfragen", "ablehnen"])
def test_an_answer_ready_to_send(choice: str, place: Settings) -> None:
    store = DraftStore(place.inbox)
    draft_id, _ = store.put(replace(WITH_CONSENT, language="tr"), NOW)
    seen = decide(place, choice, "Wer leitet den Chor?", "")
    path = place.inbox / "antworten" / f"{draft_id}.eml"
    assert f"Antwort geschrieben, zum Öffnen im Mailprogramm: {path}" in seen
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    assert message["To"] == "Mona Beispiel <mona@chor.example>"
    assert message["From"] == "Büro für Integration <anlaufstelle@musterstadt.example>"
    text = message.get_body().get_content()  # type: ignore[union-attr]
    assert text.startswith("Merhaba Mona Beispiel,\r\n") and "Wer leitet den Chor?" in text
    assert store.ids() == (() if choice == "ablehnen" else (draft_id,))
    assert store.answered() == {draft_id}


@pytest.mark.parametrize(
    "address", ["", "x", "a@b\nBcc: c@d", "a@b, c@d", "<a@b>", "a@b>", "@b", "a b@c", "ä@b"]
)
def test_no_answer_to_what_is_no_address(address: str, place: Settings) -> None:
    submission = replace(WITH_CONSENT, sender=Sender("X", address))
    assert mail(submission, place.site.office, "?", "ask") is None


@pytest.mark.parametrize("name", ["", "A\x00B\u202e", "{name}", '"A" <x@y>', "x" * 5000, "\ud800"])
@pytest.mark.parametrize("language", [*TEXTS, "", "de-AT", "xx"])
def test_answers_in_every_language(language: str, name: str, place: Settings) -> None:
    submission = replace(WITH_CONSENT, sender=Sender(name, "a@b.example"), language=language)
    kinds: tuple[ReplyKind, ...] = ("ask", "refuse", "accept")
    for kind in kinds:
        data = mail(submission, place.site.office, "So?", kind)
        assert data is not None
        message = BytesParser(policy=policy.default).parsebytes(data)
        assert message["To"].addresses[0].addr_spec == "a@b.example"
        text = body(submission, place.site.office, "So?", kind)
        assert "{" not in text.replace("{name}", "", 1) and "So?" in text


def test_listing(place: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    store = DraftStore(place.inbox)
    assert inbox(place, is_dry=True) == 0
    first, _ = store.put(WITH_CONSENT, NOW - timedelta(days=400))
    store.put(replace(ABOUT_CHOIR, form="hinweis", message="Falsch!\x1b[2J"), NOW)
    store.keep_answer(first, b"x")
    assert inbox(replace(place, language="en"), is_dry=True) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[:2] == ["Der Eingang ist leer.", "In the inbox: 2"]
    assert lines[2].startswith(
        "  1 Neuer Verein · »Trommeln Neustadt e. V.« · Mona Beispiel · for "
    )
    assert lines[2].endswith(" days · answer written · too long, please decide")
    assert lines[3].startswith("  2 Hinweis · associations/chor-am-fluss · Mona · ")
    (place.inbox / "20260101-000000-00000000.json").write_text("?")
    assert inbox(place, is_dry=True) == 1
    assert "00000000.json lässt sich nicht lesen." in capsys.readouterr().out


@pytest.mark.parametrize("size", [799_999, 800_000])
def test_who_decides_is_told_when_there_is_little_room(
    size: int, place: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    site = replace(place.site, intake="einreichen")
    served = replace(place, site=site, intake=IntakeRules(megabytes=1))
    draft_id, _ = DraftStore(place.inbox).put(WITH_CONSENT, NOW)
    own = (place.inbox / f"{draft_id}.json").stat().st_size
    (place.inbox / f"{draft_id}-1.png").write_bytes(bytes(size - own))
    for settings in (served, replace(served, site=place.site)):
        inbox(settings, is_dry=True)
    lines = capsys.readouterr().out.split("\n")
    said = [line for line in lines if line.startswith("Der Eingang wird voll: 0 von 1 MB.")]
    assert len(said) == (size == 800_000)


def test_nothing_on_the_screen_steers_it(place: Settings) -> None:
    evil = "\x1b[2J\u202eX"
    submission = Submission(
        form="verein",
        fields={"name": (evil,), "topics": (evil,), "text": (f"{evil}\n{evil}",)},
        sender=Sender(evil, evil),
        message=f"{evil}\n== Neuer Verein",
        attachments=(Attachment(evil, data=PNG),),
    )
    DraftStore(place.inbox).put(submission, NOW)
    seen = decide(place, "")
    assert "\x1b" not in seen and "\u202e" not in seen


@pytest.mark.slow
def test_ten_thousand_drafts(place: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    store = DraftStore(place.inbox)
    first, _ = store.put(WITH_CONSENT, NOW)
    text = (place.inbox / f"{first}.json").read_text("utf-8")
    for number in range(10_000):
        (place.inbox / f"20260101-000000-{number:08x}.json").write_text(text, "utf-8")
    assert inbox(place, is_dry=True) == 0
    lines = capsys.readouterr().out.split("\n")
    assert (lines[0], lines[-2]) == ("Im Eingang: 10001", "    und 9951 weitere")


STEPS = ("write", "commit", "done")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "submission", [WITH_CONSENT, change(phone=("030 23125 200",))], ids=["n", "c"]
)
def test_stopped_anywhere_it_is_finished_the_next_time(
    step: str, submission: Submission, repository: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*given: object) -> None:
        raise KeyboardInterrupt

    place = {
        "write": (decision, "write_all"),
        "commit": (its_inbox, "commit"),
        "done": (DraftStore, "done"),
    }
    DraftStore(repository.inbox).put(submission, NOW)
    with monkeypatch.context() as patched:
        patched.setattr(*place[step], stop)
        with pytest.raises(KeyboardInterrupt):
            decide(repository, "annehmen")
    assert len(DraftStore(repository.inbox).ids()) == 1
    decide(repository, "annehmen")
    assert DraftStore(repository.inbox).ids() == ()
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "rev-list", "--count", "HEAD") == "2\n"
    assert len(list((repository.inbox / DONE).glob("*.json"))) == 1
    added = git(repository, "log", "--format=", "--name-only", "-1").split()
    assert added == [NEW_FILE if submission is WITH_CONSENT else CHOIR_FILE]


def test_somebody_else_was_quicker(place: Settings) -> None:
    store = DraftStore(place.inbox)
    draft_id, _ = store.put(WITH_CONSENT, NOW)
    drafts = [found for one in store.ids() if (found := store.get(one))]
    script = Script([])
    at = Desk(place, Tools(script, same, NOW, os.environ))
    store.done(draft_id)
    at.go_through(drafts)
    assert "".join(script.seen) == "Das war alles.\nDer Eingang ist leer.\n"


DEEDS: tuple[tuple[Submission, tuple[str, ...]], ...] = (
    (WITH_CONSENT, ("annehmen",)),
    (replace(ABOUT_CHOIR, form="stimmt"), ("stimmt noch",)),
    (replace(ABOUT_CHOIR, form="abmelden"), ("beenden",)),
    (
        replace(ABOUT_CHOIR, form="abmelden", entry="associations/chor-der-nationen"),
        ("entfernen", "ja"),
    ),
    (replace(ABOUT_CHOIR, message="Hallo"), ("erledigt",)),
    (replace(ABOUT_CHOIR, message="Hallo"), ("bearbeiten",)),
    (WITH_CONSENT, ("ablehnen", "")),
    (WITH_CONSENT, ("nachfragen", "Wo?", "")),
)


@pytest.mark.parametrize("is_changed", [False, True])
@pytest.mark.parametrize(("submission", "typed"), DEEDS)
def test_what_somebody_else_has_decided_meanwhile_stays_decided(
    submission: Submission, typed: tuple[str, ...], is_changed: bool, place: Settings
) -> None:
    """Also while somebody sits before their editor."""
    store = DraftStore(place.inbox)
    store.put(submission, NOW)
    drafts = [found for one in store.ids() if (found := store.get(one))]
    before = {path: path.read_bytes() for path in place.content.rglob("*.*")}

    def somebody_else() -> None:
        if is_changed:
            store.change(replace(drafts[0], submission=replace(submission, message="Neu")))
        else:
            store.done(drafts[0].id)

    def edit(text: str, name: str) -> str:
        somebody_else()
        return f"{text}\nTelefon: 030 23125 200\n"

    class Slow(Script):
        def ask(self, prompt: str) -> str:
            if len(self.lines) == 1 + is_changed and typed != ("bearbeiten",):
                somebody_else()
            return super().ask(prompt)

    script = Slow([*typed, *([""] if is_changed else [])])
    Desk(place, Tools(script, edit, NOW, os.environ)).go_through(drafts)
    assert "Darüber hat inzwischen jemand anderes entschieden" in "".join(script.seen)
    assert {path: path.read_bytes() for path in place.content.rglob("*.*")} == before
    assert len(store.ids()) == is_changed and not store.answered()


def test_a_file_that_changes_meanwhile_is_not_overwritten(place: Settings) -> None:
    DraftStore(place.inbox).put(change(phone=("030 23125 200",)), NOW)
    path = place.content / CHOIR_FILE
    newer = CHOIR.replace("Wir singen", "Wir summen")

    class Slow(Script):
        def ask(self, prompt: str) -> str:
            if len(self.lines) == 2:
                path.write_text(newer, "utf-8")
            return super().ask(prompt)

    store, script = DraftStore(place.inbox), Slow(["an", "an"])
    drafts = [found for one in store.ids() if (found := store.get(one))]
    Desk(place, Tools(script, same, NOW, os.environ)).go_through(drafts)
    assert "hat sich gerade geändert" in "".join(script.seen)
    assert path.read_text("utf-8") == newer.replace('"030 23125 170"', "030 23125 200")


@pytest.mark.parametrize(
    "said",
    [
        "chor am fluss",
        "Chor am",
        "associations/chor-am-fluss",
        "https://anlaufstelle.example/ar/vereine/chor-am-fluss/",
        "anlaufstelle.example/vereine/chor-am-fluss",
    ],
)
def test_an_entry_by_its_name_or_the_address_of_its_page(said: str, place: Settings) -> None:
    text = f"Formular: Abmelden\n\nEintrag: {said}\nNachricht: Danke für alles\n"
    submission = questionnaire.read(text)
    assert submission is not None
    DraftStore(place.inbox).put(submission, NOW)
    seen = decide(place, "beenden")
    assert (
        "\nZu: associations/chor-am-fluss\n" in seen and "Eintrag:" not in seen.partition("==")[2]
    )
    assert "    Danke für alles\n" in seen
    assert f"ended:\n  on: {place.today.isoformat()}\n" in text_of(place, CHOIR_FILE)


@pytest.mark.parametrize("said", ["Chor", "vereine/chor-am-meer", "nichts davon"])
def test_an_entry_that_is_not_clear_stays_a_message(said: str, place: Settings) -> None:
    submission = questionnaire.read(f"Formular: Abmelden\n\nEintrag: {said}\n")
    assert submission is not None
    DraftStore(place.inbox).put(submission, NOW)
    assert f"    Eintrag: {said}\n" in decide(place, "später")


def test_who_is_accepted_gets_word(place: Settings) -> None:
    store = DraftStore(place.inbox)
    draft_id, _ = store.put(replace(WITH_CONSENT, language="ar"), NOW)
    path = place.inbox / "antworten" / f"{draft_id}.eml"
    assert f"Bescheid für den Absender, zum Öffnen im Mailprogramm: {path}" in decide(place, "an")
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    assert message["To"] == "Mona Beispiel <mona@chor.example>"
    text = message.get_body().get_content()  # type: ignore[union-attr]
    assert TEXTS["ar"].accepting.format(what="»Trommeln Neustadt e. V.«") in text


def test_word_names_the_entry_as_people_do(place: Settings) -> None:
    draft_id, _ = DraftStore(place.inbox).put(replace(ABOUT_CHOIR, form="abmelden"), NOW)
    decide(place, "beenden")
    text = (place.inbox / "antworten" / f"{draft_id}.eml").read_text("utf-8")
    assert "=C2=BBChor am Fluss=C2=AB" in text and "associations/" not in text


def test_no_word_to_still_right_and_to_no_address(place: Settings) -> None:
    store = DraftStore(place.inbox)
    store.put(replace(ABOUT_CHOIR, form="stimmt"), NOW)
    store.put(replace(WITH_CONSENT, sender=Sender("Mona")), NOW + timedelta(days=1))
    assert "Bescheid" not in decide(place, "stimmt", "annehmen")
    assert store.ids() == () and store.answered() == frozenset()


def test_every_language_of_the_site_is_answered_in(place: Settings) -> None:
    assert set(place.site.languages) <= set(TEXTS)
