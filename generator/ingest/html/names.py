"""Reads the names of authors out of what metadata and bylines have for them."""

from __future__ import annotations

import re

from generator.ingest.blocks import fold
from generator.ingest.dates import find_dates
from generator.ingest.rules.datelines import is_about_dates
from generator.ingest.rules.names import NAME, bare_name, is_newsroom, split_names

_ADDRESS = re.compile(r"\S*(?:https?:|www\.|://|\w\.(?:com|org|net|de|html?)/)\S*|\S+@\S+\.\w+|\S+\[at\]\S+|@\w{2,}")
_DIGIT = re.compile(r"\d")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:uhr|[ap]\.?m\.?)?(?:\s*[A-Z]{2,4}T\b)?(?!\w)", re.IGNORECASE)
_BY_WORDS = r"(?:by|von|par|por|di|da|door|av|af|от)"
_WORKS = (
    r"(?:posted|written|published|reported|created|submitted|story|text|words|report|article|interview|opinion|"
    r"analysis|review|column|blog|beitrag|artikel|geschrieben|gepostet|erstellt|eingestellt|veröffentlicht|"
    r"verfasst|verfaßt|publiziert|gespeichert|kolumne|kommentar|analyse|essay|gastbeitrag|porträt|rezension|"
    r"publié|écrit|rédigé|propos recueillis|escrito|publicado|texto|scritto|pubblicato|a cura|geschreven|"
    r"geplaatst|skrevet|skriven|napisane)"
)
_ALL_POSTS = (
    r"(?:(?:view |show |see |zeige )?(?:all|alle|more)\s+(?:posts|stories|articles|beiträge|artikel)|alles|more)"
)
# `A column by …`, `Posted on | by …` (a bar stands for a date), `All posts by …`.
_BY = re.compile(
    rf"^(?:.*\|\s*,?\s*)?(?:{_ALL_POSTS}\s+)?(?:(?:an?|the|eine?|un|une)\s+)?(?:{_WORKS}\b[\s&/,+]*){{0,3}}"
    rf"(?:(?:am|on|le|el|il|den|vom)\s*\|\s*)?{_BY_WORDS}\b(?!\s+(?:the(?!\s+\w+\s+press\b)|der\s+redaktion)\b)\s*[:：]?\s*",
    re.IGNORECASE,
)
_BARE_BY = re.compile(r"^(?:[Bb]y|BY|von|par|por)\s+")
_GLUED_BY = re.compile(r"^(?:By|Von|Par|Por)(?=[A-Z])|^Beitragvon\s+")
_ROLE = (
    r"(?:\b(?:autor(?:in|en)?|authors?|auteurs?|autore|autori|verfasser(?:in)?|texte?|words|redaktion|redakteur(?:in)?|"
    r"автор(?:ы)?|текст|kirjoittaja|forfatter|skribent)|作者|記者|记者|著者|文●?)"
)
_AND_PICTURES = r"(?:\s*(?:&|und|and|\+)\s*(?:fotos?|photos?|bilder?|video))?"
# Behind other words, `text` tells an author with a colon alone: `Default Text Encodings` names none.
_LABEL = re.compile(
    rf"^(?!\S.{{0,38}}?\s(?i:texte?|words)\s+[A-ZÀ-ÖØ-ÞА-Я]).{{0,40}}?(?i:{_ROLE}(?:/{_ROLE})?)"
    rf"(?:(?i:{_AND_PICTURES})\s*[:：／/|]\s*|\s+(?=[A-ZÀ-ÖØ-ÞА-Я]))"
)
_LABELLED = re.compile(rf"(?i:{_ROLE}|written by|von|by)(?i:{_AND_PICTURES})\s*[:：]\s*[A-ZÀ-ÖØ-ÞА-Я]")
_MAY_BE_BYLINE = re.compile(rf"\b{_BY_WORDS}\b|^[\W_]*(?:By|Von|Par|Por|Beitragvon)|{_ROLE}", re.IGNORECASE)
"""What stands in every line that can be a byline: most have none of it, and need no further look."""
_TAIL = re.compile(
    r"\s*(?:\((?=[^)]*\)?\W*$)|[|•·»›→<>—]|\s[–-]\s|\s//|"
    r"\b(?:am|on|um|at|le|el|den|stand|vom|il|dne|op)\s*(?:\||$|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|\w+day)|"
    r"\b(?:updated|published|posted|veröffentlicht|publicado|publié|aktualisiert|(?:in\s+)?(?:category|kategorie)|under|"
    r"filed|comments?|kommentare?|view all|follow|about the author|alle beiträge|all posts|min read|minuten|lesezeit|"
    r"fotos?|photos?|bild|bilder|video)\b).*$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:über|about|more (?:from|by)|mehr von)\s+", re.IGNORECASE)
_AROUND = ' ,;:|/–—-·•()[]»«›‹<>"“”'
_NOBODY = frozenset(
    "admin administrator editor editors author autor autorin autoren redaktion redaccion redacción redazione "
    "redactie rédaction redakcja redakce редакция staff team webmaster root user guest gast gastautor gastbeitrag "
    "anonymous anonym unknown unbekannt null none undefined nan default editorial newsroom newsdesk news online "
    "desk webredaktion onlineredaktion press presse pressestelle name super superuser contributor contributors "
    "superadmin sysadmin system wordpress blogger by von text foto fotos photo photos video interview publiziert "
    "published posted community summary last updated update follow more monday tuesday wednesday thursday friday "
    "saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag phd ph.d md m.d ceo mba rd jr "
    "sr twitter facebook instagram linkedin youtube whatsapp telegram tiktok pinterest bluesky mastodon flipboard "
    "вконтакте одноклассники vk threads snapchat discord "
    "reddit xing nachrichten noticias actualités notizie nieuws nyheter nyheder новости haberler berita politik "
    "politics política politique wirtschaft economía business sport sports deportes kultur culture panorama "
    "lokales auteur autore 著者 作者 記者 记者 編集部 编辑 イラスト 写真 訳 翻訳".split()
)
_NOBODY_PHRASES = re.compile(
    r"\w*admin|(?:.*[ _-])?(?:web)?team|.*\b(?:gmbh|inc|llc|ltd|kg|e v)(?: .*)?|"
    r"(?:recent|latest|related|more|all|view all) (?:posts|articles|stories|news)|the (?:editors?|authors?)|"
    r"(?:(?:die|the|by|von|our|web|online|guest|no)\s+)?(?:[\w.-]+\s+)?(?:staff(?: (?:writers?|reporters?))?|redaktion|"
    r"editorial (?:team|staff|board)|news desk|web(?:site)? (?:admin|master)|(?:site )?admin(?:istrator)?|no author)"
)
_PICTURE = re.compile(
    r"^\W*(?:photo(?:s|graph\w*)?|foto(?:s|graf\w*)?|bild(?:er)?|credits?|image[sn]?|illustrations?)\b|"
    r"\b(?:getty|shutterstock|pixabay|unsplash|pexels|istock\w*|flickr|imago)\b",
    re.IGNORECASE,
)
_MOST_WORDS, _LONGEST = 6, 60
"""Words and characters of a name."""
_LONGEST_TEXT = 400
_LONGEST_LABEL = 40
_MOST_BYLINE = 14
"""Words behind a byline's `by`."""
FULL_NAME = re.compile(rf"(?=\S+\s){NAME}")
NAME_OR_NICK = re.compile(rf"{NAME}|(?:der |die |the )?[\w.-]{{3,}}")
"""What only an element's class calls an author is one if it looks like this."""


def names_in_metadata(text: str, publications: set[str]) -> tuple[str, ...]:
    """The authors that a value of metadata names; none where it has but the site's name (`publications`, folded)."""
    return _names(_BARE_BY.sub("", _cleaned(text)), publications)


def names_in_byline(text: str, publications: set[str]) -> tuple[str, ...]:
    """The authors in a line that its markup calls a byline, whatever words stand around them."""
    text = _GENRE.sub("", _GLUED_BY.sub("", _cleaned(text)))
    return _names(_BARE_BY.sub("", _LABEL.sub("", _BY.sub("", text))), publications)


_GENRE = re.compile(
    r"^(?:interview|reportage|report|analyse|analysis|protokoll|kommentar|opinion)\s*:\s*", re.IGNORECASE
)


def names_after_by(text: str, publications: set[str], near: bool) -> tuple[str, ...]:
    """Who is named in a short line that begins with what means `by` or `author:`; none where it is something else.

    `near`: whether it stands near the title, where a name may be of one word.
    """
    if not _MAY_BE_BYLINE.search(text):
        return ()
    text = _cleaned(text)
    match = _GLUED_BY.match(text) or _LABEL.match(text) or _BY.match(text)
    rest = text[match.end() :].lstrip(" |") if match else ""
    if match is None or len(rest.split()) > _MOST_BYLINE:
        return ()
    # After a bare "by" anything may follow; after "posted by" or "author:" it is whoever did so.
    told = match[0].rstrip().endswith((":", "：")) or " " in match[0].strip()
    shape = NAME_OR_NICK if told and near else FULL_NAME
    names = _names(rest, publications)
    persons = [name for name in names if shape.fullmatch(name)]
    return names if persons and all(name in persons or is_agency(name) for name in names) else ()


def names_beside_date(text: str, publications: set[str]) -> tuple[str, ...]:
    """The persons in a line that tells but them and days, with bars and the like between: `Jane Doe | 3 May 2019`."""
    cleaned = _cleaned(text) if _DIGIT.search(text) else ""
    if "|" not in cleaned or _PLACE_AND_DAY.match(text):
        return ()
    parts = [part.strip(_AROUND) for part in _BARS.split(cleaned)]
    names = [part for part in parts if FULL_NAME.fullmatch(part) and bare_name(part) == part]
    others = " ".join(part for part in parts if part not in names)
    if not is_about_dates(others, labelled=True) or len(names) > _MOST_BESIDE:
        return ()
    return tuple(name for name in names if _is_name(name, publications))


_BARS = re.compile(r"[|·•/]|\s[-–—]\s")
_PLACE_AND_DAY = re.compile(rf"\W*{NAME}\s*,")
_MOST_BESIDE = 3


def is_agency(text: str) -> bool:
    """Whether a text is but the name of a news agency, or of several."""
    return _AGENCIES.fullmatch(text) is not None


_AGENCY = (
    r"(?:dpa(?:[-/]\w{2,4})?|DPA|AFP|afp|AP|ap|APA|apa|Reuters|REUTERS|SDA|sda|Keystone-SDA|SID|sid|KNA|kna|epd|EPD|"
    r"ots|ANSA|Ansa|EFE|Tass|TASS|UPI|PTI|IANS|ANI|Xinhua|XINHUA|JIJI|Jiji|KYODO|Kyodo|Yonhap|Bloomberg|BLOOMBERG|"
    r"Anadolu Ajansı|Agence France[- ]Presse|(?:The )?Associated Press|The Canadian Press|Deutsche Presse-Agentur|"
    r"Europa Press)"
)
_AGENCIES = re.compile(rf"[(\[]?{_AGENCY}(?:\s?[/,|]\s?{_AGENCY}){{0,2}}[)\]]?")


def is_labelled(text: str) -> bool:
    """Whether a line begins with what means `author:`."""
    return (":" in text[:_LONGEST_LABEL] or "：" in text[:_LONGEST_LABEL]) and _LABELLED.match(text) is not None


def is_label(text: str) -> bool:
    """Whether a line is but what stands before an author's name: `By`, `Author:`."""
    return _LABEL_ALONE.fullmatch(text) is not None


_LABEL_ALONE = re.compile(rf"\W*(?:(?:{_WORKS} )?{_BY_WORDS}|{_ROLE})\s*[:：]?", re.IGNORECASE)


def is_of_picture(text: str) -> bool:
    """Whether a line tells who made a picture."""
    return _PICTURE.search(text) is not None


def _cleaned(text: str) -> str:
    """A text without addresses and handles, and with a bar in the place of each date and time."""
    text = text[:_LONGEST_TEXT]
    if "/" in text or "@" in text or "www." in text or "[at]" in text:
        text = _ADDRESS.sub(" ", text)
    if _DIGIT.search(text):
        for entry in reversed(find_dates(text)):
            text = text[: entry.start] + " | " + text[entry.end :]
        text = _TIME.sub(" | ", text)
    return " ".join(text.split()).strip(_AROUND)


def _names(text: str, publications: set[str]) -> tuple[str, ...]:
    text = _LEADING.sub("", _TAIL.sub("", text.strip(_AROUND))).strip(_AROUND)
    found = (_whole(_without_site(name.strip(_AROUND), publications), text) for name in split_names(text))
    names = [name for name in found if _is_name(name, publications)]
    # Behind a person stands the house she works for: the site's own, with a word more.
    return tuple(dict.fromkeys(name for name in names if name == names[0] or not _is_of_site(name, publications)))


def _is_of_site(name: str, publications: set[str]) -> bool:
    first, _, rest = fold(name).partition(" ")
    return first in publications and rest != ""


def _whole(name: str, text: str) -> str:
    """A name with the full stop of its last abbreviation, as in `John Doe Jr.`, if the text has it."""
    return f"{name}." if name.endswith((" Jr", " Sr")) and f"{name}." in text else name


def _without_site(name: str, publications: set[str]) -> str:
    """A name without the site's own behind it."""
    words = name.split()
    for position in range(2, len(words)):
        if fold(" ".join(words[position:])) in publications:
            return " ".join(words[:position])
    return name


def _is_name(name: str, publications: set[str]) -> bool:
    folded = fold(name)
    if not folded or folded in publications or folded.replace(" ", "") in publications:
        return False
    if folded in _NOBODY or (_NOBODY_PHRASES.fullmatch(folded) and not is_newsroom(name)):
        return False
    if len(name) > _LONGEST or len(folded.split()) > _MOST_WORDS:
        return False
    return any(map(str.isalpha, name)) and not any(mark in name for mark in "?!{}=\\%")
