"""The order in which processes that share the tests take their files: what is begun last is waited for alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

FEW_AND_LONG = (
    "browser/test_themes.py",
    "test_valid_html.py",
    "search/test_fuzz.py",
    "test_incremental.py",
    "search/test_recall.py",
    "render/test_site.py",
    "search/test_ranking.py",
    "publish/test_kill.py",
    "browser/test_random.py",
    "search/test_large_index.py",
)
"""Files whose few tests take ten seconds or more all told; of all others the number of tests tells enough."""


def places(paths: Iterable[Path]) -> dict[Path, tuple[int, int, str]]:
    """Of each file by what it is sorted, given the file of each test."""
    root = Path(__file__).parent
    first = {root / name: position for position, name in enumerate(FEW_AND_LONG)}
    return {path: (first.get(path, len(first)), -tests, str(path)) for path, tests in Counter(paths).items()}
