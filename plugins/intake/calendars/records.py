"""What was taken over from which calendar: `calendars/<association>.json` in the content.

It belongs to the content, because what it says holds for everybody who works with the entries:
which event became which entry, and what it said then. So what a person changes in that entry is
known for theirs, and an entry that somebody deleted is not made again. UIDs stand in it as digests
only.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from plugins.catalogue.names import ID
from plugins.intake.tree import Tree
from plugins.intake.writes import Write

FOLDER = "calendars"
MAX_BYTES = 4 * 1024 * 1024
_KEY = re.compile(r"[0-9a-f]{20}(?:-[0-9]{8}T[0-9]{4})?")
_DIGEST = re.compile(r"[0-9a-f]{12}")


class DamagedRecords(Exception):
    """A file of records says something that this program never writes; the text names the file."""


@dataclass(frozen=True)
class ImportedEvent:
    """An event that was taken over: into which entry, since when, and digests of its fields."""

    entry: str
    since: date
    fields: Mapping[str, str]

    @property
    def joins(self) -> bool:
        """Whether a person wrote the entry: of it the calendar has given an organiser at most."""
        return self.fields.keys() <= {"organisers"}


Records = Mapping[str, ImportedEvent]
"""By the keys of events."""


def digest(tree: Tree) -> str:
    """What stands for the value of a field; of an empty one, too."""
    text = json.dumps(tree, sort_keys=True, ensure_ascii=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


NOTHING = digest("")


def path_of(content: Path, association: str) -> Path:
    """The file of an association."""
    return content / FOLDER / f"{association}.json"


def read(path: Path) -> tuple[Records, bytes | None]:
    """The records in a file, and its bytes; none when there is no file. Raises `DamagedRecords`.

    Damaged ones are not passed over: all that was deleted would come back.
    """
    try:
        if not path.exists() and not path.is_symlink():
            return {}, None
        data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        return parse(data), data
    except (OSError, ValueError) as error:
        raise DamagedRecords(path.name) from error


def parse(data: bytes) -> Records:
    """The records in these bytes. Raises `ValueError`."""
    try:
        given: Mapping[str, Any] = json.loads(data[:MAX_BYTES])["events"]
        return {_checked(_KEY, key): _imported(one) for key, one in given.items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _imported(given: Mapping[str, Any]) -> ImportedEvent:
    fields = {str(name): _checked(_DIGEST, value) for name, value in given["fields"].items()}
    return ImportedEvent(_checked(ID, given["entry"]), date.fromisoformat(given["since"]), fields)


def _checked(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text


def without(content: Path, entries: Collection[str]) -> Iterator[Write]:
    """The files of records without these entries: what was forgotten is not named there either.

    Raises `DamagedRecords`.
    """
    for path in sorted((content / FOLDER).glob("*.json")):
        known, before = read(path)
        kept = {key: one for key, one in known.items() if one.entry not in entries}
        if len(kept) < len(known):
            yield Write(path, written(kept), before)


def files_of(content: Path, association: str) -> Iterator[Path]:
    """What is kept of an association's calendar: a file that it sent, and the records."""
    for path in (content / FOLDER / f"{association}.ics", path_of(content, association)):
        if path.exists():
            yield path


def written(records: Records) -> bytes:
    """The file; the same records always give the same bytes, a line for each."""
    lines = [
        f"  {json.dumps(key)}: {json.dumps(_plain(one), sort_keys=True)}"
        for key, one in sorted(records.items(), key=lambda pair: (pair[1].entry, pair[0]))
    ]
    return ('{"events": {\n' + ",\n".join(lines) + "\n}}\n").encode()


def _plain(one: ImportedEvent) -> Mapping[str, object]:
    return {"entry": one.entry, "since": one.since.isoformat(), "fields": dict(one.fields)}
