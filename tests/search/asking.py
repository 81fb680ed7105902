"""Asks the search of a page, many queries in one call."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

AT_ONCE = 500
"""Queries of one call: more would keep the answer waiting for longer than a call may take."""

_CALL = """async ([queries, options]) => {
  const answers = [];
  for (const query of queries) {
    const { results, error } = await backfile.search(query, options);
    answers.push(error ? error : results.map(({ ref, score }) => [ref, score]));
  }
  return answers;
}"""


def evaluate(page: Page, function: str, value: object) -> Any:
    """What a function of the page's gives for a value, both as large as one likes.

    They go as texts, since Playwright looks at each number and word of a value by itself, several times.
    """
    call = f"async (text) => JSON.stringify(await ({function})(JSON.parse(text)))"
    return json.loads(page.evaluate(call, json.dumps(value)))


def ask_all(page: Page, queries: Sequence[str], **options: Any) -> list[list[tuple[str, float]]]:
    """Of each query its results, each a page's path and a score."""
    answers: list[list[tuple[str, float]]] = []
    for start in range(0, len(queries), AT_ONCE):
        asked = evaluate(page, _CALL, [queries[start : start + AT_ONCE], options])
        for query, answer in zip(queries[start : start + AT_ONCE], asked, strict=True):
            assert isinstance(answer, list), f"{query}: {answer}"
            answers.append([(ref, score) for ref, score in answer])
    return answers
