"""What docs/changing.md says is all that a change needs: each recipe is followed, to the letter.

It is followed in a copy, its commands and the tests that it names with it; then the change must
have its effect. Where the list could be too long, each file is left out once, and must be missed.
"""

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.checkout import ROOT, run
from tests.recipes import Command, Edit, city_of, follow, recipes

RECIPES = recipes()
CLUB = "content/associations/kegelklub.md"
ENTRY: Mapping[str, str] = MappingProxyType({
    "name": "Kegelklub",
    "topics": "[sport]",
    "email": "kegeln@klub.example",
    "founded": "1996",
    "listed": "2026-10-01",
})  # fmt: skip


def place(city: Path, **more: str) -> None:
    """The one association of the city."""
    fields = "".join(f"{name}: {value}\n" for name, value in {**ENTRY, **more}.items())
    (city / CLUB).parent.mkdir(parents=True, exist_ok=True)
    (city / CLUB).write_text(f"---\n{fields}---\n\nWir kegeln.\n", encoding="utf-8")


def built(city: Path, name: str, **given: str) -> str:
    """A file of the city's site, which is built for it."""
    run(city, "plugins.building", given=given)
    file = city / "output" / name
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def field(city: Path) -> None:
    """It is shown, held against its rule, asked for in every way, and told in documents."""
    place(city, motto="Gut Holz")
    assert "FLD-" not in run(city, "plugins.validation")
    page = built(city, "vereine/kegelklub/index.html")
    assert page.count('<p class="motto"><bdi>Gut Holz</bdi></p>') == 1
    form = built(city, "mitmachen/verein/index.html")
    assert form.count('name="motto" data-label="Wahlspruch"') == 1
    assert form.count("Was sagt man bei Ihnen?") == 1
    place(city, motto="x" * 61)
    assert "kegelklub.md:7:8: FLD-LONG" in run(city, "plugins.validation", code=1)
    place(city, motto="Gut Holz")
    draft = _handed_in(city, "Änderung", "Wahlspruch: Alle neune")
    assert draft["fields"] == {"motto": ["Alle neune"]}
    _new(city, KIND="Verein", NAME="Schachklub", TOPICS="sport", MOTTO="Matt")
    made = (city / CLUB).with_name("schachklub.md").read_text(encoding="utf-8")
    assert "\nmotto: Matt\n" in made
    run(city, "plugins.intake.sheet", "write")
    with (city / "tabellen" / "vereine.csv").open(encoding="utf-8-sig", newline="") as stream:
        heads, _, row = list(csv.reader(stream, delimiter=";"))[:3]
    assert row[heads.index("Wahlspruch")] == "Gut Holz"
    assert "Ein Satz, den alle kennen." in (city / "docs" / "fields.md").read_text("utf-8")
    assert '"motto"' in (city / "schemas" / "association.json").read_text("utf-8")


def _handed_in(city: Path, form: str, text: str) -> Mapping[str, object]:
    """The draft of a mail about the one entry."""
    mail = city / "mail.eml"
    about = f"Formular: {form}\nEintrag: associations/kegelklub"
    mail.write_text(f"From: a@chor.example\n\n{about}\n\n{text}\n", encoding="utf-8")
    run(city, "plugins.intake.submission", given={"MAIL": str(mail)})
    (draft,) = (city / "eingang").glob("*.json")
    read: Mapping[str, object] = json.loads(draft.read_text(encoding="utf-8"))
    return read


def _new(city: Path, **answers: str) -> None:
    """`make new` with these answers."""
    given = {f"NEW_{name}": text for name, text in answers.items()}
    run(city, "plugins.intake.new", given={**given, "NEW_GIVEN": " ".join(answers)})


def choice(city: Path) -> None:
    """Its words are read by programs, and what they are called by people."""
    place(city)
    event = city / "content" / "events" / "kegeln.md"
    event.parent.mkdir()
    head = "title: Kegeln\nstart: 2026-12-01T19:00\norganisers: [kegelklub]\nchildcare:"
    event.write_text(f"---\n{head} on_request\n---\n", encoding="utf-8")
    assert "FLD-" not in run(city, "plugins.validation")
    told = built(city, "termine/kegeln/index.html")
    assert told.count("Kinderbetreuung</dt><dd>auf Anfrage</dd>") == 1
    asked = (city / "output" / "mitmachen" / "termin" / "index.html").read_text("utf-8")
    assert asked.count('name="childcare" value="on_request" data-said="auf Anfrage"') == 1
    run(city, "plugins.intake.sheet", "write")
    assert ';"auf Anfrage";' in (city / "tabellen" / "termine.csv").read_text("utf-8-sig")


def page(city: Path) -> None:
    """It is there in every language, and linked."""
    place(city)
    told = built(city, "jubilaeen/index.html", LANGUAGES="de,ar")
    assert told.count('<a href="/vereine/kegelklub/"><bdi>Kegelklub</bdi></a>: 30') == 1
    assert (city / "output" / "ar" / "jubilaeen" / "index.html").is_file()
    assert 'href="/jubilaeen/"' in (city / "output" / "bericht" / "index.html").read_text("utf-8")


def rule(city: Path) -> None:
    """It finds its case, and is told in documents."""
    place(city, summary="Kegelklub")
    assert "kegelklub.md:7:10: FLD-SUMMARY Warnung: " in run(city, "plugins.validation")
    assert "## FLD-SUMMARY" in (city / "docs" / "codes.md").read_text("utf-8")


def export(city: Path) -> None:
    """It is there once, whatever the languages, and may be published."""
    place(city, location="{latitude: 52.5, longitude: 13.25}")
    run(city, "plugins.publishing", "publish", given={"LANGUAGES": "de,ar"})
    live = city / "releases" / "live"
    assert [str(file.relative_to(live)) for file in live.rglob("*.geojson")] == [
        "vereine/kegelklub/ort.geojson"
    ]
    assert json.loads((live / "vereine/kegelklub/ort.geojson").read_bytes()) == {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [13.25, 52.5]},
        "properties": {"name": "Kegelklub"},
    }


def target(city: Path) -> None:
    """It publishes there, and goes back."""
    place(city)
    settings = city / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    assert text.count('PUBLISH_TO = "releases"') == 1
    settings.write_text(text.replace('"releases"', '"noted:www"'), encoding="utf-8")
    run(city, "plugins.publishing", "publish")
    www = city / "www"
    assert (www / "live.txt").read_text("utf-8") == (www / "live").readlink().name


def kind(city: Path) -> None:
    """It has its pages, its table, and `make new` asks for it."""
    place(city)
    award = {"TITLE": "Preis der Stadt", "ASSOCIATION": "kegelklub", "HANDED": "2026-05-01"}
    _new(city, KIND="Ehrung", **award)
    assert "FLD-" not in run(city, "plugins.validation")
    told = built(city, "ehrungen/preis-der-stadt/index.html")
    assert told.count("<p><bdi>Kegelklub</bdi>, 1.\u00a0Mai 2026</p>") == 1
    listed = (city / "output" / "ehrungen" / "index.html").read_text("utf-8")
    assert listed.count('<a href="/ehrungen/preis-der-stadt/"><bdi>Preis der Stadt</bdi></a>') == 1
    assert (city / "schemas" / "award.json").is_file()
    run(city, "plugins.intake.sheet", "write")
    assert "Preis der Stadt" in (city / "tabellen" / "ehrungen.csv").read_text("utf-8")


def language(city: Path) -> None:
    """The site is there in it."""
    place(city)
    told = built(city, "pl/vereine/kegelklub/index.html", LANGUAGES="")
    assert '<html lang="pl" dir="ltr"' in told
    assert '<span class="languages__now">Polski</span>' in told


def form(city: Path) -> None:
    """It has its page, and what it hands in is understood."""
    place(city)
    told = built(city, "mitmachen/frage/index.html")
    assert "<h1>Etwas fragen</h1>" in told
    draft = _handed_in(city, "Frage", "Nachricht: Wann?")
    assert (draft["form"], draft["entry"]) == ("frage", "associations/kegelklub")


EFFECTS: Mapping[str, Callable[[Path], None]] = {
    "A field": field,
    "A choice": choice,
    "A page": page,
    "A kind of entry": kind,
    "A rule": rule,
    "An export": export,
    "A language": language,
    "A form": form,
    "A publishing target": target,
}


def test_each_recipe_is_followed() -> None:
    assert sorted(RECIPES) == sorted(EFFECTS)


def test_each_place_is_there(project: Path) -> None:
    """So whoever moves something is told at once; the tests below take longer."""
    edits = [step for steps in RECIPES.values() for step in steps if isinstance(step, Edit)]
    roots = {step: project if step.file == "pelican.conf.py" else ROOT for step in edits}
    paths = {step: root / step.file for step, root in roots.items()}
    texts = {
        step: path.read_text("utf-8") if path.exists() else None for step, path in paths.items()
    }
    assert [found for step, text in texts.items() if (found := step.wrong(text))] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", EFFECTS)
def test_a_recipe(tmp_path: Path, name: str) -> None:
    city_of(tmp_path)
    follow(RECIPES[name], tmp_path)
    EFFECTS[name](tmp_path)


MAP = "tests/test_architecture.py::test_every_package_is_named_in_the_map"
MISSED_BY: Mapping[str, str] = MappingProxyType({
    "A field": "tests/catalogue/test_descriptions.py",
    "A page": f"{MAP} tests/browser/test_addresses.py",
    "An export": "tests/rendering/test_urls.py",
})  # fmt: skip
"""The tests that tell what a change lacks, as far as it does not lack its effect."""

LEFT_OUT = [
    (name, file)
    for name in MISSED_BY
    for file in dict.fromkeys(step.file for step in RECIPES[name] if isinstance(step, Edit))
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "file"), LEFT_OUT)
def test_each_file_is_needed(tmp_path: Path, name: str, file: str) -> None:
    city_of(tmp_path)
    for step in RECIPES[name]:
        if isinstance(step, Edit) and step.file != file:
            step.make(tmp_path)
    with pytest.raises((AssertionError, ValueError)):
        EFFECTS[name](tmp_path)
        Command(f'make quick ARGS="{MISSED_BY[name]}"').make(tmp_path)
