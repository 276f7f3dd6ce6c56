"""Funding programmes: the next deadline first, past ones gone."""

from collections.abc import Callable
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.funding import FundingView, Programme, pages
from plugins.rendering.page import outputs

TODAY = date(2026, 11, 22)
HEAD = "title: T\nfunder: F\n"
FILES = {
    "funding/spaet.yaml": HEAD + "deadlines: [2027-05-31, 2026-05-31]\n",
    "funding/bald.yaml": HEAD + "deadlines: [2026-12-01, 2026-11-22, 2026-11-21]\n",
    "funding/laufend.yaml": HEAD + "rolling: yes\n",
    "funding/vorbei.yaml": HEAD + "deadlines: [2026-11-21]\n",
    "funding/offen.yaml": HEAD,
    "events/fest.yaml": "title: Fest\nstart: 2026-01-01\norganisers: office\nfunding: [laufend]\n",
}


def shown(programmes: tuple[Programme, ...]) -> list[tuple[str, list[str]]]:
    return [(p.funding.id, [day.isoformat() for day in p.deadlines]) for p in programmes]


def test_funding(catalogue: Callable[..., Catalogue]) -> None:
    (page,) = outputs(pages(catalogue(FILES), TODAY))
    view = page.view
    assert isinstance(view, FundingView)
    assert shown(view.dated) == [
        ("bald", ["2026-11-22", "2026-12-01"]),
        ("spaet", ["2027-05-31"]),
    ]
    assert shown(view.rolling) == [("laufend", [])]
    assert shown(view.closed) == [("offen", []), ("vorbei", [])]
    assert [link.name for link in view.rolling[0].paid_for] == ["Fest"]


def test_empty(catalogue: Callable[..., Catalogue]) -> None:
    (page,) = outputs(pages(catalogue({}), TODAY))
    assert page.view == FundingView((), (), (), ())
