"""Reads a page of HTML as a document: its view's lines as blocks, and which of them lie outside the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from generator.articles.html.data import DataSource
from generator.articles.html.lines import Element, LineShape, ViewLine
from generator.articles.html.view import VIEW_VERSION, PageView, view_page
from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import PROSE_WORDS, Block, Shape
from generator.ingest.decode import RefusalError
from generator.ingest.document import Document
from generator.ingest.findings import Finding, Settings
from generator.ingest.html.article import find_article
from generator.ingest.html.block import HtmlBlock, goes_on_after, html_block
from generator.ingest.html.furniture import Furniture
from generator.ingest.html.link_addresses import Addresses
from generator.ingest.html.metadata import page_metadata
from generator.ingest.rules.publication import name_of_paper
from generator.ingest.typography import normalise

OUTSIDE = "outside-article"
"""The rule that the ledger names for what the markup places outside the article."""

MARKUP = "markup"
"""The rule for what the markup says of lines within the article."""

_GUESSES = frozenset({"far-from-text", "below-text"})
"""Rules that guess by the place of lines what the markup says."""
_ABOVE, _BELOW = 4, 3
"""Lines before and after the article among which its title, author, date and tags may stand."""
_NO_SETTINGS = Settings()


def read_html(page: str, settings: Settings = _NO_SETTINGS) -> Document:
    """The document that a page holds, be it what it may. Raises RefusalError where there is no text in it."""
    view = view_page(page)
    addresses = Addresses(view)
    blocks: list[HtmlBlock] = []
    lines: list[ViewLine] = []
    for number, line in enumerate(view.lines, start=1):
        text = normalise(line.text)
        if text:
            lines.append(line)
            blocks.append(html_block(len(blocks), number, line, text, addresses))
    if all(block.shape is Shape.METADATA for block in blocks):
        raise RefusalError("the page holds no text", "fetch the page that it shows or leads to")
    furniture = Furniture()
    verdict = find_article(lines, blocks, furniture)
    metadata = page_metadata(lines, blocks, verdict.inside, furniture, settings)
    cut = sorted(set(_cut(verdict.inside, blocks)))
    inside = verdict.inside.union(metadata.likely, cut) if verdict.inside else frozenset()
    return Document(
        lines=tuple(line.text for line in view.lines),
        blocks=tuple(blocks),
        at=tuple(line.at for line in view.lines),
        view=VIEW_VERSION,
        findings=(
            *metadata.findings,
            *_code(inside, lines, blocks),
            *((Finding(index, Role.BODY, Fate.KEPT), MARKUP) for index in cut),
            *_far_outside(inside, verdict.main, lines, blocks, furniture),
        ),
        outside=frozenset(range(len(blocks))) - inside if inside else frozenset(),
        language=_language(view),
        forbidden=metadata.forbidden | (_GUESSES if inside else frozenset()),
    )


def _language(view: PageView) -> str:
    found = (line.datum.value for line in view.lines if line.datum and line.datum.source is DataSource.HTML)
    return next(found, "")


def _code(inside: Collection[int], lines: Sequence[ViewLine], blocks: Sequence[Block]) -> Iterator[tuple[Finding, str]]:
    """The lines of preformatted text, of which no rule can judge: a line of code may look like anything.

    Where it is most of the text, or running text for the most part, it is text like any other.
    """
    words: Counter[int] = Counter()
    prose: Counter[int] = Counter()
    groups: dict[int, list[int]] = {}
    for index in sorted(inside):
        if lines[index].shape is LineShape.CODE:
            group = lines[index].group
            groups.setdefault(group, []).append(index)
            words[group] += blocks[index].words
            prose[group] += blocks[index].words if blocks[index].is_prose else 0
    text = sum(blocks[index].words for index in inside)
    for group, indexes in groups.items():
        if words[group] < _MOST_OF_TEXT * text and prose[group] <= _MOST_OF_TEXT * words[group]:
            for index in indexes:
                yield Finding(index, Role.BODY, Fate.KEPT), MARKUP


_MOST_OF_TEXT = 0.5


def _cut(inside: Collection[int], blocks: Sequence[HtmlBlock]) -> Iterator[int]:
    """The pieces of the article's sentences that a button or the like has cut: no rule can judge of one by itself."""
    last: dict[int, HtmlBlock] = {}
    for block in blocks:
        above = last.get(block.line.element.number)
        last[block.line.element.number] = block
        if above is None or not goes_on_after(block, above) or not (above.index in inside or block.index in inside):
            continue
        if above.words + block.words >= PROSE_WORDS and block.ends_sentence:
            yield from (above.index, block.index)


def _far_outside(
    inside: Collection[int],
    main: Element | None,
    lines: Sequence[ViewLine],
    blocks: Sequence[Block],
    furniture: Furniture,
) -> Iterator[tuple[Finding, str]]:
    """What is outside beyond doubt: among the rest rules look for title, author, date and tags."""
    if not inside:
        return
    first, last = min(inside), max(inside)
    for block in blocks:
        index = block.index
        if index in inside or block.shape is Shape.METADATA:
            continue
        role = furniture.role_of_line(lines[index], main)
        far = not first - _ABOVE <= index <= last + _BELOW
        title = block.shape is Shape.HEADING and block.level == 1 and index < first
        # The masthead and what is right below it may tell the day of the paper.
        masthead = index < first and any(map(name_of_paper, (block.text, blocks[max(index - 1, 0)].text)))
        if role in _NEVER_LOOKED_AT or (far and not title and not masthead):
            yield Finding(index, role or Role.NAVIGATION, Fate.SET_ASIDE), OUTSIDE


_NEVER_LOOKED_AT = frozenset({Role.COMMENT, Role.CAPTION, Role.ADVERTISEMENT, Role.SHARING, Role.RESIDUE})
