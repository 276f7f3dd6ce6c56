"""The closed lists: read once, and again only when they are others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.catalogue import vocabularies
from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.context import Context
from plugins.catalogue.model import Vocabularies, VocabularyTerm


def test_a_list_in_which_nothing_was_wrong_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong with another is said each time; a changed one is read."""
    folder = tmp_path / "vocabulary"
    folder.mkdir()
    good, bad = folder / "topics.yaml", folder / "districts.yaml"
    good.write_text("musik: {label: {de: Musik}}\n")
    bad.write_text("nord: {label: {de: Nord}}\nSüd: {label: {de: Süd}}\n")
    store = CacheFolder(tmp_path / "kept", bytes(32)).cache("vocabularies")
    read: list[bytes] = []
    whole = vocabularies._terms

    def spy(data: bytes, context: Context, name: str) -> Iterator[tuple[str, VocabularyTerm]]:
        read.append(data)
        return whole(data, context, name)

    monkeypatch.setattr(vocabularies, "_terms", spy)

    def lists() -> tuple[Vocabularies, list[str]]:
        read.clear()
        found: list[Diagnostic] = []
        known = vocabularies.read_all(folder, None, "content", found, "DE", store)
        return known, [one.code for one in found]

    first = lists()
    assert first[1] == ["ID-FORM"]
    assert read == [good.read_bytes(), bad.read_bytes()]
    assert lists() == first
    assert read == [bad.read_bytes()]
    good.write_text("tanz: {label: {de: Tanz}}\n")
    assert list(lists()[0]["topics"]) == ["tanz"]
    assert read == [good.read_bytes(), bad.read_bytes()]
