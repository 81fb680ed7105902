"""Finds the e-mail addresses that source pages leave out."""

from __future__ import annotations

import re

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def without_emails(text: str, instead: str) -> str:
    """The text with other words in the place of each e-mail address."""
    return EMAIL.sub(lambda _: instead, text)
