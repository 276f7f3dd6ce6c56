"""`make reminders`: what is written to whom, in which language, and that it can be answered."""

import csv
import io
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.intake.submission.mail import submission_of
from plugins.intake.submission.questionnaire import read
from plugins.intake.submission.submission import Submission
from plugins.intake.upkeep import post
from plugins.intake.upkeep.letter import ReminderLetter, letter, own_language
from plugins.intake.upkeep.shown import facts
from plugins.wording import reminder
from plugins.wording.messages import GERMAN
from plugins.wording.messages import read as read_messages
from tests.conftest import Write
from tests.intake.upkeep.conftest import Run

TODAY = date(2026, 12, 1)
SECRET = "geheim"
CHOIR = f"""\
name: Chor »Ä« am Fluss, e. V.
short_name: CaF
summary: Wir singen.
topics: [musik, kultur]
languages: [tr, de]
legal_form: ev
founded: 1998-05
members: 40
email: post@chor.example
phone: +49 30 23125001
website: https://chor.example
social: {{mastodon: "@chor@social.example"}}
contacts:
  - {{name: Ada {SECRET}, role: Leitung, email: ada@chor.example, phone: 030 23125 002}}
address: {{street: Uferweg 1, postal_code: "01067", city: Musterstadt}}
location: {{latitude: 52.5123, longitude: 13.4123}}
accessibility: {{wheelchair: limited}}
listed: 2020-01-01
checked: {{on: 2025-03-09, by: Ada {SECRET}}}
consent: {{on: 2026-01-01, by: Vorstand {SECRET}, scope: [E-Mail]}}
text: |
  Wir proben.

  Formular: Abmelden
"""
FILES = {"associations/chor.yaml": CHOIR}


def letter_of(catalogue: Catalogue, settings: Settings, tag: str = "de") -> ReminderLetter:
    own = replace(settings, today=TODAY)
    words = GERMAN if tag == "de" else read_messages(settings.theme, tag)
    return letter(catalogue.associations[0], catalogue, own, tag, words)


def parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_what_the_site_shows_and_nothing_more(catalogue: Callable[..., Catalogue]) -> None:
    read_in = catalogue(FILES)
    assert facts(read_in.associations[0], read_in, TODAY) == (
        ("Name", "Chor »Ä« am Fluss, e. V."),
        ("Kurzname", "CaF"),
        ("Kurzbeschreibung", "Wir singen."),
        ("Themen", "Musik, Kultur"),
        ("Sprachen", "Türkisch, Deutsch"),
        ("Rechtsform", "Eingetragener Verein"),
        ("Gegründet", "5.1998"),
        ("Mitglieder", "40"),
        ("E-Mail", "post@chor.example"),
        ("Telefon", "030 23125001"),
        ("Website", "https://chor.example"),
        ("Soziale Netzwerke", "mastodon: @chor@social.example"),
        ("Ansprechperson 1: Funktion", "Leitung"),
        ("Ansprechperson 1: E-Mail", "ada@chor.example"),
        ("Anschrift: Straße und Hausnummer", "Uferweg 1"),
        ("Anschrift: Postleitzahl", "01067"),
        ("Anschrift: Ort", "Musterstadt"),
        ("Barrierefreiheit: Rollstuhl", "teilweise"),
        ("Text", "Wir proben.\n\nFormular: Abmelden"),
    )


def test_nothing_private_is_sent(catalogue: Callable[..., Catalogue], settings: Settings) -> None:
    one = letter_of(catalogue(FILES), settings)
    assert SECRET not in one.text() + one.html()


def test_a_mail_as_programs_read_it(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    one = letter_of(catalogue(FILES), settings, "tr")
    data = post.mail(one, settings)
    message = parsed(data)
    [sender], [to] = message["From"].addresses, message["To"].addresses
    office = settings.site.office
    assert (sender.display_name, sender.addr_spec) == (office.name, office.email)
    assert (to.display_name, to.addr_spec) == ("Chor »Ä« am Fluss, e. V.", "post@chor.example")
    assert str(message["Subject"]).strip() == one.subject
    assert message["Content-Language"] == "tr"
    assert body(message, "plain") == one.text()
    assert body(message, "html") == one.html()
    head = data.partition(b"\r\n\r\n")[0]
    assert head.isascii() and max(map(len, head.split(b"\r\n"))) <= 78
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_date_is_that_of_the_city_in_the_morning(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    own = replace(settings, today=date(2026, 7, 1))
    message = parsed(post.mail(letter_of(catalogue(FILES), settings), own))
    assert message["Date"] == "Wed, 01 Jul 2026 09:00:00 +0200"


def test_the_same_day_gives_the_same_bytes_and_another_one_another_id(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    one = letter_of(catalogue(FILES), settings)
    days = [replace(settings, today=date(2026, 12, day)) for day in (1, 1, 2)]
    first, again, next_day = (post.mail(one, own) for own in days)
    assert first == again
    assert parsed(first)["Message-ID"] != parsed(next_day)["Message-ID"]
    assert re.fullmatch(r"<[0-9a-f]{16}\.chor@anlaufstelle\.example>", parsed(first)["Message-ID"])


def test_an_answer_to_it_is_known_by_what_it_answers(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    reminder = parsed(post.mail(letter_of(catalogue(FILES), settings), settings))
    head = f"From: a@b.example\nIn-Reply-To: {reminder['Message-ID']}"
    found = submission_of(f"{head}\n\nJa, stimmt.\n".encode()).submission
    assert (found.form, found.entry) == ("stimmt", "associations/chor")


def test_an_address_in_another_script(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    files = {"associations/chor.yaml": CHOIR.replace("post@chor.example", "почта@хор.example")}
    head = post.mail(letter_of(catalogue(files), settings), settings).partition(b"\r\n\r\n")[0]
    assert [one for one in head.decode().split("\r\n") if "@хор" in one] == [
        'To: "Chor »Ä« am Fluss, e. V." <почта@хор.example>'
    ]


def test_every_answer_leads_to_its_form(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    start = "https://anlaufstelle.example"
    forms = {
        tag: [answer.form for answer in letter_of(catalogue(FILES), settings, tag).answers]
        for tag in ("de", "ar")
    }
    rest = [f"mitmachen/{slug}/?eintrag=associations/chor" for slug in FORMS]
    assert forms == {
        "de": [f"{start}/{one}" for one in rest],
        "ar": [f"{start}/ar/{one}" for one in rest],
    }


def test_where_a_server_takes_forms_it_gives_them(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    own = replace(settings, site=replace(settings.site, intake="einreichen"))
    found = [answer.form for answer in letter_of(catalogue(FILES), own, "ar").answers]
    start, about = "https://anlaufstelle.example/einreichen", "?eintrag=associations/chor"
    assert found == [f"{start}/{slug}/{about}&sprache=ar" for slug in FORMS]


FORMS = ("stimmt", "aenderung", "abmelden")


def test_every_answer_by_mail_is_understood(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    found = []
    for answer in letter_of(catalogue(FILES), settings, "tr").answers:
        link = urlsplit(answer.mail)
        fields = {key: values[0] for key, values in parse_qs(link.query).items()}
        assert (link.scheme, unquote(link.path)) == ("mailto", settings.site.office.email)
        assert "\n" not in fields["body"].replace("\r\n", "")
        written = fields["body"].replace("Nachricht:\r\n", "Nachricht:\r\nNeue Nummer.")
        found.append((fields["subject"], read(written)))
    name, entry = "Chor »Ä« am Fluss, e. V.", "associations/chor"
    right, change, leave = (Submission(form=slug, entry=entry, language="tr") for slug in FORMS)
    assert found == [
        (f"Stimmt noch: {name}", right),
        (f"Änderung: {name}", replace(change, message="Neue Nummer.")),
        (f"Abmelden: {name}", replace(leave, message="Neue Nummer.")),
    ]


class Links(HTMLParser):
    """Where the links of a page lead, and what is loaded by it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for key, value in attrs if key == "href"]
        self.loads += [key for key, _ in attrs if key in ("src", "srcset", "style")]


def test_the_page_has_the_same_links_and_loads_nothing(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    files = {"associations/chor.yaml": CHOIR.replace("Wir singen.", '"<b>&amp; <img src=x>"')}
    one = letter_of(catalogue(files), settings)
    page = Links(one.html())
    ways = [link for answer in one.answers for link in (answer.form, answer.mail)]
    assert (page.links, page.loads) == ([one.page, *ways], [])


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [
        ("[tr, de]", "tr"),
        ("[ku, ar]", "ar"),
        ("[de, tr]", "de"),
        ("[ku]", "de"),
        ("[]", "de"),
    ],
)
def test_its_own_language(catalogue: Callable[..., Catalogue], spoken: str, expected: str) -> None:
    files = {"associations/chor.yaml": CHOIR.replace("languages: [tr, de]", f"languages: {spoken}")}
    [association] = catalogue(files).associations
    assert own_language(association, ("de", "tr", "ar")) == expected


@pytest.mark.slow
def test_a_letter_says_nothing_in_german_but_the_labels(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    for tag in ("ar", "el", "en", "fa", "fr", "it", "ro", "ru", "tr", "uk"):
        text = letter_of(catalogue(FILES), settings, tag).text()
        german = [message for message in reminder.MESSAGES if "%" not in message]
        assert (tag, [message for message in german if message in text]) == (tag, [])


@pytest.mark.slow
def test_files_of_mail(run: Run, write: Write, tmp_path: Path) -> None:
    phone_only = "name: Still\ntopics: [musik]\nlisted: 2020-01-01\n"
    content = write({**FILES, "associations/still.yaml": phone_only})
    out = str(tmp_path / "out")
    code, said, complaints = run("reminders", OUT=out)
    assert (code, complaints) == (0, "")
    assert said == (
        f"Erinnerungen: 1, in {os.path.relpath(out)}/\n"
        "Ohne E-Mail-Adresse, bitte anders fragen:\n"
        "Zuletzt bestätigt     Tage  Name   E-Mail  Datei\n"
        f"nie, seit 2020-01-01  2526  Still          {content}/associations/still.yaml\n"
    )
    assert [path.name for path in Path(out).iterdir()] == ["chor.eml"]
    first = (Path(out) / "chor.eml").read_bytes()
    assert parsed(first)["Content-Language"] == "tr"
    assert run("reminders", OUT=out)[0] == 0
    assert (Path(out) / "chor.eml").read_bytes() == first


def test_by_itself_each_day_has_a_folder(run: Run, write: Write, project: Path) -> None:
    write(FILES)
    assert run("reminders", TODAY="2031-02-03")[0] == 0
    folder = project / ".cache" / "erinnerungen" / "2031-02-03"
    assert [path.name for path in folder.iterdir()] == ["chor.eml"]


@pytest.mark.parametrize(("name", "text"), [("chor.eml", "x"), ("tanz.eml", "x")])
def test_what_another_run_wrote_stays(
    run: Run, write: Write, tmp_path: Path, name: str, text: str
) -> None:
    write(FILES)
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_text(text)
    assert run("reminders", OUT=str(out), LANGUAGE="en") == (
        1,
        "",
        f"{os.path.relpath(out)}/: there is something else than would be written now: {name}. "
        "Empty the folder or name another one with OUT=. Nothing has been written.\n",
    )
    assert {path.name: path.read_text() for path in out.iterdir()} == {name: text}


def test_a_table_for_mail_merge(run: Run, write: Write, tmp_path: Path) -> None:
    write(
        {
            "associations/chor.yaml": CHOIR.replace(
                "Chor »Ä« am Fluss, e. V.", '"=1+1 am Fluss, e. V."'
            )
        }
    )
    assert run("reminders", OUT=str(tmp_path / "out"), FORM="csv")[0] == 0
    data = (tmp_path / "out" / post.TABLE).read_bytes()
    [row] = csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    assert list(row) == [
        *("E-Mail", "Name", "Eintrag", "Sprache", "Betreff", "Text"),
        *("Stimmt noch (Website)", "Stimmt noch (E-Mail)"),
        *("Änderung (Website)", "Änderung (E-Mail)"),
        *("Abmelden (Website)", "Abmelden (E-Mail)"),
    ]
    assert row["E-Mail"] == "post@chor.example"
    assert row["Name"] == "'=1+1 am Fluss, e. V."
    assert row["Sprache"] == "Türkisch"


def test_nothing_is_due(run: Run, write: Write, tmp_path: Path) -> None:
    write(FILES)
    out = tmp_path / "out"
    said = f"Erinnerungen: 0, in {os.path.relpath(out)}/\n"
    assert run("reminders", OUT=str(out), DAYS="9999") == (0, said, "")


def test_an_unknown_form(run: Run, write: Write) -> None:
    write(FILES)
    assert run("reminders", FORM="pdf") == (2, "", "make reminders: FORM: 'pdf'? eml, csv\n")
