"""The folder of drafts: submissions that nobody has decided about yet. Never part of the site.

One file a draft, `<day>-<time>-<8 hex>.json`, its attachments beside it. A draft is there whole
or not at all, whatever ends the program: what comes along is written first, each file under
another name, flushed, and renamed. What has been decided moves to `erledigt/`, answers that wait
to be sent to `antworten/`; `remove_old` takes both away after so many days. A draft that nobody has
decided is not removed, for nobody has read it, and what was handed in is not lost: but for what its
sender was asked by mail to confirm and has not, which goes after as many days.

The same thing handed in again is the same draft. `schluessel/` has one small file for each thing
that came, by a digest of it, with the id of its draft; a + behind it says that the draft was
written. It is made before the draft and finished after it: so of two runs, of which the first was
ended anywhere, the second writes the very same draft. No name and no address is in it. One that was
made of nothing but what was handed in could be guessed, and goes with what was decided; that of a
mail stays, or the mail would come again. `postfaecher/` says of each mailbox how far it was read.
"""

import errno
import fcntl
import hashlib
import json
import os
import re
import secrets
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from math import inf
from pathlib import Path
from typing import Any

from plugins.intake.submission.record import content_of, data_of, submission_of
from plugins.intake.submission.submission import Attachment, Submission

VERSION = 1
AGAIN = timedelta(days=1)
"""For so long the same form, filled in alike, is the same draft."""

DONE, KEYS, ANSWERS, LOCK = "erledigt", "schluessel", "antworten", ".lock"
DESK = ".schreibtisch"
"""Locked by whoever decides; `.lock` by whoever writes, which takes no time."""
MARKS = "postfaecher"
TIDY = ".aufgeraeumt"
"""On which day, and after how many, what is old was last removed."""
FOR_A_DAY = ".tag"
"""How the names of keys end that are good for a day only."""
ID = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9a-f]{8}")
"""What a draft is called."""
_FILE = re.compile(rf"{ID.pattern}-[0-9]{{1,3}}\.(?:jpg|png|gif|webp)")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_INSIDE = re.compile(r"[a-z]+/[^/]+")
_STAMP = "%Y%m%d-%H%M%S"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


class StoreError(Exception):
    """The folder cannot be used; nothing that was there has been lost."""

    def __init__(self, path: Path, reason: str, *, is_full: bool = False) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason, self.is_full = path, reason, is_full


class Decided(Exception):
    """Somebody else has decided about the draft meanwhile, or changed it."""


@dataclass(frozen=True)
class Begun:
    """A decision whose files are about to be written, until git has them.

    `files` are named from the content on, that of the entry first; `before` is a digest of what
    that held, empty where it was not there or stays as it is.
    """

    files: tuple[str, ...]
    message: str
    before: str = ""


@dataclass(frozen=True)
class Stored:
    """A draft: a submission with its id and when it came."""

    id: str
    received: datetime
    submission: Submission
    digest: str = ""
    """Of what it can come under only once, for drafts that `put_once` has kept."""
    unconfirmed: bool = False
    """Whether its sender has to confirm it by mail, and has not done so yet."""
    asked: bool = False
    """Whether that mail went out. What nobody was asked to confirm is not lost for want of it."""
    begun: Begun | None = None
    """What somebody has accepted who may have been stopped in it."""

    def as_handed_in(self) -> "Stored":
        """The same without what mails about it have come to."""
        return replace(self, unconfirmed=False, asked=False)

    def goes(self, days: int) -> datetime | None:
        """After which moment it is removed though nobody has decided; `None`: not before that."""
        return self.received + timedelta(days=days) if self.unconfirmed and self.asked else None


class DraftStore:
    """The drafts in one folder, which is made when something comes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._received: dict[str, float] = {}
        """When each draft came, as far as that has been read: it does not change."""

    def put(self, submission: Submission, received: datetime, key: str = "") -> tuple[str, bool]:
        """Keep the submission; the id of its draft, and whether that is new.

        `key` is what it can come under only once, such as the Message-ID of a mail; without one the
        same content is the same draft for a day. When this returns, the draft is on the disk.
        Raises `StoreError`; then nothing has been kept, and the same call may be tried again.
        """
        of_content = f"content:{content_of(submission)}"
        digest = _digest(f"key:{key}") if key else f"{_digest(of_content)}{FOR_A_DAY}"
        with self._locked():
            known, is_written = self._key(digest)
            if known and (key or received - _time_in(known, received) < AGAIN):
                if is_written or self._is_there(known):
                    self._finish(digest, known)
                    return known, False
            else:
                known = f"{received:{_STAMP}}-{digest[:8]}"
                while self._is_there(known):
                    known = _next(known)
                self._write(f"{KEYS}/{digest}", known.encode())
            self._keep(Stored(known, received, submission))
            self._finish(digest, known)
        return known, True

    def put_once(
        self,
        submission: Submission,
        begun: datetime,
        received: datetime,
        key: str,
        *,
        unconfirmed: bool = False,
    ) -> tuple[str, bool]:
        """The same without waiting for others: so many may come at a time as like.

        What is handed in again has to come under the same `key` with the same time `begun`, which
        give its id: the first who links a whole file under that name has kept it. It is known for
        as long as its draft is, also among those that are decided. Raises `StoreError`.
        """
        draft_id, digest = _name_once(begun, key)
        if self._was_erased(digest):
            return draft_id, False
        self._folder("")
        while (known := self._known(draft_id)) != digest:
            if known is not None:
                draft_id = _next(draft_id)
            elif self._keep(
                Stored(draft_id, received, submission, digest, unconfirmed), self._link
            ):
                return draft_id, True
        return draft_id, False

    def put_before(self, begun: datetime, key: str) -> str:
        """The id of the draft that `put_once` has kept under a key; empty when there is none.

        That of one that was erased is known, too, until it is too old to come again.
        """
        draft_id, digest = _name_once(begun, key)
        if self._was_erased(digest):
            return draft_id
        while (known := self._known(draft_id)) is not None:
            if known == digest:
                return draft_id
            draft_id = _next(draft_id)
        return ""

    def confirm(self, draft_id: str) -> bool:
        """Note that its sender has confirmed a draft; whether it still waits for a decision."""
        with self._locked():
            stored = self.get(draft_id)
            if stored is not None and stored.unconfirmed:
                self._write(f"{draft_id}.json", _json(replace(stored, unconfirmed=False)))
        return stored is not None

    def note_asked(self, draft_id: str) -> None:
        """Note that its sender got the mail by which a draft is confirmed."""
        with self._locked():
            stored = self.get(draft_id)
            if stored is not None:
                self._write(f"{draft_id}.json", _json(replace(stored, asked=True)))

    def ids(self) -> tuple[str, ...]:
        """The ids of all drafts, the oldest first; what cannot be read comes last.

        Of two that came at the same moment always the same one is first.
        """
        try:
            with os.scandir(self.folder) as found:
                names = [one.name for one in found]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise StoreError(self.folder, error.strerror or "") from error
        stems = (name.removesuffix(".json") for name in names if name.endswith(".json"))
        return tuple(sorted(filter(ID.fullmatch, stems), key=self._place))

    def after(self, draft_id: str) -> str:
        """The draft that came after this one, which may be decided just now, or else the first.

        Empty where none waits that can be read.
        """
        here = self._place(draft_id)
        readable = [one for one in self.ids() if one != draft_id and one in self._received]
        later = (one for one in readable if self._place(one) > here)
        return next(later, next(iter(readable), ""))

    def _place(self, draft_id: str) -> tuple[float, str]:
        """Where a draft stands among all others. Its name says when its form was begun."""
        if draft_id not in self._received:
            found = self.get(draft_id)
            if found is None:
                return inf, draft_id
            self._received[draft_id] = found.received.timestamp()
        return self._received[draft_id], draft_id

    def size(self) -> int:
        """The bytes of all drafts that wait, with what came along. Raises `StoreError`."""
        total = 0
        try:
            with os.scandir(self.folder) as found:
                for one in found:
                    if ID.match(one.name):
                        with suppress(FileNotFoundError):  # it is being decided just now
                            total += one.stat(follow_symlinks=False).st_size
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise self._refused(error) from error
        return total

    def get(self, draft_id: str) -> Stored | None:
        """A draft; `None` when there is none (any more), or its file cannot be read."""
        if not ID.fullmatch(draft_id):
            return None
        try:
            text = self._read(f"{draft_id}.json")
            return _stored(json.loads(text), draft_id)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None

    def path_of(self, attachment: Attachment) -> Path:
        """Where an attachment is kept."""
        return self.folder / attachment.file

    @contextmanager
    def deciding(self, draft: Stored) -> Iterator[None]:
        """One person at a time decides, and only about the draft as they have seen it.

        That its sender has confirmed it meanwhile changes nothing in it.
        Raises `Decided`, `StoreError`; then nothing may be done about it.
        """
        with self._held(DESK):
            now = self.get(draft.id)
            if now is None or now.as_handed_in() != draft.as_handed_in():
                raise Decided
            yield

    def change(self, stored: Stored) -> None:
        """Keep a draft as somebody has edited it. What came along stays as it is.

        So does what its sender has confirmed meanwhile.
        """
        with self._locked():
            now = self.get(stored.id) or stored
            kept = replace(stored, unconfirmed=now.unconfirmed, asked=now.asked)
            self._write(f"{stored.id}.json", _json(kept))

    def keep_answer(self, draft_id: str, mail: bytes) -> Path:
        """Keep an answer to a draft until somebody sends it; where."""
        if not ID.fullmatch(draft_id):
            raise ValueError(draft_id)
        with self._locked():
            self._folder(ANSWERS)
            self._write(f"{ANSWERS}/{draft_id}.eml", mail)
        return self.folder / ANSWERS / f"{draft_id}.eml"

    def mark(self, source: str) -> str:
        """What was noted about how far a source was read; empty when nothing was."""
        try:
            return self._read(f"{MARKS}/{_digest(source)}")
        except (OSError, ValueError):
            return ""

    def set_mark(self, source: str, text: str) -> None:
        """Note how far a source was read: what comes before it has been kept."""
        with self._locked():
            self._folder(MARKS)
            self._write(f"{MARKS}/{_digest(source)}", text.encode())

    def answered(self) -> frozenset[str]:
        """The ids of drafts to which there is an answer."""
        try:
            names = os.listdir(self.folder / ANSWERS)  # noqa: PTH208
        except OSError:
            return frozenset()
        return frozenset(name.removesuffix(".eml") for name in names)

    def done(self, draft_id: str) -> None:
        """Put a draft aside that has been decided. Nothing happens when it is gone already."""
        if not ID.fullmatch(draft_id):
            raise ValueError(draft_id)
        with self._locked():
            self._folder(DONE)
            names = [f"{draft_id}.json", *self._beside(draft_id)]
            for name in names:  # the draft itself first: without it the others are nothing
                with suppress(FileNotFoundError):
                    os.replace(self.folder / name, self.folder / DONE / name)  # noqa: PTH105
            _sync(self.folder / DONE)
            _sync(self.folder)

    def remove_old(self, now: datetime, days: int) -> int:
        """Remove what was decided, and answered, more than so many days ago; how many drafts.

        And what its sender was asked to confirm that long ago, and has not. Cheap: it is looked for
        once a day. To be called by whatever opens the folder.
        """
        stamp = f"{now.date()} {days}"
        if not self.folder.exists() or self._tidied() == stamp:
            return 0
        with self._locked():
            ids = self.ids()
            answers = (path for path in self._in(ANSWERS) if path.stem not in ids)
            there = (*self._in(DONE), *answers, *self._short_keys(), *self._stray(ids))
            old = [path for path in there if _age(path, now) > timedelta(days=days)]
            old += self._all_of([one for one in ids if self._is_given_up(one, now, days)])
            for path in old:
                path.unlink(missing_ok=True)
            self._write(TIDY, stamp.encode())
        return sum(path.suffix == ".json" for path in old)

    def _is_given_up(self, draft_id: str, now: datetime, days: int) -> bool:
        stored = self.get(draft_id)
        end = stored.goes(days) if stored else None
        return end is not None and end < now

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """The id of each draft, decided or not, with what its file holds, readable or not."""
        for folder in (self.folder, self.folder / DONE):
            for path in sorted(folder.glob("*.json")):
                if ID.fullmatch(path.stem) and not path.is_symlink():
                    with suppress(OSError):
                        yield path.stem, path.read_bytes()

    def erase(self, ids: Collection[str]) -> None:
        """Remove these drafts with all that belongs to them; what is gone already does not matter.

        The draft itself goes last, so that who was stopped can do it again. The key of a mail
        stays: without it the mail would come again. So does a mark of what was handed in on a page,
        which says nothing: somebody may have that page open.
        """
        if not ids:
            return
        with self._locked():
            for digest in filter(_DIGEST.fullmatch, (self._known(one) or "" for one in ids)):
                self._write(f"{KEYS}/{digest}{FOR_A_DAY}", b"")
            for path in self._all_of(ids):
                path.unlink(missing_ok=True)
            for path in self._short_keys():
                if path.read_text(errors="replace")[:24] in ids:
                    path.unlink(missing_ok=True)

    def _all_of(self, ids: Collection[str]) -> list[Path]:
        """All that belongs to these drafts, decided or not; the drafts themselves last."""
        if not ids:
            return []
        folders = (self.folder, self.folder / DONE, self.folder / ANSWERS)
        found = [path for folder in folders for path in folder.glob("*") if path.name[:24] in ids]
        return sorted(found, key=lambda path: path.suffix == ".json")

    def _was_erased(self, digest: str) -> bool:
        return (self.folder / KEYS / f"{digest}{FOR_A_DAY}").is_file()

    def _tidied(self) -> str:
        try:
            return self._read(TIDY)
        except (OSError, ValueError):
            return ""

    def _in(self, name: str) -> list[Path]:
        return [path for path in (self.folder / name).glob("*") if not path.is_dir()]

    def _short_keys(self) -> list[Path]:
        """Keys by content."""
        return list((self.folder / KEYS).glob(f"*{FOR_A_DAY}"))

    def _stray(self, ids: Collection[str]) -> list[Path]:
        """What a program left that was ended: half a file, a picture whose draft is not here."""
        named = (path for path in self._in("") if _FILE.fullmatch(path.name))
        alone = [path for path in named if path.name[:24] not in ids]
        return [*self.folder.rglob(".*.new"), *alone]

    def _beside(self, draft_id: str) -> list[str]:
        with os.scandir(self.folder) as found:
            return [one.name for one in found if one.name.startswith(f"{draft_id}-")]

    def _is_there(self, draft_id: str) -> bool:
        return any((self.folder / folder / f"{draft_id}.json").is_file() for folder in (".", DONE))

    def _known(self, draft_id: str) -> str | None:
        """Under which digest a draft was kept; `None` where there is none with this id."""
        for name in (f"{draft_id}.json", f"{DONE}/{draft_id}.json"):
            try:
                return str(json.loads(self._read(name)).get("digest", ""))
            except FileNotFoundError:
                continue
            except OSError as error:
                raise self._refused(error) from error
            except (ValueError, AttributeError):
                return ""
        return None

    def _key(self, digest: str) -> tuple[str, bool]:
        """The id of the draft that came under a key, and whether that was written."""
        try:
            text = self._read(f"{KEYS}/{digest}")
        except FileNotFoundError:
            return "", False
        except OSError as error:
            raise StoreError(self.folder, error.strerror or "") from error
        known = text[:24]
        return (known, text.endswith("+")) if ID.fullmatch(known) else ("", False)

    def _finish(self, digest: str, draft_id: str) -> None:
        """Note that the draft is on the disk. Without the note it would be looked for again."""
        with suppress(StoreError):
            self._write(f"{KEYS}/{digest}", f"{draft_id}+".encode())

    def _keep(self, stored: Stored, write: Callable[[str, bytes], bool] | None = None) -> bool:
        """Keep a draft after what came along; what writing it gave."""
        attachments = []
        for number, one in enumerate(stored.submission.attachments, start=1):
            ending = picture_ending(one.data)
            if ending:
                name = f"{stored.id}-{number}{ending}"
                self._write(name, one.data)
                attachments.append(replace(one, file=name, data=b""))
            else:
                attachments.append(replace(one, file="", data=b""))
        submission = replace(stored.submission, attachments=tuple(attachments))
        data = _json(replace(stored, submission=submission))
        return (write or self._write)(f"{stored.id}.json", data)

    def _link(self, name: str, data: bytes) -> bool:
        """Write a file like `_write`, unless there is one; whether there was none.

        Of two who write it at once only one links it. Who decided about it in between has moved
        the other's, so it is looked for once more.
        """
        beside = self._beside_of(name)
        try:
            self._flushed(beside, data)
            try:
                os.link(beside, self.folder / name)
                is_new = not (self.folder / DONE / name).exists()
                if not is_new:
                    (self.folder / name).unlink(missing_ok=True)
            except FileExistsError:
                is_new = False
            beside.unlink()
            _sync(self.folder)
        except OSError as error:
            with suppress(OSError):
                beside.unlink()
            raise self._refused(error) from error
        return is_new

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One at a time; the folders are there then."""
        self._folder("")
        self._folder(KEYS)
        with self._held(LOCK):
            try:
                yield
            except OSError as error:
                raise self._refused(error) from error

    @contextmanager
    def _held(self, name: str) -> Iterator[None]:
        """Hold a lock; who is killed holds it no longer."""
        self._folder("")
        try:
            number = os.open(self.folder / name, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        except OSError as error:
            raise self._refused(error) from error
        try:
            fcntl.flock(number, fcntl.LOCK_EX)
            yield
        finally:
            os.close(number)

    def _folder(self, name: str) -> None:
        path = self.folder / name
        try:
            path.mkdir(mode=0o700, exist_ok=True)
            if not stat.S_ISDIR(path.lstat().st_mode):
                raise StoreError(path, os.strerror(errno.ENOTDIR))
        except OSError as error:
            raise self._refused(error) from error

    def _read(self, name: str) -> str:
        number = os.open(self.folder / name, os.O_RDONLY | os.O_NOFOLLOW)
        with os.fdopen(number, encoding="utf-8") as stream:
            return stream.read()

    def _write(self, name: str, data: bytes) -> bool:
        """Write a file: durably, and whole or not at all."""
        path, beside = self.folder / name, self._beside_of(name)
        try:
            self._flushed(beside, data)
            os.rename(beside, path)  # noqa: PTH104
            _sync(path.parent)
        except OSError as error:
            with suppress(OSError):
                beside.unlink()
            raise self._refused(error) from error
        return True

    def _beside_of(self, name: str) -> Path:
        """Where a file is written before it has its name; nobody else writes there."""
        path = self.folder / name
        return path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")

    def _flushed(self, path: Path, data: bytes) -> None:
        number = os.open(path, _NEW, 0o600)
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())

    def _refused(self, error: OSError) -> StoreError:
        is_full = error.errno in _FULL
        return StoreError(self.folder, error.strerror or str(error), is_full=is_full)


def _age(path: Path, now: datetime) -> timedelta:
    return now - datetime.fromtimestamp(path.lstat().st_ctime, now.tzinfo)


def _sync(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    number = os.open(folder, _FOLDER)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _name_once(begun: datetime, key: str) -> tuple[str, str]:
    """The first id that a draft which comes once may have, and by which digest it is known."""
    digest = _digest(f"once:{key}")
    return f"{begun:{_STAMP}}-{digest[:8]}", digest


def _next(draft_id: str) -> str:
    """The id to try where another draft has this one by chance."""
    return f"{draft_id[:-8]}{_digest(draft_id)[:8]}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _time_in(draft_id: str, like: datetime) -> datetime:
    return datetime.strptime(draft_id[:15], _STAMP).replace(tzinfo=like.tzinfo)


_PICTURES = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"GIF8", ".gif"),
)


def picture_ending(data: bytes) -> str:
    """The ending for a picture's name, by how it begins; empty for what is no picture."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return next((ending for start, ending in _PICTURES if data.startswith(start)), "")


def _json(stored: Stored) -> bytes:
    data = data_of(stored.submission) | {
        "version": VERSION,
        "id": stored.id,
        "received": stored.received.isoformat(),
    }
    if stored.digest:
        data["digest"] = stored.digest
    if stored.unconfirmed:
        data["unconfirmed"] = True
    if stored.asked:
        data["asked"] = True
    if stored.begun:
        data["begun"] = asdict(stored.begun)
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _stored(data: Mapping[str, Any], draft_id: str) -> Stored:
    """What the file of a draft says; others may have written it too."""
    return Stored(
        draft_id,
        datetime.fromisoformat(str(data["received"])),
        submission_of(data, lambda file: _is_file_of(draft_id, file)),
        digest=str(data.get("digest", "")),
        unconfirmed=data.get("unconfirmed") is True,
        asked=data.get("asked") is True,
        begun=_begun(data.get("begun")),
    )


def _begun(data: Mapping[str, Any] | None) -> Begun | None:
    if not data:
        return None
    files = tuple(map(str, data["files"]))
    is_inside = all(_INSIDE.fullmatch(file) for file in files)
    return Begun(files, str(data["message"]), str(data["before"])) if files and is_inside else None


def _is_file_of(draft_id: str, file: str) -> bool:
    return _FILE.fullmatch(file) is not None and file.startswith(f"{draft_id}-")
