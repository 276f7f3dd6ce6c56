"""The state of git's files changes whenever git says that the folder is at another commit."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.catalogue.commit import state
from plugins.catalogue.history import head
from tests.catalogue.test_history import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "r")
    repository.commit("events/a.md", text="1")
    repository.commit("events/a.md", text="2", after=1)
    return repository


def _packed(repository: Repository) -> None:
    repository.git("pack-refs", "--all")
    repository.commit("events/a.md", text="3", after=1)
    repository.git("pack-refs", "--all")


def _by_another_name(repository: Repository) -> None:
    repository.git("symbolic-ref", "refs/heads/alias", "refs/heads/main")
    repository.git("symbolic-ref", "HEAD", "refs/heads/alias")
    repository.commit("events/a.md", text="3", after=1)


def _shallow(repository: Repository) -> None:
    (repository.folder / ".git" / "shallow").write_text(repository.git("rev-parse", "HEAD") + "\n")


CHANGES: dict[str, Callable[[Repository], object]] = {
    "a commit": lambda r: r.commit("events/a.md", text="3", after=1),
    "an amended one": lambda r: r.git("commit", "-q", "--amend", "-m", "y"),
    "back to the one before": lambda r: r.git("reset", "-q", "--hard", "HEAD~1"),
    "detached": lambda r: r.git("checkout", "-q", "--detach", "HEAD~1"),
    "another branch": lambda r: r.git("checkout", "-q", "-b", "other", "HEAD~1"),
    "a branch without commits": lambda r: r.git("checkout", "-q", "--orphan", "new"),
    "among others in one file": _packed,
    "by another name": _by_another_name,
    "older ones are lacking": _shallow,
    "no repository": lambda r: (r.folder / ".git").rename(r.folder / "gone"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_another_commit_is_another_state(
    repository: Repository, change: Callable[[Repository], object]
) -> None:
    before, was = state(repository.content), head(repository.content)
    assert state(repository.content) == before != b""
    change(repository)
    assert head(repository.content) != was
    assert state(repository.content) != before


def test_once_packed_a_commit_is_another_state(repository: Repository) -> None:
    repository.git("pack-refs", "--all")
    before = state(repository.content)
    repository.commit("events/a.md", text="3", after=1)
    assert state(repository.content) != before


def test_in_a_further_work_tree(repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "-q", "-b", "there", str(tmp_path / "there"))
    there = tmp_path / "there" / "content"
    before, here = state(there), state(repository.content)
    repository.git("update-ref", "refs/heads/there", "HEAD~1")
    assert state(there) != before
    assert state(repository.content) == here


def test_without_a_repository_there_is_none(tmp_path: Path) -> None:
    assert state(tmp_path) == b""
