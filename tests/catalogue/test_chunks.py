"""Some entries at a time: all of them, in their order; who comes or goes concerns those beside."""

from itertools import chain
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.chunks import SIZE, Chunk, chunks
from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue, resolve
from plugins.catalogue.model import NOWHERE, Article


def entry(key: str) -> Article:
    return Article(id=key, origin=NOWHERE, title=key)


def is_last(key: str) -> bool:
    return crc32(key.encode()) % SIZE == 0


CUTTING = [key for key in (f"a-{number}" for number in range(40 * SIZE)) if is_last(key)]
"""Ids that are the last of some; of ids as they come there would be few in a test."""

ids = st.one_of(
    st.sampled_from(CUTTING), st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
)
keys = st.lists(ids, unique=True, max_size=60)


def cut(keys: list[str]) -> list[list[str]]:
    return [[one.id for one in those] for those in chunks([entry(key) for key in keys])]


@given(keys)
def test_all_are_there_in_their_order(keys: list[str]) -> None:
    groups = cut(keys)
    assert list(chain.from_iterable(groups)) == keys
    assert [] not in groups
    ends = [group[-1] for group in groups[:-1]]
    assert ends == [key for key in keys[:-1] if is_last(key)]


@given(keys, ids, st.integers(0))
def test_one_that_comes_or_goes_changes_only_those_that_it_is_among(
    others: list[str], key: str, place: int
) -> None:
    keys = [other for other in others if other != key]
    place %= len(keys) + 1
    without, among = cut(keys), cut([*keys[:place], key, *keys[place:]])
    old = [group for group in without if group not in among]
    new = [group for group in among if group not in without]
    assert len(old) <= 1 <= len(new) <= 1 + is_last(key)
    beside = list(chain.from_iterable(old))
    assert [one for one in chain.from_iterable(new) if one != key] == beside


@given(st.permutations(CUTTING[:4] + [f"b-{number}" for number in range(8)]))
def test_in_another_order_others_stand_beside_each_other(keys: list[str]) -> None:
    """Names are sorted in each language otherwise: an end stays an end."""
    ends = {group[-1] for group in cut(keys)}
    assert {*CUTTING[:4]} <= ends and len(ends - {*CUTTING[:4]}) <= 1


@pytest.mark.parametrize(("size", "fewest", "most"), [(0, 0, 0), (1, 1, 1), (5_000, 50, 110)])
def test_of_very_many_there_are_as_many_as_wanted(size: int, fewest: int, most: int) -> None:
    groups = cut([f"verein-{number}" for number in range(size)])
    assert sum(map(len, groups)) == size
    assert fewest <= len(groups) <= most
    assert max(map(len, groups), default=0) < 10 * SIZE


def test_a_catalogue_has_some_of_each_kind() -> None:
    pages = tuple(entry(key) for key in (*CUTTING[:3], "z"))
    there = resolve(pages, {})
    assert {*there.chunks} == {*KIND_ATTRIBUTES}
    assert there.chunks["pages"] == tuple((one,) for one in there.pages)
    assert {type(those) for those in there.chunks["pages"]} == {Chunk}
    assert not any(Catalogue().chunks.values())
