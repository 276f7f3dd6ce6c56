"""A small site, stored as it should look: content/ beside expected/. `make bless` renews it.

Of a page is stored what is its own (title, links, main part), in expected/; what stands around
every page is stored once for each language, in frames/, and each page is held against both. Of the
pages in other languages some are stored, and in the manifest the names of all. The digests in
addresses of static files are left out: so a change to the style sheet leaves all alone.
"""

import re
import shutil
from pathlib import Path

import pytest

from tests.checkout import check_out, run
from tests.framed import taken_apart

pytestmark = pytest.mark.slow

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small"
LANGUAGES = ("de", "ar", "uk")  # uk: with a translation that is outdated
TRANSLATED = re.compile(
    r"ar/(?:(?:vereine/(?:chor/)?|termine/(?:probe|2026-12)/|biete-suche/saal/|bericht/2025/|daten/)?)"
    r"index\.html|uk/vereine/chor/index\.html"
)


CHOICE = re.compile(
    r"(termine|biete-suche)/.+/(termine|biete-suche|kalender)\.(ics|atom|json|html)"
)
"""The calendars and news of choices, of which there are some for each term of the closed lists."""

KINDS = ("expected", "frames")
NOT_FOUND = {"404.html": "404"}
"""It has an address of its own in no language, so its frame is another."""

CHANGES = (
    ("base.html", " – {{ site.name }}</title>", " – {{ site.name }} heute</title>"),
    ("base.html", '<header class="masthead">', '<header class="masthead" data-new>'),
    (
        "components/colophon.html",
        '<p class="colophon__name">',
        '<p class="colophon__name">Das ist: ',
    ),
)


def is_stored(name: str) -> bool:
    """Of other languages and of choices a few; the index of the search has tests of its own."""
    if name.startswith("suche/1/"):
        return False
    if CHOICE.fullmatch(name):
        return name.startswith(("termine/sprache/uk/", "termine/thema/musik/"))
    return not name.startswith(("ar/", "uk/")) or TRANSLATED.fullmatch(name) is not None


def files(folder: Path) -> dict[str, str]:
    """The text of each file, by its name; pictures have none."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".png")
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in paths}


def build(city: Path, folder: Path) -> Path:
    """The small site in that checkout of the city of the tests; in a folder of its own."""
    content = folder / "small"
    shutil.copytree(SMALL / "content", content)  # not in git, whose commits would be seen
    given = {"CONTENT": str(content), "OUTPUT": str(folder / "out")}
    run(city, "plugins.building", given={**given, "LANGUAGES": ",".join(LANGUAGES)})
    return folder / "out"


def goldens(site: Path) -> dict[str, str]:
    """What is stored of a built site, by the names of the files in which it is stored."""
    found: dict[str, str] = {}
    for name, text in files(site).items():
        text = re.sub(r"static/[0-9a-f]{12}/", "static/DIGEST/", text)
        if name.endswith(".html") and not name.endswith("/kalender.html"):  # without a frame
            page = taken_apart(text, name, LANGUAGES)
            assert page.text == text, name
            text, kind = page.part, name.split("/")[0]
            frame = (
                f"frames/{kind if kind in LANGUAGES else NOT_FOUND.get(kind, LANGUAGES[0])}.html"
            )
            assert found.setdefault(frame, page.frame) == page.frame, name
        if is_stored(name) and not name.startswith("static/"):
            found[f"expected/{name}"] = text
    return found


def stored() -> dict[str, str]:
    return {f"{kind}/{name}": text for kind in KINDS for name, text in files(SMALL / kind).items()}


@pytest.mark.golden
def test_small_site(project: Path, tmp_path: Path, bless: bool) -> None:
    found = goldens(build(project, tmp_path))
    if bless:
        for kind in KINDS:
            shutil.rmtree(SMALL / kind, ignore_errors=True)
        for name, text in found.items():
            (SMALL / name).parent.mkdir(parents=True, exist_ok=True)
            (SMALL / name).write_bytes(text.encode())
    expected = stored()
    assert sorted(found) == sorted(expected)
    for name, text in found.items():
        assert text == expected[name], name


def test_what_changes_in_the_frame_is_to_be_read_once_for_each_language(tmp_path: Path) -> None:
    check_out(tmp_path)
    for name, before, after in CHANGES:
        template = tmp_path / "theme" / "templates" / name
        text = template.read_text(encoding="utf-8")
        assert text.count(before) == 1
        template.write_text(text.replace(before, after), encoding="utf-8")
    found, expected = goldens(build(tmp_path, tmp_path)), stored()
    assert found.keys() == expected.keys()
    changed = {name for name, text in found.items() if text != expected[name]}
    assert changed == {f"frames/{name}.html" for name in (*LANGUAGES, "404")}
