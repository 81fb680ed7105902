"""The sample archive in each theme, with lists parted into pages, built once for all tests that look at it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.sample_site import build_sample

SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
"""When a window has become smaller, pictures that go by its size follow a frame later."""

_KEPT: list[TemporaryDirectory[str]] = []
"""Folders that are cleared away when the tests are over."""


@cache
def themed_site(theme: str) -> Path:
    folder = TemporaryDirectory(prefix=f"backfile-{theme}-")
    _KEPT.append(folder)
    return build_sample(Path(folder.name), theme=theme, per_page="10")
