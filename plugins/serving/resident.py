"""The process that stays: what it does when something changed, and what it remembers meanwhile."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TextIO

from plugins.building import failure
from plugins.catalogue.cache import PLUGINS, is_program
from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import Settings
from plugins.findings.safe import say
from plugins.serving.news import Bulletin
from plugins.serving.panel import Section, of_crash, panel
from plugins.serving.rebuild import Rebuilt, rebuild
from plugins.serving.watch import Changes

Restart = Callable[[bool], str]
"""Start anew with the code as it is now, being told whether the output is a good site.

Does not return, unless that code cannot run; then it says why.
"""


class Resident:
    """Builds after each change. `settings` reads them anew, so that the day is today's.

    `has_good` says whether the output is a site without errors already.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        bulletin: Bulletin,
        restart: Restart,
        stream: TextIO,
        *,
        has_good: bool = False,
    ) -> None:
        self._settings, self._bulletin, self._restart = settings, bulletin, restart
        self._stream, self._has_good = stream, has_good
        self._language: MessageLanguage = "de"
        self._built_for: date | None = None
        self._code: tuple[Section, ...] = ()

    def react(self, changed: Changes) -> bool:
        """Do what the changes call for; whether there was anything to do."""
        if any(map(is_code, changed)):
            reason = self._restart(self._has_good)
            say(self._stream, reason)
            self._code = (of_crash(reason, self._language),)
        elif not changed and self._today() == self._built_for:
            return False
        self._build()
        return True

    def _today(self) -> date | None:
        """The day that a site would be built for now; with broken settings no other than before."""
        try:
            return self._settings().today
        except Exception:
            return self._built_for

    def _build(self) -> None:
        try:
            settings = self._settings()
        except Exception as error:
            done = Rebuilt((of_crash(failure.of_settings(error), self._language),))
        else:
            self._language, self._built_for = settings.language, settings.today
            done = rebuild(settings, self._stream, has_good=self._has_good)
        self._has_good = self._has_good or done.is_good
        self._bulletin.tell(panel(self._language, (*self._code, *done.sections)))


def is_code(path: Path) -> bool:
    """Whether a file is part of the program that runs."""
    return path.suffix == ".py" or (path.is_relative_to(PLUGINS) and is_program(path))
