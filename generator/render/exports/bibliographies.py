"""Writes the whole archive for reference managers."""

from __future__ import annotations

from generator.render.citations.bibtex import bibtex
from generator.render.citations.csl_json import csl_text
from generator.render.citations.ris import ris
from generator.render.exports.forms import Form

BIBTEX = Form("exports/articles.bib", lambda entry, _: bibtex(entry.item), between="\n")
RIS = Form("exports/articles.ris", lambda entry, _: ris(entry.item), between="\r\n")
CSL = Form(
    "exports/articles.csl.json",
    lambda entry, _: csl_text(entry.item),
    before=lambda _: "[\n",
    between=",\n",
    after="\n]\n",
)
