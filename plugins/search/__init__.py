"""PLAN: one search over everything: the index of all entries, and the page that asks it.

folding.py        one spelling for what people type in many ways
compounds.py      the words inside German words (compounds.txt)
unimportant.py    words that a question can do without
meanings.py       what words mean in any language: closed lists, languages, countries
document.py       what an entry is found by, and how strongly
calendar_pages.py the calendar's own pages, by a question for nothing else
shards.py         which file of the index holds what
index.py write.py the files, planned in pieces, and their bytes
page.py           the page /suche/
query.py          the answer to a question, as theme/static/js/search.js gives it
"""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.rendering import register
from plugins.rendering.page import Part
from plugins.search import index, page

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """The page of the search, and the files that it asks."""
    yield from page.parts(catalogue, today)
    yield from index.parts(catalogue, today)
