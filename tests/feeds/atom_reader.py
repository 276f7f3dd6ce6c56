"""Atom, read by the library's own parser and held against what RFC 4287 wants."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NAMESPACE = "{http://www.w3.org/2005/Atom}"
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
_ONCE = ("id", "title", "updated")
_ALLOWED = {"id", "title", "updated", "link", "author", "published", "category", "summary"}


@dataclass(frozen=True)
class AtomFeed:
    """The texts of a feed and of its entries, by the names of their elements."""

    head: dict[str, str]
    entries: list[dict[str, str]]


def read(data: bytes) -> AtomFeed:
    """A feed, valid as sections 4.1.1 and 4.1.2 say."""
    root = ElementTree.fromstring(data)
    assert root.tag == f"{NAMESPACE}feed"
    entries = root.findall(f"{NAMESPACE}entry")
    for one in (root, *entries):
        _is_valid(one)
    relations = [link.get("rel") for link in root.findall(f"{NAMESPACE}link")]
    assert relations == ["self", "alternate", "license"]
    ids = [str(one.findtext(f"{NAMESPACE}id")) for one in entries]
    assert len({*ids}) == len(ids)
    return AtomFeed(_texts(root), [_texts(one) for one in entries])


def _is_valid(one: Element) -> None:
    names = [child.tag.removeprefix(NAMESPACE) for child in one]
    assert {*names} <= _ALLOWED | {"entry"}
    assert [names.count(name) for name in _ONCE] == [1, 1, 1]
    assert "author" in names
    for name in ("updated", "published"):
        text = one.findtext(NAMESPACE + name)
        assert text is None or _DATE.fullmatch(text)
    assert str(one.findtext(f"{NAMESPACE}id")).startswith("https://")
    for author in one.findall(f"{NAMESPACE}author"):
        assert author.findtext(f"{NAMESPACE}name")


def _texts(one: Element) -> dict[str, str]:
    return {child.tag.removeprefix(NAMESPACE): child.text or "" for child in one}
