"""Addresses and scripts of a site that is read from a disk."""

from dataclasses import replace

import pytest

from plugins.catalogue.settings import Settings
from plugins.rendering.portable import classic_script, files, page, relative


@pytest.mark.parametrize(
    ("address", "up", "expected"),
    [
        ("/", "", "index.html"),
        ("/", "../../", "../../index.html"),
        ("/stadt/", "../", "../index.html"),
        ("/stadt/vereine/?q=a/#b", "../", "../vereine/index.html?q=a/#b"),
        ("/termine.ics", "../", "../termine.ics"),
        ("/vereine/#chor", "", "vereine/index.html#chor"),
        ("/stadt/einreichen/termin/?eintrag=a/b", "../", "https://a.example/stadt/einreichen/termin/?eintrag=a/b"),
    ],
)  # fmt: skip
def test_addresses(settings: Settings, address: str, up: str, expected: str) -> None:
    site = replace(settings.site, url="https://a.example/stadt", intake="einreichen")
    assert relative(address, up, site) == expected


def test_a_page(settings: Settings) -> None:
    html = b"""<link rel="icon" href="/static/a.svg"><form action="/b/" data-filter-words="/w.json">
  <script type="module" src="/static/1/js/expire.js"></script>
  <script type="module" src="/static/1/js/form.js"></script>
<img src="/c.webp" srcset="/c.webp 1x, /d.webp 2x"><a href="#e">href="/f/"</a>
<a href="https://g.example/"></a>
"""
    expected = b"""<link rel="icon" href="../../static/a.svg"><form action="../../b/index.html">
<script defer src="../../static/1/js/expire.js"></script>
<img src="../../c.webp" srcset="../../c.webp 1x, ../../d.webp 2x"><a href="#e">href="/f/"</a>
<a href="https://g.example/"></a>
"""
    assert page(html, "vereine/chor/index.html", settings.site) == expected


def test_a_classic_script_brings_what_it_imports() -> None:
    found = {
        "js/a.js": b'import { b } from "./b.js";\nb(import.meta.url);\n',
        "js/b.js": b"export function b() {}\nexport const c = 1;\n",
    }
    assert classic_script("a.js", found) == (
        "self.modules ??= {};\n"
        'self.modules["b.js"] ??= (() => {\nfunction b() {}\nconst c = 1;\n\n'
        "return { b, c };\n})();\n"
        'self.modules["a.js"] ??= (() => {\nconst { b } = self.modules["b.js"];\n'
        "b(document.baseURI);\n\nreturn {  };\n})();\n"
    )


def test_icons_stand_in_the_style_sheet() -> None:
    found = {"icons.svg": b"<svg/>", "css/site.css": b'a{mask:url("../icons.svg") 0}'}
    css = files(found)["css/site.css"]
    assert css == b'a{mask:url("data:image/svg+xml,%3Csvg/%3E") 0}'
