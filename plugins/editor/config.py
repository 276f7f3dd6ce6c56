"""The configuration of the editor, from the tables of fields: a collection for each kind of entry.

A sort of value gets the widget that writes it as our files have it. Left out is what the editor
would drop or spoil: what may be a record or one value (`venue: haus`, `checked: 2026-11-22`),
and pairs inside of a record, where it writes empty ones. With a widget for records it drops the one
value that stands in a file, with one for values the record, and names with dots it refuses: so for
these there is no widget that keeps both. What it does not know stays as it stands.
A picture is named by its file alone, in a line; the editor's own widget would name its folder, too.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from plugins.catalogue.descriptions import row
from plugins.catalogue.descriptions.kinds import KINDS
from plugins.catalogue.descriptions.words import MENU, WORDS
from plugins.catalogue.fields.base import Field, Record, Text
from plugins.catalogue.fields.records import RecordField, fields_of
from plugins.catalogue.language_words import NAMES
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry
from plugins.catalogue.settings import Site

Widget = dict[str, Any]
SelectOption = dict[str, str]

TEXT = "text"
"""The field that stands below the front matter."""

BACKENDS = {"github": "github", "forgejo": "gitea", "gitlab": "gitlab"}


def collections(catalogue: Catalogue) -> list[Mapping[str, Any]]:
    """What can be edited, and with what."""
    return [_collection(kind, catalogue) for kind in KINDS]


def config(collections: list[Mapping[str, Any]], site: Site) -> Mapping[str, Any]:
    """All of it, for the site whose repository this is."""
    return {
        "backend": _backend(site),
        "site_url": site.url,
        "app_title": site.name,
        "media_folder": "content/images",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 50},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_size": 2}},
        "media_libraries": {
            "default": {"config": {"slugify_filename": True}},
            "stock_assets": {"providers": []},
        },
        "editor": {"preview": False},
        "collections": collections,
    }


def _backend(site: Site) -> Mapping[str, Any]:
    """Where the editor reads and writes. On a host of one's own its interface is named."""
    address = urlsplit(site.repository)
    host = f"{address.scheme}://{address.netloc}"
    found = {
        "name": BACKENDS.get(site.forge, "test-repo"),
        "repo": address.path.strip("/"),
        "branch": "main",
        "automatic_deployments": True,
    }
    if site.forge == "forgejo":
        found |= {"base_url": host, "api_root": f"{host}/api/v1"}
    elif site.forge == "gitlab":
        found |= {"base_url": host, "api_root": f"{host}/api/v4"}
    return found if site.forge else {"name": "test-repo"}


def _collection(kind: type[Entry], catalogue: Catalogue) -> Mapping[str, Any]:
    named = KINDS[kind]
    title = "name" if "name" in fields_of(kind) else "title"
    return {
        "name": kind.folder,
        "label": named.many,
        "label_singular": named.one,
        "folder": f"content/{kind.folder}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "body_field": {"key": TEXT},
        "identifier_field": title,
        "summary": f"{{{{{title}}}}}",
        "create": True,
        "delete": False,  # what was there stays in the reports: say that it has ended
        **_without_translations(kind),
        "fields": list(_fields(kind, catalogue)),
    }


def _without_translations(kind: type[Entry]) -> Mapping[str, Any]:
    """Translations lie beside their entries; they lack what cannot be translated."""
    known = fields_of(kind).items()
    own = (
        key
        for key, one in known
        if one.required and isinstance(one.field, Text) and not one.field.translatable
    )
    key = next(own, "")
    return {"filter": {"field": key, "pattern": "."}} if key else {}


def _inside(record: type[Record], catalogue: Catalogue) -> list[Widget]:
    """The widgets of a record that is part of another."""
    found = _fields(record, catalogue)
    return [one for one in found if one["widget"] != "keyvalue"]


def _fields(record: type[Record], catalogue: Catalogue) -> Iterator[Widget]:
    """The widgets of a record's fields, in their order; the text last, as it stands in the file."""
    known = fields_of(record)
    for key in sorted(known, key=lambda key: (key == TEXT, not known[key].required)):
        said, field = row(record, key), known[key].field
        found = _widget(field, catalogue)
        if found is not None:
            hint = " ".join(filter(None, (said.help, said.file)))
            named = {"name": key, "label": said.title, "required": known[key].required}
            yield named | ({"hint": hint} if hint else {}) | found


def _widget(field: Field, catalogue: Catalogue) -> Widget | None:
    """What one value is entered in; `None` where no widget writes it."""
    if field.shape == "many":
        return _list(field, catalogue)
    if field.shape == "pairs" and isinstance(field.below("-"), Text):
        return {"widget": "keyvalue", "key_label": "Name", "value_label": "Wert"}
    if isinstance(field, Text):
        return _text(field, catalogue)
    records = list(field.records())
    is_plain = isinstance(field, RecordField) and not field.alone
    if is_plain and len(records) == 1:
        inside = _inside(records[0], catalogue)
        return {"widget": "object", "collapsed": True, "fields": inside} if inside else None
    return None


def _list(field: Field, catalogue: Catalogue) -> Widget | None:
    item = field.below()
    bounds = {"max": field.most} if field.most else {}
    if isinstance(item, Text):
        options = _options(item, catalogue)
        if options:
            return {"widget": "select", "multiple": True, "options": options} | bounds
        return {"widget": "list"} | bounds
    records = list(item.records())
    is_plain = isinstance(item, RecordField) and not item.alone
    inside = _inside(records[0], catalogue) if is_plain else []
    return {"widget": "list", "collapsed": True, "fields": inside} | bounds if inside else None


def _text(field: Text, catalogue: Catalogue) -> Widget:
    options = _options(field, catalogue)
    if options:
        return {"widget": "select", "options": options}
    if field.control == "long":
        return {"widget": "markdown", "modes": ["raw", "rich_text"]}
    if field.numeric:
        return {"widget": "number", "value_type": "int" if field.bounds else "float"}
    if field.control == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    return {"widget": "string"}


def _options(field: Text, catalogue: Catalogue) -> list[SelectOption]:
    """The values that it can have, with the words that people have for them."""
    if "languages" in field.kinds:
        return [{"label": names[0], "value": tag} for tag, names in NAMES.items()]
    terms = catalogue.vocabularies.get(field.vocabulary, {})
    called = WORDS if field.closed else MENU
    words = ((word, called.get(word, word)) for word in (*field.words, *field.also))
    named = ((key, term.label_in("de")) for key, term in terms.items())
    entries = sorted(
        ((one.id, one.called) for folder in field.kinds for one in _of(catalogue, folder)),
        key=lambda pair: pair[1].casefold(),
    )
    return [{"label": said, "value": value} for value, said in (*words, *named, *entries)]


def _of(catalogue: Catalogue, folder: str) -> tuple[Entry, ...]:
    return getattr(catalogue, folder, ())
