"""The pages that show sources as they were received, each line with what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from generator.archive.values import Archive
from generator.articles.article import Article
from generator.articles.ledger import Fate, LedgerLine, Role, Span
from generator.articles.source_text import SourceText
from generator.config import Config
from generator.output_file import OutputFile
from generator.render.dates import show_date
from generator.render.edition_views import edition_views
from generator.render.emails import EMAIL
from generator.render.page_maker import PageMaker
from generator.render.source_views import AccountView, LineView, NoteView, PartView, SourceView
from generator.render.views import FactView
from generator.render.words.catalogue import Words

_SIGNS = {Fate.KEPT: "✓", Fate.LIFTED: "→", Fate.SET_ASIDE: "×"}

EDITIONS = "editions"
"""The anchor of the part of the page that compares the article with its other editions."""

# Control characters have pictures of their own; HTML would drop them or show nothing.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) != "\t"} | {0x7F: 0x2421}


def has_source_page(archive: Archive, article: Article) -> bool:
    """Whether the site shows the article's source."""
    return archive.config.source_pages and article.slug in archive.sources and not article.meta.withdrawn


def source_page_path(article: Article) -> str:
    return f"articles/{article.slug}/source.html"


def source_pages(maker: PageMaker) -> Iterator[OutputFile]:
    """A page for each source that the site shows."""
    for article in maker.archive.articles:
        if has_source_page(maker.archive, article):
            yield source_page(maker, article)


def source_page(maker: PageMaker, article: Article) -> OutputFile:
    """The page of an article's source."""
    source = maker.archive.sources[article.slug]
    title = maker.words("source.title", title=article.meta.title)
    view = SourceView(
        article=maker.entry(article.slug),
        language=maker.language_of(article),
        facts=tuple(_facts(maker, article, source)),
        edited=source.edited,
        account=tuple(_account(source, maker.words)),
        lines=tuple(_lines(source, maker.archive.config, maker.words)),
        editions=tuple(edition_views(maker, article)),
    )
    return maker.page(maker.page_view(source_page_path(article), "source", title), view)


def _facts(maker: PageMaker, article: Article, source: SourceText) -> Iterator[FactView]:
    words = maker.words
    yield FactView(words("fact.article"), article.meta.title, path=article.page)
    yield FactView(words("fact.file"), source.file, is_code=True)
    yield FactView(words("fact.size"), words("count.bytes", n=source.size))
    yield FactView(words("fact.encoding"), source.ledger.encoding, is_code=True)
    yield FactView(words("fact.sha256"), source.ledger.source_sha256, is_code=True)
    if article.meta.source:
        yield FactView(words("fact.imported"), show_date(article.meta.source.imported, words).words)
    editions = len(maker.archive.links[article.slug].editions)
    if editions:
        path = f"{source_page_path(article)}#{EDITIONS}"
        yield FactView(words("fact.compared"), words("count.editions", n=editions), path=path)


def _account(source: SourceText, words: Words) -> Iterator[AccountView]:
    """For each fate and role the number of its lines; blank ones are not told."""
    lines: dict[tuple[Fate, Role], list[int]] = {}
    for line in source.ledger.lines:
        for met in {(span.fate, span.role) for span in line.spans if span.role is not Role.BLANK}:
            lines.setdefault(met, []).append(line.n)
    order = list(Fate)
    for fate, role in sorted(lines, key=lambda met: (order.index(met[0]), lines[met][0], met[1])):
        numbers = lines[fate, role]
        yield AccountView(
            fate=_fate_class(fate),
            sign=_SIGNS[fate],
            words=words(f"fate.{fate}"),
            role=words(f"role.{role}"),
            lines=words("count.lines", n=len(numbers)),
            first=numbers[0],
        )


@dataclass(frozen=True, slots=True)
class _Told:
    """What a note says, without its letter."""

    sign: str
    words: str
    detail: str


def _lines(source: SourceText, config: Config, words: Words) -> Iterator[LineView]:
    before: _Told | None = None
    for text, line in source.account():
        letters = _letters(line)
        notes = []
        for span, letter in zip(line.spans, letters, strict=True):
            if span.role is Role.BLANK:
                continue
            told = _Told(_SIGNS[span.fate], _fate_words(span, words), _detail(span, words))
            again = told == before and not letter
            notes.append(NoteView(told.sign, told.words, told.detail, letter, again))
            before = told
        parts = tuple(_parts(text, line, letters, config, words))
        yield LineView(line.n, _fate_of(line), parts, tuple(notes), line.at)


def _fate_of(line: LedgerLine) -> str:
    fates = sorted({_fate_class(span.fate) for span in line.spans if span.role is not Role.BLANK})
    return "mixed" if len(fates) > 1 else "".join(fates) or "blank"


def _letters(line: LedgerLine) -> list[str]:
    """What ties each span to its note: nothing where one note is all that a line has."""
    told = [span for span in line.spans if span.role is not Role.BLANK]
    if len(told) < 2:
        return ["" for _ in line.spans]
    return ["" if span.role is Role.BLANK else _letter(told.index(span)) for span in line.spans]


def _letter(position: int) -> str:
    """a, b … z, aa, ab …"""
    rest, last = divmod(position, len(ascii_lowercase))
    return (_letter(rest - 1) if rest else "") + ascii_lowercase[last]


def _parts(text: str, line: LedgerLine, letters: list[str], config: Config, words: Words) -> Iterator[PartView]:
    emails = [] if config.publish_emails else [match.span() for match in EMAIL.finditer(text)]
    for span, letter in zip(line.spans, letters, strict=True):
        fate = _fate_class(span.fate)
        if span.role is Role.COMMENT and not config.publish_comments:
            yield PartView(words("source.comment", n=span.end - span.start), fate, letter, left_out=True)
        elif span.end > span.start:
            shown = _without_emails(text, span, emails, words("source.email"))
            yield PartView(shown.translate(_PICTURES), fate, letter)


def _without_emails(text: str, span: Span, emails: list[tuple[int, int]], instead: str) -> str:
    """The span's text; an address that goes on in another span is replaced in that in which it begins."""
    parts = []
    position = span.start
    for start, end in emails:
        if end <= position or start >= span.end:
            continue
        if start >= span.start:
            parts += [text[position:start], instead]
        position = min(end, span.end)
    parts.append(text[position : span.end])
    return "".join(parts)


def _fate_class(fate: Fate) -> str:
    return fate.value.replace("_", "-")


def _fate_words(span: Span, words: Words) -> str:
    if span.fate is Fate.LIFTED and span.keys:
        return words("fate.lifted_to", keys=words.joined(span.keys))
    if span.fate is Fate.KEPT and span.keys:
        return words("fate.kept_and_lifted_to", keys=words.joined(span.keys))
    return words(f"fate.{span.fate}")


def _detail(span: Span, words: Words) -> str:
    """What the part is, and which rule said so and why, where the part is not simply kept."""
    role = words(f"role.{span.role}")
    editor = words("source.by_editor") if span.by == "editor" else ""
    rule = "" if span.fate is Fate.KEPT or span.rule == span.by else words.rule(span.rule)
    # A title lifted to `title` is said once.
    said = dict.fromkeys(part for part in (role, rule, editor) if part and part not in span.keys)
    return " · ".join(said)
