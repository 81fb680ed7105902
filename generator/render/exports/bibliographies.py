"""Writes the whole archive for reference managers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.output_file import OutputFile
from generator.render.citations.bibtex import bibtex
from generator.render.citations.csl_json import csl_text
from generator.render.citations.ris import ris
from generator.render.exports.records import Entry

BIBTEX = "exports/articles.bib"
RIS = "exports/articles.ris"
CSL = "exports/articles.csl.json"


def bibliographies(entries: Sequence[Entry]) -> Iterator[OutputFile]:
    """BibTeX, RIS and CSL-JSON, an entry for each article in the given order."""
    items = [entry.item for entry in entries]
    yield OutputFile(BIBTEX, "\n".join(map(bibtex, items)).encode())
    yield OutputFile(RIS, "\r\n".join(map(ris, items)).encode())
    csl = ",\n".join(map(csl_text, items))
    yield OutputFile(CSL, f"[\n{csl}\n]\n".encode())
