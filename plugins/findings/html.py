"""One page that can be mailed to an association: no script, nothing loaded from anywhere.

The style stands in the page itself, because a mailed file has nothing beside it. It is never
published, so the site's policy against inline style does not concern it. Should somebody open it
from a server all the same, its own policy forbids everything else.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage
from plugins.findings.display import Display
from plugins.findings.excerpt import Excerpt, source
from plugins.findings.safe import escape
from plugins.findings.style import STYLE

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_MARKED = re.compile(r"[^\s,\]}]+|\s+|.?")

_TEXTS: Mapping[str, Mapping[MessageLanguage, str]] = {
    "title": {"de": "Prüfbericht", "en": "Report of the check"},
    "fine": {
        "de": "Alles in Ordnung. Es ist nichts zu tun, vielen Dank.",
        "en": "Everything is fine. There is nothing to do, thank you.",
    },
    "meaning": {
        "de": "Ein Fehler hält den Eintrag zurück, bis er behoben ist. Warnungen und Hinweise "
        "halten nichts zurück. Die Stelle, um die es geht, ist markiert.",
        "en": "An error keeps the entry back until it is mended. Warnings and notices keep "
        "nothing back. The place in question is marked.",
    },
    "line": {"de": "Zeile", "en": "line"},
    "column": {"de": "Spalte", "en": "column"},
    "do": {"de": "Was hilft:", "en": "What helps:"},
    "why": {"de": "Warum:", "en": "Why:"},
}


def render(diagnostics: Sequence[Diagnostic], display: Display) -> str:
    """The whole page."""
    return "\n".join((*_head(display), *_main(diagnostics, display), "</main>", ""))


def _head(display: Display) -> Iterator[str]:
    title = _text("title", display)
    full_title = f"{title} – {display.heading}" if display.heading else title
    yield f'<!doctype html>\n<html lang="{display.language}">'
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{_plain(full_title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield f"<header><h1>{title}</h1><p>{_plain(display.heading)}</p></header>"


def _main(diagnostics: Sequence[Diagnostic], display: Display) -> Iterator[str]:
    yield "<main>"
    if display.summary:
        yield f'<p class="summary">{_plain(display.summary)}</p>'
    yield f"<p>{_text('meaning' if diagnostics else 'fine', display)}</p>"
    for number, (path, group) in enumerate(groupby(diagnostics, key=lambda f: f.path), start=1):
        yield from _file(number, path, group, display)


def _file(number: int, path: str, group: Iterable[Diagnostic], display: Display) -> Iterator[str]:
    yield f'<section aria-labelledby="file-{number}">'
    yield f'<h2 id="file-{number}"><code>{_plain(path)}</code></h2>'
    for finding in group:
        yield from _finding(finding, display)
    yield "</section>"


def _finding(finding: Diagnostic, display: Display) -> Iterator[str]:
    line, column = finding.place
    kind = display.word(finding.severity)
    place = f"{_text('line', display)} {line}, {_text('column', display)} {column}"
    yield f'<article class="{finding.severity}">'
    yield f"<h3><span>{kind[0].upper()}{kind[1:]}</span> {place} <code>{finding.code}</code></h3>"
    yield f"<p>{_plain(finding.message(display.language))}</p>"
    yield from _source(finding, display)
    yield f"<p><b>{_text('do', display)}</b> {_plain(finding.remedy(display.language))}</p>"
    yield f"<p><b>{_text('why', display)}</b> {_plain(finding.cause(display.language))}</p>"
    yield "</article>"


def _source(finding: Diagnostic, display: Display) -> Iterator[str]:
    lines = "\n".join(
        _marked(excerpt) if number == finding.place.line else _plain("".join(excerpt))
        for number, excerpt in source(finding, display)
    )
    if lines:
        yield f'<pre dir="auto"><code>{lines}</code></pre>'


def _marked(excerpt: Excerpt) -> str:
    """The line with a mark from the place to the end of the word; at an end there is a space."""
    match = _MARKED.match(excerpt.after)
    word = match[0] if match else ""
    rest = excerpt.after[len(word) :]
    return f"{_plain(excerpt.before)}<mark>{_plain(word) or '&nbsp;'}</mark>{_plain(rest)}"


def _text(name: str, display: Display) -> str:
    return _TEXTS[name][display.language]


def _plain(text: str) -> str:
    """Text that is nothing but text, whoever wrote it."""
    return html.escape(escape(text))
