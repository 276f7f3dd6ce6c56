"""The corpus for the peer that does the same work as our site: Hugo, with our pages.

    python -m benchmarks.equal_content FOLDER ASSOCIATIONS EVENTS POSTINGS [WHOLE PAGE GRID]

FOLDER is a copy of `peers/hugo-equal`; it gets `content/`, `data/` and `static/`. Every entry has
the fields of its file. Beside them stands what Hugo's templates cannot work out, so that here ours
does more work than the peer:

- the dates of an event, the months and past years that they lie in, its rule as calendars read it
- where a name stands in the alphabet of DIN 5007, and under which letter
- whether an association is active, for then alone the facets list it
- which lists are divided (decisions/0022), and on which of their pages an entry stands
- under which choices of the calendar an event to come stands, and which weeks have a page

WHOLE, PAGE and GRID are the bounds of `plugins.rendering.divided`, where they are to be others.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

from benchmarks import corpus
from benchmarks.corpus import TODAY
from benchmarks.division import BOUNDS, Bounds, Division, division, facets
from plugins.calendar import week
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.model import Association, Entry, Event, Posting, Vocabularies
from plugins.catalogue.occurrences import Occurrence, changed
from plugins.catalogue.public import contacts_of, public_fields
from plugins.catalogue.text import letter, sort_key
from plugins.catalogue.versions import VERSION
from plugins.feeds.recurrence import lines, recurrence
from plugins.feeds.view import COLOURS
from plugins.rendering.assets import collect
from plugins.rendering.cards import event_cards
from plugins.rendering.divided import NEAR
from plugins.rendering.event_dates import dates_of_event
from plugins.rendering.icons import FILE, drawings
from plugins.wording.language_names import language_name, own_name
from plugins.wording.locales import direction

ROOT = Path(__file__).resolve().parents[1]
THEME = ROOT / "theme"
HUES = 8

Fields = Mapping[str, object]


def write(
    folder: Path, associations: int, events: int, postings: int, bounds: Bounds = BOUNDS
) -> None:
    """Write what the site in `folder` is made of."""
    with tempfile.TemporaryDirectory() as work:
        corpus.write(Path(work) / "content", associations, events, postings)
        catalogue = load(Path(work) / "content").catalogue
    places, divided = alphabet(catalogue), division(catalogue, bounds)
    for entry in catalogue.entries:
        path = folder / "content" / entry.folder / f"{entry.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(entry, catalogue, places, divided), encoding="utf-8")
    for year in divided.feeds:
        path = folder / "content" / "years" / year / "_index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            _front_matter({"title": year, "outputs": ["html", "calendar"]}), encoding="utf-8"
        )
    for name, fields in weeks(catalogue):
        path = folder / "content" / "weeks" / name / "_index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_front_matter(fields), encoding="utf-8")
    assets = collect(THEME / "static")
    for name, data in assets.files.items():
        path = folder / assets.path(name).replace("/", "static/", 1)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    known = {
        "site": {
            "today": TODAY.isoformat(),
            "assets": assets.folder,
            **asdict(bounds),
            "near": NEAR,
            "version": VERSION,
        },
        "icons": icons(),
        "terms": {**terms(catalogue.vocabularies), "languages": spoken()},
    }
    (folder / "data").mkdir(exist_ok=True)
    for name, value in known.items():
        text = json.dumps(value, ensure_ascii=False)
        (folder / "data" / f"{name}.json").write_text(text, encoding="utf-8")


# --- Entries --------------------------------------------------------------------------------------


def alphabet(catalogue: Catalogue) -> Mapping[str, int]:
    """The place of each association among all, by its id."""
    ordered = sorted(catalogue.associations, key=lambda entry: sort_key(entry.name))
    return {entry.id: place for place, entry in enumerate(ordered, start=1)}


def page(entry: Entry, catalogue: Catalogue, places: Mapping[str, int], divided: Division) -> str:
    """The file of an entry: front matter in YAML, then its text."""
    said = dict(public_fields(entry, contacts_of(entry, TODAY)))
    text = said.pop("text", "")
    title = said.pop("title", None) or said.pop("name")
    fields = {"title": title, **_beside(entry, catalogue, places, divided, said)}
    return f"{_front_matter(fields)}{text}\n"


def _front_matter(fields: Fields) -> str:
    shown = (
        f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}"
        for key, value in fields.items()
    )
    return "---\n" + "\n".join(shown) + "\n---\n"


def _beside(
    entry: Entry,
    catalogue: Catalogue,
    places: Mapping[str, int],
    divided: Division,
    said: Fields,
) -> Fields:
    """What the front matter says besides the title."""
    if isinstance(entry, Association):
        fields = _association(entry, catalogue, said)
        return {"weight": places[entry.id], **fields, **divided.of_association(entry)}
    if isinstance(entry, Event):
        return {**_event(entry, divided, said), **divided.choices(catalogue, entry)}
    assert isinstance(entry, Posting)
    return {"date": said["posted"], **divided.of_posting(entry), "params": {"entry": said}}


def _association(entry: Association, catalogue: Catalogue, said: Fields) -> Fields:
    consent = entry.public_consent(TODAY)
    params = {
        "entry": said,
        "active": entry.is_active(TODAY),
        "letter": letter(entry.name),
        "consent": consent.on if consent else "",
        "confirmed": entry.last_confirmed.isoformat(),
    }
    terms: dict[str, list[str]] = {}
    for facet, value in facets(entry) if entry.is_active(TODAY) else ():
        terms.setdefault(facet, []).append(value)
    outputs = {} if catalogue.events_of(entry.id) else {"outputs": ["html", "card", "data"]}
    return {"date": said["listed"], **outputs, **terms, "params": params}


def _event(entry: Event, divided: Division, said: Fields) -> Fields:
    dates = dates_of_event(entry, TODAY)
    special, gone = changed(entry)
    params = {
        "entry": said,
        "dates": [_date(found) for found in dates],
        "rule": list(lines(entry, recurrence(entry, gone), "Europe/Berlin")),
        "special": [_date(found) for found in special],
    }
    months = sorted({found.day.isoformat()[:7] for found in dates})
    years = sorted({found.day.isoformat()[:4] for found in dates if found.last_day < TODAY})
    start = dates[0].day.isoformat()
    terms = {"months": months, "years": years, **divided.of_event(dates)}
    return {"date": start, **terms, "params": params}


def weeks(catalogue: Catalogue) -> Iterator[tuple[str, Fields]]:
    """The weeks that have a page, and the weekend, by their names; what they show Hugo finds."""
    cards = (
        card
        for event in catalogue.events
        for card in event_cards(catalogue, event, dates_of_event(event, TODAY))
    )
    links = week.links(cards, TODAY)
    for link in links:
        name, following = f"Woche {link.number}", f"/termine/{link.following.id}/"
        shown = {"number": link.number, "following": following}
        yield link.address.id, _days(name, link.address.id, link.first, link.last, shown)
    saturday = week.weekend_of(TODAY)
    shown = {"week": f"/termine/{links[0].address.id}/"}
    name, sunday = "Wochenende", saturday + timedelta(days=1)
    yield "weekend", _days(name, "wochenende", saturday, sunday, shown)


def _days(name: str, folder: str, first: date, last: date, shown: Fields) -> Fields:
    """A page of the days from the first to the last."""
    days = {"first": first.isoformat(), "last": last.isoformat()}
    params = {"name": name, **days, **shown, "under": "events"}
    return {"title": f"Termine: {name}", "url": f"/termine/{folder}/", "params": params}


def _date(found: Occurrence) -> Fields:
    """One date; what is as usual is left out."""
    said = {
        "start": found.start.isoformat(timespec="minutes"),
        "end": found.end.isoformat(timespec="minutes"),
        "status": "" if found.status == "scheduled" else found.status,
        "reason": found.reason,
        "from": str(found.moved_from.isoformat())[:16] if found.moved_from else "",
    }
    return {key: value for key, value in said.items() if value}


# --- What templates look up -----------------------------------------------------------------------


def terms(vocabularies: Vocabularies) -> Mapping[str, object]:
    """The closed lists, each in its order and by the ids of its terms."""
    found = {}
    for name, known in vocabularies.items():
        entries = [
            {
                "id": key,
                "label": term.label_in(SITE_LANGUAGE),
                "icon": term.icon,
                "hue": str(place % HUES + 1) if name == "topics" else "",
                "colour": COLOURS[place % HUES] if name == "topics" else "",
                "words": " ".join(dict.fromkeys(term.words)),
                "synonyms": list(term.synonyms.get(SITE_LANGUAGE, ())),
            }
            for place, (key, term) in enumerate(known.items())
        ]
        found[name] = _both(entries)
    return found


def spoken() -> Mapping[str, object]:
    """The languages of the corpus as a list like the others."""
    entries = [
        {
            "id": tag,
            "label": language_name(tag, SITE_LANGUAGE),
            "own": own_name(tag),
            "direction": direction(tag),
            "words": f"{own_name(tag)} {language_name(tag, 'en')}",
        }
        for tag in corpus.LANGUAGES
    ]
    return _both(entries)


def _both(entries: Sequence[Mapping[str, object]]) -> Mapping[str, object]:
    return {"list": entries, "of": {str(entry["id"]): entry for entry in entries}}


def icons() -> Mapping[str, str]:
    """The theme's pictograms as they stand in a page, by their names."""
    svg = (THEME / "static" / FILE).read_text(encoding="utf-8")
    return {name: f'<i class="icon" data-icon="{name}"></i>' for name in drawings(svg)}


def main(arguments: Sequence[str]) -> None:
    """Write what the command line asks for."""
    if len(arguments) not in (4, 7):
        raise SystemExit("python -m benchmarks.equal_content FOLDER A E P [WHOLE PAGE GRID]")
    associations, events, postings, *bounds = map(int, arguments[1:])
    write(Path(arguments[0]), associations, events, postings, Bounds(*bounds))


if __name__ == "__main__":
    main(sys.argv[1:])
