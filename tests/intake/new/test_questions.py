"""The questions: they fit the model, ask for all that is needed, and speak both languages."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.find import FOLDERS
from plugins.intake.existing import ExistingContent
from plugins.intake.new import texts
from plugins.intake.new.answer import Reading, read
from plugins.intake.new.fields import paths_of
from plugins.intake.new.kinds import KINDS, EntryKind, kind_of
from plugins.intake.new.question import TEXT, FieldQuestion
from plugins.intake.new.texts import Bilingual
from plugins.wording.messages import read as read_messages

THEME = Path(__file__).resolve().parents[3] / "theme"

ALL = [(kind, question) for kind in KINDS for question in kind.questions]
IDS = [f"{kind.folder}-{question.path}" for kind, question in ALL]


@pytest.mark.parametrize(("kind", "question"), ALL, ids=IDS)
def test_every_question_fills_a_field(kind: EntryKind, question: FieldQuestion) -> None:
    assert question.path in paths_of(RecordField(kind.entry))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_everything_that_is_needed_is_asked_and_asked_first(kind: EntryKind) -> None:
    entry = RecordField(kind.entry)
    needed = [path for path in paths_of(entry) if entry.needs(path)]
    asked = [question.path for question in kind.questions]
    assert sorted(asked[: len(needed)]) == sorted(needed)
    assert asked[-1] == TEXT and len(asked) == len(set(asked))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("kind", "question"), ALL, ids=IDS)
def test_every_example_is_a_right_answer(
    kind: EntryKind, question: FieldQuestion, language: MessageLanguage, existing: ExistingContent
) -> None:
    existing = replace(existing, language=language, messages=read_messages(THEME, language))
    example = existing.text(question.row.example)
    reading = Reading(kind, question.path, existing, "2026-12-01T19:00")
    if example:
        assert read(example, reading)[1] == ()


def all_texts() -> list[Bilingual]:
    said = [value for value in vars(texts).values() if isinstance(value, Bilingual)]
    return [text for text in said if any(text)]


@pytest.mark.parametrize("text", all_texts(), ids=lambda text: text.en[:40])
def test_both_languages_say_the_same_amount(text: Bilingual) -> None:
    assert text.de and text.en and "!" not in text.de + text.en and '"' not in text.de
    assert re.findall(r"\{\w+\}", text.de) == re.findall(r"\{\w+\}", text.en)
    assert "»" not in text.en and "«" not in text.en


def test_there_is_a_kind_for_every_folder() -> None:
    assert [kind.entry for kind in KINDS] == list(FOLDERS.values())


@pytest.mark.parametrize(
    ("word", "folder", "preset"),
    [
        ("Verein", "associations", {}),
        ("association", "associations", {}),
        ("associations", "associations", {}),
        ("TERMIN", "events", {}),
        ("event", "events", {}),
        ("veranstaltung", "events", {}),
        ("Biete/Suche", "board", {}),
        ("board", "board", {}),
        ("posting", "board", {}),
        ("Biete", "board", {"kind": "offer"}),
        ("offer", "board", {"kind": "offer"}),
        ("suche", "board", {"kind": "seek"}),
        ("Netzwerk", "networks", {}),
        ("Förderung", "funding", {}),
        ("foerderung", "funding", {}),
        ("FORDERUNG", "funding", {}),
        ("Bericht", "reports", {}),
        ("Seite", "pages", {}),
        ("page", "pages", {}),
    ],
)
def test_a_kind_by_its_words(word: str, folder: str, preset: dict[str, str]) -> None:
    found = kind_of(word)
    assert found is not None and (found[0].folder, found[1]) == (folder, preset)


@pytest.mark.parametrize("word", ["", "x", "images", "vocabulary", "../events"])
def test_no_kind(word: str) -> None:
    assert kind_of(word) is None
