"""Groups of pages: as long as they are planned from the same things, their plan is remembered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plugins.catalogue.store import Store
from plugins.rendering.fingerprint import Fingerprints, name_of
from plugins.rendering.page import File, Group, Output, Page, Part
from plugins.rendering.urls import Address


class Outline(NamedTuple):
    """A page as it was planned: who makes its view, and a digest of the inputs of that."""

    address: Address
    template: str
    make: tuple[str, str]
    inputs: bytes


@dataclass(frozen=True)
class Standing:
    """A page of a group that an earlier build planned; `page` is planned anew when asked for."""

    outline: Outline
    group: Group

    @property
    def address(self) -> Address:
        """Where it is."""
        return self.outline.address

    @property
    def language(self) -> str:
        """In which language."""
        return self.group.language

    @property
    def page(self) -> Page:
        """The page itself."""
        return self.group.pages[self.outline.address]


Planned = Output | Standing
_Key = tuple[str, str, str, bytes]
"""A language, a function that plans, and a digest of what it plans from."""


class _Known(NamedTuple):
    """What an earlier build planned, and the digests of what it derived (`fingerprint`)."""

    groups: Mapping[_Key, tuple[Outline, ...]]
    derived: Mapping[bytes, bytes]


class Groups:
    """The plans of groups, those of an earlier build among them."""

    def __init__(self, store: Store | None) -> None:
        """`store` keeps them; its version is all that they depend on besides their inputs."""
        self._store = store
        self._before: _Known = (store.get("groups") if store else None) or _Known({}, {})
        self._now: dict[_Key, tuple[Outline, ...]] = {}
        self.fingerprints = Fingerprints(self._before.derived)

    def planned(self, parts: Iterable[Part]) -> Iterator[Planned]:
        """The pages and files of a plan. Those of a group stand, if it need not be planned."""
        for part in parts:
            if isinstance(part, Page | File):
                yield part
            else:
                yield from self._of(part)

    def _of(self, group: Group) -> Iterator[Planned]:
        inputs = self.fingerprints.of_inputs(group.inputs)
        key = (group.language, *name_of(group.plan), inputs)
        before = self._before.groups.get(key)
        if before is not None:
            self._now[key] = before
            yield from (Standing(outline, group) for outline in before)
            return
        self._now[key] = tuple(map(self._outline, group.pages.values()))
        yield from group.pages.values()

    def _outline(self, page: Page) -> Outline:
        inputs = self.fingerprints.of_inputs(page.inputs)
        return Outline(page.address, page.template, name_of(page.make), inputs)

    def keep(self) -> None:
        """Keep what this build planned."""
        known = _Known(self._now, self.fingerprints.met)
        if self._store and known != self._before:
            self._store.put("groups", known)
