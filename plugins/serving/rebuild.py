"""A build in this process, and what it came to: a panel, or nothing to complain of.

With errors in the content the output stays as it was when there were none. Before there was such a
time, what is broken is left out, as `make site` does.
"""

import subprocess
import sys
import time
from typing import TextIO

from plugins.building import build, outcome
from plugins.building.failure import described
from plugins.building.outcome import BuildRefused
from plugins.building.progress import Progress
from plugins.catalogue.cache import PLUGINS
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.settings import Settings
from plugins.findings.safe import say
from plugins.findings.show import print_findings
from plugins.serving.panel import Section, of_crash, of_failures, of_findings
from plugins.validation.check import CheckResult, check


@record(frozen=True)
class Rebuilt(Frozen):
    """What the browsers are shown. `is_good`: the output is a whole site without errors."""

    sections: tuple[Section, ...] = ()
    is_good: bool = False


def rebuild(settings: Settings, stream: TextIO, *, has_good: bool) -> Rebuilt:
    """Build, unless that would spoil a good site. What there is to say is said on `stream`.

    Never raises: a crash is one of the things that are said.
    """
    progress = Progress(stream, time.perf_counter)
    try:
        return _rebuilt(settings, stream, progress, has_good=has_good)
    except Exception as error:
        reason = str(error) if isinstance(error, BuildRefused) else described(error)
        progress.end()
        say(stream, reason)
        return Rebuilt((of_crash(reason, settings.language),))


def _rebuilt(settings: Settings, stream: TextIO, progress: Progress, *, has_good: bool) -> Rebuilt:
    began = time.perf_counter()
    checked = check(settings, progress.of(outcome.text("reading", settings)))
    progress.end()
    print_findings(checked.diagnostics, settings, stream)
    is_kept = has_good or settings.strict or checked.is_unread
    errors = of_findings(checked.diagnostics, settings.language, is_kept=is_kept)
    if errors.items and is_kept:
        say(stream, outcome.text("kept", settings))
        return Rebuilt((errors,))
    if settings.has_plugins_of_others:
        return _with_pelican(errors)
    return _written(settings, checked, errors, stream, progress, began)


def _written(
    settings: Settings,
    checked: CheckResult,
    errors: Section,
    stream: TextIO,
    progress: Progress,
    began: float,
) -> Rebuilt:
    result = build.write(settings, checked, progress)
    progress.end()
    outcome.say(result, settings, stream, time.perf_counter() - began)
    pictures = of_findings(result.unreadable, settings.language, is_kept=False)
    failures = of_failures(result.built.failed, settings.language)
    sections = (errors, pictures, failures)
    return Rebuilt(sections, is_good=not any(section.items for section in sections))


def _with_pelican(errors: Section) -> Rebuilt:
    """Leave the writing to Pelican: others' plugins listen to its signals. It says what it does."""
    command = [sys.executable, "-m", "pelican", "--fatal", "errors", "-s", "pelican.conf.py"]
    code = subprocess.run(command, cwd=PLUGINS.parent, check=False).returncode
    if code not in (0, 1):
        raise RuntimeError(f"pelican: {code}")
    return Rebuilt((errors,), is_good=not code and not errors.items)
