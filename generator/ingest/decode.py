"""Turns a source's bytes into text: finds the encoding, and refuses by name what is no text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from generator.articles.source_text import decode
from generator.ingest.language import detect_language

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
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\0\t\n\r\f\v\x1b")
_MOST_CONTROLS = 0.02
"""The part of a text that can be control characters; more of them stand in binary data only."""


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


def decode_source(data: bytes, largest: int, known: str = "") -> Decoded:
    """The text of a source. Raises RefusalError where it is empty, no text, or more than `largest` bytes.

    A byte order mark decides; else UTF-8 if it is that, but for a few broken characters; else UTF-16 where its
    spaces are those of a text; else what charset-normalizer finds most plausible. Bytes that the encoding does not
    have become U+FFFD; NUL characters are kept: the ledger counts them. An encoding that is `known`, as that of the
    whole is for its parts, is taken as it is.
    """
    if len(data) > largest:
        raise too_large(len(data), largest)
    for start, name in _BINARY:
        if data.startswith(start):
            raise RefusalError(f"this is {name}, not text", "extract its text into a .txt file")
    encoding = known or (_encoding(data) if data.strip() else "utf-8")
    text = decode(data, encoding)
    if not text.strip():
        raise RefusalError("the file is empty", "delete it, or fetch the article again")
    if _looks_binary(text):
        raise _no_text()
    return Decoded(text, encoding)


def too_large(size: int, largest: int) -> RefusalError:
    """The refusal of a file of `size` bytes where `largest` are allowed."""
    return RefusalError(
        f"the file has {size:,} bytes, more than `cleaning: largest_source` allows ({largest:,})",
        "split it into one file an article, or raise the limit in content/site.yaml",
    )


def _no_text() -> RefusalError:
    return RefusalError("the file holds binary data, not text", "extract its text into a .txt file")


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    wide = _wide(data[:_SAMPLE])
    if wide:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _is_broken_utf8(data) else _guess(data)
    return "utf-8"


def _wide(sample: bytes) -> str:
    """The UTF-16 codec in which the sample has a text's spaces and line ends; empty where none has.

    Each is a NUL beside another byte, so text of another encoding and most binary data have none of them. A single
    word is told by its NULs alone.
    """
    if b"\0" not in sample:
        return ""
    for codec, odd, even in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        text = sample.decode(codec, errors="replace")
        spaces = sum(text.count(space) for space in " \n\t")
        nulls, others = sample[odd::2].count(0), sample[even::2].count(0)
        latin = nulls > 0.6 * len(text) and others < 0.1 * len(text)
        if (latin or 0.03 * len(text) < spaces < 0.6 * len(text)) and not _looks_binary(text):
            return codec
    return ""


def _is_broken_utf8(data: bytes) -> bool:
    """Whether this is UTF-8 but for a few bytes: cut off in the middle of a character, or mixed by a careless tool."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    whole = len(text) - len(text.encode("ascii", errors="ignore")) - broken
    # In other encodings two bytes and more hardly ever form a UTF-8 character.
    cut_off = broken == 1 and text.endswith("\ufffd")
    return whole >= (1 if cut_off else 4 * broken)


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample):
        raise _no_text()
    # Where few bytes are not ASCII there is little to go by, and such text is mostly Western: accents in English
    # words, curly quotation marks. Czech or Polish have ten times as many.
    high = len(sample.translate(None, bytes(range(0x80))))
    if high < _FEW * len(sample) and not _NOT_IN_CP1252 & set(data):
        return "cp1252"
    if detect_language(sample.decode("cp1252", errors="replace")) in _WESTERN:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise RefusalError("no encoding makes text of this file", "save it as UTF-8")
    # Latin-1's upper controls are never meant; Windows-1252 has the same letters and the punctuation people type.
    return {"latin_1": "cp1252", "ascii": "cp1252"}.get(best.encoding, best.encoding)


_FEW = 0.04
# Their commonest words have no accents, so they are found before the encoding is.
_WESTERN = frozenset("en de fr es it pt nl sv".split())
_NOT_IN_CP1252 = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})


def _looks_binary(text: str) -> bool:
    """Whether more than one character in fifty of the text's start is a control character that no text has."""
    sample = text[:20_000]
    coded = sample.encode(errors="replace")
    odd = len(coded) - len(coded.translate(None, _CONTROLS)) + sample.count("\ufffd")
    return odd + sample.count("\0") // 10 > _MOST_CONTROLS * len(sample)
