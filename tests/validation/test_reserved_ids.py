"""No event is called like a month or a week: these have pages beside the events."""

from pathlib import Path

import pytest

from tests.validation.test_rules import codes

EVENT = "start: 2026-11-03T19:00\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2026-11", ["FILE-RESERVED"]),
        ("2026-w48", ["FILE-RESERVED"]),
        ("2026-w4", []),
        ("2026-w48-fest", []),
        ("fest-2026-w48", []),
    ],
)
def test_ids_of_events(tmp_path: Path, name: str, expected: list[str]) -> None:
    assert codes(tmp_path, {f"events/{name}": EVENT}) == expected
