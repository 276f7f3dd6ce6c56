"""Progress: nothing when it is quick, a bar on a terminal, plain lines elsewhere."""

import io

import pytest

from plugins.building.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(stream: io.StringIO, seconds: list[float], shares: list[float]) -> str:
    clock = iter([0.0, *seconds])
    progress = Progress(stream, lambda: next(clock))
    step = progress.of("Seiten schreiben")
    for share in shares:
        step(share)
    progress.end()
    return stream.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()], ids=["file", "terminal"])
def test_a_quick_build_says_nothing(stream: io.StringIO) -> None:
    assert told(stream, [0.1, 1.0, 1.9], [0.0, 0.5, 0.99]) == ""


def test_a_bar_on_a_terminal_that_is_taken_away() -> None:
    said = told(Terminal(), [1.0, 2.0, 3.0], [0.1, 0.5, 1.0])
    half, full = "█" * 15 + "░" * 15, "█" * 30
    assert said.split("\r") == [
        "",
        f"Seiten schreiben {half}  50%\033[K",
        f"Seiten schreiben {full} 100%\033[K",
        "\033[K",
    ]


def test_plain_lines_elsewhere_and_not_too_many() -> None:
    said = told(io.StringIO(), [1.0, 2.0, 3.0, 11.9, 12.0, 21.0, 22.0], [0.1 * n for n in range(7)])
    lines = ["Seiten schreiben: 10%", "Seiten schreiben: 40%", "Seiten schreiben: 60%"]
    assert said.splitlines() == lines
