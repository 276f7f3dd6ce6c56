"""Entries of an older format: `make fix` rewrites them all, or none; an invented one shows it."""

import re
from pathlib import Path

import pytest

from plugins.catalogue import versions
from plugins.catalogue.find import folder_problems
from plugins.intake.fix import migrations
from plugins.intake.fix.__main__ import main

HEAD = "# Das Format der Einträge in diesem Ordner. make fix schreibt es, sonst niemand.\n"
CHOR = "---\nname: Chor\ntopics: [musik]\nsite: https://chor.example\nlisted: 2024-01-10\n---\n"


def website(path: str, text: str) -> str:
    """Format 2: what was `site` is `website`."""
    is_meant = path.startswith("associations/")
    return re.sub("^site:", "website:", text, flags=re.M) if is_meant else text


def nothing(path: str, text: str) -> str:
    return text


@pytest.fixture(autouse=True)
def _format_3(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "FORMAT", 3)
    monkeypatch.setattr(migrations, "MIGRATIONS", (website, nothing))


@pytest.fixture
def content(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project)
    monkeypatch.setenv("CONTENT", str(tmp_path / "content"))
    monkeypatch.setenv("TODAY", "2026-12-01")
    for name, text in {"associations/chor": CHOR, "pages/rat": CHOR}.items():
        path = tmp_path / "content" / f"{name}.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "content"


def files(content: Path) -> dict[str, str]:
    found = (path for path in content.rglob("*") if path.is_file())
    return {str(path.relative_to(content)): path.read_text(encoding="utf-8") for path in found}


def run(capsys: pytest.CaptureFixture[str], **given: str) -> tuple[int, str]:
    code = main(given, Path("pelican.conf.py").resolve())
    return code, capsys.readouterr().out.splitlines()[0]


def test_every_format_has_its_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    steps = len(migrations.MIGRATIONS)
    assert steps + 1 == versions.FORMAT


def test_all_at_once(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "pages" / "rat.md").unlink()
    assert run(capsys) == (0, "2 Dateien von Format 1 in Format 3 umgeschrieben.")
    assert files(content) == {
        "associations/chor.md": CHOR.replace("site:", "website:"),
        "format.yaml": f"{HEAD}format: 3\n",
    }
    assert run(capsys) == (0, "0 von 1 Datei geändert.")


def test_a_preview_writes_nothing(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(content)
    said = (
        "2 Dateien von Format 1 in Format 3 umzuschreiben. Vorschau: Es wurde nichts geschrieben."
    )
    assert run(capsys, DRY="1") == (0, said)
    assert files(content) == before


@pytest.mark.parametrize(("known", "changed"), [(1, 2), (2, 1), (3, 0)])
def test_only_what_is_needed(content: Path, known: int, changed: int) -> None:
    (content / "format.yaml").write_text(versions.written(known), encoding="utf-8")
    assert len(migrations.migrate(content)) == changed


def test_all_or_none(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def saved_meanwhile(path: str, text: str) -> str:
        (content / path).write_text("neu", encoding="utf-8")
        return text + "\n"

    monkeypatch.setattr(migrations, "MIGRATIONS", (saved_meanwhile, nothing))
    assert main({}, Path("pelican.conf.py").resolve()) == 2
    assert "ChangedMeanwhile: chor.md" in capsys.readouterr().err
    assert files(content) == {"associations/chor.md": "neu", "pages/rat.md": "neu"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("format: 1\n", ["FILE-OLDER"]),
        (f"{HEAD}\nformat: 3\n", []),
        ("format: 3", []),
        ("format: 4\n", ["FILE-FORMAT"]),
        ("format: 0\n", ["FILE-FORMAT"]),
        ("format: 03\n", ["FILE-FORMAT"]),
        ("format: drei\n", ["FILE-FORMAT"]),
        ("<<<<<<< HEAD\nformat: 3\n", ["FILE-FORMAT"]),
        ("format: 3\nformat: 3\n", ["FILE-FORMAT"]),
        ("format: ١\n", ["FILE-FORMAT"]),
        ("format: 3\n" + "#" * 2000, ["FILE-FORMAT"]),
        ("", ["FILE-FORMAT"]),
        (b"format: 3 \xff\n", ["FILE-FORMAT"]),
    ],
)
def test_what_a_folder_says(tmp_path: Path, text: str | bytes, code: list[str]) -> None:
    (tmp_path / "format.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    assert [found.code for found in folder_problems(tmp_path, "content")] == code


def test_what_is_no_file_says_nothing(tmp_path: Path) -> None:
    said = []
    for name in ("folder", "link", "dangling"):
        (tmp_path / name).mkdir()
        file = tmp_path / name / "format.yaml"
        if name == "folder":
            file.mkdir()
        else:
            file.symlink_to(tmp_path / "other" if name == "dangling" else __file__)
        said.append(versions.format_of(tmp_path / name))
    assert said == [0, 0, 0]


def test_of_another_format_nothing_is_mended(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "format.yaml").write_text(versions.written(4), encoding="utf-8")
    before = files(content)
    code, said = run(capsys)
    assert (code, said.split()[1]) == (1, "FILE-FORMAT")
    assert files(content) == before
