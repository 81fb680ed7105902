"""Reads a source's text in its format, which the ending of its name tells."""

from __future__ import annotations

from generator.articles.source_text import split_lines
from generator.ingest.authored.csv_source import read_csv
from generator.ingest.authored.markdown_source import read_markdown
from generator.ingest.columns import read_blocks
from generator.ingest.document import Document
from generator.ingest.findings import Settings
from generator.ingest.html.page_encoding import declared_encoding
from generator.ingest.html.source import read_html
from generator.ingest.line_breaks import softly_parted


def known_encoding(data: bytes, file: str) -> str:
    """The Python codec of a source's text where its format declares one that its bytes bear out; else empty."""
    return declared_encoding(data) if file.lower().endswith((".html", ".htm")) else ""


def read_document(text: str, file: str, settings: Settings) -> Document:
    """The document in the source `file` (relative to `content/sources/`).

    Raises RefusalError where the text is none of that format.
    """
    ending = file.lower().rpartition(".")[2]
    if ending in ("md", "markdown"):
        return read_markdown(text, file, settings)
    if ending == "csv":
        return read_csv(text, settings)
    if ending in ("html", "htm"):
        return read_html(text, settings)
    lines = split_lines(text)
    return Document(tuple(lines), read_blocks(lines, softly_parted(text, lines)))
