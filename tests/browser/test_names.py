"""A thousand associations: a form offers the few whose names match, and takes what is typed."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.pages import SIZES, sticks_out, violations
from tests.browser.test_intake import build_with_service, drafts, send
from tests.checkout import check_out
from tests.web.intake.served import Served, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OTHERS = 996
NAMES = {
    "zither": "Zitherfreunde Süd e. V.",
    "quartett": "Quartett, auch im Freien",
    "chor": "Singkreis",
    "kreis": "SINGKREIS",
}
FILE = "**/daten/v1/names.json"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site of a thousand associations, built and served with the service beside it."""
    folder = tmp_path_factory.mktemp("names") / "site"
    check_out(folder)
    named = {**NAMES, **{f"v{n}": f"Verein Nummer {n}" for n in range(OTHERS)}}
    (folder / "content" / "associations").mkdir()
    for key, name in named.items():
        text = f'name: "{name}"\ntopics: [musik]\nlisted: 2020-01-01\n'
        (folder / "content" / "associations" / f"{key}.yaml").write_text(text, "utf-8")
    build_with_service(folder, "de")
    with serving(folder, LANGUAGES="de") as served:
        yield served


Visit = Callable[..., Page]


@pytest.fixture
def visitor(chromium: Browser, service: Served) -> Iterator[Visit]:
    """Opens a page of the served site under its policy, on a phone."""
    with ExitStack() as stack:

        def visit(path: str, *, script: bool = True, blocked: str = "") -> Page:
            page = opened(chromium, viewport=SIZES["phone"], java_script_enabled=script)
            stack.enter_context(closing(page.context))
            if blocked:
                page.route(blocked, lambda route: route.abort())
            page.goto(f"http://127.0.0.1:{service.port}{path}")
            return page

        yield visit


def offered(page: Page, name: str) -> list[list[str]]:
    """What the browser lists below a field: what each option puts there, and what it says."""
    found: list[list[str]] = page.locator(f"[name={name}]").first.evaluate(
        "field => [...field.list.options].map(one => [one.value, one.label])"
    )
    return found


def go_to(page: Page, name: str) -> None:
    """From one control to the next, until this one is reached."""
    for _ in range(200):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(name)


def test_by_keyboard_an_association_of_a_thousand_is_found_and_sent(
    visitor: Visit, service: Served
) -> None:
    page = visitor("/mitmachen/termin/")
    assert page.locator("option").count() < 40
    go_to(page, "title")
    page.keyboard.type("Zither für alle")
    with page.expect_response(FILE) as answer:
        go_to(page, "organisers")
    assert answer.value.ok and offered(page, "organisers") == []
    page.keyboard.type("süd")
    zither = "Zitherfreunde Süd e. V."
    expect(page.locator("[name=organisers] + datalist option")).to_have_text([zither])
    assert violations(page) == [] and not sticks_out(page)
    page.keyboard.press("Control+A")
    page.keyboard.type(zither)
    go_to(page, "start")
    page.keyboard.type("12012026")
    go_to(page, "_email")
    page.keyboard.type("mona@zither.example")
    page.keyboard.press("Enter")
    expect(page.locator("[data-handing-in]")).to_be_visible()
    link = page.locator("main a[href$='/vereine/zither/']").first
    expect(link).to_have_text(zither)
    send(page)
    (draft,) = (one for one in drafts(service) if one.fields.get("title") == ("Zither für alle",))
    assert draft.fields["organisers"] == (zither,)


@pytest.mark.parametrize(
    ("path", "name", "typed", "found"),
    [
        ("termin", "venue", "verein nummer 99", 7),
        ("termin", "venue", "VEREIN", 20),
        ("termin", "venue", "Boxclub", []),
        ("termin", "venue", "Saal, zither", []),
        ("termin", "venue", " ", []),
        ("termin", "organisers", "quartett, auch", [["Quartett, auch im Freien"] * 2]),
        ("termin", "organisers", "office; fr", [
            ["office; Quartett, auch im Freien", "Quartett, auch im Freien"],
            ["office; Zitherfreunde Süd e. V.", "Zitherfreunde Süd e. V."],
        ]),
        ("biete-suche", "association", "singk", [["chor", "Singkreis"], ["kreis", "SINGKREIS"]]),
        ("hinweis", "_entry", "singk", [
            ["associations/chor", "Singkreis"], ["associations/kreis", "SINGKREIS"],
        ]),
    ],
)  # fmt: skip
def test_what_is_offered(
    visitor: Visit, path: str, name: str, typed: str, found: int | list[list[str]]
) -> None:
    page = visitor(f"/mitmachen/{path}/")
    field = page.locator(f"[name={name}]")
    with page.expect_response(FILE):
        field.focus()
    field.fill(typed)
    page.wait_for_function("new Promise(requestAnimationFrame)")
    options = offered(page, name)
    assert (len(options) if isinstance(found, int) else options) == found


def test_the_file_is_asked_for_once_and_only_by_who_wants_it(visitor: Visit) -> None:
    page = visitor("/mitmachen/termin/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.fill("[name=title]", "Probe")
    by_itself = "/js/offline.js"
    assert [url for url in asked if not url.endswith(by_itself)] == []
    for name in ("organisers", "venue", "organisers"):
        page.focus(f"[name={name}]")
        page.wait_for_load_state("networkidle")
    names = [url.rpartition("/")[2] for url in asked if not url.endswith(by_itself)]
    assert names == ["names.json"]


@pytest.mark.parametrize(("script", "blocked"), [(False, ""), (True, FILE)])
def test_a_name_that_is_typed_is_enough(
    visitor: Visit, service: Served, script: bool, blocked: str
) -> None:
    """Without a script, and where the file does not come: the service finds who is meant."""
    page = visitor("/mitmachen/hinweis/", script=script, blocked=blocked)
    page.fill("[name=_entry]", "Zitherfreunde Süd e. V.")
    page.fill("[name=_message]", f"Hallo, {script}")
    page.fill("[name=_email]", "mona@zither.example")
    page.click("form.form button[type=submit]:not([name])")
    send(page)
    (draft,) = (one for one in drafts(service) if one.message == f"Hallo, {script}")
    assert draft.entry == "associations/zither"


def test_a_form_that_comes_back_offers_them_too(visitor: Visit) -> None:
    """The service makes the same form as the build."""
    page = visitor("/mitmachen/biete-suche/", script=False)
    page.click("form.form button[type=submit]:not([name])")
    assert page.locator("form.form").get_attribute("data-names-at") == "/daten/v1/names.json"
    assert page.locator("script[src$='/js/names.js']").count() == 1
