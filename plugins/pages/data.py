"""The page »Daten«: which files there are to take, and how much has been translated."""

from collections.abc import Iterator, Mapping

from plugins.catalogue.coverage import Coverage, coverage, languages
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.rendering.cards import Link, link
from plugins.rendering.page import Page, ready
from plugins.rendering.urls import Address

Numbers = tuple[int, ...]


@record(frozen=True)
class DataView(Frozen):
    """Reports, whose figures are tables; how much is translated, by language.

    The numbers are those of each kind of entry, and how many are outdated and missing; `originals`
    are those of the entries themselves, `untranslated` those of a language that has nothing.
    """

    reports: tuple[tuple[Link, Address], ...]
    originals: Numbers
    translated: Mapping[str, Numbers]
    untranslated: Numbers


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The page »Daten«."""
    nothing = coverage(catalogue, "")
    view = DataView(
        reports=tuple((link(r), Address("figures", r.id)) for r in catalogue.reports),
        originals=(*(share.entries for share in nothing.shares), 0, 0),
        translated={tag: _numbers(coverage(catalogue, tag)) for tag in languages(catalogue)},
        untranslated=_numbers(nothing),
    )
    yield Page(Address("data"), "data.html", ready, (view,))


def _numbers(known: Coverage) -> Numbers:
    whole = known.whole
    return (*(share.translated for share in known.shares), whole.outdated, whole.missing)
