"""Requests and comments by the interface of a forge: GitHub's, Forgejo's and GitLab's."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any, ClassVar
from urllib.parse import quote, urlencode, urlsplit

PATIENCE = 30
"""Seconds for one answer."""
MOST_BYTES = 2_000_000
"""So much of an answer is read."""

EXISTS = "already exists"
"""What all say where there is such a request, Forgejo and GitLab with 409, GitHub with 422."""


class ForgeError(Exception):
    """The forge did not take it; the text is what it answered."""


@dataclass(frozen=True)
class ChangeRequest:
    """A request: its address, empty where the forge does not tell it, and whether it is new."""

    address: str
    is_new: bool


class _Stays(urllib.request.HTTPRedirectHandler):
    """The token is for one host; and what was to be written would become a question elsewhere."""

    def redirect_request(self, *given: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_Stays)


@dataclass(frozen=True)
class Api:
    """The interface of one repository, `https://host/api/v1/repos/owner/name`.

    GitHub's and Forgejo's are alike in what is asked here.
    """

    url: str
    token: str = field(repr=False)

    requests: ClassVar[str] = "pulls"
    names: ClassVar[tuple[str, str, str, str]] = ("title", "body", "head", "base")
    address: ClassVar[str] = "html_url"

    def knock(self) -> None:
        """See whether the forge is there and lets us in. Raises `ForgeError`."""
        self._ask("")

    def comment(self, issue: int, text: str) -> None:
        """Write below an issue. Raises `ForgeError`."""
        self._ask(f"issues/{issue}/comments", {"body": text})

    def request(self, title: str, text: str, branch: str, base: str) -> ChangeRequest:
        """Open a request, or find the one that is open for this branch. Raises `ForgeError`."""
        asked = dict(zip(self.names, (title, text, branch, base), strict=True))
        try:
            return ChangeRequest(self._address(self._ask(self.requests, asked)), is_new=True)
        except ForgeError as refused:
            if EXISTS not in str(refused):
                raise
        found = self._ask(f"{self.requests}?{urlencode(self._open_for(branch))}")
        all_open = found if isinstance(found, list) else []
        known = [one for one in all_open if self._branch(one) == branch]
        return ChangeRequest(self._address(known[0]) if known else "", is_new=False)

    def _open_for(self, branch: str) -> Mapping[str, str]:
        """What finds the open requests for a branch; Forgejo has all of them, the newest first."""
        owner = self.url.split("/")[-2]
        return {"state": "open", "head": f"{owner}:{branch}", "limit": "50"}

    def _branch(self, request: Mapping[str, Any]) -> object:
        head = request.get("head")
        return head.get("ref") if isinstance(head, dict) else None

    def _address(self, request: object) -> str:
        found = request.get(self.address) if isinstance(request, dict) else None
        is_address = isinstance(found, str) and urlsplit(found).scheme in ("http", "https")
        return str(found) if is_address else ""

    def _ask(self, path: str, data: Mapping[str, str] | None = None) -> object:
        """What the forge answers; with `data` something is to be written."""
        heads = {
            "Accept": "application/json",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
        }
        body = json.dumps(data).encode() if data is not None else None
        asked = urllib.request.Request(f"{self.url}/{path}".rstrip("/"), body, heads)
        where = path.partition("?")[0] or self.url
        try:
            with _OPENER.open(asked, timeout=PATIENCE) as answer:
                return json.loads(answer.read(MOST_BYTES) or b"null")
        except urllib.error.HTTPError as error:
            said = error.read(2000).decode("utf-8", "replace")
            raise ForgeError(f"{where}: {error.code} {said}") from error
        except (OSError, HTTPException, ValueError) as error:
            raise ForgeError(f"{where}: {error}") from error


class GitLab(Api):
    """That of GitLab, `https://host/api/v4/projects/group%2Fname`."""

    requests = "merge_requests"
    names = ("title", "description", "source_branch", "target_branch")
    address = "web_url"

    def _open_for(self, branch: str) -> Mapping[str, str]:
        return {"state": "opened", "source_branch": branch}

    def _branch(self, request: Mapping[str, Any]) -> object:
        return request.get("source_branch")


def api_of(forge: str, repository: str, token: str) -> Api:
    """The interface of a repository at this address, on one of `settings.FORGES`."""
    address = urlsplit(repository)
    host, path = f"{address.scheme}://{address.netloc}", address.path.strip("/")
    if forge == "gitlab":
        return GitLab(f"{host}/api/v4/projects/{quote(path, safe='')}", token)
    *above, owner, name = path.removesuffix(".git").split("/")
    if forge == "forgejo":
        host = "/".join((host, *above))
        return Api(f"{host}/api/v1/repos/{owner}/{name}", token)
    at = "https://api.github.com" if address.netloc == "github.com" else f"{host}/api/v3"
    return Api(f"{at}/repos/{owner}/{name}", token)
