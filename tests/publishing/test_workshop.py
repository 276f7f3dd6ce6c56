"""What was left from the last release is built upon while it is beyond doubt, and only then."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.catalogue.cache import Cache, CacheFolder
from plugins.publishing.contents import digests
from plugins.publishing.workshop import Workshop
from tests.publishing.checkout import Checkout

FILES = {"index.html": "start", "a/index.html": "a", "a/b/c.ics": "c", ".manifest": "all"}


def store(folder: Path, key: bytes = b"key") -> Cache:
    return CacheFolder(folder / "kept", key).cache("release")


def left(folder: Path, files: Mapping[str, str] = FILES) -> Workshop:
    """A workshop as a release left it."""
    workshop = Workshop(folder / "release", store(folder))
    for name, text in files.items():
        (workshop.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (workshop.folder / name).write_text(text)
    workshop.leave(digests(workshop.folder))
    return workshop


def test_what_was_left_stays_for_one_build(tmp_path: Path) -> None:
    workshop = left(tmp_path)
    workshop.prepare()
    assert digests(workshop.folder).keys() == FILES.keys()
    workshop.prepare()  # the build between was not brought to its end
    assert not workshop.folder.exists()


def flip(path: Path) -> None:
    """Change a byte so that neither size nor time tells it."""
    times = path.stat()
    data = path.read_bytes()
    path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def to_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def to_file(path: Path) -> None:
    shutil.rmtree(path)
    path.write_text("x")


def to_link(path: Path) -> None:
    """Put a link to the same bytes in the place of a file or a folder."""
    path.rename(path.parents[1] / "elsewhere")
    path.symlink_to(path.parents[1] / "elsewhere")


DAMAGE: Mapping[str, Callable[[Path], object]] = {
    "a byte": lambda site: flip(site / "a" / "index.html"),
    "cut": lambda site: os.truncate(site / "index.html", 2),
    "gone": lambda site: (site / "index.html").unlink(),
    "renamed": lambda site: (site / "index.html").rename(site / "Index.html"),
    "another file": lambda site: (site / "a" / "x.html").write_text("x"),
    "another hidden file": lambda site: (site / ".x").write_text("x"),
    "an empty folder": lambda site: (site / "x").mkdir(),
    "a folder for a file": lambda site: to_folder(site / "index.html"),
    "a link to the file": lambda site: to_link(site / "index.html"),
    "a link to the folder": lambda site: to_link(site / "a"),
    "a dangling link": lambda site: (site / "x.html").symlink_to("y"),
    "a pipe": lambda site: os.mkfifo(site / "x.html"),
    "unreadable for the web server": lambda site: (site / "index.html").chmod(0o600),
    "closed folder": lambda site: (site / "a").chmod(0o700),
    "the whole a link": to_link,
    "the whole a file": to_file,
    "the whole gone": shutil.rmtree,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_whatever_is_different_it_begins_with_nothing(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    workshop = left(tmp_path)
    damage(workshop.folder)
    workshop.prepare()
    assert not os.path.lexists(workshop.folder)


def test_other_rights_for_new_files_begin_with_nothing(tmp_path: Path) -> None:
    """Whoever mends the umask because visitors could read nothing gets files they can read."""
    before = os.umask(0o077)
    try:
        workshop = left(tmp_path)
    finally:
        os.umask(before)
    workshop.prepare()
    assert not workshop.folder.exists()


def test_notes_of_somebody_else_and_none_begin_with_nothing(tmp_path: Path) -> None:
    for notes in (store(tmp_path, b"another key"), None):
        workshop = Workshop(left(tmp_path).folder, notes)
        workshop.prepare()
        assert not workshop.folder.exists()


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """Published once."""
    city = Checkout(tmp_path_factory.mktemp("city"))
    assert city.publish().returncode == 0
    return city


BASE = "theme/templates/base.html"
STEPS: Mapping[str, tuple[Callable[[Checkout], object], dict[str, str], int]] = {
    "nothing": (lambda _: None, {}, 0),
    "a text": (lambda c: c.edit("content/associations/theater.yaml", "Zeder", "Ceder"), {}, 0),
    "an entry gone, another day": (
        lambda c: (c.folder / "content/board/lkw.yaml").unlink(),
        {"TODAY": "2026-11-23"},
        0,
    ),
    "damage": (lambda c: flip(c.folder / ".cache/release/index.html"), {}, 0),
    "a template that fails the audit": (lambda c: c.edit(BASE, "<body", "<body onload=x"), {}, 1),
    "mended": (lambda c: c.edit(BASE, "<body onload=x", "<body"), {}, 0),
    "one that cannot be built": (lambda c: c.edit(BASE, "<body", "{{ x }}<body"), {}, 2),
    "mended again": (lambda c: c.edit(BASE, "{{ x }}<body", "<body"), {}, 0),
}


@pytest.mark.slow
def test_a_release_is_what_a_build_from_nothing_gives(city: Checkout) -> None:
    for name, (happens, given, status) in STEPS.items():
        before = city.live()
        happens(city)
        done = city.publish(**given)
        assert (name, done.returncode) == (name, status), done.stderr
        expected = before if status else city.from_nothing(**given)
        assert (name, city.live()) == (name, expected)


@pytest.mark.slow
def test_what_did_not_change_is_not_made_again(city: Checkout) -> None:
    city.publish()
    kept = {path: path.stat().st_mtime_ns for path in (city.folder / ".cache/release").rglob("*")}
    city.edit("content/associations/theater.yaml", "name: ", "short_name: T\nname: ")
    city.publish()
    made = [
        path for path, time in kept.items() if path.is_file() and path.stat().st_mtime_ns != time
    ]
    assert 0 < len(made) < len(kept) / 2


def test_what_is_made_for_a_disk_is_not_published(city: Checkout) -> None:
    before = city.live()
    done = city.publish(PORTABLE="1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "make site PORTABLE=1" in done.stderr
    assert city.live() == before
