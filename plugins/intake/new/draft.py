"""A new entry before it is a file: held against the same rules as `make check` holds it against."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.catalogue import source
from plugins.catalogue.diagnostics import Diagnostic, Place, Problems
from plugins.catalogue.fields.records import place_in
from plugins.catalogue.model import Entry, Origin
from plugins.catalogue.nodes import Mapping as MappingNode
from plugins.catalogue.parse import draft_of
from plugins.intake.entry_file import text_of
from plugins.intake.existing import ExistingContent
from plugins.intake.new.fields import HERE, nested
from plugins.intake.new.question import ID, TEXT, Answers
from plugins.intake.unsaved import broken_references, context_for, found_in_draft, news


@dataclass(frozen=True)
class Draft:
    """The file that answers give, and what is wrong with it."""

    path: str
    text: str
    findings: tuple[Diagnostic, ...]
    fields: MappingNode
    entry: Entry | None = None
    """What the file would be; nothing where its fields have errors."""
    alike: tuple[Diagnostic, ...] = ()
    """Entries that are perhaps the same one, where a rule says so in their files: said here."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What keeps it from being published."""
        return tuple(finding for finding in self.findings if finding.is_error)

    def field_of(self, finding: Diagnostic) -> str:
        """The path of the field that a finding is about; `id` when it is about the file's name."""
        if finding.code == "FLD-MISSING":
            return self._record_at(finding.place) + dict(finding.details)["key"]
        before = [
            (place, path)
            for path in _paths(self.fields, "")
            if (place := place_in(self.fields, path)) <= finding.place
        ]
        return max(before)[1] if before else ID

    def _record_at(self, place: Place) -> str:
        """The path of the record at a place, with a dot; empty for the entry itself."""
        inner = (f"{key.text}." for key, node in self.fields.pairs if node.place == place)
        return next(inner, "") if place != self.fields.place else ""


def draft(kind: type[Entry], answers: Answers, existing: ExistingContent) -> Draft:
    """The canonical file of an entry, and everything that `make check` would say about it."""
    given = {path: answer for path, answer in answers.items() if path not in (ID, TEXT)}
    entry_id = str(answers[ID])
    text = text_of(kind, nested(given), str(answers.get(TEXT, "")))
    return looked_over(kind, entry_id, text, existing)


def looked_over(
    kind: type[Entry], entry_id: str, text: str, existing: ExistingContent, path: str = ""
) -> Draft:
    """A file with this text, and everything that `make check` would say about it.

    It is a new one unless `path` names one that is there.
    """
    context = context_for(path or existing.shown(kind.folder, entry_id), existing)
    problems = context.problems
    fields = _read(text, problems)
    if fields is None:
        return Draft(problems.path, text, tuple(problems), MappingNode((), HERE))
    entry = draft_of(kind, entry_id, Origin(problems.path, fields), context)
    if any(problem.is_error for problem in problems):
        found = {*problems, *found_in_draft(entry, context, existing)}
        return Draft(problems.path, text, tuple(sorted(found)), fields)
    by_rules = news({problems.path: entry}, existing)
    own = (d for d in by_rules if d.path == problems.path)
    found = {*problems, *broken_references([entry], existing), *own}
    alike = tuple(_said_here(by_rules, entry, existing))
    return Draft(problems.path, text, tuple(sorted(found)), fields, entry, alike)


def _said_here(
    found: Iterable[Diagnostic], entry: Entry, existing: ExistingContent
) -> Iterator[Diagnostic]:
    """What rules find twice and say of the other one, because that counts as the later: of ours.

    Whoever looks at the new one has to know; which of the two is the later is chance for them.
    """
    others = {other.origin.path: other for other in existing.catalogue.entries}
    for finding in found:
        details, other = dict(finding.details), others.get(finding.path)
        if other is None or details.get("other") != f"{entry.folder}/{entry.id}":
            continue
        details["other"] = f"{other.folder}/{other.id}"
        if "name" in details:
            details["name"] = getattr(other, "name", "")
        field = next(f for f in (*details.get("value", "").split(", "), "name", "title") if f)
        yield entry.problem(field, finding.code, **details)


def _read(text: str, problems: Problems) -> MappingNode | None:
    """The fields and the text of the file, as the catalogue reads them."""
    markdown = problems.path.endswith(".md")
    document = source.read(text.encode(), problems, markdown=markdown)
    return document.with_text() if document is not None else None


def _paths(node: MappingNode, above: str) -> Iterator[str]:
    for key, value in node.pairs:
        yield f"{above}{key.text}"
        if isinstance(value, MappingNode):
            yield from _paths(value, f"{above}{key.text}.")
