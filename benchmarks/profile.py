"""Where a cold build of our site spends its time.

    python -m benchmarks.profile [ASSOCIATIONS EVENTS POSTINGS]
    LANGUAGES=de,en,ar python -m benchmarks.profile

Reads, checks and renders in this process, under cProfile. The profiler makes small functions look
more expensive than they are: read the shares as an order, not as seconds.
"""

import cProfile
import os
import pstats
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.measure import fast_folder
from benchmarks.tools import ROOT
from plugins.catalogue.languages import SITE_LANGUAGE

TOP = 15


class Line(NamedTuple):
    """One function: its share of the time by itself, with what it calls, and its calls."""

    own: float
    cumulative: float
    calls: int
    name: str
    is_ours: bool


def build(content: Path, work: Path) -> None:
    """One cold build as `make site` does it, but for starting Pelican."""
    from plugins.building.build import render
    from plugins.building.planning import planners_of
    from plugins.catalogue.settings import from_file
    from plugins.validation.check import check

    given = {
        "CONTENT": content,
        "OUTPUT": work / "output",
        "TODAY": corpus.TODAY,
        "LANGUAGES": os.environ.get("LANGUAGES") or SITE_LANGUAGE,
    }
    os.environ.update({name: str(value) for name, value in given.items()})
    settings = replace(from_file(ROOT / "pelican.conf.py"), cache=work / "cache")
    checked = check(settings)
    render(checked.catalogue, settings, planners_of(settings.plugins))


def profiled(function: Callable[[], None]) -> pstats.Stats:
    """The statistics of one call."""
    profiler = cProfile.Profile()
    profiler.runcall(function)
    return pstats.Stats(profiler)


def lines(stats: pstats.Stats) -> Iterator[Line]:
    """Every function that was called, the most expensive first."""
    total: float = stats.total_tt or 1.0  # type: ignore[attr-defined]  # not in typeshed
    entries: dict[tuple[str, int, str], tuple[int, int, float, float, object]]
    entries = stats.stats  # type: ignore[attr-defined]  # what typeshed does not know
    for (file, _, name), (_, calls, own, cumulative, _) in entries.items():
        shown = f"{_short(file)}: {name}" if _short(file) else name.partition(" at 0x")[0]
        yield Line(own / total, cumulative / total, calls, shown, str(ROOT / "plugins") in file)


def _short(file: str) -> str:
    """The end of a path: enough to find the file; nothing of the machine."""
    if file == "~":
        return ""
    path = Path(file)
    if path.is_relative_to(ROOT) and ".venv" not in path.parts:
        return str(path.relative_to(ROOT))
    return "/".join(path.parts[-2:])


def markdown(found: Sequence[Line]) -> Iterator[str]:
    """The functions as rows of a table."""
    yield "| own | with callees | calls | function |"
    yield "| ---: | ---: | ---: | --- |"
    for line in found:
        yield f"| {line.own:.1%} | {line.cumulative:.1%} | {line.calls:,} | `{line.name}` |"


def main(arguments: Sequence[str]) -> None:
    """Print our functions by what they and all they call take, then all functions by themselves."""
    size = tuple(map(int, arguments)) or (1000, 5000, 1000)
    with tempfile.TemporaryDirectory(prefix="profile-", dir=fast_folder()) as name:
        work = Path(name)
        corpus.write(work / "content", *size)
        found = list(lines(profiled(lambda: build(work / "content", work))))
    ours = sorted((line for line in found if line.is_ours), key=lambda line: -line.cumulative)
    print("\n".join(markdown(ours[: 2 * TOP])), end="\n\n")
    print("\n".join(markdown(sorted(found, key=lambda line: -line.own)[:TOP])))


if __name__ == "__main__":
    main(sys.argv[1:])
