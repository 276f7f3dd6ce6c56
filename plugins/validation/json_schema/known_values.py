"""What one city's content offers to choose from: its closed lists, ids and pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.model import Vocabularies
from plugins.catalogue.settings import Settings
from plugins.wording.messages import GERMAN, Messages, read


@dataclass(frozen=True)
class KnownValues:
    """Closed lists decide what is right; ids (by folder, with names) and pictures are offered."""

    region: str = "DE"
    vocabularies: Vocabularies = field(default_factory=dict)
    entries: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    english: Messages = GERMAN


def known_in(settings: Settings) -> KnownValues:
    """What the content that the settings name offers. Entries with errors are left out."""
    loaded = load(
        settings.content,
        shown=settings.shown,
        vocabulary=settings.vocabulary,
        region=settings.site.region,
    )
    english = read(settings.theme, "en")
    return replace(of_catalogue(loaded.catalogue, settings.site.region), english=english)


def of_catalogue(catalogue: Catalogue, region: str) -> KnownValues:
    """What a catalogue offers."""
    entries: dict[str, dict[str, str]] = {}
    for entry in sorted(catalogue.entries, key=lambda entry: entry.id):
        entries.setdefault(entry.folder, {})[entry.id] = entry.called
    return KnownValues(region, catalogue.vocabularies, entries, tuple(sorted(catalogue.pictures)))
