"""A table of metadata on the disk: its lines one by one, and where in the file each begins."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from pathlib import Path

from generator.articles.csv_view import physical_lines
from generator.ingest.decode import decode_source

_SAMPLE = 200_000
"""Bytes by which an encoding is found."""
_BYTES_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_WIDTHS = {"utf-16": "utf-16-le", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be", "utf-32": "utf-32-le"}
"""Encodings whose line ends are not single bytes, and what gives the size of a text in them without a mark."""


class TableFile:
    """A table, which may be larger than memory. Raises RefusalError where it is no text, OSError as reading does."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.encoding = _encoding_of(path)
        self.records = 0
        """How many were read so far."""
        self._starts = array("q", [0])
        """The byte on which each line begins, and that after the last one."""

    def lines(self) -> Iterator[str]:
        """The lines with their ends, without the file's byte order mark."""
        for number, (text, size) in enumerate(self._sized_lines()):
            self._starts.append(self._starts[-1] + size)
            yield text if number else text.removeprefix("\ufeff")

    def _sized_lines(self) -> Iterator[tuple[str, int]]:
        width = _WIDTHS.get(self.encoding)
        if width is None:
            with self._path.open("rb") as file:
                for row in file:
                    for match in _BYTES_LINE.finditer(row):
                        yield match[0].decode(self.encoding, errors="replace"), len(match[0])
            return
        codec = "utf-16-le" if width == "utf-16-be" else width
        data = self._path.read_bytes()
        text = data.decode(self.encoding, errors="replace")
        # The mark that these codecs swallow, and bytes that are none of their characters.
        lost = len(data) - len(text.encode(codec, errors="replace"))
        for number, line in enumerate(physical_lines(text)):
            yield line, len(line.encode(codec, errors="replace")) + (0 if number else lost)

    def stretch(self, line: int, end_line: int) -> tuple[int, int]:
        """From and up to which byte the lines from `line` up to but not including `end_line` reach; they were read."""
        return self._starts[line - 1], self._starts[end_line - 1]


def _encoding_of(path: Path) -> str:
    """The encoding of the whole file. A part that has only plain letters says nothing of the rest."""
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    encoding = decode_source(start, _SAMPLE).encoding
    if encoding in _WIDTHS:
        return encoding
    telling = bytearray()
    whole = True
    with path.open("rb") as file:
        for row in file:
            if row.isascii():
                continue
            try:
                row.decode("utf-8")
            except UnicodeDecodeError:
                whole = False
            if len(telling) < _SAMPLE:
                telling += row
    if whole:
        return "utf-8"
    return decode_source(bytes(telling), len(telling)).encoding
