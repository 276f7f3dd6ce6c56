"""What another language costs: our site in German alone, in three languages, in all of its own.

    python -m benchmarks.languages [ROUNDS [ASSOCIATIONS EVENTS POSTINGS]]

One association is translated into each, so that every language has a plan of its own. Prints
medians: CPU seconds of all processes, which others on the machine disturb least, and seconds by
the clock; then how many times that of German alone it is. The numbers of languages take turns.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console

from benchmarks.__main__ import compare, in_languages
from benchmarks.measure import fast_folder
from benchmarks.table import STAGES, Result
from benchmarks.tools import every_language

SOME = 3
SHOWN = ("cold", "title", "unchanged")


def table(results: Sequence[Result]) -> Iterator[str]:
    """A row for each number of languages."""
    yield f"| languages | pages | {' | '.join(STAGES[stage] for stage in SHOWN)} |"
    yield "| ---: " * (len(SHOWN) + 2) + "|"
    for result in results:
        costs = " | ".join(_cost(result, results[0], stage) for stage in SHOWN)
        yield f"| {result.tool.split()[0]} | {result.pages:,} | {costs} |"


def _cost(result: Result, german: Result, stage: str) -> str:
    cpu, wall = result.cpu(stage), result.wall(stage)
    return f"{cpu:.2f} s ({wall:.2f}), {cpu / german.cpu(stage):.1f} ×"


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    rounds, *size = map(int, arguments or ("5",))
    associations, events, postings = size or (45, 100, 50)
    every = len(every_language())
    with tempfile.TemporaryDirectory(prefix="bench-", dir=fast_folder()) as folder:
        sites = in_languages(Path(folder), (associations, events, postings), (1, SOME, every))
        tools = [tool for _, tool in sites]
        results = compare(tools, rounds, Console(stderr=True), SHOWN)
    print("\n".join(table(results)))


if __name__ == "__main__":
    main(sys.argv[1:])
