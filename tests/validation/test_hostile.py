"""Files that want to harm: never a traceback, never a long wait."""

import signal
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.findings import FORMATS, Display
from plugins.validation.check import CheckResult, check_folder
from plugins.validation.context import SiteRules
from tests.casebook import CODES
from tests.waiting import MOST

pytestmark = pytest.mark.slow

VOCABULARY = Path(__file__).parents[1] / "cases" / "vocabulary"
SITE = SiteRules(vocabulary=VOCABULARY)
HEAD = "---\nname: Chor\ntopics: [musik]\nlisted: 2024-01-10\n"
EVENT = "---\ntitle: Probe\nstart: 1000-01-01\norganisers: [office]\n"
POSTING = "---\nkind: offer\ntitle: Saal\nassociation: chor\ncategory: raum\n"


def checked(folder: Path, data: bytes, name: str = "associations/chor.md") -> CheckResult:
    """Check a folder with this one file, and show what was found in every way there is."""
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    signal.alarm(MOST)
    result = check_folder(folder, date(2026, 12, 1), SITE)
    for render in FORMATS.values():
        render(result.diagnostics, Display())
    signal.alarm(0)
    return result


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n"
    for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)
MERGES = "a: &a {k: v}\n" + "".join(
    f"k{n}: &k{n} {{<<: [{', '.join(['*a'] * 50)}]}}\n" for n in range(100)
)
TEXTS = {
    "billion laughs": BOMB,
    "merge keys": MERGES,
    "brackets": "a: " + "[" * 60_000,
    "braces": "a: " + "{" * 60_000,
    "braces with keys": "a: " + "{a: " * 15_000,
    "brackets and braces": "a: " + "[{" * 30_000,
    "closed brackets": "a: " + "[" * 30_000 + "]" * 30_000,
    "indentation": "".join(f"{' ' * n}a:\n" for n in range(340)),
    "dashes": "- " * 30_000,
    "question marks": "? " * 30_000,
    "colons": "a: " * 20_000,
    "anchors": "".join(f"a{n}: &a{n} x\n" for n in range(4000)),
    "aliases": "".join(f"a{n}: *b\n" for n in range(4000)),
    "tags": "a: " + "!a " * 20_000,
    "python object": "a: !!python/object/apply:os.system ['false']",
    "open quote": 'a: "' + "x\n" * 30_000,
    "escapes": 'a: "' + "\\U0010FFFF" * 5_000 + '"',
    "comments": "#\n" * 30_000 + "a: b",
    "many keys": "".join(f"k{n}: v\n" for n in range(6_000)),
    "many equal keys": "a: b\n" * 12_000,
    "many values": "topics: [" + ", ".join(f"t{n}" for n in range(9_000)) + "]",
    "folded": "a: >\n" + " x\n\n" * 12_000,
    "documents": "---\n" * 15_000,
    "percent": "%YAML 9.9\n" * 5_000,
    "hash": "a: b #c\n" * 5_000,
    "long key": "k" * 60_000 + ": v",
    "spaces": "a:" + " " * 60_000 + "b",
    "bidi": "a: " + "\u202e" * 20_000,
    "carriage returns": "a: b\r" * 10_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_yaml(tmp_path: Path, text: str) -> None:
    result = checked(tmp_path, text.encode(), "associations/chor.yaml")
    assert result.has_errors and not result.has_failed


PROSE = {
    "brackets": "[" * 8000,
    "closed brackets": "[" * 200 + "]" * 200,
    "links": "[a](b) " * 190,
    "half links": "[a](" * 190,
    "nested links": "[" * 199 + "](x)" * 199,
    "parentheses": "[a]" + "(" * 7000,
    "images": "![" * 190 + "a",
    "stars": "*a " * 990,
    "quotes": ">" * 8000,
    "items": "* " * 4000,
    "numbers": "1. " * 2500,
    "indentation": "\n".join(" " * n + "- a" for n in range(80)),
    "backticks": "`a" * 990,
    "uneven backticks": "".join("`" * n + "a" for n in range(40)),
    "backslashes": "\\" * 8000,
    "tags": "<a " * 190,
    "comments": "<!--" * 190,
    "definitions": "[a]: b\n" * 190,
    "entities": "[a](" + "&#106;" * 1000 + ")",
    "figures": "[[" * 100 + "]]" * 100,
    "blank lines": "\n" * 8000,
    "spaces": "[a](" + " " * 7000 + "b",
    "marks": "a" + "\u0301" * 7000,
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
@pytest.mark.parametrize("folder", ["associations", "reports"])
def test_hostile_texts(tmp_path: Path, text: str, folder: str) -> None:
    report = "---\ntitle: Bericht\nperiod: {from: 2025-01-01, until: 2025-12-31}\n"
    head = report if folder == "reports" else HEAD
    result = checked(tmp_path, f"{head}---\n{text}".encode(), f"{folder}/x.md")
    assert not result.has_failed


FIELDS = {
    "every day for a thousand years": EVENT + "repeat: {every: day}\n",
    "until the end": EVENT + "repeat: {every: day, until: 2200-12-31}\n",
    "never": EVENT + "repeat: {every: month, day: 31, interval: 12, until: 2200-12-31}\n",
    "excepted at both ends": EVENT
    + "repeat: {every: day, except: [1000-01-01, 2200-12-31], moved: {2200-12-30: 1000-01-02}}\n",
    "backwards": EVENT + "end: 1000-01-01\nrepeat: {every: week, until: 1000-01-01}\n",
    "the longest event": EVENT + "end: 2200-12-31\nrepeat: {every: day, count: 400}\n",
    "expiry in the last year": POSTING + "posted: 2200-02-29\nexpires: 2200-12-31\n",
    "a leap day": POSTING + "posted: 2024-02-29\nexpires: 2025-03-01\n",
    "unknown ids": f"---\ntitle: Netz\nmembers: [{', '.join(f'x-{n}' for n in range(200))}]\n",
    "phones": HEAD + "contacts:\n" + "".join(f"  - phone: 0{n}\n" for n in range(20)),
    "an address": HEAD + f"website: https://{'a.' * 900}example\n",
    "an e-mail": HEAD + f"email: {'a' * 5000}@{'b.' * 5000}example\n",
}


@pytest.mark.parametrize("text", FIELDS.values(), ids=FIELDS)
@pytest.mark.parametrize("folder", ["associations", "events", "board", "networks"])
def test_hostile_values(tmp_path: Path, text: str, folder: str) -> None:
    assert not checked(tmp_path, f"{text}---\n".encode(), f"{folder}/x.md").has_failed


PIECES = st.sampled_from(
    (
        *"[]{}#,?%\\`\"'\n\t\r\0\u202e\x85\ufeffé日\ud800",
        *("---\n", "name: ", "topics: [musik]\n", "listed: 2024-01-10\n", "a: ", "- ", ": ", "  "),
        *("&a ", "*a", "!t ", "<<: ", "|\n", ">\n", "[[x]]", "](", "<b>"),
    )
)
FILES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(PIECES, max_size=40).map(lambda p: "".join(p).encode("utf-8", "surrogatepass")),
    st.lists(PIECES, max_size=30).map(
        lambda p: f"{HEAD}{''.join(p)}".encode("utf-8", "surrogatepass")
    ),
    st.lists(PIECES, max_size=30).map(
        lambda p: f"{HEAD}---\n{''.join(p)}".encode("utf-8", "surrogatepass")
    ),
)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=FILES, name=st.sampled_from(["associations/chor.md", "vocabulary/topics.yaml"]))
def test_no_bytes_make_it_fail(tmp_path: Path, data: bytes, name: str) -> None:
    result = checked(tmp_path, data, name)
    (tmp_path / name).unlink()
    assert not result.has_failed
    assert all(d.code in CODES and d.place >= (1, 1) for d in result.diagnostics)
