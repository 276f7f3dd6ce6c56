"""`make watch`: checks the entries anew whenever a file is saved.

For editors: they start it once, read along, and show each finding beside its line (.vscode/
tasks.json). A check is everything between the lines `Prüfe ...` and `Bereit.`
"""

import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TextIO

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import SettingsError, from_file
from plugins.findings.safe import failed, say, speak_utf8
from plugins.findings.show import print_findings
from plugins.validation.__main__ import SETTINGS
from plugins.validation.check import check
from plugins.validation.report import summary
from plugins.validation.saved import batches

BEGIN: dict[MessageLanguage, str] = {"de": "Prüfe ...", "en": "Checking ..."}
END: dict[MessageLanguage, str] = {"de": "Bereit.", "en": "Ready."}


def main(path: Path = SETTINGS) -> int:
    """Check now and after every change, until interrupted; the exit code.

    Ends with 2 when the settings are wrong or the folder of entries is gone.
    """
    try:
        content = from_file(path).content
        if not content.is_dir():
            raise SettingsError(f"CONTENT: {content}?")
        changes = batches(
            content, debounce=200, rust_timeout=500, yield_on_timeout=True, raise_interrupt=False
        )
        follow(path, changes, sys.stdout)
    except (SettingsError, OSError) as error:
        return failed("make watch", str(error))
    except KeyboardInterrupt:
        pass
    return 0


def follow(path: Path, changes: Iterable[Collection[object]], stream: TextIO) -> None:
    """Say what is wrong now, and again after each of the `changes`.

    The first of them, which may be empty, says that somebody is watching: what changes during the
    first check is not missed. The settings are read every time: the day goes on. Raises
    `SettingsError`.
    """
    for number, changed in enumerate(changes):
        if changed or not number:
            _say(path, stream)


def _say(path: Path, stream: TextIO) -> None:
    settings = from_file(path)
    say(stream, BEGIN[settings.language])
    checked = check(settings)
    print_findings(checked.diagnostics, settings, stream)
    say(stream, summary(checked, settings.language), END[settings.language])


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main())
