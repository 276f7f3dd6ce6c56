"""Trees and files of a git repository, read from its objects: nothing is checked out.

So no filter of a checkout runs, no link is followed, and no name from the repository becomes an
option of a command.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MAX_FILES = 200_000
MAX_BYTES = 32 * 1024 * 1024
"""No more of a file is read: a picture's size stands in its first bytes, a text is far smaller."""

_LINK, _SUBMODULE = "120000", "160000"
_NOWHERE = "nowhere"


class GitError(Exception):
    """Git could not do what was asked for; the text says what it said."""


@dataclass(frozen=True)
class TreeFile:
    """A file of a tree: its mode (100644, 120000 for a link ...), its object, its path."""

    mode: str
    object: str
    path: str


class ObjectDatabase:
    """The repository around the current folder, with the environment that a hook is given."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Nothing is run yet."""
        self._environment = {**environment, "LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1"}

    def top(self) -> Path:
        """The folder of the repository. Raises `GitError` outside of one."""
        return Path(self._line("rev-parse", "--show-toplevel")).resolve()

    def staged_tree(self) -> str:
        """The tree that `git commit` would make now. Raises `GitError` in the midst of a merge."""
        return self._line("write-tree")

    def head_tree(self) -> str:
        """The tree of the last commit; empty when there is none yet."""
        done = self._run("rev-parse", "--verify", "--quiet", "HEAD^{tree}", check=False)
        return done.decode("ascii").strip()

    def files(self, tree: str, folder: str) -> Iterator[TreeFile]:
        """The files of a tree below `folder`, with their paths inside it. Submodules are left out.

        Raises `GitError` when there are too many, and for names that no checkout would allow.
        """
        if not tree:
            return
        prefix = "" if folder == "." else f"{folder}/"
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", tree, "--", prefix or ".")
        for number, line in enumerate(filter(None, listed.split(b"\0"))):
            if number >= MAX_FILES:
                raise GitError(f"more than {MAX_FILES} files")
            head, _, name = line.partition(b"\t")
            mode, _, blob = head.decode("ascii").split(" ")
            if mode != _SUBMODULE:
                yield TreeFile(mode, blob, _safe(os.fsdecode(name).removeprefix(prefix)))

    def write(self, files: Iterable[TreeFile], folder: Path) -> None:
        """Write the files below `folder`, which must be new. A link leads nowhere afterwards.

        Raises `GitError` when an object is missing, and `OSError`.
        """
        command = ["git", "cat-file", "--batch"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self._environment
        ) as process:
            assert process.stdin and process.stdout
            for file in files:
                path = folder / file.path
                path.parent.mkdir(parents=True, exist_ok=True)
                if file.mode == _LINK:
                    path.symlink_to(_NOWHERE)
                    continue
                process.stdin.write(f"{file.object}\n".encode("ascii"))
                process.stdin.flush()
                with path.open("xb") as target:
                    _copy(process.stdout, target)

    def _line(self, *arguments: str) -> str:
        return os.fsdecode(self._run(*arguments)).rstrip("\n")

    def _run(self, *arguments: str, check: bool = True) -> bytes:
        try:
            done = subprocess.run(
                ["git", *arguments], env=self._environment, capture_output=True, check=False
            )
        except OSError as error:
            raise GitError(f"git: {error.strerror}") from error
        if check and done.returncode:
            message = done.stderr.decode("utf-8", errors="replace").strip()
            raise GitError(message.splitlines()[0] if message else f"git {arguments[0]}")
        return done.stdout


def _safe(path: str) -> str:
    """The path, when it stays inside. Git refuses others as well, but not in every old version."""
    parts = path.split("/")
    if any(part.lower() in ("", ".", "..", ".git") for part in parts):
        raise GitError(f"name: {path!r}")
    return path


def _copy(source: IO[bytes], target: IO[bytes]) -> None:
    """One object of `git cat-file --batch`: a line with its size, its bytes, a line break."""
    head = source.readline().split()
    if len(head) != 3 or head[1] != b"blob":
        raise GitError(f"object: {head[:2]!r}")
    left, room = int(head[2]), MAX_BYTES
    while left:
        data = source.read(min(left, 1024 * 1024))
        if not data:
            raise GitError("object: too short")
        left -= len(data)
        target.write(data[:room])
        room -= min(room, len(data))
    source.read(1)
