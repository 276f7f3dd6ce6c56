"""`make stale` lists what is due; `make reminders` writes to those who can confirm it."""

import os
import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.catalogue.settings import Settings
from plugins.findings import command
from plugins.findings.safe import say, speak_utf8
from plugins.intake.attendance.missing import missing
from plugins.intake.calendars.overview import calendar_rows, in_need
from plugins.intake.upkeep import post, table
from plugins.intake.upkeep.due import Due, asked, due
from plugins.intake.upkeep.letter import ReminderLetter, letter, own_language
from plugins.validation.check import check
from plugins.wording.messages import Unreadable, read

SETTINGS = Path(__file__).resolve().parents[3] / "pelican.conf.py"

_DAYS = "365"
_WITHHELD: Mapping[MessageLanguage, str] = {
    "de": "Nicht mitgezählt sind Einträge mit Fehlern: {number}. Welche, zeigt make check.",
    "en": "Entries with errors are not counted: {number}. make check shows which.",
}


_TEXTS: Mapping[MessageLanguage, Mapping[str, str]] = {
    "de": {
        "written": "Erinnerungen: {number}, in {folder}/",
        "unreachable": "Ohne E-Mail-Adresse, bitte anders fragen:",
        "others": "{folder}/: Darin liegt anderes, als jetzt geschrieben würde: {names}. Den "
        "Ordner leeren oder mit OUT= einen anderen nennen. Geschrieben wurde nichts.",
        "form": "FORM: {given!r}? eml, csv",
        "untold": "Termine der letzten vier Wochen ohne Besuchszahl: {number} ({events}). "
        "make attendance trägt sie ein.",
    },
    "en": {
        "written": "Reminders: {number}, in {folder}/",
        "unreachable": "Without an e-mail address, please ask in another way:",
        "others": "{folder}/: there is something else than would be written now: {names}. Empty "
        "the folder or name another one with OUT=. Nothing has been written.",
        "form": "FORM: {given!r}? eml, csv",
        "untold": "Dates of the last four weeks of which nobody has said how many came: {number} "
        "({events}). make attendance records it.",
    },
}
_NAMED = 5
"""So many files that are in the way are named."""


class UsageError(Exception):
    """What was given cannot be; the text says which."""


def main(name: str, given: Mapping[str, str], path: Path = SETTINGS) -> int:
    """Run one of the two commands. 0: fine. 1: files are in the way. 2: the tool itself failed.

    DAYS says after how many days an entry is due; OUT and FORM where reminders go, and as what.
    CONTENT, TODAY, FORMAT and LANGUAGE are read from the environment by the settings file.
    """
    work = {"stale": _stale, "reminders": _reminders}[name]
    return command.run(f"make {name}", partial(work, given=given), path, UsageError, Unreadable)


def days(given: Mapping[str, str]) -> int:
    """After how many days an entry is due. Raises `UsageError`."""
    text = given.get("DAYS") or _DAYS
    if not re.fullmatch("[0-9]{1,5}", text, re.ASCII):
        raise UsageError(f"DAYS: {text!r}? {_DAYS}")
    return int(text)


def _stale(settings: Settings, given: Mapping[str, str]) -> int:
    most, catalogue = days(given), check(settings).catalogue
    late = due(catalogue, settings.today, most)
    stream = sys.stdout
    if settings.format == "json":
        say(sys.stdout, *table.as_json(late, settings.today).split("\n"))
        stream = sys.stderr
    else:
        say(sys.stdout, *table.lines(late, settings.today, settings.language))
    say(stream, table.summary(late, most, settings.language))
    _say_withheld(catalogue, settings.language)
    return 0


def _say_withheld(catalogue: Catalogue, language: MessageLanguage) -> None:
    if number := len(catalogue.withheld):
        say(sys.stderr, _WITHHELD[language].format(number=number))


def _reminders(settings: Settings, given: Mapping[str, str]) -> int:
    texts, catalogue = _TEXTS[settings.language], check(settings).catalogue
    lost = in_need(calendar_rows(catalogue, settings, settings.language))
    late = asked(catalogue, settings.today, days(given), lost)
    form = given.get("FORM") or "eml"
    if form not in ("eml", "csv"):
        raise UsageError(texts["form"].format(given=form))
    letters = list(_letters(late, catalogue, settings, lost))
    files = (post.mails if form == "eml" else post.table)(letters, settings)
    folder = _folder(settings, given)
    shown = os.path.relpath(folder)
    try:
        post.put(files if letters else {}, folder)
    except post.OthersThere as error:
        names = ", ".join(error.names[:_NAMED]) + (" …" if len(error.names) > _NAMED else "")
        say(sys.stderr, texts["others"].format(folder=shown, names=names))
        return 1
    say(sys.stdout, texts["written"].format(number=len(letters), folder=shown))
    silent = [one for one in late if isinstance(one.entry, Association) and not one.email]
    if silent:
        say(sys.stdout, texts["unreachable"])
        say(sys.stdout, *table.lines(silent, settings.today, settings.language))
    if untold := missing(catalogue, settings.today):
        events = dict.fromkeys(one.event.id for one in untold)
        say(sys.stdout, texts["untold"].format(number=len(untold), events=", ".join(events)))
    _say_withheld(catalogue, settings.language)
    return 0


def _folder(settings: Settings, given: Mapping[str, str]) -> Path:
    """Where the files go: OUT, else a folder of that day: no run is mistaken for another."""
    if given.get("OUT"):
        return Path(given["OUT"]).absolute()
    return settings.cache / "erinnerungen" / settings.today.isoformat()


def _letters(
    late: Sequence[Due], catalogue: Catalogue, settings: Settings, lost: Collection[str]
) -> Iterator[ReminderLetter]:
    """A letter to each association that has an address. Raises `Unreadable`."""
    for one in late:
        if isinstance(one.entry, Association) and one.email:
            tag = own_language(one.entry, settings.languages)
            words, is_lost = read(settings.theme, tag), one.entry.id in lost
            yield letter(one.entry, catalogue, settings, tag, words, asks_for_calendar=is_lost)


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main(sys.argv[1], os.environ))
