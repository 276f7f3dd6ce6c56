"""Which associations are similar: by what they do, never by what they are called."""

import random
from dataclasses import replace
from datetime import date

from plugins.catalogue.model import NOWHERE, Association
from plugins.directory.similar import CANDIDATES, MOST, Similar


def association(number: int, topics: str, languages: str = "de", district: str = "") -> Association:
    return Association(
        id=f"v{number:03}",
        origin=NOWHERE,
        name=f"Verein {number}",
        topics=tuple(topics.split()),
        languages=tuple(languages.split()),
        district=district,
        listed=date(2024, 1, 1),
    )


def some(number: int, chance: random.Random) -> Association:
    topics = " ".join(chance.sample(("musik", "sport", "kultur", "bildung"), chance.randint(1, 3)))
    languages = " ".join(("de", *chance.sample(("ar", "uk", "tr"), chance.randint(0, 2))))
    return association(number, topics, languages, chance.choice(("", "nord", "hafen")))


def nearness(one: Association, other: Association) -> int:
    common = {*one.topics} & {*other.topics}
    language = {*one.languages} & {*other.languages} - {"de"}
    return 4 * len(common) + 2 * bool(language) + (one.district == other.district != "")


def test_the_nearest_of_all_where_all_are_looked_at() -> None:
    everyone = [some(number, random.Random(number)) for number in range(CANDIDATES)]
    similar = Similar(reversed(everyone))
    for one in everyone:
        others = [o for o in everyone if o is not one and {*o.topics} & {*one.topics}]
        expected = sorted(others, key=lambda other: (-nearness(one, other), other.id))
        assert similar.to(one) == [other.id for other in expected[:MOST]]


def test_of_many_those_that_follow_are_looked_at_from_the_start_again_after_the_last() -> None:
    everyone = [association(number, "musik") for number in range(2 * CANDIDATES)]
    similar = Similar(everyone)
    assert similar.to(everyone[0]) == ["v001", "v002", "v003", "v004"]
    assert similar.to(everyone[-1]) == ["v000", "v001", "v002", "v003"]
    assert similar.to(everyone[CANDIDATES // 2]) == ["v031", "v032", "v033", "v034"]
    assert similar.to(association(999, "musik")) == ["v000", "v001", "v002", "v003"]
    assert similar.to(association(0, "sport")) == []


def test_a_new_name_changes_nobody() -> None:
    everyone = [some(number, random.Random(number)) for number in range(3 * CANDIDATES)]
    renamed = [replace(one, name=f"Anders {-number}") for number, one in enumerate(everyone)]
    before, after = Similar(everyone), Similar(renamed)
    assert [before.to(one) for one in everyone] == [after.to(one) for one in renamed]
