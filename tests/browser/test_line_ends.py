"""On a phone no line of any page ends in a short form, before a unit or month, or within a word.

Each page of the sample is laid into one window, which is much quicker than opening it.
"""

from collections import Counter
from pathlib import Path

import pytest

from tests.browser.pages import LANGUAGES, PAGES, SIZES, Visit

pytestmark = pytest.mark.browser

SHOW = """async (path) => {
    const answer = await fetch(path);
    const {documentElement: root, body} = new DOMParser().parseFromString(
        await answer.text(), "text/html");
    Object.assign(document.documentElement, {lang: root.lang, dir: root.dir});
    document.body.replaceWith(document.adoptNode(body));
    for (const one of document.querySelectorAll("details")) one.open = true;
}"""
BROKEN = r"""() => {
    const range = document.createRange(), found = [];
    const MONTHS = /^(Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/;
    const box = (text, at) => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return [...range.getClientRects()].at(-1);
    };
    const isBroken = (text, before, after, isCut) => {
        const [left, right] = [text.slice(0, before), text.slice(after)];
        if (after > before)
            return /(?<!\p{L})\p{L}\.$/u.test(left) && /^\p{L}\./u.test(right)
                || /\d\.$/.test(left) && MONTHS.test(right)
                || /\d$/.test(left) && /^(Uhr|Euro|€|%|km|kg|cm|m²|qm|MB)(?!\p{L})/u.test(right);
        return isCut && !/[-–—/\u00ad]$/.test(left);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = walker.nextNode()); ) {
        const holder = text.parentElement;
        if (!text.data.trim() || !holder.checkVisibility()) continue;
        if (holder.closest(".visually-hidden, script, textarea, option, pre")) continue;
        range.selectNodeContents(text);
        if (range.getClientRects().length < 2) continue;
        const isCut = getComputedStyle(holder).hyphens !== "auto";
        for (let at = 0, last; at < text.length; at++) {
            if (" \n\t".includes(text.data[at])) continue;
            const here = box(text, at);
            if (!here?.width) continue;
            const isNext = last && here.top > last.top + last.height * .6;
            if (isNext && isBroken(text.data, last.end, at, isCut))
                found.push(text.data.slice(0, at).trim().slice(-30) + "|"
                    + text.data.slice(at).trim().slice(0, 30));
            last = {top: here.top, height: here.height, end: at + 1};
        }
    }
    return found;
}"""
"""What stands before and after such an end of a line; a word that may be cut has a hyphen there."""


def pages(site: Path, language: str) -> list[str]:
    """The addresses of all pages in a language."""
    root = site if language == LANGUAGES[0] else site / language
    files = (file.relative_to(site) for file in sorted(root.rglob("index.html")))
    other = {folder.name for folder in site.iterdir() if (folder / "suche").is_dir()}
    return [f"/{file.parent}/" for file in files if root != site or file.parts[0] not in other]


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_end_between_words(look: Visit, site: Path, language: str, width: int) -> None:
    page = look("/", viewport={"width": width, "height": 844}, bypass_csp=True)
    paths = pages(site, language)
    assert len(paths) > 300
    found: Counter[str] = Counter()
    for path in paths:
        page.evaluate(SHOW, path)
        found.update({f"{path}: {one}": 1 for one in page.evaluate(BROKEN)})
    assert sorted(found) == []


def test_what_is_broken_would_be_found(look: Visit) -> None:
    page = look(PAGES["imprint"], viewport=SIZES["phone"])
    page.evaluate("""() => {
        const box = document.querySelector("main").appendChild(document.createElement("div"));
        box.style = "inline-size: 0";
        const words = ["Chor e. V.", "18 Uhr", "a-b c. d", "e.\u00a0V."];
        box.append(...words.map((text) => {
            const line = document.createElement("div");
            line.append(text);
            return line;
        }));
        const narrow = box.appendChild(document.createElement("div"));
        narrow.style = "inline-size: 2em";
        narrow.append("Kulturgesellschaft");
    }""")
    found = page.evaluate(BROKEN)
    assert "Chor e.|V." in found and "18|Uhr" in found
    assert any(one.startswith("Kultur") or "Kul" in one for one in found)
