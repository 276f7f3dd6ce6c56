"""Writes a plan into a folder: what is new or different is written, what is no longer planned goes.

An address belongs to one page. The folder's `.manifest` lists what belongs to the site, so that
files of somebody else are never deleted, and a build that was killed is put right by the next.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.rendering import urls
from plugins.rendering.page import File, Output, Page
from plugins.rendering.templates import Renderer, World
from plugins.rendering.workers import Done, share_out

MANIFEST = ".manifest"

Make = Callable[[], bytes]


class ForeignFolder(Exception):
    """The output folder holds files, but no site of ours."""


class AddressClash(Exception):
    """Two pages were planned for one address: a fault of the program, not of an entry."""


@dataclass(frozen=True)
class Built:
    """What a build did. `failed` says which files could not be made, and why."""

    pages: int
    files: int
    written: int
    removed: int
    failed: tuple[str, ...] = ()

    @property
    def unchanged(self) -> int:
        """Outputs whose bytes are as they were."""
        return self.pages + self.files - self.written


def build(
    plan: Iterable[Output], world: World, renderer: Renderer, output: Path, processes: int = 1
) -> Built:
    """Bring the folder `output` to the state that the plan describes, using so many processes."""
    outputs = _by_path(plan, world)
    static = _static(world)
    wanted = {*outputs, *static}
    previous = _claim(output, wanted)
    makers = (*static.items(), *_makers(outputs, world, renderer))
    written, failed = share_out(makers, partial(_made, output), processes)
    removed = sum(_remove(output, path) for path in previous - wanted)
    _write(output / MANIFEST, _manifest(wanted))
    pages = sum(isinstance(item, Page) for item in outputs.values())
    return Built(pages, len(wanted) - pages, written, removed, tuple(sorted(failed)))


def _made(output: Path, makers: Iterable[tuple[str, Make]]) -> Done:
    """Make and write one file after the other; the count is of those that were different."""
    written, failed = 0, []
    for path, make in makers:
        try:
            written += _write(output / path, make())
        except Exception as error:  # one page must not keep the others from being made
            failed.append(f"{path}: {type(error).__name__}: {error}")
    return Done(written, tuple(failed))


def _by_path(plan: Iterable[Output], world: World) -> Mapping[str, Output]:
    outputs: dict[str, Output] = {}
    for item in plan:
        path = urls.output_file(urls.path(item.address, world.settings.addresses))
        if path in outputs:
            raise AddressClash(path)
        outputs[path] = item
    return outputs


def _static(world: World) -> Mapping[str, Make]:
    """The theme's files and the pictures, each read when its turn comes."""
    theme: dict[str, Make] = {
        world.assets.path(name): partial(bytes, data) for name, data in world.assets.files.items()
    }
    pictures: dict[str, Make] = {
        path: file.read_bytes for path, file in world.pictures.files.items()
    }
    return {path.lstrip("/"): make for path, make in {**theme, **pictures}.items()}


def _makers(
    outputs: Mapping[str, Output], world: World, renderer: Renderer
) -> Iterator[tuple[str, Make]]:
    """What makes each page and file: one after the other, so that only one is in memory."""
    for path, item in outputs.items():
        if isinstance(item, File):
            yield path, partial(item.write, item.view, world.settings)
        else:
            yield path, partial(renderer.render, item)


def _claim(output: Path, wanted: Iterable[str]) -> set[str]:
    """What the folder holds of an earlier build. Raises `ForeignFolder`.

    The manifest names the new files before they are written, so that none is forgotten.
    """
    output.mkdir(parents=True, exist_ok=True)
    manifest = output / MANIFEST
    if not manifest.exists():
        if any(output.iterdir()):
            raise ForeignFolder(str(output))
        previous: set[str] = set()
    else:
        previous = set(manifest.read_text(encoding="utf-8").splitlines())
    previous = {path for path in previous if _is_inside(path)}
    _write(manifest, _manifest({*previous, *wanted}))
    return previous


def _is_inside(path: str) -> bool:
    """Whether a line of the manifest may be believed: it names a file inside the folder."""
    parts = path.split("/")
    return bool(path) and not {"", ".", ".."} & set(parts) and "\\" not in path


def _manifest(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def _write(path: Path, data: bytes) -> bool:
    """Write unless the file holds these bytes already; whether it was written."""
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _remove(output: Path, path: str) -> bool:
    """Remove a file of an earlier build, and the folders that it leaves empty."""
    file = output / path
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    for folder in file.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
