"""The list of what must not come back: what is read from it, and what cannot be."""

import hashlib
import re
from datetime import date, datetime
from pathlib import Path

import pytest

from plugins.catalogue import forgotten
from plugins.catalogue.forgotten import (
    NOTHING_FORGOTTEN,
    Forgotten,
    Mark,
    Notice,
    Tombstone,
    digest,
    parse,
    quick,
    write,
)

SALT = bytes(range(16))
MONA = Mark("person", "monabeispiel")
MAIL = Mark("email", "mona@chor.example")
DAY = date(2026, 11, 22)
STONE = Tombstone(DAY, tuple(sorted(digest(mark, SALT) for mark in (MONA, MAIL))))
NOTICE = Notice(datetime(2027, 6, 12, 15), date(2027, 6, 30), 1795300000, ("fest", "altes-fest"))
ALL_DAY = Notice(date(2027, 6, 12), date(2027, 6, 12), 1795300000, ("tag",), ("chor", "band"))
WHOLE = Forgotten(SALT, (STONE,), (NOTICE, ALL_DAY))


def test_there_and_back() -> None:
    found = parse(write(WHOLE))
    assert found == replace_order(WHOLE) and found.damaged == ()
    assert write(found) == write(WHOLE)


def replace_order(known: Forgotten) -> Forgotten:
    return Forgotten(known.salt, known.tombstones, (ALL_DAY, NOTICE))


def test_what_is_in_it_is_known_by_kind_and_value() -> None:
    asked = (
        MONA,
        MAIL,
        Mark("person", "mona"),
        Mark("email", MONA.value),
        Mark("name", MAIL.value),
    )
    assert [WHOLE.since(mark) for mark in asked] == [DAY, DAY, None, None, None]
    assert NOTHING_FORGOTTEN.since(MONA) is None


def test_of_two_days_the_later_counts() -> None:
    twice = (STONE, Tombstone(date(2026, 12, 1), STONE.digests), Tombstone(DAY, STONE.digests))
    assert Forgotten(SALT, twice).since(MONA) == date(2026, 12, 1)


def test_nobody_can_be_read_from_it() -> None:
    text = write(Forgotten(SALT, (STONE,)))
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    pattern = r"  - 2026-11-22 email-[0-9a-f]{4}-[0-9a-f]{32} person-[0-9a-f]{4}-[0-9a-f]{32}"
    assert lines[:2] == [f"salt: {SALT.hex()}", "forgotten:"]
    assert re.fullmatch(pattern, lines[2]) and len(lines) == 3


def test_guessing_is_slow_but_for_the_first_16_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    slow: list[bytes] = []
    real = hashlib.scrypt

    def counted(data: bytes, **given: int) -> bytes:
        slow.append(data)
        assert given["n"] * given["r"] >= 2**17
        return real(data, **given)  # type: ignore[arg-type]

    forgotten.digest.cache_clear()
    monkeypatch.setattr(hashlib, "scrypt", counted)
    others = [Mark("person", f"person {number}") for number in range(5000)]
    likely = [
        mark
        for mark in others
        if quick(mark, SALT) in {d.rpartition("-")[0] for d in STONE.digests}
    ]
    assert [WHOLE.since(mark) for mark in others] == [None] * 5000
    assert len(slow) == len(likely) <= 3
    assert WHOLE.since(MONA) == DAY and len(slow) == len(likely) + 1


@pytest.mark.parametrize(
    ("line", "is_damaged"),
    [
        ("", False),
        ("# Notiz", False),
        ("<<<<<<< HEAD", True),
        ("salt: 00", True),
        (f"salt: {SALT.hex()}", True),
        ("  - 2026-02-30 " + STONE.digests[0], True),
        ("  - 2026-11-22", True),
        ("  - 2026-11-22 mona@chor.example", True),
        ("  - 2027-06-12T15:00 2027-06-30 1795300000", True),
        ("  - 2027-06-12T25:00 2027-06-30 1795300000 events/fest", True),
        ("  - 2027-06-12 2027-06-30 1795300000 events/../x", True),
    ],
)
def test_no_line_is_passed_over(line: str, is_damaged: bool) -> None:
    lines = [*write(WHOLE).splitlines(), line]
    found = parse("\n".join(lines))
    assert found.damaged == ((len(lines),) if is_damaged else ())
    assert found == replace_order(WHOLE)


def test_without_its_salt_it_says_nothing() -> None:
    text = write(WHOLE).replace(f"salt: {SALT.hex()}\n", "")
    assert parse(text).damaged == (1,)


@pytest.mark.parametrize("data", [b"\xff", b"#" * (forgotten.MAX_BYTES + 1)])
def test_a_file_that_cannot_be_read_is_damaged(data: bytes, tmp_path: Path) -> None:
    (tmp_path / forgotten.FILE).write_bytes(data)
    assert forgotten.read(tmp_path).damaged == (1,)


def test_no_file_is_nothing(tmp_path: Path) -> None:
    assert forgotten.read(tmp_path) is NOTHING_FORGOTTEN
    (tmp_path / "elsewhere").write_text(write(WHOLE))
    (tmp_path / forgotten.FILE).symlink_to(tmp_path / "elsewhere")
    assert forgotten.read(tmp_path) is NOTHING_FORGOTTEN
