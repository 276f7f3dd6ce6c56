"""Writes a plan into a folder: what is new or different is made, what is no longer planned goes.

An address belongs to one page. The folder's `.manifest` lists what belongs to the site, so that
files of somebody else are never deleted, and a build that was killed is put right by the next.
What was made by an earlier build out of the same things is left alone (`records`).
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from errno import ENOTDIR
from functools import cache, partial
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, NamedTuple

from plugins.catalogue.processes import Step, share_out
from plugins.catalogue.settings import Site
from plugins.catalogue.store import Collection, Store, fingerprint
from plugins.rendering import urls
from plugins.rendering.failure import said
from plugins.rendering.fingerprint import Fingerprints, name_of
from plugins.rendering.groups import Planned, Standing
from plugins.rendering.outcome import Built
from plugins.rendering.page import AddressClash, File, Page, View
from plugins.rendering.receipt import MANIFEST
from plugins.rendering.records import Asked, Record, look
from plugins.rendering.templates import Renderer, World, folder_of


class ForeignFolder(Exception):
    """The output folder holds files, but no site of ours."""


class _Piece(NamedTuple):
    """One file of the site: a digest of all that it is made of, and how it is made.

    First its view, whose digest together with `drawn_by` says what the file shows; then its bytes.
    """

    language: str
    path: str
    made_of: bytes
    drawn_by: bytes
    view: Callable[[], Any]
    draw: Callable[[Any], tuple[bytes, Asked]]


class _Made(NamedTuple):
    """What came of a piece: its record, why it could not be made, or what the disk refused."""

    path: str
    record: Record | None
    is_new: bool = False
    failure: str = ""
    refused: OSError | None = None


def build(
    plan: Iterable[Planned],
    world: World,
    renderers: Mapping[str, Renderer],
    output: Path,
    processes: int = 1,
    store: Store | None = None,
    step: Step | None = None,
    fingerprints: Fingerprints | None = None,
) -> Built:
    """Bring the folder `output` to the state that the plan describes, using so many processes.

    Every language of a page has its renderer; `world` is that of the site's own language. What
    `store` says of an earlier build into the same folder need not be made again. `step` is told
    how much is done. `fingerprints` may know digests already.

    Raises `OSError`, with the path that is in the way, when the folder cannot be written.
    """
    outputs = _by_path(plan, world)
    fingerprints = fingerprints or Fingerprints()
    pieces = [*_static(world), *_pieces(outputs, world, renderers, fingerprints)]
    wanted = {piece.path for piece in pieces}
    records = Collection[Record](store)
    known = records.load()
    is_sound = partial(_is_sound, world, output)
    previous = _claim(output, wanted)
    _unlink_folders(output, previous | wanted)
    removed = _clear(output, previous - wanted, wanted)
    stale = [piece for piece in pieces if not _is_fresh(piece, known, is_sound)]
    _prepare((outputs.get(piece.path) for piece in stale), renderers)
    work = partial(_made, output, known, is_sound)
    shares = share_out(stale, work, processes, step, _language_by_language)
    made = [m for share in shares for m in share]
    for refused in (m.refused for m in made if m.refused):
        raise refused
    removed += sum(_remove(output, path) for path in previous - wanted)
    _write_manifest(output, wanted)
    fresh = {m.path: m.record for m in made if m.record is not None}
    failed = sorted(m.failure for m in made if m.failure)
    standing = wanted - {m.path for m in made if m.failure}
    kept = {path: record for path, record in known.items() if path in standing}
    records.save(known, {**kept, **fresh})
    pages = sum(not isinstance(item, File) for item in outputs.values())
    written = sum(m.is_new for m in made)
    return Built(pages, len(wanted) - pages, written, removed, tuple(failed))


def _prepare(shown: Iterable[Planned | None], renderers: Mapping[str, Renderer]) -> None:
    """Compile what these pages need, so that processes need not each."""
    needed: dict[str, set[str]] = defaultdict(set)
    for item in shown:
        if isinstance(item, Page | Standing):
            needed[item.language].add(_template(item))
    for language, templates in needed.items():
        renderers[language].prepare(templates)


IsSound = Callable[[str, Record], bool]
"""Whether the file at a path is as its record says, and what it asked has the same answers."""


def _template(item: Page | Standing) -> str:
    return item.template if isinstance(item, Page) else item.outline.template


def _is_sound(world: World, output: Path, path: str, record: Record) -> bool:
    return record.still_holds(world.answer, f"{output}/{path}")


def _is_fresh(piece: _Piece, known: Mapping[str, Record], is_sound: IsSound) -> bool:
    """Whether the same things would be made into the same file again."""
    record = known.get(piece.path)
    return record is not None and record.made_of == piece.made_of and is_sound(piece.path, record)


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
    output: Path, known: Mapping[str, Record], is_sound: IsSound, pieces: Iterable[_Piece]
) -> list[_Made]:
    """Make and write one file after the other, so that only one is in memory.

    Where the disk refuses one, it would the others too.
    """
    made: list[_Made] = []
    fingerprints = Fingerprints()
    for piece in pieces:
        made.append(_one_made(output, piece, known.get(piece.path), is_sound, fingerprints))
        if made[-1].refused:
            break
    return made


def _one_made(
    output: Path,
    piece: _Piece,
    before: Record | None,
    is_sound: IsSound,
    fingerprints: Fingerprints,
) -> _Made:
    """Make and write a file, unless it shows what the one `before` showed."""
    file = output / piece.path
    try:
        view = piece.view()
        shows = fingerprints.of((piece.drawn_by, view))
        if before is not None and before.shows == shows and is_sound(piece.path, before):
            return _Made(piece.path, before._replace(made_of=piece.made_of))
        data, asked = piece.draw(view)
    except Exception as error:  # one page must not keep the others from being made
        return _Made(piece.path, None, failure=f"{piece.path}: {said(error)}")
    try:
        is_new = _write(file, data)
    except OSError as error:
        return _Made(piece.path, None, refused=error)
    return _Made(piece.path, Record(piece.made_of, shows, asked, *look(file)), is_new)


def _by_path(plan: Iterable[Planned], world: World) -> Mapping[str, Planned]:
    outputs: dict[str, Planned] = {}
    for item in plan:
        folder = "" if isinstance(item, File) else folder_of(item.language)
        path = urls.output_file(urls.path(item.address, world.site.addresses, folder))
        if path in outputs:
            raise AddressClash(path)
        outputs[path] = item
    return outputs


def _static(world: World) -> Iterable[_Piece]:
    """The theme's files and the pictures: their addresses hold the digest of their content."""
    files: dict[str, Callable[[], bytes]] = {
        world.assets.path(name): partial(bytes, data) for name, data in world.assets.files.items()
    }
    for address, data_of in (files | dict(world.pictures.files)).items():
        path = address.lstrip("/")
        yield _Piece(world.language, path, path.encode(), b"", str, partial(_same, data_of))


def _same(data_of: Callable[[], bytes], _: str) -> tuple[bytes, Asked]:
    return data_of(), ()


def _pieces(
    outputs: Mapping[str, Planned],
    world: World,
    renderers: Mapping[str, Renderer],
    fingerprints: Fingerprints,
) -> Iterable[_Piece]:
    """What each page and file is made of, and what makes it when its turn comes."""
    shown = {tag: fingerprints.of(one.world.shown()) for tag, one in renderers.items()}

    @cache
    def drawn_by(language: str, drawing: str | Callable[..., bytes]) -> bytes:
        """A digest of all that every page may show, and of the template or function."""
        if isinstance(drawing, str):
            return fingerprints.of((shown[language], renderers[language].version(drawing)))
        return fingerprints.of((shown[language], name_of(drawing)))

    for path, item in outputs.items():
        if isinstance(item, File):
            language, drawer = world.language, drawn_by(world.language, item.write)
            draw: Callable[[Any], tuple[bytes, Asked]] = partial(_written, item.write, world.site)
        else:
            language, drawer = item.language, drawn_by(item.language, _template(item))
            draw = partial(_rendered, renderers[language], item)
        if isinstance(item, Standing):
            make, inputs = item.outline.make, item.outline.inputs
        else:
            make, inputs = name_of(item.make), fingerprints.of_inputs(item.inputs)
        made_of = fingerprint((drawer, path.encode(), *(name.encode() for name in make), inputs))
        yield _Piece(language, path, made_of, drawer, partial(_view, item), draw)


def _view(item: Planned) -> View:
    return item.page.view if isinstance(item, Standing) else item.view


def _rendered(renderer: Renderer, item: Page | Standing, view: View) -> tuple[bytes, Asked]:
    return renderer.render(item.page if isinstance(item, Standing) else item, view)


def _written(write: Callable[[Any, Site], bytes], site: Site, view: object) -> tuple[bytes, Asked]:
    return write(view, site), ()


def _claim(output: Path, wanted: set[str]) -> set[str]:
    """What the folder holds of an earlier build. Raises `ForeignFolder`.

    The manifest names the new files before they are written, so that none is forgotten.
    """
    _make_folder(output)
    manifest = output / MANIFEST
    if not manifest.exists():
        if any(output.iterdir()):
            raise ForeignFolder(str(output))
        previous: set[str] = set()
    else:
        previous = set(manifest.read_text(encoding="utf-8", errors="replace").splitlines())
    previous = {path for path in previous if _is_inside(path)}
    if not manifest.exists() or not wanted <= previous:
        _write_manifest(output, previous | wanted)
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


def _clear(output: Path, gone: Iterable[str], wanted: set[str]) -> int:
    """Remove what is gone where a file becomes a folder or a folder a file; how many files."""
    folders = {folder for path in wanted for folder in _folders(path)}
    in_the_way = [p for p in gone if p in folders or any(f in wanted for f in _folders(p))]
    return sum(_remove(output, path) for path in in_the_way)


def _folders(path: str) -> Iterator[str]:
    """The folders that a file lies in: of `a/b/c` these are `a` and `a/b`."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _write_manifest(output: Path, paths: Iterable[str]) -> None:
    _write(output / MANIFEST, "".join(f"{path}\n" for path in sorted(paths)).encode())


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
