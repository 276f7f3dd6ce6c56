"""What is known of each file that was built: by what it was made, and what it was like then."""

from collections.abc import Callable
from typing import NamedTuple

from plugins.rendering.receipt import state

Question = tuple[str, str]
"""What a page asked of the world while it was rendered: the kind (`World.answer`) and a name."""

Answer = Callable[[str, str], object]
"""Who answers them: kind and name."""

Asked = tuple[tuple[Question, object], ...]
"""Questions with the answers that they were given."""


class Record(NamedTuple):
    """A file as it was built: the digests of its inputs and its view, what it asked, size and time.

    The time is that of the last change to the file in any way, which nobody can put back.
    """

    made_of: bytes
    shows: bytes
    asked: Asked
    size: int
    changed: int

    def still_holds(self, answer: Answer, file: str) -> bool:
        """Whether the file is what was built, and would be built if it showed the same."""
        if state(file) != (self.size, self.changed):
            return False
        return not self.asked or all(answer(*q) == given for q, given in self.asked)
