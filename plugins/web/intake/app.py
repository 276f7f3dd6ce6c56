"""The service as a function: a request in, a response out. What it needs is given to it once.

    GET  /einreichen/<form>/        the form, filled in with what the entry's page shows
    POST /einreichen/               a form: it comes back with what is wrong, or is shown as it
                                    will look, with a token; with the token: it is kept
    GET  /einreichen/danke/         that it is here
    GET  /einreichen/bild/<name>    a picture that waits, for whom it was shown to
    GET  /einreichen/aufgabe        a task for the browser, where the settings want that (proof.py)
    GET, POST /einreichen/bestaetigen/   a link from a mail
    GET  /einreichen/suche/         what the site has about `q`

Nothing is kept before the second step, no address ever. `/einreichen/` is the site's setting.
"""

import json
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from plugins.catalogue import characters
from plugins.catalogue.descriptions.forms import (
    ANYWAY,
    FORM,
    FORMS,
    KEPT_PICTURE,
    LANGUAGE,
    PICTURE,
    TRAP,
)
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.intake.inbox.show import MEGABYTE
from plugins.intake.submission import questionnaire
from plugins.intake.submission.record import data_of, submission_of
from plugins.intake.submission.store import ID, DraftStore, StoreError
from plugins.intake.submission.submission import Attachment, Submission, line
from plugins.pages import forms
from plugins.rendering.page import Page
from plugins.rendering.pictures import Picture
from plugins.rendering.urls import Address
from plugins.serving import files
from plugins.serving.files import Moved
from plugins.web.http import SAFE, Request, Response, see_other
from plugins.web.intake import search, views
from plugins.web.intake.check import CheckedSubmission, again, as_sent, blank, check, is_form
from plugins.web.intake.limits import LOOPBACK, Counters, IPNetwork, client
from plugins.web.intake.loaded_site import LoadedSite
from plugins.web.intake.pictures import KEPT, NAME, WaitingPictures
from plugins.web.intake.proof import is_id, is_solved, task
from plugins.web.intake.space import Space, size_of
from plugins.web.intake.token import Token, sign, verified
from plugins.web.intake.views import HandedIn, Offer, Reason
from plugins.web.posted import BadForm, Limits, Posted, TooMuch, posted
from plugins.web.preview import preview
from plugins.web.site import one_size
from plugins.wording.handing_in import NO_PICTURE, NO_ROOM, PICTURE_GONE, TOO_OFTEN

PAYLOAD, TOKEN, BACK, CONFIRM, DRAFT = "_payload", "_token", "_back", "_confirm", "_draft"
PROOF = "altcha"

SOONEST, LATEST = 2, 24 * 3600
"""Seconds after which what was shown can be handed in: sooner nobody has read it."""

LATEST_CONFIRMED = 7 * 24 * 3600

LIMITS = Limits()
AGAIN = Limits(text=8 * LIMITS.text, file=0)
"""What was shown comes back as data, in which signs are longer."""

_THANKS, _PICTURES, _CONFIRMED, _TASK = "danke", "bild", "bestaetigen", "aufgabe"
_SEARCH = "suche"
_NUMBER = re.compile(r"[0-9a-f]{8}")

SendMail = Callable[[str, str, str], bool]
"""Sends somebody the link to confirm, `mail(address, language, link)`; whether that went well."""


@dataclass(frozen=True)
class Service:
    """What is needed to answer. `clock` tells the time with its zone; `note` says what failed.

    `site` is the built site, where that is shown at all other addresses. `mail` is there where
    senders are asked to confirm, `asks_proof` says that browsers have to solve a task.
    """

    known: LoadedSite
    store: DraftStore
    pictures: WaitingPictures
    secret: bytes
    counters: Counters
    space: Space
    clock: Callable[[], datetime]
    note: Callable[[str], None]
    site: Path | None = None
    mail: SendMail | None = None
    asks_proof: bool = False
    hosts: frozenset[str] = frozenset()
    trusted: tuple[IPNetwork, ...] = LOOPBACK

    def answer(self, request: Request) -> Response:
        """The response to a request; never raises."""
        try:
            response = self._answer(request)
        except Exception as error:
            self.note(_where(error))
            response = self._failed(request)
        return response.with_headers(SAFE)

    @property
    def _root(self) -> str:
        site = self.known.settings.site
        return f"{site.base}/{site.intake}/"

    def _answer(self, request: Request) -> Response:
        if not self._is_for_us(request):
            return Response(HTTPStatus.MISDIRECTED_REQUEST)
        inside = request.path.startswith(self._root)
        if request.method not in ("GET", "HEAD", "POST") or (
            request.method == "POST" and not inside
        ):
            return Response(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD"})
        if not inside:
            return self._of_site(request.path)
        name = request.path.removeprefix(self._root)
        if request.method == "POST":
            return self._taken(request, name)
        return self._shown(request, name)

    def _is_for_us(self, request: Request) -> bool:
        """Whether it was sent to us by one of our own pages, as far as browsers say that."""
        origin = request.header("origin")
        named = [request.header("host")]
        if origin and origin != "null":
            named.append(urlsplit(origin).netloc)
        return all(host_of(name) in self.hosts for name in named)

    def _of_site(self, path: str) -> Response:
        """A file of the site, for who tries the service out without a web server before it."""
        if self.site is None:
            return Response(HTTPStatus.NOT_FOUND)
        found = files.find(self.site, self.known.settings.site.base, path)
        if isinstance(found, Moved):
            return see_other(found.path)
        return Response(found.status, found.data, found.type)

    # What is read.

    def _shown(self, request: Request, name: str) -> Response:
        language = self._language(request.asked("sprache"))
        first, _, rest = name.partition("/")
        if first == _THANKS and not rest:
            return self._thanks(request, language)
        if first == _CONFIRMED and not rest:
            return self._asks_to_confirm(request, language)
        if first == _SEARCH and not rest:
            return self._found(request.asked("q"), language)
        if first == _PICTURES:
            return self._picture(rest, request.asked("t"))
        if name == _TASK and self.asks_proof and is_id(request.asked("t")):
            made = task(self.secret, request.asked("t"), self.clock().timestamp())
            return Response(HTTPStatus.OK, json.dumps(made).encode(), "application/json")
        if first in FORMS and not rest:
            if not name.endswith("/"):
                return see_other(f"{self._root}{name}/?{request.query}".rstrip("?"))
            entry = self.known.published_entry(request.asked("eintrag"))
            return self._form(first, language, blank(first, entry, self.known))
        if not name:
            return see_other(self.known.pages.path(Address("participate"), language))
        return self._of_site(request.path)

    def _found(self, question: str, language: str) -> Response:
        more, now = self.known.leading_on, self.clock()
        home, index = self.known.pages.path(Address("home"), language), self.known.index.now()
        return self._page(search.page(index, question, language, home, now, more), language)

    def _form(
        self, form: str, language: str, given: forms.FormData, status: int = HTTPStatus.OK
    ) -> Response:
        return self._page(
            forms.page(form, self.known.catalogues[language], given), language, status
        )

    def _thanks(self, request: Request, language: str) -> Response:
        form, number = request.asked("form"), request.asked("nr")
        view = HandedIn(
            form if form in FORMS else "",
            number if _NUMBER.fullmatch(number) else "",
            is_mailed=request.asked("mail") == "1" and self.mail is not None,
        )
        return self._page(views.handed_in(view), language)

    def _picture(self, name: str, token: str) -> Response:
        good = verified(self.secret, "picture", name.encode("utf-8", "replace"), token)
        data = self.pictures.data(name) if good and self._age(good) <= KEPT else b""
        if not data:
            return Response(HTTPStatus.NOT_FOUND)
        return Response(HTTPStatus.OK, data, files.media_type(Path(name)))

    # What is sent.

    def _taken(self, request: Request, name: str) -> Response:
        language = self._language(request.asked("sprache"))
        try:
            limits = LIMITS if "multipart/" in request.header("content-type") else AGAIN
            sent = posted(request, limits)
            if not sent.first(PAYLOAD) and sent.size > LIMITS.text:
                raise TooMuch
        except TooMuch:
            return self._not_taken("too much", language, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except BadForm:
            return self._not_taken("unreadable", language, HTTPStatus.BAD_REQUEST)
        language = self._language(sent.first(LANGUAGE))
        if name.rstrip("/") == _CONFIRMED:
            return self._confirmed(sent, language)
        if name and name.rstrip("/") not in FORMS:
            return Response(HTTPStatus.NOT_FOUND)
        if sent.first(PAYLOAD):
            return self._handed_in(request, sent, language)
        if not is_form(sent):
            return self._not_taken("unreadable", language, HTTPStatus.BAD_REQUEST)
        if sent.first(TRAP).strip():  # a program: it shall think that it is done
            number = sign(self.secret, "nothing", b"", self.clock().timestamp())[-8:]
            return self._to_thanks(sent.first(FORM), number, language)
        if seconds := self._wait(request, is_look=True):
            answer = self._too_often(sent, language)
            return answer.with_headers({"Retry-After": str(seconds)})
        return self._offered(sent, language)

    def _too_often(self, sent: Posted, language: str) -> Response:
        """The form as it was sent, for later. Nothing in it is looked at, but for what is cheap."""
        messages = [TOO_OFTEN, *([PICTURE_GONE] if PICTURE in sent.files else [])]
        texts = tuple(self.known.messages[language].text("", one) for one in messages)
        kept = self._kept(sent.first(KEPT_PICTURE))
        given = self._with_kept(as_sent(sent, self.known, texts), [kept] if kept else [])
        return self._form(sent.first(FORM), language, given, HTTPStatus.TOO_MANY_REQUESTS)

    def _wait(self, request: Request, size: int = 0, *, is_look: bool) -> int:
        """For how many seconds somebody has to wait who comes too often; 0 for all others.

        What is large counts as often as it has megabytes, those begun included.
        """
        address = client(request.peer, request.headers, self.trusted)
        times, now = 1 + size // MEGABYTE, self.clock().timestamp()
        return self.counters.wait(address, now, times, is_look=is_look)

    def _offered(self, sent: Posted, language: str) -> Response:
        """The form with what is wrong, or what is about to be handed in."""
        attachments, wrong = self._brought(sent)
        checked = check(sent, language, self.known, self.pictures.along(attachments), wrong)
        if not checked.is_right and not sent.first(ANYWAY):
            given = self._with_kept(checked.given, attachments)
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            return self._form(checked.submission.form, language, given, status)
        submission = replace(checked.submission, attachments=attachments)
        return self._preview(replace(checked, submission=submission), language)

    def _brought(self, sent: Posted) -> tuple[tuple[Attachment, ...], Mapping[str, str]]:
        """The picture that comes along, now or from before; what is wrong with it."""
        upload = sent.files.get(PICTURE)
        if upload is None:
            written = sent.first(KEPT_PICTURE)
            kept = self._kept(written)
            return ((kept,), {}) if kept else ((), {PICTURE: NO_PICTURE} if written else {})
        name, now = _file_name(upload.name), self.clock().timestamp()
        try:
            taken = self.pictures.take(name, upload.data, now)
        except StoreError as error:
            self.note(str(error))
            return (), {PICTURE: NO_ROOM}
        return ((taken,), {}) if taken else ((), {PICTURE: NO_PICTURE})

    def _kept(self, written: str) -> Attachment | None:
        """The picture that a form names which was shown with it; `None` where it has gone."""
        token, _, named = written.partition("|")
        file, _, name = named.partition("|")
        good = verified(self.secret, "kept", named.encode("utf-8", "replace"), token)
        return Attachment(name, file) if good and self.pictures.data(file) else None

    def _with_kept(
        self, given: forms.FormData, attachments: Iterable[Attachment]
    ) -> forms.FormData:
        """The form with the picture that has come: a browser does not send it again by itself."""
        for one in attachments:
            named = f"{one.file}|{one.name}"
            token = sign(self.secret, "kept", named.encode(), self.clock().timestamp())
            return replace(given, kept=forms.KeptPicture(one.name, f"{token}|{named}"))
        return given

    def _preview(self, checked: CheckedSubmission, language: str) -> Response:
        submission = replace(checked.submission, language=language)
        payload = _payload(submission)
        token = sign(self.secret, "send", payload, self.clock().timestamp())
        offer = self._offer(submission, payload.decode(), token, language)
        page, pictures = self._looks(checked, language)
        if page is None:
            return self._page(views.handing_in(offer), language)
        above = self.known.pages.part(
            language, "components/handing_in.html", "handing_in", offer, True
        )
        html = self.known.pages.html(page, language, above, pictures)
        return Response(HTTPStatus.OK, html)

    def _offer(self, submission: Submission, payload: str, token: str, language: str) -> Offer:
        token_id = token.split(".")[1]
        return Offer(
            form=submission.form,
            title=FORMS[submission.form].title,
            language=language,
            action=self._root,
            payload=payload,
            token=token,
            text=questionnaire.write(submission),
            task=f"{self._root}{_TASK}?t={token_id}" if self.asks_proof else "",
            has_picture=bool(submission.attachments),
        )

    def _looks(
        self, checked: CheckedSubmission, language: str
    ) -> tuple[Page | None, dict[str, Picture]]:
        """The page that the entry would have, with the picture that came along."""
        known, draft = self.known, checked.filled.draft
        if draft is None or draft.entry is None or not checked.is_right:
            return None, {}
        pictures: dict[str, Picture] = {}
        for placed, one in zip(
            checked.filled.pictures, checked.submission.attachments, strict=False
        ):
            token = sign(self.secret, "picture", one.file.encode(), self.clock().timestamp())
            path = f"/{known.settings.site.intake}/{_PICTURES}/{one.file}?t={token}"
            pictures[placed.file] = one_size(path, placed.photo.width, placed.photo.height)
        page = preview(
            draft.entry, known.catalogues[language], known.planners, known.settings.today
        )
        return page, pictures

    def _handed_in(self, request: Request, sent: Posted, language: str) -> Response:
        """Keep what was shown, or go back to the form with it."""
        payload, written = sent.first(PAYLOAD), sent.first(TOKEN)
        token = verified(self.secret, "send", payload.encode("utf-8", "replace"), written)
        if token is None:
            return self._not_taken("unreadable", language, HTTPStatus.BAD_REQUEST)
        submission = submission_of(json.loads(payload), NAME.fullmatch)
        if sent.first(BACK):
            given = self._with_kept(again(submission, self.known), submission.attachments)
            return self._form(submission.form, language, given)
        try:
            draft_id = self.store.put_before(self._made(token), token.id)
            is_new = not draft_id
            if is_new:
                if not SOONEST <= self._age(token) <= LATEST:
                    return self._once_more(submission, payload, written, token, language)
                if not self._is_proven(token, sent.first(PROOF)):
                    return self._unproven(submission, payload, written, language)
                found = self._files_of(submission)
                if found is None:
                    return self._without_picture(submission, language)
                size = size_of(found)
                self.space.check(size, self.clock().timestamp())
                if seconds := self._wait(request, size, is_look=False):
                    status = HTTPStatus.TOO_MANY_REQUESTS
                    answer = self._not_now(submission, payload, written, language, status)
                    return answer.with_headers({"Retry-After": str(seconds)})
                draft_id, is_new = self._keep(found, token)
                self.space.take(size)
        except StoreError as error:
            self.note(str(error))
            status = HTTPStatus.SERVICE_UNAVAILABLE
            return self._not_now(submission, payload, written, language, status)
        is_mailed = is_new and self._ask_by_mail(submission, draft_id, language)
        return self._to_thanks(submission.form, draft_id[-8:], language, is_mailed=is_mailed)

    def _not_now(
        self, submission: Submission, payload: str, written: str, language: str, status: int
    ) -> Response:
        """What cannot be kept at the moment stays on the page, to be sent again or by mail."""
        offer = self._offer(submission, payload, written, language)
        return self._page(views.handing_in(offer, is_again=True), language, status)

    def _once_more(
        self, submission: Submission, payload: str, written: str, token: Token, language: str
    ) -> Response:
        """What came too soon or too late is shown again, with a new token where waiting is no help.

        That is so where it is old, or was made before the clock was set back.
        """
        if not 0 <= self._age(token) <= LATEST:
            written = sign(self.secret, "send", payload.encode(), self.clock().timestamp())
        offer = self._offer(submission, payload, written, language)
        return self._page(views.handing_in(offer), language, HTTPStatus.CONFLICT)

    def _is_proven(self, token: Token, solution: str) -> bool:
        """Whether the browser has done its task, or a mail will ask who has none for it."""
        if not self.asks_proof or (self.mail is not None and not solution):
            return True
        return is_solved(self.secret, token.id, self.clock().timestamp(), solution)

    def _unproven(
        self, submission: Submission, payload: str, written: str, language: str
    ) -> Response:
        """What a browser did not work for is shown again: it tries anew, or a person writes."""
        offer = self._offer(submission, payload, written, language)
        page = views.handing_in(offer, is_unproven=True)
        return self._page(page, language, HTTPStatus.UNPROCESSABLE_ENTITY)

    def _files_of(self, submission: Submission) -> Submission | None:
        """The submission with what is in its pictures; `None` where one does not wait any more."""
        files_in = tuple(
            replace(one, file="", data=self.pictures.data(one.file))
            for one in submission.attachments
        )
        is_whole = all(one.data for one in files_in)
        return replace(submission, attachments=files_in) if is_whole else None

    def _without_picture(self, submission: Submission, language: str) -> Response:
        """The form once more, because only its sender has the picture now."""
        given = again(submission, self.known)
        message = self.known.messages[language].text("", PICTURE_GONE)
        given = replace(given, errors={PICTURE: message})
        return self._form(submission.form, language, given, HTTPStatus.UNPROCESSABLE_ENTITY)

    def _keep(self, submission: Submission, token: Token) -> tuple[str, bool]:
        return self.store.put_once(
            submission,
            begun=self._made(token),
            received=self.clock(),
            key=token.id,
            unconfirmed=self.mail is not None,
        )

    def _made(self, token: Token) -> datetime:
        return datetime.fromtimestamp(token.made, self.clock().tzinfo)

    def _to_thanks(
        self, form: str, number: str, language: str, *, is_mailed: bool = False
    ) -> Response:
        query = {"form": form, "nr": number, "sprache": language}
        if is_mailed:
            query["mail"] = "1"
        return see_other(f"{self._root}{_THANKS}/?{urlencode(query)}")

    # The mail by which somebody confirms.

    def _ask_by_mail(self, submission: Submission, draft_id: str, language: str) -> bool:
        if self.mail is None:
            return False
        token = sign(self.secret, "confirm", draft_id.encode(), self.clock().timestamp())
        query = urlencode({"d": draft_id, "t": token, "sprache": language})
        site = self.known.settings.site
        link = f"{site.url}/{site.intake}/{_CONFIRMED}/?{query}"
        is_asked = self.mail(submission.sender.email, language, link)
        if is_asked:
            self._note_asked(draft_id)
        return is_asked

    def _note_asked(self, draft_id: str) -> None:
        """Without the note it stays longer than it has to, so nobody is bothered with that."""
        try:
            self.store.note_asked(draft_id)
        except StoreError as error:
            self.note(str(error))

    def _asks_to_confirm(self, request: Request, language: str) -> Response:
        """Programs that look into mails follow links, so this only asks."""
        view = HandedIn(
            confirming=True,
            action=f"{self._root}{_CONFIRMED}/",
            draft=request.asked("d"),
            token=request.asked("t"),
        )
        return self._page(views.handed_in(view), language)

    def _confirmed(self, sent: Posted, language: str) -> Response:
        draft_id = sent.first(DRAFT)
        token = verified(
            self.secret, "confirm", draft_id.encode("utf-8", "replace"), sent.first(TOKEN)
        )
        is_good = token is not None and self._age(token) <= LATEST_CONFIRMED
        if not is_good or not ID.fullmatch(draft_id) or not self.store.confirm(draft_id):
            return self._not_taken("gone", language, HTTPStatus.GONE)
        return self._to_thanks("", draft_id[-8:], language)

    # What they have in common.

    def _age(self, token: Token) -> float:
        return self.clock().timestamp() - token.made

    def _language(self, tag: str) -> str:
        return tag if tag in self.known.settings.languages else SITE_LANGUAGE

    def _page(self, page: Page, language: str, status: int = HTTPStatus.OK) -> Response:
        return Response(status, self.known.pages.html(page, language))

    def _not_taken(self, reason: Reason, language: str, status: int) -> Response:
        return self._page(views.not_taken(reason), language, status)

    def _failed(self, request: Request) -> Response:
        try:
            language = self._language(request.asked("sprache"))
            return self._not_taken("failed", language, HTTPStatus.INTERNAL_SERVER_ERROR)
        except Exception as error:
            self.note(_where(error))
            return Response(HTTPStatus.INTERNAL_SERVER_ERROR)


def host_of(name: str) -> str:
    """The host of a Host header or an origin, without its port; empty when it is none."""
    try:
        return urlsplit(f"//{name}").hostname or ""
    except ValueError:
        return ""


def _payload(submission: Submission) -> bytes:
    """The submission as data: the same for the same."""
    return json.dumps(data_of(submission), ensure_ascii=False, sort_keys=True).encode()


def _file_name(text: str) -> str:
    """What somebody calls their picture, for people to read: no path, nothing that steers."""
    name = re.split(r"[/\\]", line(characters.without_forbidden(text)))[-1]
    return name[-100:] or "bild"


def _where(error: Exception) -> str:
    """What went wrong and where, and nothing of what somebody sent."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames]
    return f"{type(error).__name__} ({' < '.join(reversed(places))})"
