"""The rules, one a file: the first sentence of the file is the rule, its `check` holds it.

    def check(event: Event) -> Iterator[Diagnostic]:
    def check(event: Event, context: RuleContext) -> Iterator[Diagnostic]:

What a rule is about, its first parameter says. Nearly all are about one entry, of one kind or of
several, or about a part of one: a `Translation`, a `Passage`, an `EasyText`. They see nothing else
but what `RuleContext` has, if they ask for it, so what they find is kept as long as the entry's
files stay as they are. A rule about the `Catalogue` sees all entries that could be read, and is
asked at every check: what it compares of thousands of them it takes from `context.memo(function,
entry)`, which is kept in the same way; so the function is one of the module, and looks at the entry
alone.
A rule yields what it finds, in any order. Its code may be skipped (`skip.py`).
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import get_args

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.context import RuleContext

_NAMES = """
    amounts attendance clock_changes coarse_locations consent consent_scope date_order
    dead_links deadlines duplicate_events duplicate_names duplicate_postings easy_abbreviations
    easy_clauses easy_commas easy_decimals easy_genitive easy_numbers easy_passages easy_passive
    easy_roman easy_sentences easy_signs easy_words event_end far_locations figures forgotten
    former_ids future_dates holidays html_in_text image_descriptions images_in_text
    leftover_settings leftovers likely_duplicates links_in_text mixed_addresses mixed_scripts
    mobile_numbers no_dates pictures placement posting_expiry private_data reasons
    registration_end repeat_days repeat_end repeat_fields repeat_kind repeat_never repeat_start
    reserved_id survey survey_answers swapped_locations time_zones translations
    unused_pictures
""".split()

Rule = Callable[..., Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = tuple(import_module(f"{__name__}.{name}").check for name in _NAMES)


def about(rule: Rule) -> tuple[type, ...]:
    """What a rule is about: one type, or several."""
    subject = next(iter(rule.__annotations__.values()))
    return get_args(subject) or (subject,)


def rules_for(subject: type) -> tuple[Rule, ...]:
    """The rules about what is of this type."""
    if subject not in _RULES_FOR:
        _RULES_FOR[subject] = tuple(rule for rule in RULES if issubclass(subject, about(rule)))
    return _RULES_FOR[subject]


def apply(rule: Rule, subject: object, context: RuleContext) -> tuple[Diagnostic, ...]:
    """What a rule finds, which is given what it asks for."""
    return tuple(rule(subject, context) if "context" in rule.__annotations__ else rule(subject))


_RULES_FOR: dict[type, tuple[Rule, ...]] = {}
