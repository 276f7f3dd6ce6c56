"""A mail as a file that a program opens as a draft (RFC 5322): nobody has sent it yet.

The same mail gives the same bytes: the date is the day's, the rest is made of what it says.
"""

from dataclasses import dataclass
from datetime import datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from hashlib import sha256
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from plugins.catalogue.settings import Settings

_SENT_AT = time(9)


@dataclass(frozen=True)
class MailText:
    """What a mail says, twice: who cannot read HTML, or does not want to, has the text.

    `about` is the end of its Message-ID, which a reply names.
    """

    about: str
    language: str
    subject: str
    text: str
    html: str


def mail_file(
    mail: MailText, settings: Settings, name: str = "", to: str = "", *, flowed: bool = False
) -> bytes:
    """The mail from the office to this name and address; without an address to nobody yet.

    `flowed`: lines of the text that end with a blank go on (RFC 3676).
    """
    office = settings.site.office
    message = EmailMessage(policy=SMTP if (office.email + to).isascii() else SMTPUTF8)
    message["From"] = _address(office.name, office.email)
    if to:
        message["To"] = _address(name, to)
    message["Subject"] = " ".join(mail.subject.split())
    at = datetime.combine(settings.today, _SENT_AT, ZoneInfo(settings.site.time_zone))
    message["Date"] = at
    known = sha256("\0".join((at.isoformat(), to, mail.text)).encode()).hexdigest()[:16]
    host = urlsplit(settings.site.url).hostname or "localhost"
    message["Message-ID"] = f"<{known}.{mail.about}@{host}>"
    message["X-Unsent"] = "1"
    message.set_content(mail.text, params={"format": "flowed"} if flowed else None)
    message.add_alternative(mail.html, subtype="html")
    message.set_boundary(f"=_{known}")
    message["Content-Language"] = mail.language
    return message.as_bytes()


def _address(name: str, email: str) -> Address:
    """Taken apart here: the library takes no whole address that is not ASCII."""
    local, _, domain = email.rpartition("@")
    return Address(" ".join(name.split()), username=local, domain=domain)
