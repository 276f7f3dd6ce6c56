"""One build in several languages: every page in each, the way between them, no German left over.

The sample is built in German, Arabic and Turkish; what needs no more than a few entries has its
own content.
"""

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plugins.catalogue.load import load
from plugins.catalogue.model import VOCABULARIES
from plugins.publishing.audit import audit
from plugins.translations import extract, po_file
from plugins.translations.__main__ import others
from tests.checkout import check_out
from tests.site import nu

HOST = "https://anlaufstelle.example"
Build = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[Mapping[str, str]], Path]

CHOIR = "name: Chor\nsummary: Wir singen\ntopics: [musik]\nlisted: 2020-01-01\n"
EVENT = (
    "title: Probe\nstart: 2026-12-01T19:30\norganisers: [chor]\ntext: Siehe [hier](/termine/).\n"
)


@pytest.fixture(scope="session")
def sample(built_once: Callable[..., Path], sample_content: Path) -> Path:
    """The sample site in three languages."""
    return built_once("site-in-three-languages", sample_content, LANGUAGES="de,ar,tr")


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """(path, HTML) of every page that a visitor stays on."""
    for file in sorted(site.rglob("index.html")):
        html = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in html:
            yield f"/{file.relative_to(site).as_posix()}".removesuffix("index.html"), html


def test_every_page_exists_in_every_language_and_every_file_once(sample: Path) -> None:
    files = {f.relative_to(sample).as_posix() for f in sample.rglob("*") if f.is_file()}
    own = {f for f in files if not f.startswith(("ar/", "tr/"))}
    expected = {f for f in own if f.endswith("/index.html")} | {"index.html"}
    assert len(expected) > 300
    for tag in ("ar", "tr"):
        found = {f.removeprefix(f"{tag}/") for f in files if f.startswith(f"{tag}/")}
        assert found == expected
    assert {Path(f).suffix for f in own - expected} >= {".ics", ".csv", ".css"}


def test_audit(sample: Path) -> None:
    assert audit(sample) == ()


@pytest.mark.html
def test_html_is_valid(sample: Path) -> None:
    assert nu.messages(sample / "ar") == set()


def test_alternates_are_reciprocal_and_canonical(sample: Path) -> None:
    alternates, hidden = {}, set()
    for path, html in pages(sample):
        named = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))
        if '<meta name="robots" content="noindex">' in html:
            assert (named, 'rel="canonical"' in html) == ({}, False)
            hidden.add(path)
            continue
        assert sorted(named) == ["ar", "de", "tr", "x-default"]
        assert named["x-default"] == named["de"]
        assert f'<link rel="canonical" href="{HOST}{path}">' in html
        alternates[HOST + path] = named
    assert hidden == {
        f"{one}/{name}/" for one in ("", "/ar", "/tr") for name in ("offline", "stand")
    }
    assert len(alternates) > 900
    for address, named in alternates.items():
        assert address in named.values()
        assert all(alternates[other] == named for other in named.values())


def test_every_page_says_its_language_and_direction(sample: Path) -> None:
    for path, html in pages(sample):
        tag = path.split("/")[1] if path.startswith(("/ar/", "/tr/")) else "de"
        direction = "rtl" if tag == "ar" else "ltr"
        assert f'<html lang="{tag}" dir="{direction}"' in html


def test_the_switch_stays_on_the_page(sample: Path) -> None:
    for path, html in pages(sample):
        tag = path.split("/")[1] if path.startswith(("/ar/", "/tr/")) else "de"
        page = path if tag == "de" else path.removeprefix(f"/{tag}")
        switch = re.findall(r'<nav class="languages__panel".*?</nav>', html, re.DOTALL)[0]
        links = re.findall(r'<a href="([^"]+)" lang="([^"]+)" dir="(\w+)" [^>]*?>(.*?)</a>', switch)
        assert links == [
            (page, "de", "ltr", "Deutsch"),
            (f"/ar{page}", "ar", "rtl", "العربية"),
            (f"/tr{page}", "tr", "ltr", "Türkçe"),
        ]
        assert re.findall(r'lang="(\w+)"[^>]*aria-current="page"', switch) == [tag]


def test_the_page_for_what_is_not_there_leads_to_each_home(sample: Path) -> None:
    html = (sample / "404.html").read_text(encoding="utf-8")
    switch = re.findall(r'<nav class="languages__panel".*?</nav>', html, re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"', switch) == ["/", "/ar/", "/tr/"]
    assert "hreflang=" not in html.partition("</head>")[0]


def test_the_page_for_what_is_not_there_says_so_in_each_language(sample: Path) -> None:
    html = (sample / "404.html").read_text(encoding="utf-8")
    main = html.partition("<main")[2].partition("</main>")[0]
    said = re.findall(r'<li lang="(\w+)" dir="(\w+)">\s*<p>(.*)</p>\s*<a [^>]*href="([^"]*)"', main)
    assert said == [
        ("ar", "rtl", "هذه الصفحة غير موجودة", "/ar/"),
        ("tr", "ltr", "Böyle bir sayfa yok", "/tr/"),
    ]


def test_links_stay_in_the_language(sample: Path) -> None:
    """All but the switch, files, and the ways to the original and to other translations."""
    for path, html in pages(sample):
        if path.startswith("/ar/"):
            links = re.findall(r'<a ([^>]*?)href="(/[^"]*)"([^>]*)>', html)
            leading_away = {
                target
                for before, target, after in links
                if not target.startswith("/ar/")
                and "hreflang" not in before + after
                and re.match(r"[^?#]*/(?:[?#]|$)", target)
            }
            assert leading_away == set(), path


def test_there_is_no_switch_for_one_language(
    write: Write, run_build: Build, tmp_path: Path
) -> None:
    content = write({"associations/chor.yaml": CHOIR})
    assert run_build(tmp_path / "out", CONTENT=str(content)).returncode == 0
    html = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "hreflang" not in html and "languages" not in html


def test_a_language_without_words_is_an_error_of_the_set_up(
    run_build: Build, tmp_path: Path
) -> None:
    done = run_build(tmp_path / "out", LANGUAGES="de,ku")
    assert done.returncode == 2
    assert "LANGUAGES" in done.stderr and "/ku/" in done.stderr
    assert "Traceback" not in done.stderr and not (tmp_path / "out").exists()


NOTICES = {
    "missing": {},
    "in part": {"associations/chor.tr.yaml": "name: Koro\n"},
    "outdated": {"associations/chor.tr.yaml": "source: '000000000000'\nsummary: Şarkı\n"},
    "whole": {"associations/chor.tr.yaml": "summary: Şarkı\n"},
}
MISSING, OUTDATED = "Burada henüz çeviri eksik", "Bu çeviri güncel olmayabilir"


@pytest.mark.parametrize(
    ("files", "expected"),
    list(zip(NOTICES.values(), [[MISSING], [MISSING], [OUTDATED], []], strict=True)),
    ids=NOTICES,
)
def test_notices(
    write: Write, run_build: Build, tmp_path: Path, files: dict[str, str], expected: list[str]
) -> None:
    content = write({"associations/chor.yaml": CHOIR, **files})
    done = run_build(tmp_path / "out", CONTENT=str(content), LANGUAGES="de,tr")
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "out" / "tr" / "vereine" / "chor" / "index.html").read_text("utf-8")
    assert re.findall(r'notice__title">(.*?)</p>', html) == expected
    assert ('href="/vereine/chor/" hreflang="de">Almanca sayfaya git' in html) is bool(expected)
    german = (tmp_path / "out" / "vereine" / "chor" / "index.html").read_text(encoding="utf-8")
    assert "notice__title" not in german


def test_what_is_not_translated_is_marked_as_german(
    write: Write, run_build: Build, tmp_path: Path
) -> None:
    files = {
        "associations/chor.yaml": CHOIR,
        "associations/chor.ar.yaml": "name: كورال\n",
        "events/probe.yaml": EVENT,
    }
    content = write(files)
    assert run_build(tmp_path / "out", CONTENT=str(content), LANGUAGES="de,ar").returncode == 0
    choir = (tmp_path / "out" / "ar" / "vereine" / "chor" / "index.html").read_text("utf-8")
    assert "<h1><bdi>كورال</bdi></h1>" in choir
    assert '<p class="lead" lang="de" dir="ltr">Wir singen</p>' in choir
    event = (tmp_path / "out" / "ar" / "termine" / "probe" / "index.html").read_text("utf-8")
    assert '<h1><bdi lang="de" dir="ltr">Probe</bdi></h1>' in event
    assert '<div class="prose" lang="de" dir="ltr">' in event
    assert 'Siehe <a href="/ar/termine/" rel="noopener">hier</a>' in event
    german = (tmp_path / "out" / "vereine" / "chor" / "index.html").read_text(encoding="utf-8")
    assert '<p class="lead">Wir singen</p>' in german


# Everything that is not the interface's is written in Greek letters, the language is Greek: what
# has a Latin letter then, and stands in no bracket, was never asked of gettext.
GREEK = {
    "associations/a.md": (
        "---\nname: Χορωδία\nsummary: Τραγουδάμε\ntopics: [x]\nlanguages: [el]\naudiences: [x]\n"
        "district: x\nlegal_form: x\nfounded: 1998\nmembers: 20\nlisted: 2020-01-01\n"
        "address: {street: Οδός 1, city: Πόλη, note: Κάτω}\nchecked: {on: 2026-10-01, by: Άννα}\n"
        "consent: {on: 2026-10-01, by: Άννα, scope: [Όνομα]}\n"
        "contacts: [{name: Άννα, role: Μέλος}]\n"
        "accessibility: {wheelchair: limited, toilet: no, hearing_loop: yes, sign_language: no}\n"
        "---\nΌλοι.\n"
    ),
    "associations/b.yaml": (
        "name: Θέατρο\ntopics: [x]\nlisted: 2020-01-01\nended: {on: 2026-01-01}\n"
    ),
    "events/a.yaml": (
        "title: Πρόβα\nstart: 2026-12-01T19:30\nend: 2026-12-01T21:00\norganisers: [a, office]\n"
        "repeat: {every: week, until: 2027-01-31, except: [2026-12-08],"
        " moved: {2026-12-15: 2026-12-16T20:00}, cancelled: {2026-12-22: Ψύχος}}\n"
        "venue: a\nformat: x\nprice: δωρεάν\nlanguages: [el]\n"
        "registration: {until: 2026-11-30, places: 30}\n"
    ),
    "events/b.yaml": (
        "title: Γιορτή\nstart: 2025-05-01\norganisers: [b]\nnetworks: [a]\n"
        "attendance: {people: 5, associations: [a]}\nfunding: [a]\n"
    ),
    "events/c.yaml": "title: Ομιλία\nstart: 2026-12-24\norganisers: [a]\nstatus: cancelled\n",
    "board/a.yaml": (
        "kind: offer\ntitle: Αίθουσα\nassociation: a\ncategory: x\nposted: 2026-11-01\n"
        "expires: 2027-01-31\nroom: {seats: 30, step_free: yes, kitchen: no}\ndistrict: x\n"
        "available: {from: 2026-12-01, weekdays: [monday]}\n"
    ),
    "board/b.yaml": (
        "kind: seek\ntitle: Τέντα\nassociation: b\ncategory: x\nposted: 2026-01-01\n"
        "expires: 2026-06-30\n"
    ),
    "networks/a.yaml": "title: Δίκτυο\nmembers: [a, b]\nmeets: συχνά\nstarted: 2020\ntopics: [x]\n",
    "funding/a.yaml": (
        "title: Ταμείο\nfunder: Πόλη\nwho: Όλοι\namount: {to: 500}\ndeadlines: [2026-12-31]\n"
    ),
    "reports/a.md": (
        "---\ntitle: Έκθεση\nperiod: {from: 2025-01-01, until: 2026-12-31}\n"
        "survey: {asked: 10, answered: 5, questions: [{question: Τι, kind: single,"
        " answers: {Α: 2}}]}\nconsultations: [{topic: x, count: 3}]\nnetworks: [a]\n---\nΚείμενο.\n"
    ),
    "pages/a.md": "---\ntitle: Συμβουλή\nmenu: main\n---\nΚείμενο.\n",
    **{
        f"vocabulary/{name}.yaml": "x:\n  label: {de: Χι, el: Χι}\n  dates: [2026-12-24]\n"
        for name in VOCABULARIES
    },
}


class Seen(HTMLParser):
    """What of a page is read or heard, but for what is said to be in another language."""

    VOID = frozenset("meta link input br img".split())
    HEARD = ("aria-label", "placeholder", "alt", "title", "content", "data-one", "data-other")

    def __init__(self, language: str, passed_over: tuple[str, ...]) -> None:
        super().__init__(convert_charrefs=True)
        self.language, self.passed_over = language, passed_over
        self.texts: list[str] = []
        self.open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        other = (
            given.get("lang", self.language) != self.language
            or tag in self.passed_over
            or given.get("class") == "monogram"  # two letters of a name
        )
        if tag not in self.VOID:
            self.open.append(other)
        if (
            not (other or any(self.open))
            and "http-equiv" not in given
            and given.get("name") in (None, "description")
        ):
            self.texts += [given[name] or "" for name in self.HEARD if name in given]

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.open):
            self.texts.append(data)


def unbracketed(text: str) -> str:
    """What is left when everything in brackets is gone, innermost first."""
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = shorter
    return text


MAY_END = '<span class="may-end"></span>'
"""It stands within an address, which is one word all the same."""


def latin_words(html: str) -> list[str]:
    """The words of a page in Latin letters that stand in no bracket, but for addresses."""
    seen = Seen("el", ("code", "svg", "script"))
    seen.feed(
        re.sub(r'<meta [^>]*"og:(?:type|locale)[^>]*>', "", html.replace(MAY_END, ""))
    )  # words of a standard
    text = re.sub(
        r"\S+@\S+|https?:\S+|\banlaufstelle\.example/\S*", "", unbracketed("\n".join(seen.texts))
    )
    return re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", unescape(text))


def pseudo(folder: Path) -> Path:
    """The settings of a Greek city, with a theme where every message stands in brackets."""
    check_out(folder)
    fields = others("el")
    wanted = extract.extract(folder / "theme" / "templates", "el", fields)
    for message in wanted:
        if isinstance(message.id, str) and message.id:
            message.string = f"⟦{message.id}⟧"
        elif message.id:
            message.string = tuple(f"⟦{form}⟧" for form in message.id)
    file = folder / "theme" / "translations" / "el" / "LC_MESSAGES" / "messages.po"
    file.write_bytes(po_file.text(wanted, "el"))
    settings = folder / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    for old, new in (
        ('"Anlaufstelle Musterstadt"', '"Άγορα"'),
        ('CITY = "Musterstadt"', 'CITY = "Πόλη"'),
        ('"Büro für Integration"', '"Γραφείο"'),
        ("https://git.example/musterstadt/anlaufstelle", ""),
    ):
        assert old in text
        text = text.replace(old, new)
    settings.write_text(text, encoding="utf-8")
    return settings


@pytest.mark.slow
def test_everything_the_interface_says_is_asked_of_gettext(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plugins.building import build
    from plugins.catalogue.settings import from_file

    for name, value in {
        "CONTENT": str(write(GREEK)),
        "OUTPUT": str(tmp_path / "out"),
        "TODAY": "2026-11-22",
        "LANGUAGES": "de,el",
    }.items():
        monkeypatch.setenv(name, value)
    settings = from_file(pseudo(tmp_path / "city"))
    checked = build.read(settings)
    assert [str(d) for d in checked.diagnostics if d.is_error] == []
    assert build.write(settings, checked).exitcode == 0
    built = sorted((tmp_path / "out" / "el").rglob("index.html"))
    assert len(built) > 25
    left = {word: file for file in built for word in latin_words(file.read_text(encoding="utf-8"))}
    assert left.keys() == PROGRAMS, left


def test_what_is_not_asked_of_gettext_would_be_found() -> None:
    html = (
        '<html lang="el"><p title="Zwei">⟦a ⟦b⟧ c⟧ Eins</p><p lang="de">x</p><a href="/vier/">Δ</a>'
    )
    assert latin_words(html) == ["Zwei", "Eins"]


# What an Arabic page may say in Latin letters without naming another language: services,
# abbreviations, the keys of fields. People, the site, and associations by their short names are
# called so in every language; addresses and handles are no words.
PROGRAMS = frozenset("Atom Feed JSON Nextcloud Outlook Thunderbird".split())
"""What reads calendars and news, and what these are called."""

IN_LATIN = PROGRAMS | frozenset(
    "CC CSV Facebook Git Instagram JavaScript LGBTIQ Mastodon OpenStreetMap Pull QR Request"
    " Stiftung Google Telegram WhatsApp YouTube vCard when"
    " audiences category district form format gGmbH https iCalendar ics"
    " legal topics calendar com google HTML ICSx Mac URL VEREIN Widget iPad iPhone".split()
)
ADDRESS = re.compile(r"\S*@\S+|(?:[\w-]+\.)+(?:example|beispiel)\b(?:\.\w+)*(?:/\S*)?")


def own_names(content: Path) -> list[str]:
    """What is called by its own name, the longest first."""
    loaded = load(content, shown="content").catalogue
    found = {"Anlaufstelle", "Musterstadt"}
    for one in loaded.associations:
        found |= {one.short_name, *(contact.name for contact in one.private_contacts)}
    return sorted(found - {""}, key=len, reverse=True)


def test_what_is_german_is_said_to_be(sample: Path, sample_content: Path) -> None:
    """WCAG 2.2, 3.1.2: on an Arabic page every text in Latin letters, but for names, has `lang`."""
    names = re.compile("|".join(map(re.escape, own_names(sample_content))))
    left: dict[str, set[str]] = {}
    for path, html in pages(sample):
        if path.startswith("/ar/"):
            seen = Seen("ar", ("head", "code", "script"))
            seen.feed(html.replace(MAY_END, ""))
            for text in seen.texts:
                plain = names.sub("", ADDRESS.sub("", text))
                for word in re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", plain):
                    left.setdefault(word, set()).add(path)
    assert left.keys() == IN_LATIN, {
        word: sorted(left[word])[:2] for word in left.keys() - IN_LATIN
    }
