"""`make new`: a new entry, asked for step by step, or given with the command."""

import io
import os
import signal
import sys
from pathlib import Path

from plugins.catalogue.find import folder_problems
from plugins.catalogue.settings import Settings
from plugins.findings import Display, command, concise
from plugins.findings.safe import say, speak_utf8
from plugins.intake.existing import read_existing
from plugins.intake.new import texts
from plugins.intake.new.arguments import given_in
from plugins.intake.new.noninteractive import by_given
from plugins.intake.new.session import NOT_RIGHT, STOPPED, by_asking
from plugins.intake.new.terminal import Console

SETTINGS = Path(__file__).resolve().parents[3] / "pelican.conf.py"


def main(path: Path = SETTINGS) -> int:
    """Make a new entry in the content of the site with these settings; the exit code.

    CONTENT, TODAY and LANGUAGE are read from the environment by the settings file, what was given
    to make by `plugins.intake.new.arguments`.
    """
    return command.run("make new", _new, path)


def _new(settings: Settings) -> int:
    try:
        return _entry(settings)
    except (EOFError, KeyboardInterrupt):
        say(sys.stderr, "", texts.ABANDONED.to(settings.language))
        return STOPPED


def _entry(settings: Settings) -> int:
    given = given_in(os.environ)
    existing = read_existing(settings)
    if nowhere := folder_problems(existing.content, settings.shown):
        sys.stdout.write(concise.render(nowhere, Display(existing.language)))
        return NOT_RIGHT
    if sys.stdin.isatty():
        return by_asking(given, existing, Console())
    return by_given(given, existing, sys.stdout)


def _stop_alike() -> None:
    """A closed window and an ended session stop like Ctrl-C: what is open is put away."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    _stop_alike()
    sys.exit(main())
