"""All files of a digest, by their names: nothing is written here."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.building.renderers import cache_of_theme, contexts_of, renderers_of
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.catalogue.settings import Settings
from plugins.catalogue.translation import in_language
from plugins.digest import texts
from plugins.digest.inline import MailStyles, mail_styles
from plugins.digest.news import WeekNews, news
from plugins.digest.office import OfficeState, sections
from plugins.digest.own_dates import own_dates, public_address
from plugins.digest.plain_part import plain_part
from plugins.digest.views import (
    association_mail_view,
    citizens_view,
    longest,
    office_view,
    sheet_view,
)
from plugins.digest.week import Week
from plugins.findings.show import day_shown
from plugins.intake.mail_file import MailText, mail_file
from plugins.intake.upkeep.letter import own_language
from plugins.rendering.page import Page, View, ready
from plugins.rendering.pictures import Pictures
from plugins.rendering.templates import Renderer

TEMPLATES = Path(__file__).parent / "templates"

OURS = re.compile(
    r"(?:buerger\.[\w-]+|vereine/[a-z0-9-]+|buero)\.eml|(?:seite|aushang)\.[\w-]+\.html", re.ASCII
)
"""What the files of a digest are called, in its folder."""

LARGEST = 100_000
"""Bytes of a mail's page: Gmail cuts off what is beyond 102 kB."""

MOST = 200
MOST_FOR_OFFICE = 50
"""So many lines of a list nobody reads further."""

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True)
class Digest:
    """The digest of a week: what its files are made of."""

    settings: Settings
    catalogue: Catalogue
    week: Week
    state: OfficeState

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Name and content of each file. Raises `Unreadable` for a language's messages."""
        for tag in self.settings.languages:
            yield from self._for_all(tag)
        for one in self.asked:
            yield f"vereine/{one.id}.eml", self._for_association(one)
        yield "buero.eml", self._for_office()

    @cached_property
    def news(self) -> Mapping[str, WeekNews]:
        """What there is to tell, in each language."""
        today = self.settings.today
        return {tag: news(known, self.week, today) for tag, known in self._catalogues.items()}

    @cached_property
    def asked(self) -> tuple[Association, ...]:
        """The associations that have dates, and an address that one may write to."""
        return tuple(one for one in self._with_dates if public_address(one, self.settings.today))

    @cached_property
    def unreachable(self) -> tuple[Association, ...]:
        """Those that have dates and no such address."""
        return tuple(one for one in self._with_dates if one not in self.asked)

    @cached_property
    def _with_dates(self) -> tuple[Association, ...]:
        known, today = self.catalogue, self.settings.today
        active = (one for one in known.associations if one.is_active(today))
        return tuple(one for one in active if own_dates(known, one.id, self.week))

    @cached_property
    def _catalogues(self) -> Mapping[str, Catalogue]:
        return {tag: in_language(self.catalogue, tag) for tag in self.settings.languages}

    @cached_property
    def _renderers(self) -> Mapping[str, Renderer]:
        theme = cache_of_theme(self.settings)
        contexts = contexts_of(self._catalogues, self.settings, Pictures({}, {}, ()), theme)
        return renderers_of(contexts, self.settings, (TEMPLATES,))

    @cached_property
    def _styles(self) -> MailStyles:
        css = (self.settings.theme / "mail" / "mail.css").read_text(encoding="utf-8")
        tokens = self.settings.theme / "static" / "css" / "tokens.css"
        return mail_styles(css, tokens.read_text(encoding="utf-8"))

    def _for_all(self, tag: str) -> Iterator[tuple[str, bytes]]:
        """The mail to everybody, the same as a page, and the sheet."""
        told, week, today = self.news[tag], self.week, self.settings.today

        def page(most: int, *, may_answer: bool = True) -> str:
            view = citizens_view(told, week, today, self._styles.dark, most, may_answer=may_answer)
            return self._html(tag, "digest/citizens.html", view)

        length = longest(told, week)
        mail = self._mail_text(tag, week.name, fitting(page, length))
        yield f"buerger.{tag}.eml", mail_file(mail, self.settings, flowed=True)
        yield f"seite.{tag}.html", page(length, may_answer=False).encode()
        styles = self._renderers[tag].context.assets.files
        css = b"\n".join((styles["css/site.css"], styles["css/pages/sheet.css"])).decode()
        sheet = self._html(tag, "digest/sheet.html", sheet_view(told, week, today, css))
        yield f"aushang.{tag}.html", sheet.encode()

    def _for_association(self, one: Association) -> bytes:
        tag = own_language(one, self.settings.languages)
        known = self._catalogues[tag]
        named = known.association(one.id) or one
        dates = own_dates(known, one.id, self.week)

        def page(most: int) -> str:
            view = association_mail_view(named.name, dates, self.week, self._styles.dark, most)
            return self._html(tag, "digest/association.html", view)

        text = self._mail_text(tag, f"{self.week.name}.{one.id}", fitting(page, MOST))
        to = public_address(one, self.settings.today)
        return mail_file(text, self.settings, one.name, to, flowed=True)

    def _for_office(self) -> bytes:
        settings, language = self.settings, self.settings.language
        dates = len(self.news[SITE_LANGUAGE].dates)
        told = sections(self.catalogue, self.state, self.week, dates, settings.today, language)
        day = day_shown(self.week.first, language)
        heads = texts.SUBJECT.to(language).format(day=day), texts.LEAD.to(language)
        tag = language if language in settings.languages else SITE_LANGUAGE

        def page(most: int) -> str:
            view = office_view(heads, told, texts.ALSO.to(language), self._styles.dark, most)
            return self._html(tag, "office.html", view)

        mail = self._mail_text(tag, f"{self.week.name}.buero", fitting(page, MOST_FOR_OFFICE))
        office = settings.site.office
        return mail_file(mail, settings, office.name, office.email, flowed=True)

    def _html(self, tag: str, template: str, view: View) -> str:
        address = self.week.page(self.settings.today, begins_something=False)
        html = self._renderers[tag].render(Page(address, template, ready, (view,)))[0].decode()
        return self._styles.inlined(html)

    def _mail_text(self, tag: str, about: str, page: str) -> MailText:
        (subject,) = _TITLE.findall(page)
        return MailText(about, tag, html.unescape(subject), plain_part(page), page)


def fitting(page: Callable[[int], str], length: int) -> str:
    """The page with its lists as long as possible, up to `length`, but not too large for a mail."""
    least, most = 1, min(length, MOST)
    found = page(most)
    if len(found.encode()) <= LARGEST:
        return found
    while least < most:
        middle = (least + most + 1) // 2
        if len(page(middle).encode()) <= LARGEST:
            least = middle
        else:
            most = middle - 1
    return page(least)
