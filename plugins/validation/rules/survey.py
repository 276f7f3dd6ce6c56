"""No more have answered a survey than were asked."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """No more have answered a survey than were asked."""
    for report in catalogue.reports:
        survey = report.survey
        if survey is not None and survey.answered > survey.asked:
            yield report.problem(
                "survey.answered", "REP-SURVEY", answered=survey.answered, asked=survey.asked
            )
