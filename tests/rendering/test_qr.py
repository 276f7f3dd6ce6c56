"""QR codes, read by a reader written from the other side of the standard.

ZXing (zxing-cpp 2.3) has read one of each version besides, of 1 to 213 bytes.
"""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.rendering.qr import qr_code

# Of level M: how many codewords correct a block, and how much data each block has.
BLOCKS = {
    21: (10, [16]),
    25: (16, [28]),
    29: (26, [44]),
    33: (18, [32, 32]),
    37: (24, [43, 43]),
    41: (16, [27] * 4),
    45: (18, [31] * 4),
    49: (22, [38, 38, 39, 39]),
    53: (22, [36, 36, 36, 37, 37]),
    57: (26, [43, 43, 43, 43, 44]),
}
MOST = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213)


def is_function(y: int, x: int, size: int) -> bool:
    """Whether a module belongs to a pattern."""
    version = (size - 17) // 4
    if y == 6 or x == 6 or (y < 9 and (x < 9 or x > size - 9)) or (y > size - 9 and x < 9):
        return True
    if version > 6 and ((y < 6 and x > size - 12) or (x < 6 and y > size - 12)):
        return True
    last = size - 7
    centres = [last] if version < 7 else [6, (6 + last) // 2, last]
    centres = [] if version == 1 else centres
    return any(
        abs(y - cy) <= 2 and abs(x - cx) <= 2
        for cy in centres
        for cx in centres
        if (cy, cx) not in ((6, last), (last, 6), (6, 6))
    )


def codewords(rows: list[bytes]) -> Iterator[int]:
    size, bits, up = len(rows), "", True
    column = size - 1
    while column > 0:
        column -= column == 6
        for y in range(size - 1, -1, -1) if up else range(size):
            for x in (column, column - 1):
                if not is_function(y, x, size):
                    bits += str(rows[y][x] ^ (y + x + 1) % 2)
        column, up = column - 2, not up
    yield from (int(bits[i : i + 8], 2) for i in range(0, len(bits) // 8 * 8, 8))


def read(rows: list[bytes]) -> bytes:
    """What it says, if every block is as its correction says."""
    correcting, lengths = BLOCKS[len(rows)]
    words = codewords(rows)
    blocks: list[list[int]] = [[] for _ in lengths]
    for column in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if column < length:
                block.append(next(words))
    for _ in range(correcting):
        for block in blocks:
            block.append(next(words))
    assert all(remainders(block, correcting) == [0] * correcting for block in blocks)
    data = b"".join(bytes(b[:n]) for b, n in zip(blocks, lengths, strict=True))
    number = int.from_bytes(data)
    bits = f"{number:0{8 * len(data)}b}"
    counted = 8 if len(rows) < 57 else 16
    assert bits[:4] == "0100"
    length, start = int(bits[4 : 4 + counted], 2), 4 + counted
    text = bits[start : start + 8 * length]
    rest = bits[start + 8 * length :]
    assert rest[:4] == "0000"[: len(rest)]
    padding = [int(rest[i : i + 8], 2) for i in range(4, len(rest), 8)]
    assert padding == [(0xEC, 0x11)[i % 2] for i in range(len(padding))]
    return int(text or "0", 2).to_bytes(length)


def remainders(block: list[int], correcting: int) -> list[int]:
    """The block as a polynomial at each root of the generator."""
    found, root = [], 1
    for _ in range(correcting):
        value = 0
        for word in block:
            value = times(value, root) ^ word
        found.append(value)
        root = times(root, 2)
    return found


def times(a: int, b: int) -> int:
    product = 0
    for power in range(8):
        if b >> power & 1:
            product ^= a << power
    for power in range(14, 7, -1):
        if product >> power & 1:
            product ^= 0x11D << power - 8
    return product


def drawn(text: str) -> list[bytes]:
    """The modules that the path draws, in rows; 1 is dark."""
    code = qr_code(text)
    assert code is not None
    whole = int(code.view_box.split()[-1])
    size = whole - 8
    assert code.view_box == f"-4 -4.5 {whole} {whole}"
    rows = [bytearray(size + 8) for _ in range(size)]
    for line in filter(None, code.path.split("M")):
        start, *steps = re.findall(r"[hm]?[^hm]+", line)
        x, y = map(int, start.split())
        for step in steps:
            length = int(step[1:].removesuffix(" 0"))
            rows[y][x : x + length] = bytes([step[0] == "h"]) * length
            x += length
    assert not any(any(row[size:]) for row in rows)
    return [bytes(row[:size]) for row in rows]


@pytest.mark.parametrize(("version", "most"), tuple(enumerate(MOST, 1)))
def test_each_version_to_the_last_byte(version: int, most: int) -> None:
    for length in (MOST[version - 2] + 1 if version > 1 else 0, most):
        text = "".join(chr(32 + (7 * i + length) % 90) for i in range(length))
        rows = drawn(text)
        assert len(rows) == 4 * version + 17
        assert read(rows) == text.encode()


def test_what_is_too_long_has_none() -> None:
    assert qr_code("x" * 214) is None and qr_code("ä" * 107) is None


@given(st.text(st.characters(codec="utf-8"), max_size=50))
def test_what_is_drawn_is_read(text: str) -> None:
    assert read(drawn(text)) == text.encode()


def test_the_format_is_that_of_the_standard() -> None:
    """M and mask 0 (ISO/IEC 18004, table C.1): 101010000010010."""
    rows = drawn("x")
    said = [rows[8][x] for x in (0, 1, 2, 3, 4, 5, 7, 8)] + [
        rows[y][8] for y in (7, 5, 4, 3, 2, 1, 0)
    ]
    assert "".join(map(str, said)) == "101010000010010"


def test_from_version_7_on_it_says_which() -> None:
    """Version 7 (table D.1): 000111110010010100."""
    rows = drawn("x" * 122)
    bits = [rows[i // 3][len(rows) - 11 + i % 3] for i in range(17, -1, -1)]
    assert "".join(map(str, bits)) == "000111110010010100"
