"""The commit of one file that was accepted: it says what, not who."""

import re
import subprocess
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

_LOCKED = re.compile(r"Unable to create '([^'\n]+\.lock)': File exists")
TRIES, PAUSE = 10, 0.2
"""So often it is tried while another git is at work, and so many seconds lie between."""


class NotCommitted(Exception):
    """Git did not take it; the text is what it said.

    `lock` is the file by which another git keeps all others out, or one that was ended has left.
    """

    def __init__(self, message: str, lock: str = "") -> None:
        super().__init__(message)
        self.lock = lock


def commit(
    content: Path, paths: Iterable[Path], message: str, environment: Mapping[str, str]
) -> bool:
    """Commit these files and nothing else; whether there was anything to commit.

    Nothing happens where the content is in no repository. Raises `NotCommitted`.
    """
    git = WorkTree(content, environment)
    if not git.says("rev-parse", "--is-inside-work-tree"):
        return False
    names = [str(path.absolute()) for path in paths]
    if not git.run("status", "--porcelain", "-z", "--", *names).strip():
        return False
    git.run("add", "--all", "--", *names)
    git.run("commit", "--quiet", f"--message={message}", "--", *names)
    return True


class WorkTree:
    """Git in a folder. Nothing that is handed to it passes a shell."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        """`environment` is what git sees of the world."""
        self._folder = folder
        self._environment = {**environment, "LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1"}

    def says(self, *arguments: str) -> bool:
        """Whether git answers with yes."""
        try:
            return self.run(*arguments).strip() == "true"
        except NotCommitted:
            return False

    def run(self, *arguments: str) -> str:
        """What git says, as soon as no other git is at work. Raises `NotCommitted`."""
        for _ in range(TRIES):
            try:
                return self._run(arguments)
            except NotCommitted as error:
                if not error.lock:
                    raise
                last = error
            time.sleep(PAUSE)
        raise last

    def _run(self, arguments: tuple[str, ...]) -> str:
        try:
            done = subprocess.run(
                ["git", *arguments],
                cwd=self._folder,
                env=self._environment,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                stdin=subprocess.DEVNULL,
                check=False,
            )
        except OSError as error:
            raise NotCommitted(error.strerror or "git") from error
        if done.returncode:
            message = (done.stderr or done.stdout).strip()
            lock = _LOCKED.search(message)
            text = " ".join(message.split("\n")[:4]) or f"git {arguments[0]}"
            raise NotCommitted(text, lock[1] if lock else "")
        return done.stdout
