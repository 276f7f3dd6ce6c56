"""What templates call by name, in one language."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from typing import NamedTuple, Protocol, cast

from markupsafe import Markup

from plugins.catalogue.figures import Figure
from plugins.catalogue.languages import SITE_LANGUAGE, is_easy
from plugins.catalogue.model import Entry, FieldLanguages, Image
from plugins.catalogue.settings import Site
from plugins.catalogue.versions import VERSION
from plugins.rendering import attributes, markup, urls
from plugins.rendering.attributes import mail_to
from plugins.rendering.cards import excerpt
from plugins.rendering.linked_data import LinkedData
from plugins.rendering.lookups import Find
from plugins.rendering.markup.plain_markup import is_rtl
from plugins.rendering.previews import DRAWN, Preview, drawn, of_photo
from plugins.rendering.setting_texts import setting_texts
from plugins.rendering.site_context import SiteContext, Version
from plugins.rendering.translated import state, translations
from plugins.rendering.urls import Address
from plugins.wording.labels import FACET_VOCABULARIES, Labels
from plugins.wording.language import Language
from plugins.wording.language_names import language_name
from plugins.wording.locales import direction, preview_locales

_NOTHING = Markup("")


class Card(Protocol):
    """What a page shows of an entry, and the language in which it is said."""

    @property
    def localised(self) -> FieldLanguages:
        """In which language which fields are said."""


class PageFunctions:
    """What every template may call. All of them are pure: same arguments, same text."""

    def __init__(self, context: SiteContext, language: Language, find: Find) -> None:
        self._context, self._site = context, context.site
        self._language, self._find = language, find
        self._original_lang = "" if context.language == SITE_LANGUAGE else SITE_LANGUAGE

    def absolute_url(self, target: Address | Entry) -> str:
        """The address of a page with the site's host."""
        return self.absolute(self._context.path(target))

    def spoken_url(self, target: Address | Entry) -> str:
        """The same as people write it on paper: without `https://`."""
        return self.absolute_url(target).partition("://")[2]

    def absolute(self, path: str) -> str:
        """The same for a path."""
        return self._site.url + path.removeprefix(self._context.base)

    def webcal(self, path: str) -> str:
        """The address of a calendar that opens the program which subscribes to it."""
        return re.sub("^https?:", "webcal:", self.absolute(path))

    def section(self, name: str, key: str = "") -> str:
        """The path of a page that is no entry's."""
        return self._context.path(Address(name, key))

    def feed_path(self, of: str, form: str, key: str = "") -> str:
        """The path of a calendar, or of news as `atom` or `json`; of a topic, the board ..."""
        return self._context.path(Address(f"{of}_{form}", key))

    def has_section(self, name: str) -> bool:
        """Whether the site has such a page."""
        return bool(self._find("path", urls.path(Address(name), self._site.addresses)))

    def asset(self, name: str) -> str:
        """The path of a file of the theme."""
        return self._context.base + self._context.assets.path(name)

    def about_form(self, form: str, entry: Entry) -> str:
        """The address of a form about an entry: of `make intake`, where that runs."""
        about = f"?eintrag={entry.folder}/{entry.id}"
        if not self._site.intake:
            return self.section("form", form) + about
        base, language = self._context.base, self._context.language
        return f"{base}/{self._site.intake}/{form}/{about}&sprache={language}"

    def intake_path(self, form: str = "") -> str:
        """Where `make intake` takes what is handed in, or shows a form."""
        return f"{self._context.base}/{self._site.intake}/" + (f"{form}/" if form else "")

    def form_in_a_mail(self, title: str, blank: str) -> str:
        """The questions of a form as they stand in a mail, which says what it is; in German."""
        tag = self._context.language
        spoken = language_name(tag, in_language=SITE_LANGUAGE)
        return f"Formular: {title}\nSprache: {spoken} ({tag})\n\n{blank}"

    def source_path(self, path: str) -> str:
        """The path of a picture's file."""
        return self._context.base + path

    def mail_about(self, subject: str, about: str = "") -> str:
        """A mail to the office, filled in with what it is about."""
        return mail_to(self._site.office.email, subject, about)

    def setting_words(
        self, here: Address, report: str, reported: str, unknown: str, nobody: str
    ) -> Mapping[str, Figure | str]:
        """What the names in a text of the office stand for (SETTING_NAMES), in Markdown.

        `report` and `reported` are said of a barrier, the others of what the city has not set.
        """
        barrier = f"[{report}]({self.mail_about(reported, self.absolute_url(here))})"
        return {**setting_texts(self._site, unknown, nobody), "office.barrier": barrier}

    def prose(
        self, text: str, figures: Mapping[str, Figure | str] | None = None, lang: str = ""
    ) -> str:
        """The HTML of a text; `figures` stand in it by their names, as its language writes them."""
        writes = Language(lang) if lang else self._language
        written = {name: writes.figure(value) for name, value in (figures or {}).items()}
        is_there = partial(self._find, "path")
        context = self._context
        return markup.html(
            text, context.base, None if figures is None else written, is_there, context.folder
        )

    def preview(self, icon: str, alt: str) -> Preview:
        """What a link to a page shows that has no photograph: a drawn picture."""
        return drawn(self._context.assets, icon, alt)

    def entry_preview(
        self,
        vocabulary: str,
        terms: Iterable[str],
        photos: Iterable[Image] = (),
        otherwise: str = "sign",
        entry: Entry | None = None,
    ) -> Preview:
        """The same for an entry: the picture that was drawn of it, if there is one.

        Else its first photograph, or the drawn picture of its first term; of an entry that has
        neither the icon `otherwise`.
        """
        if entry is not None and self._site.preview_pictures:
            path = self._find("drawing", f"{entry.folder}/{entry.id}")
            if isinstance(path, str):
                return Preview(path, *DRAWN, entry.called)
        known = self._context.vocabularies.get(vocabulary, {})
        term = next((known[key] for key in terms if key in known), None)
        own = (
            (term.icon, term.label_in(self._language.tag)) if term else (otherwise, self._site.name)
        )
        return of_photo(photos, self._find) or self.preview(*own)

    def facet_preview(self, facet: str, value: str) -> Preview:
        """The same for a choice of the directory."""
        if facet in ("topic", "audience"):
            return self.entry_preview(FACET_VOCABULARIES[facet], (value,))
        if facet == "district":
            districts = self._context.vocabularies.get("districts", {})
            return self.preview("place", districts[value].label_in(self._language.tag))
        return self.preview("globe", self._language.language_name(value))

    def in_each_language(self, message: str) -> Mapping[str, Markup]:
        """A message of the site as each language says it, by the language's tag."""
        texts = cast(Mapping[str, str], self._find("message", str(message)))
        return {tag: Markup(text) for tag, text in texts.items()}

    def lang_of(self, thing: Entry | Card, field: str) -> str:
        """The language that a field is said in, if it is not the page's."""
        language = thing.localised.language_of(field)
        return "" if language == self._context.language else language

    def said_in(self, thing: Entry | Card, attribute: str, field: str = "") -> Markup:
        """The attributes `lang` and `dir` of a line, where they are not the page's."""
        lang = self.lang_of(thing, field or attribute)
        return _attributes(lang, getattr(thing, attribute), self._context.language)

    def in_original(self, text: str) -> Markup:
        """The same for what is never translated."""
        return _attributes(self._original_lang, text, self._context.language)

    def entry_versions(self, entry: Entry) -> tuple[Version, ...]:
        """The entry's pages in the other languages that it is translated into."""
        tags = {one.language for one in entry.translations} & set(self._site.languages)
        others = tags - {self._context.language}
        versions = self._context.versions(urls.of(entry)) if others else ()
        return tuple(version for version in versions if version.language in others)

    def original_url(self, entry: Entry) -> str:
        """The path of an entry's page in the language of the entries."""
        return self._context.path_in(SITE_LANGUAGE, entry)

    def by_name(self) -> Mapping[str, object]:
        """The functions, and what is the same on every page, by their names in templates."""
        context, site = self._context, self._site
        own = {name: getattr(self, name) for name in _OWN}
        return {
            **Labels(context.vocabularies, self._language).functions(),
            **attributes.functions(),
            **self._language.functions(),
            **LinkedData(context).functions(),
            **own,
            "url": context.path,
            "picture": partial(self._find, "picture"),
            "translation_state": partial(state, language=context.language),
            "translations": partial(translations, but=frozenset(site.languages)),
            "german_name": partial(language_name, in_language=SITE_LANGUAGE),
            "original_listing": Language(SITE_LANGUAGE).listing,
            "original_lang": self._original_lang,
            "preview_locales": preview_locales(context.language, site.languages),
            "excerpt": excerpt,
            "office_phone": site.phones()[0],
            "wordmark": wordmark(site),
            "program": f"Anlaufstelle {VERSION}",
            "claim_lang": "" if context.language in site.claims else SITE_LANGUAGE,
            "plural_samples": self._language.plural_samples,
            "short_weekdays": self._language.short_weekdays,
            "short_months": self._language.short_months,
            "comma": self._language.comma,
            "colon": self._language.colon,
            "language": self._language.tag,
            "frame": context.frame,
            "site": site,
            "is_easy": is_easy,
            "is_rtl": is_rtl,
        }


_OWN = tuple(name for name in vars(PageFunctions) if name[0] != "_" and name != "by_name")


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
