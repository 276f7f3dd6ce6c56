"""A server, played by a shell that stays on this machine; a disk that need not be waited for."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def a_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where to publish: the folder `home/www`, by an ssh that runs the command right here."""
    home, programs = tmp_path / "home", tmp_path / "programs"
    home.mkdir()
    programs.mkdir()
    (programs / "sync").symlink_to("/bin/true")
    ssh = tmp_path / "ssh"
    ssh.write_text(
        '#!/bin/sh\n[ "$1" = -- ] && shift\n[ "$1" = host ] || exit 255\nshift\n'
        f'[ "$1" = -- ] && shift\ncd {home}\nPATH={programs}:$PATH exec sh -c "$*"\n'
    )
    ssh.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(ssh))
    return "host:www"


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is killed loses nothing that was written: only a power cut would."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
