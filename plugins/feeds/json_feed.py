"""News as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), for programs of one's own."""

import json
from typing import Any

from plugins.catalogue.settings import Site
from plugins.feeds.news_view import NewsView, Said, items_of, title_of, url
from plugins.rendering.lookups import Find
from plugins.rendering.urls import Address


def write(view: NewsView, site: Site, find: Find) -> bytes:
    """The feed."""
    language = view.language if view.language in site.languages else site.language
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title_of(view, site, find),
        "home_page_url": url(view.page, site),
        "feed_url": url(Address(f"{view.feed}_json", view.key), site),
        "language": language,
        "authors": [{"name": site.office.name, "url": f"{site.url}/"}],
        "items": [_item(item) for item in items_of(view, site, find)],
    }
    return json.dumps(feed, ensure_ascii=False, separators=(",", ":")).encode()


def _item(item: Said) -> dict[str, Any]:
    """An item; what it has none of does not stand there."""
    found = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_text": item.summary or item.title,
        "date_published": item.published,
        "date_modified": item.updated,
        "language": item.language,
        "authors": [{"name": name} for name in item.authors],
        "tags": [label for _, label in item.tags],
        "image": item.image,
    }
    return {key: value for key, value in found.items() if value}
