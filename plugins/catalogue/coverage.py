"""How much of the content has been translated, by language and kind of entry."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import KINDS
from plugins.catalogue.translation import is_outdated


class Share(NamedTuple):
    """Of so many entries of a kind (its folder) so many are translated, some of them outdated."""

    kind: str
    entries: int
    translated: int
    outdated: int

    @property
    def missing(self) -> int:
        """How many are not translated."""
        return self.entries - self.translated


class Coverage(NamedTuple):
    """How much there is in one language."""

    language: str
    shares: tuple[Share, ...]

    @property
    def whole(self) -> Share:
        """All kinds taken together."""
        columns = [(share.entries, share.translated, share.outdated) for share in self.shares]
        return Share("", *(sum(column) for column in zip(*columns, strict=True)))


def coverage(catalogue: Catalogue, language: str) -> Coverage:
    """How many entries of each kind are translated into a language, whole or in part."""
    entries = Counter(entry.folder for entry in catalogue.entries)
    states = Counter(_states(catalogue, language))
    return Coverage(
        language,
        tuple(
            Share(
                folder,
                entries[folder],
                states[folder, False] + states[folder, True],
                states[folder, True],
            )
            for folder in (kind.folder for kind in KINDS)
        ),
    )


def languages(catalogue: Catalogue) -> tuple[str, ...]:
    """The languages in which at least one entry says something besides German."""
    return tuple(sorted({t.language for entry in catalogue.entries for t in entry.translations}))


def _states(catalogue: Catalogue, language: str) -> Iterator[tuple[str, bool]]:
    """Kind and whether it is outdated, of every translation."""
    for entry in catalogue.entries:
        for translation in entry.translations:
            if translation.language == language:
                yield entry.folder, is_outdated(entry, translation)
