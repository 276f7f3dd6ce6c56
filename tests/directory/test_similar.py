"""Which associations are similar: by what they do, never by what they are called."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import NOWHERE, Association, Ended
from plugins.directory import similar
from plugins.directory.similar import CANDIDATES, MOST, Ids, Traits, traits

TODAY = date(2026, 11, 22)


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


def nearest(everyone: Iterable[Association]) -> Mapping[str, Ids]:
    return similar.nearest((tuple(traits(Catalogue(), one, TODAY) for one in everyone),))


def nearness(one: Association, other: Association) -> int:
    common = {*one.topics} & {*other.topics}
    language = {*one.languages} & {*other.languages} - {"de"}
    return 4 * len(common) + 2 * bool(language) + (one.district == other.district != "")


def test_the_nearest_of_all_where_all_are_looked_at() -> None:
    everyone = [some(number, random.Random(number)) for number in range(CANDIDATES)]
    found = nearest(reversed(everyone))
    for one in everyone:
        others = [o for o in everyone if o is not one and {*o.topics} & {*one.topics}]
        expected = sorted(others, key=lambda other: (-nearness(one, other), other.id))
        assert found[one.id] == tuple(other.id for other in expected[:MOST])


def test_of_many_those_that_follow_are_looked_at_from_the_start_again_after_the_last() -> None:
    everyone = [association(number, "musik") for number in range(2 * CANDIDATES)]
    ended = replace(association(999, "musik"), ended=Ended(on=date(2025, 1, 1)))
    found = nearest([*everyone, ended, association(800, "sport")])
    assert found["v000"] == ("v001", "v002", "v003", "v004")
    assert found[everyone[-1].id] == ("v000", "v001", "v002", "v003")
    assert found[everyone[CANDIDATES // 2].id] == ("v031", "v032", "v033", "v034")
    assert found["v800"] == ()
    # It is like nobody, and yet its page says who was like it.
    assert found["v999"] == ("v000", "v001", "v002", "v003")
    assert not any("v999" in ids for ids in found.values())


def test_what_is_compared_are_neither_names_nor_texts() -> None:
    one = association(1, "musik sport", "de uk", "nord")
    same = replace(
        one, name="Anders", summary="Neu", text="Neu", members=7, listed=date(2020, 1, 1)
    )
    assert traits(Catalogue(), one, TODAY) == traits(Catalogue(), same, TODAY)
    assert traits(Catalogue(), one, TODAY) == Traits(
        "v001", ("musik", "sport"), ("uk",), "nord", True
    )
    assert not traits(Catalogue(), one, date(2023, 12, 31)).is_active


def test_those_of_some() -> None:
    found = {"a": ("b", "c"), "b": ("a",), "c": ()}
    assert similar.to(found, ("c", "a")) == ((), ("b", "c"))
