"""One build, from the content folder to the finished site, in its steps."""

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from plugins.catalogue.link import Catalogue, pictures_of
from plugins.catalogue.processes import Step
from plugins.catalogue.settings import Settings
from plugins.catalogue.store import running
from plugins.rendering import assets, engine, images, languages, urls
from plugins.rendering.frame import frame
from plugins.rendering.languages import Language
from plugins.rendering.outcome import Built
from plugins.rendering.page import Output
from plugins.rendering.templates import Renderer, World

PLUGINS = Path(__file__).resolve().parents[1]

Planner = Callable[[Catalogue, date], Iterable[Output]]


def planners(plugins: Sequence[str]) -> tuple[Planner, ...]:
    """The function `pages` of every plugin that has one, in the order of PLUGINS."""
    modules = [importlib.import_module(name) for name in plugins]
    return tuple(module.pages for module in modules if hasattr(module, "pages"))


def plan(catalogue: Catalogue, today: date, pages: Iterable[Planner]) -> Iterator[Output]:
    """The whole site as a list of values, before anything is written."""
    for planner in pages:
        yield from planner(catalogue, today)


def build(
    catalogue: Catalogue,
    settings: Settings,
    pages: Iterable[Planner],
    processes: int = 1,
    step: Step | None = None,
) -> tuple[Built, tuple[str, ...]]:
    """Render the plan into the output folder; also the names of pictures that are unreadable."""
    photos, logos = _pictures_named(catalogue)
    pictures = images.prepare(settings.content / "images", photos, logos, settings.cache)
    outputs = tuple(plan(catalogue, settings.today, pages))
    world = World(
        site=settings.site,
        vocabularies=catalogue.vocabularies,
        frame=frame(catalogue),
        assets=assets.collect(settings.theme / "static"),
        pictures=pictures,
        paths=frozenset(_paths(catalogue, outputs, settings)),
    )
    memory = settings.memory()
    code = running(PLUGINS)
    compiled = memory.store("templates", code) if memory else None
    records = memory.store_of("pages", settings.output, code) if memory else None
    renderer = Renderer(settings.theme / "templates", world, Language("de"), compiled)
    with languages.names_kept(compiled):
        built = engine.build(outputs, world, renderer, settings.output, processes, records, step)
    return built, pictures.unreadable


def _paths(catalogue: Catalogue, outputs: Iterable[Output], settings: Settings) -> Iterator[str]:
    """Every path of the site, and the places on pages that entries stand at."""
    for address in (*(o.address for o in outputs), *(urls.of(e) for e in catalogue.entries)):
        yield urls.path(address, settings.site.addresses)


def _pictures_named(catalogue: Catalogue) -> tuple[set[str], set[str]]:
    """The pictures that entries name: photographs, and those that are logos only."""
    named = [pair for entry in catalogue.entries for pair in pictures_of(entry)]
    photos = {file for field, file in named if field != "logo"}
    return photos, {file for _, file in named} - photos
