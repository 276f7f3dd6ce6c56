"""No more have answered a survey than were asked."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Report


def check(report: Report) -> Iterator[Diagnostic]:
    survey = report.survey
    if survey is not None and survey.answered > survey.asked:
        yield report.problem(
            "survey.answered", "REP-SURVEY", answered=survey.answered, asked=survey.asked
        )
