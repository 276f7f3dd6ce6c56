"""The templates' environment: autoescape on, undefined is an error, functions of one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from plugins.catalogue.figures import Figure
from plugins.catalogue.model import Entry, Vocabularies
from plugins.catalogue.settings import Settings
from plugins.catalogue.text import fold
from plugins.rendering import markup, urls
from plugins.rendering.assets import Assets
from plugins.rendering.frame import Frame
from plugins.rendering.images import Picture, Pictures
from plugins.rendering.languages import Language
from plugins.rendering.page import Page
from plugins.rendering.urls import Address

I18N: type[Extension] | str = "jinja2.ext.i18n"


@dataclass(frozen=True)
class World:
    """All that a page may show besides its view: the same for every page of a build."""

    settings: Settings
    vocabularies: Vocabularies
    frame: Frame
    assets: Assets
    pictures: Pictures

    def path(self, target: Address | Entry) -> str:
        """The path of a page, from the root of its host."""
        address = target if isinstance(target, Address) else urls.of(target)
        return self.settings.base + urls.path(address, self.settings.addresses)


class Renderer:
    """Renders pages of one language. Has no state but compiled templates."""

    def __init__(self, templates: Path, world: World, language: Language) -> None:
        """`templates` is the theme's folder of templates."""
        self._world = world
        self._language = language
        self._environment = _environment(FileSystemLoader(templates))
        self._environment.globals |= {
            **_functions(world, language),
            **language.functions(),
            "site": world.settings,
            "frame": world.frame,
            "language": language.tag,
        }

    def render(self, page: Page) -> bytes:
        """The page's HTML. Raises `jinja2.UndefinedError` for a name its view does not have."""
        template = self._environment.get_template(page.template)
        fields = page.view.__dataclass_fields__
        view = {name: getattr(page.view, name) for name in fields}
        here = self._world.path(page.address)
        return _tidy(template.render(**view, address=page.address, here=here)).encode()


def _environment(loader: BaseLoader) -> Environment:
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=[I18N, "jinja2.ext.do"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return environment


def _functions(world: World, language: Language) -> Mapping[str, object]:
    """What every template may call. All of them are pure: same arguments, same text."""
    settings = world.settings

    def url(target: Address | Entry) -> str:
        return world.path(target)

    def absolute_url(target: Address | Entry) -> str:
        return settings.url + urls.path(
            target if isinstance(target, Address) else urls.of(target), settings.addresses
        )

    def section(name: str) -> str:
        return world.path(Address(name))

    def asset(name: str) -> str:
        return settings.base + world.assets.path(name)

    def picture(name: str) -> Picture | None:
        return world.pictures.get(name)

    def source_path(path: str) -> str:
        return settings.base + path

    def label(vocabulary: str, term: str) -> str:
        known = world.vocabularies.get(vocabulary, {}).get(term)
        return known.label_in(language.tag) if known else term

    def icon_name(vocabulary: str, term: str) -> str:
        known = world.vocabularies.get(vocabulary, {}).get(term)
        return known.icon if known else ""

    def prose(text: str, figures: Mapping[str, Figure] | None = None) -> str:
        written = {name: language.figure(value) for name, value in (figures or {}).items()}
        return markup.html(text, settings.base, written if figures is not None else None)

    return {
        "url": url,
        "absolute_url": absolute_url,
        "section": section,
        "asset": asset,
        "picture": picture,
        "source_path": source_path,
        "label": label,
        "icon_name": icon_name,
        "prose": prose,
        "fold": fold,
        "is_rtl": markup.is_rtl,
    }


_BLANK = re.compile(r"\n\s*\n+")
_PRE = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)


def _tidy(html: str) -> str:
    """Without the blank lines that template logic leaves behind; code keeps its own."""
    parts = _PRE.split(html)
    return "".join(part if i % 2 else _BLANK.sub("\n", part) for i, part in enumerate(parts))
