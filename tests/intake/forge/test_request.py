"""From an issue to a request: on a real repository, with a forge that notes what it hears."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.intake.forge.__main__ import main
from plugins.intake.forge.event import issue_in
from plugins.intake.forge.issue_result import fenced
from tests.checkout import VOCABULARY, settings_text
from tests.intake.forge.serving import TOKEN, Forge, serving

pytestmark = pytest.mark.slow  # starts git

ISSUE = """\
### Name

Chor am Fluss; $(touch pwned) `touch pwned` "x" ${{ github.token }}

### Themen

- [X] Musik

### E-Mail

kontakt@chor.example.org

### Ansprechpersonen: Name

Kim Privat

### Text

Wir singen.

@alle ```

### Nachricht

Ich bin Mona Geheim, 030 23125 199.

### Formular

Neuer Verein
"""
FILE = "associations/chor-am-fluss-touch-pwned-touch-pwned-x-github.md"
TITLE = f"Neuer Verein: {FILE.removesuffix('.md')}"
SECRETS = ("Mona", "23125 199", "Privat", "stranger", "geheimer-schluessel")


@pytest.fixture
def forge() -> Iterator[Forge]:
    with serving(Forge()) as known:
        yield known


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=B", "-c", "user.email=b@x.example", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@dataclass(frozen=True)
class Place:
    """A checkout and where it came from."""

    conf: Path
    origin: Path
    environment: dict[str, str]

    def hears(self, body: str, *labels: str, **more: object) -> None:
        """The event that the forge tells of."""
        named = [{"name": label} for label in labels]
        author = {"login": "stranger", "email": "stranger@x.example"}
        issue = {"number": 12, "title": "x", "body": body, "labels": named, "user": author}
        event = {"issue": issue | more, "repository": {"default_branch": "main"}}
        Path(self.environment["GITHUB_EVENT_PATH"]).write_text(json.dumps(event), encoding="utf-8")

    def run(self) -> int:
        return main(self.conf, self.environment)

    def branches(self) -> list[str]:
        return git(self.origin, "branch", "--format=%(refname:short)").split()


@pytest.fixture
def place(tmp_path: Path, forge: Forge, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setenv("TODAY", "2026-11-22")
    root, origin = tmp_path / "work", tmp_path / "origin.git"
    (root / "content").mkdir(parents=True)
    (root / "content" / "vocabulary").mkdir()
    for path in VOCABULARY.iterdir():
        (root / "content" / "vocabulary" / path.name).write_bytes(path.read_bytes())
    (root / "content" / "associations").mkdir()
    chor = "---\nname: Alter Chor\ntopics: [musik]\nlisted: 2024-01-10\n---\n"
    (root / "content" / "associations" / "alter-chor.md").write_text(chor, encoding="utf-8")
    conf = root / "pelican.conf.py"
    conf.write_text(settings_text(), encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(origin))
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=start")
    git(root, "remote", "add", "origin", str(origin))
    git(root, "push", "--quiet", "origin", "main")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
        "GITHUB_API_URL": f"{forge.address}/api/v1",
        "GITHUB_SERVER_URL": forge.address,
        "GITHUB_REPOSITORY": "stadt/anlaufstelle",
        "TOKEN": TOKEN,
    }
    return Place(conf, origin, environment)


def test_an_issue_becomes_a_request(place: Place, forge: Forge) -> None:
    place.hears(ISSUE, "bug", "übernehmen")
    assert place.run() == 0
    assert place.branches() == ["eingereicht/12", "main"]
    changed = git(place.origin, "show", "--name-status", "--format=%an <%ae>%n%s", "eingereicht/12")
    assert changed.split("\n") == [
        "Anlaufstelle Musterstadt <anlaufstelle@musterstadt.example>",
        TITLE,
        "",
        f"A\tcontent/{FILE}",
        "",
    ]
    text = git(place.origin, "show", f"eingereicht/12:content/{FILE}")
    assert "email: kontakt@chor.example.org\n" in text and "@alle ```\n" in text
    (pulls, request), (below, comment) = forge.heard
    assert pulls == "/api/v1/repos/stadt/anlaufstelle/pulls"
    assert {key: request[key] for key in ("title", "head", "base")} == {
        "title": TITLE,
        "head": "eingereicht/12",
        "base": "main",
    }
    assert request["body"].endswith("\n````\n\nCloses #12")
    assert "Ansprechperson 1: Name" in request["body"]  # withheld, and said so
    assert below == "/api/v1/repos/stadt/anlaufstelle/issues/12/comments"
    assert comment == {"body": f"Daraus ist ein Vorschlag geworden: {TITLE}"}


def test_nothing_of_the_sender_is_told(place: Place, forge: Forge) -> None:
    place.hears(ISSUE, "übernehmen")
    place.run()
    everything = git(place.origin, "log", "--all", "--patch", "--format=fuller")
    everything += json.dumps(forge.heard) + (place.conf.parent / ".git" / "config").read_text()
    assert [word for word in SECRETS if word in everything] == []
    assert forge.tokens == {"Bearer geheimer-schluessel"}
    assert [*place.conf.parent.rglob("pwned")] == []


def test_errors_stand_below_the_issue(place: Place, forge: Forge) -> None:
    place.hears(ISSUE.replace("kontakt@chor.example.org", "keine Adresse"), "übernehmen")
    assert place.run() == 0
    assert [path.rpartition("/")[2] for path, _ in forge.heard] == ["pulls", "comments"]
    comment = forge.heard[1][1]["body"]
    assert "So besteht er die Prüfung noch nicht." in comment and "keine Adresse" in comment


def test_a_second_time_changes_nothing(place: Place, forge: Forge) -> None:
    place.hears(ISSUE, "übernehmen")
    place.run()
    before = git(place.origin, "rev-parse", "eingereicht/12")
    git(place.conf.parent, "checkout", "--quiet", "main")
    place.hears(ISSUE.replace("Wir singen.", "Anders."), "übernehmen")
    assert place.run() == 0
    assert git(place.origin, "rev-parse", "eingereicht/12") == before
    assert forge.heard[-1][1]["body"].startswith("Den Vorschlag dazu gibt es schon")


def test_what_was_stopped_goes_on(place: Place, forge: Forge) -> None:
    """The branch was there, but not yet the request."""
    place.hears(ISSUE, "übernehmen")
    forge.answers["pulls"] = (403, "not permitted")
    assert place.run() == 2
    forge.answers.clear()
    forge.heard.clear()
    git(place.conf.parent, "checkout", "--quiet", "main")
    assert place.run() == 0
    assert [path.rpartition("/")[2] for path, _ in forge.heard] == ["pulls", "comments"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Hallo!", "Das wurde nicht mit einem unserer Formulare geschrieben."),
        ("### Formular\n\nHinweis\n\n### Nachricht\n\nFalsch", "Daraus wird keine Datei"),
        ("### Eintrag\n\nassociations/keiner\n\n### Formular\n\nAbmelden", "Daraus wird keine"),
    ],
)
def test_what_makes_no_file_is_said(place: Place, forge: Forge, body: str, said: str) -> None:
    place.hears(body, "übernehmen")
    assert place.run() == 0
    assert place.branches() == ["main"]
    ((path, comment),) = forge.heard
    assert path.endswith("/issues/12/comments") and comment["body"].startswith(said)


def test_still_right_sets_the_day(place: Place) -> None:
    body = "### Eintrag\n\nvereine/alter-chor\n\n### Formular\n\nStimmt noch\n"
    place.hears(body, "übernehmen")
    assert place.run() == 0
    patch = git(place.origin, "show", "--format=%s", "--unified=0", "eingereicht/12")
    assert patch.startswith("Stimmt noch: associations/alter-chor\n")
    added = [line for line in patch.split("\n") if line.startswith("+") and "+++" not in line]
    assert "".join(added).replace("+", "").split() == ["checked:", "on:", "2026-11-22"]


def test_without_the_label_nothing_happens(place: Place, forge: Forge) -> None:
    place.hears(ISSUE, "bug")
    assert place.run() == 0
    place.hears(ISSUE, "übernehmen", pull_request={"url": "x"})
    assert place.run() == 0
    assert (forge.heard, place.branches()) == ([], ["main"])


@pytest.mark.parametrize("missing", ["GITHUB_EVENT_PATH", "GITHUB_API_URL", "TOKEN"])
def test_what_is_missing_is_named(
    place: Place, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place.hears(ISSUE, "übernehmen")
    del place.environment[missing]
    assert place.run() == 2
    assert capsys.readouterr().err == f"forge: {missing}?\n"


@pytest.mark.parametrize("text", ["[]", "{}", '{"issue": 1}', "x", '{"issue": {"number": "1; x"}}'])
def test_what_no_forge_writes_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "event.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"."):
        issue_in(path)


def test_what_is_code_stays_code() -> None:
    assert fenced("a ```` b") == "`````\na ```` b\n`````"
