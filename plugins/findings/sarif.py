"""The Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS, errata 01).

What code scanning of forges and editors read. One run; its rules are those codes that were found.
Columns are counted in code points, as ours are (`columnKind`, section 3.14.17).
"""

import json
import re
from collections.abc import Sequence
from urllib.parse import quote

from plugins.catalogue.codes import registered
from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings.display import Display
from plugins.findings.fingerprints import fingerprints
from plugins.findings.safe import escape

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_PLACE = re.compile(r"\{\w+\}")


def render(diagnostics: Sequence[Diagnostic], display: Display) -> str:
    """The log file."""
    rules = list(dict.fromkeys(finding.code for finding in diagnostics))
    pairs = zip(diagnostics, fingerprints(diagnostics, display), strict=True)
    driver = {
        "name": "Anlaufstelle",
        "language": display.language,
        "rules": [_rule(code, display) for code in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules, own, display) for finding, own in pairs],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1) + "\n"


def _rule(code: str, display: Display) -> dict[str, object]:
    known, language = registered(code), display.language
    return {
        "id": code,
        "shortDescription": _message(_PLACE.sub("…", known.message[language])),
        "fullDescription": _message(known.cause[language]),
        "help": _message(_PLACE.sub("…", known.remedy[language])),
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _result(
    finding: Diagnostic, rules: Sequence[str], fingerprint: str, display: Display
) -> dict[str, object]:
    line, column = finding.place
    return {
        "ruleId": finding.code,
        "ruleIndex": rules.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": _message(display.sentence(finding)),
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(finding.path)},
                    "region": {"startLine": line, "startColumn": column},
                }
            }
        ],
        "partialFingerprints": {"finding/v1": fingerprint},
    }


def _message(text: str) -> dict[str, str]:
    """Plain text in which nothing is a placeholder (section 3.11.5) or a link (3.11.6)."""
    plain = escape(text).replace("{", "{{").replace("}", "}}")
    return {"text": plain.replace("](", "] (")}


def _uri(path: str) -> str:
    """A relative reference (RFC 3986), also of a name that cannot be written in UTF-8."""
    return quote(path.encode("utf-8", "backslashreplace"))
