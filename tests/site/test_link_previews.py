"""What those read who show a link somewhere else: Open Graph, and one tag of Twitter's."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from plugins.catalogue.settings import Settings
from plugins.rendering.previews import DRAWN, WIDEST
from tests.conftest import Build

HOST = "https://anlaufstelle.example"
ONCE = (
    "og:title og:description og:url og:type og:site_name og:locale og:image og:image:width "
    "og:image:height og:image:alt twitter:card description"
).split()
MOVED = 'http-equiv="refresh"'


class Tags(HTMLParser):
    """The tags of a page that have a content, and where its one address is."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.canonical = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta":
            names = (given.get(key) for key in ("property", "name"))
            self.found += ((name, given["content"] or "") for name in names if name)
        if given.get("rel") == "canonical":
            self.canonical = given["href"] or ""


def tags(html: str) -> Tags:
    reader = Tags()
    reader.feed(html)
    return reader


def pages(site: Path) -> dict[str, str]:
    """The pages that may be found, by their paths in the site."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    hidden = '<meta name="robots" content="noindex">'
    return {p.relative_to(site).as_posix(): text for p, text in texts.items() if hidden not in text}


def pixels(site: Path, address: str) -> tuple[str, tuple[int, int]]:
    """The form and the size of a picture of the site."""
    with Image.open(site / address.removeprefix(f"{HOST}/")) as picture:
        return str(picture.format), picture.size


@pytest.fixture(scope="module")
def both(built_once: object, settings: Settings) -> Path:
    """The sample in two languages."""
    root = Path(__file__).resolve().parents[2]
    built: Path = built_once("previews", root / "content", LANGUAGES="de,ar")  # type: ignore[operator]
    return built


@pytest.mark.sample
def test_each_page_has_each_tag_once(both: Path) -> None:
    found = pages(both)
    assert len(found) > 600
    for name, html in found.items():
        page = tags(html)
        count = Counter(key for key, _ in page.found)
        assert {key: count[key] for key in ONCE} == dict.fromkeys(ONCE, 1), name
        said = dict(page.found)
        assert all(said[key] for key in ONCE if key != "og:image:alt"), name
        assert said["og:url"] == page.canonical, name
        assert said["og:locale"] == ("ar_AR" if name.startswith("ar/") else "de_DE")
        assert [text for key, text in page.found if key == "og:locale:alternate"] == [
            "de_DE" if name.startswith("ar/") else "ar_AR"
        ]
        assert len(said["og:description"]) < 400, name


def descriptions(site: Path) -> dict[str, tuple[str, str]]:
    """The title and the description of each page that is no former address."""
    found = {name: dict(tags(html).found) for name, html in pages(site).items()
             if MOVED not in html}  # fmt: skip
    return {name: (said["og:title"], said["og:description"]) for name, said in found.items()}


LISTS = re.compile(
    r"(?:ar/)?(?:vereine|termine|biete-suche|netzwerke|foerderung|bericht)/"
    r"(?:(?:thema|sprache|stadtteil|zielgruppe|archiv|format)/.*|karte/|[0-9W-]+/|raeume/"
    r"|kostenlos/|barrierefrei/|wochenende/|aushang/)?index.html"
)


@pytest.mark.sample
def test_each_list_says_what_it_is(both: Path) -> None:
    """In other words than its title, and no two say the same."""
    lists = {n: said for n, said in descriptions(both).items() if LISTS.fullmatch(n)}
    assert len(lists) > 150
    repeated = [name for name, (title, text) in lists.items() if text.startswith(f"{title}.")]
    assert repeated == []
    times = Counter(text for _, text in lists.values())
    assert {n: text for n, (_, text) in lists.items() if times[text] > 1} == {}


@pytest.mark.sample
def test_the_directory_says_how_many_there_are(both: Path) -> None:
    said = {name: text for name, (_, text) in descriptions(both).items()}
    assert re.fullmatch(
        r"\d+ Vereine und Initiativen in Musterstadt: Angebote, Sprachen, Kontakt\.",
        said["vereine/index.html"],
    )
    assert re.fullmatch(
        r"\d+ Vereine und Initiativen zum Thema Musik\.", said["vereine/thema/musik/index.html"]
    )
    assert re.fullmatch(
        r"\d+ Veranstaltungen der Vereine in Musterstadt: kostenlos\.",
        said["termine/kostenlos/index.html"],
    )


@pytest.mark.sample
def test_each_picture_is_there_as_it_is_said(both: Path) -> None:
    said = {tuple((k, v) for k, v in tags(html).found if k.startswith("og:image"))
            for html in pages(both).values()}  # fmt: skip
    shown = {(s["og:image"], s["og:image:width"], s["og:image:height"]) for s in map(dict, said)}
    assert len(shown) > 20
    for address, width, height in shown:
        form, size = pixels(both, address)
        assert size == (int(width), int(height)), address
        assert form == ("JPEG" if "/images/" in address else "PNG")
        assert "/images/" in address or size == DRAWN
        assert size[0] <= WIDEST


@pytest.mark.sample
def test_pages_that_nobody_shall_find_are_not_shown(both: Path) -> None:
    for name in ("404.html", "stand/index.html", "ar/stand/index.html"):
        found = {key for key, _ in tags((both / name).read_text(encoding="utf-8")).found}
        assert {key for key in found if re.match("og:|twitter:", key)} == {"og:description"}, name


@pytest.mark.sample
def test_the_sitemap_lists_what_may_be_found(both: Path) -> None:
    listed = re.findall("<loc>(.*?)</loc>", (both / "sitemap.xml").read_text(encoding="utf-8"))
    own = {tags(html).canonical for html in pages(both).values() if MOVED not in html}
    assert sorted(listed) == sorted(own)


FILES = {
    "associations/chor.md": (
        "---\nname: 'Chor \"<b>\" & Co'\ntopics: [musik]\nlisted: 2026-01-01\n"
        "formerly: [gesang]\n---\n## Kopf\n\nWir *singen*.\n"
    ),
    "events/fest.md": (
        "---\ntitle: Fest\nstart: 2026-12-05T15:00\nend: 2026-12-05T18:00\norganisers: [chor]\n"
        "venue: {name: Saal e. V.}\nstatus: cancelled\nreason: Sturm\n---\nMit *Musik*.\n"
    ),
    "events/tagung.md": (
        "---\ntitle: Tagung\nstart: 2026-12-05\norganisers: [chor]\nformat: talk\n---\n"
    ),
    "board/saal.md": (
        "---\nkind: offer\ntitle: Saal\nassociation: chor\ncategory: room\n"
        "posted: 2026-11-01\nexpires: 2027-02-01\n---\nMit Bühne.\n"
    ),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, run_build: Build) -> Path:
    folder = tmp_path_factory.mktemp("previews")
    for name, text in FILES.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = run_build(folder / "out", CONTENT=str(folder / "content"), LANGUAGES="de")
    assert done.returncode == 0, done.stderr
    return folder / "out"


@pytest.mark.parametrize(
    ("page", "title", "description", "picture"),
    [
        ("vereine/chor", 'Chor "<b>" & Co', "Wir singen.", "note"),
        ("termine/fest", "Fest",
         "Abgesagt: 5. Dezember 2026, 15:00–18:00 Uhr, Saal e. V.: Mit Musik.", "calendar"),
        ("termine/tagung", "Tagung", "5. Dezember 2026, ganztägig", "speech"),
        ("biete-suche/saal", "Saal", 'Biete, Chor "<b>" & Co: Mit Bühne.', "door"),
        ("vereine/thema/musik", None, None, "note"),
        ("termine", "Termine", None, "calendar"),
        ("vereine/gesang", 'Chor "<b>" & Co', None, "sign"),
    ],
)  # fmt: skip
def test_what_is_said(
    small: Path, page: str, title: str | None, description: str | None, picture: str
) -> None:
    said = dict(tags((small / page / "index.html").read_text(encoding="utf-8")).found)
    assert said["og:title"] == title or title is None
    assert said["og:description"].replace("\xa0", " ") == description or description is None
    assert re.search(r"previews/(\w+)\.png", said["og:image"])[1] == picture  # type: ignore[index]


def test_a_former_address_says_where_it_is_now(small: Path) -> None:
    page = tags((small / "vereine/gesang/index.html").read_text(encoding="utf-8"))
    assert page.canonical == dict(page.found)["og:url"] == f"{HOST}/vereine/chor/"
