"""The promise: whatever the repairs do, an entry says what it said, and keeps its comments."""

import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.catalogue import source, vocabularies
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.fields.base import Record
from plugins.catalogue.fields.context import Context
from plugins.catalogue.fields.records import read_fields
from plugins.catalogue.model import Article, Association, Entry, Event
from plugins.catalogue.phones import PhoneNumber
from plugins.intake.entry_file import YamlValue, text_of
from plugins.intake.fix import mend as mend_module
from plugins.intake.fix.blanks import trimmed
from plugins.intake.fix.encoding import Decoded
from plugins.intake.fix.layout import ParsedText
from plugins.intake.fix.mend import mend
from plugins.intake.fix.shape import entry
from plugins.rendering.markup import html
from tests.intake.fix.ugly import BODIES, ENTRIES, Ugly

GOLDEN = Path(__file__).parent / "golden"
FOLDER = Path(__file__).parents[2] / "sites" / "vocabulary"
LISTS = vocabularies.read_all(FOLDER.parent, FOLDER, "", [], "DE")


def said(data: bytes, kind: type[Entry], *, markdown: bool) -> tuple[Any, ...]:
    """The typed entry, and the codes of what is wrong with it."""
    problems = Problems("")
    document = source.read(data, problems, markdown=markdown)
    assert document is not None, [(p.code, p.place) for p in problems]
    values, _ = read_fields(kind, document.fields, Context(problems, LISTS))
    text = document.text.text if document.text else ""
    codes = sorted(problem.code for problem in problems)
    return {key: bare(value) for key, value in values.items()}, trimmed(text), codes


def bare(value: Any) -> Any:  # noqa: ANN401
    """The value without what may change: how a phone number is grouped, blanks nobody sees."""
    if isinstance(value, PhoneNumber):
        return value.uri
    if isinstance(value, Record):
        return type(value), {key: bare(inner) for key, inner in vars(value).items()}
    if isinstance(value, tuple):
        return type(value), [bare(inner) for inner in value]
    return trimmed(value) if isinstance(value, str) else value


@given(ENTRIES, BODIES, st.randoms(use_true_random=False), st.booleans())
def test_an_entry_written_anyhow_says_the_same_after_all_repairs(
    given: tuple[type[Entry], dict[str, YamlValue]],
    body: str,
    chance: random.Random,
    markdown: bool,
) -> None:
    kind, fields = given
    ugly = Ugly(chance)
    data = (ugly.markdown if markdown else ugly.yaml)(fields, body)
    mended = mend(data, entry(kind), is_markdown=markdown)
    assert mended is not None, ugly.text
    after = mended.text.encode()
    assert said(after, kind, markdown=markdown) == said(ugly.text.encode(), kind, markdown=markdown)
    assert mended.refused == ()
    comments = sorted(re.findall("# Notiz [0-9]+: so", mended.text))
    assert comments == sorted(ugly.comments)
    again = mend(after, entry(kind), is_markdown=markdown)
    assert again is not None
    assert (again.text, again.repairs, again.refused) == (mended.text, (), ())


@given(ENTRIES, BODIES)
def test_the_canonical_file_needs_no_repair_but_of_phone_numbers(
    given: tuple[type[Entry], dict[str, YamlValue]], body: str
) -> None:
    kind, fields = given
    text = text_of(kind, fields, body)
    mended = mend(text.encode(), entry(kind), is_markdown=True)
    assert mended is not None
    assert {*mended.repairs} <= {"phones"}


LINES = st.sampled_from(
    [
        "a",
        "b ",
        "c  ",
        "d\t",
        "",
        " ",
        "- ",
        "- e ",
        "1. ",
        "    f ",
        "# ",
        "> g",
        "```",
        "| h | ",
        "\\ ",
    ]
)


def as_read(body: str) -> str:
    return re.sub(r"\A(?:[ \t]*\n)+", "", body.rstrip())


@given(st.lists(LINES, max_size=8).map("\n".join).map(as_read))
@example("- e \n# \na")
def test_a_page_looks_the_same_without_blanks(body: str) -> None:
    assert shown(trimmed(body)) == shown(body)


def shown(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\s*(</?\w+[^>]*>)\s*", r"\1", str(html(text))))


def test_a_repair_that_would_change_the_meaning_is_not_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def wrong(page: ParsedText) -> str:
        return page.text.replace("Chor", "Kor")

    def broken(page: ParsedText) -> str:
        return page.text + "["

    repairs = (("phones", wrong), *mend_module.REPAIRS, ("quotes", broken))
    monkeypatch.setattr(mend_module, "REPAIRS", repairs)
    mended = mend(b"topics: [musik] \nname: Chor\n", entry(Association), is_markdown=False)
    assert mended == mend_module.Mended(
        "name: Chor\ntopics: [musik]\n", ("order", "blanks"), ("phones", "quotes")
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: Chor: Wir singen", 'name: "Chor: Wir singen"'),
        ("name: a\nprice: b: c\nonline: @d", None),
        ("name: @chor", 'name: "@chor"'),
        ("name: `Chor`", 'name: "`Chor`"'),
        ("name: %x", 'name: "%x"'),
        ("name: a: b\nsummary: c\nshort_name: @d", 'name: "a: b"\nsummary: c\nshort_name: "@d"'),
        ('name: Der "Chor": wir', None),
        ("name: Chor: wir # nachfragen", None),
        ("name: Chor: wir\t# nachfragen", None),
        ("name: Chor summary: Wir singen", None),
        ("name: Chor: email: wir", None),
        ("nam: Chor: wir", None),
        ("topics: musik: tanz", None),
        ("address: Markt: 1", None),
        ("name: Chor: wir\n  singen", None),
        ("name: [Chor", None),
        ("name: Chor\n summary: wir", None),
        ("address:\n  note: Hof: links", None),
    ],
)
def test_quotes_without_which_a_file_cannot_be_read(before: str, after: str | None) -> None:
    mended = mend(f"{before}\n".encode(), entry(Association), is_markdown=False)
    if after is None:
        assert mended is None
    else:
        assert mended is not None and "quotes" in mended.repairs
        assert sorted(mended.text.splitlines()) == sorted(after.splitlines())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xef\xbb\xbf",
        b"name: M\x8aller\n",
        b"name: a\x00b\n",
        "name: a\u202eb\n".encode(),
        b"name: a\nname: b\n",
        b"name: &a b\n",
        b"- a\n",
        b"{" * 500,
        b"name: a\n" * 10_000,
        b"topics: [a: b, c d e: f, Fu, g: ]\nsocial: {x y, z: 1}\n",
        b"\xff\xfe" + "name: \ud800".encode("utf-16-le", "surrogatepass"),
    ],
)
def test_what_cannot_be_read_is_left_alone(data: bytes) -> None:
    assert mend(data, entry(Association), is_markdown=False) is None


def test_repairs_of_bytes_may_not_change_the_meaning_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mend_module, "decoded", lambda data: Decoded("name: b\n", ("unicode",)))
    assert mend(b"name: a\n", entry(Association), is_markdown=False) is None


def test_two_kinds_of_fault_at_once() -> None:
    text = "---\r\nstart: 2027-03-01\r\ntitle: Probe: offen \r\norganisers: office\r\n---\r\nText"
    mended = mend(text.encode("utf-16"), entry(Event), is_markdown=True)
    assert mended == mend_module.Mended(
        '---\ntitle: "Probe: offen"\nstart: 2027-03-01\norganisers: office\n---\nText\n',
        ("encoding", "line-ends", "quotes", "order"),
    )


def test_nothing_to_mend() -> None:
    text = "---\ntitle: Über uns\n---\n\nText\n"
    mended = mend(text.encode(), entry(Article), is_markdown=True)
    assert mended == mend_module.Mended(text)


@pytest.mark.golden
def test_the_picture(bless: bool) -> None:
    before, after = GOLDEN / "before.md", GOLDEN / "after.md"
    mended = mend(before.read_bytes(), entry(Association), is_markdown=True)
    assert mended is not None
    if bless:
        after.write_text(mended.text, encoding="utf-8")
    assert mended.text == after.read_text(encoding="utf-8")
