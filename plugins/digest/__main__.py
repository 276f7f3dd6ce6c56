"""`make digest`: writes the mails, pages and sheets of a week into a folder. Nothing is sent."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.catalogue.descriptions.kinds import KINDS
from plugins.catalogue.history import since
from plugins.catalogue.settings import Settings
from plugins.digest import texts, week
from plugins.digest.folder import StrangeFiles, put_in_place
from plugins.digest.office import OfficeState
from plugins.digest.week import LENGTH, NoWeek, Week
from plugins.digest.write import OURS, Digest
from plugins.findings import command
from plugins.findings.safe import say, speak_utf8
from plugins.findings.show import print_findings
from plugins.intake.forget.elsewhere import DIGESTS
from plugins.intake.new.texts import Bilingual
from plugins.intake.submission.store import DraftStore, StoreError
from plugins.validation.check import check
from plugins.wording.messages import Unreadable

SETTINGS = Path(__file__).resolve().parents[2] / "pelican.conf.py"
_NAMED = 5
"""So many files that are in the way are named."""


class WrongWeek(Exception):
    """What was given as WEEK is none; the text says which weeks are."""


def main(given: Mapping[str, str], path: Path = SETTINGS) -> int:
    """Write the digest. 0: fine. 1: strange files are in the way. 2: the tool itself failed.

    WEEK is the week, the one after TODAY's without it; OUT the folder in which the week's is made.
    CONTENT, TODAY and LANGUAGE are read from the environment by the settings file.
    """
    work = partial(_digest, given=given)
    return command.run("make digest", work, path, WrongWeek, Unreadable, StoreError)


def _digest(settings: Settings, given: Mapping[str, str]) -> int:
    chosen = _week(settings, given)
    checked = check(settings)
    if checked.is_unread:
        print_findings(checked.diagnostics, settings, sys.stdout)
        return 2
    digest = Digest(settings, checked.catalogue, chosen, _state(settings))
    folder = Path(given.get("OUT") or settings.file.parent / DIGESTS).absolute() / chosen.name
    files = dict(digest.files())
    try:
        put_in_place(files, folder, OURS)
    except StrangeFiles as error:
        names = ", ".join(error.names[:_NAMED]) + (" …" if len(error.names) > _NAMED else "")
        _say(settings, texts.STRANGE, folder=os.path.relpath(folder), names=names)
        return 1
    _say(settings, texts.WRITTEN, folder=os.path.relpath(folder))
    say(sys.stdout, *_told(digest, files))
    return 0


def _week(settings: Settings, given: Mapping[str, str]) -> Week:
    """The week that is asked for. Raises `WrongWeek`."""
    coming = week.of(settings.today + LENGTH)
    name = given.get("WEEK", "").strip()
    try:
        return week.named(name) if name else coming
    except NoWeek:
        said = texts.NO_WEEK.to(settings.language)
        raise WrongWeek(said.format(given=name, example=coming.name)) from None


def _state(settings: Settings) -> OfficeState:
    """What waits in the inbox, and what changed since the same day of last week."""
    day = settings.today - LENGTH
    midnight = datetime.combine(day, time.min, ZoneInfo(settings.site.time_zone))
    folders = [kind.folder for kind in KINDS]
    files = since(settings.content, int(midnight.timestamp()), folders)
    return OfficeState(len(DraftStore(settings.inbox).ids()), files, day)


def _told(digest: Digest, files: Iterable[str]) -> Iterator[str]:
    """What was written, how to send it, and who cannot be asked by mail."""
    language, names = digest.settings.language, [*files]
    for kind, text in texts.FILES.items():
        if count := sum(name.startswith(kind) for name in names):
            yield "  " + text.to(language).format(count=count)
    if not digest.news[digest.settings.languages[0]].dates:
        yield texts.NOTHING_ON.to(language)
    if digest.unreachable:
        silent = ", ".join(one.name for one in digest.unreachable)
        yield texts.UNREACHABLE.to(language).format(names=silent)
    if withheld := len(digest.catalogue.withheld):
        yield texts.WITHHELD.to(language).format(number=withheld)
    yield texts.UNSENT.to(language)


def _say(settings: Settings, text: Bilingual, **values: str) -> None:
    say(sys.stdout, text.to(settings.language).format(**values))


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main(os.environ))
