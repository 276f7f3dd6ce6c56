"""The generators that are compared: where their programs are, and a site made ready for each."""

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, field
from pathlib import Path

from benchmarks import corpus, measure, serve
from benchmarks.division import BOUNDS, Bounds
from benchmarks.measure import Cost
from plugins.catalogue.languages import SITE_LANGUAGE
from tests.checkout import SITES as CITIES
from tests.checkout import check_out

ROOT = Path(__file__).resolve().parents[1]
PEERS = Path(__file__).resolve().parent / "peers"
INSTALLED = ROOT / ".cache" / "bench"
OURS, PELICAN, ELEVENTY = "this site", "stock Pelican", "Eleventy"
EQUAL_HUGO, HUGO = "Hugo, same work", "Hugo, minimal"

GIVEN = ("CONTENT OUTPUT TODAY FORMAT STRICT LANGUAGE LANGUAGES MAKEFLAGS MAKELEVEL MFLAGS").split()
"""What make was given for the benchmark is nothing to the tools, nor what Python was told."""

Size = tuple[int, int, int]


class Missing(Exception):
    """A peer cannot take part; the text says why."""


@dataclass(frozen=True)
class Site:
    """What is edited: a title, a body, and an entry that is held back until it is the new one."""

    titled: Path
    edited: Path
    held: Path
    held_text: str

    def retitle(self, number: int) -> None:
        """Let one association be called otherwise."""
        text = self.titled.read_text(encoding="utf-8")
        self.titled.write_text(retitled(text, number), encoding="utf-8")

    def edit(self, said: str) -> None:
        """Let the text of one event end with these words."""
        text = self.edited.read_text(encoding="utf-8").partition(_ADDED)[0].rstrip("\n")
        self.edited.write_text(f"{text}\n\n{_ADDED}{said}.\n", encoding="utf-8")

    def hold_back(self) -> None:
        """Be without the new entry."""
        self.held.unlink(missing_ok=True)

    def add(self) -> None:
        """Have the new entry."""
        self.held.write_text(self.held_text, encoding="utf-8")


_ADDED = "Nachgetragen: "


@dataclass(frozen=True)
class Tool:
    """One generator with its site: how it is run, what it writes, what is changed.

    `beside` are further commands, by the stage that measures them.
    """

    name: str
    version: str
    folder: Path
    command: Sequence[str]
    output: Path
    site: Site
    caches: Sequence[Path] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def cold(self, number: int) -> Cost:
        """Build with nothing left of earlier builds, without the new entry."""
        for leftover in (self.output, *self.caches):
            shutil.rmtree(leftover, ignore_errors=True)
        self.site.hold_back()
        return self.unchanged(number)

    def body(self, number: int) -> Cost:
        """Build after the text of one event has changed."""
        self.site.edit(f"{number}")
        return self.unchanged(number)

    def title(self, number: int) -> Cost:
        """Build after the title of one association has changed."""
        self.site.retitle(number)
        return self.unchanged(number)

    def new(self, number: int) -> Cost:
        """Build with one event more."""
        self.site.add()
        return self.unchanged(number)

    def again(self, number: int) -> Cost:
        """Build once more, right after a build that began within moments of an edit."""
        return self.unchanged(number)

    def unchanged(self, number: int) -> Cost:
        """Build once more."""
        return measure.run(self.command, self.folder, self._given())

    def serve(self, number: int) -> Cost:
        """From a text that is saved to the bytes of its page, over HTTP; by the clock alone."""
        path = f"/termine/{self.site.edited.stem}/"
        with serve.served(self.beside["serve"], self.folder, self._given()) as address:
            wall = serve.save_to_bytes(address + path, self.site.edit, f"{number}")
        return Cost(wall, 0.0, 0, 0)

    def written(self) -> Sequence[Path]:
        """The files that the last build left."""
        return [path for path in self.output.rglob("*") if path.is_file()]

    def _given(self) -> Mapping[str, str]:
        return {**inherited(), **self.environment}


def inherited() -> dict[str, str]:
    """The environment in which tools run. Python keeps what it compiled, as it does by itself."""
    return {
        name: text
        for name, text in os.environ.items()
        if name not in GIVEN and not name.startswith("PYTHON")
    }


def retitled(text: str, number: int) -> str:
    """An entry, in any of the forms, with this number behind its name or title."""
    pattern = re.compile(r'^((?:name|title): )("?)(.*?)(?: Nr\. \d+)?\2$', re.I | re.M)
    return pattern.sub(rf"\g<1>\g<2>\g<3> Nr. {number}\g<2>", text, count=1)


def site_of(content: Path) -> Site:
    """The entries that are changed: the first association, the first event; the last one is new."""
    events = sorted((content / "events").glob("[!_]*.md"))
    held = next(path for path in events if path.stem.endswith(f"-{len(events) - 1}"))
    edited = next(path for path in events if path != held)
    titled = min((content / "associations").glob("[!_]*.md"))
    return Site(titled, edited, held, held.read_text(encoding="utf-8"))


# --- Programs -------------------------------------------------------------------------------------


def hugo_program() -> Path:
    """Hugo itself, as the tests have it too."""
    _install("sh", str(ROOT / "tools" / "hugo.sh"))
    return ROOT / ".cache" / "tools" / "hugo" / "hugo"


def eleventy_program() -> Path:
    """Eleventy, from npm, where there is npm."""
    folder = INSTALLED / "eleventy"
    program = folder / "node_modules" / ".bin" / "eleventy"
    if not program.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise Missing("npm is not there")
        _install(npm, "install", "--silent", "--prefix", str(folder), "@11ty/eleventy@3")
    return program


def _install(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Missing(f"{Path(command[0]).name}: {last}")


def _version(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"\d+\.\d+(\.\d+)?", done.stdout)
    return found[0] if found else ""


# --- Sites ----------------------------------------------------------------------------------------


def ours(
    work: Path, size: Size, languages: Sequence[str] = (SITE_LANGUAGE,), bounds: Bounds = BOUNDS
) -> Tool:
    """This code as it was when the benchmark began, built as `make site` does it."""
    folder, content = work.parent / "checkout", work / "content"
    if not folder.exists():
        _check_out(folder, bounds)
    _generate("benchmarks.corpus", content, size)
    corpus.translate(content, languages)
    output = work / "output"
    given = {
        "CONTENT": str(content),
        "OUTPUT": str(output),
        "TODAY": corpus.TODAY.isoformat(),
        "LANGUAGES": ",".join(languages),
    }
    return Tool(
        name=OURS,
        version="",
        folder=folder,
        command=command_of("site"),
        output=output,
        site=site_of(content),
        caches=(folder / ".cache",),
        environment={**given, "PYTHONTZPATH": ""},
        beside={"serve": command_of("serve")},
    )


def _check_out(folder: Path, bounds: Bounds) -> None:
    """The code in a city of its own: an edit meanwhile does not change what is measured.

    It names no state: whose holidays there are the peers do not know.
    """
    check_out(folder)
    settings = folder / "pelican.conf.py"
    text = re.sub(r'^STATE = ".*"$', 'STATE = ""', settings.read_text(encoding="utf-8"), flags=re.M)
    settings.write_text(text, encoding="utf-8")
    module = folder / "plugins" / "rendering" / "divided.py"
    text = module.read_text(encoding="utf-8")
    for name, value in asdict(bounds).items():
        text = re.sub(rf"^{name.upper()} = \d+$", f"{name.upper()} = {value}", text, flags=re.M)
    module.write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "compileall", "-q", "plugins"], cwd=folder, check=True)
    _set_up(folder)


def _set_up(folder: Path) -> None:
    """Our environment as if it had been made for this checkout (tools/venv.sh).

    Compiled templates come with it, in a folder that is the checkout's own.
    """
    environment = folder / ".venv"
    environment.mkdir()
    for path in (ROOT / ".venv").iterdir():
        if path.name not in ("here", "templates"):
            (environment / path.name).symlink_to(path)
    (environment / "here").symlink_to(folder)
    command = [str(environment / "bin" / "python"), "-m", "plugins.building.set_up"]
    subprocess.run(command, cwd=folder, env=inherited(), check=True)


def every_language() -> Sequence[str]:
    """The languages of that city, German first."""
    found: Sequence[str] = runpy.run_path(str(CITIES / "city.py"))["LANGUAGES"]
    return found


def command_of(target: str) -> Sequence[str]:
    """What `make site` runs or another target of the kind, asked of make itself.

    Asked only to tell, make puts a colon before what it would run (Makefile, `idle`).
    """
    done = subprocess.run(
        ["make", "--no-print-directory", "-n", target],
        cwd=ROOT,
        env=inherited(),
        capture_output=True,
        text=True,
        check=True,
    )
    return shlex.split(done.stdout.strip().splitlines()[-1].removeprefix(": "))


def pelican(work: Path, size: Size) -> Tool:
    """Pelican as it comes, from our own environment."""
    program = str(ROOT / ".venv" / "bin" / "pelican")
    folder = _peer("pelican", work, size, "content")
    return Tool(
        name=PELICAN,
        version=_version(program, "--version"),
        folder=folder,
        command=(program, "-s", "pelican.conf.py"),
        output=folder / "output",
        site=site_of(folder / "content"),
        caches=(folder / "cache",),
    )


def hugo(work: Path, size: Size) -> Tool:
    """Hugo with tuned templates, for pages that say the least."""
    return _hugo(HUGO, _peer("hugo", work, size, "content"))


def equal_hugo(work: Path, size: Size, bounds: Bounds = BOUNDS) -> Tool:
    """Hugo with tuned templates, for our pages, calendars and data."""
    folder = work / "hugo-equal"
    shutil.copytree(PEERS / "hugo-equal", folder)
    _generate("benchmarks.equal_content", folder, (*size, *astuple(bounds)))
    return _hugo(EQUAL_HUGO, folder)


def _hugo(name: str, folder: Path) -> Tool:
    program = str(hugo_program())
    cache = folder.with_name(f"{folder.name}-cache")
    return Tool(
        name=name,
        version=_version(program, "version"),
        folder=folder,
        command=(program, "--destination", "output", "--noBuildLock"),
        output=folder / "output",
        site=site_of(folder / "content"),
        caches=(folder / "resources", cache),
        environment={"HUGO_CACHEDIR": str(cache)},
    )


def eleventy(work: Path, size: Size) -> Tool:
    """Eleventy with templates in JavaScript, the fastest kind it has."""
    program = str(eleventy_program())
    folder = _peer("eleventy", work, size, ".")
    return Tool(
        name=ELEVENTY,
        version=_version(program, "--version"),
        folder=folder,
        command=(program, "--quiet", "--config", "eleventy.config.cjs"),
        output=folder / "output",
        site=site_of(folder),
        caches=(folder / ".cache",),
    )


MakeSite = Callable[[Path, Size], Tool]

SITES: Mapping[str, MakeSite] = {
    OURS: ours,
    PELICAN: pelican,
    EQUAL_HUGO: equal_hugo,
    HUGO: hugo,
    ELEVENTY: eleventy,
}


def _peer(name: str, work: Path, size: Size, content: str) -> Path:
    """The peer's site in a folder of its own, with its content."""
    folder = work / name
    shutil.copytree(PEERS / name, folder)
    _generate("benchmarks.peer_content", folder / content, size, name)
    return folder


def _generate(module: str, folder: Path, numbers: Sequence[int], *before: str) -> None:
    """In a process of its own: what we hold in memory would be counted to what we start."""
    command = [sys.executable, "-m", module, *before, str(folder), *map(str, numbers)]
    subprocess.run(command, cwd=ROOT, check=True)
