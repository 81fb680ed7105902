"""Finds the sentence in which an article mentions a name, as plain text, in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.archive.values import Mention

LONGEST_CONTEXT = 200
"""Characters of a sentence that is shown whole; half as many in scripts whose signs stand for syllables or words."""

_WINDOW = 1600
"""Characters of HTML that are looked at on each side of a name: a long sentence with a few links in it."""

_LOOKED_AT = 400
"""Characters of text on each side in which a sentence's end is looked for: what is longer is cut in any case."""


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence parted at the name that is looked at; `before`, `name` and `after` follow each other as they stand."""

    before: str
    """Begins with `… ` where the sentence is cut."""
    name: str
    after: str
    """Ends with ` …` where the sentence is cut."""


def written_contexts(contexts: Iterable[tuple[str, Context]]) -> str:
    """Each under the name of what it mentions, one a line; no part of one has white space but blanks."""
    return "".join(f"\n{name}\t{one.before}\t{one.name}\t{one.after}" for name, one in contexts)


def read_context(written: str, name: str) -> Context | None:
    """The one under this name of those that `written_contexts` wrote; None where there is none."""
    start = written.find(f"\n{name}\t") + 1
    return Context(*written[start:].partition("\n")[0].split("\t")[1:]) if start else None


def sentence_around(html: str, mention: Mention) -> Context:
    """The sentence of an article's sanitised `html` in which `mention` stands, cut around it where it is long.

    A sentence ends with its block of text at the latest. Quotation marks around a name belong to the sentence; marks
    of footnotes do not.
    """
    before = _text_before(html, mention.start)[-_LOOKED_AT:]
    name = _plain(html[mention.start : mention.end])
    after = _text_after(html, mention.end)[:_LOOKED_AT]
    text = before + name + after
    start, end = _sentence(text, len(before), len(before) + len(name))
    return _cut(text[start : len(before)].lstrip(), name, text[len(before) + len(name) : end].rstrip())


_TAG = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>")
_FOOTNOTE_MARK = re.compile(r"<a\b[^>]*class=\"footnote-(?:back)?ref\"[^>]*>.*?</a>", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|div|blockquote|pre|table|t[hrd]|thead|tbody|tfoot|caption|figure|figcaption|hr)\b"
    r"(?:[^>\"]|\"[^\"]*\")*>"
)
# Most white space is a single blank already, and may stay.
_WHITE = re.compile(r"\s{2,}|[^\S ]")
_LINE_BREAK = re.compile(r"<(?:br|img|wbr)\b(?:[^>\"]|\"[^\"]*\")*>")
# Text and attributes have their `<` and `>` escaped: a `>` before the first `<` ends a tag that the window cuts.
_CUT_TAG = re.compile(r"[^<]*>")


def _text_before(html: str, position: int) -> str:
    begin = max(0, position - _WINDOW)
    # Before most names stands nothing but text as far as the beginning of their block.
    tag = html.rfind("<", begin, position)
    block = _BLOCK.match(html, tag, position) if tag >= 0 else None
    if block and ">" not in html[block.end() : position]:
        return _plain(html[block.end() : position]).lstrip()
    part = html[begin:position]
    if begin:
        part = _CUT_TAG.sub("", part, count=1) if _CUT_TAG.match(part) else part
    last = None
    for block in _BLOCK.finditer(part):
        last = block
    if last is not None:
        return _plain(part[last.end() :]).lstrip()
    # The window may begin within a word or a character reference.
    return _plain(part).partition(" ")[2] if begin else _plain(part).lstrip()


def _text_after(html: str, position: int) -> str:
    tag = html.find("<", position, position + _WINDOW)
    block = _BLOCK.match(html, tag, position + _WINDOW) if tag >= 0 else None
    if block:
        return _plain(html[position:tag]).rstrip()
    part = html[position : position + _WINDOW]
    block = _BLOCK.search(part)
    if block is not None:
        return _plain(part[: block.start()]).rstrip()
    whole = position + _WINDOW >= len(html)
    return _plain(part).rstrip() if whole else _plain(part).partition("<")[0].rpartition(" ")[0]


def _plain(html: str) -> str:
    """The text of a part of a block; white space at its ends stays, as one blank."""
    if "<" in html:
        html = _TAG.sub("", _LINE_BREAK.sub(" ", _FOOTNOTE_MARK.sub("", html)))
    text = unescape(html)
    # Of white space only the blank can be printed: most text is as it should be.
    return text if text.isprintable() and "  " not in text else _WHITE.sub(" ", text)


# What may end a sentence: a stop before white space, or one of the scripts that need no white space after it. A full
# stop inside a closing bracket of these scripts ends a quotation, and the sentence goes on.
_STOP = re.compile(r"(?P<stop>[.!?…]+)[\"'”’»›)\]]*(?=\s)|[।॥۔؟։።]+[\"”’»)\]]*|[。！？｡．]+(?![」』）〉》”])")

_STOP_SIGN = re.compile(r"[.!?…।॥۔؟։።。！？｡．]")

_ABBREVIATIONS = frozenset(
    # Titles and forms of address, months, and what stands before numbers and names; without their full stops.
    "mr mrs ms messrs dr drs prof gen lt col maj capt cpt sgt cpl adm cmdr brig sen rep gov pres amb hon rev msgr st "
    "ste mt ft jr sr no nos vs art arts fig figs vol vols pp ed eds ch sec cf approx est dept univ assn "
    "jan feb mar apr jun jul aug sept sep oct okt nov dec dez "
    "hr hrn fr frl nr str bzw ca evtl ggf inkl vgl usw bd abs abb jh mio mrd "
    "mm mme mmes mlle mgr av bd env sra srta ud uds lic ing dña sig dott avv dhr mevr "
    "г гг ул им см ср проф акад ген тов др стр руб тыс млн млрд напр чл св".split()
)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of the sentence in which the name from `start` to `end` stands."""
    first, last = 0, len(text)
    for stop in _stops(text):
        if start < stop.end() and stop.start() < end:
            continue
        if not _ends_sentence(text, stop):
            continue
        if stop.end() <= start:
            first = stop.end()
        else:
            last = stop.end()
            break
    return first, last


def _stops(text: str) -> Iterator[re.Match[str]]:
    """What `_STOP` finds, looked for only where a sign stands that may begin it: in a tenth of the time."""
    sign = _STOP_SIGN.search(text)
    while sign is not None:
        stop = _STOP.match(text, sign.start())
        if stop is not None:
            yield stop
        sign = _STOP_SIGN.search(text, stop.end() if stop else sign.end())


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop ends a sentence rather than an abbreviation, an initial or an ordinal number."""
    following = text[stop.end() :].lstrip(" \"'“‘„«‹([¿¡")[:1]
    if following.islower():
        return False
    if stop["stop"] != ".":
        return True
    word = text[: stop.start()].rpartition(" ")[2].lstrip("\"'“‘„«‹([")
    if word.isdigit():
        # `am 3. Mai`; a year may end a sentence.
        return len(word) > 2
    is_initial = len(word) == 1 and word.isupper()
    return not (is_initial or "." in word or word.casefold() in _ABBREVIATIONS)


def _cut(before: str, name: str, after: str) -> Context:
    longest = LONGEST_CONTEXT
    if len((before + after).encode()) > 2 * len(before + after):
        longest //= 2
    if len(before) + len(name) + len(after) <= longest:
        return Context(before, name, after)
    room = max(0, longest - len(name))
    left = min(len(before), max(room // 2, room - len(after)))
    right = room - left
    if len(before) > left:
        before = "… " + _whole_words(before[len(before) - left :], at_end=False)
    if len(after) > right:
        after = _whole_words(after[:right], at_end=True).rstrip(" ,;:–—-(") + " …"
    return Context(before, name, after)


_LONGEST_WORD = 25
"""Characters: a text without a blank in as many does not part its words."""


def _whole_words(text: str, *, at_end: bool) -> str:
    """The text without the part of a word that a cut has left at one of its ends."""
    if at_end:
        blank = text.rfind(" ")
        return text[:blank] if 0 <= len(text) - blank - 1 <= _LONGEST_WORD and blank >= 0 else text.rstrip()
    blank = text.find(" ")
    if 0 <= blank <= _LONGEST_WORD:
        return text[blank + 1 :]
    # A sign that is written above or below another does not begin a text.
    first = next((n for n, sign in enumerate(text) if not unicodedata.category(sign).startswith("M")), len(text))
    return text[first:]
