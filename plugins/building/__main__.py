"""`make site`: the site, as quickly as it can be had.

Pelican is needed only for plugins of others: ours are planned and rendered without it, to the same
bytes as by `pelican -s pelican.conf.py`. When nothing changed since the last build, hardly more is
imported than what it takes to see that.
"""

import gc
import os
import pickle
import sys
import time

from plugins.building import outcome
from plugins.building.outcome import BuildRefused, Result
from plugins.building.progress import Progress
from plugins.building.snapshot import Snapshot, noted, settled
from plugins.catalogue.cache import PLUGINS, Cache, running
from plugins.catalogue.notes import note_files
from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.safe import say
from plugins.findings.show import print_findings

ROOT = PLUGINS.parent
SNAPSHOT = "snapshot"


def main() -> int:
    """Build the site; the exit code. 1: refused for errors in the content. 2: the tool failed."""
    began = time.perf_counter()
    gc.disable()  # a run lives for seconds, and what it makes holds no cycles worth finding
    try:
        settings = from_file(ROOT / "pelican.conf.py")
    except SettingsError as error:
        say(sys.stderr, f"pelican.conf.py: {error}")
        return 2
    if settings.has_plugins_of_others:
        return _with_pelican()
    try:
        result = _result(settings, Progress(sys.stderr, time.perf_counter))
    except BuildRefused as refused:
        if str(refused):
            say(sys.stderr, str(refused))
        return refused.exitcode
    outcome.say(result, settings, sys.stderr, time.perf_counter() - began)
    return result.exitcode


def _result(settings: Settings, progress: Progress) -> Result:
    """What the last build came to, if nothing changed since; else build. Raises `BuildRefused`."""
    cache, sources, notes = _cache(settings), settled(settings), note_files(settings)
    last: tuple[Snapshot, Result] | None = cache.get(SNAPSHOT) if cache else None
    if last is not None and last[0].still_holds(sources, settings.output, *notes):
        print_findings(last[1].findings, settings, sys.stderr)
        return last[1].again()
    result = _built(settings, progress)
    snapshot = Snapshot(sources, result.built.seen, noted(*notes))
    unread = any(finding.code == "FILE-UNREADABLE" for finding in result.findings)
    if cache is not None and snapshot.is_known and not (unread or result.built.failed):
        cache.put(SNAPSHOT, (snapshot, result))
    return result


def _cache(settings: Settings) -> Cache | None:
    """Where the last build is remembered: by the same code, with the same settings."""
    caches, made_by = settings.caches(), (running(PLUGINS), pickle.dumps(settings))
    return caches.cache_of("builds", settings.output, *made_by) if caches else None


def _built(settings: Settings, progress: Progress) -> Result:
    from plugins.building.build import build  # and with it nearly everything

    try:
        return build(settings, progress)
    finally:
        progress.end()


def _with_pelican() -> int:
    """Leave everything to Pelican: others' plugins listen to its signals."""
    command = [sys.executable, "-m", "pelican", "--fatal", "errors", "-s", "pelican.conf.py"]
    os.execv(sys.executable, command)


if __name__ == "__main__":
    sys.exit(main())
