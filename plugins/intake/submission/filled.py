"""A submission held against all that is there: the file that it would make, and what is found."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from plugins.catalogue import characters
from plugins.catalogue.dates import in_words
from plugins.catalogue.descriptions import TABLES, label
from plugins.catalogue.descriptions.forms import CHANGE, FORMS
from plugins.catalogue.descriptions.kinds import KINDS as CALLED
from plugins.catalogue.diagnostics import Diagnostic, Problems
from plugins.catalogue.fields.base import Field
from plugins.catalogue.fields.days import Dated
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.find import SourceFile
from plugins.catalogue.model import Association, Entry, Event, Posting
from plugins.intake.content import ContentFolder
from plugins.intake.edit import CannotEdit, EntryFile, edited, read_tree
from plugins.intake.entry_file import text_of
from plugins.intake.existing import ExistingContent
from plugins.intake.naming import proposal
from plugins.intake.new.answer import Reading, read
from plugins.intake.new.draft import Draft, looked_over
from plugins.intake.new.fields import HERE, field_at
from plugins.intake.new.kinds import EntryKind
from plugins.intake.new.options import labels, options_for
from plugins.intake.new.question import questions
from plugins.intake.scalars import normal
from plugins.intake.submission.consent import (
    agreed,
    as_in_file,
    is_personal,
    recorded,
    without_consent_of_nobody,
)
from plugins.intake.submission.form_fields import is_form_field
from plugins.intake.submission.merge import FieldAnswer, merged
from plugins.intake.submission.original_texts import OriginalTexts, language_of, original_texts
from plugins.intake.submission.photos import (
    NOTHING,
    Along,
    Photo,
    PlacedPhoto,
    placed,
    put,
    where,
    with_pictures,
)
from plugins.intake.submission.submission import Submission, SubmittedFields
from plugins.intake.tree import Branch, Tree, meant
from plugins.intake.unsaved import context_for

FilledState = Literal["new", "changed", "same", "message", "gone", "broken"]
"""What it comes to: a new file, another text of one, nothing; words to be read only; or the entry
that it is about does not exist (any more), or cannot be changed by a program."""


MOST_VALUES = 400
LONGEST = 2000
"""So many values of a field are looked at, and so much of one: no field takes as much."""
MOST_LEFT_OUT = 10
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


@dataclass(frozen=True)
class FieldChange:
    """One field that would say something else; a text is empty where there is nothing."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Filled:
    """What accepting a submission would do."""

    state: FilledState
    kind: type[Entry] | None = None
    id: str = ""
    path: str = ""
    """The file as it is called in messages."""
    before: bytes | None = None
    text: str = ""
    """What the file would hold."""
    differences: tuple[FieldChange, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    withheld: tuple[str, ...] = ()
    """The labels of what is about people who have not agreed: it is not in the file."""
    left_out: tuple[str, ...] = ()
    """What somebody has to put in by hand: about a picture that is not there yet, or said twice."""
    draft: Draft | None = None
    """The file as it was looked over; `None` where there is no other text of one."""
    pictures: tuple[PlacedPhoto, ...] = ()
    """Pictures that came along and are named in the file."""
    undescribed: tuple[Photo, ...] = ()
    """Pictures that came along and wait for an alternative text."""
    unusable: tuple[str, ...] = ()
    """The names of pictures that are damaged, too large or too many, or have no place in it."""
    own: OriginalTexts | None = None
    """What is said in another language than German."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What keeps the entry from being published."""
        return tuple(found for found in self.findings if found.is_error)

    @property
    def is_makeshift(self) -> bool:
        """Whether its id is the day, for want of a name in letters that an id can be made of."""
        if self.kind is None or self.state != "new":
            return False
        return bool(re.fullmatch(rf"{CALLED[self.kind].file}-{_DAY}(?:-[0-9]+)?", self.id))


def filled(
    submission: Submission, content: ContentFolder, entry_id: str = "", along: Along = NOTHING
) -> Filled:
    """What the submission would make; a new entry gets `entry_id`, or the likeliest one."""
    kind = submission.kind
    if kind is not None and FORMS[submission.form].kind is not None:
        found = _EntryFiller(submission, kind, content, along).new(entry_id)
    else:
        found = _of_entry(submission, content, {}, along)
    return _with_own_words(found, submission, content)


def _with_own_words(filled: Filled, submission: Submission, content: ContentFolder) -> Filled:
    """The same with what is said in another language than German."""
    if filled.kind is None or not filled.text or not language_of(submission):
        return filled
    before = _said_by(filled.before, filled, content) if filled.before else {}
    after = tree_in(filled, content)
    if before is None or after is None:
        return filled
    return replace(filled, own=original_texts(submission, filled.kind, before, after))


def with_fields(submission: Submission, content: ContentFolder, fields: Branch) -> Filled:
    """The entry that a submission is about with other values of these fields, and nothing else."""
    return _of_entry(replace(submission, fields={}), content, fields)


def _of_entry(
    submission: Submission, content: ContentFolder, fields: Branch, along: Along = NOTHING
) -> Filled:
    kind = submission.kind
    if kind is None:
        return Filled("message")
    folder, _, known = submission.entry.partition("/")
    file = content.files.get((folder, known))
    if file is None:
        return Filled("gone", kind, known, content.path_of(kind, known))
    return _EntryFiller(submission, kind, content, along).change(known, file, fields)


def looked_over_again(filled: Filled, text: str, content: ContentFolder) -> Filled:
    """The same with another text of the file, which somebody has edited."""
    assert filled.kind is not None
    existing = with_pictures(content.existing, filled.pictures)
    draft = looked_over(filled.kind, filled.id, text, existing, filled.path)
    before = _said_by(filled.before, filled, content) if filled.before else {}
    after = tree_in(replace(filled, text=text), content)
    state: FilledState = filled.state
    if state == "same" and text.encode() != filled.before:
        state = "changed"
    found: tuple[FieldChange, ...] = ()
    if before is not None and after is not None:
        found = tuple(differences(before, after, filled.kind, content.existing))
    own = filled.own.beside(after) if filled.own and after is not None else filled.own
    return replace(
        filled,
        state=state,
        text=text,
        findings=_all(draft),
        differences=found,
        draft=draft,
        own=own,
    )


def tree_in(filled: Filled, content: ContentFolder) -> Branch | None:
    """The fields that the text of the file has; `None` where it cannot be read."""
    return _said_by(filled.text.encode(), filled, content)


def refilled(
    filled: Filled, fields: SubmittedFields, content: ContentFolder, agreed_by: str | None = None
) -> Filled | None:
    """The same with these fields as the office says them, people too.

    `agreed_by` is who says that all these people agree; `None` where nobody says so.
    Gives `None` where the text cannot be changed by a program.
    """
    assert filled.kind is not None
    entry = f"{filled.kind.folder}/{filled.id}"
    own = Submission(form=CHANGE, entry=entry, fields=fields, consent=True)
    file = EntryFile(filled.text.encode(), filled.kind, filled.path.endswith(".md"), content.lists)
    filling = _EntryFiller(own, filled.kind, content, NOTHING)
    text = filling.again(file, is_new=filled.state == "new", agreed_by=agreed_by)
    return looked_over_again(filled, text, content) if text else None


def _all(draft: Draft, *more: Diagnostic) -> tuple[Diagnostic, ...]:
    """All that is to be said, each thing once."""
    return tuple(sorted({*more, *draft.findings, *draft.alike}))


def _said_by(data: bytes, filled: Filled, content: ContentFolder) -> Branch | None:
    assert filled.kind is not None
    return read_tree(EntryFile(data, filled.kind, filled.path.endswith(".md"), content.lists))


class _EntryFiller:
    def __init__(
        self, submission: Submission, kind: type[Entry], content: ContentFolder, along: Along
    ) -> None:
        self._submission, self._kind, self._content = submission, kind, content
        self._existing = content.existing
        self._record = RecordField(kind)
        self._withheld: list[str] = []
        self._held: dict[str, FieldAnswer] = {}
        self._left_out: list[str] = []
        self._findings: list[Diagnostic] = []
        self._answers = self._read()
        self._photos = [one for one in along.photos if where(kind, one.number)]
        others = (one.called for one in along.photos if one not in self._photos)
        self._unusable = (*along.unusable, *others)
        self._words: dict[int, tuple[str, str]] = {}
        self._pictures: tuple[PlacedPhoto, ...] = ()

    def new(self, entry_id: str) -> Filled:
        """A new entry, with what is proposed for what the office decides."""
        kind, existing = self._kind, self._existing
        self._take_words(0)
        answers = self._answers
        for question in questions(kind):
            proposed = question.proposed(existing.today)
            if proposed and self._record.needs(question.path):
                answers.setdefault(question.path, proposed)
        after = self._with_consent({}, self._merged({}, answers))
        entry_id = entry_id or self._likeliest_id(after)
        after = self._with_photos(after, entry_id)
        text = text_of(kind, after)
        return replace(
            self._found("new", entry_id, existing.shown(kind.folder, entry_id), text),
            differences=tuple(differences({}, after, kind, self._existing)),
        )

    def change(self, entry_id: str, source_file: SourceFile, fields: Branch) -> Filled:
        """An entry that is there, with what was said about it, and with these fields."""
        kind, path = self._kind, source_file.shown
        file = self._content.file(source_file)
        data, before = file.data, read_tree(file)
        if before is None:
            return Filled("broken", kind, entry_id, path, data)
        self._take_words(len(before.get("images", ())))
        known = self._existing.catalogue.association(entry_id) if kind is Association else None
        if known:
            self._answers = as_in_file(self._answers, known, self._existing.today)
            self._held = as_in_file(self._held, known, self._existing.today)
        after = self._with_consent(before, self._merged(before, self._answers)) | fields
        after = self._with_photos(after, entry_id)
        found = tuple(differences(before, after, kind, self._existing))
        if not found:
            return self._aside(Filled("same", kind, entry_id, path, data, data.decode()))
        try:
            text = edited(file, before, after).decode()
        except CannotEdit:
            return Filled("broken", kind, entry_id, path, data, differences=found)
        return replace(self._found("changed", entry_id, path, text), before=data, differences=found)

    def again(self, file: EntryFile, *, is_new: bool, agreed_by: str | None = None) -> str:
        """The text of the file with what was said about it; empty where that is not possible."""
        before = read_tree(file)
        if before is None:
            return ""
        after = self._merged(before, self._answers)
        if agreed_by is not None:
            by = characters.without_forbidden(agreed_by)[:200]
            after = agreed(after, self._kind, self._existing.today, by)
        try:
            return edited(file, before, after).decode() if after != before else file.data.decode()
        except CannotEdit:
            return text_of(self._kind, after) if is_new else ""

    def _found(self, state: FilledState, entry_id: str, path: str, text: str) -> Filled:
        existing = with_pictures(self._existing, self._pictures)
        draft = looked_over(self._kind, entry_id, text, existing, path)
        findings = _all(draft, *self._findings)
        found = Filled(state, self._kind, entry_id, path, None, text, (), findings)
        return self._aside(replace(found, draft=draft))

    def _aside(self, result: Filled) -> Filled:
        """The result, with what is not in the file."""
        named = {one.photo for one in self._pictures}
        return replace(
            result,
            withheld=tuple(self._withheld),
            left_out=tuple(self._left_out),
            pictures=self._pictures,
            undescribed=tuple(one for one in self._photos if one not in named),
            unusable=self._unusable,
        )

    def _take_words(self, there: int) -> None:
        """What is said of the pictures that came along, and so not of those that are there.

        A form counts on behind the pictures of the entry, people count what they send.
        """
        for one in self._photos:
            behind = where(self._kind, there + one.number) if there else ""
            is_behind = bool(behind) and any(
                path.startswith(f"{behind}.") for path in self._answers
            )
            at = behind if is_behind else where(self._kind, one.number)
            alt, credit = (
                str(self._answers.pop(f"{at}.{field}", "")) for field in ("alt", "credit")
            )
            self._words[one.number] = alt, credit

    def _with_photos(self, after: Branch, entry_id: str) -> Branch:
        """The entry with the pictures that came along and are described."""
        found: list[tuple[PlacedPhoto, str]] = []
        for one in self._photos:
            alt, credit = self._words[one.number]
            if alt:
                used = [other.file for other, _ in found]
                found.append((placed(one, alt, entry_id, self._content.folder, used), credit))
        self._pictures = tuple(one for one, _ in found)
        return put(after, found, self._kind)

    def _merged(self, before: Branch, answers: Mapping[str, FieldAnswer]) -> Branch:
        context = context_for("", self._existing)
        after = merged(before, answers, self._record, context)
        if self._held:
            named = merged(after, self._held, self._record, context)
            people = differences(after, named, self._kind, self._existing)
            self._withheld += [difference.label for difference in people if difference.new]
        return self._without_empty_pictures(after)

    def _without_empty_pictures(self, tree: Branch) -> Branch:
        """What is said of a picture waits until somebody has put the picture into its folder."""
        kept = dict(tree)
        images, image = tree.get("images"), tree.get("image")
        if isinstance(images, list):
            kept["images"] = [one for one in images if isinstance(one, dict) and one.get("file")]
            self._left_out += [label(self._kind, "images")] * (kept["images"] != images)
        if isinstance(image, dict) and not image.get("file"):
            del kept["image"]
            self._left_out.append(label(self._kind, "image"))
        return {key: value for key, value in kept.items() if value}

    def _with_consent(self, before: Branch, after: Branch) -> Branch:
        after = without_consent_of_nobody(before, after)
        if not self._submission.consent:
            return after
        by = characters.without_forbidden(self._submission.sender.name)[:200]
        return recorded(before, after, self._kind, self._existing.today, by)

    def _likeliest_id(self, after: Branch) -> str:
        name = str(after.get("name") or after.get("title") or "")
        apart = str(after.get("start", ""))[:10] if self._kind is Event else ""
        if self._kind is Posting:
            apart = str(after.get("association", ""))
        one = CALLED[self._kind].file
        today = self._existing.today.isoformat()
        return proposal(name, self._kind, self._existing, apart=apart) or proposal(
            f"{one} {today}", self._kind, self._existing
        )

    def _read(self) -> dict[str, FieldAnswer]:
        """The answers in the form of the file, by their paths; a start before its end."""
        answers: dict[str, FieldAnswer] = {}
        for path in sorted(self._submission.fields, key=lambda path: path == "end"):
            values = self._submission.fields[path]
            if not is_form_field(self._kind, path):
                continue
            target, answer = self._answer(path, values, answers)
            is_held = is_personal(path) and not self._submission.consent and any(values)
            (self._held if is_held else answers).setdefault(target, answer)
        return self._in_one_way(answers)

    def _in_one_way(self, answers: dict[str, FieldAnswer]) -> dict[str, FieldAnswer]:
        """Of a place that is named and described, the name; what describes it is left out."""
        given = {path for path, answer in answers.items() if answer}
        inside = [path for path in answers if path.rpartition(".")[0] in given]
        for path in inside:
            self._leave_out(path, *self._submission.fields.get(path, ()))
        above = {path.rpartition(".")[0] for path in given}
        kept = (path for path in answers if path in given or path not in above)
        return {path: answers[path] for path in kept if path not in inside}

    def _leave_out(self, path: str, *values: str) -> None:
        said = (characters.without_forbidden(value[:LONGEST]) for value in values[:MOST_LEFT_OUT])
        self._left_out += [f"{label(self._kind, path)}: {value}" for value in said]

    def _answer(
        self, path: str, values: tuple[str, ...], answers: Mapping[str, FieldAnswer]
    ) -> tuple[str, FieldAnswer]:
        """What was written for one field; a place in words has a path of its own."""
        field = field_at(self._kind, path)
        values = tuple(filter(None, (self._clean(value, path) for value in _bounded(values))))
        if not values:
            return path, ""
        if field.shape == "pairs":
            return path, _pairs(values)
        reading = Reading(
            EntryKind(self._kind), path, self._existing, str(answers.get("start", ""))
        )
        pieces = [self._piece(value, reading, field) for value in values]
        if field.shape == "many":
            return path, tuple(dict.fromkeys(one for piece in pieces for one in piece))
        self._leave_out(path, *values[1:])
        answer = pieces[0][0]
        known = self._existing.ids.get("associations", frozenset())
        if reading.text.place and answer not in known:
            return f"{path}.name", answer
        return path, answer

    def _piece(self, value: str, reading: Reading, field: Field) -> tuple[str, ...]:
        if len(value) > LONGEST and reading.text.control != "long":
            return (value,)  # too long for any field, which then says so
        answer, _ = read(value, reading)
        if reading.text.control == "long":
            return (reading.text.tidy(normal(value)),)
        pieces = (answer,) if isinstance(answer, str) else tuple(answer)
        return tuple(meant(one, reading.text, self._content.lists) for one in pieces)

    def _clean(self, value: str, path: str) -> str:
        """The value without what no file may contain; that it had such signs is noted."""
        shown = self._existing.shown(self._kind.folder, label(self._kind, path))
        problems = Problems(shown)
        for position, code in characters.forbidden(value):
            problems.add(code, HERE, character=characters.name_of(value[position]))
            break
        self._findings += problems
        return characters.without_forbidden(value).strip()


def _bounded(values: Sequence[str]) -> Iterator[str]:
    """No more of the values than shows that a file cannot hold them."""
    room = characters.MAX_BYTES + 1
    for value in values[:MOST_VALUES]:
        if room > 0:
            yield value[:room]
        room -= len(value)


def _pairs(values: Iterable[str]) -> FieldAnswer:
    """Lines with a name, a colon and a value; all of it as it is where a line is none."""
    pairs: dict[str, str] = {}
    lines = [line for value in values for line in value.split("\n") if line.strip()]
    for line in lines:
        match = _PAIR.fullmatch(line)
        if match is None or match[1] in pairs:
            return "; ".join(lines)
        pairs[match[1]] = match[2]
    return pairs


_PAIR = re.compile(r"\s*([\w][\w .+-]{0,39}?)\s*[:=]\s*(?!//)(\S.*?)\s*")


def differences(
    before: Branch, after: Branch, kind: type[Entry], existing: ExistingContent
) -> Iterator[FieldChange]:
    """What differs, field by field, in the words of people and the order of the table."""
    record = RecordField(kind)
    old, new = dict(_said(before, record, existing)), dict(_said(after, record, existing))
    order = {path: number for number, path in enumerate(TABLES[kind])}

    def place(path: str) -> tuple[int, ...]:
        plain = re.sub(r"\.[0-9]+", "", path)
        numbers = [int(number) for number in re.findall(r"\.([0-9]+)", path)]
        return (order[path.partition(".")[0]], *numbers, order.get(plain, len(order)))

    for path in sorted({*old, *new}, key=lambda path: (place(path), path)):
        if old.get(path) != new.get(path):
            yield FieldChange(label(kind, path), old.get(path, ""), new.get(path, ""))


def _said(
    tree: Tree, field: Field, existing: ExistingContent, above: str = ""
) -> Iterator[tuple[str, str]]:
    """The path of each value and what it says."""
    if isinstance(tree, str):
        yield above, _called((tree,), field, existing)
    elif isinstance(tree, list) and all(isinstance(item, str) for item in tree):
        yield above, _called(tuple(map(str, tree)), field.below(), existing)
    elif isinstance(tree, list):
        for number, item in enumerate(tree, start=1):
            yield from _said(item, field.below(), existing, f"{above}.{number}")
    else:
        for key, value in tree.items():
            path = f"{above}.{key}" if above else key
            yield from _said(value, field.below(key), existing, path)


def _called(values: tuple[str, ...], field: Field, existing: ExistingContent) -> str:
    if isinstance(field.leaf, Dated):
        values = tuple(in_words(value, existing.language) for value in values)
    elif field.leaf is not None:
        return labels(values, options_for(field.leaf, existing))
    return ", ".join(values)
