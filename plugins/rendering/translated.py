"""What an entry says in other languages."""

from collections.abc import Collection

from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.model import Entry, Translation
from plugins.catalogue.translation import is_outdated, is_whole, translation_of

_TITLES = ("name", "title")


@record(frozen=True)
class Translated(Frozen):
    """An entry in one other language; `lines` are its short fields but for the title."""

    language: str
    title: str
    lines: tuple[str, ...]
    text: str
    outdated: bool


def translations(entry: Entry, but: Collection[str] = ()) -> tuple[Translated, ...]:
    """The translations of an entry, each in the order of the model's fields.

    `but` are languages to leave out: those of the site, in which the entry has its own pages.
    """
    wanted = (one for one in entry.translations if one.language not in but)
    return tuple(_translated(entry, one) for one in wanted)


def state(entry: Entry, language: str) -> str:
    """What a reader of this language should know: `missing`, `outdated`, or nothing."""
    if language == SITE_LANGUAGE:
        return ""
    if not is_whole(entry, language):
        return "missing"
    translation = translation_of(entry, language)
    return "outdated" if translation and is_outdated(entry, translation) else ""


def _translated(entry: Entry, translation: Translation) -> Translated:
    fields = {key: str(value) for key, value in translation.fields}
    order = [key for key in fields_of(type(entry)) if key in fields and key not in _TITLES]
    return Translated(
        language=translation.language,
        title=next((fields[key] for key in _TITLES if key in fields), ""),
        lines=tuple(fields[key] for key in order),
        text=translation.text,
        outdated=is_outdated(entry, translation),
    )
