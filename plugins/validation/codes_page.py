"""docs/codes.md: every code with what it says, why it matters, what to do, wrong and right."""

import re
from collections.abc import Iterable, Iterator

from plugins.catalogue.codes import Code, Family, families
from plugins.findings.display import WORDS
from plugins.validation.examples import example

_INTRODUCTION = """\
Was gemeldet werden kann, nach Themen geordnet: was die Meldung sagt, warum es sie gibt, was
hilft, und wie es falsch und richtig aussieht. Wo nichts anderes steht, von `make check`.
Ein **Fehler** (error) hält den Eintrag zurück, bis er behoben ist. **Warnungen** (warning) und
**Hinweise** (notice) halten nichts zurück. Wo in einer Meldung etwas wie `{value}` steht, nennt sie
den Fall. Das Zeichen `^` steht unter der Stelle.

Everything that can be reported, by `make check` where nothing else is said; the second list of
each code is in English. An error keeps
the entry back until it is mended; warnings and notices keep nothing back."""


def codes_page(note: str) -> Iterator[str]:
    """The lines of the page; `note` says where it comes from."""
    yield from ("# Meldungen / Diagnostics", "", note, "")
    yield from _INTRODUCTION.split("\n")
    yield ""
    for family in families():
        title = f"{family.title['de']}{_command(family)}"
        yield f"- **[{family.name}](#{_anchor(family.name)})** {title}"
        yield f"  {' · '.join(f'[{code}](#{_anchor(code)})' for code in family.codes)}"
    for family in families():
        title = f"{family.title['de']} / {family.title['en']}{_command(family)}"
        yield from ("", f"## {family.name}", "", title)
        for name, code in family.codes.items():
            yield from ("", f"### {name}", "")
            yield from _code(name, code)


def _command(family: Family) -> str:
    return "" if family.command == "check" else f" (`make {family.command}`)"


def _anchor(heading: str) -> str:
    """What forges make of a heading: small letters, without punctuation but for the hyphen."""
    return re.sub(r"[^a-z0-9-]", "", heading.lower())


def _code(name: str, code: Code) -> Iterator[str]:
    yield f"{WORDS[code.severity]['de']} / {code.severity}, seit / since {code.since}"
    for language, message, cause, remedy in (
        ("de", "Meldung", "Warum", "Was hilft"),
        ("en", "Message", "Why", "What helps"),
    ):
        yield from ("", f"<!-- {language} -->")
        yield f"- **{message}:** {_plain(code.message[language])}"
        yield f"- **{cause}:** {_plain(code.cause[language])}"
        yield f"- **{remedy}:** {_plain(code.remedy[language])}"
    yield from _example(name)


def _example(name: str) -> Iterator[str]:
    """Wrong and right; nothing for a code that is so new that its case has not been blessed."""
    try:
        shown = example(name)
    except (FileNotFoundError, ValueError):
        return
    yield from ("", f"Falsch / wrong (`{shown.where}`):", "", *_block(shown.wrong))
    if shown.right:
        yield from ("", "Richtig / right:", "", *_block(shown.right))


def _block(lines: Iterable[str]) -> Iterator[str]:
    """The lines as they are, whatever is in them: indented, which nothing can end."""
    yield from (f"    {line}".rstrip() for line in lines)


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    for character in "\\`*_[]<>#":
        text = text.replace(character, "\\" + character)
    return text
