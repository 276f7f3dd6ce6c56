"""`make stale` lists what is due; `make reminders` writes to those who can confirm it."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from plugins.catalogue.diagnostics import Language
from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.safe import failed, say, speak_utf8
from plugins.intake.upkeep import table
from plugins.intake.upkeep.due import due
from plugins.validation.check import check

SETTINGS = Path(__file__).resolve().parents[3] / "pelican.conf.py"

_DAYS = "365"
_WITHHELD: Mapping[Language, str] = {
    "de": "Nicht mitgezählt sind Einträge mit Fehlern: {number}. Welche, zeigt make check.",
    "en": "Entries with errors are not counted: {number}. make check shows which.",
}


class NotDays(Exception):
    """DAYS is no number of days; the text says so."""


def main(command: str, given: Mapping[str, str], path: Path = SETTINGS) -> int:
    """Run one of the two commands. 0: fine. 2: the tool itself failed.

    DAYS says after how many days an entry is due. CONTENT, TODAY, FORMAT and LANGUAGE are read
    from the environment by the settings file.
    """
    name = f"make {command}"
    try:
        return _stale(from_file(path), days(given))
    except SettingsError as error:
        return failed(name, f"{path.name}: {error}")
    except NotDays as error:
        return failed(name, str(error))
    except BrokenPipeError:  # whoever reads along has seen enough: `make stale | head`
        sys.stdout = None
        return 2
    except Exception as error:
        return failed(name, f"{type(error).__name__}: {error}")


def days(given: Mapping[str, str]) -> int:
    """After how many days an entry is due. Raises `NotDays`."""
    text = given.get("DAYS") or _DAYS
    if not re.fullmatch("[0-9]{1,5}", text, re.ASCII):
        raise NotDays(f"DAYS: {text!r}? {_DAYS}")
    return int(text)


def _stale(settings: Settings, most: int) -> int:
    catalogue = check(settings).catalogue
    late = due(catalogue, settings.today, most)
    told = sys.stdout
    if settings.format == "json":
        say(sys.stdout, *table.as_json(late, settings.today).split("\n"))
        told = sys.stderr
    else:
        say(sys.stdout, *table.lines(late, settings.today, settings.language))
    say(told, table.summary(late, most, settings.language))
    if number := len(catalogue.withheld):
        say(sys.stderr, _WITHHELD[settings.language].format(number=number))
    return 0


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main(sys.argv[1], os.environ))
