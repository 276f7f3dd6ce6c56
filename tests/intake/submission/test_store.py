"""The folder of drafts: nothing lost, nothing doubled, nothing outside of it."""

import errno
import hashlib
import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from plugins.intake.submission.record import content_of
from plugins.intake.submission.store import DONE, Begun, DraftStore, Stored, StoreError
from plugins.intake.submission.submission import Attachment, Submission
from tests.intake.submission.test_questionnaire import SUBMITTED, submissions

NOW = datetime(2026, 11, 22, 18, 30, 5, tzinfo=ZoneInfo("Europe/Berlin"))
KEPT = timedelta(days=30)
PNG = b"\x89PNG\r\n\x1a\nrest"
WITH_FILES = replace(
    SUBMITTED, attachments=(Attachment("../../x.sh", data=PNG), Attachment("a.pdf", data=b"%PDF"))
)


def files(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_there_and_back(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    draft_id, is_new = store.put(WITH_FILES, NOW)
    assert is_new and draft_id.startswith("20261122-183005-")
    kept = (Attachment("../../x.sh", f"{draft_id}-1.png"), Attachment("a.pdf"))
    assert store.get(draft_id) == Stored(draft_id, NOW, replace(SUBMITTED, attachments=kept))
    assert store.path_of(kept[0]).read_bytes() == PNG
    assert store.ids() == (draft_id,)


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    store.put(WITH_FILES, NOW)
    found = {stat.S_IMODE(p.stat().st_mode) for p in store.folder.rglob("*") if p.is_file()}
    assert found == {0o600}
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_the_file_is_as_agreed(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    draft_id, _ = store.put(SUBMITTED, NOW)
    data = json.loads((store.folder / f"{draft_id}.json").read_text("utf-8"))
    assert (
        sorted(data)
        == (
            "attachments consent entry fields form id language message original received sender "
            "source version"
        ).split()
    )
    assert (data["received"], data["version"]) == ("2026-11-22T18:30:05+01:00", 1)


@pytest.mark.parametrize(
    ("submission", "later", "key", "is_new"),
    [
        (SUBMITTED, timedelta(), "", False),
        (replace(SUBMITTED, source="mail", original="x"), timedelta(hours=23), "", False),
        (SUBMITTED, timedelta(hours=25), "", True),
        (replace(SUBMITTED, message="Bitte."), timedelta(), "", True),
        (SUBMITTED, timedelta(days=400), "<1@x>", True),
    ],
)
def test_the_same_again_is_the_same_draft(
    submission: Submission, later: timedelta, key: str, is_new: bool, tmp_path: Path
) -> None:
    store = DraftStore(tmp_path / "eingang")
    first, _ = store.put(SUBMITTED, NOW)
    again, found = store.put(submission, NOW + later, key)
    assert found == is_new and (again != first) == is_new
    assert len(store.ids()) == 1 + is_new


@pytest.mark.parametrize("is_done", [False, True])
def test_a_key_is_good_once_and_for_all(is_done: bool, tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    first, _ = store.put(SUBMITTED, NOW, "<1@x>")
    if is_done:
        store.done(first)
        assert store.remove_old(later(days=31), 30) == 1
        assert files(store.folder / DONE) == []
    assert store.put(replace(SUBMITTED, message="x"), NOW + KEPT * 3, "<1@x>") == (first, False)
    assert store.ids() == (() if is_done else (first,))


def test_what_is_decided_is_put_aside_with_all_that_came_along(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    first, _ = store.put(WITH_FILES, NOW)
    second, _ = store.put(SUBMITTED, NOW)
    store.done(first)
    store.done(first)
    assert store.ids() == (second,)
    assert files(store.folder / DONE) == [f"{first}-1.png", f"{first}.json"]
    assert store.remove_old(later(), 30) == 0
    assert store.put(WITH_FILES, NOW) == (first, False)


def later(**given: int) -> datetime:
    """So much later than now: how old a file is the system says, by its own clock."""
    return datetime.now(NOW.tzinfo) + timedelta(**given)


def test_what_was_decided_goes_by_itself(tmp_path: Path) -> None:
    """The address of the sender, what came along, the answer, the key by what it said."""
    store = DraftStore(tmp_path / "eingang")
    decided, _ = store.put(WITH_FILES, NOW)
    by_mail, _ = store.put(SUBMITTED, NOW, "<1@x>")
    for one in (decided, by_mail):
        store.keep_answer(one, b"To: mona@chor.example")
        store.done(one)
    before = files(store.folder)
    assert store.remove_old(later(days=44, hours=23), 45) == 0
    assert [name for name in files(store.folder) if name not in before] == [".aufgeraeumt"]
    assert store.remove_old(later(days=46), 45) == 2
    left = files(store.folder)
    assert [name for name in left if not name.startswith(".")] == [
        f"schluessel/{hashlib.sha256(b'key:<1@x>').hexdigest()}"
    ]
    assert store.put(SUBMITTED, NOW + KEPT * 9, "<1@x>") == (by_mail, False)


def test_what_nobody_has_decided_stays(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    draft_id, _ = store.put(WITH_FILES, NOW)
    store.keep_answer(draft_id, b"")
    assert store.remove_old(later(days=400), 30) == 0
    found = store.get(draft_id)
    assert found is not None and store.path_of(found.submission.attachments[0]).read_bytes() == PNG
    assert store.answered() == {draft_id}


def put_unconfirmed(store: DraftStore, key: str, received: datetime, *, asked: bool) -> str:
    draft_id, _ = store.put_once(WITH_FILES, NOW, received, key, unconfirmed=True)
    if asked:
        store.note_asked(draft_id)
    return draft_id


def test_what_its_sender_has_not_confirmed_goes(tmp_path: Path) -> None:
    """With all that came along and the answer to it; nothing else that nobody has decided."""
    store = DraftStore(tmp_path / "eingang")
    given_up = put_unconfirmed(store, "a", NOW, asked=True)
    store.keep_answer(given_up, b"To: mona@chor.example")
    young = put_unconfirmed(store, "b", NOW + timedelta(seconds=1), asked=True)
    unasked = put_unconfirmed(store, "c", NOW, asked=False)
    confirmed = put_unconfirmed(store, "d", NOW, asked=True)
    assert store.confirm(confirmed)
    by_mail, _ = store.put(SUBMITTED, NOW, "<1@x>")
    assert store.remove_old(NOW + KEPT, 30) == 0
    assert store.remove_old(NOW + KEPT + timedelta(seconds=1), 31) == 0
    assert store.remove_old(NOW + KEPT + timedelta(seconds=1), 30) == 1
    assert set(store.ids()) == {young, unasked, confirmed, by_mail}
    assert [name for name in files(store.folder) if given_up in name] == []
    assert not store.confirm(given_up)


def test_who_edits_a_draft_keeps_that_it_is_confirmed(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    draft_id = put_unconfirmed(store, "a", NOW, asked=True)
    seen = store.get(draft_id)
    assert seen is not None and seen.unconfirmed
    store.confirm(draft_id)
    store.change(replace(seen, submission=SUBMITTED))
    now = store.get(draft_id)
    assert now is not None and (now.submission, now.unconfirmed) == (SUBMITTED, False)


@pytest.mark.slow
def test_ended_while_what_is_not_confirmed_is_removed(tmp_path: Path) -> None:
    step = 0
    is_over = False
    while not is_over:
        store = DraftStore(tmp_path / str(step))
        put_unconfirmed(store, "a", NOW, asked=True)
        far = NOW + KEPT + timedelta(days=1)
        is_over = ended_at(step, lambda s=store, f=far: s.remove_old(f, 30))  # type: ignore[misc]
        store.remove_old(far, 30)
        assert [name for name in files(store.folder) if not name.startswith(".")] == []
        step += 1


def test_it_is_looked_for_once_a_day_and_again_when_the_setting_changes(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    assert store.remove_old(NOW, 30) == 0 and not store.folder.exists()
    draft_id, _ = store.put(SUBMITTED, NOW)
    store.done(draft_id)
    far = later(days=20).replace(hour=12)
    assert store.remove_old(far, 30) == 0
    assert store.remove_old(far, 30) == store.remove_old(far + timedelta(hours=1), 30) == 0
    assert store.remove_old(far, 10) == 1


def test_what_was_never_finished_goes_too(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    draft_id, _ = store.put(WITH_FILES, NOW)
    half = store.folder / ".20261122-183005-00000000.json.new"
    alone = store.folder / "20261122-183005-00000000-1.png"
    mine = store.folder / "notizen.png"
    for path in (half, alone, mine):
        path.write_text("x")
    assert store.remove_old(later(), 30) == 0 and half.exists() and alone.exists()
    assert store.remove_old(later(days=31), 30) == 0
    assert not half.exists() and not alone.exists() and mine.exists()
    assert store.ids() == (draft_id,)
    assert (store.folder / f"{draft_id}-1.png").exists()


@pytest.mark.slow
def test_ended_while_what_is_old_is_removed(tmp_path: Path) -> None:
    step = 0
    is_over = False
    while not is_over:
        store = DraftStore(tmp_path / str(step))
        draft_id, _ = store.put(WITH_FILES, NOW)
        other, _ = store.put(SUBMITTED, NOW)
        store.done(draft_id)
        far = later(days=31)
        is_over = ended_at(step, lambda s=store, f=far: s.remove_old(f, 30))  # type: ignore[misc]
        store.remove_old(far, 30)
        assert files(store.folder / DONE) == [] and store.ids() == (other,)
        step += 1


@pytest.mark.parametrize("name", ["../x", "x", "", "20261122-183005-0000000g", "a/b", "../" * 9])
def test_no_name_leads_elsewhere(name: str, tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    store.put(SUBMITTED, NOW)
    (tmp_path / "x.json").write_text("{}")
    assert store.get(name) is None
    with pytest.raises(ValueError, match=r".*"):
        store.done(name)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"received": 1}', '{"fields": []}', "[" * 9999]
)
def test_what_is_no_draft_is_none(text: str, tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    (tmp_path / "20261122-183005-00000000.json").write_text(text)
    assert store.get(store.ids()[0]) is None


def test_a_draft_names_no_file_but_its_own(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    draft_id, _ = store.put(WITH_FILES, NOW)
    path = store.folder / f"{draft_id}.json"
    for other in ("../x.png", "/etc/passwd", "20261122-183005-00000000-1.png"):
        text = path.read_text("utf-8").replace(f"{draft_id}-1.png", other)
        (store.folder / "20261122-183005-ffffffff.json").write_text(text)
        found = store.get("20261122-183005-ffffffff")
        assert found is not None and found.submission.attachments[0].file == ""


@pytest.mark.parametrize("name", ["", "schluessel"])
def test_a_link_is_no_folder(name: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = tmp_path / "eingang"
    if name:
        folder.mkdir()
    (folder / name if name else folder).symlink_to(elsewhere)
    with pytest.raises(StoreError):
        DraftStore(folder).put(SUBMITTED, NOW)
    assert list(elsewhere.iterdir()) == []


def refusing(number: int) -> Callable[[int], None]:
    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize(("number", "is_full"), [(errno.ENOSPC, True), (errno.EIO, False)])
def test_a_full_disk(
    number: int, is_full: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DraftStore(tmp_path / "eingang")
    store.put(SUBMITTED, NOW)
    before = files(store.folder)
    other = replace(WITH_FILES, message="x")
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", refusing(number))
        with pytest.raises(StoreError) as refused:
            store.put(other, NOW)
    assert refused.value.is_full == is_full
    assert files(store.folder) == before
    assert store.put(other, NOW)[1]
    assert len(store.ids()) == 2


STEPS = ("open", "fsync", "rename", "replace", "mkdir", "unlink")


def ended_at(step: int, work: Callable[[], object]) -> bool:
    """Whether a process that does this is over before it has made so many steps."""
    child = os.fork()
    if child == 0:
        left = [step]

        def counted(real: Callable[..., object]) -> Callable[..., object]:
            def call(*given: object, **named: object) -> object:
                left[0] -= 1
                if left[0] < 0:
                    os._exit(9)
                return real(*given, **named)

            return call

        for name in STEPS:
            setattr(os, name, counted(getattr(os, name)))
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.slow
@pytest.mark.parametrize("key", ["", "<1@x>"])
def test_ended_between_any_two_writes(key: str, tmp_path: Path) -> None:
    step = 0
    is_over = False
    while not is_over:
        store = DraftStore(tmp_path / str(step))
        is_over = ended_at(step, lambda s=store: s.put(WITH_FILES, NOW, key))  # type: ignore[misc]
        seen = store.ids()
        again, _ = store.put(WITH_FILES, NOW + timedelta(minutes=1), key)
        assert seen in ((), (again,))
        assert store.ids() == (again,)
        found = store.get(again)
        assert found is not None
        assert [store.path_of(one).read_bytes() for one in found.submission.attachments[:1]] == [
            PNG
        ]
        step += 1
    assert step > 15


@pytest.mark.slow
def test_ended_while_it_is_put_aside(tmp_path: Path) -> None:
    step = 0
    is_over = False
    while not is_over:
        store = DraftStore(tmp_path / str(step))
        draft_id, _ = store.put(WITH_FILES, NOW)
        is_over = ended_at(step, lambda s=store, d=draft_id: s.done(d))  # type: ignore[misc]
        assert store.put(WITH_FILES, NOW) == (draft_id, False)
        assert store.ids() in ((draft_id,), ())
        store.done(draft_id)
        assert f"{draft_id}.json" in files(store.folder / DONE)
        step += 1


def test_many_at_once_are_one_draft(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    children = []
    for _ in range(8):
        child = os.fork()
        if child == 0:
            try:
                store.put(SUBMITTED, NOW)
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    assert len(store.ids()) == 1


@pytest.mark.slow
@given(submissions())
def test_any_submission_is_kept(
    tmp_path_factory: pytest.TempPathFactory, submission: Submission
) -> None:
    store = DraftStore(tmp_path_factory.mktemp("any") / "eingang")
    draft_id, _ = store.put(submission, NOW)
    found = store.get(draft_id)
    assert found is not None
    assert content_of(found.submission) == content_of(submission)


def once(store: DraftStore, key: str = "a", said: Submission = SUBMITTED) -> tuple[str, bool]:
    return store.put_once(said, NOW, NOW + timedelta(seconds=9), key)


def test_what_comes_under_a_key_is_there_once(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    draft_id, is_new = once(store, said=WITH_FILES)
    assert is_new and draft_id.startswith("20261122-183005-")
    assert once(store, said=WITH_FILES) == (draft_id, False)
    found = store.get(draft_id)
    assert found is not None and found.received == NOW + timedelta(seconds=9)
    assert files(store.folder) == [f"{draft_id}-1.png", f"{draft_id}.json"]
    store.done(draft_id)
    assert once(store, said=WITH_FILES) == (draft_id, False)
    assert store.ids() == ()


def test_who_is_slower_finds_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = DraftStore(tmp_path / "eingang")
    draft_id, _ = once(store)
    known = store._known
    asked: list[str] = []

    def late(draft_id: str) -> str | None:
        asked.append(draft_id)
        return None if len(asked) == 1 else known(draft_id)

    monkeypatch.setattr(store, "_known", late)
    assert once(store) == (draft_id, False)
    store.done(draft_id)
    asked.clear()
    assert once(store) == (draft_id, False)
    assert store.ids() == ()


def test_in_the_order_in_which_they_came(tmp_path: Path) -> None:
    """Whenever their forms were begun; of the same moment always the same one is first."""
    store, moment = DraftStore(tmp_path / "eingang"), timedelta(microseconds=1)
    times = [NOW, NOW, *(NOW + n * moment for n in range(1, 9))]
    ids = [
        store.put_once(SUBMITTED, NOW - n * timedelta(minutes=n % 3), time, str(n))[0]
        for n, time in enumerate(times)
    ]
    (store.folder / "20200101-000000-00000000.json").write_text("?")
    expected = (*sorted(ids[:2]), *ids[2:], "20200101-000000-00000000")
    assert DraftStore(store.folder).ids() == store.ids() == expected
    again = DraftStore(store.folder)
    assert [again.after(one) for one in expected[:-1]] == [*expected[1:-1], expected[0]]
    again.done(expected[3])
    assert again.after(expected[3]) == expected[4]
    for one in ids:
        store.done(one)
    assert store.after(ids[0]) == ""


def test_another_with_the_same_first_digits_has_an_id_of_its_own(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    draft_id, _ = once(store)
    path = store.folder / f"{draft_id}.json"
    path.write_text(path.read_text("utf-8").replace('"digest": "', '"digest": "0'), "utf-8")
    other, is_new = once(store)
    assert is_new and other[:15] == draft_id[:15] and other != draft_id
    assert once(store) == (other, False)
    assert store.ids() == tuple(sorted((draft_id, other)))
    assert store.put_before(NOW, "a") == other
    store.done(other)
    assert store.put_before(NOW, "a") == other
    assert store.put_before(NOW, "b") == store.put_before(NOW + timedelta(seconds=1), "a") == ""


def test_a_full_disk_keeps_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = DraftStore(tmp_path / "eingang")

    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(StoreError) as refused:
            once(store)
    assert refused.value.is_full and files(store.folder) == []
    assert once(store)[1]


def test_what_waits_for_its_sender_says_so(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    draft_id, _ = store.put_once(SUBMITTED, NOW, NOW, "a", unconfirmed=True)
    before = store.get(draft_id)
    assert before is not None and before.unconfirmed
    assert store.confirm(draft_id)
    assert store.get(draft_id) == replace(before, unconfirmed=False)
    store.done(draft_id)
    assert not store.confirm(draft_id)


@pytest.mark.parametrize("file", ["../x/y.md", "/etc/passwd", "a/../../b.md", ".git/config"])
def test_a_decision_that_was_begun_names_files_of_the_content(file: str, tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "eingang")
    stored = store.get(store.put(SUBMITTED, NOW)[0])
    assert stored is not None
    begun = replace(stored, begun=Begun(("associations/x.md", "images/x.jpg"), "Neu", "abc"))
    store.change(begun)
    assert store.get(stored.id) == begun
    store.change(replace(stored, begun=Begun(("associations/x.md", file), "Neu")))
    assert store.get(stored.id) == stored
