"""What a form sends, bounded: the names and values of its fields, and files."""

import io
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from multipart import MultipartError, MultipartParser, ParserLimitReached, parse_options_header

from plugins.web.http import Request, first


class TooMuch(Exception):
    """There is more of it than a form of ours has."""


class BadForm(Exception):
    """It is no form, or not in UTF-8, or broken."""


@dataclass(frozen=True)
class Limits:
    """How much a form may hold: fields, bytes of their names and values, and of one file."""

    fields: int = 300
    text: int = 64 * 1024
    file: int = 5 * 1024 * 1024

    @property
    def body(self) -> int:
        """The bytes of all that is sent."""
        return self.text + self.file + self.fields * 256


@dataclass(frozen=True)
class Upload:
    """A file: what its sender calls it, and what it holds."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Posted:
    """The fields in their order, and of each name the first file that holds something."""

    pairs: tuple[tuple[str, str], ...] = ()
    files: dict[str, Upload] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The bytes of all names and values."""
        return sum(len(f"{name}{value}".encode()) for name, value in self.pairs)

    def first(self, name: str) -> str:
        """The first value of a name; empty where there is none."""
        return first(self.pairs, name)


def posted(request: Request, limits: Limits) -> Posted:
    """What the body of a request holds. Raises `TooMuch`, `BadForm`."""
    if request.length > limits.body:
        raise TooMuch
    if not request.is_whole:
        raise BadForm
    kind, options = parse_options_header(request.header("content-type"))
    try:
        if kind == "multipart/form-data":
            return _multipart(request.body, options.get("boundary", ""), limits)
        if kind == "application/x-www-form-urlencoded":
            return _pairs(request.body, limits)
    except ParserLimitReached as error:
        raise TooMuch from error
    except (MultipartError, UnicodeDecodeError, LookupError) as error:
        raise BadForm from error
    raise BadForm


def _pairs(body: bytes, limits: Limits) -> Posted:
    text = body.decode("ascii")
    if text.count("&") >= limits.fields or len(text) > 3 * limits.text:
        raise TooMuch
    found = Posted(tuple(parse_qsl(text, keep_blank_values=True, errors="strict")))
    if found.size > limits.text:
        raise TooMuch
    return found


def _multipart(body: bytes, boundary: str, limits: Limits) -> Posted:
    if not boundary or not boundary.isascii():
        raise BadForm
    parser = MultipartParser(
        io.BytesIO(body),
        boundary,
        content_length=len(body),
        part_limit=limits.fields + 1,
        partsize_limit=limits.file,
        spool_limit=limits.body,
        memory_limit=limits.body,
        strict=True,
    )
    pairs: list[tuple[str, str]] = []
    files: dict[str, Upload] = {}
    room = limits.text
    for part in parser:
        if part.filename is None:
            pairs.append((part.name, part.raw.decode()))
            room -= part.size
        elif part.size:
            files.setdefault(part.name, Upload(part.filename, part.raw))
        room -= len(part.name)
        if room < 0 or len(pairs) > limits.fields:
            raise TooMuch
    return Posted(tuple(pairs), files)
