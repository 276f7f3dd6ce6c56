"""Ways of showing findings, one a file, each `render(diagnostics, view) -> str`."""

from collections.abc import Callable, Mapping, Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.output import concise, full, github, json
from plugins.validation.output.view import View

Render = Callable[[Sequence[Diagnostic], View], str]

FORMATS: Mapping[str, Render] = {
    "concise": concise.render,
    "full": full.render,
    "github": github.render,
    "json": json.render,
}

__all__ = ["FORMATS", "Render", "View"]
