"""Guesses the language of a text from its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, repeat

from generator.ingest.blocks import Block, folded_words

# Words that stand in nearly every paragraph of a language and rarely in others.
_COMMON = {
    "en": "the of and to in that is was for with on it as are by from has have be this not at which their but",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden wurde sie",
    "fr": "le la les des et est dans que une du pour qui pas sur avec plus par au cette ce il sont ont aux été",
    "es": "el la los las que en un por con una para del se su al más como pero sus fue este entre sobre también",
    "it": "il di che la le della per con del non una sono gli nel alla dei anche più si ha come delle dal questo",
    "pt": "o de que do da em um para com não uma os no se na por mais as dos como mas ao ele das foi",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er door om ook als maar bij uit nog",
    "pl": "w na i z do się nie że jest o to jak po co od za dla przez tym jego ale są oraz przy który",
    "cs": "a se na v je že s z do o k i ve by pro jako po za jsem podle byl není také jeho které",
    "ru": "и в не на что с по как из он для это от его но за все был так о же к у также которые",
    "uk": "і в не на що з та до як за це від для він його але про був також які є й у щоб",
    "ar": "في من على إلى أن التي الذي هذا هذه عن مع كان ما لا كما بعد قال أو وهو ذلك بين كل",
    "fa": "در به از که این است را با برای آن یک خود تا کرد بود شد و هم نیز می های",
    "hi": "के में की है से को का और पर ने कि नहीं एक भी यह हैं रहा हो किया ही",
    "ur": "کے میں کی ہے سے کو کا اور پر نے کہ نہیں ایک بھی یہ ہیں رہا ہو کیا ہی",
    "tr": "ve bir bu için ile da de olarak daha çok ama gibi olan sonra kadar ise ne var o olduğu",
    "sv": "och att det som en på är av för med den till inte har de ett om var men sig från han",
}
# Scripts that one language of today is written in, nearly alone; Japanese before Chinese, whose signs it shares.
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"), 0.3),
    ("ja", re.compile(r"[\u3040-\u30ff]"), 0.1),
    ("zh", re.compile(r"[\u3400-\u9fff]"), 0.4),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"), 0.5),
    ("he", re.compile(r"[\u0590-\u05ff]"), 0.5),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), 0.4),
    ("ka", re.compile(r"[\u10a0-\u10ff]"), 0.5),
    ("hy", re.compile(r"[\u0530-\u058f]"), 0.5),
)
"""Language, its characters, and the part of a text that they make up at least."""
_LEAST_PART = min(part for _, _, part in _SCRIPTS)
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_FEWEST_CYRILLIC = 20
"""Letters. With fewer a text may be a name."""
# Letters that tell a short text's language: those that it may have, and those of which it has one at least.
_ALPHABETS = (
    ("ru", frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"), frozenset("ыэё")),
    ("uk", frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"), frozenset("ґєї")),
)
"""Bulgarian, Serbian and Macedonian have none of the latter, and all others have letters that these lack."""
_VOTES = {
    word: [language for language, words in _COMMON.items() if word in words.split()]
    for words in _COMMON.values()
    for word in words.split()
}
_SAMPLE_CHARACTERS = 2_500
_MIN_WORDS = 25
_LEAD = 1.5
"""How many times as many votes as the second the first must have."""


def detect_language(text: str) -> str:
    """The text's language (`en`, `de`, `ru` …), or an empty text where that is not clear."""
    sample = text[:_SAMPLE_CHARACTERS]
    return _of_sample(sample, folded_words(sample))


def language_of(blocks: Iterable[Block]) -> str:
    """The language of the text that the blocks make, one after the other, as `detect_language` has it."""
    texts: list[str] = []
    words: list[str] = []
    left = _SAMPLE_CHARACTERS
    for block in blocks:
        text = block.text[:left]
        texts.append(text)
        # Most blocks have been folded already, or will be.
        words += block.folded_words if len(text) == len(block.text) else folded_words(text)
        left -= len(text) + 1
        if left <= 0:
            break
    return _of_sample(" ".join(texts), words)


def _of_sample(sample: str, words: Sequence[str]) -> str:
    """The language of the beginning of a text, with its folded words."""
    # Most texts have too few letters of other scripts for any of these.
    foreign = len(sample) - len(sample.encode("ascii", "ignore"))
    if foreign > _LEAST_PART * len(sample):
        for language, characters, part in _SCRIPTS:
            if len(characters.findall(sample)) > max(part * len(sample), _MIN_WORDS):
                return language
    return _by_words(words) or ("" if sample.isascii() else _by_letters(sample))


def _by_letters(text: str) -> str:
    """The language of a Cyrillic text that has the letters of one alone."""
    cyrillic = _CYRILLIC.findall(text.casefold())
    if len(cyrillic) < max(_FEWEST_CYRILLIC, len(text) / 2):
        return ""
    letters = set(cyrillic)
    return next((name for name, all_of_it, own in _ALPHABETS if letters <= all_of_it and letters & own), "")


def _by_words(words: Sequence[str]) -> str:
    if len(words) < _MIN_WORDS:
        return ""
    votes = Counter(chain.from_iterable(map(_VOTES.get, words, repeat(()))))
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 0.08 * len(words):
        return ""
    if len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]:
        return ""
    return ranked[0][0]
