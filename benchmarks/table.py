"""The measurements as tables: on the terminal, and as Markdown in docs/performance.md."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from benchmarks.check import STAGES as CHECK_STAGES
from benchmarks.measure import Cost
from benchmarks.tools import EQUAL_HUGO, HUGO, OURS, Size

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"

STAGES: Mapping[str, str] = {
    "cold": "cold",
    "body": "one body changed",
    "title": "one title changed",
    "new": "new entry",
    "again": "nothing changed, right after an edit",
    "unchanged": "nothing changed",
}
"""What is measured of every tool, in this order."""

BESIDE: Mapping[str, str] = {"serve": "`make serve`, save to new bytes"}
"""What is measured of our site alone, in turn with the stages."""

SIZES: tuple[Size, ...] = ((45, 100, 50), (1000, 5000, 1000), (10000, 50000, 10000))

CHECKED: Mapping[Size, Size] = {
    SIZES[0]: SIZES[0],
    SIZES[1]: (1430, 7140, 1430),
    SIZES[2]: SIZES[2],
}
"""How many entries `make check` is measured with: where the site has 7,000, it is 10,000."""

Row = tuple[str, ...]
NOTHING = "–"


@dataclass(frozen=True)
class Result:
    """What one tool took at one size, by stage, and what it wrote."""

    tool: str
    pages: int
    files: int
    bytes: int
    costs: Mapping[str, Sequence[Cost]]

    def wall(self, stage: str) -> float | None:
        """Seconds by the clock, the median; nothing where that was not measured."""
        costs = self.costs.get(stage)
        return median(cost.wall for cost in costs) if costs else None

    def cpu(self, stage: str) -> float | None:
        """Seconds of all processors, the median; nothing where that was not measured."""
        costs = self.costs.get(stage)
        return median(cost.cpu for cost in costs) if costs else None

    @property
    def memory(self) -> float:
        """Bytes at the peak of a cold build, the median."""
        return median(cost.memory for cost in self.costs["cold"])

    @property
    def largest(self) -> float:
        """Bytes of the largest process of a cold build, the median."""
        return median(cost.largest for cost in self.costs["cold"])


@dataclass(frozen=True)
class Measured:
    """All tools at one size; `languages` is our site in one language, then in all of them.

    `check` is what `make check` took, by its stages.
    """

    tools: Sequence[Result]
    languages: Sequence[tuple[int, Result]] = ()
    check: Mapping[str, Sequence[Cost]] = field(default_factory=dict)

    def of(self, tool: str) -> Result | None:
        """What this tool took, if it took part."""
        return next((result for result in self.tools if result.tool == tool), None)


Results = Mapping[Size, Measured]

# --- Targets --------------------------------------------------------------------------------------

Figure = Callable[[Measured], float | None]


@dataclass(frozen=True)
class Target:
    """A figure, what it should be at most at each of SIZES, and how it is written."""

    name: str
    figure: Figure
    limits: tuple[float | None, ...]
    form: Callable[[float], str]


def against(peer: str, figure: Callable[[Result], float | None]) -> Figure:
    """How many times what the peer takes we take; nothing where one of both is not there."""

    def ratio(measured: Measured) -> float | None:
        own, other = measured.of(OURS), measured.of(peer)
        return _divided(figure(own), figure(other)) if own and other else None

    return ratio


def _divided(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None


def at(stage: str) -> Callable[[Result], float | None]:
    """Seconds by the clock of a stage."""
    return lambda result: result.wall(stage)


def alone(stage: str) -> Figure:
    """Seconds by the clock that we take, where that was measured."""

    def seconds(measured: Measured) -> float | None:
        own = measured.of(OURS)
        return own.wall(stage) if own else None

    return seconds


def checked(measured: Measured) -> float | None:
    """Seconds by the clock of `make check` after one entry has changed."""
    costs = measured.check.get("one changed")
    return median(cost.wall for cost in costs) if costs else None


def further(stage: str) -> Figure:
    """What each further language costs, as a part of what the first does: processor seconds."""

    def part(measured: Measured) -> float | None:
        if len(measured.languages) < 2:
            return None
        (few, one), (many, every) = measured.languages[0], measured.languages[-1]
        times = _divided(every.cpu(stage), one.cpu(stage))
        return None if times is None else (times - 1) / (many - few)

    return part


def times(value: float) -> str:
    """»0.70«."""
    return f"{value:.2f}"


def seconds(value: float) -> str:
    """»0.30 s«."""
    return f"{value:.2f} s"


def percent(value: float) -> str:
    """»35 %«."""
    return f"{value:.0%}".replace("%", " %")


TARGETS: Sequence[Target] = (
    Target("cold / Hugo, same work", against(EQUAL_HUGO, at("cold")), (1.5, 0.7, 0.7), times),
    Target("cold / Hugo, minimal", against(HUGO, at("cold")), (5, 2, 2), times),
    Target("one body changed / Hugo, minimal", against(HUGO, at("body")), (2, 0.25, 0.08), times),
    Target(
        "one title changed / Hugo, minimal", against(HUGO, at("title")), (2.5, 0.35, 0.1), times
    ),
    Target("new entry / Hugo, minimal", against(HUGO, at("new")), (2.5, 0.35, 0.1), times),
    Target(
        "nothing changed, right after an edit / Hugo, minimal",
        against(HUGO, at("again")),
        (0.8, 0.06, 0.05),
        times,
    ),
    Target(
        "nothing changed / Hugo, minimal", against(HUGO, at("unchanged")), (0.8, 0.06, 0.05), times
    ),
    Target(BESIDE["serve"], alone("serve"), (0.1, 0.3, 1), seconds),
    Target("`make check`, one changed", checked, (None, 0.5, None), seconds),
    Target(
        "largest process / Hugo, same work",
        against(EQUAL_HUGO, lambda result: result.largest),
        (0.8, 0.4, 0.4),
        times,
    ),
    Target("each further language, cold", further("cold"), (None, 0.35, None), percent),
    Target("each further language, one body changed", further("body"), (None, 0.03, None), percent),
    Target(
        "each further language, one title changed", further("title"), (None, 0.03, None), percent
    ),
)


def targets(results: Results) -> Iterator[Row]:
    """Target and measured beside each other, for the sizes that were measured."""
    sizes = [size for size in SIZES if size in results]
    names = [f"{shown(size)}, {what}" for size in sizes for what in ("target", "measured")]
    yield ("", *names)
    for target in TARGETS:
        cells: list[str] = []
        for size in sizes:
            limit, found = target.limits[SIZES.index(size)], target.figure(results[size])
            cells.append(NOTHING if limit is None else f"≤ {target.form(limit)}")
            missed = limit is not None and found is not None and found > limit
            said = NOTHING if found is None else target.form(found)
            cells.append(f"{said} (missed)" if missed else said)
        yield (target.name, *cells)


# --- Figures --------------------------------------------------------------------------------------


def figures(results: Results) -> Iterator[Row]:
    """A row a size and tool: what it wrote, and what it took."""
    yield ("size", "tool", "pages", "files", "MB", *STAGES.values(), "largest process", "all")
    for size, measured in results.items():
        for result in measured.tools:
            yield (
                shown(size),
                result.tool,
                f"{result.pages:,}",
                f"{result.files:,}",
                f"{result.bytes / 1e6:.1f}",
                *(_took(result, stage) for stage in STAGES),
                f"{result.largest / 1e6:.0f} MB",
                f"{result.memory / 1e6:.0f} MB",
            )


def _took(result: Result, stage: str) -> str:
    wall, cpu = result.wall(stage), result.cpu(stage)
    return NOTHING if wall is None or cpu is None else f"{wall:.2f} s ({cpu:.2f})"


def languages(results: Results) -> Iterator[Row]:
    """A row a size and number of languages of our site."""
    stages = ("cold", "body", "title")
    yield ("size", "languages", "pages", "files", *(STAGES[s] for s in stages), "all")
    for size, measured in results.items():
        for number, result in measured.languages:
            yield (
                shown(size),
                f"{number}",
                f"{result.pages:,}",
                f"{result.files:,}",
                *(_took(result, stage) for stage in stages),
                f"{result.memory / 1e6:.0f} MB",
            )


def checks(results: Results) -> Iterator[Row]:
    """A row for each number of entries that `make check` was given."""
    yield (
        "size",
        "entries",
        *(f"`make check`, {stage}" for stage in CHECK_STAGES),
        "largest process",
    )
    for size, measured in results.items():
        if measured.check:
            walls = (median(c.wall for c in measured.check[stage]) for stage in CHECK_STAGES)
            largest = median(cost.largest for cost in measured.check["cold"])
            yield (
                shown(CHECKED[size]),
                f"{sum(CHECKED[size]):,}",
                *map(seconds, walls),
                f"{largest / 1e6:.0f} MB",
            )


def ratios(results: Results) -> Iterator[Row]:
    """A row a size and Hugo: how many times its seconds and memory we take, in brackets its CPU."""
    yield ("size", "our site /", *STAGES.values(), "largest process")
    for size, measured in results.items():
        for peer in (EQUAL_HUGO, HUGO):
            if measured.of(peer):
                memory = _times(against(peer, lambda result: result.largest)(measured))
                yield (shown(size), peer, *(_both(peer, s, measured) for s in STAGES), memory)


def _both(peer: str, stage: str, measured: Measured) -> str:
    wall = against(peer, at(stage))(measured)
    cpu = against(peer, lambda result: result.cpu(stage))(measured)
    return f"{_times(wall)} ({_times(cpu)})"


def _times(ratio: float | None) -> str:
    return NOTHING if ratio is None else times(ratio)


def shown(size: Size) -> str:
    """»1,000/5,000/1,000«: associations, events, postings."""
    return "/".join(f"{number:,}" for number in size)


def not_comparable(results: Results) -> list[str]:
    """A sentence for every size at which the minimal peers or the equal ones differ in size."""
    said = []
    for size, measured in results.items():
        pages = {r.tool: r.pages for r in measured.tools if r.tool not in (OURS, EQUAL_HUGO)}
        if len(set(pages.values())) > 1:
            said.append(f"{shown(size)}: the minimal peers' sites differ: {pages}")
        own, equal = measured.of(OURS), measured.of(EQUAL_HUGO)
        if own and equal and not _alike(own, equal):
            sizes = {r.tool: (r.files, r.bytes) for r in (own, equal)}
            said.append(f"{shown(size)}: not the same work any more: {sizes}")
    return said


def _alike(own: Result, equal: Result) -> bool:
    """Within a tenth of each other in files and bytes."""
    parts = (equal.files / own.files, equal.bytes / own.bytes)
    return all(0.9 <= part <= 1.1 for part in parts)


# --- Markdown -------------------------------------------------------------------------------------


def markdown(results: Results, facts: Sequence[str]) -> str:
    """The facts as a list, then the tables, without those in which nothing stands."""
    found = (list(rows(results)) for rows in (targets, ratios, figures, languages, checks))
    tables = (_rows(rows) for rows in found if rows[1:])
    return "\n\n".join(("\n".join(f"- {fact}" for fact in facts), *tables))


def _rows(rows: Sequence[Row]) -> str:
    """A table; all columns but the first hold numbers, in the larger ones all but two."""
    left = 1 if rows[0][0] == "" else 2
    rule = ("---",) * left + ("---:",) * (len(rows[0]) - left)
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))


def put(document: str, text: str) -> str:
    """The document with the text between the two markers. Raises `ValueError` without them."""
    before, found, rest = document.partition(BEGIN)
    _, closed, after = rest.partition(END)
    if not found or not closed:
        raise ValueError(f"{BEGIN} ... {END}")
    return f"{before}{BEGIN}\n{text}\n{END}{after}"
