"""A row of the table of a kind: what one field is called, and how somebody is asked for it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from plugins.catalogue.frozen import Frozen, record

Step = Literal["", "main", "when", "where", "contact", "more"]
"""The part of a form that asks for a field; the office alone fills in what has none."""

Proposal = Literal["", "today", "in half a year"]


@record(frozen=True)
class Row(Frozen):
    """One field. All texts are German messages, translated through the theme's catalogues.

    `title` names it in tables, editors and differences, `question` asks for it in full, `help` says
    in a sentence or two what to write, `example` is an answer as people write it. `file` says what
    only somebody needs to know who writes the file by hand. `needs` is the path of a field that
    must be answered before, or `path=value`; `unless` one that must not. `one` is what one of
    several is called. `context` tells a title apart from the same word of another meaning.
    """

    title: str
    help: str
    question: str = ""
    file: str = ""
    example: str = ""
    one: str = ""
    step: Step = ""
    needs: str = ""
    unless: str = ""
    proposed: Proposal = ""
    context: str = ""

    @property
    def ask(self) -> str:
        """How a form asks for it."""
        return self.question or self.title


Rows = Mapping[str, Row]
"""Rows by the dotted path of their field: `name`, `address.street`."""


def within(path: str, rows: Rows, *, step: Step = "", needs: str = "") -> dict[str, Row]:
    """The rows of a record that stands at `path`, by their whole paths.

    They belong to `step` and have `needs`, unless they say something else themselves; what they
    say of each other is within the record; a dot is the record itself.
    """
    return {
        f"{path}.{key}": replace(
            row,
            step=row.step or step,
            needs=_below(path, row.needs) or needs,
            unless=_below(path, row.unless),
        )
        for key, row in rows.items()
    }


def _below(path: str, key: str) -> str:
    return path if key == "." else f"{path}.{key}" if key else ""
