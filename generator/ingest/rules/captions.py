"""Rules for captions whose picture is gone, and for who made it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import PROSE_WORDS, Block, Shape, fold
from generator.ingest.findings import Finding, Part, Reading, set_aside
from generator.ingest.hints import DIGIT, hint
from generator.ingest.rules.body import first_heading
from generator.ingest.rules.credits import CREDIT_HINT, credit_below, ends_in_credit, in_brackets, signature
from generator.ingest.rules.headline import goes_on, is_broken
from generator.ingest.rules.lists import tables
from generator.ingest.rules.names import bare_name, names_writer_too
from generator.ingest.rules.pictures import describes_picture

_KIND = (
    r"(?:photos?|photograph(?:s|er|y)?|image|picture|illustration|graphic|video|foto|bild|grafik|fotos|crédits?|фото|"
    r"photo credit|image credit|credit|archivbild|symbolbild)"
)
_LABEL = re.compile(
    rf"^\W*{_KIND}(?:\s+\d+(?:/\d+)?)?(?:\s+(?:by|courtesy|credit|par|von))?"
    r"(?:\s*[:©]\s*|\s+[–—-]\s+|\s*/\s*(?-i:(?=[^\W\da-zа-я])))(?P<rest>.*)$",
    re.IGNORECASE,
)
_MAKER = r"[^\W\da-z][\w.’'-]*(?:[\s/]+[^\W\da-z][\w.’'-]*){0,5}"
_AGENCY = (
    r"(?i:getty(?: images)?|reuters|agence france-presse|afp|afp/getty(?: images)?|associated press|ap(?: photo)?|epa|"
    r"shutterstock|alamy|istock(?:photo)?|thinkstock|corbis|dpa|picture alliance|rex features|press association)"
)
_CREDIT = re.compile(
    # In brackets at the end: (Photo: …), (AP Photo/…), (Photo by …)
    rf"\((?i:{_KIND}\s*(?:[:/©].*|(?:by|courtesy|credit)\b.*)?|(?:ap|file|archive|pool) photo\b[^)]*)\)\W*$|"
    rf"\b(?i:photo(?:graph)?) (?i:by|credit:?|courtesy(?: of)?) {_MAKER}\W*$|"
    r"^\W*(?i:(?:file|archive) photo)(?:\W|\s+of\b)|"
    r"(?:[/(©|]|\b(?i:via)\s)\s*(?i:getty images|shutterstock)\b\W*$|"
    # Who sells pictures and writes no articles.
    r"[.!?][\"”»’)]? ?(?i:getty images|shutterstock|istock(?:photo)?|alamy|thinkstock|unsplash|pexels|pixabay|"
    r"adobe ?stock|123rf|dreamstime|depositphotos)\W*$|"
    rf"\b(?i:reuters|ap photo|afp|epa)\s?/\s?{_MAKER}\W*$|\[(?:[^\[\]]{{0,40}}/)?{_AGENCY}\]\W*$"
)
_CREDIT_WORDS = (
    *"photo image picture illustration graphic video foto bild grafik crédit фото credit getty stock alamy".split(),
    *"splash pexels pixabay 123rf dreamst reuters afp /epa epa/ epa] /ap ap] france-presse corbis dpa".split(),
    *("epa /", "associated press", "press association", "rex features"),
)
_CREDIT_HINT = hint(_CREDIT_WORDS)
"""One of these is in all that `_CREDIT` finds: it takes long to find nothing."""
_AGENCY_ALONE = re.compile(
    rf"^\W*\((?:[^()]{{0,60}}/)?{_AGENCY}(?:/[^()]{{1,60}})?\)\W*$|"
    rf"^\W*(?i:(?:(?:19|20)\d\d |(?:quelle|source|fuente|fonte|fonti|kilde|källa|bron) ?: ?)?){_AGENCY}\W*$"
)
_CAPTION_LABEL = re.compile(
    r"^\W*(?:(?:(?:toggle|hide|show|view) caption|(?:enlarge|view|expand) (?:this )?(?:image|photo|picture)|"
    r"(?:click|tap) to (?:enlarge|expand|zoom))\W*$|"
    r"(?:media|image|video|photo) caption\b(?!\s+(?:is|was|says|said|read)\b)|"
    r"(?:enlarge|zoom)(?: (?:this )?(?:image|picture))? ?/ |"
    r"(?:image source|(?:bild)?legende|bildunterschrift|bildbeschreibung|bildtext|légende|pie de foto)\s*:|"
    # An agency's mark of a picture from its files, and words in capitals as some papers begin captions with.
    r"(?-i:FILE ?[–—-] [A-Z])|(?-i:[A-Z][A-Z'’-]+(?: [A-Z'’-]+){1,5} ?(?:…|\.\.\.) ?[A-Z][a-z]))",
    re.IGNORECASE,
)
_BEGINNINGS = (
    "photo image picture illustration graphic video foto bild grafik crédit фото credit archivbild symbolbild toggle "
    "hide show view enlarge expand click tap media zoom legende légende pie file getty reuters agence afp associated "
    "ap epa shutterstock alamy istock thinkstock corbis dpa rex press quelle source fuente fonte kilde källa bron"
).split()
_LABEL_HINT = hint([*_CREDIT_WORDS, "…", "..."], [*_BEGINNINGS, DIGIT])
"""All that `_LABEL`, `_CREDIT`, `_AGENCY_ALONE` and `_CAPTION_LABEL` find has one of these, or begins with one."""
_TOGGLE = re.compile(r"^\W*(?:toggle|hide|show) caption\W*$", re.IGNORECASE)
_MOST_CREDIT_WORDS = 8
_MOST_WORDS = 45
_FEWEST_SIGNED_WORDS, _MOST_SIGNED_WORDS = 6, 35
_MOST_CREDITED_WORDS = 80
"""With a credit at its very end a caption may be as long as a paragraph."""


def photo_credit(reading: Reading) -> Iterator[Finding]:
    """A picture's caption that tells who made it, or who stands where in it; not where pictures tell the story."""
    found = [finding for finding in _credited(reading) if not names_writer_too(reading.blocks[finding.block].text)]
    told = _told_in_captions(reading, found)
    reading.told_in_captions |= told
    yield from (finding for finding in found if finding.block not in told)


_FEWEST_TOLD, _LEAST_TOLD = 4, 8
"""Captions that tell a story, and words of one."""
_MOST_BESIDE, _MOST_WORDS_BESIDE = 0.5, 100
"""The words of other paragraphs beside such captions: a part of theirs, and how many."""


def _told_in_captions(reading: Reading, found: Sequence[Finding]) -> set[int]:
    """The indexes of captions without which hardly any text would be left."""
    blocks = {finding.block: reading.blocks[finding.block] for finding in found if not finding.parts}
    told = {index: block.words for index, block in blocks.items() if block.words >= _LEAST_TOLD}
    if len(told) < _FEWEST_TOLD:
        return set()
    beside = sum(block.words for block in reading.within() if block.is_prose and block.index not in blocks)
    return set(told) if beside <= min(_MOST_WORDS_BESIDE, _MOST_BESIDE * sum(told.values())) else set()


_LAST_SENTENCE = re.compile(r"[.!?…][\"”»’)]*\s+(?=\S)")


def picture_story(reading: Reading) -> Iterator[Finding]:
    """A caption that is the text, in a story told in pictures: what it says stays, and who made the picture goes."""
    for index in sorted(reading.told_in_captions):
        block = reading.blocks[index]
        if index in reading.found:
            continue
        starts = [match.end() for match in _LAST_SENTENCE.finditer(block.full_text)]
        start = next((start for start in reversed(starts) if ends_in_credit(block.full_text[start:])), None)
        credit = None if start is None else Part(start, len(block.full_text), Role.CAPTION, Fate.SET_ASIDE)
        yield Finding(block.index, Role.BODY, Fate.KEPT, {}, (credit,) if credit else ())


def _credited(reading: Reading) -> Iterator[Finding]:
    for block in _signed(reading):
        yield set_aside(block, Role.CAPTION)
    for block in reading.open():
        if block.words > _MOST_CREDITED_WORDS or not block.text:
            continue
        start = credit_below(block) if block.line_count > 1 else None
        if start is not None:
            part = Part(start, len(block.full_text), Role.CAPTION, Fate.SET_ASIDE)
            yield Finding(block.index, Role.BODY, Fate.KEPT, {}, (part,))
        elif (block.hints & CREDIT_HINT and ends_in_credit(block.text)) or describes_picture(block):
            yield set_aside(block, Role.CAPTION)
        elif block.words > _MOST_WORDS or not block.hints & _LABEL_HINT:
            continue
        elif _CAPTION_LABEL.match(block.text):
            yield from _labelled_caption(reading, block)
        elif _is_credit(block):
            yield set_aside(block, Role.CAPTION)


def _signed(reading: Reading) -> list[Block]:
    """The lines, two at least, behind whose last sentence the same names stand, or any in brackets: no paragraph is
    signed so."""
    by_names: dict[str, list[Block]] = defaultdict(list)
    for block in reading.open():
        fits = _FEWEST_SIGNED_WORDS <= block.words <= _MOST_SIGNED_WORDS and not block.listed
        if fits and not block.ends_sentence and not is_broken(block, reading):
            names = signature(block.text)
            if in_brackets(block.text):
                names = "()" if _parts_paragraphs(reading, block) else ""
            by_names[names].append(block)
    found = [block for names, blocks in by_names.items() if names and len(blocks) > 1 for block in blocks]
    # One below the other they are sayings, each with who said it.
    signed = {block.index for names, blocks in by_names.items() if names for block in blocks}
    return [block for block in found if not signed & {block.index - 1, block.index + 1}]


def _parts_paragraphs(reading: Reading, block: Block) -> bool:
    """Whether a line that quotes nobody stands between two paragraphs: below a heading it is a short report."""
    beside = (reading.blocks[max(block.index - 1, 0)], reading.blocks[min(block.index + 1, len(reading.blocks) - 1)])
    return block.text[0] not in _OPENING and all(other is not block and other.is_prose for other in beside)


_OPENING = "\"'“‘„«»–—-"
"""How what somebody says begins; the name in brackets is the speaker's."""


def _labelled_caption(reading: Reading, block: Block) -> Iterator[Finding]:
    """The label or button of a caption, and the credit right below the button."""
    yield set_aside(block, Role.CAPTION)
    below = reading.blocks[block.index + 1 : block.index + 2] if _TOGGLE.match(block.text) else ()
    for other in below:
        if other.adjoins(block) and 2 <= other.words <= _MOST_CREDIT_WORDS and not other.ends_sentence:
            yield set_aside(other, Role.CAPTION)


_SLIDE = re.compile(r"^\W*(\d{1,3})\s*(?:/|of|von|sur|de|из|out of)\s*(\d{1,3})\W*$", re.IGNORECASE)
_FEWEST_SLIDES = 3
_MOST_SLIDE_WORDS = 110
_MOST_OF_THE_PROSE = 0.5
"""Where the slides hold more, they are the article."""


def slide_show(reading: Reading) -> Iterator[Finding]:
    """The captions that stand between `1 of 20`, `2 of 20` … in the midst of an article."""
    counters = [(block.index, *map(int, found.groups())) for block in reading.blocks if (found := _slide(block))]
    for _, group in groupby(counters, key=lambda counter: counter[2]):
        starts = [index for index, _, _ in group]
        if len(starts) < _FEWEST_SLIDES:
            continue
        sizes = [below - above for above, below in pairwise(starts)]
        # The last slide ends nowhere; it is as long as most others.
        end = min(starts[-1] + sorted(sizes)[len(sizes) // 2], len(reading.blocks))
        words = [sum(block.words for block in reading.blocks[above:below]) for above, below in pairwise([*starts, end])]
        if max(words) > _MOST_SLIDE_WORDS or sum(words) > _MOST_OF_THE_PROSE * _prose_words(reading):
            continue
        for block in reading.open(starts[0], end):
            yield set_aside(block, Role.CAPTION)


def _slide(block: Block) -> re.Match[str] | None:
    return _SLIDE.match(block.full_text) if len(block.text) <= 20 else None


def _prose_words(reading: Reading) -> int:
    return sum(block.words for block in reading.blocks if block.is_prose)


# `The lamp at dusk. Photo: …` needs no caption from above; `Photo by J. …` is no sentence's end.
_CAPTION_INSIDE = re.compile(r"(?:\S+ ){2,}\S{3,}[.!?…][\"”»’]? ")


def credited_caption(reading: Reading) -> Iterator[Finding]:
    """The caption right above a line of its own that names the photographer.

    It may be a sentence, where several such lines stand below far shorter ones than the text's paragraphs.
    """
    parted = _parts_by_blank_lines(reading)
    lone = [reading.blocks[i] for i, (_, rule) in sorted(reading.found.items()) if rule == "photo-credit" and i]
    lone = [one for one in lone if one.words <= 10 and not _CAPTION_INSIDE.match(one.text)]
    pairs = [(reading.blocks[credit.index - 1], credit) for credit in lone]
    pairs = [(above, credit) for above, credit in pairs if above.index not in reading.found and not above.listed]
    shorter = len(pairs) > 1 and _are_sentences(reading, [above for above, _ in pairs])
    for above, credit in pairs:
        if above.words > _MOST_SIGNED_WORDS:
            continue
        if _is_signed_paragraph(above) or _may_be_writer(reading, above) or _heads_text(reading, above, credit):
            continue
        if not above.ends_sentence or shorter or (parted and credit.adjoins(above)):
            yield set_aside(above, Role.CAPTION)


def _may_be_writer(reading: Reading, block: Block) -> bool:
    """Whether a name that nobody else is the author by stands right below the title or date, above the picture's."""
    above = reading.finding(block.index - 1)
    is_near = above is not None and above.role in (Role.TITLE, Role.DATE, Role.UPDATED)
    return is_near and bare_name(block.text) != "" and not reading.lifted("author")


def _heads_text(reading: Reading, block: Block, credit: Block) -> bool:
    """Whether the paragraph below the picture begins with what the line names, as below a section's heading."""
    named = fold(block.text.partition(" (")[0])
    if block.words > _MOST_HEADING_WORDS or block.ends_sentence or not named:
        return False
    first = next((one for one in reading.blocks[credit.index + 1 :][:_MOST_FACTS] if one.is_strong_prose), None)
    return first is not None and f" {named} " in f" {' '.join(first.folded_words[:_OPENING_WORDS])} "


_MOST_HEADING_WORDS, _OPENING_WORDS, _MOST_FACTS, _MOST_OF_A_SENTENCE = 8, 12, 5, 25
"""Words; words; lines from a section's picture to its first paragraph; words."""


def _are_sentences(reading: Reading, blocks: Sequence[Block]) -> bool:
    """Whether these have at most half the words of a paragraph in the mean."""
    prose = [block.words for block in reading.open() if block.is_strong_prose]
    most = min(sum(prose) / len(prose) / 2 if prose else 0.0, _MOST_OF_A_SENTENCE)
    return all(block.words <= most for block in blocks)


_SIGNATURE = re.compile(r"[.!?…][\"”»’]?\s?\([^()]{2,40}\)\W*$")
"""Who wrote or sent it, in brackets behind a text's last sentence."""


def _is_signed_paragraph(block: Block) -> bool:
    return block.words >= PROSE_WORDS and _SIGNATURE.search(block.text) is not None


def _is_credit(block: Block) -> bool:
    label = _LABEL.match(block.text)
    if label is None:
        hinted = block.hints & _CREDIT_HINT and _CREDIT.search(block.text)
        return _AGENCY_ALONE.match(block.text) is not None or bool(hinted)
    if block.text[0] in "[(":
        return True
    # A sentence that happens to begin with `Photo:` goes on in small letters and ends in a full stop.
    return not (label["rest"][:1].islower() and block.ends_in_stop and block.words > 6)


def doubled_caption(reading: Reading) -> Iterator[Finding]:
    """Two lines above the text, one right below the other, that say the same: a picture's text and its caption."""
    if not _parts_by_blank_lines(reading):
        return
    head = list(reading.open(_below_title(reading), reading.body_start))
    for one, other in pairwise(head):
        if not other.adjoins(one) or not all(4 <= block.words <= 30 for block in (one, other)):
            continue
        first, second = set(one.folded_words), set(other.folded_words)
        if len(first & second) >= 0.6 * min(len(first), len(second)):
            yield set_aside(one, Role.CAPTION)
            yield set_aside(other, Role.CAPTION)


def _parts_by_blank_lines(reading: Reading) -> bool:
    """Whether blank lines part most of the blocks of prose from what stands above them."""
    prose = [block for block in reading.open(1) if block.is_prose]
    parted = sum(not block.adjoins(reading.blocks[block.index - 1]) for block in prose)
    return 2 * parted > len(prose)


def lost_caption(reading: Reading) -> Iterator[Finding]:
    """A line without a full stop between the page's buttons and the text: the caption of a picture that is gone."""
    start, end = _below_title(reading), reading.body_start
    if end == len(reading.blocks):
        return
    heading = first_heading(reading, end)
    rows = reading.of_blocks(tables)
    for block in reading.open(start, end):
        if block.index in rows:
            continue
        above = reading.finding(block.index - 1)
        below_furniture = above is not None and above.fate is not Fate.KEPT
        # A line with which the next one goes on is the beginning of a text whose lines were broken.
        is_whole = not block.ends_sentence and block != heading and not goes_on(block, reading)
        # What a page marks as a heading is none of a picture's.
        if below_furniture and block.words >= 4 and is_whole and not block.bullet and block.shape is not Shape.HEADING:
            yield set_aside(block, Role.CAPTION)


def kicker(reading: Reading) -> Iterator[Finding]:
    """One to three words alone between the title and the text, such as the section's name."""
    start, end = _below_title(reading), reading.body_start
    if end == len(reading.blocks):
        return
    heading = first_heading(reading, end)
    for block in reading.open(start, end):
        if (
            block.words <= _LONGEST_KICKER
            and not block.ends_sentence
            and block != heading
            and not _is_of_a_list(reading, block)
        ):
            yield set_aside(block, Role.NAVIGATION)


def _is_of_a_list(reading: Reading, block: Block) -> bool:
    """Whether an item stands beside a longer one, as in no list of sections or buttons."""
    beside = (reading.blocks[max(block.index - 1, 0)], reading.blocks[min(block.index + 1, len(reading.blocks) - 1)])
    return block.bullet and any(
        other.bullet and other.words > _LONGEST_KICKER and other.index not in reading.found for other in beside
    )


_LONGEST_KICKER = 3
"""Words."""


def _below_title(reading: Reading) -> int:
    title = reading.first(Role.TITLE)
    return title.index + 1 if title else 0
