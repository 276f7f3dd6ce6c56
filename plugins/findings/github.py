"""Workflow commands, by which a forge shows findings beside the changed lines of a request.

`::error file=content/board/saal.yaml,line=3,col=14,title=REF-MISSING::message`. GitHub and
Forgejo understand them. What an entry says can neither end a command nor begin another.
"""

from collections.abc import Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings.display import Display
from plugins.findings.safe import escape

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(diagnostics: Sequence[Diagnostic], display: Display) -> str:
    """One command a line."""
    return "".join(f"{_command(finding, display)}\n" for finding in diagnostics)


def _command(finding: Diagnostic, display: Display) -> str:
    line, column = finding.place
    properties = {"file": finding.path, "line": line, "col": column, "title": finding.code}
    listed = ",".join(
        f"{key}={escape(str(value)).translate(_PROPERTY)}" for key, value in properties.items()
    )
    message = escape(finding.message(display.language))
    remedy = f"{display.word('help')}: {escape(finding.remedy(display.language))}"
    text = f"{message}\n{remedy}".translate(_DATA)
    return f"::{finding.severity} {listed}::{text}"
