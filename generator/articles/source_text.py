"""A source's bytes as numbered lines of text: the same lines for the ledger, the importer and the source page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.articles.csv_view import view_table
from generator.articles.html.view import view_page
from generator.articles.ledger import Ledger, LedgerLine


def decode(data: bytes, encoding: str) -> str:
    """The text of a source, without its byte order mark. Raises LookupError where there is no such encoding.

    Bytes that the encoding does not have become U+FFFD, so that a file that was cut off or mixed can be read too.
    """
    return data.decode(encoding, errors="replace").removeprefix("\ufeff")


def split_lines(text: str) -> list[str]:
    """The lines of a text without their ends, parted at CRLF, CR and LF only; a final line end begins no new line."""
    # Not str.splitlines: that also parts at form feeds, U+0085 and U+2028, which stand inside lines of real sources.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    return lines


def source_lines(file: str, text: str) -> list[str]:
    """The lines that the ledger of the source `file` accounts for: those of its text, or of its format's view."""
    if file.lower().endswith(".csv"):
        return view_table(text)
    if file.lower().endswith((".html", ".htm")):
        return [line.text for line in view_page(text).lines]
    return split_lines(text)


@dataclass(frozen=True, slots=True)
class RecordText:
    """The record in a table of metadata that lies beside a source, with the account of each of its lines."""

    file: str
    """Relative to `content/sources/`."""
    account: tuple[tuple[str, LedgerLine], ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source as received, with the account of each of its lines."""

    file: str
    """Relative to `content/sources/`."""
    size: int
    """Bytes."""
    ledger: Ledger
    lines: tuple[str, ...]
    edited: bool
    """Whether the article was changed by the editor since it was imported."""
    body_edited: bool = False
    """Whether something else than its front matter was."""
    record: RecordText | None = None

    def account(self) -> list[tuple[str, LedgerLine]]:
        """Each line's text with its entry in the ledger."""
        return list(zip(self.lines, self.ledger.lines, strict=True))
