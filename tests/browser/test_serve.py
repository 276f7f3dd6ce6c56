"""`make serve` as somebody who writes an entry sees it: save, look, without touching the page."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.conftest import PATIENCE
from tests.waiting import MOST

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "sites" / "small" / "content"


class Serving:
    """`make serve` on a content folder of its own."""

    def __init__(self, project: Path, folder: Path, **environment: str) -> None:
        self.content, self.output = folder / "content", folder / "output"
        shutil.copytree(SMALL, self.content)
        given = {"CONTENT": str(self.content), "OUTPUT": str(self.output), "PORT": "0"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "plugins.serving"],
            env={**os.environ, **given, "TODAY": "2026-11-22", **environment},
            cwd=project,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr is not None
        self.address = self.process.stderr.readline().split()[0].rstrip("/")

    @property
    def choir(self) -> Path:
        """An entry to be edited."""
        return self.content / "associations" / "chor.md"

    def edit(self, old: str, new: str) -> None:
        """Save the entry as editors do: written beside, then put into its place."""
        text = self.choir.read_text(encoding="utf-8")
        assert old in text
        beside = self.choir.with_name(".chor.md.part")
        beside.write_text(text.replace(old, new, 1), encoding="utf-8")
        beside.replace(self.choir)

    def end(self) -> tuple[int, str]:
        """Interrupt it; its exit code and what else it said."""
        self.process.send_signal(signal.SIGINT)
        try:
            _, said = self.process.communicate(timeout=MOST)
        finally:
            self.process.kill()
        return self.process.returncode, said


@pytest.fixture
def serving(project: Path, tmp_path: Path) -> Iterator[Serving]:
    served = Serving(project, tmp_path)
    yield served
    if served.process.poll() is None:
        served.end()


KEEP_AWAY = {"offline.js", "sw.js"}
"""They know the folder, for no worker is to stand between it and a page."""


def told(builds: int) -> Callable[[Request], bool]:
    """Of a request: it is from a page that was told of so many builds, and waits for the next."""
    return lambda request: (
        (seen := re.search(r"seen=[^&]*-(\d+)", request.url)) is not None and int(seen[1]) >= builds
    )


@pytest.fixture
def page(chromium: Browser, serving: Serving) -> Iterator[Page]:
    """The page of the entry, once it is built; it waits to be told what changes."""
    with closing(chromium.new_context(locale="de-DE")) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        with page.expect_request(told(1)):
            page.goto(f"{serving.address}/vereine/chor/")
        expect(page.locator("h1")).to_have_text("Chor <am> & Fluss")
        yield page


def mark(page: Page) -> None:
    """Leave a mark that a reload takes away."""
    page.evaluate("document.body.dataset.mark = 'here'")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("document.body.dataset.mark === 'here'"))


def test_a_saved_change_appears_by_itself(page: Page, serving: Serving) -> None:
    page.set_viewport_size({"width": 400, "height": 300})
    page.evaluate("scrollTo(0, 200)")
    serving.edit("name: Chor <am>", "name: Chor <im>")
    expect(page.locator("h1")).to_have_text("Chor <im> & Fluss")
    page.wait_for_function("() => scrollY === 200")


def test_a_page_that_did_not_change_is_left_alone(page: Page, serving: Serving) -> None:
    other = page.context.new_page()
    with other.expect_request(told(1)):
        other.goto(f"{serving.address}/impressum/")
    mark(other)
    with other.expect_request(told(2)):
        serving.edit("name: Chor <am>", "name: Chor <im>")
        page.bring_to_front()
        expect(page.locator("h1")).to_have_text("Chor <im> & Fluss")
        other.bring_to_front()
    assert is_marked(other)


def test_while_an_entry_is_broken_the_last_good_site_stays(page: Page, serving: Serving) -> None:
    mark(page)
    serving.edit("topics:", "topics: [musikk]\nthemen:")
    panel = page.get_by_role("complementary", name="Fehler")
    expect(panel).to_be_visible()
    assert is_marked(page)
    shown = panel.inner_text()
    assert "content/associations/chor.md:" in shown and "»themen«" in shown
    page.reload()
    expect(page.locator("h1")).to_have_text("Chor <am> & Fluss")
    expect(panel).to_be_visible()
    serving.edit("topics: [musikk]\nthemen:", "topics:")
    expect(panel).to_have_count(0)


def test_the_panel_can_be_closed_until_something_else_is_wrong(
    page: Page, serving: Serving
) -> None:
    serving.edit("topics:", "themen:")
    panel = page.get_by_role("complementary", name="Fehler")
    panel.get_by_role("button", name="Schließen").click()
    expect(panel).to_have_count(0)
    with page.expect_request(told(2)):
        page.reload()
    expect(panel).to_have_count(0)
    serving.edit("themen:", "thema:")
    expect(panel).to_be_visible()


@pytest.mark.parametrize("size", [(320, 480), (1280, 800)], ids=["phone", "desk"])
def test_the_panel_is_not_in_the_way(page: Page, serving: Serving, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    serving.edit("topics:", "themen:")
    panel = page.get_by_role("complementary", name="Fehler")
    box = panel.bounding_box()
    assert box is not None and box["height"] <= size[1] * 0.6
    assert box["x"] >= 0 and box["x"] + box["width"] <= size[0]
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_nothing_is_refused_by_the_policy_of_the_page(page: Page, serving: Serving) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.reload()
    serving.edit("topics:", "themen:")
    expect(page.get_by_role("complementary", name="Fehler")).to_be_visible()
    assert said == []


def test_the_output_never_holds_it(page: Page, serving: Serving) -> None:
    assert "/@serve/" in page.content()
    built = [path for path in serving.output.rglob("*") if path.is_file()]
    assert len(built) > 50
    assert {path.name for path in built if b"@serve" in path.read_bytes()} == KEEP_AWAY


def test_it_ends_while_browsers_wait(page: Page, serving: Serving) -> None:
    code, said = serving.end()
    assert code == 0
    assert "Traceback" not in said and said.endswith("\n")
