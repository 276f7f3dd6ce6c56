"""Valid entries, written in every way that people write them: what `make fix` must manage.

A strategy gives the fields of an entry, and a writer that hypothesis drives writes them: keys in
any order, values plain, quoted or as blocks, lists and records in brackets or over lines, comments
and blank lines between them, blanks at the ends of lines, letters composed or not, any encoding.
"""

import random
import unicodedata
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from plugins.catalogue.model import Article, Association, Entry, Event
from plugins.intake.entry_file import YamlValue
from plugins.intake.scalars import needs_quotes, quoted

_WORDS = st.lists(
    st.sampled_from(
        [
            *"Chor Größe Müller's »Saal« no 12:30 01067 C:\\x a#b # & * - : 50% @x".split(),
            *"[x] {y} é ş".split(),
            '"so"',
            "'",
        ]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
LINES = _WORDS | st.sampled_from(["yes", "on", "~x", "0x1f", "1_000", "=", "2026-01-01", "1.50"])
BODIES = st.lists(
    st.sampled_from(
        ["Wir singen.", "wir tanzen", "", "- eins", "    Noten", "# Titel", "> Zitat", "---"]
    ),
    max_size=6,
).map(lambda lines: "\n".join(lines).strip())
_PHONES = st.sampled_from(
    ["030 23125 100", "030/23125-101", "+49 30 23125102", "(030) 23125 103", "115"]
)
_DAYS = st.dates().filter(lambda day: 1990 < day.year < 2100).map(str)
_ACCESS = st.sampled_from(["yes", "limited", "no"])
_CONTACT = st.fixed_dictionaries(
    {"name": LINES},
    optional={"role": LINES, "phone": _PHONES, "languages": st.sampled_from(["de", ["de", "no"]])},
)
ASSOCIATIONS = st.fixed_dictionaries(
    {"name": LINES, "topics": st.just(["musik"]), "listed": _DAYS},
    optional={
        "summary": LINES,
        "languages": st.lists(st.sampled_from(["de", "no", "uk", "tr"]), min_size=1, unique=True),
        "founded": st.sampled_from(["1999", "1999-05"]),
        "members": st.sampled_from(["0", "64"]),
        "phone": _PHONES,
        "social": st.dictionaries(LINES, LINES, min_size=1, max_size=3),
        "contacts": st.lists(_CONTACT, min_size=1, max_size=3),
        "address": st.fixed_dictionaries(
            {"postal_code": st.sampled_from(["01067", "12345"])},
            optional={"street": LINES, "city": LINES, "note": LINES},
        ),
        "location": st.just({"latitude": "52.50", "longitude": "-13.4"}),
        "accessibility": st.fixed_dictionaries({"wheelchair": _ACCESS}, optional={"note": LINES}),
        "checked": st.one_of(_DAYS, st.fixed_dictionaries({"on": _DAYS, "by": LINES})),
    },
)
EVENTS = st.fixed_dictionaries(
    {
        "title": LINES,
        "start": st.just("2027-03-01T19:30"),
        "organisers": st.sampled_from(["office", ["office"]]),
    },
    optional={
        "repeat": st.fixed_dictionaries(
            {"every": st.just("week")},
            optional={
                "cancelled": st.dictionaries(_DAYS, LINES, min_size=1, max_size=2),
                "except": st.lists(_DAYS, min_size=1, max_size=2, unique=True),
                "interval": st.just("2"),
            },
        ),
        "price": LINES,
        "registration": st.fixed_dictionaries({"phone": _PHONES}, optional={"until": _DAYS}),
    },
)
ARTICLES = st.fixed_dictionaries({"title": LINES}, optional={"menu": st.just("no")})
ENTRIES: st.SearchStrategy[tuple[type[Entry], Mapping[str, YamlValue]]] = st.one_of(
    st.tuples(st.just(Association), ASSOCIATIONS),
    st.tuples(st.just(Event), EVENTS),
    st.tuples(st.just(Article), ARTICLES),
)


class Ugly:
    """Writes fields in a way that chance chooses; `comments` are those that it has written.

    `text` is the file without the faults of its bytes.
    """

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.comments: list[str] = []
        self.text = ""
        self.written = 0

    def markdown(self, fields: Mapping[str, YamlValue], body: str) -> bytes:
        """A file with front matter."""
        lines = ["---", *self._above(0), *self._record(fields, 0, shuffle=True), "---"]
        lines += [""] * self.chance.randrange(3) + body.split("\n")
        return self._bytes([line + self._trailing(line) for line in lines])

    def yaml(self, fields: Mapping[str, YamlValue], body: str) -> bytes:
        """A file that is YAML throughout."""
        fields = {**fields, "text": body} if body else fields
        lines = [*self._above(0), *self._record(fields, 0, shuffle=True)]
        return self._bytes(lines)

    def _bytes(self, lines: list[str]) -> bytes:
        end = self.chance.choice(["\n", "\r\n", "\r"])
        self.text = "\n".join([*lines, *[""] * self.chance.randrange(3)])
        text = self.text.replace("\n", end)
        encoding = self.chance.choice(["utf-8", "utf-8", "utf-8-sig", "utf-16"])
        is_composed = self.chance.random() < 0.5
        return unicodedata.normalize("NFC" if is_composed else "NFD", text).encode(encoding)

    def _trailing(self, line: str) -> str:
        is_prose = line.strip() and not line.startswith(("---", "- "))
        return self.chance.choice(["", "", " ", "  " if is_prose else ""])

    def _record(self, fields: Mapping[str, YamlValue], indent: int, *, shuffle: bool) -> list[str]:
        keys = list(fields)
        if shuffle:
            self.chance.shuffle(keys)
        lines: list[str] = []
        for key in keys:
            lines += self._above(indent)
            name = key if shuffle else self._word(key, ":")
            lines += self._pair(" " * indent + name, fields[key], indent, key)
        return lines

    def _pair(self, start: str, value: YamlValue, indent: int, key: str) -> list[str]:
        if isinstance(value, str):
            return self._scalar(start + ":", value, indent)
        if self.chance.random() < 0.3:
            return [f"{start}: {self._flow(value, key)}{self._behind()}"]
        return [f"{start}:{self._behind()}", *self._below(value, indent, key)]

    def _below(self, value: YamlValue, indent: int, key: str) -> list[str]:
        if isinstance(value, Mapping):
            deeper = indent + self.chance.choice([1, 2, 4])
            return self._record(value, deeper, shuffle=key not in EDITORS)
        deeper = indent + self.chance.choice([0, 2])
        lines: list[str] = []
        for item in value:
            lines += self._item(item, deeper)
        return lines

    def _item(self, item: YamlValue, indent: int) -> list[str]:
        if isinstance(item, str):
            return self._scalar(" " * indent + "-", item, indent)
        if not isinstance(item, Mapping) or self.chance.random() < 0.3:
            return [f"{' ' * indent}- {self._flow(item, '')}"]
        inner = self._record(item, indent + 2, shuffle=True)
        while inner[0].strip().startswith("#") or not inner[0].strip():
            if inner[0].strip():
                self.comments.remove(inner[0].strip())
            inner = inner[1:]
        return [" " * indent + "- " + inner[0].lstrip(), *inner[1:]]

    def _scalar(self, start: str, text: str, indent: int) -> list[str]:
        if "\n" in text or (self.chance.random() < 0.1 and not start.endswith("-")):
            style = "|" if "\n" in text else self.chance.choice("|>")
            margin = " " * (indent + self.chance.choice([2, 3]))
            body = [
                margin + line + self._trailing("---") if line else "" for line in text.split("\n")
            ]
            return [f"{start} {style}", *body]
        return [f"{start} {self._word(text, '')}{self._behind()}"]

    def _word(self, text: str, inside: str) -> str:
        options = [quoted(text), '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"']
        options.append("'" + text.replace("'", "''") + "'")
        if not needs_quotes(text) or text in ("no", "yes", "on", "01067", "1_000", "0x1f", "1.50"):
            options += [text] * 3 if not set(inside) & set(text) else []
        return self.chance.choice(options)

    def _flow(self, value: YamlValue, key: str) -> str:
        if isinstance(value, str):
            return self._word(value, ",[]{}:#")
        if isinstance(value, Mapping):
            keys = list(value)
            if key not in EDITORS:
                self.chance.shuffle(keys)
            names = {k: self._word(k, ",[]{}:#") if key in EDITORS else k for k in keys}
            return "{" + ", ".join(f"{names[k]}: {self._flow(value[k], k)}" for k in keys) + "}"
        assert isinstance(value, Sequence)
        return "[" + " , ".join(self._flow(item, "") for item in value) + "]"

    def _above(self, indent: int) -> list[str]:
        lines = [" " * self.chance.choice([0, 3])] * self.chance.choice([0, 0, 1])
        if self.chance.random() < 0.3:
            lines.append(" " * indent + self._comment())
        return lines

    def _behind(self) -> str:
        if self.chance.random() < 0.2:
            return " " + self._comment()
        return self.chance.choice(["", "", "  "])

    def _comment(self) -> str:
        self.written += 1
        self.comments.append(f"# Notiz {self.written}: so")
        return self.comments[-1]


EDITORS = ("social", "cancelled")
"""Where the keys are the editors' own and their order counts."""
