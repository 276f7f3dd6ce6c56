"""What git knows of a content folder. Repositories are made by git itself."""

import os
import subprocess
from pathlib import Path

import pytest

from plugins.catalogue import history
from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.history import History, head, read, since

NOON = 1_700_000_000


class Repository:
    """A repository with its content below `content/`, and a clock that stands."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.content, self.at = folder, folder / "content", NOON
        self.content.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        date = f"@{self.at} +0000"
        names = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME",)}
        mails = {f"GIT_{who}_EMAIL": "x@example.org" for who in ("AUTHOR", "COMMITTER")}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={
                **os.environ, **names, **mails,
                "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
                "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
            },
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    def write(self, name: str, text: str) -> None:
        (self.content / name).parent.mkdir(parents=True, exist_ok=True)
        (self.content / name).write_text(text)

    def commit(self, *names: str, text: str = "", after: int = 0) -> None:
        """Change these files, so many seconds after the last time."""
        self.at += after
        for name in names:
            self.write(name, text or f"{self.at}{self.git('rev-list', '--all', '--count')}")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x")

    def since(self) -> dict[str, int]:
        """In seconds after noon."""
        return {name: at - NOON for name, at in read(self.content, None).changed.items()}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "r")


def test_the_last_commit_that_touched_a_file(repository: Repository) -> None:
    repository.commit("events/a.md", "events/b.md", "pages/x.md")
    repository.commit("events/b.md", "associations/c.yaml", after=60)
    repository.commit("pages/x.md", after=60)
    assert repository.since() == {"events/a.md": 0, "events/b.md": 60, "associations/c.yaml": 60}
    assert read(repository.content, None).unchanged_since == {
        "events/a.md", "events/b.md", "associations/c.yaml",
    }  # fmt: skip


@pytest.mark.parametrize(("after", "expected"), [(0, 2), (-9999, 2), (1, 2), (5, 10)])
def test_each_commit_is_later_than_the_one_before(
    repository: Repository, after: int, expected: int
) -> None:
    """Within one second, and with a clock that goes wrong."""
    for step in range(3):
        repository.commit("events/a.md", after=after if step else 0)
    assert repository.since() == {"events/a.md": expected}


def test_a_merge_that_undoes_a_change_is_one(repository: Repository) -> None:
    repository.commit("events/a.md")
    repository.git("checkout", "-q", "-b", "other")
    repository.commit("events/b.md", after=10)
    repository.git("checkout", "-q", "main")
    repository.commit("events/a.md", after=10)
    repository.git("checkout", "-q", "other")
    repository.at += 10
    repository.git("merge", "-q", "-s", "ours", "-m", "x", "main")
    assert repository.since() == {"events/a.md": 30, "events/b.md": 30}


@pytest.mark.slow
def test_history_that_only_grows_never_falls(repository: Repository) -> None:
    repository.commit("events/a.md")
    known = repository.since()["events/a.md"]
    for step in range(4):
        repository.git("checkout", "-q", "-b", f"side{step}")
        repository.commit("events/a.md", after=5)
        repository.git("checkout", "-q", "main")
        repository.commit("events/a.md", after=-4)
        before = repository.since()["events/a.md"]
        assert before > known
        strategy = "ours" if step % 2 else "theirs"
        repository.git("merge", "-q", "-X", strategy, "-m", "x", f"side{step}")
        known = repository.since()["events/a.md"]
        assert known > before


def test_what_differs_from_the_last_commit(repository: Repository) -> None:
    (repository.folder / ".gitignore").write_text("hidden.md\n")
    repository.commit("events/a.md", "events/b.md", "events/c.md", "events/d.md")
    repository.write("events/a.md", "other")
    repository.write("events/new.md", "new")
    repository.write("events/hidden.md", "new")
    repository.write("events/b.md", (repository.content / "events/b.md").read_text())
    (repository.content / "events/d.md").unlink()
    assert read(repository.content, None).unchanged_since == {"events/b.md", "events/c.md"}


def test_names_are_never_options(repository: Repository) -> None:
    names = ("events/--output=x.md", "events/ a\nb\t.md", "events/\x01.md", "events/ü.md")
    repository.commit(*names)
    assert repository.since() == dict.fromkeys(names, 0)


def test_a_shallow_clone_is_known_as_one(repository: Repository, tmp_path: Path) -> None:
    repository.commit("events/a.md")
    repository.commit("events/b.md", after=60)
    url = repository.folder.as_uri()
    repository.git("clone", "-q", "--depth", "1", url, str(tmp_path / "shallow"))
    repository.git("clone", "-q", url, str(tmp_path / "whole"))
    shallow, whole = (read(tmp_path / name / "content", None) for name in ("shallow", "whole"))
    assert shallow.is_shallow and not whole.is_shallow
    assert whole == read(repository.content, None)
    assert head(tmp_path / "shallow" / "content") != head(tmp_path / "whole" / "content")


def test_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = Repository(tmp_path / "empty")
    assert read(empty.content, None) == read(tmp_path, None) == History()
    assert read(tmp_path / "nowhere", None) == History()
    empty.commit("events/a.md")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (read(empty.content, None), head(empty.content)) == (History(), b"")


def test_a_hook_of_another_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("events/a.md")
    monkeypatch.setenv("GIT_DIR", str(Repository(tmp_path / "other").folder / ".git"))
    assert read(repository.content, None).changed == {"events/a.md": NOON}


def test_a_submodule_and_a_worktree(repository: Repository, tmp_path: Path) -> None:
    repository.commit("events/a.md")
    outer = Repository(tmp_path / "outer")
    add = ("-c", "protocol.file.allow=always", "submodule", "add", "-q")
    outer.git(*add, repository.folder.as_uri(), "city")
    outer.commit(after=99)
    repository.git("worktree", "add", "-q", str(tmp_path / "tree"), "-b", "b")
    for content in (outer.folder / "city" / "content", tmp_path / "tree" / "content"):
        assert read(content, None) == read(repository.content, None)


def test_git_is_asked_a_few_times_and_kept_until_head_moves(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    ask = history._git

    def noted(folder: Path, *arguments: str) -> bytes:
        asked.append(arguments[0])
        return ask(folder, *arguments)

    monkeypatch.setattr(history, "_git", noted)
    memory = CacheFolder(tmp_path / "kept", b"k" * 32)
    repository.commit(*(f"events/{number}.md" for number in range(50)))
    first = read(repository.content, memory)
    assert asked == ["rev-parse", "rev-list", "-c", "ls-tree", "diff"]
    asked.clear()
    assert read(repository.content, memory) == first
    assert asked == ["rev-parse", "diff"]
    repository.commit("events/7.md", after=7)
    assert read(repository.content, memory).changed["events/7.md"] == NOON + 7


FOLDERS = ("events", "board", "pages")


def test_what_became_of_files_since_a_moment(repository: Repository) -> None:
    repository.commit("events/a.md", "events/b.md", "board/c.md", "pages/d.md", "reports/r.md")
    repository.commit("events/a.md", "events/b.md", "events/new.md", "images/x.svg", after=10)
    repository.git("rm", "-q", "content/board/c.md")
    repository.git("mv", "content/pages/d.md", "content/pages/e.md")
    repository.commit("reports/r.md", after=10)
    repository.write("events/a.md", "not committed")
    repository.write("events/untracked.md", "not committed")
    changes = {
        "events/a.md": "M",
        "events/b.md": "M",
        "events/new.md": "A",
        "events/untracked.md": "A",
        "board/c.md": "D",
        "pages/d.md": "D",
        "pages/e.md": "A",
    }
    assert since(repository.content, NOON + 9, FOLDERS) == changes
    later = {name: changes[name] for name in changes.keys() - {"events/b.md", "events/new.md"}}
    assert since(repository.content, NOON + 19, FOLDERS) == later
    assert since(repository.content, NOON + 20, FOLDERS) == {
        "events/a.md": "M",
        "events/untracked.md": "A",
    }


def test_before_the_first_commit_there_was_nothing(repository: Repository) -> None:
    repository.commit("events/a.md")
    assert since(repository.content, NOON - 1, FOLDERS) == {"events/a.md": "A"}


def test_what_is_not_known(repository: Repository, tmp_path: Path) -> None:
    assert since(repository.content, NOON, FOLDERS) is None
    repository.commit("events/a.md")
    repository.commit("events/a.md", after=10)
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth=1", f"file://{repository.folder}", str(clone))
    assert since(clone / "content", NOON, FOLDERS) is None
    (tmp_path / "none").mkdir()
    assert since(tmp_path / "none", NOON, FOLDERS) is None
