"""When the feasts are that a city's list names, and what is said of others."""

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.feast_source import KNOWN, read
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.holidays import Feast
from plugins.catalogue.load import Loaded, load
from plugins.catalogue.model import FEASTS, VocabularyTerm
from tests import sample

TODAY = date(2026, 12, 1)


def listed(*names: str, dates: tuple[date, ...] = ()) -> Mapping[str, VocabularyTerm]:
    return {n: VocabularyTerm(label=FrozenMap((("de", n),)), dates=dates) for n in names}


def in_years(name: str, first: int, last: int, today: date = TODAY) -> list[Feast]:
    return [feast for feast in read(listed(name), today) if first <= feast.first.year <= last]


PUBLISHED = {  # as calendars of the communities print them; Jewish feasts by their first whole day
    "ramadan": "2025-03-01 2026-02-18 2027-02-08 2028-01-28",
    "ramadanfest": "2025-03-30 2026-03-20 2027-03-09 2028-02-26",
    "opferfest": "2025-06-06 2026-05-27 2027-05-16 2028-05-05",
    "aschura": "2025-07-05 2026-06-25 2027-06-15 2028-06-03",
    "mawlid": "2025-09-04 2026-08-25 2027-08-14 2028-08-03",
    "newroz": "2025-03-21 2026-03-21 2027-03-21 2028-03-21",
    "nouruz": "2025-03-21 2026-03-21 2027-03-21 2028-03-20",
    "roter_mittwoch": "2025-04-16 2026-04-15 2027-04-14 2028-04-19",
    "hidrellez": "2025-05-06 2026-05-06 2027-05-06 2028-05-06",
    "orthodoxes_osterfest": "2025-04-20 2026-04-12 2027-05-02 2028-04-16",
    "orthodoxe_weihnachten": "2025-01-07 2026-01-07 2027-01-07 2028-01-07",
    "purim": "2025-03-14 2026-03-03 2027-03-23 2028-03-12",
    "pessach": "2025-04-13 2026-04-02 2027-04-22 2028-04-11",
    "rosch_haschana": "2025-09-23 2026-09-12 2027-10-02 2028-09-21",
    "jom_kippur": "2025-10-02 2026-09-21 2027-10-11 2028-09-30",
    "sukkot": "2025-10-07 2026-09-26 2027-10-16 2028-10-05",
    "chanukka": "2025-12-15 2026-12-05 2027-12-25 2028-12-13",
    "holi": "2025-03-14 2026-03-04 2027-03-22 2028-03-11",
    "diwali": "2025-10-20 2026-11-08 2027-10-29 2028-10-17",
    "vaisakhi": "2025-04-13 2026-04-14 2027-04-14 2028-04-13",
    "vesak": "2025-05-12 2026-05-01 2027-05-20 2028-05-09",
    "chinesisches_neujahr": "2025-01-29 2026-02-17 2027-02-06 2028-01-26",
    "mondfest": "2025-10-06 2026-09-25 2027-09-15 2028-10-03",
}


@pytest.mark.parametrize("name", KNOWN)
def test_published_dates(name: str) -> None:
    starts = [feast.first.isoformat() for feast in in_years(name, 2025, 2028)]
    assert starts == PUBLISHED[name].split()


@pytest.mark.parametrize(
    ("name", "year", "days"),
    [
        ("ramadan", 2027, "2027-02-08/2027-03-08"),
        ("ramadanfest", 2027, "2027-03-09/2027-03-11"),
        ("opferfest", 2027, "2027-05-16/2027-05-19"),
        ("pessach", 2027, "2027-04-22/2027-04-29"),
        ("chanukka", 2027, "2027-12-25/2028-01-01"),  # goes on in the next year
        ("ramadan", 2030, "2030-01-05/2030-02-03 2030-12-26/2031-01-23"),  # twice in a year
        ("orthodoxes_osterfest", 2030, "2030-04-28/2030-04-28"),
        ("diwali", 1990, ""),  # the library does not know the year
    ],
)
def test_how_long(name: str, year: int, days: str) -> None:
    found = in_years(name, year, year)
    assert " ".join(f"{feast.first}/{feast.last}" for feast in found) == days


def test_boundary_years() -> None:
    """From the year in which holidays begin to the fifth after this one, and each year once."""
    years = [feast.first.year for feast in in_years("ramadanfest", 1900, 2100)]
    assert years == sorted(
        [*range(1990, 2032), 2000]  # twice in 2000
    )
    assert in_years("vesak", 2032, 2100) == []
    assert in_years("vesak", 2032, 2032, date(2027, 1, 1)) != []
    assert in_years("pessach", 2101, 2200, date(2150, 1, 1)) == []


def test_the_moon_decides_of_islamic_feasts() -> None:
    by_moon = [n for n in KNOWN if any(f.by_moon for f in in_years(n, 2027, 2027))]
    assert by_moon == ["ramadan", "ramadanfest", "opferfest", "aschura", "mawlid"]


def test_days_that_a_city_writes() -> None:
    """Days that follow each other are one feast; in their year nothing is reckoned."""
    days = (date(2027, 3, 11), date(2027, 3, 10), date(2027, 7, 1))
    found = read(listed("ramadanfest", dates=days), TODAY)
    assert [feast for feast in found if feast.first.year in (2027, 2028)] == [
        Feast(date(2027, 3, 10), date(2027, 3, 11), "ramadanfest"),
        Feast(date(2027, 7, 1), date(2027, 7, 1), "ramadanfest"),
        Feast(date(2028, 2, 26), date(2028, 2, 28), "ramadanfest", by_moon=True),
    ]
    assert read(listed("hizir", dates=days[:1]), TODAY) == (Feast(days[0], days[0], "hizir"),)


def test_the_library_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = CacheFolder(tmp_path, b"k" * 32).cache("holidays")
    first = read(listed("vesak"), TODAY, cache)
    monkeypatch.setitem(sys.modules, "holidays", None)  # to import it raises ImportError
    assert read(listed("vesak"), date(2026, 1, 1), cache) == first
    for names, day in ((("vesak", "purim"), TODAY), (("vesak",), date(2027, 1, 1))):
        with pytest.raises(ImportError):
            read(listed(*names), day, cache)
    assert read({}, TODAY, cache) == ()
    assert read(listed("vesak"), TODAY, cache) == first


@pytest.mark.parametrize(
    ("text", "found", "shown"),
    [
        ("", ["YML-EMPTY"], 0),
        ("newroz: {label: {de: Newroz}}\n", [], 42),
        ("hizir: {label: {de: Hızır}, dates: [2027-02-13, 2027-02-14]}\n", [], 1),
        ("hizir: {label: {de: Hızır}}\n", ["REF-FEAST"], 0),
        ("hizir: {label: {de: Hızır}, dates: [2027-02-30]}\n", ["DATE-IMPOSSIBLE"], 0),
        (
            "hizir: {label: {de: H}}\npesach: {label: {de: P}}\nnewroz: {label: {de: N}}\n",
            ["REF-FEAST", "REF-FEAST"],
            42,
        ),
    ],
)
def test_what_a_city_lists(
    write: Callable[[dict[str, str]], Path], text: str, found: list[str], shown: int
) -> None:
    loaded = load(write({"vocabulary/feasts.yaml": text}), today=TODAY)
    assert [one.code for one in loaded.diagnostics] == found
    assert len(loaded.catalogue.holidays.feasts) == shown


def test_a_city_without_a_list_has_no_feasts(read: Callable[[dict[str, str]], Loaded]) -> None:
    """Nor those of the usual lists, with which cities begin."""
    assert read({}).catalogue.holidays.feasts == ()
    usual = sample.CONTENT / "vocabulary"
    assert (usual / f"{FEASTS}.yaml").is_file()


@pytest.mark.sample
def test_the_sample_city() -> None:
    loaded = load(sample.CONTENT, state="DE-BW", today=TODAY)
    terms = loaded.catalogue.vocabularies[FEASTS]
    assert {len(term.label) for term in terms.values()} == {12}
    assert len(terms) == 12
    december = [f for f in loaded.catalogue.holidays.feasts if f"{f.first:%Y-%m}" == "2026-12"]
    assert december == [Feast(date(2026, 12, 5), date(2026, 12, 12), "chanukka")]
