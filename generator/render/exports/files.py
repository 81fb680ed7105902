"""Lists the archive's exports, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.archive.values import Archive
from generator.output_file import OutputFile
from generator.render.exports.bibliographies import bibliographies
from generator.render.exports.catalogue_json import catalogue_json, has_texts
from generator.render.exports.data_package import data_package, resource_of
from generator.render.exports.records import Entry, entry_of
from generator.render.exports.table import table


def export_files(archive: Archive) -> Iterator[OutputFile]:
    """The catalogue in every form, its articles in the archive's order: in that of time, drafts left out."""
    entries = [entry_of(archive, article) for article in archive.articles]
    with_texts = has_texts(archive.articles)
    resources = []
    for file in _catalogues(archive, entries):
        resources.append(resource_of(file, has_texts=with_texts))
        yield file
    yield data_package(archive.config, resources)


def _catalogues(archive: Archive, entries: Sequence[Entry]) -> Iterator[OutputFile]:
    yield table(entries)
    yield catalogue_json(archive.config, entries)
    yield from bibliographies(entries)
