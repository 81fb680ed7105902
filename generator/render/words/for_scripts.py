"""The words that a page's scripts tell: a part of a catalogue, as data that the page carries."""

from __future__ import annotations

import json

from markupsafe import Markup

from generator.render.words.catalogue import Words


def words_for_scripts(words: Words, *groups: str) -> Markup:
    """The texts whose keys begin with one of the `groups` (`find` for `find.more`), and the names in dates.

    It is for `<script type="application/json" id="interface-words">`, from which `search/client/words.js` takes them.
    A text with forms for numbers is an object with CLDR's names of them as its keys.
    """
    chosen = {key: text for key, text in words.texts.items() if key.partition(".")[0] in groups}
    value = {
        "language": words.language,
        "texts": {
            key: text if isinstance(text, str) else dict(zip(words.categories, text, strict=True))
            for key, text in chosen.items()
        },
        "months": words.months,
        "inflectedMonths": words.inflected_months,
        "seasons": words.seasons,
        "thousands": words.thousands,
    }
    # No text can end the element, and none can open a comment in it.
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))
