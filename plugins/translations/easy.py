"""Holds what the site says in easy German to the rules for texts in it.

The rules are those of `make check` (validation/rules/easy_*.py), so a message is judged as if it
were the text of a page.
"""

import re
from collections.abc import Iterator
from datetime import date

from babel.messages.catalog import Catalog, Message

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.containers import NOTHING
from plugins.catalogue.languages import is_easy
from plugins.catalogue.model import Translation
from plugins.translations import po_file
from plugins.translations.check import Finding, words
from plugins.validation.context import RuleContext
from plugins.validation.rules import apply, rules_for
from plugins.validation.rules._easy_texts import EasyText
from plugins.wording.messages import forms_of

_PLACEHOLDER = re.compile(r"%\(\w+\)s")
_BLANK = re.compile(r"\n\s*\n")
"""A pause that no page shows: blank lines are taken out of what templates render."""


def check(translated: Catalog, wanted: Catalog, tag: str) -> Iterator[Finding]:
    """What is hard to read of all that the site says in easy German.

    Where it says nothing of its own, visitors read the German message, so that is judged.
    """
    for message in wanted:
        if message.id:
            for form in dict.fromkeys(_shown(message, po_file.find(translated, message))):
                for problem in problems(form, tag):
                    yield Finding("easy", words(message), problem.code)


def problems(text: str, tag: str) -> list[Diagnostic]:
    """What breaks a rule in a message; whatever stands for its placeholders breaks none."""
    if not is_easy(tag):
        return []
    read = _PLACEHOLDER.sub("0", _BLANK.sub("\n", text))
    translation = Translation(language=tag, source="", fields=NOTHING, text=read, path="")
    easy = EasyText(translation, "text", read)
    context = RuleContext(date.min)
    return sorted(finding for rule in rules_for(EasyText) for finding in apply(rule, easy, context))


def _shown(message: Message, known: Message | None) -> tuple[str, ...]:
    forms = tuple(form for form in forms_of(known) if form) if known else ()
    return forms or ((message.id,) if isinstance(message.id, str) else tuple(message.id))
