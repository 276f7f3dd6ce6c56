"""What has one reading is written; what a person has to decide stays."""

from pathlib import Path

import pytest

from plugins.catalogue.load import load
from plugins.catalogue.model import Event
from plugins.intake.fix.decided import decided
from plugins.intake.fix.mend import mend
from plugins.intake.fix.shape import entry

HEAD = "title: Probe\n"


def mended(content: Path, fields: str) -> str:
    """The fields of an event after all repairs."""
    data = f"---\n{HEAD}{fields}---\n".encode()
    folder = content / "events"
    folder.mkdir()
    (folder / "probe.md").write_bytes(data)
    answers = decided(load(content, shown="c").diagnostics).get("c/events/probe.md", {})
    done = mend(data, entry(Event), is_markdown=True, answers=answers)
    assert done is not None
    return done.text.removeprefix(f"---\n{HEAD}").removesuffix("---\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2026-12-05 19:30", "2026-12-05T19:30"),
        ("5.12.2026 19:30", "2026-12-05T19:30"),
        ("5.12.2026, 19.30 Uhr", "2026-12-05T19:30"),
        ("2026-12-05T9:30", "2026-12-05T09:30"),
        ("2026-12-5", "2026-12-05"),
        ("5. Dezember 2026", "2026-12-05"),
        ("Sa, 5.12.2026 19 Uhr", "2026-12-05T19:00"),
        ("12/31/2026", "2026-12-31"),
        ("'5.12.2026 19:30' # bestätigt", "2026-12-05T19:30 # bestätigt"),
        ("Fr, 5.12.2026 19:30", None),  # a Saturday
        ("05/06/2026", None),
        ("5.12.26 19:30", None),
        ("5.12. 19:30", None),
        ("31.2.2027", None),
        ("5.12.2026 25:30", None),
        ("5.12.2026 ab 19 Uhr", None),
        ("5.12.2026 19-21 Uhr", None),
        ("5.12.2026 19", None),
        ("46361", None),
        ("demnächst", None),
    ],
)
def test_days_and_times(tmp_path: Path, before: str, after: str | None) -> None:
    assert mended(tmp_path, f"start: {before}\n") == f"start: {after or before}\n"


def test_several_on_one_line_and_no_time_where_a_day_stands(tmp_path: Path) -> None:
    days = "repeats:\n  except: [{}, 6.12.2026 19:30, {}]\n"
    before, after = ("5.12.2026", "7.1.2027"), ("2026-12-05", "2027-01-07")
    assert mended(tmp_path, days.format(*before)) == days.format(*after)
