"""How many sheets a page takes when it is printed."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import opened
from tests.browser.fonts import WITH_EACH
from tests.browser.pages import PAGES, SIZES, Visit, as_typed, sticks_out, violations
from tests.browser.serving import served

pytestmark = pytest.mark.browser

SHEETS = {
    "association, full": 2,
    "association, own script": 2,
    "association, minimal": 1,
    "event, recurring": 2,
    "event, all day": 2,
    "event, over": 2,
    "posting with a room": 2,
    "report": 4,
    "directory": 5,
    "calendar": 5,
    "month": 2,
    "network, ended": 2,
}
"""The most that a type of page may take: what is longer than it was has to be looked at."""


def sheets(page: Page, size: str = "A4") -> int:
    """How many sheets of paper of this size it takes."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format=size)))


@pytest.mark.parametrize("prefix", ["", "/ar", "/uk"])
@pytest.mark.parametrize("name", SHEETS)
def test_sheets(visit: Visit, name: str, prefix: str) -> None:
    assert sheets(visit(prefix + PAGES[name])) <= SHEETS[name]


LONG = "Ein Fest der Nachbarschaft mit Musik, Tanz, Essen und Geschichten " * 2
MANY_SCRIPTS = "Fest 축제 節日 مهرجان фестиваль γιορτή त्योहार " * 4

SHEETS_TO_HANG_UP = {
    "series": "/termine/chorprobe/",
    "once, with a picture": "/termine/adventskonzert-2026/",
    "several days": "/termine/fest-der-kulturen-2027/",
    "called off": "/termine/ausflug-weihnachtsmarkt-2026/",
    "association, full": PAGES["association, full"],
    "association, own script": PAGES["association, own script"],
    "association, minimal": PAGES["association, minimal"],
    "posting": PAGES["posting with a room"],
}


@pytest.mark.parametrize("prefix", ["", "/ar", "/uk"])
@pytest.mark.parametrize("path", SHEETS_TO_HANG_UP.values(), ids=SHEETS_TO_HANG_UP)
def test_what_is_hung_up_takes_one_sheet(visit: Visit, path: str, prefix: str) -> None:
    """Whatever the title, on either paper; all that stands on it is inside its edges."""
    page = visit(f"{prefix}{path}#aushang")
    sheet, title = page.locator(".sheet"), page.locator(".sheet__title bdi")
    for words in (title.inner_text(), LONG, MANY_SCRIPTS, "Donaudampfschifffahrtsgesellschaft"):
        title.evaluate(
            "(one, words) => (one.textContent = words) && words.length > 90"
            " && (one.parentNode.dataset.length = 'l')",
            words,
        )
        assert [sheets(page, size) for size in ("A4", "A3")] == [1, 1]
        code = page.locator(".sheet__code").bounding_box()
        edge = sheet.bounding_box()
        assert code is not None and edge is not None
        assert code["y"] + code["height"] <= edge["y"] + edge["height"]
    assert page.locator("main > :not(.sheet-frame)").filter(visible=True).count() == 0
    page.get_by_role("link", name=BACK[prefix]).click()
    assert not sheet.is_visible() and page.locator("h1").is_visible()


BACK = {"": "Zurück zur Seite", "/ar": "العودة إلى الصفحة", "/uk": "Назад до сторінки"}


@pytest.mark.parametrize("path", SHEETS_TO_HANG_UP.values(), ids=SHEETS_TO_HANG_UP)
def test_it_is_for_everyone_on_the_screen(look: Visit, path: str) -> None:
    for size in SIZES.values():
        page = look(f"{path}#aushang", viewport=size)
        assert violations(page) == [] and not sticks_out(page)


def test_who_is_called_off_says_so(visit: Visit) -> None:
    page = visit("/termine/ausflug-weihnachtsmarkt-2026/#aushang")
    assert page.locator(".sheet .state").inner_text() == "Abgesagt"


def test_what_is_over_has_none(visit: Visit) -> None:
    assert visit(PAGES["event, over"]).locator("#aushang").count() == 0


@pytest.mark.parametrize("prefix", ["", "/ar", "/uk"])
def test_the_coming_four_weeks_are_one_sheet(visit: Visit, prefix: str) -> None:
    path = f"{prefix}/termine/aushang/"
    assert [sheets(visit(path), size) for size in ("A4", "A3")] == [1, 1]


TITLES = (
    (
        "Gemeinsam kochen und erzählen: ein Abend mit Musik und Geschichten",
        "مساء الحكايات والموسيقى",
    ),
    ("Offene Probe", "تدريب مفتوح للجميع"),
    (
        "Deutsch am Vormittag für Frauen, mit Kinderbetreuung",
        "لغات المنشأ للأطفال والكبار",
    ),
)
HOUSE = "name: Interkulturelles Haus am alten Hafen e. V.\ntopics: [musik]\nlisted: 2020-01-01\n"


def full_weeks(folder: Path, count: int) -> Path:
    """A city with so many events in the coming four weeks, which say at length what they are."""
    files = {"associations/haus.yaml": HOUSE}
    for number in range(count):
        start = datetime(2026, 11, 22, 13) + timedelta(days=number * 28 // count, minutes=number)
        german, arabic = TITLES[number % len(TITLES)]
        files[f"events/e{number}.yaml"] = (
            f"title: '{german}'\nstart: {start:%Y-%m-%dT%H:%M}\nend: {start:%Y-%m-%dT23:30}\n"
            "organisers: [haus]\nvenue: haus\n"
        )
        files[f"events/e{number}.ar.yaml"] = f"title: '{arabic}'\n"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


FULL = {10: {"m"}, 40: {"s", "xs"}, 120: {"xs"}}
"""Numbers of events, and the sizes of type that their sheet may have."""


@pytest.fixture(scope="module", params=FULL)
def full(
    request: pytest.FixtureRequest,
    built_once: Callable[..., Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, int]]:
    """Where such a city is served, and how many events it has."""
    count = request.param
    content = full_weeks(tmp_path_factory.mktemp(f"full{count}"), count)
    with served(built_once(f"full-weeks-{count}", content, LANGUAGES="de,ar")) as address:
        yield address, count


@WITH_EACH
@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_very_full_weeks_are_one_sheet(
    chromium: Browser, full: tuple[str, int], prefix: str
) -> None:
    """In small type; what finds no room in that is counted, and the code leads to it."""
    address, count = full
    page = opened(chromium)
    page.goto(f"{address}{prefix}/termine/aushang/")
    assert [sheets(page, paper) for paper in ("A4", "A3")] == [1, 1]
    page.emulate_media(media="print")
    assert page.locator(".notice-sheet").get_attribute("data-size") in FULL[count]
    rows = page.locator(".notice-rows li").filter(visible=True).count()
    more = page.locator("[data-true-until]:visible")
    left = int(re.findall(r"\d+", more.inner_text())[0]) if more.count() else 0
    assert rows + left == count and (left > 0) == (count > 100)
    assert page.locator(".sheet__code").is_visible()
    page.context.close()


def test_days_that_are_over_leave_it(visit: Visit) -> None:
    page = visit("/termine/aushang/", now="2026-12-10T12:00:00+01:00")
    said = as_typed(page.locator("main").inner_text())
    assert "Dienstag, 8. Dezember 2026" not in said
    assert "Samstag, 12. Dezember 2026" in said
    later = visit("/termine/aushang/", now="2027-11-22T12:00:00+01:00")
    assert later.locator(".notice-rows li").filter(visible=True).count() == 0
    assert later.get_by_text("Zurzeit sind keine Termine eingetragen.").is_visible()


def test_it_is_shared_as_the_device_can(visit: Visit) -> None:
    """Nothing that does not work is offered."""
    page = visit("/404.html")
    page.add_init_script("navigator.share = (what) => Promise.resolve((window.shared = what))")
    page.goto(page.url.replace("/404.html", "/vereine/chor-der-nationen/"))
    page.get_by_role("button", name="Teilen").click()
    assert page.evaluate("shared") == {
        "title": "Chor der Nationen",
        "url": "https://anlaufstelle.example/vereine/chor-der-nationen/",
    }
    without = visit("/vereine/chor-der-nationen/", java_script_enabled=False)
    assert without.locator("[data-share], [data-link]").filter(visible=True).count() == 0
    mail = without.get_by_role("link", name="Per E-Mail weitergeben").get_attribute("href")
    assert mail == (
        "mailto:?subject=Chor%20der%20Nationen"
        "&body=https%3A//anlaufstelle.example/vereine/chor-der-nationen/"
    )


INSIDE = """() => [...document.querySelectorAll(".sheet__strips li")].map((strip) => {
    const box = (one) => one.getBoundingClientRect();
    const whole = box(strip), sheet = box(strip.closest(".sheet"));
    const isInside = ({ left, right, bottom }) =>
        left >= whole.left && right <= whole.right && bottom <= whole.bottom;
    const margin = Math.min(whole.left - sheet.left, sheet.right - whole.right);
    const { borderLeftWidth, borderRightWidth } = getComputedStyle(strip);
    return {
        whole: [...strip.querySelectorAll("bdi")].map(box).every(isInside),
        margin: margin / sheet.width >= 4 / 210,
        cut: parseFloat(borderLeftWidth) + parseFloat(borderRightWidth) > 0,
    };
})"""


@pytest.mark.parametrize("prefix", ["", "/ar", "/uk"])
@pytest.mark.parametrize("size", SIZES)
def test_each_strip_is_torn_off_whole(visit: Visit, prefix: str, size: str) -> None:
    """On paper and on the screen; where printers print, with a line between all."""
    path = f"{prefix}{PAGES['posting with a room']}#aushang"
    page = visit(path, viewport=SIZES[size])
    for media in ("print", "screen"):
        page.emulate_media(media=media)
        strips = page.evaluate(INSIDE)
        assert [strip.pop("cut") for strip in strips] == [False] + [True] * 7
        assert strips == [{"whole": True, "margin": True}] * 8
