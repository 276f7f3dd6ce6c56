"""The plan of the site in every language; a planner is asked again where it would say otherwise."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeGuard, cast

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.watched import Watched, differing
from plugins.rendering import urls
from plugins.rendering.page import Group, Page, Part

Planner = Callable[[Catalogue, date], Iterable[Part]]


@dataclass(frozen=True)
class _Planned:
    """What one planner plans in the site's own language, and the kinds of entries it looked at."""

    planner: Planner
    parts: tuple[Part, ...]
    seen: frozenset[str]


def plans(
    said: Mapping[str, Catalogue], today: date, planners: Iterable[Planner]
) -> Mapping[str, tuple[Part, ...]]:
    """The plan in each language, before anything is written. What exists once is in the first.

    `said` has the catalogue in each language. Where a language says the same as the site's own of
    all that a planner looked at, their pages show the same views.
    """
    own = said[SITE_LANGUAGE]
    planned = [_part(planner, own, today) for planner in planners]
    return {
        tag: tuple(_of_language(planned, tag, catalogue, differing(own, catalogue), today))
        for tag, catalogue in said.items()
    }


def _part(planner: Planner, catalogue: Catalogue, today: date) -> _Planned:
    watched = Watched(catalogue)
    parts = tuple(planner(cast(Catalogue, watched), today))
    return _Planned(planner, parts, watched.seen())


def _of_language(
    planned: Iterable[_Planned], tag: str, catalogue: Catalogue, kinds: frozenset[str], today: date
) -> Iterator[Part]:
    """The plan in one language; `kinds` are those of which it says something else."""
    for one in planned:
        if tag == SITE_LANGUAGE:
            yield from one.parts
        elif one.seen.isdisjoint(kinds) or not any(map(_is_spoken, one.parts)):
            yield from _spoken(one.parts, tag)
        else:
            yield from _spoken(one.planner(catalogue, today), tag)


def _spoken(parts: Iterable[Part], language: str) -> Iterator[Page | Group]:
    """What of a plan exists in another language too."""
    for part in parts:
        if _is_spoken(part):
            yield replace(part, language=language)


def _is_spoken(part: Part) -> TypeGuard[Page | Group]:
    if isinstance(part, Page):
        return part.address.name in urls.IN_EVERY_LANGUAGE
    return isinstance(part, Group)
