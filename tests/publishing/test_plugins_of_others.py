"""Plugins that are not ours may add files to a release; which ones is said."""

import shutil
from pathlib import Path

import pytest

from plugins.publishing.__main__ import _some
from plugins.publishing.audit import MANIFEST, POLICY, audit, more
from tests.publishing.checkout import Checkout

HEAD = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
SITEMAP = """
from pathlib import Path
from pelican import signals

def register():
    signals.finalized.connect(write)

def write(pelican):
    for name in NAMES:
        (Path(pelican.output_path) / name).write_text("<urlset/>")
"""


def put_in(city: Checkout, *names: str) -> None:
    """Let a plugin of the city's own write these files."""
    city.edit("pelican.conf.py", "PLUGINS = [", 'PLUGINS = [\n    "sitemap",')
    (city.folder / "sitemap.py").write_text(SITEMAP.replace("NAMES", repr(names)))


@pytest.mark.slow
def test_what_they_add_goes_live_and_is_named(tmp_path: Path) -> None:
    city = Checkout(tmp_path)
    assert "Von anderen" not in city.publish().stderr
    ours = city.live()
    put_in(city, "news.xml", "humans.txt")
    done = city.publish()
    assert (done.returncode, done.stderr.splitlines()[-1:]) == (
        0,
        ["Von anderen Plugins: humans.txt, news.xml"],
    )
    assert city.live().keys() - ours.keys() == {"news.xml", "humans.txt"}
    assert [name for name in ours if city.live()[name] != ours[name]] == []
    put_in(city, "a.php")
    done = city.publish()
    assert done.returncode == 1 and "a.php:1:1: OUT-KIND" in done.stderr
    # What a plugin made that is gone does not stay.
    city.edit("pelican.conf.py", '"sitemap",', "")
    shutil.copy(city.folder / "releases/live/news.xml", city.folder / ".cache/release")
    assert (city.publish().returncode, city.live()) == (0, ours)


def test_what_they_add_is_audited(tmp_path: Path) -> None:
    added = {
        "sitemap.xml": "x",
        "feed/new.rss": "x",
        "index.html.gz": "x",
        "empty.txt": "",
        "a.php": "x",
        ".htaccess": "x",
        "no-policy.html": "x",
        "foreign.css": "@import 'https://a.example/x.css'",
        "foreign.html": f'{HEAD}<img src="https://a.example/i.png">',
    }
    (tmp_path / "feed").mkdir()
    (tmp_path / "index.html").write_text(HEAD)
    (tmp_path / MANIFEST).write_text("index.html")
    for name, text in added.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "way-out.txt").symlink_to("/etc/passwd")
    assert [(f.path, f.code) for f in audit(tmp_path, may_have_more=True)] == [
        (".htaccess", "OUT-KIND"),
        ("a.php", "OUT-KIND"),
        ("empty.txt", "OUT-EMPTY"),
        ("foreign.css", "OUT-FOREIGN"),
        ("foreign.html", "OUT-FOREIGN"),
        ("no-policy.html", "OUT-POLICY"),
        ("way-out.txt", "OUT-LINK-FILE"),
    ]
    assert more(tmp_path) == tuple(sorted((*added, "way-out.txt")))
    refused = {finding.path for finding in audit(tmp_path) if finding.code == "OUT-UNEXPECTED"}
    assert refused == {*added, "way-out.txt"}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["a"], "a"),
        (["a"] * 9, ", ".join("a" * 9)),
        (["a"] * 12, ", ".join("a" * 9) + " und 3 weitere"),
    ],
)
def test_a_few_are_named_in_one_line(names: list[str], said: str) -> None:
    assert _some(names, "{names} und {number} weitere") == said
