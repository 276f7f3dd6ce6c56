"""Which pages a search engine finds: sitemap.xml and robots.txt (https://www.sitemaps.org).

Every page that may be found stands there in each language; its other versions stand beside the one
in the language of the entries, as they do on every page. When a page last changed is not said: we
know when its entry did, not what else it shows.

Of many pages sitemap.xml is an index of several: by section, and where that has too many by how
their paths go on. So a new page changes one of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from plugins.building.planning import Outline
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.settings import Site
from plugins.rendering import urls
from plugins.rendering.page import File
from plugins.rendering.urls import Address

MOST_PAGES, MOST_ADDRESSES = 1000, 50_000
"""So many has a sitemap at most; the second is the limit of the format."""

HIDDEN = frozenset({"freshness.html", "offline.html", "moved.html"})
"""Templates of pages that are to be found nowhere, or at another address."""

_SECTIONS = ("associations", "events", "board")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

Paths = tuple[str, ...]
"""Of pages in the language of the entries, from the root of the site."""


@record(frozen=True)
class Sitemap(Frozen):
    """Pages by their paths."""

    paths: Paths


@record(frozen=True)
class SitemapIndex(Frozen):
    """The names of the parts."""

    names: tuple[str, ...]


@record(frozen=True)
class Robots(Frozen):
    """What robots are told; the settings alone decide."""


def files(outlines: Iterable[Outline], site: Site) -> Iterator[File]:
    """The sitemap of the pages among these files, and what points to it.

    Robots ask a host, not a folder of one: of a site in a folder the host's own file has to say it.
    """
    parts = divided(paths_of(outlines), site)
    if len(parts) == 1:
        yield File(Address("sitemap"), write, Sitemap, tuple(parts.values()))
    else:
        yield File(Address("sitemap"), write_index, SitemapIndex, (tuple(parts),))
        for name, paths in parts.items():
            yield File(Address("sitemap_part", name), write, Sitemap, (paths,))
    if not site.base:
        yield File(Address("robots"), write_robots, Robots)


def paths_of(outlines: Iterable[Outline]) -> Paths:
    """The pages that may be found, in a fixed order."""
    found = (o for o in outlines if o.is_in_every_language and o.rendered_by not in HIDDEN)
    return tuple(sorted("/" + one.file.removesuffix("index.html") for one in found))


def divided(paths: Paths, site: Site) -> Mapping[str, Paths]:
    """The paths by the name of their part; all of them in one if they are not too many."""
    most = min(MOST_PAGES, MOST_ADDRESSES // len(site.languages))
    if len(paths) <= most:
        return {"": paths}
    sections = tuple(f"/{site.addresses[key]}/" for key in _SECTIONS)
    others = tuple(path for path in paths if not path.startswith(sections))
    parts = {f"pages{name}": own for name, own in _cut(others, "/", most)}
    for section in sections:
        within = tuple(path for path in paths if path.startswith(section))
        parts |= {name.strip("_"): own for name, own in _cut(within, section, most) if own}
    return parts


def _cut(paths: Paths, start: str, most: int) -> Iterator[tuple[str, Paths]]:
    """Parts of no more than `most` by their names, by how the paths that start so go on."""
    if len(paths) <= most:
        yield start.rstrip("/").replace("/", "_"), paths
        return
    groups: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        groups[path[: len(start) + 1]].append(path)
    for further, own in groups.items():
        yield from _cut(tuple(own), further, most)


def write(view: Sitemap, site: Site) -> bytes:
    """The sitemap of these pages."""
    more = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if len(site.languages) > 1 else ""
    urls_of_all = (line for path in view.paths for line in _url(path, site))
    return f"{_HEAD}<urlset {_SCHEMA}{more}>\n{''.join(urls_of_all)}</urlset>\n".encode()


def _url(path: str, site: Site) -> Iterator[str]:
    """A page in each language."""
    address = {tag: escape(site.url + urls.folder_of(tag) + path) for tag in site.languages}
    first, *others = address.values()
    tags = {**address, "x-default": first} if others else {}
    links = (
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{where}"/>'
        for tag, where in tags.items()
    )
    yield f"<url><loc>{first}</loc>{''.join(links)}</url>\n"
    yield from (f"<url><loc>{where}</loc></url>\n" for where in others)


def write_index(view: SitemapIndex, site: Site) -> bytes:
    """The index of all parts."""
    paths = (urls.path(Address("sitemap_part", name), site.addresses) for name in view.names)
    parts = (f"<sitemap><loc>{escape(site.url + path)}</loc></sitemap>\n" for path in paths)
    return f"{_HEAD}<sitemapindex {_SCHEMA}>\n{''.join(parts)}</sitemapindex>\n".encode()


def write_robots(_: Robots, site: Site) -> bytes:
    """All may be read, but for what `make intake` answers: nothing stays as it is there."""
    hidden = f"Disallow: /{site.intake}/\n" if site.intake else "Disallow:\n"
    sitemap = urls.path(Address("sitemap"), site.addresses)
    return f"User-agent: *\n{hidden}\nSitemap: {site.url}{sitemap}\n".encode()
