"""Requests and comments by the interface of a forge: GitHub's and Forgejo's are alike in these."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any

PATIENCE = 30
"""Seconds for one answer."""

EXISTS = "already exists"
"""What both say where there is such a request, Forgejo with 409, GitHub with 422."""


class Refused(Exception):
    """The forge did not take it; the text is what it answered."""


@dataclass(frozen=True)
class Api:
    """The interface of one repository: `https://host/api/v1/repos/owner/name`."""

    url: str
    token: str = field(repr=False)

    def comment(self, issue: int, text: str) -> None:
        """Write below an issue. Raises `Refused`."""
        self._post(f"issues/{issue}/comments", {"body": text})

    def request(self, title: str, text: str, branch: str, base: str) -> bool:
        """Open a request; whether it is a new one. Raises `Refused`."""
        asked = {"title": title, "body": text, "head": branch, "base": base}
        try:
            self._post("pulls", asked)
        except Refused as refused:
            if EXISTS not in str(refused):
                raise
            return False
        return True

    def _post(self, path: str, data: dict[str, Any]) -> None:
        heads = {
            "Accept": "application/json",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
        }
        body = json.dumps(data).encode()
        asked = urllib.request.Request(f"{self.url}/{path}", body, heads, method="POST")
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
                answer.read()
        except urllib.error.HTTPError as error:
            said = error.read(2000).decode("utf-8", "replace")
            raise Refused(f"{path}: {error.code} {said}") from error
        except OSError as error:
            raise Refused(f"{path}: {error}") from error
