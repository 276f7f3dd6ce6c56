"""Static files: layers joined, addresses by content."""

from pathlib import Path

import pytest

from plugins.rendering.assets import bundle, collect
from plugins.rendering.colour_schemes import without_light_dark


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


TOKENS = """:root { --a: light-dark(#fff, rgb(0 0 0 / .5)); --b: 1rem; --c: red; }
p, [data-x="1"] { --d: 1px solid light-dark( mix(in x, var(--a), #123) , light-dark(#456, #789)); }
"""
PLAIN = """@supports not (color: light-dark(red, red)) {
:root { --a: #fff; }
p, [data-x="1"] { --d: 1px solid mix(in x, var(--a), #123); }
@media screen and (prefers-color-scheme: dark) {
:root { --a: rgb(0 0 0 / .5); }
p, [data-x="1"] { --d: 1px solid #789; }
}
}
"""
WRONG = "a { --a: light-dark(#fff); --b: light-dark(red, blue; --c: light-dark(); }\n"
AS_WRONG = f"""@supports not (color: light-dark(red, red)) {{
{WRONG}@media screen and (prefers-color-scheme: dark) {{
{WRONG}}}
}}
"""
"""What is wrong is left to the browser, which drops it."""


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (TOKENS, PLAIN),
        (":root { --a: red }", ""),
        ("", ""),
        (WRONG, AS_WRONG),
    ],
)
def test_colours_are_said_again_for_browsers_without_light_dark(css: str, expected: str) -> None:
    assert without_light_dark(css) == expected


def test_they_stand_in_the_layer_of_the_tokens(tmp_path: Path) -> None:
    static = theme(tmp_path, "light-dark(red, blue)")
    again = without_light_dark("body { color: light-dark(red, blue); }\n")
    assert again
    assert bundle(static / "css" / "site.css") == (
        "@layer base, blocks;\n@layer base {\n"
        "body { color: light-dark(red, blue); }\n" + again + "}\n"
    )
