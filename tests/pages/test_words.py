"""By which words filters find their choices: a file of the closed lists."""

import json
from collections.abc import Callable
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.pages import pages, words
from plugins.rendering.page import File, outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)


def test_the_file(catalogue: Callable[..., Catalogue], settings: Settings) -> None:
    """Each list that there is, each term with its words in every language, none twice."""
    known = catalogue({})
    found = {one.address: one for one in outputs(pages(known, TODAY))}
    file = found[Address("words_data")]
    assert isinstance(file, File)
    written = json.loads(file.write(file.view, settings.site))
    listed = {name: known.vocabularies.get(key, {}) for name, key in words.VOCABULARIES.items()}
    assert written == {
        name: {key: " ".join(dict.fromkeys(term.words)) for key, term in terms.items()}
        for name, terms in listed.items()
        if terms
    }
    assert "Musik" in written["topic"]["musik"].split()
