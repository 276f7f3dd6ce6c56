"""The body of an issue that somebody wrote by a form of a forge (intake/forge): to a submission.

GitHub and Forgejo write each answer below a heading with its label. Who writes there signs with
an account of the forge: no name and no address is taken from it, and nobody's consent.
"""

import re
from collections.abc import Iterator, Mapping

from plugins.catalogue.descriptions.forms import ENTRY, FORM, MESSAGE, OWN
from plugins.catalogue.model import Entry
from plugins.intake.new.fields import field_at
from plugins.intake.submission.form_fields import named, plain
from plugins.intake.submission.forms import entry_at, form_called, kind_for
from plugins.intake.submission.questionnaire import items
from plugins.intake.submission.submission import Submission, of_pairs, tidy

LONGEST = 200_000
"""So many characters are looked at; an entry may have fewer."""

EMPTY = "_No response_"
"""What both forges write where nothing was answered."""

_HEAD = re.compile(r"### +(\S.*?) *")
_BOX = re.compile(r"[-*] \[([ xX])\] (.*)")
_OWN = {plain(OWN[name]): name for name in (FORM, ENTRY, MESSAGE)}


def read(body: str, addresses: Mapping[str, str]) -> Submission | None:
    """The submission that an issue gives; `None` when it was not written by one of our forms.

    `addresses` are the words of the site's addresses, by which an entry may be named.
    """
    lines = tidy(body[:LONGEST]).split("\n")
    own = {name: text.partition("\n")[0] for name, text in _sections(lines, None)}
    form = form_called(own.get(FORM, ""))
    if form is None:
        return None
    entry = entry_at(own.get(ENTRY, ""), addresses)
    kind = kind_for(form.slug, entry)
    pairs, message = [(FORM, form.slug), (ENTRY, entry)], list[str]()
    for name, value in _sections(lines, kind):
        if name == MESSAGE:
            message += _values(name, value, kind)
        elif name == ENTRY:
            message.append(value.partition("\n")[2] if entry else f"{OWN[ENTRY]}: {value}")
        elif name == FORM:
            message.append(value.partition("\n")[2])
        else:
            pairs += ((name, one) for one in _values(name, value, kind))
    return of_pairs((*pairs, (MESSAGE, "\n".join(filter(None, message)))), source="issue")


def _sections(lines: list[str], kind: type[Entry] | None) -> Iterator[tuple[str, str]]:
    """What stands below the heading of each field, where it occurs for the first time.

    What stands above the first of them is a message. Any other heading is a part of what somebody
    wrote.
    """
    name, start, seen = MESSAGE, 0, set[str]()
    for number, line in enumerate(lines):
        head = _HEAD.fullmatch(line)
        found = _named(head[1], kind) if head else ""
        if found and found not in seen:
            yield name, tidy("\n".join(lines[start:number]))
            name, start = found, number + 1
            seen.add(found)
    yield name, tidy("\n".join(lines[start:]))


def _named(head: str, kind: type[Entry] | None) -> str:
    """The name of what a heading asks for."""
    field = named(kind, f"{head}:") if kind else None
    return _OWN.get(plain(head)) or (field.path if field and not field.rest else "")


def _values(name: str, text: str, kind: type[Entry] | None) -> Iterator[str]:
    """What was answered: the boxes that are ticked, what commas part, or all of it."""
    if text in ("", EMPTY):
        return
    boxes = [_BOX.fullmatch(line) for line in text.split("\n") if line.strip()]
    if kind is None or name.startswith("_") or field_at(kind, name).shape != "many":
        yield text
    elif all(boxes):
        yield from (box[2] for box in boxes if box and box[1] != " ")
    else:
        yield from items(text)
