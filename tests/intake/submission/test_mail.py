"""A mail to a submission, whatever the program of its author made of it."""

import base64
import quopri
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.descriptions.forms import PICTURE_SHOWS
from plugins.catalogue.pictures import MAX_BYTES
from plugins.intake.submission.html_text import text_in
from plugins.intake.submission.mail import (
    CUT,
    MOST_ATTACHMENTS,
    MOST_TEXT,
    submission_of,
)
from plugins.intake.submission.mail_text import decoded, unflowed
from plugins.intake.submission.sources import mails_in
from plugins.intake.submission.submission import Attachment, Sender, Submission
from tests.intake.submission.test_questionnaire import FILLED_IN, SUBMITTED
from tests.intake.submission.test_store import PNG


def mail(body: str = FILLED_IN, **headers: str) -> bytes:
    message = EmailMessage()
    message["From"] = headers.pop("sender", "Mona <mona@chor.example>")
    message["Subject"] = headers.pop("subject", "Neuer Verein")
    message["Message-ID"] = "<1@chor.example>"
    message.set_content(body, cte=headers.get("cte"))
    return message.as_bytes()


def raw(body: bytes, *headers: str) -> bytes:
    head = "\n".join(("From: Mona <mona@chor.example>", "Subject: Neuer Verein", *headers))
    return head.encode() + b"\n\n" + body


def page(text: str) -> str:
    lines = "".join(f"<div>{one or '<br>'}</div>\n" for one in text.split("\n"))
    head = "<html><head><style>div {color: red}</style></head><!-- Name: x -->"
    return f"{head}<body>{lines.replace('ß', '&szlig;')}</body></html>"


def flowed(text: str) -> str:
    return text.replace("Marktplatz 11", "Marktplatz \n11").replace("Wir singen", "Wir \nsingen")


CHARSET = "Content-Type: text/plain; charset="
SAME = {
    "plain": mail(),
    "quoted-printable": mail(cte="quoted-printable"),
    "base64": mail(cte="base64"),
    "latin-1": raw(FILLED_IN.encode("latin-1"), f"{CHARSET}iso-8859-1"),
    "windows": raw(FILLED_IN.replace("\n", "\r\n").encode("cp1252"), f"{CHARSET}Windows-1252"),
    "utf-16": raw(
        base64.encodebytes(FILLED_IN.encode("utf-16")),
        f"{CHARSET}utf-16",
        "Content-Transfer-Encoding: base64",
    ),
    "utf-8 called latin-1": raw(FILLED_IN.encode(), f"{CHARSET}iso-8859-1"),
    "latin-1 called utf-8": raw(FILLED_IN.encode("latin-1"), f"{CHARSET}utf-8"),
    "no character set": raw(FILLED_IN.encode("latin-1")),
    "a set that does not exist": raw(FILLED_IN.encode(), f"{CHARSET}x-nowhere"),
    "a codec that is none": raw(FILLED_IN.encode(), f"{CHARSET}zlib"),
    "html only": raw(page(FILLED_IN).encode(), "Content-Type: text/html; charset=utf-8"),
    "flowed": raw(flowed(FILLED_IN).encode(), f"{CHARSET}utf-8; format=flowed"),
    "quoted": raw(f"> {FILLED_IN}".replace("\n", "\n> ").encode(), f"{CHARSET}utf-8"),
    "soft breaks": raw(
        quopri.encodestring(FILLED_IN.encode()), "Content-Transfer-Encoding: quoted-printable"
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_a_questionnaire_in_a_mail(name: str) -> None:
    found = submission_of(SAME[name]).submission
    assert found == Submission(**vars(SUBMITTED) | {"source": "mail"})


def test_the_sender_of_the_mail_is_asked_back() -> None:
    body = FILLED_IN.replace("Antwort an: mona@chor.example\n", "")
    sender = "=?utf-8?q?Mona_M=C3=BCller?= <mona@x.example>"
    found = submission_of(raw(body.encode()).replace(b"Mona <mona@chor.example>", sender.encode()))
    assert found.submission.sender == Sender("Mona Beispiel", "mona@x.example")


def test_what_is_no_questionnaire_is_a_message() -> None:
    found = submission_of(mail("Hallo,\nwir sind umgezogen.", subject="Umzug"))
    assert (found.submission, found.id) == (
        Submission(
            message="Betreff: Umzug\n\nHallo,\nwir sind umgezogen.",
            sender=Sender("Mona", "mona@chor.example"),
            source="mail",
        ),
        "<1@chor.example>",
    )
    assert "From: Mona <mona@chor.example>" in found.submission.original


@pytest.mark.parametrize(
    ("title", "path"), [("Neuer Verein", "images.1.alt"), ("Neuer Termin", "image.alt")]
)
def test_a_picture_that_the_questions_ask_for(title: str, path: str) -> None:
    message = EmailMessage()
    message.set_content(f"Formular: {title}\n\n{PICTURE_SHOWS}: Wir singen.\nBild: chor.png\n")
    message.add_attachment(PNG, "image", "png", filename="chor.png")
    found = submission_of(message.as_bytes()).submission
    assert (found.fields, found.message) == ({path: ("Wir singen.",)}, "Bild: chor.png")
    assert [one.data for one in found.attachments] == [PNG]


@pytest.mark.parametrize(("more", "is_kept"), [(0, True), (1, False)])
def test_a_picture_as_phones_make_them_is_kept(more: int, is_kept: bool) -> None:
    data = PNG + bytes(MAX_BYTES - len(PNG) + more)
    message = EmailMessage()
    message.set_content(FILLED_IN)
    message.add_attachment(data, "image", "png", filename="chor.png")
    [found] = submission_of(message.as_bytes()).submission.attachments
    assert (found.name, found.data) == ("chor.png", data if is_kept else b"")


def test_attachments() -> None:
    message = EmailMessage()
    message.set_content(FILLED_IN)
    message.add_attachment(PNG, "image", "png", filename="../../Fotos/chor ä.png")
    message.add_attachment(b"MZ", "image", "png", filename="virus.png")
    message.add_attachment(b"%PDF", "application", "pdf", filename="Satzung.pdf")
    message.add_attachment("Formular: Abmelden", filename="notiz.txt")
    found = submission_of(message.as_bytes()).submission
    names = ("chor ä.png", "virus.png", "Satzung.pdf", "notiz.txt")
    assert found.attachments == tuple(map(Attachment, names))
    assert [one.data for one in found.attachments] == [PNG, b"", b"", b""]
    assert found.form == "verein"


def parts(count: int) -> bytes:
    part = b"\n--B\nContent-Type: image/png\nContent-Disposition: attachment\n\nx"
    return raw(
        b"--B\n\n" + FILLED_IN.encode() + part * count, "Content-Type: multipart/mixed; boundary=B"
    )


def nested(count: int, kind: str) -> bytes:
    if kind == "message":
        return raw(b"Content-Type: message/rfc822\n\n" * count, "Content-Type: message/rfc822")
    level = b"\n--B%d\nContent-Type: multipart/mixed; boundary=B%d\n\n"
    body = b"".join(level % (number, number + 1) for number in range(count))
    return raw(body, "Content-Type: multipart/mixed; boundary=B0")


HOSTILE = {
    "100,000 parts": parts(100_000),
    "50 MB": raw(FILLED_IN.encode() + b"\nfaule Eier" * 5_000_000),
    "one line of 30 MB": raw(b"x" * 30_000_000),
    "deep": nested(20_000, "multipart"),
    "deep messages": nested(20_000, "message"),
    "long headers": raw(b"Hallo", "X: " + "y" * 5_000_000),
    "many headers": raw(b"Hallo", *(f"X-{n}: y" for n in range(200_000))),
    "parameters": raw(b"Hallo", "Content-Type: text/plain" + ';a="' * 500_000),
    "encoded words": raw(b"Hallo", "Subject: " + "=?utf-8?q?a?= " * 100_000),
    "lines that go on": raw(b"a \n" * 8_000_000, "Content-Type: text/plain; format=flowed"),
    "one label": raw(b"Formular: Neuer Verein\n" + b"Name: x\n" * 3_000_000),
    "open comments": raw(b"<!--" * 500_000, "Content-Type: text/html"),
    "open tags": raw(b"<a " * 500_000, "Content-Type: text/html"),
    "nothing": b"",
    "no headers": b"\n\nHallo",
    "bytes": bytes(range(256)) * 1000,
    "bad date": raw(b"Hallo", "Date: " + "(" * 100_000, "Message-ID: " + "<" * 100_000),
    "bad base64": raw(b"====" * 100, "Content-Transfer-Encoding: base64"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_comes_something_comes_of_it(name: str) -> None:
    found = submission_of(HOSTILE[name]).submission
    assert len(found.message) <= MOST_TEXT + 100
    assert len(found.attachments) <= MOST_ATTACHMENTS + 1


@pytest.mark.slow
def test_of_a_mail_that_is_too_large_what_it_begins_with_is_read() -> None:
    for name in ("100,000 parts", "50 MB"):
        found = submission_of(HOSTILE[name]).submission
        assert (found.form, found.attachments[-1].name) == ("verein", CUT)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert submission_of(data).submission.source == "mail"
    start = b"Content-Type: multipart/mixed; boundary=a\n"
    assert submission_of(start + data).submission.source == "mail"


@given(st.text(max_size=200))
def test_any_page(text: str) -> None:
    assert "<" not in text_in(text.replace("<", "&amp;"))


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a<br>b</p><p>c</p>", "a\nb\n\nc"),
        ("a<script>b</script>c<style>d", "ac"),
        ("1 < 2 &amp; 3 &gt; 2", "1 < 2 & 3 > 2"),
        ("<table><tr><td>a:</td><td>b</td></tr></table>", "a: b"),
        ("a<!-- b -->c<!-- d", "ac"),
    ],
)
def test_the_words_of_a_page(page: str, text: str) -> None:
    assert text_in(page) == text


@pytest.mark.parametrize(
    ("text", "delete_space", "lines"),
    [
        ("a \nb\nc", False, "a b\nc"),
        ("a \nb", True, "ab"),
        ("> a \n> b\nc", False, "> a b\nc"),
        ("> a \nb", False, "> a \nb"),
        (" > a", False, "> a"),
        ("a\n-- \nb", False, "a\n-- \nb"),
        ("a \n\nb", False, "a \nb"),
        ("a \n> b \nc", False, "a \n> b \nc"),
    ],
)
def test_paragraphs(text: str, delete_space: bool, lines: str) -> None:
    assert unflowed(text, delete_space=delete_space) == lines


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"\xe4", "", "ä"),
        (b"\xc3\xa4", "iso-8859-1", "ä"),
        (b"\xc3\xa4", "utf-7", "ä"),
        (b"\x80", "us-ascii", "€"),
        ("ж".encode("koi8-r"), "koi8-r", "ж"),
        ("中".encode("gb18030"), "gb18030", "中"),
        ("\u3042".encode("iso-2022-jp"), "iso-2022-jp", "\u3042"),
        (b"\xff\xfe", "utf-8", "ÿþ"),
    ],
)
def test_character_sets(data: bytes, charset: str, text: str) -> None:
    assert decoded(data, charset) == text


def test_where_mails_are(tmp_path: Path) -> None:
    for name in ("b.eml", "a.EML", "c.txt", ".d.eml"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "link.eml").symlink_to(tmp_path / "c.txt")
    assert list(mails_in(tmp_path / "c.txt")) == [("c.txt", b"c.txt")]
    assert [name for name, _ in mails_in(tmp_path)] == [".d.eml", "a.EML", "b.eml"]
    for name in ("new", "cur", "tmp"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}:2,S").write_bytes(name.encode())
    assert list(mails_in(tmp_path)) == [("new:2,S", b"new"), ("cur:2,S", b"cur")]


REMINDED = "In-Reply-To: <0123456789abcdef.chor-am-fluss@anlaufstelle.musterstadt.example>"
BELOW = (
    "\n\nAm 3.11.2026 um 9 Uhr schrieb Büro für Integration:\n> Stimmt Ihr Eintrag noch?\n> Nein?"
)


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("Ja, stimmt.", "stimmt"),
        (f"Guten Tag,\n\nja, es stimmt noch alles!\n\nViele Grüße\nMona{BELOW}", "stimmt"),
        ("Alles richtig, danke.\n-- \nChor e. V., 030 23125 170", "stimmt"),
        ("Evet, her şey doğru.", "stimmt"),
        ("Так, все вірно. Дякую!", "stimmt"),
        ("نعم، كل شيء صحيح.", "stimmt"),
        ("Da, totul este corect.", "stimmt"),
        ("Ja, aber die Nummer ist jetzt 030 23125 200.", "hinweis"),
        ("Stimmt nicht.", "hinweis"),
        ("Stimmt das?", "hinweis"),
        (f"Bitte nehmen Sie uns heraus.{BELOW}", "hinweis"),
        ("ja " * 61, "hinweis"),
        ("", "hinweis"),
        (BELOW, "hinweis"),
    ],
)
def test_an_answer_to_our_reminder_is_about_its_association(said: str, form: str) -> None:
    found = submission_of(raw(said.encode(), f"{CHARSET}utf-8", REMINDED)).submission
    assert (found.form, found.entry) == (form, "associations/chor-am-fluss")
    assert found.message.split() == f"Betreff: Neuer Verein {said}".split()


@pytest.mark.parametrize(
    "answered",
    [
        "<1@chor.example>",
        "<0123456789abcdef.../x@y.example>",
        "<0123456789abcdef.x-@y.example>",
        "",
    ],
)
def test_an_answer_to_anything_else_is_about_nothing(answered: str) -> None:
    found = submission_of(raw(b"Ja, stimmt.", f"In-Reply-To: {answered}")).submission
    assert (found.form, found.entry) == ("hinweis", "")


def test_a_form_in_an_answer_says_what_it_is_about_itself() -> None:
    found = submission_of(raw(FILLED_IN.encode(), f"{CHARSET}utf-8", REMINDED)).submission
    assert found == Submission(**vars(SUBMITTED) | {"source": "mail"})
