"""A sheet and the content to what is to be done: plans, findings, files."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from plugins.catalogue import source
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.find import read_bytes
from plugins.intake import entry_file
from plugins.intake.edit import CannotEdit, EntryFile, edited
from plugins.intake.sheet.check import Verdict, check, ids
from plugins.intake.sheet.compare import Plan, plan_of
from plugins.intake.sheet.content import Content
from plugins.intake.sheet.identity import identified
from plugins.intake.sheet.messages import Finding, finding
from plugins.intake.sheet.survey import todays
from plugins.intake.sheet.table import Line, Table
from plugins.intake.tree import tree_of
from plugins.intake.writes import Write


@dataclass(frozen=True)
class Outcome:
    """What reading a sheet comes to. There are no writes where anything is wrong."""

    table: Table
    plans: tuple[Plan, ...]
    verdict: Verdict
    absent: tuple[str, ...]
    writes: tuple[Write, ...]

    @property
    def conflicts(self) -> tuple[Plan, ...]:
        """The rows whose entries are left alone because git and the sheet disagree."""
        return tuple(plan for plan in self.plans if plan.state in ("conflict", "gone"))


def outcome(table: Table, content: Content) -> Outcome:
    """Compare all rows with the content, and check what they would make of it."""
    table = identified(table, content)
    wrong = {found.row: found for found in ids(table)}
    broken = content.unreadable(table.kind)
    for line in table.lines:
        if line.id in broken:
            wrong.setdefault(line.number, finding(line.number, 0, "SHEET-BROKEN"))
    before = {entry.id: tree_of(entry, content.lists) for entry in content.entries(table.kind)}
    lines = [one for line in table.lines if (one := _named(line, wrong.get(line.number)))]
    today = content.world.today.isoformat()
    lines = [line if line.id in before else _taken_in(line, table, today) for line in lines]
    plans = tuple(plan_of(line, before.get(line.id), table) for line in lines)
    paths = {line.id: content.path_of(table.kind, line.id) for line in lines}
    verdict = check(plans, table, paths, content.world)
    verdict = _with(verdict, wrong.values())
    absent = tuple(sorted({*before} - {line.id for line in table.lines}))
    writes: tuple[Write, ...] = ()
    if not verdict.has_errors:
        writes, too_large = _writes(plans, table, content)
        verdict = _with(verdict, too_large)
    return Outcome(table, plans, verdict, absent, () if verdict.has_errors else writes)


def _taken_in(line: Line, table: Table, today: str) -> Line:
    """A row that becomes an entry, with today where it leaves open when it was taken in."""
    days = {key: today for key in todays(table.kind) if line.cells.get(key, today) == ""}
    return replace(line, cells={**line.cells, **days}) if days else line


def _named(line: Line, problem: Finding | None) -> Line | None:
    """The row, under a name for now where its own is no id: what else is wrong is said too.

    `None` for a row that is about an entry which cannot be compared, or which is there twice.
    """
    if problem is None:
        return line
    return None if problem.code in _ABOUT_OTHERS else replace(line, id=f"zeile-{line.number}")


_ABOUT_OTHERS = ("SHEET-ID-TWICE", "SHEET-BROKEN")


def _with(verdict: Verdict, more: Iterable[Finding]) -> Verdict:
    return replace(verdict, findings=tuple(sorted({*verdict.findings, *more})))


def _writes(
    plans: tuple[Plan, ...], table: Table, content: Content
) -> tuple[tuple[Write, ...], list[Finding]]:
    writes, large = [], []
    for plan in plans:
        if plan.state in ("new", "changed"):
            write = _write(plan, table, content)
            if len(write.data) > source.MAX_BYTES:
                large.append(_too_large(plan.line))
            writes.append(write)
    return tuple(writes), large


def _too_large(line: Line) -> Finding:
    return finding(line.number, 0, "SHEET-LARGE")


def _write(plan: Plan, table: Table, content: Content) -> Write:
    """The file of an entry with what the sheet says. Raises `CannotEdit`."""
    known = content.files.get((table.kind.folder, plan.line.id))
    if known is None:
        path = content.folder / table.kind.folder / f"{plan.line.id}.md"
        return Write(path, entry_file.text_of(table.kind, plan.after).encode("utf-8"), None)
    data = read_bytes(known.path, Problems(known.shown))
    file = EntryFile(data, table.kind, known.is_markdown, content.lists)
    try:
        return Write(known.path, edited(file, plan.before, plan.after), data)
    except CannotEdit as error:
        raise CannotEdit(known.shown) from error
