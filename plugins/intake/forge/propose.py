"""What was accepted in the inbox, as a request on the forge instead of a commit here.

The branch is called after the draft. Whoever was stopped anywhere accepts again: branch and request
are found then, and nothing comes twice.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import Settings
from plugins.intake.forge.api import ChangeRequest, ForgeError, api_of
from plugins.intake.forge.branch import Elsewhere, Taken, for_git, push
from plugins.intake.git import NotCommitted
from plugins.intake.inbox import texts
from plugins.intake.inbox.decision import Decision
from plugins.intake.new.texts import Bilingual

TOKEN = "FORGE_TOKEN"
_TOKEN = re.compile("[!-~]+")
_MOST = 300
"""So many characters of what a forge answers are shown."""


class NotProposed(Exception):
    """There is no request; what was handed in waits as before."""

    def __init__(self, said: Bilingual, **details: str) -> None:
        super().__init__(said.to("en").format_map(details))
        self._said, self._details = said, details

    def to(self, language: MessageLanguage) -> str:
        """Why, in a sentence."""
        return self._said.to(language).format_map(self._details)


def propose(
    draft_id: str, made: Decision, settings: Settings, environment: Mapping[str, str]
) -> ChangeRequest | None:
    """See that there is a request for it; `None` where the forge has all of it already.

    Nothing changes in the work tree. Raises `NotProposed`.
    """
    site, token = settings.site, environment.get(TOKEN, "").strip()
    if not _TOKEN.fullmatch(token):
        raise NotProposed(texts.NO_TOKEN, name=TOKEN)
    api = api_of(site.forge, site.repository, token)
    branch = f"eingang/{draft_id}"
    try:
        api.knock()  # nothing is left behind on a forge that does not let us in
        base = push(settings.content, branch, made, _for_git(settings, token, environment))
    except Elsewhere as error:
        raise NotProposed(texts.OTHER_THERE, path=str(error)) from error
    except Taken as error:
        raise NotProposed(texts.BRANCH_TAKEN, branch=str(error)) from error
    except (NotCommitted, ForgeError) as error:
        raise NotProposed(texts.NOT_PUSHED, reason=_reason(error, token)) from error
    try:
        return api.request(made.message, _body(made, settings), branch, base) if base else None
    except ForgeError as error:
        details = {"branch": branch, "reason": _reason(error, token)}
        raise NotProposed(texts.NOT_OPENED, **details) from error


def _for_git(settings: Settings, token: str, environment: Mapping[str, str]) -> dict[str, str]:
    address = urlsplit(settings.site.repository)
    others = {key: value for key, value in environment.items() if key != TOKEN}
    return for_git(settings.site, f"{address.scheme}://{address.netloc}", token, others)


def _body(made: Decision, settings: Settings) -> str:
    """What the request says below its title: the files, and nobody's name."""
    names = (path.relative_to(settings.content).as_posix() for path in made.paths)
    files = "\n".join(f"{settings.shown}/{name}" for name in names)
    return f"{texts.REQUEST_BODY.to(settings.language)}\n\n```\n{files}\n```"


def _reason(error: Exception, token: str) -> str:
    """What was answered, in a line, without the token wherever that stands."""
    return " ".join(str(error).replace(token, "…").split())[:_MOST]
