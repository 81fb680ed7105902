"""Rules for boxes between two paragraphs that their lines tell together: polls, players, one headline under a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.hints import hint
from generator.ingest.rules.body import sub_headings
from generator.ingest.rules.headline import is_broken, stems_of
from generator.ingest.rules.layout import is_list_heading
from generator.ingest.rules.shared_words import SharedWords, long_stems

_VOTE = re.compile(
    r"\W*(?:(?:submit (?:your )?|cast (?:your )?)?vote(?: now)?|(?:view|see|show) results|poll loading|loading poll|"
    r"(?:\d[\d.,]*\+?|no) votes?(?: so far)?|(?:jetzt )?abstimmen|ergebnis(?:se)? anzeigen|votez?|votar|vota ora|"
    r"voir les résultats|ver resultados|проголосовать|голосовать)\W*",
    re.IGNORECASE,
)
_HINT = hint(("vot", "poll", "result", "abstimm", "ergebnis", "résult", "голосов"))
_POLL = re.compile(
    r"\b(?:polls?|vote|survey|have your say|umfrage|abstimm\w+|sondage|encuesta|sondaggio|enquete|опрос)\b",
    re.IGNORECASE,
)
_LONGEST_OPTION, _FEWEST_OPTIONS, _MOST_OPTIONS = 8, 2, 8
_LONGEST_QUESTION = 25
_LONGEST_LABEL = 12


def poll(reading: Reading) -> Iterator[Finding]:
    """A question, its answers in short lines, and below them the button or the count of a vote."""
    for block in reading.blocks:
        # Most short lines have none of these letters, and it takes long to find nothing.
        if block.words > _LONGEST_OPTION or not block.hints & _HINT or not _VOTE.fullmatch(block.text):
            continue
        box = _box_above(reading, block)
        below = reading.blocks[block.index + 1 : block.index + 2]
        if not box:
            continue
        for other in (*box, block, *(other for other in below if _VOTE.fullmatch(other.text))):
            if other.index not in reading.found:
                yield set_aside(other, Role.NOTICE)


def _box_above(reading: Reading, vote: Block) -> list[Block]:
    """The question and the answers above a button, and the line that announces them; empty where there are none."""
    above = reading.blocks[max(vote.index - _MOST_OPTIONS, 0) : vote.index]
    count = sum(1 for _ in takewhile(_is_option, reversed(above)))
    start = vote.index - count
    question = reading.blocks[start - 1] if start else None
    if count < _FEWEST_OPTIONS or question is None or not _asks(question):
        return []
    label = reading.blocks[start - 2] if start > 1 else None
    first = start - 1
    if label and label.words <= _LONGEST_LABEL and not label.ends_in_stop and _POLL.search(label.text):
        first -= 1
    return list(reading.blocks[first : vote.index])


def _is_option(block: Block) -> bool:
    return 0 < block.words <= _LONGEST_OPTION and not block.text.endswith(("?", ":")) and not block.is_prose


def _asks(block: Block) -> bool:
    return block.words <= _LONGEST_QUESTION and block.text.endswith("?") and block.text[0] not in "\"'“‘„«–—-"


_PLAYER = re.compile(
    r"\W*(?:video|audio|vidéo|vídeo|видео|аудио|podcast)\b.{0,80}\b\d{1,2}:\d\d(?::\d\d)?(?: ?min\.?)?\W*",
    re.IGNORECASE,
)
_MEDIUM = re.compile(r"\W*(?:video|audio|vidéo|vídeo|видео|аудио)\W*", re.IGNORECASE)
_LENGTH = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?(?: ?min(?:uten|utes|\.)?)?\W*$", re.IGNORECASE)
_LONGEST_NAME = 16


# A player's own, and no time of day: a day is told by hours that few articles begin with.
_TIME_CODE = re.compile(r"\W*(?P<at>\d{1,2}):[0-5]\d(?P<of>(?::[0-5]\d)? ?/ ?\d{1,2}:[0-5]\d(?::[0-5]\d)?)?\W*")
_LONGEST_CODE, _MOST_CODES, _MOST_MINUTES = 20, 2, 5


def player(reading: Reading) -> Iterator[Finding]:
    """What a film or recording is called and how long it lasts: `Audio 3:05`, or below a line `Video` alone; and a
    bare time code between two paragraphs, `02:45 / 10:11`."""
    yield from _time_codes(reading)
    for block in reading.open():
        if block.words > _LONGEST_NAME or ":" not in block.text:
            continue
        above = reading.blocks[block.index - 1] if block.index else None
        named = above is not None and _MEDIUM.fullmatch(above.text) is not None and _LENGTH.search(block.text)
        if named or _PLAYER.fullmatch(block.text):
            yield set_aside(block, Role.NAVIGATION)


def _time_codes(reading: Reading) -> Iterator[Finding]:
    """`02:45 / 10:11`, but in a column of such; and `02:45` alone between paragraphs, which is a day's hour where there
    are several, or late ones."""
    codes = {block.index: code for block in reading.blocks if (code := _code(block))}
    bare = [code for code in codes.values() if not code["of"]]
    alone = len(bare) <= _MOST_CODES and all(int(code["at"]) <= _MOST_MINUTES for code in bare)
    for index, code in codes.items():
        block = reading.blocks[index]
        goes = codes.keys().isdisjoint((index - 1, index + 1)) if code["of"] else alone
        if goes and index not in reading.found and (code["of"] or _parts_paragraphs(reading, block)):
            yield set_aside(block, Role.NAVIGATION)


def _code(block: Block) -> re.Match[str] | None:
    return _TIME_CODE.fullmatch(block.text) if ":" in block.text and len(block.text) <= _LONGEST_CODE else None


def _parts_paragraphs(reading: Reading, block: Block) -> bool:
    """Whether the undecided lines above and below are paragraphs."""
    above = next((reading.blocks[at] for at in range(block.index - 1, -1, -1) if at not in reading.found), None)
    below = next(reading.open(block.index + 1), None)
    return above is not None and below is not None and above.is_prose and below.is_prose


_HEADLINE = range(8, 17)
"""Words. Sub-headings are shorter, as a rule."""
_SHORT_HEADLINE = range(4, 8)


def boxed_headline(reading: Reading) -> Iterator[Finding]:
    """A single headline in the midst of the text, right below a label such as `Read more` that names none itself;
    and several that an extractor ran together, wherever they stand below one."""
    yield from _run_together(reading)
    found = list(_below_labels(reading))
    if not found:
        return
    short = [line for line in found if line.words in _SHORT_HEADLINE]
    others = {block.index for block in sub_headings(reading)} - {line.index for line in short} if short else set[int]()
    shared = SharedWords(block for block in reading.blocks if _stays(reading, block))
    for line in found:
        if line.words in _HEADLINE or (line in short and not others and not _heads(reading, line, shared)):
            yield set_aside(line, Role.NAVIGATION)


def _run_together(reading: Reading) -> Iterator[Finding]:
    labels = [index for index, (_, rule) in reading.found.items() if rule.startswith("promotion")]
    for index in labels:
        below = reading.blocks[index + 1 : index + 2]
        if below and below[0].words >= _HEADLINE.stop and is_list_heading(reading, index):
            block = below[0]
            is_sentence = (
                block.ends_sentence or block.text.endswith((":", "：", ",", ";")) or _SENTENCE.search(block.text)
            )
            if not (block.index in reading.found or block.listed or is_sentence or is_broken(block, reading)):
                yield set_aside(block, Role.NAVIGATION)


_SENTENCE = re.compile(r"[.…。।][\"”»’]?\s+\W*[^\W\d_a-zà-ÿа-я]")


def _stays(reading: Reading, block: Block) -> bool:
    finding = reading.finding(block.index)
    return finding is None or finding.fate is not Fate.SET_ASIDE


def _below_labels(reading: Reading) -> Iterator[Block]:
    """The undecided lines of text that alone part such a label from a paragraph."""
    for index in sorted(reading.found):
        below = reading.blocks[index + 1 : index + 3]
        if len(below) < 2 or not is_list_heading(reading, index) or below[0].index in reading.found:
            continue
        line, text = below
        alone = text.is_prose and text.index not in reading.found
        if alone and not (line.listed or line.ends_in_stop or line.line_count > 1 or is_broken(line, reading)):
            yield line


def _heads(reading: Reading, line: Block, shared: SharedWords) -> bool:
    """Whether the paragraph below a line takes up a longer word of it that title and text have nowhere else."""
    below = reading.blocks[line.index + 1]
    words = long_stems(line, _LONG_WORD) & stems_of([below])
    return words != shared.elsewhere(words, line, below)


_LONG_WORD = 4
"""Letters."""
