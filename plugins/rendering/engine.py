"""Writes a plan into a folder: what is new or different is made, what is no longer planned goes.

An address belongs to one page. The folder's `.manifest` lists what belongs to the site, so that
files of somebody else are never deleted, and a build that was killed is put right by the next.
What was made by an earlier build out of the same things is left alone (`records`).
"""

import gc
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from errno import ENOTDIR
from functools import partial
from itertools import chain
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from plugins.catalogue.processes import Step, share_out
from plugins.catalogue.store import Collection, Store
from plugins.rendering.failure import said
from plugins.rendering.fingerprint import Fingerprints
from plugins.rendering.outcome import Built
from plugins.rendering.page import AddressClash, Output, Page, View
from plugins.rendering.planning import Drawing, Planned
from plugins.rendering.receipt import MANIFEST, state, written
from plugins.rendering.records import Answer, Asked, Record
from plugins.rendering.templates import Renderer, World, folder_of

TIDIED = 250
"""After so many files what they leave behind is looked for: of each page its Jinja context, some
8 kB that hold each other."""


class ForeignFolder(Exception):
    """The output folder holds files, but no site of ours."""


class _Piece(NamedTuple):
    """One file of the site: a digest of all that it is made of, and what makes it.

    First its view is made, whose digest together with `drawn_by` says what the file shows; then its
    bytes. A file of the theme, or a picture, has these at once.
    """

    language: str
    path: str
    made_of: bytes
    drawn_by: bytes
    source: Planned | Callable[[], bytes]


class _Made(NamedTuple):
    """What came of a piece: its record, why it could not be made, or what the disk refused."""

    path: str
    record: Record | None
    is_new: bool = False
    failure: str = ""
    refused: OSError | None = None


def build(
    plans: Mapping[str, Iterable[Planned]],
    world: World,
    renderers: Mapping[str, Renderer],
    output: Path,
    processes: int = 1,
    store: Store | None = None,
    step: Step | None = None,
) -> Built:
    """Bring the folder `output` to the state that the plans describe, using so many processes.

    Every language has its plan and its renderer; `world` is that of the site's own language. What
    `store` says of an earlier build into the same folder need not be made again. `step` is told
    how much is done.

    Raises `OSError`, with the path that is in the way, when the folder cannot be written.
    """
    pieces = _by_path(chain(_static(world), _pieces(plans, renderers)))
    wanted = pieces.keys()
    records = Collection[Record](store)
    known = records.load()
    manifest = _lines(wanted)
    previous = _claim(output, wanted, manifest)
    gone = previous - wanted
    stale = list(_stale(pieces.values(), known, world.answer, output))
    _unlink_folders(output, chain(gone, (piece.path for piece in stale)))
    removed = _clear(output, gone, wanted)
    _prepare(stale, renderers)
    work = partial(_made, output, renderers, known)
    made = list(chain.from_iterable(share_out(stale, work, processes, step, _language_by_language)))
    for refused in (m.refused for m in made if m.refused):
        raise refused
    removed += sum(_remove(output, path) for path in gone)
    _write(output / MANIFEST, manifest.encode())
    now = _standing(wanted, known, made)
    records.save(known, now)
    pages = sum(map(_is_page, pieces.values()))
    is_new, failed = sum(m.is_new for m in made), sorted(m.failure for m in made if m.failure)
    seen = _seen(manifest, now)
    return Built(pages, len(wanted) - pages, is_new, removed, tuple(failed), seen)


def _standing(
    wanted: Iterable[str], known: Mapping[str, Record], made: Iterable[_Made]
) -> dict[str, Record]:
    """What is known of the files that are there: nothing of one that could not be made."""
    records = {**known, **{m.path: m.record for m in made}}
    standing = ((path, records[path]) for path in wanted)
    return {path: record for path, record in standing if record is not None}


def _seen(manifest: str, records: Mapping[str, Record]) -> bytes:
    """What the receipt says of the folder (`receipt.written`)."""
    listed = (records[path] for path in manifest.splitlines() if path in records)
    return written(manifest, [(record.size, record.changed) for record in listed])


def _lines(paths: Iterable[str]) -> str:
    """The paths as the manifest lists them."""
    return "".join([f"{path}\n" for path in sorted(paths)])


def _is_page(piece: _Piece) -> bool:
    return isinstance(piece.source, Planned) and isinstance(piece.source.outline.drawn, str)


def _prepare(pieces: Iterable[_Piece], renderers: Mapping[str, Renderer]) -> None:
    """Compile what these pages need, so that processes need not each."""
    needed: dict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        if isinstance(piece.source, Planned) and isinstance(piece.source.outline.drawn, str):
            needed[piece.language].add(piece.source.outline.drawn)
    for language, templates in needed.items():
        renderers[language].prepare(templates)


def _stale(
    pieces: Iterable[_Piece], known: Mapping[str, Record], answer: Answer, output: Path
) -> Iterator[_Piece]:
    """Those of which something else would be made, or whose file is not the one that was made."""
    for piece in pieces:
        record = known.get(piece.path)
        if (
            record is None
            or record.made_of != piece.made_of
            or not record.still_holds(answer, f"{output}/{piece.path}")
        ):
            yield piece


def _language_by_language(pieces: Sequence[_Piece], processes: int) -> Sequence[Sequence[_Piece]]:
    """Alike shares, in which as many languages as possible are whole.

    What recurs on the pages of a language is then made in one process instead of in each.
    """
    languages: dict[str, list[_Piece]] = defaultdict(list)
    for piece in pieces:
        languages[piece.language].append(piece)
    shares: list[list[_Piece]] = [[] for _ in range(processes)]
    divided: list[_Piece] = []
    for whole in sorted(languages.values(), key=len, reverse=True):
        share = min(shares, key=len)
        fits = len(share) + len(whole) <= len(pieces) / processes
        (share if fits else divided).extend(whole)
    for piece in divided:
        min(shares, key=len).append(piece)
    return shares


def _made(
    output: Path,
    renderers: Mapping[str, Renderer],
    known: Mapping[str, Record],
    pieces: Iterable[_Piece],
) -> list[_Made]:
    """Make and write one file after the other, so that only one is in memory.

    Where the disk refuses one, it would the others too.
    """
    made: list[_Made] = []
    fingerprints = Fingerprints()
    for number, piece in enumerate(pieces, 1):
        if number % TIDIED == 0:
            gc.collect(0)
        renderer, before = renderers[piece.language], known.get(piece.path)
        made.append(_one_made(output, piece, renderer, before, fingerprints))
        if made[-1].refused:
            break
    return made


def _one_made(
    output: Path,
    piece: _Piece,
    renderer: Renderer,
    before: Record | None,
    fingerprints: Fingerprints,
) -> _Made:
    """Make and write a file, unless it shows what the one `before` showed."""
    file = output / piece.path
    try:
        if not isinstance(piece.source, Planned):
            shows, data = b"", piece.source()
            asked: Asked = ()
        else:
            item = piece.source.output
            view = item.view
            shows = fingerprints.of((piece.drawn_by, view))
            known = before if before is not None and before.shows == shows else None
            if known is not None and known.still_holds(renderer.world.answer, str(file)):
                return _Made(piece.path, known._replace(made_of=piece.made_of))
            data, asked = _drawn(item, view, renderer)
    except Exception as error:  # one page must not keep the others from being made
        return _Made(piece.path, None, failure=f"{piece.path}: {said(error)}")
    try:
        is_new = _write(file, data)
    except OSError as error:
        return _Made(piece.path, None, refused=error)
    return _Made(piece.path, Record(piece.made_of, shows, asked, *state(file)), is_new)


def _drawn(item: Output, view: View, renderer: Renderer) -> tuple[bytes, Asked]:
    """The bytes of a file, and what it asked for them."""
    if isinstance(item, Page):
        return renderer.render(item, view)
    return item.write(view, renderer.world.site), ()


def _by_path(pieces: Iterable[_Piece]) -> Mapping[str, _Piece]:
    found: dict[str, _Piece] = {}
    for piece in pieces:
        if piece.path in found:
            raise AddressClash(piece.path)
        found[piece.path] = piece
    return found


def _static(world: World) -> Iterator[_Piece]:
    """The theme's files and the pictures: their addresses hold the digest of their content."""
    files: dict[str, Callable[[], bytes]] = {
        world.assets.path(name): partial(bytes, data) for name, data in world.assets.files.items()
    }
    for address, data_of in (files | dict(world.pictures.files)).items():
        path = address.lstrip("/")
        yield _Piece(world.language, path, path.encode(), b"", data_of)


def _pieces(
    plans: Mapping[str, Iterable[Planned]], renderers: Mapping[str, Renderer]
) -> Iterator[_Piece]:
    """What each page and file is made of."""
    fingerprints = Fingerprints()
    for language, plan in plans.items():
        renderer = renderers[language]
        shown, folder = fingerprints.of(renderer.world.shown()), folder_of(language).lstrip("/")
        before = f"{folder}/" if folder else ""
        drawn: dict[Drawing, bytes] = {}
        for one in plan:
            _, file, drawing, made_of = one.outline
            drawn_by = drawn.get(drawing)
            if drawn_by is None:
                by = renderer.version(drawing) if isinstance(drawing, str) else drawing
                drawn_by = drawn[drawing] = fingerprints.of((shown, by))
            yield _Piece(language, before + file, drawn_by + made_of, drawn_by, one)


def _claim(output: Path, wanted: Set[str], manifest: str) -> Set[str]:
    """What the folder holds of an earlier build. Raises `ForeignFolder`.

    The manifest names the new files before they are written, so that none is forgotten.
    """
    _make_folder(output)
    file = output / MANIFEST
    is_new = not file.exists()
    if is_new and any(output.iterdir()):
        raise ForeignFolder(str(output))
    listed = "" if is_new else file.read_text(encoding="utf-8", errors="replace")
    if listed == manifest and not is_new:
        return wanted
    previous = {path for path in listed.splitlines() if _is_inside(path)}
    if is_new or not wanted <= previous:
        _write(file, _lines(previous | wanted).encode())
    return previous


def _unlink_folders(output: Path, paths: Iterable[str]) -> None:
    """Where a folder should be, a link gives way: all that is in it would be written elsewhere."""
    for folder in sorted({folder for path in paths for folder in _folders(path)}):
        if os.path.islink(f"{output}/{folder}"):  # noqa: PTH114 (a Path takes as long as the call)
            (output / folder).unlink()


def _is_inside(path: str) -> bool:
    """Whether a line of the manifest may be believed: it names a file inside the folder."""
    parts = path.split("/")
    return bool(path) and not {"", ".", ".."} & set(parts) and "\\" not in path


def _clear(output: Path, gone: Set[str], wanted: Set[str]) -> int:
    """Remove what is gone where a file becomes a folder or a folder a file; how many files."""
    folders = {folder for path in wanted for folder in _folders(path)} if gone else set()
    in_the_way = [p for p in gone if p in folders or any(f in wanted for f in _folders(p))]
    return sum(_remove(output, path) for path in in_the_way)


def _folders(path: str) -> Iterator[str]:
    """The folders that a file lies in: of `a/b/c` these are `a` and `a/b`."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _write(path: Path, data: bytes) -> bool:
    """Write unless the file holds these bytes already; whether it was written.

    An empty folder in its place gives way, and whatever is no file of this folder alone: a link
    would lead what is written elsewhere. Raises `OSError` with the path that is in the way.
    """
    try:
        status = path.lstat()
        is_own = S_ISREG(status.st_mode) and status.st_nlink == 1
        if is_own and status.st_size == len(data) and path.read_bytes() == data:
            return False
    except OSError:
        _make_folder(path.parent)
        is_own = True
    try:
        if not is_own:
            path.rmdir() if S_ISDIR(status.st_mode) else path.unlink()
        path.write_bytes(data)
    except OSError as error:  # that the disk is full does not say of which file
        raise OSError(error.errno, error.strerror, str(path)) from None
    return True


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        file = next((way for way in (folder, *folder.parents) if way.is_file()), folder)
        raise NotADirectoryError(ENOTDIR, error.strerror, str(file)) from None


def _remove(output: Path, path: str) -> bool:
    """Remove a file of an earlier build, and the folders that it leaves empty."""
    file = output / path
    try:
        file.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        if file.is_dir():  # somebody else's by now
            return False
        raise
    for folder in file.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
