"""Who was forgotten does not come back by any way in; who wants to come back does."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue.forgotten import FILE, Forgotten, Mark, Tombstone, digest, write
from plugins.catalogue.marks import names
from plugins.validation.check import check_folder
from plugins.validation.context import SiteRules

TODAY = date(2026, 12, 1)
SITE = SiteRules(vocabulary=Path(__file__).parents[1] / "cases" / "vocabulary")
SALT = bytes(range(16))
MARKS = (
    Mark("id", "associations/chor"),
    Mark("name", "choramfluss"),
    Mark("email", "post@chor.example"),
    Mark("phone", "493023125150"),
    Mark("website", "chor.example"),
    Mark("events", "sommerfest 2027-06-12"),
    Mark("board", "klavier band"),
    Mark("networks", "chorverbund"),
    *names("Jörg Müller"),
)
STONE = Tombstone(date(2026, 11, 22), tuple(digest(mark, SALT) for mark in MARKS))
BY = "checked: {on: 2024-01-01, by: Joerg Mueller}\n"
BAND = "name: Band\ntopics: [musik]\nlisted: 2024-01-01\n"
JOERG = "contacts: [{name: Jörg Müller}]\n"
EVENT = "title: Sommerfest\nstart: 2027-06-12T15:00\norganisers: [band]\n"
REGISTER = "registration: {email: post@chor.example}\n"
POSTING = (
    "kind: seek\ntitle: Klavier\nassociation: band\ncategory: geld\nposted: 2026-11-01\n"
    "expires: 2027-01-01\n"
)


def found(folder: Path, entries: dict[str, str], *codes: str) -> list[tuple[str, int, str]]:
    """(file, line, value) of what must not be there."""
    for name, text in {"associations/band": BAND, **entries}.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / FILE).write_text(write(Forgotten(SALT, (STONE,))), encoding="utf-8")
    checked = check_folder(folder, TODAY, SITE)
    assert {d.code for d in checked.diagnostics} <= {"PRIV-FORGOTTEN", "DUP-LIKELY", *codes}
    return [
        (Path(d.path).stem, d.place.line, dict(d.details)["value"])
        for d in checked.diagnostics
        if d.code == "PRIV-FORGOTTEN"
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("associations/chor", BAND.replace("Band", "X"), ("chor", 1, "associations/chor")),
        ("associations/x", BAND.replace("Band", "CHOR am Fluss e.V."), (1, "CHOR am Fluss e.V.")),
        ("associations/x", f"{BAND}email: Post@Chor.example\n", (4, "Post@Chor.example")),
        ("associations/x", f"{BAND}phone: 0049 30 23125150\n", (4, "030 23125150")),
        ("associations/x", f"{BAND}website: https://www.chor.example/\n", (4, "https://www.chor.example/")),
        ("associations/x", f"{BAND}formerly: [chor]\n", (4, "associations/chor")),
        ("associations/x", f"{BAND}{BY}", (4, "Joerg Mueller")),
        ("events/x", EVENT, (1, "Sommerfest")),
        ("events/x", EVENT.replace("2027-06-12", "2027-06-13"), None),
        ("events/x", EVENT.replace("fest", "tag") + REGISTER, (4, "post@chor.example")),
        ("board/x", POSTING, (2, "Klavier")),
        ("networks/x", "title: Chorverbund\n", (1, "Chorverbund")),
        ("networks/x", "title: Chorverband\n", None),
    ],
)  # fmt: skip
def test_what_was_forgotten_is_found_where_it_comes_back(
    name: str, text: str, expected: tuple[object, ...] | None, tmp_path: Path
) -> None:
    text = text.replace("Band", "Zwei") if "name: Band" in text else text
    wanted = [] if expected is None else [(*(("x",) if len(expected) == 2 else ()), *expected)]
    assert found(tmp_path, {name: text}) == wanted


@pytest.mark.parametrize(
    ("consent", "comes_back"),
    [("2024-05-01", True), ("2026-11-22", True), ("2026-11-23", False)],
)
def test_a_person_may_come_back_with_a_later_consent(
    consent: str, comes_back: bool, tmp_path: Path
) -> None:
    text = f"{BAND}{JOERG}consent: {{on: {consent}, by: Jörg Müller}}\n".replace("Band", "Zwei")
    by = [("x", 5, "Jörg Müller")]
    at = [("x", 4, "Jörg Müller")]
    assert found(tmp_path, {"associations/x": text}) == ([*at, *by] if comes_back else [])


def test_it_keeps_the_entry_out_and_all_others_in(tmp_path: Path) -> None:
    found(tmp_path, {"associations/chor": BAND.replace("Band", "X")})
    assert [a.id for a in check_folder(tmp_path, TODAY, SITE).catalogue.associations] == ["band"]


def test_without_a_list_nothing_is_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(hashlib, "scrypt")
    monkeypatch.setattr("plugins.catalogue.marks.of_entry", None)
    (tmp_path / "associations").mkdir()
    (tmp_path / "associations" / "band.yaml").write_text(BAND)
    assert check_folder(tmp_path, TODAY, SITE).diagnostics == ()
