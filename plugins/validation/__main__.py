"""`make check`: read the entries, apply the rules, say what is wrong."""

import gc
import os
import sys
from pathlib import Path

from plugins.catalogue.settings import Settings
from plugins.findings import command
from plugins.findings.safe import say, speak_utf8
from plugins.findings.show import DOCUMENTS, print_findings
from plugins.validation import coverage, skip
from plugins.validation.check import CheckResult, check
from plugins.validation.report import WRITTEN, CannotWrite, summary, write_page

SETTINGS = Path(__file__).resolve().parents[2] / "pelican.conf.py"


def main(path: Path = SETTINGS) -> int:
    """Check the content of the site with these settings; the exit code.

    CONTENT, TODAY, FORMAT and LANGUAGE are read from the environment by the settings file, SKIP
    here: it is for the check alone.
    """
    gc.disable()  # a check lives for a second, and what it makes holds no cycles worth finding
    return command.run("make check", _check, path, skip.CannotSkip, CannotWrite)


def _check(settings: Settings) -> int:
    skipped = skip.codes(os.environ.get("SKIP", ""), settings.language)
    checked = check(settings)
    _show(checked, settings, skipped)
    return exit_code(checked)


def _show(checked: CheckResult, settings: Settings, skipped: tuple[str, ...]) -> None:
    """Print what was found, or write it into one page here, and say how much it is."""
    shown = skip.without(checked, skipped)
    how_much = [summary(shown, settings.language)]
    if skipped:
        how_much.append(skip.summary(checked, skipped, settings.language))
    if settings.format == "html":
        write_page(shown.diagnostics, settings, Path.cwd(), " ".join(how_much))
        say(sys.stdout, WRITTEN[settings.language])
    else:
        print_findings(shown.diagnostics, settings, sys.stdout)
    say(sys.stderr if settings.format in DOCUMENTS else sys.stdout, *how_much)
    if settings.format in coverage.SHOWN_IN:
        lines = coverage.lines(checked.catalogue, settings.languages, settings.language)
        say(sys.stdout, *lines)


def exit_code(checked: CheckResult) -> int:
    """0: fine. 1: errors in the content. 2: the tool itself failed."""
    return 2 if checked.has_failed else int(checked.has_errors)


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main())
