"""Static files: layers joined, addresses by content."""

from pathlib import Path

import pytest

from plugins.rendering.assets import bundle, collect


def theme(folder: Path, colour: str = "red") -> Path:
    (folder / "css").mkdir(parents=True, exist_ok=True)
    (folder / "js").mkdir(exist_ok=True)
    (folder / "css" / "site.css").write_text(
        '/* order */\n@layer base, blocks;\n@import "base.css" layer(base);\n'
    )
    (folder / "css" / "base.css").write_text(f"body {{ color: {colour}; }}\n")
    (folder / "js" / "menu.js").write_text("export {};\n")
    return folder


def test_bundle(tmp_path: Path) -> None:
    expected = "@layer base, blocks;\n@layer base {\nbody { color: red; }\n}\n"
    assert bundle(theme(tmp_path) / "css" / "site.css") == expected


def test_the_address_changes_with_the_content_only(tmp_path: Path) -> None:
    red = collect(theme(tmp_path / "a"))
    again = collect(theme(tmp_path / "b"))
    blue = collect(theme(tmp_path / "c", "blue"))
    assert red.folder == again.folder != blue.folder
    assert sorted(red.files) == ["css/site.css", "js/menu.js"]
    assert red.path("js/menu.js") == f"{red.folder}js/menu.js"


def test_unknown_file(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        collect(theme(tmp_path)).path("js/gone.js")
