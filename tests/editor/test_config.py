"""The configuration of the editor: all fields that a widget can write, in the words of tables."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from plugins.catalogue.descriptions import TABLES
from plugins.catalogue.descriptions.kinds import KINDS
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.editor.config import collections, config

FILES = {"associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n"}

# What may be a record, or one value instead.
LEFT_OUT: Mapping[str, set[str]] = {
    "associations": {"checked", "consent", "ended"},
    "events": {"venue", "image"},
    "board": {"placed"},
    "funding": {"checked"},
}


@pytest.fixture
def found(catalogue: Callable[..., Catalogue]) -> list[Mapping[str, Any]]:
    return collections(catalogue(FILES))


def widgets(fields: list[Mapping[str, Any]], above: str = "") -> Iterator[tuple[str, Any]]:
    for field in fields:
        yield above + field["name"], field
        yield from widgets(field.get("fields", []), f"{above}{field['name']}.")


def test_there_is_a_collection_for_each_kind(found: list[Mapping[str, Any]]) -> None:
    assert [(one["folder"], one["label"]) for one in found] == [
        (f"content/{kind.folder}", KINDS[kind].many) for kind in KINDS
    ]
    assert not any(one["delete"] for one in found)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_each_field_has_a_widget_and_the_title_of_the_table(
    found: list[Mapping[str, Any]], kind: type
) -> None:
    one = next(c for c in found if c["name"] == kind.folder)  # type: ignore[attr-defined]
    said = {path: field["label"] for path, field in widgets(one["fields"])}
    expected = {path: row.title for path, row in TABLES[kind].items()}
    assert said == {path: expected[path] for path in expected if path in said}
    missing = {path.partition(".")[0] for path in expected if path not in said and "." not in path}
    assert missing == LEFT_OUT.get(kind.folder, set())  # type: ignore[attr-defined]


def test_the_sorts_of_values(found: list[Mapping[str, Any]]) -> None:
    known = {one["name"]: dict(widgets(one["fields"])) for one in found}
    association, event, board = known["associations"], known["events"], known["board"]
    assert association["listed"]["widget"] == "datetime"
    assert association["listed"]["format"] == "YYYY-MM-DD"
    assert association["members"] | {"hint": ""} == {
        "name": "members", "label": "Mitglieder", "required": False, "hint": "",
        "widget": "number", "value_type": "int",
    }  # fmt: skip
    assert (association["topics"]["multiple"], association["topics"]["max"]) == (True, 3)
    assert {"label": "Musik", "value": "musik"} in association["topics"]["options"]
    assert {"label": "Deutsch", "value": "de"} in association["languages"]["options"]
    assert event["organisers"]["options"] == [
        {"label": "die Stadt selbst", "value": "office"},
        {"label": "Chor", "value": "chor"},
    ]
    assert association["logo"]["widget"] == "string"  # the name of a file, without its folder
    assert event["start"]["widget"] == "string"  # a day, or a day with a time
    assert board["kind"]["options"] == [
        {"label": "Biete", "value": "offer"},
        {"label": "Suche", "value": "seek"},
    ]
    assert [name for name, one in association.items() if one["widget"] == "markdown"] == ["text"]


def test_there_are_no_pairs_inside_of_a_record(found: list[Mapping[str, Any]]) -> None:
    pairs = {
        path for one in found for path, w in widgets(one["fields"]) if w["widget"] == "keyvalue"
    }
    assert pairs == {"social"}


def test_what_is_needed_comes_first_and_the_text_last(found: list[Mapping[str, Any]]) -> None:
    for one in found:
        needed = [field["required"] for field in one["fields"]]
        assert needed == sorted(needed, reverse=True)
        assert "text" not in [field["name"] for field in one["fields"][:-1]]


@pytest.mark.parametrize(
    ("forge", "backend"),
    [
        ("github", {"name": "github"}),
        ("forgejo", {"name": "gitea", "base_url": "https://git.example",
                     "api_root": "https://git.example/api/v1"}),
        ("gitlab", {"name": "gitlab", "base_url": "https://git.example",
                    "api_root": "https://git.example/api/v4"}),
    ],
)  # fmt: skip
def test_where_it_reads_and_writes(settings: Settings, forge: str, backend: dict[str, str]) -> None:
    site = replace(settings.site, forge=forge, repository="https://git.example/stadt/site")
    found = config([], site)
    common: dict[str, Any] = {"repo": "stadt/site", "branch": "main", "automatic_deployments": True}
    assert found["backend"] == {**backend, **common}
    assert (found["media_folder"], found["site_url"]) == ("content/images", site.url)
