"""A list of objects for other programs, in the order of file, place and code.

    [{"path": "content/board/saal.yaml", "line": 3, "column": 14, "code": "REF-MISSING",
      "severity": "error", "message": "...", "remedy": "...", "details": {"value": "..."}}]

`line` and `column` count from 1, columns in characters. `severity` is error, warning or notice.
`message` and `remedy` are texts for people, in the language asked for; `code` and `details` are
what a program should look at. Keys may be added, none will be taken away. Everything beyond
ASCII is escaped, so that nothing in it can steer a terminal.
"""

import json
from collections.abc import Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.output.view import View


def render(diagnostics: Sequence[Diagnostic], view: View) -> str:
    """The list, one line an object."""
    lines = [json.dumps(_object(finding, view)) for finding in diagnostics]
    return "[" + ",".join(f"\n{line}" for line in lines) + "\n]\n"


def _object(finding: Diagnostic, view: View) -> dict[str, object]:
    return {
        "path": finding.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message(view.language),
        "remedy": finding.remedy(view.language),
        "details": dict(finding.details),
    }
