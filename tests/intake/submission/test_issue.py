"""What somebody wrote by a form of a forge is read as what they answered, and nothing else."""

import pytest

from plugins.intake.submission.issue import read
from plugins.intake.submission.submission import Submission

ADDRESSES = {"associations": "vereine", "events": "termine", "topic": "thema"}


def submission(body: str) -> Submission:
    found = read(body, ADDRESSES)
    assert found is not None
    return found


GITHUB = """\
### Name

Chor am Fluss

### Themen

- [X] Musik
- [ ] Sport
- [x] Bildung, Schule

### Sprachen

Deutsch, »Platt, auch Sächsisch«

### Anschrift: Straße und Hausnummer

_No response_

### Text

Wir singen.

### Unsere Proben

Jeden *Dienstag*.

### Nachricht

_No response_

### Formular

Neuer Verein
"""


def test_answers_stand_below_their_labels() -> None:
    assert submission(GITHUB) == Submission(
        form="verein",
        fields={
            "name": ("Chor am Fluss",),
            "topics": ("Musik", "Bildung, Schule"),
            "languages": ("Deutsch", "Platt, auch Sächsisch"),
            "text": ("Wir singen.\n\n### Unsere Proben\n\nJeden *Dienstag*.",),
        },
        source="issue",
    )


def test_windows_lines_and_no_ticks() -> None:
    body = GITHUB.replace("[X]", "[ ]").replace("[x]", "[ ]").replace("\n", "\r\n")
    assert set(submission(body).fields) == {"name", "languages", "text"}


def test_a_label_counts_once() -> None:
    """What looks like a second answer is a part of the text that it stands in."""
    body = "### Formular\n\nNeuer Verein\n\n### Name\n\nA\n\n### Text\n\nB\n\n### Name\n\nC\n"
    assert submission(body).fields == {"name": ("A",), "text": ("B\n\n### Name\n\nC",)}


def test_nobody_agrees_by_an_issue_and_nobody_is_named() -> None:
    body = (
        "### Formular\n\nNeuer Verein\n\n### Einwilligung\n\nja\n\n### Wer schickt das\n\nKim\n\n"
        "### Antwort an\n\nkim@chor.example\n\n### Ansprechpersonen: Name\n\nKim\n\n"
        "### Name\n\nChor\n"
    )
    found = submission(body)
    assert (found.consent, found.sender.name, found.sender.email) == (False, "", "")
    assert found.fields == {"contacts.1.name": ("Kim",), "name": ("Chor",)}
    assert "kim@chor.example" in found.message


@pytest.mark.parametrize(
    "written",
    [
        "associations/chor-am-fluss",
        "https://stadt.example/vereine/chor-am-fluss/",
        "/tr/vereine/chor-am-fluss/?x#y",
        "vereine/chor-am-fluss",
        "Es geht um https://stadt.example/vereine/chor-am-fluss/ bitte",
    ],
)
def test_an_entry_is_named_by_its_page(written: str) -> None:
    body = f"### Eintrag\n\n{written}\n\n### Nachricht\n\nNeue Nummer\n\n### Formular\n\nÄnderung\n"
    found = submission(body)
    assert (found.form, found.entry, found.message) == (
        "aenderung",
        "associations/chor-am-fluss",
        "Neue Nummer",
    )


@pytest.mark.parametrize("written", ["der Chor", "vereine/../../etc", "thema/musik", "vereine/"])
def test_what_names_no_entry_is_told_the_office(written: str) -> None:
    found = submission(f"### Eintrag\n\n{written}\n\n### Formular\n\nStimmt noch\n")
    assert (found.entry, found.message) == ("", f"Eintrag: {written}")


@pytest.mark.parametrize(
    "body", ["", "Hallo!", "### Formular\n\nAnderes\n", "Formular: Neuer Verein\n"]
)
def test_other_issues_are_none_of_ours(body: str) -> None:
    assert read(body, ADDRESSES) is None


def test_what_stands_above_the_answers_is_not_lost() -> None:
    body = "Guten Tag!\n\n### Formular\n\nHinweis\n\n### Nachricht\n\nFalsch.\n"
    assert submission(body).message == "Guten Tag!\nFalsch."


def test_a_flood_is_read_in_no_time() -> None:
    lines = "### Name\n\n### \n- [ ] \n" * 50_000
    assert submission(f"### Formular\n\nNeuer Verein\n\n{lines}").form == "verein"
