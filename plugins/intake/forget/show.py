"""The plan of forgetting in words: all that would be done, and what would be left to do."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.forgotten import FILE
from plugins.catalogue.settings import Settings
from plugins.intake.forget import texts
from plugins.intake.forget.elsewhere import MatchingDraft, copies
from plugins.intake.forget.plan import Changed, ErasurePlan
from plugins.intake.new.texts import Bilingual

MOST_HITS = 60
LONGEST = 160


def plan(plan: ErasurePlan, drafts: Iterable[MatchingDraft], settings: Settings) -> Iterator[str]:
    """What would be done, and where it is still named."""
    language = settings.language
    yield _text(texts.SEARCHED, language, value=plan.wanted.shown)
    if plan.files:
        yield texts.FILES.to(language)
        yield from (f"  {_path(path, settings)}" for path in plan.files)
    if plan.also:
        yield from _text(texts.ALSO, language, names=", ".join(plan.also)).split("\n")
    if plan.pictures and not plan.wanted.picture:
        yield _text(texts.PICTURES, language, names=", ".join(plan.pictures))
    for one in plan.changed:
        yield from _changed(one, language)
    if plan.notices:
        names = ", ".join(f"events/{one.ids[-1]}" for one in plan.notices)
        yield _text(texts.CALENDARS, language, names=names)
    yield from _drafts(tuple(drafts), language)
    if not plan.is_known:
        yield texts.NOTHING.to(language)
    yield from hits(plan, language)
    if plan.stuck:
        yield from _text(texts.STUCK, language, paths=", ".join(plan.stuck)).split("\n")


def _drafts(drafts: tuple[MatchingDraft, ...], language: MessageLanguage) -> Iterator[str]:
    still = [one.id for one in drafts if one.is_open]
    if still:
        yield _text(texts.OPEN_DRAFTS, language, ids=", ".join(still))
    if len(still) < len(drafts):
        yield _text(texts.DONE_DRAFTS, language, count=len(drafts) - len(still))


def _changed(one: Changed, language: MessageLanguage) -> Iterator[str]:
    yield _text(texts.CHANGED, language, path=one.path)
    for difference in one.differences:
        old, new = (text.split(", ") for text in (difference.old, difference.new))
        gone = [item for item in old if item not in new]
        if difference.new and [item for item in old if item in new] == new:
            yield f"  {difference.label}: {', '.join(gone)} → –"  # of a list only who goes
        else:
            yield f"  {difference.label}: {difference.old} → {difference.new or '–'}"


def hits(plan: ErasurePlan, language: MessageLanguage) -> Iterator[str]:
    """Where it is named in words."""
    if not plan.hits:
        return
    yield texts.HITS.to(language)
    for hit in plan.hits[:MOST_HITS]:
        yield f"  {hit.path}:{hit.line}: {hit.text[:LONGEST]}"
    if len(plan.hits) > MOST_HITS:
        yield f"  {_text(texts.MORE, language, count=len(plan.hits) - MOST_HITS)}"


def left(settings: Settings) -> Iterator[str]:
    """Copies that this program leaves alone."""
    language = settings.language
    yield texts.COPIES.to(language)
    for what, path in copies(settings):
        yield _text(texts.COPY[what], language, path=_path(path, settings))
    if ":" in settings.publish_to:
        yield _text(texts.SERVER, language, path=settings.publish_to)
    yield texts.MAILS.to(language)


def remembered(settings: Settings) -> str:
    """Where it stands that it is not to come back."""
    return _text(texts.REMEMBERED, settings.language, path=f"{settings.shown}/{FILE}")


def _path(path: Path, settings: Settings) -> str:
    root = settings.file.parent
    if path.is_relative_to(settings.content):
        return f"{settings.shown}/{path.relative_to(settings.content)}"
    return str(path.relative_to(root) if path.is_relative_to(root) else path)


def _text(text: Bilingual, language: MessageLanguage, **details: object) -> str:
    return text.to(language).format_map(details)
