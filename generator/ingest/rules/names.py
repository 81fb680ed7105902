"""Finds the persons in a byline."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from generator.ingest.blocks import fold
from generator.ingest.dates import names_month

_PARTICLE = r"(?:de|del|della|der|den|di|du|da|dos|van|von|vom|zu|zur|la|le|el|al|bin|ibn|ben|ter|ten|af|av)"
_INITIALS = r"(?:[A-ZÄÖÜÉА-Я]\.-?){2,3}"
_NAME_WORD = rf"(?:{_INITIALS}|(?:Mc|Mac|O['’]|D['’]|al-)?[^\W\d_a-zß-öø-ÿά-ώа-џ][^\W\d_]*\.?(?:['’-][^\W\d_]+)*)"
NAME = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_NAME_WORD}){{0,4}}"
"""One person's name: up to five capitalised words."""
_AND = r"\s*(?:,\s*(?:and|und|et|y|и)?|\s(?:and|und|et|y|e|и|&)\s|[;/，、／])\s*"
_NAMES = rf"{NAME}(?:{_AND}{NAME})*"
_FOREIGN = r"von|par|por|di|door|av|af"
# Labels that have none of these words in them, nor `by`.
_BY_LABELS = (
    r"(?:text|story|words) (?:and|&) (?:photos?|photographs?|photography|pictures|images|video)|"
    r"text (?:und|&) (?:fotos?|bilder)|textes? et photos?(?: de)?|te[xs]t[oe] [ey] fotos?(?: d[ei])?|текст и фото|"
    r"(?:das )?(?:gespräch|interview) führten?|die fragen stellten?|rozmawiał[ay]?|"
    r"(?:беседовал|подготовил|записал)[аи]?|"
    r"text|автор(?:ы)?|текст|autor(?:in|a|es)?|auteur|autore|author|yazan|írta|szerző|tekst"
)
# Only the words around a name may be in any case; the name begins with a capital, which tells it from a sentence.
_BY = re.compile(
    rf"^\W*(?:(?P<foreign>(?i:{_FOREIGN}))|(?i:(?:posted|written|published|submitted|reported|story|text|"
    r"words|report|analysis|opinion|interview|commentary|guest post)\s+by|(?:text|story|words) (?:and|&) "
    r"(?:photos?|photographs?|photography|pictures|images|video)\s+by|text (?:und|&) (?:fotos?|bilder) von|"
    r"textes? et photos? par|(?:publicad[oa]|escrito) por|"
    r"(?:eine?\s+)?(?:[^\W\d_]+ )?(?:artikel|beitrag|gastbeitrag|bericht|kommentar|interview|analyse) von|"
    rf"propos recueillis par|(?:publié|écrit) par|(?:verfasst|geschrieben|veröffentlicht) von|by|{_BY_LABELS}))"
    rf"\s*[:.]?\s+(?P<names>{_NAMES})(?P<rest>.*)$"
)
# Labels that stand before or after a name in scripts without capitals, where a colon or the label itself parts them.
_LABELLED = re.compile(
    r"^\W*(?:(?:作者|記者|记者|撰文|筆者|執筆|بقلم|מאת)(?:\s*[:：/／]\s*|\s+)|(?:文|كتب)\s*[:：/／]\s*)"
    r"(?P<after>[^\W\d_]+(?: [^\W\d_]+){0,3})\W*$|"
    r"^\W*(?P<before>[\uac00-\ud7af]{2,4})\s?기자\W*$"
)
# In Greek the article stands for `by`, and only a woman's name can be told from its genitive.
_GREEK_NAME = r"[\u0386-\u03ab]\w+(?:\s+[\u0386-\u03ab]\w+){1,2}"
_GREEK = re.compile(rf"^(?:Της\s+(?P<woman>{_GREEK_NAME})|(?:Του|Των)\s+{_GREEK_NAME})\W*$")
MAY_BE_BYLINE = re.compile(
    rf"by|\b(?:{_FOREIGN})\b|\b(?:{_BY_LABELS})|[\u0370-\u03ff\u0590-\u06ff\u3000-\ud7af]", re.IGNORECASE
)
"""One of these is in all bylines, and it takes long to find none."""
_GLUED = re.compile(r"^(?:By|BY)(?=[A-Z][^\W\d_]+ [A-Z])")
_LANGUAGES = {
    "von": ("de",),
    "par": ("fr",),
    "por": ("es", "pt"),
    "di": ("it",),
    "door": ("nl",),
    "av": ("sv", "no", "nb", "nn"),
    "af": ("da",),
}
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


_BOTH = re.compile(
    r"\W*(?:text|story|words|textes?|texto|testo|текст) (?:and|und|et|y|e|и|&) "
    r"(?:photo|foto|picture|image|video|bilder|фото)",
    re.IGNORECASE,
)


def names_writer_too(text: str) -> bool:
    """Whether a line names who wrote the text and made its pictures: `Text and photos: Ada Example`."""
    return _BOTH.match(text) is not None


def match_byline(text: str, language: str | Callable[[], str]) -> tuple[str, ...] | None:
    """The persons in a line `By Name, Job`; empty where it names only an office, None where it is no byline.

    `language` is the text's, or empty where that is not known, or what tells it: it is asked for few lines.
    """
    labelled = _LABELLED.match(text)
    if labelled:
        return (labelled["after"] or labelled["before"],)
    greek = _GREEK.match(text)
    if greek:
        return (" ".join(word.removesuffix("ς") for word in greek["woman"].split()),) if greek["woman"] else ()
    match = _BY.match(_GLUED.sub("By ", text))
    if match is None:
        return None
    foreign = (match["foreign"] or "").casefold()
    if foreign:
        known = language() if callable(language) else language
        if known and known not in _LANGUAGES[foreign]:
            return None
    if fold(match["names"]).partition(" ")[0] in _TIMES or not _is_end_of_byline(match["rest"]):
        return None
    names = split_names(match["names"] + _more_names(match["rest"]))
    # "By Land and Sea" names nobody: where there are several persons, each has two names.
    return None if len(names) > 1 and any(" " not in name for name in names) else names


def _is_end_of_byline(rest: str) -> bool:
    """Whether this may stand behind the names of a byline: nothing, a job, a place or an agency; no sentence."""
    if _ABOUT_WRITER.match(rest) and JOB.search(rest.partition(" who ")[0]):
        return True
    rest = rest.strip(" .,|·•–—-():")
    if not rest or _TIME.match(rest):
        return True
    if _VERB.search(rest) or len(rest.split()) > 12:
        return False
    if JOB.search(rest):
        return True
    begins = re.match(r"(?:in|at|for|at|of|from|and|special|our|für|aus|in|et|y|и)\b", rest) is not None
    return len(rest.split()) <= 4 and (begins or not rest[0].islower())


_TIME = re.compile(r"(?:on|at|às|à\(s\)|à|um|am|le)?\s*\d{1,2}[:.h]\d\d\b.{0,12}$", re.IGNORECASE)
_ABOUT_WRITER = re.compile(r"^\s*,\s*(?:an?|the|eine?|une?|un[ao]?)\s", re.IGNORECASE)


def _more_names(rest: str) -> str:
    match = re.match(rf"{_AND}(?P<names>{NAME})\s*$", rest)
    return ", " + match["names"] if match else ""


def split_names(text: str) -> tuple[str, ...]:
    """The persons in a byline. Job titles are left out; names in capitals are written in small letters."""
    names: list[str] = []
    for part in re.split(_AND, text):
        name = "" if names and _is_job_for(part) else _without_job(part)
        if name and name.split()[-1].casefold() not in _BEFORE_NAMES:
            names.append(_in_title_case(name) if name.isupper() and len(name) > 3 else name)
    return tuple(dict.fromkeys(names))


def _is_job_for(text: str) -> bool:
    """Whether what follows a name is its bearer's job and whom she does it for: `West Coast Editor for the Post`."""
    words = [word.strip(".,") for word in text.split()]
    return any(JOB.fullmatch(job) and below.casefold() in _FOR for job, below in pairwise(words))


_FOR = frozenset({"for", "of", "at"})
_BEFORE_NAMES = frozenset(("by", "von", "par", "por", "door", "av", "af"))
"""Words with which no name ends: in `Opinion By` the name stands elsewhere."""


def _without_job(text: str) -> str:
    bare = text.strip(" .,")
    if _AGENCY.fullmatch(bare) or is_newsroom(bare):
        return bare
    reporter = _AT_AGENCY.fullmatch(bare)
    words = (reporter["name"] if reporter else bare).split()
    if words and words[0] in ("Die", "Das"):
        return ""
    for position, word in enumerate(words):
        bare = word.strip(".,")
        if JOB.fullmatch(bare) and not (bare in _SURNAMES and position == len(words) - 1 == 1):
            # "By Staff Reporter" has no name; "Jane Doe Staff Writer" has one.
            return " ".join(words[:position]) if position >= 2 else ""
        if position and (bare in _SMALL_LABELS or bare.casefold() in _LABELS or (position > 1 and names_month(bare))):
            return " ".join(words[:position])
    return " ".join(words)


_AGENCIES = (
    r"(?:(?:the|la|die) )?(?:(?:australian )?associated press|canadian press|press association|agence france[- ]presse|"
    r"united press international|press trust of india|inter press service|kyodo news|bloomberg news|"
    r"dow jones newswires)"
)
_AGENCY = re.compile(
    rf"{_AGENCIES}|the \S+ press|(?:[^\W\d_]\S* ){{1,4}}(?:news|press) (?:agency|service)", re.IGNORECASE
)
"""Names of news agencies and papers that have a word for a job in them; others are names like any."""
_AT_AGENCY = re.compile(rf"(?P<name>\S+ \S+(?: \S+)??) {_AGENCIES}", re.IGNORECASE)
_SURNAMES = ("Washington", "Moscow")
"""Places that are names of people, too: a bureau stands behind them."""


def is_newsroom(text: str) -> bool:
    """Whether a text is the name of one newsroom among others: `HPX News Desk`, not `News Desk`."""
    return _NEWSROOM.fullmatch(text) is not None


_NEWSROOM = re.compile(
    r"(?!(?i:web|online|news|editorial|the|our|guest|gast|support|admin|content|site|die|das|unser|sales|marketing|"
    r"press|presse|social|by)\b)"
    r"(?:(?:[A-ZÄÖÜ]{2,}\w*|[A-ZÄÖÜ]\w+)[ -](?i:news ?desk|newsroom|team)|[A-ZÄÖÜ]{2,}\w*[ -](?i:redaktion|staff))"
)
# What begins the next part of a line, where nothing parts it from the name.
_SMALL_LABELS = ("um", "am", "le", "el", "à")
_LABELS = frozenset(
    "on at in for published posted updated stand veröffentlicht aktualisiert kategorien kategorie category "
    "categories foto photo photos bild cover twitter facebook instagram follow filed comments comment ceo cto phd md "
    "tags".split()
)


def _in_title_case(name: str) -> str:
    small = name.title()
    small = re.sub(r"\b(Mc|O['’]|D['’])(\w)", lambda match: match[1] + match[2].upper(), small)
    # A particle never begins a name.
    return re.sub(rf"(?<=\s){_PARTICLE}\b", lambda match: match[0].lower(), small, flags=re.IGNORECASE)


_CAPITALS = re.compile(r"^[^\W\d_]\.?[^\Wa-z\d_.'’-]*(?:[ .'’-]+[^\Wa-zа-яё\d_]+\.?){1,4}$")


def is_name_in_capitals(text: str) -> bool:
    """Whether a line is two to five words in capitals that can be a person's name."""
    shape = 2 <= len(text.split()) <= 5 and text.isupper() and _CAPITALS.match(text) is not None
    words = {word for word in fold(text).split() if len(word) > 1}
    return shape and not (_NO_PERSON | _NO_NAME) & words and JOB.search(text) is None


PAPERS = frozenset(
    "zeitung kurier anzeiger rundschau abendblatt nachrichten tagblatt tageblatt volksblatt morgenpost bote courrier "
    "dépêche diario periódico heraldo correo gaceta corriere gazzetta giornale gazeta газета вестник курьер известия "
    "ведомости новости правда".split()
)
"""Words in the names of papers, in other languages than English, whose papers share words with people."""
# What no person is called, but sections, papers, places, offices and buttons are.
_NO_NAME = frozenset(
    "a an my our your his her their this that these those what why how when where who which it he she we you they i "
    "and or but if not no yes all more most best top get see view read show hide watch listen click here save share "
    "follow print email caption photo photos image images picture pictures video videos gallery getty reuters afp "
    "agence agencia agentur redaktion redacción rédaction editors contributor contributors magazine online web radio "
    "tv newspaper times post herald tribune journal gazette courier observer guardian chronicle telegraph standard "
    "review weekly daily monthly quarterly today college university institute council ministry department office "
    "company inc ltd gmbh group club association society party foundation team city county state district street road "
    "avenue park river lake island bay hill mount san santa saint st breaking latest related recommended featured "
    "popular trending live home menu search login register subscribe newsletter advertisement sponsored category "
    "categories archive archives tags comments comment reply replies previous next back contact about privacy terms "
    "cookie cookies copyright published posted updated date time technology weather forecast science health culture "
    "arts entertainment "
    "lifestyle travel food fashion education apply cancel close alert must artikel beitrag bericht meldung aktuelle "
    "weitere mehr environment economy money finance markets football cricket tennis books film music theatre "
    "television".split()
)
_NAME_WHOLE = re.compile(rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_WORD}){{1,3}}")


def bare_name(text: str) -> str:
    """The person in a line that is nothing but a name, perhaps with a job behind it; else empty.

    Two to four words with capitals can be anything: this only rules out what is certainly no person. Whoever calls it
    must have other evidence, such as the place of the line.
    """
    name = _BEHIND_NAME.sub("", text.strip()).strip(" .,")
    if not _NAME_WHOLE.fullmatch(name) or len(name) > _LONGEST_NAME:
        return ""
    words = name.split()
    if words[0].casefold() in _ARTICLES or not all(word[0].isupper() or _A_PARTICLE.fullmatch(word) for word in words):
        return ""
    if (
        (_NO_NAME | _NO_PERSON | _TIMES | PAPERS) & set(fold(name).split())
        or JOB.search(name)
        or _NO_SHAPE.search(name)
    ):
        return ""
    return next(iter(split_names(name)), "")


_ARTICLES = frozenset("los las el la le les der die das il lo un una une ein eine von par por door av af by".split())
# Words run together, a German adjective.
_NO_SHAPE = re.compile(
    r"(?!(?:Ma?c|D[eiu]|La|Le|O['’])[A-Z])\b[A-Z]\w*[a-zäöü]{2}[A-Z]|\b\w+(?:isch|lich|ell)e[rns]?\s"
)
_A_PARTICLE = re.compile(_PARTICLE)


_LONGEST_NAME = 40
"""Characters."""
_BEHIND_NAME = re.compile(
    r"(?:\s*,\s*|\s+[|•·–—-]\s+|\s+)(?:@\w+|contributor|correspondent|columnist|editor|reporter|"
    r"(?:staff|senior) (?:writer|reporter|editor)|contributing writer|(?:chef)?redakteur(?:in)?|journalist(?:in)?|"
    r"autor(?:in)?)"
    r"\b.*$|\s+(?:at|in) (?:[^\W\d_][\w.'’-]*\s?){1,3}$",
    re.IGNORECASE,
)
