"""The generated pages of docs/ are current."""

import pytest

from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import KINDS
from plugins.validation.docs import DOCS, pages
from tests.casebook import CODES

PAGES = pages()


@pytest.mark.golden
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_current(name: str, bless: bool) -> None:
    if bless:
        (DOCS / name).write_text(PAGES[name], encoding="utf-8", newline="\n")
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]


def test_everything_is_in_it() -> None:
    assert [code for code in CODES if f"## {code}\n" not in PAGES["codes.md"]] == []
    fields = {key for kind in KINDS for key in fields_of(kind)}
    assert [key for key in sorted(fields) if f"`{key}`" not in PAGES["fields.md"]] == []
