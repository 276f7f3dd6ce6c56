"""The rules for texts in easy German: what they find, where, and what they leave in peace."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.prose import LONG
from plugins.catalogue.languages import is_easy
from plugins.catalogue.load import load
from plugins.catalogue.model import NOWHERE, Article, Association, Entry, PostalAddress, Translation
from plugins.validation.context import RuleContext
from plugins.validation.rules import apply, rules_for
from plugins.validation.rules._easy_hyphens import hyphenated
from plugins.validation.rules._easy_texts import EasyText, easy_texts
from tests.casebook import CODES

TODAY = date(2026, 12, 1)
EASY = rules_for(EasyText)
PAGE = Article(id="seite", origin=NOWHERE, title="Seite")
CHOIR = Association(
    id="chor",
    origin=NOWHERE,
    name="Regenbogenfamilien & Chor III",
    topics=("musik",),
    listed=TODAY,
    address=PostalAddress(street="Friedenskirchenstr. 5", city="Musterstadt"),
)


def found(text: str, entry: Entry = PAGE, language: str = "de-simple") -> list[Diagnostic]:
    """What all rules for easy German find in a text."""
    translation = Translation(
        language=language, source="", fields=FrozenMap(()), text=text, path="x.md"
    )
    return found_in(replace(entry, translations=(translation,)))


def found_in(entry: Entry) -> list[Diagnostic]:
    """What they find in all texts of an entry."""
    context = RuleContext(TODAY)
    texts = easy_texts(entry, context)
    return sorted(
        finding for text in texts for rule in EASY for finding in apply(rule, text, context)
    )


def shown(text: str, entry: Entry = PAGE) -> list[str]:
    """Code and column of every finding; the line as well unless it is the first."""
    return [
        f"{d.code.removeprefix('EASY-')} {d.place.column}"
        + (f" in line {d.place.line}" if d.place.line > 1 else "")
        for d in found(text, entry)
    ]


TWELVE = "Wir treffen uns jeden Mittwoch im Haus am Hafen und singen dort"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TWELVE}.", []),
        (f"{TWELVE} gern.", ["SENTENCE 1"]),
        (f"Kommen Sie. {TWELVE} gern.", ["SENTENCE 13"]),
        (f"- {TWELVE}\n  gern.", ["SENTENCE 3"]),
        ("Wenn Sie kommen, freuen wir uns.", []),
        ("Wir haben Brot, Käse und Saft.", []),
        ("Wir haben Brot, Käse, Obst und Saft.", ["COMMA 1"]),
        ("Ich weiß, dass Sie kommen.", ["CLAUSE 11"]),
        ("Kommen Sie, und wenn Sie wollen.", ["CLAUSE 17"]),
        ("Kommen Sie,\nweil es schön ist.", ["CLAUSE 1 in line 2"]),
        ("Weil es schön ist.", []),
        ("Das Abendessen, um das es geht.", ["CLAUSE 17"]),
        ("Das ist die Gleichstellung.", []),
        ("Das ist die Ausländerbehörde.", ["WORD 13"]),
        ("Das ist die Ausländer-Behörde.", []),
        ("Das ist die Ausländer·behörde.", []),
        ("Das ist die Ausländerbehörden-Straße.", ["WORD 13"]),
        ("Schreiben Sie an anlaufstellenverwaltung@musterstadt.example.", []),
        ("Mehr steht auf [der Seite](https://anlaufstellenverwaltung.example/).", []),
        ("Mehr steht auf www.anlaufstellenverwaltung.example.", []),
        ("Der Antrag wird geprüft.", ["PASSIVE 12"]),
        ("Die Anträge wurden von uns abgelehnt.", ["PASSIVE 13"]),
        ("Sie werden eingeladen.", ["PASSIVE 5"]),
        ("Das Fest kann verschoben werden.", ["PASSIVE 15"]),
        ("Es ist getan worden.", ["PASSIVE 8"]),
        ("Das wird bezahlt von der Stadt.", ["PASSIVE 5"]),
        ("Hier wird gesungen und gelacht.", ["PASSIVE 6"]),
        ("Er wurde von Anna und Ben gewählt.", ["PASSIVE 4"]),
        ("Um gewählt zu werden brauchen Sie Zeit.", ["PASSIVE 4"]),
        ("Wird das Fest fotografiert?", ["PASSIVE 1"]),
        ("Sie werden einen Brief bekommen.", []),
        ("Wir werden die Seite gestalten.", []),
        ("Wir werden gehen und essen.", []),
        ("Es wird dunkel.", []),
        ("Er wird bald bekannt.", []),
        ("Sie werden Mitglied.", []),
        ("Es wird kalt und der Ofen ist geheizt.", []),
        ("Es wird kalt, er heizt und bezahlt.", []),
        ("Der Park wird größer und gefällt.", []),
        ("Wir haben gesungen.", []),
        ("Das Haus des Vereins ist groß.", ["GENITIVE 10"]),
        ("Das Haus des alten Vereins ist groß.", ["GENITIVE 10"]),
        ("Der Name eines Kindes ist Ben.", ["GENITIVE 10"]),
        ("Das ist das Büro unseres Vereins.", ["GENITIVE 18"]),
        ("Das war Anfang dieses Jahres.", ["GENITIVE 16"]),
        ("Wegen der Ferien ist zu.", ["GENITIVE 1"]),
        ("Das ist der Chor, dessen Lieder schön sind.", ["GENITIVE 19"]),
        ("Dieses Haus ist groß.", []),
        ("Er hilft der Gruppe.", []),
        ("Während der Chor singt.", []),
        ("Eines ist klar.", []),
        ("Wir haben z. B. Platz.", ["SHORT 11"]),
        ("Ca. 20 Menschen kommen.", ["SHORT 1"]),
        ("Bahnhofstr. 5", ["SHORT 1"]),
        ("Das ist Max. Er singt.", []),
        ("Das ist so. Das ist die Art. Gut.", []),
        ("Der Chor hat ein WC.", []),
        ("Wir sind im Haus XIV.", ["ROMAN 18"]),
        ("Teil I ist von Ivo.", []),
        ("Wir haben eine CD, Größe XL.", []),
        ("Das steht in § 5.", ["SIGN 14"]),
        ("Kaffee &amp; Kuchen", ["SIGN 8"]),
        ("Kaffee&nbsp;und Kuchen", []),
        ("Kommen Sie (gern).", ["SIGN 12"]),
        ("Brot und/oder Käse", ["SIGN 9"]),
        ("Im Jahr 2026/27", []),
        ("Das kostet 100 Euro.", []),
        ("Wir sind zwölf.", []),
        ("Wir sind dreizehn.", ["NUMBER 10"]),
        ("Hundert Menschen kommen.", ["NUMBER 1"]),
        ("Tausende Menschen kommen.", []),
        ("Das kostet 2,50 Euro.", ["DECIMAL 12"]),
        ("Es sind 3,5 Prozent.", ["DECIMAL 9"]),
        ("Es sind 3.500 Menschen.", []),
        ("Am 1, 2 und 3", []),
        ("Ja. " * 5, []),
        ("Ja. " * 6, ["PASSAGE 21"]),
        ("- Ja.\n" * 6, []),
        ("Büro\n" * 6, []),
        ("", []),
        (" \n\n", []),
    ],
)
def test_what_is_found(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_every_code_is_found_by_a_rule_of_its_own() -> None:
    codes = [code for code in CODES if code.startswith("EASY-")]
    assert len(EASY) == len(codes) == 12
    assert {CODES[code].severity for code in codes} == {"notice"}


GOOD = """\
## Das sind wir

Wir sind ein Chor.
Wir singen in 12 Sprachen.
Sie wollen mitsingen?
Dann kommen Sie am **3. Mai** um 18.30 Uhr.

Das ist die Adresse:

Haus der Begegnung
Bahnhof-Straße 5
12345 Musterstadt

Sie haben Fragen?
Rufen Sie an: [030 23125 100](tel:+493023125100).
Oder schreiben Sie an: chor@musterstadt.example.

Bringen Sie mit:

- gute Laune
- etwas zu trinken

Sie müssen keine Noten kennen.
Das Singen kostet nichts.
Wir werden immer mehr.
Wenn Sie im Roll-Stuhl sitzen: Es gibt einen Aufzug.
"""


def test_a_good_text_is_left_in_peace() -> None:
    assert shown(GOOD) == []


def test_the_easy_texts_of_the_sample_keep_the_rules(sample_content: Path) -> None:
    sample = load(sample_content).readable
    translated = [
        page.id
        for page in sample.pages
        if any(t.language == "de-simple" for t in page.translations)
    ]
    assert translated == [page.id for page in sample.pages]
    assert [finding for page in sample.pages for finding in found_in(page)] == []


def test_names_are_what_they_are() -> None:
    text = "Wir sind die Regenbogenfamilien.\nWir sind der Chor III.\nFriedenskirchenstr"
    assert shown(text, CHOIR) == []
    assert shown(text) == ["WORD 14", "ROMAN 19 in line 2", "WORD 1 in line 3"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de-simple", True),
        ("de-AT-simple", True),
        ("de", False),
        ("de-AT", False),
        ("en-simple", False),
        ("tr", False),
        ("simple", False),
    ],
)
def test_only_easy_german_is_judged(tag: str, expected: bool) -> None:
    bad = f"{TWELVE} des Vereins, weil das gern getan wird, z. B. in der Mitgliederversammlung."
    assert is_easy(tag) is expected
    assert bool(found(bad, language=tag)) is expected


def test_the_original_is_not_judged() -> None:
    bad = replace(PAGE, title="Mitgliederversammlung", text="Das Haus des Chors.")
    assert found("Wir singen.", bad) == []


def test_a_field_is_judged_but_a_name_is_not() -> None:
    fields = FrozenMap((("name", "Chor & Gesangsvereinsversammlung"), ("summary", "Brot & Wein")))
    easy = Translation(language="de-simple", source="", fields=fields, text="", path="x.md")
    findings = found_in(replace(CHOIR, translations=(easy,)))
    assert [(d.path, d.code) for d in findings] == [("x.md", "EASY-SIGN")]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Mitgliederversammlung", "Mitglieder-Versammlung"),
        ("Haftpflichtversicherung", "Haftpflicht-Versicherung"),
        ("Vereinshaftpflicht", "Vereins-Haftpflicht"),
        ("Fördermittelberatungsstelle", "Fördermittel-Beratungs-Stelle"),
        ("Landes-Ausländerbehörde", "Landes-Ausländer-Behörde"),
        ("Gemeinnützigkeit", ""),
        ("zusammenarbeiten", ""),
        ("Chor", "Chor"),
        ("", ""),
    ],
)
def test_hyphens(word: str, expected: str) -> None:
    assert hyphenated(word, 14) == expected


TEXTS = st.text(alphabet="aZ1.,:!? \n«()[]<*_#->|`&;/@§%", max_size=200) | st.lists(
    st.sampled_from(
        "wird geprüft des Vereins und zu , . z. B. II § dass\n\n - Bahnhofstr. 2,5".split(" ")
    ),
    max_size=60,
).map(" ".join)


@given(TEXTS)
def test_any_text_is_judged_and_at_a_place_in_it(text: str) -> None:
    lines = text.split("\n")
    for finding in found(text):
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1])
        assert finding.message("de") and finding.message("en") and finding.remedy("de")


# As long as a text may be, made to keep patterns busy: each would take minutes if one looked
# again at what it has seen.
@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        *(
            "a",
            ".",
            ". ",
            "](",
            "<a ",
            "&a",
            "a.",
            "a-",
            "1",
            "1.",
            "1 ",
            "-",
            "# ",
            "\n",
            "z. ",
            "X",
        ),
        *(
            "des a",
            "des an ",
            "wird ",
            "wird und ",
            "ge",
            "@",
            "a@",
            "www.",
            "wird,",
            "»",
            ".»",
            "_",
        ),
        *("Astr", "z.B.", "Über ", "zu werden ", "wird geprüft ", "Gesangsvereinssatzungs"),
    ],
)
def test_the_longest_text_is_judged(piece: str) -> None:
    text = (piece * LONG)[:LONG]
    assert {finding.code.partition("-")[0] for finding in found(text)} <= {"EASY"}
