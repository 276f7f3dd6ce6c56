"""`make sheet` and `make sheet-in`.

Ends with 0 when all is well, 1 when the sheet has errors or conflicts or cannot be read, 2 when
the tool itself failed.
"""

import argparse
import sys
from pathlib import Path

from plugins.catalogue.diagnostics import Language
from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.safe import say, speak_utf8
from plugins.intake.sheet import apply, content, grid, heads, mapping, proposal, show
from plugins.intake.sheet.edit import CannotEdit
from plugins.intake.sheet.export_files import export
from plugins.intake.sheet.mapping import NO_MAPPING
from plugins.intake.sheet.messages import Unreadable
from plugins.intake.sheet.plans import Outcome, outcome
from plugins.intake.sheet.table import table_of

ROOT = Path(__file__).resolve().parents[3]
FOLDER = "tabellen"

_FAILED: dict[str, dict[Language, str]] = {
    "changed": {
        "de": "Es wurde nichts geschrieben: {name} hat sich währenddessen geändert. Bitte noch "
        "einmal versuchen.",
        "en": "Nothing was written: {name} was changed meanwhile. Please try again.",
    },
    "edit": {
        "de": "Es wurde nichts geschrieben: {name} ist so geschrieben, dass sich darin nichts "
        "sicher ändern lässt. Diese Datei bitte von Hand ändern.",
        "en": "Nothing was written: {name} is written in a way that cannot be changed safely. "
        "Please change this file by hand.",
    },
}


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Run one of the two commands; the exit code.

    CONTENT, TODAY and LANGUAGE are read from the environment by the settings file.
    """
    options = _options(arguments)
    try:
        settings = from_file(root / "pelican.conf.py")
    except SettingsError as error:
        return _failed(f"pelican.conf.py: {error}")
    try:
        if options.command == "write":
            return _write(settings, Path(options.folder or root / FOLDER))
        return _read(settings, options)
    except Unreadable as error:
        return _refused(error, settings.language)
    except apply.Changed as error:
        return _failed(_FAILED["changed"][settings.language].format(name=error))
    except CannotEdit as error:
        return _failed(_FAILED["edit"][settings.language].format(name=error))
    except BrokenPipeError:  # whoever reads along has seen enough
        sys.stdout = None
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _failed(f"{type(error).__name__}: {error}")


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.intake.sheet", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    write = commands.add_parser("write")
    write.add_argument("--folder", default="")
    read = commands.add_parser("read")
    read.add_argument("--file", required=True)
    for name in ("--kind", "--mapping", "--write"):
        read.add_argument(name, default="")
    return parser.parse_args(arguments)


def _refused(error: Unreadable, language: Language) -> int:
    """Why a file is no sheet or no mapping."""
    for diagnostic in error.diagnostics:
        line, column = diagnostic.place
        said = f"{diagnostic.code} {diagnostic.message(language)}"
        where = f"{diagnostic.path}:{line}:{column}"
        say(sys.stdout, f"{where}: {said}", f"    {diagnostic.remedy(language)}")
    say(sys.stderr, error.said(language))
    return 1


def _failed(message: str) -> int:
    say(sys.stderr, message)
    return 2


def _write(settings: Settings, folder: Path) -> int:
    """Write all sheets."""
    done = export(folder, content.read(settings), settings.language)
    apply.write_all(done.writes)
    say(sys.stdout, *done.said)
    return int(done.kept)


def _read(settings: Settings, options: argparse.Namespace) -> int:
    """Show what a sheet would change; with --write, change it."""
    if not options.file:
        raise Unreadable("NONE")
    file = Path(options.file)
    grids = grid.read(file)
    kind = heads.kind_named(options.kind) if options.kind else heads.kind_in(grids, file.name)
    found = content.read(settings)
    if options.kind and not options.mapping and proposal.is_foreign(grids, kind):
        guess = proposal.proposed(grids, kind, found)
        if guess:
            return _propose(guess, file, settings.language)
    columns = mapping.read(Path(options.mapping), kind) if options.mapping else NO_MAPPING
    table = table_of(grids, kind, found.lists, settings.site.region, columns)
    result = outcome(table, found)
    say(sys.stdout, *show.findings(result, settings.language))
    if not result.verdict.has_errors:
        say(sys.stdout, *show.changes(result, found.lists, settings.language))
    say(sys.stdout, _end(result, options.write not in ("", "0", "no"), settings.language))
    return int(result.verdict.has_errors or bool(result.conflicts))


def _propose(guess: proposal.Proposal, file: Path, language: Language) -> int:
    """Write the proposed mapping beside the list, never over another file."""
    path = file.with_name(f"{file.stem}.zuordnung.yaml")
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(guess.text)
    except FileExistsError:
        say(sys.stdout, show.text("proposal-exists", language, path=path))
        return 1
    say(sys.stdout, show.text("proposal", language, path=path))
    said = {"unplaced": guess.unplaced, "doubtful": guess.doubtful, "open": guess.open}
    for name, names in said.items():
        if names:
            say(sys.stdout, show.text(name, language, names=", ".join(names)))
    return 0


def _end(result: Outcome, write: bool, language: Language) -> str:
    """Write, if that is wanted and possible; the last line says what has been done."""
    if result.verdict.has_errors:
        return show.text("refused", language)
    if not result.writes:
        return show.text("nothing", language)
    if not write:
        return show.text("dry", language)
    apply.write_all(result.writes)
    return show.text("written", language, count=len(result.writes))


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main(sys.argv[1:]))
