"""An incremental build gives what a full one gives, byte for byte, whatever happened before."""

import hashlib
import io
import os
import random
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from plugins.building import build, folder
from plugins.building.outcome import Result
from plugins.catalogue import chunks
from plugins.catalogue.settings import Settings

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
STEPS = 12
SEEDS = (1, 2, 3)

Folder = dict[str, str]


def held(folder: Path) -> Folder:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@cache
def _small(folder: Path) -> Mapping[str, bytes]:
    """The pictures in a folder, so small that making their sizes takes no time."""
    made = {}
    for file in sorted(folder.iterdir()):
        if file.suffix == ".svg":  # has no sizes
            made[file.name] = file.read_bytes()
            continue
        with Image.open(file) as picture:
            stream, form = io.BytesIO(), picture.format
            picture.thumbnail((120, 120))
            picture.save(stream, form)
        made[file.name] = stream.getvalue()
    return made


class City:
    """A small site, and all that can happen to it."""

    def __init__(self, folder: Path, settings: Settings, chance: random.Random) -> None:
        self.chance, self.folder = chance, folder
        self.content, self.theme = folder / "content", folder / "theme"
        self.kept = folder / "cache" / "kept"
        self.sample = settings.content
        self._copy_some_of_the_sample()
        shutil.copytree(ROOT / "theme", self.theme)
        self.settings = replace(
            settings,
            site=replace(settings.site, languages=("de", "ar")),
            content=self.content,
            output=folder / "output",
            theme=self.theme,
            cache=folder / "cache",
            state=folder / "state",
            today=date(2026, 11, 22),
        )

    def _copy_some_of_the_sample(self) -> None:
        for kind, most in (("associations", 24), ("events", 15), ("board", 10)):
            (self.content / kind).mkdir(parents=True)
            for file in sorted((self.sample / kind).glob("*"))[:most]:
                shutil.copy(file, self.content / kind)
        for whole in ("networks", "funding", "reports", "pages", "vocabulary"):
            shutil.copytree(self.sample / whole, self.content / whole)
        (self.content / "images").mkdir()
        for name, data in _small(self.sample / "images").items():
            (self.content / "images" / name).write_bytes(data)

    def build(self) -> Result:
        """As `make site` does it."""
        return build.write(self.settings, build.read(self.settings))

    def built_anew(self) -> Folder:
        """What a build gives that knows nothing of the ones before."""
        anew = replace(self.settings, output=self.folder / "anew", state=None)
        shutil.rmtree(anew.output, ignore_errors=True)
        build.write(anew, build.read(anew))
        return held(anew.output)

    def entry(self, *kinds: str) -> Path:
        """Any entry's file."""
        found = [f for kind in kinds or ("associations", "events", "board", "pages", "networks")
                 for f in sorted((self.content / kind).glob("*.*"))]  # fmt: skip
        return self.chance.choice(found)

    def edit_text(self) -> None:
        """A word at the end."""
        file = self.entry()
        if file.suffix == ".md":
            file.write_text(
                file.read_text() + f"\nNeu: {self.chance.random()}, [hier](/termine/).\n"
            )

    def edit_title(self) -> None:
        """Another name, which many pages show."""
        file = self.entry("associations", "events")
        lines = file.read_text().split("\n")
        number = next((n for n, li in enumerate(lines) if li.startswith(("name:", "title:"))), None)
        if number is not None:
            key = lines[number].partition(":")[0]
            lines[number] = f"{key}: Verein {self.chance.randint(1, 99)}"
            file.write_text("\n".join(lines))

    def edit_without_a_trace_in_size_or_time(self) -> None:
        """As many bytes, the time put back."""
        file = self.entry()
        status, text = file.stat(), file.read_text()
        old = next((c for c in text.partition("\n\n")[2] if c.isalpha() and c.isascii()), "")
        if old:
            head, gap, body = text.partition("\n\n")
            file.write_text(head + gap + body.replace(old, self.chance.choice("xyz"), 1))
            os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))

    def rename(self) -> None:
        """Another id."""
        file = self.entry("associations", "events", "board")
        file.rename(file.with_name(f"neu-{self.chance.randint(1, 99)}{file.suffix}"))

    def remove(self) -> None:
        """Gone."""
        self.entry("associations", "events", "board").unlink()

    def add(self) -> None:
        """One more of the sample's."""
        kind = self.chance.choice(("associations", "events", "board"))
        shutil.copy(self.chance.choice(sorted((self.sample / kind).glob("*"))), self.content / kind)

    def spoil(self) -> None:
        """An error in an entry."""
        file = self.entry()
        file.write_text(file.read_text().replace(":", " :", 1))

    def touch(self) -> None:
        """As after a clone."""
        for file in self.content.rglob("*"):
            os.utime(file)

    def change_vocabulary(self) -> None:
        """A topic is called otherwise."""
        file = self.content / "vocabulary" / "topics.yaml"
        file.write_text(file.read_text().replace("Kultur", self.chance.choice(("Kunst", "Kultur"))))

    def swap_pictures(self) -> None:
        """One picture in the place of another."""
        one, other = self.chance.sample(sorted((self.content / "images").iterdir()), 2)
        if one.suffix == other.suffix:
            shutil.copy(other, one)

    def edit_template(self) -> None:
        """The frame, a page or a part of it."""
        name = self.chance.choice(("base.html", "event.html", "components/fact.html", "year.html"))
        file = self.theme / "templates" / name
        file.write_text(file.read_text() + f"{{# {self.chance.random()} #}}")

    def translate(self) -> None:
        """An entry says something in another language, or something else."""
        file = self.chance.choice(
            [f for f in self.content.glob("associations/*.*") if f.name.count(".") == 1]
        )
        other = file.with_name(f"{file.stem}.{self.chance.choice(('ar', 'tr'))}.yaml")
        if not other.with_suffix(".md").exists():
            other.write_text(f"summary: {self.chance.random()}\n")

    def edit_messages(self) -> None:
        """What the site says in another language."""
        file = self.theme / "translations" / "ar" / "LC_MESSAGES" / "messages.po"
        text = file.read_text()
        file.write_text(
            re.sub(r'(?<=msgid "Termine"\nmsgstr ").*(?=")', str(self.chance.random()), text)
        )

    def edit_style(self) -> None:
        """The theme's colours."""
        file = self.theme / "static" / "css" / "tokens.css"
        file.write_text(file.read_text() + f":root {{ --x: {self.chance.random()} }}\n")

    def sleep(self) -> None:
        """Until tomorrow, or next month."""
        days = timedelta(days=self.chance.choice((1, 1, 30)))
        self.settings = replace(self.settings, today=self.settings.today + days)

    def rename_the_city(self) -> None:
        """Another setting."""
        name = f"Stadt {self.chance.randint(1, 9)}"
        self.settings = replace(self.settings, site=replace(self.settings.site, name=name))

    def damage_what_is_kept(self) -> None:
        """A file of the store cut off, another gone."""
        for file in self.chance.sample(sorted(self.kept.rglob("[0-9][0-9]")), 3):
            file.write_bytes(file.read_bytes()[:-9])
        self.chance.choice(sorted(self.kept.rglob("[0-9][0-9]"))).unlink()

    def meddle_with_the_output(self) -> None:
        """A page deleted, another written over."""
        one, other = self.chance.sample(sorted((self.folder / "output").rglob("*.html")), 2)
        one.unlink()
        other.write_text("nichts")

    def interrupt(self) -> None:
        """A build that is killed after some of its files."""
        frame = self.theme / "templates" / "base.html"
        frame.write_text(frame.read_text() + f"{{# {self.chance.random()} #}}")
        left = self.chance.randint(0, 80)
        write = folder.write

        def dies(file: str | Path, data: bytes) -> bool:
            nonlocal left
            left -= 1
            if left < 0:
                path = Path(file)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data[: len(data) // 2])
                raise KeyboardInterrupt
            return write(file, data)

        with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr("plugins.building.engine.write", dies)
            self.build()


NEW = {
    "associations": "name: Seglerinnen {}\ntopics: [sport]\nlanguages: [tr]\ndistrict: hafen\n"
    "email: post@segel.example.org\nlisted: 2026-01-01\naccessibility: {{wheelchair: yes}}\n"
    "location: {{latitude: 52.5369, longitude: 13.3357}}\n",
    "events": "title: Segeln {}\nstart: 2026-11-24T19:00\norganisers: [segel]\nprice: frei\n"
    "topics: [sport]\nvenue: {{name: Kai, district: hafen, accessibility: {{wheelchair: yes}}}}\n",
    "board": "kind: offer\ntitle: Bootshalle {}\nassociation: segel\ncategory: room\n"
    "posted: 2026-11-20\nexpires: 2027-02-01\nroom: {{seats: 60, kitchen: true}}\n",
}
"""What is in every list, index and map, and has a sheet to print and a card."""

GROUPS = (
    *(r"suche/.+\.txt", r"termine/2026-W48/index\.html", r"termine/thema/sport/index\.html"),
    *(r"termine/kostenlos/index\.html", r"termine/barrierefrei/index\.html"),
    *(r"termine/aushang/index\.html", r"vereine/karte/index\.html"),
    *(r"biete-suche/raeume/index\.html", r"vereine/segel/kontakt\.vcf", r"termine\.ics"),
    *(r"vereine/segel/index\.html", r"biete-suche/segel/index\.html"),
)
"""Pages and files that tell of them."""

EVENTS: tuple[Callable[[City], None], ...] = tuple(
    getattr(City, name)
    for name in vars(City)
    if not name.startswith("_") and name not in ("build", "built_anew", "entry")
)


@pytest.fixture
def city(
    tmp_path: Path,
    sample_settings: Settings,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> City:
    """So few entries at a time that there are some in this city which an event leaves alone."""
    monkeypatch.setattr(chunks, "SIZE", 4)
    return City(tmp_path, sample_settings, random.Random(request.param))


@pytest.mark.parametrize("city", SEEDS, indirect=True)
def test_incremental_equals_full(city: City, capsys: pytest.CaptureFixture[str]) -> None:
    city.build()
    history: list[str] = []
    for _ in range(STEPS):
        for event in city.chance.sample(EVENTS, city.chance.choice((1, 1, 2))):
            history.append(event.__name__)
            event(city)
        city.build()
        assert held(city.settings.output) == city.built_anew(), history
    assert city.build().built.written == 0


@pytest.mark.parametrize("city", [7], indirect=True)
def test_all_that_tells_of_an_entry_follows_it(city: City) -> None:
    """It is added, is called otherwise, and goes."""
    city.build()
    before = held(city.settings.output)
    for name in ("Nord", "Süd", ""):
        for kind, text in NEW.items():
            file = city.content / kind / "segel.yaml"
            file.write_text(text.format(name)) if name else file.unlink()
        city.build()
        after = held(city.settings.output)
        assert after == city.built_anew()
        changed = {path for path in before.keys() | after.keys()
                   if before.get(path) != after.get(path)}  # fmt: skip
        assert [one for one in GROUPS if not any(re.fullmatch(one, path) for path in changed)] == []
        before = after
    assert {"sw.js", "app/ar.webmanifest"} <= after.keys()


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
@pytest.mark.parametrize("city", [7], indirect=True)
def test_each_event_alone_is_noticed(city: City, event: Callable[[City], None]) -> None:
    city.build()
    event(city)
    city.build()
    assert held(city.settings.output) == city.built_anew()
