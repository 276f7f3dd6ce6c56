"""What somebody wrote in another language: what lacks German, and the file that keeps their words.

An entry is German (docs/decisions/0005), and whoever hands one in writes as they can. Once the
office has put German in the place of a text, the text as it came is the translation beside it.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from plugins.catalogue.descriptions import TABLES
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.digest import digest
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.languages import SITE_LANGUAGE, is_easy, is_language
from plugins.catalogue.model import Entry
from plugins.catalogue.nodes import Scalar
from plugins.catalogue.source import read
from plugins.intake.content import ContentFolder
from plugins.intake.entry_file import scalar, text_of
from plugins.intake.new.fields import HERE
from plugins.intake.submission.submission import Submission
from plugins.intake.tree import Branch
from plugins.intake.unsaved import context_for
from plugins.intake.writes import Write

_NAMES = frozenset({"name", "short_name"})
"""They are the same in every language, in letters that people here can read."""


@dataclass(frozen=True)
class OriginalTexts:
    """The texts of a submission in another language than German, by the keys of their fields."""

    language: str
    texts: Mapping[str, str]
    missing: tuple[str, ...] = ()
    """The fields that have no German yet."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """The texts that stand in a translation once German is in their place."""
    is_kept: bool = True
    """Whether that translation is wanted."""

    def beside(self, tree: Branch) -> "OriginalTexts":
        """The same, when the entry says this."""
        now = {key: str(tree.get(key, "")) for key in self.texts}
        missing = tuple(
            key
            for key, text in self.texts.items()
            if now[key] == text and not (key in _NAMES and is_latin(text))
        )
        kept = {key: text for key, text in self.texts.items() if now[key] not in ("", text)}
        return replace(self, missing=missing, kept=kept)


def language_of(submission: Submission) -> str:
    """The language that its words are in; empty for German, also easy German, and where unknown."""
    tag = submission.language
    is_german = tag.partition("-")[0] == SITE_LANGUAGE or is_easy(tag)
    return tag if is_language(tag) and not is_german else ""


def original_texts(
    submission: Submission, kind: type[Entry], before: Branch, after: Branch
) -> OriginalTexts | None:
    """What a submission says in another language; `None` where that is nothing."""
    language = language_of(submission)
    known = fields_of(kind)
    texts = {
        key: str(after[key])
        for key in TABLES[kind]
        if key in known and known[key].field.translatable
        if after.get(key, "") not in ("", before.get(key))
    }
    return OriginalTexts(language, texts).beside(after) if language and texts else None


def is_latin(text: str) -> bool:
    """Whether all letters are those of Latin script."""
    return all(unicodedata.name(c, "").startswith("LATIN ") for c in text if c.isalpha())


def translation(own: OriginalTexts, entry: Entry, content: ContentFolder) -> Write | None:
    """The file that keeps the words beside an entry, which says this now; `None` where none is.

    What is translated already stays in it, and where that was out of date it still is. A text that
    no translation can hold is left out; a file that cannot be read is left alone.
    """
    kept = _readable(own.kept, type(entry), content) if own.is_kept else {}
    path = content.folder / entry.folder / f"{entry.id}.{own.language}.md"
    before = path.read_bytes() if path.is_file() else None
    known = {} if before is None else _texts_in(before)
    if not kept or known is None or path.with_suffix(".yaml").exists():
        return None
    now, source_digest = digest(entry), known.pop("source", "")
    earlier = (e for e in content.existing.catalogue.entries if _is_same(e, entry))
    is_outdated = source_digest and source_digest != next(map(digest, earlier), now)
    head, rest = text_of(type(entry), {**known, **kept}).split("\n", 1)
    source = scalar(source_digest if is_outdated else now)
    return Write(path, f"{head}\nsource: {source}\n{rest}".encode(), before)


def _texts_in(data: bytes) -> dict[str, str] | None:
    """The texts of a translation by their keys; `None` where it is not a plain one."""
    document = read(data, Problems(""), markdown=True)
    pairs = document.with_text().pairs if document is not None else ()
    texts = {key.text: value.text for key, value in pairs if isinstance(value, Scalar)}
    return texts if document is not None and len(texts) == len(pairs) else None


def _is_same(one: Entry, other: Entry) -> bool:
    return (one.folder, one.id) == (other.folder, other.id)


def _readable(
    texts: Mapping[str, str], kind: type[Entry], content: ContentFolder
) -> Mapping[str, str]:
    """The texts that their fields can hold."""
    found, known = {}, fields_of(kind)
    for key, text in texts.items():
        context = context_for("", content.existing)
        known[key].field.read(Scalar(text, HERE), context)
        if not context.problems.has_errors:
            found[key] = text
    return found
