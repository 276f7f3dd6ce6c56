"""The templates' environment: autoescape on, undefined is an error, functions of one language."""

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined

from plugins.catalogue.figures import Figure
from plugins.catalogue.model import Entry, Vocabularies
from plugins.catalogue.settings import Settings
from plugins.rendering import attributes, markup, urls
from plugins.rendering.assets import Assets
from plugins.rendering.attributes import mail_to
from plugins.rendering.frame import Frame
from plugins.rendering.images import Pictures
from plugins.rendering.labels import Labels
from plugins.rendering.languages import Language
from plugins.rendering.page import Page
from plugins.rendering.translated import translations
from plugins.rendering.urls import Address


@dataclass(frozen=True)
class World:
    """All that a page may show besides its view: the same for every page of a build.

    `paths` are those that texts may link to; without it they may link to any.
    """

    settings: Settings
    vocabularies: Vocabularies
    frame: Frame
    assets: Assets
    pictures: Pictures
    paths: frozenset[str] | None = None

    def path(self, target: Address | Entry) -> str:
        """The path of a page, from the root of its host."""
        address = target if isinstance(target, Address) else urls.of(target)
        return self.settings.base + urls.path(address, self.settings.addresses)


class Renderer:
    """Renders pages of one language. Has no state but compiled templates.

    `environment` is Jinja's, for those who render less than a page: the tests of components.
    """

    def __init__(self, templates: Path, world: World, language: Language) -> None:
        """`templates` is the theme's folder of templates."""
        self._world = world
        self._language = language
        self.environment = _environment(FileSystemLoader(templates))
        self.environment.globals |= {
            **_functions(world, language),
            **language.functions(),
            "site": world.settings,
            "frame": world.frame,
            "language": language.tag,
        }

    def render(self, page: Page) -> bytes:
        """The page's HTML. Raises `jinja2.UndefinedError` for a name its view does not have."""
        template = self.environment.get_template(page.template)
        fields = page.view.__dataclass_fields__
        view = {name: getattr(page.view, name) for name in fields}
        here = self._world.path(page.address)
        return _tidy(template.render(**view, address=page.address, here=here)).encode()


class _Environment(Environment):
    """Hands its globals to templates as they are.

    Jinja would lay an empty mapping over them for each template, and copy the two item by item
    for each page: a sixth of the time of a build.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


def _environment(loader: BaseLoader) -> Environment:
    environment = _Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return environment


def _functions(world: World, language: Language) -> Mapping[str, object]:
    """What every template may call. All of them are pure: same arguments, same text."""
    settings, labels = world.settings, Labels(world.vocabularies, language)

    def absolute_url(target: Address | Entry) -> str:
        return settings.url + world.path(target).removeprefix(settings.base)

    def section(name: str, key: str = "") -> str:
        return world.path(Address(name, key))

    def asset(name: str) -> str:
        return settings.base + world.assets.path(name)

    def source_path(path: str) -> str:
        return settings.base + path

    def mail_about(subject: str, about: str = "") -> str:
        """A mail to the office, filled in with what it is about."""
        return mail_to(settings.office.email, subject, about)

    def prose(text: str, figures: Mapping[str, Figure] | None = None) -> str:
        written = {name: language.figure(value) for name, value in (figures or {}).items()}
        figures_written = written if figures is not None else None
        return markup.html(text, settings.base, figures_written, world.paths)

    return {
        **labels.functions(),
        **attributes.functions(),
        "url": world.path,
        "absolute_url": absolute_url,
        "section": section,
        "asset": asset,
        "picture": world.pictures.get,
        "source_path": source_path,
        "mail_about": mail_about,
        "prose": prose,
        "translations": translations,
        "site_name_parts": site_name_parts(settings),
        "is_rtl": markup.is_rtl,
    }


def site_name_parts(settings: Settings) -> tuple[str, str]:
    """The site's name, and the city when the name ends with it: the header sets it apart."""
    name = settings.name.removesuffix(settings.city).rstrip()
    return (name, settings.city) if name and name != settings.name else (settings.name, "")


_BLANK = re.compile(r"\n\s*\n+")
_PRE = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)


def _tidy(html: str) -> str:
    """Without the blank lines that template logic leaves behind; code keeps its own."""
    parts = _PRE.split(html)
    return "".join(part if i % 2 else _BLANK.sub("\n", part) for i, part in enumerate(parts))
