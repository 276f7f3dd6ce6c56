"""QR codes (ISO/IEC 18004) of addresses, as one path of an SVG.

Every poster has one, in each language; a library takes 1.5 ms for each, as long as for a page
(docs/decisions/0002). So here is what an address needs of it and no more: bytes, error correction M
(15 per cent may be torn off), versions 1 to 10 (213 bytes), one mask for all.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

MASK = 0
"""Which of the eight masks: every other module is turned, as on a chessboard. Readers know all."""

_BLOCKS = (
    (10, 16),
    (16, 28),
    (26, 44),
    (18, 32, 32),
    (24, 43, 43),
    (16, 27, 27, 27, 27),
    (18, 31, 31, 31, 31),
    (22, 38, 38, 39, 39),
    (22, 36, 36, 36, 37, 37),
    (26, 43, 43, 43, 43, 44),
)
"""Of each version, from 1: how many codewords correct a block, then how much data each has."""

_CENTRES = ((), (18,), (22,), (26,), (30,), (34,), (22, 38), (24, 42), (26, 46), (28, 50))
"""Where alignment patterns are besides at 6."""

QUIET = 4
"""So many modules around a code stay white."""


class QrCode(NamedTuple):
    """A code as the path of a line, one unit wide, and what of the plane has to be shown of it."""

    view_box: str
    path: str


def qr_code(text: str) -> QrCode | None:
    """The code of a text; `None` of one that is too long."""
    data = text.encode()
    version = next((v for v in range(1, 11) if len(data) <= _most(v)), None)
    if version is None:
        return None
    modules = _modules(_codewords(data, version), version)
    size = 4 * version + 17
    width, whole = _padded(size) // 8, size + 2 * QUIET
    eights = int(modules.translate(_AS_DIGITS), 2).to_bytes(size * width)
    rows = [
        f"M0 {y}{''.join(map(_LINES.__getitem__, eights[y * width : (y + 1) * width]))}"
        for y in range(size)
    ]
    return QrCode(f"-{QUIET} -{QUIET}.5 {whole} {whole}", "".join(rows))


def _drawn(eight: int) -> str:
    """How eight modules of a row are drawn, the first by the highest bit."""
    runs = (run[0] for run in re.finditer("0+|1+", f"{eight:08b}"))
    return "".join(f"h{len(run)}" if run[0] == "1" else f"m{len(run)} 0" for run in runs)


_LINES = tuple(map(_drawn, range(256)))
_AS_DIGITS = bytes.maketrans(b"\0\1", b"01")
_AS_MODULES = bytes(1) + b"\1" * 255


def _padded(size: int) -> int:
    """A row is filled up with light modules."""
    return -(-size // 8) * 8


def _modules(words: bytes, version: int) -> bytes:
    """All rows, a byte for each module; 1 is dark."""
    which, bits, empty = _layout(version)
    found = 0
    for number, places in enumerate(which):
        part = words[number * _TABLE : (number + 1) * _TABLE].ljust(256, b"\0")
        found |= int.from_bytes(places.translate(part))
    modules = (found & bits).to_bytes(len(empty)).translate(_AS_MODULES)
    return (int.from_bytes(modules) ^ int.from_bytes(empty)).to_bytes(len(empty))


_TABLE = 255
"""So many codewords a table for `bytes.translate` has; its last place stands for none of them."""


@lru_cache
def _layout(version: int) -> tuple[tuple[bytes, ...], int, bytes]:
    """Of each module: its codeword, in one table or the next; its bit; how it is without data."""
    size, places, empty = 4 * version + 17, _places(version), _empty(version)
    correcting, *lengths = _BLOCKS[version - 1]
    width, words = _padded(size), sum(lengths) + correcting * len(lengths)
    which = [bytearray([_TABLE]) * (size * width) for _ in range(-(-words // _TABLE))]
    bits = bytearray(size * width)
    for number, place in enumerate(places[: 8 * words]):
        at = place // size * width + place % size
        which[number // 8 // _TABLE][at] = number // 8 % _TABLE
        bits[at] = 128 >> number % 8
    rows = (empty[start : start + size].ljust(width, b"\0") for start in range(0, len(empty), size))
    return tuple(map(bytes, which)), int.from_bytes(bits), b"".join(rows)


def _most(version: int) -> int:
    return sum(_BLOCKS[version - 1][1:]) - (2 if version < 10 else 3)


def _codewords(data: bytes, version: int) -> bytes:
    """Each block's first codeword before each one's second; then those that correct them."""
    correcting, *lengths = _BLOCKS[version - 1]
    blocks, start, words = [], 0, _words(data, version)
    for length in lengths:
        blocks.append(words[start : start + length])
        start += length
    corrections = [_correction(block, correcting) for block in blocks]
    return bytes(
        block[column]
        for group, longest in ((blocks, max(lengths)), (corrections, correcting))
        for column in range(longest)
        for block in group
        if column < len(block)
    )


def _words(data: bytes, version: int) -> bytes:
    """The data: that these are bytes, how many, the bytes, an end; then padding."""
    counted = 1 if version < 10 else 2
    total = sum(_BLOCKS[version - 1][1:])
    number = 4 << 8 * counted | len(data)
    number = (number << 8 * len(data) | int.from_bytes(data)) << 4
    written = number.to_bytes(len(data) + 1 + counted)
    return (written + b"\xec\x11" * total)[:total]


def _correction(block: bytes, length: int) -> bytes:
    """The remainder of the block by the generator polynomial (Reed and Solomon)."""
    multiples, rest, mask = _multiples(length), 0, (1 << 8 * length) - 1
    for byte in block:
        rest = (rest << 8 & mask) ^ multiples[byte ^ rest >> 8 * (length - 1)]
    return rest.to_bytes(length)


@lru_cache
def _multiples(length: int) -> tuple[int, ...]:
    """The generator polynomial times each number, without its highest term.

    Of the powers of two it is worked out; of any other number it is the sum of these.
    """
    generator = [1]
    for power in range(length):
        root = _power(power)
        shifted = [_product(one, root) for one in generator]
        generator = [a ^ b for a, b in zip((*generator, 0), (0, *shifted), strict=True)]
    found = [0]
    for bit in range(8):
        times = int.from_bytes(bytes(_product(one, 1 << bit) for one in generator[1:]))
        found += [times ^ known for known in found]
    return tuple(found)


def _product(a: int, b: int) -> int:
    """In the field of 256 numbers (x^8 + x^4 + x^3 + x^2 + 1)."""
    product = 0
    while b:
        product ^= a * (b & 1)
        a = a << 1 ^ 0x11D * (a >> 7)
        b >>= 1
    return product


def _power(exponent: int) -> int:
    return 1 if exponent == 0 else _product(_power(exponent - 1), 2)


@lru_cache
def _places(version: int) -> tuple[int, ...]:
    """Where the bits go: two columns at a time, up and down, from the right."""
    size, taken = 4 * version + 17, _patterns(version)
    found = []
    rights = [right - (right <= 6) for right in range(size - 1, 0, -2)]
    for turn, right in enumerate(rights):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        found += [(y, x) for y in rows for x in (right, right - 1) if (y, x) not in taken]
    return tuple(y * size + x for y, x in found)


@lru_cache
def _empty(version: int) -> bytes:
    """A code without data: its patterns, and elsewhere the mask."""
    size, patterns = 4 * version + 17, _patterns(version)
    return bytes(patterns.get((y, x), (y + x + 1) % 2) for y in range(size) for x in range(size))


@lru_cache
def _patterns(version: int) -> dict[tuple[int, int], int]:
    """The modules that are the same for all data, by row and column."""
    size = 4 * version + 17
    found = {(6, i): (i + 1) % 2 for i in range(size)} | {(i, 6): (i + 1) % 2 for i in range(size)}
    corners = (3, 3), (3, size - 4), (size - 4, 3)
    found |= {
        (y + dy, x + dx): int(max(abs(dy), abs(dx)) not in (2, 4))
        for y, x in corners
        for dy in range(-4, 5)
        for dx in range(-4, 5)
        if 0 <= y + dy < size and 0 <= x + dx < size
    }
    centres = (6, *_CENTRES[version - 1]) if version > 1 else ()
    ends = {(6, 6), (6, size - 7), (size - 7, 6)}
    found |= {
        (y + dy, x + dx): int(max(abs(dy), abs(dx)) != 1)
        for y in centres
        for x in centres
        if (y, x) not in ends
        for dy in range(-2, 3)
        for dx in range(-2, 3)
    }
    return found | dict(_formats(size)) | dict(_version(version, size))


def _formats(size: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Twice the level of correction (M is 00) and the mask, with bits that correct them."""
    code = (MASK << 10 | _remainder(MASK << 10, 0x537)) ^ 0x5412
    once = [(i + (i > 5), 8) for i in range(8)] + [(8, 7 - i - (i > 0)) for i in range(7)]
    again = [(8, size - 1 - i) for i in range(8)] + [(size - 7 + i, 8) for i in range(7)]
    for number in range(15):
        bit = code >> number & 1
        yield once[number], bit
        yield again[number], bit
    yield (size - 8, 8), 1


def _version(version: int, size: int) -> Iterator[tuple[tuple[int, int], int]]:
    """From 7 on, twice, which version it is."""
    code = version << 12 | _remainder(version << 12, 0x1F25)
    for number in range(18 if version > 6 else 0):
        a, b = number // 3, size - 11 + number % 3
        yield (a, b), code >> number & 1
        yield (b, a), code >> number & 1


def _remainder(number: int, divisor: int) -> int:
    while number.bit_length() >= divisor.bit_length():
        number ^= divisor << number.bit_length() - divisor.bit_length()
    return number
