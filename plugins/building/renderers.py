"""What renders the pages of a site: one renderer a language. The pages are planned elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from plugins.building import offline
from plugins.catalogue.cache import PLUGINS, Cache, running
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.catalogue.vocabularies import without_search_words
from plugins.rendering import assets, jinja
from plugins.rendering.frame import frame
from plugins.rendering.jinja import Compiled
from plugins.rendering.pictures import Pictures
from plugins.rendering.site_context import SiteContext
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer
from plugins.wording import messages

CODE = running(PLUGINS)
"""A digest of the code that runs: what it made before, it would make again."""


def cache_of_theme(settings: Settings) -> Cache | None:
    """Where is kept what the theme says and brings: messages, static files, names of languages."""
    caches = settings.caches()
    return caches.lasting("theme", CODE) if caches else None


def contexts_of(
    catalogues: Mapping[str, Catalogue],
    settings: Settings,
    pictures: Pictures,
    cache: Cache | None = None,
    paths: frozenset[str] | None = None,
) -> Mapping[str, SiteContext]:
    """What pages may show in each language; `catalogues` has the catalogue in each.

    `paths` are those that texts may link to; without it they may link to any.
    """
    own = catalogues[SITE_LANGUAGE]
    context = SiteContext(
        site=settings.site,
        vocabularies=without_search_words(own.vocabularies),
        frame=frame(own),
        assets=assets.collect(settings.theme / "static", settings.site.is_portable, cache),
        pictures=pictures,
        paths=paths,
        messages={tag: messages.read(settings.theme, tag, cache) for tag in catalogues},
    )
    more = offline.files(context, settings.theme / "worker")
    context = replace(context, at_root=more)
    return {tag: _in_language(context, tag, catalogue) for tag, catalogue in catalogues.items()}


def _in_language(context: SiteContext, tag: str, catalogue: Catalogue) -> SiteContext:
    """The same for the pages of another language."""
    site = context.site.in_language(tag)
    return replace(context, site=site, frame=frame(catalogue), language=tag)


def renderers_of(
    contexts: Mapping[str, SiteContext], settings: Settings, more: Iterable[Path] = ()
) -> Mapping[str, Renderer]:
    """One for each language. They share the templates; `more` are folders of others."""
    cache = jinja.compiled_cache(settings)
    templates = Templates(settings.theme / "templates", *more, cache=cache)
    compiled = Compiled(cache)
    return {tag: Renderer(templates, context, compiled) for tag, context in contexts.items()}
