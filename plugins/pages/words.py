"""By which words filters find their choices: the words of the closed lists, in every language.

They are much, and only who types needs them; so `filter.js` fetches this file then.
"""

import json
from collections.abc import Iterator, Mapping

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import VocabularyTerm
from plugins.catalogue.settings import Site
from plugins.rendering.page import File
from plugins.rendering.urls import Address

VOCABULARIES = {
    "topic": "topics",
    "district": "districts",
    "audience": "audiences",
    "category": "categories",
    "format": "formats",
}
"""What is filtered by, as `data-filter` calls it, and the list of its choices."""

Words = tuple[tuple[str, str], ...]


@record(frozen=True)
class WordsView(Frozen):
    """Terms by their ids, and the words of each, for each thing that is filtered by."""

    facets: tuple[tuple[str, Words], ...]


def files(catalogue: Catalogue) -> Iterator[File]:
    """The file of all lists."""
    known = catalogue.vocabularies
    facets = tuple((name, _words(known.get(key, {}))) for name, key in VOCABULARIES.items())
    yield File(Address("words_data"), write, WordsView, (facets,))


def _words(terms: Mapping[str, VocabularyTerm]) -> Words:
    return tuple((key, " ".join(dict.fromkeys(term.words))) for key, term in terms.items())


def write(view: WordsView, site: Site) -> bytes:
    """A mapping in JSON: `{"topic": {"musik": "Musik Music Müzik ..."}}`."""
    found = {name: dict(words) for name, words in view.facets if words}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
