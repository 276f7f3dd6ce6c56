"""The tables of the benchmark: what is missed is said, what was not measured is no figure."""

from dataclasses import replace

import pytest

from benchmarks import table
from benchmarks.check import STAGES as CHECK_STAGES
from benchmarks.measure import Cost
from benchmarks.table import BESIDE, SIZES, STAGES, TARGETS, Measured, Result
from benchmarks.tools import EQUAL_HUGO, HUGO, OURS, PELICAN

SMALL, MEDIUM, LARGE = SIZES
MB = 1_000_000


def result(tool: str, wall: float, *, files: int = 100, beside: float | None = None) -> Result:
    """A tool that takes as long for every stage, in three rounds of which one is an outlier."""
    costs = [Cost(seconds, seconds / 2, 300 * MB, 200 * MB) for seconds in (wall, 99.0, wall)]
    stages = dict.fromkeys(STAGES, costs)
    more = {stage: [Cost(beside, 0.0, 0, 0)] for stage in BESIDE} if beside is not None else {}
    return Result(tool, files // 2, files, files * 1000, {**stages, **more})


def measured(ours: float, *, files: int = 100, beside: float | None = 0.25) -> Measured:
    return Measured(
        (
            result(OURS, ours, files=files, beside=beside),
            result(EQUAL_HUGO, 2.0),
            result(HUGO, 1.0),
        )
    )


def row(name: str, rows: list[table.Row]) -> table.Row:
    return next(found for found in rows if found[0] == name)


def test_target_and_measured_stand_beside_each_other() -> None:
    rows = list(table.targets({SMALL: measured(3.2), LARGE: measured(1.0)}))
    assert rows[0] == (
        "",
        "45/100/50, target",
        "45/100/50, measured",
        "10,000/50,000/10,000, target",
        "10,000/50,000/10,000, measured",
    )
    assert row("cold / Hugo, same work", rows)[1:] == ("≤ 1.50", "1.60 (missed)", "≤ 0.70", "0.50")
    assert row("cold / Hugo, minimal", rows)[1:] == ("≤ 5.00", "3.20", "≤ 2.00", "1.00")
    assert row(BESIDE["serve"], rows)[1:] == ("≤ 0.10 s", "0.25 s (missed)", "≤ 1.00 s", "0.25 s")
    assert len(rows) == 1 + len(TARGETS)


def test_what_was_not_measured_is_a_dash() -> None:
    alone = Measured((result(OURS, 1.0),))
    rows = list(table.targets({SMALL: alone}))
    assert {found[2] for found in rows[1:]} == {"–"}
    assert list(table.ratios({SMALL: alone}))[1:] == []
    assert table.not_comparable({SMALL: alone}) == []


def test_what_make_check_takes_stands_beside_its_target() -> None:
    took = {stage: [Cost(0.75, 0.5, 0, 50 * MB)] for stage in CHECK_STAGES}
    whole = {MEDIUM: Measured(measured(1.0).tools, check=took)}
    assert row("`make check`, one changed", list(table.targets(whole)))[1:] == (
        "≤ 0.50 s",
        "0.75 s (missed)",
    )
    assert list(table.checks(whole))[1:] == [
        ("1,430/7,140/1,430", "10,000", "0.75 s", "0.75 s", "0.75 s", "50 MB")
    ]


def test_a_row_that_was_not_asked_for_is_a_dash() -> None:
    results = {SMALL: Measured(tuple(only_cold(r) for r in measured(3.0).tools))}
    assert [found[2:] for found in list(table.ratios(results))[1:]] == [
        ("1.50 (1.50)", *["– (–)"] * (len(STAGES) - 1), "1.00"),
        ("3.00 (3.00)", *["– (–)"] * (len(STAGES) - 1), "1.00"),
    ]
    measured_rows = [r for r in table.targets(results) if r[2] != "–"]
    assert [r[0] for r in measured_rows[1:]] == [
        "cold / Hugo, same work",
        "cold / Hugo, minimal",
        "largest process / Hugo, same work",
    ]


def only_cold(result: Result) -> Result:
    return replace(result, costs={"cold": result.costs["cold"]})


def test_further_languages_cost_a_part_of_the_first() -> None:
    first, all_of_them = result("1", 2.0), result("12", 2.0 + 11 * 0.5)
    whole = Measured(measured(1.0).tools, ((1, first), (12, all_of_them)))
    rows = list(table.targets({MEDIUM: whole}))
    assert row("each further language, cold", rows)[1:] == ("≤ 35 %", "25 %")
    for stage in ("body", "title"):
        name = f"each further language, {STAGES[stage]}"
        assert row(name, rows)[1:] == ("≤ 3 %", "25 % (missed)")


def test_ratios_are_given_against_both() -> None:
    rows = list(table.ratios({SMALL: measured(3.0)}))
    assert [found[1] for found in rows] == ["our site /", EQUAL_HUGO, HUGO]
    assert rows[1][2:] == (*["1.50 (1.50)"] * len(STAGES), "1.00")
    assert rows[2][2:] == (*["3.00 (3.00)"] * len(STAGES), "1.00")


@pytest.mark.parametrize(("files", "said"), [(100, 0), (109, 0), (112, 1), (88, 1)])
def test_peers_that_do_other_work_are_named(files: int, said: int) -> None:
    assert len(table.not_comparable({SMALL: measured(1.0, files=files)})) == said


def test_minimal_peers_that_differ_are_named() -> None:
    tools = (*measured(1.0).tools, result(PELICAN, 1.0, files=98))
    assert len(table.not_comparable({SMALL: Measured(tools)})) == 1


def test_every_size_has_a_limit_or_none() -> None:
    assert {len(target.limits) for target in TARGETS} == {len(SIZES)}


def test_rows_of_a_table_are_of_one_length() -> None:
    costs = {stage: [Cost(1.0, 1.0, 0, 0)] for stage in CHECK_STAGES}
    several = ((1, result("1", 1.0)), (12, result("12", 2.0)))
    whole = Measured(measured(1.0).tools, several, costs)
    text = table.markdown({SMALL: whole}, ["a fact"])
    tables = [part.split("\n") for part in text.split("\n\n") if part.startswith("|")]
    assert [len({line.count("|") for line in part}) for part in tables] == [1, 1, 1, 1, 1]


def test_a_table_in_which_nothing_stands_is_left_out() -> None:
    text = table.markdown({SMALL: measured(1.0)}, ["a fact"])
    assert [part[:8] for part in text.split("\n\n")] == ["- a fact", "|  | 45/", *["| size |"] * 2]


def test_it_goes_between_the_markers() -> None:
    document = f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n"
    assert table.put(document, "new") == f"before\n{table.BEGIN}\nnew\n{table.END}\nafter\n"
