"""The schemas of the fields that read one piece of text."""

from collections.abc import Iterator, Mapping
from functools import partial

from plugins.catalogue.descriptions.words import MENU, word_title
from plugins.catalogue.fields.base import Text
from plugins.catalogue.fields.patterns import any_case
from plugins.catalogue.language_words import NAMES, OFFERED
from plugins.catalogue.text import fold
from plugins.validation.json_schema.definitions import (
    Definitions,
    FieldSchema,
    Keywords,
    choice,
    whole,
)
from plugins.validation.json_schema.known_values import KnownValues


def text(field: Text, definitions: Definitions) -> FieldSchema:
    """The schema of a field that reads text."""
    german = f"{field.name[0]}, höchstens {field.most} Zeichen" if field.most else field.name[0]
    return FieldSchema(
        field.types,
        field.pattern(definitions.known.region),
        f"{german} / {field.describe()}",
        options=_meaning(*field.words),
        shared=tuple(_lists(field, definitions)),
        keywords=dict(zip(("minimum", "maximum"), field.bounds or (), strict=False)),
        blank=field.is_free(""),
    )


def _meaning(*words: str) -> dict[str, str]:
    return {word: MENU[word] if {*words} == {*MENU} else word_title(word) for word in words}


def _lists(field: Text, definitions: Definitions) -> Iterator[str]:
    """The parts that say, or offer, what the field takes."""
    known = definitions.known
    others = {
        "images": dict.fromkeys(known.pictures, ""),
        "languages": {tag: NAMES[tag][0] for tag in sorted(OFFERED)},
    }
    if field.vocabulary:
        yield definitions.add(field.vocabulary, partial(_terms, field.vocabulary, known))
    for kind in field.kinds:
        offered = others.get(kind) or known.entries.get(kind, {})
        yield definitions.add(_NAMES.get(kind, f"ids-{kind}"), partial(_offer, offered))
    if field.also:
        yield definitions.add("ids-also", partial(_offer, _meaning(*field.also)))


_NAMES = {"images": "pictures", "languages": "languages"}


def _offer(words: Mapping[str, str]) -> Keywords:
    """What completion offers and nothing depends on: a list that is out of date harms nobody."""
    snippets = [
        {"label": word, "body": word, **({"description": meaning} if meaning else {})}
        for word, meaning in words.items()
    ]
    return {"defaultSnippets": snippets}


def _terms(vocabulary: str, known: KnownValues) -> Keywords:
    """The ids of a closed list, or a label in any language in place of its id.

    Labels are compared without case and accents (`fold`). No pattern can do that for every script:
    text beyond ASCII is left to the check.
    """
    terms = known.vocabularies.get(vocabulary, {})
    labels = {fold(label) for term in terms.values() for _, label in term.label}
    written = [any_case(label) for label in sorted(labels) if label.isascii()]
    meanings = {
        key: " / ".join(dict.fromkeys((term.label_in("de"), term.label_in("en"))))
        for key, term in terms.items()
    }
    strict = whole("|".join((*terms, *written)), nothing=True)
    return choice(meanings, {"pattern": rf"{strict}|[^\x00-\x7F]"})
