"""Reads the values of other tools' front matter and tables: dates, names, lists, paths, truth values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from generator.articles.edtf_date import parse_edtf
from generator.ingest.dates import NumericDates, find_dates
from generator.ingest.rules.datelines import is_about_dates
from generator.ingest.typography import normalise
from generator.urls import slugify

_DAY_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]+\d\d?:\d\d.*|T\d\d.*|Z)")
_LOOSE_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ].*)?")
_ZONE = re.compile(r"[+-]\d\d:?\d\d\b")
_ABOUT = re.compile(r"(?:c|ca|circa|about|approx(?:imately)?|around|um|etwa|env(?:iron)?|около)\b\.?\s*(\d{4})", re.I)
_DECADE = re.compile(r"(\d{3})0['’]?s")
_YEARS = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")


def as_text(value: object) -> str | None:
    """One line of text."""
    value = _scalar(value)
    return normalise(value) if isinstance(value, str) else None


def as_date(value: object, numeric_dates: NumericDates) -> str | None:
    """The EDTF date: the day as it is written, whatever the time and its zone; None where no date can be read."""
    text = as_text(value)
    if text is None:
        return None
    for written in _edtf_forms(text):
        try:
            return parse_edtf(written).text
        except ValueError:
            continue
    found = find_dates(text, numeric_dates)
    if len(found) != 1:
        return None
    rest = text[: found[0].start] + " " + _ZONE.sub("", text[found[0].end :])
    return found[0].date.text if is_about_dates(rest, labelled=False) and not re.search(r"\d{4}", rest) else None


def _edtf_forms(text: str) -> Iterator[str]:
    """What a date may be in EDTF: as it is, without its time, or with its words as signs."""
    bare = text.strip("[]() .")
    day = _DAY_WITH_TIME.fullmatch(bare)
    loose = _LOOSE_DAY.fullmatch(bare)
    about, decade, years = _ABOUT.fullmatch(bare), _DECADE.fullmatch(bare), _YEARS.fullmatch(bare)
    if day:
        yield day[1]
    elif loose:
        yield f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}"
    elif about:
        yield about[1] + "~"
    elif decade:
        yield decade[1] + "X"
    elif years:
        yield f"{years[1]}/{years[2]}"
    elif ":" not in bare:
        yield bare


_LONGEST_PUBLICATION = 6
"""Words. A longer `source` tells where a thing is kept rather than who published it."""


def as_publication(value: object, surely: bool) -> str | None:
    """The name of a publication; unless it is `surely` one, a text that looks like a name."""
    text = as_text(value)
    if text is None or "://" in text:
        return None
    return text if surely or ("," not in text and len(text.split()) <= _LONGEST_PUBLICATION) else None


_EMAIL = re.compile(r"\s*[<(][^<>()]*@[^<>()]*[>)]")
_AND = re.compile(r"\s+(?:and|&|und|et|y|и)\s+")


def as_author(value: object, several: bool) -> tuple[str, ...] | None:
    """The names of the authors: of a list, of mappings with a `name`, or of a text.

    A text parts names by semicolons; by commas only where it stands for `several` and each part is a name of two and
    more words, since `Doe, Jane` is one person.
    """
    if isinstance(value, dict):
        return as_author(value.get("name"), several=False)
    if isinstance(value, list):
        lists = [as_author(item, several=False) for item in value]
        return _each_once(name for names in lists for name in names or ()) if None not in lists else None
    if not isinstance(value, str):
        return None
    text = re.sub(r"^by:?\s+", "", _EMAIL.sub("", normalise(value)), flags=re.IGNORECASE)
    parts = text.split(";") if ";" in text else _by_commas(text) if several else [text]
    return _each_once(name for part in parts for name in _by_and(part.strip()))


def _by_commas(text: str) -> list[str]:
    parts = [re.sub(r"^(?:and|&)\s+", "", part.strip()) for part in text.split(",")]
    return parts if all(len(part.split()) > 1 for part in parts) else [text]


def _by_and(text: str) -> list[str]:
    parts = _AND.split(text)
    persons = all(2 <= len(part.split()) <= 4 and all(word[0].isupper() for word in part.split()) for part in parts)
    return parts if persons and "," not in text else [text]


def as_tags(value: object, by_spaces: bool) -> tuple[str, ...] | None:
    """The items of a list, or of a text that parts them by semicolons, commas, or else `by_spaces`."""
    if isinstance(value, list):
        texts = [as_text(item) for item in value]
        return _each_once(text for text in texts if text) if None not in texts else None
    if not isinstance(value, str):
        return None
    text = normalise(value)
    mark = next((mark for mark in ";," if mark in text), "")
    return _each_once(text.split(mark) if mark else text.split() if by_spaces else [text])


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that have something in them, each once, whatever its case."""
    kept: dict[str, str] = {}
    for text in texts:
        if text.strip():
            kept.setdefault(text.strip().casefold(), text.strip())
    return tuple(kept.values())


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
# English name, name in itself, and the codes of three letters that libraries use (ISO 639-2), of the commonest.
_LANGUAGES = {
    "en": "english eng", "de": "german deutsch deu ger", "fr": "french français fra fre", "es": "spanish español spa",
    "it": "italian italiano ita", "pt": "portuguese português por", "nl": "dutch nederlands nld dut",
    "pl": "polish polski pol", "cs": "czech čeština ces cze", "ru": "russian русский rus",
    "uk": "ukrainian українська ukr", "sv": "swedish svenska swe", "da": "danish dansk dan", "fi": "finnish suomi fin",
    "no": "norwegian norsk nor", "hu": "hungarian magyar hun", "ro": "romanian română ron rum", "tr": "turkish tur",
    "el": "greek ell gre", "he": "hebrew heb", "ar": "arabic ara", "fa": "persian fas per", "hi": "hindi hin",
    "ur": "urdu urd", "ja": "japanese jpn", "zh": "chinese zho chi", "ko": "korean kor", "la": "latin lat",
}  # fmt: skip
_LANGUAGE_NAMES = {name: code for code, names in _LANGUAGES.items() for name in names.split()}


def as_language(value: object) -> str | None:
    """The BCP 47 tag of a language that is given as tag, name or library code; None where it is not known."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    named = _LANGUAGE_NAMES.get(text.casefold())
    return named or (text.replace("_", "-") if _LANGUAGE.fullmatch(text) else None)


_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def as_address(value: object) -> str | None:
    """A web address."""
    return value.strip() if isinstance(value, str) and _ADDRESS.fullmatch(value.strip()) else None


def as_aliases(value: object) -> tuple[str, ...] | None:
    """Old paths in the site; None where one of them is none."""
    paths = value if isinstance(value, list) else [value]
    texts = [path for path in paths if isinstance(path, str) and _is_site_path(path)]
    return _each_once(texts) if len(texts) == len(paths) else None


_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f-\x9f\\:*?"<>|#]')
_LONGEST_NAME = 240


def _is_site_path(path: str) -> bool:
    """Whether the front matter's `aliases` accept this: a plain path below the site's front page."""
    path = path.strip()
    plain_path = unquote(path).removeprefix("/").removesuffix("/")
    steps = plain_path.split("/")
    if _NOT_IN_A_NAME.search(path) or _NOT_IN_A_NAME.search(plain_path) or path.startswith("//"):
        return False
    whole = plain_path not in ("", "index.html") and all(step not in ("", ".", "..") for step in steps)
    # Names at the top that begin with a dot are the host's.
    whole = whole and not plain_path.startswith(".")
    # Without a slash it may be a word for something else: `permalink: pretty`.
    return whole and ("/" in path or "." in path) and all(len(step.encode()) <= _LONGEST_NAME for step in steps)


def as_slug(value: object) -> str | None:
    """What can name an article's file."""
    text = as_text(value)
    return slugify(text) if text else None


_TRUE, _FALSE = ("true", "yes", "1", "on"), ("false", "no", "0", "off")


def as_draft(name: str, value: object) -> str | None:
    """`true` for a draft, empty for what is published; `name` is `draft`, `published` or `status`."""
    if not isinstance(value, (str, bool)):
        return None
    word = str(value).strip().casefold()
    if name == "status":
        return {"draft": "true", "published": "", "publish": ""}.get(word)
    yes, no = ("true", "") if name == "draft" else ("", "true")
    return yes if word in _TRUE else no if word in _FALSE else None


def _scalar(value: object) -> object:
    """A number as text; anything else as it is."""
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,15})", re.ASCII)


def plain(value: object) -> object:
    """A value for `extra`: truth values and whole numbers that are written as text become such."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, str):
        if value in ("true", "false"):
            return value == "true"
        return int(value) if _INTEGER.fullmatch(value) and value != "-0" else value
    return value
