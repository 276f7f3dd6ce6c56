"""The pages that the tests look at, and how: languages, sizes, schemes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page, Route, ViewportSize

Visit = Callable[..., Page]
"""Opens a path of the sample site: `visit` and `look` in conftest.py."""

LANGUAGES = ("de", "ar")
"""Of the interface. The first has its pages at the root, each other under its own tag."""

LONG_WORDS = ("el", "uk")
"""Languages in which the words of the interface are longer."""

BUILT = (*LANGUAGES, *LONG_WORDS)
"""The languages of the site that is looked at."""

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIZES: Mapping[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desk": {"width": 1280, "height": 900},
}

# One address for each page type, and for each of its faces.
PAGES = {
    "home": "/",
    "directory": "/vereine/",
    "facet": "/vereine/thema/musik/",
    "map": "/vereine/karte/",
    "facet of a language": "/vereine/sprache/ar/",
    "association, full": "/vereine/chor-der-nationen/",
    "association, own script": "/vereine/arabische-schule/",
    "association, minimal": "/vereine/ghana-union/",
    "association, ended": "/vereine/tamilische-schule/",
    "board": "/biete-suche/",
    "board archive": "/biete-suche/archiv/",
    "rooms": "/biete-suche/raeume/",
    "posting with matches": "/biete-suche/proberaum-stimmbildung/",
    "posting with a room": "/biete-suche/kleiner-saal-mit-klavier/",
    "search": "/suche/",
    "subscribe": "/abonnieren/",
    "calendar": "/termine/",
    "month": "/termine/2026-12/",
    "week": "/termine/2026-W49/",
    "weekend": "/termine/wochenende/",
    "events that are free": "/termine/kostenlos/",
    "events of a topic": "/termine/thema/musik/",
    "archive": "/termine/archiv/",
    "year": "/termine/archiv/2021/",
    "event, recurring": "/termine/chorprobe/",
    "event, cancelled": "/termine/mehrsprachige-schlossfuehrung-2020/",
    "event, all day": "/termine/fest-der-kulturen-2027/",
    "event, over": "/termine/netzwerktreffen-2019/",
    "networks": "/netzwerke/",
    "network": "/netzwerke/herkunftssprachen/",
    "network, ended": "/netzwerke/raum/",
    "funding": "/foerderung/",
    "reports": "/bericht/",
    "report": "/bericht/koordinierungsstelle-2018-2021/",
    "advice": "/verein-gruenden/",
    "easy language": "/leichte-sprache/",
    "imprint": "/impressum/",
    "statement of accessibility": "/barrierefreiheit/",
    "data": "/daten/",
    "participate": "/mitmachen/",
    "form": "/mitmachen/verein/",
    "files": "/mitmachen/datei/",
    "not found": "/404.html",
}

SMALL = Path(__file__).parents[1] / "sites" / "small" / "content"

# Of the small site, which is there in every city, in German.
SMALL_SITE = (
    "/ /vereine/ /vereine/chor/ /vereine/thema/musik/ /termine/ /termine/2026-12/ /termine/probe/"
    " /termine/archiv/ /biete-suche/ /biete-suche/saal/ /biete-suche/archiv/ /netzwerke/"
    " /netzwerke/raum/ /foerderung/ /bericht/ /bericht/2025/"
    " /termine/wochenende/ /termine/kostenlos/ /termine/barrierefrei/ /termine/aushang/"
    " /biete-suche/raeume/ /suche/ /mitmachen/ /abonnieren/ /impressum/ /daten/"
).split()

# One face for each type, by a name that a file may have.
TYPES = {
    "home": PAGES["home"],
    "directory": PAGES["directory"],
    "facet": PAGES["facet"],
    "map": PAGES["map"],
    "association": PAGES["association, full"],
    "calendar": PAGES["calendar"],
    "month": PAGES["month"],
    "week": PAGES["week"],
    "events-of-a-topic": PAGES["events of a topic"],
    "archive": PAGES["archive"],
    "year": PAGES["year"],
    "event": PAGES["event, recurring"],
    "board": PAGES["board"],
    "board-archive": PAGES["board archive"],
    "rooms": PAGES["rooms"],
    "posting": PAGES["posting with matches"],
    "networks": PAGES["networks"],
    "network": PAGES["network"],
    "funding": PAGES["funding"],
    "reports": PAGES["reports"],
    "report": PAGES["report"],
    "participate": PAGES["participate"],
    "form": PAGES["form"],
    "article": PAGES["advice"],
    "data": PAGES["data"],
    "subscribe": PAGES["subscribe"],
    "not-found": PAGES["not found"],
}


def localised(path: str, language: str) -> str:
    """The address of a page in a language."""
    return path if language == LANGUAGES[0] else f"/{language}{path}"


def in_languages(addresses: Mapping[str, str], languages: Iterable[str]) -> dict[str, str]:
    """The same pages in other languages, named as `ar/home`. There is but one `/404.html`."""
    return {
        f"{language}/{name}": localised(path, language)
        for language in languages
        for name, path in addresses.items()
        if path.endswith("/")
    }


def in_each_language(addresses: Mapping[str, str]) -> Mapping[str, str]:
    """The pages by their names, and in the other languages."""
    return dict(addresses) | in_languages(addresses, LANGUAGES[1:])


ALL_PAGES = in_each_language(PAGES)
ALL_TYPES = in_each_language(TYPES)
WORDY = in_languages(TYPES, LONG_WORDS)


# A colour is asked for thousands of times, and axe would read its text as often.
AXE = f"""() => {{
    if (window.axe) return;
    {AXE_SCRIPT};
    const colour = axe.commons.color.Color.prototype, known = new Map(), {{parseString}} = colour;
    colour.parseString = function (text) {{
        if (!known.has(text)) {{
            parseString.call(this, text);
            known.set(text, [this.r, this.g, this.b, this.alpha]);
        }}
        [this.r, this.g, this.b, this.alpha] = known.get(text);
        return this;
    }};
}}"""
FOUND = """(options) => axe.run({...options, resultTypes: ["violations"]}).then((found) => [
    found.passes.length,
    found.violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 120)}`),
])"""


def judged(page: Page, **options: object) -> tuple[int, list[str]]:
    """How many of axe's rules hold, and those that do not, each with the first place."""
    page.evaluate(AXE)
    passes, violations = page.evaluate(FOUND, options)
    return passes, violations


def violations(page: Page) -> list[str]:
    """What axe finds wrong: each rule with the first place."""
    return judged(page)[1]


@contextmanager
def listening(page: Page, **heard: Callable[[Any], object]) -> Iterator[None]:
    """Hear of what happens, by the names of Playwright's events, for as long as this lasts."""
    for event, hear in heard.items():
        page.on(event, hear)  # type: ignore[call-overload]
    try:
        yield
    finally:
        for event, hear in heard.items():
            page.remove_listener(event, hear)


def as_typed(text: str) -> str:
    """What a page says, with plain spaces where no line ends (plugins/rendering/line_ends.py)."""
    return text.replace("\u00a0", " ")


def follow(link: Locator) -> None:
    """Click a link or a button, and wait until the page that it leads to is there."""
    with link.page.expect_navigation():
        link.click()


YES, NO = "@supports (color: red)", "@supports (color: never)"
"""In place of what a style sheet asks of a browser."""


def edit(page: Page, files: str, edited: Callable[[str], str]) -> None:
    """Let the page get these files edited, from the next time that it asks for them."""

    def answer(route: Route) -> None:
        own = route.fetch()
        route.fulfill(response=own, body=edited(own.text()))

    page.route(files, answer)


def sticks_out(page: Page) -> bool:
    """Whether one would have to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def menu_lines(page: Page) -> list[int]:
    """Where the lines of the menu begin, from the top."""
    tops = page.locator("#menu li").evaluate_all("(all) => all.map((li) => li.offsetTop)")
    assert len(tops) == 7
    return sorted(set(tops))


def unfold(page: Page) -> None:
    """Open all that is folded away."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
