"""Answers that want to harm, or that look like something else."""

from pathlib import Path

import pytest

from plugins.intake.existing import ExistingContent
from plugins.intake.new.session import by_asking
from plugins.validation.check import check_folder
from tests.intake.new.scripted import TODAY, Script, files


def page(existing: ExistingContent, *lines: str) -> Script:
    """What is seen when these lines are typed at the questions about a page."""
    script = Script(list(lines))
    assert by_asking({"KIND": "page"}, existing, script) == 0
    return script


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("\x1b[2J", "ENC-CONTROL"),
        ("a\x07b", "ENC-CONTROL"),
        ("\x00", "ENC-CONTROL"),
        ("\udcff", "ENC-CONTROL"),
        ("a\u202eb", "ENC-BIDI"),
        ("a\u200bb", "ENC-INVISIBLE"),
        ("a\u2028b", "ENC-LINE-BREAK"),
        ("a\x85b", "ENC-LINE-BREAK"),
        ("eins\nzwei", "FLD-LINE"),
        ("x" * 70_000, "FLD-LONG"),
    ],
)
def test_it_is_refused_with_its_code(
    typed: str, code: str, content: Path, existing: ExistingContent
) -> None:
    script = page(existing, typed, "A", "", "", "", "")
    refused = [line for line in script.seen if f"({code})" in line]
    assert len(refused) == 1 and len(refused[0]) < 300
    assert all(line.rstrip("\n").isprintable() for line in script.seen)
    text = (content / "pages" / "a.md").read_text(encoding="utf-8")
    assert text == "---\ntitle: A\n---\n"


@pytest.mark.parametrize(
    "typed",
    [
        "---",
        "...",
        "key: value",
        "- a",
        "[a, b]",
        "{a: b}",
        "&a *b",
        "!!python/object",
        "# kein Kommentar",
        "a #b",
        "yes",
        "~",
        "01067",
        "2026-12-01",
        "'\"",
        "{message}",
        "%(x)s",
        "> a",
        "| b",
        "@c",
        "`d`",
    ],
)
def test_it_is_text_and_nothing_else(typed: str, content: Path, existing: ExistingContent) -> None:
    page(existing, typed, "", typed, "---", "title: B", ".", "probe", "")
    found = check_folder(content, TODAY, existing.site)
    read = next(entry for entry in found.catalogue.pages if entry.id == "probe")
    assert (read.title, read.text) == (typed, f"{typed}\n---\ntitle: B")


@pytest.mark.parametrize(
    "typed", ["../x", "/etc/x", "a/b", "a\\b", ".", "..", "A", "a.md", "-a", "ä"]
)
def test_no_name_leads_elsewhere(typed: str, content: Path, existing: ExistingContent) -> None:
    before = files(content)
    script = page(existing, "A", "", "", typed, "a", "")
    assert sum("(ID-FORM)" in line for line in script.seen) == 1
    assert set(files(content)) - set(before) == {"pages", "pages/a.md"}


def test_what_is_in_other_entries_cannot_steer_the_terminal(
    content: Path, existing: ExistingContent
) -> None:
    script = Script(["A", "1.1.", "?", "\x1b]0;x\x07", "office"])
    with pytest.raises(EOFError):
        by_asking({"KIND": "event"}, existing, script)
    assert all(line.rstrip("\n").isprintable() for line in script.seen)


def test_a_text_beyond_the_limit_can_be_typed_again(
    content: Path, existing: ExistingContent
) -> None:
    script = page(existing, "A", "", "x" * 70_000, ".", "kurz", ".", "", "")
    assert sum("(MD-LONG)" in line for line in script.seen) == 1
    assert (content / "pages" / "a.md").read_text().endswith("\n\nkurz\n")
