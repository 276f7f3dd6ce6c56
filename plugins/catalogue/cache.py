"""What a run keeps for the next one: sealed, versioned, and never needed.

Values are pickled, and reading a stranger's pickle would run the stranger's code. So each file is
sealed (keyed BLAKE2, RFC 7693) with a key that lies outside of the checkout and that only this
user can read: what came with a clone, an archive or a pull request does not open. A file that is
missing, damaged, foreign or of another version is the same as no file.
"""

import contextlib
import hashlib
import hmac
import os
import pickle
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from plugins.catalogue.frozen import Frozen, record

PLUGINS = Path(__file__).resolve().parents[1]
"""The whole program, whose digest (`running`) is the version of what it makes."""

_KEY = 32
_SEAL = 32


@record(frozen=True)
class Cache(Frozen):
    """A folder of sealed values. `version` names all that the values were computed by."""

    folder: Path
    key: bytes
    version: bytes

    def get(self, name: str) -> Any:  # noqa: ANN401 (as many types as names)
        """The value last put under `name` by the same version; `None` when there is none."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return None
        seal, value = data[:_SEAL], memoryview(data)[_SEAL:]
        if not hmac.compare_digest(seal, self._seal(name, value)):
            return None
        return pickle.loads(value)

    def has(self, name: str) -> bool:
        """Whether something lies under `name`; only `get` says if it is good."""
        return (self.folder / name).is_file()

    def put(self, name: str, value: object) -> None:
        """Keep a value. Where nothing can be written, nothing is kept."""
        data = pickle.dumps(value, protocol=5)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            replace(self.folder / name, self._seal(name, data) + data)

    def _seal(self, name: str, data: bytes | memoryview) -> bytes:
        keyed = hashlib.blake2b(self.version, key=self.key, digest_size=_SEAL)
        keyed.update(b"\0" + name.encode() + b"\0")
        keyed.update(data)
        return keyed.digest()


@record(frozen=True)
class CacheFolder(Frozen):
    """Where everything is kept, and the key that it is sealed with.

    What comes with the checkout is kept in its Python environment, if it has one of its own: a
    set-up makes it ready (`building/set_up.py`), and it outlives `make clean`.
    """

    folder: Path
    key: bytes
    environment: Path | None = None

    def cache(self, name: str, *versions: bytes) -> Cache:
        """A cache for what is computed by all of `versions`."""
        return Cache(self.folder / name, self.key, fingerprint(versions))

    def lasting(self, name: str, *versions: bytes) -> Cache:
        """The same for what is computed from files that come with the checkout."""
        return Cache((self.environment or self.folder) / name, self.key, fingerprint(versions))

    def cache_of(self, kind: str, place: Path, *versions: bytes) -> Cache:
        """A cache for what belongs to the folder `place`, which need not be there yet.

        Those of other folders, if they are gone, go when this one is new.
        """
        address = str(place.resolve())
        name = f"{kind}-{fingerprint([address.encode()]).hex()[:12]}"
        if not (self.folder / name).is_dir():
            self._forget_what_is_gone(but=address)
            with contextlib.suppress(OSError):
                (self.folder / name).mkdir(parents=True)
                (self.folder / name / "place").write_text(address, encoding="utf-8")
        return self.cache(name, *versions)

    def _forget_what_is_gone(self, but: str) -> None:
        import shutil  # for this rare moment only

        for note in self.folder.glob("*/place"):
            with contextlib.suppress(OSError, UnicodeDecodeError):
                place = note.read_text(encoding="utf-8")
                if place != but and not Path(place).is_dir():
                    shutil.rmtree(note.parent, ignore_errors=True)


SHARDS = 32
"""Into so many files a large collection is divided, so that a change rewrites a part of it."""

V = TypeVar("V")


@record(frozen=True)
class ShardedCache(Frozen, Generic[V]):
    """Values by path, kept in parts. `None` in place of a cache: nothing is kept."""

    cache: Cache | None

    def load(self) -> dict[str, V]:
        """What was kept, as far as it can be read."""
        if self.cache is None:
            return {}
        parts = (self.cache.get(f"{number:02}") or {} for number in range(SHARDS))
        return {path: value for part in parts for path, value in part.items()}

    def save(self, before: Mapping[str, V], now: Mapping[str, V]) -> None:
        """Keep `now`, writing only those parts that differ from `before`."""
        if self.cache is None:
            return
        differing = [path for path in now if path not in before or now[path] != before[path]]
        parts = {_part(path) for path in chain(differing, before.keys() - now.keys())}
        changed: dict[int, dict[str, V]] = {number: {} for number in parts}
        for path in now if parts else ():
            if (number := _part(path)) in changed:
                changed[number][path] = now[path]
        for number, values in changed.items():
            self.cache.put(f"{number:02}", values)


def _part(path: str) -> int:
    return zlib.crc32(path.encode()) % SHARDS


PROGRAM = (".py", ".toml")
"""How the names of files end that are part of our program: code, and the texts of a register."""


def is_program(file: Path) -> bool:
    """Whether a file beside our code is part of it."""
    return file.suffix in PROGRAM


def program(*folders: Path) -> bytes:
    """A digest of our code in these folders, of Python, and of all that is installed."""
    code = (part for file in sorted(_files(folders)) for part in (_name(file), _read(file)))
    return fingerprint([sys.version.encode(), *installed(), *code])


def _files(folders: Iterable[Path]) -> Iterator[str]:
    """Their paths as words: thousands of `Path` take as long as to read the files."""
    for folder in folders:
        for place, _, names in os.walk(folder):
            yield from (f"{place}/{name}" for name in names if name.endswith(PROGRAM))


def _name(file: str) -> bytes:
    return file.rpartition("/")[2].encode()


def _read(file: str) -> bytes:
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 (as above)
        return opened.read()


@cache
def running(*folders: Path) -> bytes:
    """What `program` said when first asked: the code that this process runs, whatever comes."""
    return program(*folders)


def installed(*packages: str) -> Iterator[bytes]:
    """Name and version of these packages, or of all, as pip writes them down beside them."""
    found = find_spec("yaml")
    if found is not None and found.origin is not None:
        for path in sorted(Path(found.origin).parents[1].glob("*.dist-info")):
            if not packages or path.name.partition("-")[0].lower() in packages:
                yield path.name.encode()


def fingerprint(parts: Iterable[bytes]) -> bytes:
    """16 bytes that differ when any of the parts does, or their order, or where they are cut."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def replace(path: Path, data: bytes) -> None:
    """Write a file so that whoever reads it sees the old or the new one, never a part.

    Nothing is left beside it, also when this is interrupted. Raises `OSError`.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.unlink(missing_ok=True)
        with beside.open("xb") as file:  # never through a link that somebody has put there
            file.write(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def key_in(folder: Path) -> bytes:
    """The key of this user, made when there is none; of use to this run only if it cannot be kept.

    Only the user may be able to read it: a key that others can read or have put there is replaced.
    """
    path = folder / "key"
    known = _known_key(path)
    if known is not None:
        return known
    key = os.urandom(_KEY)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(key)
    return _known_key(path) or key  # somebody else may have been quicker


def _known_key(path: Path) -> bytes | None:
    with contextlib.suppress(OSError), path.open("rb") as file:
        status = os.fstat(file.fileno())
        key = file.read(_KEY + 1)
        if status.st_uid == os.getuid() and not status.st_mode & 0o077 and len(key) == _KEY:
            return key
    return None
