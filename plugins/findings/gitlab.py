"""A Code Quality report, by which GitLab shows findings in a merge request.

    [{"description": "...", "check_name": "REF-MISSING", "fingerprint": "0b1c...",
      "severity": "major", "location": {"path": "content/board/saal.yaml", "lines": {"begin": 3}}}]

The keys are those of GitLab's documentation (»Code Quality report format«). GitLab tells new
findings from known ones by their fingerprint, which therefore says nothing of the line's number.
"""

import json
from collections.abc import Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings.display import Display
from plugins.findings.fingerprints import fingerprints
from plugins.findings.safe import escape

_SEVERITIES = {"error": "major", "warning": "minor", "notice": "info"}


def render(diagnostics: Sequence[Diagnostic], display: Display) -> str:
    """The list, one line an object."""
    pairs = zip(diagnostics, fingerprints(diagnostics, display), strict=True)
    lines = [json.dumps(_object(finding, own, display)) for finding, own in pairs]
    return "[" + ",".join(f"\n{line}" for line in lines) + "\n]\n"


def _object(finding: Diagnostic, fingerprint: str, display: Display) -> dict[str, object]:
    return {
        "description": escape(display.sentence(finding)),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.place.line}},
    }
