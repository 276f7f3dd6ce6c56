"""The plan of the site in every language; a planner is asked again where it would say otherwise."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeGuard, cast

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.watched import Watched, differing
from plugins.rendering import urls
from plugins.rendering.page import Output, Page

Planner = Callable[[Catalogue, date], Iterable[Output]]


@dataclass(frozen=True)
class _Part:
    """What one planner plans in the site's own language, and the kinds of entries it looked at."""

    planner: Planner
    outputs: tuple[Output, ...]
    seen: frozenset[str]


def plans(
    said: Mapping[str, Catalogue], today: date, planners: Iterable[Planner]
) -> Mapping[str, tuple[Output, ...]]:
    """The plan in each language, before anything is written. What exists once is in the first.

    `said` has the catalogue in each language. Where a language says the same as the site's own of
    all that a planner looked at, their pages show the same views.
    """
    own = said[SITE_LANGUAGE]
    parts = [_part(planner, own, today) for planner in planners]
    return {
        tag: tuple(_of_language(parts, tag, catalogue, differing(own, catalogue), today))
        for tag, catalogue in said.items()
    }


def _part(planner: Planner, catalogue: Catalogue, today: date) -> _Part:
    watched = Watched(catalogue)
    outputs = tuple(planner(cast(Catalogue, watched), today))
    return _Part(planner, outputs, watched.seen())


def _of_language(
    parts: Iterable[_Part], tag: str, catalogue: Catalogue, kinds: frozenset[str], today: date
) -> Iterator[Output]:
    """The plan in one language; `kinds` are those of which it says something else."""
    for part in parts:
        if tag == SITE_LANGUAGE:
            yield from part.outputs
        elif part.seen.isdisjoint(kinds) or not any(map(_is_spoken, part.outputs)):
            yield from _spoken(part.outputs, tag)
        else:
            yield from _spoken(part.planner(catalogue, today), tag)


def _spoken(outputs: Iterable[Output], language: str) -> Iterator[Page]:
    """What of a plan exists in another language too."""
    for item in outputs:
        if _is_spoken(item):
            yield replace(item, language=language)


def _is_spoken(item: Output) -> TypeGuard[Page]:
    return isinstance(item, Page) and item.address.name in urls.IN_EVERY_LANGUAGE
