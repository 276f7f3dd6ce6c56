"""What is kept between two runs: sealed, versioned, and worth nothing when it is not ours."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.catalogue.cache import (
    SHARDS,
    Cache,
    CacheFolder,
    ShardedCache,
    fingerprint,
    key_in,
    program,
)


@pytest.fixture
def store(tmp_path: Path) -> Cache:
    return CacheFolder(tmp_path, b"k" * 32).cache("things", b"version 1")


class Evil:
    """Runs code when it is unpickled."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("evil",)


def test_what_is_put_is_got(store: Cache) -> None:
    store.put("a", {"x": (1, "zwei")})
    assert store.get("a") == {"x": (1, "zwei")}
    assert store.get("b") is None


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[:-1],
    "short": lambda data: data[:20],
    "longer": lambda data: data + b"x",
    "a bit turned": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "the seal spoilt": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "zeros": lambda data: bytes(len(data)),
    "a bare pickle": lambda data: pickle.dumps(Evil()),
    "another's seal": lambda data: data[:32] + pickle.dumps(Evil()),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_what_is_damaged_or_foreign_is_nothing(
    store: Cache, spoil: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    store.put("a", 1)
    file = store.folder / "a"
    file.write_bytes(spoil(file.read_bytes()))
    assert store.get("a") is None
    assert not (tmp_path / "evil").exists()
    store.put("a", 2)
    assert store.get("a") == 2


def test_another_name_version_or_key_does_not_open_it(store: Cache, tmp_path: Path) -> None:
    store.put("a", 1)
    (store.folder / "b").write_bytes((store.folder / "a").read_bytes())
    others = [
        store.get("b"),
        CacheFolder(tmp_path, b"k" * 32).cache("things", b"version 2").get("a"),
        CacheFolder(tmp_path, b"K" * 32).cache("things", b"version 1").get("a"),
        CacheFolder(tmp_path, b"k" * 32).cache("things", b"version", b" 1").get("a"),
    ]
    assert others == [None, None, None, None]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = CacheFolder(tmp_path / "file", b"k" * 32).cache("things")
    store.put("a", 1)
    assert store.get("a") is None


def test_a_key_is_made_once_and_for_this_user_only(tmp_path: Path) -> None:
    key = key_in(tmp_path / "state")
    assert len(key) == 32
    assert key_in(tmp_path / "state") == key
    assert (tmp_path / "state" / "key").stat().st_mode & 0o777 == 0o600
    assert key_in(tmp_path / "other") != key


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_key_that_others_could_read_is_replaced(tmp_path: Path, mode: int) -> None:
    key = key_in(tmp_path)
    (tmp_path / "key").chmod(mode)
    assert key_in(tmp_path) != key
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_a_key_of_the_wrong_length_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"short")
    (tmp_path / "key").chmod(0o600)
    assert len(key_in(tmp_path)) == 32


def test_a_collection_writes_only_the_parts_that_differ(store: Cache) -> None:
    values = {f"path/{number}": number for number in range(200)}
    collection = ShardedCache[int](store)
    collection.save({}, values)
    assert collection.load() == values
    assert len(list(store.folder.iterdir())) == SHARDS
    for file in store.folder.iterdir():
        os.utime(file, (0, 0))
    changed = {**values, "path/7": -7}
    collection.save(values, changed)
    assert sum(file.stat().st_mtime != 0 for file in store.folder.iterdir()) == 1
    assert collection.load() == changed


def test_a_collection_with_a_damaged_part_has_the_others(store: Cache) -> None:
    values = {f"path/{number}": number for number in range(200)}
    collection = ShardedCache[int](store)
    collection.save({}, values)
    (store.folder / "00").write_bytes(b"x")
    left = collection.load()
    assert 0 < len(left) < 200
    assert left.items() < values.items()


def test_without_a_store_nothing_is_kept() -> None:
    collection = ShardedCache[int](None)
    collection.save({}, {"a": 1})
    assert collection.load() == {}


def test_fingerprints_know_where_parts_are_cut() -> None:
    parts = [(), (b"",), (b"ab",), (b"a", b"b"), (b"b", b"a"), (b"", b"ab")]
    assert len({fingerprint(part) for part in parts}) == len(parts)


def test_a_program_is_its_code(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b.py"
    file.parent.mkdir()
    file.write_text("x = 1")
    first = program(tmp_path)
    os.utime(file, (0, 0))
    assert program(tmp_path) == first
    file.write_text("x = 2")
    second = program(tmp_path)
    file.rename(tmp_path / "a" / "c.py")
    assert len({first, second, program(tmp_path)}) == 3


def test_what_belongs_to_a_folder_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    memory = CacheFolder(tmp_path / "kept", b"k" * 32)
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    for place in (one, other):
        memory.cache_of("pages", place).put("00", str(place))
    assert memory.cache_of("pages", one).get("00") == str(one)
    other.rmdir()
    memory.cache_of("pages", tmp_path / "third").put("00", 1)
    assert memory.cache_of("pages", one).get("00") == str(one)
    assert memory.cache_of("pages", other).get("00") is None


def test_a_folder_that_is_to_be_made_is_none_that_is_gone(tmp_path: Path) -> None:
    memory = CacheFolder(tmp_path / "kept", b"k" * 32)
    place = tmp_path / "output"
    snapshots = memory.cache_of("builds", place)
    memory.cache_of("pages", place).put("00", 1)
    place.mkdir()
    snapshots.put("snapshot", 1)
    place.rmdir()
    memory.cache_of("pages", tmp_path / "another")
    assert sorted(path.name.partition("-")[0] for path in memory.folder.iterdir()) == ["pages"]
