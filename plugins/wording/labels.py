"""Terms of the closed lists as words, colours and pictograms, in one language."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

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

    def functions(self) -> Mapping[str, Callable[..., str]]:
        """The methods by the names under which templates call them."""
        named = (self.label, self.icon_name, self.hue, self.words, self.facet_value)
        every_page_asks = {"facet_words": cache(self.facet_words)}
        return {method.__name__: method for method in named} | every_page_asks

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

    def hue(self, topics: Sequence[str]) -> str:
        """The colour of the first topic: its place in the list, from 1 to 8, round and round."""
        known = list(self.vocabularies.get("topics", {}))
        return str(known.index(topics[0]) % HUES + 1) if topics and topics[0] in known else "0"

    def words(self, vocabulary: str, term: str) -> str:
        """By which words people look for a term; the search in the browser folds them."""
        known = self._term(vocabulary, term)
        return " ".join(dict.fromkeys(known.words)) if known else ""

    def facet_value(self, facet: str, value: str) -> str:
        """What a choice of the directory is called: »Musik«, »Türkisch«, »Weststadt«."""
        if facet == "language":
            return self.language.language_name(value)
        return self.label(FACET_VOCABULARIES[facet], value)

    def facet_words(self, facet: str, value: str) -> str:
        """The words of such a choice; a language is found by its own name as well."""
        if facet == "language":
            return f"{own_name(value)} {Language('en').language_name(value)}"
        return self.words(FACET_VOCABULARIES[facet], value)

    def _marked_label(self, term: VocabularyTerm) -> str:
        label, tag = term.label_in(self.language.tag), term.language_for(self.language.tag)
        if primary(tag) == primary(self.language.tag):
            return label
        marked = '<bdi lang="{}" dir="{}">{}</bdi>'
        return Markup(marked).format(tag, direction(tag), label)

    def _term(self, vocabulary: str, term: str) -> VocabularyTerm | None:
        return self.vocabularies.get(vocabulary, {}).get(term)
