"""The directory: who is listed where, and what a profile knows of the others."""

from collections.abc import Callable
from datetime import date

import pytest

from plugins.catalogue.link import Catalogue
from plugins.directory import pages
from plugins.directory.association import AssociationView, ConfirmationNote, SocialProfile
from plugins.directory.overview import DirectoryView
from plugins.rendering.cards import Link
from plugins.rendering.moved import MovedView
from plugins.rendering.page import View, outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)


def association(name: str, topics: str, more: str = "") -> str:
    return f"name: {name}\ntopics: [{topics}]\nlisted: 2020-01-01\n{more}"


FILES = {
    "associations/a.yaml": association("Äpfel", "kultur", "languages: [tr, de]\ndistrict: mitte\n"),
    "associations/b.yaml": association("Ahorn", "kultur, musik", "languages: [tr]\n"),
    "associations/c.yaml": association("Zeder", "musik", "formerly: [zweig]\n"),
    "associations/d.yaml": association("Каштан", "kultur", "audiences: [kinder]\n"),
    "associations/e.yaml": association("Ende", "kultur", "ended: {on: 2026-11-22}\n"),
    "associations/f.yaml": association("Neu", "sport").replace("2020-01-01", "2026-11-23"),
}


def views(catalogue: Catalogue) -> dict[Address, View]:
    return {page.address: page.view for page in outputs(pages(catalogue, TODAY))}


def listed(view: View) -> list[tuple[str, list[str]]]:
    assert isinstance(view, DirectoryView)
    return [(one.letter, [card.name for card in one.cards]) for one in view.headings]


def test_whole(catalogue: Callable[..., Catalogue]) -> None:
    view = views(catalogue(FILES))[Address("directory")]
    assert isinstance(view, DirectoryView)
    assert listed(view) == [("A", ["Ahorn", "Äpfel"]), ("Z", ["Zeder"]), ("#", ["Каштан"])]
    assert (view.count, view.total) == (4, 4)
    assert [link.name for link in view.former] == ["Ende", "Neu"]
    facets = {f.name: [(c.value, c.count) for c in f.choices] for f in view.facets}
    assert facets == {
        "topic": [("kultur", 3), ("musik", 2)],
        "language": [("tr", 2), ("de", 1)],
        "district": [("mitte", 1)],
        "audience": [("kinder", 1)],
    }


def test_facets(catalogue: Callable[..., Catalogue]) -> None:
    found = views(catalogue(FILES))
    assert listed(found[Address("topic", "musik")]) == [("A", ["Ahorn"]), ("Z", ["Zeder"])]
    assert listed(found[Address("language", "de")]) == [("A", ["Äpfel"])]
    assert listed(found[Address("audience", "kinder")]) == [("#", ["Каштан"])]
    facets = {a for a in found if a.name in ("topic", "language", "district", "audience")}
    assert len(facets) == 6


def test_similar(catalogue: Callable[..., Catalogue]) -> None:
    view = views(catalogue(FILES))[Address("association", "a")]
    assert isinstance(view, AssociationView)
    # Ahorn shares a topic and a language; neither itself nor one that ended is near.
    assert [card.name for card in view.similar] == ["Ahorn", "Каштан"]


def test_former_addresses(catalogue: Callable[..., Catalogue]) -> None:
    found = views(catalogue(FILES))
    assert found[Address("association", "zweig")] == MovedView(
        Link("Zeder", Address("association", "c"))
    )
    ended = found[Address("association", "e")]
    assert isinstance(ended, AssociationView) and not ended.active


def test_empty(catalogue: Callable[..., Catalogue]) -> None:
    (page,) = outputs(pages(catalogue({}), TODAY))
    assert isinstance(page.view, DirectoryView)
    assert (page.view.headings, page.view.count) == ((), 0)
    assert [facet.choices for facet in page.view.facets] == [(), (), (), ()]


def test_profile_accounts_and_freshness(catalogue: Callable[..., Catalogue]) -> None:
    social = 'social: {youtube: https://video.example/a, mastodon: "@a@b.example"}\n'
    files = {
        "associations/a.yaml": association("A", "kultur", f"{social}checked: {{on: 2025-11-22}}\n"),
        "associations/b.yaml": association("B", "kultur", "checked: {on: 2025-11-21}\n"),
        "associations/c.yaml": association("C", "kultur"),
    }
    found = views(catalogue(files))
    a, b, c = (found[Address("association", key)] for key in "abc")
    assert isinstance(a, AssociationView) and isinstance(b, AssociationView)
    assert isinstance(c, AssociationView)
    assert a.contact is not None and b.contact is None
    assert a.contact.accounts == (
        SocialProfile("YouTube", "", "https://video.example/a"),
        SocialProfile("Mastodon", "@a@b.example", ""),
    )
    assert (a.review, b.review, c.review) == (
        ConfirmationNote(date(2025, 11, 22), "", TODAY, is_stale=False),
        ConfirmationNote(date(2025, 11, 21), "", date(2026, 11, 21), is_stale=True),
        None,
    )


@pytest.mark.parametrize(
    ("more", "archived"),
    [
        ("checked: 2024-11-21\n", True),
        ("checked: 2024-11-22\n", False),
        ("checked: 2024-11-21\nended: 2026-11-22\n", False),
        ("", False),
    ],
)
def test_archived_after_two_years(
    catalogue: Callable[..., Catalogue], more: str, *, archived: bool
) -> None:
    read = catalogue({"associations/a.yaml": association("Ahorn", "kultur", more)})
    view = views(read)[Address("association", "a")]
    assert isinstance(view, AssociationView)
    assert view.is_archived == archived


def test_the_archived_stand_last_and_count(catalogue: Callable[..., Catalogue]) -> None:
    files = {**FILES, "associations/a.yaml": association("Äpfel", "kultur", "checked: 2024-01-01")}
    found = views(catalogue(files))
    whole = found[Address("directory")]
    assert isinstance(whole, DirectoryView)
    expected = [("A", ["Ahorn"]), ("Z", ["Zeder"]), ("#", ["Каштан"]), ("", ["Äpfel"])]
    assert (listed(whole), whole.count) == (expected, 4)
    assert listed(found[Address("topic", "kultur")])[-1] == ("", ["Äpfel"])
