"""A question: the row of a field in the table of its kind, asked when those before it allow it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.catalogue.descriptions import IDENTIFIER as ID_ROW
from plugins.catalogue.descriptions import TABLES
from plugins.catalogue.descriptions.row import Row
from plugins.catalogue.model import Entry

Answer = str | tuple[str, ...]
"""What a field holds, in the form in which it is written into the file; several in a list."""

Answers = Mapping[str, Answer]
"""Answers by the dotted path of their field, such as `venue.name`; `id` and `text` among them."""

TEXT = "text"
ID = "id"

USUAL_MONTHS = 6
"""How long a posting is proposed to stay; the rules allow twelve months."""


@dataclass(frozen=True)
class FieldQuestion:
    """The field that is asked for, and the row that says how."""

    path: str
    row: Row

    def is_open(self, answers: Answers) -> bool:
        """Whether it is asked after these answers."""
        path, _, value = self.row.needs.partition("=")
        if value and answers.get(path) != value:
            return False
        if path and not any(key == path or key.startswith(f"{path}.") for key in answers):
            return False
        return self.row.unless not in answers

    def proposed(self, today: date) -> str:
        """The answer that is proposed, in the form of the file; empty without one."""
        return _PROPOSALS[self.row.proposed](today)


IDENTIFIER = FieldQuestion(ID, ID_ROW)


def questions(kind: type[Entry]) -> tuple[FieldQuestion, ...]:
    """What is asked about a kind, in the order of its table; fields without a question are not."""
    return tuple(FieldQuestion(path, row) for path, row in TABLES[kind].items() if row.question)


def _in_half_a_year(today: date) -> str:
    """The first day of a month, half a year ahead: a day that every month has."""
    months = today.year * 12 + today.month - 1 + USUAL_MONTHS
    return date(months // 12, months % 12 + 1, 1).isoformat()


_PROPOSALS: Mapping[str, Callable[[date], str]] = {
    "": lambda today: "",
    "today": date.isoformat,
    "in half a year": _in_half_a_year,
}
