"""The corpus in the form in which each peer reads it.

    python -m benchmarks.peer_content PEER FOLDER ASSOCIATIONS EVENTS POSTINGS

Every peer gets the same titles, the same five facts and the same text of every entry; a recurring
event stands in the month in which it begins.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks import corpus
from benchmarks.corpus import Entry

FACTS = ("topics", "languages", "district", "organisers", "format")


def day(entry: Entry) -> str:
    """The day by which the entry is sorted."""
    fields = entry.fields
    return str(fields.get("start") or fields.get("posted") or fields["listed"])[:10]


def month(entry: Entry) -> str:
    """The month of an event; nothing for other kinds."""
    return day(entry)[:7] if entry.folder == "events" else ""


def letter(entry: Entry) -> str:
    """Where an association stands in the index from A to Z; nothing for other kinds."""
    return entry.title[0].upper() if entry.folder == "associations" else ""


def facts(entry: Entry) -> dict[str, str]:
    """What the page shows beside the text; a fact that the entry has not is a dash."""
    found = {}
    for name in FACTS:
        value = entry.fields.get(name, "–")
        found[name] = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return found


def pelican(entry: Entry) -> str:
    """Metadata as Python-Markdown reads it; the month is the tag."""
    fields = {
        "Title": entry.title,
        "Date": day(entry),
        "Category": entry.folder,
        "Slug": entry.id,
        **({"Tags": month(entry)} if month(entry) else {}),
        **({"Letter": letter(entry)} if letter(entry) else {}),
        **{name.capitalize(): value for name, value in facts(entry).items()},
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + f"\n{entry.text}\n"


def hugo(entry: Entry) -> str:
    """Front matter in YAML; the month is a taxonomy, the facts are parameters."""
    return _front_matter(
        {
            "title": entry.title,
            "date": day(entry),
            **({"months": [month(entry)]} if month(entry) else {}),
            "params": {"letter": letter(entry), **facts(entry)},
        },
        entry.text,
    )


def eleventy(entry: Entry) -> str:
    """Front matter in YAML; layout and kind are said once for each folder."""
    own = {"title": entry.title, "date": day(entry), "month": month(entry)}
    return _front_matter({**own, "letter": letter(entry), **facts(entry)}, entry.text)


def _front_matter(fields: Mapping[str, object], text: str) -> str:
    lines = (f"{key}: {_inline(value)}" for key, value in fields.items())
    return "---\n" + "\n".join(lines) + f"\n---\n{text}\n"


def _inline(value: object) -> str:
    """JSON is YAML; a day stands without quotation marks, so that it is one."""
    text = str(value)
    if isinstance(value, str) and len(text) == 10 and text[4::3] == "--":
        return text
    return json.dumps(value, ensure_ascii=False)


FORMS: Mapping[str, Callable[[Entry], str]] = {
    "pelican": pelican,
    "hugo": hugo,
    "eleventy": eleventy,
}


def write(peer: str, folder: Path, associations: int, events: int, postings: int) -> None:
    """Write the corpus for one peer into `folder`."""
    for name in ("associations", "events", "board"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for entry in corpus.entries(associations, events, postings):
        path = folder / entry.folder / f"{entry.id}.md"
        path.write_text(FORMS[peer](entry), encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Write what the command line asks for."""
    if len(arguments) != 5 or arguments[0] not in FORMS:
        raise SystemExit(f"python -m benchmarks.peer_content {'|'.join(FORMS)} FOLDER A E P")
    associations, events, postings = map(int, arguments[2:])
    write(arguments[0], Path(arguments[1]), associations, events, postings)


if __name__ == "__main__":
    main(sys.argv[1:])
