"""A page is a value: where it is, which template shows it, and what it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.settings import Site
from plugins.rendering.urls import Address


class View(Protocol):
    """What a template may show: a frozen dataclass, its fields the template's variables."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


class Recurring:
    """The base of those records in views that stand on many pages: their digest is taken once."""


@dataclass(frozen=True)
class Page:
    """One HTML page. Page packages need not name its language: `plans.plans` does."""

    address: Address
    template: str
    view: View
    language: str = SITE_LANGUAGE


@dataclass(frozen=True)
class File:
    """A file that is no page: a calendar, a table. `write` turns its view into bytes."""

    address: Address
    write: Callable[[Any, Site], bytes]
    view: View


Output = Page | File
