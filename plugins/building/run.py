"""`make site`, step by step: read and check, then render; the same in Pelican's run or without."""

import sys
from collections.abc import Sequence

from plugins.building import failure, outcome, site
from plugins.building.folder import ForeignFolder
from plugins.building.outcome import Refused, Result
from plugins.building.progress import Progress
from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic, paths_with_errors
from plugins.catalogue.processes import WorkerDied, available
from plugins.catalogue.revisions import revised
from plugins.catalogue.settings import Settings, SettingsError
from plugins.findings.show import print_findings
from plugins.validation.check import Checked, check
from plugins.wording.messages import Unreadable


def read(settings: Settings, progress: Progress | None = None) -> Checked:
    """Read and check the content; what is found is printed. Raises `Refused`."""
    step = progress.of(outcome.text("reading", settings)) if progress else None
    checked = check(settings, step)
    print_findings(checked.diagnostics, settings, stream=sys.stderr)
    if not settings.content.is_dir():
        raise Refused("", exitcode=2)
    if settings.strict and checked.has_errors:
        raise Refused(outcome.text("refused", settings), exitcode=1)
    return checked


def write(
    settings: Settings, checked: Checked, plugins: Sequence[str], progress: Progress | None = None
) -> Result:
    """Render what was read into the output folder. Raises `Refused`."""
    planners = site.planners(plugins)
    left_out = tuple(sorted(paths_with_errors(checked.diagnostics)))
    step = progress.of(outcome.text("writing", settings)) if progress else None
    catalogue, is_shallow = revised(checked.catalogue, settings)
    try:
        built, unreadable = site.build(
            catalogue, settings, planners, available(), step, len(left_out)
        )
    except SettingsError as error:
        raise Refused(failure.of_settings(error), exitcode=2) from None
    except ForeignFolder as error:
        raise Refused(outcome.text("foreign", settings, error), exitcode=2) from None
    except Unreadable as error:
        raise Refused(outcome.text("messages", settings, error), exitcode=2) from None
    except OSError as error:
        raise Refused(outcome.of_disk(error, settings), exitcode=2) from None
    except WorkerDied:
        raise Refused(outcome.text("died", settings), exitcode=2) from None
    failed, spoilt = bool(built.failed), bool(unreadable) and settings.strict
    return Result(
        findings=checked.diagnostics,
        unreadable=tuple(_unreadable(name, settings) for name in unreadable),
        left_out=left_out,
        entries=sum(1 for _ in checked.catalogue.entries),
        built=built,
        exitcode=2 if failed else int(spoilt),
        is_shallow=is_shallow,
    )


def _unreadable(name: str, settings: Settings) -> Diagnostic:
    """A picture whose header was right but whose inside is not: the page does without it."""
    path = f"{settings.shown}/images/{name}"
    return diagnostic(path, Place(1, 1), "IMG-UNREADABLE", {"value": name})
