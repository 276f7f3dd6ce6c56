"""A new field: the model, its row in the table, a template. All else follows from these three."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.checkout import check_out
from tests.waiting import MOST

pytestmark = pytest.mark.slow

MODEL = "plugins/catalogue/model.py"
TABLE = "plugins/catalogue/descriptions/association.py"
TEMPLATE = "theme/templates/association.html"

NOTHING: Mapping[str, str] = MappingProxyType({})

BESIDE = {  # in each of the three files what stands there, and what is put before it
    MODEL: (
        "    private_contacts: Annotated[",
        '    motto: Annotated[str, Line(60)] = ""\n',
    ),
    TABLE: (
        '    "address": Row("Anschrift"',
        '    "motto": Row("Wahlspruch", "Ein Satz, den alle kennen.", question="Was sagt man bei'
        ' Ihnen?", example="Gut Holz", step="more"),\n',
    ),
    TEMPLATE: (
        '    <aside class="stack"',
        '    {% if association.motto %}<p class="motto">{{ association.motto }}</p>{% endif %}\n',
    ),
}
ENTRY = """\
---
name: Kegelklub
topics: [sport]
motto: Gut Holz
listed: 2026-10-01
---

Wir kegeln.
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city whose associations have a motto."""
    folder = tmp_path_factory.mktemp("city")
    check_out(folder)
    for file, (place, new) in BESIDE.items():
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(place) >= 1, file
        (folder / file).write_text(text.replace(place, new + place, 1), encoding="utf-8")
    entry = folder / "content" / "associations" / "kegelklub.md"
    entry.parent.mkdir(parents=True)
    entry.write_text(ENTRY, encoding="utf-8")
    for made in ("docs", "schemas"):
        (folder / made).mkdir()
    return folder


def run(
    city: Path, module: str, *arguments: str, code: int = 0, given: Mapping[str, str] = NOTHING
) -> str:
    """What one of the programs says in that city."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=city,
        env={**os.environ, "TODAY": "2026-11-22", "LANGUAGES": "de", **given},
        capture_output=True,
        text=True,
        check=False,
        timeout=MOST,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_it_is_read_and_shown(city: Path) -> None:
    assert "FLD-" not in run(city, "plugins.validation")
    run(city, "plugins.building")
    page = (city / "output" / "vereine" / "kegelklub" / "index.html").read_text(encoding="utf-8")
    assert page.count('<p class="motto">Gut Holz</p>') == 1


def test_it_is_held_against_its_rule(city: Path, tmp_path: Path) -> None:
    long = tmp_path / "content" / "associations" / "kegelklub.md"
    long.parent.mkdir(parents=True)
    long.write_text(ENTRY.replace("Gut Holz", "x" * 61), encoding="utf-8")
    said = run(city, "plugins.validation", code=1, given={"CONTENT": str(tmp_path / "content")})
    assert "kegelklub.md:4:8: FLD-LONG" in said


def test_the_form_asks_for_it(city: Path) -> None:
    run(city, "plugins.building")
    page = (city / "output" / "mitmachen" / "verein" / "index.html").read_text(encoding="utf-8")
    assert page.count('name="motto" data-label="Wahlspruch"') == 1
    assert page.count("Was sagt man bei Ihnen?") == 1


def test_what_the_form_hands_in_is_understood(city: Path) -> None:
    mail = city / "mail.eml"
    mail.write_text(
        "From: a@chor.example\n\nFormular: Änderung\nEintrag: associations/kegelklub\n\n"
        "Wahlspruch: Alle neune\n",
        encoding="utf-8",
    )
    run(city, "plugins.intake.submission", given={"MAIL": str(mail)})
    drafts = list((city / "eingang").glob("*.json"))
    assert len(drafts) == 1
    assert json.loads(drafts[0].read_text(encoding="utf-8"))["fields"] == {"motto": ["Alle neune"]}


def test_whoever_makes_an_entry_is_asked_for_it(city: Path) -> None:
    given = {"NEW_KIND": "Verein", "NEW_NAME": "Schachklub", "NEW_TOPICS": "sport"}
    given |= {"NEW_MOTTO": "Matt", "NEW_GIVEN": "KIND NAME TOPICS MOTTO"}
    run(city, "plugins.intake.new", given=given)
    made = (city / "content" / "associations" / "schachklub.md").read_text(encoding="utf-8")
    assert "\nmotto: Matt\n" in made
    (city / "content" / "associations" / "schachklub.md").unlink()


def test_tables_have_a_column_for_it(city: Path) -> None:
    run(city, "plugins.intake.sheet", "write")
    with (city / "tabellen" / "vereine.csv").open(encoding="utf-8-sig", newline="") as stream:
        heads, _, row = list(csv.reader(stream, delimiter=";"))[:3]
    assert row[heads.index("Wahlspruch")] == "Gut Holz"


def test_editors_and_documents_know_it(city: Path) -> None:
    run(city, "plugins.validation.docs")
    run(city, "plugins.validation.json_schema")
    documents = (city / "docs" / "fields.md").read_text(encoding="utf-8")
    assert documents.count("motto") >= 1 and "Ein Satz, den alle kennen." in documents
    schemas = [path.read_text(encoding="utf-8") for path in (city / "schemas").glob("*.json")]
    assert sum('"motto"' in text for text in schemas) >= 1
