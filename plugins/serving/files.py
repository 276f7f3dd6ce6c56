"""Which file of the output folder an address means, and what a browser is told about it."""

import hashlib
import mimetypes
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

PAGE = "text/html; charset=utf-8"

# What web servers say; what a machine happens to have in its own table does not count.
_TYPES = {
    ".html": PAGE,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".ics": "text/calendar; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".vcf": "text/vcard; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
_GUESSED = mimetypes.MimeTypes()


class ServedFile(NamedTuple):
    """A file to deliver. `status` is 200, or 404 with the site's own page for that."""

    status: int
    type: str
    data: bytes

    @property
    def digest(self) -> str:
        """Differs when the bytes do."""
        return digest(self.data)


class Moved(NamedTuple):
    """A folder was asked for without the slash at its end."""

    path: str


def digest(data: bytes) -> str:
    """16 hexadecimal digits that differ when the bytes do."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def find(folder: Path, base: str, path: str) -> ServedFile | Moved:
    """What the path of an address (RFC 3986, section 3.3) means on a site that lives under `base`.

    Nothing outside of the folder is looked at, whatever the path says; neither are hidden files.
    """
    steps = _steps(path.removeprefix(base)) if path.startswith(f"{base}/") else None
    file = _inside(folder, folder.joinpath(*steps)) if steps is not None else None
    if file is None:
        return missing(folder)
    if file.is_dir():
        if not path.endswith("/"):
            return Moved(f"{path}/")
        file = _inside(folder, file / "index.html")
    elif path.endswith("/"):
        return missing(folder)
    data = _read(file) if file else None
    return ServedFile(200, media_type(file), data) if file and data is not None else missing(folder)


def missing(folder: Path) -> ServedFile:
    """The site's page for addresses that there are not, or one of our own before it is built."""
    page = _inside(folder, folder / "404.html")
    data = _read(page) if page else None
    return ServedFile(404, PAGE, _NOTHING if data is None else data)


def media_type(file: Path) -> str:
    """What kind of file it is, by its ending."""
    guess = _GUESSED.guess_type(file.name)[0] or "application/octet-stream"
    return _TYPES.get(file.suffix, guess)


def _steps(path: str) -> list[str] | None:
    """The names between the slashes; `None` when one of them could lead astray."""
    try:
        steps = [unquote_to_bytes(step).decode() for step in path.strip("/").split("/")]
    except UnicodeDecodeError:
        return None
    if steps == [""]:
        return [] if path == "/" else None
    return None if any(map(_is_astray, steps)) or path.startswith("//") else steps


def _is_astray(step: str) -> bool:
    """Nothing, a hidden name or the folder above; more than one name; what no name holds."""
    return not step or step.startswith(".") or "/" in step or "\\" in step or "\0" in step


def _inside(folder: Path, file: Path) -> Path | None:
    """The file itself, if it lies in the folder and no link on the way leads out of it."""
    try:
        true = file.resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return true if true.is_relative_to(folder.resolve()) else None


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if file.is_file() else None
    except OSError:  # it went just now
        return None


_NOTHING = b"""<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Noch nichts da</title>
</head>
<body>
<h1>Hier ist noch nichts</h1>
<p>Sobald es diese Seite gibt, erscheint sie von selbst.</p>
<p lang="en">Nothing is here yet. As soon as there is, it appears by itself.</p>
</body>
</html>
"""
