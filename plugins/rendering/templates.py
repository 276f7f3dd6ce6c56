"""The templates' environment: autoescape on, undefined is an error, functions of one language."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import TemplateError

from plugins.catalogue.figures import Figure
from plugins.catalogue.model import Entry, Vocabularies
from plugins.catalogue.settings import Site
from plugins.catalogue.store import Store
from plugins.rendering import attributes, markup, urls
from plugins.rendering.assets import Assets
from plugins.rendering.attributes import mail_to
from plugins.rendering.frame import Frame
from plugins.rendering.images import Pictures
from plugins.rendering.jinja import TemplateEnvironment
from plugins.rendering.labels import Labels
from plugins.rendering.languages import Language
from plugins.rendering.page import Page
from plugins.rendering.plain_markup import is_rtl
from plugins.rendering.records import Asked, Question
from plugins.rendering.sources import Templates
from plugins.rendering.translated import translations
from plugins.rendering.urls import Address


@dataclass(frozen=True)
class World:
    """All that a page may show besides its view: the same for every page of a build.

    `paths` are those that texts may link to; without it they may link to any.
    """

    site: Site
    vocabularies: Vocabularies
    frame: Frame
    assets: Assets
    pictures: Pictures
    paths: frozenset[str] | None = None

    def path(self, target: Address | Entry) -> str:
        """The path of a page, from the root of its host."""
        address = target if isinstance(target, Address) else urls.of(target)
        return self.site.base + urls.path(address, self.site.addresses)

    def shown(self) -> tuple[object, ...]:
        """All of it that any page may show without asking."""
        return self.site, self.vocabularies, self.frame, self.assets.folder, list(self.assets.files)

    def answer(self, kind: str, name: str) -> object:
        """What a page may ask for: whether there is a path, or a picture in its sizes.

        Most pages ask for few, so it is kept what each was answered; then a new picture or page
        concerns only those that asked for it.
        """
        if kind == "picture":
            return self.pictures.get(name)
        return self.paths is None or name in self.paths


class Renderer:
    """Renders pages of one language. Has no state but templates and what a page asks.

    `environment` is Jinja's, for those who render less than a page: the tests of components.
    """

    def __init__(
        self, templates: Path, world: World, language: Language, store: Store | None = None
    ) -> None:
        """`templates` is the theme's folder of templates; compiled they are kept in `store`."""
        self._world = world
        self._language = language
        self._templates = Templates(templates)
        self._asked: dict[Question, object] = {}
        self.environment = TemplateEnvironment(self._templates, lambda: self._asked, store)
        self.environment.globals |= {
            **_functions(world, language, self._answer),
            **language.functions(),
            "site": world.site,
            "frame": world.frame,
            "language": language.tag,
        }

    def version(self, template: str) -> tuple[str, bytes]:
        """What makes a page of a view: the language, and the template with all that it uses."""
        return self._language.tag, self._templates.version(template)

    def prepare(self, templates: Iterable[str]) -> None:
        """Compile these templates and all that they use, so that processes need not each."""
        used = {part for name in templates for part in self._templates.used(name)}
        for name in sorted(used):
            if not name.endswith(".html"):
                continue
            with suppress(TemplateError):  # the pages that it is for will say so
                self.environment.get_template(name)

    def render(self, page: Page) -> tuple[bytes, Asked]:
        """The page's HTML, and what it asked of the world.

        Raises `jinja2.UndefinedError` for a name its view does not have.
        """
        self._asked = {}
        template = self.environment.get_template(page.template)
        fields = page.view.__dataclass_fields__
        view = {name: getattr(page.view, name) for name in fields}
        here = self._world.path(page.address)
        html = _tidy(template.render(**view, address=page.address, here=here))
        return html.encode(), tuple(self._asked.items())

    def _answer(self, kind: str, name: str) -> object:
        answer = self._asked[kind, name] = self._world.answer(kind, name)
        return answer


def _functions(
    world: World, language: Language, answer: Callable[[str, str], object]
) -> Mapping[str, object]:
    """What every template may call. All of them are pure: same arguments, same text."""
    site, labels = world.site, Labels(world.vocabularies, language)

    def absolute_url(target: Address | Entry) -> str:
        return site.url + world.path(target).removeprefix(site.base)

    def section(name: str, key: str = "") -> str:
        return world.path(Address(name, key))

    def asset(name: str) -> str:
        return site.base + world.assets.path(name)

    def source_path(path: str) -> str:
        return site.base + path

    def mail_about(subject: str, about: str = "") -> str:
        """A mail to the office, filled in with what it is about."""
        return mail_to(site.office.email, subject, about)

    def prose(text: str, figures: Mapping[str, Figure] | None = None) -> str:
        written = {name: language.figure(value) for name, value in (figures or {}).items()}
        figures_written = written if figures is not None else None
        return markup.html(text, site.base, figures_written, partial(answer, "path"))

    return {
        **labels.functions(),
        **attributes.functions(),
        "url": world.path,
        "absolute_url": absolute_url,
        "section": section,
        "asset": asset,
        "picture": partial(answer, "picture"),
        "source_path": source_path,
        "mail_about": mail_about,
        "prose": prose,
        "translations": translations,
        "site_name_parts": site_name_parts(site),
        "is_rtl": is_rtl,
    }


def site_name_parts(site: Site) -> tuple[str, str]:
    """The site's name, and the city when the name ends with it: the header sets it apart."""
    name = site.name.removesuffix(site.city).rstrip()
    return (name, site.city) if name and name != site.name else (site.name, "")


_BLANK = re.compile(r"\n\s*\n+")
_PRE = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)


def _tidy(html: str) -> str:
    """Without the blank lines that template logic leaves behind; code keeps its own."""
    parts = _PRE.split(html)
    return "".join(part if i % 2 else _BLANK.sub("\n", part) for i, part in enumerate(parts))
