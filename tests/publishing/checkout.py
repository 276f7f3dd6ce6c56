"""A checkout that publishes into a folder of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from plugins.publishing.contents import digests
from tests.checkout import SITES, check_out


class Checkout:
    """The city of the tests, publishing into `releases/`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        check_out(folder)
        shutil.copytree(SITES / "small" / "content", folder / "content", dirs_exist_ok=True)
        self.given = {"TODAY": "2026-11-22", "LANGUAGES": "de", "XDG_STATE_HOME": f"{folder}/state"}

    def run(self, *command: str, **given: str) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, **self.given, **given}
        whole = [sys.executable, "-m", *command]
        return subprocess.run(
            whole,
            cwd=self.folder,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=300,
        )

    def publish(self, **given: str) -> "subprocess.CompletedProcess[str]":
        return self.run("plugins.publishing", "publish", **given)

    def live(self) -> dict[str, str]:
        """What visitors get: each file's digest, but for the marker of the release."""
        site = digests(self.folder / "releases" / "live" / "")
        return {name: digest for name, digest in site.items() if name != ".release"}

    def from_nothing(self, **given: str) -> dict[str, str]:
        """What a build gives that knows of no other: nothing is kept for it, or by it."""
        output = self.folder / "nothing"
        shutil.rmtree(output, ignore_errors=True)
        given = {**given, "XDG_STATE_HOME": "relative", "HOME": "relative", "OUTPUT": str(output)}
        self.run("plugins.building", **given)
        return dict(digests(output))

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
