"""What the office has before it: the drafts, the content as it is now, what somebody has edited.

Nothing of it outlives the program but what was decided: an edit that was not accepted is kept in
memory, and its form shows it again until then.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from plugins.building.planning import Planner, planners_of
from plugins.catalogue.model import Entry
from plugins.catalogue.settings import Settings
from plugins.intake.inbox.inbox import BadId, Done, Inbox, Reply
from plugins.intake.submission.filled import Filled
from plugins.intake.submission.store import Stored
from plugins.rendering.page import Page
from plugins.web.preview import preview
from plugins.web.site import Pages, one_size

OWN = Path(__file__).parent
_LATELY = 8
"""So many drafts are remembered as they were last held against all that is there."""


@dataclass(frozen=True)
class PendingEdit:
    """What somebody has made of a draft of this `version`: another id, another text."""

    version: str
    id: str = ""
    text: str = ""
    keeps: bool = True
    """Whether the sender's own words become a translation where German stands in their place."""


@dataclass(frozen=True)
class DraftReview:
    """A draft with what accepting it would do; `version` is a digest of both."""

    draft: Stored
    result: Filled
    version: str
    is_edited: bool = False


@dataclass(frozen=True)
class Resolution:
    """What was decided about a draft, and what came of it."""

    title: str
    name: str
    done: Done | None = None
    answer: Reply | None = None
    email: str = ""
    subject: str = ""
    tongue: str = ""
    """The language of the answer."""


@dataclass
class Workspace:
    """The office, for one person after the other. Raises `CannotRead` where there is no content."""

    settings_of: Callable[[], Settings]
    """The settings as they are today."""
    now: Callable[[], datetime]
    environment: Mapping[str, str]
    inbox: Inbox = field(init=False)
    resolutions: OrderedDict[str, Resolution] = field(default_factory=OrderedDict)
    seen: dict[str, Filled] = field(default_factory=dict)
    """What was found in the drafts that somebody has opened, when they last did."""

    def __post_init__(self) -> None:
        """Read what is there."""
        self.inbox = Inbox(self.settings_of(), self.environment)
        self._state = self._content_now()
        self._edits: dict[str, PendingEdit] = {}
        self._reviews: OrderedDict[tuple[str, PendingEdit | None], DraftReview] = OrderedDict()
        self._pages: Pages | None = None
        self._planners: tuple[Planner, ...] = ()

    @property
    def settings(self) -> Settings:
        """Those of the site."""
        return self.inbox.settings

    def come_in(self) -> None:
        """Begin with what is there now: others write to the content, too, and days pass."""
        state = self._content_now()
        if state != self._state:
            self._state = state
            self.inbox.read_again(self.settings_of())
            self._forget()

    def _forget(self) -> None:
        self._reviews.clear()
        self._pages = None

    def _content_now(self) -> str:
        """A digest of the day, and of the names, sizes and times of all files of the content."""
        digest = hashlib.sha256(self.now().date().isoformat().encode())
        folder = self.inbox.settings.content
        for path in sorted(folder.rglob("*")):
            try:
                status = path.stat()
            except OSError:
                continue
            digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
        return digest.hexdigest()

    # The drafts.

    def draft(self, draft_id: str) -> Stored | None:
        """A draft that waits."""
        return self.inbox.draft(draft_id)

    def after(self, draft_id: str) -> str:
        """The id of the draft to look at after this one; empty if none waits."""
        return self.inbox.store.after(draft_id)

    def review(self, draft: Stored) -> DraftReview:
        """The draft as it is now, with what somebody has made of it."""
        plain = self._reviewed(draft, None)
        edit = self._edits.get(draft.id)
        if edit is None or edit.version != plain.version:
            return plain
        try:
            return self._reviewed(draft, edit)
        except BadId:  # somebody else has taken it meanwhile
            return plain

    def _reviewed(self, draft: Stored, edit: PendingEdit | None) -> DraftReview:
        key = (_digest(repr(draft)), edit)
        known = self._reviews.get(key)
        if known is None:
            result = self.inbox.result_of(draft)
            if edit is not None:
                result = self._applied(edit, result)
            known = DraftReview(draft, result, _version(draft, result), edit is not None)
            self._reviews[key] = known
            if len(self._reviews) > _LATELY:
                self._reviews.popitem(last=False)
        self.seen[draft.id] = known.result
        return known

    def _applied(self, edit: PendingEdit, result: Filled) -> Filled:
        if edit.id:
            result = self.inbox.renamed(result, edit.id)
        return self.inbox.keeping(self.inbox.edited(result, edit.text), is_kept=edit.keeps)

    # What is made of a draft before it is decided.

    def edit(
        self, draft: Stored, *, new_id: str = "", text: str = "", keeps: bool | None = None
    ) -> DraftReview:
        """Keep another id or text, and whether own words are kept.

        Raises `BadId`; then nothing changes.
        """
        plain = self._reviewed(draft, None)
        known = self._edits.get(draft.id, PendingEdit(plain.version))
        known = known if known.version == plain.version else PendingEdit(plain.version)
        if new_id and new_id != known.id:
            renamed = self.inbox.renamed(self.review(draft).result, new_id)
            text = text or (renamed.text if known.text else "")
        keeps = known.keeps if keeps is None else keeps
        edit = PendingEdit(plain.version, new_id or known.id, text or known.text, keeps)
        review = self._reviewed(draft, edit)
        self._edits[draft.id] = edit
        return review

    def carry_over(self, review: DraftReview, draft: Stored) -> None:
        """Keep what was edited of a draft about which more is known now."""
        if not review.is_edited:
            return
        as_read = self.draft(draft.id) or draft  # so it is known again
        now = self._reviewed(as_read, None)
        before = self._reviewed(review.draft, None).result
        result = self.inbox.carried_over(before, review.result, now.result)
        keeps = review.result.own is None or review.result.own.is_kept
        new_id = self._edits[draft.id].id
        self._edits[draft.id] = PendingEdit(now.version, new_id, result.text, keeps)

    def is_edited(self, draft_id: str) -> bool:
        """Whether somebody has edited it."""
        return draft_id in self._edits

    def has_id(self, draft_id: str) -> bool:
        """Whether somebody has chosen its id."""
        edit = self._edits.get(draft_id)
        return edit is not None and bool(edit.id)

    def forget_edit(self, draft_id: str) -> None:
        """Let the draft be as it came."""
        self._edits.pop(draft_id, None)

    def decided(self, draft_id: str, resolution: Resolution) -> None:
        """Remember what came of a draft, for the page that says so."""
        if self.draft(draft_id) is None:
            self._edits.pop(draft_id, None)
            self.seen.pop(draft_id, None)
        self.resolutions[draft_id] = resolution
        if len(self.resolutions) > 100:
            self.resolutions.popitem(last=False)
        self._forget()
        self._state = self._content_now()

    # Pages of the site.

    @property
    def pages(self) -> Pages:
        """Pages of the site as the content is now."""
        if self._pages is None:
            own = self.settings.site
            # With a service that takes forms these need no script; no page of an entry asks for it.
            site = replace(own, languages=own.languages[:1], intake=own.intake or "einreichen")
            settings = replace(self.settings, site=site)
            catalogue = self.inbox.content.existing.loaded.catalogue
            self._pages = Pages(settings, catalogue, (OWN / "templates",))
        return self._pages

    def page_of(self, result: Filled) -> Page | None:
        """The page of the entry as it would become, or as it is where nothing would change."""
        if result.kind is None:
            return None
        entry = result.draft.entry if result.draft else self.entry(result.kind.folder, result.id)
        return self.page_of_entry(entry) if entry else None

    def page_of_entry(self, entry: Entry) -> Page | None:
        """The page of an entry."""
        self._planners = self._planners or planners_of(self.settings.plugins)
        catalogue = self.inbox.content.existing.loaded.catalogue
        return preview(entry, catalogue, self._planners, self.settings.today)

    def entry(self, folder: str, entry_id: str) -> Entry | None:
        """An entry that is there."""
        entries = self.inbox.content.existing.loaded.catalogue.entries
        return next((e for e in entries if (e.folder, e.id) == (folder, entry_id)), None)

    def html(self, page: Page, result: Filled | None = None, pictures: str = "") -> bytes:
        """The page as HTML; pictures that came along are at `pictures` and their number."""
        shown = {
            one.file: one_size(f"{pictures}{one.photo.number}", one.photo.width, one.photo.height)
            for one in (result.pictures if result else ())
        }
        return self.pages.html(page, pictures=shown)


def _version(draft: Stored, result: Filled) -> str:
    files = tuple(one.file for one in result.pictures)
    is_kept = result.own is None or result.own.is_kept
    outcome = (result.state, result.id, result.path, result.before, result.text)
    parts = (draft.as_handed_in(), *outcome, files, is_kept)
    return _digest(repr(parts))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
