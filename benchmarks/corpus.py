"""A content folder of any size, the same for the same arguments.

    python -m benchmarks.corpus FOLDER ASSOCIATIONS EVENTS POSTINGS

The entries read like those of a city: German texts of 0.5 to 1.5 kB, names in five scripts, one
event in ten recurring with dates left out, moved and cancelled, postings in every state. `make
check` finds nothing in them on `TODAY` or any later day.
"""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from random import Random

import yaml

from benchmarks import words
from plugins.catalogue.languages import SITE_LANGUAGE

VOCABULARY = Path(__file__).resolve().parents[1] / "tests" / "sites" / "vocabulary"
TODAY = date(2026, 11, 22)
LANGUAGES = "de tr ar uk ru el it es pl ro fa en fr pt sr hr vi sq ti ps".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
ORDINALS = ("first", "second", "third")

Value = str | int | date | Mapping[str, "Value"] | Sequence["Value"]


class Code(str):
    """A text that stands in a file without quotation marks: an id, a time, a word of the schema."""


@dataclass(frozen=True)
class Entry:
    """One file: its folder, its id, the fields in their order and the text."""

    folder: str
    id: str
    fields: Mapping[str, Value]
    text: str

    @property
    def title(self) -> str:
        """What the entry is called."""
        return str(self.fields.get("title") or self.fields["name"])


Vocabulary = Mapping[str, Sequence[Code]]


def entries(associations: int, events: int, postings: int) -> Iterator[Entry]:
    """As many entries of each kind, associations first."""
    random = Random(20261122)
    terms = vocabulary()
    ids: list[Code] = []
    for entry in _associations(associations, terms, random):
        ids.append(Code(entry.id))
        yield entry
    yield from (_event(number, ids, terms, random) for number in range(events))
    yield from (_posting(number, ids, terms, random) for number in range(postings))


def vocabulary() -> Vocabulary:
    """The ids of the repository's closed lists, by the name of the list."""
    return {
        path.stem: tuple(map(Code, yaml.safe_load(path.read_text(encoding="utf-8"))))
        for path in sorted(VOCABULARY.glob("*.yaml"))
    }


# --- Associations ---------------------------------------------------------------------------------


def _associations(count: int, terms: Vocabulary, random: Random) -> Iterator[Entry]:
    seen: set[str] = set()
    for number, latin in enumerate(_latin_names(count, random)):
        name = _in_its_script(latin, seen, random)
        fields = _association(name, latin, terms, random) | {"phone": own_phone(number)}
        yield Entry("associations", _slug(latin), fields, _text(random))


def _latin_names(count: int, random: Random) -> Iterator[str]:
    """Different names, in no order that one would see."""
    clubs, called = len(words.CLUBS), len(words.CALLED)
    total = len(words.ORIGINS) * clubs * called
    for number in random.sample(range(max(total, count)), count):
        rest, name = divmod(number % total, called)
        origin, club = divmod(rest, clubs)
        again = f" {number // total + 1}" if number >= total else ""
        yield f"{words.ORIGINS[origin]} {words.CLUBS[club]} {words.CALLED[name]}{again}"


def _in_its_script(latin: str, seen: set[str], random: Random) -> str:
    """Three in four as they are; the others in the script of those who founded it."""
    if random.random() < 0.75:
        return f"{latin} e. V." if random.random() < 0.6 else latin
    name = random.choice(random.choice(words.SCRIPTS))
    if name in seen:
        return f"{name} – {latin}"
    seen.add(name)
    return name


def _association(name: str, latin: str, terms: Vocabulary, random: Random) -> dict[str, Value]:
    host = f"{_slug(latin)}.example.org"
    listed = _day(random, date(2018, 1, 8), TODAY - timedelta(days=30))
    fields: dict[str, Value] = {
        "name": name,
        "summary": words.fill(random.choice(words.SENTENCES), random)[:200],
        "topics": _some(terms["topics"], 3, random),
        "languages": _some(tuple(map(Code, LANGUAGES)), 4, random),
        "audiences": _some(terms["audiences"], 3, random),
        "district": random.choice(terms["districts"]),
        "legal_form": random.choice(terms["legal_forms"]),
        "founded": random.randint(1952, 2017),
        "members": random.randint(8, 400),
        "email": f"kontakt@{host}",
        "phone": "",
        "website": f"https://{host}",
        "address": _address(random),
        "listed": listed,
    }
    if random.random() < 0.2:
        person = random.choice(words.NAMES)
        fields["contacts"] = ({"name": person, "role": "Vorstand", "phone": _phone(random)},)
        fields["consent"] = {"on": listed, "by": person}
    if random.random() < 0.03:
        ended = _day(random, listed, TODAY)
        fields["ended"] = {"on": ended, "reason": "Der Verein hat sich aufgelöst"}
    return fields


def _address(random: Random) -> Mapping[str, Value]:
    street = f"{random.choice(words.STREETS)} {random.randint(1, 90)}"
    return {"street": street, "postal_code": "12345", "city": "Musterstadt"}


# --- Events ---------------------------------------------------------------------------------------


def _event(number: int, ids: Sequence[Code], terms: Vocabulary, random: Random) -> Entry:
    title = words.fill(random.choice(words.TITLES), random)
    repeats = random.random() < 0.1
    day = _day(random, date(2024, 1, 1), date(2027, 12, 20))
    repeat = _repeat(day, random) if repeats else {}
    hour = random.randint(9, 20)
    fields: dict[str, Value] = {
        "title": title,
        "start": Code(f"{day}T{hour:02}:00"),
        "end": Code(f"{day}T{hour + 2:02}:30"),
        **({"repeat": repeat} if repeat else {}),
        "organisers": _some(ids, 2, random),
        "format": random.choice(terms["formats"]),
        "venue": _venue(ids, random),
        "price": random.choice(("kostenlos", "5 Euro, ermäßigt 3 Euro", "Spende erbeten")),
        "languages": _some(tuple(map(Code, LANGUAGES)), 3, random),
        "audiences": _some(terms["audiences"], 2, random),
        "topics": _some(terms["topics"], 2, random),
        **({} if repeats else _once(day, ids, random)),
    }
    return Entry("events", f"{_slug(title)[:60].strip('-')}-{number}", fields, _text(random))


def _venue(ids: Sequence[Code], random: Random) -> Value:
    """A place of its own, or at an association's."""
    if random.random() < 0.4:
        return random.choice(ids)
    return {"name": random.choice(words.VENUES), **_address(random)}


def _repeat(day: date, random: Random) -> dict[str, Value]:
    """Every week, or every month on a certain weekday; `day` is the first."""
    ordinal = (day.day - 1) // 7
    if random.random() < 0.3 and ordinal < len(ORDINALS):
        on = Code(f"{ORDINALS[ordinal]} {WEEKDAYS[day.weekday()]}")
        return {"every": Code("month"), "day": on, "count": random.randint(3, 18)}
    count = random.randint(6, 40)
    repeat: dict[str, Value] = {
        "every": Code("week"),
        "weekdays": (Code(WEEKDAYS[day.weekday()]),),
        "until": day + timedelta(weeks=count - 1),
    }
    left_out, moved, cancelled = (
        day + timedelta(weeks=week) for week in random.sample(range(1, count), 3)
    )
    if random.random() < 0.5:
        repeat["except"] = (left_out,)
    if random.random() < 0.5:
        repeat["moved"] = {str(moved): Code(f"{moved + timedelta(days=1)}T18:00")}
    if random.random() < 0.5:
        repeat["cancelled"] = {str(cancelled): random.choice(words.REASONS)}
    return repeat


def _once(day: date, ids: Sequence[Code], random: Random) -> dict[str, Value]:
    """What only an event of one date has: that it is off, full, to be registered for, over."""
    fields: dict[str, Value] = {}
    dice = random.random()
    if dice < 0.04:
        status = Code("cancelled" if dice < 0.025 else "postponed")
        fields = {"status": status, "reason": random.choice(words.REASONS)}
    elif dice < 0.07:
        fields = {"status": Code("full")}
    if random.random() < 0.3:
        until = day - timedelta(days=random.randint(1, 14))
        places = random.randint(8, 120)
        fields["registration"] = {"phone": _phone(random), "until": until, "places": places}
    if day < TODAY and random.random() < 0.2:
        came = _some(ids, 4, random)
        fields["attendance"] = {"people": random.randint(5, 300), "associations": came}
    return fields


# --- Postings -------------------------------------------------------------------------------------


def _posting(number: int, ids: Sequence[Code], terms: Vocabulary, random: Random) -> Entry:
    kind = random.choice(("offer", "seek"))
    wanted = words.fill(random.choice(words.WANTED), random)
    title = f"{wanted} {'zu vergeben' if kind == 'offer' else 'gesucht'}"
    posted = _day(random, date(2025, 6, 1), TODAY - timedelta(days=2))
    expires = posted + timedelta(days=random.randint(60, 330))
    category = random.choice(terms["categories"])
    fields: dict[str, Value] = {
        "kind": Code(kind),
        "title": title,
        "association": random.choice(ids),
        "category": category,
        "posted": posted,
        "expires": expires,
        "district": random.choice(terms["districts"]),
        "languages": _some(tuple(map(Code, LANGUAGES)), 2, random),
        **_state(posted, expires, ids, random),
    }
    if category == "room":
        fields["room"] = {"seats": random.randint(10, 200), "step_free": Code("yes")}
    return Entry("board", f"{_slug(title)[:60].strip('-')}-{number}", fields, _text(random))


def _state(posted: date, expires: date, ids: Sequence[Code], random: Random) -> dict[str, Value]:
    """Six in ten are open (some of these have expired), the others placed or withdrawn."""
    status = random.choices(("open", "placed", "withdrawn"), (6, 3, 1))[0]
    if status == "open":
        return {}
    fields: dict[str, Value] = {"status": Code(status)}
    if status == "placed":
        on = _day(random, posted, min(expires, TODAY))
        fields["placed"] = {"on": on, "with": random.choice(ids)}
    return fields


# --- Values ---------------------------------------------------------------------------------------


def _text(random: Random) -> str:
    return words.text(random, random.randint(500, 1500))


def _day(random: Random, first: date, last: date) -> date:
    return first + timedelta(days=random.randint(0, (last - first).days))


def _some(choices: Sequence[Code], most: int, random: Random) -> tuple[Code, ...]:
    return tuple(random.sample(choices, min(len(choices), random.randint(1, most))))


def own_phone(number: int) -> str:
    """A phone number that no other association has, with an extension of four digits."""
    exchange, extension = divmod(number, 9000)
    return f"030 {23125 + exchange} {1000 + extension}"


def _phone(random: Random) -> str:
    return f"030 23125 {random.randint(100, 999)}"


_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e"})


def _slug(name: str) -> str:
    letters = name.lower().translate(_PLAIN)
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in letters).split())


# --- Files ----------------------------------------------------------------------------------------


def render(entry: Entry) -> str:
    """The entry as a file: fields, then text."""
    lines = (f"{key}: {_yaml(value)}" for key, value in entry.fields.items())
    return "\n".join(chain(("---",), lines, ("---", entry.text, "")))


def _yaml(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str):
        return value if isinstance(value, Code) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    return str(value)


def write(folder: Path, associations: int, events: int, postings: int) -> None:
    """Write the corpus with the vocabularies into `folder`, which must be new or empty."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} ist nicht leer")
    shutil.copytree(VOCABULARY, folder / "vocabulary")
    for name in ("associations", "events", "board"):
        (folder / name).mkdir()
    for entry in entries(associations, events, postings):
        path = folder / entry.folder / f"{entry.id}.md"
        path.write_text(render(entry), encoding="utf-8")


def translate(folder: Path, languages: Iterable[str]) -> None:
    """Let the last association say something in each language.

    Then no two languages show the same, so that each needs a plan of its own.
    """
    last = max((folder / "associations").glob("*.md"))
    for tag in languages:
        if tag != SITE_LANGUAGE:
            last.with_suffix(f".{tag}.md").write_text("---\nsummary: …\n---\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Write the corpus that the command line asks for."""
    if len(arguments) != 4 or not all(map(str.isdigit, arguments[1:])):
        raise SystemExit("python -m benchmarks.corpus FOLDER ASSOCIATIONS EVENTS POSTINGS")
    associations, events, postings = map(int, arguments[1:])
    write(Path(arguments[0]), associations, events, postings)


if __name__ == "__main__":
    main(sys.argv[1:])
