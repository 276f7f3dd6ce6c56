"""What the templates say, in one language: GNU gettext, from the theme's .po files.

The messages are in German; a catalogue gives them in another language. Where it has nothing, the
German stands.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cache, lru_cache
from gettext import c2py
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from plugins.catalogue.cache import Cache, fingerprint
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import SITE_LANGUAGE

if TYPE_CHECKING:
    from babel.messages.catalog import Message

MessageForms = Mapping[tuple[str, str], tuple[str, ...]]
"""The forms of a message, by its context (empty when it has none) and its German singular."""

Pattern = Callable[[Mapping[str, object]], Markup]
"""A message that waits for its variables; what is put into it is escaped."""

_GERMANIC = "(n != 1)"
_PLACE = re.compile(r"%\((\w+)\)s")


@record(frozen=True)
class Messages(Frozen):
    """A catalogue. `plural` is the rule of its header: an expression in C (gettext, 11.2.6)."""

    texts: MessageForms = field(default_factory=dict)
    plural: str = _GERMANIC
    digest: bytes = b""

    def functions(self) -> Mapping[str, Callable[..., Markup]]:
        """What templates call: Jinja's names for them."""

        @cache
        def pattern(context: str, message: str) -> Pattern:
            return _pattern(self.text(context, message))

        @cache
        def alone(context: str, message: str) -> Markup:
            return pattern(context, message)({})

        def pgettext(context: str, message: str, /, **variables: object) -> Markup:
            """A message that means different things in different places."""
            if not variables:
                return alone(context, message)
            return pattern(context, message)(variables)

        def gettext(message: str, /, **variables: object) -> Markup:
            """A message of the site, safe as it is; what is put into it is escaped."""
            return pgettext("", message, **variables)

        def ngettext(singular: str, plural: str, number: int, /, **variables: object) -> Markup:
            """A message in the form that goes with a number."""
            filled = _pattern(self.form(singular, plural, number))
            return filled({"num": number, **variables})

        return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext}

    def text(self, context: str, message: str) -> str:
        """A message in this language, else in German."""
        forms = self.texts.get((context, message))
        return forms[min(_rule(self.plural)(1), len(forms) - 1)] if forms else message

    def form(self, singular: str, plural: str, number: int) -> str:
        """The form of a message that goes with a number."""
        forms = self.texts.get(("", singular))
        if forms is None:
            return singular if number == 1 else plural
        return forms[min(_rule(self.plural)(number), len(forms) - 1)]


@cache
def _pattern(message: str) -> Pattern:
    """What a message says with its variables: as `Markup(message) %` does, but cut only once."""
    pieces = _PLACE.split(message)
    if any("%" in words.replace("%%", "") for words in pieces[::2]):
        return Markup(message).__mod__
    pieces[::2] = [words.replace("%%", "%") for words in pieces[::2]]
    names = pieces[1::2]

    def filled(variables: Mapping[str, object]) -> Markup:
        parts = pieces.copy()
        parts[1::2] = [escape(variables[name]) for name in names]
        return Markup("".join(parts))

    return filled


GERMAN = Messages()
"""The messages as they stand in the templates."""


@lru_cache(maxsize=32)
def _rule(plural: str) -> Callable[[int], int]:
    rule: Callable[[int], int] = c2py(plural)
    return rule


def messages_file(theme: Path, language: str) -> Path:
    """Where a theme keeps what its templates say in another language."""
    return theme / "translations" / language / "LC_MESSAGES" / "messages.po"


class Unreadable(Exception):
    """A .po file that is not there or is no catalogue; the text says which."""


def read(theme: Path, language: str, cache: Cache | None = None) -> Messages:
    """The catalogue of a language; what `cache` holds of the same file is not read again.

    Raises `Unreadable`.
    """
    if language == SITE_LANGUAGE:
        return GERMAN
    file = messages_file(theme, language)
    try:
        return _read(file.read_bytes(), f"messages-{language}", cache)
    except (OSError, ValueError) as error:
        raise Unreadable(f"{file}: {error}") from error


def _read(data: bytes, name: str, cache: Cache | None) -> Messages:
    digest = fingerprint([data])
    known: Messages | None = cache.get(name) if cache else None
    if known is not None and known.digest == digest:
        return known
    messages = parse(data, digest)
    if cache:
        cache.put(name, messages)
    return messages


def parse(data: bytes, digest: bytes = b"") -> Messages:
    """A catalogue from the bytes of a .po file. Raises `ValueError` for none."""
    from babel.messages.pofile import PoFileError, read_po  # slow: only for a file that is new

    try:
        catalogue = read_po(data.decode("utf-8").splitlines(keepends=True), abort_invalid=True)
    except PoFileError as error:
        raise ValueError(str(error)) from error
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in catalogue:
        forms = forms_of(message)
        singular = message.id[0] if isinstance(message.id, tuple | list) else message.id
        if singular and not message.fuzzy and all(forms):
            texts[message.context or "", singular] = forms
    _rule(catalogue.plural_expr)  # a wrong one is noticed now, not on some page
    return Messages(texts, catalogue.plural_expr, digest)


def forms_of(message: "Message") -> tuple[str, ...]:
    """What a message of a .po file says, in each plural form; empty where it says nothing."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return tuple(form or "" for form in forms)
