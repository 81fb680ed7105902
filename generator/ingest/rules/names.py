"""Finds the persons in a byline."""

from __future__ import annotations

import re

from generator.ingest.blocks import fold

_PARTICLE = r"(?:de|del|della|der|den|di|du|da|dos|van|von|vom|zu|zur|la|le|el|al|bin|ibn|ben|ter|ten|af|av)"
_NAME_WORD = r"(?:(?:Mc|Mac|O['’]|D['’]|al-)?[^\W\d_a-zа-яёäöüß][^\W\d_]*\.?(?:['’-][^\W\d_]+)*)"
NAME = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_NAME_WORD}){{0,4}}"
"""One person's name: up to five capitalised words."""
_AND = r"\s*(?:,\s*(?:and|und|et|y|и)?|\s(?:and|und|et|y|e|и|&)\s|[;/])\s*"
_NAMES = rf"{NAME}(?:{_AND}{NAME})*"
# Only the words around a name may be in any case; the name begins with a capital, which tells it from a sentence.
_BY = re.compile(
    r"^\W*(?:(?P<foreign>(?i:von|par|por|di|door))|(?i:(?:posted|written|published|reported|story|text|words|report|"
    r"analysis|opinion|interview|commentary)\s+by|by|text|автор(?:ы)?|текст|autor(?:in)?|auteur|author))"
    rf"\s*[:.]?\s+(?P<names>{_NAMES})(?P<rest>.*)$"
)
_LANGUAGES = {"von": ("de",), "par": ("fr",), "por": ("es", "pt"), "di": ("it",), "door": ("nl",)}
"""In which languages a word means `by`; in others it may begin a name or a sentence."""
JOB = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|columnist|bureau|chief|special|contributor|contributing|service|"
    r"redaktion\w*|korrespondent\w*|корреспондент\w*|обозреватель|journalist\w*|analyst|press|agency|agencies|news|"
    r"senior|diplomatic|foreign|defen[cs]e|political|moscow|washington)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says)\b", re.IGNORECASE)
# What follows `by` at the beginning of many a sentence, with a capital letter as a name has.
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter ramadan noon midnight dawn dusk today tomorrow then now "
    "contrast comparison law".split()
)
_NO_PERSON = frozenset(
    "the end news world breaking special report exclusive update opinion analysis politics business sport sports "
    "middle east west north south africa asia america europe european union united states kingdom new york "
    "hong kong saudi arabia affairs foreign national international local home page front review press release "
    "continued advertisement editorial comment letters obituary world war cold day days part one two three".split()
)


def match_byline(text: str, language: str) -> tuple[str, ...] | None:
    """The persons in a line `By Name, Job`; empty where it names only an office, None where it is no byline.

    `language` is the text's, or empty where that is not known.
    """
    match = _BY.match(text)
    if match is None:
        return None
    foreign = (match["foreign"] or "").casefold()
    if foreign and language and language not in _LANGUAGES[foreign]:
        return None
    if fold(match["names"]).partition(" ")[0] in _TIMES or not _is_end_of_byline(match["rest"]):
        return None
    names = split_names(match["names"] + _more_names(match["rest"]))
    # "By Land and Sea" names nobody: where there are several persons, each has two names.
    return None if len(names) > 1 and any(" " not in name for name in names) else names


def _is_end_of_byline(rest: str) -> bool:
    """Whether this may stand behind the names of a byline: nothing, a job, a place or an agency; no sentence."""
    rest = rest.strip(" .,|·•–—-():")
    if not rest:
        return True
    if _VERB.search(rest) or len(rest.split()) > 12:
        return False
    if JOB.search(rest):
        return True
    begins = re.match(r"(?:in|for|at|of|from|and|special|our|für|aus|in|et|y|и)\b", rest) is not None
    return len(rest.split()) <= 4 and (begins or not rest[0].islower())


def _more_names(rest: str) -> str:
    match = re.match(rf"{_AND}(?P<names>{NAME})\s*$", rest)
    return ", " + match["names"] if match else ""


def split_names(text: str) -> tuple[str, ...]:
    """The persons in a byline. Job titles are left out; names in capitals are written in small letters."""
    names = []
    for part in re.split(_AND, text):
        name = _without_job(part)
        if name:
            names.append(_in_title_case(name) if name.isupper() and len(name) > 3 else name)
    return tuple(dict.fromkeys(names))


def _without_job(text: str) -> str:
    words = text.strip(" .,").split()
    for position, word in enumerate(words):
        if JOB.fullmatch(word.strip(".,")):
            # "By Staff Reporter" has no name; "Jane Doe Staff Writer" has one.
            return " ".join(words[:position]) if position >= 2 else ""
    return " ".join(words)


def _in_title_case(name: str) -> str:
    small = name.title()
    small = re.sub(r"\b(Mc|O['’]|D['’])(\w)", lambda match: match[1] + match[2].upper(), small)
    # A particle never begins a name.
    return re.sub(rf"(?<=\s){_PARTICLE}\b", lambda match: match[0].lower(), small, flags=re.IGNORECASE)


_CAPITALS = re.compile(r"^[^\W\d_]\.?[^\Wa-z\d_.'’-]*(?:[ .'’-]+[^\Wa-zа-яё\d_]+\.?){1,4}$")


def is_name_in_capitals(text: str) -> bool:
    """Whether a line is two to five words in capitals that can be a person's name."""
    shape = 2 <= len(text.split()) <= 5 and text.isupper() and _CAPITALS.match(text) is not None
    return shape and not _NO_PERSON & set(fold(text).split()) and JOB.search(text) is None
