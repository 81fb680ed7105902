from __future__ import annotations

import struct
import zlib

import pytest

from generator.archive.image_sizes import image_size


def png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    return b"\x89PNG\r\n\x1a\n" + chunk


def webp(kind: bytes, content: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(content) + 12) + b"WEBP" + kind + struct.pack("<I", len(content)) + content


def exif(orientation: int, order: str) -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entries = struct.pack(order + "HHIHH", 0x010F, 2, 1, 0, 0) + struct.pack(
        order + "HHIHH", 0x0112, 3, 1, orientation, 0
    )
    return b"Exif\0\0" + mark + struct.pack(order + "IH", 8, 2) + entries


def jpeg(width: int, height: int, *before: tuple[int, bytes], frame: int = 0xC0) -> bytes:
    segments = [*before, (frame, struct.pack(">BHHB", 8, height, width, 3))]
    return b"\xff\xd8" + b"".join(struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data for marker, data in segments)


@pytest.mark.parametrize(
    "data",
    [
        png(640, 480),
        b"GIF89a" + struct.pack("<HH", 640, 480),
        b"GIF87a" + struct.pack("<HH", 640, 480),
        webp(b"VP8X", b"\0\0\0\0" + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")),
        webp(b"VP8L", b"\x2f" + struct.pack("<I", 639 | 479 << 14)),
        webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 480)),
        b'<svg xmlns="http://www.w3.org/2000/svg" width="640" height=\'480px\' viewBox="0 0 64 48"/>',
        b'<?xml version="1.0"?>\n<!-- A <map> -->\n<svg viewBox="0 0 639.6 480">',
        b'\xef\xbb\xbf<svg width="100%" height="480" viewBox="0,0,640,480">',
        jpeg(640, 480),
        jpeg(640, 480, (0xE0, b"JFIF\0"), (0xC4, b"table"), frame=0xC2),
        jpeg(640, 480, (0xE1, exif(1, "<"))),
        jpeg(480, 640, (0xE1, exif(6, "<"))),
        jpeg(480, 640, (0xE1, exif(8, ">"))),
        jpeg(640, 480, (0xE1, b"http://ns.adobe.com/xap/1.0/")),
        jpeg(640, 480).replace(b"\xff\xc0", b"\xff\xff\xc0"),
    ],
)
def test_the_size_as_the_picture_is_shown(data: bytes) -> None:
    assert image_size(data) == (640, 480)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg />",
        b'<svg width="5em" height="2">',
        b'<svg viewBox="0 0 . 1">',
        b"<p><svg viewBox='0 0 1 1'>",
        b"\xff\xd8",
        b"\xff\xd8\xff",
        png(0, 480),
        webp(b"????", b"1234567890"),
    ],
)
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert image_size(data) is None


@pytest.mark.parametrize("data", [png(640, 480)[:24], webp(b"VP8L", b"\x2f1234"), jpeg(640, 480, (0xE1, exif(6, "<")))])
def test_a_picture_that_is_cut_has_none_or_its_own(data: bytes) -> None:
    for end in range(len(data)):
        assert image_size(data[:end]) in (None, image_size(data))
