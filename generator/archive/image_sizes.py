"""Reads from a picture's first bytes how large it is, so that a page can keep room for it before it is there."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

HEAD = 256 * 1024
"""Bytes of a file that are looked at: enough for the metadata that a camera writes before a picture's own header."""

Size = tuple[int, int]
"""Width and height in pixels, as the picture is shown."""


def image_size(data: bytes) -> Size | None:
    """The size of a PNG, GIF, JPEG, WebP or SVG picture that begins with `data`; None where it cannot be told."""
    try:
        size = _size(data)
    except (struct.error, IndexError, ValueError):
        return None
    return size if size and min(size) > 0 else None


def _size(data: bytes) -> Size | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _pair(">II", data, 16)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return _pair("<HH", data, 6)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return _jpeg(data) if data.startswith(b"\xff\xd8") else _svg(data)


def _pair(form: str, data: bytes, offset: int) -> Size:
    first, second = struct.unpack_from(form, data, offset)
    return first, second


_SVG = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>|\s)*<svg\s([^>]*)>", re.DOTALL)
_SVG_SIDE = rb"\s%s=[\"']\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*[\"']"
_VIEW_BOX = re.compile(rb"\sviewBox=[\"']\s*\S+[\s,]+\S+[\s,]+([0-9.]+)[\s,]+([0-9.]+)\s*[\"']")


def _svg(data: bytes) -> Size | None:
    """Width and height in pixels where the picture has both, else those of its `viewBox`."""
    root = _SVG.match(data)
    if root is None:
        return None
    attributes = b" " + root[1]
    sides = [re.search(_SVG_SIDE % name, attributes) for name in (b"width", b"height")]
    found = [side[1] for side in sides if side]
    box = _VIEW_BOX.search(attributes)
    if len(found) < len(sides) and box:
        found = [box[1], box[2]]
    return (round(float(found[0])), round(float(found[1]))) if len(found) == len(sides) else None


def _webp(data: bytes) -> Size | None:
    """https://developers.google.com/speed/webp/docs/riff_container: three kinds of first chunk."""
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = _pair("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


_NO_FRAMES = (0xC4, 0xC8, 0xCC)
"""Markers among those of frames that are tables (ITU-T T.81, table B.1)."""


def _jpeg(data: bytes) -> Size | None:
    is_turned = False
    for marker, offset in _segments(data):
        if marker == 0xE1 and data.startswith(b"Exif\0\0", offset):
            is_turned = _orientation(data, offset + 6) >= 5
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAMES:
            height, width = _pair(">HH", data, offset + 1)
            return (height, width) if is_turned else (width, height)
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """The marker of each segment and where its content begins."""
    offset = 2
    while offset < len(data) and data[offset] == 0xFF:
        marker = data[offset + 1]
        if marker == 0xFF:
            offset += 1
            continue
        yield marker, offset + 4
        (length,) = struct.unpack_from(">H", data, offset + 2)
        offset += 2 + length


def _orientation(data: bytes, tiff: int) -> int:
    """The Exif tag 0x0112: from 5 on the picture is shown on its side."""
    order = "<" if data.startswith(b"II", tiff) else ">"
    (directory,) = struct.unpack_from(order + "I", data, tiff + 4)
    (entries,) = struct.unpack_from(order + "H", data, tiff + directory)
    for number in range(entries):
        entry = tiff + directory + 2 + 12 * number
        tag, _, _, value = struct.unpack_from(order + "HHIH", data, entry)
        if tag == 0x0112:
            return int(value)
    return 1
