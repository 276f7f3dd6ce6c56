"""A branch on the forge with one commit of ours, made beside the work tree: that stays as it is.

Git takes everything from its store of objects: the files from a folder that goes again, the rest
of the tree from the forge's own branch, as it is there now.
"""

import base64
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.catalogue.settings import Site
from plugins.intake.git import NotCommitted, WorkTree
from plugins.intake.inbox import decision
from plugins.intake.inbox.decision import Decision, FileDiff

ORIGIN = "origin"


class Elsewhere(Exception):
    """On the forge a file is not as it was when it was decided about; the text is its name."""


class Taken(Exception):
    """There is such a branch, and somebody has worked on it; the text is its name."""


def for_git(site: Site, server: str, token: str, environment: Mapping[str, str]) -> dict[str, str]:
    """What git sees: the office as author, and the token for this forge and this run alone."""
    allowed = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    return {
        **environment,
        **{f"GIT_{who}_NAME": site.name for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": site.office.email for who in ("AUTHOR", "COMMITTER")},
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_HTTP_LOW_SPEED_LIMIT": "1",  # a forge that says nothing is given up
        "GIT_HTTP_LOW_SPEED_TIME": "30",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{server.rstrip('/')}/.extraheader",
        "GIT_CONFIG_VALUE_0": f"Authorization: Basic {allowed}",
    }


@dataclass(frozen=True)
class _Heads:
    """What the forge has: its default branch, and ours if it is there."""

    name: str
    base: str
    tip: str


def push(content: Path, branch: str, made: Decision, environment: Mapping[str, str]) -> str:
    """See that the forge has a branch with what was decided; the name of the one that it is for.

    That is empty where the default branch has them already. A branch of ours that nobody has
    worked on becomes what is wanted now. Raises `Elsewhere`, `Taken`, `NotCommitted`: then
    nothing has changed on the forge.
    """
    git = WorkTree(content, environment)
    heads, changes = _heads(git, branch), decision.changes(made)
    names = (heads.name, branch) if heads.tip else (heads.name,)
    refs = [f"refs/heads/{name}" for name in names]
    git.run("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", ORIGIN, *refs)
    with tempfile.TemporaryDirectory() as folder:
        work = _Work(content, environment, Path(folder))
        wanted = {work.named(one): work.blob(one, one.after) for one in changes}
        was = {work.named(one): work.blob(one, one.before) for one in changes}
        there = {path: work.there(heads.base, path) for path in wanted}
        if there == wanted:
            return ""
        for path, blob in there.items():
            if blob not in (was[path], wanted[path]):
                raise Elsewhere(path)
        if heads.tip and all(work.there(heads.tip, path) == wanted[path] for path in wanted):
            return heads.name
        if heads.tip and not _is_ours(git, heads, environment):
            raise Taken(branch)
        commit = work.commit(heads.base, wanted, made.message)
    lease = f"--force-with-lease=refs/heads/{branch}:{heads.tip}"
    git.run("push", "--quiet", lease, ORIGIN, f"{commit}:refs/heads/{branch}")
    return heads.name


def _heads(git: WorkTree, branch: str) -> _Heads:
    output = git.run("ls-remote", "--symref", ORIGIN, "HEAD", f"refs/heads/{branch}")
    known = {
        name: value for value, _, name in (line.partition("\t") for line in output.split("\n"))
    }
    head = next((line for line in output.split("\n") if line.startswith("ref: ")), "")
    name = head.partition("\t")[0].removeprefix("ref: refs/heads/")
    if not name or "HEAD" not in known:
        raise NotCommitted(f"{ORIGIN}: HEAD?")
    return _Heads(name, known["HEAD"], known.get(f"refs/heads/{branch}", ""))


def _is_ours(git: WorkTree, heads: _Heads, environment: Mapping[str, str]) -> bool:
    """Whether the branch has our commit and no other."""
    output = git.run("log", "--format=%ce", f"{heads.base}..{heads.tip}")
    return output.split("\n") == [environment["GIT_COMMITTER_EMAIL"], ""]


class _Work:
    """Makes a commit with an index and files in a folder of its own."""

    def __init__(self, content: Path, environment: Mapping[str, str], folder: Path) -> None:
        index = {"GIT_INDEX_FILE": str(folder / "index")}
        self._git, self._content = WorkTree(content, {**environment, **index}), content
        self._file = folder / "file"
        self._prefix = self._git.run("rev-parse", "--show-prefix").strip("\n")

    def named(self, change: FileDiff) -> str:
        """How the repository calls a file."""
        return f"{self._prefix}{change.path.relative_to(self._content).as_posix()}"

    def blob(self, change: FileDiff, data: bytes | None) -> str:
        """The id of these bytes as `git add` would have them at this place; empty for none."""
        if data is None:
            return ""
        self._file.write_bytes(data)
        path = change.path.relative_to(self._content).as_posix()
        return self._git.run("hash-object", "-w", f"--path={path}", str(self._file)).strip()

    def there(self, commit: str, path: str) -> str:
        """The id of a file in a commit; empty where it has none."""
        output = self._git.run("ls-tree", "--full-tree", commit, path).split()
        return output[2] if output else ""

    def commit(self, base: str, wanted: Mapping[str, str], message: str) -> str:
        """The commit of these files on top of another."""
        self._git.run("read-tree", base)
        for path, blob in wanted.items():
            if blob:
                self._git.run("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
            else:  # this one is named from where git runs
                self._git.run("update-index", "--force-remove", path.removeprefix(self._prefix))
        tree = self._git.run("write-tree").strip()
        return self._git.run("commit-tree", tree, "-p", base, "-m", message).strip()
