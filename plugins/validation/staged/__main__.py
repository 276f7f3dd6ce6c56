"""The git hook: checks what is staged, says what the commit would make worse."""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.safe import say, speak_utf8
from plugins.findings.show import print_findings
from plugins.validation.__main__ import SETTINGS, exit_code
from plugins.validation.report import summary
from plugins.validation.staged.compare import staged
from plugins.validation.staged.git import GitError, ObjectDatabase

_REFUSED: dict[MessageLanguage, str] = {
    "de": "Nichts wurde gespeichert. Bitte verbessern, mit git add vormerken und noch einmal.\n"
    "Trotzdem speichern: git commit --no-verify",
    "en": "Nothing was committed. Please mend it, git add it and try again.\n"
    "Commit all the same: git commit --no-verify",
}
_FAILED: dict[MessageLanguage, str] = {
    "de": "Die Prüfung vor dem Commit ist gescheitert: {}",
    "en": "The check before the commit failed: {}",
}


def main(path: Path = SETTINGS) -> int:
    """Check what is staged in the repository around the current folder; the exit code.

    0 when the commit may be made, 1 when it would bring errors, 2 when the check itself failed.
    """
    language: MessageLanguage = "de"
    try:
        settings = replace(from_file(path), state=None)  # nothing is kept of a scratch folder
        language = settings.language
        with tempfile.TemporaryDirectory(prefix="anlaufstelle-") as scratch:
            return _say(settings, Path(scratch))
    except KeyboardInterrupt:
        return 2
    except BrokenPipeError:  # whoever reads along has seen enough
        sys.stdout = None
        return 2
    except (SettingsError, GitError) as error:
        return _failed(str(error), language)
    except Exception as error:
        return _failed(f"{type(error).__name__}: {error}", language)


def _failed(message: str, language: MessageLanguage) -> int:
    say(sys.stderr, _FAILED[language].format(message))
    return 2


def _say(settings: Settings, scratch: Path) -> int:
    result = staged(settings, ObjectDatabase(os.environ), scratch)
    if result is None or not result.checked.diagnostics:
        return 0
    print_findings(result.checked.diagnostics, result.settings, sys.stdout)
    say(sys.stderr, summary(result.checked, settings.language))
    if result.checked.has_errors:
        say(sys.stderr, *_REFUSED[settings.language].split("\n"))
    return exit_code(result.checked)


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main())
