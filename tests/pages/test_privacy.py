"""What the page on privacy says is what the code does, and no more.

Who changes what a browser keeps, or for how long, meets these tests and then the page.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "theme" / "static" / "js").rglob("*.js"))
PAGES = sorted((ROOT / "content" / "pages").glob("datenschutz*.md"))

KEEPING = r"localStorage|sessionStorage|indexedDB|cookie(?:Store)?|caches|serviceWorker"
CALLING = r"\b(?:fetch|sendBeacon|XMLHttpRequest|WebSocket|EventSource)\b"


def named_in_scripts(pattern: str) -> dict[str, set[str]]:
    found = {path.name: set(re.findall(pattern, path.read_text("utf-8"))) for path in SCRIPTS}
    return {name: words for name, words in found.items() if words}


def said() -> str:
    return (ROOT / "content" / "pages" / "datenschutz.md").read_text("utf-8")


@pytest.mark.sample
def test_a_browser_keeps_three_things() -> None:
    """What is typed, when the site was built until the window is closed, pages for the road."""
    assert named_in_scripts(KEEPING) == {
        "form.js": {"localStorage"},
        "expire.js": {"sessionStorage"},
        "offline.js": {"serviceWorker"},
        "at_hand.js": {"caches"},
    }
    assert "Drei Dinge merkt sich Ihr Browser" in said()


@pytest.mark.sample
def test_what_is_typed_is_deleted_by_the_button_that_the_page_names() -> None:
    form = (ROOT / "theme" / "templates" / "components" / "form_end.html").read_text("utf-8")
    assert "data-forget>{{ _('Eingaben löschen') }}<" in form and "»Eingaben löschen«" in said()


def test_scripts_ask_for_six_things_of_the_site_itself() -> None:
    """When it was built; an entry's data, for a form about it; names; words; a task; the search.

    The index of the search is fetched by the first letters of what is typed: enough to know little.
    The names are those of all associations and the words those of all lists, so that asking tells
    nothing of what is typed. The task says nothing of who asks for it, and is there where
    INTAKE_ALTCHA is on.
    """
    assert named_in_scripts(CALLING) == {
        "expire.js": {"fetch"},
        "change.js": {"fetch"},
        "filter.js": {"fetch"},
        "names.js": {"fetch"},
        "proof.js": {"fetch"},
        "answer.js": {"fetch"},
        "words.js": {"fetch"},
    }


@pytest.mark.sample
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_terms_are_the_setting_and_those_of_the_web_server(page: Path) -> None:
    """`[[inbox.days]]` is INBOX_DAYS, by which the inbox is emptied; the other is the city's.

    After as many days goes what was decided, and what was to be confirmed and was not
    (tests/intake/submission/test_store.py).
    """
    text = page.read_text("utf-8")
    terms = re.findall(r"(\S+) (?:Tage|Wochen|Monate|Jahre|Jahr)n?\b", text)
    known = ["[[inbox.days]]"] * 2
    assert sorted(terms) in ([*known, "sieben"], ["7", *known])
