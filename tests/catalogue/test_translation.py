"""The catalogue in another language: what is translated, and nothing else, is said in it."""

from collections.abc import Callable
from dataclasses import replace

from plugins.catalogue.coverage import Share, coverage, languages
from plugins.catalogue.digest import digest
from plugins.catalogue.forgotten import Forgotten
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import ORIGINAL, FieldLanguages
from plugins.catalogue.translation import in_language, is_outdated, is_whole

Of = Callable[..., Catalogue]

CHOIR = "name: Chor\nsummary: Wir singen\ntopics: [musik]\nlisted: 2020-01-01\ntext: Alle\n"
EVENT = "title: Probe\nstart: 2026-12-01T19:30\norganisers: [chor]\nprice: frei\n"
FILES = {
    "associations/chor.yaml": CHOIR,
    "associations/chor.tr.yaml": "name: Koro\ntext: Hepsi\n",
    "associations/bund.yaml": "name: Bund\ntopics: [kultur]\nlisted: 2020-01-01\n",
    "events/probe.yaml": EVENT,
}


def test_translated_fields_stand_in_place_of_the_original(catalogue: Of) -> None:
    german = replace(catalogue(FILES), revisions={"events/fest": 7}, forgotten=Forgotten(salt=b"s"))
    turkish = in_language(german, "tr")
    assert (turkish.revisions, turkish.forgotten) == (german.revisions, german.forgotten)
    choir = turkish.association("chor")
    assert choir is not None
    assert (choir.name, choir.summary, choir.text) == ("Koro", "Wir singen", "Hepsi")
    assert choir.localised == FieldLanguages("tr", ("name", "text"))
    assert [choir.localised.language_of(f) for f in ("name", "summary", "text")] == [
        "tr",
        "de",
        "tr",
    ]
    assert choir.original == german.association("chor")
    assert turkish.events_of(choir.id) == german.events
    assert turkish.association("bund") is german.association("bund")


def test_the_order_is_that_of_the_translated_names(catalogue: Of) -> None:
    files = {**FILES, "associations/chor.tr.yaml": "name: Ahenk\n"}
    assert [a.id for a in catalogue(files).associations] == ["bund", "chor"]
    assert [a.id for a in in_language(catalogue(files), "tr").associations] == ["chor", "bund"]


def test_without_translations_nothing_changes(catalogue: Of) -> None:
    german = catalogue(FILES)
    assert in_language(german, "de") is german
    assert in_language(german, "el") is german
    assert {entry.localised for entry in german.entries} == {ORIGINAL}


def test_whole_is_what_says_everything_but_names(catalogue: Of) -> None:
    files = {
        **FILES,
        "associations/chor.tr.yaml": "summary: Şarkı\ntext: Hepsi\n",
        "events/probe.tr.yaml": "title: Prova\n",
    }
    turkish = in_language(catalogue(files), "tr")
    whole = {entry.id: is_whole(entry, "tr") for entry in turkish.entries}
    assert whole == {"chor": True, "bund": True, "probe": False}
    assert all(is_whole(entry, "de") for entry in catalogue(files).entries)


def test_outdated_is_what_was_made_of_another_text(catalogue: Of) -> None:
    (choir,) = catalogue({"associations/chor.yaml": CHOIR}).associations
    for source, expected in ((digest(choir), False), ("0" * 12, True), ("", False)):
        said = f"text: Hepsi\nsource: {source!r}\n"
        files = {"associations/chor.yaml": CHOIR, "associations/chor.tr.yaml": said}
        for found in (catalogue(files), in_language(catalogue(files), "tr")):
            (entry,) = found.associations
            assert is_outdated(entry, entry.translations[0]) is expected


def test_coverage(catalogue: Of) -> None:
    files = {**FILES, "events/probe.tr.yaml": "source: '000000000000'\ntitle: Prova\n"}
    german = catalogue(files)
    assert languages(german) == ("tr",)
    for found in (german, in_language(german, "tr")):
        by_kind = {share.kind: share for share in coverage(found, "tr").shares}
        assert by_kind["associations"] == Share("associations", 2, 1, 0)
        assert by_kind["events"] == Share("events", 1, 1, 1)
        assert by_kind["board"] == Share("board", 0, 0, 0)
        whole = coverage(found, "tr").whole
        assert (whole, whole.missing) == (Share("", 3, 2, 1), 1)
    assert coverage(german, "el").whole == Share("", 3, 0, 0)
    assert coverage(Catalogue(), "el").whole == Share("", 0, 0, 0)
