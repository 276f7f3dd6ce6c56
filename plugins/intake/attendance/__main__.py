"""`make attendance`: of one date with the command, or of several asked for one by one."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.model import Event
from plugins.catalogue.settings import Settings
from plugins.findings import command
from plugins.findings.safe import say, speak_utf8
from plugins.intake.attendance.asking import ask_all
from plugins.intake.attendance.missing import HeldDate, line, missing
from plugins.intake.attendance.recorded import (
    NotSo,
    associations_in,
    day_of,
    people_in,
    recorded,
)
from plugins.intake.content import ContentFolder, read
from plugins.intake.edit import CannotEdit
from plugins.intake.new.terminal import Console, Terminal
from plugins.intake.writes import ChangedMeanwhile, write_all

SETTINGS = Path(__file__).resolve().parents[3] / "pelican.conf.py"

_TEXTS: Mapping[MessageLanguage, Mapping[str, str]] = {
    "de": {
        "missing": "Vorbei und noch ohne Besuchszahl:",
        "none": "Von allen Terminen der letzten vier Wochen ist bekannt, wie viele da waren.",
        "usage": 'Eintragen: make attendance EVENT=fest PEOPLE=60 ASSOCIATIONS="chor, tanz", '
        "bei einer Reihe mit DATE=2026-11-24.",
        "ask": "Welcher? (Nummer; nur Enter: fertig) ",
        "ask people": "Wie viele Menschen waren da? ",
        "ask names": "Welche Vereine? (Namen oder Kennungen, mit Komma; nur Enter: keine) ",
        "number": "Eine Nummer von 1 bis {most}.",
        "event": "EVENT: Eine Veranstaltung »{value}« gibt es nicht.",
        "people": "PEOPLE: »{value}« ist keine Zahl von Menschen, wie 60.",
        "association": "ASSOCIATIONS: Einen Verein »{value}« gibt es nicht.",
        "which": "DATE: »{value}« ist eine Reihe. Welcher Termin? DATE=2026-11-24",
        "day": "DATE: »{value}« ist kein Tag, wie 2026-11-24.",
        "over": "DATE: »{value}«: Da fand nichts statt, oder es ist noch nicht vorbei.",
        "edit": "{value}: So geschrieben lässt es sich nur von Hand ergänzen.",
        "written": "{file}: {people}",
    },
    "en": {
        "missing": "Over, and nobody has said yet how many came:",
        "none": "Of all dates of the last four weeks it is known how many came.",
        "usage": 'To record it: make attendance EVENT=party PEOPLE=60 ASSOCIATIONS="choir, dance", '
        "of a series with DATE=2026-11-24.",
        "ask": "Which one? (number; just Enter: done) ",
        "ask people": "How many people came? ",
        "ask names": "Which associations? (names or ids, with commas; just Enter: none) ",
        "number": "A number from 1 to {most}.",
        "event": 'EVENT: there is no event "{value}".',
        "people": 'PEOPLE: "{value}" is no number of people, such as 60.',
        "association": 'ASSOCIATIONS: there is no association "{value}".',
        "which": 'DATE: "{value}" is a series. Which date? DATE=2026-11-24',
        "day": 'DATE: "{value}" is not a day, such as 2026-11-24.',
        "over": 'DATE: "{value}": nothing took place, or it is not over yet.',
        "edit": "{value}: written like this it can only be added by hand.",
        "written": "{file}: {people}",
    },
}


class _Command:
    """One run, with what is there."""

    def __init__(self, settings: Settings, content: ContentFolder) -> None:
        self._settings, self._content = settings, content
        self._texts = _TEXTS[settings.language]

    def by_given(self, given: Mapping[str, str]) -> int:
        """Record what the command says; 1 when it cannot be, and why."""
        try:
            event = self._content.existing.catalogue.event(given["EVENT"])
            if event is None:
                raise NotSo("event", given["EVENT"])
            day = day_of(event, given.get("DATE", ""), self._settings.today)
            people = people_in(given.get("PEOPLE", ""))
            names = associations_in(given.get("ASSOCIATIONS", ""), self._content)
        except NotSo as error:
            say(sys.stderr, self._texts[error.args[0]].format(value=error.args[1]))
            return 1
        return self._tell(HeldDate(day, event), people, names)

    def by_asking(self, terminal: Terminal) -> int:
        """Ask for one date after the other."""
        dates = self._missing()
        if not dates:
            terminal.say(self._texts["none"])
        ask_all(dates, self._content, terminal, self._texts, self._told)
        return 0

    def by_listing(self) -> int:
        """What is missing, and how it is recorded."""
        dates = self._missing()
        lines = (self._texts["missing"], *map(line, dates)) if dates else (self._texts["none"],)
        say(sys.stdout, *lines, self._texts["usage"])
        return 0

    def _missing(self) -> tuple[HeldDate, ...]:
        return missing(self._content.existing.catalogue, self._settings.today)

    def _told(self, one: HeldDate, people: int, names: tuple[str, ...]) -> None:
        self._tell(one, people, names)
        # Of a series the next date is added to what is in the file now.
        self._content = read(self._settings)

    def _tell(self, one: HeldDate, people: int, names: tuple[str, ...]) -> int:
        file = self._content.path_of(Event, one.event.id)
        try:
            write_all([recorded(self._content, one.event, one.day, people, names)])
        except (CannotEdit, ChangedMeanwhile):
            say(sys.stderr, self._texts["edit"].format(value=file))
            return 1
        said = ", ".join((f"{one.day.isoformat()}: {people}", *names))
        say(sys.stdout, self._texts["written"].format(file=file, people=said))
        return 0


def main(given: Mapping[str, str], path: Path = SETTINGS, terminal: Terminal | None = None) -> int:
    """Record who came; the exit code. 1: what was given cannot be. 2: the tool itself failed.

    EVENT, DATE, PEOPLE and ASSOCIATIONS say it; without an EVENT `terminal` is asked, and without
    a terminal it is listed what is missing.
    """

    def work(settings: Settings) -> int:
        one = _Command(settings, read(settings))
        if given.get("EVENT"):
            return one.by_given(given)
        return one.by_asking(terminal) if terminal else one.by_listing()

    return command.run("make attendance", work, path)


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main(os.environ, terminal=Console() if sys.stdin.isatty() else None))
