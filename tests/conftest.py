"""What many tests need: a catalogue from a few lines, sites built once, blessing.

Tests stay green in every city that makes this repository its own, with other settings and other
entries. So there are two kinds:

- Tests of the code and the theme. What they need is theirs: `settings` and `run_build` are of the
  tests' own city (sites/city.py), `read` and `catalogue` take entries from the test, closed lists
  are in sites/vocabulary/, whole sites in sites/. None of them knows content/ or pelican.conf.py
  (test_architecture.py holds that). Programs run in `project`, a checkout of that city.
- Tests of the sample: its figures, its pages, its texts. They get it from `sample_content`, `site`
  or tests/sample.py, carry the mark `sample` (those that use the fixtures get it by themselves),
  and are passed over where the sample is gone.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import hypothesis
import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import Loaded, load
from plugins.catalogue.settings import Settings, from_file
from tests import sample
from tests.checkout import TODAY, VOCABULARY, check_out
from tests.waiting import MOST

pytest_plugins = ("tests.missing",)

# How long an example takes says how busy the machine is, not whether the code is right.
hypothesis.settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("untimed")

Write = Callable[[Mapping[str, str]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--bless` renews the files that tests compare with; read the difference before committing."""
    parser.addoption("--bless", action="store_true", help="renew the expected files")


BUILDERS = {"built_once", "run_build"}
"""Fixtures that build a whole site."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that get the sample by a fixture; pass over all marked where it is gone.

    What builds a site is `slow`, and what tries many inputs; what can be blessed is `golden`.
    """
    is_here = sample.is_here()
    for item in items:
        fixtures = {*getattr(item, "fixturenames", ())}
        if "sample_content" in fixtures:
            item.add_marker("sample")
        if not is_here and item.get_closest_marker("sample"):
            item.add_marker(pytest.mark.skip(reason="the sample city is not here"))
        if "bless" in fixtures:
            item.add_marker("golden")
        if BUILDERS & fixtures or hypothesis.is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("slow")


OPENED: list[str] = []
"""What the running test opened of the content and the settings that this repository has now."""


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], str):
        path = os.path.abspath(arguments[0])  # noqa: PTH100 - many a time; Path is slow
        if path == OWN_SETTINGS or path.startswith(OWN_CONTENT):
            OPENED.append(path)


OWN_SETTINGS, OWN_CONTENT = str(sample.ROOT / "pelican.conf.py"), str(sample.CONTENT)
sys.addaudithook(_watch)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """What is opened from now on, also by fixtures, is opened for this test."""
    OPENED.clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A test that is not of the sample fails when it read what belongs to a city."""
    yield
    if not item.get_closest_marker("sample"):
        assert OPENED == [], "see the top of tests/conftest.py"


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
    given = "CONTENT OUTPUT TODAY FORMAT SKIP STRICT LANGUAGE LANGUAGES PORT PORTABLE".split()
    given.append("XDG_STATE_HOME")
    kept = {name: os.environ.pop(name) for name in given if name in os.environ}
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.getbasetemp() / "state")
    OPENED.clear()  # a --basetemp that was there has just been emptied, by names without a folder
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
    signal.alarm(MOST)
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
    """Reads files, path to text, with the closed lists of the tests."""

    def read_files(files: Mapping[str, str]) -> Loaded:
        return load(write(files), vocabulary=VOCABULARY)

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
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(shared: Path) -> Once:
    """Has a folder of that name filled, once for all workers."""

    def made_once(name: str, fill: Callable[[Path], object]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                fill(folder)
                done.touch()
        return folder

    return made_once


@pytest.fixture(scope="session")
def project(once: Once) -> Path:
    """A checkout of the city of the tests: the code and the theme, its settings, no entries."""
    return once("project", check_out)


@pytest.fixture(scope="session")
def settings(project: Path) -> Settings:
    """The settings of the city of the tests."""
    return from_file(project / "pelican.conf.py")


Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def run_build(project: Path) -> Build:
    """Runs the whole pipeline as `make site` does: into a folder, with what make was given."""

    def build(output: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "plugins.building"],
            env={**os.environ, "TODAY": TODAY, "OUTPUT": str(output), **environment},
            cwd=project,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    return build


@pytest.fixture(scope="session")
def built_once(once: Once, run_build: Build) -> Callable[..., Path]:
    """Builds a content folder into a folder of that name, once for all workers."""

    def build_once(name: str, content: Path, **environment: str) -> Path:
        def build(folder: Path) -> None:
            process = run_build(folder, CONTENT=str(content), **environment)
            assert process.returncode == 0, process.stderr

        return once(name, build)

    return build_once


@pytest.fixture(scope="session")
def sample_content() -> Path:
    """The content of the sample city; whatever uses it is a test of the sample."""
    return sample.CONTENT


@pytest.fixture(scope="session")
def sample_settings(settings: Settings, sample_content: Path) -> Settings:
    """The sample's content under the settings of the tests, which are those it was written for."""
    return replace(settings, content=sample_content, shown="content")


@pytest.fixture(scope="session")
def site(built_once: Callable[..., Path], sample_content: Path) -> Path:
    """The sample site in German."""
    return built_once("sample-site", sample_content)
