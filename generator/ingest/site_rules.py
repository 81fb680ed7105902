"""What `content/site.yaml` says about the sources of a publication, as settings of the rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from fnmatch import fnmatchcase
from functools import lru_cache

from generator.config import SITE_YAML, Cleaning, SiteRules
from generator.ingest.blocks import fold
from generator.ingest.findings import Settings
from generator.problems import Problems

_NEEDED = frozenset({"text"})
"""Rules that nothing can take the place of."""


def check_site_rules(cleaning: Cleaning, known: Sequence[str], problems: Problems) -> None:
    """Tells which rules the settings forbid that are none of the `known`, or that cannot be forbidden."""
    for name in dict.fromkeys(name for rules in cleaning.rules for name in rules.forbid):
        if name in _NEEDED:
            problems.error(SITE_YAML, 0, f"`cleaning: rules:` forbids `{name}`, which keeps what no rule claims")
        elif name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"is `{near[0]}` meant?" if near else "ledgers and source pages name the rules"
            problems.error(SITE_YAML, 0, f"`cleaning: rules:` forbids `{name}`, which is no rule", hint)


def settings_for(file: str, publication: str, cleaning: Cleaning, base: Settings) -> Settings:
    """The settings for the source `file` of a publication (empty where it is not known)."""
    chosen = [rules for rules in cleaning.rules if _is_about(rules, file, publication)]
    if not chosen:
        return base
    return replace(
        base,
        publication=next((rules.publication for rules in chosen if rules.publication), ""),
        forbidden=frozenset(name for rules in chosen for name in rules.forbid),
        keep=tuple(_pattern(line) for rules in chosen for line in rules.keep),
        set_aside=tuple(_pattern(line) for rules in chosen for line in rules.set_aside),
    )


def goes_by_publication(cleaning: Cleaning) -> bool:
    """Whether some settings hold for a publication wherever its sources lie."""
    return any(rules.publication and not rules.files for rules in cleaning.rules)


def _is_about(rules: SiteRules, file: str, publication: str) -> bool:
    if rules.files:
        return _has_file(rules, file)
    return not rules.publication or fold(rules.publication) == fold(publication)


def _has_file(rules: SiteRules, file: str) -> bool:
    return any(fnmatchcase(file, pattern) for pattern in rules.files)


@lru_cache(maxsize=1024)
def _pattern(line: str) -> re.Pattern[str]:
    """What a line of the settings matches; `*` stands for any text."""
    words = " ".join(line.casefold().split())
    return re.compile(".*".join(re.escape(part) for part in words.split("*")), re.DOTALL)
