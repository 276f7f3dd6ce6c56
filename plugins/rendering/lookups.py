"""What a page looks up while it is rendered: the dependencies that only rendering tells."""

from collections.abc import Callable, Mapping
from typing import cast

Lookup = tuple[str, str]
"""Kind (`SiteContext.find`) and name."""

Find = Callable[[str, str], object]
"""Who finds it, by kind and name."""

Lookups = tuple[tuple[Lookup, object], ...]
"""Each with what was found."""


def in_language(find: Find, message: str, language: str) -> str:
    """A message of the site as a language of the site says it."""
    return cast(Mapping[str, str], find("message", message))[language]
