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
    coarse_locations,
    consent,
    date_order,
    deadlines,
    duplicate_events,
    duplicate_names,
    duplicate_postings,
    event_end,
    far_locations,
    figures,
    former_ids,
    future_dates,
    html_in_text,
    image_descriptions,
    images_in_text,
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
    repeat_length,
    repeat_start,
    survey,
    survey_answers,
    swapped_locations,
    translations,
    unused_pictures,
)

Rule = Callable[[Catalogue, date], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    amounts.check,
    attendance.check,
    coarse_locations.check,
    consent.check,
    date_order.check,
    deadlines.check,
    duplicate_events.check,
    duplicate_names.check,
    duplicate_postings.check,
    event_end.check,
    far_locations.check,
    figures.check,
    former_ids.check,
    future_dates.check,
    html_in_text.check,
    image_descriptions.check,
    images_in_text.check,
    links_in_text.check,
    mixed_addresses.check,
    mixed_scripts.check,
    mobile_numbers.check,
    no_dates.check,
    pictures.check,
    placement.check,
    private_data.check,
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
    swapped_locations.check,
    translations.check,
    unused_pictures.check,
)
"""All rules but `clock_changes`, `dead_links` and `reserved_id`, which need the site's settings."""
