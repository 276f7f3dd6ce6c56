"""Addresses in words, and the files behind them."""

import re
from pathlib import PurePath

import pytest

from plugins.catalogue.model import KINDS
from plugins.catalogue.settings import BELOW, Settings
from plugins.publishing.audit import SUFFIXES
from plugins.rendering import urls
from plugins.rendering.urls import Address

# The addresses that design promises: they never change by accident.
ADDRESSES = {
    Address("home"): "/",
    Address("directory"): "/vereine/",
    Address("association", "chor"): "/vereine/chor/",
    Address("association_card", "chor"): "/vereine/chor/kontakt.vcf",
    Address("association_calendar", "chor"): "/vereine/chor/termine.ics",
    Address("topic", "kultur"): "/vereine/thema/kultur/",
    Address("language", "tr"): "/vereine/sprache/tr/",
    Address("district", "mitte"): "/vereine/stadtteil/mitte/",
    Address("audience", "kinder"): "/vereine/zielgruppe/kinder/",
    Address("map"): "/vereine/karte/",
    Address("letter", "s-2"): "/vereine/a-z/s-2/",
    Address("topic_letter", "kultur/s"): "/vereine/a-z/thema/kultur/s/",
    Address("language_letter", "tr/andere"): "/vereine/a-z/sprache/tr/andere/",
    Address("district_letter", "mitte/s"): "/vereine/a-z/stadtteil/mitte/s/",
    Address("audience_letter", "kinder/archiviert"): "/vereine/a-z/zielgruppe/kinder/archiviert/",
    Address("calendar"): "/termine/",
    Address("events_calendar"): "/termine.ics",
    Address("network_calendar", "raum"): "/netzwerke/raum/termine.ics",
    Address("topic_calendar", "musik"): "/termine/thema/musik/termine.ics",
    Address("language_calendar", "tr"): "/termine/sprache/tr/termine.ics",
    Address("district_calendar", "mitte"): "/termine/stadtteil/mitte/termine.ics",
    Address("audience_calendar", "kinder"): "/termine/zielgruppe/kinder/termine.ics",
    Address("format_calendar", "course"): "/termine/format/course/termine.ics",
    Address("free_calendar"): "/termine/kostenlos/termine.ics",
    Address("step_free_calendar"): "/termine/barrierefrei/termine.ics",
    Address("online_calendar"): "/termine/online/termine.ics",
    Address("children_calendar"): "/termine/mit-kindern/termine.ics",
    Address("events_atom"): "/termine.atom",
    Address("events_json"): "/termine.json",
    Address("association_atom", "chor"): "/vereine/chor/termine.atom",
    Address("association_json", "chor"): "/vereine/chor/termine.json",
    Address("network_atom", "raum"): "/netzwerke/raum/termine.atom",
    Address("network_json", "raum"): "/netzwerke/raum/termine.json",
    Address("topic_atom", "musik"): "/termine/thema/musik/termine.atom",
    Address("topic_json", "musik"): "/termine/thema/musik/termine.json",
    Address("language_atom", "tr"): "/termine/sprache/tr/termine.atom",
    Address("language_json", "tr"): "/termine/sprache/tr/termine.json",
    Address("district_atom", "mitte"): "/termine/stadtteil/mitte/termine.atom",
    Address("district_json", "mitte"): "/termine/stadtteil/mitte/termine.json",
    Address("audience_atom", "kinder"): "/termine/zielgruppe/kinder/termine.atom",
    Address("audience_json", "kinder"): "/termine/zielgruppe/kinder/termine.json",
    Address("format_atom", "course"): "/termine/format/course/termine.atom",
    Address("format_json", "course"): "/termine/format/course/termine.json",
    Address("free_atom"): "/termine/kostenlos/termine.atom",
    Address("free_json"): "/termine/kostenlos/termine.json",
    Address("step_free_atom"): "/termine/barrierefrei/termine.atom",
    Address("step_free_json"): "/termine/barrierefrei/termine.json",
    Address("online_atom"): "/termine/online/termine.atom",
    Address("online_json"): "/termine/online/termine.json",
    Address("children_atom"): "/termine/mit-kindern/termine.atom",
    Address("children_json"): "/termine/mit-kindern/termine.json",
    Address("associations_atom"): "/vereine.atom",
    Address("associations_json"): "/vereine.json",
    Address("board_atom"): "/biete-suche.atom",
    Address("board_json"): "/biete-suche.json",
    Address("category_atom", "room"): "/biete-suche/kategorie/room/biete-suche.atom",
    Address("category_json", "room"): "/biete-suche/kategorie/room/biete-suche.json",
    Address("association_embed", "chor"): "/vereine/chor/kalender.html",
    Address("association_embed_data", "chor"): "/vereine/chor/kalender.json",
    Address("network_embed", "raum"): "/netzwerke/raum/kalender.html",
    Address("network_embed_data", "raum"): "/netzwerke/raum/kalender.json",
    Address("topic_embed", "musik"): "/termine/thema/musik/kalender.html",
    Address("topic_embed_data", "musik"): "/termine/thema/musik/kalender.json",
    Address("today"): "/termine/?wann=heute",
    Address("tomorrow"): "/termine/?wann=morgen",
    Address("next_week"): "/termine/?wann=naechste-woche",
    Address("any_online"): "/termine/?online=1",
    Address("any_children"): "/termine/?mit-kindern=1",
    Address("month", "2026-11"): "/termine/2026-11/",
    Address("day", "2026-11/22"): "/termine/2026-11/22/",
    Address("week", "2026-W48"): "/termine/2026-W48/",
    Address("weekend"): "/termine/wochenende/",
    Address("weekend_part", "2"): "/termine/wochenende/2/",
    Address("free"): "/termine/kostenlos/",
    Address("free_part", "2"): "/termine/kostenlos/2/",
    Address("step_free"): "/termine/barrierefrei/",
    Address("step_free_part", "2"): "/termine/barrierefrei/2/",
    Address("online"): "/termine/online/",
    Address("online_part", "2"): "/termine/online/2/",
    Address("children"): "/termine/mit-kindern/",
    Address("children_part", "2"): "/termine/mit-kindern/2/",
    Address("event_topic", "musik"): "/termine/thema/musik/",
    Address("event_language", "tr/2"): "/termine/sprache/tr/2/",
    Address("event_district", "mitte"): "/termine/stadtteil/mitte/",
    Address("event_format", "course"): "/termine/format/course/",
    Address("notice_sheet"): "/termine/aushang/",
    Address("calendar_archive"): "/termine/archiv/",
    Address("calendar_year", "2025"): "/termine/archiv/2025/",
    Address("past_month", "2025-03-2"): "/termine/archiv/2025-03-2/",
    Address("year_feed", "2025"): "/termine/archiv/2025.ics",
    Address("event", "fest"): "/termine/fest/",
    Address("event_calendar", "fest"): "/termine/fest.ics",
    Address("board"): "/biete-suche/",
    Address("category", "room"): "/biete-suche/kategorie/room/",
    Address("board_archive"): "/biete-suche/archiv/",
    Address("rooms"): "/biete-suche/raeume/",
    Address("board_year", "2025-2"): "/biete-suche/archiv/2025-2/",
    Address("posting", "saal"): "/biete-suche/saal/",
    Address("networks"): "/netzwerke/",
    Address("network", "raum"): "/netzwerke/raum/",
    Address("funding"): "/foerderung/",
    Address("programme", "fonds"): "/foerderung/#fonds",
    Address("reports"): "/bericht/",
    Address("report", "2025"): "/bericht/2025/",
    Address("figures", "2025"): "/bericht/2025/figures.csv",
    Address("participate"): "/mitmachen/",
    Address("form", "verein"): "/mitmachen/verein/",
    Address("search"): "/suche/",
    Address("subscribe"): "/abonnieren/",
    Address("subscribe_news"): "/abonnieren/#neues",
    Address("search_index", "1/i/s"): "/suche/1/i/s.txt",
    Address("data"): "/daten/",
    Address("entry_data", "associations/chor"): "/daten/v1/associations/chor.json",
    Address("names_data"): "/daten/v1/names.json",
    Address("words_data"): "/daten/v1/words.json",
    Address("page", "impressum"): "/impressum/",
    Address("not_found"): "/404.html",
    Address("inventory"): "/.entries.json",
    Address("sitemap"): "/sitemap.xml",
    Address("sitemap_part", "vereine"): "/sitemap-vereine.xml",
    Address("robots"): "/robots.txt",
    Address("freshness"): "/stand/",
    Address("freshness_data"): "/stand.json",
    Address("offline"): "/offline/",
    Address("worker"): "/sw.js",
    Address("app", "tr"): "/app/tr.webmanifest",
    Address("editor", "config.json"): "/admin/config.json",
}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "/tr/"),
        ("/termine/", "/tr/termine/"),
        ("/foerderung/#fonds", "/tr/foerderung/#fonds"),
        ("/vereine/?q=a/b", "/tr/vereine/?q=a/b"),
        ("/termine.ics", "/termine.ics"),
        ("/404.html", "/404.html"),
        ("/static/x.css?a=/", "/static/x.css?a=/"),
    ],
)
def test_in_the_folder_of_a_language(path: str, expected: str) -> None:
    assert urls.in_folder("/tr", path) == expected
    assert urls.in_folder("", path) == path


def test_pages_exist_in_every_language_and_files_once(settings: Settings) -> None:
    for address, path in ADDRESSES.items():
        expected = urls.in_folder("/tr", path)
        assert urls.path(address, settings.site.addresses, "/tr") == expected


def test_every_pattern_is_promised() -> None:
    assert sorted(address.name for address in ADDRESSES) == sorted(urls.PATTERNS)


def test_no_entry_may_be_called_like_a_page_beside_it() -> None:
    """Else the one is written over the other; and a city without the word is told so."""
    folders = "|".join(kind.folder for kind in KINDS)
    below = re.compile(rf"/{{({folders})}}/{{(?!id}})(\w+)}}")
    found = {match.groups() for match in map(below.match, urls.PATTERNS.values()) if match}
    known = {(folder, key) for folder, keys in BELOW.items() for key in keys}
    assert found - known == set(), "plugins/catalogue/settings.py: BELOW"


def test_every_file_is_of_a_kind_that_may_be_published() -> None:
    """Else it is built, and only `make publish` says that it may not be there."""
    kinds = {PurePath(urls.PATTERNS[name].replace("{id}", "a.json")).suffix for name in urls.ONCE}
    assert kinds - SUFFIXES == set(), "plugins/publishing/audit.py: SUFFIXES"


@pytest.mark.parametrize(("address", "expected"), ADDRESSES.items(), ids=lambda a: str(a))
def test_path(address: Address, expected: str, settings: Settings) -> None:
    assert urls.path(address, settings.site.addresses) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [(Address("jubilees"), "/tr/feste/"), (Address("jubilees", "2026"), "/tr/feste/2026/")],
)
def test_a_word_of_addresses_is_a_page_at_the_root(address: Address, expected: str) -> None:
    assert urls.path(address, {"jubilees": "feste"}, "/tr") == expected


def test_a_word_that_a_city_lacks_is_told() -> None:
    with pytest.raises(LookupError, match=r"^'data' of .*names\.json is not in ADDRESSES"):
        urls.path(Address("names_data"), {})


def test_a_name_that_nobody_knows_is_no_address() -> None:
    with pytest.raises(LookupError, match="'jubiless' is neither in ADDRESSES nor in plugins/"):
        urls.path(Address("jubiless"), {"jubilees": "feste"})


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/vereine/chor/", "vereine/chor/index.html"),
        ("/termine.ics", "termine.ics"),
        ("/404.html", "404.html"),
    ],
)
def test_output_file(path: str, file: str) -> None:
    assert urls.output_file(path) == file
