"""An object for other programs; docs/diagnostics-json.md promises what it looks like.

Everything beyond ASCII is escaped, so that nothing in it can steer a terminal.
"""

import json
from collections.abc import Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings.display import Display

VERSION = 1
"""Changes when a key is taken away or means something else; not when one is added."""


def render(diagnostics: Sequence[Diagnostic], display: Display) -> str:
    """The object, one line a finding."""
    head = json.dumps(
        {"version": VERSION, "language": display.language, "counts": _counts(diagnostics)}
    )
    lines = [json.dumps(_object(finding, display)) for finding in diagnostics]
    findings = "[" + ",".join(f"\n{line}" for line in lines) + "\n]"
    return f'{head[:-1]}, "findings": {findings}}}\n'


def _counts(diagnostics: Sequence[Diagnostic]) -> dict[str, int]:
    severities = [finding.severity for finding in diagnostics]
    return {severity: severities.count(severity) for severity in ("error", "warning", "notice")}


def _object(finding: Diagnostic, display: Display) -> dict[str, object]:
    return {
        "path": finding.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message(display.language),
        "remedy": finding.remedy(display.language),
        "details": dict(finding.details),
    }
