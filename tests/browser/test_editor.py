"""The editor at /admin/ in a real browser: German, nothing foreign, and what it saves is right."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from plugins.building.build import render
from plugins.building.planning import planners_of
from plugins.catalogue.load import load
from plugins.catalogue.model import Association, Event
from plugins.catalogue.settings import Settings
from plugins.intake.existing import read_existing
from plugins.intake.new.draft import looked_over
from plugins.publishing.audit import audit
from tests.browser.conftest import opened
from tests.browser.serving import served
from tests.waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.editor, pytest.mark.slow]

SMALL = Path(__file__).parents[1] / "sites" / "small" / "content"
TALL = {"width": 1200, "height": 7000}
"""The editor makes no more of a form than can be seen."""

# Its own way to be tried out: it reads and writes files that the browser keeps, in this folder.
STORE = "sveltia-cms-test"
READ = """async (path) => {
  try {
    let folder = await navigator.storage.getDirectory();
    const names = path.split("/");
    const name = names.pop();
    for (const one of names) folder = await folder.getDirectoryHandle(one);
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch {
    return ""; // not there yet, or just being written
  }
}"""
WRITE = """async ([path, text]) => {
  let folder = await navigator.storage.getDirectory();
  const names = path.split("/");
  const name = names.pop();
  for (const one of names) folder = await folder.getDirectoryHandle(one, { create: true });
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}"""


@pytest.fixture
def small(tmp_path: Path, settings: Settings) -> Settings:
    """The small site with the editor, built."""
    site = replace(settings.site, languages=("de",), forge="")
    made = replace(settings, site=site, content=SMALL, output=tmp_path / "site")
    catalogue = load(SMALL, shown="content", vocabulary=settings.vocabulary).catalogue
    render(catalogue, made, planners_of((*made.plugins, "plugins.editor")))
    return made


@pytest.fixture
def page(chromium: Browser, small: Settings) -> Iterator[Page]:
    """A window in which nothing foreign may be asked for, and nothing may be complained about."""
    with served(small.output) as address:
        page = opened(chromium, viewport=TALL)
        with closing(page.context):
            heard: list[str] = []
            page.on("request", lambda one: heard.append(one.url))
            page.on("console", lambda one: heard.append(f"http://{one.type}: {one.text}"))
            page.goto(f"{address}/admin/index.html")
            yield page
            own = (address, "blob:", "data:", "http://log", "http://info", "http://debug")
            assert [one for one in heard if not one.startswith(own)] == []


def enter(page: Page) -> None:
    page.get_by_role("button", name="Mit Test-Repository arbeiten").click()
    expect(page.get_by_text("Sammlungen").first).to_be_visible()


def field(page: Page, key: str) -> Locator:
    return page.locator(f'section.field[data-key-path="{key}"]')


def saved(page: Page, path: str, marks: str) -> str:
    """The file after it was saved: it has these words then."""
    page.get_by_role("button", name="Speichern").click()

    def look_for() -> str:
        text = str(page.evaluate(READ, f"{STORE}/content/{path}"))
        return text if marks in text else ""

    return until(look_for)


NEW = """\
---
name: 'Chor: am Fluss # 1'
topics:
  - musik
listed: 2026-11-22
summary: 'Wir sagen: "ja" - و'
founded: '1998'
members: 120
phone: 030 23125 170
---

Wir singen.

- Liste"""


def test_what_it_saves_passes_the_check(page: Page, small: Settings) -> None:
    enter(page)
    page.goto(page.url.partition("#")[0] + "#/collections/associations/new")
    field(page, "name").locator("input").first.fill("Chor: am Fluss # 1")
    field(page, "summary").locator("input").first.fill('Wir sagen: "ja" - و')
    field(page, "topics").get_by_text("Musik", exact=True).click()
    field(page, "listed").locator("input").first.fill("2026-11-22")
    field(page, "founded").locator("input").first.fill("1998")
    field(page, "members").locator("input").first.fill("120")
    field(page, "phone").locator("input").first.fill("030 23125 170")
    field(page, "text").get_by_role("textbox").first.click()
    for line in ("Wir singen.", "", "- Liste"):
        page.keyboard.insert_text(line)
        page.keyboard.press("Enter")
    text = saved(page, "associations/chor-am-fluss-1.md", "members")
    assert text.rstrip() == NEW
    draft = looked_over(Association, "chor-am-fluss-1", text, read_existing(small))
    assert draft.findings == ()


OLD = """\
---
title: Probe
start: 2026-12-05T19:30
organisers: [chor]
venue:
  name: Saal 2
repeat:
  every: week
  moved:
    2026-12-12: 2026-12-13
---

Kommen *Sie*.
"""
ONCE = "---\ntitle: Probe\nstart: 2026-12-05\norganisers: [chor]\n---\n"


@pytest.mark.parametrize("old", [OLD, ONCE], ids=["a series", "once"])
def test_what_it_does_not_show_stays(page: Page, small: Settings, old: str) -> None:
    page.evaluate(WRITE, [f"{STORE}/content/events/probe.md", old])
    page.reload()
    enter(page)
    page.goto(page.url.partition("#")[0] + "#/collections/events/entries/probe")
    title = field(page, "title").locator("input").first
    expect(title).to_have_value("Probe")
    title.fill("Offene Probe")
    text = saved(page, "events/probe.md", "Offene")
    existing = read_existing(small)
    before, after = (looked_over(Event, "x", one, existing) for one in (old, text))
    assert after.findings == before.findings
    assert said(text) == said(old.replace("Probe", "Offene Probe", 1))


def test_a_place_that_is_an_entry_stays(page: Page, small: Settings) -> None:
    old = OLD.replace("venue:\n  name: Saal 2", "venue: chor")
    page.evaluate(WRITE, [f"{STORE}/content/events/probe.md", old])
    page.reload()
    enter(page)
    page.goto(page.url.partition("#")[0] + "#/collections/events/entries/probe")
    title = field(page, "title").locator("input").first
    expect(title).to_have_value("Probe")
    title.fill("Offene Probe")
    text = saved(page, "events/probe.md", "Offene")
    assert said(text) == said(old.replace("Probe", "Offene Probe", 1))


SHORT = """\
---
name: Chor
topics: musik
listed: 2026-11-22
languages: [de, zz]
checked: 2026-11-22
formerly: sänger
social: {mastodon: "@chor"}
contacts:
  - name: Kim
    languages: tr
logo: chor.png
postal: x
---
"""


def test_short_ways_stay(page: Page, small: Settings) -> None:
    page.evaluate(WRITE, [f"{STORE}/content/associations/chor.md", SHORT])
    page.reload()
    enter(page)
    page.goto(page.url.partition("#")[0] + "#/collections/associations/entries/chor")
    title = field(page, "name").locator("input").first
    expect(title).to_have_value("Chor")
    title.fill("Chor am Fluss")
    text = saved(page, "associations/chor.md", "Fluss")
    assert said(text) == said(SHORT.replace("Chor", "Chor am Fluss", 1))


def said(text: str) -> tuple[object, str]:
    """What a file says, however it is written: one value is a list of one."""
    _, head, body = text.split("---\n", 2)
    return filled(yaml.load(head, yaml.BaseLoader)), body.strip()


def filled(value: object) -> object:
    if isinstance(value, dict):
        lists = {"topics", "formerly", "languages"}
        pairs = {key: filled(one) for key, one in value.items()}
        return {k: [v] if k in lists and isinstance(v, str) else v for k, v in pairs.items()}
    return [filled(one) for one in value] if isinstance(value, list) else value


def test_the_audit_takes_it(small: Settings) -> None:
    assert [one for one in audit(small.output) if one.path.startswith("admin")] == []
    page = small.output / "admin" / "index.html"
    page.write_text(page.read_text().replace("script-src 'self'", "script-src 'unsafe-inline'"))
    assert [one.code for one in audit(small.output)] == ["OUT-POLICY"]
