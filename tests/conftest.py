"""What many tests need: a catalogue from a few lines, the sample site built once, blessing."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import hypothesis
import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import Loaded, load
from plugins.catalogue.settings import Settings, from_file

pytest_plugins = ("tests.missing",)

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2026-11-22"

# How long an example takes says how busy the machine is, not whether the code is right.
hypothesis.settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("untimed")

Write = Callable[[Mapping[str, str]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--bless` renews the files that tests compare with; read the difference before committing."""
    parser.addoption("--bless", action="store_true", help="renew the expected files")


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written instead of compared with."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session", autouse=True)
def _front_door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What make was given must not change what tests find, nor the shell that called it.

    A shell that puts a command into the background has it ignore SIGINT, and so all it calls.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    given = "CONTENT OUTPUT TODAY FORMAT STRICT LANGUAGE LANGUAGES PORT XDG_STATE_HOME".split()
    kept = {name: os.environ.pop(name) for name in given if name in os.environ}
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.getbasetemp() / "state")
    os.environ["LANGUAGES"] = "de"  # those that need more say so: each is as many pages again
    yield
    del os.environ["XDG_STATE_HOME"], os.environ["LANGUAGES"]
    os.environ.update(kept)


@pytest.fixture
def soon() -> Iterator[None]:
    """The test fails where it would wait for ever, as a program does that opens a pipe."""

    def end(number: int, frame: object) -> None:
        raise AssertionError("it waits for what never comes")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files, path to text, into a content folder of their own."""

    def write_files(files: Mapping[str, str]) -> Path:
        content = tmp_path / "content"
        content.mkdir(exist_ok=True)
        for name, text in files.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return content

    return write_files


@pytest.fixture
def read(write: Write) -> Callable[[Mapping[str, str]], Loaded]:
    """Reads files, path to text, with the vocabularies of the sample content."""

    def read_files(files: Mapping[str, str]) -> Loaded:
        return load(write(files), vocabulary=ROOT / "content" / "vocabulary")

    return read_files


@pytest.fixture
def catalogue(read: Callable[[Mapping[str, str]], Loaded]) -> Callable[..., Catalogue]:
    """A catalogue of files that must all be right."""

    def catalogue_of(files: Mapping[str, str]) -> Catalogue:
        loaded = read(files)
        assert [(d.path, d.place, d.code) for d in loaded.diagnostics] == []
        return loaded.catalogue

    return catalogue_of


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The settings of the sample site."""
    return from_file(ROOT / "pelican.conf.py")


def build(output: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the whole pipeline as `make site` does."""
    return subprocess.run(
        [sys.executable, "-m", "plugins.rendering"],
        env={**os.environ, "TODAY": TODAY, "OUTPUT": str(output), **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="session")
def run_build() -> Callable[..., subprocess.CompletedProcess[str]]:
    """`build` for tests: builds into a folder, returns the finished process."""
    return build


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Builds the sample site into a folder of that name, once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def build_once(name: str, **environment: str) -> Path:
        folder, done = shared / name, shared / f"{name}.built"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                process = build(folder, **environment)
                assert process.returncode == 0, process.stderr
                done.touch()
        return folder

    return build_once


@pytest.fixture(scope="session")
def site(built_once: Callable[..., Path]) -> Path:
    """The sample site in German."""
    return built_once("sample-site")
