"""The last step of the set-up (tools/venv.sh): the templates are compiled.

So the first build need not. What cannot be read here the build will say.
"""

import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import TemplateError

from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.rendering import jinja
from plugins.rendering.assets import Assets
from plugins.rendering.frame import Frame
from plugins.rendering.jinja import Compiled
from plugins.rendering.pictures import Pictures
from plugins.rendering.site_context import SiteContext
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer

ROOT = Path(__file__).resolve().parents[2]


def compile_all(settings: Settings) -> None:
    """Compile every template of the theme, and keep it with the environment."""
    cache = jinja.compiled_cache(settings)
    templates = Templates(settings.theme / "templates", cache=cache)
    nothing = SiteContext(settings.site, {}, Frame((), ()), Assets("", {}), Pictures({}, {}, ()))
    environment = Renderer(templates, nothing, Compiled(cache)).environment
    for name in environment.list_templates(extensions=["html"]):
        with suppress(TemplateError):
            environment.get_template(name)
            templates.used(name, environment.parse)
    templates.save()


if __name__ == "__main__":
    try:
        compile_all(from_file(ROOT / "pelican.conf.py"))
    except (SettingsError, OSError):
        sys.exit(1)
