"""The measurements as a table: on the terminal, and as Markdown in docs/performance.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from rich.table import Table

from benchmarks.measure import Cost
from benchmarks.tools import HUGO, PELICAN, Size

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
STAGES = ("cold", "changed", "unchanged")

Row = tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """What one tool took at one size, by stage, and how many pages it made."""

    tool: str
    pages: int
    costs: Mapping[str, Sequence[Cost]]

    def wall(self, stage: str) -> float:
        """Seconds by the clock, the median."""
        return median(cost.wall for cost in self.costs[stage])

    def cpu(self, stage: str) -> float:
        """Seconds of all processors, the median."""
        return median(cost.cpu for cost in self.costs[stage])

    @property
    def memory(self) -> float:
        """Bytes at the peak of a cold build, the median."""
        return median(cost.memory for cost in self.costs["cold"])


Results = Mapping[Size, Sequence[Result]]

HEAD: Row = (
    "associations/events/postings",
    "tool",
    "pages",
    "cold: wall (CPU)",
    "one title changed",
    "nothing changed",
    "memory",
    "cold / Hugo",
    "changed / Hugo",
    "unchanged / Hugo",
    "memory / Hugo",
    "cold / Pelican",
    "changed / Pelican",
)


def rows(results: Results) -> list[Row]:
    """One row a size and tool, as text."""
    return [_row(size, result, found) for size, found in results.items() for result in found]


def _row(size: Size, result: Result, found: Sequence[Result]) -> Row:
    peers = {other.tool: other for other in found}
    hugo, pelican = peers.get(HUGO), peers.get(PELICAN)
    return (
        " / ".join(f"{number:,}" for number in size),
        result.tool,
        f"{result.pages:,}",
        *(f"{result.wall(stage):.2f} s ({result.cpu(stage):.2f})" for stage in STAGES),
        f"{result.memory / 1e6:.0f} MB",
        *(_ratio(result.wall(stage), hugo.wall(stage) if hugo else None) for stage in STAGES),
        _ratio(result.memory, hugo.memory if hugo else None),
        *(
            _ratio(result.wall(stage), pelican.wall(stage) if pelican else None)
            for stage in STAGES[:2]
        ),
    )


def _ratio(own: float, other: float | None) -> str:
    return f"{own / other:.2f}" if other else "–"


def pages_differ(results: Results, ours: str) -> list[str]:
    """A sentence for every size at which the peers did not make the same number of pages."""
    said = []
    for size, found in results.items():
        pages = {result.tool: result.pages for result in found if result.tool != ours}
        if len(set(pages.values())) > 1:
            said.append(f"{size}: the peers' sites differ: {pages}")
    return said


def terminal(results: Results) -> Table:
    """The table for people at a terminal."""
    table = Table()
    for number, name in enumerate(HEAD):
        table.add_column(name, justify="left" if number < 2 else "right")
    for size, found in results.items():
        for row in rows({size: found}):
            table.add_row(*row)
        table.add_section()
    return table


def markdown(results: Results, facts: Sequence[str]) -> str:
    """The facts as a list, then the table."""
    lines = [f"- {fact}" for fact in facts]
    rule = ("---",) * 2 + ("---:",) * (len(HEAD) - 2)
    lines += ["", *(f"| {' | '.join(row)} |" for row in (HEAD, rule, *rows(results)))]
    return "\n".join(lines)


def put(document: str, text: str) -> str:
    """The document with the text between the two markers. Raises `ValueError` without them."""
    before, found, rest = document.partition(BEGIN)
    _, closed, after = rest.partition(END)
    if not found or not closed:
        raise ValueError(f"{BEGIN} ... {END}")
    return f"{before}{BEGIN}\n{text}\n{END}{after}"
