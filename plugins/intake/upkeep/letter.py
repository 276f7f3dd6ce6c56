"""The reminder to one association, in its language: as text and as HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.catalogue.settings import Settings
from plugins.intake.upkeep.reply_links import SAID, ReplyLink, reply_links
from plugins.intake.upkeep.shown import LabelledValue, facts
from plugins.wording import reminder
from plugins.wording.messages import Messages


@dataclass(frozen=True)
class ReminderLetter:
    """What is written to one association. `parts` are its paragraphs up to the answers.

    `calendar` asks about a calendar that does not arrive; empty where all do.
    """

    association: Association
    language: str
    subject: str
    parts: tuple[str, ...]
    page: str
    answers: tuple[ReplyLink, ...]
    facts: tuple[LabelledValue, ...]
    closing: tuple[str, ...]
    messages: Messages
    calendar: str = ""

    def message(self, message: str) -> str:
        """A message in the language of the letter."""
        return self.messages.text("", message)

    def text(self) -> str:
        """The letter as plain text."""
        return "\n".join(_lines(self))

    def html(self) -> str:
        """The letter as a page without anything that would have to be loaded."""
        return "\n".join(_html(self)) + "\n"


def own_language(association: Association, languages: Sequence[str]) -> str:
    """The first of an association's languages that the site speaks; German where it speaks none."""
    known = (tag for tag in association.languages if tag in languages)
    return next(known, SITE_LANGUAGE)


def letter(
    association: Association,
    catalogue: Catalogue,
    settings: Settings,
    tag: str,
    words: Messages,
    *,
    asks_for_calendar: bool = False,
) -> ReminderLetter:
    """The letter to an association, in the language `tag`, whose messages are `words`.

    Where that is wanted it also asks for the address of the association's own calendar.
    """
    site = settings.site
    folder = "" if tag == SITE_LANGUAGE else f"/{tag}"
    confirmed = reminder.CONFIRMED if association.private_checked else reminder.NEVER
    values = {
        "name": association.name,
        "site": site.name,
        "day": _day(association.last_confirmed, tag),
        "address": association.calendar,
    }
    messages = (reminder.GREETING, reminder.LISTED, confirmed, reminder.QUESTION)
    return ReminderLetter(
        association=association,
        language=tag,
        subject=words.text("", reminder.SUBJECT) % values,
        parts=tuple(words.text("", message) % values for message in messages),
        page=f"{site.url}{folder}/{site.addresses['associations']}/{association.id}/",
        answers=tuple(reply_links(association, site, tag)),
        facts=facts(association, catalogue, settings.today),
        closing=tuple(filter(None, (site.office.name, site.office.email, site.office.phone))),
        messages=words,
        calendar=words.text("", reminder.CALENDAR) % values if asks_for_calendar else "",
    )


def _day(day: date, tag: str) -> str:
    """A day that cannot be mistaken for another one in any language."""
    return f"{day.day}.{day.month}.{day.year}" if tag == SITE_LANGUAGE else day.isoformat()


def _lines(one: ReminderLetter) -> Iterator[str]:
    greeting, listed, last, question = one.parts
    yield from (greeting, "", listed, one.page, last, "")
    yield from (one.calendar, "") if one.calendar else ()
    yield question
    for number, answer in enumerate(one.answers, 1):
        yield from ("", f"{number}. {one.message(SAID[answer.slug])}")
        yield from (f"{one.message(reminder.BY_FORM)}:", answer.form)
        yield from (f"{one.message(reminder.BY_MAIL)}:", answer.mail)
    yield from ("", f"{one.message(reminder.SHOWN)}:", "")
    for label, text in one.facts:
        yield from (f"{label}:", text) if "\n" in text else (f"{label}: {text}",)
    yield from ("", one.message(reminder.CLOSING), *one.closing, "")


def _html(one: ReminderLetter) -> Iterator[str]:
    greeting, listed, last, question = map(escape, one.parts)
    yield f'<!doctype html>\n<html lang="{one.language}">'
    yield f'<head><meta charset="utf-8"><title>{escape(one.subject)}</title></head>'
    yield '<body dir="auto">'
    yield f"<p>{greeting}</p>"
    yield f"<p>{listed}<br>{_link(one.page, one.page)}<br>{last}</p>"
    yield from (f"<p>{escape(one.calendar)}</p>",) if one.calendar else ()
    yield f"<p>{question}</p>\n<ol>"
    for answer in one.answers:
        yield f"<li><p><strong>{escape(one.message(SAID[answer.slug]))}</strong><br>"
        yield f"{_link(answer.form, one.message(reminder.BY_FORM))}<br>"
        yield f"{_link(answer.mail, one.message(reminder.BY_MAIL))}</p></li>"
    yield f'</ol>\n<p>{escape(one.message(reminder.SHOWN))}:</p>\n<dl lang="de" dir="ltr">'
    for label, text in one.facts:
        shown = escape(text).replace("\n", "<br>\n")
        yield f'<dt>{escape(label)}</dt>\n<dd dir="auto">{shown}</dd>'
    closing = "<br>\n".join(map(escape, (one.message(reminder.CLOSING), *one.closing)))
    yield f"</dl>\n<p>{closing}</p>\n</body>\n</html>"


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{escape(words)}</a>'
