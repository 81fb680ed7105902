"""The page of the exports: what each file holds and for what it is, how large it is, and under which terms."""

from __future__ import annotations

from collections.abc import Mapping

from generator.output_file import OutputFile
from generator.render.citations.licenses import license_of
from generator.render.exports import data_package
from generator.render.exports.bibliographies import BIBTEX, CSL, RIS
from generator.render.exports.catalogue_json import CATALOGUE, has_texts
from generator.render.exports.records import COLUMNS
from generator.render.exports.table import TABLE
from generator.render.exports.views import ExportsView, ExportView
from generator.render.page.maker import EXPORTS, PageMaker, size_and_reach
from generator.render.words.catalogue import Words

_USES = {
    TABLE.path: "exports.csv",
    CATALOGUE.path: "exports.json",
    BIBTEX.path: "exports.bib",
    RIS.path: "exports.ris",
    CSL.path: "exports.csl",
    data_package.PATH: "exports.package",
}

_KILO, _MEGA = 1000, 1_000_000


def exports_page(maker: PageMaker, sizes: Mapping[str, int]) -> OutputFile:
    """`exports/index.html`, which offers the files at the paths of `sizes`, given in bytes, in their order."""
    words = maker.words
    license_ = license_of(maker.site.rights)
    view = ExportsView(
        size=size_and_reach(maker.archive, words),
        files=tuple(
            ExportView(path.rpartition("/")[2], path, size_in_words(size, words), words(_use(maker, path)))
            for path, size in sizes.items()
        ),
        license=license_.address if license_ else "",
        columns=tuple((column.name, column.description) for column in COLUMNS),
    )
    page = maker.page_view(EXPORTS, "exports", words("exports.heading"), description=words("exports.explained"))
    return maker.page(page, view)


def _use(maker: PageMaker, path: str) -> str:
    if path == CATALOGUE.path and not has_texts(maker.archive.articles):
        return "exports.json_without_texts"
    return _USES[path]


def size_in_words(size: int, words: Words) -> str:
    """`812 bytes`, `54 kB`, `1,204 kB`, `12 MB`: thousands of bytes, rounded."""
    if size < _KILO:
        return words("count.bytes", n=size)
    if size < 10 * _MEGA:
        return words("count.kilobytes", n=round(size / _KILO))
    return words("count.megabytes", n=round(size / _MEGA))
