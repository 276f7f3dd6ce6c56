"""The road of a build: read, check, plan, render, write; the same in Pelican's run or without."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from plugins.building import engine, entry_previews, failure, outcome, sitemap
from plugins.building.folder import ForeignFolder
from plugins.building.images import pictures_of_site
from plugins.building.inventory import inventory
from plugins.building.outcome import BuildRefused, Built, Result
from plugins.building.planning import Planned, Planner, Planning, cache_of_plans, planners_of, plans
from plugins.building.progress import Progress
from plugins.building.renderers import CODE, cache_of_theme, contexts_of, renderers_of
from plugins.building.withheld import with_withheld
from plugins.catalogue.cache import Cache
from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic, paths_with_errors
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.phones import numbers_cached
from plugins.catalogue.processes import OnProgress, WorkerDied, available
from plugins.catalogue.revisions import revised
from plugins.catalogue.settings import Settings, SettingsError
from plugins.catalogue.translation import in_language
from plugins.findings.show import print_findings
from plugins.rendering import urls
from plugins.validation.check import CheckResult, check
from plugins.wording import language_names
from plugins.wording.messages import Unreadable


def build(settings: Settings, progress: Progress) -> Result:
    """From the content folder to the finished site. Raises `BuildRefused`."""
    caches = settings.caches()
    with numbers_cached(caches.cache("phones", CODE) if caches else None):
        return write(settings, read(settings, progress), progress)


def read(settings: Settings, progress: Progress | None = None) -> CheckResult:
    """Read and check the content; what is found is printed. Raises `BuildRefused`."""
    checked = check(settings, _step("reading", settings, progress))
    print_findings(checked.diagnostics, settings, stream=sys.stderr)
    if checked.is_unread:
        raise BuildRefused("", exitcode=2)
    if settings.strict and checked.has_errors:
        raise BuildRefused(outcome.text("refused", settings), exitcode=1)
    return checked


def write(settings: Settings, checked: CheckResult, progress: Progress | None = None) -> Result:
    """Plan and render what was read, into the output folder. Raises `BuildRefused`."""
    left_out = tuple(sorted(paths_with_errors(checked.diagnostics)))
    catalogue, is_shallow = revised(checked.catalogue, settings)
    step = _step("writing", settings, progress)
    with _refusing(settings):
        ours = planners_of(settings.plugins)
        built, unreadable = render(catalogue, settings, ours, available(), step, len(left_out))
    return Result(
        findings=checked.diagnostics,
        unreadable=tuple(_unreadable(name, settings) for name in unreadable),
        left_out=left_out,
        entries=sum(1 for _ in checked.catalogue.entries),
        built=built,
        exitcode=2 if built.failed else int(bool(unreadable) and settings.strict),
        is_shallow=is_shallow,
        has_no_fonts=entry_previews.are_missing(settings),
    )


def render(
    catalogue: Catalogue,
    settings: Settings,
    planners: Iterable[Planner],
    processes: int = 1,
    step: OnProgress | None = None,
    left_out: int = 0,
) -> tuple[Built, tuple[str, ...]]:
    """Bring the output folder to what is planned; also the names of unreadable pictures.

    `left_out` is how many files with errors the catalogue is without.
    """
    theme = cache_of_theme(settings)
    with language_names.names_cached(theme):
        return _rendered(catalogue, settings, tuple(planners), processes, step, left_out, theme)


def _rendered(
    catalogue: Catalogue,
    settings: Settings,
    planners: Sequence[Planner],
    processes: int,
    step: OnProgress | None,
    left_out: int,
    theme: Cache | None,
) -> tuple[Built, tuple[str, ...]]:
    caches = settings.caches() if all(map(_is_ours, planners)) else None
    catalogues = {tag: in_language(catalogue, tag) for tag in settings.languages}
    planning = Planning(settings.site.addresses, cache_of_plans(caches, settings, catalogue, CODE))
    pictures = pictures_of_site(catalogue, settings, planning)
    found = plans(catalogues, settings.today, planners, planning)
    planned = with_withheld(found, catalogue, planning)
    own = planned[SITE_LANGUAGE]
    maps = sitemap.files((one.outline for one in own), settings.site)
    count = left_out + len(pictures.unreadable)
    listed = planning.planned((inventory(catalogue, count), *maps))
    planned = {**planned, SITE_LANGUAGE: (*own, *listed)}
    paths = frozenset(_paths(catalogue, own, settings))
    contexts = contexts_of(catalogues, settings, pictures, theme, paths)
    contexts = entry_previews.with_drawings(contexts, catalogues, settings)
    renderers = renderers_of(contexts, settings)
    records = caches.cache_of("pages", settings.output, CODE) if caches else None
    built = engine.build(planned, renderers, settings.output, processes, records, step)
    planning.save()
    return built, pictures.unreadable


def _is_ours(planner: Planner) -> bool:
    """Whether `running` knows its code: other code may be another at the next build."""
    return planner.__module__.startswith("plugins.")


def _paths(catalogue: Catalogue, plan: Iterable[Planned], settings: Settings) -> Iterator[str]:
    """Every path of the site, and the places on pages that entries stand at."""
    for one in plan:
        yield "/" + one.outline.file.removesuffix("index.html")
    for programme in catalogue.funding:
        yield urls.path(urls.of(programme), settings.site.addresses)


def _step(name: str, settings: Settings, progress: Progress | None) -> OnProgress | None:
    return progress.of(outcome.text(name, settings)) if progress else None


@contextmanager
def _refusing(settings: Settings) -> Iterator[None]:
    """What keeps a whole site from being written, as the one line that is said of it."""
    try:
        yield
    except SettingsError as error:
        raise BuildRefused(failure.of_settings(error), exitcode=2) from None
    except ForeignFolder as error:
        raise BuildRefused(outcome.text("foreign", settings, error), exitcode=2) from None
    except Unreadable as error:
        raise BuildRefused(outcome.text("messages", settings, error), exitcode=2) from None
    except OSError as error:
        raise BuildRefused(outcome.of_disk(error, settings), exitcode=2) from None
    except WorkerDied:
        raise BuildRefused(outcome.text("died", settings), exitcode=2) from None


def _unreadable(name: str, settings: Settings) -> Diagnostic:
    """A picture whose header was right but whose inside is not: the page does without it."""
    path = f"{settings.shown}/images/{name}"
    return diagnostic(path, Place(1, 1), "IMG-UNREADABLE", {"value": name})
