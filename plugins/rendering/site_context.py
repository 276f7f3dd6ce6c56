"""What pages may show besides their views: the same for every page of one language."""

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.model import Entry, Vocabularies
from plugins.catalogue.settings import Site
from plugins.rendering import urls
from plugins.rendering.assets import Assets
from plugins.rendering.frame import Frame
from plugins.rendering.pictures import Pictures
from plugins.rendering.urls import Address
from plugins.wording.messages import Messages


class Version(NamedTuple):
    """A page in one language: its path from the root of its host."""

    language: str
    path: str


def alternates(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """What search engines are told: the page in each language, and the one for all others.

    Nothing where there is one language only.
    """
    return (*versions, versions[0]._replace(language="x-default")) if len(versions) > 1 else ()


@record(frozen=True)
class SiteContext(Frozen):
    """All that a page may show besides its view: the same for every page of one language.

    `paths` are those that texts may link to, without a language's folder; without it they may
    link to any. `messages` are those of every language, `at_root`
    more files by their paths from the root. `found` remembers the paths of addresses.
    """

    site: Site
    vocabularies: Vocabularies
    frame: Frame
    assets: Assets
    pictures: Pictures
    paths: frozenset[str] | None = None
    language: str = SITE_LANGUAGE
    messages: Mapping[str, Messages] = field(default_factory=dict)
    at_root: Mapping[str, bytes] = field(default_factory=dict)
    drawings: Mapping[str, str] = field(default_factory=dict)
    """Where the picture of an entry is that was drawn for links to it, by its folder and id."""
    found: dict[Address, str] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def base(self) -> str:
        """The path under which the site lives."""
        return self.site.base

    @property
    def folder(self) -> str:
        """Where the pages of this language are; empty for the site's own."""
        return urls.folder_of(self.language)

    def path(self, target: Address | Entry) -> str:
        """The path of a page in this language, from the root of its host."""
        return self.path_in(self.language, target)

    def versions(self, target: Address) -> tuple[Version, ...]:
        """The same page in each language; what exists once leads to the home pages instead."""
        same = Address("home") if target.name in urls.ONCE else target
        return tuple(Version(tag, self.path_in(tag, same)) for tag in self.site.languages)

    def path_in(self, language: str, target: Address | Entry) -> str:
        """The path of a page in any language, from the root of its host."""
        address = target if isinstance(target, Address) else urls.of(target)
        path = self.found.get(address)
        if path is None:
            path = self.found[address] = urls.path(address, self.site.addresses)
        folder = "" if address.name in urls.ONCE else urls.folder_of(language)
        return self.base + folder + path

    def shown(self) -> tuple[object, ...]:
        """All of it that any page may show without asking."""
        files = self.assets.folder, list(self.assets.files)
        return self.site, self.vocabularies, self.frame, files

    def find(self, kind: str, name: str) -> object:
        """What a page may look up: if there is a path, a picture's sizes, a message everywhere.

        Most pages look up little, so it is kept what each found; then a new picture or page
        concerns only those that looked it up.
        """
        if kind == "picture":
            return self.pictures.get(name)
        if kind == "drawing":
            return self.drawings.get(name)
        if kind == "message":
            return {tag: spoken.text("", name) for tag, spoken in self.messages.items()}
        return self.paths is None or name in self.paths
