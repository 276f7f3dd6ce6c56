"""The pictures of links that are drawn of each entry."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PIL.ImageDraw import Draw

from plugins.building.entry_previews import FOLDER, EntryPicture, draw
from plugins.building.lettering import Hand, can_write
from plugins.rendering.previews import DRAWN
from tests.checkout import check_out, run
from tests.site.test_link_previews import tags

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / ".cache" / FOLDER
BACKGROUND = (ROOT / "theme" / "static" / "previews" / "note.png").read_bytes()
ONE = EntryPicture(
    "Anlaufstelle", "Fest der Vereine", ("5. Dezember", "Saal"), "de", BACKGROUND, ""
)
PAPER = (255, 254, 251)


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def written(picture: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether there is anything but paper."""
    bounds = picture.crop(box).getextrema()
    darkest = [bound[0] for bound in bounds if isinstance(bound, tuple)]
    return any(low < wanted - 9 for low, wanted in zip(darkest, PAPER, strict=True))


@pytest.mark.drawing
def test_it_is_written_where_the_language_begins() -> None:
    left, right = pixels(draw(ONE, FONTS)), pixels(draw(replace(ONE, language="ar"), FONTS))
    assert left.size == right.size == DRAWN
    assert written(left, (60, 60, 120, 110)) and not written(left, (0, 0, 50, 630))
    assert written(right, (1080, 60, 1140, 110)) and not written(right, (1150, 0, 1200, 630))


@pytest.mark.drawing
def test_the_same_gives_the_same() -> None:
    assert draw(ONE, FONTS) == draw(replace(ONE), FONTS)
    assert ONE.path == replace(ONE).path


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, site="Andere"),
        replace(ONE, title="Fest"),
        replace(ONE, lines=("5. Dezember",)),
        replace(ONE, language="tr"),
        replace(ONE, background=b"x"),
        replace(ONE, photo="/static/images/a.jpg"),
    ],
)
def test_what_differs_has_another_address(other: EntryPicture) -> None:
    assert other.path != ONE.path


@pytest.mark.drawing
def test_a_photograph_stands_beside_the_words() -> None:
    stream = io.BytesIO()
    Image.new("RGB", (90, 60), (200, 10, 10)).save(stream, "JPEG")
    found = draw(replace(ONE, photo="/static/images/a.jpg"), FONTS, stream.getvalue())
    red, green, _ = pixels(found).getpixel((1000, 300))  # type: ignore[misc]
    assert found[:2] == b"\xff\xd8" and red > 180 and green < 40


def gaps(word: str) -> int:
    """How many columns within a written word have no ink."""
    picture = Image.new("L", (400, 200))
    Hand(FONTS, "ar", 60).write(Draw(picture), (380, 120), word, "#fff")
    left, _, right, _ = picture.getbbox() or (0, 0, 0, 0)
    return sum(picture.crop((x, 0, x + 1, 200)).getbbox() is None for x in range(left, right))


@pytest.mark.drawing
def test_letters_are_joined() -> None:
    assert can_write(FONTS)
    word = "\u0645\u062d\u0645\u062f"
    assert gaps(word) == 0 < gaps("\u200c".join(word))


@pytest.mark.drawing
def test_arabic_is_read_from_the_right() -> None:
    """The thin letter that is read first stands at the right, the broad one at the left."""
    picture = Image.new("L", (400, 200))
    Hand(FONTS, "ar", 60).write(Draw(picture), (380, 120), "\u0627\u0633", "#fff")
    left, top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
    first = picture.crop((right - 20, top, right, bottom)).getbbox()
    last = picture.crop((left, top, left + 20, bottom)).getbbox()
    assert first is not None and last is not None
    assert first[3] - first[1] > last[3] - last[1] and first[1] == 0 < last[1]


@pytest.mark.drawing
@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Chor der Nationen e.\xa0V. – »ß«", True),
        ("Українська школа, Ελληνικά", True),
        ("مدرسة المنار 2026, Chor", True),
        ("گروه فارسی", True),
        ("தமிழ்", False),
        ("Чор مدرسة", False),
    ],
)
def test_no_squares(text: str, known: bool) -> None:
    assert Hand(FONTS, "de", 40).knows(text) is known


@pytest.mark.drawing
def test_a_long_title_is_cut_between_words() -> None:
    hand = Hand(FONTS, "de", 46, 700)
    lines = hand.cut("Wort " * 60, 4, 500)
    assert len(lines) == 4 and lines[-1].endswith("Wort …")
    assert all(hand.width(line) <= 500 for line in lines)
    assert hand.lines("Donaudampfschifffahrtsgesellschaftskapitänsmütze", 3, 300) is None


@pytest.mark.drawing
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Arbeiterwohlfahrtskreisverbandsgeschäftsstelle Mitte", "Arbeiterwohlfahrts"),
        ("L" + "ang" * 60, "Langang"),
    ],
)
def test_a_word_that_is_wider_than_a_line_goes_on_in_the_next(text: str, first: str) -> None:
    hand = Hand(FONTS, "de", 46, 700)
    lines = hand.cut(text, 4, 648)
    assert lines[0].startswith(first) and lines[0].endswith("-") and len(lines) > 1
    assert all(hand.width(line) <= 648 for line in lines)
    told = "".join(line.removesuffix("…").strip(" -") for line in lines)
    assert text.replace(" ", "").startswith(told.replace(" ", ""))


@pytest.mark.drawing
@pytest.mark.parametrize("letters", range(30, 48))
def test_what_says_that_something_is_left_out_is_on_the_line_of_a_word(letters: int) -> None:
    """However full that line is: of a name of two hundred letters."""
    hand = Hand(FONTS, "de", 46, 700)
    name = " ".join(["Ein kurzer Anfang und danach", *["i" * letters] * 5])
    lines = hand.cut(name, 4, 648)
    assert lines[-1].endswith(" …") and all(hand.width(line) <= 648 for line in lines)
    said = " ".join(lines).removesuffix(" …")
    assert name.startswith(f"{said} ")


@pytest.mark.drawing
def test_no_picture_is_without_its_title() -> None:
    title = "Arbeiterwohlfahrtskreisverbandsgeschäftsstelle"
    assert written(pixels(draw(replace(ONE, title=title, lines=()), FONTS)), (60, 130, 700, 500))


CONTENT = {
    "associations/chor.md": "---\nname: Chor\ntopics: [musik]\nlisted: 2026-01-01\n---\nWir.\n",
    "associations/tamil.md": "---\nname: தமிழ்\ntopics: [musik]\nlisted: 2026-01-01\n---\nWir.\n",
    "events/fest.md": "---\ntitle: Fest\nstart: 2026-12-05T15:00\norganisers: [chor]\n---\n",
}


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A checkout that wants pictures, and has entries; without fonts."""
    check_out(tmp_path)
    with (tmp_path / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write("PREVIEW_PICTURES = True\n")
    for name, text in CONTENT.items():
        path = tmp_path / "entries" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def built(city: Path) -> str:
    given = {"CONTENT": "entries", "OUTPUT": "out", "LANGUAGES": "de,ar"}
    return run(city, "plugins.building", given=given)


def picture_of(city: Path, page: str) -> tuple[str, str]:
    """The address of the picture of a page, and what it says that it shows."""
    html = (city / "out" / page / "index.html").read_text(encoding="utf-8")
    said = dict(tags(html).found)
    return said["og:image"].removeprefix("https://anlaufstelle.example/"), said["og:image:alt"]


@pytest.mark.drawing
def test_each_entry_has_its_own_in_each_language(city: Path) -> None:
    (city / ".cache" / "tools").mkdir(parents=True)
    (city / ".cache" / FOLDER).symlink_to(FONTS)
    built(city)
    found = {
        page: picture_of(city, page)
        for page in ("vereine/chor", "ar/vereine/chor", "termine/fest", "ar/termine/fest")
    }
    assert {alt for _, alt in found.values()} == {"Chor", "Fest"}
    assert len({path for path, _ in found.values()}) == 4
    for path, _ in found.values():
        assert pixels((city / "out" / path).read_bytes()).size == DRAWN
    assert picture_of(city, "vereine/tamil")[0].endswith("/note.png")
    before = {path: (city / "out" / path).read_bytes() for path, _ in found.values()}
    entry = city / "entries" / "events" / "fest.md"
    entry.write_text(entry.read_text().replace("Fest", "Feier"), encoding="utf-8")
    built(city)
    now, _ = picture_of(city, "termine/fest")
    assert (city / "out" / now).is_file() and now not in before
    assert not (city / "out" / found["termine/fest"][0]).exists()
    assert picture_of(city, "vereine/chor") == found["vereine/chor"]


def test_without_fonts_it_is_said_and_nothing_drawn(city: Path) -> None:
    assert "sh tools/preview_fonts.sh" in built(city)
    assert picture_of(city, "vereine/chor")[0].endswith("/note.png")
