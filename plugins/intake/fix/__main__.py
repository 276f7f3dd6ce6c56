"""`make fix`: mend in the entries what can be mended without asking, and say what was."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from plugins.catalogue.find import folder_problems
from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.catalogue.versions import format_of
from plugins.findings.safe import failed, say, speak_utf8
from plugins.findings.show import print_findings
from plugins.intake.fix import summary
from plugins.intake.fix.batch import ContentFile, FileResult, FileState, files, run
from plugins.intake.fix.decided import decided
from plugins.intake.fix.migrations import migrate
from plugins.intake.writes import write_all
from plugins.validation.check import check

SETTINGS = Path(__file__).resolve().parents[3] / "pelican.conf.py"


class NoSuchFile(Exception):
    """FILE names nothing that could be mended; the text says so."""


_NO_FILE = {
    "de": "FILE={name}: Das ist keine Datei mit einem Eintrag in {shown}/.",
    "en": "FILE={name}: this is no file with an entry in {shown}/.",
}


def main(environment: Mapping[str, str], path: Path = SETTINGS) -> int:
    """Mend the content of the site with these settings; the exit code.

    FILE names a single file, DRY=1 shows what would change and writes nothing. 0: nothing is left
    to do. 1: errors are left that only a person can mend. 2: the tool itself failed.
    """
    try:
        settings = from_file(path)
        return _fix(environment, settings, path.parent)
    except SettingsError as error:
        return failed("make fix", f"{path.name}: {error}")
    except NoSuchFile as error:
        return failed("make fix", str(error))
    except BrokenPipeError:  # whoever reads along has seen enough: `make fix DRY=1 | head`
        sys.stdout = None
        return 2
    except KeyboardInterrupt:  # each file is the old or the new one
        return 2
    except Exception as error:
        return failed("make fix", f"{type(error).__name__}: {error}")


def _fix(environment: Mapping[str, str], settings: Settings, root: Path) -> int:
    dry = environment.get("DRY", "") not in ("", "0", "no")
    if writes := migrate(settings.content):
        before = format_of(settings.content)
        if not dry:
            write_all(writes)
        say(sys.stdout, summary.migrated(before, len(writes), settings.language, written=not dry))
        if dry:  # what is left to mend will be seen in what is written then
            return 0
    if problems := folder_problems(settings.content, settings.shown):
        print_findings(problems, settings, sys.stdout)
        return 1
    return _mend(_chosen(settings, environment.get("FILE", ""), root), settings, dry=dry)


def _chosen(settings: Settings, name: str, root: Path) -> list[ContentFile]:
    """All files, or the one that was named. Raises `NoSuchFile`."""
    found = list(files(settings.content, settings.shown))
    if not name:
        return found
    where = os.path.normpath(root / name)
    one = [file for file in found if name == file.shown or where == os.path.normpath(file.path)]
    if not one:
        message = _NO_FILE[settings.language]
        raise NoSuchFile(message.format(name=name, shown=settings.shown))
    return one


def _mend(chosen: list[ContentFile], settings: Settings, *, dry: bool) -> int:
    results = []
    answers = decided(check(settings).diagnostics)
    for result in run(chosen, settings.site.region, write=not dry, answers=answers):
        results.append(result)
        say(sys.stdout, *summary.lines(result, settings.language))
        if dry and result.state is FileState.CHANGED:
            say(sys.stdout, *summary.difference(result))
    say(sys.stdout, summary.summary(results, settings.language, written=not dry))
    states = {result.state for result in results}
    if FileState.FAILED in states:
        return 2
    code = 0 if dry else _check(results, settings)
    return max(code, int(bool(states & {FileState.UNREADABLE, FileState.BUSY})))


def _check(results: list[FileResult], settings: Settings) -> int:
    """Check what has been mended: the exit code, and a line when a person has to go on."""
    checked = check(settings)
    mine = {result.file.shown for result in results}
    errors = [d for d in checked.diagnostics if d.is_error and d.path in mine]
    if errors:
        say(sys.stdout, summary.left(len(errors), settings.language))
    return 2 if checked.has_failed else int(bool(errors))


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main(os.environ))
