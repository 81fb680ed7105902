"""The rules for the beginnings of other articles: a headline, and below it prose that was cut off or leads on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.articles.ledger import Role
from generator.ingest.blocks import PROSE_WORDS, Block
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.hints import hint
from generator.ingest.rules.body import sub_headings
from generator.ingest.rules.repeats import is_cut_off
from generator.ingest.rules.shared_words import SharedWords, long_stems

_FEWEST = 2
_LONGEST_LABEL = 5
_LONGEST_HEADLINE = 14
_LONGEST_TEASER = 60
"""Words; likewise those above."""
_FEWEST_TEASER_WORDS = 6


def teasers(reading: Reading) -> Iterator[Finding]:
    """Two and more of them: one below the other, or before the first or after the last paragraph that is whole."""
    found = [block.index for block in reading.open() if _is_teaser(reading, block)]
    if len(found) < _FEWEST:
        return
    whole = [block.index for block in reading.open() if block.is_strong_prose and not is_cut_off(block.text)]
    runs = list(_runs(found))
    if whole:
        runs += [[at for at in found if at < whole[0]], [at for at in found if at > whole[-1]]]
    for run in runs:
        if len(run) >= _FEWEST:
            yield from _set_aside(reading, run)


def _runs(found: list[int]) -> Iterator[list[int]]:
    """Teasers that follow one another with nothing but their headlines in between."""
    run: list[int] = []
    for at in found:
        if run and at - run[-1] > 2:
            yield run
            run = []
        run.append(at)
    yield run


def _set_aside(reading: Reading, run: list[int]) -> Iterator[Finding]:
    for at in run:
        yield set_aside(reading.blocks[at - 1], Role.NAVIGATION)
        yield set_aside(reading.blocks[at], Role.NAVIGATION)
    label = reading.blocks[run[0] - 2] if run[0] >= 2 else None
    if label and label.index not in reading.found and label.is_short and label.words <= _LONGEST_LABEL:
        yield set_aside(label, Role.NAVIGATION)


def _is_teaser(reading: Reading, block: Block) -> bool:
    if not _FEWEST_TEASER_WORDS <= block.words <= _LONGEST_TEASER or not is_cut_off(block.text) or not block.index:
        return False
    above = reading.blocks[block.index - 1]
    headline = 0 < above.words <= _LONGEST_HEADLINE and not above.ends_in_stop and not is_cut_off(above.text)
    return headline and above.text[-1] not in ":,;"


_WORD = r"(?:more|mehr|weiter|suite|más|mais|altro|meer|mer|mere|więcej|далее|подробнее|дальше)"
_WORDS = rf"(?:{_WORD}|read more|weiterlesen|lire la suite|leer más|leia mais|lees meer|les mer|läs mer|læs mere)"
_TO_IT = r"(?:zum (?:artikel|beitrag)|to the article|vers l['’]article|naar het artikel|all['’]articolo|к статье)"
TO_IT = re.compile(rf"\W*{_TO_IT}\W*", re.IGNORECASE)
"""What leads to an article whose headline stands above."""
# In small letters, or between brackets: `Read more` stands above other links as often.
_LINK = re.compile(rf"{_WORD}|\W*[\[(]\s*(?i:{_WORDS})[\s.…»›→>]*[\])]\W*|(?i:{_WORDS})[\s.…»›→>]+|(?i:{_TO_IT})\W*")
_GLUED_LINK = re.compile(rf"[.!?…]\s*[\[(]\s*{_WORDS}[\s.…»›→>]*[\])]$", re.IGNORECASE)
_LONGEST_LINK, _CLOSING = 3, ("]", ")")
_LONGEST_LINKED = 40
"""Words."""
_LONG_WORD, _MOST_KNOWN = 5, 0.2
"""Letters of a word that tells what a paragraph is about, and the part of these words that another article's may share
with this one's."""


def linked_teaser(reading: Reading) -> Iterator[Finding]:
    """In the midst of the text a headline and a short paragraph with `[more]` behind or below, about something else.

    The link alone goes, where it is no mere word. What stands above it may be a section of a text that has others.
    """
    inside = reading.inside()
    ends = [block for block in reading.blocks[inside.start : inside.stop] if _is_link(block) or _has_link(block)]
    if not ends:
        return
    headings = [block.index for block in sub_headings(reading)]
    title = reading.first(Role.TITLE)
    titled = long_stems(title, _LONG_WORD) if title else set[str]()
    shared = SharedWords(block for block in reading.blocks if block.index not in reading.found)
    for block in ends:
        link = [block] if _is_link(block) and block.index not in reading.found else []
        text = reading.blocks[block.index - 1] if _is_link(block) else block
        headline = reading.blocks[text.index - 1]
        teaser = [headline, text]
        if link and not block.text.isalpha():
            yield set_aside(block, Role.NAVIGATION)
        is_open = not any(other.index in reading.found for other in teaser)
        if not is_open or not _can_be_teaser(headline, text):
            continue
        copies = [other for other in _beside(reading, teaser) if other.folded == headline.folded]
        # No text breaks off below a headline that stands there twice.
        if copies and text is not block and not text.ends_sentence:
            yield from (set_aside(other, Role.NAVIGATION) for other in (*copies, *teaser))
            continue
        apart = text is block or not headings or headings == [headline.index]
        if apart and _is_other(headline, text, shared, titled):
            yield from (set_aside(other, Role.NAVIGATION) for other in (*teaser, *link))


def _beside(reading: Reading, teaser: Sequence[Block]) -> list[Block]:
    """The undecided blocks right above a teaser's headline, and below the link that ends it."""
    places = (teaser[0].index - 1, teaser[-1].index + 2)
    return [reading.blocks[at] for at in places if 0 < at < len(reading.blocks) and at not in reading.found]


_FULL = (
    r"(?:(?:read|see|view|learn) (?:the )?(?:full |whole )?(?:more|story|article|post|profile)|continue reading|"
    r"weiterlesen|mehr lesen|lire la suite|en savoir plus|leer más|seguir leyendo|leia mais|leggi tutto|lees meer|"
    r"lees verder|les mer|läs mer|læs mere|czytaj (?:dalej|więcej)|читать (?:далее|дальше|полностью))"
)
_CUT_OFF = re.compile(rf"(?:\.{{3}}|…)\s*(?:{_FULL}[\s.…»›→>]*)+$", re.IGNORECASE)
_LED_ON = re.compile(rf"[.!?][\"”»’]?\s*(?:{_FULL}[\s.…»›→>]*)+$", re.IGNORECASE)
_LED_ON_HINT = hint(
    "more full reading story article post profile lesen suite savoir más leyendo mais leggi lees mer czyt чита".split()
)
_FEWEST_WHOLE = 2
"""Paragraphs above a teaser that show that the text is no list of them, and does not itself go on elsewhere."""


def led_on(reading: Reading) -> Iterator[Finding]:
    """A paragraph with `Read more` glued to its end, where it is cut off or about something else than those above it.

    In a list of such paragraphs each may be the text; so may be the first one, which goes on elsewhere.
    """
    prose = [block for block in reading.open() if block.is_prose]
    ends = {block.index: block for block in prose if block.hints & _LED_ON_HINT and _leads_on(block)}
    if not ends or 2 * len(ends) > len(prose):
        return
    title = reading.first(Role.TITLE)
    titled = long_stems(title, _LONG_WORD) if title else set[str]()
    shared = SharedWords(block for block in reading.blocks if block.index not in reading.found)
    whole = [block.index for block in prose if block.index not in ends and block.is_strong_prose]
    for at, block in ends.items():
        if sum(index < at for index in whole) < _FEWEST_WHOLE or block.words > _LONGEST_TEASER:
            continue
        words = long_stems(block, _LONG_WORD)
        known = shared.elsewhere(words, block)
        if _CUT_OFF.search(block.text) or (not titled & words and len(known) <= _MOST_KNOWN * len(words)):
            yield set_aside(block, Role.NAVIGATION)


def _leads_on(block: Block) -> bool:
    return not block.listed and (_CUT_OFF.search(block.text) or _LED_ON.search(block.text)) is not None


def _is_link(block: Block) -> bool:
    return block.words <= _LONGEST_LINK and not block.listed and _LINK.fullmatch(block.text) is not None


def _has_link(block: Block) -> bool:
    """Whether a paragraph ends in a link between brackets."""
    short = block.words <= _LONGEST_LINKED and block.text.endswith(_CLOSING)
    return short and _GLUED_LINK.search(block.text) is not None


def _can_be_teaser(headline: Block, text: Block) -> bool:
    short = PROSE_WORDS <= text.words <= _LONGEST_LINKED
    return short and 0 < headline.words <= _LONGEST_HEADLINE and not headline.ends_in_stop


def _is_other(headline: Block, text: Block, shared: SharedWords, titled: set[str]) -> bool:
    """Whether neither is about what the article's title and its other paragraphs are about."""
    words, own = long_stems(text, _LONG_WORD), long_stems(headline, _LONG_WORD - 1)
    if titled & (words | own) or shared.elsewhere(own, headline, text):
        return False
    return len(shared.elsewhere(words, headline, text)) <= _MOST_KNOWN * len(words)
