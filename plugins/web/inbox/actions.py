"""What is done when a form is sent. Where it was about what is not so any more, nothing is."""

from dataclasses import replace
from http import HTTPStatus
from typing import Literal

from plugins.catalogue.descriptions.forms import CHANGE, CONSENT, ENTRY, FORM, FORMS, NOTICE
from plugins.intake.forge.propose import NotProposed
from plugins.intake.inbox import reply
from plugins.intake.inbox import texts as labels
from plugins.intake.inbox.inbox import BadId, Done, HasErrors, Referred, Reply, choices
from plugins.intake.new.texts import Bilingual
from plugins.intake.submission.named import entry_named
from plugins.intake.submission.store import Decided, Stored
from plugins.intake.submission.submission import of_pairs
from plugins.intake.writes import ChangedMeanwhile
from plugins.web.halves import joined
from plugins.web.http import Response, see_other
from plugins.web.inbox import views
from plugins.web.inbox.draft_pages import DraftPages, Stale
from plugins.web.inbox.form_pages import FormPages
from plugins.web.inbox.posted_form import VERSION, PostedForm
from plugins.web.inbox.workspace import DraftReview, Resolution

ACTIONS = frozenset(
    "annehmen erledigt entfernen bearbeiten datei formular zuordnen verwerfen kennung "
    "beschreiben worte einwilligung nachfragen ablehnen".split()
)


class Actions:
    """Does what forms say, and answers with the page that comes then."""

    def __init__(self, draft_pages: DraftPages, form_pages: FormPages) -> None:
        """Both make the pages."""
        self._drafts, self._forms = draft_pages, form_pages
        self.workspace = draft_pages.workspace

    def take(self, draft_id: str, action: str, form: PostedForm) -> Response:
        """Do what was asked for, unless the draft is not as it was shown."""
        draft = self.workspace.draft(draft_id)
        if draft is None:
            return self._drafts.gone()
        review = self.workspace.review(draft)
        if form(VERSION) != review.version:
            return self._forms.stale_with(draft, action, form)
        try:
            return self._do(action, review, form)
        except Stale:
            return self._drafts.stale(draft)
        except (ChangedMeanwhile, Referred):
            self.workspace.come_in()
            return self._drafts.stale(draft)
        except Decided:
            self.workspace.come_in()
            now = self.workspace.draft(draft_id)
            return self._drafts.stale(now) if now else self._drafts.gone()
        except NotProposed as error:
            reason = views.shown(error.to(self._drafts.language))
            status = HTTPStatus.BAD_GATEWAY
            return self._drafts.draft(draft, notice=views.Badge(reason, "warning"), status=status)
        except HasErrors:
            return self._drafts.draft(
                draft,
                notice=views.Badge(self._drafts.shell.t.first_mend, "warning"),
                status=HTTPStatus.CONFLICT,
            )

    def _do(self, action: str, review: DraftReview, form: PostedForm) -> Response:
        draft = review.draft
        match action:
            case "annehmen":
                return self._accept(review)
            case "erledigt":
                return self._close(review)
            case "entfernen":
                self._may(review, labels.REMOVE)
                done = self.workspace.inbox.remove(draft, review.result)
                return self._decided(draft, self._resolution(draft, "done_removed", done))
            case "bearbeiten":
                self._may_edit(review)
                return self._save_fields(review, form)
            case "datei":
                self._may_edit(review)
                return self._save_text(review, form.text("text"))
            case "formular":
                return self._fill_in(draft, form.text("text"))
            case "zuordnen":
                return self._assign(draft, form("art"), form("eintrag").strip())
            case "verwerfen":
                self.workspace.forget_edit(draft.id)
                return see_other(self._drafts.here(draft))
            case "kennung":
                return self._rename(review, form("id").strip())
            case "worte":
                own = review.result.own
                self.workspace.edit(draft, keeps=not (own and own.is_kept))
                return see_other(f"{self._drafts.here(draft)}#worte")
            case "einwilligung":
                self._may(review, labels.AGREE)
                if form(CONSENT):
                    self.workspace.carry_over(review, self.workspace.inbox.agree(draft))
                return see_other(self._drafts.here(draft))
            case "beschreiben":
                return self._describe(review, form("bild"), form("alt"))
        return self._answered(draft, form("text"), refuse=action == "ablehnen")

    def _may(self, review: DraftReview, *any_of: Bilingual) -> None:
        """Raises `Stale` where none of these can be chosen."""
        if not set(any_of) & set(
            choices(review.draft, review.result, self.workspace.inbox.content)
        ):
            raise Stale

    def _may_edit(self, review: DraftReview) -> None:
        """Raises `Stale` where there is nothing to edit."""
        self._may(review, labels.EDIT)
        if not review.result.text:
            raise Stale

    def _accept(self, review: DraftReview) -> Response:
        self._may(review, labels.ACCEPT, labels.CONFIRM, labels.END)
        if review.result.is_makeshift and not self.workspace.has_id(review.draft.id):
            return self._forms.ids(review)
        done = self.workspace.inbox.accept(review.draft, review.result)
        return self._decided(review.draft, self._resolution(review.draft, "done_accepted", done))

    def _close(self, review: DraftReview) -> Response:
        self._may(review, labels.DONE)
        done = self.workspace.inbox.close(review.draft, review.result)
        return self._decided(review.draft, self._resolution(review.draft, "done_closed", done))

    def _resolution(self, draft: Stored, title: str, done: Done) -> Resolution:
        title = "done_not_yet" if done.refusal else title
        resolution = Resolution(
            getattr(self._drafts.shell.t, title), self._drafts.name(draft), done
        )
        return _with_answer(resolution, draft, done.answer, "accept") if done.answer else resolution

    def _decided(self, draft: Stored, resolution: Resolution) -> Response:
        self.workspace.decided(draft.id, resolution)
        return see_other(f"{self._drafts.here(draft)}fertig/")

    def _save_fields(self, review: DraftReview, form: PostedForm) -> Response:
        """Keep what a form says now; with errors it comes back with them."""
        draft, result = review.draft, review.result
        entry = f"{result.kind.folder}/{result.id}" if result.kind else ""
        own = (pair for pair in form.pairs if not pair[0].startswith("_"))
        pairs = [(FORM, CHANGE), (ENTRY, entry), *joined(own, result.kind)]
        agreed_by = draft.submission.sender.name if form(CONSENT) else None
        refilled = self.workspace.inbox.refilled(result, of_pairs(pairs).fields, agreed_by)
        if refilled is None:
            return self._forms.file(draft, error=self._drafts.shell.t.not_safely)
        self._keep(review, refilled.text)
        return self._saved(draft, "bearbeiten")

    def _save_text(self, review: DraftReview, text: str) -> Response:
        self._keep(review, text)
        return self._saved(review.draft, "datei")

    def _keep(self, review: DraftReview, text: str) -> None:
        """Keep a text of the file, and an id of its name where it had none before."""
        result = self.workspace.edit(review.draft, text=text).result
        if result.is_makeshift and not self.workspace.has_id(review.draft.id):
            self.workspace.edit(review.draft, new_id=self.workspace.inbox.likely_id(result))

    def _saved(self, draft: Stored, page: str) -> Response:
        """To the draft as it is now, or with errors to where these are mended."""
        has_errors = bool(self.workspace.review(draft).result.errors)
        return see_other(f"{self._drafts.here(draft)}{f'{page}/' if has_errors else '?gemerkt=1'}")

    def _fill_in(self, draft: Stored, text: str) -> Response:
        if self.workspace.inbox.fill_in(draft, text) is None:
            return self._forms.questionnaire(draft, text, error=self._drafts.shell.t.no_form)
        return see_other(f"{self._drafts.here(draft)}?gemerkt=1")

    def _assign(self, draft: Stored, form: str, named: str) -> Response:
        t, content = self._drafts.shell.t, self.workspace.inbox.content
        addresses = self.workspace.inbox.settings.site.addresses
        if form not in FORMS:
            return self._forms.kinds(draft)
        is_new = FORMS[form].kind is not None
        entry = "" if is_new or not named else entry_named(named, content, addresses)
        if named and not is_new and not entry:
            return self._forms.kinds(draft, form, named, t.no_such_entry)
        if not is_new and not entry and form != NOTICE:
            return self._forms.kinds(draft, form, named, t.needs_entry)
        changed = self.workspace.inbox.assign(draft, form, entry)
        has_form = is_new or (form == CHANGE and entry)
        return see_other(f"{self._drafts.here(changed)}{'bearbeiten/' if has_form else ''}")

    def _rename(self, review: DraftReview, new_id: str) -> Response:
        self._may(review, labels.RENAME)
        try:
            self.workspace.edit(review.draft, new_id=new_id or review.result.id)
        except BadId as error:
            return self._forms.ids(review, new_id, views.found(error.found, self._drafts.shell))
        return see_other(f"{self._drafts.here(review.draft)}?gemerkt=1")

    def _describe(self, review: DraftReview, number: str, alt: str) -> Response:
        self._may(review, labels.DESCRIBE)
        numbers = {str(one.number): one.number for one in review.result.undescribed}
        if alt.strip() and number in numbers:
            said_now = " ".join(alt.split())
            changed = self.workspace.inbox.describe(review.draft, numbers[number], said_now)
            self.workspace.carry_over(review, changed)
        return see_other(f"{self._drafts.here(review.draft)}#bilder")

    def _answered(self, draft: Stored, text: str, *, refuse: bool) -> Response:
        t = self._drafts.shell.t
        said_here = "\n".join(line.rstrip() for line in text.splitlines()).strip()
        kind: Literal["ask", "refuse"] = "refuse" if refuse else "ask"
        answer = self.workspace.inbox.answer(draft, said_here, kind)
        title = t.done_refused if refuse else t.done_asked
        resolution = Resolution(title, self._drafts.name(draft))
        return self._decided(draft, _with_answer(resolution, draft, answer, kind))


def _with_answer(
    resolution: Resolution, draft: Stored, answer: Reply, kind: reply.ReplyKind
) -> Resolution:
    submission = draft.submission
    return replace(
        resolution,
        answer=answer,
        email=submission.sender.email,
        subject=reply.subject(submission.language, kind),
        tongue=reply.spoken(submission.language),
    )
