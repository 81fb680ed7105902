"""Tells the parts of an author's name where they are beyond doubt, and leaves every other name whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile


@dataclass(frozen=True, slots=True)
class Name:
    """An author as a citation names him: either split, or `literal` alone."""

    literal: str
    """The name as the article gives it."""
    family: str = ""
    """Empty where the name is left whole."""
    given: str = ""
    particle: str = ""
    """What stands in small letters before the family name: `van der`, `de la`."""
    suffix: str = ""
    """`Jr.`, `III`."""
    is_organization: bool = False
    """Whether it is surely no person; a name left whole may be either."""

    @property
    def full_family(self) -> str:
        """The family name with its particle."""
        return f"{self.particle} {self.family}".strip()

    @property
    def straight(self) -> str:
        """`Martin Luther King Jr.`"""
        if not self.family:
            return self.literal
        return " ".join(filter(None, (self.given, self.particle, self.family, self.suffix)))

    @property
    def inverted(self) -> str:
        """`King, Martin Luther, Jr.`"""
        if not self.family:
            return self.literal
        return ", ".join(filter(None, (self.full_family, self.given, self.suffix)))


_PARTICLES = frozenset(
    "van von vom zu zum zur de der den del della dello degli di da do dos das du des la le les las los lo ter ten te "
    "tot af av al el bin ibn bint".split()
)
# Written large they are a part of the family name: Martin Van Buren, Robert De Niro.
_PREFIXES = frozenset(
    "Van Von De Der Den Del Della Di Da Du Des Dos Das La Le Los Ter Ten Al El Bin Ibn St. Saint".split()
)
_BEFORE_FAMILY = _PARTICLES | _PREFIXES
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_DEGREES = frozenset("phd md ma ba msc mba jd llm rn dds esq".split())
_TITLES = frozenset(
    "dr dr. prof prof. professor mr mr. mrs mrs. ms ms. sir dame gen. col. maj. capt. lt. sgt. cmdr. adm. rev. sen. "
    "rep. gov. amb. brig. vice rear hon.".split()
)
"""Styles leave them out of citations. Without its full stop a rank may be a name."""
_OFFICES = frozenset(
    "agency agence agentur agencia press presse news newsroom radio television tv service services staff editors "
    "editor editorial redaktion redacción redaccion redação redazione rédaction redactie ministry ministère "
    "ministerium ministerio department office bureau institute institut university committee commission council "
    "association society foundation federation group team company corporation corp inc ltd llc gmbh magazine newspaper "
    "times post herald tribune gazette journal weekly daily network channel center centre library archive archives "
    "embassy government correspondent correspondents reporter reporters reuters tass interfax "
    "novosti xinhua bloomberg jazeera welle агентство редакция министерство служба пресс-служба тасс риа интерфакс "
    "новости корреспондент".split()
)
"""Words that hardly any person's name has. A person who has one all the same is merely not inverted."""

_ARTICLES = frozenset("Die Der Das La Le Les El Los Las Il".split())
# In these languages the family name comes first, or there is none (Icelandic), or what an article prints may follow
# either order; CMOS 18, 13.75 too would leave such names as they are.
_OTHER_ORDER = frozenset("hu is ja ko vi zh".split())
# Two family names are usual, and so are two given ones: of three words nobody can tell.
_TWO_FAMILIES = frozenset("ca es gl".split())

_NOT_LATIN = re.compile("[^\x00-\u036f\u1e00-\u1eff\u2000-\u206f]")
_WORD = re.compile(r"(?:[^\W\d_]|['’.-])+")
_CAPITAL = re.compile(r"(?:(?:[Aa][a-z]{1,2}|[Ee]l)-|[dDlL]['’])?[^\W\d_]")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_BETWEEN_INITIALS = re.compile(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_]\.)")
_LONGEST = 6
"""Words: what is longer is no one person's name."""


@lru_cache(maxsize=65_536)
def parse_name(text: str, language: str = "") -> Name:
    """The name in `text`, from an article in the language with that BCP 47 tag.

    `Given Family`, with particles and suffixes, is split where it is in Latin letters. What stays whole: single words,
    organizations, names in other scripts, and names from languages whose order cannot be known. An editor who knows
    better writes `Family, Given`, which is taken as it says, in any script.
    """
    text = " ".join(text.split())
    if _is_organization(text):
        return Name(text, is_organization=True)
    head, *rest = [part.strip() for part in text.split(",")]
    suffix = ""
    tongue = language.partition("-")[0].lower()
    while rest and rest[-1].casefold().replace(".", "") in _DEGREES:
        rest.pop()
    if rest and _is_suffix(rest[-1]):
        suffix = rest.pop()
    if len(rest) == 1 and rest[0]:
        return _as_written(text, head, rest[0], suffix, tongue)
    if rest or _is_in_doubt(head, tongue):
        return Name(text)
    return _split(text, head.split(), suffix)


def _is_organization(text: str) -> bool:
    words = text.split()
    if words[:1] == ["The"] or any(word.casefold().strip(".,") in _OFFICES for word in words):
        return True
    # An acronym among other words, or alone: `BBC Monitoring`, `AFP`, `ITAR-TASS`. Names all in capitals are no sign.
    acronyms = [word for word in words if word.isupper() and "." not in word and len(word) > 2 and word != "III"]
    return bool(acronyms) and (len(words) == 1 or len(acronyms) < len(words))


def _is_suffix(word: str) -> bool:
    return word.casefold().rstrip(".") in _SUFFIXES


def _as_written(text: str, family: str, given: str, suffix: str, language: str) -> Name:
    """A name that is given as `Family, Given`; `Jane Doe, Moscow` is none."""
    particles, names = _particles_and_names(family.split())
    is_family = len(names) == 1 or (len(names) == 2 and language in _TWO_FAMILIES)
    if not is_family or len(given.split()) > _LONGEST or not _WORD.fullmatch(given.replace(" ", "")):
        return Name(text)
    return Name(text, " ".join(names), given, " ".join(particles), suffix)


def _is_in_doubt(name: str, language: str) -> bool:
    words = name.split()
    # As papers call themselves: Die Tagespresse, La República.
    if words and words[0] in _ARTICLES:
        return True
    if len(words) < 2 or len(words) > _LONGEST or language in _OTHER_ORDER or _NOT_LATIN.search(name):
        return True
    return language in _TWO_FAMILIES and len([word for word in words if word not in _PARTICLES]) > 2


def _split(text: str, words: list[str], suffix: str) -> Name:
    while len(words) > 2 and words[0].casefold() in _TITLES:
        words = words[1:]
    if not suffix and len(words) > 2 and _is_suffix(words[-1]):
        *words, suffix = words
    start = len(words) - 1
    while start > 1 and words[start - 1] in _BEFORE_FAMILY:
        start -= 1
    given, family = words[:start], words[start:]
    if not all(map(_WORD.fullmatch, words)) or not all(map(_is_given, given)) or not _is_family(family[-1]):
        return Name(text)
    particles, names = _particles_and_names(family)
    # All three styles part initials: J. R.
    return Name(text, " ".join(names), _BETWEEN_INITIALS.sub(" ", " ".join(given)), " ".join(particles), suffix)


def _particles_and_names(family: list[str]) -> tuple[list[str], list[str]]:
    """The words before the last that are particles in small letters, and the rest."""
    particles = list(takewhile(_PARTICLES.__contains__, family[:-1]))
    return particles, family[len(particles) :]


def _is_given(word: str) -> bool:
    return _CAPITAL.match(word) is not None and not word[0].islower()


def _is_family(word: str) -> bool:
    """Whether it begins with a capital, if only behind what is joined to it (`al-Banna`, `d’Estaing`): no initial."""
    match = _CAPITAL.match(word)
    return match is not None and match[0][-1].isupper() and not _INITIAL.fullmatch(word)
