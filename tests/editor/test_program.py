"""The program of the editor has no address but those of the site, or is not taken."""

from pathlib import Path

import pytest

from plugins.editor.program import FILES, NoEditor, at_home, read

PROGRAM = (
    "a={name:`@sveltia/cms`,version:`1.2.3`},b=`https://unpkg.com/@sveltia/cms`,"
    "c=`https://unpkg.com/@shikijs`,l=`ar,bg,de,zh-TW`.split(`,`);"
    "url(https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2)"
)


def test_every_address_is_its_own() -> None:
    assert at_home(PROGRAM) == (
        "a={name:`@sveltia/cms`,version:`1.2.3`},b=`cms`,c=`cms/@shikijs`,l=`de`.split(`,`);"
        "url(code.woff2)"
    )


@pytest.mark.parametrize("gone", ["https://unpkg.com/@sveltia/cms", "zh-TW"])
def test_another_program_is_not_taken(gone: str) -> None:
    with pytest.raises(NoEditor):
        at_home(PROGRAM.replace(gone, ""))


def test_the_files_are_where_the_program_looks_for_them(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_text(PROGRAM if name.endswith(".js") else name)
    found = read(tmp_path)
    assert found["cms@1.2.3/locales/de.json"] == b"de.json"
    assert found["cms/package.json"] == b'{"version": "1.2.3"}'
    assert {*found} == {*FILES} - {"de.json"} | {"cms@1.2.3/locales/de.json", "cms/package.json"}


def test_what_was_not_brought_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoEditor, match=r"LICENSE\.txt: sh tools/editor\.sh"):
        read(tmp_path)
