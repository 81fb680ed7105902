"""Rules for when the article was published and updated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block, Shape, fold
from generator.ingest.dates import FoundDate, find_dates
from generator.ingest.findings import Finding, Part, Reading, Value, lifted, set_aside
from generator.ingest.hints import hint
from generator.ingest.rules.details import (
    MAX_DATE_LINE,
    PUBLISHED,
    RETRIEVED,
    UPDATED,
    Details,
    read_details,
    without_company,
)
from generator.ingest.rules.publication import name_of_paper

_NEAR_TITLE = 6
"""Blocks below the title among which a bare date or name is the article's."""


def dates(reading: Reading) -> Iterator[Finding]:
    """A short line about a date: labelled as of publication or update, or bare and right under the title."""
    start, end = reading.body_start, reading.body_end
    near = below_title(reading)
    posted = signature(reading)
    for block in reading.open():
        inside = start < block.index < end and block.index not in near and block.index != posted
        if block.words > MAX_DATE_LINE or block.is_strong_prose or (inside and block.words > 10):
            continue
        vague = _VAGUE.match(block.full_text) if block.words <= _WORDS_OF_A_VAGUE_DATE else None
        found = find_dates(block.full_text, reading.numeric_dates)
        if vague:
            finding = _vague_date(block, vague, found)
        elif found:
            details = read_details(block.full_text, found, reading.language)
            finding = _date_line(block, details, reading, near=block.index in near)
            if finding and block.index > start and block.index not in {*near, posted} and is_posted(block):
                # Of several who posted something, the others are readers.
                finding = set_aside(block, Role.COMMENT)
        else:
            bare = not inside and block.words <= 5 and not block.ends_in_stop and _BARE_UPDATE.match(block.text)
            finding = set_aside(block, Role.UPDATED) if bare else None
        if finding:
            yield finding


_WORDS_OF_A_VAGUE_DATE = 6
# `Published: 2007`, `Date: about April 2007`: a year alone is a date only where the line says so.
_VAGUE = re.compile(
    r"^\W*(?:(?:first )?published|publication date|date|year|issue|veröffentlicht|erschienen|datum|jahr|publié|paru|"
    r"date de parution|fecha|año|publicado|data|anno|опубликовано|дата|год)\s*(?:in|im|en|:|：|-)?\s*:?\s*"
    r"(?P<about>(?:about|around|circa|approximately|c\.|ca\.?|um|etwa|vers|environ|hacia|около|примерно|ок\.)\s*)?"
    r"(?P<when>(?:[^\W\d_]+\.?\s+)?(?P<year>1[5-9]\d\d|20\d\d))(?:\s*г(?:\.|ода)?)?(?P<doubt>\s*\(?\?\)?)?\W*$",
    re.IGNORECASE,
)


def _vague_date(block: Block, vague: re.Match[str], found: Sequence[FoundDate]) -> Finding | None:
    """A date that is known as a month, a year or about one, as EDTF has it (level 1: `~` about, `?` uncertain)."""
    if not found and vague["when"] != vague["year"]:
        return None
    when = found[0].date.text if found else vague["year"]
    mark = "%" if vague["about"] and vague["doubt"] else "~" if vague["about"] else "?" if vague["doubt"] else ""
    return lifted(block, Role.DATE, date=when + mark)


_BARE_UPDATE = re.compile(
    r"^\W*(?:last |zuletzt )?(?:updated?|modified|revised|aktualisiert|обновлено)\b", re.IGNORECASE
)


_BEGINNING = 40
"""Characters."""


def below_title(reading: Reading) -> set[int]:
    """The blocks near the title: at most one paragraph, the summary, may stand between it and them."""
    title = reading.first(Role.TITLE)
    near: set[int] = set()
    paragraphs: set[str] = set()
    first = title.index + 1 if title else 0
    places = [*range(first, first + _NEAR_TITLE)]
    copies = [index for index, (_, rule) in reading.found.items() if rule == "repeated-title" and index > first]
    # Between the headline and its second copy, right above the author and the date, stand a page's buttons.
    if copies and (copy := max(filter(lambda index: index < reading.body_start, copies), default=0)):
        places += range(max(copy, first + _NEAR_TITLE), copy + 1 + _NEAR_TITLE)
    for block in (reading.blocks[place] for place in places if place < len(reading.blocks)):
        if block.is_strong_prose:
            # The same summary may stand there twice, once cut off.
            paragraphs.add(block.folded[:_BEGINNING])
        if len(paragraphs) > 1:
            break
        near.add(block.index)
    return near


_POSTED = re.compile(r"^\W*(?:posted|submitted|penned|written|publicad[oa])\b.{0,20}?\b(?:by|por)\b", re.IGNORECASE)


def is_posted(block: Block) -> bool:
    """Whether a line says who posted something: an article, or a reader's comment."""
    return block.words <= MAX_DATE_LINE and _POSTED.match(block.text) is not None


def signature(reading: Reading) -> int | None:
    """The index of the only such line in the second half of the text: of several, they are comments."""
    posted = [block.index for block in reading.blocks[reading.body_start + 1 :] if is_posted(block)]
    if len(posted) != 1:
        return None
    words = [(block.index, block.words) for block in reading.open() if block.is_prose]
    above = sum(count for index, count in words if index < posted[0])
    return posted[0] if 2 * above >= sum(count for _, count in words) else None


def _date_line(block: Block, details: Details, reading: Reading, near: bool) -> Finding | None:
    values, rest, said = dated_values(block.full_text, details.dates, near)
    if not said and _SINCE.match(block.text):
        return None
    if details.authors:
        values["author"] = details.authors
    person = details.bare[0] if near and details.bare and not details.byline else ""
    name = only_a_name(rest) if near and not block.ends_in_stop and not details.byline else ""
    if person and not is_in_text(person, reading):
        values["author"] = (person,)
    elif name and not person:
        values["publication"] = name
    sentence = block.ends_in_stop and not details.authors
    spare = 0 if sentence else _SPARE if said or details.byline else 1
    left = details.left_beside_name if near and not sentence else details.left
    if left > spare and not name:
        return None
    if not values:
        return set_aside(block, Role.DATE) if said or near else None
    role = Role.UPDATED if set(values) == {"updated"} else Role.DATE
    parts = parts_of(details, values) if len(values) > 1 else ()
    return Finding(block.index, role, Fate.LIFTED, values, parts)


# `Since May 2022 head of the board` is a heading: what has gone on since then was not published then.
_SINCE = re.compile(
    r"\W*(?:since|until|till|seit|bis|depuis|jusqu['’]\w+|desde|hasta|até|dal(?:l['’])?|fino|sinds|tot|sedan|siden|"
    r"od|aż do|до|с)\s",
    re.IGNORECASE,
)
_SPARE = 4
"""Words about something else that a line about a date may have, where it says what the date is of."""


def parts_of(details: Details, values: Mapping[str, Value]) -> tuple[Part, ...]:
    """The stretches of a line that give the values."""
    parts: list[Part] = []
    for date in details.dates:
        key = next((key for key in ("date", "updated") if values.get(key) == date.date.text), "")
        if key and all(part.keys != (key,) for part in parts):
            role = Role.UPDATED if key == "updated" else Role.DATE
            parts.append(Part(date.start, date.end, role, Fate.LIFTED, (key,)))
    for one in details.told:
        if "author" in values and values["author"] in (one.authors, one.bare):
            parts.append(Part(one.start, one.end, Role.BYLINE, Fate.LIFTED, ("author",)))
            break
    told = {key for part in parts for key in part.keys}
    return tuple(sorted(parts, key=lambda part: part.start)) if told == set(values) else ()


def is_in_text(name: str, reading: Reading) -> bool:
    """Whether the title or the text has the name, or a word of it: then it is what the article is about.

    A paragraph that begins with the name may be about the author.
    """
    wanted = fold(name)
    words = {word for word in wanted.split() if len(word) >= 4} or {wanted}
    return any(
        not words.isdisjoint(block.folded_words)
        for block in reading.blocks
        if (_is_sentence(block) and not block.folded.startswith(wanted)) or _is_title(reading, block)
    )


def _is_sentence(block: Block) -> bool:
    if block.shape is Shape.METADATA:
        # A description repeats how the text begins, the byline included.
        return False
    return block.is_prose or (block.words >= _FEWEST_WORDS and block.ends_in_stop)


_FEWEST_WORDS = 6


def _is_title(reading: Reading, block: Block) -> bool:
    finding = reading.finding(block.index)
    return finding is not None and finding.role in (Role.TITLE, Role.DUPLICATE)


def dated_values(text: str, found: Sequence[FoundDate], near: bool) -> tuple[dict[str, Value], str, bool]:
    """What a line's dates are of, the line without them, and whether it says what they are of."""
    values: dict[str, Value] = {}
    position = 0
    said = False
    rest = ""
    for date in found:
        before = text[position : date.start]
        rest += before + " "
        position = date.end
        if RETRIEVED.search(before):
            said = True
        elif UPDATED.search(before):
            said = True
            values.setdefault("updated", date.date.text)
        elif PUBLISHED.search(before) or (date is found[0] and _posted_by(text[date.end :])):
            said = True
            values.setdefault("date", date.date.text)
        elif near:
            values.setdefault("date", date.date.text)
    return values, rest + text[position:], said


def only_a_name(rest: str) -> str:
    """The publication in `Example Review, 21 September 2009`: two to four capitalised words, nothing else."""
    name = rest.strip(" .,;|·•–—-")
    words = name.split()
    proper = all(word[0].isupper() or word in ("of", "the", "and", "de", "der") for word in words)
    telling = " ".join(word for word in words if word.casefold() not in ("the", "of", "and", "la", "le"))
    told = without_company(telling) < len(re.findall(r"[^\W\d_]{2,}", telling))
    return name if 2 <= len(words) <= 4 and proper and not told and re.fullmatch(r"[\w\s&'’.-]+", name) else ""


def _posted_by(text: str) -> bool:
    return re.match(r"\W*(?:posted|published|written)?\s*by\b", text, re.IGNORECASE) is not None


def is_about_dates(rest: str, labelled: bool, sentence: bool = False) -> bool:
    """Whether what is left of a line without its dates says nothing else: at most a word or two.

    In a sentence, which ends in a full stop, any word beyond those of date lines tells of something else.
    """
    return without_company(rest) <= (0 if sentence else _SPARE if labelled else 1)


def names_update(text: str) -> bool:
    """Whether a text speaks of an update."""
    return UPDATED.search(text) is not None


_FIRST = re.compile(r"^\W*(?:first|originally) published\b", re.IGNORECASE)
_FIRST_HINT = hint(["first published", "originally published"])


def first_published(reading: Reading) -> Iterator[Finding]:
    """`First published on 3 May 2011`, wherever it stands: nothing says more plainly when an article was published."""
    for block in reading.open():
        if not block.hints & _FIRST_HINT or block.words > MAX_DATE_LINE or not _FIRST.match(block.text):
            continue
        found = find_dates(block.full_text, reading.numeric_dates)
        if found and read_details(block.full_text, found, reading.language).left == 0:
            values, _, _ = dated_values(block.full_text, found, near=True)
            yield lifted(block, Role.DATE, **values)


def date_above_title(reading: Reading) -> Iterator[Finding]:
    """A line about a day right above the title, where none below it tells the date: blogs have it there.

    At most two short lines may stand between, since a page's own head has today's date; but buttons and the like may
    where the title stands above the date too.
    """
    title = reading.first(Role.TITLE)
    if title is None or reading.lifted("date") or not reading.body_end:
        return
    for block in _above(title, reading):
        found = find_dates(block.full_text, reading.numeric_dates)
        details = read_details(block.full_text, found, reading.language)
        if len(found) == 1 and found[0].date.precision == "day" and details.left <= 1:
            finding = _date_line(block, details, reading, near=True)
            if finding and "date" in finding.values:
                yield finding
            return


def _above(title: Block, reading: Reading) -> Iterator[Block]:
    """The short undecided lines right above the title, upwards, and the one right below a copy of it further up."""
    copies = [
        index for index in range(title.index) if (found := reading.finding(index)) and found.role is Role.DUPLICATE
    ]
    below_copy = [reading.blocks[copies[-1] + 1]] if copies else []
    for lines in (reversed(reading.blocks[max(title.index - _NEAR_ABOVE, 0) : title.index]), below_copy):
        for block in lines:
            if block.index in reading.found or block.words > MAX_DATE_LINE or block.ends_in_stop:
                break
            yield block
            if not block.is_short:
                break


_NEAR_ABOVE = 3
"""Lines above the title among which its date stands."""


def masthead_date(reading: Reading) -> Iterator[Finding]:
    """`Name of the Paper | Saturday 25 May 2002` above the title, where no other line tells the date.

    The date may also begin the line right below the name.
    """
    title = reading.first(Role.TITLE)
    if title is None or reading.lifted("date"):
        return
    for block in reading.open(0, title.index):
        found = find_dates(block.text, reading.numeric_dates) if block.words <= 12 else []
        if len(found) != 1 or found[0].date.precision != "day":
            continue
        rest = block.text[: found[0].start] + " " + block.text[found[0].end :]
        name = only_a_name(_WEEKDAY.sub("", rest))
        if name and _PARTED.search(block.raw):
            given = {} if reading.lifted("publication") else {"publication": name}
            yield lifted(block, Role.PUBLICATION, date=found[0].date.text, **given)
            return
        above = reading.blocks[block.index - 1].text if block.index else ""
        if name_of_paper(above) and not _WEEKDAY.sub("", block.text[: found[0].start]).strip(" ,"):
            yield lifted(block, Role.DATE, date=found[0].date.text)
            return


_PARTED = re.compile(r"\s[|•·–—-]\s|,\s|\s{3}|\t")
_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bmittwoch\b", re.I
)
