"""The rules, one a file. Every rule is a generator; its docstring is the rule.

    def check(event: Event, given: Given) -> Iterator[Diagnostic]:

What a rule is about, its first parameter says. Nearly all are about one entry, of one kind or of
several, or about a part of one: a `Translation`, a `Passage`, an `EasyText`. They see nothing else
but what `Given` has, so what they find is kept as long as the entry's files stay as they are. A
rule about the `Catalogue` sees all entries that could be read, and is asked at every check: what
it compares of thousands of them it takes from `given.noted(function, entry)`, which is kept in the
same way; so the function is one of the module, and looks at the entry alone. A rule yields what it
finds, in any order.
"""

from collections.abc import Callable, Iterable
from typing import Any, get_args

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.given import Given
from plugins.validation.rules import (
    amounts,
    attendance,
    clock_changes,
    coarse_locations,
    consent,
    consent_scope,
    date_order,
    dead_links,
    deadlines,
    duplicate_events,
    duplicate_names,
    duplicate_postings,
    easy_abbreviations,
    easy_clauses,
    easy_commas,
    easy_decimals,
    easy_genitive,
    easy_numbers,
    easy_passages,
    easy_passive,
    easy_roman,
    easy_sentences,
    easy_signs,
    easy_words,
    event_end,
    far_locations,
    figures,
    forgotten,
    former_ids,
    future_dates,
    html_in_text,
    image_descriptions,
    images_in_text,
    leftover_settings,
    leftovers,
    likely_duplicates,
    links_in_text,
    mixed_addresses,
    mixed_scripts,
    mobile_numbers,
    no_dates,
    pictures,
    placement,
    posting_expiry,
    private_data,
    reasons,
    registration_end,
    repeat_days,
    repeat_end,
    repeat_fields,
    repeat_kind,
    repeat_never,
    repeat_start,
    reserved_id,
    survey,
    survey_answers,
    swapped_locations,
    translations,
    unused_pictures,
)

Rule = Callable[[Any, Given], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    amounts.check,
    attendance.check,
    clock_changes.check,
    coarse_locations.check,
    consent.check,
    consent_scope.check,
    date_order.check,
    dead_links.check,
    deadlines.check,
    duplicate_events.check,
    duplicate_names.check,
    duplicate_postings.check,
    easy_abbreviations.check,
    easy_clauses.check,
    easy_commas.check,
    easy_decimals.check,
    easy_genitive.check,
    easy_numbers.check,
    easy_passages.check,
    easy_passive.check,
    easy_roman.check,
    easy_sentences.check,
    easy_signs.check,
    easy_words.check,
    event_end.check,
    far_locations.check,
    figures.check,
    forgotten.check,
    former_ids.check,
    future_dates.check,
    html_in_text.check,
    image_descriptions.check,
    images_in_text.check,
    leftover_settings.check,
    leftovers.check,
    likely_duplicates.check,
    links_in_text.check,
    mixed_addresses.check,
    mixed_scripts.check,
    mobile_numbers.check,
    no_dates.check,
    pictures.check,
    placement.check,
    posting_expiry.check,
    private_data.check,
    reasons.check,
    registration_end.check,
    repeat_days.check,
    repeat_end.check,
    repeat_fields.check,
    repeat_kind.check,
    repeat_never.check,
    repeat_start.check,
    reserved_id.check,
    survey.check,
    survey_answers.check,
    swapped_locations.check,
    translations.check,
    unused_pictures.check,
)


def about(rule: Rule) -> tuple[type, ...]:
    """What a rule is about: one type, or several."""
    subject = next(iter(rule.__annotations__.values()))
    return get_args(subject) or (subject,)


def asked_of(subject: type) -> tuple[Rule, ...]:
    """The rules about what is of this type."""
    if subject not in _ASKED:
        _ASKED[subject] = tuple(rule for rule in RULES if issubclass(subject, about(rule)))
    return _ASKED[subject]


_ASKED: dict[type, tuple[Rule, ...]] = {}
