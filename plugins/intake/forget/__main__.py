"""`make forget`: takes out on somebody's wish what ID names, shows first what that means.

Ends with 0 when it is done, or was only to be shown; 1 when there is nothing of that name, or when
something has to be decided first; 2 when the tool itself failed, 130 when somebody stopped. Ended
anywhere, the same command goes on.
"""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from plugins.catalogue import forgotten
from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.forgotten import FILE
from plugins.catalogue.settings import Settings
from plugins.catalogue.text import nearest
from plugins.findings import command
from plugins.findings.safe import say, speak_utf8
from plugins.intake import content as contents
from plugins.intake.content import ContentFolder
from plugins.intake.forget import elsewhere, history, show, texts, undone
from plugins.intake.forget.elsewhere import MatchingDraft
from plugins.intake.forget.plan import ErasurePlan, knows, plan
from plugins.intake.forget.wanted import NotUnderstood, Wanted, wanted
from plugins.intake.git import NotCommitted, WorkTree, commit
from plugins.intake.new.terminal import MARK, Console, Terminal
from plugins.intake.new.texts import Bilingual
from plugins.intake.submission.store import DraftStore, StoreError
from plugins.intake.submission.submission import YES
from plugins.intake.writes import ChangedMeanwhile, Write, write_all

SETTINGS = Path(__file__).resolve().parents[3] / "pelican.conf.py"


def main(path: Path = SETTINGS) -> int:
    """Forget what ID names in the site with these settings; the exit code.

    DRY=1 only shows; YES=1 asks nobody; UNDO=1 lets it come back. CONTENT, TODAY and LANGUAGE are
    read by the settings file.
    """
    return command.run("make forget", _forget, path, StoreError)


def _forget(settings: Settings) -> int:
    terminal = Console() if sys.stdin.isatty() else None
    now = int(datetime.now(UTC).timestamp())
    return Forgetting(settings, os.environ, terminal, now).run()


class Forgetting:
    """One run. `terminal` is `None` where nobody can be asked; `now` is in seconds since 1970."""

    def __init__(
        self, settings: Settings, given: Mapping[str, str], terminal: Terminal | None, now: int
    ) -> None:
        self._settings, self._given, self._terminal, self._now = settings, given, terminal, now
        self._language: MessageLanguage = settings.language
        self._store = DraftStore(settings.inbox)

    def run(self) -> int:
        """Do it; the exit code."""
        text = self._given.get("ID", "")
        if not text.strip():
            self._tell(texts.WHAT)
            return 1
        content = contents.read(self._settings)
        try:
            asked = wanted(text, self._settings.site.region)
        except NotUnderstood as error:
            self._tell(texts.NOT_UNDERSTOOD, value=error)
            self._tell(texts.WHAT)
            return 1
        if self._is_given("UNDO"):
            return self._undone(asked)
        return self._forgotten(asked, content)

    def _forgotten(self, asked: Wanted, content: ContentFolder) -> int:
        made = plan(asked, content, self._settings, self._now)
        git = WorkTree(content.folder, self._given)
        keys = made.gone or ((asked.key,) if asked.id else ())
        files = history.paths((*keys, *made.former), (*made.pictures, asked.picture), git)
        was_forgotten = knows(content.existing.catalogue.forgotten, asked)
        if not (made.is_known or asked.is_person or files or was_forgotten):
            self._unknown(asked, content)
            return 1
        drafts = elsewhere.drafts(made, content, self._store)
        say(sys.stdout, *([texts.AGAIN.to(self._language)] if was_forgotten else ()))
        say(sys.stdout, *show.plan(made, drafts, self._settings))
        if made.stuck:
            return 1
        if not self._is_wished():
            return 0
        try:
            self._carry_out(made, drafts)
        except ChangedMeanwhile as error:
            self._tell(texts.CHANGED_MEANWHILE, path=error)
            return 1
        self._commit((*(w.path for w in made.writes), *made.files), texts.MESSAGE)
        say(sys.stdout, show.remembered(self._settings), "", *show.left(self._settings))
        if git.says("rev-parse", "--is-inside-work-tree"):
            repository = history.address_of(self._settings.site.repository, git)
            steps = history.steps(made.wanted, files, repository, self._language)
            say(sys.stdout, *steps, "")
        self._tell(texts.DONE)
        return 0

    def _is_wished(self) -> bool:
        if self._is_given("DRY"):
            return False
        if self._is_given("YES"):
            return True
        if self._terminal is None:
            self._tell(texts.HOW)
            return False
        self._tell(texts.SURE)
        is_wished = self._terminal.ask(MARK).strip().lower() in YES - {"x", "1"}
        if not is_wished:
            self._tell(texts.LEFT)
        return is_wished

    def _carry_out(self, made: ErasurePlan, drafts: tuple[MatchingDraft, ...]) -> None:
        """All of it, in an order in which each step can be the last. Raises `ChangedMeanwhile`."""
        write_all(made.writes)
        self._store.erase({one.id for one in drafts})
        for path in made.files:
            path.unlink(missing_ok=True)
        elsewhere.clear_caches(self._settings, made)

    def _unknown(self, asked: Wanted, content: ContentFolder) -> None:
        known = content.existing.ids.get(asked.folder, frozenset())
        pictures = content.existing.catalogue.pictures
        near = nearest(asked.picture or asked.id, pictures if asked.picture else known) or "–"
        self._tell(texts.UNKNOWN, value=asked.shown, near=near)

    def _undone(self, asked: Wanted) -> int:
        """Let it come back."""
        path = self._settings.content / FILE
        known = forgotten.read(self._settings.content)
        after = undone.without(known, asked)
        if after == known:
            shown = f"{self._settings.shown}/{FILE}"
            self._tell(texts.NOT_THERE, value=asked.shown, path=shown)
            return 1
        if not self._is_given("DRY"):
            write_all((Write(path, forgotten.write(after).encode(), path.read_bytes()),))
            self._commit((path,), texts.MESSAGE_UNDO)
        self._tell(texts.UNDONE, value=asked.shown)
        return 0

    def _commit(self, paths: tuple[Path, ...], message: str) -> None:
        try:
            if commit(self._settings.content, paths, message, self._given):
                self._tell(texts.COMMITTED, message=message)
        except NotCommitted as error:
            said = texts.LOCKED if error.lock else texts.NOT_COMMITTED
            self._tell(said, reason=error, lock=error.lock)

    def _is_given(self, name: str) -> bool:
        return self._given.get(name, "") not in ("", "0", "no")

    def _tell(self, text: Bilingual, **details: object) -> None:
        say(sys.stdout, *text.to(self._language).format_map(details).split("\n"))


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main())
