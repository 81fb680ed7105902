"""The catalogue's record of an article: the columns of the table and the keys of the JSON export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.archive.values import Archive, Kind
from generator.articles.article import Article
from generator.articles.edtf_date import EdtfDate
from generator.render.citations.item import Item, item_of, told_of

Value = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the catalogue, as the data package describes it."""

    name: str
    type: str
    """`string`, `integer`, `date` or `list`."""
    description: str


COLUMNS = (
    Column("id", "string", "The article's name in the archive; also its key in the other exports."),
    Column("title", "string", "The title, its letters as the source has them."),
    Column("authors", "list", "The authors as the article names them."),
    Column("publication", "string", "The newspaper, magazine or site that published it."),
    Column(
        "date", "string", "The day of publication as far as it is known, in EDTF: 2007, 2007-04, 2007-04-23, 2005~."
    ),
    Column("date_earliest", "date", "The earliest day that the date allows; empty where there is none."),
    Column("date_latest", "date", "The latest day that the date allows; empty where there is none."),
    Column("language", "string", "The language of the text, a BCP 47 tag."),
    Column("first_published", "string", "The address where it was first published."),
    Column("path", "string", "Its page in this archive, from the root of the site."),
    Column("address", "string", "The address of that page, where it is known where the archive stands."),
    Column("summary", "string", "A summary or subtitle."),
    Column("tags", "list", "Its tags."),
    Column("people", "list", "The people whom it mentions, of those that the archive knows."),
    Column("places", "list", "The places, likewise."),
    Column("organizations", "list", "The organizations, likewise."),
    Column("words", "integer", "The number of words of its text."),
    Column("rights", "string", "The terms under which the article stands: its own, else the archive's."),
    Column("source_file", "string", "The source that it was imported from."),
    Column("source_sha256", "string", "The SHA-256 of that source, in hexadecimal digits."),
    Column("imported", "string", "The day of the import."),
    Column("updated", "string", "When the publication last changed it, in EDTF."),
    Column("revised", "string", "When the archive last changed its text in substance, in EDTF."),
    Column("withdrawn", "string", "Why the text was taken down; such an article has neither text nor author here."),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the exports."""

    article: Article
    item: Item
    record: dict[str, Value]
    """A value for each of `COLUMNS`, in their order; empty, or for a number 0, where it is not known."""


def entry_of(archive: Archive, article: Article) -> Entry:
    """The article's entry. Of one taken down only what its page still tells, and why it was."""
    item, told = item_of(archive, article), told_of(archive, article)
    meta = told.meta
    values: tuple[Value, ...] = (
        article.slug,
        item.title,
        tuple(" ".join(name.split()) for name in meta.author),
        next(iter(told.names(Kind.PUBLICATIONS)), meta.publication),
        _edtf(meta.date),
        _day(meta.date.earliest if meta.date else None),
        _day(meta.date.latest if meta.date else None),
        item.language,
        item.first_published,
        article.page,
        item.page,
        item.summary,
        item.keywords,
        told.names(Kind.PEOPLE),
        told.names(Kind.PLACES),
        told.names(Kind.ORGANIZATIONS),
        article.word_count,
        item.rights,
        meta.source.file if meta.source else "",
        item.sha256,
        _edtf(meta.source.imported) if meta.source else "",
        _edtf(meta.updated),
        _edtf(meta.revised),
        meta.withdrawn,
    )
    return Entry(article, item, {column.name: value for column, value in zip(COLUMNS, values, strict=True)})


def _day(day: date | None) -> str:
    """The day in ISO 8601; empty for those that stand for an open end."""
    return "" if day is None or day in (date.min, date.max) else day.isoformat()


def _edtf(when: EdtfDate | None) -> str:
    return when.text if when else ""
