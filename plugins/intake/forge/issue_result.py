"""What becomes of an issue: a file for a request, or words to whoever reads it."""

import re
from dataclasses import dataclass

from plugins.catalogue.settings import Settings
from plugins.intake.content import ContentFolder
from plugins.intake.forge.event import LABEL, Issue
from plugins.intake.inbox import decision, show
from plugins.intake.inbox.decision import Decision
from plugins.intake.new.texts import Bilingual
from plugins.intake.submission.filled import Filled, filled
from plugins.intake.submission.issue import read

NO_FORM = Bilingual(
    "Das wurde nicht mit einem unserer Formulare geschrieben. Bitte von Hand eintragen.",
    "This was not written by one of our forms. Please enter it by hand.",
)
BY_HAND = Bilingual(
    "Daraus wird keine Datei von selbst. Bitte von Hand ändern.",
    "No file comes of this by itself. Please change it by hand.",
)
PROPOSED = Bilingual("Daraus ist ein Vorschlag geworden: {title}", "This became a request: {title}")
STILL = Bilingual(
    "Den Vorschlag dazu gibt es schon, und er bleibt, wie er ist: {title}. Wer neu beginnen will, "
    "schließt ihn, löscht den Zweig `{branch}` und setzt »{label}« noch einmal.",
    "There is a request already, and it stays as it is: {title}. To begin anew, close it, delete "
    'the branch `{branch}` and set "{label}" once more.',
)
ERRORS = Bilingual(
    "So besteht er die Prüfung noch nicht. Bitte im Vorschlag verbessern.",
    "It does not pass the check yet. Please mend it in the request.",
)


@dataclass(frozen=True)
class IssueResult:
    """`decision` is `None` where no file is to be written; `text` says what there is to say."""

    branch: str
    text: str
    decision: Decision | None = None
    has_errors: bool = False


def issue_result(issue: Issue, settings: Settings, content: ContentFolder) -> IssueResult:
    """What accepting the issue means, as `make inbox` has it."""
    branch, language = f"eingereicht/{issue.number}", settings.language
    submission = read(issue.body, settings.site.addresses)
    if submission is None:
        return IssueResult(branch, NO_FORM.to(language))
    found = decision.proposed(submission, content)
    result = found or decision.known(filled(submission, content), content)
    if result.state not in ("new", "changed"):
        return IssueResult(branch, BY_HAND.to(language))
    made = decision.accepting(result, submission, content)
    return IssueResult(branch, _state(result, settings), made, bool(result.errors))


def _state(result: Filled, settings: Settings) -> str:
    """What is found, as code: a forge sees no name to call and no address to open in it."""
    language = settings.language
    lines = "\n".join(show.outcome(result, language)).strip()
    errors = f"{ERRORS.to(language)}\n\n" if result.errors else ""
    return f"{errors}{fenced(lines)}"


def fenced(text: str) -> str:
    """The text as code, whatever is in it."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def comment_below(found: IssueResult, settings: Settings, *, is_new: bool) -> str:
    """The comment below the issue after its request was opened, or turned out to be there."""
    language = settings.language
    assert found.decision is not None
    details = {"title": found.decision.message, "branch": found.branch, "label": LABEL}
    first = (PROPOSED if is_new else STILL).to(language).format_map(details)
    return f"{first}\n\n{found.text}" if is_new and found.has_errors else first
