"""Lines that name who wrote a reader's comment, told by their coming back after the text, each beside a short text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from generator.ingest.blocks import Block
from generator.ingest.dates import find_dates

# `17.30` is a time, and `17.03.` the beginning of a date.
TIME = re.compile(r"(?<![\d.])\d{1,2}(?:[:h]\d\d|\.\d\d(?![.\d]))(?:[ap]m)?\b", re.IGNORECASE)
# `Posted by Name on 4 June`, `written by Name, October 20, 2012`: above or below one comment.
_POSTED_BY = re.compile(
    r"^\W*(?:(?:posted|written|submitted|commented|left|geschrieben|verfasst|publié|écrit|publicad[oa]|enviado|"
    r"опубликовано)\s+)?(?:by|von|par|por)\b",
    re.IGNORECASE,
)
# `Name said...`, as a blog's own template writes it: no sentence ends so.
SAID = re.compile(
    r"^\W*\S.{0,50}?\s(?:said|says|wrote|disse|dijo|ha detto|a dit|hat gesagt|sagte|napisał\w*|říká|sade|zei|пишет|"
    r"говорит|είπε|dedi ki)\s*(?:\.{3}|…)$",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b\d+\+? (?:second|minute|min|hour|hr|day|week|month|year)s? ago\W*$|\bvor \d+ (?:minuten?|stunden?|tag(?:en)?|"
    r"wochen?|monat(?:en)?|jahr(?:en)?)\W*$|\bil y a \d+ \w+\W*$|\bhace \d+ \w+\W*$|\b\d+ \w+ назад\W*$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 20
_MOST_WORDS_OF_A_COMMENT = 130
"""Of the usual one. Longer texts under one attribution each are the posts of a blog."""
_MOST_WORDS_OF_ALL = 220
"""In the mean; and of the usual one where a template wrote `Name said...` above it, as above no post."""
_FEWEST_WORDS_OF_A_COMMENT = 4
_FEWEST = 3
_PLACE = re.compile(
    r"^[-–—~]{0,2}\s*(?P<name>[^\W\d_][^,;:!?\d]{0,40}),\s*(?P<place>[^\W\d_][^,;:!?\d]{1,30}(?:,\s*[^\W\d_][^,;:!?\d]{1,30}){0,2})\.?$"
)
_SMALL_WORDS = frozenset(
    "de del della der den di du da dos van von vom zu la le el al bin ibn ben ter ten af av".split()
)
_NO_NAME = frozenset(
    "the a an of and or in on at to for with by from how what why when where who which is are be your our my this that "
    "der die das ein eine und oder im am zum zur mit für wie was warum wo le la les un une et ou dans sur pour avec "
    "comment pourquoi el los las un una y o en con para como por que il lo gli e di pros cons verdict price".split()
)
_NAME_ALONE = re.compile(r"[\w.'’-]+(?: [\w.'’-]+){0,2}")
_TALK = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|my|me|you|your|you['’]re|thanks|lol|ich|mein\w*|danke|sie|je|mon|ma|vous|merci|yo|"
    r"gracias|eu|meu|minha|obrigad[oa]|я|мне|мой|вы|спасибо)\b"
)
_MIN_PROSE_OF_NAMES = 80
"""Words before the first of them: names alone are weak evidence."""


def first_of_comments(blocks: Sequence[Block], prose_before: Sequence[int], least: int) -> int | None:
    """The position of the first block of the comments, where lines that name their writers come back; else None.

    `prose_before` has for each block the words of prose above it; comments begin where there are `least`.
    """
    starts = []
    for is_head, fewest in _KINDS:
        found = [at for at, block in enumerate(blocks) if is_head(block)]
        # The article's own, above it, shows the form; two below it are the least.
        heads = [at for at in found if prose_before[at] >= least]
        if len(found) < fewest or len(heads) < 2:
            continue
        if is_head in _MAY_HEAD_TEXTS and _head_texts(blocks, heads, is_head is _is_placed):
            continue
        most = _MOST_WORDS_OF_ALL if is_head is _is_said else _MOST_WORDS_OF_A_COMMENT
        start = _start(blocks, heads, prose_before, most, is_head is is_stamped and heads[0] == found[0])
        if start is not None:
            starts.append(start)
    others = (_first_name(blocks, prose_before), _first_in_tone(blocks, prose_before, least))
    return min((*starts, *(at for at in others if at is not None)), default=None)


# How readers begin when they write to the author: nobody writes so of his own article.
_PRAISE = (
    r"(?:great|nice|lovely|wonderful|excellent|awesome|good|interesting|beautiful|fantastic|brilliant|superb|amazing)"
)
_TONE = re.compile(
    rf"(?:wow\W+)?(?:(?:what an? )?{_PRAISE} (?:post|article|piece|writing|read|blog|story|stuff|job|work|tips|list|"
    r"idea|write-?up|info)\b(?! (?:is|was|are|were|has|had|will)\b)|"
    r"thank(?:s| you)(?: so much| very much| a lot)?,? for (?:sharing|posting|writing|this (?:post|article|great)|"
    r"your|the (?:post|article|info|tips?|link))\b|"
    r"i (?:really |just |absolutely |so )?(?:love|loved|enjoy|enjoyed) "
    r"(?:this(?: (?:post|article|blog|piece|story))?[!.,]|your|reading (?:this|your)))",
    re.IGNORECASE,
)
_FEWEST_IN_TONE = 3


def _first_in_tone(blocks: Sequence[Block], prose_before: Sequence[int], least: int) -> int | None:
    """The position of the first of several paragraphs to the end that thank or praise the author, as readers do.

    Half of the rest speak to somebody or of themselves. None where the text before them has one too.
    """
    toned = [at for at, block in enumerate(blocks) if block.words >= _FEWEST_WORDS_OF_A_COMMENT and _is_toned(block)]
    if len(toned) < _FEWEST_IN_TONE or prose_before[toned[0]] < least:
        return None
    rest = [block for block in blocks[toned[0] :] if block.is_prose or block.ends_sentence]
    talk = sum(_is_toned(block) or _TALK.search(block.text) is not None for block in rest)
    dense = len(toned) * _SPARSEST_TONE >= len(rest)
    return toned[0] if dense and 2 * talk >= len(rest) else None


_SPARSEST_TONE = 5
"""One paragraph in so many."""


def _is_toned(block: Block) -> bool:
    return not block.listed and _TONE.match(block.text) is not None


def is_stamped(block: Block) -> bool:
    """Whether a line is the name and time of a comment: a date with a time of day, or `Posted by` with either."""
    if block.words > _MOST_WORDS or block.is_prose or not _DIGIT.search(block.text):
        return False
    timed, posted = TIME.search(block.text) is not None, _POSTED_BY.match(block.text) is not None
    return (timed and posted) or ((timed or posted) and bool(find_dates(block.text)))


def _is_said(block: Block) -> bool:
    return block.words <= 8 and block.text.endswith(("...", "…")) and SAID.match(block.text) is not None


def is_ago(block: Block) -> bool:
    """Whether a line ends with how long ago a comment was written."""
    return (
        block.words <= 7
        and not block.bullet
        and _DIGIT.search(block.text) is not None
        and _AGO.search(block.text) is not None
    )


def _is_placed(block: Block) -> bool:
    """`- Name, Town, Country`."""
    if not 2 <= block.words <= 9 or "," not in block.text or (block.listed and block.marker[0] not in "-*"):
        return False
    found = _PLACE.match(block.text)
    return found is not None and _is_proper(found["name"], 4) and all(
        _is_proper(part, 4) for part in found["place"].split(",")
    )  # fmt: skip


def _is_proper(text: str, most: int) -> bool:
    words = text.split()
    return 1 <= len(words) <= most and all(word[0].isupper() or word.casefold() in _SMALL_WORDS for word in words)


_KINDS: tuple[tuple[Callable[[Block], bool], int], ...] = (
    (is_stamped, _FEWEST),
    (_is_said, 2),
    (is_ago, _FEWEST),
    (_is_placed, _FEWEST),
)


_MAY_HEAD_TEXTS = (is_stamped, _is_placed)
"""What may stand above other texts too: a day and hour above an item of news, a town above a house that is for sale."""


def _head_texts(blocks: Sequence[Block], heads: list[int], placed: bool) -> bool:
    """Whether such lines stand above texts in which nobody speaks, or are one and the same line."""
    if len({blocks[at].folded for at in heads}) == 1:
        return True
    if not placed and any(_POSTED_BY.match(blocks[at].text) for at in heads):
        return False
    parts = [blocks[above + 1 : below] for above, below in pairwise(heads)]
    told = [part for part in parts if placed or any(block.is_prose for block in part)]
    spoken = sum(any(_TALK.search(block.text) or _CALLS.search(block.text) for block in part) for part in told)
    return 2 * spoken < len(told)


_CALLS = re.compile(r"[!?！？؟]")
"""What readers write more often than reporters."""


def _start(
    blocks: Sequence[Block], heads: list[int], prose_before: Sequence[int], most: int, may_be_own: bool
) -> int | None:
    """Where the comments with these attributions begin, each usually of `most` words at most.

    The first one may be the article's own line.
    """
    words = [_words(blocks[above + 1 : below]) for above, below in pairwise(heads)]
    # A table of dates and times has them too, but nothing in between.
    spoken = sum(number >= _FEWEST_WORDS_OF_A_COMMENT for number in words)
    usual = sorted(words)[len(words) // 2]
    if 2 * spoken < len(words) or usual > most or sum(words) > _MOST_WORDS_OF_ALL * len(words):
        return None
    first = heads[0]
    if _LINK_TO_POST.search(blocks[first].text) and not _LINK_TO_POST.search(blocks[heads[1]].text):
        return first
    # The article's own line stands above its text, or below it with nothing said before the next.
    longest = max(words[1:], default=0)
    long = words[0] > most and words[0] > min(prose_before[first], 2 * longest)
    own = words[0] < _FEWEST_WORDS_OF_A_COMMENT or long
    if own or (may_be_own and len(heads) <= _FEWEST):
        return heads[1] if len(heads) > 2 else None
    if _words(blocks[heads[-1] + 1 : heads[-1] + 4]) >= _FEWEST_WORDS_OF_A_COMMENT:
        return first
    return _top_of_comment(blocks, first) if _is_alike(blocks, heads) else first


_LINK_TO_POST = re.compile(r"\bpermalink\b", re.IGNORECASE)
"""What a blog writes below a post, and seldom below comments: nothing above it is one of them."""


def _is_alike(blocks: Sequence[Block], heads: list[int]) -> bool:
    """Whether the first attribution has the words that come back in the others, unlike the article's own."""
    others = Counter(word for at in heads[1:] for word in set(blocks[at].full_text.split()) if word.islower())
    template = {word for word, count in others.items() if 3 * count >= 2 * (len(heads) - 1)}
    return template <= set(blocks[heads[0]].full_text.split())


def _top_of_comment(blocks: Sequence[Block], head: int) -> int:
    """The position of the first block of the comment that ends with the attribution at `head`."""
    top = head
    while top and blocks[top].adjoins(blocks[top - 1]) and head - top < _LONGEST_COMMENT:
        top -= 1
    if top and head - top == _LONGEST_COMMENT:
        # No blank line tells where the text ends: one paragraph is the least.
        return head - 1
    return top if top < head else max(head - 1, 0)


_LONGEST_COMMENT = 4
"""Blocks, where blank lines part the comments."""


def _words(blocks: Sequence[Block]) -> int:
    return sum(block.words for block in blocks)


def _first_name(blocks: Sequence[Block], prose_before: Sequence[int]) -> int | None:
    """The position of the first name where names alone alternate with short texts that answer each other."""
    heads = [
        at
        for at in range(1, len(blocks) - 1)
        if prose_before[at] >= _MIN_PROSE_OF_NAMES and is_name_alone(blocks[at]) and _follows_text(blocks, at)
    ]
    distinct = {blocks[at].folded for at in heads}
    if len(heads) < _FEWEST + 1 or len(distinct) < _FEWEST:
        return None
    before = " ".join(block.folded for block in blocks[: heads[0]])
    # Who speaks in an interview or a play is introduced before.
    known = sum(name in before for name in distinct)
    bounds = [*heads, len(blocks)]
    words = [_words(blocks[above + 1 : below]) for above, below in pairwise(bounds)]
    talk = sum(
        any(_TALK.search(block.text) for block in blocks[above + 1 : below]) for above, below in pairwise(bounds)
    )
    again = len(distinct) < len(heads)
    handles = sum(_is_handle(blocks[at].text) for at in heads)
    persons = sum(len(name.split()) > 1 for name in distinct) + handles
    if 2 * known > len(distinct) or sum(words) > _MOST_WORDS_OF_A_COMMENT * len(words) or 2 * persons < len(distinct):
        return None
    return heads[0] if 2 * talk >= len(heads) and (again or handles >= 2) else None


def _follows_text(blocks: Sequence[Block], at: int) -> bool:
    above, below = blocks[at - 1], blocks[at + 1]
    return (above.ends_sentence or above.is_prose) and (below.ends_sentence or below.words >= 8)


def is_name_alone(block: Block) -> bool:
    """Whether a line is one to three words that can be somebody's name or handle, without a sentence's end."""
    if not 1 <= block.words <= 3 or block.listed or block.ends_sentence or block.line_count > 1:
        return False
    if not _NO_NAME.isdisjoint(block.folded_words):
        return False
    return _NAME_ALONE.fullmatch(block.text) is not None and (_is_handle(block.text) or _is_proper(block.text, 3))


def _is_handle(text: str) -> bool:
    """`tin_lid`, `Bob77`, `gull`: one word that no heading would be."""
    single = len(text.split()) == 1 and 3 <= len(text) <= 25
    return single and (any(sign.isdigit() or sign == "_" for sign in text) or text.islower()) and text[0].isalpha()
