import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.sheet import joined

items = st.lists(st.text('ab ";,\n=ä').map(str.strip).filter(bool), max_size=5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        (" ; ;; ", ()),
        ("de", ("de",)),
        ("de; tr;uk ;", ("de", "tr", "uk")),
        ("de\ntr", ("de", "tr")),
        ('"a; b"; c', ("a; b", "c")),
        ('"a ""b"" c"', ('a "b" c',)),
        ('"Chor" und Tanz; b', ('"Chor" und Tanz', "b")),
        ('"nie geschlossen; b', ('"nie geschlossen', "b")),
    ],
)
def test_split(text: str, found: tuple[str, ...]) -> None:
    assert joined.split(text) == found


def test_another_list_has_other_separators() -> None:
    assert joined.split("a/b, c;d", joined.SEPARATORS + ",/") == ("a", "b", "c", "d")


@given(items)
def test_split_is_the_opposite_of_join(found: list[str]) -> None:
    assert joined.split(joined.join(found)) == tuple(found)


@pytest.mark.parametrize(
    ("item", "pair"),
    [("a=b", ("a", "b")), ("a = b=c", ("a", "b=c")), ("a", ("a", "")), ("", ("", ""))],
)
def test_parted(item: str, pair: tuple[str, str]) -> None:
    assert joined.parted(item) == pair
