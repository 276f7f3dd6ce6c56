"""Ways of showing findings, one a file, each `render(diagnostics, view) -> str`."""

from collections.abc import Callable, Mapping, Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.output import concise, full, github, gitlab, html, json, sarif
from plugins.validation.output.view import View

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
