"""What a forge tells of an issue that got a label: a file with JSON, alike on GitHub and Forgejo.

All of it may come from strangers. It is read as data; nothing of it reaches a shell.
"""

import json
from dataclasses import dataclass
from pathlib import Path

LABEL = "übernehmen"
"""By this label the office has an issue taken over. Who may only write issues cannot set one."""


@dataclass(frozen=True)
class Issue:
    """The issue. `base` is the branch that requests are for."""

    number: int
    body: str
    base: str


def issue_in(path: Path) -> Issue | None:
    """The issue that is to be taken over; `None` when it lacks the label, or is a request.

    Raises `ValueError` for what no forge writes.
    """
    event = json.loads(path.read_text(encoding="utf-8"))
    try:
        issue, base = event["issue"], event["repository"]["default_branch"]
        number, body = issue["number"], issue.get("body") or ""
        names = {label["name"] for label in issue.get("labels") or ()}
        is_request = bool(issue.get("pull_request"))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"{path}: {error!r}") from error
    if not (isinstance(number, int) and isinstance(body, str) and isinstance(base, str)):
        raise ValueError(f"{path}: issue")
    return Issue(number, body, base) if LABEL in names and not is_request else None
