"""The list of drafts, and one of them: what would change, and what is found."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from plugins.catalogue.descriptions import label
from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage
from plugins.catalogue.language_words import called
from plugins.intake.content import ContentFolder
from plugins.intake.git import NotCommitted
from plugins.intake.inbox import texts
from plugins.intake.inbox.reply import what
from plugins.intake.new.prompt import complaint
from plugins.intake.new.texts import Bilingual
from plugins.intake.submission.filled import Filled
from plugins.intake.submission.store import Stored

LISTED = 50
"""So many drafts are listed at once."""
LONGEST = 400
"""So much of a value is shown; all of it stands in the file."""
MEGABYTE = 1_000_000
NEARLY = 0.8
"""From this part on it is said how full the inbox is."""
MOST_LINES = 40
"""So many lines of a message are shown."""


def listed(
    drafts: Iterable[Stored],
    answered: frozenset[str],
    now: datetime,
    days: int,
    language: MessageLanguage,
) -> Iterator[str]:
    """A line a draft: what it is, from whom, how old; whether that is more than so many days."""
    drafts = list(drafts)
    for number, draft in enumerate(drafts[:LISTED], start=1):
        waits = f" · {texts.ASKED.to(language)}" if draft.id in answered else ""
        late = f" · {texts.TOO_OLD.to(language)}" if is_late(draft, now, days) else ""
        said = unconfirmed(draft, days, language)
        doubt = f" · {said}" if said else ""
        yield f"{number:>3} {headline(draft, now, language)}{waits}{doubt}{late}"
    if len(drafts) > LISTED:
        yield f"    {texts.MORE.to(language).format(count=len(drafts) - LISTED)}"


def space(size: int, megabytes: int, language: MessageLanguage) -> str:
    """How full an inbox of so many bytes is where that has to be known; empty where not."""
    if not megabytes or size < NEARLY * megabytes * MEGABYTE:
        return ""
    return texts.NEARLY_FULL.to(language).format(used=size // MEGABYTE, megabytes=megabytes)


def unconfirmed(draft: Stored, days: int, language: MessageLanguage) -> str:
    """That its sender has not confirmed it, and when it goes for that; empty where they need not.

    `days` is for how long what is decided is kept.
    """
    end = draft.goes(days)
    if end is not None:
        return texts.UNCONFIRMED_UNTIL.to(language).format(day=end)
    return texts.UNCONFIRMED.to(language) if draft.unconfirmed else ""


def headline(draft: Stored, now: datetime, language: MessageLanguage) -> str:
    """What a draft is, in a line."""
    submission = draft.submission
    title = FORMS[submission.form].title
    about = what(submission)
    first = next(iter(submission.message.split("\n")), "")[:60]
    sender = submission.sender.name or submission.sender.email or texts.ANONYMOUS.to(language)
    pieces = (title, about if about != title else first, sender, age(draft, now, language))
    return " · ".join(filter(None, pieces))


def age(draft: Stored, now: datetime, language: MessageLanguage) -> str:
    """Since when it waits."""
    days = _days(draft, now)
    if days < 1:
        return texts.TODAY.to(language)
    return texts.ONE_DAY.to(language) if days == 1 else texts.DAYS.to(language).format(days=days)


def is_late(draft: Stored, now: datetime, days: int) -> bool:
    """Whether it waits for more than so many days."""
    return _days(draft, now) > days


def _days(draft: Stored, now: datetime) -> int:
    return (now.date() - draft.received.astimezone(now.tzinfo).date()).days


def draft(
    stored: Stored, filled: Filled, content: ContentFolder, files: Iterable[str], days: int
) -> Iterator[str]:
    """All that a coordinator has to see of a draft before they decide.

    `days` is for how long what is decided is kept.
    """
    language = content.existing.language
    submission = stored.submission
    sender = " ".join(filter(None, (submission.sender.name, _in_brackets(submission.sender.email))))
    yield _text(texts.FROM, language, sender=sender or texts.ANONYMOUS.to(language))
    if said := unconfirmed(stored, days, language):
        yield said
    if submission.entry:
        yield _text(texts.ABOUT, language, entry=submission.entry)
    if submission.language not in ("", "de"):
        named = called(submission.language, english=language == "en")
        yield _text(texts.IN_LANGUAGE, language, named=named)
    if submission.message:
        yield texts.MESSAGE.to(language)
        yield from _lines(submission.message)
    if named_files := list(files):
        yield _text(texts.FILES, language, files=", ".join(named_files))
    yield from outcome(filled, language, is_begun=stored.begun is not None)


def _in_brackets(address: str) -> str:
    return f"<{address}>" if address else ""


def outcome(filled: Filled, language: MessageLanguage, *, is_begun: bool = False) -> Iterator[str]:
    """What accepting would do, and what is to be said about it.

    `is_begun` says that it was accepted already, and that git may not have it.
    """
    known = {
        "new": texts.WOULD,
        "changed": texts.CHANGES,
        "same": texts.BEGUN if is_begun else texts.NOTHING,
        "message": texts.ONLY_WORDS,
        "gone": texts.GONE,
        "broken": texts.BROKEN,
    }
    yield ""
    yield _text(known[filled.state], language, path=filled.path)
    for difference in filled.differences:
        yield from _difference(difference.label, difference.old, difference.new, filled, language)
    for said, labels in ((texts.WITHHELD, filled.withheld), (texts.LEFT_OUT, filled.left_out)):
        if labels:
            yield _text(said, language, fields="; ".join(labels))
    yield from _pictures(filled, language)
    yield from _german_missing(filled, language)
    doubles = [found for found in filled.findings if found.code.startswith("DUP-")]
    others = [found for found in filled.findings if found not in doubles]
    yield from _findings(texts.DUPLICATES, doubles, language)
    yield from _findings(texts.FINDINGS, others, language)


def _german_missing(filled: Filled, language: MessageLanguage) -> Iterator[str]:
    """Which texts are in another language, and what can be done then."""
    if filled.own and filled.own.missing:
        written = _text(texts.WRITTEN_IN, language, named=tongue(filled, language))
        missing = _text(texts.GERMAN_MISSING, language, fields=german_missing(filled))
        yield f"{written}. {missing}"
        yield texts.HOW_TO_TRANSLATE.to(language)


def tongue(filled: Filled, language: MessageLanguage) -> str:
    """What the language is called in which its texts came; empty for German."""
    return called(filled.own.language, english=language == "en") if filled.own else ""


def german_missing(filled: Filled) -> str:
    """The labels of the fields that have no German yet; empty where there are none."""
    return _labels(filled, filled.own.missing if filled.own else ())


def kept(filled: Filled) -> str:
    """The labels of the fields whose texts came in another language and have German now."""
    return _labels(filled, filled.own.kept if filled.own else ())


def _labels(filled: Filled, keys: Iterable[str]) -> str:
    return ", ".join(label(filled.kind, key) for key in keys) if filled.kind else ""


def _pictures(filled: Filled, language: MessageLanguage) -> Iterator[str]:
    """Each picture: how large, what it shows; and which cannot be used."""
    for one in filled.pictures:
        size = {"width": one.photo.width, "height": one.photo.height}
        yield _text(texts.PICTURE, language, **size, alt=one.alt)
    choice = texts.DESCRIBE.to(language)
    for photo in filled.undescribed:
        size = {"width": photo.width, "height": photo.height}
        yield _text(texts.UNDESCRIBED, language, **size, name=photo.called, choice=choice)
    if filled.unusable:
        yield _text(texts.UNUSABLE, language, names=", ".join(filled.unusable))


def _findings(
    title: Bilingual, found: list[Diagnostic], language: MessageLanguage
) -> Iterator[str]:
    if found:
        yield title.to(language)
    for one in found:
        yield from complaint(one, language)


def _difference(
    label: str, old: str, new: str, filled: Filled, language: MessageLanguage
) -> Iterator[str]:
    empty = texts.EMPTY_FIELD.to(language)
    if filled.state != "new":
        first, *rest = _cut(old).split("\n") if old else [empty]
        yield f"  {label}:"
        yield from (f"    - {line}" for line in (first, *rest))
        yield from (f"    + {line}" for line in (_cut(new).split("\n") if new else [empty]))
    elif "\n" in new:
        yield f"  {label}:"
        yield from _lines(_cut(new))
    else:
        yield f"  {label}: {_cut(new)}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _lines(text: str) -> Iterator[str]:
    lines = text.split("\n")
    yield from (f"    {line[:LONGEST]}" for line in lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        yield "    …"


def refusal(error: NotCommitted, language: MessageLanguage) -> str:
    """Why git did not take what was decided, and what to do."""
    text = texts.LOCKED if error.lock else texts.NOT_COMMITTED
    return _text(text, language, lock=error.lock, reason=error)


def _text(text: Bilingual, language: MessageLanguage, **details: object) -> str:
    return text.to(language).format_map(details)
