"""The templates' environment: autoescape on, undefined is an error, functions of one language."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from functools import cached_property, lru_cache, partial
from typing import NamedTuple, Protocol, cast

from jinja2 import TemplateError
from jinja2.nodes import Template
from markupsafe import Markup

from plugins.catalogue.figures import Figure
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import SITE_LANGUAGE, is_easy
from plugins.catalogue.model import Entry, FieldLanguages, Vocabularies
from plugins.catalogue.settings import Site
from plugins.catalogue.versions import VERSION
from plugins.rendering import attributes, markup, urls
from plugins.rendering.assets import Assets
from plugins.rendering.attributes import mail_to
from plugins.rendering.frame import Frame
from plugins.rendering.jinja import Compiled, TemplateEnvironment
from plugins.rendering.lookups import Find, Lookup, Lookups
from plugins.rendering.markup.plain_markup import is_rtl
from plugins.rendering.page import Page, View
from plugins.rendering.pictures import Pictures
from plugins.rendering.setting_texts import setting_texts
from plugins.rendering.sources import Templates
from plugins.rendering.translated import state, translations
from plugins.rendering.urls import Address
from plugins.wording.labels import Labels
from plugins.wording.language import Language
from plugins.wording.language_names import language_name
from plugins.wording.locales import direction
from plugins.wording.messages import GERMAN, Messages


class Version(NamedTuple):
    """A page in one language: its path from the root of its host."""

    language: str
    path: str


def alternates(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """What search engines are told: the page in each language, and the one for all others.

    Nothing where there is one language only.
    """
    return (*versions, versions[0]._replace(language="x-default")) if len(versions) > 1 else ()


class Card(Protocol):
    """What a page shows of an entry, and the language in which it is said."""

    @property
    def localised(self) -> FieldLanguages:
        """In which language which fields are said."""


@record(frozen=True)
class SiteContext(Frozen):
    """All that a page may show besides its view: the same for every page of one language.

    `paths` are those that texts may link to, without a language's folder; without it they may
    link to any. `messages` are those of every language. `found` remembers the paths of addresses.
    """

    site: Site
    vocabularies: Vocabularies
    frame: Frame
    assets: Assets
    pictures: Pictures
    paths: frozenset[str] | None = None
    language: str = SITE_LANGUAGE
    messages: Mapping[str, Messages] = field(default_factory=dict)
    found: dict[Address, str] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def base(self) -> str:
        """The path under which the site lives."""
        return self.site.base

    @property
    def folder(self) -> str:
        """Where the pages of this language are; empty for the site's own."""
        return urls.folder_of(self.language)

    def path(self, target: Address | Entry) -> str:
        """The path of a page in this language, from the root of its host."""
        return self.path_in(self.language, target)

    def versions(self, target: Address) -> tuple[Version, ...]:
        """The same page in each language; what exists once leads to the home pages instead."""
        same = Address("home") if target.name in urls.ONCE else target
        return tuple(Version(tag, self.path_in(tag, same)) for tag in self.site.languages)

    def path_in(self, language: str, target: Address | Entry) -> str:
        """The path of a page in any language, from the root of its host."""
        address = target if isinstance(target, Address) else urls.of(target)
        path = self.found.get(address)
        if path is None:
            path = self.found[address] = urls.path(address, self.site.addresses)
        folder = "" if address.name in urls.ONCE else urls.folder_of(language)
        return self.base + folder + path

    def shown(self) -> tuple[object, ...]:
        """All of it that any page may show without asking."""
        files = self.assets.folder, list(self.assets.files)
        return self.site, self.vocabularies, self.frame, files

    def find(self, kind: str, name: str) -> object:
        """What a page may look up: if there is a path, a picture's sizes, a message everywhere.

        Most pages look up little, so it is kept what each found; then a new picture or page
        concerns only those that looked it up.
        """
        if kind == "picture":
            return self.pictures.get(name)
        if kind == "message":
            return {tag: spoken.text("", name) for tag, spoken in self.messages.items()}
        return self.paths is None or name in self.paths


_NOTHING = Markup("")


class Renderer:
    """Renders pages of one language. Has no state but templates and the lookups of a page.

    `environment` is Jinja's, for those who render less than a page: the tests of components.
    """

    def __init__(
        self,
        templates: Templates,
        context: SiteContext,
        compiled: Compiled | None = None,
    ) -> None:
        """`compiled` is shared by the renderers of all languages."""
        language = Language(context.language)
        self.context = context
        self._messages = messages = context.messages.get(context.language, GERMAN)
        self._templates = templates
        self._lookups: dict[Lookup, object] = {}
        self._names: dict[type[View], tuple[str, ...]] = {}
        compiled = compiled or Compiled()
        self.environment = TemplateEnvironment(templates, lambda: self._lookups, messages, compiled)
        functions = {
            **_functions(context, language, self._find),
            **language.functions(),
            "site": context.site,
            "frame": context.frame,
            "language": language.tag,
            "program": f"Anlaufstelle {VERSION}",
            "plural_samples": language.plural_samples,
            "comma": language.comma,
            "colon": language.colon,
            "original_listing": Language(SITE_LANGUAGE).listing,
            "claim_lang": "" if context.language in context.site.claims else SITE_LANGUAGE,
        }
        self.environment.give(functions)

    def version(self, template: str) -> tuple[str, bytes, bytes]:
        """What makes a page of a view: the language, what the site says in it, the template."""
        return (
            self.context.language,
            self._messages.digest,
            self._templates.version(template, self._parse),
        )

    def prepare(self, templates: Iterable[str]) -> None:
        """Compile these templates and all that they use, so that processes need not each."""
        used = {part for name in templates for part in self._templates.used(name, self._parse)}
        for name in sorted(used):
            if not name.endswith(".html"):
                continue
            with suppress(TemplateError):  # the pages that it is for will say so
                self.environment.get_template(name)
        self._templates.keep()

    def _parse(self, source: str, name: str) -> Template:
        return self.environment.parse(source, name)

    def render(
        self, page: Page, view: View | None = None, above: Markup = _NOTHING
    ) -> tuple[bytes, Lookups]:
        """The page's HTML, and its lookups. Its `view` may be made already.

        What stands `above` makes it a page of the moment, which no search engine shall keep.
        Raises `jinja2.UndefinedError` for a name its view does not have.
        """
        self._lookups = {}
        self.environment.take_turn()
        template = self.environment.get_template(page.template)
        shown = view or page.view
        fields = {name: getattr(shown, name) for name in self._names_in(type(shown))}
        here, versions = self.context.path(page.address), self.context.versions(page.address)
        where = {"address": page.address, "here": here, "versions": versions}
        where |= {"alternates": alternates(versions)}
        html = template.render(**fields, **where, above=above)
        return _tidy(html).encode(), tuple(self._lookups.items())

    def _names_in(self, view: type[View]) -> Iterable[str]:
        """The variables of a view. Raises `TypeError` where one has the name of a function."""
        if view not in self._names:
            self._names[view] = tuple(view.__dataclass_fields__)
            for name in self.environment.same_everywhere.intersection(self._names[view]):
                raise TypeError(f"{view.__name__}.{name}: templates call a function so")
        return self._names[view]

    def _find(self, kind: str, name: str) -> object:
        found = self._lookups[kind, name] = self.context.find(kind, name)
        return found


def _functions(context: SiteContext, language: Language, find: Find) -> Mapping[str, object]:
    """What every template may call. All of them are pure: same arguments, same text."""
    site, labels = context.site, Labels(context.vocabularies, language)
    original_lang = "" if context.language == SITE_LANGUAGE else SITE_LANGUAGE

    def absolute_url(target: Address | Entry) -> str:
        return absolute(context.path(target))

    def absolute(path: str) -> str:
        return site.url + path.removeprefix(context.base)

    def webcal(path: str) -> str:
        """The address of a calendar that opens the program which subscribes to it."""
        return re.sub("^https?:", "webcal:", absolute(path))

    def section(name: str, key: str = "") -> str:
        return context.path(Address(name, key))

    def asset(name: str) -> str:
        return context.base + context.assets.path(name)

    def about_form(form: str, entry: Entry) -> str:
        """The address of a form about an entry: of `make intake`, where that runs."""
        about = f"?eintrag={entry.folder}/{entry.id}"
        if not site.intake:
            return section("form", form) + about
        return f"{context.base}/{site.intake}/{form}/{about}&sprache={context.language}"

    def intake_path(form: str = "") -> str:
        """Where `make intake` takes what is handed in, or shows a form."""
        return f"{context.base}/{site.intake}/" + (f"{form}/" if form else "")

    def form_in_a_mail(title: str, blank: str) -> str:
        """The questions of a form as they stand in a mail, which says what it is; in German."""
        tag = context.language
        spoken = language_name(tag, in_language=SITE_LANGUAGE)
        return f"Formular: {title}\nSprache: {spoken} ({tag})\n\n{blank}"

    def source_path(path: str) -> str:
        return context.base + path

    def mail_about(subject: str, about: str = "") -> str:
        """A mail to the office, filled in with what it is about."""
        return mail_to(site.office.email, subject, about)

    def setting_words(
        here: Address, report: str, reported: str, unknown: str, nobody: str
    ) -> Mapping[str, Figure | str]:
        """What the names in a text of the office stand for (SETTING_NAMES), in Markdown.

        `report` and `reported` are said of a barrier, the others of what the city has not set.
        """
        barrier = f"[{report}]({mail_about(reported, absolute_url(here))})"
        return {**setting_texts(site, unknown, nobody), "office.barrier": barrier}

    def prose(text: str, figures: Mapping[str, Figure | str] | None = None, lang: str = "") -> str:
        said = Language(lang) if lang else language
        written = {name: said.figure(value) for name, value in (figures or {}).items()}
        figures_written = written if figures is not None else None
        is_there = partial(find, "path")
        return markup.html(text, context.base, figures_written, is_there, context.folder)

    def in_each_language(message: str) -> Mapping[str, Markup]:
        """A message of the site as each language says it, by the language's tag."""
        said = cast(Mapping[str, str], find("message", str(message)))
        return {tag: Markup(text) for tag, text in said.items()}

    def lang_of(thing: Entry | Card, field: str) -> str:
        """The language that a field is said in, if it is not the page's."""
        said = thing.localised.language_of(field)
        return "" if said == context.language else said

    def said_in(thing: Entry | Card, attribute: str, field: str = "") -> Markup:
        """The attributes `lang` and `dir` of a line, where they are not the page's."""
        lang = lang_of(thing, field or attribute)
        return _attributes(lang, getattr(thing, attribute), context.language)

    def in_original(text: str) -> Markup:
        """The same for what is never translated."""
        return _attributes(original_lang, text, context.language)

    def entry_versions(entry: Entry) -> tuple[Version, ...]:
        """The entry's pages in the other languages that it is translated into."""
        tags = {one.language for one in entry.translations} & set(site.languages)
        others = tags - {context.language}
        versions = context.versions(urls.of(entry)) if others else ()
        return tuple(version for version in versions if version.language in others)

    def original_url(entry: Entry) -> str:
        return context.path_in(SITE_LANGUAGE, entry)

    return {
        **labels.functions(),
        **attributes.functions(),
        "url": context.path,
        "absolute_url": absolute_url,
        "absolute": absolute,
        "webcal": webcal,
        "lang_of": lang_of,
        "said_in": said_in,
        "in_original": in_original,
        "original_lang": original_lang,
        "original_url": original_url,
        "entry_versions": entry_versions,
        "translation_state": partial(state, language=context.language),
        "section": section,
        "about_form": about_form,
        "asset": asset,
        "picture": partial(find, "picture"),
        "in_each_language": in_each_language,
        "intake_path": intake_path,
        "form_in_a_mail": form_in_a_mail,
        "source_path": source_path,
        "mail_about": mail_about,
        "german_name": partial(language_name, in_language=SITE_LANGUAGE),
        "office_phone": site.phones()[0],
        "prose": prose,
        "setting_words": setting_words,
        "translations": partial(translations, but=frozenset(site.languages)),
        "wordmark": wordmark(site),
        "is_easy": is_easy,
        "is_rtl": is_rtl,
    }


def _attributes(lang: str, text: str, language: str) -> Markup:
    """`lang`, if there is any; `dir`, if the text does not run as the page's language does."""
    if lang:
        return _marked(lang)
    runs = "rtl" if is_rtl(text) else "ltr"
    return _NOTHING if not text or runs == direction(language) else Markup(f' dir="{runs}"')


@lru_cache(maxsize=1024)
def _marked(lang: str) -> Markup:
    return Markup(' lang="{}" dir="{}"').format(lang, direction(lang))


class Wordmark(NamedTuple):
    """The site's name as the header shows it: a city at its end is set apart."""

    name: str
    city: str = ""


def wordmark(site: Site) -> Wordmark:
    """The site's name, and the city when the name ends with it."""
    name = site.name.removesuffix(site.city).rstrip()
    return Wordmark(name, site.city) if name and name != site.name else Wordmark(site.name)


_BLANK = re.compile(r"\n\s*\n+")
_PRE = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)


def _tidy(html: str) -> str:
    """Without the blank lines that template logic leaves behind; code keeps its own."""
    if "<pre" not in html and "<textarea" not in html:
        return _BLANK.sub("\n", html)
    parts = _PRE.split(html)
    return "".join(part if i % 2 else _BLANK.sub("\n", part) for i, part in enumerate(parts))
