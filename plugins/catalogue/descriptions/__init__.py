"""What every field is called, how it is asked for and what is said about it.

One table a kind of entry, which editors, tables, forms, `make new` and docs/fields.md read. A test
holds that each field of the model is in it, and nothing else.

    row.py                 a row of a table
    association.py ...     the tables
    shared.py              rows of records that several kinds have
    kinds.py               what the kinds themselves are called
    words.py               what the words are called that a field lets choose from
"""

from collections.abc import Iterator, Mapping

from plugins.catalogue import model
from plugins.catalogue.descriptions.association import ASSOCIATION
from plugins.catalogue.descriptions.event import EVENT
from plugins.catalogue.descriptions.funding import FUNDING
from plugins.catalogue.descriptions.kinds import KINDS
from plugins.catalogue.descriptions.network import NETWORK
from plugins.catalogue.descriptions.page import ARTICLE
from plugins.catalogue.descriptions.posting import POSTING
from plugins.catalogue.descriptions.report import REPORT
from plugins.catalogue.descriptions.row import Row, Rows
from plugins.catalogue.descriptions.shared import TERM, TRANSLATION
from plugins.catalogue.fields.base import Record
from plugins.catalogue.fields.records import fields_of

TABLES: Mapping[type[Record], Rows] = {
    model.Association: ASSOCIATION,
    model.Event: EVENT,
    model.Posting: POSTING,
    model.Network: NETWORK,
    model.Funding: FUNDING,
    model.Report: REPORT,
    model.Article: ARTICLE,
    model.TranslationHead: TRANSLATION,
    model.VocabularyTerm: TERM,
}

IDENTIFIER = Row(
    "Kennung",
    "Der Name der Datei steht später auch in der Adresse der Seite und sollte sich nie ändern. "
    "Erlaubt sind die Buchstaben a bis z, Ziffern und Striche.",
    question="Unter welchem Namen soll die Datei gespeichert werden?",
    example="chor-am-fluss",
)
"""The id of an entry: no field of the file, but asked for like one."""


def row(record: type[Record], key: str) -> Row:
    """The row of one field of a record, which may stand inside of others. Raises `LookupError`."""
    found = _BY_RECORD.get(record, {}).get(key)
    if found is None:
        file = f"{KINDS[record].english}.py" if issubclass(record, model.Entry) else ""
        missing = f"no row for the field {key!r} of {record.__name__}"
        raise LookupError(f"plugins/catalogue/descriptions/{file}: {missing}")
    return found


def rows_of(record: type[Record]) -> Rows:
    """The rows of a record by the keys of its fields."""
    return _BY_RECORD.get(record, {})


def label(kind: type[Record], path: str) -> str:
    """What the field at `path` is called: `contacts.1.phone` is »Ansprechperson 1: Telefon«."""
    if path == "id":
        return IDENTIFIER.title
    titles: list[str] = []
    above = ""
    for step in path.split("."):
        if step.isdigit() and titles:
            known = TABLES[kind].get(above)
            titles[-1] = f"{(known and known.one) or titles[-1]} {step}"
        else:
            above = f"{above}.{step}" if above else step
            known = TABLES[kind].get(above)
            titles.append(known.title if known else step)
    return ": ".join(titles)


def _by_record() -> Iterator[tuple[type[Record], str, Row]]:
    for kind, rows in TABLES.items():
        for path, row_of in rows.items():
            *above, key = path.split(".")
            yield _record_at(kind, above), key, row_of


def _record_at(record: type[Record], path: list[str]) -> type[Record]:
    """The record that stands at a path below another."""
    for key in path:
        record = next(iter(fields_of(record)[key].field.records()))
    return record


_BY_RECORD: dict[type[Record], dict[str, Row]] = {}
for _record, _key, _row in _by_record():
    _BY_RECORD.setdefault(_record, {}).setdefault(_key, _row)
