"""Which findings belong to a commit: those in its files, and those that it causes elsewhere."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.settings import Settings
from plugins.validation.check import CheckResult, check
from plugins.validation.staged.git import GitError, ObjectDatabase, TreeFile

Check = Callable[[], Iterable[Diagnostic]]


@dataclass(frozen=True)
class Staged:
    """What the commit would make of the content, and the settings of where it was written to."""

    settings: Settings
    checked: CheckResult


def staged(settings: Settings, git: ObjectDatabase, scratch: Path) -> Staged | None:
    """The content as it is staged, checked; `None` when the commit does not change it.

    `scratch` is an empty folder for the files. Raises `GitError` and `OSError`.
    """
    content, top = settings.content.resolve(), git.top()
    if not content.is_relative_to(top):
        raise GitError(f"{settings.content}: not in {top}")
    folder = content.relative_to(top).as_posix()
    new = tuple(git.files(git.staged_tree(), folder))
    old = tuple(git.files(git.head_tree(), folder))
    changed = frozenset(f"{settings.shown}/{file.path}" for file in {*new} ^ {*old})
    if not changed:
        return None
    after = _checked(settings, git, new, scratch / "new")

    def before() -> Iterable[Diagnostic]:
        return _checked(settings, git, old, scratch / "old")[1].diagnostics if old else ()

    own = tuple(caused(after[1].diagnostics, changed, before))
    return Staged(after[0], replace(after[1], diagnostics=own))


def caused(
    found: Iterable[Diagnostic], changed: frozenset[str], before: Check
) -> Iterator[Diagnostic]:
    """The findings in changed files, and those in others that were not there before.

    What was found before is asked for only when it matters: it takes as long as a whole check.
    """
    known: frozenset[Diagnostic] | None = None
    for finding in found:
        if finding.path not in changed:
            known = frozenset(before()) if known is None else known
            if finding in known:
                continue
        yield finding


def _checked(
    settings: Settings, git: ObjectDatabase, files: tuple[TreeFile, ...], folder: Path
) -> tuple[Settings, CheckResult]:
    """Write the files of a tree and check them, under the names that they have in the content."""
    git.write(files, folder)
    vocabulary = settings.vocabulary
    if vocabulary.resolve().is_relative_to(settings.content.resolve()):
        vocabulary = folder / vocabulary.resolve().relative_to(settings.content.resolve())
    there = replace(settings, content=folder, vocabulary=vocabulary)
    return there, check(there)
