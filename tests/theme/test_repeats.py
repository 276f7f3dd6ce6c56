"""How an event repeats, in every language: `repeats/<tag>.txt` is there to be read aloud.

German stands at the left, what a page of the language says at the right. `make bless` renews it.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from plugins.catalogue.fields.days import WEEKDAYS
from plugins.catalogue.model import Repeat
from plugins.catalogue.settings import Settings
from plugins.rendering.assets import Assets
from plugins.rendering.frame import Frame
from plugins.rendering.pictures import Pictures
from plugins.rendering.site_context import SiteContext
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer
from plugins.translations.__main__ import languages
from plugins.wording.messages import read

THEME = Path(__file__).resolve().parents[2] / "theme"
GOLDEN = Path(__file__).parent / "repeats"
MONDAY = date(2026, 11, 2)
COUNTS = (2, 3, 5, 11, 21, 25)
Say = Callable[[Repeat, date], str]


def rules() -> Iterator[tuple[Repeat, date]]:
    """Every kind of rule, with the numbers that languages count differently."""
    yield Repeat(every="day"), MONDAY
    yield from ((Repeat(every="day", interval=count), MONDAY) for count in COUNTS)
    for number in range(7):
        yield Repeat(every="week"), MONDAY + timedelta(number)
    yield from ((Repeat(every="week", weekdays=(day,)), MONDAY) for day in WEEKDAYS)
    for days in (WEEKDAYS[:2], WEEKDAYS[2:4], WEEKDAYS[4:], WEEKDAYS[::3]):
        yield Repeat(every="week", weekdays=days), MONDAY
    for count in COUNTS:
        yield Repeat(every="week", interval=count), MONDAY
        yield Repeat(every="week", interval=count, weekdays=WEEKDAYS[1:4:2]), MONDAY
    for place, day in product((1, 2, 3, 4, -1), range(7)):
        yield Repeat(every="month", day=(place, day)), MONDAY
    yield Repeat(every="month"), MONDAY
    for count in COUNTS:
        yield Repeat(every="month", interval=count, day=(1, 6)), MONDAY
        yield Repeat(every="month", interval=count, day=(15, None)), MONDAY
    for month in range(1, 13):
        yield Repeat(every="year", day=(-1, 4)), date(2026, month, 1)
        yield Repeat(every="year"), date(2026, month, 9)
    for count in COUNTS:
        yield Repeat(every="year", interval=count, day=(1, 2)), date(2026, 5, 6)
        yield Repeat(every="year", interval=count), date(2026, 5, 6)
    for count in (1, *COUNTS):
        yield Repeat(every="week", count=count), MONDAY
        yield Repeat(every="week", count=count, until=date(2027, 3, 25)), MONDAY
    yield Repeat(every="week", until=date(2027, 3, 25)), MONDAY


@pytest.fixture(scope="module")
def speaking(settings: Settings) -> Callable[[str], Say]:
    """What says a rule in a language."""

    def in_language(tag: str) -> Say:
        nothing = Frame((), ()), Assets("", {}), Pictures({}, {}, ())
        messages = {tag: read(THEME, tag)}
        context = SiteContext(settings.site, {}, *nothing, language=tag, messages=messages)
        renderer = Renderer(Templates(THEME / "templates"), context)
        module = renderer.environment.get_template("components/repeat_in_words.html").module
        return lambda repeat, start: str(module.repeat_in_words(repeat, start))  # type: ignore[attr-defined]

    return in_language


@pytest.mark.golden
@pytest.mark.parametrize("tag", languages(THEME))
def test_rules(speaking: Callable[[str], Say], tag: str, bless: bool) -> None:
    german, other = speaking("de"), speaking(tag)
    said = "".join(f"{german(*rule)} | {other(*rule)}\n" for rule in rules())
    golden = GOLDEN / f"{tag}.txt"
    if bless:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def test_a_day_that_the_first_month_lacks(speaking: Callable[[str], Say]) -> None:
    """The 31st is said, whatever the month of the first date."""
    repeat = Repeat(every="year", day=(31, None))
    assert speaking("de")(repeat, date(2026, 11, 27)) == "Jedes Jahr am 31. November"
