"""Makes the archive's exports: the catalogue in all its forms, and what describes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.archive.values import Archive
from generator.config import Config
from generator.output_file import OutputFile
from generator.render.exports.bibliographies import BIBTEX, CSL, RIS
from generator.render.exports.catalogue_json import CATALOGUE
from generator.render.exports.data_package import data_package, resource_of
from generator.render.exports.records import entry_of
from generator.render.exports.table import TABLE

FORMS = (TABLE, CATALOGUE, BIBTEX, RIS, CSL)
"""In the order in which they are offered; the data package describes them."""


def export_piece(archive: Archive, slug: str, with_texts: bool) -> tuple[bytes, ...]:
    """What is written of an article in each of the forms; its text too, where `with_texts` says so and a form can."""
    entry = entry_of(archive, archive.by_slug[slug])
    return tuple([form.of_article(entry, with_texts).encode() for form in FORMS])


def export_files(config: Config, pieces: Iterable[Sequence[bytes]], with_texts: bool) -> Iterator[OutputFile]:
    """The catalogue in every form; `pieces` are those of all articles in the archive's order: in that of time, drafts
    left out."""
    columns = list(zip(*pieces, strict=True)) or [()] * len(FORMS)
    resources = []
    for form, column in zip(FORMS, columns, strict=True):
        between = form.between.encode().join(column)
        file = OutputFile(form.path, b"".join((form.before(config).encode(), between, form.after.encode())))
        resources.append(resource_of(file, has_texts=with_texts))
        yield file
    yield data_package(config, resources)
