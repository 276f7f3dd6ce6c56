"""One build, from the content folder to the finished site, in its steps."""

import importlib
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.building import engine, images
from plugins.building.inventory import inventory
from plugins.building.outcome import Built
from plugins.building.planning import Planned, Planner, Planning, plans
from plugins.building.withheld import with_withheld
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue, pictures_of
from plugins.catalogue.model import Entry
from plugins.catalogue.processes import Step
from plugins.catalogue.said import in_language
from plugins.catalogue.settings import Settings
from plugins.catalogue.store import Memory, Store, running
from plugins.rendering import assets, jinja, urls
from plugins.rendering.chunked import each, flat
from plugins.rendering.frame import frame
from plugins.rendering.jinja import Compiled
from plugins.rendering.pictures import Pictures
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer, World
from plugins.wording import language_names, messages

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
    planners, memory, code = tuple(pages), settings.memory(), running(PLUGINS)
    kept = memory if all(map(_is_ours, planners)) else None
    said = {tag: in_language(catalogue, tag) for tag in settings.languages}
    planning = Planning(settings.site.addresses, _plans_kept(kept, settings, catalogue))
    pictures = pictures_of_site(catalogue, settings, memory, planning)
    planned = with_withheld(plans(said, settings.today, planners, planning), catalogue, planning)
    compiled = memory.store("templates", code) if memory else None
    paths = frozenset(_paths(catalogue, planned[SITE_LANGUAGE], settings))
    worlds = worlds_of(said, settings, pictures, compiled, paths)
    records = kept.store_of("pages", settings.output, code) if kept else None
    renderers = renderers_of(worlds, settings.theme, jinja.store(settings))
    shown = inventory(catalogue, left_out + len(pictures.unreadable))
    all_plans = {**planned, SITE_LANGUAGE: (*planned[SITE_LANGUAGE], *planning.planned((shown,)))}
    with language_names.names_kept(compiled):
        world = worlds[SITE_LANGUAGE]
        built = engine.build(all_plans, world, renderers, settings.output, processes, records, step)
    planning.keep()
    return built, pictures.unreadable


def _is_ours(planner: Planner) -> bool:
    """Whether `running` knows its code: other code may be another at the next build."""
    return planner.__module__.startswith("plugins.")


def _plans_kept(memory: Memory | None, settings: Settings, catalogue: Catalogue) -> Store | None:
    """Where plans are kept: made by the same code, of entries that mean the same."""
    if memory is None:
        return None
    given = pickle.dumps((catalogue.vocabularies, settings.site), protocol=5)
    return memory.store_of("plans", settings.output, running(PLUGINS), given)


def pictures_of_site(
    catalogue: Catalogue,
    settings: Settings,
    memory: Memory | None,
    planning: Planning | None = None,
) -> Pictures:
    """The pictures that entries name, in their sizes; made where they are not kept."""
    photos, logos = _pictures_named(catalogue, planning or Planning({}))
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


def _paths(catalogue: Catalogue, plan: Iterable[Planned], settings: Settings) -> Iterator[str]:
    """Every path of the site, and the places on pages that entries stand at."""
    for one in plan:
        yield "/" + one.outline.file.removesuffix("index.html")
    for programme in catalogue.funding:
        yield urls.path(urls.of(programme), settings.site.addresses)


def _pictures_named(catalogue: Catalogue, planning: Planning) -> tuple[set[str], set[str]]:
    """The pictures that entries name: photographs, and those that are logos only."""
    each_kind = (each(_pictures_of, kind, catalogue=catalogue) for kind in KIND_ATTRIBUTES)
    known = planning.fingerprints.value
    named = [pair for chunk in flat(each_kind) for pairs in known(chunk) for pair in pairs]
    photos = {file for field, file in named if field != "logo"}
    return photos, {file for _, file in named} - photos


def _pictures_of(_: Catalogue, entry: Entry) -> tuple[tuple[str, str], ...]:
    return tuple(pictures_of(entry))
