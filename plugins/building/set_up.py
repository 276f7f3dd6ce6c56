"""The last step of the set-up (tools/venv.sh): what comes with the checkout is made ready.

So the first build need not. What cannot be read here the build will say.
"""

import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import TemplateError

from plugins.building.renderers import cache_of_theme
from plugins.catalogue.load import closed_lists
from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.rendering import jinja
from plugins.rendering.assets import Assets, collect
from plugins.rendering.frame import Frame
from plugins.rendering.jinja import Compiled
from plugins.rendering.pictures import Pictures
from plugins.rendering.site_context import SiteContext
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer
from plugins.wording.language_names import language_name, languages_known, names_cached, own_name
from plugins.wording.messages import Unreadable, read

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


def read_all(settings: Settings) -> None:
    """Read closed lists, static files, messages, and what languages are called; keep them."""
    region, caches = settings.site.region, settings.caches()
    closed_lists(settings.content, settings.vocabulary, settings.shown, [], region, caches)
    cache = cache_of_theme(settings)
    collect(settings.theme / "static", settings.site.is_portable, cache)
    named = {*languages_known(), *settings.languages}
    with suppress(Unreadable), names_cached(cache):
        for tag in settings.languages:
            read(settings.theme, tag, cache)
        for language in named:
            own_name(language)
            for tag in (*settings.languages, "en"):
                language_name(language, tag)


if __name__ == "__main__":
    try:
        settings = from_file(ROOT / "pelican.conf.py")
        compile_all(settings)
        read_all(settings)
    except (SettingsError, OSError):
        sys.exit(1)
