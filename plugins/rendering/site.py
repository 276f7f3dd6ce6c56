"""One build, from the content folder to the finished site, in its steps."""

import importlib
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue, pictures_of
from plugins.catalogue.processes import Step
from plugins.catalogue.said import in_language
from plugins.catalogue.settings import Settings
from plugins.catalogue.store import Memory, Store, running
from plugins.rendering import assets, engine, images, jinja, language_names, urls
from plugins.rendering.frame import frame
from plugins.rendering.groups import Groups, Planned
from plugins.rendering.images import Pictures
from plugins.rendering.inventory import inventory
from plugins.rendering.jinja import Compiled
from plugins.rendering.outcome import Built
from plugins.rendering.plans import Planner, plans
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer, World
from plugins.rendering.withheld import with_withheld
from plugins.wording import messages

PLUGINS = Path(__file__).resolve().parents[1]
DECODING = PLUGINS / "validation" / "decoding"


def planners(plugins: Sequence[str]) -> tuple[Planner, ...]:
    """The function `pages` of every plugin that has one, in the order of PLUGINS."""
    modules = [importlib.import_module(name) for name in plugins]
    return tuple(module.pages for module in modules if hasattr(module, "pages"))


def build(
    catalogue: Catalogue,
    settings: Settings,
    pages: Iterable[Planner],
    processes: int = 1,
    step: Step | None = None,
    left_out: int = 0,
) -> tuple[Built, tuple[str, ...]]:
    """Render the plan into the output folder; also the names of pictures that are unreadable.

    `left_out` is how many files with errors the catalogue is without.
    """
    memory, code = settings.memory(), running(PLUGINS)
    pictures = pictures_of_site(catalogue, settings, memory)
    said = {tag: in_language(catalogue, tag) for tag in settings.languages}
    groups = Groups(_groups_kept(memory, settings, catalogue))
    parts = plans(said, settings.today, pages)
    planned = {tag: tuple(groups.planned(some)) for tag, some in parts.items()}
    planned = dict(with_withheld(planned, catalogue, settings.site.addresses))
    compiled = memory.store("templates", code) if memory else None
    paths = frozenset(_paths(catalogue, planned[SITE_LANGUAGE], settings))
    worlds = worlds_of(said, settings, pictures, compiled, paths)
    world = worlds[SITE_LANGUAGE]
    records = memory.store_of("pages", settings.output, code) if memory else None
    renderers = renderers_of(worlds, settings.theme, jinja.store(settings))
    shown = inventory(catalogue, left_out + len(pictures.unreadable))
    outputs = chain(*planned.values(), (shown,))
    with language_names.names_kept(compiled):
        built = engine.build(
            outputs,
            world,
            renderers,
            settings.output,
            processes,
            records,
            step,
            groups.fingerprints,
        )
    groups.keep()
    return built, pictures.unreadable


def _groups_kept(memory: Memory | None, settings: Settings, catalogue: Catalogue) -> Store | None:
    """Where plans of groups are kept: made by the same code, of entries that mean the same."""
    if memory is None:
        return None
    given = pickle.dumps((catalogue.vocabularies, settings.site), protocol=5)
    return memory.store_of("plans", settings.output, running(PLUGINS), given)


def pictures_of_site(catalogue: Catalogue, settings: Settings, memory: Memory | None) -> Pictures:
    """The pictures that entries name, in their sizes; made where they are not kept."""
    photos, logos = _pictures_named(catalogue)
    sizes = memory.store("images", images.VERSION, running(DECODING)) if memory else None
    return images.prepare(catalogue.pictures, settings.content / "images", photos, logos, sizes)


def worlds_of(
    said: Mapping[str, Catalogue],
    settings: Settings,
    pictures: Pictures,
    compiled: Store | None = None,
    paths: frozenset[str] | None = None,
) -> Mapping[str, World]:
    """What pages may show in each language; `said` is the catalogue in each.

    `paths` are those that texts may link to; without it they may link to any.
    """
    world = World(
        site=settings.site,
        vocabularies=said[SITE_LANGUAGE].vocabularies,
        frame=frame(said[SITE_LANGUAGE]),
        assets=assets.collect(settings.theme / "static"),
        pictures=pictures,
        paths=paths,
        messages={tag: messages.read(settings.theme, tag, compiled) for tag in said},
    )
    return {tag: _in_language(world, tag, catalogue) for tag, catalogue in said.items()}


def _in_language(world: World, tag: str, catalogue: Catalogue) -> World:
    """The same world for the pages of another language."""
    site = world.site.in_language(tag)
    return replace(world, site=site, frame=frame(catalogue), language=tag)


def renderers_of(
    worlds: Mapping[str, World], theme: Path, store: Store | None = None, more: Iterable[Path] = ()
) -> Mapping[str, Renderer]:
    """One for each language. They share the templates; `more` are folders of others."""
    templates = Templates(theme / "templates", *more, store=store)
    compiled = Compiled(store)
    return {tag: Renderer(templates, world, compiled) for tag, world in worlds.items()}


def _paths(catalogue: Catalogue, outputs: Iterable[Planned], settings: Settings) -> Iterator[str]:
    """Every path of the site, and the places on pages that entries stand at."""
    for address in (*(o.address for o in outputs), *(urls.of(e) for e in catalogue.entries)):
        yield urls.path(address, settings.site.addresses)


def _pictures_named(catalogue: Catalogue) -> tuple[set[str], set[str]]:
    """The pictures that entries name: photographs, and those that are logos only."""
    named = [pair for entry in catalogue.entries for pair in pictures_of(entry)]
    photos = {file for field, file in named if field != "logo"}
    return photos, {file for _, file in named} - photos
