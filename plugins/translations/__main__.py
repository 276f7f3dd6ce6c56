"""`make translations`: bring the .po files up to the templates, and say what is wrong in them.

New messages are added and say nothing yet, those that are gone are taken out. Exit codes: 0 all is
well; 1 something is missing or wrong; 2 the tool itself failed.
"""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from plugins.catalogue.cache import replace
from plugins.catalogue.descriptions.messages import field_messages
from plugins.catalogue.languages import is_easy, is_language
from plugins.catalogue.settings import Settings
from plugins.findings import command
from plugins.findings.safe import say, speak_utf8
from plugins.translations import check, easy, extract, po_file
from plugins.translations.report import TranslationReport, lines, nameless_folder
from plugins.wording import handing_in, reminder
from plugins.wording.locales import primary
from plugins.wording.messages import forms_of, messages_file

ENGLISH = "en"
"""The language in which fields are documented beside German."""

SETTINGS = Path(__file__).resolve().parents[2] / "pelican.conf.py"


def main(path: Path = SETTINGS) -> int:
    """Update and check every language of the theme; the exit code."""
    return command.run("make translations", partial(_update, root=path.parent), path)


def _update(settings: Settings, root: Path) -> int:
    tags = languages(settings.theme)
    reports = [done(settings.theme, tag, root, [*others(tag)]) for tag in tags]
    nameless = [
        nameless_folder(name, settings.language) for name in _folders(settings.theme, False)
    ]
    say(sys.stdout, *_lines(reports, settings), *nameless)
    return int(any(nameless) or any(one.findings for one in reports))


def others(tag: str) -> Iterator[extract.Extracted]:
    """The messages of a language that stand in no template."""
    yield from field_messages(for_editors=tag == ENGLISH)
    yield from (("reminder", None, message) for message in reminder.MESSAGES)
    yield from (("handing_in", None, message) for message in handing_in.MESSAGES)


def languages(theme: Path) -> list[str]:
    """The languages that a theme has a folder for, whether or not the site is built in them."""
    return _folders(theme, True)


def _folders(theme: Path, called_like_a_language: bool) -> list[str]:
    found = (path.name for path in (theme / "translations").glob("*") if path.is_dir())
    return sorted(name for name in found if is_language(name) == called_like_a_language)


def done(
    theme: Path, tag: str, root: Path, others: Sequence[extract.Extracted] = ()
) -> TranslationReport:
    """Update the file of one language; what is wrong in it then, and what was left over before."""
    file = messages_file(theme, tag)
    before = file.read_bytes() if file.is_file() else b""
    translated = po_file.parse(before, tag)
    wanted = extract.extract(theme / "templates", primary(tag), others)
    hard = easy.check(translated, wanted, tag) if is_easy(tag) else ()
    findings = (*check.check(translated, wanted, tag), *hard)
    after = po_file.text(po_file.updated(translated, wanted), tag)
    if after != before:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, after)
    messages = [message for message in wanted if message.id]
    return TranslationReport(
        language=tag,
        file=str(file.relative_to(root) if file.is_relative_to(root) else file),
        translated=sum(all(forms_of(message)) for message in messages),
        messages=len(messages),
        findings=findings,
    )


def _lines(reports: list[TranslationReport], settings: Settings) -> Iterator[str]:
    for one in reports:
        yield from lines(one, settings.language)


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main())
