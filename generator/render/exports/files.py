"""Makes the archive's exports: the catalogue in all its forms, and what describes them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.values import Archive
from generator.output_file import OutputFile
from generator.render.exports.bibliographies import BIBTEX, CSL, RIS
from generator.render.exports.catalogue_json import CATALOGUE, has_texts
from generator.render.exports.data_package import data_package, resource_of
from generator.render.exports.records import entry_of
from generator.render.exports.table import TABLE

FORMS = (TABLE, CATALOGUE, BIBTEX, RIS, CSL)
"""In the order in which they are offered; the data package describes them."""


def export_files(archive: Archive) -> Iterator[OutputFile]:
    """The catalogue in every form, its articles in the archive's order: in that of time, drafts left out."""
    with_texts = has_texts(archive.articles)
    written = [(form, bytearray(form.before(archive.config).encode())) for form in FORMS]
    for number, article in enumerate(archive.articles):
        entry = entry_of(archive, article)
        for form, text in written:
            text += ((form.between if number else "") + form.of_article(entry, with_texts)).encode()
    resources = []
    while written:
        form, text = written.pop(0)
        text += form.after.encode()
        file = OutputFile(form.path, bytes(text))
        resources.append(resource_of(file, has_texts=with_texts))
        yield file
    yield data_package(archive.config, resources)
