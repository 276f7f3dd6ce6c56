"""A copy of the sample content to write into, and sheets as OpenDocument."""

import io
import shutil
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

from plugins.catalogue.settings import Settings

Ods = Callable[[str, Sequence[Sequence[object]]], bytes]


@pytest.fixture
def folder(sample_content: Path, tmp_path: Path) -> Path:
    """A copy of the sample content."""
    return Path(shutil.copytree(sample_content, tmp_path / "content"))


@pytest.fixture
def place(settings: Settings, folder: Path) -> Settings:
    """The settings of the sample site with the copy as its content."""
    return replace(settings, content=folder, shown="content")


@pytest.fixture(scope="session")
def ods() -> Ods:
    return _ods


def _ods(name: str, rows: Sequence[Sequence[object]]) -> bytes:
    """A small OpenDocument spreadsheet (ODF 1.3, part 3, section 9)."""
    table = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows
    )
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3"'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        f"<office:spreadsheet><table:table table:name={quoteattr(name)}>{table}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", body)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return stream.getvalue()


_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/"'
    ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)


def _cell(value: object) -> str:
    if value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        said = str(value).lower()
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{said}"/>'
    if isinstance(value, float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    if isinstance(value, date):
        said = value.isoformat()
        return f'<table:table-cell office:value-type="date" office:date-value="{said}"/>'
    lines = "".join(f"<text:p>{_line(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def _line(line: str) -> str:
    """Blanks and tabs are elements: XML readers may collapse the characters."""
    said = escape(line).replace("\t", "<text:tab/>")
    return said.replace("  ", '<text:s text:c="2"/>') if "  " in said else said
