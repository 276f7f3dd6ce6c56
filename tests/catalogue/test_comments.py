"""A # in a text: nothing is cut off in silence, and no comment is taken for a text."""

from collections.abc import Callable, Mapping

import pytest

from plugins.catalogue.load import Loaded

Read = Callable[[Mapping[str, str]], Loaded]

CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2024-01-10\n"
EVENT = "title: Probe\nstart: 2026-12-05\norganisers: [chor]\n"
REPORT = "title: Bericht\nperiod: {from: 2026-01-01, until: 2026-06-30}\n"


def lost(loaded: Loaded) -> list[str]:
    """What every finding of a lost text names, in the order of the files."""
    return [dict(one.details)["lost"] for one in loaded.diagnostics if one.code == "YML-CUT"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("associations/chor.yaml", CHOIR.replace("Chor", "Chor # 1")),
        ("associations/chor.yaml", CHOIR + "short_name: # 1\n"),
        ("associations/chor.yaml", CHOIR + "summary: Wir singen\n  gern # 1\n"),
        ("associations/chor.yaml", CHOIR + "summary: Wir singen\n  # 1\n"),
        ("associations/chor.yaml", CHOIR + "summary:\n  Wir singen # 1\n"),
        ("associations/chor.yaml", CHOIR + "summary: > # 1\n  Wir singen\n"),
        ("associations/chor.yaml", CHOIR + "text: Wir singen # 1\n"),
        ("associations/chor.yaml", CHOIR + "text: |\n    Wir singen\n  # 1\n"),
        ("associations/chor.yaml", CHOIR + "address:\n  street: Markt # 1\n"),
        ("associations/chor.yaml", CHOIR + "accessibility: {note: Hof # 1\n  }\n"),
        ("associations/chor.yaml", CHOIR + "social:\n  mastodon: '@chor'\n  x: chor # 1\n"),
        ("associations/chor.yaml", CHOIR + "contacts:\n- name: Ana # 1\n  role: Leitung\n"),
        ("associations/chor.yaml", CHOIR + "contacts:\n- name: Ana\n  role: Leitung # 1\n"),
        ("associations/chor.yaml", CHOIR + "ended:\n  on: 2026-01-01\n  reason: Umzug # 1\n"),
        ("associations/chor.md", f"---\n{CHOIR}summary: Wir singen # 1\n---\n# Wir # 2\n"),
        ("associations/chor.tr.md", "---\nname: Koro # 1\n---\n"),
        ("associations/chor.tr.md", "---\nname: Koro\nsummary: # 1\n---\n"),
        ("events/probe.yaml", EVENT.replace("Probe", "Probe # 1")),
        ("events/probe.yaml", EVENT + "price: 5 Euro # 1\n"),
        ("events/probe.yaml", EVENT + "venue: {name: Saal # 1\n  }\n"),
        ("events/probe.yaml", EVENT + "venue: Saal am Markt # 1\n"),
        (
            "events/probe.yaml",
            EVENT + "repeat:\n  every: week\n  count: 9\n  cancelled:\n    2026-12-12: Raum # 1\n",
        ),
        ("reports/h.yaml", REPORT + "conclusion: Viel # 1\n"),
        ("reports/h.yaml", REPORT + "paper:\n  costs: keine # 1\n"),
        ("reports/h.yaml", REPORT + "paper:\n  costs:\n    Druck: keine # 1\n"),
        ("reports/h.yaml", REPORT + "paper:\n  signed:\n  - Ana # 1\n  - Ben\n"),
        ("reports/h.yaml", REPORT + "paper:\n  signed:\n  - Ana\n    # 1\n  - Ben\n"),
        ("pages/x.yaml", "title: Seite\nmenu: Raum # 1\ntext: Hallo\n"),
        ("vocabulary/topics.yaml", "musik:\n  label:\n    de: Musik # 1\n"),
        ("vocabulary/topics.yaml", "musik:\n  label: {de: Musik}\n  synonyms: {de: [A # 1\n  ]}\n"),
    ],
)
def test_what_is_lost_of_a_text_is_said(read: Read, name: str, text: str) -> None:
    files = {"associations/chor.yaml": CHOIR, name: text}
    if name == "associations/chor.md":
        del files["associations/chor.yaml"]
    assert lost(read(files)) == ["# 1"]


COMMENTED = """\
# Ein Chor
name: "Chor # 1" # der erste
# Kurz:
short_name: 'Chor' # ohne e. V.
topics: [musik] # und Tanz
audiences: # für alle
languages: # alle zwei
- de # Deutsch
# und
- tr
members: 64 # etwa
founded: 2016 # oder 2017
listed: 2024-01-10 # von Hand
phone: 030 23125 014 # vormittags
email: chor@verein.example # wird selten gelesen
website: https://verein.example # neu
address: # seit 2020
  # Eingang hinten
  street: "Markt 1"
  postal_code: "12345" # Mitte
social:
  mastodon: https://musik.example/@chor # neu
accessibility:
  wheelchair: yes # Rampe
text: |
  # Wir # singen
  gern # und laut
  # sehr
"""


def test_a_comment_that_takes_nothing_away_is_none_of_our_business(read: Read) -> None:
    loaded = read({"associations/chor.yaml": COMMENTED})
    assert [(one.place, one.code) for one in loaded.diagnostics] == []
    (choir,) = loaded.catalogue.associations
    assert choir.text == "# Wir # singen\ngern # und laut\n# sehr"


def test_what_is_lost_keeps_nothing_from_being_published(read: Read) -> None:
    files = {
        "associations/chor.yaml": CHOIR.replace("Chor", "Chor # 1"),
        "associations/chor.tr.md": "---\nname: Koro # 1\n---\n",
        "pages/x.yaml": "title: Seite\nmenu: footer # unten\n",
    }
    loaded = read(files)
    assert lost(loaded) == ["# 1", "# 1"]
    (choir,) = loaded.catalogue.associations
    assert [dict(one.fields)["name"] for one in choir.translations] == ["Koro"]
