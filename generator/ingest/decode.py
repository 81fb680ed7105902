"""Turns a source's bytes into text: finds the encoding, and refuses by name what is no text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from generator.articles.source_text import decode

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Formats that one finds under a wrong ending, by their first bytes.
_BINARY = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
)
_SAMPLE = 200_000
"""Bytes that are looked at to guess an encoding; enough for its statistics, and bounded."""


@dataclass(frozen=True, slots=True)
class RefusalError(Exception):
    """A source that cannot be imported, why, and what to do about it."""

    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source's text and the Python codec that read it."""

    text: str
    encoding: str


def decode_source(data: bytes, largest: int) -> Decoded:
    """The text of a source. Raises RefusalError where it is empty, no text, or more than `largest` bytes.

    A byte order mark decides; else UTF-8 if it is that; else UTF-16 where every other byte is mostly NUL; else what
    charset-normalizer finds most plausible. NUL characters in text are kept: the ledger counts them.
    """
    if not data.strip():
        raise RefusalError("the file is empty", "delete it, or fetch the article again")
    if len(data) > largest:
        raise RefusalError(
            f"the file has {len(data):,} bytes, more than `cleaning: largest_source` allows ({largest:,})",
            "split it into one file an article, or raise the limit in content/site.yaml",
        )
    for start, name in _BINARY:
        if data.startswith(start):
            raise RefusalError(f"this is {name}, not text", "extract its text into a .txt file")
    encoding = _encoding(data)
    try:
        text = decode(data, encoding)
    except UnicodeDecodeError as error:
        raise RefusalError(f"not readable as {encoding}: {error.reason}", "save it as UTF-8") from error
    if not text.strip():
        raise RefusalError("the file is empty", "delete it, or fetch the article again")
    if _looks_binary(text):
        raise RefusalError("the file holds binary data, not text", "extract its text into a .txt file")
    return Decoded(text, encoding)


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if not _alternate_nul(data):
            return "utf-8"
    wide = _alternate_nul(data)
    if wide:
        return wide
    return _guess(data)


def _alternate_nul(data: bytes) -> str:
    """The UTF-16 codec whose text, mostly Latin, has a NUL in every other byte; empty where it is not so."""
    sample = data[:4096]
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > 0.6 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _guess(data: bytes) -> str:
    # Where few bytes are not ASCII there is little to go by, and such text is mostly Western: accents in English
    # words, curly quotation marks. Czech or Polish have ten times as many.
    high = sum(1 for byte in data[:_SAMPLE] if byte >= 0x80)
    if high < _FEW * len(data[:_SAMPLE]) and not set(data) & _NOT_IN_CP1252:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise RefusalError("no encoding makes text of this file", "save it as UTF-8")
    # Latin-1's upper controls are never meant; Windows-1252 has the same letters and the punctuation people type.
    return {"latin_1": "cp1252", "ascii": "cp1252"}.get(best.encoding, best.encoding)


_FEW = 0.04
_NOT_IN_CP1252 = {0x81, 0x8D, 0x8F, 0x90, 0x9D}


def _looks_binary(text: str) -> bool:
    """Whether more than one character in fifty of the text's start is a control character that no text has."""
    sample = text[:20_000]
    odd = sum(1 for character in sample if (character < " " and character not in "\t\n\r\f\v\0") or character == "�")
    return odd + sample.count("\0") // 10 > len(sample) / 50
