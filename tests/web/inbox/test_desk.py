"""`make inbox-web`: what is shown of what waits, what comes of a decision, and what is refused."""

import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from email import policy
from email.parser import BytesParser

import pytest

from plugins.catalogue.settings import IntakeRules, Settings
from plugins.intake import git as git_module
from plugins.intake.content import read
from plugins.intake.inbox import texts as terminal
from plugins.intake.new.texts import Bilingual
from plugins.intake.submission import filled as filling
from plugins.intake.submission.filled import filled
from plugins.intake.submission.store import Stored
from plugins.intake.submission.submission import Attachment, Sender, Submission
from plugins.web.inbox import texts
from plugins.web.inbox.changes import DiffSegment, compared
from plugins.web.inbox.views import all_texts
from plugins.web.inbox.workspace import DraftReview
from tests.intake.forge.serving import TOKEN
from tests.intake.forge.test_propose import Town
from tests.intake.inbox.test_inbox import CHOIR_FILE, NEW_FILE, git, text_of
from tests.intake.inbox.test_languages import ARABIC, HOPE, SONG
from tests.intake.inbox.test_pictures import RED, with_pictures
from tests.intake.submission.conftest import CHOIR
from tests.intake.submission.test_filled import WITH_CONSENT, change
from tests.intake.submission.test_store import NOW
from tests.web.inbox.conftest import Desk

ABOUT = Submission(entry="associations/chor-am-fluss", sender=Sender("Mona", "m@x.example"))
PHONE = change(phone=("030 23125 200",))


def words_of(page: str) -> str:
    """What stands on a page, without its elements."""
    body = page.partition("<main")[2]
    body = body.replace('<span class="may-end"></span>', "")
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def links(page: str) -> list[str]:
    return re.findall(r'<a class="button"[^>]*href="([^"]*)"', page)


def actions(page: str) -> list[str]:
    """What the buttons below a draft do."""
    found = re.findall(
        r'(?:formaction|href)="/eingang/[^/"]+/([a-z]+)/"', page.partition('class="decide"')[2]
    )
    return found


# What waits.


def test_nothing_waits(desk: Desk) -> None:
    assert desk.client.get("").status == 200
    assert "Alles erledigt Nichts wartet auf eine Entscheidung." in words_of(desk.client.text)


def test_what_waits_oldest_first(desk: Desk) -> None:
    new = desk.put(replace(ABOUT, form="hinweis", message="\n Falsch!\nSehr."))
    old = desk.put(replace(WITH_CONSENT, language="tr"), NOW - timedelta(days=40))
    desk.store.keep_answer(old, b"x")
    page = desk.client.get("").body.decode()
    said = words_of(page)
    assert re.findall(r'<a href="/eingang/(2[^"]*)/"><bdi>', page) == [old, new]
    assert "2 Einsendungen warten" in said
    assert "Neuer Verein Trommeln Neustadt e. V." in said
    assert (
        "Antwort geschrieben zu lange, bitte entscheiden Mona Beispiel Türkisch seit 40 Tagen"
        in said
    )
    assert "Hinweis Chor am Fluss Falsch! Mona heute" in said


def test_a_mail_in_free_words_is_called_by_its_subject(desk: Desk) -> None:
    desk.put(Submission(message="Betreff: Wir sind neu\n\nLiebes Büro,\nhallo!", source="mail"))
    assert "Hinweis Wir sind neu Liebes Büro, ohne Namen heute" in words_of(
        desk.client.get("").body.decode()
    )


def test_only_one_kind(desk: Desk) -> None:
    desk.put(WITH_CONSENT)
    desk.put(replace(ABOUT, form="hinweis", message="Falsch!"))
    page = desk.client.get("?art=hinweis").body.decode()
    assert "Falsch!" in page and "Trommeln" not in page
    assert re.findall(r'\?art=([a-z-]*)"( aria-current="page")?', page) == [
        ("verein", ""),
        ("hinweis", ' aria-current="page"'),
    ]
    assert "Von dieser Art wartet nichts." in desk.client.get("?art=termin").body.decode()
    assert "Trommeln" in desk.client.get("?art=gibts-nicht").body.decode()


def test_what_was_found_is_marked_once_somebody_has_looked(desk: Desk) -> None:
    draft_id = desk.put(Submission(form="verein", fields={"name": ("X\u202eY",)}))
    assert "2 Fehler" not in words_of(desk.client.get("").body.decode())
    desk.client.get(f"{draft_id}/")
    assert "2 Fehler" in words_of(desk.client.get("").body.decode())


def test_a_list_of_many_holds_none_against_the_catalogue(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.put(WITH_CONSENT)
    text = (desk.store.folder / f"{first}.json").read_text("utf-8")
    for number in range(500):
        (desk.store.folder / f"20260101-000000-{number:08x}.json").write_text(text, "utf-8")

    def never(*given: object) -> None:
        raise AssertionError

    monkeypatch.setattr(filling, "looked_over", never)
    page = desk.client.get("").body.decode()
    assert "501 Einsendungen warten" in page and "und 301 weitere" in page
    assert page.count('<li class="waiting__one">') == 200
    assert desk.failures == []


def test_what_cannot_be_read_is_named(desk: Desk) -> None:
    desk.put(WITH_CONSENT)
    (desk.store.folder / "20260101-000000-00000000.json").write_text("?")
    page = words_of(desk.client.get("").body.decode())
    assert "00000000.json lässt sich nicht lesen." in page and "Trommeln" in page


def test_little_room_is_said(place: Settings, open_desk: Callable[[Settings], Desk]) -> None:
    site = replace(place.site, intake="einreichen")
    desk = open_desk(replace(place, site=site, intake=IntakeRules(megabytes=1)))
    draft_id = desk.put(WITH_CONSENT)
    assert "Der Eingang wird voll" not in words_of(desk.client.get("").body.decode())
    (desk.store.folder / f"{draft_id}-1.png").write_bytes(bytes(900_000))
    assert "Der Eingang wird voll: 0 von 1 MB." in words_of(desk.client.get("").body.decode())


def test_what_its_sender_has_not_confirmed_is_marked(desk: Desk) -> None:
    draft_id, _ = desk.store.put_once(WITH_CONSENT, NOW, NOW, "x", unconfirmed=True)
    assert "unbestätigt" in words_of(desk.client.get("").body.decode())
    page = words_of(desk.client.get(f"{draft_id}/").body.decode())
    assert "E-Mail mona@chor.example (unbestätigt)" in page
    desk.store.note_asked(draft_id)
    said = "unbestätigt, wird nach dem 22.12.2026 gelöscht"
    assert said in words_of(desk.client.get("").body.decode())
    page = words_of(desk.client.get(f"{draft_id}/").body.decode())
    assert f"E-Mail mona@chor.example ({said})" in page


# One draft.


def test_a_new_entry(desk: Desk) -> None:
    draft_id = desk.put(replace(WITH_CONSENT, language="tr", message="Merhaba!\n\nTeşekkürler."))
    page = desk.client.get(f"{draft_id}/").body.decode()
    said = words_of(page)
    assert (
        "Von Mona Beispiel E-Mail mona@chor.example Sprache Türkisch Eingegangen 22.11.2026, 18:30"
        in said
    )
    assert "Merhaba!\n\nTeşekkürler." in page
    assert "Datei: content/associations/trommeln-neustadt.md" in said
    assert "Ansprechperson 1: Name Alex Beispiel" in said
    assert "Wir trommeln.\n\nLaut." in page
    assert actions(page) == ["bearbeiten", "annehmen", "kennung", "nachfragen", "ablehnen"]
    assert f'<iframe class="seen__page" src="/eingang/{draft_id}/vorschau/"' in page


def test_a_change_shows_both_and_not_by_colour_alone(desk: Desk) -> None:
    draft_id = desk.put(PHONE)
    page = desk.client.get(f"{draft_id}/").body.decode()
    assert "Telefon Heute 030 23125 170 Danach 030 23125 200" in words_of(page)
    assert "<del>170</del>" in page and "<ins>200</ins>" in page


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "x", ((), (DiffSegment("x", True),))),
        (
            "a b c d",
            "a b c e",
            (
                (DiffSegment("a b c ", False), DiffSegment("d", True)),
                (DiffSegment("a b c ", False), DiffSegment("e", True)),
            ),
        ),
        ("ganz anders", "neu", ((DiffSegment("ganz anders", True),), (DiffSegment("neu", True),))),
        ("x " * 5000, "x", ((DiffSegment("x " * 5000, True),), (DiffSegment("x", True),))),
    ],
)
def test_word_by_word(old: str, new: str, expected: object) -> None:
    assert compared(old, new) == expected


def test_the_preview_is_the_page_of_the_site(desk: Desk) -> None:
    draft_id = desk.put(with_pictures(WITH_CONSENT, RED, images__1__alt="Eine Trommel"))
    page = desk.client.get(f"{draft_id}/vorschau/").body.decode()
    assert "<title>Trommeln Neustadt e. V." in page
    assert f'src="/eingang/{draft_id}/bild/1"' in page and "Eine Trommel" in page
    style = re.findall(r'<link rel="stylesheet" href="([^"]*)"', page)
    assert [desk.client.get(one, cookie="").status for one in style] == [200, 200]
    picture = desk.client.get(f"{draft_id}/bild/1")
    assert (picture.type, picture.body[:3]) == ("image/jpeg", b"\xff\xd8\xff")
    assert desk.client.get(f"{draft_id}/bild/2").status == 404


def test_the_preview_shows_the_pictures_that_are_there(
    place: Settings, open_desk: Callable[[Settings], Desk]
) -> None:
    (place.content / "images").mkdir(exist_ok=True)
    (place.content / "images" / "rot.png").write_bytes(RED)
    text = CHOIR.replace("topics:", "images: [{file: rot.png, alt: Rot}]\ntopics:")
    (place.content / CHOIR_FILE).write_text(text, "utf-8")
    desk = open_desk(place)
    page = desk.client.get(f"{desk.put(PHONE)}/vorschau/").body.decode()
    [gallery] = re.findall(r'<h2 id="bilder">.*?</section>', page, re.DOTALL)
    [src] = re.findall(r'<img src="([^"]+)"[^>]* alt="Rot"', gallery)
    assert desk.client.get(src).status == 200


def test_the_page_of_an_entry_that_is_there(desk: Desk) -> None:
    page = desk.client.get("seite/associations/chor-am-fluss/")
    assert page.status == 200 and b"Wir singen am Fluss" in page.body


def test_who_may_be_there_already_is_a_link_to_its_page(desk: Desk) -> None:
    fields = {"name": ("Fluss-Chor",), "topics": ("Musik",), "phone": ("+49 30 23125170",)}
    draft_id = desk.put(Submission(form="verein", fields=fields))
    page = desk.client.get(f"{draft_id}/").body.decode()
    assert "Vielleicht derselbe Verein wie »Chor am Fluss«" in words_of(page)
    assert 'href="/eingang/seite/associations/chor-am-fluss/"' in page


EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}\u202e\x1b[2J\x00"


def test_nothing_that_was_handed_in_is_anything_but_text(desk: Desk) -> None:
    fields = dict.fromkeys(("name", "summary", "text", "email", "contacts.1.name"), (EVIL,))
    evil = Submission(
        form="verein",
        language="x-<b>",
        fields={**fields, "topics": (EVIL,)},
        sender=Sender(EVIL, EVIL),
        message=f"{EVIL}\n{EVIL}",
        attachments=(Attachment(EVIL, data=RED), Attachment(EVIL)),
        original=EVIL,
    )
    draft_id = desk.put(evil)
    for path in (
        "",
        f"{draft_id}/",
        f"{draft_id}/bearbeiten/",
        f"{draft_id}/datei/",
        f"{draft_id}/formular/",
        f"{draft_id}/nachfragen/",
        f"{draft_id}/ablehnen/",
        f"{draft_id}/kennung/",
    ):
        page = desk.client.get(path)
        text = page.body.decode()
        assert page.status == 200, path
        assert (
            "<script" not in text and "<img src=x" not in text and 'onerror=alert(1)>"' not in text
        )
        assert not set(text) & set("\u202e\x1b\x00")
    assert desk.failures == []


ANSWERS = "nachfragen ablehnen"
GONE = replace(ABOUT, form="stimmt", entry="associations/weg")
BROKEN = replace(ABOUT, form="aenderung", entry="associations/kaputt")


@pytest.mark.parametrize(
    ("submission", "expected"),
    [
        (Submission(message="Hallo"), "erledigt bearbeiten"),
        (replace(ABOUT, form="hinweis"), "erledigt bearbeiten"),
        (replace(ABOUT, form="stimmt"), "annehmen bearbeiten"),
        (replace(ABOUT, form="abmelden"), "annehmen entfernen"),
        (GONE, "erledigt bearbeiten"),
        (BROKEN, "erledigt bearbeiten"),
        (Submission(form="verein", fields={"name": ("X",)}), "bearbeiten kennung"),
    ],
)
def test_what_can_be_done(submission: Submission, expected: str, desk: Desk) -> None:
    draft_id = desk.put(submission)
    page = desk.client.get(f"{draft_id}/").body.decode()
    assert (" ".join(actions(page)), desk.failures) == (f"{expected} {ANSWERS}", [])


def test_in_english(place: Settings, open_desk: Callable[[Settings], Desk]) -> None:
    desk = open_desk(replace(place, language="en"))
    draft_id = desk.put(WITH_CONSENT)
    assert "One submission is waiting" in desk.client.get("").body.decode()
    page = desk.client.get(f"{draft_id}/").body.decode()
    assert '<html lang="en" dir="ltr">' in page and "Accept" in page
    assert vars(all_texts("en")).keys() == vars(all_texts("de")).keys()


# Decisions.


def test_accepted_and_committed(
    repository: Settings, open_desk: Callable[[Settings], Desk]
) -> None:
    desk = open_desk(repository)
    draft_id = desk.put(with_pictures(WITH_CONSENT, RED, images__1__alt="Trommel"))
    other = desk.put(PHONE, NOW + timedelta(minutes=1))
    expected = filled(WITH_CONSENT, read(repository)).text
    desk.client.press(draft_id, "annehmen")
    said = words_of(desk.client.text)
    assert "Angenommen Trommeln Neustadt e. V." in said
    assert "Geschrieben: content/associations/trommeln-neustadt.md" in said
    assert "Festgehalten: Neuer Verein: associations/trommeln-neustadt" in said
    mail, *others = links(desk.client.text)
    assert mail.startswith("mailto:mona@chor.example?subject=")
    assert others == [f"/eingang/{draft_id}/antwort.eml", f"/eingang/{other}/"]
    picture = "images:\n  - file: trommeln-neustadt.jpg\n    alt: Trommel\n"
    assert text_of(repository, NEW_FILE).replace(picture, "") == expected
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "log", "-1", "--format=%s", "--name-only").split("\n") == [
        "Neuer Verein: associations/trommeln-neustadt",
        "",
        NEW_FILE,
        "images/trommeln-neustadt.jpg",
        "",
    ]
    assert desk.store.ids() == (other,)


def test_without_git_it_is_said(desk: Desk) -> None:
    desk.client.press(desk.put(PHONE), "annehmen")
    assert "Hier wird nicht mit git gearbeitet" in words_of(desk.client.text)
    assert "Damit ist der Eingang leer." in words_of(desk.client.text)
    assert text_of(desk.settings, CHOIR_FILE) == CHOIR.replace('"030 23125 170"', "030 23125 200")


def test_what_git_refuses_is_said(
    repository: Settings, open_desk: Callable[[Settings], Desk]
) -> None:
    hook = repository.content / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho '<b>Nein.' >&2\nexit 1\n")
    hook.chmod(0o755)
    desk = open_desk(repository)
    draft_id = desk.put(PHONE)
    desk.client.press(draft_id, "annehmen")
    said = words_of(desk.client.text)
    assert "Noch nicht fertig" in said and "Angenommen" not in said
    assert "aber git hat sie nicht angenommen: <b>Nein." in said
    assert desk.store.ids() == (draft_id,)
    hook.unlink()
    desk.client.press(draft_id, "annehmen")
    assert "Festgehalten: Änderung: associations/chor-am-fluss" in words_of(desk.client.text)
    assert desk.store.ids() == ()


def test_a_locked_git_is_said(
    repository: Settings, open_desk: Callable[[Settings], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_module, "PAUSE", 0.0)
    (repository.content / ".git" / "index.lock").touch()
    desk = open_desk(repository)
    desk.client.press(desk.put(PHONE), "annehmen")
    assert "denn git ist gesperrt: " in words_of(desk.client.text)


@pytest.mark.slow
def test_accepted_and_proposed(
    town: Town, open_desk: Callable[[Settings], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where that fails the page of the draft says why, and nothing is lost."""
    monkeypatch.delenv("FORGE_TOKEN", raising=False)
    desk, before = open_desk(town.settings), town.here()
    draft_id = desk.put(PHONE)
    assert desk.client.press(draft_id, "annehmen").status == 502
    assert "Ohne FORGE_TOKEN in der Umgebung gibt es keinen" in words_of(desk.client.text)
    assert desk.store.ids() == (draft_id,)
    monkeypatch.setenv("FORGE_TOKEN", TOKEN)
    desk = open_desk(town.settings)
    desk.client.press(draft_id, "annehmen")
    address = f"{town.forge.address}/stadt/anlaufstelle/1"
    assert f"Vorschlag geöffnet: {address}" in words_of(desk.client.text)
    assert f'href="{address}"' in desk.client.text
    assert "Hier wird nicht mit git gearbeitet" not in desk.client.text
    assert (desk.store.ids(), desk.failures, town.here()) == ((), [], before)


def test_still_right_and_ended(desk: Desk) -> None:
    today = desk.settings.today.isoformat()
    desk.client.press(desk.put(replace(ABOUT, form="stimmt")), "annehmen")
    assert f"checked:\n  on: {today}\n" in text_of(desk.settings, CHOIR_FILE)
    desk.client.press(desk.put(replace(ABOUT, form="abmelden")), "annehmen")
    assert f"ended:\n  on: {today}\n" in text_of(desk.settings, CHOIR_FILE)
    assert desk.store.ids() == ()


def test_removed_after_asking(repository: Settings, open_desk: Callable[[Settings], Desk]) -> None:
    desk = open_desk(repository)
    leave = replace(ABOUT, form="abmelden", entry="associations/chor-der-nationen")
    draft_id = desk.put(leave)
    path = repository.content / "associations" / "chor-der-nationen.md"
    desk.client.get(f"{draft_id}/entfernen/")
    assert "content/associations/chor-der-nationen.md wird gelöscht" in words_of(desk.client.text)
    assert path.is_file()
    desk.client.press(draft_id, "entfernen", "entfernen/")
    assert not path.exists() and git(repository, "status", "--porcelain") == ""
    assert "Gelöscht: content/associations/chor-der-nationen.md" in words_of(desk.client.text)


def test_what_others_name_is_not_removed(desk: Desk) -> None:
    text = "---\ntitle: X\nstart: 2026-12-01\norganisers: [chor-am-fluss]\n---\n"
    (desk.settings.content / "events" / "x.md").write_text(text, "utf-8")
    draft_id = desk.put(replace(ABOUT, form="abmelden"))
    page = desk.client.get(f"{draft_id}/entfernen/").body.decode()
    assert "nennen ihn: content/events/konzert.md, content/events/x.md." in words_of(page)
    assert desk.client.post(f"{draft_id}/entfernen/", desk.client.sealed()).status == 403
    desk.client.get(f"{draft_id}/")
    assert desk.client.post(f"{draft_id}/entfernen/", desk.client.sealed()).status == 409
    assert (desk.settings.content / CHOIR_FILE).is_file()


def test_put_aside(desk: Desk) -> None:
    draft_id = desk.put(Submission(message="Danke!"))
    desk.client.press(draft_id, "erledigt")
    assert "Abgelegt" in words_of(desk.client.text) and desk.store.ids() == ()


def test_later_is_a_link_to_the_next(desk: Desk) -> None:
    first = desk.put(WITH_CONSENT)
    second = desk.put(PHONE, NOW + timedelta(minutes=1))
    pattern = r'class="more decide__later" href="([^"]*)"'
    assert re.findall(pattern, desk.client.get(f"{first}/").body.decode()) == [
        f"/eingang/{second}/"
    ]
    assert re.findall(pattern, desk.client.get(f"{second}/").body.decode()) == [
        f"/eingang/{first}/"
    ]
    desk.store.done(second)
    assert re.findall(pattern, desk.client.get(f"{first}/").body.decode()) == ["/eingang/"]


@pytest.mark.parametrize("action", ["nachfragen", "ablehnen"])
def test_an_answer_ready_to_send(action: str, desk: Desk) -> None:
    draft_id = desk.put(replace(WITH_CONSENT, language="tr"))
    page = desk.client.get(f"{draft_id}/{action}/").body.decode()
    assert "Merhaba Mona Beispiel," in page and 'lang="tr"' in page
    desk.client.press(draft_id, action, f"{action}/", text="Kim yönetiyor?\r\n\r\n<b>")
    page = desk.client.text
    assert "Kim yönetiyor?\n\n&lt;b&gt;" in page
    [mailto] = re.findall(r'href="(mailto:[^"]*)"', page)
    assert mailto.startswith("mailto:mona@chor.example?subject=")
    mail = desk.client.get(f"{draft_id}/antwort.eml")
    assert mail.headers["Content-Disposition"] == f'attachment; filename="{draft_id}.eml"'
    message = BytesParser(policy=policy.default).parsebytes(mail.body)
    assert message["To"] == "Mona Beispiel <mona@chor.example>"
    assert mail.body == (desk.store.folder / "antworten" / f"{draft_id}.eml").read_bytes()
    assert desk.store.ids() == (() if action == "ablehnen" else (draft_id,))


def test_no_address_for_an_answer(desk: Desk) -> None:
    draft_id = desk.put(replace(WITH_CONSENT, sender=Sender("Mona", "keine")))
    desk.client.press(draft_id, "nachfragen", "nachfragen/", text="Wer?")
    assert "Eine Adresse für die Antwort ist nicht angegeben." in words_of(desk.client.text)
    assert "mailto:" not in desk.client.text and "Wer?" in desk.client.text


# What is made of a draft before it is decided.


def typed(page: str) -> dict[str, str]:
    """What a form sends when nobody changes anything: all that is typed or chosen in it."""
    found = re.findall(r'<input type="(?!hidden|checkbox|radio)[^>]* name="([^"]+)"([^>]*)>', page)
    found += re.findall(r'<input type="[a-z]*" id="[^"]*" name="([^"]+)"([^>]*)>', page)
    values = {name: rest for name, rest in found if " value=" in rest}
    said = {name: re.findall(r' value="([^"]*)"', rest)[0] for name, rest in values.items()}
    areas = re.findall(
        r'<textarea id="[^"]*" name="([^"]+)"[^>]*>(.*?)</textarea>', page, re.DOTALL
    )
    chosen = re.findall(r'name="([^"]+)" value="([^"]+)"[^>]* checked', page)
    return {k: html.unescape(v) for k, v in {**said, **dict(areas), **dict(chosen)}.items()}


def test_edited_in_a_form_checked_previewed_accepted(desk: Desk) -> None:
    draft_id = desk.put(Submission(form="verein", fields={"name": ("X\u202eY",)}))
    page = desk.client.get(f"{draft_id}/bearbeiten/").body.decode()
    assert 'name="name"' in page and 'value="XY"' in page and 'action="/eingang/' in page
    assert 'aria-invalid="true"' in page and "FLD-MISSING" not in page
    assert '<li><a href="#feld-topics">Themen – Diese Angabe fehlt.</a></li>' in page
    wrong = desk.client.press(
        draft_id, "bearbeiten", "bearbeiten/", name="XY", email="keine", topics="musik"
    )
    assert 'value="keine" dir="ltr"' in wrong.body.decode() and b"ENC-BIDI" not in wrong.body
    desk.client.press(
        draft_id, "bearbeiten", "bearbeiten/", name="XY e. V.", email="", topics="musik"
    )
    assert "Sie haben diese Einsendung bearbeitet." in words_of(desk.client.text)
    assert "XY e. V." in desk.client.get(f"{draft_id}/vorschau/").body.decode()
    assert not (desk.settings.content / "associations" / "xy.md").exists()
    assert "bearbeitet" in words_of(desk.client.get("").body.decode())
    desk.client.press(draft_id, "annehmen")
    assert text_of(desk.settings, "associations/xy.md").split("\n")[1:4] == [
        "name: XY e. V.", "topics: [musik]", f"listed: {desk.settings.today}"
    ]  # fmt: skip


def test_a_form_that_nobody_changed_changes_nothing(desk: Desk) -> None:
    draft_id = desk.put(replace(ABOUT, form="hinweis", message="Falsch!"))
    page = desk.client.get(f"{draft_id}/bearbeiten/").body.decode()
    given = typed(page)
    assert given["name"] == "Chor am Fluss" and given["contacts.1.name"] == "Kim Muster"
    assert given["text"] == "Wir singen am Fluss, jeden\nDienstag." and given["topics"] == "musik"
    desk.client.press(draft_id, "bearbeiten", "bearbeiten/", **given)
    assert "ändert sich dadurch nichts" in words_of(desk.client.text)
    desk.client.press(draft_id, "bearbeiten", "bearbeiten/", **{**given, "phone": "030 23125 200"})
    desk.client.press(draft_id, "annehmen")
    expected = CHOIR.replace('"030 23125 170"', "030 23125 200")
    assert text_of(desk.settings, CHOIR_FILE) == expected


def test_an_event_is_edited_in_a_form(desk: Desk) -> None:
    fields = {
        "title": ("Konzert am See",),
        "start": ("2026-12-01T19:00",),
        "organisers": ("boxclub",),
    }
    draft_id = desk.put(Submission(form="termin", fields=fields))
    page = desk.client.get(f"{draft_id}/bearbeiten/").body.decode()
    assert 'type="date" id="feld-start" name="start"' in page and 'value="19:00"' in page
    given = typed(page)
    assert given["organisers"] == "Boxclub Hafen"
    form = {**desk.client.sealed(), "title": "Konzert am Fluss", "organisers": given["organisers"]}
    body = [*form.items(), ("start", "2026-12-02"), ("start", "20:00")]
    assert desk.client.post_pairs(f"{draft_id}/bearbeiten/", body).status == 303
    desk.client.press(draft_id, "annehmen")
    [made] = (desk.settings.content / "events").glob("konzert-am-*")
    text = made.read_text("utf-8")
    assert "title: Konzert am Fluss\nstart: 2026-12-02T20:00\n" in text
    assert "organisers: [boxclub]\n" in text


def test_edited_as_a_file(desk: Desk) -> None:
    draft_id = desk.put(Submission(form="verein", fields={"name": ("X\u202eY",)}))
    page = desk.client.get(f"{draft_id}/datei/").body.decode()
    [text] = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    text = html.unescape(text)
    assert "ENC-BIDI" in page and "name: XY\n" in text
    again = desk.client.press(draft_id, "datei", "datei/", text=text)
    assert b"FLD-MISSING" in again.body and b"ENC-BIDI" not in again.body
    mended = text.replace("listed", "topics: [musik]\nlisted").replace("\n", "\r\n")
    desk.client.press(draft_id, "datei", "datei/", text=mended)
    desk.client.press(draft_id, "annehmen")
    assert text_of(desk.settings, "associations/xy.md") == mended.replace("\r\n", "\n")


def test_a_file_that_cannot_be_read_is_mended_as_a_file(desk: Desk) -> None:
    draft_id = desk.put(WITH_CONSENT)
    broken = desk.client.press(draft_id, "datei", "datei/", text="---\nname: [\n---\n")
    assert broken.status == 200 and b"name: [" in broken.body
    to_file = desk.client.get(f"{draft_id}/bearbeiten/")
    assert to_file.headers["Location"] == f"/eingang/{draft_id}/datei/"


def test_an_edit_can_be_discarded(desk: Desk) -> None:
    draft_id = desk.put(WITH_CONSENT)
    text = filled(WITH_CONSENT, read(desk.settings)).text
    desk.client.press(draft_id, "datei", "datei/", text=text.replace("Laut", "Leise"))
    assert "Leise" in desk.client.text
    desk.client.press(draft_id, "verwerfen")
    assert "Leise" not in desk.client.text and "Laut" in desk.client.text


def test_an_id_of_ones_own(desk: Desk) -> None:
    draft_id = desk.put(with_pictures(WITH_CONSENT, RED, images__1__alt="x"))
    for wrong, code in (("../x", b"ID-FORM"), ("chor-am-fluss", b"FILE-TWICE")):
        given = desk.client.press(draft_id, "kennung", "kennung/", id=wrong)
        assert given.status == 422 and code in given.body
    page = desk.client.get(f"{draft_id}/datei/").body.decode()
    [text] = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    text = html.unescape(text).replace("Laut", "Leise")
    desk.client.press(draft_id, "datei", "datei/", text=text)
    desk.client.press(draft_id, "kennung", "kennung/", id="trommler")
    desk.client.press(draft_id, "annehmen")
    text = text_of(desk.settings, "associations/trommler.md")
    assert "Leise" in text and "file: trommler.jpg" in text
    assert (desk.settings.content / "images" / "trommler.jpg").is_file()
    assert not (desk.settings.content / NEW_FILE).exists()


def test_a_message_becomes_a_change(desk: Desk) -> None:
    draft_id = desk.put(Submission(message="Neues Telefon: 030 23125 200"))
    page = desk.client.get(f"{draft_id}/bearbeiten/").body.decode()
    assert "Neues Telefon" in page and '<option value="associations/chor-am-fluss">' in page
    for entry, said in (
        ("", b"Bitte den Eintrag nennen"),
        ("Wer?", "So heißt kein Eintrag, oder mehr als einer.".encode()),
    ):
        wrong = desk.client.press(
            draft_id, "zuordnen", "bearbeiten/", art="aenderung", eintrag=entry
        )
        assert wrong.status == 422 and said in wrong.body
    form = desk.client.press(
        draft_id, "zuordnen", "bearbeiten/", art="aenderung", eintrag="chor am fluss"
    )
    given = typed(form.body.decode())
    desk.client.press(draft_id, "bearbeiten", "bearbeiten/", **{**given, "phone": "030 23125 200"})
    desk.client.press(draft_id, "annehmen")
    assert "030 23125 200" in text_of(desk.settings, CHOIR_FILE)


def test_the_word_for_editing_is_the_same_wherever_it_leads(desk: Desk) -> None:
    for submission in (Submission(message="Neu!"), WITH_CONSENT):
        page = desk.client.get(f"{desk.put(submission)}/").body.decode()
        assert re.findall(r'bearbeiten/">([^<]*)</a>', page) == ["Bearbeiten"]


def test_a_message_becomes_a_new_entry(desk: Desk) -> None:
    draft_id = desk.put(Submission(message="Wir sind der Tanzkreis Nord."))
    desk.client.press(draft_id, "zuordnen", "bearbeiten/", art="verein", eintrag="egal")
    desk.client.press(
        draft_id, "bearbeiten", "bearbeiten/", name="Tanzkreis Nord", topics="musik", text="Tanz."
    )
    desk.client.press(draft_id, "annehmen")
    assert "name: Tanzkreis Nord" in text_of(desk.settings, "associations/tanzkreis-nord.md")


def test_a_message_is_filled_in_as_a_text(desk: Desk) -> None:
    draft_id = desk.put(Submission(message="Neues Telefon: 030 23125 200"))
    wrong = desk.client.press(draft_id, "formular", "formular/", text="Was?")
    assert b"Das ist kein Formular mehr" in wrong.body and b"Was?" in wrong.body
    form = "Formular: Änderung\r\nEintrag: associations/chor-am-fluss\r\nTelefon: 030 23125 200\r\n"
    desk.client.press(draft_id, "formular", "formular/", text=form)
    desk.client.press(draft_id, "annehmen")
    assert "030 23125 200" in text_of(desk.settings, CHOIR_FILE)


def test_a_picture_is_described(desk: Desk) -> None:
    draft_id = desk.put(with_pictures(WITH_CONSENT, RED))
    assert "bleibt noch draußen" in words_of(desk.client.get(f"{draft_id}/").body.decode())
    desk.client.press(draft_id, "beschreiben", bild="7", alt="Falsche Nummer")
    desk.client.press(draft_id, "beschreiben", bild="1", alt=" Eine  Trommel ")
    assert "kommt mit hinein · 30 × 20 Eine Trommel" in words_of(desk.client.text)
    desk.client.press(draft_id, "annehmen")
    assert "alt: Eine Trommel\n" in text_of(desk.settings, NEW_FILE)


# Two at once.


def test_what_is_decided_already_is_not_decided_again(desk: Desk) -> None:
    draft_id = desk.put(PHONE)
    desk.client.get(f"{draft_id}/")
    sealed = desk.client.sealed()
    desk.store.done(draft_id)
    given = desk.client.post(f"{draft_id}/annehmen/", sealed)
    assert (given.status, text_of(desk.settings, CHOIR_FILE)) == (410, CHOIR)
    assert "Darüber ist schon entschieden" in words_of(desk.client.text)


@pytest.mark.parametrize("is_changed", [False, True])
@pytest.mark.parametrize("action", ["annehmen", "ablehnen", "zuordnen"])
def test_somebody_else_decides_just_now(
    action: str, is_changed: bool, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft_id = desk.put(PHONE)
    workspace, review = desk.app.workspace, desk.app.workspace.review
    desk.client.get(f"{draft_id}/" if action != "ablehnen" else f"{draft_id}/ablehnen/")

    def slowly(draft: Stored) -> DraftReview:
        found = review(draft)
        monkeypatch.undo()
        if is_changed:
            desk.store.change(replace(draft, submission=replace(PHONE, message="Neu")))
        else:
            desk.store.done(draft_id)
        return found

    monkeypatch.setattr(workspace, "review", slowly)
    given = desk.client.post(
        f"{draft_id}/{action}/", {**desk.client.sealed(), "art": "hinweis", "text": "Nein"}
    )
    assert (given.status, text_of(desk.settings, CHOIR_FILE)) == (409 if is_changed else 410, CHOIR)
    assert len(desk.store.ids()) == is_changed and not desk.store.answered()


def test_a_draft_that_has_changed_is_shown_again(desk: Desk) -> None:
    draft_id = desk.put(PHONE)
    desk.client.get(f"{draft_id}/")
    sealed, stored = desk.client.sealed(), desk.store.get(draft_id)
    assert stored is not None
    other = replace(stored.submission, fields={"phone": ("030 23125 999",)})
    desk.store.change(replace(stored, submission=other))
    given = desk.client.post(f"{draft_id}/annehmen/", sealed)
    assert (given.status, text_of(desk.settings, CHOIR_FILE)) == (409, CHOIR)
    assert "Es ist nichts geschehen." in words_of(desk.client.text)
    assert desk.client.post(f"{draft_id}/annehmen/", desk.client.sealed()).status == 303
    assert "030 23125 999" in text_of(desk.settings, CHOIR_FILE)


@pytest.mark.parametrize(("page", "field"), [("datei", "text"), ("bearbeiten", "summary")])
def test_an_entry_that_has_changed_is_shown_again(page: str, field: str, desk: Desk) -> None:
    draft_id = desk.put(PHONE)
    desk.client.get(f"{draft_id}/{page}/")
    sealed, newer = desk.client.sealed(), CHOIR.replace("Wir singen", "Wir summen")
    (desk.settings.content / CHOIR_FILE).write_text(newer, "utf-8")
    given = desk.client.post(f"{draft_id}/{page}/", {**sealed, field: "Mein Text"})
    assert given.status == 409 and b"Mein Text" in given.body
    desk.client.press(draft_id, "annehmen")
    assert "Wir summen" in text_of(desk.settings, CHOIR_FILE)


def test_an_edit_of_what_has_changed_since_is_not_applied(desk: Desk) -> None:
    draft_id = desk.put(PHONE)
    text = filled(PHONE, read(desk.settings)).text
    desk.client.press(draft_id, "datei", "datei/", text=text.replace("singen", "pfeifen"))
    newer = CHOIR.replace("Wir singen", "Wir summen")
    (desk.settings.content / CHOIR_FILE).write_text(newer, "utf-8")
    desk.client.press(draft_id, "annehmen")
    assert "Wir summen" in text_of(desk.settings, CHOIR_FILE)


def test_what_is_not_offered_is_not_done(desk: Desk) -> None:
    draft_id = desk.put(PHONE)
    desk.client.get(f"{draft_id}/")
    sealed = desk.client.sealed()
    for action in ("erledigt", "entfernen", "kennung", "beschreiben"):
        assert desk.client.post(f"{draft_id}/{action}/", {**sealed, "id": "x"}).status == 409
    assert desk.client.get(f"{draft_id}/entfernen/").status == 409
    assert (desk.store.ids(), text_of(desk.settings, CHOIR_FILE)) == ((draft_id,), CHOIR)


def test_what_has_errors_is_not_accepted(desk: Desk) -> None:
    draft_id = desk.put(Submission(form="verein", fields={"name": ("X",)}))
    desk.client.get(f"{draft_id}/")
    assert desk.client.post(f"{draft_id}/annehmen/", desk.client.sealed()).status == 409
    assert "erst bearbeiten oder nachfragen" in words_of(desk.client.text)
    assert desk.store.ids() == (draft_id,)


# What fails.


def test_a_broken_content_keeps_nothing_from_being_seen(desk: Desk) -> None:
    for name in ("boxclub.md", "chor-am-fluss.md"):
        (desk.settings.content / "associations" / name).write_bytes(b"\xff\x00")
    draft_id = desk.put(PHONE)
    assert desk.client.get(f"{draft_id}/").status == 200
    assert "lässt sich nichts sicher ändern" in words_of(desk.client.text)
    new = desk.put(WITH_CONSENT)
    desk.client.press(new, "annehmen")
    assert (desk.settings.content / NEW_FILE).is_file() and desk.failures == []


def test_a_full_disk_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise OSError(28, "No space left on device")

    draft_id = desk.put(PHONE)
    monkeypatch.setattr("plugins.intake.inbox.decision.write_all", full)
    desk.client.press(draft_id, "annehmen")
    assert desk.client.last.status == 500
    assert "No space left on device" in words_of(desk.client.text)
    assert desk.store.ids() == (draft_id,)


def test_no_word_is_said_in_two_ways() -> None:
    named = [
        {name for name, text in vars(module).items() if isinstance(text, Bilingual)}
        for module in (terminal, texts)
    ]
    assert named[0] & named[1] == set()


# In another language.


def in_german(desk: Desk, draft_id: str, **fields: str) -> None:
    """Put German in the place of fields, by the form."""
    given = typed(desk.client.get(f"{draft_id}/bearbeiten/").body.decode())
    desk.client.press(draft_id, "bearbeiten", "bearbeiten/", **{**given, **fields})


def test_what_came_in_arabic_gets_german_and_stays_as_a_translation(desk: Desk) -> None:
    draft_id = desk.put(ARABIC)
    page = desk.client.get(f"{draft_id}/").body.decode()
    assert "Auf Deutsch fehlt: Name, Kurzbeschreibung, Text." in words_of(page)
    assert actions(page) == ["bearbeiten", "annehmen", "kennung", "nachfragen", "ablehnen"]
    form = desk.client.get(f"{draft_id}/bearbeiten/").body.decode()
    assert f'<dd lang="ar" dir="auto"><pre class="as-typed">{SONG}</pre></dd>' in form
    in_german(desk, draft_id, name="Al-Amal", summary="Wir singen.", text="Dienstags.")
    page = desk.client.get(f"{draft_id}/").body.decode()
    assert (
        "Was auf Arabisch kam, bleibt als Übersetzung: content/associations/al-amal.ar.md "
        "(Name, Kurzbeschreibung, Text) Nicht als Übersetzung behalten"
    ) in words_of(page)
    assert actions(page)[0] == "annehmen"
    desk.client.press(draft_id, "annehmen")
    assert "Geschrieben: content/associations/al-amal.ar.md" in words_of(desk.client.text)
    assert text_of(desk.settings, "associations/al-amal.ar.md").count(HOPE) == 1


def test_german_that_git_did_not_take_is_committed_the_second_time(
    repository: Settings, open_desk: Callable[[Settings], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever decides the same again finds their own words, not those that came."""
    monkeypatch.setattr(git_module, "PAUSE", 0.0)
    lock = repository.content / ".git" / "index.lock"
    lock.touch()
    desk = open_desk(repository)
    draft_id = desk.put(ARABIC)
    in_german(desk, draft_id, name="Al-Amal", summary="Wir singen.", text="Dienstags.")
    desk.client.press(draft_id, "annehmen")
    assert "denn git ist gesperrt: " in words_of(desk.client.text)
    lock.unlink()
    desk = open_desk(repository)
    assert actions(desk.client.get(f"{draft_id}/").body.decode())[0] == "annehmen"
    desk.client.press(draft_id, "annehmen")
    said = "Neuer Verein: associations/al-amal, auch auf Arabisch"
    assert f"Festgehalten: {said}" in words_of(desk.client.text)
    logged = git(repository, "log", "-1", "--format=%s", "--name-only").split("\n")
    assert logged == [said, "", "associations/al-amal.ar.md", "associations/al-amal.md", ""]
    assert "name: Al-Amal\n" in text_of(repository, "associations/al-amal.md")
    assert (git(repository, "status", "--porcelain"), desk.store.ids()) == ("", ())


def test_an_edit_stays_when_its_sender_confirms_meanwhile(desk: Desk) -> None:
    draft_id = desk.put(ARABIC)
    stored = desk.store.get(draft_id)
    assert stored is not None
    name = desk.settings.inbox / f"{draft_id}.json"
    name.write_text(name.read_text("utf-8").replace("{", '{"unconfirmed": true,', 1), "utf-8")
    in_german(desk, draft_id, name="Al-Amal", summary="Wir singen.", text="Dienstags.")
    page = desk.client.get(f"{draft_id}/").body.decode()
    assert "content/associations/al-amal.ar.md" in words_of(page)
    sealed = desk.client.sealed()
    assert desk.store.confirm(draft_id)
    desk.client.post(f"{draft_id}/annehmen/", sealed)
    assert desk.client.last.status == 303
    assert "name: Al-Amal\n" in text_of(desk.settings, "associations/al-amal.md")


def test_the_words_are_no_translation_where_nobody_wants_that(desk: Desk) -> None:
    draft_id = desk.put(ARABIC)
    in_german(desk, draft_id, name="Al-Amal", summary="Wir singen.", text="Dienstags.")
    desk.client.press(draft_id, "worte")
    said = words_of(desk.client.text)
    assert "bleibt nicht als Übersetzung" in said and "Doch als Übersetzung behalten" in said
    desk.client.press(draft_id, "worte")
    assert "bleibt als Übersetzung" in words_of(desk.client.text)
    desk.client.press(draft_id, "worte")
    desk.client.press(draft_id, "annehmen")
    files = {path.name for path in (desk.settings.content / "associations").glob("al-amal*")}
    assert files == {"al-amal.md"}


def test_accepted_as_it_came_its_id_is_asked_for(desk: Desk) -> None:
    draft_id = desk.put(ARABIC)
    asked = desk.client.press(draft_id, "annehmen").body.decode()
    assert "Aus diesem Namen wird keine Kennung." in words_of(asked)
    desk.client.press(draft_id, "kennung", "kennung/", id="al-amal")
    desk.client.press(draft_id, "annehmen")
    said = words_of(desk.client.text)
    assert "So angenommen, wie es kam. Auf Deutsch fehlt noch: Name, Kurzbeschreibung, Text" in said
    assert HOPE in text_of(desk.settings, "associations/al-amal.md")
    assert not (desk.settings.content / "associations" / "al-amal.ar.md").exists()


def test_easy_german_is_called_by_its_name(desk: Desk) -> None:
    draft_id = desk.put(replace(WITH_CONSENT, language="de-simple"))
    page = desk.client.get(f"{draft_id}/").body.decode()
    assert "Sprache Leichte Sprache" in words_of(page)
    assert actions(page)[0] == "annehmen" and "geschrieben" not in words_of(page)
    assert "Leichte Sprache" in words_of(desk.client.get("").body.decode())


# With the consent of people.


NO_CONSENT = replace(WITH_CONSENT, consent=False)


def test_consent_that_the_office_has_is_noted(desk: Desk) -> None:
    draft_id = desk.put(NO_CONSENT)
    assert "weil die Einwilligung fehlt: Ansprechperson 1: Name" in words_of(
        desk.client.get(f"{draft_id}/").body.decode()
    )
    desk.client.press(draft_id, "einwilligung")  # the box is not ticked
    assert "weil die Einwilligung fehlt" in words_of(desk.client.text)
    desk.client.press(draft_id, "einwilligung", _consent="yes")
    said = words_of(desk.client.text)
    assert "weil die Einwilligung fehlt" not in said and "Einwilligung festhalten" not in said
    desk.client.press(draft_id, "annehmen")
    assert text_of(desk.settings, NEW_FILE) == filled(WITH_CONSENT, read(desk.settings)).text


def test_people_who_are_typed_in_have_agreed_where_that_is_ticked(desk: Desk) -> None:
    draft_id = desk.put(NO_CONSENT)
    person = {"contacts.1.name": "Kim Muster", "contacts.1.phone": "030 23125 180"}
    given = typed(desk.client.get(f"{draft_id}/bearbeiten/").body.decode())
    assert desk.client.text.count('name="_consent"') == 1
    desk.client.press(draft_id, "bearbeiten", "bearbeiten/", **{**given, **person})
    assert "consent" not in file_of(desk, draft_id)
    desk.client.press(
        draft_id, "bearbeiten", "bearbeiten/", **{**given, **person, "_consent": "yes"}
    )
    assert (
        "consent:\n  on: 2026-11-22\n  by: Mona Beispiel\n  scope: [Name, Telefonnummer]\n"
    ) in file_of(desk, draft_id)


def file_of(desk: Desk, draft_id: str) -> str:
    """What would stand in the file."""
    page = desk.client.get(f"{draft_id}/datei/").body.decode()
    [text] = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    return html.unescape(text)


def test_where_nobody_is_named_nobody_is_asked_to_agree(desk: Desk) -> None:
    draft_id = desk.put(Submission(form="termin", fields={"title": ("Fest",)}))
    assert 'name="_consent"' not in desk.client.get(f"{draft_id}/bearbeiten/").body.decode()
    assert 'name="_consent"' not in desk.client.get(f"{desk.put(WITH_CONSENT)}/").body.decode()
    assert desk.client.press(draft_id, "einwilligung", _consent="yes").status == 409


def test_german_stays_when_a_picture_is_described_and_when_people_agree(desk: Desk) -> None:
    draft_id = desk.put(with_pictures(replace(NO_CONSENT, language="ar"), RED))
    in_german(desk, draft_id, text="Dienstags.")
    desk.client.press(draft_id, "beschreiben", bild="1", alt="Trommel")
    assert "Dienstags." in words_of(desk.client.text)
    desk.client.press(draft_id, "einwilligung", _consent="yes")
    said = words_of(desk.client.get(f"{draft_id}/datei/").body.decode())
    assert all(word in said for word in ("Dienstags.", "alt: Trommel", "Alex Beispiel"))
