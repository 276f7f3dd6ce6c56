"""The pages that ask: for an edit, another id, words to the sender, or whether to delete."""

from collections.abc import Collection, Iterator, Mapping
from http import HTTPStatus

from plugins.catalogue.characters import without_forbidden
from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage
from plugins.intake.inbox import reply
from plugins.intake.inbox.inbox import Referred
from plugins.intake.submission import questionnaire
from plugins.intake.submission.consent import is_personal
from plugins.intake.submission.filled import Filled
from plugins.intake.submission.store import Stored
from plugins.pages import forms
from plugins.pages.forms import FormData
from plugins.web.http import Response, see_other
from plugins.web.inbox import texts, views
from plugins.web.inbox.draft_pages import DraftPages
from plugins.web.inbox.posted_form import PostedForm
from plugins.web.inbox.workspace import DraftReview

_MISSING = frozenset({"FLD-MISSING", "FLD-EMPTY"})
_STEPS = ("main", "when", "where", "contact", "more")
MOST_NAMES = 1000
"""So many entries are proposed by name."""
_GAP = "\ue000"
"""Stands where somebody writes: nobody types it."""


class FormPages:
    """Makes the pages that ask."""

    def __init__(self, draft_pages: DraftPages) -> None:
        """They review as those that show."""
        self._drafts, self.workspace = draft_pages, draft_pages.workspace

    def fields(
        self, draft: Stored, form: PostedForm | None = None, *, stale: bool = False
    ) -> Response:
        """The fields in a form; the whole file where there is none; else what it shall become."""
        review = self.workspace.review(draft)
        result, shell = review.result, self._drafts.shell
        if not result.text:
            return self.kinds(draft)
        slug = next((f.slug for f in FORMS.values() if f.kind and f.kind is result.kind), "")
        values = self.workspace.inbox.values(result) if slug else None
        if values is None:
            return see_other(f"{self._drafts.here(draft)}datei/")
        if form is not None:
            values = form.typed()
        given = FormData(values=values, errors=_errors(result, self._drafts.language))
        asked = forms.page(slug, self.workspace.inbox.content.existing.catalogue, given).view
        assert isinstance(asked, forms.FormView)
        t, beside = shell.t, {c.name for part in asked.parts for c in part.controls if c.error}
        view = views.FieldsView(
            shell=shell,
            back=self._drafts.here(draft),
            title=self._drafts.name(draft),
            parts=asked.parts,
            steps={step: getattr(t, f"step_{step}") for step in _STEPS},
            has_errors=bool(beside),
            consent=next((p.step for p in asked.parts if any(map(_is_of_people, p.controls))), ""),
            message=views.shown(draft.submission.message),
            own=self._drafts.own_words(review),
            sealed=self._drafts.sealed(draft, "bearbeiten", review.version),
            findings=views.found(_not_beside(result, beside), shell),
            stale=stale,
        )
        return self._drafts.page("fields", view, HTTPStatus.CONFLICT if stale else HTTPStatus.OK)

    def file(
        self, draft: Stored, text: str | None = None, *, stale: bool = False, error: str = ""
    ) -> Response:
        """The whole file in a text."""
        shell, review = self._drafts.shell, self.workspace.review(draft)
        t, result = shell.t, review.result
        if not result.text:
            return self.kinds(draft)
        view = views.TextView(
            shell=shell,
            back=self._drafts.here(draft),
            title=self._drafts.name(draft),
            heading=t.edit_file,
            lead=t.edit_file_lead,
            text=result.text if text is None else text,
            action=f"{self._drafts.here(draft)}datei/",
            sealed=self._drafts.sealed(draft, "datei", review.version),
            findings=views.found(result.findings, shell),
            message="",
            own=self._drafts.own_words(review),
            forms=(),
            stale=stale,
            error=error,
        )
        return self._drafts.page("text", view, HTTPStatus.CONFLICT if stale else HTTPStatus.OK)

    def questionnaire(
        self, draft: Stored, text: str | None = None, *, stale: bool = False, error: str = ""
    ) -> Response:
        """What was handed in as a text with labels, to be filled in."""
        shell, review = self._drafts.shell, self.workspace.review(draft)
        t, own = shell.t, without_forbidden(questionnaire.write(draft.submission))
        view = views.TextView(
            shell=shell,
            back=self._drafts.here(draft),
            title=self._drafts.name(draft),
            heading=t.edit_form,
            lead=t.edit_form_lead,
            text=own if text is None else text,
            action=f"{self._drafts.here(draft)}formular/",
            sealed=self._drafts.sealed(draft, "formular", review.version),
            findings=(),
            message=views.shown(draft.submission.message),
            own=None,
            forms=tuple(form.title for form in FORMS.values()),
            stale=stale,
            error=error,
        )
        return self._drafts.page("text", view, HTTPStatus.CONFLICT if stale else HTTPStatus.OK)

    def kinds(self, draft: Stored, chosen: str = "", entry: str = "", error: str = "") -> Response:
        """Asks what a message is to become, and which entry it is about."""
        shell, names = self._drafts.shell, self.workspace.inbox.content.lists.names
        named = (
            (f"{folder}/{key}", name) for folder in names for key, name in names[folder].items()
        )
        view = views.KindView(
            shell=shell,
            back=self._drafts.here(draft),
            title=self._drafts.name(draft),
            message=views.shown(draft.submission.message),
            forms=tuple((form.slug, form.title) for form in FORMS.values()),
            chosen=chosen or draft.submission.form,
            entry=views.shown(entry or draft.submission.entry),
            entries=tuple(sorted(named, key=lambda pair: pair[1])[:MOST_NAMES]),
            sealed=self._drafts.sealed(draft, "zuordnen", self.workspace.review(draft).version),
            error=error,
        )
        return self._drafts.page(
            "kind", view, HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
        )

    def ids(
        self, review: DraftReview, value: str = "", found: tuple[views.FindingView, ...] = ()
    ) -> Response:
        """Asks for another id."""
        shell, draft = self._drafts.shell, review.draft
        sealed = self._drafts.sealed(draft, "kennung", review.version)
        title = self._drafts.name(draft)
        view = views.IdView(
            shell,
            self._drafts.here(draft),
            title,
            views.shown(value or review.result.id),
            shell.t.no_id if review.result.is_makeshift else "",
            sealed,
            found,
        )
        return self._drafts.page(
            "id", view, HTTPStatus.UNPROCESSABLE_ENTITY if found else HTTPStatus.OK
        )

    def answer(self, draft: Stored, *, refuse: bool) -> Response:
        """Asks what to write to the sender."""
        shell, submission = self._drafts.shell, draft.submission
        t, office = shell.t, self.workspace.settings.site.office
        action = "ablehnen" if refuse else "nachfragen"
        kind: reply.ReplyKind = "refuse" if refuse else "ask"
        text = reply.body(submission, office, _GAP, kind, self.workspace.inbox.called(submission))
        above, _, below = text.partition(_GAP)
        tongue = reply.spoken(submission.language)
        named = views.language_named(tongue, self._drafts.language)
        view = views.AnswerView(
            shell=shell,
            back=self._drafts.here(draft),
            title=self._drafts.name(draft),
            heading=t.refuse_title if refuse else t.ask_title,
            lead=t.refuse_lead if refuse else t.ask_lead,
            question=t.refuse_label if refuse else t.ask_label,
            hint=t.in_their_language.format(language=named) if named else "",
            opening=views.shown(above.strip()),
            closing=views.shown(below.strip()),
            tongue=tongue,
            text="",
            action=f"{self._drafts.here(draft)}{action}/",
            button=t.write_refusal if refuse else t.write_mail,
            has_address=reply.mail(submission, office, "", kind) is not None,
            sealed=self._drafts.sealed(draft, action, self.workspace.review(draft).version),
        )
        return self._drafts.page("answer", view)

    def removal(self, review: DraftReview) -> Response:
        """Asks whether to delete, where that is possible."""
        shell, draft = self._drafts.shell, review.draft
        refusal = ""
        try:
            self.workspace.inbox.may_remove(review.result)
        except Referred as error:
            refusal = shell.t.not_removed.format(paths=", ".join(error.paths[:5]))
        lead = shell.t.remove_lead.format(path=review.result.path)
        sealed = self._drafts.sealed(draft, "entfernen", review.version)
        title = self._drafts.name(draft)
        return self._drafts.page(
            "sure", views.SureView(shell, self._drafts.here(draft), title, lead, refusal, sealed)
        )

    def stale_with(self, draft: Stored, action: str, form: PostedForm) -> Response:
        """The same, with what somebody has typed: it is not lost."""
        text = form.text("text")
        if action == "datei" and text:
            return self.file(draft, text, stale=True)
        if action == "formular" and text:
            return self.questionnaire(draft, text, stale=True)
        if action == "bearbeiten" and self.workspace.review(draft).result.text:
            return self.fields(draft, form, stale=True)
        return self._drafts.stale(draft)


def _is_of_people(control: forms.FormControl) -> bool:
    return is_personal(control.name)


def _errors(result: Filled, language: MessageLanguage) -> Mapping[str, str]:
    """What is wrong with each field."""
    draft = result.draft
    if draft is None:
        return {}
    missing = texts.MISSING.to(language)
    return {
        draft.field_of(one): missing if one.code in _MISSING else one.message(language)
        for one in reversed(draft.errors)
    }


def _not_beside(result: Filled, names: Collection[str]) -> Iterator[Diagnostic]:
    """What is found and not said beside one of these fields."""
    for one in result.findings:
        if not (one.is_error and result.draft and result.draft.field_of(one) in names):
            yield one
