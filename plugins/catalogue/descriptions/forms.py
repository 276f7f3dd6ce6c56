"""The forms by which people hand something in, and what the office calls what comes of them."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.catalogue.model import Association, Entry, Event, Posting


class Form(NamedTuple):
    """What it is called in German, and the kind of entry that it makes; none for the others."""

    title: str
    kind: type[Entry] | None = None


FORMS: Mapping[str, Form] = {
    "verein": Form("Neuer Verein", Association),
    "termin": Form("Neuer Termin", Event),
    "biete-suche": Form("Biete oder Suche", Posting),
    "aenderung": Form("Änderung"),
    "hinweis": Form("Hinweis"),
    "stimmt": Form("Stimmt noch"),
    "abmelden": Form("Abmelden"),
}
"""By the last part of their address."""
