"""What a rule is given besides the entry or the catalogue that it is about."""

from collections.abc import Callable, Mapping, Set
from dataclasses import field, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from plugins.catalogue.forgotten import NOTHING_FORGOTTEN, Forgotten
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.model import ClosedList, Entry, Vocabularies

E = TypeVar("E", bound=Entry)
T = TypeVar("T")


class EntryMemo(Protocol):
    """What a function of a module says of an entry; it need not be asked again of the same one."""

    def __call__(self, function: Callable[[E], T], entry: E) -> T:
        """What the function gives. It sees the entry alone."""


def directly(function: Callable[[E], T], entry: E) -> T:
    """The function is asked."""
    return function(entry)


@record(frozen=True)
class SiteRules(Frozen):
    """What a site's settings say about its entries.

    `shown` is how the content folder is called in messages. Closed lists that the content lacks
    are taken from the folder `vocabulary`. `reserved` has the ids, by folder, that no entry may
    have, because an address of the site is called so. `addresses` has the words in addresses.
    Times are those of `time_zone`. `texts` are those of the settings, by their names in
    the file `settings`; empty for the sample city, in which nothing is left over from the sample.
    """

    shown: str = "content"
    region: str = "DE"
    state: str = ""
    vocabulary: Path | None = None
    reserved: Mapping[str, frozenset[str]] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    time_zone: str = "Europe/Berlin"
    texts: Mapping[str, str] = field(default_factory=dict)
    settings: Path | None = None


@record(frozen=True)
class RuleContext(Frozen):
    """The day, the settings, and the little of the catalogue that rules about one entry ask for.

    What they found in an entry holds as long as the entry and this are the same. So nothing is in
    here that every new entry changes.
    """

    today: date
    site: SiteRules = field(default_factory=SiteRules)
    vocabularies: Vocabularies = field(default_factory=dict)
    unfit: Mapping[str, tuple[str, Mapping[str, object]]] = field(default_factory=dict)
    """The pictures that cannot be published, by their files: code and details of what is wrong."""
    forgotten: Forgotten = NOTHING_FORGOTTEN
    forgotten_pictures: Mapping[str, date] = field(default_factory=dict)
    """The pictures that must not come back, by their files, and since when."""
    holidays: tuple[tuple[str, date], ...] = ()
    """Of which sorts holidays are known, by the word for each, and up to which day."""
    memo: EntryMemo = field(default=directly, compare=False)
    """By this a rule about the catalogue asks what it compares: a little of each of thousands."""

    @property
    def version(self) -> bytes:
        """Other bytes for all that is not the same, and the same bytes in every run."""
        given = {one.name: getattr(self, one.name) for one in fields(self) if one.compare}
        return _spelled(given).encode("utf-8", "surrogatepass")


def _spelled(value: object) -> str:
    """A value in full, the members of a set in their order; a list that was read by its digest."""
    if isinstance(value, ClosedList):
        return value.digest.hex()
    if is_dataclass(value):
        return _spelled({one.name: getattr(value, one.name) for one in fields(value)})
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key!r}: {_spelled(item)}' for key, item in value.items())}}}"
    if isinstance(value, Set):
        return f"{{{', '.join(sorted(map(_spelled, value)))}}}"
    return repr(value)
