"""What the workflow »Eingereicht« runs: an issue with the label »übernehmen« becomes a request.

The forge names in the environment its event (GITHUB_EVENT_PATH), its interface (GITHUB_API_URL),
itself (GITHUB_SERVER_URL), the repository (GITHUB_REPOSITORY), and a token (TOKEN). Started a
second time it goes on where it was stopped, and overwrites nothing.

Ends with 0 when the issue has got its answer or needs none, 2 when the tool itself failed.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from plugins.catalogue.settings import Settings, from_file
from plugins.findings.safe import failed, say, speak_utf8
from plugins.intake import content as contents
from plugins.intake.forge.api import Api
from plugins.intake.forge.branch import for_git, push
from plugins.intake.forge.event import Issue, issue_in
from plugins.intake.forge.issue_result import IssueResult, comment_below, issue_result
from plugins.intake.git import WorkTree

SETTINGS = Path(__file__).resolve().parents[3] / "pelican.conf.py"
COMMAND = "forge"


def main(path: Path = SETTINGS, environment: Mapping[str, str] = os.environ) -> int:
    """Take over the issue that the environment names; the exit code."""
    try:
        settings = from_file(path)
        issue = issue_in(Path(environment["GITHUB_EVENT_PATH"]))
        if issue is not None:
            take_over(issue, settings, environment)
    except KeyError as error:
        return failed(COMMAND, f"{error.args[0]}?")
    except Exception as error:
        return failed(COMMAND, f"{type(error).__name__}: {error}")
    return 0


def take_over(issue: Issue, settings: Settings, environment: Mapping[str, str]) -> None:
    """Write the file on a branch of its own, open a request for it, and say so below the issue.

    Raises `ForgeError`, `NotCommitted`, `Elsewhere`, `CannotRead` (no content).
    """
    api_url, repository = environment["GITHUB_API_URL"], environment["GITHUB_REPOSITORY"]
    api = Api(f"{api_url}/repos/{repository}", environment["TOKEN"])
    found = issue_result(issue, settings, contents.read(settings))
    if found.decision is None:
        api.comment(issue.number, found.text)
        return
    _pushed(found, settings, _for_git(settings, environment))
    title, text = found.decision.message, f"{found.text}\n\nCloses #{issue.number}"
    request = api.request(title, text, found.branch, issue.base)
    api.comment(issue.number, comment_below(found, settings, is_new=request.is_new))
    say(sys.stdout, f"{found.branch}: {title}")


def _pushed(found: IssueResult, settings: Settings, environment: Mapping[str, str]) -> None:
    """The branch as it is on the forge already, or with the file as its only change."""
    assert found.decision is not None
    git = WorkTree(settings.content, environment)
    if git.run("ls-remote", "--heads", "origin", f"refs/heads/{found.branch}").strip():
        return
    push(settings.content, found.branch, found.decision, environment)


def _for_git(settings: Settings, environment: Mapping[str, str]) -> dict[str, str]:
    others = {key: value for key, value in environment.items() if key != "TOKEN"}
    server, token = environment["GITHUB_SERVER_URL"], environment["TOKEN"]
    return for_git(settings.site, server, token, others)


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main())
