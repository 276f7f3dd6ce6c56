"""The mail by which a sender confirms, over SMTP (RFC 5321) with TLS."""

import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from plugins.catalogue.settings import Site
from plugins.wording import handing_in, reminder
from plugins.wording.messages import Messages

SECONDS = 15
OVER_TLS = 465
"""The port at which a server speaks TLS from the first byte on (RFC 8314)."""

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""Servers on this machine; on the way to any other nobody may read along."""


@dataclass(frozen=True)
class MailServer:
    """Which server takes our mails, and how it knows us. It stands in no file."""

    host: str
    port: int = 587
    user: str = ""
    password: str = field(default="", repr=False)


def mail_server_in(environment: Mapping[str, str]) -> MailServer | None:
    """The mail server that the environment names, if any. Raises `ValueError`."""
    host = environment.get("SMTP_HOST", "")
    if not host:
        return None
    return MailServer(
        host,
        int(environment.get("SMTP_PORT") or MailServer.port),
        environment.get("SMTP_USER", ""),
        environment.get("SMTP_PASSWORD", ""),
    )


def confirmation(site: Site, messages: Messages, address: str, link: str) -> EmailMessage:
    """The mail to somebody who may have handed something in. Nothing of that is in it.

    Raises `ValueError`, `IndexError`, `MessageError` for what is no address.
    """
    translate = messages.text
    text = (
        translate("", reminder.GREETING),
        translate("", handing_in.QUESTION) % {"site": site.name},
        link,
        f"{translate('', handing_in.OTHERWISE)} {translate('', handing_in.GOES)}",
        f"{translate('', reminder.CLOSING)}\n{site.office.name}",
    )
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = translate("", handing_in.SUBJECT)
    mail["From"] = Address(site.office.name, addr_spec=site.office.email)
    mail["To"] = Address(addr_spec=address)
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n\n".join(text) + "\n")
    return mail


def send(mail: EmailMessage, server: MailServer, context: ssl.SSLContext) -> None:
    """Hand the mail to the server. Raises `OSError`, of which `smtplib.SMTPException` is one."""
    if server.port == OVER_TLS:
        with smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=context) as line:
            _over(line, mail, server)
        return
    with smtplib.SMTP(server.host, server.port, timeout=SECONDS) as line:
        line.ehlo()
        if server.host not in _HERE or line.has_extn("starttls"):
            line.starttls(context=context)
        _over(line, mail, server)


def _over(line: smtplib.SMTP, mail: EmailMessage, server: MailServer) -> None:
    if server.user:
        line.login(server.user, server.password)
    line.send_message(mail)


def asking(
    site: Site,
    messages: Mapping[str, Messages],
    server: MailServer,
    context: ssl.SSLContext,
    note: Callable[[str], None],
) -> Callable[[str, str, str], bool]:
    """What sends somebody the link, `(address, language, link)`; whether that went well."""

    def ask(address: str, language: str, link: str) -> bool:
        try:
            send(confirmation(site, messages[language], address, link), server, context)
        except (OSError, ValueError, IndexError, MessageError) as error:
            note(f"SMTP: {type(error).__name__}")
            return False
        return True

    return ask
