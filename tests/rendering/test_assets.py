"""Static files: layers joined, addresses by content."""

from pathlib import Path

import pytest

from plugins.catalogue.cache import Cache
from plugins.rendering import assets
from plugins.rendering.assets import bundle, collect, script, sources_in, without_blanks
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
    assert bundle(sources_in(theme(tmp_path))) == expected


def test_the_address_changes_with_the_content_only(tmp_path: Path) -> None:
    red = collect(theme(tmp_path / "a"))
    again = collect(theme(tmp_path / "b"))
    blue = collect(theme(tmp_path / "c", "blue"))
    assert red.folder == again.folder != blue.folder
    assert sorted(red.files) == ["css/site.css", "js/menu.js"]
    assert red.path("js/menu.js") == f"{red.folder}js/menu.js"


def test_what_was_made_of_the_same_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "kept", b"key", b"1")
    red = collect(theme(tmp_path / "a"), cache=cache)
    assert (
        collect(theme(tmp_path / "a", "blue"), cache=cache).files["css/site.css"]
        != (red.files["css/site.css"])
    )
    collect(theme(tmp_path / "a"), cache=cache)
    portable = collect(theme(tmp_path / "a"), is_portable=True, cache=cache)
    monkeypatch.setattr(assets, "without_blanks", None)
    assert collect(theme(tmp_path / "a"), cache=cache) == red
    assert collect(theme(tmp_path / "a"), is_portable=True, cache=cache) == portable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/** What it does. */\nrun(1); // once\n", "run(1); // once\n"),
        (
            "/**\n * Two\n * lines.\n */\n\nrun();\n  // so\n  // far\n\n  stop();\n",
            "run();\n  stop();\n",
        ),
        ('const a = "// no comment";\nconst b = "/** none */";\n', None),
        ("const all = a /* of b */ + c;\n", None),
    ],
)
def test_scripts_lose_what_only_we_read(text: str, expected: str | None) -> None:
    assert script(text) == (expected or text)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (
            "a:hover ,\n b > c { color: red;\n  --x: 1px  solid ; }\n",
            "a:hover,b > c{color:red;--x:1px solid}",
        ),
        ('a::before { content: "; {  }"; }', 'a::before{content:"; {  }"}'),
        ("a { inset: calc(1px + (2px * 3)) auto; }", "a{inset:calc(1px + (2px * 3)) auto}"),
        ("p :is(a, b):not([c]) { d: e }", "p :is(a,b):not([c]){d:e}"),
        ("@media (width < 3rem) {\n  a { b: c; }\n}\n", "@media (width < 3rem){a{b:c}}"),
    ],
)
def test_style_sheets_lose_blanks_that_say_nothing(css: str, expected: str) -> None:
    assert without_blanks(css) == expected == without_blanks(expected)


def test_what_is_published_has_lost_them(tmp_path: Path) -> None:
    files = collect(theme(tmp_path)).files
    assert files["css/site.css"] == b"@layer base,blocks;@layer base{body{color:red}}"
    assert files["js/menu.js"] == b"export {};\n"


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
    assert bundle(sources_in(static)) == (
        "@layer base, blocks;\n@layer base {\n"
        "body { color: light-dark(red, blue); }\n" + again + "}\n"
    )
