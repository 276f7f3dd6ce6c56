"""Asks at a terminal which date, how many people, which associations, until nobody answers."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from plugins.intake.attendance.missing import HeldDate, line
from plugins.intake.attendance.recorded import NotSo, associations_in, people_in
from plugins.intake.content import ContentFolder
from plugins.intake.new.terminal import Terminal

T = TypeVar("T")


Tell = Callable[[HeldDate, int, tuple[str, ...]], None]


def ask_all(
    dates: tuple[HeldDate, ...],
    content: ContentFolder,
    terminal: Terminal,
    texts: Mapping[str, str],
    tell: Tell,
) -> None:
    """Ask until an empty answer; each date that is told of is written at once, by `tell`."""
    left = list(dates)
    while left:
        terminal.say(texts["missing"])
        for number, one in enumerate(left, 1):
            terminal.say(f"{number:3}  {line(one)}")
        answer = terminal.ask(texts["ask"]).strip()
        if not answer:
            return
        if not answer.isascii() or not answer.isdigit() or not 1 <= int(answer) <= len(left):
            terminal.say(texts["number"].format(most=len(left)))
            continue
        chosen = left[int(answer) - 1]
        people = _asked(terminal, texts, "ask people", people_in)
        names = _asked(terminal, texts, "ask names", lambda text: associations_in(text, content))
        tell(chosen, people, names)
        left.remove(chosen)


def _asked(
    terminal: Terminal, texts: Mapping[str, str], question: str, read: Callable[[str], T]
) -> T:
    """The answer to one question, asked again until it can be read."""
    while True:
        try:
            return read(terminal.ask(texts[question]))
        except NotSo as error:
            terminal.say(texts[error.args[0]].format(value=error.args[1]))
