"""The rules for notes on the author that stand between the title and the text, or after all else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.articles.ledger import Role
from generator.ingest.blocks import Block, fold
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.patterns import by_patterns

_HEAD = 12
"""Blocks from the top among which the byline and the note stand."""
_FEWEST_BELOW = 3
"""Paragraphs that follow upon such a note."""
_LONGEST = 70
"""Words."""
_LONGEST_MOTTO = 30
_FIRST_PERSON = (
    "i write ",
    "i cover ",
    "i report ",
    "i blog ",
    "i am a ",
    "im a ",
    "ich schreibe ",
    "jécris ",
    "я пишу ",
)
_JOB = (
    r"(?:writer|author|editor|reporter|journalist|columnist|correspondent|blogger|contributor|consultant|professor|"
    r"lecturer|historian|analyst|critic|fellow|director|founder|co-?founder|photographer|freelancer?|producer|"
    r"illustrator|novelist|essayist|podcaster|"
    r"translator|poet|autor|autorin|journalistin|redakteur|redakteurin|korrespondent|korrespondentin|"
    r"schriftsteller(?:in)?|direktor(?:in)?|professorin|publizist(?:in)?|historiker(?:in)?|übersetzer(?:in)?|lyriker(?:in)?|essayist(?:in)?|"
    r"auteur|autrice|journaliste|écrivaine?|essayiste|historienne?|traducteur|traductrice|"
    r"periodista|escritora?|historiadora?|traductora?|ensayista|giornalista|scrittore|scrittrice|storic[oa]|"
    r"schrijver|schrijfster|pisarz|pisarka|dziennikar(?:z|ka)|forfatter|författare|"
    r"автор|журналист|журналистка|корреспондент|писатель|писательница|историк|переводчик|переводчица)"
)
_TELLS = re.compile(
    rf"\s*(?:,[^,]{{1,60}},\s*|\([^)]{{1,40}}\)\s*)?"
    rf"(?:(?:is|was|has been|ist|war|est|es|è|jest|är|er|—|-)\s+(?:\S+\s+){{0,9}}?{_JOB}s?\b|"
    rf"(?:was born|wurde .{{1,30}}geboren|geboren|est née?|nació|родил\w+)\b.{{1,60}}[.,;]\s.{{0,50}}\b{_JOB}\b|"
    r"(?:writes|covers|reports|teaches|blogs|schreibt|berichtet)\b|(?:translates|übersetzt|traduit|traduce) )",
    re.IGNORECASE,
)
# A sentence tells of "the editor"; a box says "Editor".
_IS_JOB = re.compile(rf"\W*(?!(?:an?|the|our|my|his|her|der|die|das|eine?)\b)(?:\w+ ){{0,2}}{_JOB}\b", re.IGNORECASE)
_LONGEST_JOB = 25
_NAME = re.compile(r"(?P<name>[^\W\d_]+\.?(?: [^\W\d_]+\.?){1,2})(?:\s|$|[,|•·–—-])")


def biography(reading: Reading) -> Iterator[Finding]:
    """`Jane Doe is a writer who …` right above the text, where a line above it names her alone; or at both its ends;
    and her box in the midst of the text."""
    names = _names(reading)
    if not names:
        return
    yield from _box(reading)
    prose = [block.index for block in reading.open() if block.is_prose]
    text = prose[-_FEWEST_BELOW] if len(prose) >= _FEWEST_BELOW else 0
    found = [block for block in reading.open(0, min(_HEAD, text)) if _is_about(block, names)]
    also = [block for block in list(reading.open(text))[-4:] if _is_about(block, names)]
    # A note below the text alone has a rule of its own; here it repeats the one above.
    for block in found + (also if found else []):
        yield set_aside(block, Role.BYLINE)
    if found:
        yield from _beside(reading, found[0])


def _box(reading: Reading) -> Iterator[Finding]:
    """The author's name alone in the midst of the text, and what she is below it: a page's box."""
    authors = {fold(name) for name in reading.lifted("author") or () if " " in name}
    first = next((block.index for block in reading.open() if block.is_prose), len(reading.blocks))
    blocks = list(reading.open(first))
    for name, below in pairwise(blocks):
        if name.folded in authors and below.words <= _LONGEST_JOB and _IS_JOB.match(below.text):
            yield from (set_aside(block, Role.BYLINE) for block in (name, below))


def _beside(reading: Reading, note: Block) -> Iterator[Finding]:
    """The author's own words right above the note: a line in the first person."""
    for block in reading.open(max(note.index - 1, 0), note.index):
        if block.words <= _LONGEST_MOTTO and block.folded.startswith(_FIRST_PERSON):
            yield set_aside(block, Role.BYLINE)


def _names(reading: Reading) -> set[str]:
    """Who wrote the article: as the byline says, or alone in a short line near the top; folded."""
    said = reading.lifted("author") or ()
    names = {fold(name) for name in said if " " in name}
    for block in reading.blocks[1:_HEAD]:
        if 2 <= block.words <= 5 and not block.ends_sentence and block.text[0].isupper():
            found = _NAME.match(block.text)
            if found and all(word[0].isupper() for word in found["name"].split()):
                words = fold(found["name"]).split()
                names |= {" ".join(words[:2]), " ".join(words)}
    return names


def _is_about(block: Block, names: set[str]) -> bool:
    if not 6 <= block.words <= _LONGEST:
        return False
    name = next((name for name in sorted(names) if block.folded.startswith(name + " ")), None)
    if name is None:
        return False
    words = re.match(rf"(?:\S+\s+){{{len(name.split()) - 1}}}[^\s,(]+", block.text)
    return words is not None and _TELLS.match(block.text, words.end()) is not None


_FEWEST_ABOVE = 3
"""Paragraphs above a note at the end."""
_LONGEST_AT_END = 130
"""Words."""
_PROPER = re.compile(
    r"(?!(?:The|An?|This|Our|Der|Die|Das|Les?|La|El|Los)\s)"
    r"(?P<name>[^\W\da-z_][\w’'-]*\.?(?: [^\W\da-z_][\w’'-]*\.?){1,3})(?=[\s,(])"
)
_ABOUT = re.compile(r"^\W*(?:about|über|об?) (?:the (?:author|writer)s?\b|(?-i:[^\W\da-z_]))", re.IGNORECASE)


def author_note(reading: Reading) -> Iterator[Finding]:
    """Last of all, `Jane Doe is a writer …`, where no paragraph above knows that name; notes on several authors too.

    Somebody whom an article quotes is introduced where the quotation stands, and not after all else.
    """
    blocks = list(reading.open())
    prose = [block for block in blocks if block.is_prose]
    found: list[Block] = []
    for block in reversed(blocks):
        if len([other for other in prose if other.index < block.index]) < _FEWEST_ABOVE:
            break
        if block.is_prose and _introduces(block, prose):
            found.append(block)
        elif block.is_prose or block.words > _SCRAP or block.ends_in_stop:
            break
        elif found and _ABOUT.match(block.text):
            found.append(block)
    for block in found:
        yield set_aside(block, Role.BYLINE)


_SCRAP = 8
"""Words of a line that may stand among such notes."""


def signer_note(reading: Reading) -> Iterator[Finding]:
    """The same of somebody who signed the text or its translation, also in a sentence too short for a paragraph.

    Below the weighing: that goes by what was set aside around a line.
    """
    notes = (reading.blocks[index].text for index, (_, rule) in reading.found.items() if rule == "translator-note")
    signed = fold(" ".join((*(reading.lifted("author") or ()), *notes)))
    blocks = list(reading.open())
    prose = [block for block in blocks if block.is_prose]
    if len(prose) < _FEWEST_ABOVE:
        return
    for block in reversed(blocks):
        match = _PROPER.match(block.text)
        if match is None or fold(match["name"]) not in signed or not block.ends_in_stop:
            return
        if not _introduces(block, prose):
            return
        yield set_aside(block, Role.BYLINE)


def _introduces(block: Block, prose: Sequence[Block]) -> bool:
    if block.words > _LONGEST_AT_END or block.listed:
        return False
    match = _PROPER.match(block.text)
    if match is None or _TELLS.match(block.text, match.end()) is None:
        return False
    # A text that names somebody calls them by the family name afterwards.
    name = f" {fold(match['name']).split()[-1]} "
    return not any(name in f" {other.folded} " for other in prose if other.index < block.index)


_NAMES = (
    r"(?-i:[^\W\da-zа-яё_][\w.'’-]*(?: (?:(?:and|und|et|y|e|i|en|och|og|и|de|van|von) )?[^\W\da-zа-яё_][\w.'’-]*){0,5})"
)
translator_note = by_patterns(
    Role.BYLINE,
    14,
    rf"^\W*translat(?:ed|ion)(?: from (?:the )?\w+(?: and \w+)?)? by {_NAMES}\W*$",
    rf"^\W*(?:aus dem \w+(?: und \w+)? (?:übersetzt )?|übersetzt |übersetzung )von {_NAMES}\W*$",
    rf"^\W*(?:traduit|traduction)(?: d(?:e |u |e l['’]|['’])?\w+)?(?: \([^()]*\))? (?:par|de) {_NAMES}\W*$",
    rf"^\W*(?:traducción|traducid[oa]|tradução|traduzid[oa]|traduzione|tradotto)(?: del? \w+| dal\w*['’ ]\w+)? "
    rf"(?:de|por|di|da) {_NAMES}\W*$",
    rf"^\W*(?:vertaald (?:uit het \w+ )?door|vertaling(?: uit het \w+)?(?: door|:)) {_NAMES}\W*$",
    rf"^\W*(?:(?:z \w+ )?przełoży\w+|(?:z \w+ )?tłumaczy\w+|tłumaczenie:?|övers(?:att|ättning)(?: av|:)|"
    rf"overs(?:att|at|ettelse)(?: av| af|:)) {_NAMES}\W*$",
    rf"^\W*(?:перевод с \w+(?: языка)?|перев(?:ёл|ел|ела)(?: с \w+)?|перевод)\W+{_NAMES}\W*$",
    rf"^\W*illustrat(?:ions?|ed|ion(?:en)?)(?: by| von| par| de|:) {_NAMES}\W*$",
    at_the_edge=True,
)
"""Who translated the text, or drew for it: a line above or below that says nothing else."""
