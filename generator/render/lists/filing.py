"""How titles and names are filed: passing over leading articles, under which letter, and in which order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.render.words.catalogue import Words

# The initial articles that cataloguers pass over: Library of Congress, MARC 21 Appendix F (Initial Definite and
# Indefinite Articles), less the cases and dialects that no headline begins with. What ends in an apostrophe is joined
# to its word.
_ARTICLES: Mapping[str, str] = {
    "ca": "el la els les un una l'",
    "da": "den det de en et",
    "de": "der die das des dem den ein eine eines einem einen einer",
    "el": "ο η το οι τα ένας μια μία ένα",
    "en": "the a an",
    "es": "el la lo los las un una",
    "fr": "le la les un une l'",
    "hu": "a az egy",
    "it": "il lo la i gli le un uno una l' un'",
    "nl": "de het een 't 'n",
    "no": "den det de en et ei",
    "pt": "o a os as um uma",
    "ro": "un o",
    "sv": "den det de en ett",
}
_SAME_ARTICLES = {"nb": "no", "nn": "no"}

# Letters of their own in Cyrillic alphabets, which Unicode takes apart or puts after `я`: they stand after the letter
# to their left, in this order. `ё` is filed with `е`, as Russian catalogues do.
_OWN_LETTERS = {"г": "ґ", "д": "ђ", "е": "є", "и": "іїйј", "л": "љ", "н": "њ", "у": "ў"}
_AFTER = "\uffff"
_OF_THEIR_OWN = "".join(_OWN_LETTERS.values())
_FILED_AS = str.maketrans(
    {
        letter: f"{before}{_AFTER * number}"
        for before, letters in _OWN_LETTERS.items()
        for number, letter in enumerate(letters, 1)
    }
    # Latin letters that have no accent to take off.
    | {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_NUMBER = re.compile(r"\d+")
_LONGEST_NUMBER = 12
"""Digits to which numbers are filled up, so that 9 stands before 10."""

_DIGITS = "0"
_HAN = "漢"
"""Thousands of characters would be thousands of headings."""


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a title or name stands. Those that file under the same letter stand together in the order of `key`."""

    key: str
    letter: str
    """One folded letter, `0` for all digits, `漢` for all Chinese characters, nothing where there is neither."""

    def label(self, words: Words) -> str:
        """The heading over all that stands under the letter."""
        if self.letter == _DIGITS:
            return words("titles.digits")
        return self.letter.upper() or words("titles.other")

    @property
    def anchor(self) -> str:
        return f"letter-{self.letter or 'other'}"


def filed(text: str, language: str = "") -> Filed:
    """Where `text` is filed: without case, accents, signs before its first letter and its language's leading article.

    `language` is its BCP 47 tag; a name has none, and no article. Scripts follow each other as in Unicode: Latin,
    Greek, Cyrillic, Hebrew, Arabic … Numbers stand in the order of their values.
    """
    folded = _from_first_letter(unicodedata.normalize("NFC", text).casefold())
    if language:
        folded = _without_article(folded, language)
    first = folded[:1]
    key = _NUMBER.sub(lambda match: match[0].zfill(_LONGEST_NUMBER), _plain(folded.translate(_FILED_AS)))
    letter = first if first in _OF_THEIR_OWN else _letter(key)
    return Filed(_HAN + key if letter == _HAN else key, letter)


def _letter(key: str) -> str:
    letter = key[:1]
    if not letter.isalpha():
        return _DIGITS if letter else ""
    return _HAN if unicodedata.name(letter, "").startswith("CJK") else letter


def _plain(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def _from_first_letter(text: str) -> str:
    first = next((position for position, sign in enumerate(text) if sign.isalnum()), len(text))
    return text[first:]


def _without_article(text: str, language: str) -> str:
    pattern = _pattern(language.partition("-")[0].lower())
    match = pattern.match(text) if pattern else None
    # An article alone, or before nothing that could be filed, is the title itself.
    return (match and _from_first_letter(text[match.end() :])) or text


@lru_cache
def _pattern(language: str) -> re.Pattern[str] | None:
    articles = _ARTICLES.get(_SAME_ARTICLES.get(language, language), "").split()
    if not articles:
        return None
    # The first sign is off already, and the apostrophe may be a typographer's.
    forms = (re.escape(article.lstrip("'")).replace("'", "['’]") for article in articles)
    return re.compile("|".join(form if form.endswith("]") else rf"{form}\s" for form in forms))
