"""The git hook, with real repositories: what is staged counts, and only what a commit changes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.catalogue.diagnostics import Diagnostic, Place
from plugins.validation.staged.__main__ import main
from plugins.validation.staged.compare import caused
from plugins.validation.staged.git import GitError, ObjectDatabase
from tests.waiting import MOST

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
HOOK = ROOT / "tools" / "hooks" / "pre-commit"
CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2024-01-10\n"
DANCE = "name: Tanz\ntopics: [musik]\nlisted: 2024-01-10\n"
EVENT = "title: Probe\nstart: 2026-12-05\norganisers: [chor]\n"
FEAST = EVENT.replace("Probe", "Fest")
TOPICS = "musik: {label: {de: Musik}}\n"
START = {
    "content/vocabulary/topics.yaml": TOPICS,
    "content/associations/chor.yaml": CHOIR,
    "content/associations/tanz.yaml": DANCE,
    "content/events/probe.yaml": EVENT,
}


class Repository:
    """A repository of its own, which knows nothing of the machine's settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder.parent),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_NAME": "Ana" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "ana@example.org" for who in ("AUTHOR", "COMMITTER")},
        }
        self.git("init", "--quiet")

    def git(self, *arguments: str, data: str | None = None) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=self.environment,
            input=data,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def stage(self, files: Mapping[str, str]) -> None:
        self.write(files)
        self.git("add", "--all")

    def commit(self) -> None:
        self.git("commit", "--quiet", "--message", "x")


@pytest.fixture
def repository(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path / "site")
    shutil.copy(project / "pelican.conf.py", made.folder)
    made.stage(START)
    made.commit()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TODAY", "2026-12-01")
    monkeypatch.chdir(made.folder)
    return made


Said = pytest.CaptureFixture[str]


def hook(said: Said) -> tuple[int, list[str], str]:
    """The exit code, what was found (place and code), and what was said besides."""
    code = main(Path("pelican.conf.py").resolve())
    output = said.readouterr()
    found = [line.split()[0:2] for line in output.out.splitlines() if not line.startswith(" ")]
    return code, [" ".join(words) for words in found], output.err


def test_nothing_staged_nothing_said(repository: Repository, capsys: Said) -> None:
    assert hook(capsys) == (0, [], "")


def test_what_is_no_content_is_not_looked_at(repository: Repository, capsys: Said) -> None:
    repository.stage({"README.md": "x", "contents/associations/x.yaml": "x"})
    assert hook(capsys) == (0, [], "")


def test_a_good_entry(repository: Repository, capsys: Said) -> None:
    repository.stage({"content/events/fest.yaml": EVENT.replace("Probe", "Fest")})
    assert hook(capsys) == (0, [], "")


def test_a_mistake(repository: Repository, capsys: Said) -> None:
    repository.stage({"content/events/fest.yaml": EVENT.replace("[chor]", "[kor]")})
    assert hook(capsys) == (
        1,
        ["content/events/fest.yaml:3:14: REF-MISSING"],
        "4 Einträge geprüft: 1 Fehler, 0 Warnungen, 0 Hinweise.\n"
        "Nichts wurde gespeichert. Bitte verbessern, mit git add vormerken und noch einmal.\n"
        "Trotzdem speichern: git commit --no-verify\n",
    )


def test_in_english(repository: Repository, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    repository.stage({"content/events/fest.yaml": EVENT.replace("[chor]", "[kor]")})
    assert hook(capsys)[2].splitlines()[1:] == [
        "Nothing was committed. Please mend it, git add it and try again.",
        "Commit all the same: git commit --no-verify",
    ]


def test_two_mistakes_in_two_files(repository: Repository, capsys: Said) -> None:
    bad, other = (text.replace("[chor]", "[kor]") for text in (EVENT, FEAST))
    repository.stage({"content/events/a.yaml": bad, "content/events/b.yaml": other})
    assert hook(capsys)[1] == [
        "content/events/a.yaml:3:14: REF-MISSING",
        "content/events/b.yaml:3:14: REF-MISSING",
    ]


def test_a_warning_is_said_and_allowed(repository: Repository, capsys: Said) -> None:
    repository.stage({"content/associations/kor.yaml": CHOIR})
    code, found, said = hook(capsys)
    assert (code, found) == (0, ["content/associations/kor.yaml:1:7: DUP-NAME"])
    assert said == "4 Einträge geprüft: 0 Fehler, 1 Warnung, 0 Hinweise.\n"


def test_staged_is_wrong_and_the_folder_is_right(repository: Repository, capsys: Said) -> None:
    repository.stage({"content/events/fest.yaml": EVENT.replace("[chor]", "[kor]")})
    repository.write({"content/events/fest.yaml": FEAST})
    assert hook(capsys)[:2] == (1, ["content/events/fest.yaml:3:14: REF-MISSING"])


def test_staged_is_right_and_the_folder_is_wrong(repository: Repository, capsys: Said) -> None:
    repository.stage({"content/events/fest.yaml": FEAST})
    repository.write({"content/events/fest.yaml": "x", "content/events/neu.yaml": "x"})
    assert hook(capsys) == (0, [], "")


def test_what_is_only_announced_is_not_committed(repository: Repository, capsys: Said) -> None:
    repository.write({"content/events/neu.yaml": "x"})
    repository.git("add", "--intent-to-add", "content/events/neu.yaml")
    assert hook(capsys) == (0, [], "")


def test_a_reference_to_what_is_not_staged(repository: Repository, capsys: Said) -> None:
    repository.stage({"content/events/fest.yaml": EVENT.replace("[chor]", "[band]")})
    repository.write({"content/associations/band.yaml": CHOIR.replace("Chor", "Band")})
    assert hook(capsys)[:2] == (1, ["content/events/fest.yaml:3:14: REF-MISSING"])


def test_a_deleted_association_that_others_name(repository: Repository, capsys: Said) -> None:
    repository.git("rm", "--quiet", "content/associations/chor.yaml")
    assert hook(capsys)[:2] == (1, ["content/events/probe.yaml:3:14: REF-MISSING"])


def test_a_renamed_association_that_others_name(repository: Repository, capsys: Said) -> None:
    repository.git("mv", "content/associations/chor.yaml", "content/associations/band.yaml")
    assert hook(capsys)[:2] == (1, ["content/events/probe.yaml:3:14: REF-MISSING"])


def test_a_deleted_association_that_nobody_names(repository: Repository, capsys: Said) -> None:
    repository.git("rm", "--quiet", "content/associations/tanz.yaml")
    assert hook(capsys) == (0, [], "")


def test_a_deleted_topic(repository: Repository, capsys: Said) -> None:
    """The list still lies in the folder, and does not count."""
    repository.git("rm", "--quiet", "--cached", "content/vocabulary/topics.yaml")
    assert hook(capsys)[:2] == (
        1,
        [
            "content/associations/chor.yaml:2:10: REF-TERM",
            "content/associations/tanz.yaml:2:10: REF-TERM",
        ],
    )


def test_old_mistakes_of_others_keep_nobody(repository: Repository, capsys: Said) -> None:
    repository.stage({"content/events/alt.yaml": EVENT.replace("[chor]", "[kor]")})
    repository.commit()
    repository.stage({"content/associations/tanz.yaml": DANCE + "members: 12\n"})
    assert hook(capsys) == (0, [], "")
    repository.stage({"content/events/alt.yaml": EVENT.replace("[chor]", "[kor]") + "price: 3\n"})
    assert hook(capsys)[:2] == (1, ["content/events/alt.yaml:3:14: REF-MISSING"])


def test_the_first_commit(tmp_path: Path, repository: Repository, capsys: Said) -> None:
    repository.git("checkout", "--quiet", "--orphan", "neu")
    repository.stage({"content/events/fest.yaml": EVENT.replace("[chor]", "[kor]")})
    assert hook(capsys)[:2] == (1, ["content/events/fest.yaml:3:14: REF-MISSING"])


def test_everything_deleted(repository: Repository, capsys: Said) -> None:
    repository.git("rm", "--quiet", "-r", "content")
    assert hook(capsys)[:2] == (1, ["content:1:1: FILE-NO-CONTENT"])


def test_a_message_quotes_what_is_staged(
    repository: Repository, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMAT", "full")
    repository.stage({"content/events/fest.yaml": EVENT.replace("[chor]", "[kor]")})
    repository.write({"content/events/fest.yaml": "a\nb\nc\n"})
    main(repository.folder / "pelican.conf.py")
    assert "    3 | organisers: [kor]\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name",
    ["--output=x.md", "-z", "ein name.md", "zei\nle.md", "ä.md", "*.md", ":x.md", "\x1b[31m.md"],
)
def test_names_that_are_meant_to_confuse(repository: Repository, capsys: Said, name: str) -> None:
    repository.stage({f"content/events/{name}": "x"})
    before = sorted(path.name for path in repository.folder.iterdir())
    code = main(repository.folder / "pelican.conf.py")
    said = capsys.readouterr()
    assert (code, said.out.count("\n"), "\x1b" in said.out + said.err) == (1, 2, False)
    assert said.out.split(":")[0].startswith("content/events/") and " FILE-" in said.out
    assert sorted(path.name for path in repository.folder.iterdir()) == before


def test_names_in_no_encoding(repository: Repository, capsys: Said) -> None:
    blob = repository.git("hash-object", "-w", "--stdin", data="x")
    entry = f"100644 {blob}\tcontent/events/\udcff.md"
    subprocess.run(
        ["git", "update-index", "--index-info"], input=os.fsencode(entry), check=True, timeout=MOST
    )
    assert hook(capsys)[:2] == (1, ["content/events/\\udcff.md:1:1: FILE-NAME"])


def test_links_lead_nowhere(repository: Repository, capsys: Said) -> None:
    (repository.folder / "secret.yaml").write_text(CHOIR.replace("Chor", "Geheim"))
    (repository.folder / "content/associations/link.yaml").symlink_to("../../secret.yaml")
    (repository.folder / "content/board").symlink_to("..")
    repository.stage({})
    code, found, _ = hook(capsys)
    assert (code, found) == (
        1,
        ["content/associations/link.yaml:1:1: FILE-LINK", "content/board:1:1: FILE-LINK"],
    )


def test_submodules_are_left_alone(repository: Repository, capsys: Said) -> None:
    commit = repository.git("rev-parse", "HEAD")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},content/board")
    assert hook(capsys) == (0, [], "")


def test_nothing_is_checked_out(repository: Repository, capsys: Said) -> None:
    repository.stage({".gitattributes": "*.yaml filter=evil\n", "content/events/fest.yaml": FEAST})
    repository.git("config", "filter.evil.smudge", "touch smudged; cat")
    assert hook(capsys) == (0, [], "")
    assert not (repository.folder / "smudged").exists()


def test_a_large_file_is_cut_and_said(repository: Repository, capsys: Said) -> None:
    repository.stage({"content/events/gross.md": "x" * 3_000_000, "content/events/fest.yaml": "x"})
    assert hook(capsys)[1] == [
        "content/events/fest.yaml:1:1: YML-ROOT",
        "content/events/gross.md:1:1: FILE-SIZE",
    ]


def test_a_project_below_the_repository(
    repository: Repository, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.folder / "deep").mkdir()
    repository.git("mv", "content", "pelican.conf.py", "deep")
    repository.commit()
    repository.stage({"deep/content/events/fest.yaml": EVENT.replace("[chor]", "[kor]")})
    for folder in ("deep", "."):
        monkeypatch.chdir(repository.folder / folder)
        assert main(repository.folder / "deep" / "pelican.conf.py") == 1
        found = capsys.readouterr().out.split()[0]
        assert found == "content/events/fest.yaml:3:14:"


def test_nothing_is_left_behind(
    repository: Repository, capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    repository.stage({"content/events/fest.yaml": "x"})
    status = repository.git("status", "--porcelain")
    assert hook(capsys)[0] == 1
    monkeypatch.setattr("plugins.validation.staged.compare.check", _interrupted)
    assert hook(capsys)[0] == 2
    assert (list(scratch.iterdir()), repository.git("status", "--porcelain")) == ([], status)


def _interrupted(settings: object) -> None:
    raise KeyboardInterrupt


# --- when the check itself fails ------------------------------------------------------------------


def failed(said: Said, path: Path) -> str:
    code = main(path)
    output = said.readouterr()
    assert (code, output.out, output.err.count("\n")) == (2, "", 1)
    return output.err


def test_no_repository(
    project: Path, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    said = failed(capsys, project / "pelican.conf.py")
    assert said.startswith(
        "Die Prüfung vor dem Commit ist gescheitert: fatal: not a git repository"
    )


def test_content_that_is_elsewhere(project: Path, repository: Repository, capsys: Said) -> None:
    assert ": not in " in failed(capsys, project / "pelican.conf.py")


def test_no_settings(repository: Repository, capsys: Said) -> None:
    assert "pelican.conf.py" in failed(capsys, repository.folder / "x" / "pelican.conf.py")


def test_no_git(repository: Repository, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    assert "git: No such file" in failed(capsys, repository.folder / "pelican.conf.py")


def test_in_the_midst_of_a_merge(repository: Repository, capsys: Said) -> None:
    ours = repository.git("hash-object", "-w", "--stdin", data="x")
    info = "".join(f"100644 {ours} {n}\tcontent/events/x.yaml\n" for n in (1, 2, 3))
    repository.git("update-index", "--index-info", data=info)
    assert "x.yaml: unmerged" in failed(capsys, repository.folder / "pelican.conf.py")


def test_a_missing_object(repository: Repository, capsys: Said) -> None:
    repository.stage({"content/events/fest.yaml": EVENT + "price: 7\n"})
    blob = repository.git("rev-parse", ":content/events/fest.yaml")
    (repository.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert failed(capsys, repository.folder / "pelican.conf.py")


@pytest.mark.parametrize("name", ["..", ".git", "."])
def test_names_that_no_checkout_would_allow(repository: Repository, name: str) -> None:
    """Git itself refuses to stage them, but a tree from elsewhere may hold them."""
    blob = repository.git("hash-object", "-w", "--stdin", data="x")
    tree = bytes.fromhex(blob)
    for part in (name, "content"):
        mode = b"100644" if part == name else b"40000"
        made = subprocess.run(
            ["git", "hash-object", "-t", "tree", "-w", "--literally", "--stdin"],
            input=mode + b" " + part.encode() + b"\0" + tree,
            capture_output=True,
            check=True,
        )
        tree = bytes.fromhex(made.stdout.decode().strip())
    with pytest.raises(GitError, match="name"):
        list(ObjectDatabase(os.environ).files(tree.hex(), "content"))


# --- which findings belong to a commit ------------------------------------------------------------

OWN = Diagnostic("content/a", Place(1, 1), "YML-EMPTY")
OLD = Diagnostic("content/b", Place(1, 1), "YML-EMPTY")
NEW = Diagnostic("content/b", Place(2, 1), "YML-ROOT")


@pytest.mark.parametrize(
    ("found", "before", "expected"),
    [
        ([], [], []),
        ([OWN], [OWN], [OWN]),
        ([OLD], [OLD], []),
        ([OWN, OLD, NEW], [OLD], [OWN, NEW]),
    ],
)
def test_caused(
    found: list[Diagnostic], before: list[Diagnostic], expected: list[Diagnostic]
) -> None:
    assert list(caused(found, frozenset({"content/a"}), lambda: before)) == expected


def test_the_state_before_is_not_checked_without_need() -> None:
    def never() -> list[Diagnostic]:
        raise AssertionError

    assert list(caused([OWN], frozenset({"content/a"}), never)) == [OWN]


# --- switched on ----------------------------------------------------------------------------------


@pytest.fixture
def switched_on(repository: Repository) -> Repository:
    """A repository with the project's code in it, and a Python where `make` puts it."""
    folder = repository.folder
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "plugins", folder / "plugins", ignore=ignored)
    (folder / "tools" / "hooks").mkdir(parents=True)
    shutil.copy(HOOK, folder / "tools" / "hooks")
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    repository.git("config", "core.hooksPath", "tools/hooks")
    (folder / ".gitignore").write_text(".venv\n__pycache__\n")
    return repository


def commit(repository: Repository, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "commit", "--quiet", "--message", "x", *arguments],
        cwd=repository.folder,
        env={**repository.environment, "TODAY": "2026-12-01"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_git_commit(switched_on: Repository) -> None:
    switched_on.stage({"content/events/fest.yaml": EVENT.replace("[chor]", "[kor]")})
    refused = commit(switched_on)
    assert (refused.returncode, "REF-MISSING" in refused.stdout + refused.stderr) == (1, True)
    switched_on.write({"content/events/fest.yaml": FEAST})
    assert commit(switched_on, "--all").returncode == 0
    assert switched_on.git("status", "--porcelain") == ""


def test_git_commit_of_one_file_only(switched_on: Repository) -> None:
    """Git then makes an index of its own for the commit, and the hook looks into that one."""
    switched_on.stage({})
    commit(switched_on, "--no-verify")
    bad = EVENT.replace("[chor]", "[kor]")
    switched_on.stage({"content/events/a.yaml": bad, "content/events/b.yaml": EVENT})
    assert commit(switched_on, "--", "content/events/b.yaml").returncode == 0
    assert commit(switched_on, "--", "content/events/a.yaml").returncode == 1


def test_the_hook_before_anything_is_set_up(switched_on: Repository) -> None:
    shutil.rmtree(switched_on.folder / ".venv")
    switched_on.stage({})
    done = commit(switched_on)
    assert (done.returncode, "make check" in done.stderr) == (1, True)


def test_the_framework_runs_the_same() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert "entry: .venv/bin/python -m plugins.validation.staged\n" in text
    assert HOOK.read_text(encoding="utf-8").endswith("-m plugins.validation.staged\n")
    assert HOOK.stat().st_mode & 0o111
