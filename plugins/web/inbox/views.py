"""What the pages show: plain data, all words of strangers without what steers or hides."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import SimpleNamespace

from plugins.catalogue.descriptions import label
from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage
from plugins.catalogue.language_words import called
from plugins.findings.safe import character
from plugins.intake.content import ContentFolder
from plugins.intake.inbox import inbox, show
from plugins.intake.inbox import texts as labels
from plugins.intake.inbox.reply import what
from plugins.intake.new.texts import Bilingual
from plugins.intake.submission.filled import Filled
from plugins.intake.submission.mail import SUBJECT
from plugins.intake.submission.photos import Photo
from plugins.intake.submission.store import Stored
from plugins.pages.forms import FormSection as FormPart
from plugins.web.inbox import texts
from plugins.web.inbox.changes import Segments, compared
from plugins.web.inbox.workspace import DraftReview

LISTED = 200
"""So many drafts are listed at once; who has more waiting decides about some of these first."""
MOST_TEXT = 20_000
"""Characters of a value that are shown; the rest stands in the file."""

_SUBJECT = f"{SUBJECT}: "


def all_texts(language: MessageLanguage) -> SimpleNamespace:
    """All that the pages say in a language, by the names of `texts` in small letters."""
    named = {**vars(labels), **vars(texts)}
    own = {name.lower(): text for name, text in named.items() if isinstance(text, Bilingual)}
    return SimpleNamespace(**{name: text.to(language) for name, text in own.items()})


def shown(text: str) -> str:
    """The text with its lines; other signs that steer or hide something are spelled out."""
    if len(text) > MOST_TEXT:
        text = f"{text[:MOST_TEXT]}…"
    return "".join(one if one == "\n" else character(one) for one in text)


@dataclass(frozen=True)
class Shell:
    """What stands on every page: the words, the address of the inbox, the language."""

    t: SimpleNamespace
    root: str
    lang: MessageLanguage


@dataclass(frozen=True)
class Badge:
    """A word beside a draft; `kind` is one of the site's states."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class FormFilter:
    """A kind of draft to choose, with how many wait."""

    slug: str
    title: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class DraftRow:
    """A draft in the list."""

    href: str
    icon: str
    kind: str
    name: str
    first: str
    sender: str
    language: str
    age: str
    marks: tuple[Badge, ...]


@dataclass(frozen=True)
class ListView:
    """What waits."""

    shell: Shell
    title: str
    rows: tuple[DraftRow, ...]
    kinds: tuple[FormFilter, ...]
    count: int
    more: int
    space: str
    unreadable: tuple[str, ...]
    has_calendars: bool
    """Whether any association keeps a calendar of its own."""


@dataclass(frozen=True)
class Fact:
    """A line about who handed something in; `href` is where it leads."""

    term: str
    value: str
    href: str = ""


@dataclass(frozen=True)
class FieldDiff:
    """A field that would say something else, in pieces of which those that differ are marked."""

    label: str
    old: Segments
    new: Segments


@dataclass(frozen=True)
class FindingView:
    """A finding in the words of make check."""

    severity: str
    kind: str
    message: str
    remedy: str
    code: str
    line: int = 0
    href: str = ""


@dataclass(frozen=True)
class PictureView:
    """A picture that came along; `path` is the field that takes its description."""

    number: int
    src: str
    width: int
    height: int
    called: str
    alt: str


@dataclass(frozen=True)
class OriginalTextsView:
    """What came in another language: the texts by their labels, and what becomes of them."""

    tag: str
    heading: str
    missing: str
    """What is to be said while German is missing."""
    becomes: str
    """Whether and where they stay as a translation; empty as long as none has German."""
    is_kept: bool
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Action:
    """Something that can be done: `post` at once, else a page that asks first."""

    slug: str
    text: str
    post: bool = False
    is_first: bool = False


@dataclass(frozen=True)
class Sealed:
    """What a form carries so that it is known as ours, and what it was about."""

    version: str
    seal: str


@dataclass(frozen=True)
class DraftView:
    """One draft, and all that somebody has to see before they decide."""

    shell: Shell
    base: str
    title: str
    kind: str
    sign_name: str
    age: str
    notice: Badge | None
    facts: tuple[Fact, ...]
    message: str
    original: str
    outcome: str
    is_new: bool
    changes: tuple[FieldDiff, ...]
    asides: tuple[str, ...]
    can_agree: bool
    """Whether the consent can be noted that keeps people out of it."""
    pictures: tuple[PictureView, ...]
    undescribed: tuple[PictureView, ...]
    findings: tuple[FindingView, ...]
    twice: tuple[FindingView, ...]
    is_right: bool
    preview_path: str
    preview_title: str
    no_preview: str
    actions: tuple[Action, ...]
    has_errors: bool
    is_edited: bool
    own: OriginalTextsView | None
    later: str
    sealed: Sealed


@dataclass(frozen=True)
class TextView:
    """A page with one large text: the whole file, or a message as a form."""

    shell: Shell
    back: str
    title: str
    heading: str
    lead: str
    text: str
    action: str
    sealed: Sealed
    findings: tuple[FindingView, ...]
    message: str
    own: OriginalTextsView | None
    forms: tuple[str, ...]
    stale: bool
    error: str


@dataclass(frozen=True)
class FieldsView:
    """A page with the fields of an entry, as the form for its kind asks for them."""

    shell: Shell
    back: str
    title: str
    parts: tuple[FormPart, ...]
    steps: Mapping[str, str]
    has_errors: bool
    consent: str
    """The step that asks about people, and so whether they agree; empty where none does."""
    message: str
    own: OriginalTextsView | None
    sealed: Sealed
    findings: tuple[FindingView, ...]
    stale: bool


@dataclass(frozen=True)
class KindView:
    """A page that asks what a message is to become."""

    shell: Shell
    back: str
    title: str
    message: str
    forms: tuple[tuple[str, str], ...]
    chosen: str
    entry: str
    entries: tuple[tuple[str, str], ...]
    sealed: Sealed
    error: str


@dataclass(frozen=True)
class IdView:
    """A page that asks for another id."""

    shell: Shell
    back: str
    title: str
    value: str
    lead: str
    sealed: Sealed
    findings: tuple[FindingView, ...]


@dataclass(frozen=True)
class AnswerView:
    """A page that asks what to write to the sender; around it stands what is written anyway."""

    shell: Shell
    back: str
    title: str
    heading: str
    lead: str
    question: str
    hint: str
    opening: str
    closing: str
    tongue: str
    text: str
    action: str
    button: str
    has_address: bool
    sealed: Sealed


@dataclass(frozen=True)
class SureView:
    """A page that asks whether to delete."""

    shell: Shell
    back: str
    title: str
    lead: str
    refusal: str
    sealed: Sealed


@dataclass(frozen=True)
class DoneView:
    """What has been done."""

    shell: Shell
    title: str
    name: str
    lines: tuple[str, ...]
    refusal: str
    request: str
    """The address of a request on the forge; empty where there is none."""
    mail: str
    tongue: str
    mailto: str
    download: str
    kept_at: str
    no_address: bool
    next: str
    left: int


@dataclass(frozen=True)
class PlainView:
    """A page that says one thing."""

    shell: Shell
    title: str
    lead: str
    text: str
    links: bool


def language_named(tag: str, language: MessageLanguage) -> str:
    """What a language is called; empty for German, which most write in, and for none."""
    return "" if tag in ("", "de") else called(tag, english=language == "en")


def name_of(draft: Stored, names: Mapping[str, Mapping[str, str]]) -> str:
    """What a draft is about: the name that is handed in, or that of the entry in `names`."""
    submission = draft.submission
    folder, _, known = submission.entry.partition("/")
    about = names.get(folder, {}).get(known) or what(submission)
    title = FORMS[submission.form].title
    if about == title:
        about = _subject(draft)
    return shown(about.removeprefix("»").removesuffix("«"))[:200]


def _subject(draft: Stored) -> str:
    """The subject of a mail; empty where there is none."""
    first = draft.submission.message.partition("\n")[0]
    return first.removeprefix(_SUBJECT).strip() if first.startswith(_SUBJECT) else ""


def first_line(draft: Stored) -> str:
    """How its message begins, below the subject of a mail."""
    lines = (line.strip() for line in draft.submission.message.split("\n"))
    first = next((line for line in lines if line and not line.startswith(_SUBJECT)), "")
    return shown(first[:120] + ("…" if len(first) > 120 else ""))


def kinds(drafts: Iterable[Stored], chosen: str) -> Iterator[FormFilter]:
    """The kinds of which something waits, and the one that is chosen."""
    counts = Counter(draft.submission.form for draft in drafts)
    for slug, form in FORMS.items():
        if counts[slug] or slug == chosen:
            yield FormFilter(slug, form.title, counts[slug], slug == chosen)


@dataclass(frozen=True)
class Waiting:
    """A draft that waits, and what is known of it without holding it against all that is there.

    `seen` is what was found when somebody last opened it.
    """

    draft: Stored
    name: str
    age: str
    unconfirmed: str
    is_late: bool
    is_answered: bool
    is_edited: bool
    seen: Filled | None


def row(waiting: Waiting, shell: Shell) -> DraftRow:
    """A draft in the list."""
    draft, t = waiting.draft, shell.t
    submission = draft.submission
    return DraftRow(
        href=f"{shell.root}{draft.id}/",
        icon=FORMS[submission.form].icon,
        kind=FORMS[submission.form].title,
        name=waiting.name,
        first=first_line(draft),
        sender=shown(submission.sender.name or submission.sender.email or t.anonymous)[:120],
        language=language_named(submission.language, shell.lang),
        age=waiting.age,
        marks=tuple(_marks(waiting, t)),
    )


def _marks(waiting: Waiting, t: SimpleNamespace) -> Iterator[Badge]:
    seen = waiting.seen
    if waiting.unconfirmed:
        yield Badge(waiting.unconfirmed, "moved")
    if waiting.is_answered:
        yield Badge(t.asked, "moved")
    if seen and seen.errors:
        count = len(seen.errors)
        yield Badge(t.errors_one if count == 1 else t.errors.format(count=count), "cancelled")
    if seen and any(one.code.startswith("DUP-") for one in seen.findings):
        yield Badge(t.maybe_twice, "full")
    if waiting.is_edited:
        yield Badge(t.edited)
    if any(one.file for one in waiting.draft.submission.attachments):
        yield Badge(t.has_pictures)
    if waiting.is_late:
        yield Badge(t.too_old, "cancelled")


def facts(draft: Stored, unconfirmed: str, shell: Shell, address: str) -> Iterator[Fact]:
    """From whom, in which language, when, about what; `address` is the entry's page here."""
    submission, t = draft.submission, shell.t
    yield Fact(t.who, shown(submission.sender.name) or t.anonymous)
    if submission.sender.email:
        sure = f" ({unconfirmed})" if unconfirmed else ""
        yield Fact(t.email, f"{shown(submission.sender.email)}{sure}")
    if named := language_named(submission.language, shell.lang):
        yield Fact(t.language, named)
    yield Fact(t.came, f"{draft.received:%d.%m.%Y, %H:%M}")
    if submission.entry:
        yield Fact(t.which_entry, submission.entry, address)
    if any(path.startswith("contacts") for path in submission.fields):
        yield Fact(t.consent, t.consent_yes if submission.consent else t.consent_no)
    others = [one.name for one in submission.attachments if not one.file]
    if others:
        yield Fact(t.enclosed, shown(", ".join(others)))


def changes(result: Filled) -> Iterator[FieldDiff]:
    """What would change, field by field."""
    for one in result.differences:
        if result.state == "new":
            yield FieldDiff(one.label, (), ((shown(one.new), False),))  # type: ignore[arg-type]
        else:
            old, new = compared(shown(one.old), shown(one.new))
            yield FieldDiff(one.label, old, new)


def asides(result: Filled, t: SimpleNamespace) -> Iterator[str]:
    """What is not in the file."""
    for text, names in ((t.withheld, result.withheld), (t.left_out, result.left_out)):
        if names:
            yield text.format(fields=shown("; ".join(names)))
    if result.unusable:
        yield t.unusable.format(names=shown(", ".join(result.unusable)))


def own_words(result: Filled, path: str, shell: Shell) -> OriginalTextsView | None:
    """What came in another language; `path` is the file that keeps it, if one does."""
    own, kind, t = result.own, result.kind, shell.t
    if own is None or kind is None:
        return None
    named = show.tongue(result, shell.lang)
    missing = t.german_missing.format(fields=show.german_missing(result))
    becomes = t.translation if path else t.no_translation
    note = becomes.format(named=named, path=path, fields=show.kept(result))
    return OriginalTextsView(
        tag=own.language,
        heading=t.written_in.format(named=named),
        missing=f"{missing}. {t.how_to_translate}" if own.missing else "",
        becomes=note if own.kept else "",
        is_kept=own.is_kept,
        texts=tuple((label(kind, key), shown(text)) for key, text in own.texts.items()),
    )


def pictures(result: Filled, here: str) -> tuple[PictureView, ...]:
    """The pictures that are put in."""
    return tuple(_picture(one.photo, here, one.alt) for one in result.pictures)


def undescribed(result: Filled, here: str) -> tuple[PictureView, ...]:
    """The pictures that wait for a description."""
    return tuple(_picture(one, here, "") for one in result.undescribed)


def _picture(photo: Photo, here: str, alt: str) -> PictureView:
    src = f"{here}bild/{photo.number}"
    return PictureView(
        photo.number, src, photo.width, photo.height, shown(photo.called), shown(alt)
    )


def found(findings: Iterable[Diagnostic], shell: Shell) -> tuple[FindingView, ...]:
    """Findings, the gravest first."""
    ranks = {"error": 0, "warning": 1, "notice": 2}
    ordered = sorted(findings, key=lambda one: (ranks[one.severity], one))
    return tuple(_found(one, shell) for one in ordered)


def _found(one: Diagnostic, shell: Shell) -> FindingView:
    kinds = {"error": shell.t.error, "warning": shell.t.warning, "notice": shell.t.notice}
    other = dict(one.details).get("other", "")
    is_twice = one.code.startswith("DUP-") and "/" in other
    return FindingView(
        severity=one.severity,
        kind=kinds[one.severity],
        message=shown(one.message(shell.lang)),
        remedy=shown(one.remedy(shell.lang)),
        code=one.code,
        line=one.place.line,
        href=f"{shell.root}seite/{other}/" if is_twice else "",
    )


_OUTCOMES = {
    "same": labels.NOTHING,
    "message": labels.ONLY_WORDS,
    "gone": labels.GONE,
    "broken": labels.BROKEN,
}


def outcome(result: Filled, language: MessageLanguage, *, is_begun: bool = False) -> str:
    """What accepting comes to, in a sentence; where a file comes of it, which.

    `is_begun` says that it was accepted already, and that git may not have it.
    """
    if result.state in ("new", "changed"):
        return f"{texts.FILE.to(language)}: {result.path}"
    text = labels.BEGUN if is_begun and result.state == "same" else _OUTCOMES[result.state]
    return text.to(language).format(path=result.path).rstrip(":")


_SLUGS: Mapping[Bilingual, tuple[str, str, bool]] = {
    labels.ACCEPT: ("annehmen", "do_accept", True),
    labels.CONFIRM: ("annehmen", "do_confirm", True),
    labels.END: ("annehmen", "do_end", True),
    labels.REMOVE: ("entfernen", "do_remove", False),
    labels.EDIT: ("bearbeiten", "do_edit", False),
    labels.RENAME: ("kennung", "do_rename", False),
    labels.ASK_BACK: ("nachfragen", "do_ask", False),
    labels.REFUSE: ("ablehnen", "do_refuse", False),
    labels.DONE: ("erledigt", "do_close", True),
}


def actions(review: DraftReview, content: ContentFolder, t: SimpleNamespace) -> Iterator[Action]:
    """What can be done, the likeliest first; pictures are described where they are shown."""
    is_first = True
    for choice in inbox.choices(review.draft, review.result, content):
        if choice not in _SLUGS:
            continue
        slug, name, post = _SLUGS[choice]
        if slug == "annehmen" and review.result.errors:
            continue
        yield Action(slug, getattr(t, name), post, is_first)
        is_first = False
