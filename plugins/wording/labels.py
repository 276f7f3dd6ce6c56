"""Terms of the closed lists as words, colours and pictograms, in one language."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from markupsafe import Markup

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.model import Vocabularies, VocabularyTerm
from plugins.wording.language import Language
from plugins.wording.language_names import own_name
from plugins.wording.locales import direction, primary

FACET_VOCABULARIES = {"topic": "topics", "district": "districts", "audience": "audiences"}
"""The closed lists behind the choices of the directory; languages have none."""

HUES = 8
"""How many colours for topics the theme has."""


@record(frozen=True)
class Labels(Frozen):
    """How terms are shown."""

    vocabularies: Vocabularies
    language: Language

    def functions(self) -> Mapping[str, Callable[..., Any]]:
        """The methods by the names under which templates call them."""
        named = (
            self.label,
            self.icon_name,
            self.topic_icon,
            self.hue,
            self.synonyms,
            self.facet_value,
            language_words,
        )
        return {function.__name__: function for function in named}

    def label(self, vocabulary: str, term: str) -> str:
        """The label of a term, marked up when it is in another language.

        The id itself when the list does not hold it.
        """
        known = self._term(vocabulary, term)
        return self._marked_label(known) if known else term

    def icon_name(self, vocabulary: str, term: str) -> str:
        """The name of its pictogram; empty when it has none."""
        known = self._term(vocabulary, term)
        return known.icon if known else ""

    def topic_icon(self, topics: Sequence[str]) -> str:
        """The pictogram of the first topic, which stands where there is no picture."""
        return self.icon_name("topics", topics[0]) if topics else ""

    def hue(self, topics: Sequence[str]) -> str:
        """The colour of the first topic: its place in the list, from 1 to 8, round and round."""
        known = list(self.vocabularies.get("topics", {}))
        return str(known.index(topics[0]) % HUES + 1) if topics and topics[0] in known else "0"

    def synonyms(self, vocabulary: str, term: str) -> tuple[str, ...]:
        """The other words for a term in this language, else in German."""
        known = self._term(vocabulary, term)
        tag = primary(self.language.tag)
        return tuple(known.synonyms.get(tag) or known.synonyms.get("de") or ()) if known else ()

    def facet_value(self, facet: str, value: str) -> str:
        """What a choice of the directory is called: »Musik«, »Türkisch«, »Weststadt«."""
        if facet == "language":
            return self.language.language_name(value)
        return self.label(FACET_VOCABULARIES[facet], value)

    def _marked_label(self, term: VocabularyTerm) -> str:
        label, tag = term.label_in(self.language.tag), term.language_for(self.language.tag)
        if primary(tag) == primary(self.language.tag):
            return label
        marked = '<bdi lang="{}" dir="{}">{}</bdi>'
        return Markup(marked).format(tag, direction(tag), label)

    def _term(self, vocabulary: str, term: str) -> VocabularyTerm | None:
        return self.vocabularies.get(vocabulary, {}).get(term)


@cache
def language_words(tag: str) -> str:
    """What else a language is found by: its own name, and the English one."""
    return f"{own_name(tag)} {Language('en').language_name(tag)}"
