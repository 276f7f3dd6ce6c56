"""The plan of a site in one language: which files there are, and what each is made of.

Groups that an earlier build planned from the same things are not planned again.
"""

import importlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from plugins.building.fingerprint import Fingerprints
from plugins.building.memo import Memo, MemoEntry, QueryResults
from plugins.catalogue import vocabularies
from plugins.catalogue.cache import Cache, CacheFolder, ShardedCache
from plugins.catalogue.functions import function_name
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.rendering import urls
from plugins.rendering.page import Group, Output, Page, Part
from plugins.rendering.urls import Address

Planner = Callable[[Catalogue, date], Iterable[Part]]
"""What plans the pages of a package."""

RenderedBy = str | tuple[str, str]
"""What makes the bytes of a file: the name of a template, or of a function (`function_name`)."""


def planners_of(plugins: Sequence[str]) -> tuple[Planner, ...]:
    """The function `pages` of every plugin that has one, in the order of PLUGINS."""
    modules = [importlib.import_module(name) for name in plugins]
    return tuple(module.pages for module in modules if hasattr(module, "pages"))


def cache_of_plans(
    caches: CacheFolder | None, settings: Settings, catalogue: Catalogue, code: bytes
) -> Cache | None:
    """Where plans are kept: made by the same code, of entries that mean the same."""
    if caches is None:
        return None
    made_from = pickle.dumps((vocabularies.digest(catalogue.vocabularies), settings.site))
    return caches.cache_of("plans", settings.output, code, made_from)


class Outline(NamedTuple):
    """A file as it is planned, the same in every language that says the same.

    `file` is where it is, from the root of the site in the language of the entries. `made_of` is a
    digest of the function that makes its view, and of the inputs.
    """

    address: Address
    file: str
    rendered_by: RenderedBy
    made_of: bytes

    @property
    def is_in_every_language(self) -> bool:
        """Whether it exists once in each language, not once for all."""
        return self.address.name not in urls.ONCE


class Planned(NamedTuple):
    """A file that is to be there, and who knows how to make it: itself, or the group it is of."""

    outline: Outline
    source: Output | Group

    @property
    def output(self) -> Output:
        """The page or file itself; one of a group that stands is planned only now."""
        source = self.source
        return source.outputs[self.outline.address] if isinstance(source, Group) else source


class _GroupPlan(NamedTuple):
    """What a group came to: its files, and the keys of the groups in it."""

    outlines: tuple[Outline, ...]
    within: tuple[str, ...]


class Planning:
    """Plans with what an earlier build knew. What `save` keeps, the next one knows."""

    def __init__(self, words: Mapping[str, str], cache: Cache | None = None) -> None:
        """`words` are those of addresses. What `cache` depends on besides is the code alone."""
        self._words, self._cache = words, ShardedCache[tuple[MemoEntry[Any], ...]](cache)
        self._before = self._cache.load()
        self._groups = Memo[_GroupPlan](self._before)
        self.fingerprints = Fingerprints(self._before)

    def planned(self, parts: Iterable[Part]) -> Iterator[Planned]:
        """The pages and files of a plan, those of groups too."""
        for part in parts:
            if isinstance(part, Group):
                yield from (
                    Planned(one, part) for one in self._of(part, self._key(part)).result.outlines
                )
            else:
                yield Planned(self.outline(part), part)

    def outline(self, output: Output) -> Outline:
        """What of a page or file decides if it is as it was."""
        return Outline(
            output.address,
            urls.output_file(urls.path(output.address, self._words)),
            output.template if isinstance(output, Page) else function_name(output.write),
            self.fingerprints.of_call(output.make, output.inputs),
        )

    def _key(self, group: Group) -> str:
        return self.fingerprints.of_call(group.make, group.inputs).hex()

    def _of(self, group: Group, key: str) -> MemoEntry[_GroupPlan]:
        results = self.fingerprints.query_results(group.catalogue)
        known = self._groups.find(key, results) or self._anew(group, key, results)
        for inner in known.result.within:
            self._groups.retain(inner)
        return known

    def _anew(self, group: Group, key: str, results: QueryResults | None) -> MemoEntry[_GroupPlan]:
        """Plan it. The queries of groups and of derived values in it are its own, too."""
        outlines, within = list[Outline](), list[str]()
        parts = group.parts
        fingerprints = self.fingerprints
        before, fingerprints.queries = fingerprints.queries, dict.fromkeys(group.queries)
        for part in parts:
            if isinstance(part, Group):
                inner_key = self._key(part)
                inner = self._of(part, inner_key)
                outlines += inner.result.outlines
                within += (inner_key, *inner.result.within)
                fingerprints.queries |= dict.fromkeys(inner.queries)
            else:
                outlines.append(self.outline(part))
        queries, fingerprints.queries = tuple(fingerprints.queries), before
        plan = _GroupPlan(tuple(outlines), tuple(within))
        return self._groups.add(key, queries, results, plan)

    def save(self) -> None:
        """Keep what this build planned."""
        self._cache.save(self._before, {**self._groups.now, **self.fingerprints.derived.now})


def plans(
    catalogues: Mapping[str, Catalogue],
    today: date,
    planners: Iterable[Planner],
    planning: Planning,
) -> Mapping[str, tuple[Planned, ...]]:
    """The plan in each language; `catalogues` has the catalogue in each.

    What is no page exists once, in the plan of the site's own language. Who plans nothing else is
    not asked for the others, and a language that says the same of everything has the same plan.
    """
    own = catalogues[SITE_LANGUAGE]
    by_planner = {one: tuple(planning.planned(one(own, today))) for one in planners}
    per_language = {
        one: tuple(filter(_is_in_every_language, files)) for one, files in by_planner.items()
    }

    def of_language(tag: str, catalogue: Catalogue) -> Iterator[Planned]:
        for planner, pages in (by_planner if tag == SITE_LANGUAGE else per_language).items():
            if catalogue is own or not pages:
                yield from pages
            else:
                yield from filter(
                    _is_in_every_language, planning.planned(planner(catalogue, today))
                )

    return {tag: tuple(of_language(tag, catalogue)) for tag, catalogue in catalogues.items()}


def _is_in_every_language(one: Planned) -> bool:
    return one.outline.is_in_every_language
