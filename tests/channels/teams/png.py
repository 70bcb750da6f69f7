"""Read a picture from its bytes: PNG with eight bits a channel, in colour (RFC 2083)."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_SIGN = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {2: 3, 6: 4}  # red, green, blue; and how opaque


@dataclass(frozen=True)
class Picture:
    """A picture, row by row; each pixel is (red, green, blue, opacity)."""

    width: int
    height: int
    rows: list[list[tuple[int, ...]]]

    @property
    def pixels(self) -> list[tuple[int, ...]]:
        return [pixel for row in self.rows for pixel in row]


def read_png(content: bytes) -> Picture:
    assert content.startswith(_SIGN)
    chunks = list(_list_chunks(content[len(_SIGN) :]))
    width, height, depth, kind, *other = struct.unpack(">IIBBBBB", chunks[0][1])
    assert (depth, other) == (8, [0, 0, 0])
    channels = _CHANNELS[kind]
    packed = b"".join(data for name, data in chunks if name == b"IDAT")
    lines = _undo_filters(zlib.decompress(packed), width * channels, channels)
    rows = [
        [(*line[at : at + channels], 255)[:4] for at in range(0, len(line), channels)]
        for line in lines
    ]
    assert len(rows) == height
    return Picture(width, height, rows)


def _list_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    while content:
        (length,) = struct.unpack(">I", content[:4])
        name, data = content[4:8], content[8 : 8 + length]
        assert zlib.crc32(name + data) == struct.unpack(">I", content[8 + length : 12 + length])[0]
        yield name, data
        content = content[12 + length :]


def _undo_filters(packed: bytes, length: int, step: int) -> Iterator[bytes]:
    before = bytes(length)
    for at in range(0, len(packed), length + 1):
        kind, line = packed[at], bytearray(packed[at + 1 : at + 1 + length])
        for place in range(length):
            left = line[place - step] if place >= step else 0
            corner = before[place - step] if place >= step else 0
            guesses = (0, left, before[place], (left + before[place]) // 2)
            guess = guesses[kind] if kind < 4 else _guess_by_paeth(left, before[place], corner)
            line[place] = (line[place] + guess) % 256
        before = bytes(line)
        yield before


def _guess_by_paeth(left: int, above: int, corner: int) -> int:
    near = left + above - corner
    return min((left, above, corner), key=lambda value: abs(near - value))
