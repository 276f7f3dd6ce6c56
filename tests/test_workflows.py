"""What the forges run: besides what zizmor finds (`make lint`), what only we can know."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.intake.forge.event import LABEL

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / ".github" / "workflows", ROOT / ".forgejo" / "workflows")
WORKFLOWS = [path for folder in FOLDERS for path in sorted(folder.glob("*.yml"))]
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+")
BUILDS = re.compile(r"make (?:site|publish)\b")


def jobs(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_action_is_one_commit_and_says_its_version(path: Path) -> None:
    lines = [line.strip(" -") for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if line.startswith("uses:") and not PINNED.match(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_builds_the_site_knows_its_history(path: Path) -> None:
    for name, job in jobs(path).items():
        steps = job["steps"]
        if any(BUILDS.search(step.get("run", "")) for step in steps):
            depth = next(s for s in steps if "checkout@" in s.get("uses", ""))["with"]
            assert (name, depth.get("fetch-depth")) == (name, 0)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_requests_see_no_secret_and_the_tools_of_their_target(path: Path) -> None:
    for job in jobs(path).values():
        if BUILDS.search(str(job["steps"])) and "!= 'pull_request'" not in job["if"]:
            assert "secrets." not in str(job)
            assert job["steps"][0]["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_issue_runs_nothing_before_the_office_has_set_a_label(path: Path) -> None:
    """And what is written in it is no part of a command: the program reads the event's file."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    on = found[True]  # »on« is a truth value in YAML 1.1
    if "issues" in on:
        assert on["issues"] == {"types": ["labeled"]}
        for job in found["jobs"].values():
            assert LABEL in job["if"]
            assert "github.event" not in str(job["steps"])


def test_gitlab_knows_the_history_and_shows_findings() -> None:
    path = ROOT / ".gitlab-ci.yml"
    if path.exists():  # a city on another forge may do without
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert found["variables"]["GIT_DEPTH"] == 0
        for name in ("check", "publish"):
            report = found[name]["artifacts"]["reports"]["codequality"]
            assert f"make check FORMAT=gitlab > {report} || true" in found[name]["script"]


@pytest.mark.parametrize(
    ("ends_with", "is_here", "pages", "whole"),
    [(0, True, 0, 0), (0, False, 0, 0), (1, True, 0, 1), (1, False, 1, 1), (2, False, 1, 2)],
    ids=["all", "all, on a server", "left out", "left out or refused, on a server", "failed"],
)
def test_gitlab_shows_what_was_released_and_turns_red(
    tmp_path: Path, ends_with: int, is_here: bool, pages: int, whole: int
) -> None:
    path = ROOT / ".gitlab-ci.yml"
    if not path.exists():
        pytest.skip("a city on another forge may do without")
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    released = "mkdir -p releases/live && echo Site > releases/live/index.html && " * is_here
    (tmp_path / "make").write_text(f"#!/bin/sh\n{released}exit {ends_with}\n")
    (tmp_path / "make").chmod(0o755)
    script = found["publish"]["script"]
    at = next(at for at, line in enumerate(script) if "make publish" in line)
    assert bash(tmp_path, script[at:]) == pages
    assert (tmp_path / "public" / "index.html").exists() == is_here
    assert (tmp_path / "public").exists() == is_here
    assert found["publish"]["artifacts"]["paths"] == ["public", "status"]
    assert found["pages"]["artifacts"]["paths"] == ["public"]
    assert found["pages"]["rules"][0] == {"if": "$PUBLISH_KEY", "when": "never"}
    assert bash(tmp_path, found["pages"]["script"]) == int(not is_here)
    assert bash(tmp_path, found["whole"]["script"]) == whole


def bash(folder: Path, lines: list[str]) -> int:
    """Run a job's lines like a runner does: in one shell, up to the first that fails."""
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}
    command = ["bash", "-eo", "pipefail", "-c", "\n".join(lines)]
    done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True)
    return done.returncode


def test_github_shows_what_was_released_and_turns_red() -> None:
    """What follows `make publish` runs though it ended with 1, which is the job's own end."""
    path = ROOT / ".github" / "workflows" / "site.yml"
    if not path.exists():
        pytest.skip("a city on another forge may do without")
    found = jobs(path)
    steps = found["publish"]["steps"]
    at = next(at for at, step in enumerate(steps) if "make publish" in step.get("run", ""))
    assert not any("continue-on-error" in step for step in steps)
    assert steps[at + 1 :] and all("!cancelled()" in step["if"] for step in steps[at + 1 :])
    assert "!cancelled()" in found["pages"]["if"]


@pytest.mark.parametrize("path", [".github/workflows/site.yml", ".gitlab-ci.yml"])
def test_what_goes_to_pages_is_compared_with_what_visitors_see(path: str) -> None:
    """No earlier release lies there: without this nothing would ever be refused as a loss."""
    if not (ROOT / path).exists():
        pytest.skip("a city on another forge may do without")
    written = (ROOT / path).read_text(encoding="utf-8")
    for found in re.finditer("make publish(.*)", written):
        assert " LIVE=live.json" in found[1]
        assert ".ci/live > live.json" in written[: found.start()]


@pytest.mark.parametrize(("there", "said"), [('{"entries": {}}', 0), ("", 1)])
def test_the_list_of_the_live_site_is_fetched(tmp_path: Path, there: str, said: int) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "live", tmp_path / ".ci" / "live")
    settings = '# x\nSITEURL = "https://stadt.example/hier/"  # no slash\n'
    (tmp_path / "pelican.conf.py").write_text(settings)
    answer = f"echo '{there}'" if there else "exit 22"
    curl = f'for url; do :; done; [ "$url" = https://stadt.example/hier/.entries.json ] && {answer}'
    (tmp_path / "curl").write_text(f"#!/bin/sh\n{curl}\n")
    (tmp_path / "curl").chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    command = [str(tmp_path / ".ci" / "live")]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert (done.stdout.strip(), len(done.stderr.splitlines())) == (there, said)
