"""What volunteers copy must be right: the templates on »Mitmachen« and those of the forges."""

import re
import subprocess
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

import pytest

from plugins.catalogue.load import Loaded

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github" / "PULL_REQUEST_TEMPLATE"
GITLAB = ROOT / ".gitlab" / "merge_request_templates"
DEFAULTS = (
    ROOT / ".github" / "pull_request_template.md",
    ROOT / ".forgejo" / "PULL_REQUEST_TEMPLATE.md",
    GITLAB / "Default.md",
)
"""What each forge puts into a new request when nobody chose."""

FOLDERS = {"verein": "associations", "veranstaltung": "events", "biete-suche": "board"}
OTHERS = {
    f"associations/{key}.yaml": f"name: {key}\ntopics: [musik]\nlisted: 2020-01-01\n"
    for key in ("mein-verein", "chor-der-nationen", "haus-der-begegnung")
}
Read = Callable[[Mapping[str, str]], Loaded]
Build = Callable[..., subprocess.CompletedProcess[str]]


def blocks(path: Path) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_forges_template_is_right(read: Read, name: str) -> None:
    (block,) = blocks(GITHUB / f"{name}.md")
    loaded = read({**OTHERS, f"{FOLDERS[name]}/neu.md": block})
    assert [(d.path, d.code, d.message()) for d in loaded.diagnostics] == []


@pytest.mark.parametrize("name", FOLDERS)
def test_all_forges_offer_the_same(name: str) -> None:
    text = (GITHUB / f"{name}.md").read_text(encoding="utf-8")
    assert (GITLAB / f"{name}.md").read_text(encoding="utf-8") == text


def test_each_forge_puts_the_same_into_a_new_request() -> None:
    (text,) = {path.read_text(encoding="utf-8") for path in DEFAULTS}
    assert f"{GITHUB.relative_to(ROOT).as_posix()}/" in text
    assert [name for name in FOLDERS if f"{name}.md" not in text] == []


def test_the_templates_of_the_site_are_right(read: Read, run_build: Build, tmp_path: Path) -> None:
    assert run_build(tmp_path / "out").returncode == 0
    page = (tmp_path / "out" / "mitmachen" / "datei" / "index.html").read_text(encoding="utf-8")
    found = [unescape(re.sub(r"<[^>]+>", "", t)) for t in re.findall(r"<pre.*?</pre>", page, re.S)]
    entries = [text for text in found if text.lstrip().startswith("---")]
    assert len(entries) == len(FOLDERS)
    for folder, text in zip(FOLDERS.values(), entries, strict=True):
        loaded = read({**OTHERS, f"{folder}/neu.md": text.strip() + "\n"})
        assert [(d.path, d.code, d.message()) for d in loaded.diagnostics] == []
