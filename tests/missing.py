"""Tests that lack a program on this machine: left out, counted, and named at the end.

A test that is left out tests nothing, so such a run does not end with 0, however green it was.
"""

from pathlib import Path

import pytest

LIST = Path(__file__).resolve().parents[1] / ".cache" / "tools" / "missing"
"""Written by tools/testtools.sh: the marker of tests, a tab, what they lack."""

MARKERS = ("browser", "drawing", "editor", "html", "hugo", "openssl", "rsync")
SIGN = "Es fehlt: "


def missing() -> dict[str, tuple[str, ...]]:
    """What is missing, by the marker of the tests that cannot run without it."""
    if not LIST.exists():
        return dict.fromkeys(MARKERS, ("alles, was make tools einrichtet",))
    found: dict[str, tuple[str, ...]] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        marker, name = line.split("\t")
        found[marker] = (*found.get(marker, ()), name)
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what cannot run."""
    lacking = missing()
    for item in items:
        names = [name for marker in item.iter_markers() for name in lacking.get(marker.name, ())]
        if names:
            item.add_marker(pytest.mark.skip(reason=SIGN + ", ".join(names)))


def left_out(config: pytest.Config) -> list[str]:
    """For each test that was left out here or by a worker, what it lacked."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", ()) if reporter else ()
    reasons = [str(report.longrepr[2]) for report in skipped]
    return [reason.partition(SIGN)[2] for reason in reasons if SIGN in reason]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Do not end with 0 if something was left out."""
    if session.exitstatus == pytest.ExitCode.OK and left_out(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say in the end what was left out and why."""
    if reasons := left_out(config):
        names = dict.fromkeys(name for reason in reasons for name in reason.split(", "))
        terminalreporter.write_line(
            f"Tests, die nicht liefen: {len(reasons)}. {SIGN}{', '.join(names)}."
            " Was zu tun ist, sagt make tools.",
            red=True,
        )
