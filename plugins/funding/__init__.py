"""PLAN: the page of funding programmes: the next deadline first."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Funding
from plugins.rendering import register
from plugins.rendering.cards import Link, link
from plugins.rendering.page import Group, Page, Part, ready
from plugins.rendering.urls import Address

__all__ = ["pages", "register"]


@record(frozen=True)
class Programme(Frozen):
    """A programme with the deadlines that are still to come, and what it has paid for."""

    funding: Funding
    deadlines: tuple[date, ...]
    paid_for: tuple[Link, ...]


@record(frozen=True)
class FundingView(Frozen):
    """Programmes with a deadline ahead, those open at any time, and those closed for now.

    `withheld` are the ids of those that are being corrected.
    """

    dated: tuple[Programme, ...]
    rolling: tuple[Programme, ...]
    closed: tuple[Programme, ...]
    withheld: tuple[str, ...]


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """One page for all programmes."""
    yield Group(_page, today, catalogue=catalogue)


def _page(catalogue: Catalogue, today: date) -> Iterator[Page]:
    programmes = [_programme(catalogue, funding, today) for funding in catalogue.funding]
    dated = [p for p in programmes if p.deadlines]
    view = FundingView(
        dated=tuple(sorted(dated, key=lambda p: (p.deadlines, p.funding.id))),
        rolling=tuple(p for p in programmes if p.funding.rolling and not p.deadlines),
        closed=tuple(p for p in programmes if not p.deadlines and not p.funding.rolling),
        withheld=tuple(key for folder, key in catalogue.withheld if folder == "funding"),
    )
    yield Page(Address("funding"), "funding.html", ready, (view,))


def _programme(catalogue: Catalogue, funding: Funding, today: date) -> Programme:
    return Programme(
        funding=funding,
        deadlines=tuple(sorted(day for day in funding.deadlines if day >= today)),
        paid_for=tuple(link(event) for event in catalogue.events_funded_by(funding.id)),
    )
