"""The forms that GitHub and Forgejo show to who opens an issue: they ask what ours ask.

Both take them from .github/ISSUE_TEMPLATE. Forgejo looks into its own folder besides, and would
show twice what lies in both. An issue is public, so nobody is asked about people, nor for an
address; and pictures are handed in otherwise.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from plugins.catalogue.descriptions import TABLES, label
from plugins.catalogue.descriptions.forms import (
    ENTRY,
    FORM,
    FORMS,
    MESSAGE,
    OWN,
    Form,
)
from plugins.catalogue.descriptions.row import Step
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.model import Entry
from plugins.catalogue.settings import Site
from plugins.intake.existing import ExistingContent
from plugins.intake.new.fields import field_at
from plugins.intake.new.options import Option, options_for
from plugins.intake.submission.consent import is_personal
from plugins.intake.submission.form_fields import is_form_field

Element = dict[str, Any]

NOTE = "# Written by `make schema`. Do not edit.\n"
STEPS: tuple[Step, ...] = ("main", "when", "where", "contact", "more")

PUBLIC = (
    "Alles, was Sie hier schreiben, ist **öffentlich**. Nennen Sie keine Menschen und keine "
    "privaten Adressen. Wer eine Ansprechperson nennen möchte oder lieber nicht öffentlich "
    "schreibt, nimmt das Formular auf {url}/{participate}/ oder schreibt an {email}."
)
AS_IT_IS = "Bitte so lassen: Daran erkennen wir das Formular."
WHICH = "Die Adresse der Seite, zum Beispiel: {url}/{associations}/chor-am-fluss/"
MORE = "Was wir noch wissen sollten."
WHAT = "Was soll anders werden? Ein Satz genügt."
NO_ACCOUNT = "Ohne Konto: Formulare auf der Seite"
NO_ACCOUNT_ABOUT = "In vielen Sprachen, und nicht öffentlich"


def files(existing: ExistingContent, site: Site) -> Iterator[tuple[str, str]]:
    """The name and the text of each file, in the order in which a forge lists the forms."""
    for number, form in enumerate(FORMS.values(), start=1):
        yield f"{number}-{form.slug}.yml", _text(_form(form, existing, site))
    yield "config.yml", _text(_others(site))


def _text(content: Mapping[str, Any]) -> str:
    return NOTE + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)


def _others(site: Site) -> Mapping[str, Any]:
    """What stands beside the forms: the way without an account."""
    url = f"{site.url}/{site.addresses['participate']}/"
    link = {"name": NO_ACCOUNT, "url": url, "about": NO_ACCOUNT_ABOUT}
    return {"blank_issues_enabled": True, "contact_links": [link]}


def _form(form: Form, existing: ExistingContent, site: Site) -> Mapping[str, Any]:
    intro = PUBLIC.format(
        url=site.url, participate=site.addresses["participate"], email=site.office.email
    )
    fields = _fields(form.kind, existing) if form.kind else (_entry(site),)
    return {
        "name": form.title,
        "description": form.about,
        "title": f"{form.title}: ",
        "body": [{"type": "markdown", "attributes": {"value": intro}}, *fields, *_own(form)],
    }


def _entry(site: Site) -> Element:
    which = WHICH.format(url=site.url, associations=site.addresses["associations"])
    return _element("input", ENTRY, {"label": OWN[ENTRY], "description": which}, required=True)


def _own(form: Form) -> Iterator[Element]:
    about = {"label": OWN[MESSAGE], "description": WHAT if form.needs_words else MORE}
    yield _element("textarea", MESSAGE, about, required=form.needs_words)
    named = {"label": OWN[FORM], "description": AS_IT_IS, "value": form.title}
    yield _element("input", FORM, named, required=True)


def _fields(kind: type[Entry], existing: ExistingContent) -> Iterator[Element]:
    """What is asked about a kind of entry, in the steps of the site's own form."""
    asked = [path for path in TABLES[kind] if _is_asked(kind, path)]
    for path in sorted(asked, key=lambda path: STEPS.index(TABLES[kind][path].step or "more")):
        yield _field(kind, path, existing)


def _is_asked(kind: type[Entry], path: str) -> bool:
    """Not everything: a list of fifty questions frightens people off."""
    is_picture = path.partition(".")[0] in ("image", "images")
    is_deep = path.count(".") > 1
    return is_form_field(kind, path) and not (is_picture or is_deep or is_personal(path))


def _field(kind: type[Entry], path: str, existing: ExistingContent) -> Element:
    row, field = TABLES[kind][path], field_at(kind, path)
    about: Element = {
        "label": label(kind, path),
        "description": " ".join(filter(None, (row.question, row.help))),
    }
    leaf = field.leaf
    options = options_for(leaf, existing) if leaf and (leaf.words or leaf.vocabulary) else ()
    if options and field.shape == "many":
        boxes = [{"label": option.label} for option in options]
        return _element("checkboxes", path, about | {"options": boxes})
    required = RecordField(kind).needs(path)
    if options:
        about |= {"options": _called(options)}
        return _element("dropdown", path, about, required=required)
    about |= {"placeholder": row.example} if row.example else {}
    is_long = leaf is None or leaf.control == "long"
    return _element("textarea" if is_long else "input", path, about, required=required)


def _called(options: Iterable[Option]) -> list[str]:
    return [option.label for option in options]


def _element(sort: str, name: str, about: Element, *, required: bool = False) -> Element:
    plain = name.removeprefix("_").replace(".", "-")
    found = {"type": sort, "id": plain, "attributes": about}
    return found | ({"validations": {"required": True}} if required else {})
