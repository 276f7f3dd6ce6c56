"""What `make check` says about translations: one line for each language, in German or English."""

from collections.abc import Callable

from plugins.catalogue.link import Catalogue
from plugins.validation.coverage import lines

FILES = {
    "associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n",
    "associations/chor.tr.yaml": "name: Koro\nsource: '000000000000'\n",
    "associations/chor.en.yaml": "name: Choir\n",
}


def test_lines(catalogue: Callable[..., Catalogue]) -> None:
    tags = ("de", "tr", "en", "el", "ku")
    assert list(lines(catalogue(FILES), tags, "de")) == [
        "Türkisch: 1 von 1 übersetzt, 1 veraltet",
        "Englisch: 1 von 1 übersetzt",
        "Griechisch: 0 von 1 übersetzt",
        "Kurdisch: 0 von 1 übersetzt",
    ]
    assert list(lines(catalogue(FILES), tags[:2], "en")) == [
        "Turkish: 1 of 1 translated, 1 outdated"
    ]


def test_one_language_needs_no_line(catalogue: Callable[..., Catalogue]) -> None:
    assert list(lines(catalogue(FILES), ("de",), "de")) == []
