"""How much of the content is translated: one line for each further language of the site."""

from collections.abc import Iterator, Mapping, Sequence

from plugins.catalogue.coverage import coverage
from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.language_words import called
from plugins.catalogue.link import Catalogue

SHOWN_IN = ("concise", "full")
"""The formats for people; programs and forges get findings only."""

_TEXTS: Mapping[MessageLanguage, tuple[str, str]] = {
    "de": ("{name}: {translated} von {entries} übersetzt", ", {outdated} veraltet"),
    "en": ("{name}: {translated} of {entries} translated", ", {outdated} outdated"),
}


def lines(catalogue: Catalogue, tags: Sequence[str], language: MessageLanguage) -> Iterator[str]:
    """»Türkisch: 3 von 182 übersetzt, 1 veraltet«, for every language but the entries' own."""
    translated, outdated = _TEXTS[language]
    for tag in tags[1:]:
        whole = coverage(catalogue, tag).whole
        name = called(tag, english=language == "en")
        text = translated + (outdated if whole.outdated else "")
        yield text.format(name=name, **whole._asdict())
