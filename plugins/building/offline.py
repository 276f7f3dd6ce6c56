"""What browsers keep for when there is no network: the worker at the root, and who the app is.

The worker decides (theme/worker/sw.js); here it is told what only the build knows. Where the
settings do not want it, another takes its place that removes what it kept.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.rendering import urls
from plugins.rendering.functions import wordmark
from plugins.rendering.site_context import SiteContext
from plugins.rendering.urls import Address
from plugins.wording.locales import direction

ALWAYS = ("home", "directory", "calendar", "offline", "freshness")
"""Pages that are always at hand, in each language that was visited."""

_ICONS = {"192": "any", "512": "any", "maskable": "maskable"}
_BRAND, _PAPER = "#0a524d", "#fffefb"


def files(context: SiteContext, workers: Path) -> dict[str, bytes]:
    """The files at the root of the site by their paths; none of a site on a disk."""
    site = context.site
    if site.is_portable or not workers.is_dir():  # a theme may have none
        return {}
    script = (workers / ("sw.js" if site.is_offline else "gone.js")).read_text(encoding="utf-8")
    said = json.dumps(_told(context), separators=(",", ":"))
    worker = urls.path(Address("worker"), site.addresses)
    found = {worker: f"const SITE = {said};\n{script}".encode()}
    if site.is_offline and "app/touch.png" in context.assets.files:
        found |= dict(_app(context))
    return found


def _told(context: SiteContext) -> Mapping[str, object]:
    """What the worker has to know of the site."""
    site = context.site
    intake = (f"{site.intake}/",) if site.intake else ()
    return {
        "base": f"{site.base}/",
        "static": context.assets.folder.removeprefix("/"),
        "folders": [f"{urls.folder_of(tag)}/".lstrip("/") for tag in site.languages],
        "always": [urls.path(Address(name), site.addresses)[1:] for name in ALWAYS],
        "calendar": urls.path(Address("calendar"), site.addresses)[1:],
        "apart": ["admin/", "@serve/", *intake],
        "days": site.stale_after,
    }


def _app(context: SiteContext) -> Iterator[tuple[str, bytes]]:
    """How the installed site is called and looks, in each language; iOS asks for its picture."""
    yield "/apple-touch-icon.png", context.assets.files["app/touch.png"]
    for tag in context.site.languages:
        path = urls.path(Address("app", tag), context.site.addresses)
        yield path, json.dumps(_manifest(context, tag), ensure_ascii=False).encode()


def _manifest(context: SiteContext, tag: str) -> Mapping[str, object]:
    """https://www.w3.org/TR/appmanifest/."""
    site = context.site.in_language(tag)
    return {
        "id": f"{site.base}/",
        "lang": tag,
        "dir": direction(tag),
        "name": site.name,
        "short_name": wordmark(site).name,
        "description": site.claim,
        "start_url": context.path_in(tag, Address("home")),
        "scope": f"{site.base}/",
        "display": "minimal-ui",
        "theme_color": _BRAND,
        "background_color": _PAPER,
        "icons": [
            {
                "src": f"{site.base}{context.assets.path(f'app/{name}.png')}",
                "sizes": "192x192" if name == "192" else "512x512",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, purpose in _ICONS.items()
        ],
    }
