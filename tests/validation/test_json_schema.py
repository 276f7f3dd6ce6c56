"""The schemas of editors agree with the check: no false alarm, and no blind eye where they can see.

The oracle is jsonschema, an independent reading of JSON Schema 2020-12. Files are read for it as
editors read them: by the core schema of YAML 1.2 (section 10.3.2).
"""

# What JSON holds is of any type.
# ruff: noqa: ANN401

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from plugins.catalogue import nodes, source, vocabularies
from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.fields.base import Field, Record, Text
from plugins.catalogue.fields.containers import ListOf
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.records import FieldOf, fields_of, is_empty, read_fields
from plugins.catalogue.fields.references import Reference
from plugins.catalogue.find import SourceFile, entry_files
from plugins.catalogue.language_words import OFFERED
from plugins.catalogue.load import load
from plugins.catalogue.model import KINDS, TranslationHead, VocabularyTerm
from plugins.catalogue.names import ID
from plugins.catalogue.settings import Settings, from_file
from plugins.validation.json_schema.__main__ import SCHEMAS, main
from plugins.validation.json_schema.files import rendered, schemas, without_offers
from plugins.validation.json_schema.known_values import KnownValues, known_in, of_catalogue
from plugins.validation.json_schema.nested import field_schema
from plugins.wording.messages import read
from tests import sample
from tests.checkout import VOCABULARY

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "sites" / "small" / "content"
CASES = sorted((ROOT / "tests" / "cases").glob("*/content"))


@cache
def known() -> KnownValues:
    """The closed lists of the tests, the ids of the small site."""
    lists = vocabularies.read_all(VOCABULARY.parent, VOCABULARY, "", [], "DE")
    return replace(of_catalogue(load(SMALL).catalogue, "DE"), vocabularies=lists)


@cache
def made() -> dict[str, Any]:
    return dict(schemas(known()))


@cache
def of_sample() -> dict[str, Any]:
    """What `make schema` writes for the sample."""
    of_city = of_catalogue(load(sample.CONTENT).catalogue, "DE")
    return dict(schemas(replace(of_city, english=read(sample.ROOT / "theme", "en"))))


# --- as editors read ----------------------------------------------------------------------------

_CORE: tuple[tuple[str, Callable[[str], Any]], ...] = (
    (r"~|null|Null|NULL|", lambda text: None),
    (r"true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    (r"[-+]?[0-9]+", int),
    (r"0o[0-7]+", lambda text: int(text[2:], 8)),
    (r"0x[0-9a-fA-F]+", lambda text: int(text[2:], 16)),
    (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,2})?", float),
)


def seen(text: str) -> Any:
    """What an editor's YAML parser makes of `text`."""
    return _value(yaml.compose(text, Loader=yaml.CBaseLoader))


def _value(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if node.style:
        return node.value
    read = next((make for form, make in _CORE if re.fullmatch(form, node.value)), str)
    return read(node.value)


def accepts(schema: Any, value: Any) -> bool:
    return Draft202012Validator(schema).is_valid(value)


# --- whole files --------------------------------------------------------------------------------


def files_of(content: Path) -> Iterator[SourceFile]:
    yield from entry_files(content, "content", [])


def front(file: SourceFile) -> str:
    text = file.path.read_bytes().decode("utf-8", errors="replace")
    return text.split("\n---")[0].removeprefix("---\n") if file.is_markdown else text


def schema_of(file: SourceFile) -> str:
    ending = ".translation.json" if file.language else ".json"
    return file.kind.__name__.lower() + ending


def wrong(file: SourceFile, schema: Any) -> list[str]:
    return [e.message for e in Draft202012Validator(schema).iter_errors(seen(front(file)))]


@pytest.mark.parametrize("file", [*files_of(SMALL)], ids=lambda file: file.path.name)
def test_what_is_published_is_right(file: SourceFile) -> None:
    assert wrong(file, made()[schema_of(file)]) == []


@pytest.mark.slow
@pytest.mark.sample
def test_what_the_sample_publishes_is_right() -> None:
    files = [*files_of(sample.CONTENT)]
    found = {file.path.name: wrong(file, of_sample()[schema_of(file)]) for file in files}
    assert len(found) > 150
    assert {name: messages for name, messages in found.items() if messages} == {}


@pytest.mark.parametrize("path", sorted(VOCABULARY.iterdir()), ids=lambda p: p.name)
def test_the_closed_lists_are_right(path: Path) -> None:
    assert accepts(made()["vocabulary.json"], seen(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", made())
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(made()[name])
    assert made()[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.golden
@pytest.mark.sample
@pytest.mark.parametrize("name", made())
def test_the_schemas_are_current(name: str, bless: bool) -> None:
    """But for the ids, names and pictures that they offer: those may be out of date."""
    if bless:
        (SCHEMAS / name).write_text(rendered(of_sample()[name]), encoding="utf-8", newline="\n")
    written = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    assert without_offers(written) == without_offers(of_sample()[name]), "make schema"


def test_there_are_no_others() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {*made()}


# --- one fault each -----------------------------------------------------------------------------

ASSOCIATION = {"name": "Chor", "topics": "[musik]", "listed": "2024-01-10"}
EVENT = {"title": "Probe", "start": "2026-12-05T19:30", "organisers": "[office]"}
POSTING = {
    "kind": "offer",
    "title": "Saal",
    "association": "chor",
    "category": "room",
    "posted": "2026-11-01",
    "expires": "2026-12-01",
}
REPORT = {"title": "Bericht", "period": "{from: 2025-01-01, until: 2025-12-31}"}
BASE = {"association": ASSOCIATION, "event": EVENT, "posting": POSTING, "report": REPORT}


def document(name: str, /, **changes: str | None) -> Any:
    fields = {**BASE[name], **changes}
    return seen("".join(f"{key}: {value}\n" for key, value in fields.items() if value is not None))


@pytest.mark.parametrize("name", BASE)
def test_the_smallest_entry_is_right(name: str) -> None:
    assert accepts(made()[f"{name}.json"], document(name))


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("association", "sumary", "x"),
        ("association", "id", "chor"),
        ("association", "name", None),
        ("association", "name", ""),
        ("association", "name", "[Chor]"),
        ("association", "name", "{de: Chor}"),
        ("association", "name", "x" * 121),
        ("association", "name", '"Chor\\nam Fluss"'),
        ("association", "summary", "x" * 201),
        ("association", "topics", "[]"),
        ("association", "topics", "[quatsch]"),
        ("association", "topics", "Quatsch"),
        ("association", "topics", "[musik, musik]"),
        ("association", "topics", "[kultur, musik, sport, bildung]"),
        ("association", "topics", "{musik: ja}"),
        ("association", "listed", "10.01.2024"),
        ("association", "listed", "2024-1-10"),
        ("association", "listed", "2024-13-10"),
        ("association", "listed", "2024-01-10T10:00"),
        ("association", "listed", "20240110"),
        ("association", "founded", "999"),
        ("association", "founded", "2016-13"),
        ("association", "members", "viele"),
        ("association", "members", "-1"),
        ("association", "members", "60.5"),
        ("association", "languages", "[Deutsch]"),
        ("association", "email", "kontakt"),
        ("association", "phone", "auf Anfrage"),
        ("association", "website", "www.chor.example"),
        ("association", "website", "javascript:alert(1)"),
        ("association", "website", "https://ich@chor.example"),
        ("association", "website", "https://chor"),
        ("association", "social", "[mastodon]"),
        ("association", "social", '{mastodon: "javascript:alert(1)"}'),
        ("association", "contacts", "[Ana]"),
        ("association", "contacts", "{name: Ana}"),
        ("association", "contacts", "[{nam: Ana}]"),
        ("association", "address", "Marktplatz 1"),
        ("association", "address", '{postal_code: "1067"}'),
        ("association", "location", "{latitude: 91, longitude: 13}"),
        ("association", "location", "{latitude: 52.5}"),
        ("association", "accessibility", "{wheelchair: vielleicht}"),
        ("association", "logo", "Logo.PNG"),
        ("association", "logo", "../logo.png"),
        ("association", "checked", "gestern"),
        ("association", "checked", "{by: Verein}"),
        ("association", "checked", "[2026-11-22]"),
        ("association", "formerly", "[Chor]"),
        ("association", "formerly", "[" + "a" * 81 + "]"),
        ("association", "text", "x" * 8001),
        ("event", "start", "2026-12-05 19:30"),
        ("event", "start", "2026-12-05T25:00"),
        ("event", "organisers", "[]"),
        ("event", "organisers", "[Chor der Nationen]"),
        ("event", "repeat", "weekly"),
        ("event", "repeat", "{interval: 2}"),
        ("event", "repeat", "{every: weekly}"),
        ("event", "repeat", "{every: week, weekdays: [Dienstag]}"),
        ("event", "repeat", "{every: month, day: fifth friday}"),
        ("event", "repeat", "{every: month, day: 32}"),
        ("event", "repeat", "{every: week, count: 0}"),
        ("event", "repeat", "{every: week, cancelled: {bald: krank}}"),
        ("event", "repeat", "{every: week, moved: {2026-12-08: morgen}}"),
        ("event", "format", "quatsch"),
        ("event", "venue", "Haus am Fluss"),
        ("event", "venue", "{ort: Haus}"),
        ("event", "status", "abgesagt"),
        ("event", "image", "{file: x.gif}"),
        ("posting", "kind", "biete"),
        ("posting", "kind", "5"),
        ("posting", "association", None),
        ("posting", "association", "[chor]"),
        ("posting", "room", "{kitchen: vielleicht}"),
        ("posting", "placed", "{with: chor}"),
        ("report", "period", "2025"),
        ("report", "period", "{from: 2025-01-01}"),
        ("report", "survey", "{asked: 45}"),
        ("report", "consultations", "[{topic: quatsch, count: 3}]"),
    ],
)
def test_a_fault_that_a_schema_can_see(name: str, key: str, value: str | None) -> None:
    changed = document(name, **{key: value})
    assert [*Draft202012Validator(made()[f"{name}.json"]).iter_errors(changed)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("name: Koro\n", True),
        ("source: abc123\nsummary: x\n", True),
        ("summary:\n", True),
        ("topics: [musik]\n", False),
        ("nam: Koro\n", False),
        ("name: [Koro]\n", False),
    ],
)
def test_translations(text: str, right: bool) -> None:
    assert accepts(made()["association.translation.json"], seen(text)) is right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("musik: {label: {de: Musik}}\n", True),
        ("event_planning: {label: {de: Musik}, synonyms: {de: lied, en: []}, order: 3}\n", True),
        ("musik:\n", False),
        ("musik: Musik\n", False),
        ("musik: {synonyms: {de: [lied]}}\n", False),
        ("Musik: {label: {de: Musik}}\n", False),
        ("musik: {label: {deutsch: Musik}}\n", False),
        ("musik: {label: {de: Musik}, farbe: rot}\n", False),
        ("- musik\n", False),
    ],
)
def test_closed_lists(text: str, right: bool) -> None:
    assert accepts(made()["vocabulary.json"], seen(text)) is right


# --- what the check accepts, the schema accepts --------------------------------------------------


def records() -> Iterator[type[Record]]:
    waiting: list[type[Record]] = [*KINDS, TranslationHead, VocabularyTerm]
    found: list[type[Record]] = []
    while waiting:
        record = waiting.pop()
        if record not in found:
            found.append(record)
            waiting += [r for f in fields_of(record).values() for r in f.field.records()]
    return iter(found)


def properties() -> dict[tuple[str, str], tuple[FieldOf, Any]]:
    """Every field of the model with its part of a schema, by record and key."""
    found: dict[tuple[str, str], tuple[FieldOf, Any]] = {}
    homes: dict[type[Record], Any] = {
        kind: made()[f"{kind.__name__.lower()}.json"] for kind in KINDS
    }
    head, term = made()["event.translation.json"], made()["vocabulary.json"]
    for record in records():
        for key, field_of in fields_of(record).items():
            for schema in (*homes.values(), head, term):
                own = (
                    schema if homes.get(record) is schema else schema["$defs"].get(record.__name__)
                )
                own = head if record is TranslationHead else own
                own = term["additionalProperties"] if record is VocabularyTerm else own
                home = {TranslationHead: head, VocabularyTerm: term}.get(record, schema)
                if own:
                    part = {**own["properties"][key], "$defs": home["$defs"]}
                    found[record.__name__, key] = (field_of, part)
                    break
    return found


PROPERTIES = properties()
VALUES = """
x|2016|01067|007|-1|+5|1.5|1.000|.5|1e3|0x1f|0o17|12|400|9999999|true|True|FALSE|yes|No|YES
limited|~|null|""|''|" "|" yes "|" musik "|" 2026-11-22 "|" 12 "|"a\\nb"|"a b"|[]|{}|[x]|[~]
[x, x]|[1, 01]|["", x]|[""]|[[x]]|{a: b}|{de: x}|{de: }|{de: [x]}|{x: 1}|{mastodon: "@chor"}
{1: 2}|[{}]|[{name: x}]|2026-11-22|2026-02-30|2026-11-22T19:30|2026-11|2200-12-31|[2026-11-22]
{from: 2025-01-01, until: 2025-12-31}|[2026-11-22, 2026-11-22]
{2026-11-22: x}|{2026-11-22T10:00: 2026-11-23}
{2026-11-22: 2026-11-23T10:00}|{on: 2026-11-22}|{on: 2026-11-22, by: x}|{from: 2026-11-22}
{latitude: "52.5", longitude: 13}|{file: a.jpg, alt: x}|musik|Musik|MUSIK|Music|Müsik
[Musik, kultur]|Kinder|children|room|Räume|raume|mitte|ev|course|rooms|de|zh-Hant|de-DE-simple
[de, uk]|[de, de]|chor|chor-der-nationen|office|[chor, office]|a_b|true-x|kontakt@verein.example
a@b.example.org|"ä@bücher.example"|+49 30 23125 100|030 23125-100|03023125100|030/23125100
(030) 23125 100|https://x.example|HTTPS://x.example/a?b#c|http://a.b:80|https://bücher.example/ä
"@chor"|mailto:x|images/a.jpg|a.png|logo.webp|tue|TU|Tuesday|[mo, WED]|last friday|15|31
Last  FRIDAY|main|footer|no|none|Über uns|offer|seek|open|scheduled|day|month|EUR|CHF|"Türkçe"
12345|1E5|SW1A 1AA|{every: week}|{every: week, weekdays: mo}|{asked: 1, answered: "2"}
[{topic: rooms, count: 3}]|[{question: x, answers: {Ja: 3, 2: 1}}]|{name: x}|{name: , street: 1}
{kitchen: true, seats: 5}
"""
ODD = VALUES.replace("\n", "|").strip("|").split("|")


def read_by_us(field_of: FieldOf, text: str) -> bool:
    """Whether our own reader takes this text as the value of the field."""
    problems = Problems("x")
    document = source.read(f"v: {text}\n".encode(), problems, markdown=False)
    if document is None or problems:
        return False
    node = document.fields.get("v")
    if node is None or is_empty(node):
        return node is not None and not field_of.required
    context = Context(problems, known().vocabularies, known().region)
    value = field_of.field.read(node, context)
    return value is not INVALID and not problems and _are_ids(context)


def _are_ids(context: Context) -> bool:
    """Whether all references are ids: what is none is read and refused when entries are linked."""
    return all(
        ID.fullmatch(target)
        for target, _, field in context.references
        if isinstance(field, Reference)
    )


def false_alarm(name: tuple[str, str], text: str) -> bool:
    field_of, schema = PROPERTIES[name]
    return read_by_us(field_of, text) and not accepts(schema, seen(f"v: {text}\n")["v"])


@pytest.mark.parametrize("name", PROPERTIES, ids=".".join)
def test_no_false_alarm(name: tuple[str, str]) -> None:
    assert [text for text in ODD if false_alarm(name, text)] == []


@pytest.mark.slow
def test_the_odd_values_are_worth_something() -> None:
    """Each field accepts some of them and refuses some, so that nothing above holds by itself."""
    for name, (field_of, _) in PROPERTIES.items():
        accepted = {read_by_us(field_of, text) for text in ODD}
        assert accepted == {True, False}, name


SCALARS = st.one_of(
    st.sampled_from(ODD),
    st.text(max_size=30),
    st.dates().map(str),
    st.integers(-5, 3000).map(str),
    st.from_regex(r"[a-z0-9][a-z0-9 .:/@+_-]{0,25}", fullmatch=True),
)


@given(name=st.sampled_from([*PROPERTIES]), value=SCALARS, quoted=st.booleans())
@hypothesis_settings(max_examples=400)
def test_no_false_alarm_whatever_is_typed(name: tuple[str, str], value: str, quoted: bool) -> None:
    text = json.dumps(value, ensure_ascii=False) if quoted else value
    try:
        alarm = false_alarm(name, text)
    except yaml.YAMLError:  # our reader and the editor's agree that this is no YAML
        alarm = False
    assert not alarm


@pytest.mark.parametrize("content", CASES, ids=lambda path: path.parent.name)
def test_no_false_alarm_in_the_cases(content: Path) -> None:
    """Whatever our reader can read among files full of mistakes, a schema accepts."""
    for file in files_of(content):
        if file.path.is_file() and _read_whole(file):
            assert accepts(made()[schema_of(file)], seen(front(file))), file.path.name


def _read_whole(file: SourceFile) -> bool:
    problems = Problems("x")
    document = source.read(file.path.read_bytes(), problems, markdown=file.is_markdown)
    if document is None or file.language:
        return False
    context = Context(problems, known().vocabularies, known().region)
    _, complete = read_fields(file.kind, document.fields, context)
    return complete and not problems and _are_ids(context)


# --- nothing is forgotten -----------------------------------------------------------------------


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        yield from (part for value in schema.values() for part in _parts(value))
    elif isinstance(schema, list):
        yield from (part for value in schema for part in _parts(value))


@pytest.mark.parametrize("name", made())
def test_every_field_has_a_title_and_a_description_in_both_languages(name: str) -> None:
    fields = [f for part in _parts(made()[name]) for f in part.get("properties", {}).values()]
    assert fields
    assert [f for f in fields if not f.get("title") or f["description"].count("\n\n") != 1] == []


def test_the_languages_that_are_offered_exist() -> None:
    problems = Problems("x")
    (tag,) = [
        f.field for (r, k), (f, _) in PROPERTIES.items() if (r, k) == ("Contact", "languages")
    ]
    assert isinstance(tag, ListOf) and isinstance(tag.item, Text)
    for language in OFFERED:
        tag.item.parse(nodes.Scalar(language, Place(1, 1)), Context(problems, {}))
    assert [*problems] == []


def test_ids_and_pictures_are_offered_and_nothing_depends_on_them() -> None:
    schema = made()["posting.json"]
    offered = {
        s["label"]: s["description"] for s in schema["$defs"]["ids-associations"]["defaultSnippets"]
    }
    assert offered["theater"] == "Theater Zeder"
    assert accepts(schema, document("posting", association="noch-nicht-bekannt"))
    assert without_offers({"a": [{"defaultSnippets": [1], "b": 2}]}) == {"a": [{"b": 2}]}


class Unheard(Field):
    """A sort of field that nobody gave a schema."""


def test_a_new_sort_of_field_needs_a_shape() -> None:
    with pytest.raises(TypeError, match="Unheard"):
        field_schema(Unheard(), None)  # type: ignore[arg-type]


# --- make schema --------------------------------------------------------------------------------


def test_make_schema_writes_the_same_again(project: Path, tmp_path: Path) -> None:
    settings = project / "pelican.conf.py"
    assert main(settings, tmp_path) == main(settings, tmp_path) == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    expected = schemas(known_in(from_file(settings)))
    assert written == {name: rendered(schema) for name, schema in expected.items()}


def test_make_schema_without_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path / "pelican.conf.py", tmp_path) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n"), said.err[:12]) == ("", 1, "make schema:")


def test_nothing_of_the_settings_but_the_region_matters(settings: Settings) -> None:
    swiss = KnownValues("CH", known().vocabularies)
    german, other = (
        files["association.json"]["$defs"]["PostalAddress"]["properties"]["postal_code"]
        for files in (made(), schemas(swiss))
    )
    assert (accepts(_alone(german), "1200"), accepts(_alone(other), "1200")) == (False, True)


def test_a_city_without_closed_lists() -> None:
    for schema in schemas(KnownValues()).values():
        Draft202012Validator.check_schema(schema)
        assert [part for part in _parts(schema) if part.get("enum") == []] == []
    assert not accepts(schemas(KnownValues())["association.json"], document("association"))


def _alone(part: Any) -> Any:
    return {key: value for key, value in part.items() if key != "$ref"}
