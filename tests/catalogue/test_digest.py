from dataclasses import replace
from datetime import date

import pytest

from plugins.catalogue.digest import digest
from plugins.catalogue.model import NOWHERE, Association, Entry

CHOIR = Association(
    id="chor",
    origin=NOWHERE,
    name="Männerchor",
    topics=("musik",),
    listed=date(2026, 1, 1),
    text="Wir singen.\n\nImmer.",
)


def test_the_digest_never_changes_by_itself() -> None:
    assert digest(CHOIR) == "43006d2deb8d"


@pytest.mark.parametrize(
    "same",
    [
        replace(CHOIR, id="kor"),
        replace(CHOIR, topics=("sport",)),
        replace(CHOIR, members=40),
        replace(CHOIR, name="Ma\u0308nnerchor"),
        replace(CHOIR, text="Wir singen.  \r\n\r\nImmer.\n"),
    ],
)
def test_what_needs_no_translation_does_not_count(same: Entry) -> None:
    assert digest(same) == digest(CHOIR)


@pytest.mark.parametrize(
    "other",
    [
        replace(CHOIR, name="Männerchöre"),
        replace(CHOIR, summary="x"),
        replace(CHOIR, short_name="x"),
        replace(CHOIR, text="Wir singen. Immer."),
        replace(CHOIR, text=""),
    ],
)
def test_what_is_translated_counts(other: Entry) -> None:
    assert digest(other) != digest(CHOIR)
