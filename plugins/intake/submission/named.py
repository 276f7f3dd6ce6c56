"""Which entry somebody means who does not know what it is called in the files."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plugins.catalogue.descriptions.forms import ENTRY, FORMS, OWN
from plugins.catalogue.names import slug
from plugins.intake.content import ContentFolder
from plugins.intake.submission.form_fields import plain, prefixes
from plugins.intake.submission.forms import entry_at
from plugins.intake.submission.submission import Submission, tidy


def entry_named(text: str, content: ContentFolder, addresses: Mapping[str, str]) -> str:
    """The entry with this id, name or address of a page; empty where none has it, or several."""
    if entry := entry_at(text, addresses):
        folder, _, key = entry.partition("/")
        return entry if (folder, key) in content.files else ""
    names = content.lists.names
    found = [f"{folder}/{key}" for folder in names for key in content.lists.named(folder, text)]
    found = found or [f"{f}/{key}" for f in names for key in _begun(text, names[f])]
    return found[0] if len(found) == 1 else ""


def _begun(text: str, names: Mapping[str, str]) -> Iterator[str]:
    """The ids of those whose names begin with these words: few write »1926« behind »Boxclub«."""
    start = slug(text)
    return (
        key for key, name in names.items() if start and f"{slug(name)}-".startswith(f"{start}-")
    )


def with_entry(
    submission: Submission, content: ContentFolder, addresses: Mapping[str, str]
) -> Submission:
    """The same about the entry that its message names as a form does: »Eintrag: Chor am Fluss«.

    Where it is not clear which one is meant, the line stays in the message.
    """
    if submission.entry or FORMS[submission.form].kind is not None:
        return submission
    lines = submission.message.split("\n")
    for number, line in enumerate(lines):
        named = next((rest for called, rest in prefixes(line) if called == plain(OWN[ENTRY])), "")
        if entry := named and entry_named(named, content, addresses):
            message = tidy("\n".join((*lines[:number], *lines[number + 1 :])))
            return replace(submission, entry=entry, message=message)
    return submission
