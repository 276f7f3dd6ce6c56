"""How every command ends: with its exit code, and one line on what kept it from doing its work."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.display import Display
from plugins.findings.safe import failed, say

if TYPE_CHECKING:
    from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage

STOPPED = 130
"""The exit code where somebody ended it at the keyboard."""


class CannotProceed(Exception):
    """The work cannot be done; `found` says why."""

    def __init__(self, *found: "Diagnostic") -> None:
        super().__init__(", ".join(one.code for one in found))
        self.found = found


def run(command: str, work: Callable[[Settings], int], path: Path, *plain: type[Exception]) -> int:
    """What `work` comes to with the settings of this file; 2 when the tool itself failed.

    What says enough by itself is `plain`; of all else its type is named, too.
    """
    language: MessageLanguage = "de"
    try:
        settings = from_file(path)
        language = settings.language
        return work(settings)
    except (EOFError, KeyboardInterrupt):
        say(sys.stderr, "")
        return STOPPED
    except SettingsError as error:
        return failed(command, f"{path.name}: {error}")
    except CannotProceed as error:
        say(sys.stdout, *map(Display(language).sentence, error.found))
        return 1
    except BrokenPipeError:  # whoever reads along has seen enough: `make check | head`
        sys.stdout = None
        return 2
    except plain as error:
        return failed(command, str(error))
    except Exception as error:
        return failed(command, f"{type(error).__name__}: {error}")
