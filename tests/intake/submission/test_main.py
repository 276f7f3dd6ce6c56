"""`make inbox-mail`: what is said, how it ends, what is in the inbox then."""

from pathlib import Path

import pytest

from plugins.intake.submission import sources
from plugins.intake.submission.__main__ import main
from plugins.intake.submission.store import DraftStore, StoreError
from tests.checkout import settings_text
from tests.intake.submission.test_mail import mail


@pytest.fixture
def conf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("MAIL", "LANGUAGE", "IMAP_HOST"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "pelican.conf.py"
    path.write_text(settings_text(), encoding="utf-8")
    return path


def test_each_mail_once(
    conf: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = conf.parent / "mails"
    mails.mkdir()
    (mails / "a.eml").write_bytes(mail())
    (mails / "b.eml").write_bytes(b"Received: elsewhere\n" + mail())
    (mails / "c.eml").write_bytes(mail("Etwas anderes unter derselben Message-ID"))
    monkeypatch.setenv("MAIL", str(mails))
    assert (main(conf), main(conf)) == (0, 0)
    assert capsys.readouterr().out == (
        "Mails gelesen: 3, davon neu: 2. Als Nächstes: make inbox\n"
        "Mails gelesen: 3, davon neu: 0. Als Nächstes: make inbox\n"
    )
    store = DraftStore(conf.parent / "eingang")
    kept = [found.submission.form for one in store.ids() if (found := store.get(one))]
    assert sorted(kept) == ["hinweis", "verein"]


def test_a_mail_that_cannot_be_read_keeps_no_other_out(
    conf: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither does one that a mail program has put elsewhere since."""
    for name in ("a", "b", "c", "d"):
        (conf.parent / f"{name}.eml").write_bytes(mail(name))
    read = sources._read

    def some(path: Path) -> bytes:
        errors = {"b.eml": PermissionError, "c.eml": FileNotFoundError}
        if path.name in errors:
            raise errors[path.name](13, "Permission denied", path.name)
        return read(path)

    monkeypatch.setattr(sources, "_read", some)
    monkeypatch.setenv("MAIL", str(conf.parent))
    assert main(conf) == 2
    said = "make inbox-mail: b.eml lässt sich nicht lesen: Permission denied\n"
    assert capsys.readouterr().err == said
    assert len(DraftStore(conf.parent / "eingang").ids()) == 2


@pytest.mark.parametrize(
    ("mails", "language", "said"),
    [
        ("", "de", "Welche Mails? MAIL=datei.eml"),
        ("", "en", "Which mails? MAIL=file.eml"),
        ("gibt-es-nicht", "de", "gibt-es-nicht lässt sich nicht lesen: No such file or directory"),
    ],
)
def test_what_was_given_is_no_mail(
    mails: str,
    language: str,
    said: str,
    conf: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MAIL", mails)
    monkeypatch.setenv("LANGUAGE", language)
    assert main(conf) == 1
    assert capsys.readouterr().out.startswith(said)
    assert not (conf.parent / "eingang").exists()


def test_a_full_disk_is_said_in_one_sentence(
    conf: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> None:
        raise StoreError(Path("eingang"), "full", is_full=True)

    (conf.parent / "a.eml").write_bytes(mail())
    monkeypatch.setenv("MAIL", str(conf.parent / "a.eml"))
    monkeypatch.setattr(DraftStore, "put", full)
    assert main(conf) == 2
    said = capsys.readouterr().err
    assert said.startswith("make inbox-mail: Der Platz auf der Platte reicht nicht.")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "inbox", ["content", "content/eingang", "output", "output/x", "content/../output"]
)
def test_the_inbox_is_no_part_of_the_site(
    inbox: str, conf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conf.write_text(conf.read_text("utf-8") + f"\nINBOX = {inbox!r}\n", "utf-8")
    assert main(conf) == 2
    assert capsys.readouterr().err.startswith("make inbox-mail: pelican.conf.py: INBOX: ")
