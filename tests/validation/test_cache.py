"""A check that knows what was found before finds what one finds that knows nothing."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.forgotten import FILE, Forgotten, Mark, Tombstone, digest, write
from plugins.catalogue.model import NOWHERE, Association, Entry
from plugins.validation.cache import RuleCache
from plugins.validation.check import CheckResult, check_folder
from plugins.validation.context import RuleContext, SiteRules
from tests.rules import only

VOCABULARY = Path(__file__).parents[1] / "cases" / "vocabulary"
SALT = bytes(range(16))
CHOIR = """---
name: Chor {n}
topics: [musik]
listed: 2026-11-{n}
logo: {picture}.png
contacts: [{{name: Ana}}]
{former}---
Hier <b>singen</b> wir. [Mehr](/termine/{other}/) Geburtstag: 1.2.2003
"""
EVENT = """title: Probe {n}
start: 2026-12-{n}T02:30
organisers: [chor-{other}]
status: {status}
text: "Anruf: 0151 23456789, [Chor](/vereine/chor-{other}/)"
"""
EASY = "---\nsummary: Der Verein & Chor.\n---\nDas ist {n} % des Chores in der Neustadt-Allee.\n"


@dataclass
class Folder:
    """A folder of entries in which much is wrong, and all that can happen to it."""

    place: Path
    chance: random.Random
    today: date = date(2026, 12, 1)
    site: SiteRules = field(default_factory=lambda: SiteRules(vocabulary=VOCABULARY))

    @property
    def content(self) -> Path:
        return self.place / "content"

    def checked(self, memory: CacheFolder | None = None) -> CheckResult:
        return check_folder(self.content, self.today, self.site, memory)

    @property
    def memory(self) -> CacheFolder:
        return CacheFolder(self.place / "kept", bytes(32))

    def write(self, name: str, text: str) -> None:
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def any_of(self, pattern: str) -> Path | None:
        found = sorted(self.content.glob(pattern))
        return self.chance.choice(found) if found else None

    def number(self) -> int:
        return self.chance.randint(10, 15)

    def add_association(self) -> None:
        """A new one, or an old one written over."""
        n, former = self.number(), self.chance.choice(("", f"formerly: [chor-{self.number()}]\n"))
        text = CHOIR.format(n=n, picture=self.chance.choice("ab"), former=former, other=n)
        self.write(f"associations/chor-{n}.md", text)

    def add_event(self) -> None:
        n, status = self.number(), self.chance.choice(("full", "cancelled", "was"))
        self.write(f"events/probe-{n}.yaml", EVENT.format(n=n, other=self.number(), status=status))

    def translate(self) -> None:
        language = self.chance.choice(("de-simple", "tr", "en"))
        original = self.any_of("associations/chor-??.md")
        name = original.stem if original else "niemand"
        self.write(f"associations/{name}.{language}.md", EASY.format(n=self.number()))

    def remove(self) -> None:
        """An entry, its translations left behind; or a translation."""
        if path := self.any_of("*s/*.*"):
            path.unlink()

    def rename(self) -> None:
        """Another id, or another language."""
        if path := self.any_of("*s/*.*"):
            parts = path.name.split(".")
            parts[-2] = self.chance.choice(("fr", "de-simple")) if len(parts) > 2 else "thema"
            path.rename(path.with_name(".".join(parts)))

    def add_picture(self) -> None:
        """One that is as it should be, or none at all, or the same as one that was forgotten."""
        path = self.content / "images" / f"{self.chance.choice('abc')}.png"
        path.parent.mkdir(exist_ok=True)
        Image.new("L", (8, 8), self.chance.choice((0, 9))).save(path)
        if self.chance.random() < 0.4:
            path.write_bytes(path.read_bytes()[: self.chance.choice((5, 40))])

    def change_vocabulary(self) -> None:
        """A district is called otherwise, whose name easy texts may use."""
        name = self.chance.choice(("Neustadt-Allee", "Altstadt"))
        self.write("vocabulary/districts.yaml", f"mitte: {{label: {{de: {name}}}}}\n")

    def forget(self) -> None:
        day = self.today - timedelta(days=self.number())
        mark = Mark("id", f"associations/chor-{self.number()}")
        stone = Tombstone(day, (digest(mark, SALT),))
        self.write(FILE, write(Forgotten(SALT, (stone,))))

    def sleep(self) -> None:
        self.today += timedelta(days=self.chance.choice((-20, 1, 1, 20)))

    def settle(self) -> None:
        """Other settings."""
        taken = frozenset({"thema", f"chor-{self.number()}"})
        other = (
            replace(self.site, reserved={"associations": taken}),
            replace(self.site, time_zone=self.chance.choice(("Europe/Berlin", "UTC"))),
            replace(self.site, texts={"CITY": "Neustadt"} if not self.site.texts else {}),
            replace(self.site, region=self.chance.choice(("DE", "AT"))),
        )
        self.site = self.chance.choice(other)

    def damage(self) -> None:
        """Of what is kept one file is cut off, another is gone."""
        kept = sorted((self.place / "kept").rglob("[0-9][0-9]"))
        one, other = self.chance.sample(kept, 2)
        one.write_bytes(one.read_bytes()[:-9])
        other.unlink()


HAPPENS: tuple[Callable[[Folder], None], ...] = (
    *(Folder.add_association, Folder.add_event, Folder.translate, Folder.remove, Folder.rename),
    *(Folder.add_picture, Folder.change_vocabulary, Folder.forget, Folder.sleep, Folder.settle),
    Folder.damage,
)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_what_is_found_is_the_same(seed: int, tmp_path: Path) -> None:
    folder = Folder(tmp_path, random.Random(seed))
    for _ in range(6):
        folder.add_association()
        folder.add_event()
        folder.translate()
        folder.add_picture()
    codes: set[str] = set()
    history: list[str] = []
    for _ in range(40):
        found, anew = folder.checked(folder.memory), folder.checked()
        assert found.diagnostics == anew.diagnostics, history
        assert found.catalogue == anew.catalogue, history
        codes |= {one.code for one in found.diagnostics}
        for happens in folder.chance.sample(HAPPENS, folder.chance.choice((1, 1, 2))):
            history.append(happens.__name__)
            happens(folder)
    assert {"PRIV-CONSENT", "PRIV-MOBILE", "FLD-REASON", "MD-HTML", "EASY-SIGN"} <= codes


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the entries that a rule was asked about, in turn."""
    ids: list[str] = []

    def notes(entry: Entry, context: RuleContext) -> Iterator[Diagnostic]:
        ids.append(entry.id)
        yield entry.problem("text", "MD-HTML", value="x")

    only(monkeypatch, notes)
    return ids


def test_only_what_changed_is_looked_at(tmp_path: Path, asked: list[str]) -> None:
    folder = Folder(tmp_path, random.Random(1))
    for n in (11, 12):
        folder.write(f"events/probe-{n}.yaml", EVENT.format(n=n, other=1, status="full"))
        folder.write(f"events/probe-{n}.tr.yaml", "title: Prova\n")
    found = folder.checked(folder.memory).diagnostics
    assert sorted(asked) == ["probe-11", "probe-12"]
    assert folder.checked(folder.memory).diagnostics == found
    assert len(asked) == 2
    folder.write("events/probe-12.tr.yaml", "title: Korosu\n")
    folder.checked(folder.memory)
    assert asked[2:] == ["probe-12"]
    folder.today += timedelta(days=1)
    folder.checked(folder.memory)
    assert sorted(asked[3:]) == ["probe-11", "probe-12"]


def test_a_good_picture_concerns_no_entry(tmp_path: Path, asked: list[str]) -> None:
    folder = Folder(tmp_path, random.Random(1))
    folder.write("associations/chor-11.md", CHOIR.format(n=11, picture="a", former="", other=1))
    folder.write("images/a.png", "")
    Image.new("L", (8, 8)).save(folder.content / "images" / "a.png")
    folder.checked(folder.memory)
    Image.new("L", (9, 9)).save(folder.content / "images" / "b.png")
    folder.checked(folder.memory)
    assert asked == ["chor-11"]
    (folder.content / "images" / "a.png").write_bytes(b"")
    folder.checked(folder.memory)
    assert asked == ["chor-11", "chor-11"]


def test_a_crash_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = [True]

    def moody(association: Association, context: RuleContext) -> Iterator[Diagnostic]:
        yield from ()
        if left:
            left.pop()
            raise MemoryError

    only(monkeypatch, moody)
    folder = Folder(tmp_path, random.Random(1))
    folder.write("associations/chor-11.md", CHOIR.format(n=11, picture="a", former="", other=1))
    codes = [[d.code for d in folder.checked(folder.memory).diagnostics] for _ in range(2)]
    assert codes == [["SYS-RULE", "IMG-MISSING"], ["IMG-MISSING"]]


def test_a_place_in_a_file_that_changed_meanwhile_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path, random.Random(1))
    before = "title: Probe\nstart: 2026-12-11\norganisers: [office]\ntext: Hier\n"

    def slow(entry: Entry, context: RuleContext) -> Iterator[Diagnostic]:
        if later:
            folder.write("events/probe-11.yaml", later.pop())
        yield entry.problem("text", "MD-HTML", value="x")

    only(monkeypatch, slow)
    folder.write("events/probe-11.yaml", before)
    later = [f"# Ein Satz\n{before}"]
    folder.checked(folder.memory)
    folder.write("events/probe-11.yaml", before)
    assert folder.checked(folder.memory).diagnostics == folder.checked().diagnostics


SITES = (
    SiteRules(),
    SiteRules(reserved={"pages": frozenset({"a"})}),
    SiteRules(reserved={"pages": frozenset({"b"})}),
    SiteRules(texts={"CITY": "Neustadt"}),
    SiteRules(time_zone="UTC"),
)


def test_what_is_given_has_a_version_of_its_own() -> None:
    day = date(2026, 12, 1)
    versions = {RuleContext(day, site).version for site in SITES}
    versions |= {
        RuleContext(day + timedelta(days=1)).version,
        RuleContext(day, unfit={"a": ("X", {})}).version,
    }
    assert len(versions) == len(SITES) + 2


def test_the_version_of_a_set_does_not_depend_on_its_order() -> None:
    words = [f"wort-{number}" for number in range(50)]
    one, other = (SiteRules(reserved={"pages": frozenset(w)}) for w in (words, reversed(words)))
    assert RuleContext(date.min, one).version == RuleContext(date.min, other).version


def test_what_is_noted_is_known_by_the_name_of_the_function(tmp_path: Path) -> None:
    """One inside of another has none of its own: it would be given what another one noted."""
    entry = Association(id="chor", origin=NOWHERE, name="Chor", topics=(), listed=date(2026, 1, 1))
    kept = RuleCache(CacheFolder(tmp_path, bytes(32)).cache("findings"))
    assert (kept.memo(called, entry), kept.memo(length, entry)) == ("Chor", 4)
    with pytest.raises(TypeError, match="no function of a module"):
        kept.memo(lambda one: one.id, entry)


def called(entry: Entry) -> str:
    return entry.called


def length(entry: Entry) -> int:
    return len(entry.called)
