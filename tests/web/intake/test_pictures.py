"""Pictures: their pixels and nothing else, for a day, whatever somebody sends."""

import errno
import io
import os
import re
import time
from contextlib import nullcontext
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from plugins.catalogue.model import Association
from plugins.catalogue.model import Image as Image_
from plugins.web.http import Response
from plugins.web.intake import pictures
from plugins.web.intake.pictures import KEPT, WaitingPictures
from plugins.wording.handing_in import PICTURE_GONE
from tests.web.intake.conftest import CHOIR, Desk, errors, html, second_step, with_

pytestmark = pytest.mark.slow


def picture(form: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    image = Image.new(mode, size, "red")
    exif = Image.Exif()
    exif[0x010E] = "Geheimer Garten"
    image.save(stream, form, exif=exif)
    return stream.getvalue()


WITH_ALT = with_(CHOIR, **{"images.1.alt": "Der Chor probt"})


def test_a_picture_is_shown_before_it_is_handed_in(desk: Desk) -> None:
    data = picture(size=(3000, 2000))
    assert b"Geheimer Garten" in data
    shown = desk.post_with(WITH_ALT, _picture=("C:\\Fotos\\..\\garten.jpg", data))
    assert shown.status == 200, errors(shown)
    address = re.search(
        r'<img src="(/einreichen/bild/[^"]+)"[^>]* alt="Der Chor probt"', html(shown)
    )
    assert address is not None
    made = desk.get(address[1].replace("&amp;", "&"))
    assert (made.status, made.type) == (200, "image/jpeg")
    assert b"Geheim" not in made.body
    assert Image.open(io.BytesIO(made.body)).size == (2400, 1600)
    assert desk.get(address[1].split("?")[0]).status == 404
    desk.later(5)
    desk.post(second_step(shown))
    [draft_id] = desk.service.store.ids()
    draft = desk.service.store.get(draft_id)
    assert draft is not None
    [attachment] = draft.submission.attachments
    assert (attachment.name, attachment.file) == ("garten.jpg", f"{draft_id}-1.jpg")
    assert desk.service.store.path_of(attachment).read_bytes() == made.body


def test_a_picture_that_waits_no_more_is_asked_for_again(desk: Desk, inbox: Path) -> None:
    shown = desk.post_with(WITH_ALT, _picture=("garten.jpg", picture()))
    for path in (inbox / "wartend").iterdir():
        path.unlink()
    desk.later(5)
    form = desk.post(second_step(shown))
    assert (form.status, errors(form)) == (422, {"feld-bild": PICTURE_GONE})
    assert 'value="Neuer Chor"' in html(form) and 'value="Der Chor probt"' in html(form)
    assert desk.service.store.ids() == ()


def test_who_sends_a_picture_says_what_it_shows(desk: Desk) -> None:
    form = desk.post_with(CHOIR, _picture=("a.png", picture("PNG")))
    assert form.status == 422 and errors(form) == {"feld-images-1-alt": "Diese Angabe fehlt."}


def waiting(form: Response) -> tuple[tuple[str, str], ...]:
    """What a form says about the picture that came with it, as a browser sends it again."""
    found = re.findall(r'name="(_kept)" value="([^"]*)" checked', html(form))
    return tuple((name, unescape(value)) for name, value in found)


def test_a_picture_stays_where_something_else_is_wrong(desk: Desk) -> None:
    form = desk.post_with(CHOIR, _picture=("garten.jpg", picture()))
    [kept] = waiting(form)
    assert "<bdi>garten.jpg</bdi>" in html(form)
    assert '<details class="form__more" open>' in html(form)
    shown = desk.post((*WITH_ALT, kept))
    assert shown.status == 200 and 'alt="Der Chor probt"' in html(shown)
    back = desk.post(second_step(shown, _back="1"))
    [again] = waiting(back)
    last = desk.post((*WITH_ALT, again))
    desk.later(5)
    desk.post(second_step(last))
    [draft_id] = desk.service.store.ids()
    draft = desk.service.store.get(draft_id)
    assert draft is not None and [one.name for one in draft.submission.attachments] == [
        "garten.jpg"
    ]


def test_a_picture_stays_only_for_whom_it_was_shown_to(desk: Desk) -> None:
    [(name, value)] = waiting(desk.post_with(CHOIR, _picture=("garten.jpg", picture())))
    for other in (f"{value}x", value.partition("|")[2], f"|{value}", "x|y|z"):
        form = desk.post((*WITH_ALT, (name, other)))
        assert list(errors(form)) == ["feld-bild"] and waiting(form) == ()


def test_who_drops_a_picture_sends_none(desk: Desk) -> None:
    desk.post_with(CHOIR, _picture=("garten.jpg", picture()))
    shown = desk.post(CHOIR)
    desk.later(5)
    desk.post(second_step(shown))
    draft = desk.service.store.get(desk.service.store.ids()[0])
    assert draft is not None and draft.submission.attachments == ()


def test_a_picture_for_an_entry_that_has_some(desk: Desk) -> None:
    known = desk.service.known
    theatre = known.entries["associations/theater"]
    assert isinstance(theatre, Association)
    has = (Image_(file="alt.jpg", alt="Bühne"), Image_(file="saal.jpg", alt="Saal"))
    entries = {**known.entries, "associations/theater": replace(theatre, images=has)}
    desk.service = replace(desk.service, known=replace(known))
    desk.service.known.__dict__["entries"] = entries
    said = (("_form", "aenderung"), ("_entry", "associations/theater"), ("_email", "m@x.example"))
    shown = desk.post_with((*said, ("images.3.alt", "Probe")), _picture=("p.jpg", picture()))
    assert shown.status == 200 and 'alt="Probe"' in html(shown)
    desk.later(5)
    desk.post(second_step(shown))
    draft = desk.service.store.get(desk.service.store.ids()[0])
    assert draft is not None and draft.submission.fields == {"images.1.alt": ("Probe",)}


BOMB = picture("PNG", (5000, 5000))
BAD = {
    "no picture": b"<svg onload=alert(1)>",
    "a page": b"GIF89a<script>alert(1)</script>",
    "half": picture(size=(800, 800))[:500],
    "large": BOMB,
    "program": b"\x89PNG\r\n\x1a\n" + b"MZ" * 500,
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_shown_is_said(desk: Desk, name: str) -> None:
    form = desk.post_with(WITH_ALT, _picture=("a.png", BAD[name]))
    assert form.status == 422 and set(errors(form)) == {"feld-bild"}
    assert 'value="Neuer Chor"' in html(form)


def test_a_worker_that_does_not_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "SECONDS", 0.01)
    assert WaitingPictures(tmp_path / "eingang").take("a.jpg", picture(), 0) is None


def test_what_nobody_hands_in_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = WaitingPictures(tmp_path / "eingang")
    waiting.folder.mkdir(parents=True)
    names = [f"{n:064x}.jpg" for n in range(4)]
    for age, name in enumerate(names):
        (waiting.folder / name).write_bytes(b"x" * 10)
        os.utime(waiting.folder / name, (1000 - age, 1000 - age))
    monkeypatch.setattr(pictures, "MOST", 30)
    waiting.forget(1000)
    assert sorted(path.name for path in waiting.folder.iterdir()) == names[:3]
    waiting.forget(1000 + KEPT)
    assert [path.name for path in waiting.folder.iterdir()] == names[:1]


def test_others_remove_pictures_at_the_same_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting, scandir = WaitingPictures(tmp_path), os.scandir
    waiting.forget(0)
    waiting.folder.mkdir()
    for name in ("a", "b"):
        (waiting.folder / name).write_bytes(b"x")

    def slowly(folder: Path) -> nullcontext[list[os.DirEntry[str]]]:
        found = list(scandir(folder))
        (waiting.folder / "a").unlink()
        return nullcontext(found)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", slowly)
        waiting.forget(time.time() + KEPT + 60)
    assert not any(waiting.folder.iterdir())


def test_a_full_disk_loses_the_picture_only(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(WaitingPictures, "_write", full)
    form = desk.post_with(WITH_ALT, _picture=("a.png", picture("PNG")))
    assert form.status == 422
    assert errors(form) == {"feld-bild": "Das Bild lässt sich gerade nicht speichern."}
    assert 'value="Neuer Chor"' in html(form) and len(desk.notes) == 1


@pytest.mark.parametrize("name", ["../.geheimnis", "x.jpg", "", "0" * 64 + ".svg", "/etc/passwd"])
def test_names_lead_nowhere(tmp_path: Path, name: str) -> None:
    assert WaitingPictures(tmp_path).data(name) == b""
