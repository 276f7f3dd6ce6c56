"""What a field is called and what it is for, said to somebody who fills it in."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.catalogue.diagnostics import Language


class Described(NamedTuple):
    """A field in plain words: its title, and one or two sentences on what to write."""

    title: Mapping[Language, str]
    text: Mapping[Language, str]


def described(german: str, english: str, german_text: str, english_text: str) -> Described:
    """The titles and texts in both languages."""
    return Described({"de": german, "en": english}, {"de": german_text, "en": english_text})
