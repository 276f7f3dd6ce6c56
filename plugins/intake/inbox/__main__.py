"""`make inbox`: what was handed in, shown and decided.

Ends with 0 when all that is there could be shown, 1 when a draft cannot be read or there is no
content, 2 when the tool itself failed, 130 when somebody stopped. What was decided until then has
been written; a draft that was not decided stays.
"""

import os
import shlex
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.catalogue.settings import Settings
from plugins.findings import command
from plugins.findings.safe import say, speak_utf8
from plugins.intake.inbox import show, texts
from plugins.intake.inbox.desk import Desk, EditorNotStarted, Tools
from plugins.intake.new.terminal import Console
from plugins.intake.submission.store import DraftStore, Stored, StoreError

SETTINGS = Path(__file__).resolve().parents[3] / "pelican.conf.py"
EDITOR = "vi"


def main(path: Path = SETTINGS) -> int:
    """Show the inbox of the site with these settings and have it decided; the exit code.

    DRY only lists, and so does a program that nobody can answer. CONTENT, TODAY and LANGUAGE are
    read by the settings file.
    """
    return command.run("make inbox", _inbox, path, StoreError)


def _inbox(settings: Settings) -> int:
    is_dry = os.environ.get("DRY", "") not in ("", "0", "no")
    return inbox(settings, is_dry=is_dry or not sys.stdin.isatty())


def inbox(settings: Settings, *, is_dry: bool) -> int:
    """List the drafts, then have them decided."""
    language, store = settings.language, DraftStore(settings.inbox)
    now = datetime.now(ZoneInfo(settings.site.time_zone))
    days = settings.site.inbox_days
    store.remove_old(now, days)
    ids = store.ids()
    drafts: list[Stored] = []
    for one in ids:
        found = store.get(one)
        if found is None:
            path = settings.inbox / f"{one}.json"
            say(sys.stdout, texts.UNREADABLE.to(language).format(path=path))
        else:
            drafts.append(found)
    if not ids:
        say(sys.stdout, texts.EMPTY.to(language))
        return 0
    say(sys.stdout, texts.COUNT.to(language).format(count=len(ids)))
    if settings.site.intake:
        said = show.space(store.size(), settings.intake.megabytes, language)
        say(sys.stdout, *filter(None, [said]))
    say(sys.stdout, *show.listed(drafts, store.answered(), now, days, language))
    if not is_dry:
        tools = Tools(Console(), in_editor, now, os.environ)
        Desk(settings, tools).go_through(drafts)
    return int(len(drafts) < len(ids))


def in_editor(text: str, name: str) -> str:
    """The text after somebody has edited it, in a file of this name that is theirs alone."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or EDITOR
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*shlex.split(command), str(path)], check=False)
        except (OSError, ValueError):
            raise EditorNotStarted(command) from None
        if done.returncode:
            raise EditorNotStarted(command)
        return path.read_text(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main())
