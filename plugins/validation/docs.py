"""`make docs`: the lists of fields, codes and figures in docs/, written from the code itself."""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from plugins.catalogue import figures
from plugins.catalogue.descriptions import row
from plugins.catalogue.fields.base import Record
from plugins.catalogue.fields.records import FieldOf
from plugins.catalogue.fields.records import fields_of as fields_of_record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import KINDS, TranslationHead, VocabularyTerm
from plugins.catalogue.versions import FORMAT
from plugins.validation.codes_page import codes_page
from plugins.validation.field_texts import text_of, title_of
from plugins.wording.messages import GERMAN, Messages, read

DOCS = Path(__file__).resolve().parents[2] / "docs"
NOTE = "<!-- Written by `make docs`. Do not edit. -->"


def pages() -> Mapping[str, str]:
    """The text of every generated page by its file name."""
    return {
        "fields.md": _page(_fields()),
        "codes.md": _page(codes_page(NOTE)),
        "figures.md": _page(_figures()),
    }


def _page(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _fields() -> Iterator[str]:
    yield from ("# Felder / Fields", "", NOTE, "")
    yield "Jede Art von Eintrag, der Ordner ihrer Dateien und ihre Felder. Ein Stern: muss da sein."
    yield "Every kind of entry, the folder its files lie in, and its fields. A star: required."
    yield from (
        "",
        f"Das ist Format {FORMAT} der Einträge. / This is format {FORMAT} of the entries.",
    )
    for kind in KINDS:
        yield from ("", f"## {kind.__name__}: `{kind.folder}/<id>.md` or `.yaml`", "")
        yield from _record(kind)
    yield from ("", "## Translation: `<folder>/<id>.<language>.md`", "")
    yield "Any field marked *translated* above, the text, and:"
    yield ""
    yield from _table(TranslationHead)
    yield from ("", "## Vocabulary: `vocabulary/<name>.yaml`", "")
    yield "A mapping from the id of each term to:"
    yield ""
    yield from _table(VocabularyTerm)
    for record in _inner_records():
        yield from ("", f"## {record.__name__}", "")
        yield from _record(record)


def _record(record: type[Record]) -> Iterator[str]:
    yield from (_described(record), "")
    yield from _table(record)


def _described(thing: object) -> str:
    return " ".join((inspect.getdoc(thing) or "").split())


def _table(record: type[Record]) -> Iterator[str]:
    yield from ("| field | what it is for | value |", "| --- | --- | --- |")
    fields = fields_of_record(record)
    for key in sorted(fields, key=lambda key: (key == "text", not fields[key].required)):
        star = "\\*" if fields[key].required else ""
        yield f"| `{key}`{star} | {_meaning(record, key)} | {_value(fields[key])} |"


def _meaning(record: type[Record], key: str) -> str:
    """The title and the description, in German and then in English."""
    found = row(record, key)
    lines = (f"**{title_of(found, one)}:** {text_of(found, one)}" for one in (GERMAN, english()))
    return "<br>".join(_cell(line) for line in lines)


@cache
def english() -> Messages:
    """What the tables of fields say in English."""
    return read(DOCS.parent / "theme", "en")


def _value(field_of: FieldOf) -> str:
    description = _cell(field_of.field.describe())
    return f"{description}, *translated*" if field_of.field.translatable else description


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _inner_records() -> list[type[Record]]:
    """All records inside the kinds, each once, by name."""
    found: dict[str, type[Record]] = {}
    waiting: list[type[Record]] = list(KINDS)
    while waiting:
        for known in fields_of_record(waiting.pop()).values():
            for record in known.field.records():
                if record.__name__ not in found:
                    found[record.__name__] = record
                    waiting.append(record)
    return [found[name] for name in sorted(found)]


def _figures() -> Iterator[str]:
    yield from ("# Live figures", "", NOTE, "")
    yield "In the text of a report `[[name]]` is replaced by the figure, counted anew each time."
    yield ""
    yield from (f"- `{name}`" for name in sorted(figures.names(Catalogue())))
    yield ""
    yield "Further, for each id: `events.<format>` (`vocabulary/formats.yaml`),"
    yield "`networks.<network>` (`networks/`), `consultations.<topic>`"
    yield "(`vocabulary/consultations.yaml`)."
    yield from (
        "",
        "In a page of text `[[name]]` is replaced by a setting of `pelican.conf.py`:",
        "",
    )
    yield from (f"- `{name}`" for name in sorted(figures.SETTING_NAMES))
    yield from ("", "`office.barrier` is a link to report a barrier by mail.")


def main() -> None:
    """Write the pages."""
    DOCS.mkdir(exist_ok=True)
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
