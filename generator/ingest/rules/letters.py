"""The rule for readers' letters: whose name stands below each, and what each is headed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Reading, kept, set_aside
from generator.ingest.rules.attributions import TIME
from generator.ingest.rules.comments import heads_comments
from generator.ingest.rules.furniture import is_button_text
from generator.ingest.rules.names import bare_name

_NOTE = re.compile(
    r"^\W*(?:(?:all |your |readers['’] )?letters? |leserbriefe |zuschriften |die redaktion |(?:las )?cartas |"
    r"los textos |les lettres |le lettere |(?:de )?brieven |to (?:submit|send) (?:a|your) letter|"
    r"(?:e-?mail|send|submit) (?:us )?(?:your|a) letters?|письма )"
    r".*(?:\bwords\b|\bedited\b|\bonline\b|@|kürz|\bmeinung|veröffentlich|\blíneas\b|\bpalabras\b|"
    r"\blignes\b|\bmots\b|\brighe\b|\bwoorden\b|\bслов\b|редакци)",
    re.IGNORECASE,
)
_LONGEST_NOTE = 70
"""Words."""
_PAGE = re.compile(
    r"\b(?:letters? to (?:the|our) editors?|(?:your|readers['’]?|reader) letters|letters page|"
    r"leserbriefe?|leserzuschriften|briefe an die redaktion|courrier des lecteurs|lettres? (?:de|des|à la) "
    r"(?:lecteurs|rédaction)|cartas? (?:al director|a la directora|de (?:los )?lectores|do leitor|dos leitores)|"
    r"lettere al (?:direttore|giornale)|lezersbrieven|ingezonden brieven|listy (?:do redakcji|czytelników)|"
    r"leserbrev|læserbreve?|insändare|письма (?:в редакцию|читателей))\b|"
    r"^\W*(?:letters|readers write|lettere|cartas|brieven|письма)(?: \|.*| [–—-] .*|:.*)?\W*$|"
    r"読者の声|读者来信|讀者來函",
    re.IGNORECASE,
)
_LONGEST_NAME_OF_PAGE = 14
_FARTHEST = 8
"""Blocks from the line that says so to the first letter."""
_LONGEST_LINE, _LONGEST_HEADLINE = 9, 14
"""Words of a line below a letter, and of the headline above the next."""
_MOST_LINES = 5
"""Between two letters."""
_FEWEST = 2
"""Letters with a name below them: a single one is an article, and its author has a rule."""


def letters(reading: Reading) -> Iterator[Finding]:
    """Names, jobs and places right below readers' letters, and the headlines right above them.

    Only where a line above the first letter says what they are, and no line has the day or time of a comment.
    """
    start = _first_letter(reading)
    if start is None:
        return
    gaps = list(_gaps(reading, start))
    signed = [gap for gap in gaps if gap.signed]
    if len(signed) < _FEWEST or any(find_dates(one.text) or TIME.search(one.text) for gap in gaps for one in gap.lines):
        return
    headed = _are_headed(gaps)
    usual = max((len(_signature(gap, headed)) for gap in signed if gap.between), default=1)
    if headed:
        yield from _first_headline(reading, start)
    for gap in gaps:
        lines = _signature(gap, headed) if gap.signed else ()
        for block in lines[: len(lines) if gap.between else usual]:
            yield kept(block, Role.BODY)
        if headed and gap.between and gap.signed == (len(gap.lines) > 1) and _is_headline(gap.lines[-1]):
            yield kept(gap.lines[-1], Role.HEADING)


def letters_note(reading: Reading) -> Iterator[Finding]:
    """How long a letter may be and where to send it, below the last of a page of letters."""
    if _first_letter(reading) is None:
        return
    end = [block for block in reading.open() if block.is_prose or block.ends_sentence][-_MOST_NOTES:]
    for block in end:
        if block.words <= _LONGEST_NOTE and _NOTE.match(block.text):
            yield set_aside(block, Role.NOTICE)


_MOST_NOTES = 3
"""Sentences at the end."""


@dataclass(frozen=True)
class _Gap:
    """The lines between two letters, or below the last."""

    lines: tuple[Block, ...]
    between: bool
    """Whether a letter follows."""
    signed: bool
    """Whether the first line is who wrote the letter above."""


def _first_letter(reading: Reading) -> int | None:
    """The index of the first paragraph, where a line a little above it says that letters follow; else None."""
    start = next((block.index for block in reading.open() if block.is_prose), None)
    above = reading.blocks[max((start or 0) - _FARTHEST, 0) : start or 0]
    said = (block for block in above if block.words <= _LONGEST_NAME_OF_PAGE and not block.ends_in_stop)
    return start if any(_PAGE.search(block.text) for block in said) else None


def _gaps(reading: Reading, start: int) -> Iterator[_Gap]:
    """What stands between the paragraphs of letters, down to the first line that is the page's."""
    lines: list[Block] = []
    for block in reading.blocks[start + 1 :]:
        if heads_comments(block) or (_NOTE.match(block.text) and block.words <= _LONGEST_NOTE):
            break
        if block.index in reading.found:
            continue
        if block.is_prose or (block.ends_sentence and block.words > _LONGEST_LINE):
            if lines:
                yield _gap(lines, between=True)
            lines = []
        elif len(lines) == _MOST_LINES or is_button_text(block) or block.listed:
            break
        elif not block.text.endswith((",", ":")):
            # But for how the next letter's writer addresses the editor.
            lines.append(block)
    if lines:
        yield _gap(lines, between=False)


def _gap(lines: Sequence[Block], *, between: bool) -> _Gap:
    return _Gap(tuple(lines), between, _is_name(lines[0]))


_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Rev|Herr|Frau|M|Mme|Sr|Sra|Don|г-н|г-жа)\b\.?\s+|^[–—-]\s*")
_INITIAL = re.compile(r"^(?:[^\W\d_]\. ?){1,3}[^\W\d_]{2,}$")
_WITHHELD = re.compile(
    r"\W*(?:name (?:and address )?(?:withheld|supplied)|name der redaktion bekannt)\b", re.IGNORECASE
)


def _is_name(block: Block) -> bool:
    """Whether a line is who wrote the letter, perhaps with a job or place behind a comma or in brackets."""
    if block.words > _LONGEST_LINE or block.ends_in_stop:
        return False
    name = _TITLE.sub("", _TITLE.sub("", re.split(r"\s*[,(|]\s*|\s[–—-]\s", block.text.strip(" –—-"))[0]))
    return bool(bare_name(name)) or _INITIAL.match(name) is not None or _WITHHELD.match(block.text) is not None


def _are_headed(gaps: Sequence[_Gap]) -> bool:
    """Whether most letters have a headline: the last line above one is no place, but says something."""
    last = [gap.lines[-1] for gap in gaps if gap.between and (len(gap.lines) > 1 or not gap.signed)]
    return 2 * sum(_says_something(block) for block in last) > len(last)


def _says_something(block: Block) -> bool:
    words = block.text.split()
    small = any(word[0].islower() for word in words[1:])
    return (small and _PLACE.search(block.text) is None) or block.text.endswith(("?", "!"))


_PLACE = re.compile(r",\s+[^\W\da-zа-яё]")
"""What follows a job: `Retired surveyor, Selby`."""


def _is_headline(block: Block) -> bool:
    return block.words <= _LONGEST_HEADLINE and block.line_count == 1 and not block.ends_in_stop


def _signature(gap: _Gap, headed: bool) -> tuple[Block, ...]:
    """The lines of a gap that stand below the letter above it."""
    lines = gap.lines[:-1] if headed and gap.between and len(gap.lines) > 1 else gap.lines
    return tuple(takewhile(lambda block: block.words <= _LONGEST_LINE and not block.ends_in_stop, lines))


def _first_headline(reading: Reading, start: int) -> Iterator[Finding]:
    """The headline of the first letter, where the page has a title above it."""
    line = reading.blocks[start - 1] if start > 1 else None
    if line is None or line.index in reading.found or not _is_headline(line) or _PAGE.search(line.text):
        return
    if find_dates(line.text) or _is_name(line):
        return
    above = [block for block in reading.blocks[max(start - _FARTHEST, 0) : start - 1] if _PAGE.search(block.text)]
    # `Letters to the editor: Keep the bell` has the headline as its title.
    if above and not any(line.folded in block.folded for block in above):
        yield kept(line, Role.HEADING)
