"""What was forgotten is in no file of the next build, and calendars say that it is cancelled."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import icalendar

from plugins.catalogue.settings import Settings
from tests.intake.forget.conftest import forget, lay_out

Build = Callable[..., subprocess.CompletedProcess[str]]

NAMES = ("Mona Beispiel", "Chor am Fluss", "post@chor", "23125 170", "chor-am-fluss", "Klavier")


def named(output: Path) -> set[str]:
    """The files that name it, also in their own names; but for examples in the forms."""
    wanted = {form.encode() for name in NAMES for form in (name, quote(name))}
    every = (path for path in output.rglob("*") if path.is_file())
    found = (path for path in every if path.relative_to(output).parts[0] != "mitmachen")
    return {
        path.relative_to(output).as_posix()
        for path in found
        if any(form in str(path).encode() + path.read_bytes() for form in wanted)
    }


def test_the_next_build_knows_nothing_of_it(
    settings: Settings, tmp_path: Path, run_build: Build
) -> None:
    city, output = lay_out(settings, tmp_path), tmp_path / "site"
    (city.content / "images" / "probe.png").unlink()
    for name in ("band.md", "chor-am-fluss.md"):
        path = city.content / "associations" / name
        lines = path.read_text().splitlines(keepends=True)
        path.write_text("".join(line for line in lines if "probe.png" not in line))
    build = {"CONTENT": str(city.content), "LANGUAGES": "de"}
    assert run_build(output, **build).returncode == 0
    before = named(output)
    assert {"vereine/chor-am-fluss/index.html", "termine/fest.ics"} <= before
    assert forget(city, "Mona Beispiel", YES="1") == 0
    assert forget(city, "associations/chor-am-fluss", YES="1") == 0
    for name, old, new in (
        ("associations/band.md", "[Chor am Fluss](/vereine/chor-am-fluss/)", "Chor"),
        ("networks/raum.md", "contact: Mona Beispiel\n", ""),
    ):
        path = city.content / name  # what the command has shown
        path.write_text(path.read_text().replace(old, new))
    assert run_build(output, **build).returncode == 0
    feeds = "termine.ics termine.atom termine.json kalender.html kalender.json".split()
    assert named(output) == {".manifest", *(f"vereine/chor-am-fluss/{feed}" for feed in feeds)}
    for file in ("vereine/chor-am-fluss/termine.ics", "termine/konzert.ics", "termine.ics"):
        events = icalendar.Calendar.from_ical((output / file).read_bytes()).walk("VEVENT")
        told = {str(e["UID"]).partition("@")[0]: str(e["STATUS"]) for e in events}
        assert told["adventskonzert"] == "CANCELLED"
    assert not (output / "termine" / "konzert").exists()
