"""What was accepted in the inbox, as a request on the forge instead of a commit here.

The branch is called after the draft. Whoever was stopped anywhere accepts again: branch and request
are found then, and nothing comes twice.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from plugins.catalogue.diagnostics import Language
from plugins.catalogue.settings import Settings
from plugins.intake.forge.api import Refused, Request, api_of
from plugins.intake.forge.branch import Elsewhere, Taken, for_git, push
from plugins.intake.inbox import decision, words
from plugins.intake.inbox.commit import NotCommitted
from plugins.intake.inbox.decision import Decision
from plugins.intake.new.words import Words

TOKEN = "FORGE_TOKEN"
_MOST = 300
"""So many characters of what a forge answers are shown."""


class NotProposed(Exception):
    """There is no request; what was handed in waits as before."""

    def __init__(self, said: Words, **details: str) -> None:
        super().__init__(said.to("en").format_map(details))
        self._said, self._details = said, details

    def to(self, language: Language) -> str:
        """Why, in a sentence."""
        return self._said.to(language).format_map(self._details)


def propose(
    draft_id: str, made: Decision, settings: Settings, environment: Mapping[str, str]
) -> Request | None:
    """See that there is a request for it; `None` where the forge has all of it already.

    Nothing changes in the work tree. Raises `NotProposed`.
    """
    site, token = settings.site, environment.get(TOKEN, "")
    if not token:
        raise NotProposed(words.NO_TOKEN, name=TOKEN)
    others = {key: value for key, value in environment.items() if key != TOKEN}
    address = urlsplit(site.repository)
    for_it = for_git(site, f"{address.scheme}://{address.netloc}", token, others)
    branch, done = f"eingang/{draft_id}", decision.changes(made)
    try:
        base = push(settings.content, branch, done, made.message, for_it)
        if not base:
            return None
        text = _body(made, settings)
        return api_of(site.forge, site.repository, token).request(made.message, text, branch, base)
    except Elsewhere as error:
        raise NotProposed(words.OTHER_THERE, path=str(error)) from error
    except Taken as error:
        raise NotProposed(words.BRANCH_TAKEN, branch=str(error)) from error
    except NotCommitted as error:
        raise NotProposed(words.NOT_PUSHED, reason=_reason(error, token)) from error
    except Refused as error:
        said = {"branch": branch, "reason": _reason(error, token)}
        raise NotProposed(words.NOT_OPENED, **said) from error


def _body(made: Decision, settings: Settings) -> str:
    """What the request says below its title: the files, and nobody's name."""
    names = (path.relative_to(settings.content).as_posix() for path in made.paths)
    files = "\n".join(f"{settings.shown}/{name}" for name in names)
    return f"{words.REQUEST_BODY.to(settings.language)}\n\n```\n{files}\n```"


def _reason(error: Exception, token: str) -> str:
    """What was answered, in a line, without the token wherever that stands."""
    return " ".join(str(error).replace(token, "…").split())[:_MOST]
