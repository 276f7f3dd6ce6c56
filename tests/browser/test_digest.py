"""What `make digest` writes, as mail programs and browsers show it, and as printers print it."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import opened
from tests.browser.fonts import WITH_EACH
from tests.browser.pages import SCHEMES, judged, violations
from tests.browser.test_paper import HOUSE, full_weeks, sheets
from tests.checkout import run
from tests.conftest import Once
from tests.site.nu import messages

pytestmark = pytest.mark.browser

MAILS = ("buerger.de.eml", "buerger.ar.eml", "vereine/haus.eml", "buero.eml")
WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsverein"
MORE = {
    "associations/haus.yaml": f"{HOUSE}email: haus@haus.example\nlanguages: [ar]\n",
    "associations/neu.yaml": f"name: {WORD}\ntopics: [musik]\nlisted: 2026-11-30\n",
    "board/saal.yaml": f"kind: seek\ntitle: {WORD}\nassociation: neu\ncategory: room\n"
    "posted: 2026-11-24\nexpires: 2026-12-15\n",
    "funding/topf.yaml": "title: Topf\nfunder: Land\ndeadlines: [2026-12-27]\n",
    "events/weg.yaml": f"title: {WORD}\nstart: 2026-12-03T10:00\norganisers: [haus, neu]\n"
    f"status: cancelled\nreason: {WORD}\n",
    "events/lang.yaml": "title: Schau\nstart: 2026-11-20\nend: 2027-01-06\norganisers: [haus]\n",
}


def digest(project: Path, folder: Path, content: Path, week: str = "2026-W49") -> Path:
    """The folder of a digest of this content, in German and Arabic."""
    given = {"CONTENT": str(content), "OUT": str(folder), "WEEK": week, "LANGUAGES": "de,ar"}
    run(project, "plugins.digest", given={**given, "TODAY": "2026-12-01"})
    return folder / week


@pytest.fixture(scope="module")
def written(once: Once, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A week with all that can be in one, in words that are too long for a line."""
    content = full_weeks(tmp_path_factory.mktemp("digest"), 28)
    for name, text in MORE.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    return once("digest", lambda folder: digest(project, folder, content)) / "2026-W49"


def page_of(file: Path, *, with_styles: bool = True) -> str:
    """The page in a mail; without its style sheet, as Gmail's app shows it."""
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("html",))
    assert part is not None
    html = str(part.get_content())
    return html if with_styles else STYLES.sub("", html)


STYLES = re.compile(r"<style>.*?</style>|<meta[^>]*scheme[^>]*>", re.DOTALL)


@pytest.mark.parametrize("with_styles", [True, False], ids=["styles", "bare"])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", MAILS)
def test_a_mail_can_be_read_everywhere(
    chromium: Browser, written: Path, name: str, scheme: Literal["light", "dark"], with_styles: bool
) -> None:
    page = opened(chromium, color_scheme=scheme)
    page.set_content(page_of(written / name, with_styles=with_styles))
    for width in (240, 320, 600, 1200):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    table = page.locator("table table").bounding_box()
    assert table is not None and table["width"] <= 600
    landmarks = {rule: {"enabled": False} for rule in ("landmark-one-main", "region")}
    assert judged(page, rules=landmarks)[1] == [], "but for those of the mail program"
    page.context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["seite.de.html", "seite.ar.html", "aushang.de.html"])
def test_a_page_can_be_read(
    chromium: Browser, written: Path, name: str, scheme: Literal["light", "dark"]
) -> None:
    page = opened(chromium, color_scheme=scheme)
    page.goto((written / name).as_uri())
    for width in (240, 320, 1200):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    page.context.close()


def test_in_arabic_it_begins_on_the_right(chromium: Browser, written: Path) -> None:
    """Also where programs drop what the elements above the table say."""
    page = opened(chromium)
    html = page_of(written / "buerger.ar.eml")
    page.set_content(re.sub(r"(?s).*<body[^>]*>|</body>.*", "", html))
    cell = page.locator("h1")
    assert cell.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert cell.evaluate("one => getComputedStyle(one).textAlign") in ("start", "right")
    page.context.close()


@WITH_EACH
@pytest.mark.parametrize("count", [0, 10, 28, 60, 110, 170, 280, 900])
def test_a_week_is_one_sheet(chromium: Browser, project: Path, tmp_path: Path, count: int) -> None:
    """However many events it has; a quarter of them is in this week."""
    content = full_weeks(tmp_path / "content", count)
    (content / "associations").mkdir(parents=True, exist_ok=True)
    folder = digest(project, tmp_path / "out", content)
    page = opened(chromium)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for tag in ("de", "ar"):
        page.goto((folder / f"aushang.{tag}.html").as_uri())
        assert [sheets(page, paper) for paper in ("A4", "A3")] == [1, 1]
    assert [url for url in asked if not url.startswith("file:")] == []
    page.context.close()


@pytest.mark.html
@pytest.mark.parametrize("name", ["seite.de.html", "seite.ar.html", "aushang.ar.html"])
def test_pages_are_as_the_standard_wants_them(written: Path, name: str) -> None:
    """But for attributes by which old mail programs lay out tables; styles are newer than it."""
    known = re.compile("obsolete" if name.startswith("seite") else ": CSS: ")
    assert {one for one in messages(written / name) if not known.search(one)} == set()
