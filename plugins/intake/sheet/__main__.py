"""`make sheet` and `make sheet-in`.

Ends with 0 when all is well, 1 when the sheet has errors or conflicts or cannot be read, 2 when
the tool itself failed.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage
from plugins.catalogue.model import Entry
from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.safe import say, speak_utf8
from plugins.findings.show import DOCUMENTS, print_findings
from plugins.intake import content
from plugins.intake.content import CannotRead
from plugins.intake.edit import CannotEdit
from plugins.intake.sheet import mapping, preview, proposal, survey_exports, workbook
from plugins.intake.sheet.export_files import export
from plugins.intake.sheet.headers import kind_in, kind_named
from plugins.intake.sheet.mapping import NO_MAPPING
from plugins.intake.sheet.problems import unreadable
from plugins.intake.sheet.rows import table_of
from plugins.intake.sheet.sheet_diff import SheetDiff, sheet_diff
from plugins.intake.writes import ChangedMeanwhile, write_all
from plugins.validation.report import WRITTEN, CannotWrite, write_page

ROOT = Path(__file__).resolve().parents[3]
FOLDER = "tabellen"

_FAILED: dict[str, dict[MessageLanguage, str]] = {
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

    CONTENT, TODAY, FORMAT and LANGUAGE are read from the environment by the settings file.
    """
    options = _options(arguments)
    try:
        settings = from_file(root / "pelican.conf.py")
    except SettingsError as error:
        return _failed(f"pelican.conf.py: {error}")
    try:
        return _run(settings, options, root)
    except ChangedMeanwhile as error:
        return _failed(_FAILED["changed"][settings.language].format(name=error))
    except CannotEdit as error:
        return _failed(_FAILED["edit"][settings.language].format(name=error))
    except CannotWrite as error:
        return _failed(str(error))
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


def _run(settings: Settings, options: argparse.Namespace, root: Path) -> int:
    try:
        if options.command == "write":
            return _write(settings, Path(options.folder or root / FOLDER))
        return _read(settings, options)
    except CannotRead as error:
        if options.command == "write":
            print_findings(error.found, settings, sys.stdout)
        else:
            _print([_named(found, options) for found in error.found], settings)
        return 1


def _named(found: Diagnostic, options: argparse.Namespace) -> Diagnostic:
    """The finding with what the file is called that it is about: the sheet, or its mapping."""
    file = options.file or "FILE="
    is_of_mapping = found.code.startswith("SHEET-MAPPING-")
    return replace(found, path=found.path or ((is_of_mapping and options.mapping) or file))


def _print(found: Sequence[Diagnostic], settings: Settings) -> None:
    """The findings as the settings want them; a page is written here."""
    if settings.format == "html":
        write_page(found, settings, Path.cwd())
        say(sys.stdout, WRITTEN[settings.language])
    else:
        print_findings(found, settings, sys.stdout)


def _say(settings: Settings, *lines: str) -> None:
    """What is for people only: beside the findings where a program reads these."""
    say(sys.stderr if settings.format in DOCUMENTS else sys.stdout, *lines)


def _failed(message: str) -> int:
    say(sys.stderr, message)
    return 2


def _write(settings: Settings, folder: Path) -> int:
    """Write all sheets."""
    done = export(folder, content.read(settings), settings.language)
    write_all(done.writes)
    say(sys.stdout, *done.lines)
    return int(done.kept)


def _read(settings: Settings, options: argparse.Namespace) -> int:
    """Show what a sheet would change; with --write, change it."""
    if not options.file:
        raise unreadable("SHEET-NO-FILE")
    file = Path(options.file)
    sheets = survey_exports.tidied(workbook.read(file))
    kind = _kind(sheets, file, options)
    found = content.read(settings)
    from_survey = (
        None if options.mapping else survey_exports.mapping_in(sheets, kind, settings.today)
    )
    if (
        options.kind
        and not from_survey
        and not options.mapping
        and proposal.is_foreign(sheets, kind)
    ):
        guess = proposal.proposed(sheets, kind, found)
        if guess:
            return _propose(guess, file, settings)
    columns = (
        mapping.read(Path(options.mapping), kind) if options.mapping else from_survey or NO_MAPPING
    )
    diff = sheet_diff(table_of(sheets, kind, found.lists, settings.site.region, columns), found)
    if settings.format == "concise":
        say(sys.stdout, *preview.findings(diff, settings.language))
    else:
        _print(diff.found_in(options.file), settings)
    if not diff.has_errors:
        _say(settings, *preview.changes(diff, found.lists, settings.language))
    _end(diff, settings, is_dry=options.write in ("", "0", "no"))
    return int(diff.has_errors or bool(diff.conflicts))


def _kind(
    sheets: tuple[workbook.Worksheet, ...], file: Path, options: argparse.Namespace
) -> type[Entry]:
    """The kind that was given, or whose questions these are, or that the file tells."""
    if options.kind:
        return kind_named(options.kind)
    return survey_exports.kind_of(sheets) or kind_in(sheets, file.name)


def _propose(guess: proposal.MappingProposal, file: Path, settings: Settings) -> int:
    """Write the proposed mapping beside the list, never over another file."""
    path, language = file.with_name(f"{file.stem}.zuordnung.yaml"), settings.language
    if settings.format != "concise":
        _print((), settings)
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(guess.text)
    except FileExistsError:
        _say(settings, preview.text("proposal-exists", language, path=path))
        return 1
    _say(settings, preview.text("proposal", language, path=path))
    left = {"unplaced": guess.unplaced, "doubtful": guess.doubtful, "open": guess.open}
    for name, names in left.items():
        if names:
            _say(settings, preview.text(name, language, names=", ".join(names)))
    return 0


def _end(diff: SheetDiff, settings: Settings, *, is_dry: bool) -> None:
    """Write, if that is wanted and possible; the last line says what has been done."""
    done = "refused" if diff.has_errors else "nothing" if not diff.writes else "written"
    if done == "written" and is_dry:
        done = "dry"
    if done == "written":
        write_all(diff.writes)
    _say(settings, preview.text(done, settings.language, count=len(diff.writes)))


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main(sys.argv[1:]))
