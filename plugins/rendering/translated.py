"""What an entry says in other languages."""

from dataclasses import dataclass

from plugins.catalogue.digest import digest
from plugins.catalogue.model import Entry, Translation
from plugins.catalogue.schema import fields_of

_TITLES = ("name", "title")


@dataclass(frozen=True)
class Translated:
    """An entry in one other language; `lines` are its short fields but for the title."""

    language: str
    title: str
    lines: tuple[str, ...]
    text: str
    outdated: bool


def translations(entry: Entry) -> tuple[Translated, ...]:
    """The translations of an entry, each in the order of the model's fields."""
    now = digest(entry) if entry.translations else ""
    return tuple(_translated(entry, one, now) for one in entry.translations)


def _translated(entry: Entry, translation: Translation, now: str) -> Translated:
    said = {key: str(value) for key, value in translation.fields}
    order = [key for key in fields_of(type(entry)) if key in said and key not in _TITLES]
    return Translated(
        language=translation.language,
        title=next((said[key] for key in _TITLES if key in said), ""),
        lines=tuple(said[key] for key in order),
        text=translation.text,
        outdated=bool(translation.source) and translation.source != now,
    )
