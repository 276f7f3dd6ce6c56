"""`make digest`: what each of its files says to whom, and what none of them says."""

import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plugins.catalogue.holidays import Holidays, PublicHoliday, SchoolBreak
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.digest import office, week
from plugins.digest.write import LARGEST, Digest
from plugins.intake.submission.replied import about
from tests.digest.conftest import Ran, Run

SECRET = "geheim"
CHOIR = f"""\
name: Chor »Ä, ß« 🎶, e. V.
topics: [musik]
languages: [tr]
email: post@chor.example
contacts:
  - {{name: Ada {SECRET}, role: {SECRET}, email: {SECRET}@chor.example, phone: 030 23125 002}}
listed: 2020-01-01
checked: {{on: 2025-03-09, by: Ada {SECRET}}}
consent: {{on: 2026-01-01, by: Vorstand {SECRET}, scope: [Name]}}
"""
THEATRE = """\
name: Theater
topics: [musik]
contacts:
  - {name: Berta, email: eins@theater.example}
  - {name: Cem, email: zwei@theater.example}
listed: 2026-11-24
consent: {on: 2026-01-01, by: Vorstand, scope: [E-Mail]}
"""
SILENT = f"""\
name: Stille
topics: [musik]
contacts: [{{name: Dora {SECRET}, email: {SECRET}@stille.example}}]
consent: {{on: 2026-01-01, by: Vorstand, scope: [Telefon]}}
listed: 2020-01-01
checked: {{on: 2026-11-01}}
"""


def event(title: str, start: str, more: str = "", organisers: str = "[chor]") -> str:
    return f"title: {title}\nstart: {start}\norganisers: {organisers}\n{more}"


FILES = {
    "associations/chor.yaml": CHOIR,
    "associations/theater.yaml": THEATRE,
    "associations/stille.yaml": SILENT,
    "events/probe.yaml": event(
        "Probe", "2026-11-03T19:30", "end: 2026-11-03T21:00\nprice: kostenlos\n"
        "repeat: {every: week, weekdays: [tuesday, thursday], cancelled: {2026-12-03: Sturm}}\n"
        "attendance: {people: 4711}\n"
    ),
    "events/probe.tr.yaml": "title: Prova\n",
    "events/schau.yaml": event("Ausstellung", "2026-11-20", "end: 2026-12-04\n", "[theater]"),
    "events/tag.yaml": event("Ganzer Tag", "2026-12-06", organisers="[stille]"),
    "events/voll.yaml": event("Vollbesetzt", "2026-12-05T20:00", "status: full\n", "[office]"),
    "events/spaet.yaml": event("Verlegt", "2026-12-05T10:00", "status: postponed\n", "[theater]"),
    "events/vorbei.yaml": event("Vorbei", "2026-11-29T20:00"),
    "events/danach.yaml": event("Danach", "2026-12-07T08:00", organisers="[theater]"),
    "board/saal.yaml": "kind: seek\ntitle: Saal gesucht\nassociation: theater\ncategory: room\n"
    "posted: 2026-11-24\nexpires: 2026-12-15\n",
    "board/alt.yaml": "kind: offer\ntitle: Altes\nassociation: theater\ncategory: room\n"
    "posted: 2026-11-23\nexpires: 2027-01-15\n",
    "board/weg.yaml": "kind: offer\ntitle: Vergeben\nassociation: theater\ncategory: room\n"
    "posted: 2026-11-30\nexpires: 2027-01-15\nstatus: withdrawn\n",
    "funding/topf.yaml": "title: Topf\nfunder: Land\n"
    "deadlines: [2026-11-29, 2026-12-27, 2026-12-28]\nchecked: {on: 2026-11-01}\n",
}  # fmt: skip


def lines(text: str) -> list[str]:
    """The lines on which something stands."""
    return [line for line in text.split("\n") if line]


def test_what_everybody_is_told(run: Run) -> None:
    ran = run(FILES)
    assert (ran.code, ran.complained) == (0, "")
    site = "https://anlaufstelle.example"
    assert lines(ran.body("buerger.de.eml")) == [
        "Anlaufstelle Musterstadt",
        "Was ist los in Musterstadt?",
        "30. November 2026 bis 6. Dezember 2026",
        "======================================",
        "Termine",
        "=======",
        "Läuft gerade",
        "Freitag, 20. November 2026, bis Freitag, 4. Dezember 2026",
        "Ausstellung",
        "Theater",
        f"{site}/termine/schau/",
        "Dienstag, 1. Dezember 2026",
        "19:30–21:00 Uhr · kostenlos",
        "Probe",
        "Chor »Ä, ß« 🎶, e. V.",
        f"{site}/termine/probe/",
        "Donnerstag, 3. Dezember 2026",
        "19:30–21:00 Uhr · Abgesagt",
        "Probe",
        "Sturm",
        "Chor »Ä, ß« 🎶, e. V.",
        f"{site}/termine/probe/",
        "Samstag, 5. Dezember 2026",
        "10:00 Uhr · Verschoben",
        "Verlegt",
        "Der neue Termin steht noch nicht fest.",
        "Theater",
        f"{site}/termine/spaet/",
        "20:00 Uhr · Ausgebucht",
        "Vollbesetzt",
        "Büro für Integration",
        f"{site}/termine/voll/",
        "Sonntag, 6. Dezember 2026",
        "ganztägig",
        "Ganzer Tag",
        "Stille",
        f"{site}/termine/tag/",
        "Alle Termine",
        f"{site}/termine/2026-W49/",
        "Neu bei Biete & Suche",
        "=====================",
        "Suche · Räume",
        "Saal gesucht",
        "Theater · noch bis 15.12.2026",
        f"{site}/biete-suche/saal/",
        "Neu im Verzeichnis",
        "==================",
        "Theater",
        f"{site}/vereine/theater/",
        "Fristen für Förderung",
        "=====================",
        "Sonntag, 27. Dezember 2026",
        "Topf",
        "Land",
        f"{site}/foerderung/#topf",
        "Büro für Integration",
        "anlaufstelle@musterstadt.example",
        "030 23125100",
        "Anlaufstelle Musterstadt",
        "Sie möchten diese Mail nicht mehr bekommen? Dann antworten Sie bitte auf ",
        "diese Mail.",
        f"{site}/",
    ]


def test_titles_are_in_the_language_of_the_mail_or_marked_as_german(run: Run) -> None:
    ran = run(FILES)
    turkish = ran.body("buerger.tr.eml", "html")
    assert re.findall(r"<bdi([^>]*)>(Prova|Ganzer Tag)</bdi>", turkish) == [
        ("", "Prova"),
        (' lang="de" dir="ltr"', "Ganzer Tag"),
    ]
    assert '<html lang="tr" dir="ltr">' in turkish
    mail = ran.mail("buerger.tr.eml")
    assert mail["Content-Language"] == "tr"
    assert mail["Subject"].startswith("Musterstadt kentinde neler var?")


def test_each_association_is_asked_about_its_own_dates_and_no_others(run: Run) -> None:
    ran = run(FILES)
    asked = {name for name in ran.files if name.startswith("vereine/")}
    assert asked == {"vereine/chor.eml", "vereine/theater.eml"}
    assert ran.said.count("bitte anders fragen: Stille") == 1
    titles = {
        name: [title for title in ("Prova", "Probe", "Ausstellung", "Ganzer Tag", "Vollbesetzt",
                                   "Verlegt", "Vorbei", "Danach") if title in ran.body(name)]
        for name in asked
    }  # fmt: skip
    assert titles == {
        "vereine/chor.eml": ["Prova"],
        "vereine/theater.eml": ["Ausstellung", "Verlegt", "Danach"],
    }
    to = {name: [(a.display_name, a.addr_spec) for a in ran.mail(name)["To"].addresses]
          for name in asked}  # fmt: skip
    assert to == {
        "vereine/chor.eml": [("Chor »Ä, ß« 🎶, e. V.", "post@chor.example")],
        "vereine/theater.eml": [("Theater", "eins@theater.example")],
    }
    body = ran.body("vereine/theater.eml")
    form = "https://anlaufstelle.example/mitmachen/aenderung/?eintrag=events/schau"
    assert form in body
    assert "27. Dezember 2026" in body


def test_a_series_names_each_date_once_with_what_became_of_it(run: Run) -> None:
    mail = run(FILES, LANGUAGES="de").body("vereine/chor.eml")
    assert re.findall(r"^(.*Dezember 2026, 19:30.*)$", mail, re.M) == [
        f"{day}. Dezember 2026, 19:30–21:00 Uhr{more}"
        for day, more in [
            ("Dienstag, 1", ""),
            ("Donnerstag, 3", " · Abgesagt (Sturm)"),
            *((f"{name}, {number}", "") for name, number in [
                ("Dienstag", 8), ("Donnerstag", 10), ("Dienstag", 15), ("Donnerstag", 17),
                ("Dienstag", 22), ("Donnerstag", 24),
            ]),
        ]
    ]  # fmt: skip


def test_an_answer_to_it_confirms_no_entry(run: Run) -> None:
    """As an answer to a reminder does (intake/submission/replied.py)."""
    for name in ("vereine/chor.eml", "buero.eml", "buerger.de.eml"):
        assert about(run(FILES).mail(name)["Message-ID"], "Ja, stimmt", "") is None


def test_what_the_office_is_told(run: Run) -> None:
    ran = run({**FILES, "events/kaputt.yaml": "title: Kaputt\n"})
    text = ran.body("buero.eml")
    assert ran.mail("buero.eml")["To"].addresses[0].addr_spec == "anlaufstelle@musterstadt.example"
    for line in (
        "Termine: 6",
        "Im Eingang warten: 0",
        "Einträge mit Fehlern: 1 · make check",
        "Was sich geändert hat, ist nicht bekannt",
        "Chor »Ä, ß« 🎶, e. V. · zuletzt bestätigt 9.3.2025",
        "Saal gesucht · bis 15.12.2026",
        "make reminders",
    ):
        assert line in text, line
    assert "Altes" not in text and "Kaputt" not in text
    assert "Einträge mit Fehlern: 1" in ran.said


CHANGES = {
    "events/neu.md": "A",
    "events/weg.md": "D",
    "events/weg.tr.md": "D",
    "events/umgezogen.md": "D",
    "events/umgezogen.yaml": "A",
    "events/anders.md": "M",
    "events/anders.tr.md": "A",
    "associations/chor.tr.md": "A",
    "associations/README": "A",
}


def test_what_became_of_entries() -> None:
    assert office.entry_changes(CHANGES) == (
        ("associations", "chor", "translated"),
        ("events", "anders", "changed"),
        ("events", "neu", "new"),
        ("events", "umgezogen", "changed"),
        ("events", "weg", "gone"),
    )


def test_changes_come_from_git(run: Run, tmp_path: Path) -> None:
    run(FILES)

    def git(*arguments: str, day: str) -> None:
        names = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        at = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        subprocess.run(["git", *names, *arguments], cwd=tmp_path, check=True, env={**ENV, **at})

    git("init", "-q", day="2026-11-20")
    git("add", "content", day="2026-11-20")
    git("commit", "-qm", "x", day="2026-11-20")
    (tmp_path / "content/events/vorbei.yaml").unlink()
    git("commit", "-qam", "x", day="2026-11-25")
    changed = {**FILES, "events/neu.yaml": event("Neues", "2027-01-01")}
    changed["board/alt.yaml"] = FILES["board/alt.yaml"].replace("Altes", "Anderes")
    del changed["events/vorbei.yaml"]
    text = run(changed).body("buero.eml").partition("Geändert seit 24.11.2026")[2]
    assert lines(text.partition("Lange nicht")[0])[1:] == [
        "Neues · Termin, neu",
        "https://anlaufstelle.example/termine/neu/",
        "vorbei · Termin, entfernt",
        "Anderes · Aushang, geändert",
        "https://anlaufstelle.example/biete-suche/alt/",
    ]


ENV = {"PATH": "/usr/local/bin:/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null"}


def everything(ran: Ran) -> str:
    """All that any of the files says, decoded."""
    mails = [name for name in ran.files if name.endswith(".eml")]
    pages = [data.decode() for name, data in ran.files.items() if name not in mails]
    bodies = [ran.body(name, kind) for name in mails for kind in ("plain", "html")]
    heads = [str(pair) for name in mails for pair in ran.mail(name).items()]
    return "\n".join((*pages, *bodies, *heads))


def test_nothing_private_is_in_any_file(run: Run) -> None:
    ran = run(FILES)
    said = everything(ran)
    for word in (SECRET, "4711", "Berta", "Cem", "23125002", "23125 002"):
        assert word not in said + ran.said, word
    others = re.sub(r"(?s)^.*?\n\n", "", ran.body("vereine/theater.eml"), count=1)
    assert "Chor" not in others and "@" in others


def test_the_same_files_in_any_time_zone_on_any_day_of_the_clock(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(FILES)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert run(FILES) == first
    assert run(FILES, TODAY="2026-12-02").files != first.files


HOSTILE = {
    "associations/chor.yaml": 'name: "Chor\\r\\nBcc: opfer@x.example"\ntopics: [musik]\n'
    "email: post@chor.example\nlisted: 2020-01-01\n",
    "associations/gut.yaml": "name: '=?utf-8?q?Bcc=3A_x?=, \"Gut\" <a@x.example>; [b]'\n"
    "topics: [musik]\nemail: gut@chor.example\nlisted: 2020-01-01\n",
    "events/a.yaml": event(
        "'<b>&amp; \"x\" style=\"a\" class=\"mail\"</td> http://x.example {{ 7*7 }}'",
        "2026-12-01", organisers="[gut]",
    ),
    "events/b.yaml": event('"Fest\\nBcc: opfer@x.example"', "2026-12-01", organisers="[gut]"),
}  # fmt: skip


def test_no_name_and_no_title_becomes_a_header_or_an_element(run: Run) -> None:
    ran = run(HOSTILE)
    headers = {"From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version",
               "Content-Type", "Content-Language"}  # fmt: skip
    assert ran.code == 0
    for name in (name for name in ran.files if name.endswith(".eml")):
        assert set(ran.mail(name).keys()) <= headers
    (to,) = ran.mail("vereine/gut.eml")["To"].addresses
    assert to.addr_spec == "gut@chor.example"
    html, text = ran.body("buerger.de.eml", "html"), ran.body("buerger.de.eml")
    assert html.count("<b>") == 0 and "{{ 7*7 }}" in text and "opfer" not in html
    assert '<b>& "x" style="a" class="mail"</td> http://x.example' in text.replace("&amp;", "&")


class Facts(HTMLParser):
    """The words and addresses that a mail program shows of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.addresses: set[str] = set()
        self._hidden = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = tag in ("style", "title")
        self.addresses |= {str(value) for name, value in attrs if name == "href"}
        assert not {"src", "background"} & {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        self.text += " " if tag in ("p", "td", "h1", "h2", "h3") else ""

    def handle_data(self, data: str) -> None:
        self.text += "" if self._hidden else data


@pytest.mark.parametrize("name", ["buerger.de", "buerger.tr", "vereine/chor", "buero"])
def test_both_parts_say_the_same(run: Run, name: str) -> None:
    ran = run(FILES)
    page, text = Facts(ran.body(f"{name}.eml", "html")), ran.body(f"{name}.eml")
    addresses = {a.removeprefix("mailto:") for a in page.addresses}
    assert all(address in text for address in addresses)
    said = re.sub(r"(?m)^=+$", "", text).split()
    assert [word for word in said if word not in addresses] == [
        word for word in page.text.split() if word not in addresses
    ]
    assert max(map(len, text.split("\n"))) < 78 or name == "vereine/chor"


def test_a_page_brings_all_that_it_needs(run: Run) -> None:
    """Styles in it; nothing is loaded, from nowhere. The sheet has the site's own."""
    ran = run(FILES)
    for name in ("seite.de.html", "aushang.de.html"):
        page = ran.files[name].decode()
        assert re.findall(r"<(?:link|script|img|iframe)\b", page) == []
    assert "nicht mehr bekommen" not in ran.files["seite.de.html"].decode()
    assert 'href="/termine/schau/"' in ran.files["aushang.de.html"].decode()
    assert '<base href="https://anlaufstelle.example/">' in ran.files["aushang.de.html"].decode()


def test_styles_are_at_the_elements(run: Run) -> None:
    page = run(FILES).body("buerger.de.eml", "html")
    bare = [tag for tag in re.findall(r'<[^>]*class="mail[^>]*>', page) if "style=" not in tag]
    assert bare == []
    assert page.count("@media (prefers-color-scheme: dark)") == 1


def many(count: int) -> Mapping[str, str]:
    title = "Sehr lange Überschrift 🎉 " * 6
    events = {
        f"events/e{number}.yaml": event(
            f"{title}{number}", f"2026-{['11-30', '12-01', '12-06'][number % 3]}T10:00"
        )
        for number in range(count)
    }
    return {"associations/chor.yaml": CHOIR, **events}


def test_a_full_week_is_cut_to_what_a_mail_may_weigh(run: Run) -> None:
    ran = run(many(500), LANGUAGES="de")
    for name in ("buerger.de.eml", "vereine/chor.eml", "buero.eml"):
        assert len(ran.body(name, "html").encode()) <= LARGEST, name
    text = ran.body("buerger.de.eml")
    shown, more = text.count("Sehr lange") // 6, re.findall(r"Und noch (\d+)\n(.*)", text)
    assert len(more) == 3 and {address for _, address in more} == {
        "https://anlaufstelle.example/termine/2026-W49/"
    }
    assert shown + sum(int(number) for number, _ in more) == 500 and shown > 50
    assert ran.files["seite.de.html"].decode().count("Sehr lange") == 3000
    assert "weitere Termine" in ran.files["aushang.de.html"].decode()


def test_a_week_without_anything_says_so(run: Run) -> None:
    ran = run({"associations/stille.yaml": SILENT}, WEEK="2027-W20")
    assert "In dieser Woche ist nichts eingetragen" in ran.said
    assert set(ran.files) == {
        *(f"{name}.{tag}.{ending}" for tag in ("de", "tr")
          for name, ending in [("buerger", "eml"), ("seite", "html"), ("aushang", "html")]),
        "buero.eml",
    }  # fmt: skip
    said = "In diesen Tagen sind keine Termine eingetragen"
    assert said in ran.body("buerger.de.eml")
    assert said in ran.files["aushang.de.html"].decode()
    assert "https://anlaufstelle.example/termine/\n" in ran.body("buerger.de.eml")


def test_over_new_year(run: Run) -> None:
    files = {**FILES, "events/feier.yaml": event("Feier", "2027-01-01T00:00"),
             "events/zwischen.yaml": event("Jahre", "2026-12-24", "end: 2027-01-06\n")}  # fmt: skip
    ran = run(files, WEEK="2026-W53", TODAY="2026-12-22")
    text = ran.body("buerger.de.eml")
    assert "28. Dezember 2026 bis 3. Januar 2027\n" in text
    assert "Donnerstag, 24. Dezember 2026, bis Mittwoch, 6. Januar 2027" in text
    assert "Freitag, 1. Januar 2027" in text
    assert "https://anlaufstelle.example/termine/2026-W53/" in text


def nbsp(text: str) -> str:
    """The text with plain blanks."""
    return text.replace("\xa0", " ").replace("&nbsp;", " ")


def test_holidays_are_told(catalogue: Callable[..., Catalogue], settings: Settings) -> None:
    public = (PublicHoliday(date(2027, 1, 1), "Neujahr"),)
    school = (SchoolBreak(date(2026, 12, 21), date(2027, 1, 2), "Weihnachtsferien"),)
    known = replace(catalogue(FILES), holidays=Holidays(public, school))
    state = office.OfficeState(0, None, date(2026, 12, 15))
    own = replace(settings, today=date(2026, 12, 22))
    page = dict(Digest(own, known, week.named("2026-W53"), state).files())["seite.de.html"].decode()
    assert re.findall(r'<p class="mail__soft"[^>]*>([^<]*: [^<]*)</p>', nbsp(page)) == [
        "Weihnachtsferien: 21. Dezember 2026 bis 2. Januar 2027",
        "Neujahr: 1. Januar 2027",
    ]


@pytest.mark.parametrize("given", ["2026-W54", "49", "2027-W53"])
def test_no_week_is_told_in_german(run: Run, given: str) -> None:
    ran = run(FILES, WEEK=given)
    assert (ran.code, ran.said, ran.files) == (2, "", {})
    assert ran.complained == (
        f"make digest: WEEK: {given!r}? Eine Woche heißt wie diese: 2026-W50. Woche 53 hat nicht "
        "jedes Jahr.\n"
    )


def test_without_a_week_it_is_the_coming_one(run: Run, settings: Settings, tmp_path: Path) -> None:
    run(FILES, WEEK="")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["2026-W50"]


def test_what_lies_in_the_folder_already(run: Run, tmp_path: Path) -> None:
    first = run(FILES)
    assert run(FILES) == first
    (tmp_path / "out/2026-W49/notiz.txt").write_text("meins")
    ran = run(FILES)
    assert ran.code == 1 and "notiz.txt" in ran.said and "nichts geschrieben" in ran.said
    assert ran.files == {**first.files, "notiz.txt": b"meins"}


def test_in_english(run: Run) -> None:
    ran = run(FILES, LANGUAGE="en", LANGUAGES="de,en")
    assert "Nothing is sent by itself." in ran.said
    assert ran.mail("buero.eml")["Subject"] == "The week in the office, from 2026-11-30"
    assert ran.mail("buero.eml")["Content-Language"] == "en"


def test_the_date_of_a_mail_is_the_day_that_it_was_made_for(run: Run) -> None:
    mail = run(FILES, TODAY=date(2026, 7, 1).isoformat()).mail("buerger.de.eml")
    assert mail["Date"] == "Wed, 01 Jul 2026 09:00:00 +0200"
