"""Conversations as they stand on a terminal, word for word, one picture for each kind of entry."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import Settings
from plugins.intake.existing import ExistingContent
from plugins.intake.new.kinds import KINDS
from plugins.intake.new.session import by_asking
from plugins.validation.check import check_folder
from tests.intake.new.scripted import HERE, TODAY, Script, existing_in, files

PICTURES = sorted((HERE / "conversations").glob("*.in"))
NAMES = [path.stem for path in PICTURES]


def typed(name: str) -> list[str]:
    return (HERE / "conversations" / f"{name}.in").read_text(encoding="utf-8").split("\n")[:-1]


@pytest.mark.golden
@pytest.mark.parametrize("name", NAMES)
def test_a_conversation(name: str, content: Path, settings: Settings, bless: bool) -> None:
    before = files(content)
    language: MessageLanguage = "en" if name == "english" else "de"
    script = Script(typed(name))
    existing = existing_in(content, settings, language)
    try:
        code = by_asking({}, existing, script)
    except EOFError:
        pytest.fail(f"conversations/{name}.in has a line too few; so far:\n{''.join(script.seen)}")
    new = {path: text for path, text in files(content).items() if before.get(path) != text}
    shown = "".join(script.seen) + "".join(f"\n--- {path} ---\n{new[path]}" for path in new)
    expected = HERE / "conversations" / f"{name}.txt"
    if bless:
        expected.write_text(shown, encoding="utf-8", newline="\n")
    assert (code, script.lines) == (0, [])
    assert shown == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_one_file_comes_of_it_and_make_check_finds_no_error_in_it(
    name: str, content: Path, existing: ExistingContent
) -> None:
    before = files(content)
    assert by_asking({}, existing, Script(typed(name))) == 0
    after = files(content)
    new = [path for path, text in after.items() if text and path not in before]
    assert before.items() <= after.items() and len(new) == 1
    found = check_folder(content, TODAY, replace(existing.site, shown="content")).diagnostics
    assert [d for d in found if d.path == f"content/{new[0]}" and d.is_error] == []


def test_there_is_a_picture_of_every_kind() -> None:
    texts = [path.with_suffix(".txt").read_text(encoding="utf-8") for path in PICTURES]
    folders = {text.rpartition("\n--- ")[2].partition("/")[0] for text in texts}
    assert folders == {kind.folder for kind in KINDS}


@pytest.mark.parametrize("name", NAMES)
def test_whoever_stops_at_any_question_leaves_nothing_behind(
    name: str, content: Path, existing: ExistingContent
) -> None:
    before, lines = files(content), typed(name)
    for number in range(len(lines)):
        with pytest.raises(EOFError):
            by_asking({}, existing, Script(lines[:number]))
        assert files(content) == before


def test_going_back_beyond_the_first_question_stays_there(existing: ExistingContent) -> None:
    script = Script(["<", "<"])
    with pytest.raises(EOFError):
        by_asking({"KIND": "Seite"}, existing, script)
    assert script.seen.count("Das ist die erste Frage.\n") == 2


def test_going_back_all_the_way_keeps_every_answer(
    content: Path, existing: ExistingContent
) -> None:
    lines = ["Seite", "Über uns", "main", "Text.", ".", "ueber"]
    back = ["<", "<", "<", "<"]  # from saving to the text, the menu, the title
    again = ["", "", "", ""]
    script = Script([*lines, "<", *back[:3], *again, ""])
    with pytest.raises(EOFError):
        by_asking({}, existing, Script([*lines, *back, "<"]))
    assert by_asking({}, existing, script) == 0
    text = (content / "pages" / "ueber.md").read_text(encoding="utf-8")
    assert text == "---\ntitle: Über uns\nmenu: main\n---\n\nText.\n"


def test_an_answer_that_rules_out_others_takes_them_back(
    content: Path, existing: ExistingContent
) -> None:
    """First a place with its street, then, after going back, an association instead."""
    start = ["Fest", "office", "2026-12-01", "", "", ""]
    place = ["", "Saal", "Weg 1", "<", "<", "<", "boxclub"]
    script = Script([*start, *place, *[""] * 12, "fest", ""])
    assert by_asking({"KIND": "event"}, existing, script) == 0
    text = (content / "events" / "fest.md").read_text(encoding="utf-8")
    assert text.split("\n") == [
        "---",
        "title: Fest",
        "start: 2026-12-01",
        "organisers: [office]",
        "venue: boxclub",
        "---",
        "",
    ]


def test_a_file_that_comes_into_being_meanwhile_is_not_overwritten(
    content: Path, existing: ExistingContent
) -> None:
    class Meanwhile(Script):
        def ask(self, prompt: str) -> str:
            if len(self.lines) == 3:
                (content / "pages").mkdir()
                (content / "pages" / "impressum.md").write_text("von jemand anderem")
            return super().ask(prompt)

    script = Meanwhile(["Impressum", "footer", "", "", "", "impressum-neu", ""])
    assert by_asking({"KIND": "page"}, existing, script) == 0
    pages = {name: text for name, text in files(content).items() if name.startswith("pages/")}
    assert pages == {
        "pages/impressum.md": "von jemand anderem",
        "pages/impressum-neu.md": "---\ntitle: Impressum\nmenu: footer\n---\n",
    }
