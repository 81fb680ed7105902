"""Finds the authors that a page shows: in elements whose names say so, and in lines that begin with `by`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from generator.articles.html.lines import LineShape, Mark, Style, ViewLine
from generator.ingest.blocks import Block, fold
from generator.ingest.html.facts import PageFacts
from generator.ingest.html.names import (
    FULL_NAME,
    NAME_OR_NICK,
    is_agency,
    is_label,
    is_labelled,
    is_of_picture,
    names_after_by,
    names_beside_date,
    names_in_byline,
)
from generator.ingest.html.signatures import is_in_prose, signatures
from generator.ingest.typography import normalise

_ABOVE, _BELOW = 8, 16
"""Lines of text around the title among which any byline is the article's."""
_RIGHT_BELOW = 2
_CLOSE = 4
"""Lines below the title that are details though a dek stands above them."""
_AFTER = 6
"""Lines under the text among which a byline may stand."""
_LONGEST_LINE = 300
"""Characters."""
_LONGEST_LABEL = 20
"""Characters of a line that is but what stands before an author's name."""
_MOST_WORDS = 22
"""Of a line that begins with `by`."""
_CLEAR = re.compile(r"rel:author|itemprop:(?:author|creator)")
_AUTHOR_NAMES = re.compile(
    r"(?:^|[\s_-])(?:authors?|by-?lines?|by|autor(?:en|in|es)?|verfasser|writers?|redakteur|auteur|autore|posted-?by|"
    r"post-?author|entry-?author|article-?author|author-?(?:name|link|info)|firma|signature)(?=$|[\s_-])|"
    r"(?:author|autor|byline|writer)(?:s?name|s|list)?(?=$|[\s_-])"
)
_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|in|i)?|auteurs?|autore|by|bylines?|journalists?|contributors?|reporters?|writers?|"
    r"columnists?|editors?|staff|profiles?|redact(?:eurs?|ores)|redakteure?|redaktion|signataires|skribent(?:er)?|"
    r"yazar(?:lar)?|avtor)/(?:\d+/)?(?P<name>[^/?#]{3,})/?$",
    re.IGNORECASE,
)
"""Where a link leads that has an author's name for its words."""
_COMMENT = re.compile(r"comment|kommentar|reply|avatar|recommend|related")


@dataclass(frozen=True, slots=True)
class Authors:
    """Names, and the blocks that say them."""

    names: tuple[str, ...]
    blocks: tuple[int, ...]


def together(told: Sequence[tuple[int, tuple[str, ...]]]) -> Authors:
    """The authors that several blocks name, each once."""
    names = {fold(name): name for _, found in told for name in found}
    return Authors(tuple(names.values()), tuple(dict.fromkeys(block for block, found in told if found)))


def shown_authors(facts: PageFacts, title: int | None, publications: set[str]) -> Iterator[tuple[str, Authors]]:
    """The authors that lines around the title or under the text show, those nearest to the title for each kind.

    The kinds are `clear` (`rel=author`, `itemprop=author`), `written` (`By …`), `named` (by an element's class),
    `linked` (a person's name that leads to a page about authors), `beside` (with the day in a line, or an agency
    alone) and `signed` (a name that stands out, alone below the text).
    """
    anchor = facts.text.index(title) if title is not None else 0
    last = facts.prose[-1] if facts.prose else len(facts.lines)
    found: dict[str, list[_Told]] = {"clear": [], "written": [], "named": [], "linked": [], "beside": []}
    label = ""
    for distance, index in enumerate(facts.text, start=-anchor):
        line, block = facts.lines[index], facts.blocks[index]
        label, above = block.text, label
        if index == title or not _may_tell(line, block):
            continue
        near = -_ABOVE <= distance <= _BELOW
        below_text = last < index <= last + _AFTER
        below_label = distance > 0 and len(above) <= _LONGEST_LABEL and is_label(above)
        by = near or below_text or below_label or (distance > 0 and is_labelled(block.text))
        if not (by or _may_be_marked(line)) or is_of_picture(line.text):
            continue
        if not (near and index < facts.first_prose) and facts.is_foreign(index):
            continue
        order = distance if distance >= 0 else -2 * distance
        for kind, names in _names(line, by and block.words <= _MOST_WORDS, near, publications):
            found[kind].append(_Told(order, index, line, names))
        if below_label and (names := names_after_by(f"{above.rstrip(' :：')}: {block.text}", publications, near)):
            found["written"].append(_Told(order, index, line, names))
        if distance > 0 and (distance <= _CLOSE or (near and index < facts.first_prose)):
            told = _beside(block, distance, facts, publications)
            found["beside"] += [_Told(order, index, line, names) for names in told]
    for kind, entries in found.items():
        if entries:
            yield kind, together([(told.index, told.names) for told in _nearest(entries)])
    yield from (("signed", Authors(names, (index,))) for index, names in signatures(facts))


def _beside(block: Block, distance: int, facts: PageFacts, publications: set[str]) -> Iterator[tuple[str, ...]]:
    """The persons whom a line tells beside the day, or the agency that the line is; nobody whom the text names.

    Farther below the title an agency's name is under a picture.
    """
    if is_agency(block.text):
        yield from [(block.text.strip(" ()[]"),)] if distance <= _RIGHT_BELOW else ()
        return
    names = names_beside_date(block.text, publications)
    if names and not any(is_in_prose(name, facts) for name in names):
        yield names


@dataclass(frozen=True, slots=True)
class _Told:
    """Names that a line tells."""

    order: int
    """The more the farther the line stands from the title."""
    index: int
    line: ViewLine
    names: tuple[str, ...]


def _nearest(entries: Sequence[_Told]) -> list[_Told]:
    """What the line nearest to the title tells, with the lines right below it that are made like it."""
    nearest = min(told.order for told in entries)
    chosen = [told for told in entries if told.order == nearest]
    for told in entries:
        last = chosen[-1]
        below = last.index < told.index <= last.index + _NEXT
        if below and _is_alike(told.line, last.line) and all(map(FULL_NAME.fullmatch, told.names)):
            chosen.append(told)
    return chosen


_NEXT = 2
"""Lines to the next of several authors, each of which has an element of her own."""


def _is_alike(one: ViewLine, other: ViewLine) -> bool:
    """Whether two lines stand in elements of one kind."""
    return one.element.tag == other.element.tag and one.element.names == other.element.names


def _may_tell(line: ViewLine, block: Block) -> bool:
    return len(line.text) <= _LONGEST_LINE and line.shape is not LineShape.CAPTION and not block.is_strong_prose


def _names(line: ViewLine, by: bool, near: bool, publications: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind, text in (*_marked(line), *(_linked(line) if near else ())):
        names = names_in_byline(text, publications)
        if names and all(map(NAME_OR_NICK.fullmatch, names)):
            yield kind, names
    names = names_after_by(_parted(line), publications, near) if by else ()
    if names:
        yield "written", names


def _may_be_marked(line: ViewLine) -> bool:
    """Whether an element's attributes have a word for the author, so that its names are worth reading."""
    around = line.element.parent.names if line.element.parent else ""
    inline = [mark.written for mark in line.marks if mark.tag in _TAGS]
    written = " ".join([line.element.names, around, *inline])
    # Plain searches are several times as quick as a pattern, and most lines have none of these.
    return "uthor" in written or "utor" in written or "yline" in written or "auteur" in written


_TAGS = frozenset({"a", "span", "strong", "b", "em", "i", "cite", "small", "label", "font", "address"})
"""Inline elements that hold names; drawings have attributes of many thousand characters."""


def _parted(line: ViewLine) -> str:
    """A line's text with a bar where two elements' words touch."""
    text = line.text
    for end in sorted({mark.end for mark in line.marks if mark.end < len(text)}, reverse=True):
        if text[end - 1].isalnum() and text[end].isalnum():
            text = f"{text[:end]} | {text[end:]}"
    return normalise(text)


def _marked(line: ViewLine) -> Iterator[tuple[str, str]]:
    """Stretches of a line that elements mark as an author's name: `clear` beyond doubt, or but `named` so."""
    marks = [(mark, _strength(mark.names)) for mark in line.marks if mark.written and mark.tag in _TAGS]
    for kind in ("clear", "named"):
        chosen = [mark for mark, strength in marks if strength == kind]
        inner = [mark for mark in chosen if not any(_is_inside(other, mark) for other in chosen)]
        yield from ((kind, line.text[mark.start : mark.end]) for mark in inner)
        if inner:
            return
    around = line.element.parent
    strength = _strength(line.element.names) or ("named" if around is not None and _strength(around.names) else "")
    if strength and not (around is not None and _COMMENT.search(around.names)):
        yield from ((strength, name) for name in _side_by_side(line) or (_before_digits(line),))


def _before_digits(line: ViewLine) -> str:
    """A line's text with a bar where an element ends at the digits of the next, as a name's does at the day."""
    text = line.text
    for end in sorted({mark.end for mark in line.marks if 0 < mark.end < len(text)}, reverse=True):
        if text[end - 1].isalpha() and text[end].isdigit():
            text = f"{text[:end]} | {text[end:]}"
    return text


def _side_by_side(line: ViewLine) -> list[str]:
    """The persons of a line in which each has an element of one kind, and nothing parts them; else none."""
    marks = [mark for mark in line.marks if mark.written and mark.tag in _TAGS]
    kinds = {(mark.tag, mark.names) for mark in marks}
    for kind in sorted(kinds) if len(marks) > 1 else ():
        alike = [mark for mark in marks if (mark.tag, mark.names) == kind]
        names = [line.text[mark.start : mark.end].strip() for mark in alike]
        if len(names) > 1 and " ".join(names) == line.text and all(map(FULL_NAME.fullmatch, names)):
            return names
    return []


def _linked(line: ViewLine) -> Iterator[tuple[str, str]]:
    """The persons whose names lead to a page about authors, where a line has hardly more than these."""
    links = [(mark, page) for mark in line.marks if mark.style is Style.LINK and (page := _authors_page(mark.address))]
    names = [line.text[mark.start : mark.end] for mark, page in links if _is_of(line.text[mark.start : mark.end], page)]
    if names and len(line.text) <= sum(map(len, names)) + _BESIDE_NAMES and all(map(FULL_NAME.fullmatch, names)):
        yield from (("linked", name) for name in names)


def _authors_page(address: str) -> str:
    """What the last part of an address calls the author whose page it is; empty where it is of something else."""
    match = _AUTHORS_PAGE.search(address)
    return match["name"].lower() if match else ""


def _is_of(name: str, page: str) -> bool:
    """Whether a page's own name has a word of the author's: `more by her` leads there, too."""
    plain = normalize("NFKD", fold(name)).encode("ascii", "ignore").decode()
    return any(word in page for word in plain.split() if len(word) > _INITIALS)


_INITIALS = 2
"""Letters."""
_BESIDE_NAMES = 60
"""Characters of a line with linked names that are none: day, time, place."""


def _is_inside(inner: Mark, outer: Mark) -> bool:
    shorter = inner.end - inner.start < outer.end - outer.start
    return outer.start <= inner.start and inner.end <= outer.end and shorter


@lru_cache(maxsize=8192)
def _strength(names: str) -> str:
    """Whether names say that an element holds an author's name: `clear` beyond doubt, `named`, or empty."""
    if not names or _COMMENT.search(names):
        return ""
    return "clear" if _CLEAR.search(names) else "named" if _AUTHOR_NAMES.search(names) else ""
