"""Makes the archive's exports: one of the catalogues, or all files in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.archive.values import Archive
from generator.config import Config
from generator.output_file import OutputFile
from generator.render.citations.item import Item, item_of
from generator.render.exports import bibliographies, catalogue_json, table
from generator.render.exports.catalogue_json import has_texts
from generator.render.exports.data_package import data_package, resource_of
from generator.render.exports.records import Entry, entry_of

_OF_RECORDS: Mapping[str, Callable[[Config, Sequence[Entry]], OutputFile]] = {
    table.PATH: lambda _, entries: table.table(entries),
    catalogue_json.PATH: catalogue_json.catalogue_json,
}
_OF_ITEMS: Mapping[str, Callable[[Sequence[Item]], OutputFile]] = {
    bibliographies.BIBTEX: bibliographies.all_bibtex,
    bibliographies.RIS: bibliographies.all_ris,
    bibliographies.CSL: bibliographies.all_csl_json,
}

CATALOGUES = (*_OF_RECORDS, *_OF_ITEMS)
"""Their paths, in the order in which they are offered; the data package describes them."""


def catalogue(archive: Archive, path: str) -> OutputFile:
    """One of `CATALOGUES`, by itself. Only those of records ask for texts and for the number of their words."""
    if path in _OF_ITEMS:
        return _OF_ITEMS[path]([item_of(archive, article) for article in archive.articles])
    return _OF_RECORDS[path](archive.config, [entry_of(archive, article) for article in archive.articles])


def export_files(archive: Archive) -> Iterator[OutputFile]:
    """The catalogue in every form, its articles in the archive's order: in that of time, drafts left out."""
    with_texts = has_texts(archive.articles)
    resources = []
    for file in _catalogues(archive):
        resources.append(resource_of(file, has_texts=with_texts))
        yield file
    yield data_package(archive.config, resources)


def _catalogues(archive: Archive) -> Iterator[OutputFile]:
    """The same as each by itself, for a third of the work."""
    entries = [entry_of(archive, article) for article in archive.articles]
    yield from (write(archive.config, entries) for write in _OF_RECORDS.values())
    items = [entry.item for entry in entries]
    yield from (write(items) for write in _OF_ITEMS.values())
