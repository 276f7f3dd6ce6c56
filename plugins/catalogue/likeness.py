"""What two entries for the same association have in common, however it is written."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from plugins.catalogue.model import Association
from plugins.catalogue.names import expanded, is_without_vowels, latin, without_form
from plugins.catalogue.text import fold, sort_key

LEAST_TEXT = 80
"""So many signs a text has at least: shorter ones are alike by chance."""

OWN = frozenset({"name", "text"})
"""What nobody else has: an umbrella association and its groups share ways to reach them only."""


class Trait(NamedTuple):
    """What a field says, in the form in which it is compared."""

    field: str
    value: str


def traits(association: Association) -> Iterator[Trait]:
    """By what an association is recognised, the surest first. Contacts are people: not by them."""
    yield from (Trait("name", spelling) for spelling in sorted(spellings(association.name)))
    text = "".join(association.text.split()).casefold()
    if len(text) >= LEAST_TEXT:
        yield Trait("text", text)
    if association.email:
        yield Trait("email", association.email.casefold())
    if association.phone and association.phone.uri:
        yield Trait("phone", re.sub("[^0-9]", "", association.phone.uri))
    if association.website:
        yield Trait("website", homepage(association.website))


def exact(name: str) -> str:
    """The name as a directory sorts it; two that have the same look the same to everybody."""
    return sort_key(name)[0].replace(" ", "")


def spellings(name: str) -> frozenset[str]:
    """A name in the ways people type it: ö, oe or o, with a legal form or without, romanised.

    What is written without vowels stays as it is: only a person can say how it reads.
    """
    bare = " ".join(re.findall(r"[^\W_]+", without_form(name)))
    ways = {fold(bare), fold(expanded(bare))}
    if not all(way.isascii() for way in ways) and not is_without_vowels(bare):
        ways.add(latin(bare).lower())
    return frozenset(filter(None, (re.sub(r"[\W_]+", "", way) for way in ways)))


def homepage(address: str) -> str:
    """Host and path; what is asked for behind a ? may be what tells two pages apart."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
