"""How an association hands in an entry: by a form or e-mail, or as a file from a template."""

from collections.abc import Iterator, Mapping

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.rendering.page import Page
from plugins.rendering.urls import Address


@record(frozen=True)
class Template(Frozen):
    """A kind of entry: its folder, the name of an example file, and the words that may be used.

    With some of these the example is `filled` in.
    """

    kind: str
    folder: str
    file: str
    vocabularies: tuple[tuple[str, tuple[str, ...]], ...]
    filled: tuple[tuple[str, str], ...]


@record(frozen=True)
class FilesView(Frozen):
    """The templates that the page for those who write files offers."""

    templates: tuple[Template, ...]


@record(frozen=True)
class ParticipateView(Frozen):
    """The ways to hand something in; all that is shown stands in the template."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """How to hand something in: for everybody, and for those who write files themselves."""
    yield Page(Address("participate"), "participate.html", ParticipateView)
    yield Page(Address("form", "datei"), "files.html", FilesView, (_templates(catalogue),))


def _templates(catalogue: Catalogue) -> tuple[Template, ...]:
    """Behind each list: how many of its words the example has."""
    association = {"topics": 2, "districts": 1, "audiences": 2, "legal_forms": 1}
    event = {"formats": 1, "topics": 1, "audiences": 1}
    posting = {"categories": 1, "districts": 1}
    return (
        _template(catalogue, "association", "associations", "mein-verein.md", association),
        _template(catalogue, "event", "events", "sommerfest-2027.md", event),
        _template(catalogue, "posting", "board", "saal-am-samstag.md", posting),
    )


def _template(
    catalogue: Catalogue, kind: str, folder: str, file: str, lists: Mapping[str, int]
) -> Template:
    vocabularies = tuple((name, tuple(catalogue.vocabularies.get(name, {}))) for name in lists)
    filled = tuple((name, ", ".join(terms[: lists[name]])) for name, terms in vocabularies)
    return Template(kind, folder, file, vocabularies, filled)
