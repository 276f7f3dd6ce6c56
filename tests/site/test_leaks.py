"""Nothing that may not be public is in any file of the site, in any language or form."""

import gzip
import html
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

Build = Callable[..., subprocess.CompletedProcess[str]]

CONTACT = """contacts:
  - name: {name}
    role: Kassenwart
    email: {mail}
    phone: 030 23125 {number}
"""


def entry(key: str, number: int, fields: str, *, listed: str = "2024-01-10") -> str:
    """An association whose contact, confirmer and giver of consent are found by its key."""
    contact = CONTACT.format(
        name=f"Hella {key}", mail=f"{key.lower()}@privat.example", number=number
    )
    return f"---\nname: Verein {number}\ntopics: [musik]\n{listed}{contact}{fields}---\nWir.\n"


LISTED = "listed: 2024-01-10\n"

FILES = {
    "associations/offen.md": entry("Offenbar", 900, "consent: 2026-01-01\n", listed=LISTED),
    "associations/ohne.md": entry("Ohnezweifel", 901, "", listed=LISTED),
    "associations/zurueck.md": entry(
        "Zuruecker", 902, "checked: {on: 2026-02-01, by: Hella Zuruecker}\n", listed=LISTED
    ),
    "associations/spaeter.md": entry("Spaeterle", 903, "consent: 2027-01-01\n", listed=LISTED),
    "associations/teil.md": entry(
        "Teilhaber",
        904,
        "consent: {on: 2026-01-01, by: Zeuge Zacharias, scope: [Name]}\n",
        listed=LISTED,
    ),
    "associations/fotos.md": entry(
        "Fotografin",
        905,
        "consent: {on: 2026-01-01, scope: [Fotos]}\n"
        "checked: {on: 2026-02-01, by: Frau Hella Fotografin}\n",
        listed=LISTED,
    ),
    "associations/vorbei.md": entry(
        "Vorbeimann", 906, "consent: 2026-01-01\nended: 2026-06-01\n", listed=LISTED
    ),
    "associations/kaputt.md": entry("Kaputtke", 907, "consent: 2026-01-01\n", listed=""),
    "associations/teil.en.md": "---\nname: Association 904\n---\nWe.\n",
    "associations/fotos.ar.md": "---\nname: Association 905\n---\nWe.\n",
    "events/probe.md": (
        "---\ntitle: Probe\nstart: 2026-12-01T19:00\n"
        "organisers: [teil, fotos, vorbei, ohne, kaputt]\nvenue: fotos\n---\n"
    ),
    "board/saal.md": (
        "---\nkind: offer\ntitle: Saal\nassociation: teil\ncategory: room\n"
        "posted: 2026-11-01\nexpires: 2027-02-01\n---\n"
    ),
    "networks/netz.md": "---\ntitle: Netz\nmembers: [teil, fotos, vorbei, ohne, kaputt]\n---\n",
}

SECRETS = (
    *("Ohnezweifel", "Zuruecker", "Spaeterle", "Fotografin", "Vorbeimann", "Kaputtke"),
    *("Zacharias", "teilhaber@privat"),
    *(f"23125{number}" for number in range(901, 908)),
)


def spellings(data: bytes) -> Iterator[str]:
    """What a file says, as it stands, without escapes, and with the digits of numbers joined."""
    text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8", "replace")
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    for said in (text, unfolded, unquote(html.unescape(text))):
        yield said.casefold()
        yield re.sub(r"(?<=\d)[\s()/.-]+(?=\d)", "", said)


def found(folder: Path, secrets: tuple[str, ...]) -> set[tuple[str, str]]:
    """(secret, file) wherever one is to be read, the files' names included."""
    places = set()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        said = [name.casefold(), *(spellings(path.read_bytes()) if path.is_file() else ())]
        places |= {(s, name) for s in secrets if any(s.casefold() in one for one in said)}
    return places


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, run_build: Build) -> Path:
    folder = tmp_path_factory.mktemp("leaks")
    for name, text in FILES.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    languages = "de,en,ar,de-simple,el,fa,fr,it,ro,ru,tr,uk"
    done = run_build(folder / "out", CONTENT=str(folder / "content"), LANGUAGES=languages)
    assert done.returncode == 0, done.stderr
    return folder / "out"


def test_nothing_leaks(built: Path) -> None:
    assert found(built, SECRETS) == set()


def test_what_is_public_is_found_by_the_same_search(built: Path) -> None:
    own = found(built, ("Offenbar", "offenbar@privat", "23125900", "Hella Teilhaber"))
    everywhere = ("", "en/", "ar/", "de-simple/", "el/", "uk/")
    assert {("Offenbar", f"{tag}vereine/offen/index.html") for tag in everywhere} <= own
    assert {("23125900", f"{tag}vereine/offen/index.html") for tag in everywhere} <= own
    assert {("Hella Teilhaber", f"{tag}vereine/teil/index.html") for tag in everywhere} <= own
    assert ("offenbar@privat", "vereine/offen/index.html") in own


def test_the_search_finds_what_is_hidden_in_any_form(tmp_path: Path) -> None:
    forms = {
        "a.ics": b"DESCRIPTION:Hella Ohnez\r\n weifel",
        "b.html": b"Hella&#32;&#79;hnezweifel",
        "c.html.gz": gzip.compress(b"Ohnezweifel"),
        "d.html": b"mailto:%6Fhnezweifel",
        "e.html": "+49 30 23125\u00a0901".encode(),
        "ohnezweifel.txt": b"",
    }
    for name, data in forms.items():
        (tmp_path / name).write_bytes(data)
    assert {name for _, name in found(tmp_path, SECRETS)} == set(forms)
