"""What is known of each file that was built: by what it was made, and what it was like then."""

from typing import NamedTuple

from plugins.building.snapshot import state
from plugins.rendering.lookups import Find, Lookups


class BuildRecord(NamedTuple):
    """A file as it was built: digests of its inputs and its view, its lookups, size and time.

    The time is that of the last change to the file in any way, which nobody can put back.
    """

    made_of: bytes
    shows: bytes
    lookups: Lookups
    size: int
    changed: int

    def still_holds(self, find: Find, file: str) -> bool:
        """Whether the file is what was built, and would be built if it showed the same."""
        if state(file) != (self.size, self.changed):
            return False
        return not self.lookups or all(find(*lookup) == found for lookup, found in self.lookups)
