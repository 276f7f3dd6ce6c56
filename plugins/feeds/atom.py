"""News as Atom (RFC 4287), which feed readers know."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from plugins.catalogue.settings import Site
from plugins.feeds.news_view import NewsView, Said, items_of, title_of, updated, url
from plugins.rendering.lookups import Find
from plugins.rendering.urls import Address

_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"


def write(view: NewsView, site: Site, find: Find) -> bytes:
    """The feed. What may not stand in XML may not stand in an entry either (`characters`)."""
    lines = [*_head(view, site, find), *map(_entry, items_of(view, site, find)), "</feed>", ""]
    return "\n".join(lines).encode()


def _head(view: NewsView, site: Site, find: Find) -> Iterator[str]:
    own = url(Address(f"{view.feed}_atom", view.key), site)
    language = view.language if view.language in site.languages else site.language
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">'
    yield _element("id", own)
    yield _element("title", title_of(view, site, find))
    yield _element("updated", updated(view))
    yield f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>'
    yield f'<link rel="alternate" type="text/html" href={quoteattr(url(view.page, site))}/>'
    yield f'<link rel="license" href="{_LICENCE}"/>'
    yield f"<author>{_element('name', site.office.name)}</author>"


def _entry(item: Said) -> str:
    lines = [
        f'<entry xml:lang="{item.language}">',
        _element("id", item.id),
        _element("title", item.title),
        f'<link rel="alternate" type="text/html" href={quoteattr(item.url)}/>',
        _element("published", item.published),
        _element("updated", item.updated),
        *(f"<author>{_element('name', name)}</author>" for name in item.authors),
        *(f"<category term={quoteattr(t)} label={quoteattr(label)}/>" for t, label in item.tags),
        _element("summary", item.summary),
        "</entry>",
    ]
    return "\n".join(lines)


def _element(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>"
