"""What was taken out on somebody's wish and must not come back: `forgotten.yaml` in the content.

Nobody can be read from it. Of each thing it has digests of what it is recognised by (`marks`): a
slow one (scrypt, RFC 7914) with the salt of the file, so that trying many names takes long, behind
16 bits of a quick one, so that holding a city against it does not. Whoever guesses who is in it
can find out whether they are right; the quick bits spare them most of the slow work.

Events that are gone leave a notice as well, in plain words of a calendar: under which id, when.
Calendars that subscribed read there that they are cancelled, until they would have been over.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from plugins.catalogue.frozen import Frozen, record

FILE = "forgotten.yaml"
SALT = 16
COST = 2**14
"""What a digest costs (N of scrypt): 16 MB and a twentieth of a second. Another value would let all
come back that is in the file already.
"""
MAX_BYTES = 4 * 1024 * 1024

_HEAD = """\
# Was auf Wunsch entfernt wurde und nicht wiederkommen soll (docs/loeschen.md). Aus den Prüfsummen
# lässt sich niemand lesen. Geschrieben von make forget; mit UNDO=1 nimmt es etwas heraus.
"""
_MARK = r"[a-z]+-[0-9a-f]{4}-[0-9a-f]{32}"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_KEY = r"[a-z0-9-]{1,80}"
_SALT_LINE = rf"salt: ([0-9a-f]{{{2 * SALT}}})"
_TOMBSTONE = rf"  - ({_DAY})((?: {_MARK})+)"
_NOTICE = (
    rf"  - ({_DAY}(?:T[0-9]{{2}}:[0-9]{{2}})?) ({_DAY}) ([0-9]{{1,10}})"
    rf"((?: events/{_KEY})+)((?: associations/{_KEY})*)"
)
_FORGOTTEN, _CANCELLED = "forgotten:", "cancelled:"


class Mark(NamedTuple):
    """By what something is recognised: the kind of value, and the value in its comparable form."""

    kind: str
    value: str


class Tombstone(NamedTuple):
    """One thing that was forgotten, on what day, and the digests of its marks."""

    on: date
    digests: tuple[str, ...]


class Notice(NamedTuple):
    """An event that is gone, for the calendars of those who subscribed.

    `ids` are all that it had, the first is that of its UID; `organisers` the ids of associations.
    `until` is the last day it would have taken place on, `at` the moment of the cancellation in
    seconds since 1970.
    """

    start: date | datetime
    until: date
    at: int
    ids: tuple[str, ...]
    organisers: tuple[str, ...] = ()


@record(frozen=True)
class Forgotten(Frozen):
    """All that the file says. `damaged` are the numbers of lines that say nothing."""

    salt: bytes = b""
    tombstones: tuple[Tombstone, ...] = ()
    notices: tuple[Notice, ...] = ()
    damaged: tuple[int, ...] = field(default=(), compare=False)

    def since(self, mark: Mark) -> date | None:
        """On what day that was forgotten; `None` when it was not."""
        likely = self._by_bits.get(quick(mark, self.salt)) if self._by_bits else None
        return likely.get(digest(mark, self.salt)) if likely else None

    @cached_property
    def _by_bits(self) -> dict[str, dict[str, date]]:
        found: dict[str, dict[str, date]] = defaultdict(dict)
        for stone in self.tombstones:
            for one in stone.digests:
                known = found[one.rpartition("-")[0]]
                known[one] = max(stone.on, known.get(one, stone.on))
        return dict(found)


NOTHING_FORGOTTEN = Forgotten()


def quick(mark: Mark, salt: bytes) -> str:
    """The kind, and 16 bits that are the same for the same mark, and seldom for another."""
    return f"{mark.kind}-{hashlib.blake2b(_bytes(mark), key=salt, digest_size=2).hexdigest()}"


@lru_cache(maxsize=4096)
def digest(mark: Mark, salt: bytes) -> str:
    """What stands in the file for a mark. Slow on purpose."""
    slow = hashlib.scrypt(_bytes(mark), salt=salt, n=COST, r=8, p=1, dklen=16)
    return f"{quick(mark, salt)}-{slow.hex()}"


def _bytes(mark: Mark) -> bytes:
    return f"{mark.kind}\0{mark.value}".encode("utf-8", "surrogatepass")


def read(content: Path) -> Forgotten:
    """What the file of a content folder says; nothing when there is none."""
    path = content / FILE
    try:
        if path.is_symlink() or not path.is_file():
            return NOTHING_FORGOTTEN
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        return parse(data.decode()) if len(data) <= MAX_BYTES else Forgotten(damaged=(1,))
    except (OSError, UnicodeDecodeError):
        return Forgotten(damaged=(1,))


def parse(text: str) -> Forgotten:
    """What a file with this text says. Nothing in it is passed over: see `damaged`."""
    salt, damaged = b"", []
    stones: list[Tombstone] = []
    notices: list[Notice] = []
    for number, line in enumerate(text.splitlines(), start=1):
        is_plain = not line.strip() or line.startswith("#") or line in (_FORGOTTEN, _CANCELLED)
        if (match := re.fullmatch(_SALT_LINE, line)) and not salt:
            salt = bytes.fromhex(match[1])
        elif stone := _tombstone(line):
            stones.append(stone)
        elif notice := _notice(line):
            notices.append(notice)
        elif not is_plain:
            damaged.append(number)
    if stones and not salt:
        damaged.append(1)
    return Forgotten(salt, tuple(stones), tuple(notices), tuple(sorted(damaged)))


def _tombstone(line: str) -> Tombstone | None:
    match = re.fullmatch(_TOMBSTONE, line)
    try:
        return Tombstone(date.fromisoformat(match[1]), tuple(match[2].split())) if match else None
    except ValueError:
        return None


def _notice(line: str) -> Notice | None:
    match = re.fullmatch(_NOTICE, line)
    if match is None:
        return None
    ids, organisers = ([k.partition("/")[2] for k in match[n].split()] for n in (4, 5))
    try:
        start = (datetime if "T" in match[1] else date).fromisoformat(match[1])
        until = date.fromisoformat(match[2])
    except ValueError:
        return None
    return Notice(start, until, int(match[3]), tuple(ids), tuple(organisers))


def write(forgotten: Forgotten) -> str:
    """The text of the file: the oldest first, each once."""
    lines = [f"salt: {forgotten.salt.hex()}"]
    lines += _listed(_FORGOTTEN, (_tombstone_line(stone) for stone in forgotten.tombstones))
    lines += _listed(_CANCELLED, (_notice_line(notice) for notice in forgotten.notices))
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    known = sorted(set(lines))
    yield from (title, *known) if known else ()


def _tombstone_line(stone: Tombstone) -> str:
    return f"  - {stone.on} {' '.join(sorted(stone.digests))}"


def _notice_line(notice: Notice) -> str:
    start = notice.start
    when = start.strftime("%Y-%m-%dT%H:%M") if isinstance(start, datetime) else start.isoformat()
    keys = (
        *(f"events/{key}" for key in notice.ids),
        *(f"associations/{key}" for key in notice.organisers),
    )
    return f"  - {when} {notice.until} {notice.at} {' '.join(keys)}"
