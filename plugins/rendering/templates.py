"""The templates' environment: autoescape on, undefined is an error, functions of one language."""

import re
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined

from plugins.catalogue.figures import Figure
from plugins.catalogue.model import Entry, Location, Vocabularies
from plugins.catalogue.occurrences import Occurrence
from plugins.catalogue.settings import Settings
from plugins.rendering import markup, urls
from plugins.rendering.assets import Assets
from plugins.rendering.frame import Frame
from plugins.rendering.images import Picture, Pictures
from plugins.rendering.languages import Language, own_name
from plugins.rendering.page import Page
from plugins.rendering.translated import translations
from plugins.rendering.urls import Address

FACET_VOCABULARIES = {"topic": "topics", "district": "districts", "audience": "audiences"}
"""The closed lists behind the choices of the directory; languages have none."""

HUES = 8
"""How many colours for topics the theme has."""


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
    settings = world.settings

    def url(target: Address | Entry) -> str:
        return world.path(target)

    def absolute_url(target: Address | Entry) -> str:
        return settings.url + urls.path(
            target if isinstance(target, Address) else urls.of(target), settings.addresses
        )

    def section(name: str, key: str = "") -> str:
        return world.path(Address(name, key))

    def asset(name: str) -> str:
        return settings.base + world.assets.path(name)

    def picture(name: str) -> Picture | None:
        return world.pictures.get(name)

    def source_path(path: str) -> str:
        return settings.base + path

    def label(vocabulary: str, term: str) -> str:
        known = world.vocabularies.get(vocabulary, {}).get(term)
        return known.label_in(language.tag) if known else term

    def facet_value(facet: str, value: str) -> str:
        """What a choice of the directory is called: »Musik«, »Türkisch«, »Weststadt«."""
        if facet == "language":
            return language.language_name(value)
        return label(FACET_VOCABULARIES[facet], value)

    def icon_name(vocabulary: str, term: str) -> str:
        known = world.vocabularies.get(vocabulary, {}).get(term)
        return known.icon if known else ""

    def hue(topics: Sequence[str]) -> str:
        """The colour of the first topic: its place in the list, from 1 to 8, round and round."""
        known = list(world.vocabularies.get("topics", {}))
        return str(known.index(topics[0]) % HUES + 1) if topics and topics[0] in known else "0"

    def words(vocabulary: str, term: str) -> str:
        """By which words people look for a term; the search in the browser folds them."""
        known = world.vocabularies.get(vocabulary, {}).get(term)
        return " ".join(dict.fromkeys(known.words)) if known else ""

    def facet_words(facet: str, value: str) -> str:
        """The same for a choice of the directory; a language is found by its own name as well."""
        if facet == "language":
            return f"{own_name(value)} {Language('en').language_name(value)}"
        return words(FACET_VOCABULARIES[facet], value)

    def mail_about(subject: str, about: str = "") -> str:
        """A mail to the office, filled in with what it is about."""
        return mail_to(settings.office.email, subject, about)

    def prose(text: str, figures: Mapping[str, Figure] | None = None) -> str:
        written = {name: language.figure(value) for name, value in (figures or {}).items()}
        figures_written = written if figures is not None else None
        return markup.html(text, settings.base, figures_written, world.paths)

    return {
        "url": url,
        "absolute_url": absolute_url,
        "section": section,
        "asset": asset,
        "picture": picture,
        "source_path": source_path,
        "label": label,
        "facet_value": facet_value,
        "facet_words": facet_words,
        "icon_name": icon_name,
        "translations": translations,
        "map_address": map_address,
        "prose": prose,
        "hue": hue,
        "words": words,
        "mail_about": mail_about,
        "mail_to": mail_to,
        "is_mail": is_mail,
        "phone_uri": phone_uri,
        "site_name_parts": site_name_parts(settings),
        "monogram": monogram,
        "iso": iso,
        "last_moment": last_moment,
        "host_of": host_of,
        "is_rtl": markup.is_rtl,
    }


def monogram(name: str) -> str:
    """One or two letters that stand for a name where there is no logo."""
    initials = [word[0] for word in re.findall(r"\w+", name) if word[0].isupper()]
    return "".join(initials[:2]) or name[:1].upper()


def mail_to(address: str, subject: str = "", about: str = "") -> str:
    """A link that opens a mail; its subject says what it is about."""
    filled = f"{subject}: {about}" if subject and about else subject
    return f"mailto:{quote(address, safe='@')}" + (f"?subject={quote(filled)}" if filled else "")


def is_mail(text: str) -> bool:
    """Whether a text is a mail address and nothing else."""
    return re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", text) is not None


def phone_uri(shown: str) -> str:
    """A link that dials a number as it is written: »030 23125 100«."""
    return "tel:" + re.sub(r"[^+0-9]", "", shown)


def map_address(location: Location) -> str:
    """Where OpenStreetMap shows a point."""
    latitude, longitude = location.latitude, location.longitude
    marked = f"mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
    return f"https://www.openstreetmap.org/?{marked}"


def site_name_parts(settings: Settings) -> tuple[str, str]:
    """The site's name, and the city when the name ends with it: the header sets it apart."""
    name = settings.name.removesuffix(settings.city).rstrip()
    return (name, settings.city) if name and name != settings.name else (settings.name, "")


def iso(moment: date) -> str:
    """A day or a time for the attribute `datetime`: 2026-12-01, 2026-12-01T19:30."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else str(moment)


def last_moment(occurrence: Occurrence) -> str:
    """For the attribute `data-until`: when an occurrence is over."""
    if occurrence.all_day or occurrence.end == occurrence.start:
        return iso(occurrence.last_day)
    return iso(occurrence.end)


def host_of(address: str) -> str:
    """What of a web address is worth reading: »chor.example.org«."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


_BLANK = re.compile(r"\n\s*\n+")
_PRE = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)


def _tidy(html: str) -> str:
    """Without the blank lines that template logic leaves behind; code keeps its own."""
    parts = _PRE.split(html)
    return "".join(part if i % 2 else _BLANK.sub("\n", part) for i, part in enumerate(parts))
