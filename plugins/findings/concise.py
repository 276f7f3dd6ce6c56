"""Two lines a finding: where and what, then what to do. What editors and grep understand."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from plugins.findings.display import Display
from plugins.findings.safe import escape

if TYPE_CHECKING:
    from plugins.catalogue.diagnostics import Diagnostic


def render(diagnostics: "Sequence[Diagnostic]", display: Display) -> str:
    """`file:line:column: CODE message`, and the help indented below it.

    What is no error says so: `CODE Warnung: message`.
    """
    return "".join(f"{line}\n" for finding in diagnostics for line in _lines(finding, display))


def _lines(finding: "Diagnostic", display: Display) -> Iterable[str]:
    message, remedy = finding.message(display.language), finding.remedy(display.language)
    line, column = finding.place
    kind = "" if finding.is_error else f"{display.word(finding.severity)}: "
    yield f"{escape(finding.path)}:{line}:{column}: {finding.code} {kind}{escape(message)}"
    yield f"    {display.word('help')}: {escape(remedy)}"
