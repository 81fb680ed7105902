"""The interface's words: which catalogue an archive's language chooses, and how a text of it is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.articles.line_signs import SIGNS
from generator.articles.rule_reasons import REASONS
from generator.render.words import english, german, german_rules, german_signs, russian, russian_rules, russian_signs

Texts = Mapping[str, str | tuple[str, ...]]


# Compared by identity, so that what is made with them can be remembered.
@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One language's catalogue. `words("key", n=3)` is the text `key` with its gaps filled."""

    language: str
    """BCP 47."""
    texts: Texts
    """A text with gaps `{name}`, or its forms for different numbers in the order of `categories`."""
    categories: Sequence[str]
    """CLDR's names for the forms that the language has for whole numbers: `one`, `few` …
    (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html)."""
    form: Callable[[int], int]
    """Which of a text's forms goes with a number."""
    months: Sequence[str]
    """As they stand alone or before a year."""
    inflected_months: Sequence[str]
    """As they stand beside a day and after the language's word for `about`."""
    seasons: Sequence[str]
    """Spring, summer, autumn, winter."""
    languages: Mapping[str, str]
    """The names of languages by the first part of their tags."""
    thousands: str = ","
    point: str = "."
    """What parts a number's whole part from the rest."""

    def __call__(self, key: str, **values: object) -> str:
        """Numbers are written with their thousands parted; years are to be given as text.

        A text with several forms takes the one for the number `n`. Raises KeyError where the key is not in the
        catalogue or a gap has no value.
        """
        text = self.texts[key]
        if not isinstance(text, str):
            number = values["n"]
            assert isinstance(number, int)
            text = text[self.form(number)]
        if not values and "{" not in text:
            return text
        return text.format_map({name: self._filling(value) for name, value in values.items()})

    def _filling(self, value: object) -> str:
        return self.number(value) if isinstance(value, int) else str(value)

    def number(self, number: int) -> str:
        """The number with its thousands parted."""
        return f"{number:,}".replace(",", self.thousands)

    def decimal(self, number: float, places: int) -> str:
        """The number with that many places after its point."""
        whole, _, rest = f"{number:.{places}f}".partition(".")
        return f"{whole}{self.point}{rest}" if rest else whole

    def month_heading(self, month: int) -> str:
        """The month, 1 to 12, with a capital, which not every language gives it in a sentence."""
        name = self.months[month - 1]
        return name[:1].upper() + name[1:]

    def joined(self, parts: Sequence[str]) -> str:
        """`one, two and three`."""
        if len(parts) < 2:
            return "".join(parts)
        return self("list.and", first=self("list.comma").join(parts[:-1]), last=parts[-1])

    def own(self, text: str) -> str:
        """What a theme.yaml says: the text of that key, or what is no key as it stands."""
        return self(text) if text in self.texts else text

    def rule(self, name: str) -> str:
        """A rule's name and why it decides as it does; the name alone of one that is no longer known."""
        shown = name.replace("-", " ")
        reason = self.texts.get(f"rule.{name}")
        return self("source.rule", name=shown, reason=reason) if reason else shown

    def signs(self, names: Sequence[str]) -> str:
        """The signs that a rule weighed, in words; those that are no longer known are left out."""
        known = [self.texts.get(f"sign.{name}") for name in names]
        return self("list.comma").join(text for text in known if isinstance(text, str))

    def language_name(self, tag: str) -> str:
        """The name of the language with the BCP 47 tag, or the tag where the catalogue does not know it."""
        return self.languages.get(tag.partition("-")[0].lower(), tag)


def _with_rules(texts: Texts, reasons: Mapping[str, str], signs: Mapping[str, str]) -> Texts:
    rules = {f"rule.{name}": reason for name, reason in reasons.items()}
    return {**texts, **rules, **{f"sign.{name}": sign for name, sign in signs.items()}}


def _one_or_more(number: int) -> int:
    return 0 if number == 1 else 1


def _russian_form(number: int) -> int:
    """One, few, many: 21 статья, 22 статьи, 25 статей, but 11, 12 and 112 статей."""
    if number % 100 in (11, 12, 13, 14):
        return 2
    last = number % 10
    return 0 if last == 1 else 1 if 2 <= last <= 4 else 2


ENGLISH = Words(
    language="en",
    texts=_with_rules(english.TEXTS, REASONS, SIGNS),
    categories=("one", "other"),
    form=_one_or_more,
    months=english.MONTHS,
    inflected_months=english.MONTHS,
    seasons=english.SEASONS,
    languages=english.LANGUAGES,
)
GERMAN = Words(
    language="de",
    texts=_with_rules(german.TEXTS, german_rules.REASONS, german_signs.SIGNS),
    categories=("one", "other"),
    form=_one_or_more,
    months=german.MONTHS,
    inflected_months=german.MONTHS,
    seasons=german.SEASONS,
    languages=german.LANGUAGES,
    thousands=".",
    point=",",
)
RUSSIAN = Words(
    language="ru",
    texts=_with_rules(russian.TEXTS, russian_rules.REASONS, russian_signs.SIGNS),
    categories=("one", "few", "many"),
    form=_russian_form,
    months=russian.MONTHS,
    inflected_months=russian.INFLECTED_MONTHS,
    seasons=russian.SEASONS,
    languages=russian.LANGUAGES,
    thousands="\N{NO-BREAK SPACE}",
    point=",",
)

CATALOGUES = (ENGLISH, GERMAN, RUSSIAN)
_BY_LANGUAGE = {words.language: words for words in CATALOGUES}


def words_for(language: str) -> Words:
    """The catalogue for a BCP 47 tag; English where there is none for it."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower(), ENGLISH)
