"""The pages that show: what waits, one draft, its preview, what was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.diagnostics import MessageLanguage
from plugins.intake.calendars.sources import sources
from plugins.intake.inbox import show
from plugins.intake.inbox.inbox import Done, choices
from plugins.intake.new.texts import Bilingual
from plugins.intake.submission.store import ANSWERS, Stored
from plugins.rendering.page import Page, View, ready
from plugins.rendering.urls import Address
from plugins.serving.files import media_type
from plugins.web.http import TEXT, Response
from plugins.web.inbox import views
from plugins.web.inbox.access import Access
from plugins.web.inbox.views import Sealed, Shell
from plugins.web.inbox.workspace import DraftReview, Resolution, Workspace

ROOT = "/eingang/"
MOST_MAILTO = 1800
"""Characters of a link that opens a mail: longer ones some mail programs cut."""
FRAMED = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""The policy of a preview: a page of the site without its scripts, inside of ours."""
NOWHERE = Address("not_found")


class Stale(Exception):
    """What a form was about is not so any more."""


@dataclass(frozen=True)
class DraftPages:
    """Makes the pages that show."""

    workspace: Workspace
    access: Access

    def nowhere(self) -> Response:
        """That there is no such page here."""
        t = self.shell.t
        return self.plain(t.only_preview, "", status=HTTPStatus.NOT_FOUND)

    @property
    def language(self) -> MessageLanguage:
        """The language of the pages."""
        return self.workspace.settings.language

    @property
    def shell(self) -> Shell:
        """What stands on every page."""
        return Shell(views.all_texts(self.language), ROOT, self.language)

    def page(self, template: str, view: View, status: int = HTTPStatus.OK) -> Response:
        """A page of ours."""
        page = Page(NOWHERE, f"inbox/{template}.html", ready, (view,))
        return Response(status, self.workspace.html(page))

    def plain(
        self,
        title: str,
        lead: str,
        *,
        status: int = HTTPStatus.OK,
        links: bool = True,
        text: str = "",
    ) -> Response:
        """A page that says one thing."""
        return self.page("plain", views.PlainView(self.shell, title, lead, text, links), status)

    def failed(self, reason: str) -> Response:
        """That something went wrong, and what; also where hardly anything works."""
        try:
            return self.plain(
                self.shell.t.failed_title,
                views.shown(reason),
                status=HTTPStatus.INTERNAL_SERVER_ERROR,
            )
        except Exception:  # not even that page can be made
            return Response(HTTPStatus.INTERNAL_SERVER_ERROR, views.shown(reason).encode(), TEXT)

    def listed(self, chosen: str) -> Response:
        """What waits, of one kind or of all."""
        shell, store = self.shell, self.workspace.inbox.store
        found = {one: self.workspace.draft(one) for one in store.ids()}
        drafts = [draft for draft in found.values() if draft is not None]
        chosen = chosen if chosen in FORMS else ""
        some = [one for one in drafts if chosen in ("", one.submission.form)]
        answered = store.answered()
        listed = (self._waiting(one, one.id in answered) for one in some[: views.LISTED])
        count, t = len(drafts), shell.t
        view = views.ListView(
            shell=shell,
            title=t.waiting_one if count == 1 else t.waiting.format(count=count),
            rows=tuple(views.row(one, shell) for one in listed),
            kinds=tuple(views.kinds(drafts, chosen)),
            count=count,
            more=max(0, len(some) - views.LISTED),
            space=self._space(),
            unreadable=tuple(
                str(store.folder / f"{key}.json") for key, draft in found.items() if draft is None
            ),
            has_calendars=self._has_calendars(),
        )
        return self.page("list", view)

    def _has_calendars(self) -> bool:
        settings = self.workspace.settings
        known = self.workspace.inbox.content.existing.catalogue.associations
        return any(sources(known, settings.content, {}, settings.today))

    def _unconfirmed(self, draft: Stored) -> str:
        return show.unconfirmed(draft, self.workspace.settings.site.inbox_days, self.language)

    def _space(self) -> str:
        settings = self.workspace.settings
        if not settings.site.intake:
            return ""
        size = self.workspace.inbox.store.size()
        return show.space(size, settings.intake.megabytes, self.language)

    def _waiting(self, draft: Stored, is_answered: bool) -> views.Waiting:
        now, days = self.workspace.now(), self.workspace.settings.site.inbox_days
        return views.Waiting(
            draft=draft,
            name=self.name(draft),
            age=show.age(draft, now, self.language),
            unconfirmed=self._unconfirmed(draft),
            is_late=show.is_late(draft, now, days),
            is_answered=is_answered,
            is_edited=self.workspace.is_edited(draft.id),
            seen=self.workspace.seen.get(draft.id),
        )

    def review_for(self, draft: Stored, choice: Bilingual) -> DraftReview:
        """The draft, where this can be chosen. Raises `Stale`."""
        review = self.workspace.review(draft)
        if choice not in choices(draft, review.result, self.workspace.inbox.content):
            raise Stale
        return review

    def sealed(self, draft: Stored, action: str, version: str) -> Sealed:
        """What a form about a draft carries."""
        return Sealed(version, self.access.seal(draft.id, action, version))

    def name(self, draft: Stored) -> str:
        """What a draft is about, or what it is."""
        name = views.name_of(draft, self.workspace.inbox.content.lists.names)
        return name or FORMS[draft.submission.form].title

    def here(self, draft: Stored) -> str:
        """Where a draft is."""
        return f"{ROOT}{draft.id}/"

    def draft(
        self,
        draft: Stored,
        *,
        is_saved: bool = False,
        notice: views.Badge | None = None,
        status: int = HTTPStatus.OK,
    ) -> Response:
        """One draft with all that can be done about it."""
        review = self.workspace.review(draft)
        if is_saved and notice is None and not review.is_edited:  # of an edit the page says so
            notice = views.Badge(self.shell.t.saved, "success")
        return self.page("draft", self._draft_view(review, notice), status)

    def _draft_view(self, review: DraftReview, notice: views.Badge | None) -> views.DraftView:
        draft, result = review.draft, review.result
        shell, here, form = self.shell, self.here(draft), FORMS[draft.submission.form]
        t, content = shell.t, self.workspace.inbox.content
        page, later = self.workspace.page_of(result), self.workspace.after(draft.id)
        about = draft.submission.entry
        entry_page = f"{ROOT}seite/{about}/" if about else ""
        twice = [one for one in result.findings if one.code.startswith("DUP-")]
        return views.DraftView(
            shell=shell,
            base=here,
            title=self.name(draft),
            kind=form.title,
            sign_name=form.icon,
            age=show.age(draft, self.workspace.now(), self.language),
            notice=notice,
            facts=tuple(views.facts(draft, self._unconfirmed(draft), shell, entry_page)),
            message=views.shown(draft.submission.message),
            original=views.shown(draft.submission.original),
            outcome=views.outcome(result, self.language, is_begun=review.draft.begun is not None),
            is_new=result.state == "new",
            changes=tuple(views.changes(result)),
            asides=tuple(views.asides(result, t)),
            can_agree=bool(result.withheld),
            pictures=views.pictures(result, here),
            undescribed=views.undescribed(result, here),
            findings=views.found((d for d in result.findings if d not in twice), shell),
            twice=views.found(twice, shell),
            is_right=result.state in ("new", "changed") and not result.findings,
            preview_path=f"{here}vorschau/" if page else "",
            preview_title=t.preview if result.state in ("new", "changed") else t.preview_now,
            no_preview=t.no_preview_errors if result.errors else t.no_preview,
            actions=tuple(views.actions(review, content, t)),
            has_errors=bool(result.errors),
            is_edited=review.is_edited,
            own=self.own_words(review),
            later=f"{ROOT}{later}/" if later else ROOT,
            sealed=self.sealed(draft, "", review.version),
        )

    def own_words(self, review: DraftReview) -> views.OriginalTextsView | None:
        """What came in another language."""
        path = self.workspace.inbox.translation(review.result)
        return views.own_words(review.result, path, self.shell)

    def preview(self, draft: Stored) -> Response:
        """The page of its entry."""
        result = self.workspace.review(draft).result
        page = self.workspace.page_of(result)
        if page is None:
            return self.nowhere()
        html = self.workspace.html(page, result, f"{self.here(draft)}bild/")
        return Response(HTTPStatus.OK, html, headers={"Content-Security-Policy": FRAMED})

    def picture(self, draft: Stored, number: str) -> Response:
        """A picture that came along, as it would be published."""
        photos = self.workspace.inbox.along(draft).photos
        photo = next((one for one in photos if str(one.number) == number), None)
        if photo is None:
            return self.nowhere()
        return Response(HTTPStatus.OK, photo.data, media_type(Path(f"bild{photo.ending}")))

    def entry_page(self, folder: str, entry_id: str) -> Response:
        """The page of an entry that is there."""
        entry = self.workspace.entry(folder, entry_id)
        page = self.workspace.page_of_entry(entry) if entry else None
        if page is None:
            t = self.shell.t
            return self.plain(t.no_preview, "", status=HTTPStatus.NOT_FOUND)
        return Response(
            HTTPStatus.OK, self.workspace.html(page), headers={"Content-Security-Policy": FRAMED}
        )

    def stale(self, draft: Stored) -> Response:
        """The draft as it is now, and that nothing was done."""
        t = self.shell.t
        return self.draft(
            draft, notice=views.Badge(t.stale_lead, "warning"), status=HTTPStatus.CONFLICT
        )

    def gone(self) -> Response:
        """That the draft has been decided."""
        t = self.shell.t
        return self.plain(t.gone_title, t.gone_lead, status=HTTPStatus.GONE)

    def done(self, draft_id: str) -> Response:
        """What was done about a draft."""
        resolution = self.workspace.resolutions.get(draft_id)
        if resolution is None:
            return self.gone()
        done, answer = resolution.done, resolution.answer
        following, left = self.workspace.after(draft_id), len(self.workspace.inbox.store.ids())
        view = views.DoneView(
            shell=self.shell,
            title=resolution.title,
            name=resolution.name,
            lines=tuple(map(views.shown, self._lines(done) if done else ())),
            refusal=self._refusal(done) if done else "",
            request=done.proposed[1] if done and done.proposed else "",
            mail=views.shown(answer.text) if answer else "",
            tongue=resolution.tongue,
            mailto=_mailto(resolution) if answer and answer.mail else "",
            download=f"{ROOT}{draft_id}/antwort.eml" if answer and answer.mail else "",
            kept_at=str(answer.path) if answer and answer.path else "",
            no_address=answer is not None and answer.mail is None,
            next=f"{ROOT}{following}/" if following else "",
            left=left,
        )
        return self.page("done", view)

    def _lines(self, done: Done) -> Iterator[str]:
        """Which files were written and deleted, what they lack, and what git was told."""
        t = self.shell.t
        yield from (t.written.format(path=path) for path in done.written)
        yield from (t.deleted.format(path=path) for path in done.deleted)
        if done.german_missing:
            yield t.no_german.format(fields=done.german_missing)
        if done.committed:
            yield t.committed.format(message=done.committed)
        elif done.proposed:
            text, address = done.proposed
            yield text.to(self.language).format(address=address)
        elif (done.written or done.deleted) and not done.refusal:
            yield t.no_commit

    def _refusal(self, done: Done) -> str:
        return views.shown(show.refusal(done.refusal, self.language)) if done.refusal else ""

    def mail_file(self, draft_id: str) -> Response:
        """The answer to a draft as a file."""
        path = self.workspace.inbox.store.folder / ANSWERS / f"{draft_id}.eml"
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return self.gone()
        name = {"Content-Disposition": f'attachment; filename="{draft_id}.eml"'}
        return Response(HTTPStatus.OK, data, "message/rfc822", name)


def _mailto(resolution: Resolution) -> str:
    """A link that opens the mail (RFC 6068); without its words where they are too many."""
    assert resolution.answer is not None
    start = (
        f"mailto:{quote(resolution.email, safe='@')}?subject={quote(resolution.subject, safe='')}"
    )
    body = quote(resolution.answer.text.replace("\n", "\r\n"), safe="")
    return f"{start}&body={body}" if len(start) + len(body) < MOST_MAILTO else start
