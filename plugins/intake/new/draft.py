"""A new entry before it is a file: held against the same rules as `make check` holds it against."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalogue import link, source
from plugins.catalogue.diagnostics import Diagnostic, Place, Problems
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry, Origin
from plugins.catalogue.schema import Context, fields_of, place_in, read_fields
from plugins.catalogue.source import Mapping as MappingNode
from plugins.catalogue.source import Scalar
from plugins.intake.entry_file import text_of
from plugins.intake.new.fields import HERE, nested
from plugins.intake.new.question import ID, TEXT, Answers
from plugins.intake.new.world import World
from plugins.validation.check import rules_of
from plugins.validation.rules import Rule


@dataclass(frozen=True)
class Draft:
    """The file that answers give, and what is wrong with it."""

    path: str
    text: str
    findings: tuple[Diagnostic, ...]
    fields: MappingNode

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


def draft(kind: type[Entry], answers: Answers, world: World) -> Draft:
    """The canonical file of an entry, and everything that `make check` would say about it."""
    given = {path: answer for path, answer in answers.items() if path not in (ID, TEXT)}
    entry_id = str(answers[ID])
    text = text_of(kind, nested(given), str(answers.get(TEXT, "")))
    return looked_over(kind, entry_id, text, world)


def looked_over(kind: type[Entry], entry_id: str, text: str, world: World) -> Draft:
    """A new file with this text, and everything that `make check` would say about it."""
    problems = Problems(world.shown(kind.folder, entry_id))
    fields = _read(text, problems)
    if fields is None:
        return Draft(problems.path, text, tuple(problems), MappingNode((), HERE))
    entry = entry_of(kind, entry_id, fields, _context(problems, world))
    found = {*problems, *broken_references(entry, world)}
    if not any(problem.is_error for problem in problems):
        found.update(_held_against(entry, world))
    return Draft(problems.path, text, tuple(sorted(found)), fields)


def entry_of(kind: type[Entry], entry_id: str, fields: MappingNode, context: Context) -> Entry:
    """The entry, as far as its fields can be read; what is required may be missing."""
    values, _ = read_fields(kind, fields, context)
    missing = {f.attribute: None for f in fields_of(kind).values() if f.required}
    origin = Origin(context.problems.path, fields)
    return kind(id=entry_id, origin=origin, **(missing | values))


def broken_references(entry: Entry, world: World) -> Iterator[Diagnostic]:
    """Every reference of the entry to what does not exist; it may name itself."""
    known = {folder: set(ids) for folder, ids in world.ids.items()}
    known[entry.folder].add(entry.id)
    return link.broken_references([entry], known, world.loaded.readable.pictures)


def context_for(path: str, world: World) -> Context:
    """What fields need to know, with an empty list of problems for `path`."""
    return _context(Problems(path), world)


def _context(problems: Problems, world: World) -> Context:
    return Context(problems, world.loaded.readable.vocabularies, world.site.region)


def _read(text: str, problems: Problems) -> MappingNode | None:
    """The fields and the text of the file, as the catalogue reads them."""
    document = source.read(text.encode(), problems, markdown=True)
    if document is None or document.text is None:
        return None
    pair = (Scalar(TEXT, document.text.place), document.text)
    pairs = document.fields.pairs + ((pair,) if document.text.text else ())
    return MappingNode(pairs, document.fields.place)


def _held_against(entry: Entry, world: World) -> Iterator[Diagnostic]:
    """What the rules find in the entry among all others."""
    readable = world.loaded.readable
    everything = link.resolve((*readable.entries, entry), readable.vocabularies, readable.pictures)
    alone = link.resolve((entry,), readable.vocabularies, readable.pictures)
    for rule in rules_of(world.site):
        for finding in _held(rule, everything, alone, world):
            if finding.path == entry.origin.path:
                yield finding


def _held(
    rule: Rule, everything: Catalogue, alone: Catalogue, world: World
) -> tuple[Diagnostic, ...]:
    """What the rule finds; when another entry makes it crash, what it finds in this one alone."""
    try:
        return tuple(rule(everything, world.today))
    except Exception:
        return tuple(rule(alone, world.today))


def _paths(node: MappingNode, above: str) -> Iterator[str]:
    for key, value in node.pairs:
        yield f"{above}{key.text}"
        if isinstance(value, MappingNode):
            yield from _paths(value, f"{above}{key.text}.")
