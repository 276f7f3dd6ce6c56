"""Who stands under which heading of the directory: a letter, or what else names stand under."""

from collections.abc import Iterable
from itertools import groupby

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.text import letter
from plugins.rendering.cards import AssociationCard
from plugins.rendering.page import Recurring


@record(frozen=True)
class DirectoryEntry(Frozen, Recurring):
    """An association in the directory. Nobody confirms one any more that is archived."""

    card: AssociationCard
    is_archived: bool


@record(frozen=True)
class LetterSection(Frozen):
    """A letter and who stands under it; without one those that nobody confirms any more."""

    letter: str
    cards: tuple[AssociationCard, ...]

    @property
    def anchor(self) -> str:
        """The id of its section."""
        return f"buchstabe-{self.key}" if self.letter else self.key

    @property
    def key(self) -> str:
        """What its page is called where the directory is divided."""
        return {"": "archiviert", "#": "andere"}.get(self.letter, self.letter.lower())


def headings(listed: Iterable[DirectoryEntry]) -> tuple[LetterSection, ...]:
    """By first letter; names in other scripts follow after Z, under #, and the archived at last."""

    def under(one: DirectoryEntry) -> str:
        return "" if one.is_archived else letter(one.card.name)

    def place(one: DirectoryEntry) -> tuple[int, str]:
        return {"#": 1, "": 2}.get(under(one), 0), under(one)

    return tuple(
        LetterSection(key, tuple(one.card for one in found))
        for key, found in groupby(sorted(listed, key=place), key=under)
    )
