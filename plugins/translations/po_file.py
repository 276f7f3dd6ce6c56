"""The .po file of a language: brought up to the templates, and written always in the same way."""

import io

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from plugins.wording.locales import primary

WIDTH = 100


def parse(data: bytes, tag: str) -> Catalog:
    """The catalogue in a file; an empty file is an empty one.

    Raises `ValueError` or `PoFileError` for a file that is none.
    """
    lines = data.decode("utf-8").splitlines(keepends=True)
    return read_po(lines, locale=primary(tag), abort_invalid=True)


def updated(old: Catalog, wanted: Catalog) -> Catalog:
    """The messages of `wanted`, saying what they say in `old`; new ones say nothing."""
    for message in wanted:
        known = find(old, message)
        if message.id and known is not None and same(known, message):
            message.string = known.string
            message.flags |= known.flags & {"fuzzy"}
            message.user_comments = list(known.user_comments)
    return wanted


def find(catalogue: Catalog, message: Message) -> Message | None:
    """The message of the same words and context in another catalogue."""
    return catalogue.get(message.id, message.context)


def same(one: Message, other: Message) -> bool:
    """Whether two messages of one singular have the same plural as well, or both none."""
    return _words(one) == _words(other)


def _words(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def plural_rule(tag: str) -> str:
    """How many forms a language has, and which goes with which number (CLDR)."""
    found = get_plural(Locale.parse(primary(tag)))
    return str(found.plural_forms).rstrip(";")


def text(catalogue: Catalog, tag: str) -> bytes:
    """The file: sorted by message, without line numbers and dates, so that it changes little."""
    stream = io.BytesIO()
    write_po(
        stream, catalogue, width=WIDTH, omit_header=True, sort_output=True, include_lineno=False
    )
    return _header(tag).encode() + stream.getvalue()


def _header(tag: str) -> str:
    fields = (
        f"Language: {tag}",
        f"Plural-Forms: {plural_rule(tag)};",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    )
    lines = "".join(f'"{field}\\n"\n' for field in fields)
    return f'msgid ""\nmsgstr ""\n{lines}\n'
