"""Rules for who wrote the article: bylines, signatures, the note about the author, and tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block, fold
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Part, Reading, Value, lifted, set_aside
from generator.ingest.rules.datelines import below_title, dated_values, is_in_text, is_posted, only_a_name, signature
from generator.ingest.rules.details import MAX_DATE_LINE, PUBLISHED, read_details
from generator.ingest.rules.lists import tables
from generator.ingest.rules.names import NAME, bare_name, is_name_in_capitals, match_byline, split_names

_TAGS = re.compile(
    r"^\W*(?:tags?|tagged(?: (?:with|as|in))?|filed (?:under|in)|topics?|keywords?|categor(?:y|ies)|labels|subjects?|"
    r"schlagw(?:ort|örter|orte)|themen|stichw(?:ort|orte|örter)|mots[- ]clés|étiquettes|etiquetas|temas|parole chiave|"
    r"теги|тэги|метки|рубрик[аи]|темы|tagi|słowa kluczowe|trefwoorden|palavras-chave|klíčová slova|"
    r"الكلمات المفتاحية|الكلمات الدلالية|关键词|關鍵詞|标签|標籤|キーワード|タグ)\s*[:：]\s*(.*)$",
    re.IGNORECASE,
)
_LONGEST_TAGS = 1_000
"""Characters of a line of tags, the gaps between them included."""
_LONGEST_TAG = 6
"""Words."""


def tags(reading: Reading) -> Iterator[Finding]:
    """A line that begins `Tags:`, `Filed under:`, `Topics:` …"""
    for block in reading.open():
        labelled = ":" in block.raw or "：" in block.raw
        short = labelled and block.line_count == 1 and block.words <= 40 and len(block.raw) <= _LONGEST_TAGS
        match = _TAGS.match(block.raw.strip()) if short else None
        if match is None:
            continue
        found = _split_tags(match[1])
        # A sentence can begin with such a word; it has phrases between its commas and ends in a full stop.
        longest = max((len(name.split()) for name in found), default=0)
        if longest <= (2 if block.ends_in_stop else _LONGEST_TAG):
            yield lifted(block, Role.TAGS, tags=found) if found else set_aside(block, Role.TAGS)


def _split_tags(text: str) -> tuple[str, ...]:
    """Tags between commas, semicolons or bars; else between gaps wider than one space, as links leave them."""
    parted = re.split(r"\s*[,;|•·/#]\s*", text)
    if len(parted) == 1:
        parted = re.split(r"[\s\u00a0]{2,}", text)
    named = [" ".join(part.split()).strip(" .") for part in parted]
    return tuple(dict.fromkeys(name for name in named if name))


_HASHTAGS = re.compile(r"(?:#[^\W_][\w·-]*[^\W\d_][\w·-]*[\s,;|•]*)+")
_FEWEST_HASHTAGS = 2


def hashtags(reading: Reading) -> Iterator[Finding]:
    """At the text's end, or above it, a line of two hashtags or more, or several lines of one.

    What a page says of itself below may look like the text's last paragraph.
    """
    inside = reading.inside()
    found = [
        block
        for block in reading.open()
        if block.text.startswith("#") and block.index not in inside and _HASHTAGS.fullmatch(block.text)
    ]
    if sum(block.text.count("#") for block in found) >= _FEWEST_HASHTAGS:
        for block in found:
            yield lifted(block, Role.TAGS, tags=_split_tags(block.text))


def bylines(reading: Reading) -> Iterator[Finding]:
    """`By Name`, near the title or after the text."""
    start, end = reading.body_start, reading.body_end
    near = below_title(reading)
    posted = signature(reading)
    parted = {block.index: name for block, name in _below_labels(reading)}
    for block in reading.open():
        if block.index in parted:
            names = match_byline(f"By {parted[block.index].text}", reading.language)
            yield set_aside(block, Role.BYLINE)
            yield lifted(parted[block.index], Role.BYLINE, author=names or ())
            continue
        about_writer = block.index in near and _WRITER_FIRST.match(block.text) is not None
        if (block.words > 20 or block.is_strong_prose) and not about_writer:
            continue
        if block.index not in near and block.index != posted and (start < block.index < end or is_posted(block)):
            continue
        names = match_byline(block.text, reading.language)
        if names is None and (block.index in near or block.index == posted) and is_posted(block):
            details = read_details(block.full_text, (), reading.language)
            names = details.authors if details.byline and details.left == 0 else None
        if names:
            yield lifted(block, Role.BYLINE, author=names)
        elif names is not None:
            yield set_aside(block, Role.BYLINE)


_LABEL_ALONE = re.compile(
    r"\W*(?:(?:(?:written|posted|published|reported|words) )?by|author|von|autor(?:in)?|par|auteur|por|di|autore|door|"
    r"av|af|автор|текст)\W*",
    re.IGNORECASE,
)
_LONGEST_LABEL = 12
"""Characters."""


def _below_labels(reading: Reading) -> Iterator[tuple[Block, Block]]:
    """The word that leads to the author, alone on a line between title and text, and the name on the line below it."""
    title = reading.first(Role.TITLE)
    head = list(reading.open(title.index + 1, reading.body_start)) if title else []
    for block, below in pairwise(head):
        if len(block.text) <= _LONGEST_LABEL and _LABEL_ALONE.fullmatch(block.text):
            named = below.index == block.index + 1 and (bare_name(below.text) or is_name_in_capitals(below.text))
            if named and match_byline(f"By {below.text}", reading.language):
                yield block, below


_WRITER_FIRST = re.compile(rf"^(?i:by)\s?{NAME}, an?\s", re.UNICODE)
"""`By Jane Doe, a writer who …`: the author and what is told of her."""


def capital_name(reading: Reading) -> Iterator[Finding]:
    """A name in capitals alone on a line under the title or at the text's end, as papers sign their reports.

    Above the title it is the author's where the date stands beside it.
    """
    if reading.lifted("author"):
        return
    near = below_title(reading) | set(_dated_above(reading))
    end = reading.body_end
    for block in reading.open():
        if block.index not in near and block.index not in (end, end + 1):
            continue
        name = _AT_PLACE.sub("", block.text)
        if is_name_in_capitals(name) and not is_in_text(name, reading):
            yield lifted(block, Role.BYLINE, author=split_names(name))
            return


_AT_PLACE = re.compile(r"\s+(?:at|in)\s+[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2}$")
_ABOVE = 3


def _dated_above(reading: Reading) -> range:
    """The lines right above the title, where one of them tells its date."""
    title = reading.first(Role.TITLE)
    above = range(max(title.index - _ABOVE, 0), title.index) if title else range(0)
    roles = [finding.role for index in above if (finding := reading.finding(index))]
    return above if Role.DATE in roles else range(0)


def lone_name(reading: Reading) -> Iterator[Finding]:
    """A person's name alone between the title and the date or text.

    Two to four words with capitals may be anything: so they must stand nowhere else in title and text, as the names
    of those and that which an article is about do, and no third line of the kind may stand there, as in a menu.
    """
    if reading.lifted("author") or not reading.body_end:
        return
    near = below_title(reading)
    # The heads of a table's columns have capitals, too.
    near -= reading.of_blocks(tables)
    lines = [block for block in reading.open() if block.index in near and block.line_count == 1 and not block.listed]
    named = [(block, names) for block in lines if block.words <= _LONGEST_LINE and (names := _alone(block, reading))]
    named = [(block, names) for block, names in named if not any(is_in_text(name, reading) for name in names)]
    if not named or len(named) > _MOST_NAMES or (len(named) > 1 and named[-1][0].index - named[0][0].index > 1):
        return
    for block, names in named:
        if _is_where_names_are(block, reading):
            yield lifted(block, Role.BYLINE, author=names)


_MOST_NAMES, _LONGEST_LINE = 2, 8


def _alone(block: Block, reading: Reading) -> tuple[str, ...]:
    """The persons whose names the line is; behind a line that says only `By`, any name will do."""
    above = reading.blocks[block.index - 1].text if block.index else ""
    if _ONLY_BY.fullmatch(above):
        return (match_byline(f"By {block.text}", "") or ())[:1]
    names = tuple(bare_name(part) for part in _BETWEEN_NAMES.split(block.text))
    return names if all(names) else ()


_BETWEEN_NAMES = re.compile(r"\s*[/&]\s*")


_ONLY_BY = re.compile(r"\W*(?:by|von|par|por|door|av|af|автор|autore?)\W*", re.IGNORECASE)


def _is_where_names_are(block: Block, reading: Reading) -> bool:
    """Whether the title or a dek is right above the name and the date or the text below, or the date is beside it."""
    beside = (reading.finding(block.index - 1), reading.finding(block.index + 1))
    if any(finding and finding.role in (Role.DATE, Role.UPDATED) for finding in beside):
        return True
    title = reading.first(Role.TITLE)
    if title is None or block.index < title.index:
        return False
    above = [other for other in reading.blocks[title.index + 1 : block.index] if other.index not in reading.found]
    # A title may go on in several lines: `… and so on`.
    return sum(not other.text.startswith(("…", "...")) for other in above) <= 1


_BY = re.compile(r"\b(?:by|von|par|por|di|door|av|af|автор)\b", re.IGNORECASE)
_BARS = re.compile(r"\s+[|•·]\s+")


def parted_line(reading: Reading) -> Iterator[Finding]:
    """Byline, date, tags and the like in one line between bars: `By Name | 4 June 2014 | 3 comments`."""
    near = below_title(reading)
    end = reading.body_end
    posted = signature(reading)
    for block in reading.open():
        where = block.index in near or block.index == posted or (block.index >= end and not is_posted(block))
        if block.words > MAX_DATE_LINE or not where:
            continue
        bounds = _between_bars(block.full_text)
        if len(bounds) == 1:
            continue
        said = [_part_values(block.full_text[start:end], reading, block.index in near) for start, end in bounds]
        # A name between bars is the author's only where the line tells something else of the kind.
        if not any(said) or (
            all(set(part) <= {"author", "publication"} for part in said) and not _BY.search(block.full_text)
        ):
            continue
        values: dict[str, Value] = {}
        for part in said:
            # Of two parts that tell the same thing, the first is right.
            for key in [key for key in part if key in values]:
                del part[key]
            values |= part
        yield Finding(
            block.index,
            Role.BYLINE if "author" in values else Role.DATE,
            Fate.LIFTED,
            values,
            tuple(_part(block, start, bounds, given) for (start, _), given in zip(bounds, said, strict=True)),
        )


def _between_bars(text: str) -> list[tuple[int, int]]:
    """From where to where the parts of a line between bars reach."""
    bars = [match.span() for match in _BARS.finditer(text)]
    starts = [0, *(end for _, end in bars)]
    ends = [*(start for start, _ in bars), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def _part(block: Block, start: int, bounds: Sequence[tuple[int, int]], given: Mapping[str, Value]) -> Part:
    """A part with the bar behind it."""
    after = [other for other, _ in bounds if other > start]
    role = next((role for key, role in _PART_ROLES.items() if key in given), Role.RESIDUE)
    return Part(
        start,
        after[0] if after else len(block.full_text),
        role,
        Fate.LIFTED if given else Fate.SET_ASIDE,
        tuple(given),
    )


_PART_ROLES = {
    "author": Role.BYLINE,
    "tags": Role.TAGS,
    "updated": Role.UPDATED,
    "date": Role.DATE,
    "publication": Role.PUBLICATION,
}


def _part_values(part: str, reading: Reading, near: bool) -> dict[str, Value]:
    labels = _TAGS.match(part)
    if labels:
        return {"tags": _split_tags(labels[1])}
    found = find_dates(part, reading.numeric_dates)
    details = read_details(part, found, reading.language)
    values, _, said = dated_values(part, found, near)
    if details.left > (_SPARE if said else 1 if found else 0) and (found or not only_a_name(part)):
        # A job may stand behind the names.
        names = match_byline(part, reading.language) if near and not found else None
        return {"author": names} if names else {}
    if details.authors:
        values["author"] = details.authors
    elif near and not found and details.bare and not is_in_text(details.bare[0], reading):
        values["author"] = details.bare
    elif near and not found and not details.bare and only_a_name(part):
        values["publication"] = only_a_name(part)
    return values if near or not found or PUBLISHED.search(part) else {}


_SPARE = 4
"""Words about something else that a part with a date may have, where it says what the date is of."""


def about_author(reading: Reading) -> Iterator[Finding]:
    """`Jane Doe is a writer …` after the text: about the author, not about the matter."""
    authors = reading.lifted("author") or ()
    last = list(reading.open())[-3:]
    for block in last:
        if block.words > 60 or block.index < 3:
            continue
        named = any(block.folded.startswith(fold(name) + " ") for name in authors)
        if (named and _IS_A.match(_after_name(block, authors))) or _THE_WRITER.match(block.text):
            yield set_aside(block, Role.BYLINE)
        elif block is last[-1] and not authors:
            # Where no byline was found, the note itself names the author, if its name stands nowhere else.
            writes = _WRITES.match(block.text)
            if writes and sum(fold(writes["name"]) in other.folded for other in reading.blocks) == 1:
                yield lifted(block, Role.BYLINE, author=split_names(writes["name"]))


def _after_name(block: Block, authors: Value) -> str:
    for name in authors:
        if block.folded.startswith(fold(name) + " "):
            return block.text[len(name) :]
    return ""


# The verb comes right after the name, perhaps after a remark between commas.
_IS_A = re.compile(
    r"\s*(?:,[^,]{1,60},\s*|\([^)]{1,40}\)\s*)?(?:also |currently |now |formerly |previously )?"
    r"(?:(?:is|was|has been)\s+(?:an?|the|our|based|currently|formerly|co-|\w+['’]s\b|professor|editor|director)|"
    r"writes|covers|reports|teaches|works|lives|ist|war|schreibt|berichtet|est|es|пишет|—)",
    re.IGNORECASE,
)
_WRITES = re.compile(
    rf"^(?P<name>{NAME})\s+(?:(?:writes|reports) (?:about|on|for|from)\b|covers\b|is (?:our|an?|the)\s+"
    r"(?:[\w-]+\s+){0,3}(?:correspondent|columnist|contributing (?:writer|editor)|staff (?:writer|reporter))\b)"
)
_THE_WRITER = re.compile(
    r"^\W*(?:(?:the (?:writer|author)s?)\s+(?:(?:is|are)\s+(?:an?|the|our|based|currently|former|professor|director|"
    r"editor)\b|(?:was|were) (?:formerly|until|previously)\b|has (?:written|worked|reported)\b)|"
    r"about the author\b|über den autor\b|(?:der autor|die autorin)\s+(?:ist|war|lehrt|arbeitet)\b|об авторе\b|автор —|"
    r"l['’]auteur est\b)",
    re.IGNORECASE,
)
