"""SHOW: findings, whichever command made them, and every other line that a program prints.

<format>.py      one way of showing findings a file, each `render(diagnostics, view) -> str`:
concise, full, html (a page to mail), json, and what forges read: github,
gitlab, sarif
show.py          findings in the format and language that the settings name
safe.py          nothing that somebody wrote steers a terminal or a forge
"""

from collections.abc import Callable, Mapping, Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings import concise, full, github, gitlab, html, json, sarif
from plugins.findings.view import View

Render = Callable[[Sequence[Diagnostic], View], str]

FORMATS: Mapping[str, Render] = {
    "concise": concise.render,
    "full": full.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "json": json.render,
    "html": html.render,
}

__all__ = ["FORMATS", "Render", "View"]
