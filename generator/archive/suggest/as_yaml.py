"""Writes suggestions as YAML that can be pasted into authority files, and as plain values for tools."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.archive.authorities import authority_file
from generator.archive.suggest.suggest import COUNTRY, Example, Suggestion

_PLAIN = re.compile(r"[^\W\d_][\w .'’/-]*")
_OTHER_THAN_TEXT = re.compile(r"null|true|false|yes|no|on|off|y|n", re.IGNORECASE)

_COUNTRIES = "# Countries and capitals need no entry where site.yaml says `authorities: {countries: true}`.\n"


def as_yaml(suggestions: Sequence[Suggestion]) -> str:
    """One document: what belongs into each authority file stands under a comment with the file's name.

    What cannot be told comes last, under a comment that says so. Comments carry counts and sentences.
    """
    parts = []
    if any(COUNTRY in suggestion.remarks for suggestion in suggestions):
        parts.append(_COUNTRIES)
    for kind, of_kind in groupby(suggestions, key=lambda suggestion: suggestion.kind):
        where = (
            f"for {authority_file(kind)}" if kind else "not told from the articles: put each into the file that fits"
        )
        parts.append("\n\n".join([f"# {where}", *map(_entry, of_kind)]) + "\n")
    return "\n".join(parts)


def as_objects(suggestions: Sequence[Suggestion]) -> Iterator[dict[str, object]]:
    """An object for each suggestion; `kind` is null where the articles do not tell it."""
    for suggestion in suggestions:
        yield {
            "suggestion": suggestion.name,
            "kind": suggestion.kind.value if suggestion.kind else None,
            "id": suggestion.id,
            "variants": list(suggestion.variants),
            "articles": suggestion.articles,
            "uses": suggestion.uses,
            "examples": [{"path": of.path, "line": of.line, "text": of.text} for of in suggestion.examples],
        }


def _entry(suggestion: Suggestion) -> str:
    lines = [f"# {_count(suggestion.uses, 'time')} in {_count(suggestion.articles, 'article')}"]
    lines += map(_example, suggestion.examples)
    lines += (f"# {remark}" for remark in suggestion.remarks)
    lines += [f"- id: {suggestion.id}", f"  name: {_scalar(suggestion.name)}"]
    if suggestion.variants:
        lines.append(f"  variants: [{', '.join(map(_scalar, suggestion.variants))}]")
    return "\n".join(lines)


def _example(example: Example) -> str:
    return f"# {example.path}:{example.line}: {example.text}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _scalar(text: str) -> str:
    """The text as a YAML scalar that reads back as itself."""
    if _PLAIN.fullmatch(text) and not _OTHER_THAN_TEXT.fullmatch(text) and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False)
