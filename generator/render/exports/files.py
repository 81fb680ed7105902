"""Makes the archive's exports: the catalogue in all its forms, and what describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.archive.values import Archive
from generator.articles.article import Article
from generator.output_file import OutputFile
from generator.render.exports.bibliographies import BIBTEX, CSL, RIS
from generator.render.exports.catalogue_json import CATALOGUE, has_texts
from generator.render.exports.data_package import data_package, resource_of
from generator.render.exports.records import entry_of
from generator.render.exports.table import TABLE

FORMS = (TABLE, CATALOGUE, BIBTEX, RIS, CSL)
"""In the order in which they are offered; the data package describes them."""


ExportPieces = Callable[[Archive, bool], Iterable[Sequence[bytes]]]
"""What `export_pieces` is; the pieces of several articles may come as one."""


def export_piece(archive: Archive, article: Article, with_texts: bool) -> list[bytes]:
    """What is written of an article in each of the forms; its text too, where `with_texts` says so and a form can."""
    entry = entry_of(archive, article)
    return [form.of_article(entry, with_texts).encode() for form in FORMS]


def export_pieces(archive: Archive, with_texts: bool) -> Iterator[Sequence[bytes]]:
    """Those of all articles, in the archive's order."""
    return (export_piece(archive, article, with_texts) for article in archive.articles)


def export_files(archive: Archive, pieces: ExportPieces = export_pieces) -> Iterator[OutputFile]:
    """The catalogue in every form, its articles in the archive's order: in that of time, drafts left out.

    `pieces` gives what `export_pieces` does, be it made or known.
    """
    with_texts = has_texts(archive.articles)
    written = [(form, bytearray(form.before(archive.config).encode())) for form in FORMS]
    for number, piece in enumerate(pieces(archive, with_texts)):
        for (form, text), own in zip(written, piece, strict=True):
            text += form.between.encode() if number else b""
            text += own
    resources = []
    while written:
        form, text = written.pop(0)
        text += form.after.encode()
        file = OutputFile(form.path, bytes(text))
        resources.append(resource_of(file, has_texts=with_texts))
        yield file
    yield data_package(archive.config, resources)
