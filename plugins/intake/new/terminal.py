"""The terminal, of which a conversation needs two things: to say something and to ask."""

import sys
from contextlib import suppress
from typing import Protocol

from plugins.findings.safe import say

MARK = "> "
"""What stands before the place where somebody types."""


class Terminal(Protocol):
    """Where a conversation takes place."""

    def say(self, text: str = "") -> None:
        """Show lines of text."""

    def ask(self, prompt: str) -> str:
        """The next line that is typed. Raises `EOFError` when there is none."""


class Console:
    """The terminal of this process, with the keys for editing a line where the system has them."""

    def __init__(self) -> None:
        with suppress(ImportError):  # on Windows; elsewhere `input` then knows the arrow keys
            import readline  # noqa: F401

    def say(self, text: str = "") -> None:
        """Show lines of text; what could steer the terminal is spelled out."""
        say(sys.stdout, *text.split("\n"))

    def ask(self, prompt: str) -> str:
        """The next line that is typed. Raises `EOFError` when there is none."""
        return input(prompt)
