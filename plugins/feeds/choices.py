"""By what events are chosen, so that one can subscribe to those of a topic, a language, a place."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.model import Vocabularies
from plugins.rendering.cards import TRAITS, EventFacts
from plugins.rendering.urls import Address
from plugins.wording.language_names import own_name
from plugins.wording.locales import capitalised

LISTS = {"topic": "topics", "district": "districts", "audience": "audiences", "format": "formats"}
"""The closed lists of which an event has terms."""

_TRAITS = dict(zip(TRAITS, ("kostenlos", "stufenlos", "online", "mit Kindern"), strict=True))
"""What calendars are called that have no term."""


class FeedChoice(NamedTuple):
    """One choice: by what events are chosen, and which value they have; a trait has none."""

    name: str
    value: str = ""

    @property
    def language(self) -> str:
        """In which language its calendar says what has been translated."""
        return self.value if self.name == "language" else SITE_LANGUAGE

    def address(self, form: str) -> Address:
        """Where its `calendar` is, or its news as `atom` or `json`."""
        return Address(f"{self.name}_{form}", self.value)


def choices_of(event: EventFacts) -> tuple[FeedChoice, ...]:
    """The calendars that hold an event, besides the one of all."""
    values = {
        "topic": event.topics,
        "language": event.languages,
        "district": (event.district,),
        "audience": event.audiences,
        "format": (event.format,),
    }
    named = (FeedChoice(name, value) for name, known in values.items() for value in known if value)
    return (*named, *map(FeedChoice, event.traits))


def choices(vocabularies: Vocabularies, languages: Iterable[str]) -> Iterator[FeedChoice]:
    """All choices, whether events have them just now or not: who subscribed goes on reading.

    `languages` are those that any event names.
    """
    yield from map(FeedChoice, TRAITS)
    for name, vocabulary in LISTS.items():
        yield from (FeedChoice(name, term) for term in vocabularies.get(vocabulary, {}))
    yield from (FeedChoice("language", tag) for tag in sorted(languages))


def name_of(choice: FeedChoice, vocabularies: Vocabularies) -> str:
    """What its calendar is called: »Musik«, »Türkçe«, »Stufenlos«."""
    if choice.name == "language":
        return capitalised(own_name(choice.value), choice.value)
    if choice.name in LISTS:
        return vocabularies[LISTS[choice.name]][choice.value].label_in(SITE_LANGUAGE)
    return capitalised(_TRAITS[choice.name], SITE_LANGUAGE)
