"""Entries as data: read back they are what their files say; nobody is named but publicly."""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.model import Association, Entry
from plugins.catalogue.settings import Settings
from plugins.feeds import pages
from plugins.feeds.entries import write
from plugins.rendering.page import outputs

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small" / "content"
TODAY = date(2026, 11, 22)
ABOUT = ("folder", "id", "names")


def written(catalogue: Catalogue, settings: Settings) -> dict[str, dict[str, Any]]:
    found = {}
    for file in outputs(pages(catalogue, TODAY)):
        if file.address.name == "entry_data":
            found[file.address.id] = json.loads(write(file.view, settings.site))  # type: ignore[arg-type]
    return found


def public(entry: Entry) -> Entry:
    if not isinstance(entry, Association):
        return entry
    contacts = entry.public_contacts(TODAY)
    return replace(entry, private_contacts=contacts, private_checked=None, private_consent=None)


@pytest.mark.parametrize("site", ["sample", "small"])
def test_what_is_written_is_what_the_files_say(
    site: str, sample_content: Path, settings: Settings, tmp_path: Path
) -> None:
    content = sample_content if site == "sample" else SMALL
    known = load(content).catalogue
    again = tmp_path / "content"
    shutil.copytree(content, again)
    found = written(known, settings)
    for name, said in found.items():
        for ending in (".md", ".yaml"):
            (again / f"{name}{ending}").unlink(missing_ok=True)
        fields = {key: value for key, value in said.items() if key not in ABOUT}
        (again / f"{name}.yaml").write_text(json.dumps(fields, ensure_ascii=False), "utf-8")
    back = load(again).catalogue
    for kind in ("associations", "events", "board"):
        entries = [public(entry) for entry in getattr(known, kind)]
        assert list(getattr(back, kind)) == entries
        assert [f"{e.folder}/{e.id}" for e in entries] == [n for n in found if n.startswith(kind)]


FIELDS = """\
name: Chor
topics: [musik]
listed: 2020-01-01
members: 12
phone: "+49 30 23125170"
location: {latitude: 52.5049, longitude: 13.4062}
social: {instagram: "@chor"}
accessibility: {wheelchair: yes}
checked: {on: 2026-01-01, by: Kim Geheim}
contacts:
  - {name: Alex Beispiel, phone: "030 23125 171", email: alex@chor.example}
  - {email: kim@chor.example}
"""
SCOPED = FIELDS + "consent: {on: 2026-01-02, by: Robin Geheim, scope: [Name]}\n"


def said_of(catalogue: Callable[..., Catalogue], settings: Settings, text: str) -> dict[str, Any]:
    files = {"associations/chor.yaml": text}
    return written(catalogue(files), settings)["associations/chor"]


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        (FIELDS, None),
        (SCOPED, [{"name": "Alex Beispiel"}]),
        (SCOPED.replace("2026-01-02", "2026-12-01"), None),
        (SCOPED + "ended: 2026-10-01\n", None),
    ],
)
def test_nobody_is_named_who_is_not_public(
    catalogue: Callable[..., Catalogue],
    settings: Settings,
    text: str,
    contacts: list[Mapping[str, str]] | None,
) -> None:
    said = said_of(catalogue, settings, text)
    assert said.pop("contacts", None) == contacts
    said.pop("ended", None)
    assert said == {
        "folder": "associations",
        "id": "chor",
        "names": {},
        "name": "Chor",
        "topics": ["musik"],
        "members": 12,
        "phone": "030 23125170",
        "social": {"instagram": "@chor"},
        "location": {"latitude": 52.5049, "longitude": 13.4062},
        "accessibility": {"wheelchair": "yes"},
        "listed": "2020-01-01",
    }


EVENT = """\
title: Probe
start: 2026-12-01T19:00
end: 2026-12-01
organisers: [chor, office]
venue: chor
repeat: {every: month, day: last friday, interval: 1, except: [2026-12-25], until: 2027-05-01}
registration: {until: 2026-11-30T12:00, places: 20}
status: scheduled
"""


def test_days_and_references_are_written_as_in_a_file(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    found = written(
        catalogue({"associations/chor.yaml": FIELDS, "events/probe.yaml": EVENT}), settings
    )
    assert found["events/probe"] == {
        "folder": "events",
        "id": "probe",
        "names": {"chor": "Chor"},
        "title": "Probe",
        "start": "2026-12-01T19:00",
        "end": "2026-12-01",
        "organisers": ["chor", "office"],
        "venue": "chor",
        "repeat": {
            "every": "month",
            "day": "last friday",
            "except": ["2026-12-25"],
            "until": "2027-05-01",
        },
        "registration": {"until": "2026-11-30T12:00", "places": 20},
    }
