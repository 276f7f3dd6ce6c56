"""The inbox as a function: a request in, a response out. Nothing is shown to whoever is not in.

    GET  /eingang/?schluessel=…     lets a browser in, once
    GET  /eingang/                  what waits; ?art=verein only that
    GET  /eingang/<id>/             one draft; vorschau/ its page, bild/<n> a picture of it
    GET  /eingang/<id>/<action>/      asks what is needed first: bearbeiten, kennung, nachfragen, …
    POST /eingang/<id>/<action>/      does it, and leads to fertig/, which says what was done
    GET  /eingang/seite/<entry>/    the page of an entry that is there
    GET  /eingang/kalender/         how the calendars of associations are

A form carries what the draft and its entry were when it was shown. Where they are not so any more
nothing is done, and the page says that.
"""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from threading import RLock

from plugins.intake.inbox import texts as labels
from plugins.intake.submission.store import ID, Stored, StoreError
from plugins.serving.files import media_type
from plugins.serving.server import is_ours
from plugins.web.http import SAFE, Request, Response, see_other
from plugins.web.inbox.access import Access
from plugins.web.inbox.actions import ACTIONS, Actions
from plugins.web.inbox.calendar_page import calendars_page
from plugins.web.inbox.draft_pages import ROOT, DraftPages, Stale
from plugins.web.inbox.form_pages import FormPages
from plugins.web.inbox.posted_form import SEAL, VERSION, ForeignForm, PostedForm, posted_form
from plugins.web.inbox.workspace import OWN, Workspace

TOKEN = "schluessel"
STYLE = "inbox.css"

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


class App:
    """Answers requests, one after the other."""

    def __init__(
        self, workspace: Workspace, access: Access, port: int, note: Callable[[str], None]
    ) -> None:
        """`note` takes down what failed."""
        self.workspace, self.access, self.port, self.note = workspace, access, port, note
        self._drafts = DraftPages(workspace, access)
        self._forms = FormPages(self._drafts)
        self._actions = Actions(self._drafts, self._forms)
        self._lock = RLock()

    def answer(self, request: Request) -> Response:
        """The response to a request; never raises."""
        with self._lock:
            try:
                response = self._answer(request)
            except StoreError as error:
                response = self._drafts.failed(f"{error.path}: {error.reason}")
            except OSError as error:
                response = self._drafts.failed(str(error))
            except Exception as error:
                self.note(f"{type(error).__name__}: {error}")
                response = self._drafts.failed(type(error).__name__)
        return response.with_headers({**SAFE, "Content-Security-Policy": POLICY})

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
        self.workspace.come_in()
        return self._inside(request)

    def _let_in(self, request: Request) -> Response:
        token = request.asked(TOKEN) if request.method == "GET" and request.path == ROOT else ""
        session = self.access.opened(token)
        if session:
            answer = see_other(ROOT)
            return answer.with_headers({"Set-Cookie": self.access.cookie(session, ROOT)})
        t = self._drafts.shell.t
        return self._drafts.plain(
            t.closed_title, t.closed_lead, status=HTTPStatus.FORBIDDEN, links=False
        )

    def _static(self, path: str) -> Response | None:
        """What is the same for everybody: the site's style sheet, its pictures, our own."""
        if path == f"{ROOT}{STYLE}":
            return Response(HTTPStatus.OK, (OWN / "static" / STYLE).read_bytes(), "text/css")
        data = self.workspace.pages.file(path) if path.startswith(self._static_root) else None
        if data is None:
            return None
        return Response(HTTPStatus.OK, data, media_type(Path(path)))

    @property
    def _static_root(self) -> str:
        return f"{self.workspace.settings.site.base}/static/"

    def _inside(self, request: Request) -> Response:
        if request.path == "/":
            return see_other(ROOT)
        if not request.path.startswith(ROOT):
            return self._drafts.nowhere()
        steps = request.path.removeprefix(ROOT).split("/")
        if request.method == "POST":
            return self._posted(request, steps)
        match steps:
            case [""]:
                return self._drafts.listed(request.asked("art"))
            case ["kalender", ""]:
                return calendars_page(self._drafts)
            case ["seite", folder, entry_id, ""]:
                return self._drafts.entry_page(folder, entry_id)
            case [draft_id, *rest] if ID.fullmatch(draft_id):
                return self._shown(draft_id, rest, request)
        return self._drafts.nowhere()

    def _shown(self, draft_id: str, rest: list[str], request: Request) -> Response:
        if rest == ["fertig", ""]:
            return self._drafts.done(draft_id)
        if rest == ["antwort.eml"]:
            return self._drafts.mail_file(draft_id)
        draft = self.workspace.draft(draft_id)
        if draft is None:
            return self._drafts.gone()
        try:
            return self._of_draft(draft, rest, request)
        except Stale:
            return self._drafts.stale(draft)

    def _of_draft(self, draft: Stored, rest: list[str], request: Request) -> Response:
        match rest:
            case [""]:
                return self._drafts.draft(draft, is_saved=bool(request.asked("gemerkt")))
            case ["vorschau", ""]:
                return self._drafts.preview(draft)
            case ["bild", number]:
                return self._drafts.picture(draft, number)
            case ["bearbeiten", ""]:
                return self._forms.fields(draft)
            case ["datei", ""]:
                return self._forms.file(draft)
            case ["formular", ""]:
                return self._forms.questionnaire(draft)
            case ["kennung", ""]:
                return self._forms.ids(self._drafts.review_for(draft, labels.RENAME))
            case [("nachfragen" | "ablehnen") as action, ""]:
                return self._forms.answer(draft, refuse=action == "ablehnen")
            case ["entfernen", ""]:
                return self._forms.removal(self._drafts.review_for(draft, labels.REMOVE))
        return self._drafts.nowhere()

    def _posted(self, request: Request, steps: list[str]) -> Response:
        try:
            match steps:
                case [draft_id, action, ""] if ID.fullmatch(draft_id) and action in ACTIONS:
                    return self._actions.take(
                        draft_id, action, self._form(request, draft_id, action)
                    )
        except ForeignForm:
            t = self._drafts.shell.t
            return self._drafts.plain(t.failed_title, t.not_from_here, status=HTTPStatus.FORBIDDEN)
        return self._drafts.nowhere()

    def _form(self, request: Request, draft_id: str, action: str) -> PostedForm:
        """What was sent, if a page of ours did. Raises `ForeignForm`."""
        form = posted_form(request)
        # The buttons below a draft share one seal; what has a page of its own has its own.
        sealed = (
            self.access.is_sealed(form(SEAL), draft_id, d, form(VERSION)) for d in ("", action)
        )
        if not any(sealed):
            raise ForeignForm
        return form
