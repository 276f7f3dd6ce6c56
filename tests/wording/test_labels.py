"""Terms of the closed lists, in a language that they have a label in, and in others."""

import pytest

from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.model import VocabularyTerm
from plugins.wording.labels import Labels
from plugins.wording.language import Language

TOPICS = {
    "musik": VocabularyTerm(label=FrozenMap((("de", "Musik"), ("tr", "Müzik")))),
    "dialekt": VocabularyTerm(label=FrozenMap((("de", "Platt & mehr"),))),
    "fremd": VocabularyTerm(label=FrozenMap((("ar", "موسيقى"),))),
}


@pytest.mark.parametrize(
    ("language", "term", "expected"),
    [
        ("de", "musik", "Musik"),
        ("tr", "musik", "Müzik"),
        ("ar", "musik", '<bdi lang="de" dir="ltr">Musik</bdi>'),
        ("ar", "dialekt", '<bdi lang="de" dir="ltr">Platt &amp; mehr</bdi>'),
        ("de-simple", "dialekt", "Platt & mehr"),
        ("tr", "fremd", '<bdi lang="ar" dir="rtl">موسيقى</bdi>'),
        ("tr", "unbekannt", "unbekannt"),
    ],
)
def test_label(language: str, term: str, expected: str) -> None:
    assert Labels({"topics": TOPICS}, Language(language)).label("topics", term) == expected
