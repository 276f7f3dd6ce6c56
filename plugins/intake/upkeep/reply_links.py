"""The answers to a reminder: each a link to its form, and one to a mail with our questionnaire."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from plugins.catalogue.descriptions.forms import CHANGE, FORMS, LEAVE, MESSAGE, OWN, RIGHT
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.model import Association
from plugins.catalogue.settings import Site
from plugins.intake.submission.questionnaire import END, write
from plugins.intake.submission.submission import Submission
from plugins.wording import reminder

SAID = {RIGHT: reminder.RIGHT, CHANGE: reminder.CHANGE, LEAVE: reminder.LEAVE}
"""The forms that are answers, and the message by which somebody chooses one."""


class ReplyLink(NamedTuple):
    """One answer: the slug of its form, and where that is; the same as a mail that is ready."""

    slug: str
    form: str
    mail: str


def reply_links(association: Association, site: Site, tag: str) -> Iterator[ReplyLink]:
    """All answers of an association, in the language `tag`."""
    entry = f"{association.folder}/{association.id}"
    folder = "" if tag == SITE_LANGUAGE else f"/{tag}"
    start, end = f"{site.url}{folder}/{site.addresses['participate']}", ""
    if site.intake:
        start, end = f"{site.url}/{site.intake}", f"&sprache={tag}"
    for slug in SAID:
        form = f"{start}/{slug}/?eintrag={entry}{end}"
        yield ReplyLink(slug, form, _mail(slug, entry, association.name, site, tag))


def _mail(slug: str, entry: str, name: str, site: Site, tag: str) -> str:
    """A link that opens a mail to the office (RFC 6068), with a place to write where one may."""
    body = write(Submission(form=slug, entry=entry, language=tag))
    if slug != RIGHT:
        body += f"\n{OWN[MESSAGE]}:\n\n\n{END}\n"
    subject = f"{FORMS[slug].title}: {name}"
    address = quote(site.office.email, safe="@")
    return f"mailto:{address}?subject={quote(subject, safe='')}&body={_quoted(body)}"


def _quoted(body: str) -> str:
    return quote(body.replace("\n", "\r\n"), safe="")
