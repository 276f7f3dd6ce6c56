"""Each repair alone: what it changes, and what it leaves as it is."""

import pytest

from plugins.catalogue.fields.base import Field
from plugins.catalogue.model import Association, Event, Report
from plugins.intake.fix import blanks, order, phone_form, quotes
from plugins.intake.fix.layout import ParsedText
from plugins.intake.fix.shape import VOCABULARY, entry, translation

ASSOCIATION, EVENT, REPORT = entry(Association), entry(Event), entry(Report)


def page(text: str, shape: Field = ASSOCIATION, *, is_markdown: bool = False) -> ParsedText:
    return ParsedText(text, shape, is_markdown)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("030 23125 100", "+49 30 23125100"),
        ("030/23125-100", "+49 30 23125100"),
        ("(030) 23125 100", "+49 30 23125100"),
        ("0049 30 23125100", "+49 30 23125100"),
        ("+49 (30) 23125100", "+49 30 23125100"),
        ("+49 30 23125100", "+49 30 23125100"),
        ('"030 23125 100"', "+49 30 23125100"),
        ("'030 23125 100' # Büro", "+49 30 23125100 # Büro"),
        ("0176 040690 12", "+49 176 04069012"),
        ("+33 1 99 00 12 34", "+33 1 99 00 12 34"),
        ("+1 (202) 555-0123", "+1 202 555 0123"),
        ("115", "115"),
        ("116 016", "116 016"),
        ("0800 1110111", "0800 1110111"),
        ("98765-12", "98765-12"),
        ("030 23125 017/018", "030 23125 017/018"),
        ("030 23125 017 018", "030 23125 017 018"),
        ("030 23125 -17 bis -19", "030 23125 -17 bis -19"),
        ("07141 1234 / 5678", "07141 1234 / 5678"),
        ("23125 100", "23125 100"),
        ("keine", "keine"),
        ("0", "0"),
        ("", ""),
    ],
)
def test_phones(before: str, after: str) -> None:
    assert phone_form.repair(page(f"phone: {before}\n")) == f"phone: {after}\n"


def test_phones_wherever_the_model_has_them_and_nowhere_else() -> None:
    text = (
        "phone: 030 23125 100\nsummary: 030 23125 100\n"
        "contacts: [{phone: 030 23125 101}, {name: 030 23125 102}]\n"
        "address: {note: 030 23125 103}\nfax: 030 23125 104\n"
    )
    assert phone_form.repair(page(text)) == (
        "phone: +49 30 23125100\nsummary: 030 23125 100\n"
        "contacts: [{phone: +49 30 23125101}, {name: 030 23125 102}]\n"
        "address: {note: 030 23125 103}\nfax: 030 23125 104\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("address: {postal_code: 01067}", 'address: {postal_code: "01067"}'),
        ("address:\n  postal_code: 12345", 'address:\n  postal_code: "12345"'),
        ("languages: [de, no]", 'languages: [de, "no"]'),
        ("languages: no # norwegisch", 'languages: "no" # norwegisch'),
        ("checked: {on: 2026-01-01, by: on}", 'checked: {on: 2026-01-01, by: "on"}'),
        ("social: {no: x, y: n}", 'social: {"no": x, "y": "n"}'),
        ("name: 12:30", 'name: "12:30"'),
        ("name: 0x1F", 'name: "0x1F"'),
        ("name: 0x1F # 5", None),
        ("name: 0x1F\t#", None),
        ("social: {no: no # x\n}", 'social: {"no": no # x\n}'),
        ("summary: 1.50", 'summary: "1.50"'),
        ("accessibility: {wheelchair: yes, toilet: no}", None),
        ("location: {latitude: 52.50, longitude: -13.4}", None),
        ("founded: 2016\nmembers: 64\nlisted: 2026-01-01", None),
        ("founded: ~\nname:\nphone: null", None),
        ("name: '12:30'\nsummary: \"no\"", None),
        ("name:\n  a\n  b", None),
        ("fax: no", None),
    ],
)
def test_quotes(before: str, after: str | None) -> None:
    assert quotes.repair(page(before)) == (before if after is None else after)


ORDER = [
    ("one", "name: a\n", None),
    ("sorted", "name: a\ntopics: [b]\nphone: c\n", None),
    ("two", "topics: [b]\nname: a\n", "name: a\ntopics: [b]\n"),
    (
        "comments",
        "# zu topics\n# noch etwas\ntopics: [b] # dahinter\n# zu name\nname: a # auch\n# Ende\n",
        "# zu name\nname: a # auch\n# zu topics\n# noch etwas\ntopics: [b] # dahinter\n# Ende\n",
    ),
    (
        "top",
        "# Diese Datei pflegt das Büro.\n\ntopics: [b]\nname: a\n",
        "# Diese Datei pflegt das Büro.\n\nname: a\ntopics: [b]\n",
    ),
    (
        "groups",
        "email: a\n\n# Kontakt\nphone: b\n\nname: c\n",
        "name: c\n\nemail: a\n\n# Kontakt\nphone: b\n",
    ),
    (
        "lines",
        "topics:\n- b\n# darin\n- c\nemail: |\n  # kein Kommentar\n\n  x\n\n# zu name\nname: a\n",
        "# zu name\nname: a\n\ntopics:\n- b\n# darin\n- c\nemail: |\n  # kein Kommentar\n\n  x\n",
    ),
    (
        "folded",
        "topics: [\n  a, # eins\n  b\n]\nemail: a\n  b\nname: 'x\n  y'\n",
        "name: 'x\n  y'\ntopics: [\n  a, # eins\n  b\n]\nemail: a\n  b\n",
    ),
    (
        "nested",
        "name: a\naddress: # wo\n  city: b\n  # die Straße\n  street: c\n    d\n  # zuletzt\n",
        "name: a\naddress: # wo\n  # die Straße\n  street: c\n    d\n  city: b\n  # zuletzt\n",
    ),
    (
        "nested and moved",
        "address:\n  city: b\n  street: c\n    # tief\nname: a\n",
        "name: a\naddress:\n  street: c\n    # tief\n  city: b\n",
    ),
    (
        "items",
        "contacts:\n  - role: a\n    name: b\n    phone: c\n  -   email: d\n      role: e\n",
        "contacts:\n  - name: b\n    role: a\n    phone: c\n  -   role: e\n      email: d\n",
    ),
    ("item with comment", "contacts:\n- role: a\n  # wer\n  name: b\n", None),
    (
        "brackets",
        "contacts: [{role: c, name: d}]\nchecked: {by: a, on: b} # x\n",
        "contacts: [{name: d, role: c}]\nchecked: {on: b, by: a} # x\n",
    ),
    (
        "brackets in brackets",
        "location: {longitude: 1, latitude: 2}\nimages: [{alt: a, file: [{b: c}]}]\n",
        "location: {latitude: 2, longitude: 1}\nimages: [{file: [{b: c}], alt: a}]\n",
    ),
    (
        "characters of any width",
        'checked: {by: "🎵e\u0301字", on: b} # x\n',
        'checked: {on: b, by: "🎵e\u0301字"} # x\n',
    ),
    (
        "between items",
        "contacts:\n- role: a\n  name: b\n# Vorstand\n- role: c\n  name: d\nname: e\n",
        "name: e\ncontacts:\n- name: b\n  role: a\n# Vorstand\n- name: d\n  role: c\n",
    ),
    ("indented", "  topics: [a]\n  name: b\n", "  name: b\n  topics: [a]\n"),
    ("quoted keys", "\"topics\": [a]\n'name': b\n", "'name': b\n\"topics\": [a]\n"),
    ("long keys", "? topics\n: [a]\n? name\n: b\n", "? name\n: b\n? topics\n: [a]\n"),
    ("all in brackets", "{topics: [a], name: b}\n", "{name: b, topics: [a]}\n"),
    ("brackets over lines", "checked: {by: a, # x\n  on: b}\n", None),
    ("nothing in brackets", "checked: {by: , on: b}\n", None),
    (
        "unknown",
        "fax: 1\ntopics: [a]\nstrasse: 2\nname: b\n",
        "fax: 1\nname: b\ntopics: [a]\nstrasse: 2\n",
    ),
    ("of the editor", "social: {b: x, a: y}\n", None),
    ("empty", "topics:\n# zu name\nname:   # leer\n", "# zu name\nname:   # leer\ntopics:\n"),
]


@pytest.mark.parametrize(("before", "after"), [r[1:] for r in ORDER], ids=[r[0] for r in ORDER])
def test_order(before: str, after: str | None) -> None:
    assert order.repair(page(before)) == (before if after is None else after)


def test_the_text_comes_last() -> None:
    assert order.repair(page("text: a\ntitle: b\n", EVENT)) == "title: b\ntext: a\n"


def test_translations_begin_with_their_source() -> None:
    shape = translation(Association)
    assert order.repair(page("name: a\nsource: b\n", shape)) == "source: b\nname: a\n"


def test_terms_of_a_list_keep_their_order() -> None:
    text = "b:\n  order: 1\n  label: {en: x, de: y}\na: {order: 2, label: {de: z}}\n"
    assert order.repair(page(text, VOCABULARY)) == (
        "b:\n  label: {en: x, de: y}\n  order: 1\na: {label: {de: z}, order: 2}\n"
    )


def test_answers_keep_their_order() -> None:
    text = "survey:\n  asked: 1\n  questions:\n  - question: a\n    answers: {z: 1, a: 2}\n"
    assert order.repair(page(text, REPORT)) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\n", "a\n"),
        ("a \n", "a\n"),
        ("a \nb\n", "a\nb\n"),
        ("a  \nb\n", "a  \nb\n"),
        ("a    \nb\n", "a    \nb\n"),
        ("a\t\nb\n", "a\t\nb\n"),
        ("a  \n\nb\n", "a\n\nb\n"),
        ("a\t \n \t\n\nb \t\n\n \n", "a\n\n\nb\n"),
        ("- \n  a\n", "- \n  a\n"),
        ("1. \nb\n", "1. \nb\n"),
        ("- a \n- b \n", "- a\n- b\n"),
        ("a\\ \nb\n", "a\\ \nb\n"),
        ("a\\ \n\nb\n", "a\\ \n\nb\n"),
        ("a\xa0\nb\n", "a\xa0\nb\n"),
        ("\ta\n", "\ta\n"),
        ("a", "a\n"),
    ],
)
def test_blanks_in_markdown(before: str, after: str) -> None:
    head = "---\nname: a\n---\n"
    assert blanks.repair(page(head + before, is_markdown=True)) == head + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("--- \nname: a \t\n# b \n \nphone:  \n---\t\n", "---\nname: a\n# b\n\nphone:\n---\n"),
        ("---\ntext: |  \n  a \n  b  \n  c  \n\n---\n", "---\ntext: |\n  a\n  b  \n  c\n\n---\n"),
        ("---\ntext: > \n  a \n  b\n---\n", "---\ntext: >\n  a \n  b\n---\n"),
        ('---\ntext: "a\\ \n  b" \n---\n', '---\ntext: "a\\ \n  b"\n---\n'),
        ("---\nname: a \n  b \n---\n", "---\nname: a\n  b\n---\n"),
        ("---\nname: 'a \n  b '\n---\n", "---\nname: 'a\n  b '\n---\n"),
    ],
)
def test_blanks_among_the_fields(before: str, after: str | None) -> None:
    assert blanks.repair(page(before, is_markdown=True)) == (before if after is None else after)
