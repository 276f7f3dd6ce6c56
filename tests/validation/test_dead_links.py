"""Links of texts to pages of this site: which are there, which are not."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from plugins.catalogue.load import Loaded
from plugins.catalogue.settings import Settings
from plugins.validation.context import RuleContext, SiteRules
from plugins.validation.rules.dead_links import check

FILES = {
    "associations/chor.yaml": "name: C\ntopics: [musik]\nlisted: 2020-01-01\nformerly: [alt]\n",
    "events/fest.yaml": "title: Fest\nstart: 2026-12-01\norganisers: [chor]\n",
    "pages/rat.yaml": "title: Rat\n",
}


@pytest.mark.parametrize(
    ("target", "dead"),
    [
        ("/", False),
        ("/vereine/", False),
        ("/vereine/chor/", False),
        ("/vereine/chor/?q=1#x", False),
        ("/vereine/alt/", False),
        ("/vereine/thema/musik/", False),
        ("/termine/fest/", False),
        ("/termine/2026-12/", False),
        ("/termine/archiv/", False),
        ("/biete-suche/archiv/", False),
        ("/rat/", False),
        ("//evil.example/x/", False),
        ("/gibt-es-nicht/", True),
        ("/vereine/fest/", True),
        ("/vereine/2026-12/", True),
        ("/termine/alt/", True),
        ("/netzwerke/archiv/", True),
    ],
)
def test_links(
    read: Callable[[Mapping[str, str]], Loaded], settings: Settings, target: str, dead: bool
) -> None:
    text = f"---\ntitle: Seite\n---\nSiehe [dort]({target}).\n"
    catalogue = read({**FILES, "pages/seite.md": text}).catalogue
    context = RuleContext(date(2026, 12, 1), SiteRules(addresses=settings.site.addresses))
    assert [(d.code, d.place) for d in check(catalogue, context)] == (
        [("MD-DEAD", (4, 14))] if dead else []
    )
