"""What is said about a new entry is what `make check` says about the file that comes of it."""

import re
import shutil
from pathlib import Path

import pytest

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.find import FOLDERS
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.intake.existing import ExistingContent
from plugins.intake.new.draft import draft, looked_over
from plugins.intake.new.question import ID
from plugins.validation.check import check_folder
from plugins.validation.context import RuleContext
from tests.intake.new.scripted import existing_in
from tests.rules import only

CASES = Path(__file__).parents[2] / "cases"


def originals(content: Path) -> list[Path]:
    """Files that hold an entry under a name that it may have."""
    found = (path for folder in FOLDERS for path in sorted((content / folder).glob("*.md")))
    return [path for path in found if path.is_file() and path.stem.replace("-", "").isalnum()]


def readable(path: Path) -> bool:
    """Whether it is text at all: nothing else can be typed or given."""
    try:
        return "\r" not in path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False


def said_of_each(content: Path, settings: Settings, tmp_path: Path) -> None:
    """Take each file out in turn, and compare what is said of it with and without it there."""
    for path in filter(readable, originals(content)):
        name = path.relative_to(content)
        rest = Path(shutil.copytree(content, tmp_path / f"{name.parent}-{name.stem}"))
        existing = existing_in(rest, settings)
        there = check_folder(rest, existing.today, existing.site).diagnostics
        (rest / name).unlink()
        kind = FOLDERS[path.parent.name]
        made = looked_over(kind, path.stem, path.read_text("utf-8"), existing_in(rest, settings))
        assert made.findings == tuple(d for d in there if d.path == f"content/{name}")


NAMES = sorted(path.name for path in CASES.iterdir() if (path / "content").is_dir())
FILES = [name for name in NAMES if not re.search("FILE|TR-|IMG-|SYS-|TEXT-TWICE", name)]
"""Not those about other files, and about a text that stands twice: it cannot be given so."""


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_as_in_every_case_of_a_diagnostic(name: str, settings: Settings, tmp_path: Path) -> None:
    said_of_each(CASES / name / "content", settings, tmp_path)


@pytest.mark.slow
def test_as_in_the_sample(sample_settings: Settings) -> None:
    """Every tenth entry of the sample, as if it were new: it is right, and still refers rightly."""
    content = sample_settings.content
    existing = existing_in(content, sample_settings)
    there = check_folder(content, existing.today, existing.site).diagnostics
    for path in originals(content)[::10]:
        name = path.relative_to(content)
        text = path.read_text(encoding="utf-8")
        made = looked_over(FOLDERS[path.parent.name], path.stem, text, existing)
        errors = tuple(d for d in there if d.path == f"content/{name}" and d.is_error)
        assert made.errors == errors == ()


@pytest.mark.parametrize(
    ("answers", "fields"),
    [
        ({"title": "A", "start": "2026-12-02", "organisers": ("office",)}, []),
        ({"title": "A", "start": "2026-12-02", "end": "2026-12-01"}, ["end", "organisers"]),
        (
            {"title": "A", "start": "2026-12-02", "organisers": ("x",), "repeat.until": "x"},
            ["organisers", "repeat.every", "repeat.until"],
        ),
        (
            {
                "title": "A",
                "start": "x",
                "organisers": ("office",),
                "text": "a\n\n[b](javascript:)",
            },
            ["start", "text"],
        ),
        (
            {
                "title": "A",
                "start": "2026-12-02",
                "organisers": ("office",),
                "text": "a\n\n<b>c</b>",
            },
            ["text"],
        ),
    ],
)
def test_a_finding_leads_to_its_field(
    answers: dict[str, str], fields: list[str], existing: ExistingContent
) -> None:
    made = draft(FOLDERS["events"], {ID: "a", **answers}, existing)
    assert sorted({made.field_of(finding) for finding in made.findings}) == fields


def test_a_reserved_name_leads_to_the_id(existing: ExistingContent) -> None:
    made = draft(FOLDERS["pages"], {ID: "termine", "title": "A"}, existing)
    assert [(d.code, made.field_of(d)) for d in made.findings] == [("FILE-RESERVED", ID)]


def test_a_rule_that_fails_on_another_entry_does_not_stand_in_the_way(
    existing: ExistingContent, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(catalogue: Catalogue, context: RuleContext) -> list[Diagnostic]:
        return [1 / 0 for entry in catalogue.entries if entry.id == "boxclub"]  # type: ignore[misc]

    only(monkeypatch, fails)
    assert draft(FOLDERS["pages"], {ID: "a", "title": "A"}, existing).findings == ()
