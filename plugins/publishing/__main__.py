"""`make publish` and `make rollback`."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from plugins.catalogue.cache import PLUGINS, running
from plugins.catalogue.diagnostics import Diagnostic, diagnostic
from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.safe import failed, say, speak_utf8
from plugins.findings.show import print_findings
from plugins.publishing import disk, release
from plugins.publishing.audit import START
from plugins.publishing.locations import location
from plugins.publishing.release import NotReleased, Published
from plugins.publishing.target import TargetError
from plugins.publishing.workshop import Workshop

ROOT = Path(__file__).resolve().parents[2]
WORKSHOP = ROOT / ".cache" / "release"

_NAMED = 9
"""So many files of other plugins are named."""

_TEXTS = {
    "de": {
        "lost": "{kind}: {gone} von {before} fehlen",
        "published": "Veröffentlicht: {name} in {where}",
        "left out": "Mit Fehlern, darum nicht darin: {left_out} (siehe oben)",
        "more": "Von anderen Plugins: {names}",
        "and more": "{names} und {number} weitere",
        "rolled back": "Zurück zu {name} in {where}",
        "portable": "PORTABLE=1 macht eine Site für einen Datenträger: make site PORTABLE=1",
        "usage": "Aufruf: make publish oder make rollback",
    },
    "en": {
        "lost": "{kind}: {gone} of {before} gone",
        "published": "Published: {name} in {where}",
        "left out": "With errors, so not in it: {left_out} (see above)",
        "more": "From other plugins: {names}",
        "and more": "{names} and {number} more",
        "rolled back": "Back to {name} in {where}",
        "portable": "PORTABLE=1 makes a site for a disk: make site PORTABLE=1",
        "usage": "Use make publish or make rollback",
    },
}


def main(arguments: list[str]) -> int:
    """Run one of the two commands.

    0 fine; 1 errors in the content or the site, also when all but the entries with errors was
    published, or somebody else is publishing, or there is nothing to go back to; 2 the tool.
    """
    try:
        settings = from_file(ROOT / "pelican.conf.py")
    except SettingsError as error:
        return failed("make publish", f"pelican.conf.py: {error}")
    texts, where = _TEXTS[settings.language], settings.publish_to
    if settings.site.is_portable:
        return failed("make publish", texts["portable"])
    try:
        done, came = _run(arguments, settings)
    except (NotReleased, TargetError, OSError) as error:
        reason = _reason(error, where)
        if reason is None:
            return failed("make publish", f"{where}: {error}")
        say(sys.stderr, *(texts["lost"].format(**vars(loss)) for loss in reason.losses))
        print_findings(refused(reason, where), settings, sys.stderr, WORKSHOP)
        return reason.exitcode
    say(sys.stdout, texts[done].format(name=came.name, where=where))
    if came.more:
        say(sys.stderr, texts["more"].format(names=_some(came.more, texts["and more"])))
    if came.left_out:
        say(sys.stderr, texts["left out"].format(left_out=came.left_out))
    return 2 if not came.name else int(came.left_out > 0)


def _reason(error: NotReleased | TargetError | OSError, where: str) -> NotReleased | None:
    """The same as a reason with a code, if there is one for it."""
    if isinstance(error, NotReleased):
        return error
    if isinstance(error, OSError):
        path = Path(str(error.filename or where))
        shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        return NotReleased(disk.code(error), 2, path=str(shown))
    code = disk.code_of(str(error))
    return NotReleased(code, 2, path=where) if code else None


def _some(names: Sequence[str], and_more: str) -> str:
    """A few of the names, in one line, and how many more there are."""
    named, rest = ", ".join(names[:_NAMED]), len(names) - _NAMED
    return and_more.format(names=named, number=rest) if rest > 0 else named


def refused(reason: NotReleased, where: str) -> tuple[Diagnostic, ...]:
    """All that was found, and last why nothing was published there."""
    gone = sum(loss.gone for loss in reason.losses)
    details = {"gone": gone, "path": reason.path}
    known = {name: value for name, value in details.items() if value}
    return *reason.findings, diagnostic(where, START, reason.code, known)


def _file(name: str) -> bytes:
    """What is in the file; nothing if none is named. Raises `OSError`."""
    return (ROOT / name).read_bytes() if name else b""


def _run(arguments: list[str], settings: Settings) -> tuple[str, Published]:
    if arguments not in (["publish"], ["rollback"]):
        return "usage", Published("")
    with (
        release.alone(ROOT / ".cache" / "publish.lock"),
        release.opened(location(settings.publish_to, ROOT)) as target,
    ):
        if arguments == ["rollback"]:
            return "rolled back", release.rollback(target)
        caches = settings.caches()
        others = settings.has_plugins_of_others  # what they made last time nobody would remove
        notes = caches.cache("release") if caches and not others else None
        now, force = datetime.now(UTC), os.environ.get("FORCE", "") not in ("", "0", "no")
        base, keep = settings.site.base, settings.publish_keep
        came = release.publish(
            target,
            release.build,
            Workshop(WORKSHOP, notes),
            now,
            base,
            keep,
            force=force,
            may_have_more=others,
            live=_file(os.environ.get("LIVE", "")),
            read=caches.cache("audit", running(PLUGINS)) if caches else None,
        )
        return "published", came


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main(sys.argv[1:]))
