"""The task for browsers: solved once, for one token, within its hour; nothing else passes."""

import base64
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count

import pytest

from plugins.intake.submission.store import Stored
from plugins.web.http import Response
from plugins.web.intake import proof
from plugins.web.intake.app import LATEST
from tests.web.intake.conftest import CHOIR, Desk, html, second_step

SECRET, OTHER_SECRET = b"s" * 32, b"o" * 32
ID, OTHER_ID = "a1" * 16, "b2" * 16
NOW = 1_800_000_000.0
FEW = 50
"""Tests look for smaller numbers."""

Given = Mapping[str, object]
SENTENCE = "Gegen Spam muss Ihr Browser kurz etwas ausrechnen."


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "MOST", FEW)


def solve(task: Given) -> dict[str, object]:
    """What a client of ALTCHA sends back, before it is written as Base64."""
    numbers = range(FEW + 1)
    [number] = [n for n in numbers if digest(f"{task['salt']}{n}") == task["challenge"]]
    kept = {name: task[name] for name in ("algorithm", "challenge", "salt", "signature")}
    return {**kept, "number": number}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def written(given: object) -> str:
    return base64.b64encode(json.dumps(given).encode()).decode()


def test_a_task_is_one_of_altcha() -> None:
    task = proof.task(SECRET, ID, NOW)
    assert list(task) == ["algorithm", "challenge", "maxnumber", "salt", "signature"]
    assert (task["algorithm"], task["maxnumber"]) == ("SHA-256", FEW)
    assert f"?expires={int(NOW) + 3600}&token={ID}&" in str(task["salt"])
    assert proof.task(SECRET, ID, NOW) != task


def altered_number(given: Given) -> Given:
    return {**given, "number": int(str(given["number"])) + 1}


def longer_life(given: Given) -> Given:
    """The salt says another end, and challenge and number are made to fit."""
    salt = str(given["salt"]).replace("expires=1", "expires=9")
    return {**given, "salt": salt, "challenge": digest(f"{salt}{given['number']}")}


def spliced(given: Given) -> Given:
    """A sign moves from the salt to the number: the digest stays the same."""
    text = f"{given['salt']}{given['number']}"
    return {**given, "salt": text[:-1], "number": int(text[-1])}


@pytest.mark.parametrize(
    "alter",
    [
        altered_number,
        longer_life,
        spliced,
        lambda given: {**given, "number": str(given["number"])},
        lambda given: {**given, "number": True},
        lambda given: {**given, "number": None},
        lambda given: {**given, "signature": "0" * 64},
        lambda given: {**given, "signature": "ä\ud800"},
        lambda given: {**given, "signature": None},
        lambda given: {**given, "challenge": "0" * 64},
        lambda given: {**given, "algorithm": "SHA-1"},
        lambda given: {**given, "salt": str(given["salt"]).replace(ID, OTHER_ID)},
        lambda given: {**given, "salt": ["x"]},
        lambda given: {},
        lambda given: [given],
        lambda given: given["number"],
        lambda given: {**given, "more": "x" * proof.LONGEST},
    ],
)
def test_what_was_altered_is_no_solution(alter: Callable[[Given], object]) -> None:
    # One whose number has a digit to spare: to take the only one away alters nothing.
    solved = (solve(proof.task(SECRET, ID, NOW)) for _ in count())
    given = next(one for one in solved if len(str(one["number"])) > 1)
    assert proof.is_solved(SECRET, ID, NOW, written(given))
    assert not proof.is_solved(SECRET, ID, NOW, written(alter(given)))


@pytest.mark.parametrize("text", ["", "x", "ä", "bnVsbA==", "W1tb" * 200, "//79", "MTIz"])
def test_what_cannot_be_read_is_no_solution(text: str) -> None:
    assert not proof.is_solved(SECRET, ID, NOW, text)


@pytest.mark.parametrize(
    ("secret", "token_id", "later", "is_good"),
    [
        (SECRET, ID, 3600, True),
        (SECRET, ID, 3601, False),
        (OTHER_SECRET, ID, 0, False),
        (SECRET, OTHER_ID, 0, False),
    ],
    ids=["in its hour", "expired", "other secret", "other token"],
)
def test_when_and_for_whom_it_holds(
    secret: bytes, token_id: str, later: int, is_good: bool
) -> None:
    given = written(solve(proof.task(SECRET, ID, NOW)))
    assert proof.is_solved(secret, token_id, NOW + later, given) is is_good


@pytest.fixture
def asking(desk: Desk) -> Desk:
    desk.service = replace(desk.service, asks_proof=True)
    return desk


def kept(desk: Desk) -> list[Stored]:
    found = [desk.service.store.get(draft_id) for draft_id in desk.service.store.ids()]
    return [one for one in found if one is not None]


def task_of(desk: Desk, pairs: tuple[tuple[str, str], ...]) -> Response:
    token_id = dict(pairs)["_token"].split(".")[1]
    return desk.get(f"/einreichen/aufgabe?t={token_id}")


def solved(desk: Desk, pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The second step with the task solved."""
    solution = written(solve(json.loads(task_of(desk, pairs).body)))
    return tuple((name, solution if name == "altcha" else value) for name, value in pairs)


def test_the_second_step_needs_a_solution(asking: Desk) -> None:
    shown = asking.post(CHOIR)
    pairs = second_step(shown)
    assert dict(pairs)["altcha"] == "" and "js/proof.js" in html(shown)
    assert task_of(asking, pairs).type == "application/json"
    asking.later(5)
    answer = asking.post(pairs)
    assert answer.status == 422 and kept(asking) == []
    assert SENTENCE in html(answer) and "mailto:" in html(answer)
    again = second_step(answer)
    assert again == pairs  # nothing is lost
    assert asking.post(solved(asking, again)).status == 303
    assert len(kept(asking)) == 1


def test_a_solution_hands_in_once(asking: Desk) -> None:
    first, second = second_step(asking.post(CHOIR)), second_step(asking.post(CHOIR))
    asking.later(5)
    good = solved(asking, first)
    assert [asking.post(good).status for _ in range(2)] == [303, 303]
    assert len(kept(asking)) == 1
    stolen = {**dict(second), "altcha": dict(good)["altcha"]}
    assert asking.post(tuple(stolen.items())).status == 422
    assert len(kept(asking)) == 1


def test_a_solution_that_is_too_old_is_asked_for_anew(asking: Desk) -> None:
    old = solved(asking, second_step(asking.post(CHOIR)))
    asking.later(proof.LIFETIME + 1)
    assert proof.LIFETIME < LATEST
    assert asking.post(old).status == 422 and kept(asking) == []
    assert asking.post(solved(asking, old)).status == 303


def test_who_goes_back_needs_none(asking: Desk) -> None:
    answer = asking.post((*second_step(asking.post(CHOIR)), ("_back", "1")))
    assert answer.status == 200 and 'value="Neuer Chor"' in html(answer)


def test_where_a_mail_asks_it_goes_without(asking: Desk) -> None:
    asking.service = replace(asking.service, mail=lambda address, language, link: True)
    pairs = second_step(asking.post(CHOIR))
    asking.later(5)
    wrong = {**dict(pairs), "altcha": "x"}
    assert asking.post(tuple(wrong.items())).status == 422 and kept(asking) == []
    assert asking.post(pairs).status == 303
    assert [one.unconfirmed for one in kept(asking)] == [True]


def test_where_it_is_off_nobody_is_asked(desk: Desk) -> None:
    shown = desk.post(CHOIR)
    pairs = second_step(shown)
    assert "altcha" not in dict(pairs) and "proof.js" not in html(shown)
    assert task_of(desk, pairs).status == 404
    desk.later(5)
    assert desk.post(pairs).status == 303


@pytest.mark.parametrize("query", ["", "?t=", "?t=x", "?t=../..", f"?t={ID}&t=", f"?t={ID}0"])
def test_a_task_is_for_a_token(asking: Desk, query: str) -> None:
    expected = 200 if query.startswith(f"?t={ID}&") else 404
    assert asking.get(f"/einreichen/aufgabe{query}").status == expected
