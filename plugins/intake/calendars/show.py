"""What an import came to, and how all calendars are, for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape as in_html

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.findings.safe import width
from plugins.findings.style import STYLE
from plugins.intake.calendars import texts
from plugins.intake.calendars.gather import GatheredCalendar
from plugins.intake.calendars.health import CalendarHealth
from plugins.intake.calendars.plan import ImportNote
from plugins.intake.calendars.source_event import SkippedEvent

PAGE = "kalender.html"
"""Where `make feeds FORMAT=html` writes it."""

MOST = 20
"""So many lines of one sort are shown of a calendar."""


def problem(health_problem: str, details: Mapping[str, object], language: MessageLanguage) -> str:
    """Why a calendar cannot be had, in one sentence."""
    pattern = texts.PROBLEMS.get(health_problem, texts.PROBLEMS["unreachable"]).to(language)
    try:
        return pattern.format(**details)
    except (KeyError, IndexError):  # what was noted by another version
        return pattern


def calendar_lines(
    name: str, one: GatheredCalendar, notes: Sequence[ImportNote], language: MessageLanguage
) -> Iterator[str]:
    """What happened with one calendar."""
    association = one.source.association
    said = [*_said(one, notes, language)]
    if said:
        yield texts.HEADING.to(language).format(name=name, association=association)
        yield from (f"  {line}" for line in said)


def _said(
    one: GatheredCalendar, notes: Sequence[ImportNote], language: MessageLanguage
) -> Iterator[str]:
    if one.problem is not None:
        yield problem(one.problem.code, one.problem.details, language)
        return
    yield from _first((_note(note, language) for note in notes), language)
    skipped = one.calendar.skipped if one.calendar else ()
    yield from _first((_skipped(each, language) for each in skipped), language)


def _first(lines: Iterable[str], language: MessageLanguage) -> Iterator[str]:
    known = list(lines)
    yield from known[:MOST]
    if len(known) > MOST:
        yield texts.MORE.to(language).format(count=len(known) - MOST)


def _note(note: ImportNote, language: MessageLanguage) -> str:
    return (
        texts.NOTES[note.what]
        .to(language)
        .format(name=note.name, detail=note.detail, count=note.detail, association=note.association)
    )


def _skipped(one: SkippedEvent, language: MessageLanguage) -> str:
    why = texts.SKIPPED[one.reason].to(language).format(detail=one.detail)
    pattern = texts.NOT_TAKEN if one.title else texts.NOT_TAKEN_PART
    return pattern.to(language).format(name=one.title, why=why)


# --- health ---

CalendarCells = tuple[str, ...]


def state(health: CalendarHealth, language: MessageLanguage) -> str:
    """How it is, and what is wrong."""
    if not health.tried:
        return texts.NOT_YET.to(language)
    if not health.problem:
        return texts.FINE.to(language)
    failed = texts.FAILED_ONCE if health.failures == 1 else texts.FAILED
    why = problem(health.problem, health.details or {}, language)
    return f"{failed.to(language).format(count=health.failures)}: {why}"


def table(rows: Sequence[CalendarCells], language: MessageLanguage) -> Iterator[str]:
    """The rows in columns; what is wrong, which is long, stands last."""
    if not rows:
        return
    heads = tuple(column.to(language) for column in texts.COLUMNS)
    ordered = [(row[0], *row[2:], row[1]) for row in (heads, *rows)]
    widths = [max(map(width, column)) for column in zip(*ordered, strict=True)]
    for row in ordered:
        cells = (text + " " * (most - width(text)) for text, most in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def page(rows: Sequence[CalendarCells], summary: str, language: MessageLanguage) -> str:
    """The same as a page that can be passed on: no script, nothing loaded from anywhere."""
    title = texts.PAGE_TITLE.to(language)
    heads = "".join(f'<th scope="col">{column.to(language)}</th>' for column in texts.COLUMNS)
    lines = "".join(
        "<tr>" + "".join(f"<td>{in_html(cell)}</td>" for cell in row) + "</tr>\n" for row in rows
    )
    return (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{in_html(summary)}</p>\n<table>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{lines}</tbody>\n</table>\n</main>\n</html>\n"
    )
