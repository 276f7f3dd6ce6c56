"""What an entry says in other languages, and whether it still says what the original does."""

from collections.abc import Callable

from plugins.catalogue.digest import digest
from plugins.catalogue.link import Catalogue
from plugins.rendering.translated import Translated, translations

CHOIR = "name: Chor\nsummary: Wir singen\ntopics: [musik]\nlisted: 2020-01-01\n"


def test_in_the_order_of_the_fields(catalogue: Callable[..., Catalogue]) -> None:
    original = catalogue({"associations/chor.yaml": CHOIR}).associations[0]
    assert translations(original) == ()
    turkish = f"source: {digest(original)}\nsummary: Şarkı\nname: Koro\nshort_name: K\ntext: Hoş\n"
    linked = catalogue({"associations/chor.yaml": CHOIR, "associations/chor.tr.yaml": turkish})
    assert translations(linked.associations[0]) == (
        Translated("tr", "Koro", ("K", "Şarkı"), "Hoş", outdated=False),
    )


def test_outdated(catalogue: Callable[..., Catalogue]) -> None:
    files = {
        "associations/chor.yaml": CHOIR,
        "associations/chor.en.yaml": "text: Hello\n",
        "associations/chor.tr.yaml": "source: 000000000000\nsummary: Şarkı\n",
    }
    found = translations(catalogue(files).associations[0])
    assert [(one.language, one.title, one.outdated) for one in found] == [
        ("en", "", False),
        ("tr", "", True),
    ]
