"""What is done when a form is sent. Where it was about what is not so any more, nothing is."""

from dataclasses import replace
from http import HTTPStatus
from typing import Literal

from plugins.catalogue.descriptions.forms import CHANGE, CONSENT, ENTRY, FORM, FORMS, NOTICE
from plugins.intake.forge.propose import NotProposed
from plugins.intake.inbox import reply
from plugins.intake.inbox import words as said
from plugins.intake.inbox.inbox import Answer, BadId, Done, HasErrors, Referred, choices
from plugins.intake.new.words import Words
from plugins.intake.submission.named import entry_named
from plugins.intake.submission.store import Decided, Stored
from plugins.intake.submission.submission import of_pairs
from plugins.intake.writes import ChangedMeanwhile
from plugins.web.halves import joined
from plugins.web.http import Response, see_other
from plugins.web.inbox import views
from plugins.web.inbox.asking import Asking
from plugins.web.inbox.room import Look, Outcome
from plugins.web.inbox.sent import STAND, Form
from plugins.web.inbox.showing import Showing, Stale

DEEDS = frozenset(
    "annehmen erledigt entfernen bearbeiten datei formular zuordnen verwerfen kennung "
    "beschreiben worte einwilligung nachfragen ablehnen".split()
)


class Deeds:
    """Does what forms say, and answers with the page that comes then."""

    def __init__(self, showing: Showing, asking: Asking) -> None:
        """Both make the pages."""
        self._show, self._ask, self.room = showing, asking, showing.room

    def deed(self, draft_id: str, deed: str, form: Form) -> Response:
        """Do what was asked for, unless the draft is not as it was shown."""
        draft = self.room.draft(draft_id)
        if draft is None:
            return self._show.gone()
        look = self.room.look(draft)
        if form(STAND) != look.stand:
            return self._ask.stale_with(draft, deed, form)
        try:
            return self._do(deed, look, form)
        except Stale:
            return self._show.stale(draft)
        except (ChangedMeanwhile, Referred):
            self.room.come_in()
            return self._show.stale(draft)
        except Decided:
            self.room.come_in()
            now = self.room.draft(draft_id)
            return self._show.stale(now) if now else self._show.gone()
        except NotProposed as error:
            said = views.shown(error.to(self._show.language))
            status = HTTPStatus.BAD_GATEWAY
            return self._show.draft(draft, notice=views.Mark(said, "warning"), status=status)
        except HasErrors:
            return self._show.draft(
                draft,
                notice=views.Mark(self._show.shell.t.first_mend, "warning"),
                status=HTTPStatus.CONFLICT,
            )

    def _do(self, deed: str, look: Look, form: Form) -> Response:
        draft = look.draft
        match deed:
            case "annehmen":
                return self._accept(look)
            case "erledigt":
                return self._close(look)
            case "entfernen":
                self._may(look, said.REMOVE)
                done = self.room.inbox.remove(draft, look.result)
                return self._decided(draft, self._outcome(draft, "done_removed", done))
            case "bearbeiten":
                self._may_edit(look)
                return self._save_fields(look, form)
            case "datei":
                self._may_edit(look)
                return self._save_text(look, form.text("text"))
            case "formular":
                return self._fill_in(draft, form.text("text"))
            case "zuordnen":
                return self._assign(draft, form("art"), form("eintrag").strip())
            case "verwerfen":
                self.room.forget_edit(draft.id)
                return see_other(self._show.here(draft))
            case "kennung":
                return self._rename(look, form("id").strip())
            case "worte":
                own = look.result.own
                self.room.edit(draft, keeps=not (own and own.is_kept))
                return see_other(f"{self._show.here(draft)}#worte")
            case "einwilligung":
                self._may(look, said.AGREE)
                if form(CONSENT):
                    self.room.carry_over(look, self.room.inbox.agree(draft))
                return see_other(self._show.here(draft))
            case "beschreiben":
                return self._describe(look, form("bild"), form("alt"))
        return self._answered(draft, form("text"), refuse=deed == "ablehnen")

    def _may(self, look: Look, *any_of: Words) -> None:
        """Raises `Stale` where none of these can be chosen."""
        if not set(any_of) & set(choices(look.draft, look.result, self.room.inbox.content)):
            raise Stale

    def _may_edit(self, look: Look) -> None:
        """Raises `Stale` where there is nothing to edit."""
        self._may(look, said.EDIT)
        if not look.result.text:
            raise Stale

    def _accept(self, look: Look) -> Response:
        self._may(look, said.ACCEPT, said.CONFIRM, said.END)
        if look.result.is_makeshift and not self.room.has_id(look.draft.id):
            return self._ask.ids(look)
        done = self.room.inbox.accept(look.draft, look.result)
        return self._decided(look.draft, self._outcome(look.draft, "done_accepted", done))

    def _close(self, look: Look) -> Response:
        self._may(look, said.DONE)
        done = self.room.inbox.close(look.draft, look.result)
        return self._decided(look.draft, self._outcome(look.draft, "done_closed", done))

    def _outcome(self, draft: Stored, title: str, done: Done) -> Outcome:
        title = "done_not_yet" if done.refusal else title
        outcome = Outcome(getattr(self._show.shell.t, title), self._show.name(draft), done)
        return _with_answer(outcome, draft, done.answer, "accept") if done.answer else outcome

    def _decided(self, draft: Stored, outcome: Outcome) -> Response:
        self.room.decided(draft.id, outcome)
        return see_other(f"{self._show.here(draft)}fertig/")

    def _save_fields(self, look: Look, form: Form) -> Response:
        """Keep what a form says now; with errors it comes back with them."""
        draft, result = look.draft, look.result
        entry = f"{result.kind.folder}/{result.id}" if result.kind else ""
        own = (pair for pair in form.pairs if not pair[0].startswith("_"))
        pairs = [(FORM, CHANGE), (ENTRY, entry), *joined(own, result.kind)]
        agreed_by = draft.submission.sender.name if form(CONSENT) else None
        refilled = self.room.inbox.refilled(result, of_pairs(pairs).fields, agreed_by)
        if refilled is None:
            return self._ask.file(draft, error=self._show.shell.t.not_safely)
        self._keep(look, refilled.text)
        return self._saved(draft, "bearbeiten")

    def _save_text(self, look: Look, text: str) -> Response:
        self._keep(look, text)
        return self._saved(look.draft, "datei")

    def _keep(self, look: Look, text: str) -> None:
        """Keep a text of the file, and an id of its name where it had none before."""
        result = self.room.edit(look.draft, text=text).result
        if result.is_makeshift and not self.room.has_id(look.draft.id):
            self.room.edit(look.draft, new_id=self.room.inbox.likely_id(result))

    def _saved(self, draft: Stored, page: str) -> Response:
        """To the draft as it is now, or with errors to where these are mended."""
        has_errors = bool(self.room.look(draft).result.errors)
        return see_other(f"{self._show.here(draft)}{f'{page}/' if has_errors else '?gemerkt=1'}")

    def _fill_in(self, draft: Stored, text: str) -> Response:
        if self.room.inbox.fill_in(draft, text) is None:
            return self._ask.questionnaire(draft, text, error=self._show.shell.t.no_form)
        return see_other(f"{self._show.here(draft)}?gemerkt=1")

    def _assign(self, draft: Stored, form: str, named: str) -> Response:
        t, content = self._show.shell.t, self.room.inbox.content
        addresses = self.room.inbox.settings.site.addresses
        if form not in FORMS:
            return self._ask.kinds(draft)
        is_new = FORMS[form].kind is not None
        entry = "" if is_new or not named else entry_named(named, content, addresses)
        if named and not is_new and not entry:
            return self._ask.kinds(draft, form, named, t.no_such_entry)
        if not is_new and not entry and form != NOTICE:
            return self._ask.kinds(draft, form, named, t.needs_entry)
        changed = self.room.inbox.assign(draft, form, entry)
        has_form = is_new or (form == CHANGE and entry)
        return see_other(f"{self._show.here(changed)}{'bearbeiten/' if has_form else ''}")

    def _rename(self, look: Look, new_id: str) -> Response:
        self._may(look, said.RENAME)
        try:
            self.room.edit(look.draft, new_id=new_id or look.result.id)
        except BadId as error:
            return self._ask.ids(look, new_id, views.found(error.found, self._show.shell))
        return see_other(f"{self._show.here(look.draft)}?gemerkt=1")

    def _describe(self, look: Look, number: str, alt: str) -> Response:
        self._may(look, said.DESCRIBE)
        numbers = {str(one.number): one.number for one in look.result.undescribed}
        if alt.strip() and number in numbers:
            said_now = " ".join(alt.split())
            changed = self.room.inbox.describe(look.draft, numbers[number], said_now)
            self.room.carry_over(look, changed)
        return see_other(f"{self._show.here(look.draft)}#bilder")

    def _answered(self, draft: Stored, text: str, *, refuse: bool) -> Response:
        t = self._show.shell.t
        said_here = "\n".join(line.rstrip() for line in text.splitlines()).strip()
        kind: Literal["ask", "refuse"] = "refuse" if refuse else "ask"
        answer = self.room.inbox.answer(draft, said_here, kind)
        title = t.done_refused if refuse else t.done_asked
        outcome = Outcome(title, self._show.name(draft))
        return self._decided(draft, _with_answer(outcome, draft, answer, kind))


def _with_answer(outcome: Outcome, draft: Stored, answer: Answer, kind: reply.Kind) -> Outcome:
    submission = draft.submission
    return replace(
        outcome,
        answer=answer,
        email=submission.sender.email,
        subject=reply.subject(submission.language, kind),
        tongue=reply.spoken(submission.language),
    )
