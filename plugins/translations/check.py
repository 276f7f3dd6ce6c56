"""What is wrong with a language's messages: missing, left over, or they cannot be right."""

import re
from collections import Counter
from collections.abc import Iterator
from gettext import c2py
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.translations import po_file
from plugins.wording.locales import primary
from plugins.wording.messages import forms_of

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_PERCENT = re.compile(r"%(?!\(\w+\)s|%)")
_TAG = re.compile(r"<[^>]*>")
_NUMBERS = frozenset({"count", "num"})
"""What a form for a certain number may leave out: »ein Verein« needs no digit."""


class Finding(NamedTuple):
    """A message, and what is wrong with it.

    `kind`: `missing`, `gone`, `plural`, `placeholder`, `tag`; `easy`: hard to read in easy German.
    """

    kind: str
    message: str
    detail: str = ""


def check(translated: Catalog, wanted: Catalog, tag: str) -> Iterator[Finding]:
    """Everything wrong with what a language says, compared with what the templates say.

    A variant of German, such as easy German, may leave to German what is easy enough.
    """
    for message in wanted:
        if message.id:
            yield from _message(message, po_file.find(translated, message), tag)
    for message in translated:
        if message.id and po_file.find(wanted, message) is None:
            yield Finding("gone", words(message))


def words(message: Message) -> str:
    """A message as it is called: by its singular."""
    return message.id if isinstance(message.id, str) else str(message.id[0])


def _message(message: Message, known: Message | None, tag: str) -> Iterator[Finding]:
    forms = forms_of(known) if known is not None and po_file.same(known, message) else ()
    if not any(forms) or (known is not None and known.fuzzy):
        if primary(tag) != SITE_LANGUAGE:
            yield Finding("missing", words(message))
        return
    wanted = 1 if isinstance(message.id, str) else plurals(tag)
    if len(forms) != wanted or not all(forms):
        yield Finding("plural", words(message), f"{sum(map(bool, forms))}/{wanted}")
    for number, form in enumerate(forms):
        if form:
            yield from _form(message, form, wanted > 1 and _is_exact(tag, number))


def plurals(tag: str) -> int:
    """How many plural forms a language has."""
    found = re.match(r"nplurals=(\d+)", po_file.plural_rule(tag))
    return int(found[1]) if found else 1


def _is_exact(tag: str, form: int) -> bool:
    """Whether a plural form is for one number only; nothing is counted where there is none."""
    rule = c2py(po_file.plural_rule(tag).partition("plural=")[2])
    return sum(rule(number) == form for number in range(1, 201)) < 2


def _form(message: Message, form: str, is_exact: bool) -> Iterator[Finding]:
    originals = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    names = [set(_PLACEHOLDER.findall(text)) for text in originals]
    needed, allowed = set.intersection(*names), set.union(*names)
    if is_exact:
        needed -= _NUMBERS
    elif len(originals) > 1:
        needed |= allowed & _NUMBERS
    has = set(_PLACEHOLDER.findall(form))
    wrong = sorted((needed - has) | (has - allowed))
    if wrong or _PERCENT.search(form):
        yield Finding("placeholder", words(message), ", ".join(wrong) or "%")
    tags = [Counter(_TAG.findall(text)) for text in originals]
    if Counter(_TAG.findall(form)) not in tags or form.count("<") != form.count(">"):
        yield Finding("tag", words(message), " ".join(_TAG.findall(form)))
