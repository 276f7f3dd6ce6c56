"""Builds of whole sites: the same bytes everywhere, nothing silent, nothing lost."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.publishing.audit import audit
from tests.checkout import check_out

pytestmark = pytest.mark.slow

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small" / "content"
Build = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[Mapping[str, str]], Path]

CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n"
BROKEN = "name: Verein\ntopics: [musick]\nlisted: 2020-01-01\n"


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def spoken(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What was said, without how far it was: that is said only where it takes seconds."""
    return [line for line in done.stderr.splitlines() if not re.fullmatch(r"[\w ]+: \d+%", line)]


def differences(one: Path, other: Path) -> list[str]:
    a, b = digests(one), digests(other)
    return sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))


def with_the_history_of(content: Path, checkout: Path) -> None:
    """It belongs to the content: calendars say when entries were last changed."""
    command = ["git", "rev-parse", "--absolute-git-dir"]
    done = subprocess.run(command, cwd=content, capture_output=True, text=True, check=False)
    if not done.returncode:
        (checkout / ".git").write_text(f"gitdir: {done.stdout}")


WORLDS = {
    "far east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "far west": {
        "TZ": "Pacific/Niue",
        "LC_ALL": "C.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "77",
    },
}


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_the_same_bytes_anywhere(
    site: Path, sample_content: Path, tmp_path: Path, world: Mapping[str, str]
) -> None:
    """Another folder, time zone, language, hash seed; files copied in another order; no cache."""
    elsewhere = tmp_path / "ein anderer Ort"
    check_out(elsewhere)
    shutil.copytree(sample_content, elsewhere / "content", dirs_exist_ok=True)
    with_the_history_of(sample_content, elsewhere)
    command = [sys.executable, "-m", "pelican", "--fatal", "errors"]
    done = subprocess.run(
        [*command, "-s", "pelican.conf.py"],
        cwd=elsewhere,
        env={**os.environ, "TODAY": "2026-11-22", **world},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert differences(site, elsewhere / "output") == []


def test_pelican_alone_gives_the_same(
    site: Path, sample_content: Path, project: Path, tmp_path: Path
) -> None:
    """`pelican -s pelican.conf.py` from another folder."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pelican",
            "-s",
            str(project / "pelican.conf.py"),
            "-o",
            str(tmp_path / "o"),
        ],
        cwd=tmp_path,
        env={**os.environ, "TODAY": "2026-11-22", "CONTENT": str(sample_content)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert differences(site, tmp_path / "o") == []


def test_one_bad_entry_is_left_out_and_said(write: Write, run_build: Build, tmp_path: Path) -> None:
    posting = "kind: offer\ntitle: Saal\nassociation: verein\ncategory: room\n"
    posting += "posted: 2026-11-01\nexpires: 2026-12-01\n"
    content = write(
        {
            "associations/chor.yaml": CHOIR,
            "associations/verein.yaml": BROKEN,
            "board/saal.yaml": posting,
        }
    )
    done = run_build(tmp_path / "out", CONTENT=str(content))
    assert done.returncode == 0
    assert f"{content}/associations/verein.yaml:2:10: REF-TERM" in done.stderr
    assert "Meinten Sie »musik«?" in done.stderr
    assert (tmp_path / "out" / "vereine" / "chor" / "index.html").exists()
    # Its address stays, and what refers to it leads there.
    assert "wird gerade berichtigt" in page(tmp_path / "out", "vereine/verein")
    assert '<a href="/vereine/verein/">' in page(tmp_path / "out", "biete-suche/saal")


def test_strict_refuses_and_touches_nothing(write: Write, run_build: Build, tmp_path: Path) -> None:
    content = write({"associations/chor.yaml": CHOIR})
    assert run_build(tmp_path / "out", CONTENT=str(content)).returncode == 0
    before = digests(tmp_path / "out")
    write({"associations/verein.yaml": BROKEN})
    done = run_build(tmp_path / "out", CONTENT=str(content), STRICT="1")
    assert done.returncode == 1
    assert "REF-TERM" in done.stderr and "Traceback" not in done.stderr
    assert digests(tmp_path / "out") == before


def test_english_messages(write: Write, run_build: Build, tmp_path: Path) -> None:
    content = write({"associations/verein.yaml": BROKEN})
    done = run_build(tmp_path / "out", CONTENT=str(content), LANGUAGE="en")
    assert 'Did you mean "musik"?' in done.stderr


@pytest.mark.parametrize("files", [{}, {"associations/chor.yaml": CHOIR}], ids=["empty", "one"])
def test_nearly_nothing(
    write: Write, run_build: Build, tmp_path: Path, files: dict[str, str]
) -> None:
    content = write(files)
    done = run_build(tmp_path / "out", CONTENT=str(content))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "vereine" / "index.html").exists()


def test_after_edits_the_same_as_from_nothing(
    write: Write, run_build: Build, tmp_path: Path
) -> None:
    event = "title: Fest\nstart: 2026-12-01\norganisers: [chor]\n"
    content = write({"associations/chor.yaml": CHOIR, "events/fest.yaml": event})
    assert run_build(tmp_path / "out", CONTENT=str(content)).returncode == 0
    write({"associations/chor.yaml": CHOIR.replace("Chor", "Chor am Fluss")})
    (content / "events" / "fest.yaml").rename(content / "events" / "feier.yaml")
    edited = run_build(tmp_path / "out", CONTENT=str(content), TODAY="2026-11-30")
    fresh = run_build(tmp_path / "new", CONTENT=str(content), TODAY="2026-11-30")
    assert (edited.returncode, fresh.returncode) == (0, 0)
    assert differences(tmp_path / "out", tmp_path / "new") == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"TODAY": "22.11.2026"}, "TODAY"),
        ({"TODAY": "2026-02-30"}, "TODAY"),
        ({"FORMAT": "xml"}, "FORMAT"),
        ({"CONTENT": "/gibt/es/nicht"}, "/gibt/es/nicht"),
    ],
    ids=["date", "day", "format", "content"],
)
def test_wrong_arguments(
    run_build: Build, tmp_path: Path, given: dict[str, str], said: str
) -> None:
    done = run_build(tmp_path / "out", **given)
    assert done.returncode == 2
    assert said in done.stderr + done.stdout and "Traceback" not in done.stderr
    assert not (tmp_path / "out" / "index.html").exists()


def build_with(folder: Path, old: str, new: str) -> subprocess.CompletedProcess[str]:
    """Build the small site with one thing in the settings changed, into `folder`/out."""
    check_out(folder)
    settings = folder / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pelican", "--fatal", "errors", "-s", "pelican.conf.py"],
        cwd=folder,
        env={**os.environ, "OUTPUT": str(folder / "out"), "CONTENT": str(SMALL)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.mark.parametrize("plugin", ["plugins.building", "plugins.calendar"])
def test_a_plugin_that_is_missing_is_no_smaller_site(tmp_path: Path, plugin: str) -> None:
    """Pelican passes over what it cannot load; a site without its calendar would go live."""
    done = build_with(tmp_path, f'"{plugin}"', '"plugins.gone"')
    assert done.returncode in (1, 2)
    assert not (tmp_path / "out").exists()


def test_under_a_path_of_its_host(tmp_path: Path) -> None:
    """As on the pages of a forge: https://stadt.example/anlaufstelle/."""
    done = build_with(tmp_path, "https://anlaufstelle.example", "https://stadt.example/hilfe")
    assert done.returncode == 0, done.stderr
    assert audit(tmp_path / "out", "/hilfe") == ()
    assert 'href="https://stadt.example/hilfe/vereine/"' in (
        tmp_path / "out" / "vereine" / "index.html"
    ).read_text(encoding="utf-8")


def test_other_words_in_addresses(tmp_path: Path) -> None:
    done = build_with(tmp_path, '"associations": "vereine"', '"associations": "gruppen"')
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "gruppen" / "chor" / "index.html").exists()
    # Texts that name the old address are found out.
    found = {dict(finding.details)["value"] for finding in audit(tmp_path / "out")}
    assert all(target.startswith("/vereine/") for target in found)


def test_a_folder_of_somebody_else(run_build: Build, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "tagebuch.txt").write_text("meins")
    done = run_build(tmp_path / "out")
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert digests(tmp_path / "out").keys() == {"tagebuch.txt"}


def test_a_second_build_says_the_same_and_writes_nothing(
    write: Write, run_build: Build, tmp_path: Path
) -> None:
    content = write({"associations/chor.yaml": CHOIR, "associations/verein.yaml": BROKEN})
    first = run_build(tmp_path / "out", CONTENT=str(content))
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    for _ in range(3):  # the look at contents, then the look at times only
        again = run_build(tmp_path / "out", CONTENT=str(content))
        assert again.returncode == 0
        (counted,) = (line for line in spoken(again) if "unverändert" in line)
        assert " 0 unverändert" not in counted
        assert [line for line in spoken(again) if line != counted] == [
            line for line in spoken(first) if "unverändert" not in line
        ]
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == times


def test_nothing_of_the_content_or_pelican_is_imported_when_nothing_changed(
    write: Write, run_build: Build, tmp_path: Path
) -> None:
    content = write({"associations/chor.yaml": CHOIR})
    for _ in range(3):
        run_build(tmp_path / "out", CONTENT=str(content))
    done = run_build(tmp_path / "out", CONTENT=str(content), PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    heavy = {"pelican", "jinja2", "yaml", "babel", "markdown", "PIL", "phonenumbers", "icalendar"}
    assert "plugins.building.snapshot" in imported
    assert imported & {*heavy, "plugins.catalogue.model", "multiprocessing"} == set()


PLAIN = "from dataclasses import dataclass\nfrom plugins.rendering import register\n"
GREETERS = {
    "listens to Pelican": """
from pathlib import Path
from pelican import signals

def register():
    signals.finalized.connect(greet)

def greet(pelican):
    (Path(pelican.output_path) / "gruss").mkdir(exist_ok=True)
    (Path(pelican.output_path) / "gruss/index.html").write_text("GREETING")
""",
    "plans a page": f"""{PLAIN}
from plugins.rendering.page import Page, ready
from plugins.rendering.urls import Address

@dataclass(frozen=True)
class Greeting:
    @property
    def words(self):
        return "GREETING"

@dataclass(frozen=True)
class GreetingView:
    greeting: Greeting

def pages(catalogue, today):
    yield Page(Address("page", "gruss"), "greeting.html", ready, (GreetingView(Greeting()),))
""",
    "plans a file": f"""{PLAIN}
from plugins.rendering.page import File
from plugins.rendering.urls import Address

@dataclass(frozen=True)
class GreetingView:
    whom: str

def pages(catalogue, today):
    yield File(Address("page", "gruss"), write, GreetingView, ("Ada",))

def write(view, site):
    return f"GREETING {{view.whom}}".encode()
""",
}


@pytest.mark.parametrize("greeter", GREETERS.values(), ids=GREETERS)
def test_plugins_of_others_are_pelicans_business(tmp_path: Path, greeter: str) -> None:
    """So Pelican runs; what they plan is planned anew: nobody knows if their code is the same."""
    city = tmp_path / "city"
    check_out(city)
    settings = city / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("PLUGINS = [", 'PLUGINS = [\n    "greeter",'), "utf-8")
    (city / "theme" / "templates" / "greeting.html").write_text(
        '{% extends "base.html" %}{% block title %}{% endblock %}'
        "{% block main %}{{ greeting.words }}{% endblock %}"
    )
    for words in ("Guten Tag", "Gute Nacht"):
        (city / "greeter.py").write_text(greeter.replace("GREETING", words))
        done = subprocess.run(
            [sys.executable, "-m", "plugins.building"],
            cwd=city,
            env={**os.environ, "TODAY": "2026-11-22", "PYTHONPATH": str(city)},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        assert re.findall("Guten Tag|Gute Nacht", page(city / "output", "gruss")) == [words]
