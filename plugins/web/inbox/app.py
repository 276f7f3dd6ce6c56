"""The inbox as a function: a request in, a response out. Nothing is shown to whoever is not in.

    GET  /eingang/?schluessel=…     lets a browser in, once
    GET  /eingang/                  what waits; ?art=verein only that
    GET  /eingang/<id>/             one draft; vorschau/ its page, bild/<n> a picture of it
    GET  /eingang/<id>/<deed>/      asks what is needed first: bearbeiten, kennung, nachfragen, …
    POST /eingang/<id>/<deed>/      does it, and leads to fertig/, which says what was done
    GET  /eingang/seite/<entry>/    the page of an entry that is there

A form carries what the draft and its entry were when it was shown. Where they are not so any more
nothing is done, and the page says that.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import RLock
from typing import NamedTuple
from urllib.parse import parse_qsl, quote

from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.diagnostics import Language
from plugins.intake.inbox import reply, show
from plugins.intake.inbox import words as said
from plugins.intake.inbox.inbox import BadId, Done, HasErrors, Referred, choices
from plugins.intake.new.words import Words
from plugins.intake.sheet.apply import Changed
from plugins.intake.submission import questionnaire
from plugins.intake.submission.store import ANSWERS, Stored, StoreError
from plugins.rendering.page import Page, View
from plugins.rendering.serve.server import is_ours
from plugins.rendering.urls import Address
from plugins.web.http import SAFE, TEXT, Request, Response, see_other
from plugins.web.inbox import views
from plugins.web.inbox.access import Access
from plugins.web.inbox.room import OWN, Look, Outcome, Room
from plugins.web.inbox.views import Sealed, Shell

ROOT = "/eingang/"
TOKEN, SEAL, STAND = "schluessel", "_siegel", "_stand"
STYLE = "inbox.css"

MOST = 2_000_000
"""Bytes of a form: a file of an entry is no longer, and each of its signs may be sent as nine."""
MOST_FIELDS = 20
MOST_MAILTO = 1800
"""Characters of a link that opens a mail: longer ones some mail programs cut."""

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
FRAMED = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""The policy of a preview: a page of the site without its scripts, inside of ours."""

_ID = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9a-f]{8}")
_DEEDS = frozenset(
    "annehmen erledigt entfernen bearbeiten verwerfen kennung beschreiben nachfragen "
    "ablehnen".split()
)
_NOWHERE = Address("not_found")


class _Form(NamedTuple):
    """What a form of ours sent."""

    values: Mapping[str, str]

    def __call__(self, name: str) -> str:
        return self.values.get(name, "")


class _Stale(Exception):
    """What a form was about is not so any more."""


class _Refused(Exception):
    """It is no form of ours."""


@dataclass
class App:
    """Answers requests, one after the other."""

    room: Room
    access: Access
    port: int
    note: Callable[[str], None]
    """Takes down what failed."""
    _lock: RLock = field(default_factory=RLock)

    def answer(self, request: Request) -> Response:
        """The response to a request; never raises."""
        with self._lock:
            try:
                response = self._answer(request)
            except StoreError as error:
                response = self._failed(f"{error.path}: {error.reason}")
            except OSError as error:
                response = self._failed(str(error))
            except Exception as error:
                self.note(f"{type(error).__name__}: {error}")
                response = self._failed(type(error).__name__)
        return response.with_headers({**SAFE, "Content-Security-Policy": POLICY})

    # Who is let in, and where to.

    def _answer(self, request: Request) -> Response:
        if not is_ours([request.header("host")], self.port):
            return Response(HTTPStatus.MISDIRECTED_REQUEST)
        if request.method not in ("GET", "HEAD", "POST"):
            return Response(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD, POST"})
        if request.method != "POST" and (found := self._static(request.path)) is not None:
            return found
        if not self.access.knows(request.header("cookie")):
            return self._let_in(request)
        if request.asked(TOKEN):  # the browser that was let in opens the address once more
            return see_other(ROOT)
        self.room.come_in()
        return self._inside(request)

    def _let_in(self, request: Request) -> Response:
        token = request.asked(TOKEN) if request.method == "GET" and request.path == ROOT else ""
        session = self.access.opened(token)
        if session:
            answer = see_other(ROOT)
            return answer.with_headers({"Set-Cookie": self.access.cookie(session, ROOT)})
        t = self._shell.t
        return self._plain(t.closed_title, t.closed_lead, status=HTTPStatus.FORBIDDEN, links=False)

    def _static(self, path: str) -> Response | None:
        """What is the same for everybody: the site's style sheet, its pictures, our own."""
        if path == f"{ROOT}{STYLE}":
            return Response(HTTPStatus.OK, (OWN / "static" / STYLE).read_bytes(), "text/css")
        data = self.room.pages.file(path) if path.startswith(self._static_root) else None
        if data is None:
            return None
        ending = path.rpartition(".")[2]
        return Response(HTTPStatus.OK, data, _TYPES.get(ending, "application/octet-stream"))

    @property
    def _static_root(self) -> str:
        return f"{self.room.settings.site.base}/static/"

    def _inside(self, request: Request) -> Response:
        if request.path == "/":
            return see_other(ROOT)
        if not request.path.startswith(ROOT):
            return self._nowhere()
        steps = request.path.removeprefix(ROOT).split("/")
        if request.method == "POST":
            return self._posted(request, steps)
        match steps:
            case [""]:
                return self._list(request.asked("art"))
            case ["seite", folder, entry_id, ""]:
                return self._entry_page(folder, entry_id)
            case [draft_id, *rest] if _ID.fullmatch(draft_id):
                return self._shown(draft_id, rest, request)
        return self._nowhere()

    def _nowhere(self) -> Response:
        t = self._shell.t
        return self._plain(t.only_preview, "", status=HTTPStatus.NOT_FOUND)

    # What is shown.

    @property
    def _language(self) -> Language:
        return self.room.settings.language

    @property
    def _shell(self) -> Shell:
        return Shell(views.texts(self._language), ROOT, self._language)

    def _page(self, template: str, view: View, status: int = HTTPStatus.OK) -> Response:
        page = Page(_NOWHERE, f"inbox/{template}.html", view)
        return Response(status, self.room.html(page))

    def _plain(
        self,
        title: str,
        lead: str,
        *,
        status: int = HTTPStatus.OK,
        links: bool = True,
        text: str = "",
    ) -> Response:
        return self._page("plain", views.PlainView(self._shell, title, lead, text, links), status)

    def _failed(self, reason: str) -> Response:
        try:
            return self._plain(
                self._shell.t.failed_title,
                views.shown(reason),
                status=HTTPStatus.INTERNAL_SERVER_ERROR,
            )
        except Exception:  # not even that page can be made
            return Response(HTTPStatus.INTERNAL_SERVER_ERROR, views.shown(reason).encode(), TEXT)

    def _list(self, chosen: str) -> Response:
        shell, store = self._shell, self.room.inbox.store
        ids = store.ids()
        drafts, unreadable = [], []
        for one in ids:
            found = store.get(one)
            if found is None:
                unreadable.append(str(store.folder / f"{one}.json"))
            else:
                drafts.append(found)
        chosen = chosen if chosen in FORMS else ""
        counts = {slug: sum(d.submission.form == slug for d in drafts) for slug in FORMS}
        kinds = tuple(
            views.Kind(slug, FORMS[slug].title, count, slug == chosen)
            for slug, count in counts.items()
            if count or slug == chosen
        )
        some = [one for one in drafts if chosen in ("", one.submission.form)]
        answered, room = store.answered(), self.room
        days, now = room.settings.site.inbox_days, room.now()
        rows = tuple(
            views.row(
                one,
                self._name(one),
                shell,
                now,
                days,
                one.id in answered,
                room.seen.get(one.id),
                room.is_edited(one.id),
            )
            for one in some[: views.LISTED]
        )
        count, t = len(drafts), shell.t
        title = t.waiting_one if count == 1 else t.waiting.format(count=count)
        view = views.ListView(
            shell, title, rows, kinds, count, len(some) - len(rows), tuple(unreadable)
        )
        return self._page("list", view)

    def _shown(self, draft_id: str, rest: list[str], request: Request) -> Response:
        if rest == ["fertig", ""]:
            return self._done(draft_id)
        if rest == ["antwort.eml"]:
            return self._mail_file(draft_id)
        draft = self.room.draft(draft_id)
        if draft is None:
            return self._gone()
        try:
            return self._of_draft(draft, rest, request)
        except _Stale:
            return self._stale(draft)

    def _of_draft(self, draft: Stored, rest: list[str], request: Request) -> Response:
        match rest:
            case [""]:
                return self._draft(draft, is_saved=bool(request.asked("gemerkt")))
            case ["vorschau", ""]:
                return self._preview(draft)
            case ["bild", number]:
                return self._picture(draft, number)
            case ["bearbeiten", ""]:
                return self._edit(draft)
            case ["kennung", ""]:
                return self._id(self._look_for(draft, said.RENAME))
            case [("nachfragen" | "ablehnen") as deed, ""]:
                return self._ask(draft, refuse=deed == "ablehnen")
            case ["entfernen", ""]:
                return self._sure(self._look_for(draft, said.REMOVE))
        return self._nowhere()

    def _look_for(self, draft: Stored, choice: Words) -> Look:
        """The draft, where this can be chosen. Raises `_Stale`."""
        look = self.room.look(draft)
        if choice not in choices(draft, look.result, self.room.inbox.content):
            raise _Stale
        return look

    def _sealed(self, draft: Stored, deed: str, stand: str) -> Sealed:
        return Sealed(stand, self.access.seal(draft.id, deed, stand))

    def _name(self, draft: Stored) -> str:
        """What a draft is about, or what it is."""
        name = views.name_of(draft, self.room.inbox.content.lists.names)
        return name or FORMS[draft.submission.form].title

    def _here(self, draft: Stored) -> str:
        return f"{ROOT}{draft.id}/"

    def _draft(
        self,
        draft: Stored,
        *,
        is_saved: bool = False,
        notice: views.Mark | None = None,
        status: int = HTTPStatus.OK,
    ) -> Response:
        shell, here = self._shell, self._here(draft)
        look, t, content = self.room.look(draft), shell.t, self.room.inbox.content
        result = look.result
        if is_saved and notice is None and not look.is_edited:  # of an edit the page says so
            notice = views.Mark(t.saved, "success")
        page = self.room.page_of(result)
        twice = [one for one in result.findings if one.code.startswith("DUP-")]
        later = self.room.after(draft.id)
        about = draft.submission.entry
        view = views.DraftView(
            shell=shell,
            base=here,
            title=self._name(draft),
            kind=FORMS[draft.submission.form].title,
            sign_name=views.ICONS.get(draft.submission.form, "document"),
            age=show.age(draft, self.room.now(), self._language),
            notice=notice,
            facts=tuple(views.facts(draft, shell, f"{ROOT}seite/{about}/" if about else "")),
            message=views.shown(draft.submission.message),
            original=views.shown(draft.submission.original),
            outcome=views.outcome(result, self._language),
            is_new=result.state == "new",
            changes=tuple(views.changes(result)),
            asides=tuple(views.asides(result, t)),
            pictures=views.pictures(result, here),
            undescribed=views.undescribed(result, here),
            findings=views.found((d for d in result.findings if d not in twice), shell),
            twice=views.found(twice, shell),
            is_right=result.state in ("new", "changed") and not result.findings,
            preview=f"{here}vorschau/" if page else "",
            preview_title=t.preview if result.state in ("new", "changed") else t.preview_now,
            no_preview=t.no_preview_errors if result.errors else t.no_preview,
            actions=tuple(views.actions(look, content, t)),
            has_errors=bool(result.errors),
            is_edited=look.is_edited,
            later=f"{ROOT}{later}/" if later else ROOT,
            sealed=self._sealed(draft, "", look.stand),
        )
        return self._page("draft", view, status)

    def _preview(self, draft: Stored) -> Response:
        result = self.room.look(draft).result
        page = self.room.page_of(result)
        if page is None:
            return self._nowhere()
        html = self.room.html(page, result, f"{self._here(draft)}bild/")
        return Response(HTTPStatus.OK, html, headers={"Content-Security-Policy": FRAMED})

    def _picture(self, draft: Stored, number: str) -> Response:
        photos = self.room.inbox.along(draft).photos
        photo = next((one for one in photos if str(one.number) == number), None)
        if photo is None:
            return self._nowhere()
        return Response(HTTPStatus.OK, photo.data, _TYPES[photo.ending[1:]])

    def _entry_page(self, folder: str, entry_id: str) -> Response:
        entry = self.room.entry(folder, entry_id)
        page = self.room.page_of_entry(entry) if entry else None
        if page is None:
            t = self._shell.t
            return self._plain(t.no_preview, "", status=HTTPStatus.NOT_FOUND)
        return Response(
            HTTPStatus.OK, self.room.html(page), headers={"Content-Security-Policy": FRAMED}
        )

    def _edit(
        self, draft: Stored, text: str | None = None, *, stale: bool = False, error: str = ""
    ) -> Response:
        """The whole file in a text; of what makes no file, the form to fill in."""
        shell, look = self._shell, self.room.look(draft)
        t, result = shell.t, look.result
        is_file = result.state in ("new", "changed")
        own = result.text if is_file else questionnaire.write(draft.submission)
        view = views.TextView(
            shell=shell,
            back=self._here(draft),
            title=self._name(draft),
            heading=t.edit_file if is_file else t.edit_form,
            lead=t.edit_file_lead if is_file else t.edit_form_lead,
            text=own if text is None else text,
            action=f"{self._here(draft)}bearbeiten/",
            sealed=self._sealed(draft, "bearbeiten", look.stand),
            findings=views.found(result.findings, shell) if is_file else (),
            message="" if is_file else views.shown(draft.submission.message),
            forms=() if is_file else tuple(form.title for form in FORMS.values()),
            stale=stale,
            error=error,
        )
        return self._page("text", view, HTTPStatus.CONFLICT if stale else HTTPStatus.OK)

    def _id(self, look: Look, value: str = "", found: tuple[views.Found, ...] = ()) -> Response:
        shell, draft = self._shell, look.draft
        sealed = self._sealed(draft, "kennung", look.stand)
        title = self._name(draft)
        view = views.IdView(
            shell, self._here(draft), title, views.shown(value or look.result.id), sealed, found
        )
        return self._page("id", view, HTTPStatus.UNPROCESSABLE_ENTITY if found else HTTPStatus.OK)

    def _ask(self, draft: Stored, *, refuse: bool) -> Response:
        shell, submission = self._shell, draft.submission
        t, office = shell.t, self.room.settings.site.office
        deed = "ablehnen" if refuse else "nachfragen"
        above, _, below = reply.body(submission, office, _GAP, refuse=refuse).partition(_GAP)
        tongue = reply.spoken(submission.language)
        named = views.language_named(tongue, self._language)
        view = views.AnswerView(
            shell=shell,
            back=self._here(draft),
            title=self._name(draft),
            heading=t.refuse_title if refuse else t.ask_title,
            lead=t.refuse_lead if refuse else t.ask_lead,
            label=t.refuse_label if refuse else t.ask_label,
            hint=t.in_their_language.format(language=named) if named else "",
            opening=views.shown(above.strip()),
            closing=views.shown(below.strip()),
            tongue=tongue,
            text="",
            action=f"{self._here(draft)}{deed}/",
            button=t.write_refusal if refuse else t.write_mail,
            has_address=reply.mail(submission, office, "", refuse=refuse) is not None,
            sealed=self._sealed(draft, deed, self.room.look(draft).stand),
        )
        return self._page("answer", view)

    def _sure(self, look: Look) -> Response:
        shell, draft = self._shell, look.draft
        refusal = ""
        try:
            self.room.inbox.may_remove(look.result)
        except Referred as error:
            refusal = shell.t.not_removed.format(paths=", ".join(error.paths[:5]))
        lead = shell.t.remove_lead.format(path=look.result.path)
        sealed = self._sealed(draft, "entfernen", look.stand)
        title = self._name(draft)
        return self._page(
            "sure", views.SureView(shell, self._here(draft), title, lead, refusal, sealed)
        )

    def _stale(self, draft: Stored) -> Response:
        t = self._shell.t
        return self._draft(
            draft, notice=views.Mark(t.stale_lead, "warning"), status=HTTPStatus.CONFLICT
        )

    def _gone(self) -> Response:
        t = self._shell.t
        return self._plain(t.gone_title, t.gone_lead, status=HTTPStatus.GONE)

    # What is done.

    def _posted(self, request: Request, steps: list[str]) -> Response:
        try:
            match steps:
                case [draft_id, deed, ""] if _ID.fullmatch(draft_id) and deed in _DEEDS:
                    return self._deed(draft_id, deed, self._form(request, draft_id, deed))
        except _Refused:
            t = self._shell.t
            return self._plain(t.failed_title, t.not_from_here, status=HTTPStatus.FORBIDDEN)
        return self._nowhere()

    def _form(self, request: Request, draft_id: str, deed: str) -> _Form:
        """What was sent, if a page of ours did. Raises `_Refused`."""
        own = f"http://{request.header('host').strip().lower()}"
        origin, site = request.header("origin"), request.header("sec-fetch-site")
        if origin not in ("", own) or site not in ("", "same-origin"):
            raise _Refused
        if not request.is_whole or request.length > MOST:
            raise _Refused
        kind = request.header("content-type").partition(";")[0].strip().lower()
        if kind != "application/x-www-form-urlencoded":
            raise _Refused
        try:
            text = request.body.decode("ascii")
            pairs = parse_qsl(
                text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
            )
        except ValueError:
            raise _Refused from None
        form = _Form(dict(pairs))
        # The buttons below a draft share one seal; what has a page of its own has its own.
        if not any(
            self.access.is_sealed(form(SEAL), draft_id, name, form(STAND)) for name in ("", deed)
        ):
            raise _Refused
        return form

    def _deed(self, draft_id: str, deed: str, form: _Form) -> Response:
        draft = self.room.draft(draft_id)
        if draft is None:
            return self._gone()
        look = self.room.look(draft)
        if form(STAND) != look.stand:
            return (
                self._edit(draft, form("text"), stale=True) if form("text") else self._stale(draft)
            )
        try:
            return self._do(deed, look, form)
        except _Stale:
            return self._stale(draft)
        except (Changed, Referred):
            self.room.come_in()
            return self._stale(draft)
        except HasErrors:
            return self._draft(
                draft,
                notice=views.Mark(self._shell.t.first_mend, "warning"),
                status=HTTPStatus.CONFLICT,
            )

    def _do(self, deed: str, look: Look, form: _Form) -> Response:
        draft = look.draft
        match deed:
            case "annehmen":
                return self._accept(look)
            case "erledigt":
                return self._close(look)
            case "entfernen":
                self._may(look, said.REMOVE)
                done = self.room.inbox.remove(draft, look.result)
                return self._decided(draft, self._outcome(draft, self._shell.t.done_removed, done))
            case "bearbeiten":
                return self._save(look, form("text").replace("\r\n", "\n"))
            case "verwerfen":
                self.room.forget_edit(draft.id)
                return see_other(self._here(draft))
            case "kennung":
                return self._rename(look, form("id").strip())
            case "beschreiben":
                return self._describe(look, form("bild"), form("alt"))
        return self._answered(draft, form("text"), refuse=deed == "ablehnen")

    def _may(self, look: Look, *any_of: Words) -> None:
        """Raises `_Stale` where none of these can be chosen."""
        if not set(any_of) & set(choices(look.draft, look.result, self.room.inbox.content)):
            raise _Stale

    def _accept(self, look: Look) -> Response:
        self._may(look, said.ACCEPT, said.CONFIRM, said.END)
        done = self.room.inbox.accept(look.draft, look.result)
        return self._decided(
            look.draft, self._outcome(look.draft, self._shell.t.done_accepted, done)
        )

    def _close(self, look: Look) -> Response:
        self._may(look, said.DONE)
        done = self.room.inbox.close(look.draft, look.result)
        return self._decided(look.draft, self._outcome(look.draft, self._shell.t.done_closed, done))

    def _outcome(self, draft: Stored, title: str, done: Done) -> Outcome:
        return Outcome(title, self._name(draft), done)

    def _decided(self, draft: Stored, outcome: Outcome) -> Response:
        self.room.decided(draft.id, outcome)
        return see_other(f"{self._here(draft)}fertig/")

    def _save(self, look: Look, text: str) -> Response:
        draft = look.draft
        if look.result.state not in ("new", "changed"):
            if self.room.inbox.fill_in(draft, text) is None:
                return self._edit(draft, text, error=self._shell.t.no_form)
            return see_other(f"{self._here(draft)}?gemerkt=1")
        if self.room.edit(draft, text=text).result.errors:
            return see_other(f"{self._here(draft)}bearbeiten/")
        return see_other(f"{self._here(draft)}?gemerkt=1")

    def _rename(self, look: Look, new_id: str) -> Response:
        self._may(look, said.RENAME)
        try:
            self.room.edit(look.draft, new_id=new_id or look.result.id)
        except BadId as error:
            return self._id(look, new_id, views.found(error.found, self._shell))
        return see_other(f"{self._here(look.draft)}?gemerkt=1")

    def _describe(self, look: Look, number: str, alt: str) -> Response:
        self._may(look, said.DESCRIBE)
        numbers = {str(one.number): one.number for one in look.result.undescribed}
        if alt.strip() and number in numbers:
            self.room.inbox.describe(look.draft, numbers[number], " ".join(alt.split()))
        return see_other(f"{self._here(look.draft)}#bilder")

    def _answered(self, draft: Stored, text: str, *, refuse: bool) -> Response:
        t = self._shell.t
        said_here = "\n".join(line.rstrip() for line in text.splitlines()).strip()
        answer = self.room.inbox.answer(draft, said_here, refuse=refuse)
        texts = reply.texts_for(draft.submission.language)
        outcome = Outcome(
            t.done_refused if refuse else t.done_asked,
            self._name(draft),
            answer=answer,
            email=draft.submission.sender.email,
            subject=texts.refuse if refuse else texts.ask,
            tongue=reply.spoken(draft.submission.language),
        )
        return self._decided(draft, outcome)

    def _done(self, draft_id: str) -> Response:
        outcome = self.room.outcomes.get(draft_id)
        if outcome is None:
            return self._gone()
        shell, done, answer = self._shell, outcome.done, outcome.answer
        t, lines = shell.t, []
        if done is not None:
            lines += [t.written.format(path=path) for path in done.written]
            lines += [t.deleted.format(path=path) for path in done.deleted]
            if done.committed:
                lines.append(t.committed.format(message=done.committed))
            elif (done.written or done.deleted) and not done.refusal:
                lines.append(t.no_commit)
        following, left = self.room.after(draft_id), len(self.room.inbox.store.ids())
        view = views.DoneView(
            shell=shell,
            title=outcome.title,
            name=outcome.name,
            lines=tuple(map(views.shown, lines)),
            refusal=t.not_committed.format(reason=views.shown(done.refusal))
            if done and done.refusal
            else "",
            mail=views.shown(answer.text) if answer else "",
            tongue=outcome.tongue,
            mailto=_mailto(outcome) if answer and answer.mail else "",
            download=f"{ROOT}{draft_id}/antwort.eml" if answer and answer.mail else "",
            kept_at=str(answer.path) if answer and answer.path else "",
            no_address=answer is not None and answer.mail is None,
            next=f"{ROOT}{following}/" if following else "",
            left=left,
        )
        return self._page("done", view)

    def _mail_file(self, draft_id: str) -> Response:
        path = self.room.inbox.store.folder / ANSWERS / f"{draft_id}.eml"
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return self._gone()
        name = {"Content-Disposition": f'attachment; filename="{draft_id}.eml"'}
        return Response(HTTPStatus.OK, data, "message/rfc822", name)


_GAP = "\ue000"
"""Stands where somebody writes: nobody types it."""

_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
}


def _mailto(outcome: Outcome) -> str:
    """A link that opens the mail (RFC 6068); without its words where they are too many."""
    assert outcome.answer is not None
    start = f"mailto:{quote(outcome.email, safe='@')}?subject={quote(outcome.subject, safe='')}"
    body = quote(outcome.answer.text.replace("\n", "\r\n"), safe="")
    return f"{start}&body={body}" if len(start) + len(body) < MOST_MAILTO else start
