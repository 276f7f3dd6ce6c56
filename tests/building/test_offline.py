"""What the build says to the worker, and what stands in its place where none is wanted."""

from dataclasses import replace

from plugins.building import offline
from plugins.catalogue.settings import Settings
from plugins.rendering.assets import Assets
from plugins.rendering.frame import Frame
from plugins.rendering.pictures import Pictures
from plugins.rendering.site_context import SiteContext

NAMES = ("touch", "192", "512", "maskable")


def made(settings: Settings, **of_site: object) -> dict[str, bytes]:
    assets = Assets("/static/0123/", {f"app/{name}.png": b"png" for name in NAMES})
    changes = {"url": "https://a.example/stadt", "languages": ("de", "tr"), **of_site}
    site = replace(settings.site, **changes)  # type: ignore[arg-type]
    context = SiteContext(site, {}, Frame((), ()), assets, Pictures({}, {}, ()))
    return offline.files(context, settings.theme / "worker")


def test_the_worker_knows_the_site(settings: Settings) -> None:
    found = made(settings, intake="einreichen")
    apps = ("/app/de.webmanifest", "/app/tr.webmanifest")
    assert sorted(found) == sorted(("/apple-touch-icon.png", *apps, "/sw.js"))
    first = found["/sw.js"].partition(b"\n")[0].decode()
    assert first == (
        'const SITE = {"base":"/stadt/","static":"static/0123/","folders":["","tr/"],'
        '"always":["","vereine/","termine/","offline/","stand/"],'
        '"calendar":"termine/","apart":["admin/","@serve/","einreichen/"],"days":60};'
    )


def test_where_none_is_wanted_one_removes_what_was_kept(settings: Settings) -> None:
    found = made(settings, is_offline=False)
    assert list(found) == ["/sw.js"]
    assert b"registration.unregister()" in found["/sw.js"]


def test_a_disk_has_none(settings: Settings) -> None:
    assert made(settings, is_portable=True) == {}
