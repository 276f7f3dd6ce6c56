"""Pictures that came along: their pixels go into the content with the entry, or nothing does."""

import io
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from plugins.catalogue.descriptions.forms import PICTURE_SHOWS
from plugins.catalogue.load import load
from plugins.catalogue.settings import Settings
from plugins.intake import writes
from plugins.intake.inbox import decision
from plugins.intake.inbox import inbox as its_inbox
from plugins.intake.inbox.decision import carry_out
from plugins.intake.inbox.inbox import Inbox
from plugins.intake.submission import photos
from plugins.intake.submission.filled import Filled
from plugins.intake.submission.questionnaire import read
from plugins.intake.submission.store import DraftStore
from plugins.intake.submission.submission import Attachment, Submission
from plugins.intake.writes import ChangedMeanwhile, Write
from plugins.validation.check import check_folder, site_rules
from tests.intake.inbox.test_inbox import CHOIR_FILE, decide, git, repository, text_of
from tests.intake.submission.test_filled import FIELDS, WITH_CONSENT, change
from tests.intake.submission.test_store import NOW
from tests.validation.decoding.test_pixels import SECRET, encoded, with_all_metadata

__all__ = ["repository"]

CASES = Path(__file__).resolve().parents[2] / "cases"
RED = encoded(Image.new("RGB", (30, 20), (200, 0, 0)), "PNG")
BLUE = encoded(Image.new("RGB", (20, 30), (0, 0, 200)), "JPEG")
GLASS = encoded(Image.new("RGBA", (30, 20), (0, 90, 0, 90)), "WEBP")
NEW = "associations/trommeln-neustadt.md"


def test_a_picture_of_an_event_is_not_named_but_sent(place: Settings) -> None:
    """Whoever writes the name of a file into a mail names none of ours."""
    text = "Formular: Neuer Termin\nTitel: Probe\nBeginn: 1.12.2026 19:30\nBild: siehe Anhang\n"
    read_in = read(f"{text}{PICTURE_SHOWS}: Wir proben\nVeranstalter: Boxclub Hafen\n")
    assert read_in is not None
    _, found = handed_in(place, with_pictures(read_in, RED))
    assert found.errors == () and [(one.alt) for one in found.pictures] == ["Wir proben"]
    assert re.search(r"image:\n  file: ([a-z-]+\.jpg)\n  alt: Wir proben\n", found.text)


def with_pictures(submission: Submission, *data: bytes, **alts: str) -> Submission:
    files = tuple(Attachment(f"IMG_{n}.png", data=one) for n, one in enumerate(data, start=1))
    more = {name.replace("__", "."): (alt,) for name, alt in alts.items()}
    return replace(submission, attachments=files, fields={**submission.fields, **more})


def handed_in(place: Settings, submission: Submission) -> tuple[Inbox, Filled]:
    """The inbox with this, and what accepting it would do."""
    draft_id, _ = DraftStore(place.inbox).put(submission, NOW)
    its = Inbox(place, os.environ)
    draft = its.store.get(draft_id)
    assert draft is not None
    return its, its.result_of(draft)


def pictures(place: Settings) -> dict[str, tuple[str | None, tuple[int, int]]]:
    """The pictures in the content: their form and size."""
    found = {}
    for path in (place.content / "images").glob("*"):
        with Image.open(path) as one:
            found[path.name] = (one.format, one.size)
    return found


def test_entry_and_picture_are_one_commit(repository: Settings) -> None:
    DraftStore(repository.inbox).put(
        with_pictures(WITH_CONSENT, RED, images__1__alt="Trommeln"), NOW
    )
    seen = decide(repository, "annehmen")
    assert "Bild: 30 × 20, Trommeln\n" in seen
    assert "Geschrieben: content/images/trommeln-neustadt.jpg\n" in seen
    expected = "images:\n  - file: trommeln-neustadt.jpg\n    alt: Trommeln\n"
    assert expected in text_of(repository, NEW)
    assert pictures(repository) == {"trommeln-neustadt.jpg": ("JPEG", (30, 20))}
    assert git(repository, "log", "-1", "--format=%s", "--name-only").split("\n") == [
        "Neuer Verein: associations/trommeln-neustadt",
        "",
        NEW,
        "images/trommeln-neustadt.jpg",
        "",
    ]
    assert git(repository, "status", "--porcelain") == ""
    assert DraftStore(repository.inbox).ids() == ()


def test_what_is_accepted_passes_the_check(place: Settings) -> None:
    two = with_pictures(WITH_CONSENT, RED, GLASS, images__1__alt="Eins", images__2__alt="Zwei")
    DraftStore(place.inbox).put(two, NOW)
    decide(place, "annehmen")
    checked = check_folder(place.content, place.today, site_rules(place))
    assert [d for d in checked.diagnostics if "trommeln-neustadt" in str(d)] == []
    entry = load(place.content).catalogue.association("trommeln-neustadt")
    assert entry is not None
    assert [(one.file, one.alt) for one in entry.images] == [
        ("trommeln-neustadt.jpg", "Eins"),
        ("trommeln-neustadt.png", "Zwei"),
    ]
    assert pictures(place)["trommeln-neustadt.png"] == ("PNG", (30, 20))


@pytest.mark.parametrize("data", with_all_metadata())
def test_nothing_of_the_original_but_its_pixels(data: bytes, place: Settings) -> None:
    exif = encoded(Image.new("RGB", (4, 4)), "JPEG", exif=b"Exif\0\0MM\0*" + SECRET.encode())
    for one in (data, exif):
        _, found = handed_in(place, with_pictures(WITH_CONSENT, one, images__1__alt="x"))
        [picture] = found.pictures
        assert SECRET.encode() not in picture.photo.data
        assert not re.search(rb"Exif|ICC_PROFILE|iCCP|tEXt|iTXt|http", picture.photo.data)


@pytest.mark.parametrize(
    ("size", "expected"), [((4800, 1200), (2400, 600)), ((1000, 4000), (600, 2400))]
)
def test_no_larger_than_agreed(
    size: tuple[int, int], expected: tuple[int, int], place: Settings
) -> None:
    data = encoded(Image.new("RGB", size, (9, 9, 9)), "JPEG")
    _, found = handed_in(place, with_pictures(WITH_CONSENT, data, images__1__alt="x"))
    assert (found.pictures[0].photo.width, found.pictures[0].photo.height) == expected
    with Image.open(io.BytesIO(found.pictures[0].photo.data)) as made:
        assert made.size == expected


@pytest.mark.slow
def test_what_is_transparent_and_large_is_made_smaller_until_it_fits(place: Settings) -> None:
    noise = Image.frombytes("RGBA", (2400, 2400), os.urandom(2400 * 2400 * 4))
    path = place.content.parent / "noise.png"
    path.write_bytes(encoded(noise.resize((1500, 1500)), "WEBP", quality=90))
    [photo] = photos.along([("noise.png", path)]).photos
    assert photo.ending == ".png" and len(photo.data) <= photos.MOST_BYTES
    assert photo.width in (1200, 600)


def damaged() -> dict[str, bytes]:
    found = {
        path.name: path.read_bytes()
        for name in ("IMG-UNREADABLE", "IMG-LARGE")
        for path in (CASES / name / "content" / "images").iterdir()
        if path.name != "chor.png"
    }
    return found | {
        "cut": RED[:-30],
        "gif": encoded(Image.new("RGB", (9, 9)), "GIF"),
        "many scans": BLUE.replace(b"\xff\xd9", b"\xff\xda" * 200),
        "text": b"\xff\xd8\xff<script>",
    }


@pytest.mark.parametrize("name", damaged())
def test_what_is_no_picture_stays_outside(name: str, place: Settings) -> None:
    submission = with_pictures(WITH_CONSENT, damaged()[name], RED, images__2__alt="Gut")
    _, found = handed_in(place, submission)
    assert (found.unusable, found.errors) == (("IMG_1.png",), ())
    assert [(one.file, one.alt) for one in found.pictures] == [("trommeln-neustadt.jpg", "Gut")]
    seen = decide(place, "annehmen")
    assert "Als Bild nicht zu gebrauchen: IMG_1.png" in seen
    assert list(pictures(place)) == ["trommeln-neustadt.jpg"]


def test_a_picture_waits_for_its_description(repository: Settings) -> None:
    DraftStore(repository.inbox).put(with_pictures(WITH_CONSENT, RED, BLUE), NOW)
    seen = decide(repository, "Bild", "", "Zwei Trommeln", "an")
    assert "»IMG_1.png«. Es kommt hinein, sobald jemand es beschreibt" in seen
    assert "»IMG_2.png« (20 × 30): Was ist zu sehen?" in seen
    assert "Bild: 20 × 30, Zwei Trommeln" in seen
    assert "alt: Zwei Trommeln" in text_of(repository, NEW)
    assert pictures(repository) == {"trommeln-neustadt.jpg": ("JPEG", (20, 30))}
    assert git(repository, "status", "--porcelain") == ""


def test_an_error_in_the_description_is_one_of_the_entry(place: Settings) -> None:
    _, found = handed_in(place, with_pictures(WITH_CONSENT, RED, images__1__alt="x" * 500))
    assert [one.code for one in found.errors] == ["FLD-LONG"]


def test_a_name_that_is_taken_is_not(place: Settings) -> None:
    folder = place.content / "images"
    folder.mkdir()
    (folder / "Trommeln-Neustadt.JPG").write_bytes(BLUE)
    (folder / "trommeln-neustadt-2.jpg").write_bytes(BLUE)
    two = with_pictures(WITH_CONSENT, RED, BLUE, images__1__alt="Eins", images__2__alt="Zwei")
    _, found = handed_in(place, two)
    names = [one.file for one in found.pictures]
    assert names == ["trommeln-neustadt-3.jpg", "trommeln-neustadt-4.jpg"]
    decide(place, "annehmen")
    assert (folder / "trommeln-neustadt-2.jpg").read_bytes() == BLUE
    assert sorted(path.name for path in folder.iterdir()) == [
        "Trommeln-Neustadt.JPG",
        *(f"trommeln-neustadt-{n}.jpg" for n in (2, 3, 4)),
    ]


def test_the_same_picture_twice_is_one(place: Settings) -> None:
    two = with_pictures(WITH_CONSENT, RED, RED, images__1__alt="Eins", images__2__alt="Zwei")
    _, found = handed_in(place, two)
    assert [(one.file, one.alt) for one in found.pictures] == [("trommeln-neustadt.jpg", "Eins")]


def test_a_long_id_makes_a_name_that_may_be_one(place: Settings) -> None:
    name = {**FIELDS, "name": ("Verein " + "für lange Namen " * 7,)}
    submission = replace(WITH_CONSENT, fields=name)
    its, found = handed_in(place, with_pictures(submission, RED, images__1__alt="x"))
    longer = its.renamed(found, "a" * 80)
    assert (longer.errors, longer.pictures[0].file) == ((), f"{'a' * 70}.jpg")
    assert f"file: {'a' * 70}.jpg" in longer.text and found.pictures[0].file not in longer.text


def test_a_change_adds_its_picture_behind_those_that_are_there(place: Settings) -> None:
    folder = place.content / "images"
    folder.mkdir()
    (folder / "alt.jpg").write_bytes(BLUE)
    path = place.content / CHOIR_FILE
    old = "images:\n  - file: alt.jpg\n    alt: Früher\n"
    path.write_text(path.read_text("utf-8").replace("formerly:", f"{old}formerly:"), "utf-8")
    DraftStore(place.inbox).put(with_pictures(change(), RED, images__1__alt="Heute"), NOW)
    decide(place, "annehmen")
    assert f"{old}  - file: chor-am-fluss.jpg\n    alt: Heute\n" in text_of(place, CHOIR_FILE)


def test_a_form_counts_on_behind_the_pictures_that_are_there(place: Settings) -> None:
    folder = place.content / "images"
    folder.mkdir()
    (folder / "alt.jpg").write_bytes(BLUE)
    path = place.content / CHOIR_FILE
    old = "images:\n  - file: alt.jpg\n    alt: Früher\n"
    path.write_text(path.read_text("utf-8").replace("formerly:", f"{old}formerly:"), "utf-8")
    said = change(images__1__alt=("Damals",), images__2__alt=("Heute",))
    _, found = handed_in(place, with_pictures(said, RED))
    expected = "  - file: alt.jpg\n    alt: Damals\n  - file: chor-am-fluss.jpg\n    alt: Heute\n"
    assert expected in found.text and found.errors == ()


def test_an_event_has_one(place: Settings) -> None:
    fields = {
        "title": ("Konzert am See",),
        "start": ("2026-12-01T19:00",),
        "organisers": ("boxclub",),
        "image.alt": ("Ein See",),
    }
    submission = Submission(form="termin", fields=fields)
    _, found = handed_in(place, with_pictures(submission, RED, BLUE))
    assert found.unusable == ("IMG_2.png",)
    name = found.pictures[0].file
    assert name == f"{found.id}.jpg"
    assert f"image:\n  file: {name}\n  alt: Ein See\n" in found.text
    assert found.errors == ()


def test_what_has_no_place_for_pictures_takes_none(place: Settings) -> None:
    fields = {"kind": ("biete",), "title": ("Saal",), "association": ("boxclub",)}
    submission = Submission(form="biete-suche", fields=fields)
    _, found = handed_in(place, with_pictures(submission, RED))
    assert (found.pictures, found.undescribed, found.unusable) == ((), (), ("IMG_1.png",))


def test_whoever_takes_it_out_of_the_text_has_taken_it_out(place: Settings) -> None:
    DraftStore(place.inbox).put(with_pictures(WITH_CONSENT, RED, images__1__alt="x"), NOW)

    def edit(text: str, name: str) -> str:
        return re.sub(r"images:\n(?:  .*\n)+", "", text)

    decide(place, "bearbeiten", "annehmen", edit=edit)
    assert (place.content / NEW).is_file() and "images" not in text_of(place, NEW)
    assert pictures(place) == {}


def test_refusing_leaves_nothing_in_the_content(repository: Settings) -> None:
    DraftStore(repository.inbox).put(with_pictures(WITH_CONSENT, RED, images__1__alt="x"), NOW)
    decide(repository, "ablehnen", "")
    assert git(repository, "status", "--porcelain", "--ignored") == ""
    assert not (repository.content / "images").exists()


def test_all_or_nothing(place: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    DraftStore(place.inbox).put(with_pictures(WITH_CONSENT, RED, images__1__alt="x"), NOW)
    real: Callable[[Write], None] = writes._place

    def full(write: Write) -> None:
        if write.path.suffix == ".md":
            raise OSError(28, "No space left on device")
        real(write)

    monkeypatch.setattr(writes, "_place", full)
    with pytest.raises(OSError, match="No space"):
        decide(place, "annehmen")
    assert pictures(place) == {} and not (place.content / NEW).exists()
    assert len(DraftStore(place.inbox).ids()) == 1


def test_a_folder_that_is_a_link_is_not_followed(place: Settings, tmp_path: Path) -> None:
    outside = tmp_path / "woanders"
    outside.mkdir()
    (place.content / "images").symlink_to(outside)
    its, found = handed_in(place, with_pictures(WITH_CONSENT, RED, images__1__alt="x"))
    with pytest.raises(ChangedMeanwhile):
        carry_out(decision.accepting(found, WITH_CONSENT, its.content))
    assert list(outside.iterdir()) == [] and not (place.content / NEW).exists()


@pytest.mark.parametrize("step", ["entry", "commit", "done"])
@pytest.mark.parametrize("submission", [WITH_CONSENT, change()], ids=["new", "change"])
def test_killed_anywhere_it_is_finished_the_next_time(
    step: str, submission: Submission, repository: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = with_pictures(submission, RED, GLASS, images__1__alt="Eins", images__2__alt="Zwei")
    DraftStore(repository.inbox).put(two, NOW)

    def stop(*given: object) -> None:
        raise KeyboardInterrupt

    def killed(made: tuple[Write, ...]) -> None:
        """Only the first picture is there, and nobody could undo it."""
        made[0].path.parent.mkdir(exist_ok=True)
        made[0].path.write_bytes(made[0].data)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        if step == "entry":
            patched.setattr(decision, "write_all", killed)
        else:
            place = {"commit": (its_inbox, "commit"), "done": (DraftStore, "done")}
            patched.setattr(*place[step], stop)
        with pytest.raises(KeyboardInterrupt):
            decide(repository, "annehmen")
    decide(repository, "annehmen")
    name = "trommeln-neustadt" if submission is WITH_CONSENT else "chor-am-fluss"
    assert sorted(pictures(repository)) == [f"{name}.jpg", f"{name}.png"]
    assert text_of(repository, f"associations/{name}.md").count("  - file: ") == 2
    assert DraftStore(repository.inbox).ids() == ()
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "rev-list", "--count", "HEAD") == "2\n"
    added = git(repository, "log", "--format=", "--name-only", "-1").split()
    assert added == [f"associations/{name}.md", f"images/{name}.jpg", f"images/{name}.png"]
