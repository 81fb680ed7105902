"""How long a text is, and in how many minutes it can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_IDEOGRAPHS_AND_KANA = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SOUTH_EAST_ASIAN = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_IDEOGRAPHS = re.compile(rf"[{_IDEOGRAPHS_AND_KANA}]+")
_LETTERS = re.compile(rf"[{_SOUTH_EAST_ASIAN}]+")
_UNSPACED = re.compile(rf"[{_IDEOGRAPHS_AND_KANA}{_SOUTH_EAST_ASIAN}]")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")

_ENGLISH_SILENT = 238
"""Words a minute of English non-fiction, read silently by adults (M. Brysbaert, How many words do we read per minute?,
Journal of Memory and Language 109, 2019, 104047)."""

_ALOUD: Mapping[str, int] = {
    "ar": 138,
    "de": 179,
    "en": 228,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "ru": 184,
    "sl": 180,
    "sv": 199,
    "tr": 166,
}
"""Words a minute of the same texts, read aloud in their readers' own languages (S. Trauzettel-Klosinski and K. Dietz,
Standardized Assessment of Reading Performance, Investigative Ophthalmology & Visual Science 53, 2012, 5452-5461)."""

_ALOUD_ON_AVERAGE = 184
"""Words a minute, and below characters, over all languages of that study."""

_CHARACTERS_ALOUD = {"zh": 255, "ja": 357}
_LETTERS_ALOUD_ON_AVERAGE = 863

_SILENT = _ENGLISH_SILENT / _ALOUD["en"]
"""Silent reading is not measured in so many languages: it is taken to be as much faster in each as it is in English."""


@dataclass(frozen=True, slots=True)
class Length:
    """How much there is to read."""

    words: int
    """In scripts that part their words."""
    ideographs: int = 0
    """Chinese characters and kana."""
    letters: int = 0
    """In scripts that have letters and do not part words: Thai, Lao, Burmese, Khmer."""

    @property
    def characters(self) -> int:
        """In scripts that do not part words."""
        return self.ideographs + self.letters


def length_of(text: str) -> Length:
    """The length of a plain text, in words where its script parts them and else in characters."""
    # To look for few signs among the different ones takes a third of the time.
    if text.isascii() or not _UNSPACED.search("".join(set(text))):
        return Length(len(text.split()))
    ideographs = sum(map(len, _IDEOGRAPHS.findall(text)))
    letters = sum(map(len, _LETTERS.findall(text)))
    rest = _LETTERS.sub(" ", _IDEOGRAPHS.sub(" ", text))
    return Length(len(_WORD.findall(rest)), ideographs, letters)


def minutes(length: Length, language: str) -> int:
    """The minutes that reading takes, to the nearest and at least 1; 0 where there is nothing to read.

    `language` is a BCP 47 tag.
    """
    if not (length.words or length.characters):
        return 0
    primary = language.partition("-")[0].lower()
    aloud = (
        length.words / _ALOUD.get(primary, _ALOUD_ON_AVERAGE)
        + length.ideographs / _CHARACTERS_ALOUD.get(primary, _CHARACTERS_ALOUD["zh"])
        + length.letters / _LETTERS_ALOUD_ON_AVERAGE
    )
    return max(1, int(aloud / _SILENT + 0.5))
