"""Tells which short lines at an article's end are its own: what a recipe takes, who signs a notice, what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from generator.ingest.blocks import Block
from generator.ingest.dates import find_dates
from generator.ingest.hints import hint
from generator.ingest.rules.lists import is_measured, label_of, quantities

_LONGEST_FACT, _FEWEST_FACTS, _MOST_FACTS, _FEWEST_MEASURED = 9, 2, 8, 2
_ADDRESS = re.compile(r"https?:|www\.|@|\.com\b")


def last_lines(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of such lines, wherever in the source they stand."""
    return frozenset((*_facts_of_recipes(blocks), *_signatures(blocks), *_promises(blocks)))


def _facts_of_recipes(blocks: Sequence[Block]) -> Iterator[int]:
    """Lines with a label one after the other (`Difficulty: easy`, `Serves: 4`), in a source that tells how much of what
    a kitchen's measures are to take."""
    if sum(is_measured(blocks[at]) for at in quantities(blocks)) < _FEWEST_MEASURED:
        return
    for is_fact, group in groupby(blocks, key=_is_fact):
        run = list(group)
        if is_fact and _FEWEST_FACTS <= len(run) <= _MOST_FACTS:
            yield from (block.index for block in run)


def _is_fact(block: Block) -> bool:
    short = block.words <= _LONGEST_FACT and not block.is_prose
    return short and label_of(block) != "" and _ADDRESS.search(block.text) is None


_PLACE_AND_DAY = re.compile(
    r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,3}(?: \([^()\d]{2,20}\))?, ?"
    r"(?:(?:den|dem|im|le|am|a|el|em|on|this|dnia|dne) )?(?:the )?\d[^:]{5,24}"
)
_LONGEST_NAME, _MOST_NAMES, _MOST_BELOW = 8, 4, 2
"""Words of a line; names; blocks below them."""
_CAPITAL = re.compile(r"\W*[^\W\d_a-zà-ÿа-я]")


def _signatures(blocks: Sequence[Block]) -> Iterator[int]:
    """A place with a day right below a paragraph, and the names and offices below it, at the end of a source.

    Where a page goes on they may as well be its menu.
    """
    for above, block in pairwise(blocks):
        # Few lines have a comma and a year at once: to look for that first is quicker.
        if not (above.is_prose and 3 <= block.words <= _LONGEST_NAME and "," in block.text):
            continue
        if not _PLACE_AND_DAY.fullmatch(block.text.rstrip(" .,")) or len(find_dates(block.text)) != 1:
            continue
        names = list(takewhile(_is_name_or_office, blocks[block.index + 1 :]))
        if 1 <= len(names) <= _MOST_NAMES and block.index + len(names) + _MOST_BELOW >= blocks[-1].index:
            yield from (other.index for other in (block, *names))


def _is_name_or_office(block: Block) -> bool:
    short = 0 < block.words <= _LONGEST_NAME and not block.listed and not block.ends_in_stop
    return short and not any(map(str.isdigit, block.text)) and _CAPITAL.match(block.text) is not None


_TO_BE_CONTINUED = re.compile(
    r"\W*(?:to be continued|à suivre|suite (?:et fin )?au prochain numéro|fortsetzung folgt|wird fortgesetzt|"
    r"continuará|continua(?: na próxima edição)?|продолжение следует|окончание следует|продовження (?:буде|далі)|"
    r"wordt vervolgd|ciąg dalszy nastąpi|fortsættes|fortsetter|forts(?:ättning|ettelse) (?:följer|følger)|jatkuu|"
    r"devam edecek|pokračování příště|folytatjuk|つづく|続く|待续|待續)\W*"
)
_CONTINUED_HINT = hint(
    "continu suiv suite fortse fortsæ fortsä следует продовж vervolgd dalszy jatkuu devam příště folytat".split()
    + "つづく 続く 待续 待續".split()
)


def _promises(blocks: Sequence[Block]) -> Iterator[int]:
    """Lines that say no more than that the story goes on another day, right below a paragraph."""
    for above, block in pairwise(blocks):
        if above.ends_sentence and block.hints & _CONTINUED_HINT and _TO_BE_CONTINUED.fullmatch(block.small):
            yield block.index
