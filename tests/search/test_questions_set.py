"""The judged questions to the search: about entries that exist, many, of every language and kind.

Whether the search answers them is the business of the search's own tests.
"""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from plugins.search.calendar_pages import WORDS
from tests import sample
from tests.search.judged import CALENDAR

KINDS = {
    *("name", "short_name", "former_name", "topic", "synonym", "language", "country", "place"),
    *("text", "compound", "inflection", "typo", "folding", "several_words", "event", "posting"),
    *("advice", "funding", "network", "number", "calendar"),
}
QUESTIONS = yaml.safe_load(Path(__file__).with_name("questions.yaml").read_text(encoding="utf-8"))


def count(field: str) -> Counter[str]:
    return Counter(question[field] for question in QUESTIONS)


def test_every_question_has_its_fields() -> None:
    needed, allowed = {"ask", "language", "right", "kind"}, {"not", "why"}
    assert [each for each in QUESTIONS if not needed <= set(each) <= needed | allowed] == []


def test_what_has_no_answer_says_what_must_not_be_found() -> None:
    assert [each for each in QUESTIONS if not each["right"] and not each.get("not")] == []


def test_no_question_stands_twice() -> None:
    asked = Counter((each["language"], each["ask"]) for each in QUESTIONS)
    assert [question for question, times in asked.items() if times > 1] == []


def test_nothing_is_right_and_wrong_or_named_twice() -> None:
    named = [(each["ask"], [*each["right"], *each.get("not", ())]) for each in QUESTIONS]
    assert [ask for ask, entries in named if len(entries) != len(set(entries))] == []


def test_there_are_enough() -> None:
    assert len(QUESTIONS) >= 150
    assert len([each for each in QUESTIONS if "not" in each]) >= 15


def test_every_language_is_asked_in_often_enough() -> None:
    asked = count("language")
    assert len(asked) >= 8
    assert {language: times for language, times in asked.items() if times < 8} == {}


def test_every_kind_is_there_three_times() -> None:
    asked = count("kind")
    assert set(asked) == KINDS
    assert {kind: times for kind, times in asked.items() if times < 3} == {}


@pytest.mark.sample
def test_every_answer_exists() -> None:
    named = {entry for each in QUESTIONS for entry in (*each["right"], *each.get("not", ()))}
    pages = {f"{CALENDAR}/{name}" for name in WORDS}
    entries = named - pages
    assert {entry for entry in entries if not (sample.CONTENT / f"{entry}.md").is_file()} == set()
    assert not pages.isdisjoint(named)
