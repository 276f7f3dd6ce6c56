"""Pages of the site made one at a time, as a build would make them."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock

from markupsafe import Markup

from plugins.building.images import pictures_of_site
from plugins.building.renderers import cache_of_theme, contexts_of, renderers_of
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.catalogue.translation import in_language
from plugins.rendering.page import Page
from plugins.rendering.pictures import Picture, Pictures, Variant
from plugins.rendering.urls import Address
from plugins.validation.decoding.verdicts import decoded

NOTHING = Markup("")
NO_PICTURES: Mapping[str, Picture] = {}


def one_size(path: str, width: int, height: int) -> Picture:
    """A picture that is there in one size only."""
    return Picture(width, height, (Variant(path, width, height),), ())


class Pages:
    """Makes pages of the site with the entries of `catalogue`, in each of its languages.

    Links, style sheets and scripts are those of the built site. One page is made at a time,
    whichever thread asks.
    """

    def __init__(
        self, settings: Settings, catalogue: Catalogue, templates: Iterable[Path] = ()
    ) -> None:
        """There are more `templates` in other folders, for pages that the site has not.

        Raises `Unreadable` when the messages of a language are spoilt.
        """
        caches = settings.caches()
        catalogues = {tag: in_language(catalogue, tag) for tag in settings.languages}
        pictures = decoded(catalogue.pictures, settings.content / "images", caches)
        kept = pictures_of_site(replace(catalogue, pictures=pictures), settings)
        self._more: dict[str, Picture] = {}
        shown = Pictures(ChainMap(self._more, dict(kept.by_name)), kept.files, kept.unreadable)
        site = contexts_of(catalogues, settings, shown, cache_of_theme(settings))
        self._renderers = renderers_of(site, settings, templates)
        self._base, self._files = settings.site.base, kept.files
        assets = site[SITE_LANGUAGE].assets
        self._static = {assets.path(name): data for name, data in assets.files.items()}
        self._lock = Lock()

    def file(self, path: str) -> bytes | None:
        """What is at the path of a style sheet, a script or a picture; `None` for anything else."""
        name = path.removeprefix(self._base)
        made = self._files.get(name)
        return made() if made else self._static.get(name)

    def html(
        self,
        page: Page,
        language: str = SITE_LANGUAGE,
        above: Markup = NOTHING,
        pictures: Mapping[str, Picture] = NO_PICTURES,
    ) -> bytes:
        """The page with what stands above it; `pictures` are there besides those of the site.

        Raises `KeyError` for a language that the site does not speak.
        """
        renderer = self._renderers[language]
        with self._lock:
            self._more.update(pictures)
            try:
                return renderer.render(page, above=above)[0]
            finally:
                self._more.clear()

    def path(self, address: Address, language: str = SITE_LANGUAGE) -> str:
        """Where a page is, from the root of its host."""
        return self._renderers[language].context.path(address)

    def part(self, language: str, template: str, name: str, *arguments: object) -> Markup:
        """What the component `name` of a template gives in a language: a part of a page."""
        environment = self._renderers[language].environment
        with self._lock:
            environment.take_turn()
            return environment.component(template, name)(*arguments)
