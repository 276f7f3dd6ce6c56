"""The mail by which somebody confirms, over a real server."""

import ssl
from collections.abc import Mapping
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.policy import default
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.web.intake import mail
from plugins.web.intake.mail import MailServer, asking, confirmation, mail_server_in
from plugins.wording.messages import GERMAN, Messages, read
from tests.intake.submission.imap_server import certificate
from tests.web.intake.smtp_server import PASSWORD, USER, Server, serving

LINK = "https://anlaufstelle.example/einreichen/bestaetigen/?d=1&t=2"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("smtp"))


def ask(
    server: Server, settings: Settings, own: Path | None, host: str = "localhost", **more: str
) -> tuple[bool, list[str]]:
    notes: list[str] = []
    context = ssl.create_default_context(cafile=own)
    box = MailServer(host, server.server_address[1], **more)
    messages: Mapping[str, Messages] = {"de": GERMAN}
    send = asking(settings.site, messages, box, context, notes.append)
    return send("mona@chor.example", "de", LINK), notes


@pytest.mark.openssl
@pytest.mark.slow
def test_it_goes_over_tls(settings: Settings, own: Path) -> None:
    with serving(own) as server:
        assert ask(server, settings, own, user=USER, password=PASSWORD) == (True, [])
    [(sender, to, data)] = server.mails
    # In capitals or not, as this Python writes it (RFC 5321, section 2.4).
    assert sender.lower().split()[:2] == ["mail", "from:<anlaufstelle@musterstadt.example>"]
    assert [one.lower() for one in to] == ["rcpt to:<mona@chor.example>"]
    assert [line.split()[0].lower() for line in server.clear] == ["ehlo", "starttls"]
    found = message_from_bytes(data, policy=default)
    assert found["Subject"] == "Bitte bestätigen Sie, dass Sie uns geschrieben haben"
    assert found["Auto-Submitted"] == "auto-generated"
    assert LINK in found.get_content().splitlines()


@pytest.mark.openssl
@pytest.mark.slow
def test_it_goes_over_tls_from_the_first_byte_on(
    settings: Settings, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(own, at_once=True) as server:
        monkeypatch.setattr(mail, "OVER_TLS", server.server_address[1])
        assert ask(server, settings, own) == (True, [])
    assert len(server.mails) == 1 and server.clear == []


@pytest.mark.openssl
@pytest.mark.slow
def test_to_nobody_whom_we_do_not_know(settings: Settings, own: Path) -> None:
    with serving(own) as server:
        assert ask(server, settings, None) == (False, ["SMTP: SSLCertVerificationError"])
        assert ask(server, settings, own, user=USER, password="falsch") == (
            False,
            ["SMTP: SMTPAuthenticationError"],
        )
    assert server.mails == []


def test_to_another_machine_never_in_the_clear(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail, "_HERE", frozenset())
    with serving(None) as server:
        assert ask(server, settings, None) == (False, ["SMTP: SMTPNotSupportedError"])
    assert server.mails == []


def test_on_this_machine_as_it_is(settings: Settings) -> None:
    with serving(None) as server:
        assert ask(server, settings, None) == (True, [])
    assert len(server.mails) == 1


def test_a_server_that_is_not_there_is_noted(settings: Settings) -> None:
    with serving(None) as server:
        pass
    assert ask(server, settings, None) == (False, ["SMTP: ConnectionRefusedError"])


@pytest.mark.parametrize("address", ["", "a", "a@b\r\nBcc: x@y.example", "a@b, c@d", "@"])
def test_what_is_no_address(settings: Settings, address: str) -> None:
    with pytest.raises((ValueError, IndexError, MessageError)):
        confirmation(settings.site, GERMAN, address, LINK)


def test_it_is_in_the_language_of_its_reader(settings: Settings) -> None:
    site = replace(settings.site, name="Bei uns & hier")
    said = confirmation(site, read(settings.theme, "tr"), "mona@chor.example", LINK)
    assert "»Bei uns & hier« üzerinden" in said.get_content()


def test_which_server_stands_in_the_environment() -> None:
    assert mail_server_in({}) is None
    assert mail_server_in({"SMTP_HOST": "m.example"}) == MailServer("m.example")
    given = {"SMTP_PORT": "465", "SMTP_USER": "a", "SMTP_PASSWORD": "b"}
    found = mail_server_in({"SMTP_HOST": "m.example", **given})
    assert (
        found == MailServer("m.example", 465, "a", "b") and "b" not in repr(found).split("a'")[-1]
    )
    with pytest.raises(ValueError, match="smtp"):
        mail_server_in({"SMTP_HOST": "m.example", "SMTP_PORT": "smtp"})
