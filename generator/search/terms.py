"""Text to search terms: the same words, folds and stems as `client/pipeline.js` makes in the browser.

A *run* is a stretch of letters and digits with the marks on them. Runs that an apostrophe, a period inside an
abbreviation, or a period or comma inside a number hold together are a *part*: `don't`, `U.S.`, `1,000`. Parts that
hyphens hold together are a *word*: `pre-emptive`. The index has, for each word, its whole, its parts and its runs,
so that whichever of them one types finds it.

Of scripts that leave no spaces between words (Chinese, Japanese, Thai …) the index has every character and every pair
of neighbours, each at the place of its first character: what one types is found wherever its pairs follow each other.

Words are folded first and stemmed then, so that a term depends on the folded word alone: `Hauser` finds `Häuser`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.search.stemmer import stemmer_of

# Every set of characters here has its twin in client/pipeline.js.
_APOSTROPHES = "'’‘ʼʻ‛＇´`′"
_HYPHENS = "-‐‑﹣－"
_UNSEEN = "\u00ad\u200c\u200d\u2060\ufeff"
"""Soft hyphens and joiners: they stand inside words and are no part of them."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3098\u309b-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
"""Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Kana, Bopomofo, Han."""
_ANY_UNSPACED = re.compile(f"[{_UNSPACED}]")
_CLINGING = "\u3099\u309a\uff9e\uff9f\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Marks that are one with the character before them: voicing of Kana, variants of characters."""

_STRIPPED = re.compile(
    "и\u0306|[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]"
)
"""Diacritics of Latin, Greek, Cyrillic, Hebrew and Arabic letters, which people leave out when they type. Marks of
other scripts are letters to their readers, and so is й."""

_SPELT_OUT = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ς": "σ",
        "ʼ": "",
        "ʻ": "",
    }
)
"""Letters that Unicode does not take apart, as they are typed on a keyboard that lacks them."""

LONGEST_TERM = 200
"""Characters. What a longer word has beyond them is left off, here and in a query, so that it is found all the same."""

Part = list[str]
"""A part's whole, then, where there are several, its runs; all folded."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An index term at one place of a text."""

    term: str
    form: str
    """How it is written there, folded but not stemmed. Where it takes up several places (`preemptive` for
    `pre-emptive`), `+` and how many more than one."""
    place: int
    """How many parts of words stand before it."""


Chunk = tuple[int, tuple[tuple[tuple[str, str], int], ...]]
"""How many places a chunk takes up; the term with its form, and the place from the chunk's first, of all it holds."""


def terms(text: str, language: str) -> list[str]:
    """The index terms of `text`, in its order, as often as their words stand there.

    `language` (BCP 47) chooses the stemmer; a language that has none is only folded.
    """
    return [term for _, held in _chunks(text, language) for (term, _), _ in held]


def occurrences(text: str, language: str) -> Iterator[Occurrence]:
    """The same with their forms and places: what a quoted phrase is looked for in."""
    before = 0
    for width, held in _chunks(text, language):
        for (term, form), place in held:
            yield Occurrence(term, form, before + place)
        before += width


def chunk_pattern(text: str) -> re.Pattern[str]:
    """The expression that finds the text's chunks: stretches of runs and single characters that may hold them together,
    and each character of a script without spaces, with the next where that is another.

    Python's expressions have no class for marks, so it is made of those that stand in the text.
    """
    if text.isascii():
        return _chunk_pattern("")[0]
    seen = set(text)
    marks = "".join(sorted(char for char in seen if char > "\u02ff" and unicodedata.category(char)[0] == "M"))
    # The search for scripts without spaces takes time for each letter: most texts have none.
    if max(seen) >= "\u0e00" and _ANY_UNSPACED.search("".join(seen)):
        return _pattern_with_unspaced(marks)
    return _chunk_pattern(marks)[0]


def has_unspaced(text: str) -> bool:
    """Whether something of a script without spaces between words stands in the text."""
    return not text.isascii() and _ANY_UNSPACED.search(text) is not None


def _chunks(text: str, language: str) -> Iterator[Chunk]:
    primary = primary_language(language)
    return (_known_chunk(chunk, primary) for chunk in chunk_pattern(text).findall(text))


def primary_language(language: str) -> str:
    """`en` of `en-US`."""
    return re.split("[-_]", language, maxsplit=1)[0].lower()


def chunk_words(chunk: str, language: str) -> Chunk:
    """What a chunk holds, in a primary language: as `en`."""
    if chunk.isascii() and chunk.isalnum():
        form = chunk.lower()[:LONGEST_TERM]
        return 1, (((stemmer_of(language)(form), form), 0),)
    if _ANY_UNSPACED.match(chunk):
        return _unspaced(chunk)
    stem = stemmer_of(language)
    found: list[tuple[tuple[str, str], int]] = []
    place = 0
    for word in _words(chunk):
        forms = [(form, form[:LONGEST_TERM], place + at) for at, part in enumerate(word) for form in part]
        if len(word) > 1:
            whole = "".join(part[0] for part in word)
            forms.insert(0, (whole, f"{whole[:LONGEST_TERM]}+{len(word) - 1}", place))
        # Once for each word: "Putin's" is one mention of Putin, not two.
        held: dict[str, tuple[tuple[str, str], int]] = {}
        for form, written, at in forms:
            term = stem(form[:LONGEST_TERM])
            held.setdefault(term, ((term, written), at))
        found += held.values()
        place += len(word)
    return place, tuple(found)


_known_chunk = lru_cache(maxsize=50_000)(chunk_words)


def _unspaced(chunk: str) -> Chunk:
    """What one or two characters of a script without spaces hold: the pair, and the first."""
    first = re.match(rf".[{_UNSEEN}{_CLINGING}]*", chunk, re.DOTALL)
    pieces = dict.fromkeys((fold(chunk), fold(first[0] if first else "")))
    held = tuple(((piece, piece), 0) for piece in pieces if piece)
    return min(1, len(held)), held


@lru_cache(maxsize=256)
def _pattern_with_unspaced(marks: str) -> re.Pattern[str]:
    """The expression of a chunk in a text that has scripts without spaces; all of its marks are given.

    Pairs overlap, so a chunk is what the expression sees ahead, of which it takes a character or a stretch.
    """
    spaced_marks = "".join(mark for mark in marks if not _ANY_UNSPACED.match(mark))
    within = rf"(?:[^\W_]|[{marks}])" if marks else r"[^\W_]"
    character = rf"(?=[{_UNSPACED}]){within}[{_UNSEEN}{_CLINGING}]*"
    letter = rf"(?![{_UNSPACED}])[^\W_ʼʻ]"
    run = rf"{letter}(?:{letter}|[{_UNSEEN}{spaced_marks}])*"
    stretch = rf"{run}(?:(?:{_JOINT}){run})*"
    return re.compile(rf"(?=({character}(?:{character})?|{stretch}))(?:{character}|{stretch})")


_JOINT = rf"\.?[{_HYPHENS}]|[{_APOSTROPHES}.,]"


@lru_cache(maxsize=256)
def _chunk_pattern(marks: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The expression of a chunk, and that of a run with what stands before it."""
    run = rf"[^\W_ʼʻ]+(?:[{_UNSEEN}{marks}]+[^\W_ʼʻ]*)*"
    return re.compile(rf"{run}(?:(?:{_JOINT}){run})*"), re.compile(rf"({_JOINT})?({run})")


def _words(chunk: str) -> list[list[Part]]:
    """The words of a chunk, each a list of its parts."""
    marks = "".join(sorted({char for char in chunk if unicodedata.category(char)[0] == "M"}))
    words: list[list[list[tuple[str, str]]]] = []
    previous = ""
    for joint, run in _chunk_pattern(marks)[1].findall(chunk):
        folded = fold(run)
        if not folded:
            continue
        if previous and joint[-1:] and joint[-1] in _HYPHENS:
            words[-1].append([("", folded)])
        elif previous and _holds(joint, previous, folded):
            words[-1][-1].append((joint, folded))
        else:
            words.append([[("", folded)]])
        previous = folded
    return [[_part(runs) for runs in word] for word in words]


def _holds(joint: str, before: str, after: str) -> bool:
    """Whether an apostrophe, period or comma makes one part of the runs beside it."""
    if joint in (".", ","):
        return _in_number(before, after) or (joint == "." and _is_initial(before) and _is_initial(after))
    return joint != ""


def _in_number(before: str, after: str) -> bool:
    return "0" <= before[-1] <= "9" and "0" <= after[0] <= "9"


def _is_initial(run: str) -> bool:
    """Whether a run may be one of an abbreviation: `U.S.`, `Ph.D.`."""
    return len(run) <= 2 and run.isalpha()


def _part(runs: list[tuple[str, str]]) -> Part:
    if len(runs) == 1:
        return [runs[0][1]]
    whole, before = "", "x"
    for joint, run in runs:
        # `1,000` is 1000, whichever sign groups the thousands; `1.5` and `1,5` are 1.5.
        if joint in (".", ",") and _in_number(before, run) and not re.fullmatch("[0-9]{3}", run):
            whole += "."
        whole += run
        before = run
    return [whole, *(run for _, run in runs)]


def fold(run: str) -> str:
    """A run in lower case and without diacritics, its compatibility characters (ligatures, full width) resolved."""
    if run.isascii():
        return run.lower()
    letters = unicodedata.normalize("NFKD", run).lower()
    letters = _STRIPPED.sub(lambda match: match[0] if match[0][0] == "и" else "", letters).translate(_SPELT_OUT)
    letters = "".join(char for char in letters if char.isalnum() or unicodedata.category(char)[0] == "M")
    return unicodedata.normalize("NFC", letters)
