"""Writes a plan into a folder: what is new or different is made, what is no longer planned goes.

An address belongs to one page. What was made by an earlier build out of the same things is left
alone (build_record.py).
"""

import gc
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from plugins.building.build_record import BuildRecord
from plugins.building.failure import described
from plugins.building.fingerprint import Fingerprints
from plugins.building.folder import claim, clear, manifest_of, remove, unlink_folders, write
from plugins.building.outcome import Built
from plugins.building.planning import Planned, RenderedBy
from plugins.building.snapshot import MANIFEST, state, written
from plugins.catalogue.cache import Cache, ShardedCache
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.processes import OnProgress, is_divided, share_out
from plugins.rendering import portable
from plugins.rendering.lookups import Find, Lookups
from plugins.rendering.page import AddressClash, Output, Page, View
from plugins.rendering.site_context import SiteContext
from plugins.rendering.templates import Renderer
from plugins.rendering.urls import folder_of

TIDIED = 250
"""After so many files what they leave behind is looked for: of each page its Jinja context, some
8 kB that hold each other."""


class _Piece(NamedTuple):
    """One file of the site: a digest of all that it is made of, and what makes it.

    First its view is made, whose digest together with `rendered_by` says what the file shows; then
    its bytes. A file of the theme, or a picture, has these at once.
    """

    language: str
    path: str
    made_of: bytes
    rendered_by: bytes
    source: Planned | Callable[[], bytes]


class _PieceResult(NamedTuple):
    """What came of a piece: its record, why it could not be made, or what the disk refused."""

    path: str
    record: BuildRecord | None
    is_new: bool = False
    failure: str = ""
    refused: OSError | None = None


def build(
    plans: Mapping[str, Iterable[Planned]],
    renderers: Mapping[str, Renderer],
    output: Path,
    processes: int = 1,
    cache: Cache | None = None,
    step: OnProgress | None = None,
) -> Built:
    """Bring the folder `output` to the state that the plans describe, using so many processes.

    Every language has its plan and its renderer. What `cache` says of an earlier build into the
    same folder need not be made again. `step` is told how much is done.

    Raises `OSError`, with the path that is in the way, when the folder cannot be written.
    """
    site = renderers[SITE_LANGUAGE].context
    pieces = _by_path(chain(_static(site), _pieces(plans, renderers)))
    wanted = pieces.keys()
    records = ShardedCache[BuildRecord](cache)
    known = records.load()
    manifest = manifest_of(wanted)
    previous = claim(output, wanted, manifest)
    gone = previous - wanted
    stale = list(_stale(pieces.values(), known, site.find, output))
    unlink_folders(output, chain(gone, (piece.path for piece in stale)))
    removed = clear(output, gone, wanted)
    if is_divided(stale, processes):
        _prepare(stale, renderers)
    renderers[SITE_LANGUAGE].save()
    work = partial(_made, output, renderers, known)
    made = list(chain.from_iterable(share_out(stale, work, processes, step, _language_by_language)))
    for refused in (m.refused for m in made if m.refused):
        raise refused
    removed += sum(remove(output, path) for path in gone)
    write(output / MANIFEST, manifest.encode())
    now = _standing(wanted, known, made)
    records.save(known, now)
    pages = sum(_template(piece) is not None for piece in pieces.values())
    is_new, failed = sum(m.is_new for m in made), sorted(m.failure for m in made if m.failure)
    seen = _seen(manifest, now)
    return Built(pages, len(wanted) - pages, is_new, removed, tuple(failed), seen)


def _standing(
    wanted: Iterable[str], known: Mapping[str, BuildRecord], made: Iterable[_PieceResult]
) -> dict[str, BuildRecord]:
    """What is known of the files that are there: nothing of one that could not be made."""
    records = {**known, **{m.path: m.record for m in made}}
    standing = ((path, records[path]) for path in wanted)
    return {path: record for path, record in standing if record is not None}


def _seen(manifest: str, records: Mapping[str, BuildRecord]) -> bytes:
    """What the snapshot says of the folder (`snapshot.written`)."""
    listed = (records[path] for path in manifest.splitlines() if path in records)
    return written(manifest, [(record.size, record.changed) for record in listed])


def _template(piece: _Piece) -> str | None:
    """The template of a page; a file has none."""
    by = piece.source.outline.rendered_by if isinstance(piece.source, Planned) else None
    return by if isinstance(by, str) else None


def _prepare(pieces: Iterable[_Piece], renderers: Mapping[str, Renderer]) -> None:
    """Compile what these pages need, so that processes need not each."""
    needed: dict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        if template := _template(piece):
            needed[piece.language].add(template)
    for language, templates in needed.items():
        renderers[language].prepare(templates)


def _stale(
    pieces: Iterable[_Piece], known: Mapping[str, BuildRecord], find: Find, output: Path
) -> Iterator[_Piece]:
    """Those of which something else would be made, or whose file is not the one that was made."""
    for piece in pieces:
        record = known.get(piece.path)
        if (
            record is None
            or record.made_of != piece.made_of
            or not record.still_holds(find, f"{output}/{piece.path}")
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
    known: Mapping[str, BuildRecord],
    pieces: Iterable[_Piece],
) -> list[_PieceResult]:
    """Make and write one file after the other, so that only one is in memory.

    Where the disk refuses one, it would the others too.
    """
    made: list[_PieceResult] = []
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
    before: BuildRecord | None,
    fingerprints: Fingerprints,
) -> _PieceResult:
    """Make and write a file, unless it shows what the one `before` showed."""
    file = f"{output}/{piece.path}"  # a `Path` takes longer than to write it
    try:
        if not isinstance(piece.source, Planned):
            shows, data = b"", piece.source()
            lookups: Lookups = ()
        else:
            item = piece.source.output
            view = item.view
            shows = fingerprints.of((piece.rendered_by, view))
            known = before if before is not None and before.shows == shows else None
            if known is not None and known.still_holds(renderer.context.find, file):
                return _PieceResult(piece.path, known._replace(made_of=piece.made_of))
            data, lookups = _rendered(item, view, renderer, piece.path)
    except Exception as error:  # one page must not keep the others from being made
        return _PieceResult(piece.path, None, failure=f"{piece.path}: {described(error)}")
    try:
        is_new = write(file, data)
    except OSError as error:
        return _PieceResult(piece.path, None, refused=error)
    return _PieceResult(
        piece.path, BuildRecord(piece.made_of, shows, lookups, *state(file)), is_new
    )


def _rendered(item: Output, view: View, renderer: Renderer, path: str) -> tuple[bytes, Lookups]:
    """The bytes of a file, and its lookups."""
    if not isinstance(item, Page):
        return renderer.write(item, view)
    site = renderer.context.site
    html, lookups = renderer.render(item, view)
    return portable.page(html, path, site) if site.is_portable else html, lookups


def _by_path(pieces: Iterable[_Piece]) -> Mapping[str, _Piece]:
    found: dict[str, _Piece] = {}
    for piece in pieces:
        if piece.path in found:
            raise AddressClash(piece.path)
        found[piece.path] = piece
    return found


def _static(site: SiteContext) -> Iterator[_Piece]:
    """The theme's files and the pictures, whose addresses hold the digest of their content.

    Then what is at the root beside them.
    """
    files: dict[str, Callable[[], bytes]] = {
        site.assets.path(name): partial(bytes, data) for name, data in site.assets.files.items()
    }
    for address, data_of in (files | dict(site.pictures.files)).items():
        path = address.lstrip("/")
        yield _Piece(site.language, path, path.encode(), b"", data_of)
    for address, data in site.at_root.items():
        path, made_of = address.lstrip("/"), hashlib.sha256(data).digest()
        yield _Piece(site.language, path, made_of, b"", partial(bytes, data))


def _pieces(
    plans: Mapping[str, Iterable[Planned]], renderers: Mapping[str, Renderer]
) -> Iterator[_Piece]:
    """What each page and file is made of."""
    fingerprints = Fingerprints()
    for language, plan in plans.items():
        renderer = renderers[language]
        shown, folder = fingerprints.of(renderer.context.shown()), folder_of(language).lstrip("/")
        before = f"{folder}/" if folder else ""
        versions: dict[RenderedBy, bytes] = {}
        for one in plan:
            _, file, by, made_of = one.outline
            rendered_by = versions.get(by)
            if rendered_by is None:
                version = renderer.version(by) if isinstance(by, str) else by
                rendered_by = versions[by] = fingerprints.of((shown, version))
            yield _Piece(language, before + file, rendered_by + made_of, rendered_by, one)
