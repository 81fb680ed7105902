"""Recognizes a Creative Commons licence in the words of `rights`, for formats that want an identifier."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class License:
    """A licence that others know by name."""

    id: str
    """SPDX, which for these is Open Definition's too."""
    title: str
    address: str


_LEAD = r"\s*(?:licen[sc]ed under )?(?:the |a )?(?:creative commons |cc[ -])"
_CODE = re.compile(r"\s*cc[ -]by((?:-(?:nc|nd|sa))*)[ -](\d\.\d)\b", re.IGNORECASE)
_WORDS = re.compile(
    _LEAD + r"attribution((?:[ -](?:noncommercial|noderivatives|sharealike))*) (\d\.\d)\b", re.IGNORECASE
)
_ZERO = re.compile(r"\s*(?:creative commons )?cc0(?:[ -]1\.0)?\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\s*https?://creativecommons\.org/(?:licenses/by((?:-(?:nc|nd|sa))*)|publicdomain/zero)/(\d\.\d)\b"
)
_SHORT = {"noncommercial": "NC", "noderivatives": "ND", "sharealike": "SA"}
_TITLES = {"NC": "NonCommercial", "ND": "NoDerivatives", "SA": "ShareAlike"}


def license_of(rights: str) -> License | None:
    """The licence that `rights` begins with; None where it begins with anything else.

    What stands further on may be about a part alone: `All rights reserved; pictures CC BY 4.0`.
    """
    if _ZERO.match(rights):
        return _zero()
    address = _ADDRESS.match(rights)
    if address and address[1] is None:
        return _zero()
    match = address or _CODE.match(rights) or _WORDS.match(rights)
    if match is None:
        return None
    conditions = [_SHORT.get(part.lower(), part.upper()) for part in re.split("[ -]", match[1]) if part]
    code = "-".join(["BY", *conditions])
    title = "-".join(["Attribution", *(_TITLES[part] for part in conditions)])
    return License(
        f"CC-{code}-{match[2]}",
        f"Creative Commons {title} {match[2]}",
        f"https://creativecommons.org/licenses/{code.lower()}/{match[2]}/",
    )


def _zero() -> License:
    return License(
        "CC0-1.0",
        "Creative Commons Zero 1.0 Universal",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    )
