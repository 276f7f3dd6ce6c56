"""How an association hands in an entry: by e-mail, or as a file with a template per kind."""

from dataclasses import dataclass

from plugins.catalogue.link import Catalogue
from plugins.rendering.page import Page
from plugins.rendering.urls import Address


@dataclass(frozen=True)
class Template:
    """A kind of entry: its folder, the name of an example file, and the words that may be used."""

    kind: str
    folder: str
    file: str
    vocabularies: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class ParticipateView:
    """The templates that the page offers."""

    templates: tuple[Template, ...]


def page(catalogue: Catalogue) -> Page:
    """The page »Mitmachen«."""
    templates = (
        _template(
            catalogue,
            "association",
            "associations",
            "mein-verein.md",
            "topics districts audiences legal_forms",
        ),
        _template(catalogue, "event", "events", "sommerfest-2027.md", "formats topics audiences"),
        _template(catalogue, "posting", "board", "saal-am-samstag.md", "categories districts"),
    )
    return Page(Address("participate"), "participate.html", ParticipateView(templates))


def _template(catalogue: Catalogue, kind: str, folder: str, file: str, lists: str) -> Template:
    vocabularies = tuple(
        (name, tuple(catalogue.vocabularies.get(name, {}))) for name in lists.split()
    )
    return Template(kind, folder, file, vocabularies)
