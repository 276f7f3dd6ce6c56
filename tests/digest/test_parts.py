"""The parts of a mail: styles at its elements, its text, its size; and the folder of all files."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.digest.folder import StrangeFiles, put_in_place
from plugins.digest.inline import mail_styles
from plugins.digest.plain_part import plain_part
from plugins.digest.write import LARGEST, OURS, fitting

TOKENS = ":root { --ink: light-dark(#111, #eee); /* --ink: red; */ --gap: 3px; }"


def test_light_colours_stand_at_the_element_and_dark_ones_in_the_style_sheet() -> None:
    styles = mail_styles("/* a */ .a { color: var(--ink); margin: var(--gap) }\n.b { }", TOKENS)
    page = '<p class="a x">1</p><p class="b">2</p><p class="c">3</p>'
    assert styles.inlined(page) == (
        '<p class="a x" style="color: #111; margin: 3px">1</p><p class="b">2</p><p class="c">3</p>'
    )
    assert styles.dark == ".a { color: #eee !important }"


def test_the_styles_of_the_theme(settings: Settings) -> None:
    """Nothing in them that a mail program would have to know, and no quotation mark too many."""
    css = (settings.theme / "mail" / "mail.css").read_text(encoding="utf-8")
    tokens = (settings.theme / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    styles = mail_styles(css, tokens)
    said = "\n".join(styles.light.values()) + styles.dark
    assert [word for word in ('"', "var(", "light-dark", "url(", "@import") if word in said] == []
    used = {
        name
        for path in (*settings.theme.rglob("templates/**/*.html"),)
        for name in re.findall(r"\bmail(?:__\w+)?(?=[\" ])", path.read_text(encoding="utf-8"))
        if f'class="{name}' in path.read_text(encoding="utf-8")
    }
    assert used == styles.light.keys()


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ("<td>a</td><td> b  c </td>", "a\n\nb c\n"),
        ("<td><h2>Ö</h2></td>", "Ö\n=\n"),
        ('<td><a href="https://x.example/?a=1&amp;b=2">A &amp; B</a>, C</td>',
         "A & B, C\nhttps://x.example/?a=1&b=2\n"),
        ('<td><a href="mailto:a@x.example">a@x.example</a></td>', "a@x.example\n"),
        ("<td>&gt; a</td><td>From b</td>", " > a\n\n From b\n"),
        (f"<td>{'wort ' * 20}</td>", f"{'wort ' * 14}\n{'wort ' * 5}wort\n"),
        (f"<td>{'x' * 90} y</td>", f"{'x' * 90} \ny\n"),
    ],
)  # fmt: skip
def test_the_text_of_a_page(cells: str, text: str) -> None:
    head = "<!doctype html><head><title>T</title><style>s</style></head>"
    assert plain_part(f'{head}<body class="mail"><table><tr>{cells}</tr></table></body>') == text


def page(row: int) -> Callable[[int], str]:
    return lambda most: "é" * row * most


@pytest.mark.parametrize(
    ("row", "length", "rows"), [(10, 20, 20), (500, 200, 100), (500, 100, 100), (60_000, 9, 1)]
)
def test_a_page_is_cut_to_the_size_of_a_mail(row: int, length: int, rows: int) -> None:
    assert len(fitting(page(row), length)) == row * rows
    assert row * rows * 2 <= LARGEST or rows == 1


FILES = {"buerger.de.eml": b"1", "vereine/chor.eml": b"2"}


def names(where: Path) -> list[str]:
    return sorted(path.relative_to(where).as_posix() for path in where.rglob("*"))


def test_a_folder_holds_what_was_written_last(tmp_path: Path) -> None:
    week = tmp_path / "new" / "2026-W49"
    put_in_place({**FILES, "vereine/alt.eml": b"0"}, week, OURS)
    put_in_place(FILES, week, OURS)
    assert names(week) == ["buerger.de.eml", "vereine", "vereine/chor.eml"]
    assert names(week.parent) == ["2026-W49", *(f"2026-W49/{name}" for name in names(week))]


@pytest.mark.parametrize(
    "name", ["brief.odt", "buerger.de.eml.bak", "vereine/x/y.eml", "notizen/a.txt"]
)
def test_what_is_somebody_elses_stays(tmp_path: Path, name: str) -> None:
    week = tmp_path / "2026-W49"
    (week / name).parent.mkdir(parents=True)
    (week / name).write_text("meins")
    before = names(tmp_path)
    with pytest.raises(StrangeFiles) as found:
        put_in_place(FILES, week, OURS)
    assert found.value.names == [name]
    assert names(tmp_path) == before


def test_a_file_or_a_link_in_its_place_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("meins")
    with pytest.raises(StrangeFiles):
        put_in_place(FILES, tmp_path / "file", OURS)
    (tmp_path / "week").mkdir()
    (tmp_path / "week" / "buero.eml").symlink_to(tmp_path / "file")
    put_in_place(FILES, tmp_path / "week", OURS)
    assert (tmp_path / "file").read_text() == "meins"


@pytest.mark.parametrize("calls", [1, 2, 3])
@pytest.mark.parametrize("kind", [KeyboardInterrupt, OSError])
def test_stopped_at_any_moment_the_folder_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int, kind: type[BaseException]
) -> None:
    week, left = tmp_path / "2026-W49", calls
    put_in_place({"buero.eml": b"alt"}, week, OURS)
    before = names(tmp_path)

    def stopping(method: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                raise kind
            return method(*arguments)

        return call

    for method in ("write_bytes", "rename"):
        monkeypatch.setattr(Path, method, stopping(getattr(Path, method)))
    with pytest.raises(kind):
        put_in_place({"buero.eml": b"neu"}, week, OURS)
    assert names(tmp_path) == before
    assert (week / "buero.eml").read_bytes() == b"alt"
