"""The interface's words: which catalogue an archive's language chooses, and how a text of it is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.articles.rule_reasons import REASONS
from generator.render.words.english import LANGUAGES, MONTHS, SEASONS, TEXTS


@dataclass(frozen=True, slots=True)
class Words:
    """One language's catalogue. `words("key", n=3)` is the text `key` with its gaps filled."""

    language: str
    """BCP 47."""
    texts: Mapping[str, str | tuple[str, ...]]
    """A text with gaps `{name}`, or its forms for different numbers."""
    form: Callable[[int], int]
    """Which of a text's forms goes with a number."""
    months: Sequence[str]
    seasons: Sequence[str]
    """Spring, summer, autumn, winter."""
    languages: Mapping[str, str]
    """The names of languages by the first part of their tags."""
    thousands: str = ","

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
        return text.format_map({name: self._filling(value) for name, value in values.items()})

    def _filling(self, value: object) -> str:
        return self.number(value) if isinstance(value, int) else str(value)

    def number(self, number: int) -> str:
        """The number with its thousands parted."""
        return f"{number:,}".replace(",", self.thousands)

    def joined(self, parts: Sequence[str]) -> str:
        """`one, two and three`."""
        if len(parts) < 2:
            return "".join(parts)
        return self("list.and", first=self("list.comma").join(parts[:-1]), last=parts[-1])

    def rule(self, name: str) -> str:
        """A rule's name and why it decides as it does; the name alone of one that is no longer known."""
        shown = name.replace("-", " ")
        return f"{shown}: {self.texts[f'rule.{name}']}" if f"rule.{name}" in self.texts else shown

    def language_name(self, tag: str) -> str:
        """The name of the language with the BCP 47 tag, or the tag where the catalogue does not know it."""
        return self.languages.get(tag.partition("-")[0].lower(), tag)


_RULES = {f"rule.{name}": reason for name, reason in REASONS.items()}
ENGLISH = Words("en", {**TEXTS, **_RULES}, lambda number: 0 if number == 1 else 1, MONTHS, SEASONS, LANGUAGES)

_CATALOGUES = {words.language: words for words in (ENGLISH,)}


def words_for(language: str) -> Words:
    """The catalogue for a BCP 47 tag; English where there is none for it."""
    return _CATALOGUES.get(language.partition("-")[0].lower(), ENGLISH)
