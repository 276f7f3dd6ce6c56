"""A question with one answer each has no more answers than were given."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Report


def check(report: Report) -> Iterator[Diagnostic]:
    for number, question in enumerate(report.survey.questions if report.survey else ()):
        answered = report.survey.answered if report.survey else 0
        count = sum(count for _, count in question.answers)
        if question.kind in ("", "single") and count > answered:
            where = f"survey.questions.{number}.answers"
            yield report.problem(where, "REP-ANSWERS", count=count, answered=answered)
