"""What is in the files, seen by other readers than ours."""

import csv
import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.model import KINDS, Association
from plugins.intake.content import ContentFolder
from plugins.intake.sheet import write_csv, write_xlsx
from plugins.intake.sheet.export import Header, Sheet, sheet_of

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
HOSTILE = [
    '=HYPERLINK("http://evil.example")',
    "+49 30 23125 101",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    "''-",
    "a;=1+1",
    "a, =1+1",
    "a\t@x",
    "＝1",
    'a";=1',
]


def sheet(*texts: str) -> Sheet:
    headers = (
        Header("id", "Kennung"),
        Header("name", "Name"),
        Header("_base.associations", "Stand"),
    )
    return Sheet("Vereine", "vereine", headers, tuple(("x", text, "x") for text in texts))


@given(st.text("='+-@;,\t a\"＝\n", max_size=12))
def test_bare_is_the_opposite_of_guarded(text: str) -> None:
    assert write_csv.bare(write_csv.guarded(text)) == text


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_no_cell_begins_like_a_formula_whatever_the_separator(text: str, separator: str) -> None:
    data = write_csv.render(sheet(text)).decode("utf-8-sig")
    rows = csv.reader(io.StringIO(data, newline=""), delimiter=separator)
    cells = [cell.strip(' "') for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(DANGEROUS)] == []


def test_a_negative_number_is_no_formula() -> None:
    headers = (Header("id", "Kennung"), Header("n", "Zahl", "number"))
    data = write_csv.render(Sheet("x", "x", headers, (("x", "-13.4"), ("y", "-13.4=1"))))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[2:] == [["x", "-13,4"], ["y", "'-13.4=1"]]


def test_csv_is_what_a_german_excel_opens() -> None:
    assert (
        write_csv.render(sheet("Büro"))
        == (
            '\ufeff"Kennung";"Name";"Stand"\r\n"id";"name";"_base.associations"\r\n"x";"Büro";"x"\r\n'
        ).encode()
    )


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_no_string_becomes_a_formula_a_link_or_a_number() -> None:
    texts = [*HOSTILE, "01067", "http://a.example", "1e5", "TRUE", "2026-11-22"]
    page = parts(write_xlsx.render(sheet(*texts)))["xl/worksheets/sheet1.xml"]
    assert re.findall(r"<f>|<hyperlink", page) == []
    cells = re.findall(r'<c r="B\d+"[^>]*>', page)
    assert [cell for cell in cells if 't="s"' not in cell] == []
    assert len(cells) == len(texts) + 2


def test_the_workbook_of_associations(sample: ContentFolder) -> None:
    data = write_xlsx.render(sheet_of(Association, sample.entries(Association), sample.lists))
    found = parts(data)
    page, strings = found["xl/worksheets/sheet1.xml"], found["xl/sharedStrings.xml"]
    assert '<pane xSplit="1" ySplit="2"' in page
    assert (
        re.findall(r"<col [^>]*hidden=\"1\"[^>]*>", page) == re.findall(r"<col [^>]*>", page)[-1:]
    )
    assert 'state="hidden"' in found["xl/workbook.xml"]
    assert "<t>Musik</t>" in strings and "<t>teilweise</t>" in strings
    assert "<t>01067</t>" in strings or "<t>12345</t>" in strings
    ranges = re.findall(r'<dataValidation type="list"[^>]*sqref="([A-Z]+)3:', page)
    assert ranges[:3] == ["E", "F", "G"]
    assert page.count("<formula1>Listen!$A$2:$A$") == 3


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_the_same_content_gives_the_same_bytes(
    kind: type[Association], sample: ContentFolder
) -> None:
    one, two = (sheet_of(kind, sample.entries(kind), sample.lists) for _ in "ab")
    assert write_xlsx.render(one) == write_xlsx.render(two)
    assert write_csv.render(one) == write_csv.render(two)


def test_dates_are_dates() -> None:
    headers = (Header("id", "Kennung"), Header("start", "Beginn", "date"))
    days = ("2026-12-01", "2026-12-01 19:30", "2026-12-01 00:00", "1850-01-01", "bald")
    page = parts(write_xlsx.render(Sheet("x", "x", headers, tuple(("x", d) for d in days))))
    cells = re.findall(r'<c r="B\d+"([^>]*)><v>([^<]*)', page["xl/worksheets/sheet1.xml"])[2:]
    assert [value for kind, value in cells if 't="s"' not in kind] == ["46357", "46357.8125"]
    assert len(cells) == len(days)
