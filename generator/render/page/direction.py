"""In which direction a language is written."""

from __future__ import annotations

from functools import lru_cache

_LANGUAGES = frozenset("ar arc ckb dv fa he iw ji ks lrc mzn nqo pnb ps sd syr ug ur yi".split())
"""Those written from right to left by custom, where their tags name no script."""

_SCRIPTS = frozenset("adlm arab aran hebr mand mend nkoo rohg samr syrc thaa yezi".split())


def direction_of(language: str) -> str:
    """`rtl` or `ltr` for a BCP 47 tag, by its script where it names one (`az-Arab`), else by the custom."""
    primary, *others = language.lower().split("-")
    script = next((part for part in others if len(part) == 4 and part.isalpha()), "")
    is_rtl = script in _SCRIPTS if script else primary in _LANGUAGES
    return "rtl" if is_rtl else "ltr"


@lru_cache(maxsize=1024)
def dir_attribute(language: str) -> str:
    """HTML's `dir` for a short text in a language, as templates ask for it.

    `rtl` for a language that runs so, even where the text begins with a foreign name. For the others `auto`: articles
    that do not name their language have the archive's.
    """
    return "rtl" if direction_of(language) == "rtl" else "auto"
