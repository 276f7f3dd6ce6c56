"""The service as a function: nothing lost, nothing doubled, nothing that somebody else can do."""

import errno
import os
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from plugins.catalogue.settings import IntakeRules
from plugins.intake.submission.named import with_entry
from plugins.intake.submission.store import Stored
from plugins.intake.submission.submission import Sender, Submission
from plugins.web.http import SAFE
from plugins.web.intake.app import LATEST, LIMITS
from plugins.web.intake.limits import LOOKS, Counters
from plugins.web.intake.loaded_site import LoadedSite
from plugins.web.intake.token import sign
from tests.web.intake.conftest import (
    CHOIR,
    Desk,
    errors,
    html,
    multipart,
    place,
    second_step,
    with_,
)

FORM = "application/x-www-form-urlencoded"


def kept(desk: Desk) -> list[Stored]:
    found = [desk.service.store.get(draft_id) for draft_id in desk.service.store.ids()]
    return [one for one in found if one is not None]


def test_two_steps_without_a_script(desk: Desk) -> None:
    form = desk.get("/einreichen/verein/?sprache=de")
    assert form.status == 200 and 'action="/einreichen/"' in html(form)
    shown = desk.post(CHOIR)
    assert shown.status == 200 and kept(desk) == []
    page = html(shown)
    assert '<h2 id="abschicken">So wird Ihr Eintrag aussehen</h2>' in page
    assert "<bdi>Neuer Chor</bdi></h1>" in page and "Wir singen &amp; tanzen." in page
    assert "&lt;b&gt;" in page and "<b>Dienstag" not in page
    desk.later(5)
    thanks = desk.post(second_step(shown))
    assert thanks.status == 303
    [draft] = kept(desk)
    assert place(thanks) == (
        "/einreichen/danke/",
        {"form": "verein", "nr": draft.id[-8:], "sprache": "de"},
    )
    said = draft.submission
    assert said.sender == Sender("Mona Muster", "mona@chor.example")
    assert (said.form, said.language, said.source, draft.received) == (
        "verein",
        "de",
        "form",
        desk.now,
    )
    assert said.fields == {
        "name": ("Neuer Chor",),
        "topics": ("musik",),
        "summary": ("Wir singen & tanzen.",),
        "text": ("Wir singen.\n\nJeden <b>Dienstag</b>.",),
        "email": ("chor@chor.example",),
    }
    page = html(desk.get(thanks.headers["Location"]))
    assert '<div class="stack" data-handed-in="verein">' in page and draft.id[-8:] in page


def test_it_speaks_the_language_of_its_sender(desk: Desk) -> None:
    shown = desk.post(with_(CHOIR, _language="ar"))
    assert '<html lang="ar" dir="rtl"' in html(shown)
    desk.later(5)
    thanks = desk.post(second_step(shown))
    assert place(thanks)[1]["sprache"] == "ar"
    assert kept(desk)[0].submission.language == "ar"
    assert '<html lang="ar"' in html(desk.get(thanks.headers["Location"]))
    assert '<html lang="de"' in html(desk.post(with_(CHOIR, _language="../../x")))


def test_what_is_wrong_is_said_and_what_was_typed_is_there(desk: Desk) -> None:
    wrong = with_(CHOIR, name="", phone="12", email="chor", _email="", website="chor")
    form = desk.post(wrong)
    assert form.status == 422 and kept(desk) == []
    assert errors(form) == {
        "feld-name": "Diese Angabe fehlt.",
        "feld-phone": "Das ist keine Telefonnummer.",
        "feld-email": "Das ist keine E-Mail-Adresse.",
        "feld-website": "Eine Webadresse beginnt mit https://.",
        "feld-antwort": "Diese Angabe fehlt.",
    }
    page = html(form)
    assert 'value="Wir singen &amp; tanzen."' in page and 'value="Mona Muster"' in page
    assert re.search(r'value="musik"[^>]* checked', page)
    assert "_payload" not in page


def test_what_is_wrong_is_said_in_the_language_of_the_page(desk: Desk) -> None:
    form = desk.post(with_(CHOIR, _language="en", _email="mona", founded="1798-13"))
    found = errors(form)
    assert found["feld-antwort"] == "This is not an email address."
    assert "1798-13" in html(form)
    arabic = html(desk.post(with_(CHOIR, _language="ar", founded="1798-13")))
    assert re.search(r'id="fehler-feld-founded"><span lang="de" dir="ltr">[^<]+</span>', arabic)


def test_what_is_wrong_can_be_handed_in_nevertheless(desk: Desk) -> None:
    wrong = with_(CHOIR, topics="", _anyway="1")
    shown = desk.post(wrong)
    assert shown.status == 200 and "So kommt es bei uns an" in html(shown)
    assert "Name: Neuer Chor" in unescape(html(shown))
    desk.later(5)
    assert desk.post(second_step(shown)).status == 303
    assert kept(desk)[0].submission.fields["name"] == ("Neuer Chor",)


def test_people_are_named_with_their_consent_only(desk: Desk) -> None:
    named = with_(CHOIR, **{"contacts.1.name": "Kim Muster", "contacts.1.email": "k@chor.example"})
    assert set(errors(desk.post(named))) == {"feld-einwilligung"}
    shown = desk.post(with_(named, _consent="yes"))
    assert shown.status == 200
    desk.later(5)
    desk.post(second_step(shown))
    assert kept(desk)[0].submission.consent


def test_one_goes_back_with_all_that_was_typed(desk: Desk) -> None:
    shown = desk.post(CHOIR)
    form = desk.post(second_step(shown, _back="1"))
    assert form.status == 200 and kept(desk) == []
    page = html(form)
    assert 'value="Neuer Chor"' in page and "Jeden &lt;b&gt;Dienstag&lt;/b&gt;." in page
    assert 'value="mona@chor.example"' in page


def test_sent_again_it_is_the_same_one(desk: Desk) -> None:
    shown = desk.post(CHOIR)
    desk.later(5)
    first = desk.post(second_step(shown))
    desk.later(3600)
    again = desk.post(second_step(shown))
    assert again.headers["Location"] == first.headers["Location"]
    assert len(kept(desk)) == 1
    desk.later(2 * LATEST)
    assert desk.post(second_step(shown)).headers["Location"] == first.headers["Location"]
    desk.later(-4 * LATEST)
    assert desk.post(second_step(shown)).headers["Location"] == first.headers["Location"]
    desk.service.store.done(kept(desk)[0].id)
    assert desk.post(second_step(shown)).headers["Location"] == first.headers["Location"]
    assert kept(desk) == []


def test_what_was_erased_does_not_come_back_from_an_open_page(desk: Desk, inbox: Path) -> None:
    shown = desk.post(CHOIR)
    desk.later(5)
    first = desk.post(second_step(shown))
    [draft_id] = desk.service.store.ids()
    desk.service.store.erase({draft_id})
    assert desk.post(second_step(shown)).headers["Location"] == first.headers["Location"]
    assert list(desk.service.store.everything()) == []
    [mark] = (inbox / "schluessel").iterdir()
    assert mark.read_bytes() == b""


def test_another_hand_in_is_another_one(desk: Desk) -> None:
    desk.hand_in(CHOIR)
    desk.hand_in(CHOIR)
    assert len(kept(desk)) == 2


@pytest.mark.parametrize(("seconds", "status"), [(0, 409), (1, 409), (2, 303), (LATEST, 303)])
def test_nobody_reads_in_no_time(desk: Desk, seconds: int, status: int) -> None:
    shown = desk.post(CHOIR)
    desk.now = desk.now.replace(microsecond=0)
    desk.later(seconds)
    again = desk.post(second_step(shown))
    assert again.status == status
    if status == 409:
        assert second_step(again) == second_step(shown) and kept(desk) == []


@pytest.mark.parametrize("seconds", [LATEST + 2, -3600])
def test_what_is_old_is_shown_again_with_a_new_token(desk: Desk, seconds: int) -> None:
    """What was made before the clock was set back, too: it would stay too young for an hour."""
    shown = desk.post(CHOIR)
    desk.later(seconds)
    again = desk.post(second_step(shown))
    assert again.status == 409 and kept(desk) == []
    desk.later(5)
    assert desk.post(second_step(again)).status == 303
    assert kept(desk)[0].submission.fields["name"] == ("Neuer Chor",)


def forged(pairs: dict[str, str], desk: Desk) -> dict[str, dict[str, str]]:
    payload, (made, key, mac) = pairs["_payload"], pairs["_token"].split(".")
    other = sign(b"x" * 32, "send", payload.encode(), desk.now.timestamp())
    picture = sign(desk.service.secret, "picture", payload.encode(), desk.now.timestamp() - 9)
    return {
        "another payload": {"_payload": payload.replace("Neuer Chor", "Alter Chor")},
        "another time": {"_token": f"{int(made) - 9}.{key}.{mac}"},
        "another id": {"_token": f"{made}.{'0' * 32}.{mac}"},
        "another secret": {"_token": other},
        "another purpose": {"_token": picture},
        "no token": {"_token": ""},
        "no data": {"_payload": "{"},
        "letters": {"_token": f"{made}.{key}.{mac[:-1]}g"},
        "other digits": {"_token": f"{made}.{key}.{mac}".replace("1", "١")},
        "a line": {"_token": f"{pairs['_token']}\n"},
    }


NAMES = (
    "another payload",
    "another time",
    "another id",
    "another secret",
    "another purpose",
    "no token",
    "no data",
    "letters",
    "other digits",
    "a line",
)


@pytest.mark.parametrize("name", NAMES)
def test_what_nobody_was_shown_is_not_kept(desk: Desk, name: str) -> None:
    pairs = dict(second_step(desk.post(CHOIR)))
    tries = forged(pairs, desk)
    assert tuple(tries) == NAMES
    desk.later(5)
    answer = desk.post({**pairs, **tries[name]}.items())
    assert answer.status == 400 and kept(desk) == []
    assert "Das hat nicht geklappt" in html(answer) and desk.notes == []


def test_who_fills_in_what_nobody_sees_thinks_that_it_worked(desk: Desk, inbox: Path) -> None:
    answer = desk.post(with_(CHOIR, _website="https://spam.example"))
    path, query = place(answer)
    assert (answer.status, path, query["form"]) == (303, "/einreichen/danke/", "verein")
    assert re.fullmatch("[0-9a-f]{8}", query["nr"])
    assert [path.name for path in inbox.iterdir()] == [".geheimnis"]


def test_who_comes_too_often_waits(desk: Desk) -> None:
    limited = Counters(IntakeRules(hour=2, day=3))
    desk.service = replace(desk.service, counters=limited)
    assert [desk.hand_in(CHOIR).status for _ in range(3)] == [303, 303, 429]
    answer = desk.hand_in(CHOIR)
    assert int(answer.headers["Retry-After"]) > 0
    assert "anlaufstelle@musterstadt.example" in html(answer)
    assert "mailto:" in html(answer) and dict(second_step(answer))["_payload"]  # nothing is lost
    desk.peer = "192.0.2.8"
    assert [desk.hand_in(CHOIR).status for _ in range(2)] == [303, 429]
    assert len(kept(desk)) == 3


def looked_too_often(desk: Desk) -> None:
    desk.service = replace(desk.service, counters=Counters(IntakeRules(hour=1, day=0)))
    for _ in range(LOOKS):
        assert desk.post(CHOIR).status == 200


def test_who_looks_too_often_keeps_what_was_typed(desk: Desk) -> None:
    looked_too_often(desk)
    answer = desk.post((*CHOIR, ("audiences", "kinder"), ("_message", "Bitte bald.")))
    assert (answer.status, answer.headers["Retry-After"]) == (429, "1795")
    page = html(answer)
    assert "<li>Gerade kommt zu viel auf einmal." in page and "Trotzdem abschicken" not in page
    assert errors(answer) == {} and desk.notes == []
    typed = {(name, value) for name, value in controls(page) if value and name[:1] != "_"}
    sent = {(name, value) for name, value in CHOIR if name[:1] != "_"}
    assert typed == sent | {("audiences", "kinder")}
    assert dict(controls(page))["_sender"] == "Mona Muster" and "Bitte bald." in page
    desk.later(3600)
    assert desk.post(controls(page)).status == 200


def test_who_looks_too_often_at_a_change_keeps_what_it_is_about(desk: Desk) -> None:
    looked_too_often(desk)
    page = html(desk.post((*CHANGE, ("_language", "en"), ("summary", "Anders."))))
    assert 'name="_entry" value="associations/chor"' in page and "Anders." in page
    assert dict(controls(page))["summary"] == "Anders."


def test_who_looks_too_often_chooses_the_picture_again(desk: Desk) -> None:
    looked_too_often(desk)
    answer = desk.post_with(CHOIR, _picture=("a.png", b"\x89PNG"))
    page = html(answer)
    assert answer.status == 429 and not (desk.service.pictures.folder).exists()
    assert "<li>Das Bild ist nicht mehr da. Bitte wählen Sie es noch einmal aus.</li>" in page


def test_who_had_to_wait_sends_the_same_page_later(desk: Desk) -> None:
    desk.service = replace(desk.service, counters=Counters(IntakeRules(hour=0, day=1)))
    desk.hand_in(CHOIR)
    answer = desk.hand_in(with_(CHOIR, name="Später Chor"))
    assert answer.status == 429
    desk.later(LATEST - 60)
    assert desk.post(second_step(answer)).status == 303
    assert sorted(one.submission.fields["name"] for one in kept(desk)) == [
        ("Neuer Chor",),
        ("Später Chor",),
    ]


def test_what_is_here_already_does_not_count(desk: Desk) -> None:
    desk.service = replace(desk.service, counters=Counters(IntakeRules(hour=1, day=1)))
    shown = desk.post(CHOIR)
    desk.later(5)
    assert {desk.post(second_step(shown)).headers["Location"] for _ in range(3)} != set()
    assert [desk.post(second_step(shown)).status for _ in range(3)] == [303, 303, 303]
    assert len(kept(desk)) == 1


def test_behind_our_own_web_server_others_are_told_apart(desk: Desk) -> None:
    desk.service = replace(desk.service, counters=Counters(IntakeRules(hour=1, day=0)))
    desk.peer = "127.0.0.1"
    desk.headers["x-forwarded-for"] = "203.0.113.9, 192.0.2.1"
    assert [desk.hand_in(CHOIR).status for _ in range(2)] == [303, 429]
    desk.headers["x-forwarded-for"] = "203.0.113.10, 192.0.2.1"  # what the sender says is no proof
    assert desk.hand_in(CHOIR).status == 429
    desk.headers["x-forwarded-for"] = "192.0.2.2"
    assert desk.hand_in(CHOIR).status == 303


def test_a_full_disk_loses_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = desk.post(CHOIR)
    desk.later(5)

    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        answer = desk.post(second_step(shown))
    assert answer.status == 503 and kept(desk) == []
    assert "Noch einmal versuchen" in html(answer)
    assert "mailto:anlaufstelle@musterstadt.example?subject=Neuer%20Verein&amp;body=" in html(
        answer
    )
    assert desk.post(second_step(answer)).status == 303
    assert len(kept(desk)) == 1
    assert len(desk.notes) == 1 and "mona" not in desk.notes[0]


def test_a_folder_that_nobody_may_write_to_loses_nothing(desk: Desk, inbox: Path) -> None:
    shown = desk.post(CHOIR)
    desk.later(5)
    inbox.rename(inbox.with_name("weg"))
    inbox.write_text("kein Ordner")
    answer = desk.post(second_step(shown))
    assert answer.status == 503
    inbox.unlink()
    assert desk.post(second_step(answer)).status == 303


CHANGE = (
    ("_form", "aenderung"),
    ("_language", "de"),
    ("_entry", "associations/chor"),
    ("_email", "mona@chor.example"),
)


def controls(page: str) -> list[tuple[str, str]]:
    """What a browser sends of a form that nobody has touched."""
    form = re.search(r"<form[^>]*data-form=.*?</form>", page, re.DOTALL)
    assert form is not None
    found = []
    pattern = r'<(input|textarea)[^>]*\bname="([^"]+)"[^>]*>([^<]*)'
    for match in re.finditer(pattern, form[0]):
        tag, name, text = match.groups()
        value = re.search(r'\bvalue="([^"]*)"', match[0])
        is_choice = re.search(r'type="(?:checkbox|radio)"', match[0])
        if is_choice and " checked" not in match[0]:
            continue
        if 'type="file"' not in match[0]:
            found.append((name, unescape(text if tag == "textarea" else value[1] if value else "")))
    for select in re.finditer(r'<select[^>]*name="([^"]+)".*?</select>', form[0], re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)"[^>]*\bselected', select[0])
        found.append((select[1], unescape(chosen[1]) if chosen else ""))
    return found


def test_a_change_hands_in_what_differs_and_nothing_else(desk: Desk) -> None:
    form = desk.get("/einreichen/aenderung/?eintrag=associations/chor")
    page = html(form)
    assert form.status == 200 and 'value="kontakt@chor.example"' in page
    filled = [(name, value) for name, value in controls(page) if name not in ("_email", "phone")]
    pairs = (*filled, ("_email", "mona@chor.example"), ("phone", "030 23125 009"))
    shown = desk.post(pairs)
    assert shown.status == 200, errors(shown)
    assert "030 23125 009" in html(shown) and "So wird Ihr Eintrag aussehen" in html(shown)
    desk.later(5)
    desk.post(second_step(shown))
    [draft] = kept(desk)
    assert draft.submission.fields == {"phone": ("030 23125 009",)}
    assert draft.submission.entry == "associations/chor"


def test_who_changes_nothing_is_asked_what_shall_change(desk: Desk) -> None:
    page = html(desk.get("/einreichen/aenderung/?eintrag=associations/chor"))
    pairs = [(name, value) for name, value in controls(page) if name != "_email"]
    assert set(errors(desk.post([*pairs, ("_email", "m@chor.example")]))) == {"feld-nachricht"}


def test_an_error_that_was_there_before_is_not_the_senders(desk: Desk) -> None:
    shown = desk.post((*CHANGE, ("summary", "Anders.")))
    assert shown.status == 200 and "Anders." in html(shown)


def test_who_is_offered_is_found_by_it_here_and_in_a_mail(desk: Desk, known: LoadedSite) -> None:
    page = html(desk.get("/einreichen/stimmt/"))
    offered = [unescape(one) for one in re.findall(r'<option value="([^"]*)"></option>', page)]
    assert offered == ["Alter Verein", "Chor <am> & Fluss", "Theater Zeder"]
    ids = [f"associations/{one}" for one in ("alt", "chor", "theater")]
    assert [known.published_entry(one) for one in offered] == ids
    mails = [Submission(form="stimmt", message=f"Eintrag: {one}") for one in offered]
    assert [with_entry(one, known.content, {}).entry for one in mails] == ids


@pytest.mark.parametrize("form", ["hinweis", "stimmt", "abmelden"])
@pytest.mark.parametrize(
    "about",
    ["associations/chor", "https://anlaufstelle.example/vereine/chor/", "Chor <am> & Fluss"],
)
def test_a_word_about_an_entry(desk: Desk, form: str, about: str) -> None:
    said = (
        ("_form", form),
        ("_entry", about),
        ("_email", "m@x.example"),
        ("_message", "Guten Tag"),
    )
    desk.hand_in(said)
    [draft] = kept(desk)
    submission = draft.submission
    assert (submission.form, submission.entry, submission.message) == (
        form,
        "associations/chor",
        "Guten Tag",
    )


def test_an_entry_that_nobody_knows_stays_in_words(desk: Desk) -> None:
    desk.hand_in(
        (
            ("_form", "hinweis"),
            ("_entry", "Der Club"),
            ("_email", "m@x.example"),
            ("_message", "Weg"),
        )
    )
    assert kept(desk)[0].submission.message == "Eintrag: Der Club\nWeg"


def test_halves_become_one_value(desk: Desk) -> None:
    desk.hand_in(
        (
            ("_form", "termin"),
            ("title", "Probe"),
            ("organisers", "Chor <am> & Fluss"),
            ("start", "2026-12-12"),
            ("start", "19:00"),
            ("_email", "m@x.example"),
            ("_anyway", "1"),
        )
    )
    assert kept(desk)[0].submission.fields["start"] == ("2026-12-12 19:00",)


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"_form=verein", "text/plain", 400),
        (b"_form=verein", "", 400),
        (b'{"_form": "verein"}', "application/json", 400),
        (b"_form=verein&name=%ff%fe", FORM, 400),
        (b"_form=verein&name=\xe4", FORM, 400),
        ("_form=verein".encode("utf-16"), FORM, 400),
        (b"&".join([b"x=1"] * 10_000), FORM, 413),
        (b"_form=verein&text=" + b"a" * 600_000, FORM, 413),
        (b"", FORM, 400),
        (b"_form=/../../etc&name=x", FORM, 400),
        (b"--XX\r\n\r\n", "multipart/form-data", 400),
        (b"--XX\r\n\r\n", "multipart/form-data; boundary=XX", 400),
        (b"--XX", "multipart/form-data; boundary=\xff", 400),
    ],
)
def test_what_is_no_form_of_ours(desk: Desk, body: bytes, kind: str, status: int) -> None:
    answer = desk.send(body, kind)
    assert answer.status == status and "Das hat nicht geklappt" in html(answer)
    assert kept(desk) == [] and desk.notes == []


def test_more_than_a_form_holds(desk: Desk) -> None:
    many = [("_form", "verein"), *((f"x{number}", "1") for number in range(10_000))]
    assert desk.post_with(many).status == 413
    large = [("_form", "verein"), ("text", "a" * LIMITS.text)]
    assert desk.post_with(large).status == 413
    assert desk.post_with(CHOIR, _picture=("a.png", b"a" * (LIMITS.file + 1))).status == 413
    assert kept(desk) == []


def test_a_body_that_is_longer_than_it_may_be_is_not_read(desk: Desk) -> None:
    kind, body = multipart(CHOIR, {})
    request = desk.service.answer
    from plugins.web.http import Request

    headers = {**desk.headers, "content-type": kind}
    answer = request(Request("POST", "/einreichen/", headers=headers, length=10**9))
    assert answer.status == 413
    cut = request(
        Request("POST", "/einreichen/", headers=headers, body=body[:99], length=len(body))
    )
    assert cut.status == 400


def test_signs_that_steer_or_hide_do_no_harm(desk: Desk) -> None:
    odd = "Ch\0or\u202e\u2028\x1b[2J\r\nBcc: x"
    desk.hand_in(
        with_(CHOIR, name=f"Neuer Chor{odd}", _sender=f"Mona{odd}", _message=odd, _anyway="1")
    )
    [draft] = kept(desk)
    said = draft.submission
    assert "\0" not in said.sender.name + said.message and "\n" not in said.sender.name
    assert "\u202e" not in said.sender.name + said.message


@pytest.mark.parametrize(
    "entry", ["../../etc/passwd", "associations/../../x", "associations/chor/../..", "a" * 5000]
)
def test_paths_lead_nowhere(desk: Desk, inbox: Path, entry: str) -> None:
    assert desk.get(f"/einreichen/aenderung/?eintrag={entry}").status == 200
    desk.hand_in((*CHANGE[:2], ("_entry", entry), *CHANGE[3:], ("_message", "x")))
    [draft] = kept(desk)
    assert draft.submission.entry == ""
    assert sorted(path.name for path in inbox.iterdir()) == [".geheimnis", f"{draft.id}.json"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "X"])
def test_other_methods(desk: Desk, method: str) -> None:
    from plugins.web.http import Request

    answer = desk.service.answer(Request(method, "/einreichen/", headers=desk.headers))
    assert answer.status == 405


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "localhost"}, 200),
        ({"host": "evil.example"}, 421),
        ({"host": ""}, 421),
        ({"host": "[::"}, 421),
        ({"host": "localhost", "origin": "http://localhost:8000"}, 200),
        ({"host": "localhost", "origin": "null"}, 200),
        ({"host": "localhost", "origin": "https://evil.example"}, 421),
    ],
)
def test_it_is_for_our_own_pages(desk: Desk, headers: dict[str, str], status: int) -> None:
    desk.headers = headers
    assert desk.post(CHOIR).status == status


@pytest.mark.parametrize(
    "path",
    [
        "/einreichen/verein/x",
        "/einreichen/nichts/",
        "/einreichen/bild/",
        "/einreichen/bild/../.geheimnis",
        "/einreichen/bild/.geheimnis?t=1.2.3",
        "/einreichen/%2e%2e/",
        "/vereine/",
        "/",
    ],
)
def test_there_is_nothing_else(desk: Desk, path: str) -> None:
    assert desk.get(path).status == 404


def test_the_site_is_shown_beside_it(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<p>Startseite")
    desk.service = replace(desk.service, site=tmp_path / "site")
    assert desk.get("/").body == b"<p>Startseite"
    assert desk.get("/../eingang/.geheimnis").status == 404
    assert desk.post(CHOIR, "/").status == 405


def test_each_answer_is_safe(desk: Desk) -> None:
    for answer in (
        desk.get("/einreichen/verein/"),
        desk.get("/x"),
        desk.post(CHOIR),
        desk.post(()),
    ):
        assert {name: answer.headers[name] for name in SAFE} == SAFE
        assert "Access-Control-Allow-Origin" not in answer.headers


def broken(*arguments: object) -> None:
    raise RuntimeError("mona@chor.example")


def test_what_goes_wrong_is_noted_without_what_was_sent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.web.intake.app.check", broken)
    answer = desk.post(CHOIR)
    assert answer.status == 500 and "Das liegt an uns" in html(answer)
    assert "Traceback" not in html(answer) and "mona" not in html(answer)
    [note] = desk.notes
    assert note.startswith("RuntimeError (test_app.py:") and "mona" not in note


def test_when_nothing_works_it_still_answers(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.web.intake.app.check", broken)
    monkeypatch.setattr(desk.service.known.pages, "html", broken)
    answer = desk.post(CHOIR)
    assert (answer.status, answer.body) == (500, b"")


Send = Callable[[str, str, str], bool]


@pytest.mark.parametrize("fails", [lambda *given: False, lambda *given: 1 / 0])
def test_who_could_not_be_asked_need_not_confirm(
    fails: Callable[[str, str, str], bool], desk: Desk
) -> None:
    desk.service = replace(desk.service, mail=fails)
    desk.hand_in(CHOIR)
    [draft] = kept(desk)
    assert (draft.unconfirmed, draft.asked, draft.goes(30)) == (True, False, None)


def test_a_sender_confirms_by_mail(desk: Desk) -> None:
    sent: list[tuple[str, str, str]] = []

    def mail(address: str, language: str, link: str) -> bool:
        sent.append((address, language, link))
        return True

    desk.service = replace(desk.service, mail=mail)
    thanks = desk.hand_in(CHOIR)
    [draft] = kept(desk)
    assert (draft.unconfirmed, draft.asked, place(thanks)[1]["mail"]) == (True, True, "1")
    page = html(desk.get(thanks.headers["Location"]))
    assert "Wir haben Ihnen eine E-Mail geschickt" in page
    assert "Ohne Bestätigung löschen wir es nach einiger Zeit." in page
    [(address, language, link)] = sent
    assert (address, language) == ("mona@chor.example", "de")
    asked = html(desk.get(link.removeprefix("https://anlaufstelle.example")))
    assert kept(desk)[0].unconfirmed
    pairs = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked)
    answer = desk.post([*pairs, ("_confirm", "1")], "/einreichen/bestaetigen/")
    assert answer.status == 303 and not kept(desk)[0].unconfirmed
    wrong = [(n, v.replace("1", "2") if n == "_token" else v) for n, v in pairs]
    assert desk.post(wrong, "/einreichen/bestaetigen/").status == 410
    desk.service.store.done(draft.id)
    assert desk.post(pairs, "/einreichen/bestaetigen/").status == 410
