"""Answers that are given with the command, and what is said when nobody can be asked."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.intake.existing import ExistingContent
from plugins.intake.new.arguments import given_in, variables
from plugins.intake.new.kinds import KINDS
from plugins.intake.new.noninteractive import by_given
from plugins.intake.new.session import by_asking
from plugins.validation.check import check_folder
from tests.intake.new.scripted import TODAY, Script, files

CONCERT = {
    "KIND": "event",
    "TITLE": "Konzert am Fluss",
    "START": "1.1. 19:30",
    "ORGANISER": "chor-am-fluss",
}


def told(given: Mapping[str, str], existing: ExistingContent) -> tuple[int, str]:
    output = io.StringIO()
    return by_given(given, existing, output), output.getvalue()


def test_what_is_set_in_the_shell_is_no_answer() -> None:
    shell = {"NAME": "x", "TITLE": "y", "NEW_TITLE": "z", "EMAIL": "a@example.org"}
    assert given_in(shell) == {}
    assert given_in({**shell, "NEW_GIVEN": "TITLE START", "NEW_START": "1.1."}) == {
        "TITLE": "z",
        "START": "1.1.",
    }


FULL: Mapping[str, Mapping[str, str]] = {
    "associations/frauentreff.md": {
        "KIND": "Verein",
        "NAME": "Frauentreff",
        "TOPICS": "Musik, kultur",
        "LANGUAGES": "Türkisch, de",
        "FOUNDED": "3.1998",
        "SOCIAL_MASTODON": "@treff@musik.example",
        "ADDRESS_POSTAL_CODE": "01067",
        "ACCESSIBILITY_WHEELCHAIR": "ja",
        "CHECKED": "1.11.2026",
        "CHECKED_BY": "",
        "TEXT": "Eins.\n\n---\n\nZwei.\n",
    },
    "events/konzert-am-fluss.md": {
        **CONCERT,
        "END": "21:00",
        "VENUE": "Boxclub Hafen",
        "FORMAT": "workshop",
        "REPEAT_EVERY": "week",
        "REGISTRATION_UNTIL": "31.12.2026",
        "NETWORKS": "raum",
    },
    "board/saal.md": {
        "KIND": "Biete",
        "TITLE": "Saal",
        "ASSOCIATION": "boxclub",
        "CATEGORY": "room",
        "ROOM_SEATS": "60",
        "ID": "saal",
    },
    "networks/netz.md": {"KIND": "network", "TITLE": "Netz", "MEMBER": "boxclub, flusschor"},
    "funding/topf.md": {
        "KIND": "funding",
        "TITLE": "Topf",
        "FUNDER": "Stadt",
        "AMOUNT_TO": "49,50",
        "DEADLINE": "1.3.2027",
    },
    "reports/bericht.md": {
        "KIND": "report",
        "TITLE": "Bericht",
        "PERIOD_FROM": "1.1.2026",
        "PERIOD_UNTIL": "31.12.2026",
    },
    "pages/rat.md": {"KIND": "page", "TITLE": "Rat", "MENU": "Guter Rat"},
}


@pytest.mark.golden
def test_a_file_of_every_kind(content: Path, existing: ExistingContent, bless: bool) -> None:
    for name, given in FULL.items():
        assert told(given, existing) == (0, f"Geschrieben: content/{name}\n")
    shown = "".join(f"--- {name} ---\n{files(content)[name]}" for name in FULL)
    expected = Path(__file__).parent / "given.txt"
    if bless:
        expected.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == expected.read_text(encoding="utf-8")
    found = check_folder(content, TODAY, replace(existing.site, shown="content")).diagnostics
    assert {d.path for d in found} == {"content/associations/kaputt.md"}
    assert {kind.folder for kind in KINDS} == {name.partition("/")[0] for name in FULL}


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"TOPICS": "[Musik, Sport]"}, "topics: [musik, sport]"),
        ({"TOPICS": "Musik und Sport"}, "topics: [musik, sport]"),
        ({"TOPICS": "Musik/Sport; kultur"}, "topics: [musik, sport, kultur]"),
        ({"LANGUAGES": "Deutsch und Türkisch/Arabisch"}, "languages: [de, tr, ar]"),
        ({"FOUNDED": "Mai 98"}, "founded: 1998-05"),
    ],
)
def test_lists_as_people_write_them(
    given: dict[str, str], line: str, content: Path, existing: ExistingContent
) -> None:
    assert told({"KIND": "Verein", "NAME": "Neu", "TOPICS": "musik", **given}, existing)[0] == 0
    assert line in (content / "associations" / "neu.md").read_text().splitlines()


@pytest.mark.parametrize("written", ["Boxclub Hafen & Chor am Fluss", "boxclub und chor-am-fluss"])
def test_several_organisers(written: str, content: Path, existing: ExistingContent) -> None:
    assert told({**CONCERT, "ORGANISER": written}, existing)[0] == 0
    text = (content / "events" / "konzert-am-fluss.md").read_text()
    assert re.findall("organisers: (.*)", text) == ["[boxclub, chor-am-fluss]"]


def test_no_id_is_made_up_of_a_name_that_nobody_has(existing: ExistingContent) -> None:
    code, output = told({**CONCERT, "ORGANISER": "Boxclub Hafen und Seglerverein"}, existing)
    assert (code, output.split(" ")[:2]) == (1, ["ORGANISER:", "REF-NAME"])
    assert "»Boxclub Hafen und Seglerverein«" in output and "zuerst anlegen" not in output


def test_everything_wrong_is_said_and_nothing_is_written(
    content: Path, existing: ExistingContent
) -> None:
    before = files(content)
    given = {"KIND": "event", "ORGANISER": "chor", "END": "bald", "TITEL": "x", "ONLINE": "x"}
    code, output = told(given, existing)
    said = [" ".join(line.split()[:2]) for line in output.split("\n")[::2] if line]
    assert (code, said) == (
        1,
        [
            "ONLINE: URL-SCHEME",
            "ORGANISER: REF-MISSING",
            "TITEL: Eine",
            "END: DATE-TIME-FORMAT",
            "TITLE: Die",
            "START: Die",
        ],
    )
    assert output.endswith(
        'START: Die Angabe START fehlt.\n    Hilfe: Ergänzen: START="1.12.2026 19:30"\n'
    )
    assert files(content) == before


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({}, "KIND: Die Angabe KIND fehlt."),
        (
            {"KIND": "Konzert"},
            "KIND: »Konzert« kenne ich nicht. Es gibt: Verein, Termin, Biete/Suche, Netzwerk, "
            "Förderung, Bericht, Seite",
        ),
        ({**CONCERT, "END": "1.1.2027"}, "END: DATE-KIND "),
        ({**CONCERT, "END": "18:00"}, "END: DATE-ORDER "),
        ({**CONCERT, "ORGANISERS": "office"}, "ORGANISERS: ORGANISERS und ORGANISER meinen"),
        (
            {**CONCERT, "VENUE": "boxclub", "VENUE_NAME": "Saal"},
            "VENUE_NAME: VENUE_NAME und VENUE schließen einander aus.",
        ),
        ({**CONCERT, "REPEAT_UNTIL": "1.6."}, "REPEAT_EVERY: FLD-MISSING "),
        ({**CONCERT, "TITLE": "音"}, ""),
        ({**CONCERT, "TITLE": "نادي"}, "ID: Die Angabe ID fehlt."),
        ({**CONCERT, "ID": "../x"}, "ID: ID-FORM "),
        ({**CONCERT, "ID": "konzert"}, "ID: FILE-TWICE "),
        ({**CONCERT, "ID": "Konzert"}, "ID: ID-FORM "),
        ({**CONCERT, "ID": "2026-12"}, "ID: FILE-RESERVED "),
        ({**CONCERT, "ID": "nul"}, "ID: FILE-RESERVED "),
        ({"KIND": "page", "TITLE": "a", "ID": "termine"}, "ID: FILE-RESERVED "),
        ({"KIND": "Verein", "NAME": "a", "TOPIC": "musik", "ID": "flusschor"}, "ID: ID-FORMERLY"),
        (
            {"KIND": "board", "TITLE": "a", "ASSOCIATION": "boxclub", "CATEGORY": "room"},
            "KIND: Die Angabe KIND fehlt.",
        ),
        ({**CONCERT, "TITLE": "a\x1b[31m"}, "TITLE: ENC-CONTROL"),
        ({**CONCERT, "TITLE": "a\u202eb"}, "TITLE: ENC-BIDI"),
        ({**CONCERT, "TITLE": "\udce4"}, "TITLE: ENC-CONTROL"),
        ({**CONCERT, "TITLE": "a\nb"}, "TITLE: FLD-LINE"),
        ({**CONCERT, "TITLE": "a" * 70_000}, "TITLE: FLD-LONG "),
        ({**CONCERT, "TEXT": "a" * 70_000}, "TEXT: MD-LONG"),
        ({**CONCERT, "IMAGE": "../../etc/passwd"}, "IMAGE: IMG-NAME"),
        ({**CONCERT, "IMAGE": "fehlt.jpg"}, "IMAGE: IMG-MISSING"),
        ({**CONCERT, "A\x1b[2J": "x"}, "A\\x1b[2J: Eine Angabe A\\x1b[2J gibt es hier nicht."),
        ({**CONCERT, "CONTACTS": "x"}, "CONTACTS: Eine Angabe CONTACTS gibt es hier nicht."),
    ],
)
def test_one_thing_wrong(
    given: dict[str, str], line: str, content: Path, existing: ExistingContent
) -> None:
    before = files(content)
    code, output = told(given, existing)
    if line:
        assert code == 1 and output.split("\n")[0].startswith(line)
        assert (output.count("\n"), files(content)) == (2, before)
    else:
        assert code == 0 and len(files(content)) == len(before) + 1
    assert "\x1b" not in output and "\u202e" not in output


def test_twice_the_same_gives_two_files(content: Path, existing: ExistingContent) -> None:
    assert told({**CONCERT, "ID": "a"}, existing)[0] == 0
    before = files(content)
    assert told({**CONCERT, "ID": "a"}, existing) == (
        1,
        "Die Datei content/events/a.md gibt es inzwischen schon. Es wurde nichts überschrieben.\n",
    )
    assert files(content) == before


def test_warnings_are_shown_beside_what_was_written(
    content: Path, existing: ExistingContent
) -> None:
    given = {"KIND": "Verein", "NAME": "Boxclub Hafen", "TOPIC": "sport"}
    code, output = told(given, replace(existing, language="en"))
    warning, _, written = output.rstrip("\n").split("\n")
    place = "content/associations/boxclub-hafen.md:2:7: DUP-NAME warning: "
    assert (code, warning[: len(place)]) == (0, place)
    assert written == "Written: content/associations/boxclub-hafen.md"


def test_at_a_terminal_only_what_is_missing_or_wrong_is_asked(
    content: Path, existing: ExistingContent
) -> None:
    given = {"KIND": "event", "TITLE": "Fest", "END": "bald"}
    script = Script(["office", "1.1. 19:00", "21:00"])
    assert (by_asking(given, existing, script), script.lines) == (0, [])
    asked = [line for line in "".join(script.seen).split("\n") if line.endswith("?")]
    assert asked == ["Wer veranstaltet sie?", "Wann beginnt sie?", "Wann endet sie?"]
    assert files(content)["events/fest.md"].split("\n")[1:5] == [
        "title: Fest",
        "start: 2027-01-01T19:00",
        "end: 2027-01-01T21:00",
        "organisers: [office]",
    ]


@pytest.mark.parametrize("given", [{"TITEL": "x"}, {"SOCIAL_MASTODON": "a" * 400}])
def test_what_no_question_is_about_ends_it(
    given: dict[str, str], existing: ExistingContent
) -> None:
    assert by_asking({"KIND": "Verein", **given}, existing, Script([])) == 1


def test_every_variable_is_a_field_of_its_own() -> None:
    for kind in KINDS:
        known = variables(kind.entry)
        assert "KIND" not in known and all(name.isupper() for name in known)
    assert [name for name, path in known.items() if path == "id"] == ["ID"]
    events = variables(KINDS[1].entry)
    assert {name for name, path in events.items() if path == "organisers"} == {
        "ORGANISER",
        "ORGANISERS",
    }


def test_nothing_that_was_given_is_dropped(content: Path, existing: ExistingContent) -> None:
    given = {**CONCERT, "VENUE_CITY": "Musterstadt"}
    assert by_asking(given, existing, Script([])) == 0
    assert "\nvenue:\n  city: Musterstadt\n" in files(content)["events/konzert-am-fluss.md"]


def test_what_is_wrong_is_asked_for_and_not_what_stands_above_it(
    content: Path, existing: ExistingContent
) -> None:
    script = Script(["01067"])
    given = {**CONCERT, "VENUE_NAME": "Saal", "VENUE_POSTAL_CODE": "1067"}
    assert (by_asking(given, existing, script), script.lines) == (0, [])
    assert 'postal_code: "01067"' in files(content)["events/konzert-am-fluss.md"]


@pytest.mark.parametrize(
    ("venue", "said"),
    [
        ("Bürgerhaus", 'VENUE_NAME="Bürgerhaus" statt VENUE angeben'),
        ('Saal "Nord"', "VENUE_NAME='Saal \"Nord\"' statt VENUE angeben"),
        ("online", "ONLINE=https://… mit der Adresse des Treffens statt VENUE angeben"),
    ],
)
def test_a_place_is_answered_in_the_words_of_the_command(
    existing: ExistingContent, venue: str, said: str
) -> None:
    code, output = told({**CONCERT, "VENUE": venue}, existing)
    assert (code, venue in output.splitlines()[0], said in output) == (1, True, True)
