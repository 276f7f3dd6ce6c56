"""PLAN: an editor at /admin/ for those with an account on the forge; only where EDITOR is set.

It is Sveltia CMS: it runs in the browser alone, reads and writes the files by the interface of the
forge, and loads nothing from elsewhere.

    config.py    its configuration, from the tables of fields
    program.py   the program, and all that it loads, on this site
"""

import json
from collections.abc import Iterator
from datetime import date
from html import escape
from urllib.parse import urlsplit

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Site
from plugins.editor.config import collections, config
from plugins.editor.program import read
from plugins.rendering import register
from plugins.rendering.page import File, Output
from plugins.rendering.urls import Address

__all__ = ["pages", "register"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' blob: data:{hosts}; font-src 'self'; connect-src 'self' blob: data:{hosts}; "
    "form-action 'self'; base-uri 'none'"
)
"""The program writes its styles itself, shows pictures before they are stored, and speaks with the
forge; publishing/audit.py allows this one page no more than that."""

HOSTS = {"github": ("https://api.github.com", "https://raw.githubusercontent.com")}

PAGE = """\
<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link href="config.json" type="application/json" rel="cms-config-url">
<script src="sveltia-cms.js"></script>
</head>
<body></body>
</html>
"""


@record(frozen=True)
class Bytes(Frozen):
    """A file as it is."""

    data: bytes


@record(frozen=True)
class Collections(Frozen):
    """What can be edited, as JSON."""

    text: str


@record(frozen=True)
class Nothing(Frozen):
    """The page says only what the site is."""


def pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """The page, its configuration, and the program's own files. Raises `NoEditor`."""
    yield File(_at("index.html"), _page, Nothing)
    yield File(_at("config.json"), _config, Collections, (json.dumps(collections(catalogue)),))
    for name, data in read().items():
        yield File(_at(name), _bytes, Bytes, (data,))


def _at(name: str) -> Address:
    return Address("editor", name)


def _page(_: Nothing, site: Site) -> bytes:
    address = urlsplit(site.repository)
    own = (f"{address.scheme}://{address.netloc}",) if site.forge else ()
    hosts = "".join(f" {host}" for host in HOSTS.get(site.forge, own))
    title = escape(f"{site.name}: Einträge bearbeiten")
    return PAGE.format(policy=POLICY.format(hosts=hosts), title=title).encode()


def _config(view: Collections, site: Site) -> bytes:
    made = config(json.loads(view.text), site)
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def _bytes(view: Bytes, _: Site) -> bytes:
    return view.data
