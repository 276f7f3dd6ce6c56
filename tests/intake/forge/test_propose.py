"""ACCEPT = "request": what is accepted becomes a branch and a request; here nothing changes."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.catalogue.settings import Settings
from plugins.intake.content import read
from plugins.intake.forge.api import Api, ForgeError, GitLab, api_of
from plugins.intake.forge.propose import propose
from plugins.intake.inbox.decision import accepting, proposed
from plugins.intake.submission.filled import filled
from plugins.intake.submission.store import DraftStore
from plugins.intake.submission.submission import Submission
from tests.intake.forge.serving import BASIC, THERE, TOKEN, Forge, serving
from tests.intake.inbox.test_inbox import ABOUT_CHOIR, CHOIR_FILE, NEW_FILE, decide
from tests.intake.inbox.test_pictures import RED, with_pictures
from tests.intake.submission.conftest import CHOIR, place
from tests.intake.submission.test_filled import WITH_CONSENT, change
from tests.intake.submission.test_store import NOW

__all__ = ["place"]
pytestmark = pytest.mark.slow  # starts git

ENVIRONMENT = {**os.environ, "FORGE_TOKEN": TOKEN}
PHONE = change(phone=("030 23125 200",))
NEW_CHOIR = CHOIR.replace('"030 23125 170"', "030 23125 200")
TITLE = "Änderung: associations/chor-am-fluss (Telefon)"
SECRETS = ("Mona", "m@x.example", "mona@chor.example", TOKEN, "geheim")


@dataclass
class Town:
    """A clone whose folder of entries is one of many, where it came from, and its forge."""

    settings: Settings
    origin: Path
    forge: Forge

    @property
    def root(self) -> Path:
        return self.settings.content.parent

    @property
    def store(self) -> DraftStore:
        return DraftStore(self.settings.inbox)

    def put(self, submission: Submission) -> str:
        """Hand it in; the branch that it would get."""
        return f"eingang/{self.store.put(submission, NOW)[0]}"

    def accept(self, *typed: str, token: str = TOKEN) -> str:
        """What is seen when the draft is accepted; afterwards all here is as it was."""
        before = self.here()
        seen = decide(
            self.settings,
            *(typed or ("annehmen",)),
            "schluss",
            environment={**ENVIRONMENT, "FORGE_TOKEN": token},
        )
        assert self.here() == before
        return seen

    def here(self) -> tuple[str, ...]:
        """The work tree, the index and the branches of the clone."""
        asked = ("status --porcelain", "rev-parse HEAD", "branch", "stash list", "diff HEAD")
        return tuple(git(self.root, *one.split()) for one in asked)

    def there(self, revision: str, name: str = CHOIR_FILE) -> str:
        return git(self.origin, "show", f"{revision}:content/{name}")

    def branches(self) -> list[str]:
        return git(self.origin, "branch", "--format=%(refname:short)").split()

    def others_commit(self, branch: str, name: str, text: str) -> None:
        """Somebody else pushes to a branch, from a clone of their own."""
        other = self.root.parent / "other"
        git(self.root.parent, "clone", "--quiet", f"--branch={branch}", str(self.origin), "other")
        (other / "content" / name).write_text(text, encoding="utf-8")
        git(other, "commit", "--quiet", "--all", "--message=other")
        git(other, "push", "--quiet", "origin", branch)


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=B", "-c", "user.email=b@x.example", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture(params=["forgejo"])
def town(place: Settings, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Town]:
    root, origin = tmp_path / "clone", tmp_path / "origin.git"
    root.mkdir()
    content = place.content.rename(root / "content")
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=haupt", str(origin))
    git(root, "init", "--quiet", "--initial-branch=haupt")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=start")
    git(root, "remote", "add", "origin", str(origin))
    git(root, "push", "--quiet", "origin", "haupt")
    (content / "associations" / "boxclub.md").write_text("---\nname: Halb\n---\n", "utf-8")
    (content / "neu.txt").write_text("x", "utf-8")
    with serving(Forge(request.param)) as forge:
        address = f"{forge.address}/stadt/anlaufstelle"
        site = replace(place.site, repository=address, forge=request.param)
        yield Town(replace(place, site=site, content=content, accept="request"), origin, forge)


@pytest.mark.parametrize("town", THERE, indirect=True)
def test_accepted_is_proposed(town: Town) -> None:
    branch = town.put(PHONE)
    seen = town.accept()
    address = f"{town.forge.address}/stadt/anlaufstelle/1"
    assert f"Vorschlag geöffnet: {address}" in seen
    assert ("Geschrieben" in seen, "Festgehalten" in seen) == (False, False)
    assert town.branches() == [branch, "haupt"]
    assert git(town.origin, "show", "--name-status", "--format=%an <%ae>%n%s", branch).split(
        "\n"
    ) == [
        "Anlaufstelle Musterstadt <anlaufstelle@musterstadt.example>",
        TITLE,
        "",
        f"M\tcontent/{CHOIR_FILE}",
        "",
    ]
    assert town.there(branch) == NEW_CHOIR
    (asked,) = town.forge.open
    body = f"Im Eingang angenommen:\n\n```\ncontent/{CHOIR_FILE}\n```"
    assert {TITLE, body, branch, "haupt"} <= {*asked.values()}
    assert town.store.ids() == ()


def test_nothing_of_the_sender_and_no_token_is_told(town: Town) -> None:
    town.put(replace(WITH_CONSENT, message="Ich bin Mona Geheim."))
    seen = town.accept()
    told = seen.partition("Nummer oder Anfang")[2]
    told += git(town.origin, "log", "--all", "--format=fuller") + json.dumps(town.forge.heard)
    told += "".join(
        path.read_text(errors="replace")
        for path in (town.root / ".git").rglob("*")
        if path.is_file() and "objects" not in path.parts
    )
    assert [word for word in SECRETS if word in told] == []
    assert BASIC not in told
    assert town.forge.tokens == {f"Bearer {TOKEN}"}


def test_a_new_file_with_its_picture_on_what_the_forge_has_now(town: Town) -> None:
    """The branch begins where the forge is, not where the clone is."""
    town.others_commit("haupt", "associations/boxclub.md", "---\nname: Boxclub\n---\n")
    branch = town.put(with_pictures(WITH_CONSENT, RED, images__1__alt="Trommel"))
    town.accept()
    assert town.there(branch, "associations/boxclub.md") == "---\nname: Boxclub\n---\n"
    assert git(town.origin, "diff", "--name-status", "haupt", branch).split("\n") == [
        f"A\tcontent/{NEW_FILE}",
        "A\tcontent/images/trommeln-neustadt.jpg",
        "",
    ]
    show = ["git", "show", f"{branch}:content/images/trommeln-neustadt.jpg"]
    picture = subprocess.run(show, cwd=town.origin, capture_output=True, check=True).stdout
    with Image.open(BytesIO(picture)) as image:
        assert image.size == (30, 20)


def test_taken_out(town: Town) -> None:
    leave = replace(ABOUT_CHOIR, form="abmelden", entry="associations/chor-der-nationen")
    branch = town.put(leave)
    assert "Vorschlag geöffnet" in town.accept("entfernen", "ja")
    file = "content/associations/chor-der-nationen.md"
    assert git(town.origin, "diff", "--name-status", "haupt", branch) == f"D\t{file}\n"


@pytest.mark.parametrize("town", THERE, indirect=True)
@pytest.mark.parametrize("stopped", ["before the request", "before it was put aside"])
def test_what_was_stopped_goes_on_and_nothing_comes_twice(
    town: Town, stopped: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*given: object) -> None:
        raise KeyboardInterrupt

    branch = town.put(PHONE)
    with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
        if stopped == "before the request":
            patch.setattr(Api, "request", killed)
        else:
            patch.setattr(DraftStore, "done", killed)
        town.accept()
    before = git(town.origin, "rev-parse", branch)
    assert len(town.store.ids()) == 1
    said = (
        "Vorschlag geöffnet" if stopped == "before the request" else "Den Vorschlag gibt es schon"
    )
    assert f"{said}: {town.forge.address}/stadt/anlaufstelle/1" in town.accept()
    assert git(town.origin, "rev-parse", branch) == before
    assert (len(town.forge.open), town.store.ids()) == (1, ())


@pytest.mark.parametrize("town", THERE, indirect=True)
def test_a_token_that_is_none(town: Town) -> None:
    """The forge says it back: it is not shown even then. Nothing is left there."""
    town.put(PHONE)
    seen = town.accept(token="ganz-falsch")
    assert "Der Zweig ließ sich nicht übertragen: " in seen
    assert "401" in seen and "ganz-falsch" not in seen
    assert (town.branches(), town.forge.open, len(town.store.ids())) == (["haupt"], [], 1)
    assert "Vorschlag geöffnet" in town.accept()


def test_a_token_that_may_not_open_requests(town: Town) -> None:
    branch = town.put(PHONE)
    town.forge.answers["pulls"] = (403, '{"message": "no scope"}')
    said = f"Der Zweig {branch} ist übertragen, aber der Vorschlag ließ sich nicht öffnen: pulls: "
    assert f'{said}403 {{"message": "no scope"}}. Die Einsendung bleibt' in town.accept()
    assert (town.branches(), len(town.store.ids())) == ([branch, "haupt"], 1)
    town.forge.answers.clear()
    assert "Vorschlag geöffnet" in town.accept()


def test_git_is_let_in_by_the_token(town: Town) -> None:
    """Over HTTP, as with a forge."""
    town.forge.folder = town.origin
    git(town.root, "remote", "set-url", "origin", f"{town.forge.address}/{town.origin.name}")
    branch = town.put(PHONE)
    assert "Vorschlag geöffnet" in town.accept(token=f" {TOKEN}\n")
    assert town.there(branch) == NEW_CHOIR


def test_git_says_the_token_to_the_forge_alone(town: Town) -> None:
    git(town.root, "remote", "set-url", "origin", f"{town.forge.address}/stadt/anlaufstelle")
    town.forge.answers["refs"] = (401, "")
    town.put(PHONE)
    seen = town.accept()
    assert town.forge.tokens == {f"Basic {BASIC}", f"Bearer {TOKEN}"}
    assert "Der Zweig ließ sich nicht übertragen: " in seen
    assert TOKEN not in seen and BASIC not in seen
    assert (len(town.store.ids()), town.branches()) == (1, ["haupt"])


def _no_origin(town: Town) -> None:
    git(town.root, "remote", "set-url", "origin", str(town.root / "none"))


def _no_forge(town: Town) -> None:
    site = replace(town.settings.site, repository="http://127.0.0.1:9/stadt/anlaufstelle")
    town.settings = replace(town.settings, site=site)


def _changed_there(town: Town) -> None:
    town.others_commit("haupt", CHOIR_FILE, CHOIR + "\nNeu.\n")


@pytest.mark.parametrize(
    ("happened", "said"),
    [
        (_no_origin, "Der Zweig ließ sich nicht übertragen: "),
        (_no_forge, "Der Zweig ließ sich nicht übertragen: http://127.0.0.1:9/api/v1/repos/"),
        (_changed_there, f"content/{CHOIR_FILE} ist auf der Plattform anders als hier."),
    ],
)
def test_what_does_not_work_is_said_and_the_draft_stays(
    town: Town, happened: Callable[[Town], None], said: str
) -> None:
    happened(town)
    town.put(PHONE)
    assert said in town.accept()
    assert (town.branches(), town.forge.open, len(town.store.ids())) == (["haupt"], [], 1)


@pytest.mark.parametrize("token", ["", " ", "a\nb", "a b", "ä"])
def test_without_a_token_nothing_is_asked(town: Town, token: str) -> None:
    town.put(PHONE)
    assert "Ohne FORGE_TOKEN in der Umgebung gibt es keinen Vorschlag." in town.accept(token=token)
    assert (town.branches(), town.forge.heard, len(town.store.ids())) == (["haupt"], [], 1)


def test_a_branch_of_ours_follows_and_one_of_others_stays(town: Town) -> None:
    draft = f"eingang/{town.store.put(PHONE, NOW)[0]}"
    content = read(town.settings)
    other = change(phone=("030 23125 300",))
    made = accepting(filled(other, content), other, content)
    propose(draft.removeprefix("eingang/"), made, town.settings, ENVIRONMENT)
    assert town.there(draft) == CHOIR.replace('"030 23125 170"', "030 23125 300")
    assert "Den Vorschlag gibt es schon" in town.accept()
    assert town.there(draft) == NEW_CHOIR
    again = f"eingang/{town.store.put(other, NOW)[0]}"
    git(town.origin, "branch", again, draft)
    town.others_commit(again, CHOIR_FILE, CHOIR + "\nVon Hand.\n")
    assert f"Im Zweig {again} hat auf der Plattform schon jemand gearbeitet." in town.accept()
    assert town.there(again).endswith("Von Hand.\n")
    assert (len(town.store.ids()), len(town.forge.open)) == (1, 1)


def test_what_was_merged_meanwhile_is_there(town: Town) -> None:
    town.put(PHONE)
    town.others_commit("haupt", CHOIR_FILE, NEW_CHOIR)
    assert "Auf der Plattform steht es schon so." in town.accept()
    assert (town.branches(), town.forge.heard, town.store.ids()) == (["haupt"], [], ())


def test_what_changes_nothing_is_put_aside_only_where_the_forge_has_it(town: Town) -> None:
    path = town.settings.content / CHOIR_FILE
    path.write_text(NEW_CHOIR, encoding="utf-8")
    town.put(PHONE)
    assert "anders als hier" in town.accept()
    git(town.root, "commit", "--quiet", "--message=x", "--", str(path))
    git(town.root, "push", "--quiet", "origin", "haupt")
    assert "Auf der Plattform steht es schon so." in town.accept()


def test_still_right_another_day(town: Town) -> None:
    right = replace(ABOUT_CHOIR, form="stimmt")
    draft = town.put(right).removeprefix("eingang/")
    yesterday = replace(town.settings, today=town.settings.today.replace(day=1))
    content = read(yesterday)
    result = proposed(right, content)
    assert result is not None
    propose(draft, accepting(result, right, content), yesterday, ENVIRONMENT)
    assert "Den Vorschlag gibt es schon" in town.accept("stimmt")
    assert f"on: {town.settings.today}" in town.there(f"eingang/{draft}")


def test_a_redirect_is_not_followed() -> None:
    with serving(Forge()) as other, serving(Forge()) as forge:
        forge.answers["pulls"] = (302, f"{other.address}/pulls")
        with pytest.raises(ForgeError, match="302"):
            Api(f"{forge.address}/repos/o/n", TOKEN).request("t", "b", "x", "main")
        assert (other.asked, other.heard) == ([], [])


@pytest.mark.parametrize(
    "answer", ["", "[]", "{", '{"html_url": "javascript:x"}', '{"html_url": 1}']
)
def test_an_address_that_is_none_is_not_told(answer: str) -> None:
    with serving(Forge()) as forge:
        forge.answers["pulls"] = (201, answer)
        api = Api(f"{forge.address}/repos/o/n", TOKEN)
        if answer == "{":
            with pytest.raises(ForgeError):
                api.request("t", "b", "x", "main")
        else:
            assert (api.request("t", "b", "x", "main").address, len(forge.heard)) == ("", 1)


@pytest.mark.parametrize(
    ("forge", "repository", "api"),
    [
        ("github", "https://github.com/o/n.git", Api("https://api.github.com/repos/o/n", "t")),
        ("github", "https://git.example/o/n", Api("https://git.example/api/v3/repos/o/n", "t")),
        ("forgejo", "https://git.example/o/n", Api("https://git.example/api/v1/repos/o/n", "t")),
        (
            "forgejo",
            "https://x.example/git/o/n",
            Api("https://x.example/git/api/v1/repos/o/n", "t"),
        ),
        (
            "gitlab",
            "https://g.example/a/b/n",
            GitLab("https://g.example/api/v4/projects/a%2Fb%2Fn", "t"),
        ),
    ],
)
def test_where_the_interface_is(forge: str, repository: str, api: Api) -> None:
    found = api_of(forge, repository, "t")
    assert (found, type(found), "'t'" in repr(found)) == (api, type(api), False)
