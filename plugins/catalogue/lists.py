"""What helps to understand what people write, and to say it in their words."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from typing import Any, Final

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.names import bare, slug, without_form
from plugins.catalogue.text import fold


@record(frozen=True)
class Lists(Frozen):
    """What is known by name: terms by vocabulary and id, entries by folder and id."""

    vocabularies: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    others: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Short and former names, by folder and id."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What the words of choices are called."""
    today: date | None = None
    beside: str = ""
    """The moment that is meant beside a time alone."""

    def named(self, folder: str, text: str) -> set[str]:
        """The ids of all entries that are called so: just so, without the legal form, or else."""
        names = self.names.get(folder, {})
        others = self.others.get(folder, {})
        called, short, made = fold(text), bare(text), slug(without_form(text))
        ways: tuple[Callable[[str, str], bool], ...] = (
            lambda key, name: fold(name) == called,
            lambda key, name: bare(name) == short,
            lambda key, name: any(bare(n) == short or n == made for n in others.get(key, ())),
        )
        found = ({key for key, name in names.items() if way(key, name)} for way in ways)
        return next(filter(None, found), set()) if short else set()


NO_LISTS: Final = Lists()
