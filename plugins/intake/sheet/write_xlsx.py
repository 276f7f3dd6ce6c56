"""A sheet as .xlsx: texts are texts, dates are dates, closed lists can be picked from.

Strings are always written as strings, so no text becomes a formula. The same sheet gives the same
bytes: the date of creation is fixed, the archive has no times.
"""

import io
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from plugins.intake.sheet.columns import BASE
from plugins.intake.sheet.export import Header, Sheet

LISTS = "Listen"
HEAD_ROWS = 2
SPARE_ROWS = 500
"""So many rows below the entries have lists to pick from as well."""

_CREATED = datetime(2000, 1, 1)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} (?!00:00)[0-9]{2}:[0-9]{2}")
_NUMBER = re.compile(r"-?[0-9]{1,13}(\.[0-9]{1,10})?")
_FORMATS: Mapping[str, Mapping[str, object]] = {
    "text": {"num_format": "@"},
    "long": {"num_format": "@", "text_wrap": True},
    "number": {"num_format": "General"},
    "day": {"num_format": "dd.mm.yyyy"},
    "time": {"num_format": "dd.mm.yyyy hh:mm"},
    "label": {"bold": True, "text_wrap": True, "bg_color": "#E8EEF4", "bottom": 1},
    "key": {"font_color": "#666666", "italic": True, "bg_color": "#F6F6F6"},
}


def render(sheet: Sheet) -> bytes:
    """The bytes of the file: a row of names, a row of keys, then the entries."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"title": sheet.name, "created": _CREATED})
    top = {"valign": "top"}
    formats = {name: book.add_format(top | dict(form)) for name, form in _FORMATS.items()}
    page = book.add_worksheet(sheet.name)
    lists = book.add_worksheet(LISTS)
    lists.hide()
    _layout(page, sheet, formats)
    _pick_lists(page, lists, sheet)
    for number, row in enumerate(sheet.rows, start=HEAD_ROWS):
        for column, (text, header) in enumerate(zip(row, sheet.headers, strict=True)):
            if text:
                _write(page, number, column, text, header, formats)
    book.close()
    return stream.getvalue()


def _layout(page: Any, sheet: Sheet, formats: Mapping[str, Any]) -> None:  # noqa: ANN401
    """Heads, widths, what is frozen and what is hidden."""
    for number, header in enumerate(sheet.headers):
        usual = formats["day" if header.type == "date" else header.type]
        hidden = {"hidden": header.key.startswith(BASE)}
        page.set_column(number, number, _width(header), usual, hidden)
        page.write_string(0, number, header.label, formats["label"])
        page.write_string(1, number, header.key, formats["key"])
    page.freeze_panes(HEAD_ROWS, 1)
    page.autofilter(1, 0, HEAD_ROWS + len(sheet.rows), len(sheet.headers) - 1)


def _width(header: Header) -> int:
    return {"long": 60, "date": 17, "number": 12}.get(
        header.type, max(16, len(header.label) // 2 + 8)
    )


def _pick_lists(page: Any, lists: Any, sheet: Sheet) -> None:  # noqa: ANN401
    """The closed lists in a sheet of their own, each once, and where they apply."""
    known: dict[tuple[str, ...], int] = {}
    last = HEAD_ROWS + len(sheet.rows) + SPARE_ROWS
    for number, header in enumerate(sheet.headers):
        if not header.choices:
            continue
        column = known.setdefault(header.choices, len(known))
        if column == len(known) - 1:
            for row, choice in enumerate((header.label, *header.choices)):
                lists.write_string(row, column, choice)
        name = xl_col_to_name(column)
        source = f"={LISTS}!${name}$2:${name}${len(header.choices) + 1}"
        page.data_validation(HEAD_ROWS, number, last, number, _validation(source, header))


def _validation(source: str, header: Header) -> dict[str, object]:
    """One of the list; where several may stand, the list is only an offer."""
    rule: dict[str, object] = {"validate": "list", "source": source}
    if not header.only:
        return rule | {"show_error": False}
    message = "Bitte einen Wert aus der Liste wählen."
    return rule | {"error_title": header.label[:32], "error_message": message}


def _write(
    page: Any,  # noqa: ANN401
    row: int,
    column: int,
    text: str,
    header: Header,
    formats: Mapping[str, Any],
) -> None:
    if header.type == "date" and _DAY.fullmatch(text) and text >= "1901":
        page.write_datetime(row, column, date.fromisoformat(text), formats["day"])
    elif header.type == "date" and _TIME.fullmatch(text) and text >= "1901":
        page.write_datetime(row, column, datetime.fromisoformat(text), formats["time"])
    elif header.type == "number" and _NUMBER.fullmatch(text):
        page.write_number(row, column, float(text))
    else:
        form = formats["long"] if header.type == "long" else formats["text"]
        page.write_string(row, column, text, form)
