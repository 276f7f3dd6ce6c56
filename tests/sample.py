"""The sample city that this repository brings along, for the tests that are about it.

A city that made this repository its own (README, »Your own city«) has other entries, and perhaps
not these. Tests that need them carry the mark `sample` and are passed over there.
"""

import runpy
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"
CITY = "Musterstadt"

# A few that tests name; who replaces the content keeps none of them.
SOME = (
    "associations/chor-der-nationen.md",
    "events/chorprobe.md",
    "networks/herkunftssprachen.md",
    "reports/koordinierungsstelle-2018-2021.md",
)


def is_here() -> bool:
    """Whether this is still the sample city: it is called so, and has its entries."""
    return all((CONTENT / name).is_file() for name in SOME) and _city() == CITY


def _city() -> object:
    try:
        return runpy.run_path(str(ROOT / "pelican.conf.py")).get("CITY")
    except Exception:  # whatever a city's settings suffer from, it is not the sample's fault
        return None


def files() -> Iterator[Path]:
    """The files of entries and of their translations; none where the sample is gone."""
    for path in sorted(CONTENT.glob("*/*")) if is_here() else ():
        if path.suffix in (".md", ".yaml") and path.parent.name not in ("vocabulary", "images"):
            yield path
