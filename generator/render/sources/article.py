"""What stands beside a source's lines: the article as it is now, and where its editor changed it since import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.articles.article import Article
from generator.articles.edtf_date import EdtfDate
from generator.articles.front_matter import FrontMatter, parse_front_matter, split_article
from generator.articles.ledger import Fate, Span
from generator.articles.markdown_html import NestedTooDeepError, convert
from generator.articles.source_text import SourceText
from generator.problems import Problems
from generator.render.page.dates import show_date
from generator.render.page.maker import PageMaker
from generator.render.sources.differences import Difference, Where, differences, paragraphs
from generator.render.sources.editions import published_text
from generator.render.sources.views import DifferenceView, PieceView, ValueView
from generator.render.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Imported:
    """An article as it was imported: what the editor's changes are changes of."""

    meta: FrontMatter
    paragraphs: tuple[str, ...]


def as_imported(article: Article, source: SourceText) -> Imported:
    """The article as its ledger has it; where that cannot be read, the article as it is now."""
    parts = split_article(source.ledger.imported) if source.edited else None
    parsed = parse_front_matter(parts.front_matter, article.path, Problems()) if parts else None
    meta = parsed[0] if parsed else article.meta
    text = _text(parts.body) if parts and source.body_edited else None
    return Imported(meta, tuple(paragraphs(article.text if text is None else text)))


def _text(body: str) -> str | None:
    try:
        return convert(body).text
    except NestedTooDeepError:
        # That is what the editor has mended.
        return None


def article_paragraphs(
    maker: PageMaker, article: Article, imported: Imported
) -> Mapping[int, Sequence[DifferenceView]]:
    """The article's paragraphs as they are now, and those that the editor took out.

    By the position of a paragraph as imported: what became of it, and what the editor wrote below it. What was written
    above the first one is under 0 too.
    """
    now = paragraphs(published_text(maker, article.text))
    then = paragraphs(published_text(maker, "\n".join(imported.paragraphs)))
    shown: defaultdict[int, list[DifferenceView]] = defaultdict(list)
    for found in _differences(then, now):
        if found.same:
            for number in range(found.same):
                text = PieceView(now[found.there + number], Where.BOTH)
                shown[found.here + number].append(DifferenceView("same", "", "", (text,)))
        else:
            view = _changed(found, maker.words)
            shown[max(found.here - (view.kind == "there"), 0)].append(view)
    return shown


def _differences(then: Sequence[str], now: Sequence[str]) -> Sequence[Difference]:
    if then == now:
        # A source of a title alone is an article without a text.
        return (Difference(same=len(now)),) if now else ()
    return differences("\n".join(then), "\n".join(now))


def _changed(found: Difference, words: Words) -> DifferenceView:
    pieces = tuple(PieceView(piece.text, piece.where) for piece in found.pieces)
    if len(pieces) > 1:
        return DifferenceView("changed", "≠", words("source.changed"), pieces)
    if pieces[0].where == Where.HERE:
        return DifferenceView("here", "−", words("source.taken_out"), pieces)
    return DifferenceView("there", "+", words("source.added"), pieces)


def lifted_values(
    maker: PageMaker, meta: FrontMatter, imported: FrontMatter, spans: Sequence[tuple[str, Span]], told: set[str]
) -> Iterator[ValueView]:
    """What the article's front matter has now under the keys that spans, given with their texts, were lifted to.

    Those in `told` are left out, and the others are added to it.
    """
    for text, span in spans:
        for key in span.keys:
            view = None if key in told else _value_view(maker, key, meta, imported)
            # What was kept too is seen in the line itself, unless the value is another one now.
            if view and not (span.fate is Fate.KEPT and (view.is_gone or view.value in text)):
                told.add(key)
                yield view


def _value_view(maker: PageMaker, key: str, meta: FrontMatter, imported: FrontMatter) -> ValueView | None:
    """The value under a key; None where there is and was none, or none that a page shows."""
    value, was = (_value(maker, getattr(of, key)) if key in of.__struct_fields__ else "" for of in (meta, imported))
    if not (value or was):
        return None
    change = "" if value == was else maker.words("source.changed" if value else "source.taken_out")
    return ValueView(key, value or was, change, is_gone=not value)


def _value(maker: PageMaker, value: object) -> str:
    """A value of front matter as text; empty where it is none that a page shows."""
    if isinstance(value, EdtfDate):
        return show_date(value, maker.words).words
    if isinstance(value, tuple):
        value = maker.words.joined([str(part) for part in value])
    return published_text(maker, value) if isinstance(value, str) else ""
