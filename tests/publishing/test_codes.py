"""Every code of a built site has a folder that yields exactly it; every refusal has a test."""

import errno
import json
import re
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from plugins.catalogue.codes import found_by
from plugins.catalogue.diagnostics import Diagnostic, diagnostic
from plugins.catalogue.diagnostics import Place as Position
from plugins.publishing import __main__
from plugins.publishing.__main__ import _reason, refused
from plugins.publishing.audit import MANIFEST, POLICY, audit
from plugins.publishing.contents import INVENTORY, Loss
from plugins.publishing.local import LocalFolder
from plugins.publishing.release import NotReleased, opened, publish, rollback
from plugins.publishing.target import Damaged
from plugins.publishing.workshop import Workshop
from tests.casebook import CASES, compare, lay_mended

OUT = [code for code in found_by("publish") if code.startswith("OUT-")]
PUB = [code for code in found_by("publish") if code.startswith("PUB-")]


def found(name: str, tmp_path: Path) -> tuple[Diagnostic, ...]:
    site = Path(shutil.copytree(CASES / name / "site", tmp_path / "site"))
    if name == "OUT-LINK-FILE":  # a link in git is a file on some systems
        (site / "satzung.txt").unlink()
        (site / "satzung.txt").symlink_to("/etc/hostname")
    return audit(site)


@pytest.mark.golden
@pytest.mark.parametrize("code", OUT)
def test_a_case_yields_its_code_and_nothing_else(code: str, tmp_path: Path, bless: bool) -> None:
    findings = found(code, tmp_path)
    assert [finding.code for finding in findings] == [code]
    compare(code, findings, bless=bless)


@pytest.mark.parametrize("code", OUT)
def test_once_mended_nothing_is_found(code: str, tmp_path: Path) -> None:
    assert audit(lay_mended(code, tmp_path)) == ()


@pytest.mark.golden
def test_several_faults_are_all_reported(tmp_path: Path, bless: bool) -> None:
    findings = found("several-OUT", tmp_path)
    assert len({finding.code for finding in findings}) >= 6
    compare("several-OUT", findings, bless=bless)


PAGE = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}">'


def build(folder: Path, ids: tuple[str, ...] = ("a", "b"), link: str = "/") -> int:
    """A site of one page."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(f'{PAGE}<a href="{link}">')
    shown = {"entries": {"associations": ids}, "left_out": 0}
    (folder / INVENTORY).write_text(json.dumps(shown))
    (folder / MANIFEST).write_text(f"{INVENTORY}\nindex.html\n")
    return 0


def put_live(tmp_path: Path, made: Callable[[Path], int] = build) -> None:
    with opened(LocalFolder(tmp_path / "target")) as target:
        now = datetime(2026, 11, 22, tzinfo=UTC)
        publish(target, made, Workshop(tmp_path / "work"), now, "", 5)


def _busy(tmp_path: Path) -> None:
    with opened(LocalFolder(tmp_path / "target")):
        put_live(tmp_path)


def _damaged(tmp_path: Path) -> None:
    """A disk that does not give back what it was given."""
    with opened(LocalFolder(tmp_path)):
        raise Damaged


def _loss(tmp_path: Path) -> None:
    put_live(tmp_path)
    put_live(tmp_path, partial(build, ids=("a",)))


def _no_earlier(tmp_path: Path) -> None:
    with opened(LocalFolder(tmp_path / "target")) as target:
        rollback(target)


def _hindered(number: int) -> None:
    reason = _reason(OSError(number, "x", "releases/a"), "releases")
    assert reason is not None
    raise reason


# What leads to each refusal.
MADE: Mapping[str, Callable[[Path], None]] = {
    "PUB-BUILD": lambda folder: put_live(folder, lambda _: 1),
    "PUB-AUDIT": lambda folder: put_live(folder, partial(build, link="/gone/")),
    "PUB-BUSY": _busy,
    "PUB-DAMAGED": _damaged,
    "PUB-LOSS": _loss,
    "PUB-NO-EARLIER": _no_earlier,
    "PUB-FULL": lambda _: _hindered(errno.ENOSPC),
    "PUB-FORBIDDEN": lambda _: _hindered(errno.EROFS),
    "PUB-PLACE": lambda _: _hindered(errno.EISDIR),
    "PUB-DISK": lambda _: _hindered(errno.EIO),
}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (
            "concise",
            "events: 2 von 3 fehlen\n"
            "a\\x1b[2J\\n::error::b/index.html:6:4: OUT-LINK Der Link »/\\u202e\\r« führt",
        ),
        (
            "github",
            "events: 2 von 3 fehlen\n"
            "::error file=a\\x1b[2J\\n%3A%3Aerror%3A%3Ab/index.html,line=6,col=4,title=OUT-LINK::",
        ),
    ],
)
def test_nothing_that_was_found_steers_the_terminal_or_the_forge(
    form: str,
    expected: str,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, details = "a\x1b[2J\n::error::b/index.html", {"value": "/\u202e\r"}
    hostile = diagnostic(path, Position(6, 4), "OUT-LINK", details)
    reason = NotReleased("PUB-AUDIT", 1, (hostile,), (Loss("events", 2, 3),))

    def run(*_: object) -> None:
        raise reason

    monkeypatch.setattr(__main__, "ROOT", project)
    monkeypatch.setattr(__main__, "_run", run)
    monkeypatch.setenv("FORMAT", form)
    assert __main__.main(["publish"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(expected)
    assert re.findall(r"[^\n -~ -\U0010ffff]|\u202e", said) == []
    assert all(line.startswith("::") for line in said.split("\n")[1:-1]) or form == "concise"


@pytest.mark.parametrize("code", PUB)
def test_a_refusal_has_its_code_and_its_texts(code: str, tmp_path: Path) -> None:
    with pytest.raises(NotReleased) as reason:
        MADE[code](tmp_path)
    *findings, last = refused(reason.value, "releases")
    assert (last.path, last.code) == ("releases", code)
    assert [finding.code for finding in findings] == ["OUT-LINK"] * (code == "PUB-AUDIT")
    for language in ("de", "en"):
        assert "{" not in last.message(language) + last.remedy(language)
