"""What a form says, held against what is there: the submission, and what its sender can mend."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from plugins.catalogue import characters
from plugins.catalogue.descriptions.forms import (
    CHANGE,
    CONSENT,
    EMAIL,
    ENTRY,
    FORM,
    FORMS,
    KEPT_PICTURE,
    MESSAGE,
    OWN,
    PICTURE,
)
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.contact import Email
from plugins.catalogue.fields.context import INVALID
from plugins.catalogue.languages import SITE_LANGUAGE, is_easy
from plugins.catalogue.model import Entry
from plugins.catalogue.nodes import Scalar
from plugins.intake.new.fields import HERE
from plugins.intake.submission.filled import Filled, filled
from plugins.intake.submission.form_fields import is_form_field
from plugins.intake.submission.forms import kind_for
from plugins.intake.submission.photos import Along, where
from plugins.intake.submission.shown import only_changes, values_of
from plugins.intake.submission.submission import Submission, SubmittedFields, of_pairs
from plugins.intake.unsaved import context_for
from plugins.pages.forms import FormData, FormSubject
from plugins.web.halves import joined
from plugins.web.http import by_name
from plugins.web.intake.loaded_site import LoadedSite
from plugins.web.posted import Posted

MISSING = "Diese Angabe fehlt."
_USUAL: Mapping[str, str] = {
    "FLD-MISSING": MISSING,
    "FLD-EMPTY": MISSING,
    "MAIL-FORM": "Das ist keine E-Mail-Adresse.",
    "URL-FORM": "Eine Webadresse beginnt mit https://.",
    "URL-SCHEME": "Eine Webadresse beginnt mit https://.",
    "TEL-FORM": "Das ist keine Telefonnummer.",
    "FLD-INTEGER": "Hier passt nur eine Zahl.",
    "FLD-NUMBER": "Hier passt nur eine Zahl.",
}
"""What forms say themselves, in all languages, by the code of a finding."""


@dataclass(frozen=True)
class CheckedSubmission:
    """What was handed in, what it would make, and the form filled in with it again."""

    submission: Submission
    filled: Filled
    given: FormData

    @property
    def is_right(self) -> bool:
        """Whether its sender has nothing to mend."""
        return not self.given.errors


def is_form(posted: Posted) -> bool:
    """Whether what was sent names one of our forms."""
    return posted.first(FORM) in FORMS


def check(
    posted: Posted, language: str, known: LoadedSite, along: Along, more: Mapping[str, str]
) -> CheckedSubmission:
    """What the fields of a form come to, with what came along.

    `more` are messages of errors that have been found before, by the names of controls.
    """
    submission = _submission(posted, known)
    kind, entry = FORMS[submission.form].kind, known.entries.get(submission.entry)
    new_id = known.ids[kind.folder] if kind else ""
    result = filled(submission, known.around(submission), new_id, along)
    speech = _Speech(language, known)
    errors = dict(_own_errors(submission, posted, result, speech))
    errors |= _errors_of_fields(submission, result, speech)
    errors |= {name: speech.text(message) for name, message in more.items()}
    about = about_of(entry) if entry else None
    if result.undescribed:  # who hands over a picture has to say what it shows
        errors[_alt(submission, about)] = speech.text(MISSING)
    given = FormData(values=by_name(posted.pairs), errors=errors, about=about)
    return CheckedSubmission(submission, result, given)


def about_of(entry: Entry) -> FormSubject:
    """What a form has to know of the entry that it is about."""
    pictures = len(getattr(entry, "images", ()))
    return FormSubject(f"{entry.folder}/{entry.id}", entry.called, pictures)


def blank(form: str, entry: str, known: LoadedSite) -> FormData:
    """What a form is filled in with before anybody has typed: what the entry's page shows."""
    found = known.entries.get(entry)
    if found is None or FORMS[form].kind is not None:
        return FormData()
    values = _shown(found, known) if form == CHANGE else {}
    return FormData(values=values, about=about_of(found))


def as_sent(posted: Posted, known: LoadedSite, general: tuple[str, ...]) -> FormData:
    """The form with what was sent as it is, and something to say about all of it."""
    entry = known.entries.get(known.published_entry(posted.first(ENTRY)))
    about = about_of(entry) if entry else None
    return FormData(values=by_name(posted.pairs), general=general, about=about)


def again(submission: Submission, known: LoadedSite) -> FormData:
    """The form as it was before its sender saw what becomes of it."""
    entry = known.entries.get(submission.entry)
    before = _shown(entry, known) if entry and submission.form == CHANGE else {}
    own = {
        "_sender": submission.sender.name,
        EMAIL: submission.sender.email,
        MESSAGE: submission.message,
        CONSENT: "yes" if submission.consent else "",
        ENTRY: submission.entry,
    }
    given = {name: (value,) for name, value in own.items() if value}
    about = about_of(entry) if entry else None
    return FormData(values={**before, **submission.fields, **given}, about=about)


def _shown(entry: Entry, known: LoadedSite) -> Mapping[str, tuple[str, ...]]:
    return values_of(entry, known.content.lists, known.settings.today)


def _submission(posted: Posted, known: LoadedSite) -> Submission:
    written = posted.first(ENTRY)
    entry = known.published_entry(written)
    own = {ENTRY: entry}
    pairs = [
        (name, own.get(name, characters.without_forbidden(value)) if name[:1] == "_" else value)
        for name, value in posted.pairs
    ]
    submission = of_pairs(joined(pairs, kind_for(posted.first(FORM), entry)))
    if written.strip() and not entry:  # nothing that was written is dropped
        about = f"{OWN[ENTRY]}: {characters.without_forbidden(written)}"
        submission = replace(submission, message=f"{about}\n{submission.message}".strip())
    found = known.entries.get(entry)
    if found is not None and submission.form == CHANGE:
        fields = only_changes(submission.fields, _shown(found, known))
        if _has_picture(posted):
            fields = _about_the_first(fields, about_of(found).pictures)
        submission = replace(submission, fields=fields)
    return submission


def _has_picture(posted: Posted) -> bool:
    """Whether one came along, now or before."""
    return PICTURE in posted.files or bool(posted.first(KEPT_PICTURE))


def _about_the_first(fields: SubmittedFields, pictures: int) -> SubmittedFields:
    """A form counts on from the pictures that an entry has, the office counts those that came."""
    before = f"images.{pictures + 1}."
    return {
        f"images.1.{path.removeprefix(before)}" if path.startswith(before) else path: values
        for path, values in fields.items()
    }


def _own_errors(
    submission: Submission, posted: Posted, result: Filled, speech: "_Speech"
) -> Iterator[tuple[str, str]]:
    """What is wrong with what a form asks besides the fields of an entry."""
    email = submission.sender.email
    if not email:
        yield EMAIL, speech.text(MISSING)
    elif (
        Email().parse(Scalar(email, HERE), context_for("", speech.known.content.existing))
        is INVALID
    ):
        yield EMAIL, speech.text(_USUAL["MAIL-FORM"])
    form = submission.form
    if FORMS[form].kind is None and not submission.entry and not posted.first(ENTRY).strip():
        yield ENTRY, speech.text(MISSING)
    is_said = submission.message or submission.fields or _has_picture(posted)
    if FORMS[form].needs_words and not is_said:
        yield MESSAGE, speech.text(MISSING)
    if result.withheld and not submission.consent:
        yield CONSENT, speech.text(MISSING)


def _errors_of_fields(
    submission: Submission, result: Filled, speech: "_Speech"
) -> Iterator[tuple[str, str]]:
    """The errors of what a form asks for; of an entry that is there only of what would change."""
    draft, kind = result.draft, submission.kind
    if draft is None or kind is None:
        return
    for finding in draft.errors:
        path = draft.field_of(finding)
        name = next((name for name in submission.fields if _is_within(name, path)), path)
        is_ours = FORMS[submission.form].kind is not None or name in submission.fields
        if is_ours and (name in submission.fields or is_form_field(kind, name)):
            yield name, speech.finding(finding)


def _is_within(name: str, path: str) -> bool:
    return name == path or name.startswith(f"{path}.")


def _alt(submission: Submission, about: FormSubject | None) -> str:
    """The control that asks what a picture shows."""
    kind = submission.kind
    assert kind is not None
    return f"{where(kind, about.pictures + 1 if about else 1)}.alt"


class _Speech:
    """Says what is wrong in the language of a page."""

    def __init__(self, language: str, known: LoadedSite) -> None:
        self.known, self._language = known, language
        self._messages = known.messages[language]

    def text(self, message: str) -> str:
        """A message of the theme."""
        return self._messages.text("", message)

    def finding(self, finding: Diagnostic) -> str:
        """A finding; where it is said in German only, marked as that."""
        if finding.code in _USUAL:
            return self.text(_USUAL[finding.code])
        language = self._language
        if language == "en":
            return finding.message("en")
        if language == SITE_LANGUAGE or is_easy(language):
            return finding.message("de")
        return Markup('<span lang="de" dir="ltr">{}</span>').format(finding.message("de"))
