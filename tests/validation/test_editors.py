"""What .vscode/ promises: each file has its schema, each finding is understood."""

import json
import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from plugins.catalogue import source
from plugins.catalogue.diagnostics import MessageLanguage, Place, Problems, diagnostic
from plugins.catalogue.model import KINDS, VOCABULARIES
from plugins.findings import Display, concise
from plugins.validation.watch import BEGIN, END
from tests.casebook import CODES

ROOT = Path(__file__).parents[2]
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
TASKS = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
MATCHERS = [task["problemMatcher"] for task in TASKS if task["problemMatcher"]]


def schemas_for(path: str) -> list[str]:
    """The schemas of a file, as VS Code reads `yaml.schemas`: a later `!pattern` takes out."""
    found = []
    for schema, patterns in SETTINGS["yaml.schemas"].items():
        wanted = [p for p in patterns if not p.startswith("!")]
        taken_out = [p[1:] for p in patterns if p.startswith("!")]
        if _any(path, wanted) and not _any(path, taken_out):
            found.append(schema)
    return found


def _any(path: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def test_every_file_has_one_schema() -> None:
    for kind in KINDS:
        name, folder = kind.__name__.lower(), f"content/{kind.folder}"
        assert schemas_for(f"{folder}/x.yaml") == [f"./schemas/{name}.json"]
        assert schemas_for(f"{folder}/x.zh-Hant.yaml") == [f"./schemas/{name}.translation.json"]
    for name in VOCABULARIES:
        assert schemas_for(f"content/vocabulary/{name}.yaml") == ["./schemas/vocabulary.json"]
    written = {f"./schemas/{path.name}" for path in (ROOT / "schemas").iterdir()}
    assert {*SETTINGS["yaml.schemas"]} == written


def seen(matchers: list[dict[str, Any]], line: str) -> list[tuple[str, ...]]:
    """What the editor takes a line of output for: severity, file, line, column, code, message."""
    found = []
    for matcher in matchers:
        pattern = matcher["pattern"]
        match = re.search(pattern["regexp"], line)
        if match:
            groups = (match[pattern[k]] for k in ("file", "line", "column", "code", "message"))
            found.append((matcher["severity"], *groups))
    return found


SEVERITIES = {"error": "error", "warning": "warning", "notice": "info"}


@pytest.mark.parametrize("matchers", MATCHERS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_finding_is_understood(
    matchers: list[dict[str, Any]], language: MessageLanguage
) -> None:
    for code, known in CODES.items():
        names = re.findall(r"\{(\w+)\}", "".join([*known.message.values(), *known.remedy.values()]))
        finding = diagnostic("content/a:b.md", Place(3, 14), code, dict.fromkeys(names, "x: 1"))
        line, remedy, *rest = concise.render([finding], Display(language)).splitlines()
        severity = SEVERITIES[known.severity]
        message = finding.message(language)
        assert seen(matchers, line) == [(severity, "content/a:b.md", "3", "14", code, message)]
        assert (seen(matchers, remedy), rest) == ([], [])


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_beginning_and_the_end_of_a_check_are_seen(language: MessageLanguage) -> None:
    background = next(m["background"] for m in MATCHERS[0] if "background" in m)
    assert re.search(background["beginsPattern"], BEGIN[language])
    assert re.search(background["endsPattern"], END[language])
    assert seen(MATCHERS[0], BEGIN[language]) == seen(MATCHERS[0], END[language]) == []


@pytest.mark.parametrize("task", TASKS, ids=lambda task: str(task["label"]))
def test_a_task_is_one_of_make(task: dict[str, Any]) -> None:
    assert (task["command"], len(task["args"])) == ("make", 1)
    assert task["args"][0] in ("check", "watch", "schema")


MODELINE = "# yaml-language-server: $schema=../../schemas/association.json\n"
FIELDS = "name: Chor\ntopics: [musik]\n"


@pytest.mark.parametrize("comment", [MODELINE, "# $schema: ../../schemas/association.json\n"])
@pytest.mark.parametrize(
    ("text", "markdown", "line"),
    [("{}" + FIELDS, False, 2), ("---\n{}" + FIELDS + "---\nText\n", True, 3)],
)
def test_our_reader_passes_over_a_modeline(
    text: str, markdown: bool, line: int, comment: str
) -> None:
    problems = Problems("x")
    document = source.read(text.format(comment).encode(), problems, markdown=markdown)
    assert document and [*problems] == []
    assert [(key.text, key.place.line) for key, _ in document.fields.pairs] == [
        ("name", line),
        ("topics", line + 1),
    ]
