"""Writes the whole archive for reference managers."""

from __future__ import annotations

from collections.abc import Sequence

from generator.output_file import OutputFile
from generator.render.citations.bibtex import bibtex
from generator.render.citations.csl_json import csl_text
from generator.render.citations.item import Item
from generator.render.citations.ris import ris

BIBTEX = "exports/articles.bib"
RIS = "exports/articles.ris"
CSL = "exports/articles.csl.json"


def all_bibtex(items: Sequence[Item]) -> OutputFile:
    """An entry for each article in the given order."""
    return OutputFile(BIBTEX, "\n".join(map(bibtex, items)).encode())


def all_ris(items: Sequence[Item]) -> OutputFile:
    """A record for each article in the given order."""
    return OutputFile(RIS, "\r\n".join(map(ris, items)).encode())


def all_csl_json(items: Sequence[Item]) -> OutputFile:
    """An item for each article in the given order."""
    listed = ",\n".join(map(csl_text, items))
    return OutputFile(CSL, f"[\n{listed}\n]\n".encode())
