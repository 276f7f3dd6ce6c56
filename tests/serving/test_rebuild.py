"""A build for `make serve` that is left to Pelican, because plugins of others are asked for."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.serving.rebuild import Rebuilt, rebuild

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def foreign(tmp_path: Path, settings: Settings) -> Settings:
    """Settings that name a plugin of somebody else."""
    content = ROOT / "tests" / "sites" / "small" / "content"
    folders = {"content": content, "output": tmp_path / "output", "cache": tmp_path / "cache"}
    return replace(settings, **folders, plugins=("plugins.building", "sitemap"), state=None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "expected"),
    [(0, ("", True)), (1, ("", False)), (2, ("RuntimeError: pelican: 2", False))],
)
def test_pelican_is_asked(
    foreign: Settings,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    expected: tuple[str, bool],
) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        asked.append(command[1:3])
        return subprocess.CompletedProcess(command, code)

    monkeypatch.setattr(subprocess, "run", run)
    done = rebuild(foreign, io.StringIO(), has_good=False)
    said = [item.message.partition(" (")[0] for s in done.sections for item in s.items]
    assert asked == [["-m", "pelican"]]
    assert ("".join(said), done.is_good) == expected
    assert isinstance(done, Rebuilt)
