"""What a machine lacks keeps its own tests from running, no others, and is named at the end."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import missing

pytest_plugins = ("pytester",)

Run = Callable[..., pytest.RunResult]

TESTS = """
import pytest
def test_plain(): pass
@pytest.mark.html
def test_html(): pass
@pytest.mark.browser
def test_browser(): pass
@pytest.mark.browser
def test_browser_too(): pass
"""
INI = "[pytest]\nmarkers =\n    html\n    browser\n    rsync\n"

# What the list says, how many tests pass, how many do not run, and what is said of them.
ROWS: dict[str, tuple[str | None, int, int, str]] = {
    "nothing": ("", 4, 0, ""),
    "the checker": ("html\tJava\n", 3, 1, "Java"),
    "two for one": ("browser\tChromium\nbrowser\tlibatomic\n", 2, 2, "Chromium, libatomic"),
    "two": ("browser\tChromium\nhtml\tJava\n", 1, 3, "Java, Chromium"),
    "what no test here needs": ("rsync\trsync\n", 4, 0, ""),
    "no list": (None, 1, 3, "alles, was make tools einrichtet"),
}


@pytest.fixture
def run(pytester: pytest.Pytester, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the four tests with such a list."""

    def run_tests(text: str | None, *options: str) -> pytest.RunResult:
        monkeypatch.setattr(missing, "LIST", tmp_path / "list")
        if text is not None:
            missing.LIST.write_text(text, encoding="utf-8")
        pytester.makeini(INI)
        pytester.makepyfile(TESTS)
        return pytester.runpytest_inprocess("-p", "tests.missing", *options)

    return run_tests


@pytest.mark.parametrize(("text", "passed", "left", "lacks"), ROWS.values(), ids=ROWS)
def test_what_is_missing(run: Run, text: str | None, passed: int, left: int, lacks: str) -> None:
    result = run(text)
    result.assert_outcomes(passed=passed, skipped=left)
    expected = (
        f"Tests, die nicht liefen: {left}. Es fehlt: {lacks}. Was zu tun ist, sagt make tools."
    )
    assert [line for line in result.outlines if line.startswith("Tests, die")] == (
        [expected] if left else []
    )
    assert result.ret == (1 if left else 0)


def test_what_was_not_asked_for_is_not_missed(run: Run) -> None:
    result = run(None, "-m", "not (html or browser)")
    result.assert_outcomes(passed=1, deselected=3)
    assert result.ret == 0
