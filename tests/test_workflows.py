"""What the forges run: besides what zizmor finds (`make lint`), what only we can know."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

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


def test_gitlab_knows_the_history_and_shows_findings() -> None:
    path = ROOT / ".gitlab-ci.yml"
    if path.exists():  # a city on another forge may do without
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert found["variables"]["GIT_DEPTH"] == 0
        for name in ("check", "pages"):
            report = found[name]["artifacts"]["reports"]["codequality"]
            assert f"make check FORMAT=gitlab > {report} || true" in found[name]["script"]
