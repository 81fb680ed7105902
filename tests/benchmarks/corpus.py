"""Articles made up by chance, their words spread as those of newspapers: `python -m tests.benchmarks.corpus N DIR`.

What is like real text, since sizes and times hang on it: words by Zipf's law (Mandelbrot's form of it), of which an
article of 730 words has some 315 stems, the hundred most frequent making about half of it; an article comes back to the
words of its matter; names of people and places by Zipf's law too; lengths spread lognormally. Every article is made of
its own number alone, so that the first thousand of ten thousand are those of a thousand.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from generator.archive.values import Archive, Kind, Term
from generator.articles.article import Article
from generator.articles.edtf_date import parse_edtf
from generator.articles.front_matter import FrontMatter, write_article
from generator.config import Config

if TYPE_CHECKING:
    import numpy as np

MEAN_WORDS = 730
_SPREAD = 0.45
"""Standard deviation of the logarithm of an article's length."""
_LEAST_WORDS = 60

_WORDS = {"en": 64_000, "de": 40_000}
"""Distinct words of each language before endings."""
_SECOND = 8
"""Every so many articles one is in the second language."""
_TOPICS = 400
_TOPIC_WORDS = 60
_OF_TOPIC = 0.24
"""The part of an article's words that are of its topic."""
_SENTENCE = (7, 30)
_PARAGRAPH = 5
"""Sentences."""
_NAMED = 0.012
"""The part of an article's words that begin a name."""

_NAMES = {Kind.PEOPLE: 2_500, Kind.PLACES: 600, Kind.ORGANIZATIONS: 300}
_OF_ARTICLE = {Kind.PEOPLE: 4, Kind.PLACES: 3, Kind.ORGANIZATIONS: 2}
"""How many of each kind an article is about."""
_TAGS, _PUBLICATIONS, _AUTHORS = 150, 25, 400
_DAYS = 6_200

_SYLLABLES = {
    "en": "ba re ti co men der sta lon pri ver u mi no ga tor pe li ran si do ka fo ne hu wi ex al em or is con dis "
    "ple thr ough ance wha est ind che sho gra ble ful",
    "de": "ge ver schl ung keit be ent zu auf ein aus ab an und mit ober stei ler berg fahr zeug blick wort ma tra "
    "he li ne rü kö mä sü haus wer te ten cho gli da wi",
}
_ENDINGS = {
    "en": ("", "", "", "", "s", "s", "ed", "ing", "er", "ly", "ation", "al"),
    "de": ("", "", "", "e", "en", "er", "es", "t", "ungen", "lich"),
}
_SHORT = {
    "en": "the of to and a in that is for on was it with as he said by at be his from are has have not an they were",
    "de": "die der und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus",
}


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article of the corpus."""

    number: int
    slug: str
    meta: FrontMatter
    text: str
    """Paragraphs parted by newlines, without markup."""
    terms: Mapping[Kind, tuple[int, ...]]
    """The people, places and organizations that its text names, by their numbers."""


class Corpus:
    """The articles of one seed."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed
        self.names = {kind: _names(kind, count) for kind, count in _NAMES.items()}
        """Of each kind, in the order of how often they are named."""

    @cached_property
    def languages(self) -> Mapping[str, _Language]:
        """The words of each language."""
        return {language: _Language.of(language, count) for language, count in _WORDS.items()}

    def articles(self, count: int) -> Iterator[MadeArticle]:
        """The first so many articles."""
        return map(self.article, range(count))

    def article(self, number: int) -> MadeArticle:
        """The article of that number."""
        import numpy as np

        # The older generator, whose numbers are the same in every version of numpy.
        chance = np.random.RandomState((self._seed * 1_000_003 + number) % 2**32)
        language = "de" if number % _SECOND == _SECOND - 1 else "en"
        known = self.languages[language]
        mean = np.log(MEAN_WORDS) - _SPREAD**2 / 2
        length = max(_LEAST_WORDS, int(chance.lognormal(mean, _SPREAD)))
        words = known.words[_drawn(chance, known.cumulated, length)]
        topic = known.topics[int(chance.randint(len(known.topics)))]
        of_topic = chance.random_sample(length) < _OF_TOPIC
        words[of_topic] = known.words[topic[(len(topic) * chance.random_sample(int(of_topic.sum())) ** 2).astype(int)]]
        terms = {kind: self._named(chance, kind) for kind in _NAMES}
        names = [self.names[kind][at] for kind, numbers in terms.items() for at in numbers]
        # Each name once for certain, then those that chance brings.
        places = chance.randint(0, length, len(names) + int(length * _NAMED))
        for at, place in enumerate(places.tolist()):
            words[place] = names[at] if at < len(names) else names[at * at % len(names)]
        heads = words[chance.randint(0, length, 6)].tolist()
        title = " ".join([*heads[:5], f"{number}"])
        title = title[0].upper() + title[1:]
        text = _written(chance, words)
        return MadeArticle(
            number=number,
            slug=f"article-{number:06}",
            meta=self._meta(chance, language, title, text, number),
            text=text,
            terms=terms,
        )

    def _named(self, chance: np.random.RandomState, kind: Kind) -> tuple[int, ...]:
        drawn = _drawn(chance, _zipf(_NAMES[kind], 0.9, 3.0), _OF_ARTICLE[kind])
        return tuple(sorted(set(drawn.tolist())))

    def _meta(self, chance: np.random.RandomState, language: str, title: str, text: str, number: int) -> FrontMatter:
        day = int(chance.randint(_DAYS))
        month = f"{2001 + day // 365}-{day % 365 // 31 + 1:02}"
        # A tenth is dated by month alone, some not at all.
        date = f"{month}-{day % 28 + 1:02}" if number % 10 else month
        tags = sorted({int(_drawn(chance, _zipf(_TAGS, 1.0, 2.0), 1)[0]) for _ in range(3)})
        return FrontMatter(
            title=title,
            date=parse_edtf(date) if number % 37 else None,
            language=language,
            author=(_author(int(chance.randint(_AUTHORS))),),
            publication=_publication(int(chance.randint(_PUBLICATIONS))),
            summary=" ".join(text.split()[:18]).rstrip(".,") + "." if number % 2 else "",
            tags=tuple(_tag(tag) for tag in tags),
        )

    def archive(self, articles: Sequence[MadeArticle], html: bool = False) -> Archive:
        """The articles as an archive, linked to what they name; their text is their HTML where `html` wants it."""
        under: dict[Kind, dict[str, tuple[str, list[str]]]] = {kind: {} for kind in Kind}
        terms_of = {}
        for article in articles:
            named = self._terms_of(article)
            for kind, pairs in named.items():
                for id_, name in pairs:
                    under[kind].setdefault(id_, (name, []))[1].append(article.slug)
            terms_of[article.slug] = {kind: tuple(id_ for id_, _ in pairs) for kind, pairs in named.items()}
        terms = {
            kind: tuple(
                Term(kind, id_, name, tuple(slugs))
                for id_, (name, slugs) in sorted(found.items(), key=lambda item: (item[1][0], item[0]))
            )
            for kind, found in under.items()
        }
        return Archive(
            config=Config(title="A corpus", language="en"),
            articles=tuple(_article(article, html) for article in articles),
            links={},
            terms_of=terms_of,
            terms=terms,
            pages=(),
            sources={},
            wiki_targets={},
            aliases={},
        )

    def _terms_of(self, article: MadeArticle) -> dict[Kind, list[tuple[str, str]]]:
        found = {
            kind: [(_id(self.names[kind][number]), self.names[kind][number]) for number in numbers]
            for kind, numbers in article.terms.items()
        }
        meta = article.meta
        found[Kind.AUTHORS] = [(_id(name), name) for name in meta.author]
        found[Kind.PUBLICATIONS] = [(_id(meta.publication), meta.publication)]
        found[Kind.TAGS] = [(_id(tag), tag) for tag in meta.tags]
        return found

    def write_folder(self, folder: Path, count: int) -> None:
        """Writes a whole archive's `content/` into the folder: settings, authorities, articles; no sources."""
        content = folder / "content"
        (content / "articles").mkdir(parents=True, exist_ok=True)
        (content / "authorities").mkdir(exist_ok=True)
        settings = f'title: "A corpus of {count} articles"\nlanguage: en\n'
        (content / "site.yaml").write_text(settings, encoding="utf-8")
        for kind, names in self.names.items():
            lines = [f"- id: {_id(name)}\n  name: {name}\n" for name in names]
            (content / "authorities" / f"{kind}.yaml").write_text("".join(lines), encoding="utf-8")
        for article in self.articles(count):
            path = content / "articles" / f"{article.slug}.md"
            path.write_text(write_article(article.meta, article.text.replace("\n", "\n\n")), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Language:
    """The words of a language, the most frequent first."""

    words: np.ndarray[Any, Any]
    cumulated: np.ndarray[Any, Any]
    """How likely a word is one of the first so many."""
    topics: tuple[np.ndarray[Any, Any], ...]
    """Of each topic the positions of its words."""

    @staticmethod
    def of(language: str, count: int) -> _Language:
        import numpy as np

        chance = np.random.RandomState(len(language) + count)
        words: np.ndarray[Any, Any] = np.array(_made_words(language, count), dtype=object)
        # Topics have no words of the most frequent ones, which are in every text.
        topics = tuple(chance.randint(200, count, _TOPIC_WORDS) for _ in range(_TOPICS))
        return _Language(words, _zipf(count, 1.2, 2.7), topics)


def _made_words(language: str, count: int) -> list[str]:
    """Words that are made of syllables, the frequent ones being short: Zipf's law of abbreviation."""
    chance = Random(f"words of {language}")
    syllables, endings = _SYLLABLES[language].split(), _ENDINGS[language]
    short = _SHORT[language].split()
    found = dict.fromkeys(short)
    while len(found) < count:
        # The number of syllables grows with the rank.
        most = 2 + min(2, len(found) // 4_000)
        root = "".join(chance.choice(syllables) for _ in range(chance.randint(1 + (len(found) > 3_000), most)))
        if len(found) % 60 == 59:
            root = f"{root}-{chance.choice(short)}"
        elif len(found) % 80 == 79:
            root = str(chance.randint(2, 99_999))
        found[root + chance.choice(endings) if not root.isdigit() else root] = None
    return list(found)


@lru_cache(maxsize=16)
def _zipf(count: int, power: float, offset: float) -> np.ndarray[Any, Any]:
    """How likely one of `count` things is one of the first so many, by the law of Zipf and Mandelbrot."""
    import numpy as np

    sums = np.cumsum(1 / (np.arange(count) + offset) ** power)
    likely: np.ndarray[Any, Any] = sums / sums[-1]
    return likely


def _drawn(chance: np.random.RandomState, cumulated: np.ndarray[Any, Any], count: int) -> np.ndarray[Any, Any]:
    import numpy as np

    return np.searchsorted(cumulated, chance.random_sample(count)).clip(max=len(cumulated) - 1)


def _written(chance: np.random.RandomState, words: np.ndarray[Any, Any]) -> str:
    """The words as sentences and paragraphs."""
    import numpy as np

    signs = chance.random_sample(len(words))
    written = [word + "," if sign < 0.055 else word for word, sign in zip(words.tolist(), signs.tolist(), strict=True)]
    sizes = chance.randint(*_SENTENCE, len(words) // _SENTENCE[0] + 1)
    ends = np.cumsum(sizes)
    sentences = []
    start = 0
    for end in ends.tolist():
        sentence = " ".join(written[start:end]).rstrip(",")
        if sentence:
            sentences.append(sentence[0].upper() + sentence[1:] + ".")
        start = end
    paragraphs = (sentences[start : start + _PARAGRAPH] for start in range(0, len(sentences), _PARAGRAPH))
    return "\n".join(" ".join(paragraph) for paragraph in paragraphs)


@lru_cache(maxsize=8)
def _names(kind: Kind, count: int) -> tuple[str, ...]:
    """Names, each there once: two words for a person, one for a place, two and a kind for an organization."""
    chance = Random(f"names of {kind}")
    syllables = _SYLLABLES["en"].split()

    def word(least: int, most: int) -> str:
        return "".join(chance.choice(syllables) for _ in range(chance.randint(least, most))).capitalize()

    first = [word(2, 3) for _ in range(150)]
    found: dict[str, None] = {}
    while len(found) < count:
        if kind is Kind.PEOPLE:
            found[f"{chance.choice(first)} {word(2, 4)}"] = None
        elif kind is Kind.PLACES:
            found[word(3, 4)] = None
        else:
            found[f"{word(2, 3)} {chance.choice(('Council', 'Party', 'Institute', 'Company'))}"] = None
    return tuple(found)


def _article(article: MadeArticle, html: bool) -> Article:
    shown = "\n".join(f"<p>{line}</p>" for line in article.text.split("\n")) if html else ""
    return Article(article.slug, f"content/articles/{article.slug}.md", article.meta, shown, article.text)


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _tag(number: int) -> str:
    return _names(Kind.PLACES, _NAMES[Kind.PLACES])[-1 - number].lower()


def _author(number: int) -> str:
    return _names(Kind.PEOPLE, _NAMES[Kind.PEOPLE])[-1 - number]


def _publication(number: int) -> str:
    return f"The {_names(Kind.PLACES, _NAMES[Kind.PLACES])[-200 - number]} Times"


def small_archive(count: int) -> Archive:
    """An archive of the first so many articles."""
    corpus = Corpus()
    return corpus.archive(list(corpus.articles(count)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=Path)
    wanted = parser.parse_args()
    Corpus().write_folder(wanted.folder, wanted.articles)


if __name__ == "__main__":
    main()
