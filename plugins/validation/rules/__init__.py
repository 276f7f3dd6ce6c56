"""The rules across entries, one a file. Every rule is a generator; its docstring is the rule.

    def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:

The catalogue holds the entries that could be read. A rule yields what it finds, in any order.
"""

from collections.abc import Callable, Iterable
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.validation.rules import (
    amounts,
    attendance,
    consent,
    date_order,
    deadlines,
    duplicate_names,
    event_end,
    figures,
    former_ids,
    future_dates,
    html_in_text,
    image_descriptions,
    images_in_text,
    links_in_text,
    mixed_scripts,
    no_dates,
    pictures,
    placement,
    posting_expiry,
    reasons,
    registration_end,
    repeat_days,
    repeat_end,
    repeat_fields,
    repeat_kind,
    repeat_length,
    repeat_start,
    survey,
    survey_answers,
    translations,
    unused_pictures,
)

Rule = Callable[[Catalogue, date], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    amounts.check,
    attendance.check,
    consent.check,
    date_order.check,
    deadlines.check,
    duplicate_names.check,
    event_end.check,
    figures.check,
    former_ids.check,
    future_dates.check,
    html_in_text.check,
    image_descriptions.check,
    images_in_text.check,
    links_in_text.check,
    mixed_scripts.check,
    no_dates.check,
    pictures.check,
    placement.check,
    posting_expiry.check,
    reasons.check,
    registration_end.check,
    repeat_days.check,
    repeat_end.check,
    repeat_fields.check,
    repeat_kind.check,
    repeat_length.check,
    repeat_start.check,
    survey.check,
    survey_answers.check,
    translations.check,
    unused_pictures.check,
)
"""All rules but `reserved_id` and `dead_links`, which need to know the site's addresses."""
