"""Words stand in the file in which those who ask look for them."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.search import shards
from plugins.search.meanings import key_of

LETTERS = st.characters(categories=("L", "M", "N", "P", "Z", "Cf"), max_codepoint=0x6FF)


@given(st.text(LETTERS, max_size=8))
@example("Übung")
@example("U\u0308bung")
@example("Ærø")
@example("ʼabend")
@example("\u00adim Freien")
@example("للنساء")
@example("الموسيقى")
@example("60 Plätze")
@example("« concert »")
@example("…")
@example("ʹ٪0")
@example("ـ:0")
@settings(max_examples=2000)
def test_words_are_in_the_file_of_their_key(words: str) -> None:
    key = key_of(words)
    assert shards.of_words(words) == (shards.beginning(key, 1) if key else "")
