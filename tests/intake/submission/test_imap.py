"""Mails in a mailbox: over TLS only, read and left as they are."""

import re
import ssl
from datetime import datetime
from pathlib import Path

import pytest

from plugins.intake.submission.__main__ import main
from plugins.intake.submission.imap import Mailbox, _last, mailbox_in
from plugins.intake.submission.store import DraftStore
from plugins.intake.submission.submission import Submission
from tests.checkout import settings_text
from tests.intake.submission.imap_server import LOGIN, PASSWORD, certificate, serving
from tests.intake.submission.test_mail import mail

pytestmark = [pytest.mark.openssl, pytest.mark.slow]

MAILS = [mail(), mail("Etwas anderes"), mail()]


@pytest.fixture(scope="session")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def conf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pem: Path) -> Path:
    path = tmp_path / "pelican.conf.py"
    path.write_text(settings_text(), encoding="utf-8")
    given = {"IMAP_HOST": "localhost", "IMAP_USER": "buero", "IMAP_PASSWORD": PASSWORD}
    for name, value in (given | {"SSL_CERT_FILE": str(pem)}).items():
        monkeypatch.setenv(name, value)
    for name in ("MAIL", "IMAP_FOLDER", "ALL"):
        monkeypatch.delenv(name, raising=False)
    return path


def test_a_mailbox_is_read_and_nothing_in_it_is_changed(
    conf: Path, pem: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAP_FOLDER", 'Verein "x"')
    with serving(pem, MAILS) as server:
        monkeypatch.setenv("IMAP_PORT", str(server.port))
        assert (main(conf), main(conf)) == (0, 0)
    said = capsys.readouterr().out.split("\n")
    assert [line[:32] for line in said[:2]] == [
        "Mails gelesen: 3, davon neu: 2. ",
        "Mails gelesen: 3, davon neu: 0. ",
    ]
    assert len(DraftStore(conf.parent / "eingang").ids()) == 2
    once = server.asked[: len(server.asked) // 2]
    assert [command for command in once if "FETCH" not in command] == [
        "CAPABILITY",
        LOGIN,
        'EXAMINE "Verein \\"x\\""',
        "UID SEARCH ALL",
        "LOGOUT",
    ]


def counted(said: str) -> list[str]:
    """How many mails were read, and how many of them were new, run by run."""
    return re.findall(r"Mails gelesen: (\d+, davon neu: \d+)", said)


def test_only_what_came_since_is_read(
    conf: Path, pem: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = [*MAILS]
    with serving(pem, mails, validity=7) as server:
        monkeypatch.setenv("IMAP_PORT", str(server.port))
        assert (main(conf), main(conf)) == (0, 0)
        mails.append(mail("Noch eine"))
        assert main(conf) == 0
        monkeypatch.setenv("ALL", "1")
        assert main(conf) == 0
        monkeypatch.delenv("ALL")
        monkeypatch.setenv("IMAP_FOLDER", "Vereine")
        assert main(conf) == 0
        monkeypatch.delenv("IMAP_FOLDER")
        server.validity = 8
        assert main(conf) == 0
    assert counted(capsys.readouterr().out) == [
        "3, davon neu: 2",
        "0, davon neu: 0",
        "1, davon neu: 1",
        "4, davon neu: 0",  # all of it on demand,
        "4, davon neu: 0",  # in another folder of the server,
        "4, davon neu: 0",  # and when the numbers mean something else
    ]
    assert len(DraftStore(conf.parent / "eingang").ids()) == 3


@pytest.mark.parametrize("killed", ["before", "after"])
def test_where_it_was_killed_nothing_is_lost(
    killed: str,
    conf: Path,
    pem: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Before the draft of the second mail is there, or after that and before its mark."""
    put, left = DraftStore.put, [1]

    def ends(store: DraftStore, submission: Submission, at: datetime, key: str) -> tuple[str, bool]:
        if killed == "after":
            put(store, submission, at, key)
        if not left:
            raise KeyboardInterrupt
        left.pop()
        return put(store, submission, at, key)

    with serving(pem, MAILS, validity=7) as server:
        monkeypatch.setenv("IMAP_PORT", str(server.port))
        with monkeypatch.context() as patch:
            patch.setattr(DraftStore, "put", ends)
            assert main(conf) == 130
        assert main(conf) == 0
    assert counted(capsys.readouterr().out) == [f"2, davon neu: {int(killed == 'before')}"]
    assert len(DraftStore(conf.parent / "eingang").ids()) == 2


def test_a_mail_that_is_not_handed_over_comes_the_next_time(
    conf: Path, pem: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(pem, MAILS, validity=7) as server:
        monkeypatch.setenv("IMAP_PORT", str(server.port))
        server.refused = frozenset({"UID FETCH 2"})
        assert main(conf) == 2
        server.refused = frozenset()
        assert main(conf) == 0
    assert counted(capsys.readouterr().out) == ["2, davon neu: 1"]


def test_a_mark_that_is_none_reads_all(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    assert store.mark("x") == ""
    store.set_mark("x", "7 x")
    assert (store.mark("x"), store.mark("y")) == ("7 x", "")
    assert [_last(mark, "7") for mark in ("", "7", "7 x", "7 -1", "8 3", "7 3")] == [0] * 5 + [3]
    assert _last(" 3", "") == 0


@pytest.mark.parametrize(
    ("name", "value"), [("IMAP_PASSWORD", "falsch"), ("SSL_CERT_FILE", "/dev/null")]
)
def test_who_is_not_let_in_or_not_whom_one_expects(
    name: str,
    value: str,
    conf: Path,
    pem: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(name, value)
    with serving(pem, MAILS) as server:
        monkeypatch.setenv("IMAP_PORT", str(server.port))
        assert main(conf) == 2
    said = capsys.readouterr().err
    assert said.startswith("make inbox-mail: Das Postfach antwortet nicht wie erwartet: ")
    assert PASSWORD not in said and not [one for one in server.asked if "FETCH" in one]


@pytest.mark.parametrize(
    ("environment", "box"),
    [
        ({}, None),
        ({"IMAP_HOST": "h", "IMAP_USER": "u", "IMAP_PASSWORD": "p"}, Mailbox("h", "u", "p")),
        (
            {"IMAP_HOST": "h", "IMAP_USER": "u", "IMAP_PASSWORD": "p", "IMAP_PORT": "1"},
            Mailbox("h", "u", "p", port=1),
        ),
    ],
)
def test_what_names_a_mailbox(environment: dict[str, str], box: Mailbox | None) -> None:
    assert mailbox_in(environment) == box


def test_half_of_a_mailbox_is_none() -> None:
    with pytest.raises(ValueError, match="IMAP_PASSWORD"):
        mailbox_in({"IMAP_HOST": "h", "IMAP_USER": "u"})


def test_the_password_is_in_no_text_of_it() -> None:
    assert "geheim" not in repr(Mailbox("h", "u", "geheim"))
    assert ssl.create_default_context().check_hostname
