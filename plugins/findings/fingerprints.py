"""What stays the same of a finding when lines above it come and go."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings.display import Display


def fingerprints(diagnostics: Sequence[Diagnostic], display: Display) -> Iterator[str]:
    """One for each finding, in their order, no two alike.

    Made of the file's name, the code and the text of the line, not of its number. Findings that
    have all of these in common are counted from the top.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in diagnostics:
        key = (finding.path, finding.code, _line(finding, display))
        parts = (*key, str(seen[key]))
        seen[key] += 1
        text = "\0".join(parts).encode("utf-8", "backslashreplace")
        yield hashlib.sha256(text).hexdigest()[:32]


def _line(finding: Diagnostic, display: Display) -> str:
    lines, number = display.lines(finding.path), finding.place.line
    return lines[number - 1].strip() if number <= len(lines) else ""
